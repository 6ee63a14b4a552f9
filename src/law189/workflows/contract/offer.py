"""Предложение и заключение (offer): from the offer of the provider to the contract in force.

>>> lifecycle.clause("concluded").by
(<Party.CONSUMER: 'consumer'>, <Party.REPRESENTATIVE: 'representative'>)
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Annotated, Any, Literal

from law189.cases.given.documents import Document
from law189.cases.given.numbers import ContractNumber, EndsOn
from law189.cases.given.people import ProviderInn
from law189.cases.given.shown import CERTIFICATE, AgreementShown, CertificateShown, RegisterShown
from law189.cases.given.volumes import MANDATORY_TERMS, ContractVolume, ServiceNamed
from law189.cases.lifecycle import Heading, Moment
from law189.extracts import CertificateExtract, Words
from law189.law import Citation, Text, When
from law189.numbers import same_inn
from law189.profile.documents import DocumentKind
from law189.profile.parties import CONSUMERS, Party
from law189.profile.plan import Milestone
from law189.rules import agreements, asking, certificates, contracts, extracts, identifiers, volumes
from law189.rules.agreements import weekly
from law189.rules.certificates import consumers
from law189.rules.providers import successors
from law189.rules.step import roles
from law189.verdict import Ask, Outcome, Verdict
from law189.workflows.contract.table import UNREAD, ContractEvent, State, lifecycle

__all__ = ["Concluded", "Declined", "Offered", "for_consumer", "of_age_recorded", "paid_for"]


# ─── Возраст: потребитель действует сам не раньше него ───────────────────────────────────────────────────────


def of_age(m: Moment[Any], who: str) -> Iterator[Verdict]:
    """Whether a consumer who acts alone is old enough, by the certificate that the step is given."""
    yield from _old_enough(m, who, m.event.certificate)


def of_age_recorded(m: Moment[Any], who: str) -> Iterator[Verdict]:
    """The same by the certificate on which the contract was concluded."""
    asked = replace(asking.CERTIFICATE, path="case.certificate")
    yield from _old_enough(m, who, m.history.the(Concluded).certificate, asked)


def _old_enough(
    m: Moment[Any], who: str, certificate: CertificateExtract | None, *asks: Ask
) -> Iterator[Verdict]:
    if who == Party.CONSUMER or (who in CONSUMERS and certificate is not None):
        born = None if certificate is None else certificate.recipient.born
        own_age = m.edition.federal.value("consumer.own_age").value
        yield roles.of_age(who, born, m.on, own_age, asks=asks)


# ─── Оферта исполнителя ──────────────────────────────────────────────────────────────────────────────────


def _listed(m: Moment[Any]) -> tuple[dict[str, Text], tuple[Citation, ...]] | None:
    """The mandatory terms that an act lists on the day, by their ids, with where; None where none does."""
    slot = m.edition.federal.slot("contract.mandatory_terms")
    fill = m.edition.fill_on(slot.id, m.on)
    if fill is None or fill.entries is None:
        return None
    return {one.id: one.title for one in fill.entries}, (*m.edition.asked_by(slot.adopted_by), fill.cite)


BY_ACT = When(
    Text("акт установил обязательные условия договора", "an act sets mandatory terms of the contract"),
    lambda m: _listed(m) is not None,
)


class Offered(ContractEvent):
    """Исполнитель предложил договор: номер, ИНН, услуга, объём, последний день, условия."""

    kind: Literal["offered"] = "offered"
    number: ContractNumber
    provider: ProviderInn
    service: ServiceNamed
    volume: ContractVolume
    ends_on: EndsOn
    terms: Annotated[tuple[Words, ...], MANDATORY_TERMS.when(BY_ACT)] = ()


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
    """Предлагают больше нуля, не задним числом и на всех условиях, которые предписал акт."""
    yield volumes.positive(m.event.volume)
    yield certificates.ahead(m.event.ends_on, m.event.on)
    if (listed := _listed(m)) is not None:
        needed, cites = listed
        yield certificates.terms_kept(m.event.terms, needed, *cites, rule=contracts.TERMS_OFFERED)


BY_CONSUMER = When(
    Text("отклоняет сам потребитель", "the consumer declines"),
    lambda m: m.event is None or m.event.by == Party.CONSUMER,
)


class Declined(ContractEvent):
    """Предложение отклонено; сертификат по выписке показывает возраст потребителя, который действует сам."""

    kind: Literal["declined"] = "declined"
    certificate: Annotated[CertificateExtract | None, CERTIFICATE.when(BY_CONSUMER)] = None


@lifecycle.on(
    Declined,
    Heading(
        title=Text("предложение отклонено", "offer declined"),
        source=State.OFFERED,
        target=State.DECLINED,
        basis=UNREAD,
        by=(*CONSUMERS, Party.PROVIDER),
        in_person=of_age,
    ),
)
def decline(_: Moment[Declined]) -> Iterator[Verdict]:
    """Отказывается представитель, а потребитель сам — с возраста; исполнитель может отозвать предложение."""
    yield from ()


# ─── Заключение: сертификат, реестр и соглашение на этот день ────────────────────────────────────────────


class Concluded(ContractEvent):
    """Договор заключён; сертификат, запись реестра и соглашение — по выпискам на этот день."""

    kind: Literal["concluded"] = "concluded"
    document: Document = None
    certificate: CertificateShown = None
    provider: RegisterShown = None
    agreement: AgreementShown = None


def _leaves_some(certificate: CertificateExtract, on: date) -> bool:
    """Whether something is left of a certificate that is not over: else that it gives no right says it all."""
    last_day = min(certificate.valid_until, certificate.ended_on or date.max)
    ended = last_day < on or certificate.ended_on == on
    return not ended and certificate.balance.amount > 0


@lifecycle.on(
    Concluded,
    Heading(
        title=Text("договор заключён", "contract concluded"),
        source=State.OFFERED,
        target=State.CONCLUDED,
        basis=UNREAD,
        by=CONSUMERS,
        document=DocumentKind.CONTRACT,
        given=(lambda case: certificates.not_over(case.history.the(Offered).ends_on, case.on),),
        duty=Text("принять или отклонить предложение", "accept or decline the offer"),
        instead=("declined",),
        in_person=of_age,
    ),
)
def conclude(m: Moment[Concluded]) -> Iterator[Verdict]:
    """Сертификат живой и на эту услугу; исполнитель в реестре и под соглашением."""
    event, edition, on = m.event, m.edition, m.event.on
    offered, readings, certificate = m.history.the(Offered), edition.readings, event.certificate
    live = extracts.formed(certificate, on, service=offered.service)
    yield live
    if (counted := weekly.counted(offered.volume)) is not None:
        yield counted
    if live.outcome is not Outcome.VOID or certificate is None or _leaves_some(certificate, on):
        yield volumes.covered(offered.volume, None if certificate is None else certificate.balance)
    if certificate is not None:
        yield identifiers.among(offered.service, certificate.services, identifiers.CERTIFICATE, readings)
        yield certificates.within_validity(offered.ends_on, certificate.valid_until)
        yield from for_consumer(m, certificate)
    yield from consumers.in_season(offered.ends_on, edition.parameters_of((offered.service,)))
    yield from paid_for(m, offered.ends_on)
    if (listed := _listed(m)) is not None:
        needed, cites = listed
        yield certificates.terms_kept(offered.terms, needed, *cites)


def for_consumer(m: Moment[Any], certificate: CertificateExtract) -> Iterator[Verdict]:
    """Услуга — для потребителя и в этот день: возраст и категорию показывает сертификат."""
    edition, known = m.edition, consumers.categories_of(m.edition.parameters)
    parameters = edition.parameters_of(m.services)
    yield from consumers.served_still(certificate.recipient, parameters, m.on, known=known)


def _agreed(m: Moment[Any], party: str, asked: tuple[Citation, ...]) -> Iterator[Verdict]:
    """Соглашение с исполнителем действует; перешло ли к правопреемнику прежнее, решает человек."""
    entry, agreement = m.event.provider, m.event.agreement
    if (
        entry is not None
        and agreement is not None
        and same_inn(entry.provider, party)
        and successors.succeeds(entry, agreement.provider)
    ):
        yield successors.begun_before(
            agreements.AGREEMENT, agreement.number, agreement.provider, entry, *asked
        )
        party = agreement.provider
    yield extracts.agreed(agreement, party, m.on, *asked)


def paid_for(m: Moment[Any], ends_on: date) -> Iterator[Verdict]:
    """Исполнитель договора в реестре и под соглашением, и соглашение идёт не меньше договора."""
    entry, agreement, edition = m.event.provider, m.event.agreement, m.edition
    offered, asked, readings = m.history.the(Offered), edition.due_by(Milestone.AGREEMENTS), edition.readings
    yield extracts.included(entry, m.on, *edition.due_by(Milestone.REGISTER))
    party = offered.provider
    if entry is not None:
        if m.history.state == State.CONCLUDED and successors.succeeds(entry, party):
            yield successors.begun_before(lifecycle.title, offered.number, party, entry)
            party = entry.provider
        else:
            yield certificates.same_provider(entry.provider, party)
        yield identifiers.among(offered.service, entry.services, identifiers.REGISTER, readings)
    yield from _agreed(m, party, asked)
    if agreement is not None:
        yield contracts.within_agreement(ends_on, agreement.ends_on, *asked)
        yield identifiers.among(offered.service, agreement.services, identifiers.AGREEMENT, readings)
