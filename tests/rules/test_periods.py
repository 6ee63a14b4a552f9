"""Periods of days after an event: kept, late, unknown, and turning on reading D3 exactly where they do."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law189.profile.federal import load_calendar, load_federal
from law189.profile.terms import After
from law189.rules.periods import in_time, last_day_after, last_day_of, turning
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
    ends = {
        name: last_day_after(term, event, CALENDAR, choices={"D3": name}) for name in ("next_day", "same_day")
    }
    verdict = in_time(done, event, term, CALENDAR, CITE, choices=choices)
    assert verdict.outcome is (Outcome.HOLDS if done <= ends[made] else Outcome.BREACH)
    assert verdict.facts["last_day"] == ends[made]
    assert verdict.facts["late"] == max((done - ends[made]).days, 0)
    assert (verdict.reading is not None) == (len({done <= day for day in ends.values()}) == 2)
    assert turning(done, term, event, CALENDAR, choices) == (ends[made], verdict.reading is not None)
    if verdict.reading is not None:
        (other,) = verdict.reading.otherwise
        assert (verdict.reading.code, verdict.reading.choice) == ("D3", made)
        assert other.outcome is (Outcome.HOLDS if done <= ends[other.choice] else Outcome.BREACH)


@pytest.mark.parametrize("calendar", [CALENDAR, None])
def test_a_year_without_a_calendar_is_unknown_and_says_so(calendar):
    event = date(2031, 3, 3)
    assert last_day_of(working(5), event, calendar) is None
    assert turning(event, working(5), event, calendar, {}) == (None, False)
    verdict = in_time(event, event, working(5), calendar, CITE)
    assert verdict.outcome is Outcome.UNKNOWN
    assert "календарь не знает" in verdict.text.ru
    assert verdict.cites == (CITE,)


def test_where_only_one_reading_leaves_the_calendar_the_other_is_told_as_unknown():
    last = max(CALENDAR.years)
    event = max(
        day
        for day in (date(last, 12, 31) - timedelta(n) for n in range(20))
        if last_day_of(working(5), day, CALENDAR, choices={"D3": "same_day"}) is not None
        and last_day_of(working(5), day, CALENDAR) is None
    )
    ends = last_day_of(working(5), event, CALENDAR, choices={"D3": "same_day"})
    verdict = in_time(ends + timedelta(1), event, working(5), CALENDAR, CITE, choices={"D3": "same_day"})
    assert verdict.outcome is Outcome.BREACH
    assert verdict.reading.otherwise[0].outcome is Outcome.UNKNOWN
