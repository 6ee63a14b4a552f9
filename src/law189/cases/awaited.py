"""Ожидаемые дни событий (awaited): from which days acts count the terms of a step, as the step itself tells them.

>>> from datetime import date
>>> from law189.profile.loader import load_profile
>>> from law189.workflows.certificate import lifecycle
>>> moment = Moment(date(2024, 1, 9), lifecycle.begin("17"), load_profile("kemerovo"))
>>> awaited_needs(lifecycle.clause("applied_for"), moment)
()
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from law189.cases.clause import Clause
from law189.cases.fact import UNKNOWN, Described, Shape, facts_of
from law189.cases.given.events import NO_DAYS
from law189.cases.moment import Moment
from law189.cases.occasions import named
from law189.cases.planned import Planned
from law189.cases.within import RunningTerm
from law189.profile.terms import Term
from law189.readings import D6
from law189.rules.deadlines import events_told
from law189.rules.deadlines.plan_terms import PLAN_TERM
from law189.verdict import Ask, Verdict

__all__ = ["awaited_needs", "on_events"]


def on_events(clause: Clause, moment: Moment[Any]) -> Iterator[Verdict]:
    """Whether each day of an event that the step tells is one that a term of it needs, and has come."""
    if days := vars(moment.event).get("event_on", NO_DAYS):
        terms: dict[str, Term] = {name: one.term for name, one in _terms(clause, moment) if one.told}
        terms |= ((PLAN_TERM, term) for term, _ in _planned(clause, moment))
        yield from events_told.told(days, terms, moment.on)


def awaited_needs(clause: Clause, moment: Moment[Any]) -> tuple[Described, ...]:
    """What the step needs for its terms that are counted from events: days to tell, and extracts to show."""
    asked: dict[str, Ask] = {ask.path: ask for _, one in _terms(clause, moment) for ask in one.asks}
    asked |= {ask.path: ask for _, asks in _planned(clause, moment) for ask in asks}
    facts = {fact.name: fact for fact in facts_of(clause.event, moment)}
    days = tuple(
        Described(path.partition("[")[2].rstrip("]"), ask.title, ask.title, Shape.DAY, UNKNOWN)
        for path, ask in asked.items()
        if path.startswith("event.event_on[")
    )
    shown = tuple(replace(fact, why=UNKNOWN) for name, fact in facts.items() if f"event.{name}" in asked)
    return (
        *shown,
        *((replace(facts["event_on"], shape=Shape.GROUP, why=UNKNOWN, fields=days),) if days else ()),
    )


def _planned(clause: Clause, moment: Moment[Any]) -> Iterator[tuple[Term, tuple[Ask, ...]]]:
    """The terms of the plan for the step whose day the step tells itself, with what is asked."""
    for one in clause.given:
        if isinstance(one, Planned) and (told := one.told(moment)) is not None:
            yield told


def _terms(clause: Clause, moment: Moment[Any]) -> Iterator[tuple[str, RunningTerm]]:
    """The terms of the step that acts set, by their names; where an act has changed one, as each reading has it."""
    within, edition = clause.within, moment.edition
    begun = None if within is None else within.begun(moment)
    since = moment.on if clause.values_since is None else clause.values_since(moment.history)
    own = () if within is None else ((within.slot, begun),)
    for slot, first in (*own, *((slot, since) for slot in clause.values)):
        if first is None:
            continue
        for choice in D6.choices:
            choices = {**edition.readings, D6.code: choice}
            if (found := clause.running(slot, moment, first, choices)) is not None:
                yield named(slot), found
