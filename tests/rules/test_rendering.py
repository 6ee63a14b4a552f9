"""Acts of what was rendered: each service counted once, and a day left to count."""

from datetime import date

import pytest

from law189.rules.agreements.rendering import PeriodAct, counted_once, days_left
from law189.verdict import Outcome

HOLDS, UNKNOWN, VOID = Outcome.HOLDS, Outcome.UNKNOWN, Outcome.VOID
FULL_TIME, TECHNICAL = "804200О.99.0.ББ52АЖ48000", "804200О.99.0.ББ52АЕ76000"
FIRST, LAST = date(2024, 3, 1), date(2024, 3, 31)
MARCH = PeriodAct("1", FIRST, LAST, (FULL_TIME,))


@pytest.mark.parametrize(
    ("services", "since", "outcome", "again"),
    [
        ((FULL_TIME,), LAST, VOID, {FULL_TIME: "1"}),
        ((FULL_TIME,), date(2024, 4, 1), HOLDS, {}),
        ((TECHNICAL,), FIRST, HOLDS, {}),
        ((TECHNICAL, TECHNICAL), FIRST, VOID, {TECHNICAL: "2"}),
        (("804200",), FIRST, UNKNOWN, {}),
    ],
)
def test_a_service_is_counted_once_for_a_day(services, since, outcome, again):
    verdict = counted_once(PeriodAct("2", since, date(2024, 4, 30), services), (MARCH,))
    assert (verdict.outcome, verdict.facts["again"]) == (outcome, again)


@pytest.mark.parametrize(
    ("services", "acts", "on", "outcome", "free"),
    [
        ((FULL_TIME,), (), FIRST, HOLDS, FIRST),
        ((FULL_TIME,), (), date(2024, 2, 29), VOID, FIRST),
        ((FULL_TIME,), (MARCH,), date(2024, 4, 1), HOLDS, date(2024, 4, 1)),
        ((FULL_TIME,), (MARCH,), LAST, VOID, date(2024, 4, 1)),
        ((FULL_TIME, TECHNICAL), (MARCH,), FIRST, HOLDS, FIRST),
    ],
)
def test_an_act_waits_for_the_first_day_that_is_not_counted(services, acts, on, outcome, free):
    verdict = days_left(services, acts, FIRST, date(2024, 12, 31), on)
    assert (verdict.outcome, verdict.facts["free"]) == (outcome, free)


def test_no_act_is_left_where_the_last_day_is_counted_and_one_is_where_only_that_is_free():
    assert days_left((FULL_TIME,), (MARCH,), FIRST, LAST, date(2025, 1, 1)).facts["free"] is None
    assert days_left((FULL_TIME,), (MARCH,), FIRST, LAST, date(2025, 1, 1)).outcome is VOID
    april = days_left((FULL_TIME,), (MARCH,), FIRST, date(2024, 4, 1), date(2024, 4, 1))
    assert (april.outcome, april.facts["free"]) == (HOLDS, date(2024, 4, 1))


def test_acts_are_taken_in_the_order_of_their_days():
    april = PeriodAct("2", date(2024, 4, 1), date(2024, 4, 30), (FULL_TIME,))
    verdict = days_left((FULL_TIME,), (april, MARCH), FIRST, date(2024, 12, 31), date(2024, 5, 1))
    assert (verdict.outcome, verdict.facts["free"]) == (HOLDS, date(2024, 5, 1))
