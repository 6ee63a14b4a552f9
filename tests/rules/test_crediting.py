"""Which occurrence of a term counts as done: that of its year, that of its period, else the next in order."""

from datetime import date, timedelta
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from law189.profile.federal import load_calendar, load_federal
from law189.profile.terms import Term
from law189.rules.deadlines import Status, due
from law189.rules.deadlines.counting import LastDay
from law189.rules.deadlines.crediting import credited, of_year
from law189.rules.deadlines.occurrences import spans
from law189.rules.deadlines.plan_terms import by_plan, last_by_plan

CALENDAR = load_calendar()
ITEM = load_federal().slots[0].cite
ACT = date(2023, 9, 22)
READ = TypeAdapter(Term)


def term(kind, **said):
    return READ.validate_python({"kind": kind, **said})


YEARLY = term("before", day="2023-10-01", then_yearly_before="01-01")
ONCE = term("year", year=2023)
QUARTERLY = term("regular", times=1, per="quarter")
DAYS = st.dates(date(2023, 1, 1), date(2026, 12, 31))


def test_the_occurrences_of_a_year_are_those_after_the_one_that_the_term_names():
    assert [of_year(YEARLY, year) for year in (2022, 2023, 2025)] == [None, 0, 2]
    assert of_year(term("as_needed"), 2024) is None
    assert of_year(term("month", year=2024, month=3), 2024) == 0
    assert last_by_plan(ONCE, 2024) is None


@given(st.dictionaries(st.integers(2022, 2027), DAYS))
def test_an_order_counts_for_its_own_year_and_is_late_where_the_step_itself_is(orders):
    on = date(2027, 12, 31)
    found = due(YEARLY, on, ITEM, since=ACT, of_years=orders)
    own = {year: day for year, day in orders.items() if year >= 2023}
    assert found.done == {year - 2023 for year in own}
    judged = [by_plan(day, year, YEARLY, ITEM) for year, day in sorted(own.items())]
    told = [{**one.facts, "of_year": str(year)} for one, year in zip(judged, sorted(own), strict=True)]
    assert [dict(part.facts) for part in found.verdict.parts] == told
    first = next(year for year in range(2023, 2040) if year not in own)
    assert found.last_day == last_by_plan(YEARLY, first).day
    assert (found.status is Status.OVERDUE) == (found.last_day < on)


@given(st.dictionaries(st.integers(2023, 2025), DAYS, min_size=1))
def test_a_term_of_one_year_is_done_by_what_is_of_that_year_else_by_the_first(orders):
    assert credited(ONCE, (), of_years=orders)[0] == orders.get(2023, min(orders.values()))


@given(st.lists(DAYS, max_size=3), st.dictionaries(st.integers(2023, 2026), DAYS, max_size=3))
def test_what_nobody_said_the_year_of_fills_what_is_left_in_order(days, orders):
    found = credited(YEARLY, days, of_years=orders)
    left = {number: day for number, day in found.items() if number + 2023 not in orders}
    assert [left[number] for number in sorted(left)] == sorted(days)
    free = [number for number in range(10) if number + 2023 not in orders]
    assert sorted(left) == free[: len(days)]


@given(
    st.lists(DAYS, max_size=9),
    st.integers(1, 3),
    st.sampled_from(["month", "quarter", "half_year", "year"]),
    st.dates(date(2023, 1, 1), date(2027, 6, 1)),
)
def test_what_is_due_in_each_period_counts_in_the_period_in_which_it_was_done(days, times, per, on):
    of = term("regular", times=times, per=per)
    found = due(of, on, ITEM, done=days, since=ACT, calendar=CALENDAR)
    past = [day for day in days if day <= on]
    short = [
        (number, last)
        for number, (first, last) in enumerate(islice(spans(of, ACT), 300))
        if sum(first <= day <= last for day in past) <= number % times
    ]
    assert found.last_day == short[0][1]
    assert (found.status is Status.OVERDUE) == (short[0][1] < on)
    assert all(day <= on for day in past)
    assert not found.done & {number for number, _ in short}


@pytest.mark.parametrize(
    ("done", "last_day", "status"),
    [
        ([], "2023-09-30", "overdue"),
        (["2023-09-25", "2023-09-27"], "2023-12-31", "upcoming"),
        (["2023-10-02"], "2023-09-30", "overdue"),
        (["2023-09-25", "2023-10-02", "2023-11-01"], "2024-03-31", "upcoming"),
        (["2023-08-01", "2023-11-01"], "2024-03-31", "upcoming"),
        (["2023-05-01"], "2023-09-30", "overdue"),
    ],
)
def test_two_seminars_of_one_quarter_are_none_of_the_next(done, last_day, status):
    found = due(QUARTERLY, date(2023, 12, 1), ITEM, done=[*map(date.fromisoformat, done)], since=ACT)
    assert (str(found.last_day), found.status.value) == (last_day, status)


def test_without_the_day_of_the_act_no_period_is_counted():
    assert credited(QUARTERLY, [ACT]) == {}
    assert credited(QUARTERLY, [], since=ACT) == {}


@given(st.lists(DAYS, max_size=4))
def test_what_is_not_done_in_periods_or_years_is_done_in_order(days):
    yearly = term("yearly", end="before", day="03-01")
    assert credited(yearly, days, since=ACT) == dict(enumerate(sorted(days)))
    assert credited(yearly, (), of_years={2024: ACT}) == {0: ACT}


def test_an_event_counts_as_done_from_its_day_on_whoever_says_so():
    waiting = term("after", days=5, unit="working_days")
    for said in ({"done": [ACT]}, {"of_years": {2024: ACT}}):
        assert due(waiting, ACT, ITEM, **said).status is Status.DONE
        assert due(waiting, ACT - timedelta(1), ITEM, **said).status is Status.UNKNOWN


@given(st.lists(DAYS, max_size=4), st.lists(DAYS, min_size=4, max_size=4, unique=True))
def test_nothing_counts_for_an_occurrence_while_the_term_of_the_one_before_runs(days, lasts):
    yearly, lasts = term("yearly", end="before", day="03-01"), sorted(lasts)
    found = credited(yearly, days, since=ACT, ends=[LastDay(day, day) for day in lasts])
    assert list(found) == list(range(len(found)))
    assert all(found[place] > lasts[place - 1] for place in found if place)
    assert set(found.values()) <= set(days)
    if days:
        assert found[0] == min(days)


def test_an_order_recorded_twice_is_not_that_of_the_next_year():
    twice = [date(2023, 9, 28), date(2023, 9, 29)]
    found = due(YEARLY, date(2024, 2, 1), ITEM, done=twice, since=ACT)
    assert (found.last_day, found.status.value) == (date(2023, 12, 31), "overdue")
