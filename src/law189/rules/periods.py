"""Срок в днях после события (periods): on which day it ends, and whether something was done by then.

A period of working days is counted on the calendar; reading D3 says on which day it begins (Гражданский
кодекс, ст. 191: the day after the event).

>>> from law189.profile.federal import load_calendar
>>> five = After(kind="after", days=5, unit="working_days")
>>> in_time(date(2024, 1, 17), date(2024, 1, 10), five, load_calendar()).outcome
<Outcome.HOLDS: 'holds'>
>>> in_time(date(2024, 1, 18), date(2024, 1, 10), five, load_calendar()).outcome
<Outcome.BREACH: 'breach'>
"""

from collections.abc import Mapping
from datetime import date, timedelta

from law189.calendar import Calendar, CalendarNotPublished
from law189.law import Citation
from law189.profile.terms import After
from law189.readings import D3
from law189.rules.deadlines import WITHIN, within
from law189.rules.quorum import NO_CHOICES
from law189.verdict import Verdict

__all__ = ["in_time", "last_day_after", "last_day_of", "turning"]


def last_day_after(
    term: After, event: date, calendar: Calendar, *, choices: Mapping[str, str] = NO_CHOICES
) -> date:
    """The last day of a term of days after an event; reading D3 says on which day it begins.

    Raises `CalendarNotPublished` where it needs a year that the calendar lacks.
    """
    begins = event - timedelta(1) if D3.chosen(choices) == "same_day" else event
    if term.unit == "working_days":
        return calendar.add_working_days(begins, term.days)
    return calendar.add_calendar_days(begins, term.days, moves=term.moves)


def last_day_of(
    term: After, event: date, calendar: Calendar | None, *, choices: Mapping[str, str] = NO_CHOICES
) -> date | None:
    """The same last day, or None where the calendar does not know the year."""
    try:
        return None if calendar is None else last_day_after(term, event, calendar, choices=choices)
    except CalendarNotPublished:
        return None


def turning(
    day: date, term: After, event: date, calendar: Calendar | None, choices: Mapping[str, str]
) -> tuple[date | None, bool]:
    """The last day, and whether it turns on reading D3 if `day` is within the term."""
    last_day = last_day_of(term, event, calendar, choices=choices)
    if last_day is None:
        return None, False
    from_next = D3.chosen(choices) == "next_day"
    surely = event + timedelta(term.days - 1) if from_next else last_day  # within the term either way
    if day <= surely or (from_next and day > last_day):
        return last_day, False
    other = {**choices, D3.code: "same_day" if from_next else "next_day"}
    other_last = last_day_of(term, event, calendar, choices=other)
    return last_day, other_last is None or (day <= other_last) is not (day <= last_day)


def in_time(
    done_on: date,
    event: date,
    term: After,
    calendar: Calendar | None,
    *cites: Citation,
    choices: Mapping[str, str] = NO_CHOICES,
) -> Verdict:
    """Whether what an event made due was done in time; BREACH where it was late.

    UNKNOWN where the calendar does not know the year. The verdict names reading D3 where it turned on it.
    """
    last_day, turns = turning(done_on, term, event, calendar, choices)
    if last_day is None:
        return WITHIN.judge(None, *cites, done_on=done_on)

    def told(choice: str) -> Verdict:
        other = last_day_of(term, event, calendar, choices={**choices, D3.code: choice})
        return (
            WITHIN.judge(None, *cites, done_on=done_on) if other is None else within(done_on, other, *cites)
        )

    holds = done_on <= last_day
    late = 0 if holds else (done_on - last_day).days
    reading = D3.apply(choices, told) if turns else None
    return WITHIN.judge(holds, *cites, reading=reading, last_day=last_day, done_on=done_on, late=late)
