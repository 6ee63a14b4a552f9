"""Правила (rules): pure questions. Plain values and norms in, a verdict out."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType, ModuleType

from law189.law import Text
from law189.verdict import Rule

__all__ = ["ASSUMED", "CURES", "RULES"]

ROOMS = (
    *("quorum", "ties", "voting", "group", "votes", "minutes"),
    *("acts", "deadlines", "step"),
    *("identifiers", "naming", "volumes", "extracts"),
    *("orders", "providers", "agreements", "certificates", "contracts"),
    *("indicators", "reconciliation"),
)
"""What has rules, in the order of the pages: files, and rooms with all that stands in them."""


def modules() -> Iterator[ModuleType]:
    """Every module that has rules."""
    for name in ROOMS:
        room = import_module(f"{__name__}.{name}")
        yield room
        for inner in iter_modules(getattr(room, "__path__", ())):
            yield import_module(f"{room.__name__}.{inner.name}")


RULES: tuple[Rule, ...] = tuple(
    dict.fromkeys(value for module in modules() for value in vars(module).values() if isinstance(value, Rule))
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
