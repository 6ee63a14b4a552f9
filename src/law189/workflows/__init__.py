"""Процессы (workflows): one file, one lifecycle, top to bottom in the order of the law."""

from law189.cases.lifecycle import Lifecycle
from law189.verdict import Rule
from law189.workflows import agreement, certificate, contract, meeting, order, selection
from law189.workflows.meeting import DAY as _DAY
from law189.workflows.meeting import NO_MEETING as _NO_MEETING

__all__ = ["LIFECYCLES", "RULES"]

LIFECYCLES: tuple[Lifecycle, ...] = (
    meeting.lifecycle,
    order.lifecycle,
    selection.lifecycle,
    agreement.lifecycle,
    certificate.lifecycle,
    contract.lifecycle,
)
"""Every lifecycle, in the order of the law."""
RULES: tuple[Rule, ...] = (_DAY, _NO_MEETING)
"""The rules that belong to one lifecycle only."""
