"""Суммы всех частей (sums): what each step of a part adds to them, and what they come to.

>>> sums, agreed = Sums(), ("1", "S", Unit.PERSON_HOURS)
>>> sums.add(Added(case=OfCase("k1", (0, 1, 1), True, CaseTold(), ("1",), ((agreed, Decimal(72)),))))
>>> [one.amount for one in sums.given(*agreed, but="k2")], sums.given(*agreed, but="k1")
([Decimal('72')], None)
"""

from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from law189.casebook.accounts import Account, Stage
from law189.casebook.keys import By, Formed, number
from law189.casebook.known import on_day
from law189.casebook.shelf import (
    NO_CASE,
    Consequences,
    Count,
    DayCounts,
    changed_days,
    counted_in,
    moved_between,
)
from law189.casebook.told import Agreed, CaseTold, GivenIn, given_under, served, told_by
from law189.cases.history import History
from law189.measures import EXACT, Unit
from law189.rules.serving import Stretch
from law189.workflows import certificate, contract

__all__ = ["Added", "OfCase", "Sums", "added", "of_case"]


# ─── Что добавляет шаг ───────────────────────────────────────────────────────────────────────────────────


class OfCase(NamedTuple):
    """Дело, каким его видят другие части: since when it is there, whether a contract, and what it says.

    `begun` orders the cases of all parts. `paid_by` are the agreements under which a contract was ever concluded,
    `given` what it gives, `days` those on which it ran, `void` its first line that is void.
    """

    history: str
    begun: tuple[int, int, int]
    contract: bool
    told: CaseTold
    paid_by: tuple[str, ...] = ()
    given: tuple[tuple[Agreed, Decimal], ...] = ()
    days: tuple[Stretch, ...] = ()
    void: int | None = None


class Added(NamedTuple):
    """Что дело добавило к суммам одним шагом: on accounts, to the certificates formed, and what it says now."""

    moved: tuple[tuple[Account, Decimal], ...] = ()
    formed: tuple[tuple[Formed, ...], tuple[Formed, ...]] = ((), ())
    case: OfCase | None = None


NOTHING_ADDED = Added()
ADDED_UP = (Stage.SHARE, Stage.RENDERED)
"""The accounts that cases of several parts move."""


def added(was: OfCase | None, now: OfCase | None, had: Consequences, has: Consequences) -> Added | None:
    """What the case adds to the sums by becoming what it is now; None where that is nothing.

    `was` is None where the case is new, and both are where other parts need nothing of it.
    """
    moved = tuple(pair for pair in moved_between(had, has).items() if pair[0].stage in ADDED_UP)
    formed = (had.formed, has.formed) if had.formed != has.formed else ((), ())
    same = now == was and repr(now) == repr(was)  # 72 and 72.0 are written otherwise
    new = was is None and now is not None and not now.contract and not now.told.formed
    found = Added(moved, formed, None if same or new else now)
    return None if found == NOTHING_ADDED else found


def of_case(case: History[Any], begun: tuple[int, int, int]) -> OfCase | None:
    """What other parts need of a contract and of a certificate; of others nothing."""
    if case.lifecycle == certificate.lifecycle.name:
        return OfCase(case.id, begun, False, told_by(on_day(case, date.max)))
    if case.lifecycle != contract.lifecycle.name:
        return None
    events = (record.event for record in case.records)
    concluded = (one.agreement for one in events if isinstance(one, contract.Concluded))
    paid_by = dict.fromkeys(number(By.PAID_BY, one.number).value for one in concluded if one is not None)
    told, given = told_by(on_day(case, date.max)), given_under(case)
    return OfCase(case.id, begun, True, told, tuple(paid_by), tuple(given.items()), served(case))


# ─── Суммы ───────────────────────────────────────────────────────────────────────────────────────────────


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

    def _under(self, agreement: str, but: str) -> list[OfCase]:
        """The other contracts than that one under the agreement."""
        return [case for history, case in self._paid_by.get(agreement, {}).items() if history != but]

    def given(self, agreement: str, service: str, unit: Unit, but: str) -> tuple[GivenIn, ...] | None:
        """What each other contract than that one gives under the agreement; None where there is none."""
        key, none = (agreement, service, unit), Decimal(0)
        found = [GivenIn(dict(case.given).get(key, none), case.days) for case in self._under(agreement, but)]
        return tuple(found) or None

    def ran(self, agreement: str, but: str) -> tuple[tuple[Stretch, ...], ...] | None:
        """On which days each other contract than that one ran under the agreement; None where there is none."""
        return tuple(case.days for case in self._under(agreement, but)) or None

    def some_under(self, agreement: str, but: str) -> bool:
        """Whether there is another contract than that one under the agreement."""
        return bool(self._under(agreement, but))
