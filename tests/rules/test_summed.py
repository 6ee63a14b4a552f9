"""What several reports say of some days, by hand: persons, of whom one may be told of twice, and what is added."""

from datetime import date
from decimal import Decimal

import pytest

from law189.rules.orders.summed import agreeing, counted_anew, exactly, of_days

BEGINS = {1: date(2024, 1, 1), 2: date(2024, 4, 1), 3: date(2024, 7, 1), 4: date(2024, 10, 1)}
ENDS = {1: date(2024, 3, 31), 2: date(2024, 6, 30), 3: date(2024, 9, 30), 4: date(2024, 12, 31)}


def told(first, last, amount):
    return exactly(BEGINS[first], ENDS[last], Decimal(amount))


PERSONS = [
    ([(1, 1, 30)], (1, 1), (30, 30)),
    ([(1, 1, 30)], (1, 2), (30, None)),
    ([(1, 2, 50)], (1, 1), (0, 50)),
    ([(1, 2, 50)], (2, 2), (0, 50)),
    ([(1, 1, 30), (2, 2, 40)], (1, 2), (40, None)),
    ([(1, 4, 90), (1, 2, 50), (2, 2, 20)], (1, 3), (50, 90)),
    ([(1, 1, 30)], (2, 2), (0, None)),
]
HOURS = [
    ([(1, 1, 30), (2, 2, 40)], (1, 2), (70, 70)),
    ([(1, 2, 50), (1, 1, 30)], (2, 2), (20, 20)),
    ([(1, 4, 90), (2, 2, 20)], (1, 1), (0, 70)),
    ([(1, 1, 30)], (1, 3), (30, None)),
    ([(3, 3, 10)], (1, 1), (0, None)),
    ([(3, 4, 10), (1, 2, 25), (2, 3, 20)], (2, 4), (20, 30)),
]


@pytest.mark.parametrize(("days", "cases"), [(counted_anew, PERSONS), (of_days, HOURS)])
def test_what_reports_say_of_days(days, cases):
    for spans, (first, last), said in cases:
        found = days([told(*one) for one in spans], BEGINS[first], ENDS[last])
        least, most = (None if one is None else Decimal(one) for one in said)
        assert (found.least, found.most) == (least, most), (spans, first, last)


def test_a_report_whose_days_run_backwards_is_left_out():
    backwards = exactly(ENDS[1], BEGINS[1], Decimal(5))
    assert agreeing([backwards, told(1, 1, 30)]) == ((told(1, 1, 30),),)
