"""Hours a week are counted as an amount, and every step that gives or takes some says that this is assumed."""

import pytest
from books import FULL_TIME as SERVICE
from books import PROFILE, agreed, certified, contracted, included, line, ordered

from law189.casebook.book import Casebook
from law189.casebook.line import LINE
from law189.casebook.taking import judged
from law189.verdict import Outcome

RULE = "volumes.weekly"


def in_unit(step, unit):
    """The step with every volume in that unit."""

    def told(value):
        if isinstance(value, dict):
            return {key: unit if key == "unit" else told(one) for key, one in value.items()}
        return [told(one) for one in value] if isinstance(value, list) else value

    own = {"history": step.history, "lifecycle": step.lifecycle, "refers_to": dict(step.refers_to)}
    return LINE.validate_python({**own, **told(step.event.model_dump(mode="json", exclude_none=True))})


def act(number, since, until):
    rendered = [{"service": SERVICE, "amount": 3, "unit": "person-hours"}]
    return line(
        "agreement", "agreement", "act_drawn", until, "provider", number=number, since=since, until=until,
        rendered=rendered,
    )  # fmt: skip


def year():
    """A certificate of 4 for two contracts one after the other, and acts of two months of the first."""
    yield from ordered(shares=((SERVICE, 600),))
    yield from included()
    yield from agreed()
    yield from certified(nominal=4)
    yield from contracted(amount=3)
    yield act("А-1", "2024-02-01", "2024-02-29")
    yield act("А-2", "2024-03-01", "2024-03-31")
    yield line(
        "c1", "certificate", "amended", "2024-04-01", "education", nominal={"amount": 5, "unit": "person-hours"},
        valid_until="2024-12-31", document={"form": "electronic", "system": "navigator"}, reason="спрос",
        refers_to={"order": "2024/1"},
    )  # fmt: skip


@pytest.mark.parametrize("unit", ["hours-a-week", "person-hours"])
def test_every_step_that_gives_or_takes_hours_a_week_says_how_they_are_counted(unit):
    book, told = Casebook(PROFILE), {}
    for step in (in_unit(one, unit) for one in year()):
        found = [one for one in book.judge(step).walk() if one.rule == RULE]
        told[step.event.kind] = [(one.outcome, one.facts["amount"]) for one in found]
        book = book.after(judged(book.shelf, step, PROFILE, happened=True))
    weekly = unit == "hours-a-week"
    assert {kind: [int(amount) for _, amount in found] for kind, found in told.items() if found} == (
        {"formed": [4], "concluded": [3], "act_drawn": [3], "amended": [5]} if weekly else {}
    )
    assert {outcome for found in told.values() for outcome, _ in found} <= {Outcome.HOLDS}


def test_a_load_that_is_refused_since_it_was_used_is_refused_with_the_assumption():
    book, steps = Casebook(PROFILE), [in_unit(one, "hours-a-week") for one in year()][:-1]
    for step in steps[:-1]:
        book = book.after(judged(book.shelf, step, PROFILE, happened=True))
    verdict = book.judge(steps[-1])
    assert verdict.outcome is Outcome.VOID
    (told,) = (one for one in verdict.walk() if one.rule == RULE)
    assert told.outcome is Outcome.HOLDS
