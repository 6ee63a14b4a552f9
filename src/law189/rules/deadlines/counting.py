"""Счёт срока от дня события (counting): on which day a term ends that is counted from an event.

Reading D3 says whether the day of the event itself counts in a term of days (Гражданский кодекс, ст. 191: it does
not), reading D11 which day is the last of so many days before a day, reading D1 whether a term until an event has
its day, reading D9 whether calendar days or months that end on a day off move where the act does not say. That a
term of months ends on the day of the same number, or on the last day of a month without such a day, is assumed; no
reading of days is about it. A day of the next month is one that the act names: readings D1 and D2 are of it.

>>> one = AfterMonths(kind="after_months", months=1)
>>> [f"{counted(one, date(year, 1, 31), None, STILL).day}" for year in (2023, 2024)]
['2023-02-28', '2024-02-29']
"""

from collections.abc import Mapping
from datetime import MAXYEAR, date, timedelta
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

from law189.calendar import Calendar, CalendarNotPublished, shifted
from law189.facts import Frozen
from law189.kinds.asked import asked, made_asked, methods_asked, unasked
from law189.law import Text
from law189.law.text import in_russian
from law189.profile.terms import After, AfterMonths, Ahead, Counted, Days, End, NextMonth, SameDay, Until
from law189.readings import D1, D2, D3, D9, D11, NO_CHOICES, Chosen, Reading

__all__ = [
    "STILL",
    "LastDay",
    "as_named",
    "before_day",
    "counted",
    "day_of_month",
    "days_before",
    "moved",
    "moved_two_ways",
]

_shifted, _working = unasked(shifted), unasked(Calendar.add_working_days)
STILL: Frozen[str, str] = Frozen({D9.code: "stays"})
"""A span in which something is valid ends on its own day: nothing is to be done then that a day off hinders."""


@made_asked
@methods_asked
class LastDay(NamedTuple):
    """Последний день срока: None where it needs the days off of `missing_year`; it is not before `at_least`."""

    day: date | None
    at_least: date
    missing_year: int | None = None

    def over(self, on: date) -> bool | None:
        """Whether the term is over on the day; None where that is not known."""
        if self.day is not None:
            return on > self.day
        return None if on > self.at_least else False

    @property
    def bound(self) -> date | Text:
        """The last day, or in words the day before which it cannot be."""
        if self.day is not None:
            return self.day
        day, year = self.at_least, self.missing_year
        return Text(
            f"не раньше {in_russian(day)} (нет календаря на {year} год)",
            f"not before {day.isoformat()} (no calendar for {year})",
        )


@asked
def moved(day: date, calendar: Calendar | None) -> LastDay:
    """The day itself where it is a working day, else the next one; not known without a calendar."""
    try:
        if calendar is None:
            raise CalendarNotPublished(day.year)
        last = calendar.next_working_day(day)
    except CalendarNotPublished as error:
        return LastDay(None, max(day, date(error.year, 1, 1)), error.year)
    return LastDay(last, last)


@asked
def as_named(day: date, calendar: Calendar | None, choices: Chosen) -> LastDay:
    """The last day of a term whose act names it: reading D2 says whether it moves off a day off."""
    return moved(day, calendar) if D2.chosen(choices) == "moves" else LastDay(day, day)


@asked
def before_day(day: date, choices: Chosen) -> date:
    """The last day of a term «до» the day (reading D1)."""
    return day if D1.chosen(choices) == "included" else _shifted(day, -1)


@asked
def day_of_month(month: date, number: int, end: End, choices: Chosen) -> date:
    """The last day of a term «до», «к» or «не позднее» the day of that number in the month, given by its first day.

    Where the month has no such day, it is its last one, which is before that number too.
    """
    named, last = month + timedelta(number - 1), month + relativedelta(day=31)
    return min(before_day(named, choices) if end is End.BEFORE else named, last)


@asked
def counted(term: Counted, event: date, calendar: Calendar | None, choices: Chosen = NO_CHOICES) -> LastDay:
    """On which day a term ends that is counted from the day `event`; before it, where the term says so.

    Reading D3 says whether that day itself counts in a term of days, reading D11 how days before it are counted,
    reading D1 whether a term until an event has its day, reading D9 whether calendar days or months move off a day
    off where the act does not say, and readings D1 and D2 both of a day of the next month.
    """
    match term:
        case SameDay():
            return LastDay(event, event)
        case Until():
            day = before_day(event, choices)
            return LastDay(day, day)
        case Ahead():
            return days_before(event, term.days, term.unit, calendar, choices)
        case NextMonth():
            return _in_next_month(term, event, calendar, choices)
        case AfterMonths():
            return _months_after(term, event, calendar, moves=_moves(term, choices))
    begins = _shifted(event, -1) if D3.chosen(choices) == "same_day" else event
    return _days_after(term, begins, calendar, choices)


@asked
def moved_two_ways(term: object) -> tuple[Reading, ...]:
    """Reading D9 where it may move the last day of the term: of calendar days or months whose act does not say.

    >>> [one.code for one in moved_two_ways(After(kind="after", days=30, unit="calendar_days"))]
    ['D9']
    >>> moved_two_ways(After(kind="after", days=30, unit="calendar_days", moves=True))
    ()
    """
    of_calendar = isinstance(term, AfterMonths) or (isinstance(term, After) and term.unit is Days.CALENDAR)
    return (D9,) if of_calendar and getattr(term, "moves", None) is None else ()


def _moves(term: After | AfterMonths, choices: Mapping[str, str]) -> bool:
    """Whether a last day that is a day off moves: as the act says, else by reading D9."""
    return D9.chosen(choices) == "moves" if term.moves is None else term.moves


def _days_after(term: After, begins: date, calendar: Calendar | None, choices: Mapping[str, str]) -> LastDay:
    try:
        last_day = _last_day(term, begins, calendar, choices)
    except CalendarNotPublished as error:
        return LastDay(None, _at_least(term, begins, calendar, error.year), error.year)
    return LastDay._make((last_day, last_day, None))


def _last_day(term: After, begins: date, calendar: Calendar | None, choices: Mapping[str, str]) -> date:
    """The last day. Raises `CalendarNotPublished` where it needs a year that the calendar lacks."""
    if term.unit is Days.WORKING:
        if calendar is None:
            raise CalendarNotPublished(_shifted(begins, 1).year)
        return _working(calendar, begins, term.days)
    plain = _shifted(begins, term.days)
    if (plain - begins).days < term.days:
        raise CalendarNotPublished(MAXYEAR + 1)
    if not _moves(term, choices):
        return plain
    if calendar is None:
        raise CalendarNotPublished(plain.year)
    return calendar.next_working_day(plain)


def _at_least(term: After, begins: date, calendar: Calendar | None, missing_year: int) -> date:
    """The day before which the term cannot end: every day that no calendar knows may be a working day."""
    if term.unit is Days.WORKING and calendar is not None and begins.year in calendar.years:
        known = calendar.working_days_between(begins, calendar.last_day)
        return _shifted(calendar.last_day, term.days - known)
    first = date.max if missing_year > MAXYEAR else date(missing_year, 1, 1)
    return max(first, _shifted(begins, term.days))


def _months_after(term: AfterMonths, event: date, calendar: Calendar | None, *, moves: bool) -> LastDay:
    """The day of the same number; where the month has none, its last day."""
    try:
        day = event + relativedelta(months=term.months)
    except (ValueError, OverflowError):
        return LastDay(None, date.max, MAXYEAR + 1)
    return moved(day, calendar) if moves else LastDay(day, day)


def _in_next_month(
    term: NextMonth, event: date, calendar: Calendar | None, choices: Mapping[str, str]
) -> LastDay:
    """The day of that number in the month after the period."""
    try:
        month = event.replace(day=1, month=term.of.last_month(event.month)) + relativedelta(months=1)
        day = day_of_month(month, term.day, term.end, choices)
    except (ValueError, OverflowError):
        return LastDay(None, date.max, MAXYEAR + 1)
    return as_named(day, calendar, choices)


@asked
def days_before(
    aim: date,
    days: int,
    unit: Days,
    calendar: Calendar | None,
    choices: Chosen = NO_CHOICES,
) -> LastDay:
    """The last day that is not later than so many days before the day `aim`, which itself does not count.

    That is the day so far back, of working days a working day; where reading D11 asks for so many full days
    between, the day before it. Where no calendar knows them, it may be any day so far back or earlier.

    >>> monday, friday = date(2024, 3, 11), date(2024, 3, 8)
    >>> days_before(monday, 3, Days.CALENDAR, None).day == friday
    True
    >>> days_before(monday, 3, Days.CALENDAR, None, {"D11": "full_days"}).day == friday
    False
    """
    try:
        if unit is Days.CALENDAR:
            day = _shifted(aim, -days)
        elif calendar is None:
            raise CalendarNotPublished(aim.year)
        else:
            day = calendar.subtract_working_days(aim, days)
    except CalendarNotPublished as error:
        return LastDay(None, date.min, error.year)
    day = _shifted(day, -1) if D11.chosen(choices) == "full_days" else day
    return LastDay(day, day)
