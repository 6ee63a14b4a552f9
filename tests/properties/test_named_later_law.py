"""The law of a number that is named: a case that stands in the file is never said not to be there.

A right year, in which each step names the cases that it rests on by their numbers. The line that gives a number, or
one by which its case comes to where it has something to show, is put off, spoilt or left out: the answer names the
case; one that came about later is void with its day, and where a line is at fault, what follows names it.
"""

import json
from datetime import date, timedelta
from functools import cache

import pytest
from books import PROFILE, agreed, certified, contracted, included, ordered
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size

from law189.audit import parts
from law189.audit.bulk import audit, read_steps
from law189.audit.finding import Finding
from law189.audit.lines.not_read import not_read
from law189.audit.parts import audit_parts
from law189.casebook.line import LINE
from law189.casebook.shelf import MemoryShelf
from law189.casebook.taking import judged
from law189.errors import FaultyInput
from law189.verdict import Outcome

CASE_NAMED = "reconciliation.case_named"

NUMBERS = {"provider": "1", "order": "2024/1", "certificate": "К-1", "agreement": "С-1"}
NAMED = {
    ("agreement", "drafted"): ("provider", "order"),
    ("agreement", "concluded"): ("provider",),
    ("certificate", "formed"): ("order",),
    ("contract", "concluded"): ("provider", "certificate", "agreement"),
}
"""Which cases the steps name by their numbers."""
GIVEN = {
    "provider": ("selection", "included"),
    "order": ("order", "drafted"),
    "certificate": ("certificate", "formed"),
    "agreement": ("agreement", "drafted"),
}
"""The step that gives the number of an extract."""
SHOWN = {**GIVEN, "order": ("order", "approved"), "agreement": ("agreement", "concluded")}
"""The step from which there is something to show."""
WAYS = {
    "provider": ("applied", "included"),
    "order": ("drafted", "approved"),
    "certificate": ("applied_for", "recipient_registered", "formed"),
    "agreement": ("drafted", "signed_by_provider", "concluded"),
}
"""The steps of the case up to there."""
LINKS = [(step, fact) for step, facts in NAMED.items() for fact in facts]
STANDING = {"provider": "standing.included", "order": "standing.ordered", "certificate": "standing.formed",
            "agreement": "standing.agreed"}  # fmt: skip


def row(line):
    """A line as a file has it, with the numbers of what it rests on."""
    told = {"history": line.history, "lifecycle": line.lifecycle, **line.event.model_dump(mode="json")}
    told = {key: value for key, value in told.items() if value is not None}
    facts = NAMED.get((line.lifecycle, line.event.kind), ())
    return {**told, **({"refers_to": {fact: NUMBERS[fact] for fact in facts}} if facts else {})}


@cache
def year():
    return [row(one) for one in (*ordered(), *included(), *agreed(), *certified(), *contracted())]


def at(rows, of):
    return next(place for place, one in enumerate(rows) if (one["lifecycle"], one["kind"]) == of)


def lines(rows):
    return [(number, LINE.validate_python(one)) for number, one in enumerate(rows, start=1)]


def of_step(found, step):
    return [one for one in found if (one.lifecycle, one.kind) == step]


def never_said_not_to_be_there(rows, found):
    """Whatever number some line gives, no answer says that there is no case of it."""
    given = {
        NUMBERS[fact]
        for fact, step in GIVEN.items()
        if any((one["lifecycle"], one["kind"]) == step for one in rows)
    }
    for one in found:
        if one.rule == CASE_NAMED and one.facts["number"] in given:
            assert one.facts["cases"], one.text.ru
            assert "дела с этим номером нет" not in one.text.ru


def put_off(rows, fact, by, kinds=None):
    """The case of the number, or those of its steps, come about so many days after the year's last day."""
    lifecycle = GIVEN[fact][0]
    day = (date.fromisoformat(max(one["on"] for one in rows)) + timedelta(by)).isoformat()

    def late(one):
        return one["lifecycle"] == lifecycle and (kinds is None or one["kind"] in kinds)

    return day, [*(one for one in rows if not late(one)), *({**one, "on": day} for one in rows if late(one))]


def test_the_year_is_right():
    assert [*audit(lines(year()), PROFILE)] == []


@pytest.mark.parametrize(("step", "fact"), LINKS)
@pytest.mark.parametrize("whole", [False, True])
@pytest.mark.parametrize("late", [False, True])
def test_a_step_before_the_case_that_it_names_is_void_with_the_day_on_which_it_came_about(
    step, fact, late, whole
):
    """Wherever the later lines stand in the file, and whether all of the case is later or its last steps alone."""
    day, rows = put_off(year(), fact, 1, None if whole else (SHOWN[fact][1], "published"))
    if not late and whole:
        rows = [*(one for one in rows if one["on"] == day), *(one for one in rows if one["on"] != day)]
    found = [*audit(lines(rows), PROFILE)]
    never_said_not_to_be_there(rows, found)
    told = [one for one in of_step(found, step) if one.rule == STANDING[fact]]
    assert [(one.outcome, one.cause) for one in told] == [(Outcome.VOID, None)], [
        one.text.ru for one in found
    ]
    assert f"{date.fromisoformat(day):%d.%m.%Y}" in told[0].text.ru
    assert not {"reconciliation.extract_agrees", CASE_NAMED} & {one.rule for one in of_step(found, step)}


@pytest.mark.parametrize(("step", "fact"), LINKS)
def test_a_book_that_has_the_case_of_a_later_day_says_the_day(step, fact):
    """Cases may be entered in any order; what a step names is judged as of its own day."""
    day, rows = put_off(year(), fact, 1)
    shelf, last = MemoryShelf(), at(rows, step)
    first = [one for one in rows[:last] if one["on"] != day] + [one for one in rows if one["on"] == day]
    for _, line in lines(first):
        shelf = shelf.with_cases(judged(shelf, line, PROFILE, happened=True).cases)
    verdict = judged(shelf, LINE.validate_python(rows[last]), PROFILE).verdict
    assert "дела с этим номером нет" not in " ".join(one.text.ru for one in verdict.walk())
    assert {one.rule for one in verdict.walk() if one.outcome is Outcome.VOID} >= {STANDING[fact]}


@pytest.mark.parametrize(("step", "fact"), LINKS)
def test_what_follows_from_a_line_that_was_not_read_names_it(step, fact, tmp_path):
    for kind in WAYS[fact]:
        rows = year()
        place = at(rows, (GIVEN[fact][0], kind))
        if place > at(rows, step):
            continue
        spoilt = [json.dumps(one if n != place else {**one, "by": 7}) for n, one in enumerate(rows)]
        file = tmp_path / "steps.jsonl"
        file.write_text("\n".join(spoilt), "utf-8")
        faulty, *found = audit(read_steps(file, PROFILE), PROFILE)
        assert isinstance(faulty, FaultyInput)
        never_said_not_to_be_there(rows, found)
        missed = [one for one in of_step(found, step) if one.rule in (STANDING[fact], CASE_NAMED)]
        assert missed, [one.text.ru for one in found]
        assert {one.cause for one in missed} == {place + 1}, [one.text.ru for one in found]


@pytest.mark.parametrize(("step", "fact"), LINKS)
def test_what_follows_from_a_step_that_is_left_out_names_the_void_one_after_it(step, fact):
    for kind in WAYS[fact][:-1]:
        rows = year()
        rows = [one for n, one in enumerate(rows) if n != at(rows, (GIVEN[fact][0], kind))]
        found = [*audit(lines(rows), PROFILE)]
        never_said_not_to_be_there(rows, found)
        void = next(one for one in found if one.lifecycle == GIVEN[fact][0] and one.outcome is Outcome.VOID)
        gives = any((one["lifecycle"], one["kind"]) == GIVEN[fact] for one in rows)
        missed = [one for one in of_step(found, step) if one.rule in (STANDING[fact], CASE_NAMED)]
        assert missed
        assert not gives or {one.cause for one in missed} == {void.line}, [one.text.ru for one in missed]


@pytest.mark.parametrize(("step", "fact"), LINKS)
def test_of_a_case_that_never_came_there_its_state_is_told(step, fact):
    """The number is given, and the step from which there is something to show was never made."""
    if GIVEN[fact] == SHOWN[fact]:
        return
    rows = [one for one in year() if (one["lifecycle"], one["kind"]) != SHOWN[fact]]
    found = of_step(audit(lines(rows), PROFILE), step)
    (named,) = (one for one in found if one.rule == CASE_NAMED)
    state = {"order": "проект есть", "agreement": "подписано исполнителем"}[fact]
    assert state in named.text.ru
    assert named.facts["cases"] == (rows[at(rows, GIVEN[fact])]["history"],)


# ─── Где бы строки ни стояли ─────────────────────────────────────────────────────────────────────────────


def in_full(answers):
    return [json.dumps(one.as_json()) if isinstance(one, Finding) else one.told("en") for one in answers]


@given(data=st.data())
@settings(max_examples=size(60, 3000))
def test_drawn_years_with_lines_spoilt_left_out_and_put_off_never_deny_a_case(data, tmp_path_factory):
    rows, file = [dict(one) for one in year()], tmp_path_factory.mktemp("drawn") / "steps.jsonl"
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.integers(0, len(rows) - 1))
        match data.draw(st.sampled_from(["drop", "later", "spoil", "double"])):
            case "drop":
                del rows[place]
            case "later":
                day = date.fromisoformat(rows[place]["on"]) + timedelta(
                    data.draw(st.sampled_from([0, 1, 40, 90]))
                )
                late = {**rows.pop(place), "on": day.isoformat()}
                rows.insert(data.draw(st.integers(0, len(rows))), late)
            case "spoil":
                rows[place]["by"] = 7
            case _:
                rows.insert(place, dict(rows[place]))
    file.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    read = [*read_steps(file, PROFILE)]
    found = [*audit(read, PROFILE)]
    never_said_not_to_be_there(rows, [one for one in found if isinstance(one, Finding)])
    known = {number for number, _ in read}
    assert all(one.cause in known for one in found if isinstance(one, Finding) and one.cause is not None)
    told = [(n, not_read(n, one) if isinstance(one, FaultyInput) else one) for n, one in read]
    told = [(n, one) for n, one in told if one is not None]
    with pytest.MonkeyPatch.context() as changed:
        changed.setattr(parts, "FEW", 1)
        several = in_full(audit_parts(told, PROFILE, memory=1))
    assert several == in_full(one for one in found if isinstance(one, Finding))
