"""Социальный сертификат (social certificate), from the application to the end of its balance.

The law gives the electronic form priority and leaves the order of forming to the municipality (189-ФЗ, ст. 20,
ч. 1); both decrees make the application and the certificate electronic and form them in the Navigator. What a
contract did not use goes back to the certificate when the contract ends. The parts stand in the order of the law:
the application and the register, the forming, the live certificate, its end, what it shows.

>>> from datetime import date
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

from law189.workflows.certificate.application import (
    AppliedFor,
    RecipientRefused,
    RecipientRegistered,
    Withdrawn,
)
from law189.workflows.certificate.ending import Annulled, Expired
from law189.workflows.certificate.forming import Formed
from law189.workflows.certificate.live import (
    Amended,
    ContractChanged,
    Contracted,
    ContractEnded,
    Renewed,
    Resumed,
    Suspended,
    Used,
)
from law189.workflows.certificate.shown import balance, extract, holding_of
from law189.workflows.certificate.table import CertificateEvent, lifecycle
from law189.workflows.certificate.table import State as State

__all__ = [
    "Amended",
    "Annulled",
    "AppliedFor",
    "CertificateEvent",
    "ContractChanged",
    "ContractEnded",
    "Contracted",
    "Expired",
    "Formed",
    "RecipientRefused",
    "RecipientRegistered",
    "Renewed",
    "Resumed",
    "Suspended",
    "Used",
    "Withdrawn",
    "balance",
    "extract",
    "holding_of",
    "lifecycle",
]
