"""Дни записей (days): on which day each record of a case was made, where one of the days is in error.

Records stand in the order in which they were made, so their days do not run backwards. Where they do, the fewest
are taken to be in error, the later ones where that is open; a record with such a day was made on the nearest day
that the others leave it.

>>> from datetime import date
>>> [f"{day:%d.%m.%Y}" for day in days_made([date(2024, 10, 9), date(2023, 10, 16), date(2023, 12, 11)])]
['16.10.2023', '16.10.2023', '11.12.2023']
>>> [f"{day:%d.%m.%Y}" for day in days_made([date(2023, 12, 11), date(2023, 1, 16), date(2024, 2, 1)])]
['11.12.2023', '11.12.2023', '01.02.2024']
"""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from itertools import accumulate
from operator import le

__all__ = ["days_made"]


def days_made(days: Sequence[date]) -> Sequence[date]:
    """The day on which each record was made, none before that of the record before it; `days` are as recorded."""
    if all(map(le, days, days[1:])):
        return days
    right, later, latest = _right(days), date.max, list[date]()
    for place in reversed(range(len(days))):
        later = days[place] if place in right else later
        latest.append(later)
    bounded = (min(day, later) for day, later in zip(days, reversed(latest), strict=True))
    return [*accumulate(bounded, max)]


def _right(days: Sequence[date]) -> frozenset[int]:
    """The places of the most days that do not run backwards, the earlier ones where there are several such."""
    ends: list[int] = []
    """Of so many days from the last one back, the place at which they begin that leaves most before it."""
    after: dict[int, int | None] = {}
    for place in reversed(range(len(days))):
        many = bisect_right(ends, -days[place].toordinal(), key=lambda one: -days[one].toordinal())
        after[place] = ends[many - 1] if many else None
        ends[many : many + 1] = [place]
    found, at = set[int](), ends[-1] if ends else None
    while at is not None:
        found.add(at)
        at = after[at]
    return frozenset(found)
