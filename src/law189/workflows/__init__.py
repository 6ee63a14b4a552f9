"""Процессы (workflows): one file, one lifecycle, top to bottom in the order of the law."""

from law189.lifecycle import Lifecycle
from law189.verdict import Rule
from law189.workflows.meeting import DAY as _DAY
from law189.workflows.meeting import NO_MEETING as _NO_MEETING
from law189.workflows.meeting import meeting as _meeting

__all__ = ["LIFECYCLES", "RULES"]

LIFECYCLES: tuple[Lifecycle, ...] = (_meeting,)
"""Every lifecycle."""
RULES: tuple[Rule, ...] = (_DAY, _NO_MEETING)
"""The rules that belong to one lifecycle only."""
