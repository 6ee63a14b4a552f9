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
    hint, said = _in_russian(name) or did_you_mean(name, CYCLES), word(name)
    return Text(f"жизненного цикла «{said}» нет; {hint.ru}", f"there is no lifecycle «{said}»; {hint.en}")
