"""Основание дела (grounds): what another case rests on, where that is in force no more, and since when.

>>> from law189.workflows import order
>>> gone(order.lifecycle.begin("1"))
False
"""

from collections.abc import Callable
from datetime import date
from itertools import takewhile
from typing import Any

from law189.casebook.cycles import CYCLES
from law189.casebook.states import GONE
from law189.cases.history import History
from law189.law import Text
from law189.rules import reconciliation
from law189.verdict import Verdict

__all__ = ["as_of", "gone", "rests_on"]


def as_of(case: History[Any], on: date) -> History[Any]:
    """The case as it stood at the end of the day."""
    return CYCLES[case.lifecycle].known_on(case, on)


def gone(ground: History[Any]) -> bool:
    """Whether nothing rests on the case any more."""
    return ground.state in GONE[ground.lifecycle]


def _lost(ground: History[Any]) -> bool:
    """Whether the case has not come to its end, but stands where it was before a record that was annulled."""
    return bool(ground.annulled) and not gone(ground)


def rests_on(
    case: History[Any],
    named: str,
    on: date,
    ground: History[Any],
    shown_as: str,
    state: Text | Callable[[History[Any]], Text | None] | None = None,
    since: date | None = None,
) -> tuple[History[Any], Verdict]:
    """That the case is in force, and the other is in that state: since the day, or the step that made it so."""
    own, other = CYCLES[case.lifecycle], CYCLES[ground.lifecycle]

    def said(ground: History[Any]) -> Text:
        words = state(ground) if callable(state) else state
        return words or (ANNULLED if _lost(ground) else other.words[ground.state])

    return ground, reconciliation.rests_on(
        own.title,
        named,
        on,
        ground=other.title,
        named=shown_as,
        state=said(ground),
        since=_since(ground, said) if since is None else since,
    )


def _since(ground: History[Any], said: Callable[[History[Any]], Text]) -> date:
    """The first day of those since which the same has been said of the case without a break."""
    days = sorted({record.event.on for record in ground.records}, reverse=True)
    same = takewhile(lambda day: said(as_of(ground, day)) == said(ground), days)
    return min(same, default=days[0])


ANNULLED = Text("запись, на которой стоит дело, аннулирована", "the record that it rests on is annulled")
