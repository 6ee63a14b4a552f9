"""Таблица сертификата (table): where a certificate may stand, and the table in which its steps are declared.

>>> lifecycle.name, lifecycle.initial.text.en
('certificate', 'no application yet')
"""

from law189.cases.history import Event
from law189.cases.lifecycle import Lifecycle
from law189.law import Text, Vocabulary
from law189.profile.parties import Party

__all__ = [
    "BODY",
    "ENDED",
    "LIVE",
    "RECORDERS",
    "STANDING",
    "VOIDED",
    "CertificateEvent",
    "State",
    "lifecycle",
]


class State(Vocabulary):
    """Состояние сертификата."""

    EXPECTED = "expected", "заявления ещё нет", "no application yet"
    APPLIED = "applied", "заявление подано", "applied for"
    REGISTERED = "registered", "получатель в реестре", "recipient in the register"
    REFUSED = "refused", "в сертификате отказано", "certificate refused"
    WITHDRAWN = "withdrawn", "заявление отозвано", "application withdrawn"
    FORMED = "formed", "сертификат сформирован", "certificate formed"
    CONTRACTED = "contracted", "занят договором", "held by a contract"
    SUSPENDED = "suspended", "приостановлен", "suspended"
    HELD = "suspended_contracted", "приостановлен, занят договором", "suspended, held by a contract"
    USED = "used", "использован", "used up"
    ANNULLED = "annulled", "аннулирован", "annulled"
    EXPIRED = "expired", "срок истёк", "expired"


STANDING = frozenset({State.FORMED, State.CONTRACTED, State.SUSPENDED, State.HELD})
"""Where a certificate is formed and not over: nobody is given a second one in its place."""
LIVE = STANDING - {State.SUSPENDED, State.HELD}
"""Where a certificate gives a right: it stands, and is not suspended."""
ENDED = frozenset({State.USED, State.ANNULLED, State.EXPIRED})
"""Where a certificate has ended, with the last step of its case."""
VOIDED = frozenset({State.REFUSED, State.WITHDRAWN})
"""Where the application came to nothing."""


class CertificateEvent(Event):
    """Событие сертификата: what every step of a certificate is."""


lifecycle: Lifecycle[CertificateEvent] = Lifecycle(
    "certificate", Text("социальный сертификат", "social certificate"), State, State.EXPECTED
)
BODY, RECORDERS = (Party.AUTHORIZED_BODY,), (Party.PROVIDER, Party.AUTHORIZED_BODY)
