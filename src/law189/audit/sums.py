"""Суммы (sums): what the cases of all parts come to, each number written as its addends are.

>>> from law189.casebook.told import given_in
>>> sums, agreed = Sums(), ("1", "S", Unit.PERSON_HOURS)
>>> sums.add(Added(case=OfCase("k1", (0, 1, 1), True, CaseTold(), ("1",), ((agreed, Decimal(72)),))))
>>> given_in(sums.given(*agreed, but="k2")), sums.given(*agreed, but="k1")
(Decimal('72'), None)
"""

from datetime import date
from decimal import Decimal
from typing import Any

from law189.casebook.accounts import Account
from law189.casebook.apart import Added, OfCase
from law189.casebook.shelf import NO_CASE, Count, DayCounts, changed_days, counted_in
from law189.casebook.told import CaseTold, GivenIn
from law189.measures import EXACT, Unit

__all__ = ["Sums"]


class Sums:
    """Суммы всех частей, as far as their steps were added, each number written as its addends are."""

    def __init__(self) -> None:
        self._balances: dict[Account, Decimal] = {}
        self._days: dict[date, DayCounts] = {}
        self._cases: dict[str, tuple[tuple[int, int, int], CaseTold]] = {}
        self._agreements: dict[str, tuple[str, ...]] = {}
        self._paid_by: dict[str, dict[str, OfCase]] = {}
        self.void: dict[str, int] = {}
        self.contracts = False

    def add(self, more: Added) -> None:
        """Add what one step has added."""
        for account, amount in more.moved:
            self._balances[account] = EXACT.add(self._balances.get(account, Decimal(0)), amount)
        if more.formed[0] != more.formed[1]:
            had, has = (NO_CASE._replace(formed=one) for one in more.formed)
            self._days |= changed_days(self._days.get, had, has)
        if more.case is not None:
            self._put(more.case)

    def _put(self, case: OfCase) -> None:
        """Keep what the case says now in place of what it said."""
        self.contracts = self.contracts or case.contract
        self._cases[case.history] = case.begun, case.told
        if case.void is not None:
            self.void[case.history] = case.void
        for agreement in self._agreements.pop(case.history, ()):
            del self._paid_by[agreement][case.history]
        for agreement in case.paid_by:
            self._paid_by.setdefault(agreement, {})[case.history] = case
        if case.paid_by:
            self._agreements[case.history] = case.paid_by

    def balance(self, account: Account) -> Decimal:
        """How much stands on the account."""
        return self._balances.get(account, Decimal(0))

    def formed(self, *of: Any) -> Count:
        """The certificates formed in the term."""
        services, unit, since, until = of
        days = {day for day in self._days if (since or day) <= day <= (until or day)}
        return counted_in((self._days[day] for day in sorted(days)), services, unit)

    def told(self) -> list[tuple[tuple[int, int, int], CaseTold]]:
        """What each case says now, with its place among all."""
        return [*self._cases.values()]

    def given(self, agreement: str, service: str, unit: Unit, but: str) -> tuple[GivenIn, ...] | None:
        """What each other contract than that one gives under the agreement; None where there is none."""
        cases = [case for history, case in self._paid_by.get(agreement, {}).items() if history != but]
        key, none = (agreement, service, unit), Decimal(0)
        found = [GivenIn(dict(case.given).get(key, none), case.concluded, case.last) for case in cases]
        return tuple(found) or None

    def some_under(self, agreement: str, but: str) -> bool:
        """Whether there is another contract than that one under the agreement."""
        return any(one != but for one in self._paid_by.get(agreement, ()))
