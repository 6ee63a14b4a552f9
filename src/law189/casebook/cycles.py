"""Жизненные циклы по именам (cycles): the lifecycle that a line, a case or a command names.

>>> CYCLES["order"].title.en, no_lifecycle("ordre").en
('social order', 'there is no lifecycle «ordre»; did you mean «order»?')
"""

from typing import Any

from law189.cases.lifecycle import Lifecycle
from law189.files.wording import did_you_mean, word
from law189.law import Text
from law189.workflows import LIFECYCLES

__all__ = ["CYCLES", "no_lifecycle"]

CYCLES: dict[str, Lifecycle[Any]] = {cycle.name: cycle for cycle in LIFECYCLES}
"""Every lifecycle by its name."""


def no_lifecycle(name: str) -> Text:
    """That there is no lifecycle of that name, and which was meant."""
    hint, said = did_you_mean(name, CYCLES), word(name)
    return Text(f"жизненного цикла «{said}» нет; {hint.ru}", f"there is no lifecycle «{said}»; {hint.en}")
