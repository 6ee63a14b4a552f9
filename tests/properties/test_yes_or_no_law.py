"""The law of what has no direction: of yes or no neither is more, and a base of another kind sets no direction."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from law189.profile.indicators import Range
from law189.rules.indicators.targets import reached

ANSWERS, NUMBERS = st.booleans(), st.integers(-3, 3).map(Decimal)
RANGES = st.builds(lambda low, more: Range(at_least=low, at_most=low + more), NUMBERS, st.integers(0, 3))
NO_NUMBER = ANSWERS | st.just("tbd") | st.none()
ANY = NUMBERS | RANGES | NO_NUMBER


@given(ANSWERS, ANY, ANSWERS)
def test_yes_or_no_is_reached_by_the_same_answer_whatever_the_base(reported, base, target):
    assert reached(reported, base, target) is (reported is target)


@given(NUMBERS, NO_NUMBER, NUMBERS)
def test_without_a_number_as_its_base_more_is_better(reported, base, target):
    assert reached(reported, base, target) is (reported >= target)


@given(NUMBERS, NUMBERS, NUMBERS)
def test_less_is_better_exactly_where_the_base_is_greater(reported, base, target):
    assert reached(reported, base, target) is (reported <= target if base > target else reported >= target)


@given(NUMBERS, ANY, RANGES)
def test_bounds_are_kept_or_not_whatever_the_base(reported, base, target):
    assert reached(reported, base, target) is (target.at_least <= reported <= target.at_most)


@given(ANY, ANY, ANY)
def test_what_is_of_another_kind_than_the_target_is_not_compared(reported, base, target):
    alike = isinstance(reported, bool) is isinstance(target, bool) and not isinstance(reported, Range)
    number = isinstance(reported, Decimal | bool) and isinstance(target, Decimal | bool | Range)
    assert (reached(reported, base, target) is not None) is (alike and number)
