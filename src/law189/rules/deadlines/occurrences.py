"""Последние дни сроков (occurrences): on which days a term ends, as its act writes it.

A term by the calendar ends on days that it names itself; one counted from an event ends on a day that the day of
the event gives. Where an act can be read two ways, readings D1, D2, D3, D4, D8, D9 and D11 say how.

>>> from itertools import islice
>>> from law189.profile.terms import AfterMonths, Before
>>> term = Before(kind="before", day=date(2023, 10, 1), then_yearly_before="01-01")
>>> [f"{day}" for day in islice(last_days(term), 3)]
['2023-09-30', '2023-12-31', '2024-12-31']
>>> list(last_days(AfterMonths(kind="after_months", months=1)))  # the day of the event is not known
[]
"""

from calendar import monthrange
from collections.abc import Iterator, Mapping
from datetime import MAXYEAR, date
from itertools import chain, repeat

from law189.calendar import Calendar, CalendarNotPublished
from law189.kinds.asked import asked
from law189.profile.terms import (
    After,
    AfterMonths,
    Ahead,
    Before,
    By,
    Counted,
    End,
    HalfYear,
    InYear,
    Month,
    Months,
    NextMonth,
    NotLater,
    Occasion,
    On,
    Quarter,
    Regular,
    SameDay,
    Term,
    Year,
    Yearly,
)
from law189.profile.whole import last_day
from law189.readings import D1, D2, D3, D4, D8, D11, NO_CHOICES, Chosen, Reading
from law189.rules.deadlines.counting import LastDay, as_named, before_day, counted, day_of_month

__all__ = [
    "first_named",
    "in_one_year",
    "in_year_asked",
    "last_days",
    "occasion",
    "occurrences",
    "only_as_needed",
    "read_two_ways",
    "spans",
    "then_from",
]


@asked
def occasion(term: Term) -> Occasion | None:
    """The event from which the term is counted; None where it needs the day of none."""
    return term.event if isinstance(term, Counted) else None


@asked
def read_two_ways(term: Term) -> tuple[Reading, ...]:
    """The readings on which the last day of a term that is counted from an event may turn.

    >>> from law189.profile.terms import After
    >>> [reading.code for reading in read_two_ways(After(kind="after", days=5, unit="working_days"))]
    ['D3']
    """
    match term:
        case After():
            return (D3,)
        case Ahead():
            return (D11,)
        case NextMonth():
            return (D1, D2)
        case AfterMonths() | SameDay():
            return ()
    return (D8, D1, D2)


@asked
def last_days(
    term: Term,
    *,
    since: date | None = None,
    calendar: Calendar | None = None,
    choices: Chosen = NO_CHOICES,
    event: date | None = None,
    asked: date | None = None,
) -> Iterator[date]:
    """The last lawful day of each occurrence, in order; endless for a term of each year or of each period.

    `since` is the day of the act, from which a term of each year or period is counted; `event` the day of the event
    from which the term is counted, None where it is not known; `asked` the day asked about, for reading D8.
    `calendar` is needed for working days and where a term moves off a day off. Nothing comes of a term without an
    end. Raises `CalendarNotPublished` on a year that the calendar lacks.
    """
    for last in occurrences(term, since=since, calendar=calendar, choices=choices, event=event, asked=asked):
        if last.day is None:
            raise CalendarNotPublished(last.missing_year or last.at_least.year)
        yield last.day


@asked
def occurrences(
    term: Term,
    *,
    since: date | None = None,
    calendar: Calendar | None = None,
    choices: Chosen = NO_CHOICES,
    event: date | None = None,
    asked: date | None = None,
) -> Iterator[LastDay]:
    """The same as `last_days`, where a last day that needs a year that the calendar lacks is told as not known."""
    if isinstance(term, Counted):
        day = term.day if isinstance(term, Ahead) and term.event is None else event
        if day is not None:
            yield counted(term, day, calendar, choices)
        return
    for day in _written(term, since, choices, asked):
        yield as_named(day, calendar, choices)


@asked
def in_one_year(term: Yearly | InYear, year: int, *, calendar: Calendar | None, choices: Chosen) -> LastDay:
    """The last day of a term of each year in that year."""
    return as_named(_end(term, year, choices), calendar, choices)


# ─── Сроки по календарю ──────────────────────────────────────────────────────────────────────────────────


def _written(
    term: Term, since: date | None, choices: Mapping[str, str], asked: date | None
) -> Iterator[date]:
    match term:
        case Year():
            end = last_day(term)
            return chain([end], _then(term, choices))
        case Before():
            return chain([before_day(term.day, choices)], _then(term, choices))
        case HalfYear() | Quarter() | Month() | Months():
            return iter([last_day(term)])
        case On() | By() | NotLater():
            return iter([term.day])
        case InYear() if in_year_asked(term, choices):
            return iter([] if asked is None else [_end(term, asked.year, choices)])
        case Yearly() | InYear() if since is not None:
            return _each_year(term, since, choices)
        case Regular() if since is not None and not only_as_needed(term, choices):
            return _each_period(term, since)
        case _:
            return iter(())


@asked
def in_year_asked(term: Term, choices: Chosen) -> bool:
    """Whether a day without a year is that of the year asked about only (reading D8)."""
    return isinstance(term, InYear) and D8.chosen(choices) == "year_asked"


@asked
def only_as_needed(term: Regular, choices: Chosen) -> bool:
    """Whether need decides and there is no term (reading D4)."""
    return term.as_needed and D4.chosen(choices) == "as_needed"


def _then(term: Before | Year, choices: Mapping[str, str]) -> Iterator[date]:
    """Each year before the day, after the first term."""
    if term.then_yearly_before is not None:
        for year in range(then_from(term) or MAXYEAR, MAXYEAR):
            yield _in_year(year, term.then_yearly_before, End.BEFORE, choices)


@asked
def then_from(term: Term) -> int | None:
    """The year of the first day «далее ежегодно до»: a later one than that in which the first term ends.

    «До 1 января» of a year follows a first term that ends in the year before it. None of any other term.

    >>> from law189.profile.terms import Before
    >>> [
    ...     then_from(Before(kind="before", day=day, then_yearly_before=then))
    ...     for day, then in (("2023-10-01", "01-01"), ("2024-01-01", "01-01"), ("2023-12-01", "12-15"))
    ... ]
    [2024, 2025, 2024]
    """
    if not isinstance(term, Before | Year) or term.then_yearly_before is None:
        return None
    first = before_day(term.day, NO_CHOICES) if isinstance(term, Before) else last_day(term)
    again = _in_year(first.year + 1, term.then_yearly_before, End.BEFORE)
    after = first if isinstance(term, Year) else term.day
    return first.year + 1 + (again < after)


def _in_year(year: int, month_day: str, end: End, choices: Mapping[str, str] = NO_CHOICES) -> date:
    """The last day «до», «к» or «не позднее» that day of the year."""
    month, day = map(int, month_day.split("-"))
    return day_of_month(date(year, month, 1), day, end, choices)


def _end(term: Yearly | InYear, year: int, choices: Mapping[str, str]) -> date:
    return _in_year(year, term.day, term.end, choices)


def _each_year(term: Yearly | InYear, since: date, choices: Mapping[str, str]) -> Iterator[date]:
    """Each year from the act on; «до» its very day would be too late for its year, however D1 is read."""
    for year in range(first_named(term, since), MAXYEAR):
        yield _end(term, year, choices)


@asked
def first_named(term: Yearly | InYear, since: date) -> int:
    """The first year in which the act of the day `since` names the day of a term of each year.

    The first year that is reported on is that of the act, so a day of the year after the reported one is later.
    """
    if isinstance(term, Yearly) and term.after_reported:
        return since.year + 1
    return since.year if _end(term, since.year, NO_CHOICES) >= since else since.year + 1


def _last_of(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _each_period(term: Regular, since: date) -> Iterator[date]:
    """The end of each period from that of the act on, once for each time."""
    return (last for _, last in spans(term, since))


@asked
def spans(term: Regular, since: date) -> Iterator[tuple[date, date]]:
    """The first and the last day of each period from that of the act on, once for each time."""
    months = term.per.months
    for year in range(since.year, MAXYEAR):
        for month in range(months, 13, months):
            if (last := _last_of(year, month)) >= since:
                yield from repeat((date(year, month - months + 1, 1), last), term.times)
