"""Формирование сертификата (forming): from the register entry to the certificate.

>>> lifecycle.clause("formed").values
('certificate.validity_term',)
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Literal

from law189.cases.acts import value_unset
from law189.cases.given.documents import Document
from law189.cases.given.events import NO_DAYS, EventDays
from law189.cases.given.numbers import CertificateNumber, EndsOn
from law189.cases.given.shown import OrderShown
from law189.cases.given.volumes import LineNamed, Nominal
from law189.cases.lifecycle import Heading, Moment, Within
from law189.extracts import Way
from law189.law import Text
from law189.measures import Volume
from law189.profile.documents import DocumentKind, LocalAct
from law189.profile.plan import Milestone
from law189.readings import D6, under
from law189.rules import certificates, identifiers, volumes
from law189.rules.agreements import weekly
from law189.rules.certificates import consumers
from law189.rules.orders import order_lines, ways
from law189.verdict import Verdict
from law189.workflows.certificate.application import AppliedFor, RecipientRegistered, of_recipient
from law189.workflows.certificate.table import BODY, CertificateEvent, State, lifecycle

__all__ = ["VALIDITY", "Formed", "nominal_kept", "services_and_way", "under_order", "within_term"]

VALIDITY = "certificate.validity_term"


# ─── Формирование сертификата: 189-ФЗ, ст. 20, ч. 1 ──────────────────────────────────────────────────────


class Formed(CertificateEvent):
    """Сертификат сформирован: номер, номинал, последний день действия; заказ — по выписке.

    `line` is the service whose line of the order pays for a certificate of several services.
    """

    LATER = CertificateEvent.LATER | {"line"}

    kind: Literal["formed"] = "formed"
    document: Document = None
    number: CertificateNumber
    nominal: Nominal
    valid_until: EndsOn
    order: OrderShown = None
    line: LineNamed = None
    event_on: EventDays = NO_DAYS


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
        within=Within(
            "certificate.forming_term",
            since=lambda history: history.the(RecipientRegistered).on,
            counted=Text(
                "со дня включения в реестр получателей", "from the entry in the register of recipients"
            ),
        ),
        given=(_in_register,),
        duty=Text("сформировать сертификат", "form the certificate"),
    ),
)
def form(m: Moment[Formed]) -> Iterator[Verdict]:
    """Сертификат формируют на услуги размещённого заказа своего года и не дольше, чем позволяет акт."""
    event, edition, named = m.event, m.edition, m.history.the(AppliedFor).services
    yield volumes.positive(event.nominal)
    if (counted := weekly.counted(event.nominal)) is not None:
        yield counted
    yield from nominal_kept(m, event.nominal)
    yield from under_order(m)
    if event.line is not None:
        yield identifiers.among(event.line, named, identifiers.CERTIFICATE, edition.readings)
    yield certificates.ahead(event.valid_until, event.on)
    yield from within_term(event.valid_until, event.on, m)


# ─── Что спрашивают при формировании, изменении и продлении ──────────────────────────────────────────────


@lifecycle.throughout(AppliedFor, RecipientRegistered, Formed)
def services_and_way(m: Moment[Any]) -> Iterator[Verdict]:
    """Способ выбран, услуги стоят в перечне и для этого потребителя; для двух и более есть акт.

    All of it is asked at the application and at every step that gives the certificate, or more of it: the list, the
    way and the age may have changed since.
    """
    yield ways.way_chosen(Way.CERTIFICATE, m.on, m.edition.selection, m.services, silence=m.edition.whole)
    asked = m.event if isinstance(m.event, AppliedFor) else next(m.history.events(AppliedFor), None)
    if asked is not None:
        yield from of_recipient(asked.recipient, asked.services, m.edition, m.on)


def nominal_kept(m: Moment[Any], nominal: Volume) -> Iterator[Verdict]:
    """Номинал не больше установленного для потребителя."""
    asked = m.history.the(AppliedFor)
    yield from consumers.nominal_kept(
        nominal, asked.recipient.categories, m.edition.parameters_of(asked.services)
    )


def under_order(m: Moment[Any]) -> Iterator[Verdict]:
    """Заказ, который оплачивает услуги сертификата, размещён, года его действия и содержит каждую из них."""
    named, asked = m.history.the(AppliedFor).services, m.edition.due_by(Milestone.ORDER)
    order, readings, until = m.event.order, m.edition.readings, m.event.valid_until
    yield from certificates.under_order(order, named, m.on, *asked, choices=readings, until=until)
    # a renewal leaves it as it is; that an amended one is in another unit is told of what it has to cover
    nominal: Volume | None = getattr(m.event, "nominal", None)
    begun = next(m.history.events(Formed), None)
    if nominal is not None and (begun is None or begun.nominal.unit is nominal.unit):
        yield from order_lines.of_lines(nominal, m.event.order, named, m.edition.readings)


def within_term(until: date, since: date, m: Moment[Any]) -> Iterator[Verdict]:
    """Срок действия, который начался в день `since`, не дольше, чем позволяет акт.

    Where an act has changed it since, reading D6 says which term holds. That no act sets it is said here only where
    it began before the step: of a step that begins it the heading says so.
    """
    edition, clause = m.edition, lifecycle.clause(m.event.kind)
    if clause.values_since is None and edition.fill_on(VALIDITY, m.on) is None:
        return

    def told(choices: Mapping[str, str]) -> Verdict:
        found = clause.running(VALIDITY, m, since, choices)
        if found is None:
            return value_unset(VALIDITY, edition)
        return certificates.valid_within(
            until,
            since,
            found.term,
            edition.calendar,
            edition.federal.slot(VALIDITY).cite,
            found.cite,
            choices=choices,
            event=found.since,
            asks=found.asks,
        )

    yield under(edition.readings, told, D6)
