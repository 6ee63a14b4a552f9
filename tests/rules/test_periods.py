"""Periods of days after an event: kept, late, unknown, and turning on reading D3 exactly where they do."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law189.calendar import Calendar
from law189.law import Text
from law189.profile.federal import load_calendar, load_federal
from law189.profile.terms import After, NextMonth
from law189.rules.deadlines.periods import Absent, Ends, ends, first, in_time
from law189.verdict import Outcome

CALENDAR = load_calendar()
CITE = load_federal().slots[0].cite
DAYS = st.dates(date(2023, 1, 10), date(2025, 11, 1))
TERMS = st.builds(
    After,
    kind=st.just("after"),
    days=st.integers(1, 30),
    unit=st.sampled_from(["working_days", "calendar_days"]),
    moves=st.booleans(),
)
READINGS = st.sampled_from([{}, {"D3": "next_day"}, {"D3": "same_day"}])


def working(days):
    return After(kind="after", days=days, unit="working_days")


@given(DAYS, st.integers(-2, 50), TERMS, READINGS)
def test_a_period_is_kept_up_to_its_last_day_and_names_d3_where_it_turned_on_it(event, later, term, choices):
    done = event + timedelta(later)
    made = choices.get("D3", "next_day")
    last = {
        name: ends(term, event, CALENDAR, choices={"D3": name}).last_day for name in ("next_day", "same_day")
    }
    verdict = in_time(done, event, term, CALENDAR, CITE, choices=choices)
    assert verdict.outcome is (Outcome.HOLDS if done <= last[made] else Outcome.BREACH)
    assert verdict.facts["last_day"] == last[made]
    assert verdict.facts["late"] == max((done - last[made]).days, 0)
    assert (verdict.reading is not None) == (len({done <= day for day in last.values()}) == 2)
    assert ends(term, event, CALENDAR, choices=choices)[:2] == (last[made], None)
    if verdict.reading is not None:
        (other,) = verdict.reading.otherwise
        assert (verdict.reading.code, verdict.reading.choice) == ("D3", made)
        assert other.outcome is (Outcome.HOLDS if done <= last[other.choice] else Outcome.BREACH)


@pytest.mark.parametrize("calendar", [CALENDAR, None])
def test_a_year_without_a_calendar_is_unknown_and_says_so(calendar):
    event = date(2031, 3, 3)
    assert ends(working(5), event, calendar).last_day is None
    verdict = in_time(event + timedelta(6), event, working(5), calendar, CITE)
    assert verdict.outcome is Outcome.UNKNOWN
    assert "нет календаря рабочих дней на 2031 год" in verdict.text.ru
    assert verdict.cites == (CITE,)


def test_where_only_one_reading_leaves_the_calendar_the_other_is_told_as_unknown():
    last = max(CALENDAR.years)
    event = max(
        day
        for day in (date(last, 12, 31) - timedelta(n) for n in range(20))
        if ends(working(5), day, CALENDAR, choices={"D3": "same_day"}).last_day is not None
        and ends(working(5), day, CALENDAR).last_day is None
    )
    verdict = in_time(date(last + 1, 1, 20), event, working(5), CALENDAR, CITE, choices={"D3": "same_day"})
    assert verdict.outcome is Outcome.BREACH
    assert verdict.reading.otherwise[0].outcome is Outcome.UNKNOWN


# ─── Последнего дня нет: почему, и что известно всё равно ────────────────────────────────────────────────

LAST = max(CALENDAR.years)
NEW_YEAR = date(LAST, 12, 28)


def test_a_term_over_an_unpublished_year_says_which_and_is_judged_by_the_day_that_it_cannot_end_before():
    found = ends(working(3), NEW_YEAR, CALENDAR)
    assert (found.last_day, found.absent, found.missing_year) == (None, Absent.NO_CALENDAR, LAST + 1)
    assert found.text == Text(
        f"рабочих дней: 3; последний день неизвестен: нет календаря на {LAST + 1} год",
        f"3 working days; the last day is not known: no calendar for {LAST + 1}",
    )
    next_day = in_time(NEW_YEAR + timedelta(1), NEW_YEAR, working(3), CALENDAR, CITE)
    assert (next_day.outcome, next_day.rule, next_day.cites) == (
        Outcome.HOLDS,
        "deadlines.not_before",
        (CITE,),
    )
    assert f"does not end before {found.at_least}" in next_day.text.en
    assert in_time(found.at_least, NEW_YEAR, working(3), CALENDAR).outcome is Outcome.HOLDS
    after = in_time(found.at_least + timedelta(1), NEW_YEAR, working(3), CALENDAR)
    assert after.outcome is Outcome.UNKNOWN


def test_no_term_a_term_not_set_and_no_calendar_are_three_answers():
    answers = [Ends(None, Absent.NO_TERM), Ends(None, Absent.NOT_SET), ends(working(3), NEW_YEAR, CALENDAR)]
    assert len({found.text for found in answers}) == len({found.absent for found in answers}) == 3
    assert [found.over(date(2040, 1, 1)) for found in answers] == [False, None, None]
    known = ends(working(3), date(2024, 1, 10), CALENDAR)
    assert (known.absent, known.text.ru, known.bound) == (None, "15.01.2024", date(2024, 1, 15))
    assert (known.over(date(2024, 1, 15)), known.over(date(2024, 1, 16))) == (False, True)
    assert answers[0].bound is None
    assert answers[2].bound.en.startswith("not before ")


@given(st.dates(date(2022, 1, 10), date(LAST, 12, 31)), st.integers(-1, 60), TERMS, READINGS)
def test_what_is_told_before_a_year_is_published_stands_when_it_is_published(event, later, term, choices):
    """The calendar of fewer years never answers otherwise than that of more, but by not knowing."""
    fewer = Calendar(year for year in CALENDAR.years.values() if year.year < LAST)
    more, less = ends(term, event, CALENDAR, choices=choices), ends(term, event, fewer, choices=choices)
    assert less == more or less.absent is Absent.NO_CALENDAR
    assert more.last_day is None or less.at_least <= more.last_day
    done = event + timedelta(later)
    said = [in_time(done, event, term, calendar, choices=choices).outcome for calendar in (fewer, CALENDAR)]
    assert said[0] in (said[1], Outcome.UNKNOWN) or said[1] is Outcome.UNKNOWN


@given(st.dates(), st.dates(), TERMS, READINGS, st.sampled_from([CALENDAR, None]))
def test_every_day_that_there_is_has_an_answer(event, done, term, choices, calendar):
    far = term.model_copy(update={"days": 3660})
    for one in (term, far):
        verdict = in_time(done, event, one, calendar, choices=choices)
        assert verdict.text.ru
        assert ends(one, event, calendar, choices=choices).text.en


def test_a_day_of_a_month_past_the_last_one_of_time_is_in_no_year_and_not_an_error():
    term = NextMonth(kind="next_month", end="before", day=10)
    found = ends(term, date.max, CALENDAR)
    assert (found.absent, found.missing_year, found.at_least) == (Absent.NO_CALENDAR, 10000, date.max)


@pytest.mark.parametrize("moves", [True, False])
def test_a_term_past_the_last_day_of_time_ends_in_no_year_and_not_in_an_error(moves):
    term = After(kind="after", days=5, unit="calendar_days", moves=moves)
    for calendar in (CALENDAR, None):
        found = ends(term, date.max - timedelta(2), calendar)
        assert (found.absent, found.missing_year, found.at_least) == (Absent.NO_CALENDAR, 10000, date.max)
        assert in_time(date.max, date.max - timedelta(2), term, calendar).outcome is Outcome.HOLDS


def test_calendar_days_that_do_not_move_need_no_calendar():
    term = After(kind="after", days=5, unit="calendar_days")
    for still, choices in ((term, {"D9": "stays"}), (term.model_copy(update={"moves": False}), {})):
        assert ends(still, date(2050, 1, 1), None, choices=choices).last_day == date(2050, 1, 6)
    found = ends(term, date(2050, 1, 1), None)
    assert (found.last_day, found.at_least, found.missing_year) == (None, date(2050, 1, 6), 2050)


# ─── Раньше какого дня срок не кончается ─────────────────────────────────────────────────────────────────


def test_working_days_that_are_known_are_counted_and_every_later_day_may_be_one():
    event = date(LAST, 12, 20)
    known = CALENDAR.working_days_between(event, date(LAST, 12, 31))
    found = ends(working(20), event, CALENDAR)
    assert 0 < known < 11
    assert found.at_least == date(LAST + 1, 1, 1) + timedelta(20 - known - 1)
    assert ends(working(20), date(2031, 3, 3), CALENDAR).at_least == date(2031, 3, 23)
    calendar_days = After(kind="after", days=20, unit="calendar_days", moves=True)
    assert ends(calendar_days, event, CALENDAR).at_least == date(LAST + 1, 1, 9)


def test_without_a_calendar_the_year_that_is_missing_is_that_of_the_first_day_of_the_term():
    assert ends(working(5), date(2024, 12, 30), None).missing_year == 2024
    assert ends(working(5), date(2024, 12, 31), None).missing_year == 2025
    moved = After(kind="after", days=5, unit="calendar_days", moves=True)
    assert ends(moved, date(2024, 12, 30), None).missing_year == 2025


def test_a_term_in_the_last_year_that_there_is_cannot_end_before_its_days_have_passed():
    found = ends(working(5), date(9998, 12, 31), None)
    assert (found.missing_year, found.at_least) == (9999, date(9999, 1, 5))


def test_why_there_is_no_last_day_is_told_without_the_term_too():
    assert Ends(None, Absent.NO_CALENDAR).text == Absent.NO_CALENDAR.text
    assert Ends(None, Absent.NOT_SET, working(5)).text == Absent.NOT_SET.text


@given(st.dates(date(LAST, 12, 1), date(LAST + 9, 12, 31)), st.integers(0, 40), st.integers(1, 30))
def test_a_term_whose_end_no_calendar_knows_is_not_over_through_the_day_before_which_it_cannot_end(
    event, away, days
):
    """No term ends before the act that sets it either; what is later is not known, and no day is made up."""
    for set_on in (date.min, event + timedelta(away)):
        found = ends(working(days), event, CALENDAR, set_on=set_on)
        if found.last_day is None:
            without = ends(working(days), event, CALENDAR)
            assert found.at_least == max(without.at_least, set_on)
            assert [found.over(found.at_least + timedelta(more)) for more in (-1, 0, 1)] == [
                False,
                False,
                None,
            ]


KNOWN = st.dates(date(2024, 1, 1), date(2024, 12, 31)).map(Ends)
NOT_KNOWN = st.sampled_from([one for one in Absent if one is not Absent.NO_TERM]).map(
    lambda why: Ends(None, why)
)
NONE = Ends(None, Absent.NO_TERM)


@given(st.lists(KNOWN | NOT_KNOWN | st.just(NONE), min_size=1, max_size=4))
def test_of_several_terms_the_earliest_end_counts_and_where_none_is_known_why_the_first_is_not(found):
    """A term that is not there says nothing beside one that is."""
    days = [one.last_day for one in found if one.last_day is not None]
    there = [one for one in found if one != NONE]
    told = first(*found)
    assert told.last_day == (min(days) if days else None)
    if not days:
        assert told == (there[0] if there else NONE)
