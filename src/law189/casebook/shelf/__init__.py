"""Где стоят дела (shelf): what the book asks of a store, and the store that holds them in memory.

A store finds a case by its id and by the numbers in it, and knows how much stands on each account. That is all the
book asks, so it judges the same in memory and in a database.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from operator import attrgetter
from typing import Any, NamedTuple, Protocol, Self, TypeVar

from law189.casebook.keys import Key
from law189.casebook.known import latest, on_day, whole
from law189.casebook.postings import MOVES, Account, posted
from law189.casebook.postings.together import Moved
from law189.casebook.shelf.following import NO_CASE, Consequences, following, moved_between
from law189.casebook.shelf.frozen_map import FrozenMap
from law189.cases.history import History
from law189.cases.ids import composed
from law189.kinds import must_be
from law189.kinds.asked import asked, asked_once, methods_asked, unasked
from law189.law.fixed import fixed
from law189.measures import EXACT, Unit

__all__ = [
    "AnyShelf",
    "Changed",
    "ChangingShelf",
    "Count",
    "DayCounts",
    "Kind",
    "MemoryShelf",
    "Placed",
    "Shelf",
    "ShelfOfMoment",
    "changed_balances",
    "changed_days",
    "counted_in",
    "held",
]


class Count(NamedTuple):
    """Сколько сертификатов сформировано за срок: how many, for how much of one unit, and how many in others."""

    certificates: int
    amount: Decimal
    elsewhere: int = 0


class Shelf(Protocol):
    """Чего книга просит от хранилища дел."""

    def case(self, history_id: str) -> History[Any] | None:
        """The case of that id; None where there is none yet."""
        ...

    def found(self, key: Key) -> tuple[str, ...]:
        """The ids of the cases with that number, in the order in which they were begun."""
        ...

    def balance(self, account: Account) -> Decimal:
        """How much stands on the account; below zero where more has left it than came."""
        ...

    def formed(self, services: Collection[str], unit: Unit, since: date | None, until: date | None) -> Count:
        """The certificates formed for any of the services (as `service_key` writes them) from one day to another.

        Each counts once, whatever its unit; the amount is of those in `unit`.
        """
        ...

    def cases(self) -> Iterator[History[Any]]:
        """Every case, in the order in which they were begun."""
        ...


class ShelfOfMoment(Shelf, Protocol):
    """Полка одного момента: it also tells which cases have gone on since a day, and which may owe on it."""

    def later(self, on: date) -> Iterator[History[Any]]:
        """The cases that have a record of a later day."""
        ...

    def owing(self, on: date) -> Iterator[History[Any]]:
        """The cases of which somebody may have to take a step on the day, maybe others; read for their steps."""
        ...


@asked
def held(shelf: Shelf, history_id: str) -> History[Any] | None:
    """The case of that id, in whichever way its letters are composed; None where there is none."""
    said = must_be(history_id, str)
    return shelf.case(said) or shelf.case(composed(said))


class ChangingShelf(Shelf, Protocol):
    """Полка, которая даёт другую полку: it stays as it was, and the other one has the cases as they are now."""

    def with_cases(self, histories: Iterable[History[Any]]) -> Self:
        """The shelf with these cases as they are now."""
        ...


AnyShelf = TypeVar("AnyShelf", bound=ChangingShelf)


class Placed(NamedTuple):
    """Дело на своём месте: the how-manieth it was begun, what the shelf holds of it, and the latest day in it."""

    place: int
    history: History[Any]
    follows: Consequences
    latest: date


class Changed(NamedTuple):
    """Дело до и после: as it stood on the shelf before it changed, and as it stands."""

    before: Placed | None
    after: Placed


class Kind(NamedTuple):
    """Сертификаты, которые считают вместе: those of the same services and unit."""

    services: tuple[str, ...]
    unit: Unit


DayCounts = Mapping[Kind, Count]
"""How many certificates of each kind were formed on a day."""


@methods_asked
@fixed
@dataclass(frozen=True, slots=True)
class MemoryShelf:
    """Дела в памяти: it never changes; `with_cases` gives another one that has the cases as they are now.

    `moving` are the lifecycles of which it keeps what the cases have moved.
    """

    _cases: FrozenMap[str, Placed] = field(default_factory=FrozenMap[str, Placed])
    _ids: FrozenMap[Key, tuple[str, ...]] = field(default_factory=FrozenMap[Key, tuple[str, ...]])
    _balances: FrozenMap[Account, Decimal] = field(default_factory=FrozenMap[Account, Decimal])
    _days: FrozenMap[date, DayCounts] = field(default_factory=FrozenMap[date, DayCounts])
    _first: date | None = None
    _last: date | None = None
    moving: tuple[str, ...] = tuple(MOVES)

    def case(self, history_id: str) -> History[Any] | None:
        """The case of that id; None where there is none yet."""
        placed = self._cases.get(history_id)
        return None if placed is None else placed.history

    def placed(self, history_id: str) -> Placed | None:
        """The case of that id in its place; None where there is none yet."""
        return self._cases.get(history_id)

    def found(self, key: Key) -> tuple[str, ...]:
        """The ids of the cases with that number, in the order in which they were begun."""
        return self._ids.get(key) or ()

    def balance(self, account: Account) -> Decimal:
        """How much stands on the account; below zero where more has left it than came."""
        return self._balances.get(account) or Decimal(0)

    def formed(self, services: Collection[str], unit: Unit, since: date | None, until: date | None) -> Count:
        """The certificates formed for any of the services from one day to another, both included."""
        if self._first is None or self._last is None:
            return Count(0, Decimal(0))
        first, last = max(self._first, since or self._first), min(self._last, until or self._last)
        days = (first + timedelta(more) for more in range((last - first).days + 1))
        return counted_in((self._days.get(day) or {} for day in days), services, unit)

    def cases(self) -> Iterator[History[Any]]:
        """Every case, in the order in which they were begun."""
        return (placed.history for placed in self._in_order())

    def _in_order(self) -> list[Placed]:
        return sorted(self._cases.values(), key=attrgetter("place"))

    def later(self, on: date) -> Iterator[History[Any]]:
        """The cases that have a record of a later day."""
        return (placed.history for placed in self._cases.values() if placed.latest > on)

    def owing(self, on: date) -> Iterator[History[Any]]:  # noqa: ARG002  # nothing is saved by leaving some out
        """Every case: in memory each is read already."""
        return self.cases()

    def moved_by(self, on: date) -> Iterator[Moved]:
        """Every case as it stood at the end of the day, with what it had moved by then.

        Of a case that has had no step since, that is what stands on the accounts.
        """
        for placed in self._in_order():
            if placed.latest <= on:
                yield whole(placed.history), placed.follows.moved
            else:
                known = on_day(placed.history, on)
                yield known, posted(known)

    @asked_once
    def with_cases(self, histories: Iterable[History[Any]]) -> "MemoryShelf":
        """The shelf with these cases as they are now."""
        shelf = self
        for history in histories:
            shelf, _ = _with_case(shelf, history)
        return shelf

    def with_case(self, history: History[Any]) -> tuple["MemoryShelf", Changed]:
        """The shelf with the case as it is now, and how the case stood on it before."""
        placed = self._cases.get(history.id)
        was, had = (None, NO_CASE) if placed is None else (placed.history, placed.follows)
        has = _following(history, was, had, self.moving)
        now = Placed(len(self._cases) if placed is None else placed.place, history, has, _latest(history))
        balances, days, first, last = self._balances, self._days, self._first, self._last
        if had.moved != has.moved:
            balances = balances.put(_changed_balances(self, had, has))
        if had.formed != has.formed:
            days = days.put(_changed_days(days.get, had, has))
            formed = [one.on for one in has.formed]
            first = min(formed if first is None else [first, *formed], default=None)
            last = max(formed if last is None else [last, *formed], default=None)
        ids = self._ids if had.keys == has.keys else self._ids.put(*_changed_ids(self, had, has, now))
        cases = self._cases.put({history.id: now})
        return MemoryShelf(cases, ids, balances, days, first, last, self.moving), Changed(placed, now)


@asked
def counted_in(days: Iterable[DayCounts], services: Collection[str], unit: Unit) -> Count:
    """How many certificates of any of the services the days have, for how much of the unit, how many in others."""
    certificates, amount, elsewhere = 0, Decimal(0), 0
    for day in days:
        for kind, counted in day.items():
            if any(one in services for one in kind.services):
                certificates += counted.certificates
                amount = EXACT.add(amount, counted.amount) if kind.unit is unit else amount
                elsewhere += 0 if kind.unit is unit else counted.certificates
    return Count(certificates, amount, elsewhere)


def _changed_ids(
    shelf: MemoryShelf, had: Consequences, has: Consequences, now: Placed
) -> tuple[dict[Key, tuple[str, ...]], list[Key]]:
    """Under which numbers other cases than before are found, and under which none is."""
    history_id, more, gone = now.history.id, {}, []

    def begun(history_id: str) -> int:
        placed = shelf.placed(history_id)
        return now.place if placed is None else placed.place

    for key in had.keys:
        if key not in has.keys:
            left = tuple(one for one in shelf.found(key) if one != history_id)
            if left:
                more[key] = left
            else:
                gone.append(key)
    for key in has.keys:
        if key not in had.keys:
            others = shelf.found(key)
            late = not others or begun(others[-1]) < now.place
            more[key] = (*others, history_id) if late else tuple(sorted((*others, history_id), key=begun))
    return more, gone


@asked
def changed_balances(shelf: Shelf, had: Consequences, has: Consequences) -> Mapping[Account, Decimal]:
    """What stands on each account that the case has moved otherwise than before."""
    return {
        account: EXACT.add(shelf.balance(account), more) for account, more in _moved_between(had, has).items()
    }


@asked
def changed_days(
    counted_on: Callable[[date], DayCounts | None], had: Consequences, has: Consequences
) -> dict[date, DayCounts]:
    """How many certificates were formed on the days of the case: the days that are others than before."""
    if had.formed == has.formed:
        return {}
    found: dict[date, dict[Kind, Count]] = {}
    for formed, sign in (*((one, -1) for one in had.formed), *((one, 1) for one in has.formed)):
        day = found.setdefault(formed.on, dict(counted_on(formed.on) or {}))
        kind = Kind(formed.services, formed.unit)
        counted = day.get(kind) or Count(0, Decimal(0))
        amount = (EXACT.add if sign > 0 else EXACT.subtract)(counted.amount, formed.amount)
        day[kind] = Count(counted.certificates + sign, amount)
    return {on: {kind: one for kind, one in day.items() if one.certificates} for on, day in found.items()}


_following, _latest, _moved_between = unasked(following), unasked(latest), unasked(moved_between)
_changed_balances, _changed_days = unasked(changed_balances), unasked(changed_days)
_with_case = unasked(MemoryShelf.with_case)
