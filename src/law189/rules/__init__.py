"""Правила (rules): pure questions. Plain values and norms in, a verdict out."""

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType

from law189.law import Text
from law189.verdict import Rule

__all__ = ["ASSUMED", "CURES", "RULES"]

ROOM = (
    *(
        "group.attendance",
        "group.chairing",
        "group.presiding",
        "group.led",
        "quorum",
        "voting",
        "ties",
        "votes.casting",
        "group.competence",
        "group.agenda",
        "group.approving",
        "minutes",
        "minutes.minutes_order",
        "minutes.lasting",
        "minutes.regulated",
        "minutes.minutes_terms",
        "minutes.copies",
        "group.of_profile",
        "group.sitting",
        "group.met",
    ),
    *(
        "group.proxies",
        "group.subgroups",
        "group.conflicts",
        "group.elected",
        "votes.items",
        "votes.decided",
        "votes.supposed",
        "votes.polls",
        "votes.poll_items",
        "votes.poll_steps",
        "minutes.approvals",
        "group.dispatch",
        "group.frequency",
        "step.steps",
        "acts.force",
        "acts.beginnings",
        "deadlines.lapses",
    ),
    *("step.conditions", "certificates.consumers"),
    *(
        "deadlines",
        "deadlines.endless",
        "deadlines.events_told",
        "deadlines.kept",
        "deadlines.bound",
        "deadlines.periods",
        "identifiers",
        "naming",
        "step.roles",
        "step.forms",
        "acts.adoption",
        "acts.publication",
    ),
    *(
        "orders.ways",
        "orders",
        "deadlines.plan_terms",
        "orders.order_lines",
        "volumes",
        "agreements.weekly",
        "orders.reported_parts",
        "orders.execution",
        "orders.reported_periods",
        "orders.reported_amended",
        "providers",
        "providers.eligibility",
        "step.handed",
        "extracts",
    ),
    *(
        "agreements.funding",
        "agreements",
        "agreements.rendering",
        "providers.serving",
        "agreements.payments",
        "agreements.debts",
        "agreements.remainders",
    ),
    *(
        "certificates",
        "certificates.leaving",
        "certificates.holding",
        "certificates.balances",
        "certificates.changes",
        "contracts",
        "contracts.contract_changes",
        "contracts.complaints",
    ),
    *(
        "indicators",
        "indicators.undetermined",
        "indicators.indicator_units",
        "indicators.targets",
        "indicators.tallies",
    ),
    *(
        "reconciliation.once",
        "reconciliation.sufficiency",
        "agreements.claimed",
        "reconciliation.contracts_held",
        "orders.exhausted",
        "providers.successors",
        "reconciliation.same_number",
        "reconciliation.one_step",
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
