"""Что могли оказать (capacity): how much contracts can have given on which days, and whether acts bear out more.

A contract gives so much on the days on which it runs. An amendment says how much was rendered by its day: no more
can be of the days up to it, and only the rest of the days after it, so a contract comes in parts. Acts are borne
out where all that they say can be shared out among the parts, of each act to those that ran on some of its days.

>>> begun, last = date(2024, 2, 1), date(2024, 5, 31)
>>> given = parted((Stretch(begun, last),), [(date(2024, 4, 15), Decimal(10))], Decimal(72))
>>> [(part.amount, part.days[0].until.isoformat()) for part in given]
[(Decimal('10'), '2024-04-15'), (Decimal('62'), '2024-05-31')]
>>> beyond([Acted(begun, date(2024, 3, 31), Decimal(40))], given).amount
Decimal('30')
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from operator import itemgetter
from typing import NamedTuple

from law189.casebook.known import Made
from law189.measures import EXACT, total
from law189.rules.providers.serving import Stretch

__all__ = [
    "Acted",
    "Beyond",
    "GivenIn",
    "beyond",
    "given_in",
    "last_served",
    "on_served",
    "on_some_day",
    "parted",
    "patterns",
]

DAY = timedelta(1)
NONE = Decimal(0)


class Acted(NamedTuple):
    """Акт за период: its first and last day, how much of the service it bears out, its number and its record."""

    since: date
    until: date
    amount: Decimal
    number: str = ""
    made: Made | None = None


class GivenIn(NamedTuple):
    """Что даёт договор или часть его: how much, and on which days it ran."""

    amount: Decimal
    days: tuple[Stretch, ...]


class Beyond(NamedTuple):
    """Что подтверждено сверх оказанного: how much, and by which acts, that together bear out so much too much."""

    amount: Decimal
    acts: tuple[Acted, ...]


def given_in(given: Iterable[GivenIn], since: date = date.min, until: date = date.max) -> Decimal:
    """How much those parts give that ran on some day from the first to the last."""
    return total([one.amount for one in given if on_some_day(one.days, since, until)])


def on_some_day(days: Iterable[Stretch], since: date, until: date) -> bool:
    """Whether one of the days is from the first to the last."""
    for first, last in days:  # noqa: SIM110  # it is asked most of all: a generator would be three calls for one
        if first <= until and since <= last:
            return True
    return False


def on_served(
    days: Iterable[Stretch], told: Iterable[tuple[date, Decimal]]
) -> tuple[tuple[date, Decimal], ...]:
    """Each word of how much was rendered by a day, at the last of the days by then: between them nothing was."""
    ran = tuple(days)
    return tuple((last_served(ran, on), amount) for on, amount in told)


def last_served(days: Iterable[Stretch], on: date) -> date:
    """The last of the days that is no later than the day; the day itself where none is."""
    return max([max(since, min(until, on)) for since, until in days if since <= on], default=on)


def parted(
    days: Sequence[Stretch], told: Iterable[tuple[date, Decimal]], amount: Decimal
) -> tuple[GivenIn, ...]:
    """A contract that gives `amount` on the days, in parts: `told` are the days by which so much was rendered.

    The later of two words counts where it tells of less; where it tells of more and no day is between them, the
    more is of that last day. What no day is left for cannot be given.
    """
    words = _bounds(on_served(days, told), amount)
    found: list[GivenIn] = []
    since, gave = date.min, NONE
    for place, (until, _) in enumerate(words):
        by_then = min([one for _, one in words[place:]])
        own = [
            Stretch(max(first, since), min(last, until))
            for first, last in days
            if first <= until and since <= last
        ]
        if own:
            found.append(GivenIn(EXACT.subtract(by_then, gave), tuple(own)))
            since, gave = until if until == date.max else until + DAY, by_then
    return tuple([one for one in found if one.amount > 0])


def _bounds(words: Iterable[tuple[date, Decimal]], amount: Decimal) -> list[tuple[date, Decimal]]:
    """By which days no more was given than so much: of two words of one day the first is of those before."""
    found = sorted(words, key=itemgetter(0))
    days = [on for on, _ in found]
    return [
        *((on - DAY if on in days[at + 1 :] else on, much) for at, (on, much) in enumerate(found)),
        (date.max, amount),
    ]


# ─── Распределение актов по договорам ────────────────────────────────────────────────────────────────────

Pattern = tuple[int, ...]
"""The places of the acts on some of whose days a part ran."""


def patterns(acts: Sequence[Acted], given: Iterable[GivenIn]) -> dict[Pattern, Decimal]:
    """How much there is for the same acts together; what is for none of them is not there."""
    found: dict[Pattern, Decimal] = defaultdict(Decimal)
    for part in given:
        own = tuple([at for at, act in enumerate(acts) if on_some_day(part.days, act.since, act.until)])
        if own and part.amount > 0:
            found[own] = EXACT.add(found[own], part.amount)
    return dict(found)


def beyond(acts: Sequence[Acted], given: Iterable[GivenIn]) -> Beyond:
    """How much of what the acts bear out nobody can have rendered, however it is shared out among the parts."""
    shares = _Shares(acts, patterns(acts, given))
    for at in range(len(acts)):
        shares.give(at)
    return Beyond(total(shares.lacks), tuple(acts[at] for at in shares.lacking()))


class _Shares:
    """Акты и части: how much of each part each act has; parts for the same acts are one."""

    def __init__(self, acts: Sequence[Acted], free: Mapping[Pattern, Decimal]) -> None:
        self.lacks = [act.amount for act in acts]
        self._free = dict(free)
        self._has: dict[tuple[int, Pattern], Decimal] = {}

    def give(self, at: int) -> None:
        """Give the act all that it can have, also where another act then takes from another part."""
        while self.lacks[at] > 0:
            taken, last = self._reached([at])
            if last is None:
                return
            self._hand_on(at, taken, last)

    def lacking(self) -> list[int]:
        """The acts that lack something, and those that have what these could have."""
        taken, _ = self._reached([at for at, lacks in enumerate(self.lacks) if lacks > 0])
        return sorted(taken)

    def _reached(self, begun: list[int]) -> tuple[dict[int, tuple[int, Pattern] | None], Pattern | None]:
        """From whom each act would take which part, by the fewest hands; and the first part with something free."""
        taken: dict[int, tuple[int, Pattern] | None] = dict.fromkeys(begun)
        seen, queue = set[Pattern](), [*begun]
        for act in queue:
            for part in self._free:
                if act not in part or part in seen:
                    continue
                seen.add(part)
                if self._free[part] > 0:
                    return taken | {-1: (act, part)}, part
                for other in part:
                    if other not in taken and self._has.get((other, part), NONE) > 0:
                        taken[other] = act, part
                        queue.append(other)
        return taken, None

    def _hand_on(self, at: int, taken: Mapping[int, tuple[int, Pattern] | None], last: Pattern) -> None:
        """Each act on the way takes from the part, and the other that had it takes from the next one."""
        steps: list[tuple[int, int, Pattern]] = []
        loser = -1
        while (step := taken[loser]) is not None:
            steps.append((loser, *step))
            loser = step[0]
        had = (self._has[loser, part] for loser, _, part in steps if loser >= 0)
        much = min(self.lacks[at], self._free[last], *had)
        for loser, taker, part in steps:
            self._has[taker, part] = EXACT.add(self._has.get((taker, part), NONE), much)
            if loser >= 0:
                self._has[loser, part] = EXACT.subtract(self._has[loser, part], much)
        self._free[last] = EXACT.subtract(self._free[last], much)
        self.lacks[at] = EXACT.subtract(self.lacks[at], much)
