"""Целые периоды (whole periods): the days of a term of whole months, and the one term that some months on end are.

A plan may say one span in many words: «I полугодие», «I – II кварталы», «январь – июнь». It is one term.

>>> period_of((2024, 1), (2024, 6)), period_of((2024, 9), (2024, 10)).text.ru
(HalfYear(kind='half_year', year=2024, half=1), 'сентябрь – октябрь 2024 года')
>>> first_day(period_of((2024, 9), (2024, 10))), last_day(period_of((2024, 1), (2024, 2)))
(datetime.date(2024, 9, 1), datetime.date(2024, 2, 29))
"""

from calendar import monthrange
from datetime import date

from law189.profile.dated import HalfYear, Month, Months, Period, Quarter, Year

__all__ = ["first_day", "last_day", "period_of"]

YearMonth = tuple[int, int]
"""A year and the number of a month of it, from 1."""


def first_day(term: Period) -> date:
    """The first day of the span."""
    return date(*_ends(term)[0], 1)


def last_day(term: Period) -> date:
    """The last day of the span."""
    year, month = _ends(term)[1]
    return date(year, month, monthrange(year, month)[1])


def _ends(term: Period) -> tuple[YearMonth, YearMonth]:
    """The first and the last month."""
    match term:
        case Year():
            months = 1, 12
        case HalfYear():
            months = term.half * 6 - 5, term.half * 6
        case Quarter():
            months = term.quarter * 3 - 2, term.quarter * 3
        case Month():
            months = term.month, term.month
        case Months():
            return (term.first_year, term.first_month), (term.last_year, term.last_month)
    return (term.year, months[0]), (term.year, months[1])


def period_of(first: YearMonth, last: YearMonth) -> Period:
    """The term of all months from the first to the last: the one period that they are, or months on end.

    Raises ValidationError where the last is before the first, or a month or a year is none.
    """
    year, month = first
    length = (last[0] - year) * 12 + last[1] - month + 1
    if length == 1:
        return Month(kind="month", year=year, month=month)
    if length == 3 and month % 3 == 1:
        return Quarter(kind="quarter", year=year, quarter=last[1] // 3)
    if length == 6 and month % 6 == 1:
        return HalfYear(kind="half_year", year=year, half=last[1] // 6)
    if length == 12 and month == 1:
        return Year(kind="year", year=year)
    ends = {"first_year": year, "first_month": month, "last_year": last[0], "last_month": last[1]}
    return Months(kind="months", **ends)
