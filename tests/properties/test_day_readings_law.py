"""A reading of days moves the last day of those terms alone that its question is about, and of no other.

D3 asks of «в течение N дней»: a term of months ends on the day of the same number, whatever D3 says. D11 asks of
«не позднее чем за N дней до»: a notice of a meeting and a term of the plan in these words have one last day.
"""

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law189.law import Norm
from law189.profile.counted import CAUSE
from law189.profile.federal import load_calendar, load_federal
from law189.profile.regulation import Notice
from law189.profile.terms import After, AfterMonths, Ahead, Days, End, NextMonth, SameDay, Until
from law189.readings import READINGS
from law189.rules.deadlines import due
from law189.rules.deadlines.periods import ends, in_time
from law189.rules.group.dispatch import last_day_of_notice, notified
from law189.verdict import Outcome

CALENDAR = load_calendar()
CITE = load_federal().slots[0].cite
EVENTS = st.dates(date(2022, 3, 1), date(2026, 6, 30))
UNITS, SAYS = st.sampled_from(Days), st.sampled_from([None, True, False])
AFTER = st.builds(After, kind=st.just("after"), days=st.integers(1, 60), unit=UNITS, moves=SAYS)
MONTHS = st.builds(AfterMonths, kind=st.just("after_months"), months=st.integers(1, 24), moves=SAYS)
AHEAD = st.builds(Ahead, kind=st.just("ahead"), days=st.integers(1, 20), unit=UNITS, event=st.just(CAUSE))
UNTIL = st.builds(Until, kind=st.just("until"), event=st.just(CAUSE))
NEXT = st.builds(NextMonth, kind=st.just("next_month"), end=st.sampled_from(End), day=st.integers(1, 31))
COUNTED = AFTER | MONTHS | AHEAD | UNTIL | NEXT | st.builds(SameDay, kind=st.just("same_day"))
OF = {
    "D1": lambda term: isinstance(term, Until) or (isinstance(term, NextMonth) and term.end is End.BEFORE),
    "D2": lambda term: isinstance(term, NextMonth),
    "D3": lambda term: isinstance(term, After),
    "D11": lambda term: isinstance(term, Ahead),
    "D9": lambda term: (
        isinstance(term, AfterMonths) or (isinstance(term, After) and term.unit is Days.CALENDAR)
    ),
}
"""Of which terms each reading speaks, in the words of its question."""


def last(term, event, **choices):
    return ends(term, event, CALENDAR, choices=choices).last_day


def days(*written):
    return [date.fromisoformat(one) for one in written]


# ─── По дням, посчитанным вручную ────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("d3", ["next_day", "same_day"])
@pytest.mark.parametrize(
    ("event", "months", "expected"),
    [
        ("2025-01-28", 1, "2025-02-28"),
        ("2025-01-29", 1, "2025-02-28"),
        ("2025-01-31", 1, "2025-02-28"),
        ("2024-08-31", 1, "2024-09-30"),
        ("2024-03-15", 1, "2024-04-15"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2023-02-28", 12, "2024-02-28"),
    ],
)
def test_a_term_of_months_ends_on_the_day_of_the_same_number_by_either_choice(event, months, expected, d3):
    term = AfterMonths(kind="after_months", months=months, moves=False)
    assert [last(term, *days(event), D3=d3)] == days(expected)


# ─── Закон ───────────────────────────────────────────────────────────────────────────────────────────────


@given(COUNTED, EVENTS)
def test_a_reading_moves_no_term_of_which_it_does_not_speak(term, event):
    plain = last(term, event)
    for code, reading in READINGS.items():
        speaks = code in OF and OF[code](term)
        for choice in reading.choices:
            assert speaks or last(term, event, **{code: choice}) == plain, (code, choice)


@given(COUNTED, EVENTS, st.integers(-40, 80))
def test_a_verdict_names_no_reading_that_does_not_speak_of_its_term(term, event, later):
    verdict = in_time(event + timedelta(later), event, term, CALENDAR)
    assert verdict.reading is None or OF[verdict.reading.code](term)


@given(MONTHS, EVENTS, st.sampled_from(["next_day", "same_day"]))
def test_a_month_ends_on_the_day_of_the_same_number_or_on_its_last(term, event, d3):
    still = term.model_copy(update={"moves": False})
    found = last(still, event, D3=d3)
    number = event.year * 12 + event.month - 1 + term.months
    year, month = number // 12, number % 12 + 1
    assert found == date(year, month, min(event.day, monthrange(year, month)[1]))
    assert last(still, event + timedelta(1), D3=d3) >= found


# ─── «Не позднее чем за N дней до»: один счёт ────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("aim", "number", "unit", "back", "between"),
    [
        # Saturday 15.06.2024 and Thursday 20.06; 12.06 is a holiday
        ("2024-06-15", 3, "working_days", "2024-06-11", "2024-06-10"),
        ("2024-06-20", 3, "working_days", "2024-06-17", "2024-06-16"),
        # days off before the day aimed at: 12.06 to 15.06.2025
        ("2025-06-16", 1, "working_days", "2025-06-11", "2025-06-10"),
        ("2025-06-17", 10, "working_days", "2025-05-30", "2025-05-29"),
        ("2024-03-11", 3, "calendar_days", "2024-03-08", "2024-03-07"),
    ],
)
def test_the_notice_of_a_meeting_and_a_term_before_a_day_have_one_last_day(aim, number, unit, back, between):
    (day,), term = days(aim), Ahead(kind="ahead", days=number, unit=unit, event=CAUSE)
    notice = Notice(days=number, unit=unit)
    for choice, expected in (("counted_back", back), ("full_days", between)):
        assert [last(term, day, D11=choice)] == days(expected)
        assert [last_day_of_notice(day, notice, CALENDAR, {"D11": choice})] == days(expected)


@given(EVENTS, st.integers(1, 20), UNITS, st.integers(-6, 3), st.sampled_from(["counted_back", "full_days"]))
def test_what_is_not_later_than_so_many_days_before_is_so_by_every_door(aim, number, unit, later, choice):
    term = Ahead(kind="ahead", days=number, unit=unit, day=aim)
    notice = Norm[Notice](value=Notice(days=number, unit=unit), basis=CITE)
    made = {"D11": choice}
    sent = last(term, aim, **made) + timedelta(later)
    told = in_time(sent, aim, term, CALENDAR, choices=made)
    (of_notice,) = notified(sent, None, aim, notice, CALENDAR, made).parts
    of_plan = due(term, sent, CITE, calendar=CALENDAR, choices=made, done=[sent])
    assert told.outcome is of_notice.outcome is of_plan.verdict.parts[0].outcome
    assert told.outcome is (Outcome.BREACH if later > 0 else Outcome.HOLDS)
    assert (told.reading is None) == (of_notice.reading is None)


@given(EVENTS, st.integers(1, 20), UNITS)
def test_between_the_last_day_and_the_day_aimed_at_lie_the_days_that_the_choice_says(aim, number, unit):
    term = Ahead(kind="ahead", days=number, unit=unit, event=CAUSE)
    for choice, fewer in (("counted_back", 1), ("full_days", 0)):
        found = last(term, aim, D11=choice)
        working = CALENDAR.working_days_between(found, aim - timedelta(1))
        between = working if unit is Days.WORKING else (aim - found).days - 1
        assert between == number - fewer
