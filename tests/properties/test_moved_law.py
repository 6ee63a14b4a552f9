"""The law of a term that ends on a day off: one counted in calendar days or months moves, and every door says so.

`ends` (duties, calendars), `in_time` (judge, options) and `due` (the plan) tell the same last day of the same term.
"""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from law189.calendar import Calendar
from law189.law import Text
from law189.profile.federal import load_calendar, load_federal
from law189.profile.terms import After, AfterMonths
from law189.rules.certificates import valid_within
from law189.rules.deadlines import due
from law189.rules.deadlines.periods import ends, in_time
from law189.verdict import Outcome

CALENDAR = load_calendar()
CITE = load_federal().slots[0].cite
EVENTS = st.dates(date(2022, 1, 3), date(2026, 6, 30))
SAYS = st.sampled_from([None, True, False])
TERMS = st.builds(
    lambda days, moves: After(kind="after", days=days, unit="calendar_days", moves=moves),
    st.integers(1, 120),
    SAYS,
) | st.builds(
    lambda months, moves: AfterMonths(kind="after_months", months=months, moves=moves),
    st.integers(1, 12),
    SAYS,
)
CHOICES = st.fixed_dictionaries(
    {},
    optional={
        "D2": st.sampled_from(["stays", "moves"]),
        "D3": st.sampled_from(["next_day", "same_day"]),
        "D9": st.sampled_from(["stays", "moves"]),
    },
)


def plain(term, event, choices):
    """The last day where no day off moves it, said once more by hand."""
    still = term.model_copy(update={"moves": False})
    return ends(still, event, None, choices=choices).last_day


def moves(term, choices):
    return choices.get("D9", "moves") == "moves" if term.moves is None else term.moves


@given(EVENTS, st.integers(-3, 20), TERMS, CHOICES)
def test_every_door_tells_the_last_day_that_the_act_or_reading_d9_gives(event, later, term, choices):
    stays = plain(term, event, choices)
    last_day = CALENDAR.next_working_day(stays) if moves(term, choices) else stays
    found = ends(term, event, CALENDAR, choices=choices)
    assert (found.last_day, found.absent) == (last_day, None)
    done = max(event, last_day + timedelta(later))
    verdict = in_time(done, event, term, CALENDAR, CITE, choices=choices)
    assert verdict.facts["last_day"] == last_day
    assert (verdict.outcome is Outcome.BREACH) == (done > last_day) == found.over(done)
    open_ = due(term, done, CITE, event=event, calendar=CALENDAR, choices=choices)
    assert (open_.last_day, open_.verdict.facts["late"]) == (last_day, verdict.facts["late"])
    kept = due(term, done, CITE, event=event, calendar=CALENDAR, choices=choices, done=[done])
    assert kept.verdict.parts[0].facts == verdict.facts


@given(EVENTS, st.integers(-3, 20), TERMS, CHOICES)
def test_the_reading_is_named_where_it_changes_the_outcome_or_the_last_day(event, later, term, choices):
    stays = plain(term, event, choices)
    apart = term.moves is None and not CALENDAR.is_working_day(stays)
    done = max(event, stays + timedelta(later))
    verdict = in_time(done, event, term, CALENDAR, CITE, choices=choices)
    differ = apart and (done <= stays) != (done <= CALENDAR.next_working_day(stays))
    if differ:
        assert verdict.reading.code == "D9"
        (other,) = verdict.reading.otherwise
        assert other.outcome is not verdict.outcome
    elif apart:  # D3 comes first where the outcome turns on it
        assert verdict.reading.code in ("D9", "D3")
        assert verdict.reading.code == "D9" or verdict.reading.otherwise[0].outcome is not verdict.outcome
    elif verdict.reading is not None:
        assert verdict.reading.code == "D3"
    standing = due(term, done, CITE, event=event, calendar=CALENDAR, choices=choices).verdict
    code = None if standing.reading is None else standing.reading.code
    assert code in ("D9", "D3") if apart else code in (None, "D3")
    if apart and code == "D3":
        assert standing.reading.otherwise[0].outcome is not standing.outcome


@given(
    st.dates(date(2028, 1, 1), date(2060, 1, 1)),
    st.integers(-3, 20),
    TERMS,
    st.sampled_from([None, CALENDAR]),
)
def test_where_the_days_off_are_not_published_the_last_day_is_not_known_and_told(
    event, later, term, calendar
):
    stays = plain(term, event, {})
    found, done = ends(term, event, calendar), stays + timedelta(later)
    verdict = in_time(done, event, term, calendar, CITE)
    open_ = due(term, done, CITE, event=event, calendar=calendar)
    if term.moves is False:
        assert found.last_day == stays == open_.last_day
        return
    assert (found.last_day, found.at_least, found.missing_year) == (None, stays, stays.year)
    assert verdict.outcome is (Outcome.HOLDS if done <= stays else Outcome.UNKNOWN)
    assert str(stays.year) in verdict.text.ru
    assert open_.last_day is None
    if term.moves is None and done != stays:  # on that very day the outcome turns on D3
        assert verdict.reading.code == "D9"


@given(EVENTS, TERMS, CHOICES)
def test_a_certificate_is_valid_to_its_own_day_unless_the_act_moves_it(event, term, choices):
    stays = plain(term, event, choices)
    last = CALENDAR.next_working_day(stays) if term.moves else stays
    for until, outcome in ((last, Outcome.HOLDS), (last + timedelta(1), Outcome.BREACH)):
        found = valid_within(until, event, term, CALENDAR, CITE, choices=choices)
        assert (found.outcome is Outcome.HOLDS) == (outcome is Outcome.HOLDS)
        assert found.reading is None or found.reading.code != "D9"
    if term.moves is None:
        assert valid_within(stays, event, term, None, CITE, choices=choices).outcome is Outcome.HOLDS


def test_a_complaint_of_the_eighth_of_february_is_answered_on_monday():
    """30 days after 08.02.2024 end on Saturday 09.03.2024; the next working day is Monday 11.03."""
    term = After(kind="after", days=30, unit="calendar_days")
    assert in_time(date(2024, 3, 11), date(2024, 2, 8), term, CALENDAR).outcome is Outcome.HOLDS
    assert in_time(date(2024, 3, 12), date(2024, 2, 8), term, CALENDAR).outcome is Outcome.BREACH
    assert term.text == Text("календарных дней после события: 30", "calendar days after the event: 30")
    assert isinstance(CALENDAR, Calendar)
