"""Основание дела (grounds): what another case rests on, where that is in force no more, and since when.

>>> from law189.workflows import order
>>> gone(order.lifecycle.begin("1"))
False
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date
from itertools import takewhile
from typing import Any

from law189.casebook.cycles import CYCLES
from law189.casebook.states import GONE, IN_FORCE
from law189.cases.history import History
from law189.law import Text
from law189.rules import reconciliation
from law189.verdict import Verdict
from law189.workflows import agreement, certificate, contract
from law189.workflows.agreement.case import terms

__all__ = ["as_of", "changing", "gone", "past", "rests_on", "state_of"]


def as_of(case: History[Any], on: date) -> History[Any]:
    """The case as it stood at the end of the day."""
    return CYCLES[case.lifecycle].known_on(case, on)


def gone(ground: History[Any]) -> bool:
    """Whether nothing rests on the case any more."""
    return ground.state in GONE[ground.lifecycle]


def _lost(ground: History[Any]) -> bool:
    """Whether the case has not come to its end, but stands where it was before a record that was annulled."""
    return bool(ground.annulled) and not gone(ground)


def state_of(ground: History[Any]) -> Text:
    """In words, the state of a case on which nothing rests any more, or that its record was annulled."""
    return ANNULLED if _lost(ground) else CYCLES[ground.lifecycle].words[ground.state]


def changing(cases: Iterable[History[Any]]) -> set[date]:
    """The days on which what the cases show may change."""
    return {record.event.on for case in cases for record in case.records}


def past(case: History[Any], on: date) -> date | None:
    """The last day of a case in force, where it is before the day; None where it runs, or has no last day."""
    if case.state not in IN_FORCE[case.lifecycle]:
        return None
    last: date
    match case.lifecycle:
        case contract.lifecycle.name:
            last = contract.terms_of(case).ends_on
        case agreement.lifecycle.name:
            last = terms(case).ends_on
        case certificate.lifecycle.name:
            last = certificate.holding_of(case).valid_until
        case _:
            return None
    return last if last < on else None


def rests_on(
    case: History[Any],
    named: str,
    on: date,
    ground: History[Any],
    shown_as: str,
    state: Callable[[date], Text | None],
    days: Callable[[], Collection[date]],
) -> Iterator[tuple[History[Any], Verdict]]:
    """That the case is in force on the day and does not have what it rests on, and since when; else nothing.

    `state` says of a day in what state the ground is then, None where the case may rest on it; `days` tells those
    on which that may change, where it is asked since when it is so.
    """
    told = state(on)
    if told is None:
        return
    own, other = CYCLES[case.lifecycle], CYCLES[ground.lifecycle]
    verdict = reconciliation.rests_on(
        own.title,
        named,
        on,
        ground=other.title,
        named=shown_as,
        state=told,
        since=_since(told, on, state, days()),
    )
    yield as_of(ground, on), verdict


def _since(told: Text, on: date, state: Callable[[date], Text | None], days: Collection[date]) -> date:
    """The first of the days since which the same has been so without a break."""
    latest = sorted((day for day in days if day <= on), reverse=True)
    return min(takewhile(lambda day: state(day) == told, latest), default=on)


ANNULLED = Text("запись, на которой стоит дело, аннулирована", "the record that it rests on is annulled")
