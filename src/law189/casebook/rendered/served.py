"""Кому оказано (served): the consumers to whom something was rendered under contracts in a year, by a day.

An amendment of a contract, its end, or the acts of its agreement say that something was rendered. A contract whose
end is not recorded and of which nothing is told may have served its consumer or not, so the count has two ends.

>>> from law189.profile.loader import load_profile
>>> of_all([_Served("17", True, False, Made("k1", 2))])
Extent(least=Fraction(0, 1), most=Fraction(1, 1), lacks=(...,))
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from law189.casebook.known import Known, Made
from law189.casebook.rendered import given_by
from law189.casebook.rendered.borne_out import between
from law189.casebook.rendered.capacity import Acted
from law189.casebook.rendered.given import Given, together
from law189.casebook.rendered.providers import Providers, latest
from law189.casebook.rendered.told import Agreed, told_by
from law189.measures import EXACT
from law189.numbers import number_key
from law189.rules.indicators.tallies import ENDS, HOLDER, SECTOR, Extent
from law189.rules.reconciliation import Between
from law189.workflows import contract

__all__ = ["of_all", "of_some", "served_in"]


class _Served(NamedTuple):
    """A contract that gave something in the year, or may have: `file` is its consumer, None where nobody tells it.

    `wanted` says whether its provider is one of those that are counted, None where that is not known; `surely`
    whether it is known to have given something.
    """

    file: str | None
    wanted: bool | None
    surely: bool
    made: Made


class _Contract(NamedTuple):
    """A contract with what it gave by its own records, under which agreement."""

    known: Known
    given: Given
    agreed: Agreed | None


def served_in(cases: Sequence[Known], providers: Providers, on: date) -> list[_Served]:
    """The contracts that gave something in the year of the day by its end, or may have."""
    since, found = date(on.year, 1, 1), [*_contracts(cases)]
    acts: dict[Agreed, list[Acted]] = defaultdict(list)
    for known in cases:
        for agreed, act in told_by(known).acts:
            acts[agreed].append(act)
    several: dict[Agreed, list[Given]] = defaultdict(list)
    for one in found:
        if one.agreed is not None:
            several[one.agreed].append(one.given)
    together = {key: _Together.of(some, acts[key], (since, on)) for key, some in several.items()}
    served = []
    for one in found:
        gave = one.given.within(since, on)
        if one.agreed is not None and gave.most > 0:
            gave = together[one.agreed].left_to(gave)
        if gave.most > 0:
            served.append(_served(one.known, providers, gave))
    return served


def _contracts(cases: Sequence[Known]) -> Iterator[_Contract]:
    for known in cases:
        for told in told_by(known).contracts:
            agreed = None if told.agreement is None else (told.agreement, told.service, told.unit)
            yield _Contract(known, given_by(told), agreed)


class _Together(NamedTuple):
    """What all contracts of an agreement gave: by their own records, and by the acts beside them."""

    by_own: Between
    by_acts: Between

    @classmethod
    def of(cls, some: Sequence[Given], acts: Sequence[Acted], asked: tuple[date, date]) -> "_Together":
        """The same of these contracts on the days asked for."""
        return cls(together(some, *asked), between(some, acts, asked))

    def left_to(self, own: Between) -> Between:
        """What one of the contracts gave, where the others gave no more and no less than they may have."""
        most = EXACT.subtract(self.by_own.most, own.most)
        fewest = EXACT.subtract(self.by_own.least, own.least)
        least = max(own.least, EXACT.subtract(self.by_acts.least, most))
        return Between(least, max(least, min(own.most, EXACT.subtract(self.by_acts.most, fewest))))


TOLD = (contract.Fulfilled, contract.Terminated, contract.Amended, contract.Concluded)
"""The steps that say how much a contract gave, or that it may have given something, the surest first."""


def _served(known: Known, providers: Providers, gave: Between) -> _Served:
    shown = known.history.the(contract.Concluded).certificate
    records = (latest(known, kind) for kind in TOLD)
    record = next(one[0] for one in records if one is not None)
    return _Served(
        None if shown is None else number_key(shown.recipient.file),
        providers.wanted(known.history.the(contract.Offered).provider),
        gave.least > 0,
        Made(known.history.id, record),
    )


# ─── Сколько их ──────────────────────────────────────────────────────────────────────────────────────────


class _Files(NamedTuple):
    """The consumers, each with the contracts that are theirs, and the contracts of nobody who is told."""

    known: dict[str, list[_Served]]
    unknown: list[_Served]

    @classmethod
    def of(cls, found: Sequence[_Served]) -> "_Files":
        known: dict[str, list[_Served]] = defaultdict(list)
        for one in found:
            if one.file is not None:
                known[one.file].append(one)
        return cls(known, [one for one in found if one.file is None])

    @property
    def least(self) -> int:
        """How many were surely served by a provider that is surely counted."""
        sure = sum(any(map(_surely, some)) for some in self.known.values())
        return max(sure, int(any(map(_surely, self.unknown))))

    @property
    def most(self) -> int:
        """How many may have been served by a provider that may be counted."""
        known = sum(any(map(_maybe, some)) for some in self.known.values())
        return known + sum(map(_maybe, self.unknown))


def _surely(one: _Served) -> bool:
    return one.surely and one.wanted is True


def _maybe(one: _Served) -> bool:
    return one.wanted is not False


def of_all(found: Sequence[_Served]) -> Extent:
    """How many consumers were served by the providers that are counted; each consumer counts once."""
    files = _Files.of(found)
    return _between(Fraction(files.least), Fraction(files.most), found)


def of_some(found: Sequence[_Served]) -> Extent:
    """Which share of the consumers who were served was served by those providers, in per cent."""
    files = _Files.of(found)
    least, most, known = files.least, files.most, files.known.values()
    if files.unknown:
        sure = sum(any(one.surely for one in some) for some in known)
        many = len(known) + len(files.unknown)
        return _between(_percent(least, many), _percent(most, max(sure, 1)), found)
    others = sum(
        any(one.wanted is not True for one in some) and not any(map(_surely, some)) for some in known
    )
    never = sum(any(one.surely for one in some) and not any(map(_maybe, some)) for some in known)
    return _between(
        _percent(least, least + others) if least + others else Fraction(100),
        _percent(most, most + never) if most + never else Fraction(0),
        found,
    )


def _percent(part: int, whole: int) -> Fraction:
    """The share in per cent, never more than all of it."""
    return min(Fraction(100), Fraction(part) * 100 / Fraction(whole))


def _between(least: Fraction, most: Fraction, found: Collection[_Served]) -> Extent:
    """The two ends, and what is missing for an exact count."""
    asks = {
        SECTOR: any(one.wanted is None for one in found),
        HOLDER: any(one.file is None for one in found),
        ENDS: any(not one.surely for one in found),
    }
    lacks = (ask for ask, missing in asks.items() if missing and least < most)
    return Extent(least, most, tuple(lacks))
