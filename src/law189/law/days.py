"""День как есть (a plain day): programs have days of classes of their own; what is kept is the day itself.

>>> class Theirs(date):
...     pass
>>> plain_day(Theirs(2024, 1, 9))
datetime.date(2024, 1, 9)
"""

from datetime import date, datetime
from typing import Any

__all__ = ["PLAIN", "SATURDAY", "is_day", "is_holiday", "is_plain_day_off", "plain_day"]

SATURDAY = 5
HOLIDAYS = frozenset({(1, day) for day in range(1, 9)} | {(2, 23), (3, 8), (5, 1), (5, 9), (6, 12), (11, 4)})
"""Нерабочие праздничные дни: month and day, Labour Code, article 112."""

PLAIN = (date,)
"""The class of a day. It is held here, as tests that stop the clock put a class of theirs in place of its name."""


def is_day(value: object) -> bool:
    """Whether it is a day, of whatever class; a moment (`datetime`) is none."""
    return isinstance(value, date) and not isinstance(value, datetime)


def plain_day(day: Any) -> date:
    """The same day of the class `date`."""
    plain = PLAIN[0]
    return day if type(day) is plain else plain(day.year, day.month, day.day)


def is_plain_day_off(day: date) -> bool:
    """Whether the day is off where nothing is moved: a weekend or a holiday."""
    return day.weekday() >= SATURDAY or is_holiday(day)


def is_holiday(day: date) -> bool:
    """Whether the day is a public holiday."""
    return (day.month, day.day) in HOLIDAYS
