"""Достаточность (sufficient): limits of an act, shares of an order and certificates, beside all that they cover."""

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from typing import Any

from law189.casebook.keys import By
from law189.casebook.postings import Account, Stage
from law189.casebook.reconciled.beside import Beside
from law189.casebook.shelf import Shelf
from law189.cases.history import History
from law189.extracts import OrderExtract, OrderLine, Way
from law189.law import Text
from law189.measures import EXACT, Unit, Volume
from law189.numbers import number_key, service_key
from law189.profile.parameters import Limit, Parameters
from law189.rules import once, sufficiency
from law189.verdict import Verdict
from law189.workflows import agreement, certificate, contract, order

__all__ = ["cut_below", "exhausted", "of_certificate", "of_contracts", "of_share", "within_limits"]


def within_limits(of: Beside) -> Iterator[Verdict]:
    """За срок формируют не больше, чем предусмотрел акт."""
    services, nominal = of.history.the(certificate.AppliedFor).services, of.event.nominal
    for said in of.edition.parameters_of(services):
        covered = said.services or [one for one, _ in of.edition.numbers]
        for limit in said.limits:
            if limit.in_force(of.on):
                yield _within(of.shelf, limit, said, {service_key(one) for one in covered}, nominal)


def _within(
    shelf: Shelf, limit: Limit, said: Parameters, services: Collection[str], nominal: Volume
) -> Verdict:
    counted = shelf.formed(services, nominal.unit, limit.since, limit.until)
    certificates, amount = counted.certificates + 1, EXACT.add(counted.amount, nominal.amount)
    most = limit.volume if limit.volume is not None and limit.volume.unit is nominal.unit else None
    return once.within_limit(
        certificates,
        amount,
        nominal.unit,
        said.cite,
        period=_period(limit),
        most_certificates=limit.certificates,
        most_amount=None if most is None else most.amount,
    )


def _period(limit: Limit) -> Text:
    since, until = limit.since, limit.until
    ru = " ".join(
        word
        for word in (
            None if since is None else f"с {since:%d.%m.%Y}",
            None if until is None else f"по {until:%d.%m.%Y}",
        )
        if word
    )
    en = f"{since.isoformat() if since else '…'} to {until.isoformat() if until else '…'}"
    return Text(f"срок {ru or 'без границ'}", en)


def of_share(of: Beside) -> Iterator[Verdict]:
    """Доля заказа покрывает все сертификаты; у единого названа строка, из которой он оплачен."""
    shown, services = of.event.order, of.history.the(certificate.AppliedFor).services
    held = of.cases.get("order")
    if shown is None or held is None:
        return
    named = {service_key(one) for one in services}
    line: str | None = getattr(of.event, "line", None)
    if len(named) > 1:
        yield sufficiency.line_named(services, line)
        if line is None:
            return
    service = services[0] if line is None else line
    nominal = of.event.nominal
    share, account = _share(held, service, nominal.unit, shown)
    left = of.shelf.balance(account)
    yield sufficiency.of_share(
        nominal.amount,
        share,
        EXACT.subtract(share, left),
        nominal.unit,
        number=shown.number,
        service=service,
    )


def _share(case: History[Any], service: str, unit: Unit, shown: OrderExtract) -> tuple[Decimal, Account]:
    """How much of the service the order gives to certificates in that unit, and its account."""
    lines = [one for one in order.lines_of(case) if service_key(one.service) == service_key(service)]
    account = Account(
        Stage.SHARE, number_key(shown.number), service_key(service), Way.CERTIFICATE, shown.year, unit
    )
    return _by_certificate(lines, unit), account


def _by_certificate(lines: Sequence[OrderLine], unit: Unit) -> Decimal:
    parts = [part.amount for line in lines if line.unit is unit for part in line.parts if _certified(part)]
    return sum(parts, Decimal(0))


def _certified(part: Any) -> bool:
    return bool(part.way is Way.CERTIFICATE)


def cut_below(of: Beside) -> Iterator[Verdict]:
    """Изменённый заказ покрывает то, что уже сформировано по его строкам; отменённый не покрывает ничего."""
    drafted = of.history.the(order.Drafted)
    lines: Sequence[OrderLine] = getattr(of.event, "lines", ())  # a cancelled order has none
    told: list[Any] = [*of.history.events(order.Drafted), *of.history.events(order.Amended)]
    known = [*(one for event in told for one in event.lines), *lines]
    before = {(service_key(one.service), one.unit): one.service for one in known}
    for (service, unit), written in before.items():
        account = Account(
            Stage.SHARE, number_key(drafted.number), service, Way.CERTIFICATE, drafted.year, unit
        )
        old = _by_certificate([one for one in order.lines_of(of.history) if _is(one, service)], unit)
        certified = EXACT.subtract(old, of.shelf.balance(account))
        if certified > 0:
            now = _by_certificate([one for one in lines if _is(one, service)], unit)
            yield sufficiency.cut_below(now, certified, unit, number=drafted.number, service=written)


def _is(line: OrderLine, service: str) -> bool:
    return service_key(line.service) == service


def exhausted(of: Beside) -> Iterator[Verdict]:
    """Отказ из-за исчерпанного объёма подтверждают дела: у доли заказа нет остатка."""
    if of.event.ground != EXHAUSTED:
        return
    for service in of.history.the(certificate.AppliedFor).services:
        for case in of.others(By.ORDER_YEAR, of.on.year):
            drafted = case.the(order.Drafted)
            lines = [one for one in order.lines_of(case) if _is(one, service_key(service))]
            for unit in dict.fromkeys(line.unit for line in lines):
                account = Account(
                    Stage.SHARE,
                    number_key(drafted.number),
                    service_key(service),
                    Way.CERTIFICATE,
                    drafted.year,
                    unit,
                )
                yield sufficiency.exhausted(
                    of.event.ground,
                    of.shelf.balance(account),
                    _by_certificate(lines, unit),
                    unit,
                    number=drafted.number,
                    service=service,
                )


EXHAUSTED = "limit-exhausted"
"""The ground of refusal that the ledger bears out or not."""


def of_certificate(of: Beside) -> Iterator[Verdict]:
    """Сертификат, дела которого в книге нет, покрывает все договоры по нему."""
    shown = of.event.certificate
    if shown is None or "certificate" in of.cases:
        return
    account = Account(
        Stage.CERTIFICATE, number_key(shown.number), None, Way.CERTIFICATE, None, shown.nominal.unit
    )
    taken = -of.shelf.balance(account)
    if taken > 0:
        yield sufficiency.of_certificate(
            of.history.the(contract.Offered).volume, shown.nominal, taken, number=shown.number
        )


def of_contracts(of: Beside) -> Iterator[Verdict]:
    """Акты за периоды подтверждают не больше, чем оказывают по договорам этого соглашения."""
    drafted = of.history.the(agreement.Drafted)
    contracts = [
        case for case in of.others(By.PAID_BY, drafted.number) if any(case.events(contract.Concluded))
    ]
    for line in of.event.rendered if contracts else ():
        service = service_key(line.service)
        acts = [*of.history.events(agreement.ActDrawn), of.event]
        acted = [one.amount for act in acts for one in act.rendered if _alike(one, service, line.unit)]
        given = [
            volume.amount for case in contracts if (volume := _given(case, service, line.unit)) is not None
        ]
        yield sufficiency.of_contracts(
            sum(acted, Decimal(0)),
            sum(given, Decimal(0)),
            line.unit,
            number=drafted.number,
            service=line.service,
        )


def _alike(line: Any, service: str, unit: Unit) -> bool:
    return service_key(line.service) == service and line.unit is unit


def _given(case: History[Any], service: str, unit: Unit) -> Volume | None:
    """How much of the service the contract gives in that unit: what was rendered where it has ended."""
    offered = case.the(contract.Offered)
    events = [record.event for record in case.standing]
    ended = [one.rendered for one in events if isinstance(one, contract.Fulfilled | contract.Terminated)]
    volume: Volume = ended[-1] if ended else offered.volume
    return volume if service_key(offered.service) == service and volume.unit is unit else None
