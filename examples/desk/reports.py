"""Отчёты стола (reports): registers, the ledger, the plan and a case, on a page, to print, and as a workbook."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple

from markupsafe import Markup
from starlette.exceptions import HTTPException

from law189 import Profile
from law189.audit.meeting import judge_record
from law189.audit.plan import plan_on
from law189.casebook.cycles import CYCLES
from law189.casebook.ledger import ledger
from law189.casebook.milestones import REACHING, done_by_cases, events_by_cases, lifecycles_awaited
from law189.casebook.registers import RegisterKind, register
from law189.casebook.stores.sql import SqlStore
from law189.casebook.taking.owed import owed
from law189.cases.lifecycle import Duty
from law189.errors import Refused
from law189.law import Law189Error
from law189.office.papers.minutes import minutes_of
from law189.office.papers.of_case import record_of
from law189.office.papers.pages import as_page as as_paper
from law189.report.case import case_book, case_page
from law189.report.ledger import ledger_book, ledger_drawing, ledger_page
from law189.report.paged import Page, Table, html_section, html_table
from law189.report.planned import plan_book, plan_drawing, plan_page
from law189.report.registers import register_drawing, register_html, register_page, register_table

__all__ = ["MOVING", "Books", "Shown"]

MOVING = ("order", "agreement", "certificate", "contract")
"""The lifecycles whose steps move volumes and money; what a meeting or a selection has no ledger shows."""

Query = Mapping[str, str]
Book = tuple[Page, tuple[tuple[str, Table], ...]]


class Shown(NamedTuple):
    """Отчёт на странице: what stands above it, and its body as HTML."""

    page: Page
    body: Markup


class Books:
    """Отчёты по книге дел."""

    def __init__(self, store: SqlStore, profile: Profile) -> None:
        self.store, self.profile = store, profile

    def page(self, name: str, on: date, query: Query) -> Shown:
        """The report of that name on a page of the desk; 404 where there is none."""
        book, drawing = self._found(PAGES, name)(self, on, query)
        body = html_section("Рисунок", drawing) if drawing else []
        for title, table in book[1]:
            told = html_table(table) if table.rows else ["<p>Записей нет.</p>"]
            body += html_section(title, told)
        return Shown(book[0], Markup("\n".join(body)))  # noqa: S704  # the library escapes

    def printed(self, name: str, on: date, query: Query) -> str:
        """The report of that name as one file; 404 where there is none."""
        text: str = self._found(FILES, name)(self, on, query)
        return text

    def workbook(self, name: str, on: date, query: Query) -> bytes:
        """The tables of the report as a workbook; 404 where there is none, or the extra `office` is missing."""
        book: Book = self._found(TABLES, name)(self, on, query)
        try:
            from law189.office.tables import as_xlsx

            return as_xlsx(*book, "ru")
        except ModuleNotFoundError:
            raise HTTPException(404, "Для книги Excel нужна добавка office.") from None

    def _found(self, known: Mapping[str, Callable[..., Any]], name: str) -> Callable[..., Any]:
        if name not in known:
            raise HTTPException(404, "Такого отчёта нет.")
        return known[name]

    # ─── Что в отчётах ───

    def register(self, on: date, query: Query) -> Any:
        """The register that the address names."""
        which = query.get("which", RegisterKind.PROVIDERS.value)
        if which not in set(RegisterKind):
            raise HTTPException(404, "Такого реестра нет.")
        kind = RegisterKind(which)
        return register(kind, self.store.cases(kind.lifecycles, reasons=False), self.profile, on)

    def ledger(self, on: date) -> Any:
        """The ledger of the day."""
        return ledger(self.store.cases(MOVING, reasons=False), self.profile, on)

    def done(self, on: date) -> Any:
        """What the cases have done of the plan by the day."""
        return done_by_cases(self.store.cases(REACHING, reasons=False), self.profile, on)

    def plan(self, on: date, done: Any) -> Any:
        """The plan of the day, with what the cases have done of it."""
        steps = lifecycles_awaited(self.profile, on)
        awaited = self.store.cases(steps, reasons=False) if steps else ()
        events = events_by_cases(awaited, self.profile, on)
        return plan_on(self.profile, on, done, events=events)

    def town(self, on: date) -> str:
        """Whose plan it is."""
        return self.profile.on(on).title.ru

    def case(self, query: Query) -> Any:
        """The case that the address names; 404 where there is none."""
        found = self.store.case(query.get("id", ""))
        if found is None:
            raise HTTPException(404, "Такого дела нет.")
        return found

    def duties(self, on: date, query: Query) -> tuple[Duty, ...]:
        """What the case that the address names owes on the day, beside all cases of the book."""
        with self.store.moment() as shelf:
            return owed(shelf, self.case(query), self.profile, on)

    def minutes(self, on: date, query: Query) -> str:
        """The draft minutes of a meeting as it stood at the end of the day; 404 where the case has none."""
        case = self.case(query)
        known = CYCLES[case.lifecycle].known_on(case, on)
        try:
            answer = judge_record(record_of(known, self.profile), self.profile)
            return as_paper(minutes_of(answer, self.profile, "ru"))
        except Refused as error:
            raise HTTPException(404, error.verdict.text.ru) from None
        except Law189Error:
            raise HTTPException(404, "Протокол составляют о заседании, которое созвано.") from None


def _register(told: Any) -> Book:
    page = register_page(told, "ru")
    return page, ((page.title, register_table(told, "ru")),)


PAGES: Mapping[str, Callable[[Books, date, Query], tuple[Book, list[str]]]] = {
    "register": lambda books, on, query: (
        _register(told := books.register(on, query)),
        [*register_drawing(told, "ru")],
    ),
    "ledger": lambda books, on, _: (
        ledger_book(told := books.ledger(on), "ru"),
        [*ledger_drawing(told, "ru")],
    ),
    "plan": lambda books, on, _: (
        plan_book(told := books.plan(on, done := books.done(on)), books.town(on), on, "ru", done=done),
        [*plan_drawing(told, "ru")],
    ),
}
TABLES: Mapping[str, Callable[[Books, date, Query], Book]] = {
    "register": lambda books, on, query: _register(books.register(on, query)),
    "ledger": lambda books, on, _: ledger_book(books.ledger(on), "ru"),
    "plan": lambda books, on, _: plan_book(
        books.plan(on, done := books.done(on)), books.town(on), on, "ru", done=done
    ),
    "case": lambda books, on, query: case_book(
        books.case(query), books.profile, "ru", on, duties=books.duties(on, query)
    ),
}
FILES: Mapping[str, Callable[[Books, date, Query], str]] = {
    "register": lambda books, on, query: register_html(books.register(on, query), "ru"),
    "ledger": lambda books, on, _: ledger_page(books.ledger(on), "ru"),
    "plan": lambda books, on, _: plan_page(
        books.plan(on, done := books.done(on)), books.town(on), on, "ru", done=done
    ),
    "case": lambda books, on, query: case_page(
        books.case(query), books.profile, "ru", on, duties=books.duties(on, query)
    ),
    "minutes": lambda books, on, query: books.minutes(on, query),
}
