"""Reports of one order are judged as a count over the quarters judges them.

What was rendered in each quarter is a whole number here, so every way in which all reports can be true is tried. A
report breaches exactly where none is left, and separate periods breach where each that is left is over the order.
"""

from datetime import date
from decimal import Decimal
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st
from night import size

from law189.extracts import OrderLine, Part
from law189.measures import Unit
from law189.rules.orders.reported_amended import amended_below
from law189.rules.orders.reported_periods import agree, together
from law189.rules.orders.reported_rows import ReportRow
from law189.verdict import Outcome

SERVICE = "804200О.99.0.ББ52АЖ48000"
BEGINS = [date(2024, month, 1) for month in (1, 4, 7, 10)]
ENDS = [date(2024, 3, 31), date(2024, 6, 30), date(2024, 9, 30), date(2024, 12, 31)]
LARGEST = 4
YEARS = tuple(product(range(LARGEST + 1), repeat=4))
"""What may have been rendered in each quarter of a year, as far as the reports tell of it."""

PERIODS = [(first, last) for last in range(4) for first in range(last + 1)]
report = st.tuples(st.sampled_from(PERIODS), st.integers(0, LARGEST))


def row(told):
    (first, last), amount = told
    return ReportRow(BEGINS[first], ENDS[last], SERVICE, Unit.PERSON_HOURS, Decimal(amount))


def true_in(years, told):
    (first, last), amount = told
    return [year for year in years if sum(year[first : last + 1]) == amount]


def line(total):
    parts = (Part(way="municipal-task", amount=total),)
    return OrderLine(service=SERVICE, unit=Unit.PERSON_HOURS, total=total, parts=parts)


@given(st.lists(report, min_size=1, max_size=6), st.integers(1, 10))
@settings(max_examples=size(400, 20000))
def test_a_report_breaches_exactly_where_no_year_makes_it_true(drawn, ordered):
    """A report that breaches is annulled here, so those before the next one agree."""
    years, before = list(YEARS), []
    for told in drawn:
        left, one = true_in(years, told), row(told)
        found = [verdict.outcome is Outcome.HOLDS for verdict in agree(one, before)]
        assert found == ([] if not before else [bool(left)])
        if left and told[1] <= ordered and before:
            was, now = (min(map(sum, some)) for some in (years, left))
            (verdict,) = together(one, before, (line(ordered),))
            assert (verdict.outcome is Outcome.HOLDS) == (now <= ordered or now <= was)
            assert (verdict.facts["before"], verdict.facts["together"]) == (was, now)
        if left:
            years, before = left, [*before, one]


@given(st.lists(report, max_size=6), report)
@settings(max_examples=size(400, 20000))
def test_reports_that_stand_against_each_other_speak_against_no_report_that_all_allow(drawn, told):
    """Whatever stands in the case, a report that some year makes true together with all of it holds."""
    years = list(YEARS)
    for one in drawn:
        years = true_in(years, one)
    if true_in(years, told):
        found = list(agree(row(told), [row(one) for one in drawn]))
        assert all(verdict.outcome is Outcome.HOLDS for verdict in found)


@given(report, report)
@settings(max_examples=size(200, 5000))
def test_two_reports_breach_alike_whichever_comes_first(one, other):
    said = [[verdict.outcome for verdict in agree(row(a), [row(b)])] for a, b in ((one, other), (other, one))]
    assert said[0] == said[1]


@given(st.lists(report, min_size=1, max_size=5), st.integers(1, 10), st.integers(1, 10))
@settings(max_examples=size(200, 10000))
def test_an_order_is_cut_to_no_less_than_each_year_that_is_left(drawn, before, now):
    years, kept = list(YEARS), []
    for told in drawn:
        if left := true_in(years, told):
            years, kept = left, [*kept, row(told)]
    found = [one.outcome is Outcome.HOLDS for one in amended_below((line(before),), (line(now),), kept)]
    least = min(map(sum, years))
    assert all(found) == (now >= before or now >= least)
