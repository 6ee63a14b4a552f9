"""Движения (moves): what each posting was of many cases: of which service, order year, provider and consumer.

A posting says which accounts it moved; whose they are, the cases say. A contract belongs where its certificate
belongs, so that what a certificate gives is told beside what was taken from it.

>>> from datetime import date
>>> from law189.casebook.postings.together import moved_by
>>> from law189.workflows import certificate
>>> day = date(2024, 1, 15)
>>> list(moves_of(moved_by([certificate.lifecycle.begin("17")], day), day))
[]
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, NamedTuple

from law189.casebook.known import Known, Made
from law189.casebook.postings.accounts import Account, Posting, Stage, balances, free_on, rendered_under
from law189.casebook.postings.agreed import over_unsaid
from law189.casebook.postings.together import FormedCase, Moved, formed_for, together
from law189.cases.history import Event, History
from law189.extracts import Way
from law189.law import Vocabulary
from law189.measures import EXACT, Unit
from law189.workflows import agreement, certificate, contract
from law189.workflows.agreement.case import shown_provider
from law189.workflows.contract import Concluded, Offered

__all__ = ["Flow", "Movement", "lapsed", "moves_of"]


class Flow(Vocabulary):
    """Движение: what happens to a volume or to money on its way."""

    ORDERED = "ordered", "заказано", "ordered"
    FORMED = "formed", "в сертификатах", "put into certificates"
    RETURNED = "returned", "вернулось в долю заказа", "returned to the share of the order"
    EXPIRED = "expired", "истекло неиспользованным", "expired unused"
    CONTRACTED = "contracted", "в договорах", "put into contracts"
    RELEASED = "released", "вернулось в сертификат", "returned to the certificate"
    RENDERED = "rendered", "оказано", "rendered"
    ACCEPTED = "accepted", "принято по актам", "accepted by acts"
    AGREED = "agreed", "в соглашениях", "in agreements"
    PAID = "paid", "оплачено", "paid"
    KEPT = "kept", "удержано", "kept"
    GIVEN_BACK = "given-back", "возвращено", "given back"
    UNCLAIMED = "unclaimed", "не востребовано", "not claimed"


FLOWS: Mapping[tuple[Stage, Stage], Flow] = {
    (Stage.ORDERED, Stage.SHARE): Flow.ORDERED,
    (Stage.SHARE, Stage.CERTIFICATE): Flow.FORMED,
    (Stage.CERTIFICATE, Stage.SHARE): Flow.RETURNED,
    (Stage.CERTIFICATE, Stage.EXPIRED): Flow.EXPIRED,
    (Stage.CERTIFICATE, Stage.CONTRACT): Flow.CONTRACTED,
    (Stage.CONTRACT, Stage.CERTIFICATE): Flow.RELEASED,
    (Stage.CONTRACT, Stage.RENDERED): Flow.RENDERED,
    (Stage.RENDERED, Stage.ACCEPTED): Flow.ACCEPTED,
    (Stage.LIMITS, Stage.AGREEMENT): Flow.AGREED,
    (Stage.AGREEMENT, Stage.PAID): Flow.PAID,
    (Stage.PAID, Stage.KEPT): Flow.KEPT,
    (Stage.PAID, Stage.GIVEN_BACK): Flow.GIVEN_BACK,
    (Stage.AGREEMENT, Stage.UNCLAIMED): Flow.UNCLAIMED,
}
"""What a posting from one stage to another is; one the other way round takes back what it was."""


class Movement(NamedTuple):
    """Движение: how much, below zero where it takes back; whose; and the record that caused it.

    What is not known, or does not belong to the flow, is None.
    """

    flow: Flow
    amount: Decimal
    service: str | None
    year: int | None
    unit: Unit
    way: Way | None
    provider: str | None
    consumer: str | None
    made_by: Made


def moves_of(moved: Iterable[Moved], on: date) -> Iterator[Movement]:
    """Движения дел на день: every posting up to the end of the day, with whose it is.

    What is free on a certificate past its last day has expired, and what nobody has claimed of an agreement past
    its last day is not left to be paid, also where nobody has recorded the end yet.
    """
    cases, certificates, consumers = together(moved)
    expired = lapsed(cases, on)
    if expired:
        cases = tuple((known, (*found, *expired.get(known.history.id, ()))) for known, found in cases)
    shares = _shares(cases, certificates)
    for known, found in cases:
        if not found:
            continue
        match known.history.lifecycle:
            case contract.lifecycle.name:
                yield from _of_contract(found, known, certificates)
            case agreement.lifecycle.name:
                payee = _payee(known)
                yield from [_of_agreement(one, known, payee, shares) for one in found]
            case certificate.lifecycle.name:
                share, consumer = found[0].source, consumers[known.history.id]
                # a certificate belongs to the share that it was taken from
                yield from [_moved(one, known, share, consumer=consumer) for one in found]
            case _:
                yield from [_moved(one, known) for one in found]


def lapsed(cases: Sequence[Moved], on: date) -> dict[str, tuple[Posting, ...]]:
    """Что истекло на день, хотя это ещё не записано: what is free on certificates past their last day, by case.

    And what nobody has claimed of agreements past theirs. It is posted on the day after the last one, by the record
    that set it. What contracts hold is not free; what one gives back later has expired too. Of several certificates
    of one number the latest counts.
    """
    return {**_expired(cases, on), **_unclaimed(cases, on)}


def _unclaimed(cases: Iterable[Moved], on: date) -> dict[str, tuple[Posting, ...]]:
    """What nobody has claimed of the agreements past their last day, by case."""
    found: dict[str, tuple[Posting, ...]] = {}
    for known, _ in cases:
        over = over_unsaid(known, on) if known.history.lifecycle == agreement.lifecycle.name else None
        if over is not None and over.unclaimed:
            day, case = over.last + timedelta(1), known.history.id
            found[case] = tuple(
                Posting(day, much, *pair, case, over.record) for pair, much in over.unclaimed.items()
            )
    return found


def _expired(cases: Iterable[Moved], on: date) -> dict[str, tuple[Posting, ...]]:
    """What is free on certificates past their last day, by case."""
    past: dict[Account, tuple[str, date, int]] = {}
    for known, _ in cases:
        if known.history.lifecycle == certificate.lifecycle.name:
            last = _last_day(known.history)
            if last is not None and last < on:
                formed = known.history.the(certificate.Formed)
                account = free_on(formed.number, formed.nominal.unit)
                past[account] = known.history.id, last, known.of(SETS)[-1][0]
    if not past:
        return {}
    free = balances(one for _, found in cases for one in found if {one.source, one.target} & past.keys())
    expired: dict[str, tuple[Posting, ...]] = {}
    for account, (case, last, record) in past.items():
        target, much = account._replace(stage=Stage.EXPIRED), free.get(account, Decimal(0))
        if much > 0:
            expired[case] = (Posting(last + timedelta(1), much, account, target, case, record),)
    return expired


def _last_day(history: History[Any]) -> date | None:
    """The last day of a certificate; None where it was not formed."""
    events: list[Any] = [record.event for record in reversed(history.standing)]
    return next((one.valid_until for one in events if type(one) in SETS), None)


SETS: frozenset[type[Event]] = frozenset((certificate.Formed, certificate.Amended, certificate.Renewed))
"""The steps that set the last day of a certificate."""


Share = tuple[str | None, int | None]
"""The service and the year of a line of an order, each None where it is not known."""


def _shares(
    cases: Sequence[Moved], certificates: Mapping[Account, list[FormedCase]]
) -> dict[Account, set[Share]]:
    """For what is rendered under an agreement, which lines pay for its contracts; none where no act is."""
    shares: dict[Account, set[Share]] = {}
    acts = (found for known, found in cases if known.history.lifecycle == agreement.lifecycle.name)
    if not any(one.target.stage is Stage.ACCEPTED for found in acts for one in found):
        return shares
    for known, found in cases:
        if known.history.lifecycle == contract.lifecycle.name and found:
            concluded, held = known.history.the(Concluded), found[0].target
            agreed = None if concluded.agreement is None else concluded.agreement.number
            formed = formed_for(found[0], certificates)
            assert held.service is not None, "a contract is for a service"
            share = (held.service, None) if formed is None else (formed.share.service, formed.share.year)
            shares.setdefault(rendered_under(agreed, held.service, held.unit), set()).add(share)
    return shares


def _of_agreement(
    one: Posting, known: Known, payee: str | None, shares: Mapping[Account, set[Share]]
) -> Movement:
    """What an act accepts belongs where the contracts of its agreement belong; roubles where the step says.

    Where lines of several services pay for the contracts it is of the service of the act; where the contracts are
    of orders of several years, or of none that is known, it is of the year of the act.
    """
    whose = None
    if one.target.stage is Stage.ACCEPTED:
        found = shares.get(one.source, set())
        act = dict(known.events)[one.record]
        services, years = {service for service, _ in found}, {year for _, year in found}
        service = next(iter(services)) if len(services) == 1 else one.target.service
        year = next(iter(years)) if len(years) == 1 else act.until.year
        whose = one.target._replace(service=service, year=year)
    return _moved(one, known, whose, payee)


def _moved(
    one: Posting,
    known: Known,
    whose: Account | None = None,
    provider: str | None = None,
    consumer: str | None = None,
) -> Movement:
    """The posting as a move; its service and year are those of the account `whose`, else its own."""
    source, target = one.source, one.target
    flow = FLOWS.get((source.stage, target.stage))
    if flow is not None:
        own, amount = target, one.amount
    else:
        flow, own, amount = FLOWS[target.stage, source.stage], source, EXACT.minus(one.amount)
    account, made = own if whose is None else whose, Made(known.history.id, one.record)
    return Movement(flow, amount, account.service, account.year, own.unit, own.way, provider, consumer, made)


def _of_contract(
    found: Sequence[Posting], known: Known, certificates: Mapping[Account, list[FormedCase]]
) -> list[Movement]:
    """A contract belongs to the share of its certificate; where no case has that, to its own service."""
    provider, formed = known.history.the(Offered).provider, formed_for(found[0], certificates)
    if formed is not None:
        return [_moved(one, known, formed.share, provider, formed.consumer) for one in found]
    shown = known.history.the(Concluded).certificate
    consumer = None if shown is None else shown.recipient.file
    return [_moved(one, known, found[0].target, provider, consumer) for one in found]


def _payee(known: Known) -> str | None:
    """The provider of a concluded agreement; None where no extract of the register names it."""
    entry = shown_provider(known.history)
    return None if entry is None else entry.provider
