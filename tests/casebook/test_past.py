"""The past of a book: whatever it is asked of a day, it answers as the book that ended on that day.

A step of a later day tells nothing of an earlier one: no case that had not begun, no state, sum or number of later.
"""

from datetime import date

import pytest
from books import (
    FULL_TIME,
    OTHER_PROVIDER,
    PROFILE,
    TECHNICAL,
    agreed,
    certified,
    contracted,
    decided,
    fulfilled,
    included,
    line,
    ordered,
    taking,
    town,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size

from law189.casebook.book import Casebook
from law189.casebook.cycles import CYCLES
from law189.casebook.shelf.past import past
from law189.casebook.stores.sql import SqlStore
from law189.errors import Refused

DRAFTED, ENTERED, AGREED = date(2023, 11, 1), date(2023, 10, 16), date(2023, 12, 11)


def excluded(history="entry", on="2024-03-01"):
    return line(history, "selection", "excluded", on, "education", ground="own-request", because="заявление")


def annulled(history, lifecycle, record, on):
    return line(
        history, lifecycle, "record_annulled", on, "education", record=record, reason="запись ошибочна"
    )


def whole():
    """The town, with a contract that is fulfilled after its provider left the register."""
    return taking(town(), contracted(), [excluded()], map(decided, fulfilled()))


# ─── По дням, посчитанным вручную ────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("on", "owing"),
    [
        (date(2023, 10, 15), set()),
        (ENTERED, set()),  # the entry is in the register and owes nothing
        (DRAFTED, {"order"}),
        (AGREED, {"agreement", "order"}),
    ],
)
def test_a_case_that_has_not_begun_owes_nothing(on, owing):
    book = whole()
    assert {case for case, _ in book.due(on)} == owing
    for case in book.cases():
        if case.records[0].event.on > on:
            assert CYCLES[case.lifecycle].due(case, PROFILE, on) == ()


def test_a_case_in_which_nothing_has_happened_yet_owes_its_first_step():
    case = CYCLES["agreement"].begin("a")
    (duty,) = CYCLES["agreement"].due(case, PROFILE, DRAFTED)
    assert duty.kind == "drafted"


def test_a_dependant_is_the_case_as_it_stood_on_the_day():
    (rests,) = [one for one in whole().dependants(date(2024, 4, 1)) if one.history.id == "k1"]
    assert (rests.history.state, rests.ground.id, rests.ground.state) == ("concluded", "entry", "excluded")
    assert len(rests.history.records) == 2
    assert "k1" not in {one.history.id for one in whole().dependants(date(2024, 2, 28))}


def test_a_step_of_an_earlier_day_is_judged_beside_the_cases_of_that_day():
    """A certificate whose record is annulled on 10.02.2024 gave a right to a contract on 31 January."""
    both = (FULL_TIME, TECHNICAL)
    offered, _ = contracted("k2", number="Д-2", service=TECHNICAL, on="2024-01-20")
    before = taking(
        ordered(shares=((FULL_TIME, 600), (TECHNICAL, 72))),
        included(services=both),
        agreed(services=both),
        certified(),
        certified("c2", number="К-2", file="18", services=(TECHNICAL,)),
        [offered],
        contracted("k1", on="2024-01-25"),
    )
    after = before.take(annulled("c2", "certificate", 3, "2024-02-10"))
    for case in ("k2", "c2", "k1", "c1"):
        assert after.options(case, date(2024, 1, 31)) == before.options(case, date(2024, 1, 31))


# ─── Закон ───────────────────────────────────────────────────────────────────────────────────────────────

GROUPS = (
    [*included("entry2", inn=OTHER_PROVIDER, record="2", services=(TECHNICAL,))],
    [*agreed("agreement2", number="С-2", record="2", services=(TECHNICAL,))],
    [*certified("c2", number="К-2", file="18", on="2024-01-20")],
    [*certified("c3", number="К-3", file="17", on="2024-06-10")],
    [*contracted()],
    [*contracted("k2", number="Д-2", certificate="К-2", on="2024-02-10")],
    [*fulfilled()],
    [*fulfilled("k2", rendered=36)],
    [excluded()],
    [excluded("entry2", "2024-02-15")],
    [annulled("k1", "contract", 2, "2024-02-20")],
    [annulled("c2", "certificate", 3, "2024-01-25")],
    [annulled("entry", "selection", 3, "2024-03-20")],
    [*ordered("order2", number="2025/1", year=2025)],
)
DAYS = st.dates(date(2023, 10, 10), date(2024, 6, 30))


def books(groups, on):
    """The book of all the steps that are taken, by their days, and the book of those of the day and before."""
    full, then = Casebook(PROFILE), Casebook(PROFILE)
    steps = [one for group in ([*town()], *groups) for one in group]
    for one in sorted(steps, key=lambda each: each.event.on):
        try:
            full = full.take(one)
        except Refused:
            continue
        then = full if one.event.on <= on else then
    return full, then


def told(dependants):
    return {(one.history, one.ground, repr(one.verdict)) for one in dependants}


@settings(max_examples=size(40, 1500))
@given(st.lists(st.sampled_from(range(len(GROUPS))), unique=True, max_size=8), DAYS)
def test_a_book_answers_of_a_day_as_the_book_that_ended_on_it(chosen, on):
    full, then = books([GROUPS[place] for place in sorted(chosen)], on)
    assert [*full.due(on)] == [*then.due(on)]
    assert full.ledger(on) == then.ledger(on)
    assert told(full.dependants(on)) == told(then.dependants(on))
    for case in then.cases():
        assert full.options(case.id, on) == then.options(case.id, on)


@settings(max_examples=size(20, 500))
@given(st.lists(st.sampled_from(range(len(GROUPS))), unique=True, max_size=8), DAYS)
def test_the_shelf_of_a_day_has_what_the_shelf_that_ended_on_it_has(chosen, on):
    full, then = books([GROUPS[place] for place in sorted(chosen)], on)
    shelf = past(full.shelf, full.shelf.later(on), on)
    assert [*shelf.cases()] == [*then.shelf.cases()]
    for one in (full.shelf, then.shelf):
        for key in dict(one._ids.items()):
            assert shelf.found(key) == then.shelf.found(key)
        for account in dict(one._balances.items()):
            assert shelf.balance(account) == then.shelf.balance(account)
    for case in full.cases():
        assert shelf.case(case.id) == then.shelf.case(case.id)


def test_a_store_answers_of_an_earlier_day_as_the_book(tmp_path):
    book, store = Casebook(PROFILE), SqlStore(f"sqlite:///{tmp_path / 'book.sqlite3'}", PROFILE)
    for one in (*town(), *contracted(), excluded(), *map(decided, fulfilled())):
        book = book.take(one)
        store.take(one)
    for on in (date(2023, 10, 15), ENTERED, DRAFTED, AGREED, date(2024, 1, 31), date(2024, 6, 1)):
        assert [*store.due(on)] == [*book.due(on)]
        for case in book.cases():
            assert store.options(case.id, on) == book.options(case.id, on)
    store.close()
