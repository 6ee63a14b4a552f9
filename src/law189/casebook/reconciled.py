"""Что видно только по многим делам (reconciled): the rules of reconciliation, each asked at its steps.

A step of one case is judged beside all others: whether its number is used, whether the consumer has a live
certificate already, whether the share of the order and the limits of the act still cover it, whether a report says
what the cases say. What the book does not hold is not asked.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from law189.casebook.keys import By, number
from law189.casebook.postings import Account, Stage
from law189.casebook.shelf import Shelf
from law189.cases.history import Event, History
from law189.extracts import OrderExtract, OrderLine, Way
from law189.law import Text
from law189.measures import EXACT, Unit, Volume
from law189.numbers import number_key, service_key
from law189.profile.edition import Edition
from law189.profile.parameters import Limit, Parameters
from law189.rules import once, reconciliation, sufficiency
from law189.verdict import Verdict
from law189.workflows import agreement, certificate, contract, order, selection

__all__ = ["LIVE", "Beside", "reconciled"]


class Beside(NamedTuple):
    """Шаг среди других дел: the shelf, the case before the step, the event as judged, the cases it rests on."""

    shelf: Shelf
    history: History[Any]
    event: Any
    edition: Edition
    cases: Mapping[str, History[Any]]

    @property
    def on(self) -> date:
        """The day of the step."""
        return self.event.on  # type: ignore[no-any-return]  # every event has its day

    def others(self, by: By, written: str | int) -> list[History[Any]]:
        """The other cases with that number."""
        ids = self.shelf.found(number(by, written))
        found = [self.shelf.case(one) for one in ids if one != self.history.id]
        return [case for case in found if case is not None]


LIVE = ("formed", "contracted", "suspended")
"""The states in which a certificate gives a right."""
VOIDED = ("declined", "refused", "withdrawn", "lapsed", "cancelled")
"""The states of a case that came to nothing; its number is free again."""


def reconciled(of: Beside) -> Iterator[Verdict]:
    """Every verdict on the step that only the other cases give, worst or not."""
    for judge in ASKED.get(type(of.event), ()):
        yield from judge(of)


# ─── Каждый номер один раз ───────────────────────────────────────────────────────────────────────────────


def _number_of(by: By) -> "Judge":
    def judge(of: Beside) -> Iterator[Verdict]:
        others = [case for case in of.others(by, of.event.number) if case.state not in VOIDED]
        if by is By.ORDER:
            others = [one for one in others if one.the(order.Drafted).year == of.event.year]
        if others:
            yield once.number_once(of.event.number, by.text, [case.id for case in others])

    return judge


def _one_record(of: Beside) -> Iterator[Verdict]:
    """Исполнитель по услуге стоит в реестре один раз."""
    told = of.event if isinstance(of.event, selection.Changed) else of.history.the(selection.Applied)
    services = {service_key(one): one for one in told.services}
    others, shared = [], []
    for case in of.others(By.PROVIDER, told.provider.inn):
        if case.state == "included":
            standing = selection.services_of(case)
            both = [services[key] for one in standing if (key := service_key(one)) in services]
            if both:
                others.append(f"{case.the(selection.Included).record} ({case.id})")
                shared.extend(both)
    if others:
        yield once.record_once(told.provider.inn, list(dict.fromkeys(shared)), others)


def _one_certificate(of: Beside) -> Iterator[Verdict]:
    """У потребителя на услугу один действующий сертификат, если акт не допускает больше."""
    applied = of.history.the(certificate.AppliedFor)
    own = {service_key(one): one for one in applied.services}
    live = [case for case in of.others(By.CONSUMER, applied.recipient.file) if _is_live(case, of.on)]
    for services, said in _by_parameters(own, of.edition):
        others = [case.the(certificate.Formed).number for case in live if _is_for(case, services)]
        allowed, cites = (1, ()) if said is None else (said.certificates or 1, (said.cite,))
        if others:
            yield once.certificates_once(
                applied.recipient.file, list(services.values()), others, allowed, *cites
            )


def _is_live(case: History[Any], on: date) -> bool:
    return case.state in LIVE and bool(case.the(certificate.Formed).valid_until >= on)


def _is_for(case: History[Any], services: Mapping[str, str]) -> bool:
    return any(service_key(one) in services for one in case.the(certificate.AppliedFor).services)


def _by_parameters(
    services: Mapping[str, str], edition: Edition
) -> Iterator[tuple[dict[str, str], Parameters | None]]:
    """The services, parted by the number of certificates that an act sets for them; None where none does."""
    rest = dict(services)
    for said in edition.parameters:
        if said.certificates is not None:
            found = {key: rest.pop(key) for key, one in [*rest.items()] if said.of(one)}
            if found:
                yield found, said
    if rest:
        yield rest, None


# ─── Пределы акта и доля заказа ──────────────────────────────────────────────────────────────────────────


def _within_limits(of: Beside) -> Iterator[Verdict]:
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


def _of_share(of: Beside) -> Iterator[Verdict]:
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


def _cut_below(of: Beside) -> Iterator[Verdict]:
    """Изменённый заказ покрывает то, что уже сформировано по его строкам."""
    drafted = of.history.the(order.Drafted)
    told = [*of.history.events(order.Drafted), *of.history.events(order.Amended), of.event]
    before = {(service_key(one.service), one.unit): one.service for event in told for one in event.lines}
    for (service, unit), written in before.items():
        account = Account(
            Stage.SHARE, number_key(drafted.number), service, Way.CERTIFICATE, drafted.year, unit
        )
        old = _by_certificate([one for one in order.lines_of(of.history) if _is(one, service)], unit)
        certified = EXACT.subtract(old, of.shelf.balance(account))
        if certified > 0:
            now = _by_certificate([one for one in of.event.lines if _is(one, service)], unit)
            yield sufficiency.cut_below(now, certified, unit, number=drafted.number, service=written)


def _is(line: OrderLine, service: str) -> bool:
    return service_key(line.service) == service


def _exhausted(of: Beside) -> Iterator[Verdict]:
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


# ─── Договор: сертификат и лицензия ──────────────────────────────────────────────────────────────────────


def _of_certificate(of: Beside) -> Iterator[Verdict]:
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


def _licence(of: Beside) -> Iterator[Verdict]:
    """У исполнителя реестра лицензия действует в день шага."""
    case, asked = of.cases.get("provider"), of.edition.licence
    if case is None or asked is None:
        return
    licence = selection.provider_of(case).licence
    if licence is not None and licence.ends_on is not None and licence.ends_on < of.on:
        provider = selection.provider_of(case).inn
        yield reconciliation.licence_runs(provider, licence.number, licence.ends_on, of.on, asked.basis)


# ─── Отчёт ───────────────────────────────────────────────────────────────────────────────────────────────


def _report(of: Beside) -> Iterator[Verdict]:
    """Отчёт говорит то же, что дела: сколько оказано по сертификатам; остальное могли оказать иначе."""
    drafted, lines = of.history.the(order.Drafted), order.lines_of(of.history)
    rendered = _rendered(of.shelf, drafted.year)
    if rendered is None:
        return
    for row in of.event.achieved:
        ordered = [one for one in lines if _is(one, service_key(row.service)) and one.unit is row.unit]
        if not any(_certified(part) for line in ordered for part in line.parts):
            continue
        others = [p.amount for line in ordered for p in line.parts if not _certified(p)]
        parts = [part.amount for part in getattr(row, "parts", ()) if _certified(part)]
        yield reconciliation.report_agrees(
            row.service,
            row.unit,
            row.amount,
            parts[0] if parts else None,
            rendered.get((service_key(row.service), row.unit), Decimal(0)),
            sum(others, Decimal(0)),
        )


def _rendered(shelf: Shelf, year: int) -> dict[tuple[str, Unit], Decimal] | None:
    """How much of each service the contracts of the year rendered; None where the book holds no contract."""
    found: dict[tuple[str, Unit], Decimal] = {}
    any_contract = False
    for case in shelf.cases():
        if case.lifecycle != contract.lifecycle.name:
            continue
        any_contract = True
        for record in case.standing:
            ended = record.event
            if isinstance(ended, contract.Fulfilled | contract.Terminated) and ended.on.year == year:
                key = (service_key(case.the(contract.Offered).service), ended.rendered.unit)
                found[key] = EXACT.add(found.get(key, Decimal(0)), ended.rendered.amount)
    return found if any_contract else None


# ─── Какой шаг о чём спрашивают ──────────────────────────────────────────────────────────────────────────

Judge = Callable[[Beside], Iterator[Verdict]]
ASKED: Mapping[type[Event], tuple[Judge, ...]] = {
    order.Drafted: (_number_of(By.ORDER),),
    order.Amended: (_cut_below,),
    order.ReportFormed: (_report,),
    selection.Included: (_one_record,),
    selection.Changed: (_one_record,),
    agreement.Drafted: (_number_of(By.AGREEMENT), _licence),
    agreement.Concluded: (_licence,),
    certificate.RecipientRefused: (_exhausted,),
    certificate.Formed: (_number_of(By.CERTIFICATE), _one_certificate, _within_limits, _of_share),
    contract.Offered: (_number_of(By.CONTRACT),),
    contract.Concluded: (_of_certificate, _licence),
}
"""Which rules of many cases each step is asked."""
