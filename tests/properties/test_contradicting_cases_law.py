"""A case whose days contradict each other is told of where it happened, and no later door stops at it.

An audit goes on as the record says, so a case may have ended before it began. What it shows of itself then is no
extract: whoever asks for one goes by `casebook.extracted`, which says so, and the figures of the book are told.
"""

import ast
from datetime import date, timedelta
from pathlib import Path

from books import FULL_TIME, agreed, certified, contracted, fulfilled, included, line, ordered, volume
from filled import filled
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size

import law189
from law189.audit.bulk import Audit, in_time
from law189.casebook.ledger import ledger
from law189.casebook.registers import RegisterKind, register
from law189.casebook.report import report_of
from law189.verdict import Outcome

PROFILE = filled("kemerovo")
LAST = date(2024, 12, 31)
SOURCES = Path(law189.__file__).parent
TOWN = (
    *included(),
    *ordered(),
    *agreed(),
    *certified(),
    *contracted(),
    line(
        "agreement", "agreement", "act_drawn", "2024-03-01", "provider", number="А-1",
        since="2024-02-01", until="2024-02-29", rendered=[{"service": FULL_TIME, **volume(5)}],
    ),
    *fulfilled(),
    line("entry", "selection", "excluded", "2024-06-03", "education", ground="own-request", because="заявление"),
)  # fmt: skip
DAYS = [
    (at, name)
    for at, one in enumerate(TOWN)
    for name, told in vars(one.event).items()
    if isinstance(told, date)
]


def put_off(steps, at, name, days):
    """The steps; that day of that line is so many days later."""
    one = steps[at]
    day = getattr(one.event, name) + timedelta(days)
    changed = one.model_copy(update={"event": one.event.model_copy(update={name: day})})
    return (*steps[:at], changed, *steps[at + 1 :])


def found_in(steps):
    """What an audit finds; ledger, registers, reports, duties and options of its cases are asked too."""
    asked = Audit(PROFILE)
    found = [one for at, told in in_time(list(enumerate(steps, 1))) for one in asked.take(at, told)]
    book = asked.book
    cases = list(book.cases())
    ledger(cases, PROFILE, LAST).as_json()
    for kind in RegisterKind:
        register(kind, cases, PROFILE, LAST).as_json()
    for one in cases:
        if one.lifecycle == "order" and one.state == "published":
            report_of(cases, PROFILE, one.id, LAST).as_json()
        book.options(one.id, LAST)
    list(book.due(LAST))
    return found


def test_the_town_is_lawful():
    assert [one for one in found_in(TOWN) if one.outcome is Outcome.VOID] == []
    assert len(DAYS) > len(TOWN)


@given(moved=st.lists(st.tuples(st.sampled_from(DAYS), st.integers(-500, 500)), min_size=1, max_size=3))
@settings(max_examples=size(60, 3000))
def test_every_door_answers_of_a_book_in_which_any_days_are_others(moved):
    steps = TOWN
    for (at, name), days in moved:
        steps = put_off(steps, at, name, days)
    found_in(steps)


def test_the_last_day_of_each_case_may_be_before_its_first():
    for at, name in DAYS:
        if name == "ends_on":
            assert found_in(put_off(TOWN, at, name, -400)), TOWN[at]


def test_an_exclusion_before_the_inclusion_ends_no_entry():
    told = found_in(put_off(TOWN, len(TOWN) - 1, "on", -300))
    assert Outcome.VOID in {one.outcome for one in told}


def test_extracts_of_cases_are_asked_of_one_module():
    calls = [
        (path.relative_to(SOURCES).as_posix(), node.lineno)
        for path in SOURCES.rglob("*.py")
        if path.parent.name not in ("workflows", "testing") and "testing" not in path.parts
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute)
        and node.attr == "extract"
        and isinstance(node.value, ast.Name)
        and node.value.id in ("order", "selection", "agreement", "certificate", "contract")
    ]
    assert {path for path, _ in calls} == {"casebook/extracted.py"}
