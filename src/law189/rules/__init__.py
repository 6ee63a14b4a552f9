"""Правила (rules): pure questions. Plain values and norms in, a verdict out."""

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType

from law189.law import Text
from law189.verdict import Rule

__all__ = ["ASSUMED", "CURES", "RULES"]

ROOM = (
    *(
        "attendance",
        "chairing",
        "presiding",
        "led",
        "quorum",
        "voting",
        "ties",
        "casting",
        "competence",
        "agenda",
        "approving",
        "minutes",
        "minutes_order",
        "lasting",
        "regulated",
        "minutes_terms",
        "copies",
        "of_profile",
        "sitting",
        "met",
    ),
    *(
        "proxies",
        "subgroups",
        "conflicts",
        "elected",
        "items",
        "decided",
        "supposed",
        "polls",
        "poll_items",
        "poll_steps",
        "approvals",
        "dispatch",
        "frequency",
        "steps",
        "force",
        "beginnings",
        "lapses",
    ),
    *("conditions", "consumers"),
    *(
        "deadlines",
        "endless",
        "events_told",
        "kept",
        "bound",
        "periods",
        "identifiers",
        "naming",
        "roles",
        "forms",
        "adoption",
        "publication",
    ),
    *(
        "ways",
        "orders",
        "plan_terms",
        "order_lines",
        "volumes",
        "weekly",
        "reported_parts",
        "execution",
        "reported_periods",
        "reported_amended",
        "providers",
        "eligibility",
        "handed",
        "extracts",
    ),
    *("funding", "agreements", "rendering", "serving", "payments", "debts", "remainders"),
    *(
        "certificates",
        "leaving",
        "holding",
        "balances",
        "changes",
        "contracts",
        "contract_changes",
        "complaints",
    ),
    *("indicators", "undetermined", "indicator_units", "targets", "tallies"),
    *(
        "once",
        "sufficiency",
        "claimed",
        "contracts_held",
        "exhausted",
        "successors",
        "same_number",
        "one_step",
        "reconciliation",
    ),
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
CURES: Mapping[str, Text] = MappingProxyType(
    {rule.code: rule.cure for rule in RULES if rule.cure is not None}
)
"""What a person can do where a rule is missed, by its code."""
ASSUMED: Mapping[str, Text] = MappingProxyType(
    {rule.code: rule.assumed for rule in RULES if rule.assumed is not None}
)
"""Why a rule says what no provision does, by its code."""
