"""Claims on acts, payments on claims, and new sums of an agreement, each at its limit."""

from datetime import date
from decimal import Decimal

import pytest

from law189.extracts import FundingMode, YearSum
from law189.rules.agreements.payments import Account, Payment, PeriodClaim, of_claim, on_acts, still_covered
from law189.rules.agreements.rendering import PeriodAct
from law189.verdict import Outcome

HOLDS, UNKNOWN, VOID = Outcome.HOLDS, Outcome.UNKNOWN, Outcome.VOID
FIRST, LAST = date(2024, 3, 1), date(2024, 3, 31)
SUMS = (YearSum(year=2024, roubles=100), YearSum(year=2025, roubles=50))


def account(mode=FundingMode.REIMBURSEMENT, **has):
    return Account(mode, SUMS, **has)


def claim(*acts, number="2", since=FIRST, until=LAST, roubles=10):
    return PeriodClaim(number, since, until, Decimal(roubles), acts)


@pytest.mark.parametrize(
    ("since", "until", "outside"),
    [
        (FIRST, LAST, ()),
        (date(2024, 3, 2), date(2024, 3, 30), ()),
        (date(2024, 2, 29), LAST, ("1",)),
        (FIRST, date(2024, 4, 1), ("1",)),
    ],
)
def test_an_act_has_the_days_of_its_claim_the_first_and_the_last_included(since, until, outside):
    verdict = on_acts(claim("1"), account(acts=(PeriodAct("1", since, until, ("A",)),)))
    assert (verdict.outcome, verdict.facts["outside"]) == (VOID if outside else HOLDS, outside)


def test_an_act_of_one_day_may_be_claimed():
    verdict = on_acts(claim("1"), account(acts=(PeriodAct("1", FIRST, FIRST, ("A",)),)))
    assert verdict.outcome is HOLDS


@pytest.mark.parametrize(
    ("acts", "missing", "used"),
    [(("9",), ("9",), ()), (("1", "№ 1"), (), ("№ 1",)), (("3",), (), ("3",))],
)
def test_an_act_that_is_not_there_or_was_claimed_is_void(acts, missing, used):
    held = (PeriodAct("1", FIRST, LAST, ("A",)), PeriodAct("3", FIRST, LAST, ("B",)))
    verdict = on_acts(claim(*acts), account(acts=held, claims=(claim("3", number="1"),)))
    assert (verdict.outcome, verdict.facts["missing"], verdict.facts["used"]) == (VOID, missing, used)


@pytest.mark.parametrize(
    ("mode", "outcome"), [(FundingMode.REIMBURSEMENT, UNKNOWN), (FundingMode.PROVISION, HOLDS)]
)
def test_only_what_is_reimbursed_needs_an_act(mode, outcome):
    assert on_acts(claim(), account(mode)).outcome is outcome


@pytest.mark.parametrize(
    ("number", "roubles", "outcome", "claimed"),
    [("2", "7.99", HOLDS, 10), ("№ 2", 8, HOLDS, 10), ("2", "8.01", VOID, 10), ("5", 1, VOID, None)],
)
def test_no_more_is_paid_on_a_claim_than_it_asks(number, roubles, outcome, claimed):
    verdict = of_claim(
        number, Decimal(roubles), account(claims=(claim(),), paid=(Payment(2024, Decimal(2), "2"),))
    )
    assert (verdict.outcome, verdict.facts["claimed"]) == (outcome, claimed)


@pytest.mark.parametrize(
    ("sum_", "outcome", "over"), [(40, HOLDS, {}), ("39.99", VOID, {"2024": Decimal(40)})]
)
def test_a_year_keeps_at_least_what_was_paid_for_it(sum_, outcome, over):
    paid = account(paid=(Payment(2024, Decimal(40)), Payment(2025, Decimal(50))))
    verdict = still_covered((YearSum(year=2024, roubles=sum_), SUMS[1]), paid)
    assert (verdict.outcome, verdict.facts["over"]) == (outcome, over)
