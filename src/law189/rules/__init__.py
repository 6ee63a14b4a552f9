"""Правила (rules): pure questions. Plain values and norms in, a verdict out."""

from importlib import import_module

from law189.verdict import Rule

__all__ = ["RULES"]

ROOM = (
    *("quorum", "voting", "agenda", "minutes", "sitting", "steps", "force", "lapses"),
    *("deadlines", "periods", "identifiers", "roles", "forms", "adoption", "publication"),
    *("ways", "orders", "volumes", "eligibility", "extracts"),
    *("funding", "certificates", "holding", "contracts", "indicators"),
)
RULES: tuple[Rule, ...] = tuple(
    dict.fromkeys(
        value
        for name in ROOM
        for value in vars(import_module(f"{__name__}.{name}")).values()
        if isinstance(value, Rule)
    )
)
"""Every rule of the library, module by module."""
