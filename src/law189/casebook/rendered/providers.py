"""Исполнители по делам (told providers): who applied, who is in the register, of which kind and sector they are.

>>> Providers(Counts(kind="providers", sectors=("non-state",)), ()).wanted("4205000009") is None
True
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from law189.casebook.known import Known, Made
from law189.extracts import Provider, ProviderKind, Sector
from law189.numbers import compact
from law189.profile.tallies import Counts
from law189.workflows import selection

__all__ = ["Providers", "applied", "latest", "registered"]


def latest(known: Known, kind: type[Any]) -> tuple[int, Any] | None:
    """The last record of the kind that counts, with its number."""
    return next((pair for pair in reversed(known.events) if isinstance(pair[1], kind)), None)


class Providers:
    """What the cases of selection tell of each provider, by INN; the latest case that tells it counts.

    They tell of everybody whose the record ever was: a contract stays with whom it was concluded.
    """

    def __init__(self, counts: Counts, cases: Iterable[Known]) -> None:
        self.counts = counts
        self.told: dict[str, tuple[ProviderKind | None, Sector | None]] = {}
        own = [one for one in cases if one.history.lifecycle == selection.lifecycle.name]
        for known in sorted(own, key=lambda one: one.history.last_day or date.min):
            for told in _told(known):
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


def _told(known: Known) -> Iterator[Provider]:
    """Every provider that the case tells of, in the order of its steps: whoever applied, and any successor."""
    told = (vars(event).get("provider") for _, event in known.events)
    return (one for one in told if one is not None)


def applied(cases: Sequence[Known]) -> dict[str, Made]:
    """Everybody who applied, by INN, each with the record of the first case that has an application of theirs.

    The successor of a record has not applied by having it.
    """
    return _of(cases, selection.Applied, lambda _, event: event.provider)


def registered(cases: Sequence[Known]) -> dict[str, Made]:
    """Everybody who is in the register, by INN, each with the record of the first case that included them.

    A record is the holder's of the day, be it the successor of whoever was included.
    """

    def holder(known: Known, _: Any) -> Provider | None:
        included = known.history.state == selection.State.INCLUDED
        return selection.provider_of(known.history) if included else None

    return _of(cases, selection.Included, holder)


def _of(
    cases: Sequence[Known], kind: type[Any], who: Callable[[Known, Any], Provider | None]
) -> dict[str, Made]:
    """By INN whom the cases with a step of the kind are of, each with the latest such record of the first."""
    found: dict[str, Made] = {}
    for known in cases:
        record = latest(known, kind) if known.history.lifecycle == selection.lifecycle.name else None
        provider = None if record is None else who(known, record[1])
        if record is not None and provider is not None:
            found.setdefault(compact(provider.inn), Made(known.history.id, record[0]))
    return found
