"""Опрос о плане и показателях (the questions about the plan and the indicators): stages, items, goals, values.

>>> [one.key for one in PLAN.parts][:3]
['title', 'stage', 'term']
"""

from collections.abc import Mapping
from typing import Any

from law189.files.nodes import Loc
from law189.law import Entry
from law189.law.words import CITE
from law189.office.interview.questions import AT, Ask, Block, Mode, Several, said_of
from law189.office.interview.spoken import (
    Address,
    Choice,
    Choices,
    Words,
    of_entries,
    of_vocabulary,
)
from law189.office.interview.spoken_measures import Number, Quantity
from law189.office.interview.spoken_terms import Term
from law189.profile.documents import LocalAct
from law189.profile.edition import Edition
from law189.profile.indicators import Goal, Indicator, IndicatorType, IndicatorUnit, IndicatorValue
from law189.profile.plan import Milestone, PlanItem, Stage

__all__ = ["GOALS", "INDICATORS", "PLAN", "STAGES"]

_TITLE = {"ru": "?"}


def _own_address(_values: Any, path: Loc) -> str:
    """An address that no other entry has: an item and an indicator are known by theirs."""
    return f"p{9000 + int(path[1])}"


_OWN_CITE = Ask("cite", CITE, Address(), stand=_own_address)


def _words(entry: type[Entry], key: str, *, needed: bool = False) -> Ask:
    return Ask(key, said_of(entry, key), Words(), stand=_TITLE if needed else None)


def _numbered(entry: type[Entry], key: str = "title") -> Ask:
    """The title of an entry whose id is the next number."""

    def also(value: Any, entries: list[Any]) -> Mapping[str, Any]:
        taken = [one.get("id") for one in entries if isinstance(one, dict)]
        return {"id": max((one for one in taken if isinstance(one, int)), default=0) + 1, key: value}

    return Ask(key, said_of(entry, key), Words(), also=also)


def _bodies(entry: type[Entry], *, several: bool = False) -> Ask:
    of = of_entries("bodies")
    return Ask(
        "responsible", said_of(entry, "responsible"), Choices(of=of, alone=True) if several else Choice(of=of)
    )


def _is_of_agreements(item: Mapping[str, Any]) -> bool:
    return item.get("milestone") == Milestone.AGREEMENTS


STAGES = Several("stages", said_of(Edition, "stages"), (_numbered(Stage), AT))
PLAN = Several(
    "plan",
    said_of(Edition, "plan"),
    (
        _words(PlanItem, "title"),
        Ask("stage", said_of(PlanItem, "stage"), Choice(of=of_entries("stages"))),
        Ask("term", said_of(PlanItem, "term"), Term(), stand={"kind": "as_needed"}),
        _words(PlanItem, "result"),
        _bodies(PlanItem, several=True),
        Ask("adopts", said_of(PlanItem, "adopts"), Choices(of=of_vocabulary(LocalAct))),
        Ask("milestone", said_of(PlanItem, "milestone"), Choice(of=of_vocabulary(Milestone))),
        Ask("order_year", said_of(PlanItem, "order_year"), Number(), when=_is_of_agreements),
        _OWN_CITE,
    ),
)
GOALS = Several("goals", said_of(Edition, "goals"), (_numbered(Goal), AT))


def _value(key: str, *, needed: bool = False, rival: str | None = None) -> Block:
    """The base or the target of an indicator; a year that the table leaves blank is written as null."""
    parts = (
        Ask("value", said_of(IndicatorValue, "value"), Quantity()),
        Ask("year", said_of(IndicatorValue, "year"), Number(), stand=2100, blank=True),
        Ask("month", said_of(IndicatorValue, "month"), Number()),
    )
    stand = {"value": "tbd", "year": None} if needed else None
    return Block(key, said_of(Indicator, key), parts, Mode.AT_ONCE, stand, rival=rival)


def _own_year(_values: Any, path: Loc) -> int:
    """A year that no target has that is told."""
    return 2100 - int(path[-2])


_TARGETS = Several(
    "targets",
    said_of(Indicator, "targets"),
    (
        Ask("value", said_of(IndicatorValue, "value"), Quantity()),
        Ask("year", said_of(IndicatorValue, "year"), Number(), stand=_own_year),
        Ask("month", said_of(IndicatorValue, "month"), Number()),
    ),
    rival="target",
)
"""A target for each year; where there is none, one target is asked for."""


INDICATORS = Several(
    "indicators",
    said_of(Edition, "indicators"),
    (
        Ask("goal", said_of(Indicator, "goal"), Choice(of=of_entries("goals"))),
        Ask("type", said_of(Indicator, "type"), Choice(of=of_vocabulary(IndicatorType)), stand="final"),
        _words(Indicator, "title", needed=True),
        Ask("unit", said_of(Indicator, "unit"), Choice(of=of_vocabulary(IndicatorUnit))),
        _value("base"),
        _TARGETS,
        _value("target", needed=True, rival="targets"),
        _bodies(Indicator),
        _OWN_CITE,
    ),
)
