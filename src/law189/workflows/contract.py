"""Договор исполнителя с получателем сертификата (contract), from the offer to the act or the termination.

A contract is judged on the certificate, the register entry and the agreement that are put before it as
extracts. Both decrees make it electronic and form it in the Navigator (Kemerovo: подп. 3 п. 3.1; the district:
подп. 7 п. 6.1). To change the provider is one termination and one new contract.

>>> from law189.profile.loader import load_profile
>>> kemerovo = load_profile("kemerovo")
>>> offered = Offered(on=date(2024, 2, 1), by="provider", number="5", provider="4205000000", ends_on="2024-05-31",
...                   service="804200О.99.0.ББ52АЖ48000", volume={"amount": 72, "unit": "person-hours"})
>>> history = lifecycle.advance(lifecycle.begin("5"), offered, kemerovo)
>>> accepted = Concluded(on=date(2024, 2, 2), by="representative")
>>> lifecycle.judge(history, accepted, kemerovo).outcome  # nothing is put before it
<Outcome.UNKNOWN: 'unknown'>
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any, Literal

from law189.cases.given.documents import ActOfRendering, Document
from law189.cases.given.grounds import Because
from law189.cases.given.numbers import ContractNumber, EndsOn
from law189.cases.given.people import ProviderInn
from law189.cases.given.shown import AgreementShown, CertificateShown, RegisterShown
from law189.cases.given.volumes import ContractVolume, MandatoryTerms, Rendered, ServiceNamed
from law189.cases.history import Event, History
from law189.cases.lifecycle import Assumed, Heading, Lifecycle, Moment
from law189.extracts import CertificateExtract, ContractExtract, Way
from law189.kinds import must_be
from law189.law import Text, Vocabulary
from law189.profile.documents import DocumentKind
from law189.profile.parties import Party
from law189.profile.plan import Milestone
from law189.rules import (
    asking,
    certificates,
    consumers,
    contracts,
    extracts,
    identifiers,
    roles,
    volumes,
    ways,
)
from law189.verdict import Ask, Verdict

__all__ = [
    "Concluded",
    "ContractEvent",
    "Declined",
    "Fulfilled",
    "Offered",
    "Terminated",
    "extract",
    "lifecycle",
]


class State(Vocabulary):
    """Состояние договора."""

    EXPECTED = "expected", "предложения ещё нет", "no offer yet"
    OFFERED = "offered", "договор предложен", "contract offered"
    DECLINED = "declined", "предложение отклонено", "offer declined"
    CONCLUDED = "concluded", "договор действует", "contract in force"
    FULFILLED = "fulfilled", "договор исполнен", "contract fulfilled"
    TERMINATED = "terminated", "договор расторгнут", "contract terminated"


class ContractEvent(Event):
    """Событие договора с получателем сертификата: what every step of a contract is."""


lifecycle: Lifecycle[ContractEvent] = Lifecycle(
    "contract",
    Text("договор с получателем сертификата", "contract with a certificate holder"),
    State,
    State.EXPECTED,
)
CONSUMERS = (Party.CONSUMER, Party.REPRESENTATIVE)
UNREAD = Assumed(
    Text(
        "Статья закона о договоре здесь не прочитана; порядок шагов взят из практики оферт.",
        "The law's article on the contract was not read for this library; the order of steps follows the "
        "practice of offers.",
    )
)


# ─── Оферта исполнителя ──────────────────────────────────────────────────────────────────────────────────


class Offered(ContractEvent):
    """Исполнитель предложил договор: номер, ИНН, услуга, объём, последний день, условия."""

    kind: Literal["offered"] = "offered"
    number: ContractNumber
    provider: ProviderInn
    service: ServiceNamed
    volume: ContractVolume
    ends_on: EndsOn
    terms: MandatoryTerms = ()


@lifecycle.on(
    Offered,
    Heading(
        title=Text("договор предложен", "contract offered"),
        source=State.EXPECTED,
        target=State.OFFERED,
        basis=UNREAD,
        by=(Party.PROVIDER,),
    ),
)
def offer(m: Moment[Offered]) -> Iterator[Verdict]:
    """Предлагают больше нуля и не задним числом."""
    yield volumes.positive(m.event.volume)
    yield certificates.ahead(m.event.ends_on, m.event.on)


class Declined(ContractEvent):
    """Предложение отклонено; сертификат по выписке показывает возраст потребителя, который действует сам."""

    kind: Literal["declined"] = "declined"
    certificate: CertificateShown = None


@lifecycle.on(
    Declined,
    Heading(
        title=Text("предложение отклонено", "offer declined"),
        source=State.OFFERED,
        target=State.DECLINED,
        basis=UNREAD,
        by=(*CONSUMERS, Party.PROVIDER),
    ),
)
def decline(m: Moment[Declined]) -> Iterator[Verdict]:
    """Отказывается представитель, а потребитель сам — с возраста; исполнитель может отозвать предложение."""
    yield from _of_age(m, m.event.certificate)


def _of_age(m: Moment[Any], certificate: CertificateExtract | None, *asks: Ask) -> Iterator[Verdict]:
    """Whether a consumer who acts alone is old enough, by the certificate; `asks` is what shows it."""
    if m.event.by == Party.CONSUMER or (m.event.by in CONSUMERS and certificate is not None):
        born = None if certificate is None else certificate.recipient.born
        own_age = m.edition.federal.value("consumer.own_age").value
        yield roles.of_age(m.event.by, born, m.on, own_age, asks=asks)


# ─── Заключение: сертификат, реестр и соглашение на этот день ────────────────────────────────────────────


class Concluded(ContractEvent):
    """Договор заключён; сертификат, запись реестра и соглашение — по выпискам на этот день."""

    kind: Literal["concluded"] = "concluded"
    document: Document = None
    certificate: CertificateShown = None
    provider: RegisterShown = None
    agreement: AgreementShown = None


@lifecycle.on(
    Concluded,
    Heading(
        title=Text("договор заключён", "contract concluded"),
        source=State.OFFERED,
        target=State.CONCLUDED,
        basis=UNREAD,
        by=CONSUMERS,
        document=DocumentKind.CONTRACT,
        given=(lambda case: certificates.ahead(case.history.the(Offered).ends_on, case.on),),
        duty=Text("принять или отклонить предложение", "accept or decline the offer"),
    ),
)
def conclude(m: Moment[Concluded]) -> Iterator[Verdict]:
    """Сертификат живой и на эту услугу; исполнитель в реестре и под соглашением."""
    event, edition, on = m.event, m.edition, m.event.on
    offered, readings = m.history.the(Offered), edition.readings
    certificate, entry, agreement = event.certificate, event.provider, event.agreement
    yield extracts.formed(certificate, on, service=offered.service)
    yield volumes.covered(offered.volume, None if certificate is None else certificate.balance)
    if certificate is not None:
        yield identifiers.among(offered.service, certificate.services, identifiers.CERTIFICATE, readings)
        yield from _of_age(m, certificate)
        yield certificates.within_validity(offered.ends_on, certificate.valid_until)
    yield from consumers.in_season(offered.ends_on, edition.parameters_of((offered.service,)))
    yield extracts.included(entry, on, *edition.due_by(Milestone.REGISTER))
    if entry is not None:
        yield certificates.same_provider(entry.provider, offered.provider)
        yield identifiers.among(offered.service, entry.services, identifiers.REGISTER, readings)
    yield extracts.agreed(agreement, offered.provider, on, *edition.due_by(Milestone.AGREEMENTS))
    if agreement is not None:
        asked = edition.due_by(Milestone.AGREEMENTS)
        yield contracts.within_agreement(offered.ends_on, agreement.ends_on, *asked)
        yield identifiers.among(offered.service, agreement.services, identifiers.AGREEMENT, readings)
    slot = edition.federal.slot("contract.mandatory_terms")
    fill = edition.fill_on(slot.id, on)
    if fill is not None and fill.entries is not None:
        cites = (*edition.asked_by(slot.adopted_by), fill.cite)
        yield certificates.terms_kept(offered.terms, {one.id: one.title for one in fill.entries}, *cites)


# ─── Исполнение и прекращение ────────────────────────────────────────────────────────────────────────────


class Fulfilled(ContractEvent):
    """Договор исполнен по акту: номер акта и оказанный объём."""

    kind: Literal["fulfilled"] = "fulfilled"
    act: ActOfRendering
    rendered: Rendered


@lifecycle.on(
    Fulfilled,
    Heading(
        title=Text("договор исполнен по акту", "contract fulfilled by act"),
        source=State.CONCLUDED,
        target=State.FULFILLED,
        basis=UNREAD,
        by=(Party.PROVIDER,),
        given=(lambda case: contracts.fulfilled_in_time(case.on, case.history.the(Offered).ends_on),),
        duty=Text("оказать услугу и составить акт", "render the service and draw up the act"),
        until=lambda history: history.the(Offered).ends_on,
    ),
)
def fulfil(m: Moment[Fulfilled]) -> Iterator[Verdict]:
    """Оказано больше нуля и не больше, чем по договору."""
    yield volumes.positive(m.event.rendered)
    yield volumes.covered(m.event.rendered, m.history.the(Offered).volume)


class Terminated(ContractEvent):
    """Договор расторгнут: кто (`by`), почему, сколько оказано."""

    kind: Literal["terminated"] = "terminated"
    because: Because
    rendered: Rendered


@lifecycle.on(
    Terminated,
    Heading(
        title=Text("договор расторгнут", "contract terminated"),
        source=State.CONCLUDED,
        target=State.TERMINATED,
        basis=UNREAD,
        by=(*CONSUMERS, Party.PROVIDER),
        given=(lambda case: contracts.terminated_in_time(case.on, case.history.the(Offered).ends_on),),
    ),
)
def terminate(m: Moment[Terminated]) -> Iterator[Verdict]:
    """Расторгает сторона договора; неоказанное возвращается в сертификат."""
    yield volumes.covered(m.event.rendered, m.history.the(Offered).volume)
    recorded = replace(asking.CERTIFICATE, path="case.certificate")
    yield from _of_age(m, m.history.the(Concluded).certificate, recorded)


# ─── Что верно на каждом шаге ────────────────────────────────────────────────────────────────────────────


@lifecycle.throughout(Concluded)
def way_chosen(m: Moment[Any]) -> Iterator[Verdict]:
    """Способ выбран: договор заключают по сертификату."""
    yield ways.way_chosen(Way.CERTIFICATE, m.on, m.edition.selection, m.services)


# ─── Что показывает договор ──────────────────────────────────────────────────────────────────────────────


def extract(history: History[ContractEvent], as_of: date) -> ContractExtract:
    """Выписка: the contract as it stood on the day `as_of`.

    Raises LookupError where it was not concluded by that day.
    """
    known = must_be(history, History).as_of(as_of)
    offered, concluded = known.the(Offered), known.the(Concluded)
    last = known.records[-1].event
    ended = last if isinstance(last, Fulfilled | Terminated) else None
    return ContractExtract(
        as_of=as_of,
        number=offered.number,
        provider=offered.provider,
        certificate=None if concluded.certificate is None else concluded.certificate.number,
        service=offered.service,
        volume=offered.volume,
        concluded_on=concluded.on,
        ended_on=None if ended is None else ended.on,
        rendered=None if ended is None else ended.rendered,
        fulfilled=isinstance(ended, Fulfilled),
    )
