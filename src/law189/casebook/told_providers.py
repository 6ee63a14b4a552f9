"""Исполнители по делам (told providers): who applied, who is in the register, of which kind and sector they are.

>>> Providers(Counts(kind="providers", sectors=("non-state",)), ()).wanted("4205000009") is None
True
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from law189.casebook.known import Known, Made
from law189.extracts import ProviderKind, Sector
from law189.numbers import compact
from law189.profile.tallies import Counts
from law189.workflows import selection

__all__ = ["Providers", "applied", "latest", "registered"]


def latest(known: Known, kind: type[Any]) -> tuple[int, Any] | None:
    """The last record of the kind that counts, with its number."""
    return next((pair for pair in reversed(known.events) if isinstance(pair[1], kind)), None)


class Providers:
    """What the cases of selection tell of each provider, by INN; the latest case that tells it counts."""

    def __init__(self, counts: Counts, cases: Iterable[Known]) -> None:
        self.counts = counts
        self.told: dict[str, tuple[ProviderKind | None, Sector | None]] = {}
        own = [one for one in cases if one.history.lifecycle == selection.lifecycle.name]
        for known in sorted(own, key=lambda one: one.history.last_day or date.min):
            if latest(known, selection.Applied) is not None:
                told = selection.provider_of(known.history)
                before = self.told.get(compact(told.inn), (None, None))
                self.told[compact(told.inn)] = told.kind, told.known_sector or before[1]

    def wanted(self, inn: str) -> bool | None:
        """Whether the provider is one of those that are counted; None where that is not known."""
        kind, sector = self.told.get(compact(inn), (None, None))
        answers = {
            self._has(one, other)
            for one in (ProviderKind if kind is None else (kind,))
            for other in ((sector,) if sector is not None else _sectors_of(one))
        }
        return answers.pop() if len(answers) == 1 else None

    def _has(self, kind: ProviderKind, sector: Sector) -> bool:
        kinds, sectors = self.counts.kinds, self.counts.sectors
        return (not kinds or kind in kinds) and (not sectors or sector in sectors)


def _sectors_of(kind: ProviderKind) -> Iterable[Sector]:
    """The sectors that a provider of the kind may be of."""
    return Sector if kind is ProviderKind.LEGAL_ENTITY else (Sector.NON_STATE,)


def applied(cases: Sequence[Known]) -> dict[str, Made]:
    """Everybody who applied, by INN, each with the record of the first case that has an application."""
    return _of(cases, selection.Applied, lambda _: True)


def registered(cases: Sequence[Known]) -> dict[str, Made]:
    """Everybody who is in the register, by INN, each with the record of the first case that included them."""
    return _of(cases, selection.Included, lambda known: known.history.state == selection.State.INCLUDED)


def _of(cases: Sequence[Known], kind: type[Any], counted: Callable[[Known], bool]) -> dict[str, Made]:
    found: dict[str, Made] = {}
    for known in cases:
        record = latest(known, kind) if known.history.lifecycle == selection.lifecycle.name else None
        if record is not None and counted(known):
            inn = compact(selection.provider_of(known.history).inn)
            found.setdefault(inn, Made(known.history.id, record[0]))
    return found
