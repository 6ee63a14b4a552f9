"""What is owed under an agreement, and whether anything can be claimed or paid at all."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law189.extracts import FundingMode, YearSum
from law189.rules.agreements.debts import (
    acted,
    advance_left,
    claim_covered,
    claim_in_term,
    claims_covered,
    covered,
    owing,
    paid_off,
    payable,
)
from law189.rules.agreements.payments import Account, Payment, PeriodClaim, in_year, of_claim
from law189.rules.agreements.rendering import PeriodAct
from law189.verdict import Outcome

HOLDS, BREACH, UNKNOWN, VOID = Outcome.HOLDS, Outcome.BREACH, Outcome.UNKNOWN, Outcome.VOID
SUMS = (YearSum(year=2024, roubles=100), YearSum(year=2025, roubles=50))


def claim(number, roubles, year=2024, acts=()):
    return PeriodClaim(number, date(year, 3, 1), date(year, 3, 31), Decimal(roubles), acts)


ACCOUNTS = st.builds(
    lambda claims, paid: Account(
        FundingMode.PROVISION,
        SUMS,
        claims=tuple(claim(str(n), roubles, year) for n, (roubles, year) in enumerate(claims)),
        paid=tuple(
            Payment(claims[n][1], Decimal(roubles), str(n))
            for n, roubles in paid
            if n < len(claims) and roubles
        ),
    ),
    st.lists(st.tuples(st.integers(1, 90), st.sampled_from((2024, 2025, 2026))), max_size=3),
    st.lists(st.tuples(st.integers(0, 2), st.integers(0, 90)), max_size=4),
)


@given(ACCOUNTS)
def test_something_is_payable_just_where_a_kopeck_on_some_claim_is(account):
    cent = Decimal("0.01")
    some = any(
        of_claim(one.number, cent, account).outcome is HOLDS
        and in_year(cent, one.until.year, account).outcome is HOLDS
        for one in account.claims
    )
    if all(one.roubles == int(one.roubles) for one in account.claims):
        assert (payable(account).outcome is HOLDS) == some


@given(ACCOUNTS)
def test_what_is_owed_is_told_of_every_claim_and_is_no_more_than_the_sum_of_its_year(account):
    left = {one.number: one.roubles - account.paid_on(one.number) for one in account.claims}
    left = {number: roubles for number, roubles in left.items() if roubles > 0}
    open_ = [
        one.number
        for one in account.claims
        if one.number in left and account.paid_in(one.until.year) < account.sum_of(one.until.year)
    ]
    assert [one.number for one in covered(account)] == open_
    told = paid_off(account)
    assert told.outcome is (BREACH if open_ else HOLDS)
    assert (told.facts["unpaid"], told.facts["covered"]) == (left, tuple(open_))
    after = owing(account)
    assert (after is None) == (not account.unpaid)
    if after is not None:
        assert after.outcome is HOLDS
        assert (after.facts["unpaid"], after.facts["covered"]) == (left, tuple(open_))


@given(ACCOUNTS, st.integers(1, 120), st.sampled_from((2024, 2025, 2026)))
def test_a_claim_is_covered_just_where_it_and_the_earlier_ones_can_be_paid(account, roubles, year):
    """Beside it: what was paid for the year, and what earlier claims still ask, may be beyond the sum already."""
    asked = claim("new", roubles, year)
    told = claim_covered(asked, account)
    unpaid = sum(
        max(0, one.roubles - account.paid_on(one.number)) for one in account.claims if one.until.year == year
    )
    free = max(0, account.sum_of(year) - account.paid_in(year) - unpaid)
    assert told.outcome is (HOLDS if roubles <= free else BREACH)
    assert told.facts["beyond"] == (None if roubles <= free else roubles - free)


@pytest.mark.parametrize(
    ("paid", "year", "outcome"),
    [(0, 2024, HOLDS), (99, 2024, HOLDS), (100, 2024, VOID), (0, 2026, VOID)],
)
def test_an_advance_needs_something_left_of_the_sum_of_its_year(paid, year, outcome):
    account = Account(FundingMode.PROVISION, SUMS, paid=(Payment(2024, Decimal(paid)),))
    assert advance_left(account, year).outcome is outcome


def test_a_reimbursement_needs_an_act_that_no_claim_rests_on():
    acts = tuple(PeriodAct(number, date(2024, 3, 1), date(2024, 3, 31), ("А",)) for number in ("1", "2"))
    account = Account(FundingMode.REIMBURSEMENT, SUMS, acts=acts)
    assert acted(account._replace(mode=FundingMode.PROVISION)) is None
    assert acted(account).facts["acts"] == ("1", "2")
    one = account._replace(claims=(claim("3", 1, acts=("№ 1",)),))
    assert (acted(one).outcome, acted(one).facts["acts"]) == (HOLDS, ("2",))
    both = account._replace(claims=(claim("3", 1, acts=("№ 1", "2")),))
    assert (acted(both).outcome, [ask.path for ask in acted(both).asks]) == (UNKNOWN, ["event.acts"])


@pytest.mark.parametrize(
    ("first", "last", "outcome"),
    [
        (date(2024, 3, 31), date(2024, 12, 31), HOLDS),
        (date(2024, 4, 1), date(2024, 12, 31), VOID),
        (date(2024, 1, 1), date(2024, 3, 1), HOLDS),
        (date(2024, 1, 1), date(2024, 2, 29), VOID),
    ],
)
def test_a_claim_has_a_day_of_the_agreement(first, last, outcome):
    assert claim_in_term(claim("3", 1), first, last).outcome is outcome


# ─── What a claim asks does not vanish without a word ────────────────────────────────────────────────────

STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("claim"), st.integers(1, 120), st.sampled_from((2024, 2025))),
        st.tuples(st.just("advance"), st.integers(1, 60), st.sampled_from((2024, 2025))),
        st.tuples(st.just("sums"), st.integers(0, 120), st.integers(0, 120)),
    ),
    max_size=5,
)


def told_of(steps):
    """Whether some step is a breach by what it leaves to the claims, and the account after all of them."""
    account, told = Account(FundingMode.PROVISION, SUMS), False
    for at, (kind, one, other) in enumerate(steps):
        if kind == "claim":
            asked = claim(str(at), one, other)
            told |= claim_covered(asked, account).outcome is BREACH
            account = account._replace(claims=(*account.claims, asked))
            continue
        if kind == "advance":
            after = account.paying(Payment(other, Decimal(one)))
        else:
            sums = YearSum(year=2024, roubles=one), YearSum(year=2025, roubles=other)
            after = account._replace(sums=sums)
        verdict = claims_covered(account, after)
        told |= verdict is not None and verdict.outcome is BREACH
        account = after
    return told, account


@given(STEPS, st.randoms(use_true_random=False))
def test_what_a_year_lacks_for_its_claims_is_told_at_some_step_in_any_order(steps, random):
    several = [one for one in steps if one[0] != "sums"] + [one for one in steps if one[0] == "sums"][:1]
    random.shuffle(several)
    told, account = told_of(several)
    lacks = any(
        account.paid_in(year) + sum(one.roubles for one in account.claims if one.until.year == year)
        > account.sum_of(year)
        for year in {one.until.year for one in account.claims}
    )
    assert told or not lacks


def test_a_step_that_leaves_no_less_to_the_claims_than_before_tells_nothing():
    account = Account(FundingMode.PROVISION, SUMS, claims=(claim("3", 120),))
    more = account._replace(sums=(YearSum(year=2024, roubles=110),))
    assert claims_covered(account, more).outcome is HOLDS
    assert claims_covered(account, account).outcome is HOLDS
    less = claims_covered(account, account._replace(sums=(YearSum(year=2024, roubles=90),)))
    assert (less.outcome, less.facts["beyond"], less.facts["unpaid"]) == (BREACH, {"2024": 30}, {"3": 120})
    assert claims_covered(account._replace(claims=()), more._replace(claims=())) is None
