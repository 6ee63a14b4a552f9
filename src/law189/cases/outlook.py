"""Взгляд вперёд (outlook): which steps are possible on a day, and which duties are open.

It is told before the facts of a step are known: by the state, the day, the acts, the values and the terms.

>>> from law189.profile.loader import load_profile
>>> from law189.workflows.order import lifecycle as order
>>> drafted = options(order, order.begin("1"), load_profile("kemerovo"), date(2023, 10, 2))[0]
>>> drafted.kind, drafted.by, drafted.verdict.outcome  # the act on forming orders is not adopted
('drafted', ('education',), <Outcome.UNKNOWN: 'unknown'>)
"""

from dataclasses import dataclass
from datetime import date

from law189.cases.clause import Case, Clause
from law189.cases.history import Event, History
from law189.cases.table import Table
from law189.law import Citation, Text
from law189.profile.documents import DocumentKind
from law189.profile.profile import Profile
from law189.rules import roles, steps
from law189.verdict import Verdict, worst

__all__ = ["Duty", "Option", "due", "options", "out_of_state"]


@dataclass(frozen=True, slots=True)
class Option:
    """Возможный шаг: its kind and title, where it leads, who may take it, its document, the facts it needs.

    The verdict is on what is known before the facts: the state, the day, the acts, the term. `by` is None
    where anybody may act.
    """

    kind: str
    title: Text
    target: str
    by: tuple[str, ...] | None
    document: DocumentKind | None
    needs: tuple[str, ...]
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Duty:
    """Открытая обязанность: what is owed, by which step, until which day (None where no term is set)."""

    kind: str
    title: Text
    last_day: date | None
    overdue: bool
    cites: tuple[Citation, ...]


def options(table: Table, history: History, profile: Profile, on: date) -> tuple[Option, ...]:
    """Every step of the lifecycle, permitted on the day or with all that is against it."""
    edition = profile.on(on)
    found = []
    for kind in table.kinds:
        here = (one for one in table.clauses if one.kind == kind and history.state in one.source)
        clause = next(here, table.clause(kind))
        parts = _against(table, clause, Case(on, edition, history, profile))
        outcome, cites = worst([part.outcome for part in parts]), clause.cites(edition)
        verdict = Verdict(clause.code, outcome, clause.title, {}, cites, None, tuple(parts))
        who = clause.who(edition)
        found.append(Option(kind, clause.title, clause.target, who, clause.document, _needs(clause), verdict))
    return tuple(found)


def _against(table: Table, clause: Clause, case: Case) -> list[Verdict]:
    """What can be said of the step before its facts."""
    parts: list[Verdict] = []
    last_day, state = case.history.last_day, case.history.state
    if last_day is not None and case.on < last_day:
        parts.append(steps.forward(case.on, last_day))
    if clause.who(case.profile) == ():
        parts.append(roles.acting("—", (), *clause.cites(case.profile)))
    if state in clause.source:
        clause.known(parts, case)
    else:
        parts.append(out_of_state(table, state, clause.event))
    return parts


def _needs(clause: Clause) -> tuple[str, ...]:
    """The facts that the event needs: those without a default, and the document of the heading."""
    facts = clause.event.model_fields.items()
    handed = clause.document is not None
    return tuple(name for name, field in facts if field.is_required() or (name == "document" and handed))


def due(table: Table, history: History, profile: Profile, on: date) -> tuple[Duty, ...]:
    """The open duties of the state, each with its last day and whether `on` is past it."""
    duties, edition = [], profile.on(on)
    for clause in table.clauses:
        if clause.duty is not None and history.state in clause.source:
            last_day = clause.last_day(history, edition, on)
            overdue = last_day is not None and on > last_day
            duties.append(Duty(clause.kind, clause.duty, last_day, overdue, clause.cites(edition)))
    return tuple(duties)


def out_of_state(table: Table, state: str, event: type[Event]) -> Verdict:
    """The refusal of a step that does not lead from the state."""
    found = [clause for clause in table.clauses if clause.event is event]
    sources = [source for clause in found for source in clause.source]
    kind, step = (found[0].kind, found[0].title) if found else (event.__name__, None)
    return steps.out_of_state(state, kind, sources, step=step, words=table.words)
