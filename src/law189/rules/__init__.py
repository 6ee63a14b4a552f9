"""Правила (rules): pure questions. Plain values and norms in, a verdict out."""

from importlib import import_module

from law189.verdict import Rule

__all__ = ["RULES"]

ROOM = (
    *("attendance", "presiding", "quorum", "voting", "competence", "agenda", "minutes", "sitting"),
    *(
        "proxies",
        "subgroups",
        "items",
        "polls",
        "poll_items",
        "poll_steps",
        "approvals",
        "dispatch",
        "frequency",
        "steps",
        "force",
        "lapses",
    ),
    *("conditions", "consumers"),
    *("deadlines", "periods", "identifiers", "naming", "roles", "forms", "adoption", "publication"),
    *(
        "ways",
        "orders",
        "order_lines",
        "volumes",
        "reported_parts",
        "execution",
        "providers",
        "eligibility",
        "extracts",
    ),
    *("funding", "agreements", "rendering", "payments", "debts", "remainders"),
    *("certificates", "holding", "balances", "changes", "contracts", "contract_changes", "complaints"),
    *("indicators", "tallies"),
    *("once", "sufficiency", "reconciliation"),
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
