"""Days that run backwards: the fewest are in error, and each record has the nearest day that is left to it."""

from datetime import date, timedelta
from itertools import combinations, pairwise, product

from hypothesis import given
from hypothesis import strategies as st

from law189.cases.days import days_made

FOUR = [date(2024, 1, 1) + timedelta(days) for days in range(4)]


def right(days):
    """The most places whose days do not run backwards, the earliest of them, by trying all."""
    for many in range(len(days), 0, -1):
        for places in combinations(range(len(days)), many):
            if all(days[one] <= days[other] for one, other in pairwise(places)):
                return places
    return ()


def test_the_fewest_days_are_in_error_and_those_have_the_nearest_day_that_the_others_leave():
    for many in range(6):
        for days in product(FOUR, repeat=many):
            made, kept = days_made(days), right(days)
            assert [made[place] for place in kept] == [days[place] for place in kept]
            assert [*made] == sorted(made)
            for place, day in enumerate(days):
                before = max((made[one] for one in range(place)), default=date.min)
                after = min((days[one] for one in kept if one > place), default=date.max)
                assert made[place] == max(before, min(day, after))


@given(st.lists(st.dates(), max_size=30))
def test_days_in_order_are_as_they_stand(days):
    assert [*days_made(sorted(days))] == sorted(days)
    assert [*days_made(days_made(days))] == [*days_made(days)]
