"""Проводки (postings): what the steps of one case move, as plain-text accounting writes it.

Each posting takes an amount from one account and puts it on another, so all accounts of one unit sum to zero.
Volumes go from the order to its shares, from a share to a certificate, from a certificate to a contract, and from
there to what was rendered, or back; acts of a period accept what was rendered. Roubles go from the limits of a year
to an agreement, and from there to what was paid. Only records that stand post anything: one that was annulled moves
nothing.

>>> from datetime import date
>>> from law189 import Decision, load_profile
>>> from law189.workflows import order
>>> shares = {"way": "municipal-task", "amount": 60}, {"way": "certificate", "amount": 40}
>>> line = {"service": "804200О.99.0.ББ52АЖ48000", "unit": "person-hours", "total": 100, "parts": shares}
>>> kemerovo, day = load_profile("kemerovo"), date(2023, 9, 26)
>>> history = order.lifecycle.begin("2024")
>>> until_then = Decision(by="head of the city", on=day, reason="до принятия порядка")
>>> for event in (order.Drafted(on=day, by="education", number="1", year=2024, lines=[line]),
...               order.Approved(on=day, by="education", enabling_act="решение № 5")):
...     history = order.lifecycle.advance(history, event, kemerovo, decision=until_then)
>>> [(one.source.stage.value, one.target.way.value, str(one.amount), one.record) for one in postings(history)]
[('ordered', 'municipal-task', '60', 2), ('ordered', 'certificate', '40', 2)]
>>> sum(balances(postings(history)).values())
Decimal('0')
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from law189.casebook.known import Known, on_day
from law189.casebook.live import taken_by_own
from law189.casebook.postings.accounts import (
    Account,
    Pair,
    Posting,
    Stage,
    balances,
    changed,
    free_on,
    paying_lines,
    summed,
)
from law189.casebook.postings.agreed import of_agreement
from law189.cases.history import Event, History
from law189.extracts import OrderLine, Way
from law189.kinds.asked import asked, unasked
from law189.measures import EXACT, Unit, total
from law189.numbers import number_key, service_key
from law189.workflows import agreement, certificate, contract, order

__all__ = ["MOVES", "MOVING", "Account", "Posting", "Stage", "balances", "posted", "postings"]


Contracts = Sequence[Sequence[Posting]]
"""What the cases of some contracts have moved, each by itself."""


@asked
def postings(history: History[Any], on: date = date.max) -> tuple[Posting, ...]:
    """Проводки дела: what the records that stand have moved by the end of the day, in their order.

    A case of a lifecycle that moves nothing has none. The day of a posting is that of its event. A record that was
    annulled on a later day still stands on this one. Raises `Law189Error` on a lifecycle that the library has not.
    """
    return _posted(_on_day(history, on))


@asked
def posted(known: Known, contracts: Contracts = ()) -> tuple[Posting, ...]:
    """Проводки дела, каким оно было на день: what `postings` gives, where the case of the day is at hand.

    `contracts` are the postings of the cases of contracts under it, where it is of a certificate and they are at
    hand; what the case itself says of those contracts is then not asked.
    """
    if known.history.lifecycle == certificate.lifecycle.name:
        return tuple(_of_certificate(known, contracts))
    moves = MOVES.get(known.history.lifecycle)
    return () if moves is None else tuple(moves(known))


_posted, _on_day = unasked(posted), unasked(on_day)


# ─── What every case does alike ──────────────────────────────────────────────────────────────────────────


def _key(number: str | None) -> str | None:
    return None if number is None else number_key(number)


# ─── Заказ: весь объём делится на доли ───────────────────────────────────────────────────────────────────


def _of_order(known: Known) -> Iterator[Posting]:
    """At the approval all shares; at an amendment what differs from them; a cancelled order has none."""
    shares: dict[Pair, Decimal] = {}
    drafted: Any = None
    for record, event in known.events:
        match event:
            case order.Drafted():
                drafted = event
                continue
            case order.Approved():
                lines = drafted.lines
            case order.Amended():
                lines = event.lines
            case order.Cancelled():
                lines = ()
            case _:
                continue
        after = summed(_of_lines(drafted.number, drafted.year, lines))
        for pair, amount in changed(shares, after):
            yield Posting(event.on, amount, *pair, known.history.id, record)
        shares = after


def _of_lines(number: str, year: int, lines: tuple[OrderLine, ...]) -> Iterator[tuple[Pair, Decimal]]:
    for line in lines:
        service = service_key(line.service)
        ordered = Account(Stage.ORDERED, number_key(number), service, None, year, line.unit)
        for part in line.parts:
            yield (ordered, ordered._replace(stage=Stage.SHARE, way=part.way)), part.amount


# ─── Сертификат: из доли заказа, обратно или до конца срока ──────────────────────────────────────────────


def _of_certificate(known: Known, contracts: Contracts = ()) -> Iterator[Posting]:
    """Forming takes from the share of the order, an amendment what differs; what is left goes back, or lapses.

    Its contracts post for themselves, and what they leave is what is left. That what is left of an annulled
    certificate goes back to the share of the order is assumed: the acts known here are silent on it.
    """
    share = held = None
    nominal = Decimal(0)
    services: tuple[str, ...] = ()
    for record, event in known.of(OF_CERTIFICATE):
        match event:
            case certificate.AppliedFor():
                services = event.services
                continue
            case certificate.Formed():
                held = free_on(event.number, event.nominal.unit)
                share = _share_of(event, services)
                nominal = amount = event.nominal.amount
                pair = (share, held)
            case certificate.Amended() if held is not None and share is not None:
                if event.nominal.unit is not held.unit:
                    continue  # what is in another unit moves nothing of this one
                more = EXACT.subtract(event.nominal.amount, nominal)
                nominal, amount = event.nominal.amount, EXACT.abs(more)
                pair = (share, held) if more > 0 else (held, share)
            case certificate.Annulled() if held is not None and share is not None:
                amount, pair = _left(known, contracts, event.on), (held, share)
            case certificate.Expired() if held is not None:
                amount = _left(known, contracts, event.on)
                pair = (held, held._replace(stage=Stage.EXPIRED))
            case _:
                continue
        if amount > 0:
            yield Posting(event.on, amount, *pair, known.history.id, record)


OF_CERTIFICATE: frozenset[type[Event]] = frozenset(
    (
        certificate.AppliedFor,
        certificate.Formed,
        certificate.Amended,
        certificate.Annulled,
        certificate.Expired,
    )
)
"""The steps that say what a certificate takes from the share of an order, and what of it goes back or lapses."""


def _left(known: Known, contracts: Contracts, on: date) -> Decimal:
    """What of a certificate no contract holds or has used at the end of the day; nothing below zero.

    A contract whose postings are at hand counts by them, any other one by what the certificate's case says of it.
    """
    holding = certificate.holding_of(known.history)
    left = holding.left
    if contracts:
        unit = holding.nominal.unit
        told, own = _numbers(contracts), taken_by_own(known, unit)
        by_case = _moved(contracts, Stage.CERTIFICATE, unit, on)
        others = total(amount for one, amount in own.items() if one not in told)
        left = EXACT.add(EXACT.subtract(holding.nominal.amount, others), by_case)
    return max(left, Decimal(0))


def _numbers(contracts: Contracts) -> set[str | None]:
    """The numbers of the contracts, from the posting with which each began."""
    return {moved[0].target.number for moved in contracts}


def _moved(contracts: Contracts, stage: Stage, unit: Unit, on: date) -> Decimal:
    """How much the contracts have put on the accounts of the stage by the end of the day, less what they took."""
    moved = [one for some in contracts for one in some if one.on <= on and one.target.unit is unit]
    came = total(one.amount for one in moved if one.target.stage is stage)
    return EXACT.subtract(came, total(one.amount for one in moved if one.source.stage is stage))


def _share_of(formed: certificate.Formed, named: tuple[str, ...]) -> Account:
    """The share that the certificate is taken from.

    Without an extract of the order its number and year are None. The service is the line of the order that the
    event names, else the one that was applied for, else None.
    """
    shown, lines = formed.order, paying_lines(named, formed.line)
    return Account(
        Stage.SHARE,
        _key(None if shown is None else shown.number),
        lines[0] if len(lines) == 1 else None,
        Way.CERTIFICATE,
        None if shown is None else shown.year,
        formed.nominal.unit,
    )


# ─── Договор: из сертификата в оказанное, остальное обратно ──────────────────────────────────────────────


def _of_contract(known: Known) -> Iterator[Posting]:
    """Concluding takes the volume from the certificate, an amendment what differs; at the end the rest goes back.

    Without an extract of the certificate its number is None, and without one of the agreement what is rendered is
    under none.
    """
    offered: Any = None
    free = held = agreed = None
    volume = Decimal(0)
    for record, event in known.events:
        moved: list[tuple[Pair, Decimal]] = []
        match event:
            case contract.Offered():
                offered = event
            case contract.Concluded():
                shown = event.certificate
                volume, unit = offered.volume.amount, offered.volume.unit
                free = free_on(None if shown is None else shown.number, unit)
                service = service_key(offered.service)
                held = Account(
                    Stage.CONTRACT, number_key(offered.number), service, Way.CERTIFICATE, None, unit
                )
                agreed = event.agreement
                moved = [((free, held), volume)]
            case contract.Amended() if free is not None and held is not None:
                if event.volume.unit is not held.unit:
                    continue
                more = EXACT.subtract(event.volume.amount, volume)
                volume = event.volume.amount
                moved = [((free, held), more) if more > 0 else ((held, free), EXACT.minus(more))]
            case contract.Fulfilled() | contract.Terminated() if free and held:
                under = _key(None if agreed is None else agreed.number)
                rendered = held._replace(stage=Stage.RENDERED, number=under)
                given = event.rendered.in_unit(held.unit)
                moved = [((held, rendered), given), ((held, free), EXACT.subtract(volume, given))]
        for pair, amount in moved:
            if amount > 0:
                yield Posting(event.on, amount, *pair, known.history.id, record)


MOVING: frozenset[type[Event]] = frozenset(
    (
        *(order.Drafted, order.Approved, order.Amended, order.Cancelled),
        *(clause.event for clause in agreement.lifecycle.clauses),
        *OF_CERTIFICATE,
        *(contract.Offered, contract.Concluded, contract.Amended, contract.Fulfilled, contract.Terminated),
    )
)
"""The steps that move something, or say what a later one moves; with any other one a case has moved what it had."""


MOVES: Mapping[str, Callable[[Known], Iterator[Posting]]] = MappingProxyType(
    {
        order.lifecycle.name: _of_order,
        agreement.lifecycle.name: of_agreement,
        certificate.lifecycle.name: _of_certificate,
        contract.lifecycle.name: _of_contract,
    }
)
"""Who posts for each lifecycle that moves something."""
