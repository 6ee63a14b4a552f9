"""The days of a meeting and its minutes stand in the order in which the things are done."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law189.profile.loader import load_profile
from law189.rules.minutes.minutes_order import in_order
from law189.verdict import Outcome

GROUP = load_profile("kemerovo").latest.working_group
HELD = date(2023, 10, 2)
STEPS = ("заседание проведено", "протокол составлен", "протокол подписан", "копии протокола направлены")
SOME = st.none() | st.integers(-3, 3).map(lambda days: HELD + timedelta(days))


def told(*days):
    found = list(in_order(*days, GROUP))
    assert {(one.rule, one.outcome) for one in found} <= {("minutes.order", Outcome.VOID)}
    assert {one.cites for one in found} <= {(GROUP.basis("minutes"),)}
    return [(one.facts["first"].ru, one.facts["then"].ru) for one in found]


@pytest.mark.parametrize(
    ("days", "places"),
    [
        ((0, 0, 0, 0), []),
        ((0, 1, 2, 3), []),
        ((0, -1, 1, 1), [(0, 1)]),
        ((0, 2, 1, 3), [(1, 2)]),
        ((0, 1, 3, 2), [(2, 3)]),
        ((0, None, 3, 2), [(2, 3)]),
        ((0, None, None, -1), [(0, 3)]),
        ((0, 2, None, 1), [(1, 3)]),
        ((0, -1, -2, -3), [(0, 1), (1, 2), (2, 3)]),
        ((0, None, -1, 1), []),  # that of signing is judged by `minutes.signed`
    ],
)
def test_what_follows_is_never_of_an_earlier_day_than_the_last_thing_recorded_before_it(days, places):
    at = [None if day is None else HELD + timedelta(day) for day in days]
    assert told(*at) == [(STEPS[first], STEPS[then]) for first, then in places]


@given(st.tuples(SOME, SOME, SOME))
def test_days_that_never_go_back_are_in_order_and_the_same_days_turned_round_are_not(later):
    known = sorted(day for day in later if day is not None and day >= HELD)
    growing = iter(known)
    assert told(HELD, *(None if day is None or day < HELD else next(growing) for day in later)) == []
    drafted, signed, sent = later
    if None not in (drafted, signed, sent) and not HELD <= drafted <= signed <= sent:
        assert told(HELD, drafted, signed, sent)


def test_both_days_stand_in_the_sentence():
    (one,) = in_order(HELD, date(2023, 9, 1), None, None, GROUP)
    assert one.text.ru.startswith(
        "Сначала: заседание проведено (02.10.2023); потом: протокол составлен (01.09.2023)"
    )
