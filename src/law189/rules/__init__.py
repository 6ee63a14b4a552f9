"""Правила (rules): pure questions. Plain values and norms in, a verdict out."""

from law189.rules import agenda, deadlines, identifiers, minutes, quorum, sitting, voting
from law189.verdict import Rule

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = tuple(
    value
    for module in (quorum, voting, agenda, minutes, sitting, deadlines, identifiers)
    for value in vars(module).values()
    if isinstance(value, Rule)
)
"""Every rule, module by module."""
