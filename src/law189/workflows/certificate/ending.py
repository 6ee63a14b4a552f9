"""Конец сертификата (ending): annulled, or expired after its last day.

>>> lifecycle.clause("expired").source
('formed', 'suspended')
"""

from collections.abc import Iterator
from typing import Literal

from law189.cases.given.grounds import AnnulmentGround, Reason
from law189.cases.lifecycle import Assumed, Heading, Moment
from law189.law import Text
from law189.rules import certificates
from law189.rules.acts import adoption
from law189.verdict import Verdict
from law189.workflows.certificate.live import held_by
from law189.workflows.certificate.table import BODY, CertificateEvent, State, lifecycle

__all__ = ["Annulled", "Expired"]

ANNULMENT = "certificate.annulment_grounds"


# ─── Конец сертификата ───────────────────────────────────────────────────────────────────────────────────


class Annulled(CertificateEvent):
    """Сертификат аннулирован; почему, а где акт установил перечень оснований — по какому из них."""

    LATER = CertificateEvent.LATER | {"ground"}

    kind: Literal["annulled"] = "annulled"
    reason: Reason
    ground: AnnulmentGround = None


@lifecycle.on(
    Annulled,
    Heading(
        title=Text("сертификат аннулирован", "certificate annulled"),
        source=(State.REGISTERED, State.FORMED, State.SUSPENDED),
        target=State.ANNULLED,
        basis=Assumed(
            Text(
                "Известные нам положения закона об аннулировании молчат и перечня оснований не требуют: где акт "
                "его не установил, достаточно причины.",
                "The provisions of the law known here are silent on annulling and ask for no list of grounds: "
                "where no act sets one, the reason is enough.",
            )
        ),
        by=BODY,
    ),
)
def annul(m: Moment[Annulled]) -> Iterator[Verdict]:
    """Основание — из перечня акта, где он есть; причину записывают всегда; договор сначала прекращают."""
    if (fill := m.edition.fill_on(ANNULMENT, m.event.on)) is not None:
        yield adoption.named(m.event.ground, m.event.reason, m.edition.federal.slot(ANNULMENT), fill)


class Expired(CertificateEvent):
    """Срок действия сертификата истёк."""

    kind: Literal["expired"] = "expired"


@lifecycle.on(
    Expired,
    Heading(
        title=Text("срок сертификата истёк", "certificate expired"),
        source=(State.FORMED, State.SUSPENDED),
        target=State.EXPIRED,
        basis=Assumed(Text("После последнего дня права нет.", "After its last day it gives no right.")),
        by=BODY,
        given=(lambda case: certificates.expired(held_by(case.history).valid_until, case.on),),
        duty=Text("записать, что срок сертификата истёк", "record that the certificate has expired"),
        owed=lambda case: case.on > held_by(case.history).valid_until,
    ),
)
def expire(_: Moment[Expired]) -> Iterator[Verdict]:
    """Срок истекает на следующий день после последнего."""
    yield from ()
