"""Таблица договора (table): where a contract may stand, who its sides are, and how old who acts must be.

>>> lifecycle.name, lifecycle.initial.text.en
('contract', 'no offer yet')
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from law189.cases.history import Event
from law189.cases.lifecycle import Assumed, Lifecycle, Moment
from law189.extracts import CertificateExtract
from law189.law import Text, Vocabulary
from law189.profile.parties import Party
from law189.rules import asking, roles
from law189.verdict import Ask, Verdict

__all__ = [
    "CONSUMERS",
    "SIDES",
    "UNREAD",
    "ContractEvent",
    "State",
    "lifecycle",
    "of_age",
    "of_age_recorded",
]


class State(Vocabulary):
    """Состояние договора."""

    EXPECTED = "expected", "предложения ещё нет", "no offer yet"
    OFFERED = "offered", "договор предложен", "contract offered"
    DECLINED = "declined", "предложение отклонено", "offer declined"
    CONCLUDED = "concluded", "договор действует", "contract in force"
    SUSPENDED = "suspended", "договор приостановлен", "contract suspended"
    FULFILLED = "fulfilled", "договор исполнен", "contract fulfilled"
    TERMINATED = "terminated", "договор расторгнут", "contract terminated"


class ContractEvent(Event):
    """Событие договора с получателем сертификата: what every step of a contract is."""


lifecycle: Lifecycle[ContractEvent] = Lifecycle(
    "contract",
    Text("договор с получателем сертификата", "contract with a certificate holder"),
    State,
    State.EXPECTED,
)
CONSUMERS = (Party.CONSUMER, Party.REPRESENTATIVE)
SIDES = (*CONSUMERS, Party.PROVIDER)
UNREAD = Assumed(
    Text(
        "Статья закона о договоре здесь не прочитана; порядок шагов взят из практики оферт.",
        "The law's article on the contract was not read for this library; the order of steps follows the "
        "practice of offers.",
    )
)


def of_age(m: Moment[Any], certificate: CertificateExtract | None) -> Iterator[Verdict]:
    """Whether a consumer who acts alone is old enough, by the certificate that the step is given."""
    if m.event.by == Party.CONSUMER or (m.event.by in CONSUMERS and certificate is not None):
        yield _old_enough(m, m.event.by, certificate)


def of_age_recorded(m: Moment[Any], who: str, certificate: CertificateExtract | None) -> Iterator[Verdict]:
    """The same of `who`, by the certificate on which the contract was concluded."""
    if who == Party.CONSUMER or (who in CONSUMERS and certificate is not None):
        yield _old_enough(m, who, certificate, replace(asking.CERTIFICATE, path="case.certificate"))


def _old_enough(m: Moment[Any], who: str, certificate: CertificateExtract | None, *asks: Ask) -> Verdict:
    born = None if certificate is None else certificate.recipient.born
    own_age = m.edition.federal.value("consumer.own_age").value
    return roles.of_age(who, born, m.on, own_age, asks=asks)
