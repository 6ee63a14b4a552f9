"""Заявление и реестр получателей (application): what is asked for, and the register entry or the refusal.

>>> [clause.kind for clause in lifecycle.clauses if clause.conditions.__module__ == __name__]
['applied_for', 'withdrawn', 'recipient_registered', 'recipient_refused']
"""

from collections.abc import Iterator
from datetime import date
from typing import Any, Literal

from law189.cases.given.documents import AskedFor, Document
from law189.cases.given.events import NO_DAYS, EventDays
from law189.cases.given.grounds import Because, RecipientRefusal
from law189.cases.given.numbers import RegisterRecord
from law189.cases.given.people import RecipientTold
from law189.cases.given.volumes import ServicesNamed
from law189.cases.lifecycle import Assumed, Heading, Moment, Within
from law189.cases.listed import on_list
from law189.extracts import Recipient, Services
from law189.law import Text
from law189.profile.documents import DocumentKind, LocalAct
from law189.profile.edition import Edition
from law189.profile.parties import CONSUMERS
from law189.rules import certificates, identifiers
from law189.rules.acts import adoption
from law189.rules.certificates import consumers
from law189.rules.step import roles
from law189.verdict import Verdict
from law189.workflows.certificate.table import BODY, CertificateEvent, State, lifecycle

__all__ = ["AppliedFor", "RecipientRefused", "RecipientRegistered", "Withdrawn", "of_recipient"]

REFUSAL = "certificate.refusal_grounds"
REGISTRATION = Within(
    "certificate.registration_term",
    since=lambda history: history.the(AppliedFor).on,
    counted=Text("со дня заявления", "from the application"),
)


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
        by=CONSUMERS,
        document=DocumentKind.CONSUMER_APPLICATION,
        in_person=lambda m, who: _of_age(m, who, m.event.recipient),
    ),
)
def apply(m: Moment[AppliedFor]) -> Iterator[Verdict]:
    """Просят сразу обо всём, о чём говорит акт; за того, кому ещё нет возраста, действует представитель."""
    asked = m.edition.form_of(DocumentKind.CONSUMER_APPLICATION)
    if asked is not None and asked.rule.asks:
        yield certificates.one_application(m.event.asks, asked.rule.asks, asked.rule.cite)


def of_recipient(recipient: Recipient, named: Services, edition: Edition, on: date) -> Iterator[Verdict]:
    """Услуги — из перечня и для этого потребителя; единому сертификату, для двух и более услуг, нужен акт о нём."""
    if edition.parameters:
        known = consumers.categories_of(edition.parameters)
        yield from consumers.served(recipient, edition.parameters_of(named), on, known=known)
    yield from on_list(named, edition)
    if len(named) > 1 and len(identifiers.distinct(named, edition.readings)) > 1:
        act = LocalAct.SINGLE_CERTIFICATE
        yield adoption.adopted(act, edition.adopted_on(act, on), *edition.asked_by(act))


class Withdrawn(CertificateEvent):
    """Заявление отозвано тем, кто его подал, или представителем."""

    kind: Literal["withdrawn"] = "withdrawn"


@lifecycle.on(
    Withdrawn,
    Heading(
        title=Text("заявление отозвано", "application withdrawn"),
        source=State.APPLIED,
        target=State.WITHDRAWN,
        basis=Assumed(
            Text(
                "Об отзыве заявления известные нам акты молчат; отозвать его можно, пока по нему не решено.",
                "The acts known here are silent on withdrawing; it is possible while there is no decision.",
            )
        ),
        by=CONSUMERS,
        in_person=lambda m, who: _of_age(m, who, m.history.the(AppliedFor).recipient),
    ),
)
def withdraw(_: Moment[Withdrawn]) -> Iterator[Verdict]:
    """Отзывает представитель, а потребитель сам — с возраста; причины не спрашивают."""
    yield from ()


def _of_age(m: Moment[Any], who: str, recipient: Recipient) -> Iterator[Verdict]:
    """Whether a consumer who acts alone is old enough on the day."""
    own_age = m.edition.federal.value("consumer.own_age").value
    yield roles.of_age(who, recipient.born, m.on, own_age, titles=m.edition.titles)


# ─── Реестр получателей: внести или отказать ─────────────────────────────────────────────────────────────


class RecipientRegistered(CertificateEvent):
    """Получатель внесён в реестр под номером `record`."""

    kind: Literal["recipient_registered"] = "recipient_registered"
    record: RegisterRecord
    event_on: EventDays = NO_DAYS


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
        instead=("recipient_refused",),
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
    event_on: EventDays = NO_DAYS


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
