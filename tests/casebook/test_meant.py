"""Of the agreements of one provider a contract rests on the one whose days and services are its own.

Written from the page of the casebook («a step rests on the one whose year is that of the step and its term; an
agreement is chosen by services and provider») and from item 5.2 of annex 4 of the city's decree: a contract may be
concluded while the agreement of the provider is in force.
"""

from datetime import date
from itertools import permutations

import pytest
from books import (
    FULL_TIME,
    IN_NAVIGATOR,
    PROFILE,
    TECHNICAL,
    agreed,
    certified,
    decided,
    included,
    line,
    ordered,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size
from scenes import terminated

from law189.casebook.book import Casebook
from law189.casebook.shown import shown

NAMES = ("С-1", "С-2", "С-3")
ON, UNTIL = date(2024, 7, 1), date(2024, 8, 31)
LAST_DAYS = ("2024-06-20", "2024-07-15", "2024-12-31")
"""Over by the day of the contract; over before its last day; longer than it."""


def agreement(number, last, *, ended=False, services=(FULL_TIME,)):
    """An agreement of the provider to that last day; `ended` early, before the contract."""
    case = f"agreement {number}"
    yield from agreed(case, number=number, services=services, sums="1000.00", ends_on=last)
    if ended:
        yield terminated(case, "2024-05-02")


def offer(last=UNTIL):
    return line(
        "k1",
        "contract",
        "offered",
        ON,
        "provider",
        number="Д-1",
        provider="4205000009",
        service=FULL_TIME,
        volume={"amount": 10, "unit": "person-hours"},
        ends_on=last,
        terms=["schedule", "place"],
    )


def concluded():
    refers_to = {"certificate": "К-1"}
    return line(
        "k1", "contract", "concluded", ON, "representative", document=IN_NAVIGATOR, refers_to=refers_to
    )


def book_with(groups):
    book = Casebook(PROFILE)
    services = ((FULL_TIME, 600), (TECHNICAL, 600))
    both = included(services=(FULL_TIME, TECHNICAL))
    for group in (ordered(shares=services), both, *groups, certified(), [offer()]):
        for one in group:
            book = book.take(decided(one))
    return book


def rank(said):
    """How ill an agreement suits the contract, by its days and services: nothing where it suits."""
    last, ended, services = said
    return (
        FULL_TIME not in services,
        ended or date.fromisoformat(last) < ON,
        date.fromisoformat(last) < UNTIL,
    )


SAID = st.tuples(
    st.sampled_from(LAST_DAYS),
    st.booleans(),
    st.sampled_from([(FULL_TIME,), (TECHNICAL,), (FULL_TIME, TECHNICAL)]),
)


@settings(max_examples=size(20, 300), deadline=None)
@given(st.lists(SAID, min_size=2, max_size=3), st.randoms(use_true_random=False))
def test_a_contract_rests_on_the_agreement_that_suits_it_whatever_the_order_of_the_cases(told, random):
    told = dict(zip(NAMES, told, strict=False))
    best = min(rank(said) for number, said in told.items())
    suited = {number for number, said in told.items() if rank(said) == best}
    order = [*told]
    random.shuffle(order)
    book = book_with(
        agreement(number, told[number][0], ended=told[number][1], services=told[number][2])
        for number in order
    )
    seen = shown(book.shelf, concluded(), book.case("k1"))
    assert seen.event.agreement.number in suited


@pytest.mark.parametrize("order", [*permutations(range(2))])
def test_an_agreement_whose_last_day_is_past_is_not_the_one_that_is_meant(order):
    """The completion of last year's agreement need not be recorded; only the other one reaches the last day."""
    for last in LAST_DAYS[:2]:
        both = [[*agreement("С-1", last)], [*agreement("С-2", "2024-12-31")]]
        book = book_with(both[one] for one in order)
        taken = book.take(concluded()).case("k1").records[-1]
        assert (taken.event.agreement.number, taken.verdict.outcome.name) == ("С-2", "HOLDS")


@pytest.mark.parametrize("order", [*permutations(range(2))])
def test_a_contract_stays_under_its_agreement_until_a_step_names_another(order):
    """By hand: amended without a word of the agreement, it rests on the one that it was concluded under."""
    for own in ("С-1", "С-2"):
        both = [[*agreement("С-1", "2024-12-31")], [*agreement("С-2", "2024-12-31")]]
        book = book_with(both[one] for one in order)
        named = {"certificate": "К-1", "agreement": own}
        step = line(
            "k1", "contract", "concluded", ON, "representative", document=IN_NAVIGATOR, refers_to=named
        )
        book = book.take(step)
        more = line(
            "k1",
            "contract",
            "amended",
            "2024-07-08",
            "representative",
            document=IN_NAVIGATOR,
            volume={"amount": 12, "unit": "person-hours"},
            rendered={"amount": 0, "unit": "person-hours"},
            ends_on="2024-08-31",
        )
        taken = book.take(decided(more)).case("k1").records[-1]
        assert taken.event.agreement.number == own
