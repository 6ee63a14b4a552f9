"""Правила (rules): pure questions. Plain values and norms in, a verdict out."""

from law189.rules import (
    adoption,
    agenda,
    certificates,
    deadlines,
    eligibility,
    forms,
    funding,
    grounds,
    identifiers,
    minutes,
    orders,
    periods,
    publication,
    quorum,
    roles,
    services,
    sitting,
    standing,
    volumes,
    voting,
    ways,
)
from law189.verdict import Rule

__all__ = ["RULES"]

ASKED = (
    *(quorum, voting, agenda, minutes, sitting),
    *(deadlines, periods, identifiers, roles, forms, adoption, publication, grounds),
    *(ways, orders, volumes, eligibility, standing, funding, services, certificates),
)
RULES: tuple[Rule, ...] = tuple(
    dict.fromkeys(value for module in ASKED for value in vars(module).values() if isinstance(value, Rule))
)
"""Every rule, module by module."""
