"""Что показывает стол (told): cases, steps and reports in words, as the pages need them."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from typing import Any, NamedTuple

from law189 import History, Verdict
from law189.casebook.cycles import CYCLES
from law189.casebook.keys import By, number
from law189.casebook.stores.sql import SqlStore
from law189.cases.lifecycle import Option
from law189.profile.edition import Edition
from law189.report.reasons import html_reasons
from law189.report.tables import told_by
from law189.telling import joined, shown
from law189.verdict import Outcome
from law189.workflows import meeting

__all__ = [
    "AT_ONCE",
    "CaseRow",
    "StepRow",
    "case_row",
    "cases_on_page",
    "has_minutes",
    "owed",
    "reasons_of",
    "step_row",
    "steps_of",
]

AT_ONCE = 50
"""How many cases a page of the list has."""
NOT_HOLDS = (Outcome.VOID, Outcome.UNKNOWN, Outcome.BREACH)


class CaseRow(NamedTuple):
    """Строка списка дел."""

    id: str
    title: str
    state: str
    steps: int
    last_day: str


def case_row(case: History[Any]) -> CaseRow:
    """The case as a row of the list."""
    cycle = CYCLES[case.lifecycle]
    last = "" if case.last_day is None else shown(case.last_day, "ru")
    return CaseRow(case.id, cycle.title.ru, cycle.words[case.state].ru, case.version, last)


def cases_on_page(store: SqlStore, asked: str, cycle: str, page: int) -> tuple[list[CaseRow], bool]:
    """The cases of a page of the list, and whether there are more.

    `asked` is a number of any kind (of an order, a certificate, a contract, an INN) or a part of the id of a case.
    """
    with store.moment() as shelf:
        by_number = {one for by in By for one in shelf.found(number(by, asked))} if asked else set()
        found = (
            case
            for case in shelf.cases()
            if cycle in ("", case.lifecycle)
            and (not asked or case.id in by_number or asked.casefold() in case.id.casefold())
        )
        told = [case_row(case) for case in islice(found, page * AT_ONCE, (page + 1) * AT_ONCE + 1)]
    return told[:AT_ONCE], len(told) > AT_ONCE


class StepRow(NamedTuple):
    """Шаг, о котором спрашивают: what it is called, who may take it, and what is against it."""

    kind: str
    title: str
    who: str
    outcome: Outcome
    stops: bool
    reasons: str


def steps_of(
    options: Iterable[Option], edition: Edition
) -> tuple[list[StepRow], list[StepRow], list[StepRow]]:
    """The steps that may be taken, those that an office would have to decide, and those that may not."""
    rows = [step_row(one, edition) for one in options]
    return (
        [row for row in rows if not row.stops],
        [row for row in rows if row.outcome is Outcome.UNKNOWN],
        [row for row in rows if row.outcome is Outcome.VOID],
    )


def step_row(option: Option, edition: Edition) -> StepRow:
    """A step as the page of a case tells it."""
    by = [told_by(one, "ru", edition) for one in option.by or ()]
    who = "любое лицо" if option.by is None else joined(by, "ru", "или") if by else "никто не назван"
    verdict = option.verdict
    return StepRow(option.kind, option.title.ru, who, verdict.outcome, verdict.stops, reasons_of(verdict))


def reasons_of(verdict: Verdict) -> str:
    """Every reason against a step, with its addresses, as HTML."""
    return "\n".join(html_reasons(verdict.reasons(*NOT_HOLDS), "ru"))


def has_minutes(case: History[Any]) -> bool:
    """Whether draft minutes can be made of the case."""
    if case.lifecycle != meeting.lifecycle.name:
        return False
    kinds = {record.kind for record in case.standing}
    return bool(kinds & {"convened", "poll_opened"})


def owed(store: SqlStore, on: date) -> Iterator[tuple[str, Any]]:
    """The open duties of every case, the overdue and the nearest first."""
    yield from sorted(store.due(on), key=lambda one: (not one[1].overdue, one[1].last_day or date.max))
