"""Жизненные циклы по именам (cycles): the lifecycle that a line, a case or a command names.

>>> CYCLES["order"].title.en, no_lifecycle("ordre").en
('social order', 'there is no lifecycle «ordre»; did you mean «order»?')
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from law189.cases.lifecycle import Lifecycle
from law189.files.offered import in_words, step_of
from law189.files.wording import word
from law189.law import Text
from law189.workflows import LIFECYCLES

__all__ = ["ANNULMENTS", "CYCLES", "STEPS", "STEP_CODES", "no_lifecycle", "no_step"]

CYCLES: Mapping[str, Lifecycle[Any]] = MappingProxyType({cycle.name: cycle for cycle in LIFECYCLES})
"""Every lifecycle by its name."""


STEPS: Mapping[str, tuple[Text, Mapping[str, Text]]] = {
    cycle.name: (cycle.title, {clause.kind: clause.title for clause in cycle.clauses}) for cycle in LIFECYCLES
}
"""The title of every lifecycle and its steps in words, by their names; an annulment is no step of its own."""
STEP_CODES = frozenset(f"{name}.{kind}" for name, (_, kinds) in STEPS.items() for kind in kinds)
"""Every step as a profile names it: `certificate.formed`."""
ANNULMENTS = frozenset(cycle.annulment.kind for cycle in LIFECYCLES)
"""The kinds of the steps by which records are called errors."""


def no_step(lifecycle: str, kind: str) -> Text:
    """That the lifecycle has no step of that kind, and which was meant.

    >>> no_step("certificate", "fromed").ru
    'нет такого значения: «fromed»; возможно, вы имели в виду «formed» (сертификат сформирован)'
    """
    annulment = CYCLES[lifecycle].annulment
    hint, said = step_of(kind, {**STEPS[lifecycle][1], annulment.kind: annulment.title}), word(kind)
    return Text(f"нет такого значения: «{said}»; {hint.ru}", f"there is no such value: «{said}»; {hint.en}")


def _in_russian(name: str) -> Text | None:
    """The lifecycle that has the word in its Russian title; None where none has it, or several."""
    stem = name.strip().casefold()[:6]
    titles = {one.name: one.title.ru.casefold() for one in LIFECYCLES}
    found = [code for code, title in titles.items() if name.strip().casefold() in title.split()]
    found = found or [code for code, title in titles.items() if len(stem) > 3 and stem in title]
    return (
        Text(f"здесь это пишут «{found[0]}»", f"here it is written «{found[0]}»") if len(found) == 1 else None
    )


def no_lifecycle(name: str) -> Text:
    """That there is no lifecycle of that name, and which was meant."""
    hint, said = _in_russian(name) or in_words(name, {one.name: one.title for one in LIFECYCLES}), word(name)
    return Text(f"жизненного цикла «{said}» нет; {hint.ru}", f"there is no lifecycle «{said}»; {hint.en}")
