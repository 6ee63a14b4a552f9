"""The days of events that a step tells: each is one that its term needs, and one that has come."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from law189.profile.counted import After, AfterMonths, Ahead, Occasion, SameDay, Until
from law189.rules.deadlines.events_told import told
from law189.verdict import Outcome

DAY = date(2024, 3, 15)
LIMITS = Occasion(kind="limits")
WAITS = {
    "forming": After(kind="after", days=5, unit="working_days", event=LIMITS),
    "hearing": AfterMonths(kind="after_months", months=1, event=LIMITS),
    "paying": SameDay(kind="same_day", event=LIMITS),
}
BEFORE = {
    "notice": Ahead(kind="ahead", days=5, unit="calendar_days", event=LIMITS),
    "cleaning": Until(kind="until", event=LIMITS),
}
NAMES = st.sampled_from([*WAITS, *BEFORE, "misspelt"])
AWAY = st.integers(-30, 30).map(timedelta)


@given(st.dictionaries(NAMES, AWAY.map(lambda away: DAY + away)), st.booleans())
def test_each_day_is_told_of_unless_its_term_ends_before_the_event(days, needed):
    """A step before its event is early; a name that no term has is told with those that there are."""
    terms = {**WAITS, **BEFORE} if needed else {}
    found = list(told(days, terms, DAY))
    expected = [
        ("events_told.unasked", Outcome.BREACH)
        if name not in terms
        else ("events_told.come", Outcome.HOLDS if day <= DAY else Outcome.BREACH)
        for name, day in days.items()
        if name not in BEFORE or not needed
    ]
    assert [(one.rule, one.outcome) for one in found] == expected
    for one in found:
        if one.rule == "events_told.unasked":
            assert one.facts["known"] == tuple(terms)
        else:
            assert one.facts["event_on"] in days.values()
            assert one.facts["on"] == DAY
