"""Достаточность (sufficient): limits of an act, shares of an order and certificates, beside all that they cover."""

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from typing import Any

from law189.casebook.accounts import free_on, share_of
from law189.casebook.keys import By
from law189.casebook.reconciled.beside import Beside
from law189.casebook.shelf import Shelf
from law189.cases.history import History
from law189.extracts import OrderLine, Way
from law189.law import Text
from law189.measures import EXACT, Unit, Volume
from law189.numbers import service_key
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
    """Доля заказа покрывает все сертификаты; у единого названа строка, из которой он оплачен.

    Of an amended certificate only what it takes more is asked.
    """
    shown, services = of.event.order, of.history.the(certificate.AppliedFor).services
    held = of.cases.get("order")
    if shown is None or held is None:
        return
    formed = [*of.history.events(certificate.Formed)]
    line: str | None = formed[-1].line if formed else of.event.line
    if len({service_key(one) for one in services}) > 1:
        yield sufficiency.line_named(services, line)
        if line is None:
            return
    service, nominal = services[0] if line is None else line, of.event.nominal
    before = certificate.holding_of(of.history).nominal.amount if formed else Decimal(0)
    asked = EXACT.subtract(nominal.amount, before)
    if asked <= 0:
        return
    share = _ordered(order.lines_of(held), service_key(service), nominal.unit)
    left = of.shelf.balance(share_of(shown.number, service, shown.year, nominal.unit))
    yield sufficiency.of_share(
        asked,
        share,
        EXACT.subtract(share, left),
        nominal.unit,
        number=shown.number,
        service=service,
    )


def _ordered(lines: Sequence[OrderLine], service: str, unit: Unit) -> Decimal:
    """How much of the service, as `service_key` writes it, the lines give to certificates in that unit."""
    own = [one for one in lines if service_key(one.service) == service and one.unit is unit]
    return sum((part.amount for line in own for part in line.parts if _certified(part)), Decimal(0))


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
        old = _ordered(order.lines_of(of.history), service, unit)
        left = of.shelf.balance(share_of(drafted.number, service, drafted.year, unit))
        certified = EXACT.subtract(old, left)
        if certified > 0:
            now = _ordered(lines, service, unit)
            yield sufficiency.cut_below(now, certified, unit, number=drafted.number, service=written)


def exhausted(of: Beside) -> Iterator[Verdict]:
    """Отказ из-за исчерпанного объёма подтверждают дела: у доли заказа нет остатка."""
    if of.event.ground != EXHAUSTED:
        return
    for service in of.history.the(certificate.AppliedFor).services:
        for case in of.others(By.ORDER_YEAR, of.on.year):
            drafted, lines = case.the(order.Drafted), order.lines_of(case)
            own = (line.unit for line in lines if service_key(line.service) == service_key(service))
            for unit in dict.fromkeys(own):
                yield sufficiency.exhausted(
                    of.event.ground,
                    of.shelf.balance(share_of(drafted.number, service, drafted.year, unit)),
                    _ordered(lines, service_key(service), unit),
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
    account = free_on(shown.number, shown.nominal.unit)
    taken, asked = EXACT.minus(of.shelf.balance(account)), _asked(of)
    if taken > 0 and asked.amount > 0:
        yield sufficiency.of_certificate(asked, shown.nominal, taken, number=shown.number)


def _asked(of: Beside) -> Volume:
    """How much the contract takes of the certificate by this step: an amended one, what it takes more."""
    before = contract.terms_of(of.history).volume
    if isinstance(of.event, contract.Concluded):
        return before
    more = EXACT.subtract(of.event.volume.amount, before.amount)
    return Volume(amount=max(more, Decimal(0)), unit=of.event.volume.unit)


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
    offered, terms = case.the(contract.Offered), contract.terms_of(case)
    events = [record.event for record in case.standing]
    ended = [one.rendered for one in events if isinstance(one, contract.Fulfilled | contract.Terminated)]
    volume: Volume = ended[-1] if ended else terms.volume
    return volume if service_key(offered.service) == service and volume.unit is unit else None
