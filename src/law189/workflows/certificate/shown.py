"""Что верно на каждом шаге и что показывает сертификат (shown): standing conditions, the balance, the extract.

>>> balance(lifecycle.begin("17"))
Traceback (most recent call last):
    ...
law189.errors.NothingYet: nothing of kind Formed has happened in certificate 17
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from law189.cases.history import History
from law189.cases.lifecycle import Moment
from law189.extracts import CertificateExtract, Way
from law189.kinds import must_be
from law189.measures import Volume
from law189.rules import ways
from law189.verdict import Verdict
from law189.workflows.certificate.application import AppliedFor, RecipientRegistered, of_recipient
from law189.workflows.certificate.forming import Formed
from law189.workflows.certificate.live import Amended, Renewed, holding_of
from law189.workflows.certificate.table import ENDED, CertificateEvent, lifecycle

__all__ = ["balance", "extract", "services_and_way"]


# ─── Что верно на каждом шаге ────────────────────────────────────────────────────────────────────────────


@lifecycle.throughout(AppliedFor, RecipientRegistered, Formed, Amended, Renewed)
def services_and_way(m: Moment[Any]) -> Iterator[Verdict]:
    """Способ выбран, услуги стоят в перечне и для этого потребителя; для двух и более есть акт.

    All of it is asked at the application and at every step that gives the certificate: the list, the way and the
    age may have changed since. Whom the services are for is not asked where the certificate is made less.
    """
    yield ways.way_chosen(Way.CERTIFICATE, m.on, m.edition.selection, m.services)
    asked = m.event if isinstance(m.event, AppliedFor) else next(m.history.events(AppliedFor), None)
    if asked is not None:
        yield from of_recipient(asked.recipient, asked.services, m.edition, m.on, gives=_gives(m))


def _gives(m: Moment[Any]) -> bool:
    """Даёт ли шаг что-нибудь: an amendment to less, for no longer, gives nothing."""
    event = m.event
    if not isinstance(event, Amended) or next(m.history.events(Formed), None) is None:
        return True
    before = holding_of(m.history)
    less = event.nominal.unit is before.nominal.unit and event.nominal.amount <= before.nominal.amount
    return not less or event.valid_until > before.valid_until


# ─── Что показывает сертификат ───────────────────────────────────────────────────────────────────────────


def balance(history: History[CertificateEvent]) -> Volume:
    """Остаток: the nominal less what was rendered and what a running contract holds; never negative.

    Nothing returns from a contract let end without knowing what was rendered. Raises `NothingYet` before forming.
    """
    return holding_of(history).balance


def extract(history: History[CertificateEvent], as_of: date) -> CertificateExtract:
    """Выписка: the certificate as it stood on the day `as_of`.

    Raises `NothingYet` where it was not formed by that day.
    """
    known = must_be(history, History).as_of(as_of)
    holding, ended = holding_of(known), known.state in ENDED
    return holding.shown(as_of, known.the(AppliedFor).recipient, known.last_day if ended else None)
