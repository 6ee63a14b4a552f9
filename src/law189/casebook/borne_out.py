"""Подтверждено актами (borne out): what the acts of an agreement say beside what its contracts say of some days.

An act says how much was rendered on its days. What acts of other days bear out was not rendered on the days asked
for: a quarter gave no more than all the contracts did, less what acts tell of the quarters before it. Where acts
and contracts differ, both may be so.

>>> march = (date(2024, 3, 1), date(2024, 3, 31))
>>> acts = [Acted(date(2024, 2, 1), date(2024, 2, 29), Decimal(30))]
>>> run = date(2024, 2, 1), date(2024, 5, 31)
>>> between(lambda since, until: Between(Decimal(0), Decimal(72)), acts, march, run)
Between(least=Decimal('0'), most=Decimal('42'))
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal

from law189.casebook.capacity import Acted
from law189.measures import EXACT, total
from law189.rules.reconciliation import Between

__all__ = ["NONE", "between", "plus"]

NONE = Between(Decimal(0), Decimal(0))
DAY = timedelta(1)
Days = tuple[date, date]
"""A first and a last day."""


def plus(one: Between, other: Between) -> Between:
    """Both together."""
    return Between(EXACT.add(one.least, other.least), EXACT.add(one.most, other.most))


def between(
    within: Callable[[date, date], Between], acts: Sequence[Acted], asked: Days, run: Days
) -> Between:
    """How much was rendered on the days asked for, by contracts that ran on some of the days `run`.

    `within` is what the contracts alone say of days, `acts` are all of their agreement.
    """
    inside = _by_acts(within(*asked), acts, asked, run)
    whole = _by_acts(within(*run), acts, (date.min, date.max), run)
    beside = NONE
    for since, until in _beside(asked, run):
        beside = plus(beside, _by_acts(within(since, until), acts, (since, until), run))
    least = max(inside.least, EXACT.subtract(whole.least, beside.most))
    most = min(inside.most, EXACT.subtract(whole.most, beside.least))
    return Between(least, most) if least <= most else inside


def _beside(asked: Days, run: Days) -> Iterator[Days]:
    """The days of the contracts before those that are asked for, and after them."""
    if run[0] < asked[0]:
        yield run[0], min(run[1], asked[0] - DAY)
    if asked[1] < run[1]:
        yield max(run[0], asked[1] + DAY), run[1]


def _by_acts(found: Between, acts: Sequence[Acted], asked: Days, run: Days) -> Between:
    """What acts of the days add to what contracts say of them."""
    first, last = max(asked[0], run[0]), min(asked[1], run[1])
    inside = sorted(one for one in acts if asked[0] <= one.since and one.until <= asked[1])
    beside = any(one.since <= asked[1] and asked[0] <= one.until for one in acts if one not in inside)
    acted, next_day = total(one.amount for one in inside), first
    for one in inside:
        if one.since <= next_day:
            next_day = max(next_day, one.until + DAY)
    if inside and not beside and next_day > last:
        if found.least <= acted <= found.most:
            return Between(acted, acted)
        return Between(min(acted, found.least), max(acted, found.most))
    return Between(found.least if acted > found.most else max(found.least, acted), max(found.most, acted))
