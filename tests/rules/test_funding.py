"""How an agreement pays: its way, its sums in roubles and kopecks, its term, its provider."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from law189.extracts import FundingMode, OrderExtract, RegisterExtract, YearSum
from law189.profile.loader import load_profile
from law189.rules.agreements.funding import (
    in_mode,
    in_years,
    of_provider,
    paid,
    paid_in_term,
    run_out,
    runs,
    still_runs,
    term_of_order,
    total,
)
from law189.verdict import DECISION, Outcome, Verdict

LAW = load_profile("kemerovo").latest.cite("189-fz/art22.part2")
ENDS = date(2023, 12, 31)


def sums(*pairs):
    return [YearSum(year=year, roubles=roubles) for year, roubles in pairs]


def entry(inn):
    return RegisterExtract(
        as_of="2023-10-02",
        provider=inn,
        record="12",
        services=("804200О.99.0.ББ52АЖ48000",),
        included_on="2023-09-25",
    )


# ─── The way of paying ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("allowed", [("provision",), ("reimbursement",), ("provision", "reimbursement"), ()])
@pytest.mark.parametrize("mode", FundingMode)
def test_an_agreement_pays_only_as_the_act_has_it(mode, allowed):
    verdict = in_mode(mode, allowed, LAW)
    assert verdict.outcome is (Outcome.HOLDS if mode.value in allowed else Outcome.VOID)
    assert (verdict.cites, len(verdict.facts["allowed"])) == ((LAW,), len(allowed))


def test_the_ways_of_paying_are_told_in_words():
    text = in_mode(FundingMode.PROVISION, ["reimbursement"]).text
    assert text.ru == "Способ финансирования: финансовое обеспечение; актом предусмотрено: возмещение."


# ─── Sums ────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "roubles",
    [100.5, 0.1, True, "0.001", "-1", "1e3x", "NaN", "Infinity", None, Decimal("0.005"), "1000000000000000"],
)
def test_a_sum_is_never_a_float_nor_finer_than_a_kopeck(roubles):
    with pytest.raises(ValidationError):
        YearSum(year=2023, roubles=roubles)


@pytest.mark.parametrize(
    ("given_sums", "failing"),
    [
        ([(2023, 1)], set()),
        ([(2023, "0.01"), (2025, 5)], set()),
        ([(2023, 0)], {"funding.positive"}),
        ([(2023, 1), (2023, 1)], {"funding.once"}),
        ([(2022, 1)], {"funding.years"}),
        ([(2026, 1)], {"funding.years"}),
        ([(2026, 0), (2026, 1)], {"funding.years", "funding.once", "funding.positive"}),
    ],
)
def test_each_year_has_one_sum_above_zero_within_the_years_of_the_agreement(given_sums, failing):
    verdicts = list(paid(sums(*given_sums), 2023, 2025))
    assert {v.rule for v in verdicts if v.outcome is Outcome.VOID} == failing
    assert {v.outcome for v in verdicts if v.rule not in failing} <= {Outcome.HOLDS}
    assert {v.cites for v in verdicts} == {()}  # the act on subsidies says nothing known of sums by year


def test_an_agreement_that_is_over_when_it_begins_has_the_year_of_its_last_day():
    told = in_years(sums((2023, 1), (2024, 1)), 2024, 2023)
    assert (told.facts["first"], told.facts["last"], told.facts["outside"]) == (2023, 2023, (2024,))
    assert in_years(sums((2023, 1)), 2024, 2023).outcome is Outcome.HOLDS


kopecks = st.integers(0, 10**12)
years = st.integers(2021, 2027)
pairs = st.lists(st.tuples(years, kopecks), min_size=1, max_size=6)


@given(pairs, years, years)
def test_sums_against_a_plain_count(found: list[tuple[int, int]], first: int, last: int) -> None:
    of_years = [year for year, _ in found]
    bad = {
        "funding.once": len(set(of_years)) < len(of_years),
        "funding.positive": any(cents == 0 for _, cents in found),
        "funding.years": not set(of_years) <= {last, *range(first, last)},
    }
    verdicts = list(paid(sums(*((year, Decimal(cents) / 100) for year, cents in found)), first, last))
    assert {v.rule for v in verdicts if v.outcome is Outcome.VOID} == {rule for rule in bad if bad[rule]}
    assert all(Verdict.from_json(verdict.as_json()) == verdict for verdict in verdicts)


@given(pairs, st.randoms())
def test_the_total_is_exact_to_the_kopeck_in_any_order(found: list[tuple[int, int]], luck) -> None:
    listed = sums(*((year, Decimal(cents) / 100) for year, cents in found))
    expected = total(listed)
    luck.shuffle(listed)
    assert total(listed) == expected
    assert expected * 100 == sum(cents for _, cents in found)
    assert isinstance(expected, Decimal)


def test_ten_kopecks_ten_times_are_a_rouble():
    assert total(sums(*((2023 + number, "0.10") for number in range(10)))) == Decimal(1)
    assert total([]) == 0


# ─── The term ────────────────────────────────────────────────────────────────────────────────────────────


@given(st.integers(-400, 400))
def test_an_agreement_runs_to_its_last_day_and_is_completed_from_that_day_on(number: int) -> None:
    on = ENDS + timedelta(number)
    assert runs(ENDS, on, LAW).outcome is (Outcome.HOLDS if number <= 0 else Outcome.VOID)
    assert run_out(ENDS, on, LAW).outcome is (Outcome.HOLDS if number >= 0 else Outcome.VOID)


# ─── The provider ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("shown", "drafted", "outcome"),
    [
        (entry("4205000009"), entry("4205000009"), Outcome.HOLDS),
        (entry("4205000009"), entry("4205000011"), Outcome.VOID),
        (None, entry("4205000009"), Outcome.UNKNOWN),
        (entry("4205000009"), None, Outcome.UNKNOWN),
        (None, None, Outcome.UNKNOWN),
    ],
)
def test_an_agreement_is_concluded_with_whom_it_was_drafted_for(shown, drafted, outcome):
    verdict = of_provider(shown, drafted, LAW)
    assert (verdict.outcome, verdict.cites) == (outcome, (LAW,))
    assert (verdict.facts["shown"], verdict.facts["drafted"]) == (
        shown and shown.provider,
        drafted and drafted.provider,
    )


def test_the_term_is_compared_with_the_year_of_the_order_only_where_the_order_is_shown():
    sums = (YearSum(year=2024, roubles=1), YearSum(year=2025, roubles=1))
    order = OrderExtract(
        as_of="2024-01-12",
        number="1",
        year=2024,
        status=1,
        services=("804200О.99.0.ББ52АЖ48000",),
        approved_on="2023-12-20",
        published_on="2023-12-25",
    )
    of_the_sums = list(paid(sums, 2024, 2025))
    assert list(paid_in_term(sums, 2024, date(2025, 3, 1), None)) == of_the_sums
    term, *rest = paid_in_term(sums, 2024, date(2025, 3, 1), order)
    assert (term, rest) == (term_of_order(date(2025, 3, 1), 2024), of_the_sums)


@given(st.integers(2022, 2026), st.integers(-400, 1200))
def test_an_agreement_within_the_year_of_its_order_holds_and_a_longer_one_is_for_a_person(year, shift):
    cite = load_profile("kemerovo").latest.cite("budget-code/art78.4.item3")
    ends_on = date(year, 12, 31) + timedelta(shift)
    verdict = term_of_order(ends_on, year, cite)
    assert verdict.outcome is (Outcome.UNKNOWN if shift > 0 else Outcome.HOLDS)
    assert [one.label.en for one in verdict.cites] == [
        "item 3 of article 78.4 of the Budget Code of the Russian Federation"
    ]
    assert ("record: a decision of an office" in verdict.text.en) is (shift > 0)
    assert verdict.asks == ((DECISION,) if shift > 0 else ())


@given(st.dates(), st.dates())
def test_an_agreement_is_ended_early_on_its_last_day_at_the_latest(ends_on, on):
    verdict = still_runs(ends_on, on)
    assert verdict.outcome is (Outcome.BREACH if on > ends_on else Outcome.HOLDS)
    assert verdict.facts == {"ends_on": ends_on, "on": on}
