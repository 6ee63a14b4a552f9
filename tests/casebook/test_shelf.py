"""The shelf in memory: after any steps it knows what a count of all its cases from nothing knows."""

from datetime import date
from decimal import Decimal

from books import (
    IN_NAVIGATOR,
    PROFILE,
    certified,
    contracted,
    fulfilled,
    included,
    line,
    ordered,
    town,
    volume,
)
from drawn import drawn
from hypothesis import given
from hypothesis import strategies as st

from law189.casebook.cycles import CYCLES
from law189.casebook.keys import By, formed_by, keys_of, number
from law189.casebook.ledger import ledger, ledger_of
from law189.casebook.postings import balances, postings
from law189.casebook.shelf import Count, MemoryShelf
from law189.casebook.shelf.following import following
from law189.casebook.shelf.frozen_map import PARTS, FrozenMap
from law189.casebook.taking import judged
from law189.cases.history import RecordAnnulled
from law189.measures import Unit
from law189.numbers import service_key
from law189.workflows import certificate

KEYS = st.integers(-3, 3).map(lambda many: many * PARTS * PARTS) | st.integers(-3 * PARTS, 3 * PARTS)
STEPS = [
    *town(),
    *contracted(),
    *fulfilled(rendered=50),
    *certified("c2", number="К-2", file="18"),
    line("c2", "certificate", "annulled", "2024-01-20", "education", reason="переезд", ground="own-request"),
    line("k1", "contract", "record_annulled", "2024-06-01", "provider", record=3, reason="описка"),
    *fulfilled(rendered=60, on="2024-06-01"),
    *included("e2", record="2"),
    *ordered("o2", number="2024/2", shares=(("804200О.99.0.ББ52АЕ11000", 10),)),
    line("k9", "contract", "declined", "2024-02-01", "provider"),
]


@given(st.lists(st.tuples(st.booleans(), KEYS, st.integers())))
def test_a_frozen_map_is_a_dictionary_that_a_change_leaves_as_it_was(changes):
    told: dict[int, int] = {}
    made = FrozenMap[int, int]()
    for keeps, key, value in changes:
        before, seen = dict(made.items()), made
        made = made.put({key: value}) if keeps else made.put({}, without=[key])
        if keeps:
            told[key] = value
        else:
            told.pop(key, None)
        assert dict(seen.items()) == before
    assert dict(made.items()) == told
    assert len(made) == len(told)
    assert all(made.get(key) == told.get(key) for _, key, _ in changes)
    assert made == FrozenMap[int, int]().put(told)


@given(st.permutations(range(len(STEPS))), st.integers(0, len(STEPS)))
def test_a_shelf_knows_what_a_count_from_nothing_knows(order, many):
    shelf = MemoryShelf()
    for place in sorted(order[:many]):
        shelf = shelf.with_cases(judged(shelf, STEPS[place], PROFILE, happened=True).cases)
    cases = list(shelf.cases())
    moved = [one for case in cases for one in postings(case)]
    for account, amount in balances(moved).items():
        assert shelf.balance(account) == amount
    found = {
        key: [case.id for case in cases if key in keys_of(case)] for case in cases for key in keys_of(case)
    }
    assert {key: list(shelf.found(key)) for key in found} == found
    formed = [one for case in cases for one in formed_by(case) if one.on <= date(2024, 1, 15)]
    expected = Count(len(formed), sum((one.amount for one in formed), Decimal(0)))
    service = service_key("804200О.99.0.ББ52АЖ48000")
    assert shelf.formed((service,), Unit.PERSON_HOURS, None, date(2024, 1, 15)) == expected
    for day in DAYS:
        assert ledger_of(shelf.moved_by(day), PROFILE, day) == ledger(cases, PROFILE, day)


DAYS = (
    date(2023, 12, 1),
    date(2024, 1, 10),
    date(2024, 1, 20),
    date(2024, 5, 31),
    date(2025, 2, 1),
)


@given(data=st.data())
def test_what_follows_from_a_case_does_not_depend_on_how_much_of_it_was_known_before(data):
    """Of any lifecycle, with a record annulled at times: asked of the new records only, or of all of them."""
    cycle = data.draw(st.sampled_from([*CYCLES.values()]))
    seen = drawn(cycle, PROFILE, data, steps=9)
    last = seen[-1]
    if last.records and data.draw(st.booleans()):
        places = st.integers(1, last.version)
        on = max(record.event.on for record in last.records)
        undone = RecordAnnulled(on=on, by="education", record=data.draw(places), reason="ошибка")
        seen = [*seen, cycle.supposed(last, undone, PROFILE)[0]]
    for place, after in enumerate(seen):
        whole = following(after)
        for before in seen[: place + 1]:
            assert following(after, before, following(before)) == whole
            assert following(before, after, whole) == following(before)


def test_a_key_that_no_case_has_any_more_finds_nothing():
    shelf = MemoryShelf()
    for step in certified():
        shelf = shelf.with_cases(judged(shelf, step, PROFILE, happened=True).cases)
    undone = line(
        "c1", "certificate", "record_annulled", "2024-01-10", "education", record=3, reason="описка"
    )
    assert shelf.found(number(By.CERTIFICATE, "к-1")) == ("c1",)
    shelf = shelf.with_cases(judged(shelf, undone, PROFILE, happened=True).cases)
    assert shelf.found(number(By.CERTIFICATE, "К-1")) == ()
    assert shelf.found(number(By.CONSUMER, "17")) == ("c1",)


def test_cases_of_one_number_are_found_in_the_order_in_which_they_were_begun():
    """The case that was begun first gets the number last."""
    applied, *_ = certified("c1", file="18")
    shelf = MemoryShelf()
    for step in (applied, *certified("c2", file="19"), *[*certified("c1", file="18")][1:]):
        shelf = shelf.with_cases(judged(shelf, step, PROFILE, happened=True).cases)
    assert shelf.found(number(By.CERTIFICATE, "К-1")) == ("c1", "c2")


def test_what_follows_from_a_certificate_is_its_nominal_as_amended():
    """It is told without folding the whole certificate, and says the same."""
    more = {"valid_until": "2024-12-31", "reason": "ошибка", "document": IN_NAVIGATOR}
    steps = [
        *ordered(),
        *certified(),
        line("c1", "certificate", "amended", "2024-01-15", "education", nominal=volume(60), **more),
        line("c1", "certificate", "amended", "2024-01-16", "education", nominal=volume(50), **more),
        line("c1", "certificate", "record_annulled", "2024-01-17", "education", record=5, reason="описка"),
    ]
    shelf, seen = MemoryShelf(), []
    for step in steps:
        shelf = shelf.with_cases(judged(shelf, step, PROFILE, happened=True).cases)
        case = shelf.case("c1")
        if case is not None and case.version > 2:
            (formed,) = formed_by(case)
            assert formed.amount == certificate.holding_of(case).nominal.amount
            seen.append(formed.amount)
    assert seen == [72, 60, 50, 60]


def test_a_map_to_which_nothing_is_put_is_the_same_one():
    made = FrozenMap[int, int]().put({1: 1})
    assert made.put({}) is made
