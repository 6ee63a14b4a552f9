"""Формирование сертификата (forming): from the register entry to the certificate.

>>> lifecycle.clause("formed").values
('certificate.validity_term',)
"""

from collections.abc import Iterator
from typing import Any, Literal

from law189.cases.given.documents import Document
from law189.cases.given.numbers import CertificateNumber, EndsOn
from law189.cases.given.shown import OrderShown
from law189.cases.given.volumes import Nominal
from law189.cases.lifecycle import Heading, Moment, Within
from law189.law import Text
from law189.profile.documents import DocumentKind, LocalAct
from law189.profile.plan import Milestone
from law189.rules import certificates, consumers, volumes
from law189.verdict import Verdict
from law189.workflows.certificate.application import AppliedFor, RecipientRegistered
from law189.workflows.certificate.table import BODY, CertificateEvent, State, lifecycle

__all__ = ["VALIDITY", "Formed"]

VALIDITY = "certificate.validity_term"


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
    yield certificates.ahead(until, on)
    if (fill := edition.fill_on(VALIDITY, on)) is not None and fill.term is not None:
        cites = (edition.federal.slot(VALIDITY).cite, fill.cite)
        yield certificates.valid_within(until, on, fill.term, edition.calendar, *cites, choices=choices)
