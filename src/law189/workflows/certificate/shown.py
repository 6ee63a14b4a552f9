"""Что показывает сертификат (shown): the balance, the holding, the extract.

>>> from law189.workflows.certificate.table import lifecycle
>>> balance(lifecycle.begin("17"))
Traceback (most recent call last):
    ...
law189.errors.NothingYet: nothing of kind Formed has happened in certificate 17
"""

from datetime import date

from law189.cases.history import History
from law189.extracts import CertificateExtract
from law189.kinds.asked import asked
from law189.measures import Volume
from law189.rules.certificates.holding import Holding
from law189.workflows.certificate.application import AppliedFor
from law189.workflows.certificate.live import held_by
from law189.workflows.certificate.table import ENDED, CertificateEvent

__all__ = ["balance", "extract", "holding_of"]


# ─── Что показывает сертификат ───────────────────────────────────────────────────────────────────────────


@asked
def balance(history: History[CertificateEvent]) -> Volume:
    """Остаток: the nominal less what was rendered and what a running contract holds; never negative.

    Nothing returns from a contract let end without knowing what was rendered. Raises `NothingYet` before forming.
    """
    return held_by(history).balance


@asked
def holding_of(history: History[CertificateEvent]) -> Holding:
    """Сертификат с договорами, которые его занимают и занимали. Raises `NothingYet` before forming."""
    return held_by(history)


@asked
def extract(history: History[CertificateEvent], as_of: date) -> CertificateExtract:
    """Выписка: the certificate as it stood on the day `as_of`.

    Raises `NothingYet` where it was not formed by that day.
    """
    known = history.as_of(as_of)
    held, ended = held_by(known), known.state in ENDED
    return held.shown(as_of, known.the(AppliedFor).recipient, known.last_day if ended else None)
