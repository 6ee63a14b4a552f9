"""Процессы (workflows): one file or package, one lifecycle, top to bottom in the order of the law."""

from typing import Any

from law189.cases.lifecycle import Lifecycle
from law189.workflows import agreement, certificate, contract, meeting, order, selection

__all__ = ["LIFECYCLES"]

LIFECYCLES: tuple[Lifecycle[Any], ...] = (
    meeting.lifecycle,
    order.lifecycle,
    selection.lifecycle,
    agreement.lifecycle,
    certificate.lifecycle,
    contract.lifecycle,
)
"""Every lifecycle, in the order of the law."""
