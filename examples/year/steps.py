"""Шаги года (steps): the lines of each case, and all cases together in the order of time.

A case is a generator of its own steps, so that a town of any size is never in memory as a whole.
"""

import heapq
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

__all__ = ["BODY", "ELECTRONIC", "HOURS", "ORDER", "Step", "hours", "in_time", "step"]

BODY = "education"
ELECTRONIC = {"form": "electronic", "system": "navigator"}
HOURS = "person-hours"
ORDER = "2024/1"
ORDER_OF_DAY = ("meeting", "selection", "order", "agreement", "certificate", "contract")
"""On one day what others rest on comes first."""


class Step(NamedTuple):
    """Шаг: its line as a file has it, and the rules that must tell of it: none where nothing was planted."""

    line: dict[str, Any]
    told: tuple[str, ...] = ()

    @property
    def place(self) -> tuple[str, int]:
        """The day, and what comes first on it."""
        return self.line["on"], ORDER_OF_DAY.index(self.line["lifecycle"])


def step(
    history: str,
    kind: str,
    on: str | date,
    by: str,
    told: tuple[str, ...] = (),
    lifecycle: str | None = None,
    **facts: Any,
) -> Step:
    """The step of a case; its lifecycle is the first word of its id where none is named."""
    named = history.partition("/")[0] if lifecycle is None else lifecycle
    return Step(
        {"history": history, "lifecycle": named, "kind": kind, "on": str(on), "by": by, **facts}, told
    )


def hours(amount: int) -> dict[str, Any]:
    """A volume in hours."""
    return {"amount": amount, "unit": HOURS}


def in_time(cases: Iterable[Iterator[Step]]) -> Iterator[Step]:
    """The steps of all cases in the order of their days; those of one case as they stand."""
    return heapq.merge(*cases, key=lambda one: one.place)
