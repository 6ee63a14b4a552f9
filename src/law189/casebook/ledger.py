"""Ведомость (ledger): where what was ordered is on a day, from the order to what was rendered.

Rows are by service and year of the order, and by provider and by consumer within them, each in one unit; units are
never mixed. Everything is summed from postings, so each row adds up: what was ordered is what is left of the shares
and what was certified; what was certified is free, held by contracts, rendered, expired or returned. Every figure
names the records that it comes from. A figure below zero says that more was taken than there was.

>>> from datetime import date
>>> from law189.profile.loader import load_profile
>>> ledger((), load_profile("kemerovo"), date(2024, 1, 15)).services
()
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from operator import attrgetter
from typing import Any, NamedTuple

from law189.casebook.ledger_rows import (
    NOTHING,
    OF_CONSUMER,
    OF_PROVIDER,
    OF_SERVICE,
    Figure,
    InRoubles,
    MoneyRow,
    VolumeRow,
    added,
)
from law189.casebook.postings.moved import Flow, Movement, moves_of
from law189.casebook.postings.together import Moved, moved_by
from law189.cases.history import History
from law189.extracts import Way
from law189.kinds import must_be
from law189.kinds.asked import asked
from law189.law import Citation
from law189.measures import EXACT, Unit, total
from law189.numbers import number_key, service_key
from law189.profile.edition import Edition
from law189.profile.profile import Profile

__all__ = ["Ledger", "ledger", "ledger_of"]


class Ledger(NamedTuple):
    """Ведомость на день: by service, by provider, by consumer; in roubles where that is known; the agreements."""

    on: date
    services: tuple[VolumeRow, ...]
    providers: tuple[VolumeRow, ...]
    consumers: tuple[VolumeRow, ...]
    roubles: tuple[InRoubles, ...]
    money: tuple[MoneyRow, ...]

    def as_json(self) -> dict[str, Any]:
        """The ledger as plain JSON values."""
        parts = {name: [row.as_json() for row in getattr(self, name)] for name in self._fields[1:]}
        return {"on": self.on.isoformat(), **parts}


# ─── Ведомость на день ───────────────────────────────────────────────────────────────────────────────────


@asked
def ledger(
    histories: Iterable[History[Any]], profile: Profile, on: date, *, service: str | None = None
) -> Ledger:
    """The ledger at the end of the day, of the cases given; of one service only where that is named.

    Agreements are on services together, so a ledger of one service tells of none. Raises `Law189Error` on a case of
    a lifecycle that the library has not.
    """
    return ledger_of(moved_by(histories, must_be(on, date)), profile, on, service=service)


@asked
def ledger_of(moved: Iterable[Moved], profile: Profile, on: date, *, service: str | None = None) -> Ledger:
    """The same where it is at hand what each case had moved by the end of the day."""
    edition = must_be(profile, Profile).on(must_be(on, date))
    moves = list(moves_of(moved, on))
    if service is not None:
        key = service_key(must_be(service, str))
        moves = [one for one in moves if one.service is not None and one.service == key]
    volumes = [one for one in moves if one.flow not in OF_MONEY]
    contracts = [one for one in volumes if one.flow in OF_PROVIDERS]
    certificates = [one for one in volumes if one.flow not in OF_NOBODY]
    services = _rows(volumes, lambda _: None, OF_SERVICE)
    return Ledger(
        on,
        services,
        _rows(contracts, lambda one: one.provider, OF_PROVIDER),
        _rows(certificates, lambda one: one.consumer, OF_CONSUMER),
        tuple(_in_roubles(services, edition)),
        tuple(_money([one for one in moves if one.flow in OF_MONEY])),
    )


MONEY = (Flow.AGREED, Flow.PAID, Flow.KEPT, Flow.GIVEN_BACK, Flow.UNCLAIMED)
OF_CONTRACTS = (Flow.CONTRACTED, Flow.RELEASED, Flow.RENDERED, Flow.ACCEPTED)
"""What a provider's row has: acts say of whom they accept, and not for which consumer."""
OF_MONEY, OF_PROVIDERS, OF_NOBODY = map(frozenset, (MONEY, OF_CONTRACTS, (Flow.ORDERED, Flow.ACCEPTED)))
"""The flows of roubles, of providers, and those that are of no consumer."""
Key = tuple[Any, ...]
Shares = tuple[tuple[Way, Figure], ...]


def _grouped(moves: Iterable[Movement], key: Callable[[Movement], Key]) -> list[tuple[Key, list[Movement]]]:
    """The moves by their key, in order; what is not known comes last."""
    found: dict[Key, list[Movement]] = {}
    for one in moves:
        found.setdefault(key(one), []).append(one)
    return sorted(found.items(), key=lambda pair: _last_unknown(pair[0]))


def _last_unknown(key: Key) -> tuple[tuple[bool, str], ...]:
    return tuple((part is None, str(part)) for part in key)


MADE_BY = attrgetter("made_by")


def _total(moves: Sequence[Movement]) -> Figure:
    """The moves together, with the records of all of them, each once."""
    if len(moves) == 1:
        return Figure(moves[0].amount, (moves[0].made_by,))
    return Figure(total(one.amount for one in moves), tuple(dict.fromkeys(map(MADE_BY, moves))))


def _rows(
    moves: Iterable[Movement], who: Callable[[Movement], str | None], names: tuple[str, ...]
) -> tuple[VolumeRow, ...]:
    """A row for each year, service, unit and whoever is asked for; numbers are compared as numbers are."""
    keys: dict[str | None, str | None] = {None: None}
    found: dict[Key, dict[str | None, list[Movement]]] = {}
    for one in moves:
        named = who(one)
        if named not in keys:
            keys[named] = number_key(str(named))
        rows = found.setdefault((one.year, one.service, one.unit), {})
        rows.setdefault(keys[named], []).append(one)
    told = (found[key] for key in sorted(found, key=_last_unknown))
    return tuple(
        _row(rows[key], who(rows[key][0]), names)
        for rows in told
        for key in sorted(rows, key=lambda one: (one is None, one or ""))
    )


def _row(moves: Sequence[Movement], who: str | None, names: tuple[str, ...]) -> VolumeRow:
    by_flow: dict[Flow, list[Movement]] = {}
    for one in moves:
        by_flow.setdefault(one.flow, []).append(one)
    first, ordered = moves[0], by_flow.get(Flow.ORDERED)
    shares = () if ordered is None else _shares(ordered)
    figures = {name: _total(by_flow[flow]) if flow in by_flow else NOTHING for name, flow in NAMED.items()}
    return VolumeRow(first.service, first.year, first.unit, who, shares, **figures, names=names)


def _shares(ordered: Sequence[Movement]) -> Shares:
    """What is ordered in each way."""
    ways = dict.fromkeys(one.way for one in ordered if one.way is not None)
    return tuple((way, _total([one for one in ordered if one.way is way])) for way in ways)


NAMED: Mapping[str, Flow] = {
    flow.value: flow for flow in (Flow.FORMED, Flow.RETURNED, Flow.EXPIRED, *OF_CONTRACTS)
}
"""The figures that a row has beside its shares, in its order."""


def _money(moves: Iterable[Movement]) -> Iterator[MoneyRow]:
    for (year, who), found in _grouped(moves, lambda one: (one.year, one.provider)):
        yield MoneyRow(year, who, *(_total([one for one in found if one.flow is flow]) for flow in MONEY))


# ─── В рублях ────────────────────────────────────────────────────────────────────────────────────────────


def _in_roubles(rows: Iterable[VolumeRow], edition: Edition) -> Iterator[InRoubles]:
    """For each service and year whose every unit has one normative cost on the day."""
    found: dict[tuple[str, int | None], list[VolumeRow]] = {}
    for row in rows:
        if row.service is not None:
            found.setdefault((row.service, row.year), []).append(row)
    for (service, _), some in found.items():
        prices = {row.unit: _price(service, row.unit, edition) for row in some}
        known = {unit: price for unit, price in prices.items() if price is not None}
        if len(known) < len(prices) or set(known) == {Unit.ROUBLES}:
            continue
        priced = [_times(row, known[row.unit][0]) for row in some]
        told = tuple((unit, price, cite) for unit, (price, cite) in known.items() if cite is not None)
        yield InRoubles(_joined(priced), told)


def _price(service: str, unit: Unit, edition: Edition) -> tuple[Decimal, Citation | None] | None:
    """Roubles for one unit of the service; None where nothing sets it, or several costs are set by category."""
    if unit is Unit.ROUBLES:
        return Decimal(1), None
    found = [
        (normative.roubles, one.cite)
        for one in edition.parameters_of((service,))
        for normative in one.normatives
        if normative.unit is unit
    ]
    return found[0] if len({roubles for roubles, _ in found}) == 1 else None


def _times(row: VolumeRow, price: Decimal) -> VolumeRow:
    """The row in roubles."""

    def told(figure: Figure) -> Figure:
        return figure._replace(amount=EXACT.multiply(figure.amount, price))

    shares = tuple((way, told(share)) for way, share in row.shares)
    return _made(row, shares, {name: told(getattr(row, name)) for name in NAMED})


def _joined(rows: list[VolumeRow]) -> VolumeRow:
    """The rows of one unit together."""
    ways = dict.fromkeys(way for row in rows for way, _ in row.shares)
    shares = tuple((way, added(dict(row.shares).get(way, NOTHING) for row in rows)) for way in ways)
    return _made(rows[0], shares, {name: added(getattr(row, name) for row in rows) for name in NAMED})


def _made(row: VolumeRow, shares: Shares, figures: Mapping[str, Figure]) -> VolumeRow:
    """A row in roubles of the service and the year of another."""
    return VolumeRow(row.service, row.year, Unit.ROUBLES, row.who, shares, **figures, names=row.names)
