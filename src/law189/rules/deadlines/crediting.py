"""Зачёт сделанного (crediting): which occurrence of a term that which was done counts for.

What belongs to a year, as an order does, counts for the occurrence of that year. What is due so often in each
period counts for the period in which it was done: two seminars of one quarter are none of the next. Anything else
counts for the occurrences in order of time, and never for the next one while the term of the last one runs: what is
recorded twice then was done once. An occurrence that was over before its act held takes nothing that was done after
it: nobody owed it any more. Occurrences are numbered from 0.

>>> from law189.profile.terms import Before, Regular
>>> order = Before(kind="before", day=date(2023, 10, 1), then_yearly_before="01-01")
>>> credited(order, (), of_years={2024: date(2023, 12, 5)})
{1: datetime.date(2023, 12, 5)}
>>> seminars = date(2023, 9, 25), date(2023, 9, 27)
>>> credited(Regular(kind="regular", times=1, per="quarter"), seminars, since=date(2023, 9, 22))
{0: datetime.date(2023, 9, 25)}
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby, takewhile

from law189.kinds.asked import asked
from law189.profile.terms import (
    Ahead,
    Before,
    By,
    HalfYear,
    InYear,
    Month,
    Months,
    NotLater,
    On,
    Quarter,
    Regular,
    Term,
    Year,
    Yearly,
)
from law189.rules.deadlines.counting import LastDay
from law189.rules.deadlines.occurrences import first_named, spans, then_from

__all__ = ["credited", "of_year", "year_of"]


@asked
def of_year(term: Term, year: int, since: date | None = None) -> int | None:
    """The number of the occurrence that belongs to the year; None where the term names no year, or a later one.

    The first occurrence belongs to the year that the term names, the next ones to the years after it. A term of
    each year names every year from the day of the act (`since`) on.
    """
    if isinstance(term, Yearly | InYear):
        first = None if since is None else first_named(term, since)
    else:
        first = _first_year(term)
    return None if first is None or year < first else year - first


@asked
def year_of(term: Term, place: int) -> int | None:
    """The year to which the occurrence of that number belongs; None where the term is not due anew each year."""
    first = _first_year(term)
    return first + place if first is not None and _goes_on(term) else None


@asked
def credited(
    term: Term,
    done: Sequence[date],
    *,
    of_years: Mapping[int, date] | None = None,
    since: date | None = None,
    ends: Iterable[LastDay] = (),
    passed: int = 0,
) -> dict[int, date]:
    """The day on which each occurrence was done, by its number; what was done for none of them is left out.

    `done` are days on which occurrences were done, `of_years` the day on which what belongs to each year was done.
    A term that names one year has one occurrence: where nothing was done for that year, what was done for others
    counts for it. `since` is the day of the act, `ends` the last day of each occurrence, where they are known; they
    are read as far as they are needed, as those of a term without end never end; `passed` of them, from the first
    on, were over before the act held (`bound.passed_over`).
    """
    if isinstance(term, Regular):
        return dict(_in_periods(term, sorted([*done, *(of_years or {}).values()]), since))
    placed: dict[int, date] = {}
    loose = list(done)
    for year, day in (of_years or {}).items():
        place = of_year(term, year, since)
        anew = _goes_on(term) or (isinstance(term, Yearly | InYear) and since is not None)
        if place is not None and (anew or place == 0):
            placed[place] = day
        elif not anew:
            loose.append(day)
    return dict(sorted([*placed.items(), *_in_order(sorted(loose), placed, iter(ends), passed)]))


def _in_order(
    days: Sequence[date], placed: Mapping[int, date], ends: Iterator[LastDay], passed: int
) -> Iterator[tuple[int, date]]:
    """Each day for the next occurrence that is free, once the one before is over, or both end on one day."""
    place, earlier, last = 0, None, next(ends, None)
    for day in days:
        while place in placed or (place < passed and last is not None and last.over(day)):
            place, earlier, last = place + 1, last, next(ends, None)
        if earlier is None or earlier == last or earlier.over(day) is not False:
            yield place, day
            place, earlier, last = place + 1, last, next(ends, None)


def _in_periods(term: Regular, days: Sequence[date], since: date | None) -> Iterator[tuple[int, date]]:
    """Each day that counts in its period, once for each time that the term asks for."""
    if since is None or not days:
        return
    begun = takewhile(lambda numbered: numbered[1][0] <= days[-1], enumerate(spans(term, since)))
    for (first, last), numbers in groupby(begun, key=lambda numbered: numbered[1]):
        inside = [day for day in days if first <= day <= last]
        yield from zip([number for number, _ in numbers], inside, strict=False)


def _goes_on(term: Term) -> bool:
    """Whether the same is due again in the years after the one that the term names."""
    return isinstance(term, Before | Year) and term.then_yearly_before is not None


def _first_year(term: Term) -> int | None:
    """The year that the term names first, before those of «далее ежегодно»; None where it names none."""
    if (later := then_from(term)) is not None:
        return later - 1
    match term:
        case Year() | HalfYear() | Quarter() | Month():
            return term.year
        case Months():
            return term.last_year
        case On() | Before() | By() | NotLater():
            return term.day.year
        case Ahead() if term.day is not None:
            return term.day.year
        case _:
            return None
