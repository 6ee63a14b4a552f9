"""Полка на день (past): the cases as they stood at the end of a day, beside which that day is asked about.

Only the cases with a record of a later day are looked at; all the others are as they were. What those have moved
and counted since is taken back from the accounts and from the certificates formed.

>>> from law189.casebook.shelf import MemoryShelf
>>> shelf = MemoryShelf()
>>> past(shelf, (), date(2024, 1, 15)) is shelf
True
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from law189.casebook.keys import Formed, Key
from law189.casebook.known import on_day
from law189.casebook.postings import Account
from law189.casebook.shelf import Count, Shelf
from law189.casebook.shelf.following import NO_CASE, following, moved_between
from law189.cases.history import History
from law189.kinds.asked import asked
from law189.measures import EXACT, Unit

__all__ = ["past"]


@asked
def past(shelf: Shelf, later: Iterable[History[Any]], on: date) -> Shelf:
    """The shelf at the end of the day; `later` are its cases that have a record of a later day."""
    since = tuple(later)
    return _Past(shelf, since, on) if since else shelf


class _Past:
    """Полка, какой она была: another shelf, with other answers where a case has gone on since."""

    def __init__(self, shelf: Shelf, later: Collection[History[Any]], on: date) -> None:
        self._shelf = shelf
        known = {case.id: on_day(case, on).history for case in later}
        self._then: Mapping[str, History[Any] | None] = {
            name: case if case.records else None for name, case in known.items()
        }
        self._had = {name: NO_CASE if case is None else following(case) for name, case in self._then.items()}
        now = {case.id: following(case) for case in later}
        self._moved: dict[Account, Decimal] = {}
        for name, had in self._had.items():
            for account, more in moved_between(now[name], had).items():
                self._moved[account] = EXACT.add(self._moved.get(account, Decimal(0)), more)
        self._formed = [(one, -1) for has in now.values() for one in has.formed]
        self._formed += [(one, 1) for had in self._had.values() for one in had.formed]

    def case(self, history_id: str) -> History[Any] | None:
        """The case of that id, where it had begun."""
        return self._then[history_id] if history_id in self._then else self._shelf.case(history_id)

    def found(self, key: Key) -> tuple[str, ...]:
        """The ids of the cases that had that number by then."""
        ids = dict.fromkeys(self._shelf.found(key))
        more = [name for name, had in self._had.items() if key in had.keys and name not in ids]
        return (*(one for one in ids if one not in self._had or key in self._had[one].keys), *more)

    def balance(self, account: Account) -> Decimal:
        """How much stood on the account."""
        return EXACT.add(self._shelf.balance(account), self._moved.get(account, Decimal(0)))

    def formed(self, services: Collection[str], unit: Unit, since: date | None, until: date | None) -> Count:
        """The certificates that were formed by then for any of the services from one day to another."""
        now = self._shelf.formed(services, unit, since, until)
        certificates, amount, elsewhere = now
        for one, sign in self._formed:
            if not _within(one, services, since, until):
                continue
            certificates += sign
            if one.unit is unit:
                amount = EXACT.fma(one.amount, sign, amount)
            else:
                elsewhere += sign
        return Count(certificates, amount, elsewhere)

    def cases(self) -> Iterator[History[Any]]:
        """Every case that had begun."""
        for case in self._shelf.cases():
            then = self._then.get(case.id, case)
            if then is not None:
                yield then


def _within(one: Formed, services: Collection[str], since: date | None, until: date | None) -> bool:
    """Whether the certificate is for one of the services and was formed in the term."""
    in_term = (since is None or since <= one.on) and (until is None or one.on <= until)
    return in_term and any(service in services for service in one.services)
