"""How a value of an indicator stands in what a verdict has seen, and on which day its time ends."""

from calendar import monthrange
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law189.profile.indicators import IndicatorValue
from law189.profile.loader import load_profile
from law189.rules.indicators import judged, last_day_of

INDICATORS = load_profile("kemerovo").latest.indicators


@pytest.mark.parametrize(
    ("reported", "seen"), [(None, None), (Decimal("75.50"), "75.50"), (True, True), (False, False)]
)
def test_a_number_is_seen_exactly_a_yes_or_no_as_it_is_and_nothing_where_nothing_was_reported(reported, seen):
    for indicator in INDICATORS:
        *_, target = judged(indicator, reported, None, None).parts
        assert (target.rule, target.facts["reported"]) == ("indicators.target", seen)
        assert type(target.facts["reported"]) is type(seen)


@given(st.integers(2000, 2100), st.none() | st.integers(1, 12))
def test_the_time_of_a_value_ends_with_its_month_or_else_with_its_year(year, month):
    last = month or 12
    assert last_day_of(IndicatorValue(value=1, year=year, month=month)) == date(
        year, last, monthrange(year, last)[1]
    )
    assert last_day_of(IndicatorValue(value=1, year=None, month=month)) is None
