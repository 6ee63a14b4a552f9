"""Договор исполнителя с получателем сертификата (contract), from the offer to the act or the termination.

A contract is judged on the certificate, the register entry and the agreement that are put before it as
extracts. Both decrees make it electronic and form it in the Navigator (Kemerovo: подп. 3 п. 3.1; the district:
подп. 7 п. 6.1). To change the provider is one termination and one new contract.

>>> from datetime import date
>>> from law189.profile.loader import load_profile
>>> kemerovo = load_profile("kemerovo")
>>> offered = Offered(on=date(2024, 2, 1), by="provider", number="5", provider="4205000009", ends_on="2024-05-31",
...                   service="804200О.99.0.ББ52АЖ48000", volume={"amount": 72, "unit": "person-hours"})
>>> history = lifecycle.advance(lifecycle.begin("5"), offered, kemerovo)
>>> accepted = Concluded(on=date(2024, 2, 2), by="representative")
>>> lifecycle.judge(history, accepted, kemerovo).outcome  # nothing is put before it
<Outcome.UNKNOWN: 'unknown'>
"""

from law189.workflows.contract.changing import Amended, Moved, Resumed, Suspended, terms_of
from law189.workflows.contract.complaints import Answered, Complained
from law189.workflows.contract.ending import Fulfilled, Terminated
from law189.workflows.contract.offer import Concluded, Declined, Offered
from law189.workflows.contract.shown import extract
from law189.workflows.contract.table import ContractEvent, lifecycle
from law189.workflows.contract.table import State as State

__all__ = [
    "Amended",
    "Answered",
    "Complained",
    "Concluded",
    "ContractEvent",
    "Declined",
    "Fulfilled",
    "Moved",
    "Offered",
    "Resumed",
    "Suspended",
    "Terminated",
    "extract",
    "lifecycle",
    "terms_of",
]
