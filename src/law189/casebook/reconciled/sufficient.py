"""Достаточность (sufficient): limits of an act, shares of an order and certificates, beside all that they cover."""

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from typing import Any

from law189.casebook.keys import By, Formed, formed_by
from law189.casebook.postings.accounts import Account, free_on, share_of
from law189.casebook.reconciled.beside import Beside
from law189.casebook.reconciled.claims import certificate_shares, more, of_limits, taken_from
from law189.casebook.reconciled.claims import of_certificate as claimed_certificate
from law189.casebook.reconciled.claims import of_share as claimed_share
from law189.casebook.shelf import Count
from law189.casebook.shelf.apart import Accounts, FormedTerm
from law189.cases.history import History
from law189.extracts import OrderLine, Way
from law189.law import Citation, Text
from law189.measures import EXACT, Unit, Volume, total
from law189.numbers import service_key
from law189.profile.parameters import Limit, Parameters
from law189.rules.orders import exhausted as exhaustion
from law189.rules.orders.order_lines import of_lines
from law189.rules.reconciliation import once, sufficiency
from law189.verdict import Outcome, Verdict
from law189.workflows import certificate, contract, order

__all__ = ["cut_below", "exhausted", "of_certificate", "of_share", "within_limits"]


def within_limits(of: Beside) -> Iterator[Verdict]:
    """За срок формируют не больше, чем предусмотрел акт; об изменённом спрашивают, если он даёт больше прежнего."""
    services = of.after.the(certificate.AppliedFor).services
    set_for = [(one, limit) for one in of.edition.parameters_of(services) for limit in one.limits]
    if not set_for or not more(of_limits(of.history, of.on), of_limits(of.after, of.on)):
        return
    for said, limit in set_for:
        covered = {service_key(one) for one in said.services or [one for one, _ in of.edition.numbers]}
        for formed in formed_by(of.after):
            if limit.in_force(formed.on):
                yield from _within(of, limit, said, covered, formed)


def _within(
    of: Beside, limit: Limit, said: Parameters, services: Collection[str], formed: Formed
) -> Iterator[Verdict]:
    """The certificate beside the others of the period; what it counted before it does not count twice.

    They are counted in the unit of the limit; where it has none, in that of the certificate.
    """
    own = [one for one in formed_by(of.history) if limit.in_force(one.on)]
    many = None if own else limit.certificates  # one that was formed before is no more certificates
    if limit.volume is None and many is None:
        return
    unit = formed.unit if limit.volume is None else limit.volume.unit
    yield from of.told(
        FormedTerm(tuple(sorted(services)), unit, limit.since, limit.until),
        _counted,
        _in_unit(own, unit),
        _in_unit([formed], unit),
        unit,
        said.cite,
        _period(limit),
        many,
        None if limit.volume is None else limit.volume.amount,
    )


def _in_unit(formed: Sequence[Formed], unit: Unit) -> Count:
    """How many they are, for how much of the unit, and how many are in others."""
    within = [one.amount for one in formed if one.unit is unit]
    return Count(len(formed), total(within), len(formed) - len(within))


def _counted(
    counted: Count,
    before: Count,
    own: Count,
    unit: Unit,
    cite: Citation,
    period: Text,
    most_certificates: int | None,
    most_amount: Decimal | None,
) -> Iterator[Verdict]:
    """The limit beside all that were formed; of the certificate itself, which is `own`, `before` is among them."""
    yield once.within_limit(
        counted.certificates - before.certificates + own.certificates,
        EXACT.add(EXACT.subtract(counted.amount, before.amount), own.amount),
        unit,
        cite,
        period=period,
        most_certificates=most_certificates,
        most_amount=most_amount,
        elsewhere=counted.elsewhere - before.elsewhere + own.elsewhere,
    )


def _period(limit: Limit) -> Text:
    days = limit.days
    if days is None:
        return Text("срок без границ", "the term without ends")
    return Text(f"срок {days.ru}", f"the term {days.en}")


def of_share(of: Beside) -> Iterator[Verdict]:
    """Доля заказа покрывает все сертификаты; у единого названа строка, из которой он оплачен.

    Of an amended certificate only what it takes more is asked; nothing of one that is beyond its lines alone.
    """
    shown, services = of.event.order, of.after.the(certificate.AppliedFor).services
    held = of.cases.get("order")
    if shown is None or held is None:
        return
    line: str | None = of.after.the(certificate.Formed).line
    if len({service_key(one) for one in services}) > 1:
        yield sufficiency.line_named(services, line)
        if line is None:
            return
    service, nominal = services[0] if line is None else line, of.event.nominal
    alone = of_lines(nominal, shown, services, of.edition.readings)
    if any(one.outcome is Outcome.VOID for one in alone):
        return  # it is more than its lines order, or of another unit: its own case says that
    before, after = (taken_from(claimed_share(one, of.on)) for one in (of.history, of.after))
    asked = EXACT.subtract(after, before)
    if asked <= 0:
        return
    account = share_of(shown.number, service, shown.year, nominal.unit)
    share = certificate_shares(held).get(account, Decimal(0))
    yield from of.told(account, _covered, asked, share, nominal.unit, shown.number, service)


def _covered(
    left: Decimal, asked: Decimal, share: Decimal, unit: Unit, number: str, service: str
) -> Iterator[Verdict]:
    """The share beside what is left of it."""
    yield sufficiency.of_share(
        asked, share, EXACT.subtract(share, left), unit, number=number, service=service
    )


def _ordered(lines: Sequence[OrderLine], service: str, unit: Unit) -> Decimal:
    """How much of the service, as `service_key` writes it, the lines give to certificates in that unit."""
    own = [one for one in lines if service_key(one.service) == service and one.unit is unit]
    return total(part.amount for line in own for part in line.parts if _certified(part))


def _certified(part: Any) -> bool:
    return bool(part.way is Way.CERTIFICATE)


def cut_below(of: Beside) -> Iterator[Verdict]:
    """Изменённый заказ покрывает то, что уже сформировано по его строкам; отменённый не покрывает ничего."""
    drafted, none = of.history.the(order.Drafted), Decimal(0)
    before, after = certificate_shares(of.history), certificate_shares(of.after)
    told: list[Any] = [record.event for record in of.after.records]
    lines = [one for event in told for one in getattr(event, "lines", None) or ()]
    written = {(service_key(one.service), one.unit): one.service for one in lines}
    accounts, shares = list[Account](), list[tuple[str, Unit, Decimal, Decimal]]()
    for (service, unit), as_written in written.items():
        share = share_of(drafted.number, service, drafted.year, unit)
        accounts.append(share)
        shares.append((as_written, unit, before.get(share, none), after.get(share, none)))
    if accounts:
        yield from of.told(Accounts(tuple(accounts)), _cut, drafted.number, tuple(shares))


def _cut(
    left: Sequence[Decimal], number: str, shares: Sequence[tuple[str, Unit, Decimal, Decimal]]
) -> Iterator[Verdict]:
    """What was formed on each share, beside what the order leaves it; each share as it was and as it is now."""
    for (service, unit, before, now), stands in zip(shares, left, strict=True):
        certified = EXACT.subtract(before, stands)
        if certified > 0:
            yield sufficiency.cut_below(now, certified, unit, number=number, service=service)


def exhausted(of: Beside) -> Iterator[Verdict]:
    """Отказ из-за исчерпанного объёма подтверждают дела: ни у одного заказа года нет остатка доли."""
    if of.event.ground != EXHAUSTED:
        return
    accounts: list[Account] = []
    shares: list[tuple[str, str, Unit, Decimal]] = []
    for service in of.after.the(certificate.AppliedFor).services:
        for case in of.others(By.ORDER_YEAR, of.event.on.year):
            if not _gives(case):
                continue
            drafted, lines = case.the(order.Drafted), order.lines_of(case)
            own = (line.unit for line in lines if service_key(line.service) == service_key(service))
            for unit in dict.fromkeys(own):
                accounts.append(share_of(drafted.number, service, drafted.year, unit))
                share = _ordered(lines, service_key(service), unit)
                shares.append((drafted.number, service, unit, share))
    if accounts:
        yield from of.told(Accounts(tuple(accounts)), _exhausted, of.event.ground, tuple(shares))


def _gives(case: History[Any]) -> bool:
    """Whether the order was approved, and not cancelled: a draft gives nothing, and has nothing left."""
    return any(case.events(order.Approved)) and not any(case.events(order.Cancelled))


def _exhausted(
    left: Sequence[Decimal], ground: str, shares: Sequence[tuple[str, str, Unit, Decimal]]
) -> Iterator[Verdict]:
    """The ground of the refusal beside what is left of each share."""
    told = [exhaustion.ShareLeft(*share, one) for share, one in zip(shares, left, strict=True)]
    yield exhaustion.exhausted(ground, told)


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
    """How much more the contract takes of the certificate than before."""
    before, after = (taken_from(claimed_certificate(one, of.on)) for one in (of.history, of.after))
    more = EXACT.subtract(after, before)
    return Volume(amount=max(more, Decimal(0)), unit=contract.terms_of(of.after).volume.unit)
