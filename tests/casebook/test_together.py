"""The ledger says the same whether a file writes the steps of a contract into its certificate's case or not.

Drawn towns are taken by a book, which writes those linked steps, and case by case, which does not. On every day
both have one ledger; nothing in it is below zero; and the share of the order has what the book, which judges the
next certificate by it, says is left.
"""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from books import FULL_TIME, PROFILE, certified, contracted, fulfilled, line, town, volume
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size

from law189.casebook.book import Casebook
from law189.casebook.cycles import CYCLES
from law189.casebook.known import on_day
from law189.casebook.ledger import ledger
from law189.casebook.postings.accounts import share_of
from law189.casebook.registers import RegisterKind, register
from law189.casebook.taking import take
from law189.casebook.tallies import tallied
from law189.errors import Refused
from law189.measures import Unit
from law189.profile.tallies import Counts

FIGURES = ("ordered", "formed", "returned", "expired", "contracted", "released", "rendered", "accepted")
LEFT = ("live", "held", "remainder")
LAST = date(2025, 2, 1)


def ended(case, rendered, on):
    return line(case, "contract", "terminated", on, "provider", because="переезд", rendered=volume(rendered))


def annulled(case, on):
    return line(case, "certificate", "annulled", on, "education", reason="переезд", ground="own-request")


def expired(case, on):
    return line(case, "certificate", "expired", on, "education")


def amended(case, nominal, on):
    return line(
        case, "certificate", "amended", on, "education", nominal=volume(nominal), valid_until="2024-12-31",
        reason="изменение", document={"form": "electronic", "system": "navigator"},
    )  # fmt: skip


@st.composite
def steps(draw):
    """Certificates, each with up to two contracts one after another, and steps that end or change them."""
    pick = lambda *of: draw(st.sampled_from(of))  # noqa: E731
    found = []
    for at in range(pick(1, 2)):
        found += [*certified(f"c{at}", number=f"К-{at}", file=f"{at}", nominal=pick(36, 72))]
        for which in range(pick(0, 1, 2)):
            case, on = f"k{at}{which}", date(2024, 2, 1) + timedelta(60 * which)
            found += contracted(case, number=f"Д-{at}{which}", certificate=f"К-{at}",
                                amount=pick(12, 24, 36, 72), on=str(on))  # fmt: skip
            until = str(on + timedelta(pick(0, 1, 50, 400)))
            if pick(True, True, False):
                found.append(ended(case, pick(0, 6, 12, 24), until))
            if pick(True, False, False):
                wrong = {"record": 3, "reason": "ошибка в записи"}
                found.append(line(case, "contract", "record_annulled", until, "provider", **wrong))
        if pick(True, False):
            found.append(amended(f"c{at}", pick(24, 48, 72), pick("2024-03-02", "2024-06-03")))
        last = pick("2024-03-02", "2024-06-03", "2025-01-09")
        found += pick([], [annulled(f"c{at}", last)], [expired(f"c{at}", "2025-01-09")])
    return [*town_without_certificate(), *sorted(found, key=lambda one: one.event.on)]


def town_without_certificate():
    return [one for one in town() if one.lifecycle != "certificate"]


def both_ways(lines):
    """The book after the steps that it takes, and the cases of the same steps without those that it links."""
    book, alone = Casebook(PROFILE), {}
    for one in lines:
        try:
            taken = take(book.shelf, one, PROFILE)
        except Refused:
            continue
        if not taken.cases:
            continue
        book, cycle = book.after(taken), CYCLES[one.lifecycle]
        before = alone.get(one.history, cycle.begin(one.history))
        alone[one.history] = cycle.happened(before, taken.event, PROFILE)[0]
    return book, [*alone.values()]


def bare(told):
    return {
        (table, row.service, row.year, row.unit, row.who): {
            name: getattr(row, name).amount for name in (*FIGURES, *LEFT)
        }
        for table in ("services", "providers", "consumers")
        for row in getattr(told, table)
    }


def held(cases, day):
    """What the register of recipients and the indicators say of the certificates of the day."""
    cases = [*cases]
    rows = register(RegisterKind.RECIPIENTS, cases, PROFILE, day).rows
    known = [on_day(one, day) for one in cases]
    found = [tallied(Counts(kind=kind), known, PROFILE.on(day), day) for kind in ("certificates", "holders")]
    return sorted((row.history, row.live, row.ended_on) for row in rows), [one.found for one in found]


def days(lines):
    return sorted({one.event.on for one in lines} | {date(2024, 12, 31), date(2025, 1, 1), LAST})


def same(lines):
    book, alone = both_ways(lines)
    for day in days(lines):
        linked = ledger(book.cases(), PROFILE, day)
        assert held(book.cases(), day) == held(alone, day), day
        assert bare(linked) == bare(ledger(alone, PROFILE, day)), day
        for row in (*linked.services,):
            assert all(getattr(row, name).amount >= 0 for name in LEFT), (day, row)
    return book, alone


@settings(max_examples=size(40, 1500))  # fmt: skip
@given(lines=steps())
def test_the_ledger_is_the_same_with_the_linked_steps_and_without_them(lines):
    book, alone = same(lines)
    (row,) = [one for one in ledger(alone, PROFILE, LAST + timedelta(300)).services if one.service]
    left = book.shelf.balance(share_of("2024/1", FULL_TIME, 2024, Unit.PERSON_HOURS))
    assert row.remainder.amount == left


# ─── By hand ─────────────────────────────────────────────────────────────────────────────────────────────

ENDED = [*town(), *contracted(), ended("k1", 24, "2024-03-01")]


@pytest.mark.parametrize(
    ("more", "on", "returned", "gone"),
    [
        ([annulled("c1", "2024-03-02")], date(2024, 3, 10), 48, 0),
        ([amended("c1", 24, "2024-03-02")], date(2024, 3, 10), 48, 0),
        ([expired("c1", "2025-01-09")], date(2025, 1, 9), 0, 48),
        ([], date(2025, 1, 9), 0, 48),
    ],
)
def test_a_certificate_gives_back_what_its_contracts_leave(more, on, returned, gone):
    _, alone = same([*ENDED, *more])
    (row,) = ledger(alone, PROFILE, on).services
    assert [getattr(row, name).amount for name in ("returned", "expired", "live", "remainder")] == [
        returned, gone, 0, 528 + returned
    ]  # fmt: skip


def test_what_a_contract_holds_that_only_its_own_case_tells_of_does_not_expire():
    _, alone = same([*town(), *contracted(amount=60)])
    (row,) = ledger(alone, PROFILE, date(2025, 1, 9)).services
    assert [getattr(row, name).amount for name in ("expired", "live", "held")] == [12, 0, 60]


def test_a_contract_without_a_case_counts_by_what_the_certificate_says_of_it():
    book, _ = both_ways([*ENDED, annulled("c1", "2024-03-02")])
    cases = [one for one in book.cases() if one.lifecycle != "contract"]
    (row,) = ledger(cases, PROFILE, date(2024, 3, 10)).services
    assert row.returned.amount == Decimal(48)
    second = [*contracted("k2", number="Д-2", amount=12, on="2024-04-01"), *fulfilled("k2", 6, "2024-05-02")]
    book, _ = both_ways([*ENDED, *second, annulled("c1", "2024-06-02")])
    cases = [one for one in book.cases() if one.id != "k1"]
    (row,) = ledger(cases, PROFILE, date(2024, 6, 10)).services
    assert row.returned.amount == Decimal(42)
