"""Конец сертификата (ending): annulled, or expired after its last day.

>>> lifecycle.clause("expired").source
('formed',)
"""

from collections.abc import Iterator
from typing import Literal

from law189.cases.given.grounds import Reason
from law189.cases.lifecycle import Assumed, Heading, Moment
from law189.law import Text
from law189.rules import certificates
from law189.verdict import Verdict
from law189.workflows.certificate.forming import Formed
from law189.workflows.certificate.table import BODY, CertificateEvent, State, lifecycle

__all__ = ["Annulled", "Expired"]


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
