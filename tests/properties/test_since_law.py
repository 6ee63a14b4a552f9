"""The law of the first day: since the day that is told the case rests on nothing, and on the day before it did.

Asked of every day of a book. What is told of a day is told of every day back to the one it names, as far as the
case was in force, and not of the day before that.
"""

from datetime import date, timedelta

from books import (
    FULL_TIME,
    TECHNICAL,
    agreed,
    certified,
    contracted,
    included,
    line,
    ordered,
    taking,
)
from hypothesis import given, settings
from night import size
from properties.test_one_audit_law import CUT, amended, books, taken
from scenes import annulled, excluded

from law189.casebook.cycles import CYCLES
from law189.casebook.states import IN_FORCE

RULE = "reconciliation.rests_on"
DAY = timedelta(1)


def told(book, on):
    """What is told of the day: the case, what it rests on, in what state that is, and since when."""
    return {
        (one.history.id, one.ground.id, one.verdict.facts["state"]): one.verdict.facts["since"]
        for one in book.dependants(on)
        if one.verdict.rule == RULE
    }


def begun(book, case, on):
    """The day since which the case has been in force without a break."""
    of, cycle = book.case(case), CYCLES[book.case(case).lifecycle]
    days = sorted({one.event.on for one in of.records if one.event.on <= on}, reverse=True)
    first = on
    for day in days:
        if cycle.known_on(of, day).state not in IN_FORCE[of.lifecycle]:
            break
        first = day
    return first


def is_since(book):
    """Every day that is told is the first one; and the sentence of each day of a book says so."""
    days = sorted({record.event.on for case in book.cases() for record in case.records})
    found = set()
    for on in days:
        for what, since in told(book, on).items():
            found.add((*what[:2], since))
            assert since <= on
            for day in (day for day in {*days, since} if max(since, begun(book, what[0], on)) <= day <= on):
                assert told(book, day).get(what) == since, (what, day)
            assert what not in told(book, since - DAY), (what, since)
    return found


# ─── By hand ─────────────────────────────────────────────────────────────────────────────────────────────

BOTH = ((FULL_TIME, 150), (TECHNICAL, 10))


def town(*entries):
    return [*ordered(shares=BOTH), *entries, *agreed(), *certified(), *contracted()]


def changed(on, services, history="entry"):
    of = {"provider": next(included()).event.provider.model_dump(mode="json"), "services": services}
    return line(history, "selection", "changed", on, "provider", reason="иное", **of)


def test_an_order_lost_the_service_on_the_day_of_its_amendment():
    lines = [*ordered(shares=BOTH), *included(), *agreed(), amended("order", [CUT])]
    assert is_since(taking(lines)) == {("agreement", "order", date(2024, 1, 30))}


def test_an_entry_lost_the_service_on_the_day_of_its_change():
    entry = included(services=(FULL_TIME, TECHNICAL))
    book = taking([*town(*entry), changed("2024-03-01", [TECHNICAL])])
    day = date(2024, 3, 1)
    assert is_since(book) == {("agreement", "entry", day), ("k1", "entry", day)}


def test_what_was_annulled_before_the_loss_is_not_the_loss():
    """A change of the entry was an error and is annulled; long after it the inclusion itself is."""
    entry = [*included(services=(FULL_TIME, TECHNICAL)), changed("2023-11-01", [FULL_TIME])]
    mend = annulled("entry", "selection", 3, "2023-11-02", "provider")
    book = taking([*town(*entry, mend), changed("2024-03-01", [TECHNICAL])])
    day = date(2024, 3, 1)
    assert is_since(book) == {("agreement", "entry", day), ("k1", "entry", day)}


def test_an_entry_begun_after_the_last_day_of_a_contract_is_none_that_it_rested_on():
    """The contract is to the end of May, and its end is not recorded; then the provider is included once more."""
    lines = [
        *town(*included()),
        excluded("entry", "2024-06-20"),
        *included("e2", record="2", on="2024-07-01"),
    ]
    assert told(taking(lines), date(2024, 9, 1)) == {}


# ─── Drawn ───────────────────────────────────────────────────────────────────────────────────────────────


@settings(max_examples=size(60, 1500))
@given(lines=books())
def test_the_day_told_is_the_first_one(lines):
    is_since(taken(lines)[0])
