"""Что показывает стол (told): cases, steps and reports in words, as the pages need them."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from law189 import History, Verdict
from law189.casebook.cycles import CYCLES
from law189.casebook.listed import CaseList, ListedCase
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
    "Listed",
    "Search",
    "StepRow",
    "case_row",
    "cases_on_page",
    "has_minutes",
    "may_be_in_error",
    "page_of",
    "reasons_of",
    "step_row",
    "steps_of",
]

AT_ONCE = 50
"""How many cases a page of the list has."""
FURTHEST = 10_000_000
"""No page of a list has a greater number."""
NOT_HOLDS = (Outcome.VOID, Outcome.UNKNOWN, Outcome.BREACH)


class Search(NamedTuple):
    """Что ищут: words of a number, a lifecycle, a state as `lifecycle:state`, and which page of what is found."""

    q: str = ""
    cycle: str = ""
    state: str = ""
    page: int = 0

    @property
    def state_code(self) -> str | None:
        """The state that is asked for; None where there is none, or it is one of another lifecycle than chosen."""
        cycle, _, code = self.state.partition(":")
        known = cycle in CYCLES and code in CYCLES[cycle].words and self.cycle in ("", cycle)
        return code if known else None

    @property
    def lifecycle(self) -> str | None:
        """The lifecycle that is asked for, by itself or by its state."""
        if self.state_code is not None:
            return self.state.partition(":")[0]
        return self.cycle if self.cycle in CYCLES else None

    @property
    def asked(self) -> dict[str, str]:
        """What the address of another page of the same list has."""
        said = {"q": self.q, "cycle": self.cycle, "state": self.state if self.state_code else ""}
        return {name: words for name, words in said.items() if words}


class Listed(NamedTuple):
    """Страница списка: what stands on it, which page it is, of how many, and how many cases there are in all."""

    rows: list[Any]
    page: int
    pages: int
    whole: int
    first: int
    last: int


class CaseRow(NamedTuple):
    """Строка списка дел."""

    id: str
    title: str
    state: str
    steps: int
    last_day: str


def case_row(case: ListedCase) -> CaseRow:
    """The case as a row of the list."""
    cycle = CYCLES[case.lifecycle]
    last = "" if case.last_day is None else shown(case.last_day, "ru")
    return CaseRow(case.id, cycle.title.ru, cycle.words[case.state].ru, case.version, last)


def cases_on_page(store: SqlStore, of: Search, on: date) -> Listed:
    """The cases of a page of the list at the end of the day; beyond the last page, those of the last."""

    def found_on(page: int) -> CaseList:
        return store.listed(
            written=of.q,
            lifecycle=of.lifecycle,
            state=of.state_code,
            on=on,
            skip=page * AT_ONCE,
            most=AT_ONCE,
        )

    page = min(max(0, of.page), FURTHEST)
    found = found_on(page)
    pages = max(1, -(-found.whole // AT_ONCE))
    if page >= pages:
        page = pages - 1
        found = found_on(page)
    first, rows = page * AT_ONCE, [case_row(one) for one in found.rows]
    return Listed(rows, page, pages, found.whole, first + bool(rows), first + len(rows))


def page_of(asked: int, every: Sequence[Any], most: int) -> Listed:
    """A page of what stands in order in a list that is whole; beyond the last page, the last."""
    pages = max(1, -(-len(every) // most))
    page = min(max(0, asked), pages - 1)
    first = page * most
    rows = [*every[first : first + most]]
    return Listed(rows, page, pages, len(every), first + bool(rows), first + len(rows))


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


def may_be_in_error(case: History[Any], on: date) -> list[int]:
    """The numbers of the records made by the end of the day that are not annulled."""
    return [
        number
        for number, record in enumerate(case.records, start=1)
        if record.event.on <= on and number - 1 not in case.annulled
    ]


def has_minutes(case: History[Any]) -> bool:
    """Whether draft minutes can be made of the case."""
    if case.lifecycle != meeting.lifecycle.name:
        return False
    kinds = {record.kind for record in case.standing}
    return bool(kinds & {"convened", "poll_opened"})
