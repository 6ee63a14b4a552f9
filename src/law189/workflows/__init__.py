"""Процессы (workflows): one file, one lifecycle, top to bottom in the order of the law."""

from law189.lifecycle import Lifecycle
from law189.workflows.meeting import meeting as _meeting

__all__ = ["LIFECYCLES"]

LIFECYCLES: tuple[Lifecycle, ...] = (_meeting,)
"""Every lifecycle."""
