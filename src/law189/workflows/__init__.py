"""Процессы (workflows): one file, one lifecycle, top to bottom in the order of the law."""

from law189.cases.lifecycle import Lifecycle
from law189.verdict import Rule
from law189.workflows.agreement import agreement as _agreement
from law189.workflows.certificate import certificate as _certificate
from law189.workflows.contract import contract as _contract
from law189.workflows.meeting import DAY as _DAY
from law189.workflows.meeting import NO_MEETING as _NO_MEETING
from law189.workflows.meeting import meeting as _meeting
from law189.workflows.order import order as _order
from law189.workflows.selection import selection as _selection

__all__ = ["LIFECYCLES", "RULES"]

LIFECYCLES: tuple[Lifecycle, ...] = (_meeting, _order, _selection, _agreement, _certificate, _contract)
"""Every lifecycle, in the order of the law."""
RULES: tuple[Rule, ...] = (_DAY, _NO_MEETING)
"""The rules that belong to one lifecycle only."""
