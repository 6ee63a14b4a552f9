"""Социальный сертификат (social certificate), from the application to the end of its balance.

The law gives the electronic form priority and leaves the order of forming to the municipality (189-ФЗ, ст. 20,
ч. 1); both decrees make the application and the certificate electronic and form them in the Navigator. What a
contract did not use goes back to the certificate when the contract ends.

>>> from law189.profile.loader import load_profile
>>> kemerovo = load_profile("kemerovo")
>>> asked = AppliedFor(on=date(2024, 1, 10), by="representative", asks=("enrolment", "certificate"),
...                    document={"form": "electronic", "system": "navigator"},
...                    recipient={"file": "17", "born": "2014-05-01"}, services=("804200О.99.0.ББ52АЖ48000",))
>>> history = lifecycle.advance(lifecycle.begin("17"), asked, kemerovo)
>>> registered = RecipientRegistered(on=date(2024, 1, 11), by="education", record="17")
>>> lifecycle.judge(history, registered, kemerovo).outcome  # no act has set the terms yet
<Outcome.UNKNOWN: 'unknown'>
"""

from collections.abc import Iterator
from datetime import date
from typing import Any, Literal

from law189.cases.given.documents import AskedFor, Document
from law189.cases.given.grounds import Because, Reason, RecipientRefusal
from law189.cases.given.numbers import CertificateNumber, EndsOn, RegisterRecord
from law189.cases.given.people import RecipientTold
from law189.cases.given.shown import ContractShown, OrderShown
from law189.cases.given.volumes import Nominal, ServicesNamed
from law189.cases.history import Event, History
from law189.cases.lifecycle import Assumed, Heading, Lifecycle, Moment, Within
from law189.extracts import CertificateExtract, Services, Way
from law189.kinds import must_be
from law189.law import Text, Vocabulary
from law189.measures import Volume
from law189.profile.documents import DocumentKind, LocalAct
from law189.profile.edition import Edition
from law189.profile.parties import Party
from law189.profile.plan import Milestone
from law189.rules import adoption, certificates, consumers, eligibility, identifiers, roles, volumes, ways
from law189.rules.holding import Holding
from law189.verdict import Verdict

__all__ = [
    "Annulled",
    "AppliedFor",
    "CertificateEvent",
    "ContractEnded",
    "Contracted",
    "Expired",
    "Formed",
    "RecipientRefused",
    "RecipientRegistered",
    "Used",
    "balance",
    "extract",
    "lifecycle",
]


class State(Vocabulary):
    """Состояние сертификата."""

    EXPECTED = "expected", "заявления ещё нет", "no application yet"
    APPLIED = "applied", "заявление подано", "applied for"
    REGISTERED = "registered", "получатель в реестре", "recipient in the register"
    REFUSED = "refused", "в сертификате отказано", "certificate refused"
    FORMED = "formed", "сертификат сформирован", "certificate formed"
    CONTRACTED = "contracted", "занят договором", "held by a contract"
    USED = "used", "использован", "used up"
    ANNULLED = "annulled", "аннулирован", "annulled"
    EXPIRED = "expired", "срок истёк", "expired"


class CertificateEvent(Event):
    """Событие сертификата: what every step of a certificate is."""


lifecycle: Lifecycle[CertificateEvent] = Lifecycle(
    "certificate", Text("социальный сертификат", "social certificate"), State, State.EXPECTED
)
BODY, RECORDERS = (Party.AUTHORIZED_BODY,), (Party.PROVIDER, Party.AUTHORIZED_BODY)
REFUSAL, VALIDITY = "certificate.refusal_grounds", "certificate.validity_term"
REGISTRATION = Within("certificate.registration_term", since=lambda history: history.the(AppliedFor).on)
RETURNS = Assumed(Text("Неоказанное остаётся получателю.", "What is not rendered stays the recipient's."))


# ─── Заявление о сертификате ─────────────────────────────────────────────────────────────────────────────


class AppliedFor(CertificateEvent):
    """Подано заявление: о ком, на какие услуги, о чём просят."""

    kind: Literal["applied_for"] = "applied_for"
    document: Document = None
    recipient: RecipientTold
    services: ServicesNamed
    asks: AskedFor


@lifecycle.on(
    AppliedFor,
    Heading(
        title=Text("подано заявление", "applied for"),
        source=State.EXPECTED,
        target=State.APPLIED,
        basis="189-fz/art20.part1",
        by=(Party.CONSUMER, Party.REPRESENTATIVE),
        document=DocumentKind.CONSUMER_APPLICATION,
    ),
)
def apply(m: Moment[AppliedFor]) -> Iterator[Verdict]:
    """Услуга — из перечня; за того, кому ещё нет возраста, действует представитель."""
    event, edition, asked = m.event, m.edition, m.edition.form_of(DocumentKind.CONSUMER_APPLICATION)
    if asked is not None and asked.rule.asks:
        yield certificates.one_application(event.asks, asked.rule.asks, asked.rule.cite)
    own_age = edition.federal.value("consumer.own_age").value
    yield roles.of_age(event.by, event.recipient.born, event.on, own_age, titles=edition.titles)
    yield from consumers.served(event.recipient, edition.parameters_of(event.services), event.on)
    yield from _on_services(event.services, edition, event.on)


def _on_services(named: Services, edition: Edition, on: date) -> Iterator[Verdict]:
    """Услуги — из перечня; единому сертификату, для двух и более услуг, нужен акт о нём."""
    basis, choices = edition.basis("direction"), edition.readings
    yield from (eligibility.listed(one, edition.numbers, basis, choices=choices) for one in named)
    if len(identifiers.distinct(named, edition.readings)) > 1:
        act = LocalAct.SINGLE_CERTIFICATE
        yield adoption.adopted(act, edition.adopted_on(act, on), *edition.asked_by(act))


# ─── Реестр получателей: внести или отказать ─────────────────────────────────────────────────────────────


class RecipientRegistered(CertificateEvent):
    """Получатель внесён в реестр под номером `record`."""

    kind: Literal["recipient_registered"] = "recipient_registered"
    record: RegisterRecord


@lifecycle.on(
    RecipientRegistered,
    Heading(
        title=Text("получатель внесён в реестр", "recipient registered"),
        source=State.APPLIED,
        target=State.REGISTERED,
        basis="189-fz/art20.part1",
        by=BODY,
        acts=(LocalAct.CERTIFICATE_FORMING,),
        within=REGISTRATION,
        duty=Text("внести получателя в реестр или отказать", "enter the recipient in the register or refuse"),
    ),
)
def register(_: Moment[RecipientRegistered]) -> Iterator[Verdict]:
    """Условия внесения называет акт о сертификатах."""
    yield from ()


class RecipientRefused(CertificateEvent):
    """В сертификате отказано: основание из перечня и факты."""

    kind: Literal["recipient_refused"] = "recipient_refused"
    ground: RecipientRefusal
    because: Because


@lifecycle.on(
    RecipientRefused,
    Heading(
        title=Text("в сертификате отказано", "certificate refused"),
        source=State.APPLIED,
        target=State.REFUSED,
        basis="189-fz/art20.part1",
        by=BODY,
        values=(REFUSAL,),
        within=REGISTRATION,
    ),
)
def refuse(m: Moment[RecipientRefused]) -> Iterator[Verdict]:
    """Основания отказа перечисляет акт о сертификатах."""
    if (fill := m.edition.fill_on(REFUSAL, m.event.on)) is not None:
        yield adoption.grounded(m.event.ground, m.event.because, m.edition.federal.slot(REFUSAL), fill)


# ─── Формирование сертификата: 189-ФЗ, ст. 20, ч. 1 ──────────────────────────────────────────────────────


class Formed(CertificateEvent):
    """Сертификат сформирован: номер, номинал, последний день действия; заказ — по выписке."""

    kind: Literal["formed"] = "formed"
    document: Document = None
    number: CertificateNumber
    nominal: Nominal
    valid_until: EndsOn
    order: OrderShown = None


def _in_register(case: Moment[Any]) -> Verdict:
    entered, asked = case.history.the(RecipientRegistered), case.edition.due_by(Milestone.CERTIFICATES)
    return certificates.registered(entered.record, entered.on, case.on, *asked)


@lifecycle.on(
    Formed,
    Heading(
        title=Text("сертификат сформирован", "certificate formed"),
        source=State.REGISTERED,
        target=State.FORMED,
        basis="189-fz/art20.part1",
        by=BODY,
        document=DocumentKind.CERTIFICATE,
        acts=(LocalAct.CERTIFICATE_FORMING,),
        values=(VALIDITY,),
        within=Within("certificate.forming_term", since=lambda history: history.the(RecipientRegistered).on),
        given=(_in_register,),
        duty=Text("сформировать сертификат", "form the certificate"),
    ),
)
def form(m: Moment[Formed]) -> Iterator[Verdict]:
    """Сертификат формируют на услуги размещённого заказа своего года и не дольше, чем позволяет акт."""
    event, edition, on = m.event, m.edition, m.event.on
    asked, choices, until = edition.due_by(Milestone.ORDER), edition.readings, event.valid_until
    named, who = m.history.the(AppliedFor).services, m.history.the(AppliedFor).recipient
    yield volumes.positive(event.nominal)
    yield from consumers.nominal_kept(event.nominal, who.categories, edition.parameters_of(named))
    yield from certificates.under_order(event.order, named, on, *asked, choices=choices)
    yield from certificates.of_lines(event.nominal, event.order, named, choices)
    yield certificates.ahead(until, on)
    if (fill := edition.fill_on(VALIDITY, on)) is not None and fill.term is not None:
        cites = (edition.federal.slot(VALIDITY).cite, fill.cite)
        yield certificates.valid_within(until, on, fill.term, edition.calendar, *cites, choices=choices)


# ─── Договор по сертификату: занимает часть, а неиспользованное возвращается ─────────────────────────────


class Contracted(CertificateEvent):
    """Заключён договор по сертификату; договор — по выписке."""

    kind: Literal["contracted"] = "contracted"
    contract: ContractShown


@lifecycle.on(
    Contracted,
    Heading(
        title=Text("заключён договор по сертификату", "contract concluded under it"),
        source=(State.FORMED, State.CONTRACTED),
        target=State.CONTRACTED,
        basis=Assumed(Text("Статья о договоре не прочитана.", "The article on contracts was not read.")),
        by=RECORDERS,
        given=(
            lambda case: certificates.still_valid(case.history.the(Formed).valid_until, case.on),
            lambda case: _holding(case.history).some_free(case.edition.readings),
        ),
    ),
)
def contract_it(m: Moment[Contracted]) -> Iterator[Verdict]:
    """Договор — по этому сертификату, на его незанятую услугу и не больше остатка."""
    yield from _holding(m.history).takes(m.event.contract, m.event.on, m.edition.readings)


class ContractEnded(CertificateEvent):
    """Договор кончился, а сертификат израсходован не весь; остаток возвращается."""

    kind: Literal["contract_ended"] = "contract_ended"
    contract: ContractShown


@lifecycle.on(
    ContractEnded,
    Heading(
        title=Text("договор прекращён, остаток возвращён", "contract ended, the rest returned"),
        source=State.CONTRACTED,
        target=State.FORMED,
        basis=RETURNS,
        by=RECORDERS,
        stays=lambda history: _holding(history).shared,
    ),
)
def return_rest(m: Moment[ContractEnded]) -> Iterator[Verdict]:
    """Возвращается то, что по договору не оказано; пока идёт другой договор, сертификат занят им."""
    yield from _holding(m.history).goes_back(m.event.contract, m.event.on, m.edition.readings)


class Used(CertificateEvent):
    """Сертификат использован: договор кончился, и остатка нет."""

    kind: Literal["used"] = "used"
    contract: ContractShown


@lifecycle.on(
    Used,
    Heading(
        title=Text("сертификат использован", "certificate used"),
        source=State.CONTRACTED,
        target=State.USED,
        basis=RETURNS,
        by=RECORDERS,
        given=(lambda case: _holding(case.history).last_one(),),
    ),
)
def use(m: Moment[Used]) -> Iterator[Verdict]:
    """Использован тот сертификат, от которого ничего не осталось."""
    yield from _holding(m.history).used_up(m.event.contract, m.event.on, m.edition.readings)


def _holding(history: History[CertificateEvent]) -> Holding:
    """Сертификат с договорами, которые его занимают и занимали."""
    made, services = history.the(Formed), history.the(AppliedFor).services
    holding = Holding(
        made.number, services, made.nominal, made.on, made.valid_until, left=made.nominal.amount
    )
    for record in history.standing:
        match record.event:
            case Contracted(contract=contract):
                holding = holding.taking(contract)
            case ContractEnded(contract=contract, on=on) | Used(contract=contract, on=on):
                holding = holding.returning(contract, on)
    return holding


# ─── Конец сертификата ───────────────────────────────────────────────────────────────────────────────────


class Annulled(CertificateEvent):
    """Сертификат аннулирован; почему."""

    kind: Literal["annulled"] = "annulled"
    reason: Reason


@lifecycle.on(
    Annulled,
    Heading(
        title=Text("сертификат аннулирован", "certificate annulled"),
        source=(State.REGISTERED, State.FORMED),
        target=State.ANNULLED,
        basis=Assumed(Text("Известные нам акты о нём молчат.", "The acts known here are silent on it.")),
        by=BODY,
    ),
)
def annul(_: Moment[Annulled]) -> Iterator[Verdict]:
    """Оснований известные нам акты не называют: причину записывают; договор сначала прекращают."""
    yield from ()


class Expired(CertificateEvent):
    """Срок действия сертификата истёк."""

    kind: Literal["expired"] = "expired"


@lifecycle.on(
    Expired,
    Heading(
        title=Text("срок сертификата истёк", "certificate expired"),
        source=State.FORMED,
        target=State.EXPIRED,
        basis=Assumed(Text("После последнего дня права нет.", "After its last day it gives no right.")),
        by=BODY,
        given=(lambda case: certificates.expired(case.history.the(Formed).valid_until, case.on),),
    ),
)
def expire(_: Moment[Expired]) -> Iterator[Verdict]:
    """Срок истекает на следующий день после последнего."""
    yield from ()


# ─── Что верно на каждом шаге ────────────────────────────────────────────────────────────────────────────


@lifecycle.throughout(RecipientRegistered, Formed)
def services_and_way(m: Moment[Any]) -> Iterator[Verdict]:
    """Способ выбран, услуги и теперь стоят в перечне, а для двух и более принят акт о едином сертификате."""
    yield ways.way_chosen(Way.CERTIFICATE, m.on, m.edition.selection, m.services)
    yield from _on_services(m.history.the(AppliedFor).services, m.edition, m.on)


# ─── Что показывает сертификат ───────────────────────────────────────────────────────────────────────────


def balance(history: History[CertificateEvent]) -> Volume:
    """Остаток: the nominal less what was rendered and what a running contract holds; never negative.

    Nothing returns from a contract let end without knowing what was rendered. Raises LookupError before forming.
    """
    return _holding(history).balance


def extract(history: History[CertificateEvent], as_of: date) -> CertificateExtract:
    """Выписка: the certificate as it stood on the day `as_of`.

    Raises LookupError where it was not formed by that day.
    """
    known = must_be(history, History).as_of(as_of)
    holding, ended = _holding(known), known.state in ("used", "annulled", "expired")
    return holding.shown(as_of, known.the(AppliedFor).recipient, known.last_day if ended else None)
