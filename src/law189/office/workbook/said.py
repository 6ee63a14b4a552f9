"""Сказанное (said): what a heading can say of its column, beside what the column is.

>>> Said(year=2024, bound="at_least").left
()
"""

from typing import NamedTuple

__all__ = ["Said"]


class Said(NamedTuple):
    """What a heading says: of a value its year, month, bound and unit, of a term its year and end, or each year.

    `scale` are words such as «тыс. чел.», by which values are not what they say; `left` is what was not taken.
    """

    year: int | None = None
    month: int | None = None
    bound: str | None = None
    unit: str | None = None
    scale: str | None = None
    end: str | None = None
    yearly: bool = False
    left: tuple[str, ...] = ()
