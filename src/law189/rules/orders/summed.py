"""Сколько за дни (summed): what figures told of some days say of other days.

What is rendered on a day is no less than nothing, and what is rendered on several is the sum. So a whole is no less
than its parts that do not overlap, as much as parts that make it up, and what is left of it is left for the rest.

>>> from decimal import Decimal
>>> quarter = exactly(date(2024, 1, 1), date(2024, 3, 31), Decimal(30))
>>> half = exactly(date(2024, 1, 1), date(2024, 6, 30), Decimal(70))
>>> said = of_days((quarter, half), date(2024, 4, 1), date(2024, 6, 30))
>>> said.least, said.most, said.by == (half, quarter)
(Decimal('40'), Decimal('40'), True)
>>> of_days((quarter,), date(2024, 4, 1), date(2024, 6, 30)).most is None
True
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from law189.kinds.asked import asked, made_asked, methods_asked
from law189.measures import EXACT

__all__ = ["DaysTold", "SpanTold", "agreeing", "counted_anew", "exactly", "of_days"]

NOTHING = Decimal(0)


@made_asked
@methods_asked
class SpanTold(NamedTuple):
    """Сколько за дни: from `since` to `until` no less than `least` and no more than `most`, of a told `amount`."""

    since: date
    until: date
    least: Decimal
    most: Decimal
    amount: Decimal

    @property
    def forward(self) -> bool:
        """Whether its days run forward."""
        return self.since <= self.until

    def holds(self, other: "SpanTold") -> bool:
        """Whether each day of the other is one of its days."""
        return self.since <= other.since and other.until <= self.until


@made_asked
@methods_asked
class DaysTold(NamedTuple):
    """Что сказано о днях: at least and at most so much, None where nothing says at most; `by` which spans."""

    least: Decimal
    most: Decimal | None
    by: tuple[SpanTold, ...] = ()

    def allows(self, span: SpanTold) -> bool:
        """Whether what the span tells of its days may be so."""
        return self.least <= span.most and (self.most is None or span.least <= self.most)


@asked
def exactly(since: date, until: date, amount: Decimal) -> SpanTold:
    """So much on those days, no less and no more."""
    return SpanTold(since, until, amount, amount, amount)


Days = Callable[[Sequence[SpanTold], date, date], DaysTold]


@asked
def of_days(spans: Sequence[SpanTold], since: date, until: date) -> DaysTold:
    """What spans that agree say of the days from `since` to `until`, where the amounts of days are added."""
    begins, ends = since.toordinal(), until.toordinal() + 1
    steps = tuple(_steps(spans, begins, ends))
    most, above = _least_way(steps, begins, ends) or (None, ())
    least, below = _least_way(steps, ends, begins) or (NOTHING, ())
    return DaysTold(EXACT.minus(least), most, tuple(dict.fromkeys((*below, *above))))


@asked
def counted_anew(spans: Sequence[SpanTold], since: date, until: date) -> DaysTold:
    """The same where the amounts are not added, as one person may be served on several days."""
    asked = SpanTold(since, until, NOTHING, NOTHING, NOTHING)
    within = [one for one in spans if asked.holds(one)]
    around = [one for one in spans if one.holds(asked)]
    largest = max(within, key=lambda one: one.least, default=None)
    smallest = min(around, key=lambda one: one.most, default=None)
    return DaysTold(
        NOTHING if largest is None else largest.least,
        None if smallest is None else smallest.most,
        tuple(dict.fromkeys(one for one in (largest, smallest) if one is not None)),
    )


@asked
def agreeing(spans: Sequence[SpanTold], days: Days = of_days) -> tuple[tuple[SpanTold, ...], ...]:
    """The spans that agree: all of them, else those that agree with the first ones, and with the last ones.

    `days` says whether amounts are added. Spans whose days run backwards are left out.
    """
    forward = [one for one in spans if one.forward]
    first = _kept(forward, days)
    return (first,) if len(first) == len(forward) else (first, _kept(forward[::-1], days))


def _kept(spans: Iterable[SpanTold], days: Days) -> tuple[SpanTold, ...]:
    """Each span that agrees with those that were kept before it."""
    kept: tuple[SpanTold, ...] = ()
    for one in spans:
        if days(kept, one.since, one.until).allows(one):
            kept = (*kept, one)
    return kept


class _Move(NamedTuple):
    """Шаг от дня к дню: so much more is rendered by one day than by another, at most."""

    begins: int
    ends: int
    most: Decimal
    by: SpanTold | None


def _steps(spans: Sequence[SpanTold], *days: int) -> Iterator[_Move]:
    """A span says how much more by its end than by its beginning, and how much less; no day takes anything back."""
    known = {*days}
    for one in spans:
        begins, ends = one.since.toordinal(), one.until.toordinal() + 1
        known |= {begins, ends}
        yield _Move(begins, ends, one.most, one)
        yield _Move(ends, begins, EXACT.minus(one.least), one)
    for later, earlier in pairwise(sorted(known, reverse=True)):
        yield _Move(later, earlier, NOTHING, None)


def _least_way(steps: Sequence[_Move], begins: int, ends: int) -> tuple[Decimal, tuple[SpanTold, ...]] | None:
    """The least sum of steps from one day to another, with what says them; None where they do not lead there."""
    ways: dict[int, tuple[Decimal, tuple[SpanTold, ...]]] = {begins: (NOTHING, ())}
    shorter = True
    while shorter:  # spans that agree have no way round that takes something away
        shorter = False
        for step in steps:
            if step.begins not in ways:
                continue
            so_far, by = ways[step.begins]
            sum_ = EXACT.add(so_far, step.most)
            if step.ends not in ways or sum_ < ways[step.ends][0]:
                ways[step.ends] = (sum_, by if step.by is None else (*by, step.by))
                shorter = True
    return ways.get(ends)
