"""Срок в днях после события (periods): on which day it ends, and whether something was done by then.

A period of working days is counted on the calendar; reading D3 says on which day it begins (Гражданский
кодекс, ст. 191: the day after the event). Where no calendar knows the last day, the period still cannot end
before a known day: a working day is never shorter than a day.

>>> from law189.profile.federal import load_calendar
>>> five = After(kind="after", days=5, unit="working_days")
>>> in_time(date(2024, 1, 17), date(2024, 1, 10), five, load_calendar()).outcome
<Outcome.HOLDS: 'holds'>
>>> in_time(date(2024, 1, 18), date(2024, 1, 10), five, load_calendar()).outcome
<Outcome.BREACH: 'breach'>
>>> print(ends(five, date(2031, 1, 10), load_calendar()).text["en"])
5 working days; the last day is not known: no calendar for 2031
"""

from collections.abc import Mapping
from datetime import MAXYEAR, date
from typing import NamedTuple

from law189.calendar import Calendar, CalendarNotPublished, shifted
from law189.law import Citation, Text, Vocabulary
from law189.profile.terms import After
from law189.readings import D3, under
from law189.rules.deadlines import LastDay, kept
from law189.rules.quorum import NO_CHOICES
from law189.verdict import Verdict

__all__ = ["Absent", "Ends", "ends", "in_time"]


class Absent(Vocabulary):
    """Почему последнего дня нет."""

    NO_TERM = "no_term", "срока нет", "there is no term"
    """No act gives the step a term."""
    NOT_SET = "not_set", "срок не установлен", "the term is not set"
    """The act that is to set the term has not set it."""
    NO_CALENDAR = "no_calendar", "последний день неизвестен", "the last day is not known"
    """The term is counted over a year whose days off are not known."""


class Ends(NamedTuple):
    """На какой день кончается срок: its last day, or why none is known.

    Without a calendar for `missing_year` the term still cannot end before the day `at_least`.
    """

    last_day: date | None
    absent: Absent | None = None
    term: After | None = None
    at_least: date | None = None
    missing_year: int | None = None

    def over(self, on: date) -> bool | None:
        """Whether the term is over on the day; None where that is not known."""
        if self.last_day is not None:
            return on > self.last_day
        within_it = self.absent is Absent.NO_TERM or (self.at_least is not None and on <= self.at_least)
        return False if within_it else None

    @property
    def bound(self) -> date | Text | None:
        """The last day, or in words the day before which it cannot be."""
        if self.last_day is not None or self.at_least is None:
            return self.last_day
        day = self.at_least
        return Text(f"не раньше {day:%d.%m.%Y}", f"not before {day.isoformat()}")

    @property
    def text(self) -> Text:
        """The last day, or why it is absent."""
        if self.last_day is not None:
            return Text(f"{self.last_day:%d.%m.%Y}", self.last_day.isoformat())
        absent = self.absent or Absent.NOT_SET
        if self.term is None or absent is not Absent.NO_CALENDAR:
            return absent.text
        days, (ru, en) = self.term.days, UNITS[self.term.unit]
        year, why = self.missing_year, absent.text
        return Text(
            f"{ru}: {days}; {why.ru}: нет календаря на {year} год",
            f"{days} {en}; {why.en}: no calendar for {year}",
        )


UNITS = {
    "working_days": ("рабочих дней", "working days"),
    "calendar_days": ("календарных дней", "calendar days"),
}


def ends(
    term: After,
    event: date,
    calendar: Calendar | None,
    *,
    choices: Mapping[str, str] = NO_CHOICES,
    set_on: date = date.min,
) -> Ends:
    """On which day a term of days after an event ends; reading D3 says on which day it begins.

    `set_on` is the day from which the act holds that sets the term: the term ends on no day before it.
    Where that needs a year that the calendar lacks, the answer says which, and before which day it cannot be.
    """
    last = _counted(term, event, calendar, choices, set_on)
    return Ends(last.day, None if last.day else Absent.NO_CALENDAR, term, last.at_least, last.missing_year)


def _counted(
    term: After, event: date, calendar: Calendar | None, choices: Mapping[str, str], set_on: date
) -> LastDay:
    begins = shifted(event, -1) if D3.chosen(choices) == "same_day" else event
    try:
        last_day = max(set_on, _last_day(term, begins, calendar))
    except CalendarNotPublished as error:
        return LastDay(None, max(set_on, _at_least(term, begins, calendar, error.year)), error.year)
    return LastDay(last_day, last_day)


def _last_day(term: After, begins: date, calendar: Calendar | None) -> date:
    """The last day. Raises `CalendarNotPublished` where it needs a year that the calendar lacks."""
    working = term.unit == "working_days"
    plain = shifted(begins, term.days)
    if not working and (plain - begins).days < term.days:
        raise CalendarNotPublished(MAXYEAR + 1)
    if not working and not term.moves:
        return plain
    if calendar is None:
        raise CalendarNotPublished(shifted(begins, 1).year if working else plain.year)
    return calendar.add_working_days(begins, term.days) if working else calendar.next_working_day(plain)


def _at_least(term: After, begins: date, calendar: Calendar | None, missing_year: int) -> date:
    """The day before which the term cannot end: every day that no calendar knows may be a working day."""
    if term.unit == "working_days" and calendar is not None and begins.year in calendar.years:
        known = calendar.working_days_between(begins, calendar.last_day)
        return shifted(calendar.last_day, term.days - known)
    first = date.max if missing_year > MAXYEAR else date(missing_year, 1, 1)
    return max(first, shifted(begins, term.days))


def last_day_of(
    term: After, event: date, calendar: Calendar | None, *, choices: Mapping[str, str] = NO_CHOICES
) -> date | None:
    """The last day, or None where the calendar does not know the year."""
    return ends(term, event, calendar, choices=choices).last_day


def in_time(
    done_on: date,
    event: date,
    term: After,
    calendar: Calendar | None,
    *cites: Citation,
    choices: Mapping[str, str] = NO_CHOICES,
    set_on: date = date.min,
) -> Verdict:
    """Whether what an event made due was done in time; BREACH where it was late.

    `set_on` is the day from which the act holds that sets the term: the term ends on no day before it.
    Where the calendar does not know the year, it HOLDS up to the day before which the term cannot end, and is
    UNKNOWN after it. The verdict names reading D3 where it turned on it.
    """

    def told(choices: Mapping[str, str]) -> Verdict:
        return kept(done_on, _counted(term, event, calendar, choices, set_on), *cites)

    return under(choices, told, D3)
