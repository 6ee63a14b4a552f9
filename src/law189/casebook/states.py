"""Состояния дел (states): where a case of any lifecycle is in force, has ended, or came to nothing.

Each lifecycle says it of its own states; here they stand together for whoever looks at cases of several.

>>> "suspended" in IN_FORCE["certificate"], "used" in GONE["certificate"], "declined" in VOIDED
(True, False, True)
"""

from collections.abc import Mapping

from law189.law import Vocabulary
from law189.workflows import agreement, certificate, contract, order, selection
from law189.workflows.agreement import case as of_agreement
from law189.workflows.certificate import table as of_certificate
from law189.workflows.contract import table as of_contract
from law189.workflows.order import case as of_order
from law189.workflows.selection import case as of_selection

__all__ = ["GONE", "IN_FORCE", "VOIDED"]

IN_FORCE: Mapping[str, frozenset[Vocabulary]] = {
    contract.lifecycle.name: of_contract.IN_FORCE,
    agreement.lifecycle.name: of_agreement.IN_FORCE,
    certificate.lifecycle.name: of_certificate.STANDING,
    selection.lifecycle.name: of_selection.IN_FORCE,
}
"""The states in which a case is in force and rests on others."""
GONE: Mapping[str, frozenset[Vocabulary]] = {
    agreement.lifecycle.name: of_agreement.ENDED,
    certificate.lifecycle.name: of_certificate.ENDED - {certificate.State.USED},
    selection.lifecycle.name: of_selection.ENDED,
    order.lifecycle.name: of_order.VOIDED,
}
"""The states in which nothing rests on a case any more; a certificate is used up by what rests on it."""
VOIDED: frozenset[Vocabulary] = (
    of_order.VOIDED | of_selection.VOIDED | of_agreement.VOIDED | of_certificate.VOIDED | of_contract.VOIDED
)
"""The states of a case that came to nothing; its number is free again."""
