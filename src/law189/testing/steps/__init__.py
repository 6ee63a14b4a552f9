"""Верные шаги (right steps), one file for each lifecycle; imported, they stand in `testing.cases.RIGHT`."""

from law189.testing.steps import agreement, certificate, contract, meeting, order, selection

__all__ = ["agreement", "certificate", "contract", "meeting", "order", "selection"]
