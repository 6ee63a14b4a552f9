"""Стол делопроизводителя в браузере (a clerk's desk in the browser): cases, steps, registers, the plan of a day.

Every page is made on the server of what the library tells; none needs a script or another host. `make desk` serves
it on SQLite with the year of the examples; `desk.serve` says how else.
"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from secrets import token_urlsafe
from typing import Any
from urllib.parse import urlencode

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, RedirectResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from desk.fields import MOST_ROWS, Sent, one_more
from desk.guard import COOKIE, REPORT, guarded, posted, token_of
from desk.owed import Owing
from desk.reports import Books
from desk.step import StepForm, form_of, line_of
from desk.told import Search, cases_on_page, has_minutes, may_be_in_error, reasons_of, step_row, steps_of
from law189 import FaultyInput, History, Profile
from law189.casebook.cycles import CYCLES
from law189.casebook.stores.sql import Busy, Damaged, SqlStore
from law189.casebook.taking.owed import owed
from law189.cases.ids import read_id
from law189.errors import Conflict, Refused
from law189.files.asked_day import read_day
from law189.law import Law189Error
from law189.report.bars import BARS
from law189.report.case import case_body, case_title
from law189.report.style import STYLE
from law189.telling import shown
from law189.verdict import Outcome

__all__ = ["desk"]

PAGES = Path(__file__).parent / "pages"
LONGEST = 200
"""How many letters of what is looked for are read."""


def desk(store: SqlStore, profile: Profile, today: date | None = None) -> FastAPI:
    """The desk over that book; `today` is the day that a page is of where none is named, None the real one."""
    return _Desk(store, profile, today).app


class _Desk:
    """The pages, and what they share."""

    def __init__(self, store: SqlStore, profile: Profile, today: date | None) -> None:
        self.store, self.profile, self.today = store, profile, today
        self.books, self.owing = Books(store, profile), Owing(store)
        self.pages = Environment(
            loader=FileSystemLoader(PAGES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.pages.filters["day"] = lambda day: shown(day, "ru")
        self.pages.globals |= {
            "cycles": CYCLES,
            "Outcome": Outcome,
            "reasons": lambda one: Markup(reasons_of(one)),  # noqa: S704  # the library escapes
        }
        self.app = FastAPI(title="Стол 189-ФЗ", docs_url=None, redoc_url=None, openapi_url=None)
        get, post = self.app.get, self.app.post
        get("/")(self.cases)
        post("/begin")(self.begin)
        get("/case")(self.case)
        get("/step")(self.step)
        post("/step")(self.take)
        get("/due")(self.due)
        get("/report/{name}")(self.report)
        get("/print/{name}")(self.printed)
        get("/xlsx/{name}")(self.workbook)
        get("/desk.css")(self.style)
        self.app.exception_handler(HTTPException)(self.failed)
        self.app.exception_handler(RequestValidationError)(self.misaddressed)
        self.app.exception_handler(Exception)(self.broken)
        self.app.exception_handler(Busy)(self.busy)
        self.app.exception_handler(Damaged)(self.damaged)

    # ─── Что общее у страниц ───

    def on(self, request: Request) -> date:
        """The day that the page is of."""
        told = request.query_params.get("on", "").strip()
        if not told:
            return self.today or date.today()  # noqa: DTZ011  # the day of the office
        try:
            return read_day(told, "on")
        except FaultyInput as error:
            raise HTTPException(400, error.told("ru")) from None

    def page(self, request: Request, name: str, status: int = 200, /, **told: Any) -> Response:
        """A page of that name."""
        visitor = request.cookies.get(COOKIE)
        new = None if visitor else token_urlsafe(24)
        on = told.pop("on", None) or self.on(request)

        def link(path: str, **query: object) -> str:
            return f"{path}?{urlencode({'on': on.isoformat(), **query})}"

        edition = self.profile.on(on)
        text = self.pages.get_template(f"{name}.html").render(
            on=on,
            link=link,
            token=token_of(visitor or new or ""),
            town=edition.title.ru,
            here=request.url.path,
            query=[one for one in request.query_params.multi_items() if one[0] != "on"],
            **told,
        )
        return guarded(HTMLResponse(text, status), new)

    def history(self, case_id: str) -> History[Any]:
        """The case of that id; 404 where there is none."""
        found = self.store.case(case_id)
        if found is None:
            raise HTTPException(404, f"Дела «{case_id}» нет.")
        return found

    # ─── Дела ───

    def cases(
        self, request: Request, q: str = "", cycle: str = "", state: str = "", page: int = 0
    ) -> Response:
        """The list of cases, and the search by number, lifecycle and state."""
        search, on = Search(q.strip()[:LONGEST], cycle, state, page), self.on(request)
        return self.page(request, "cases", listed=cases_on_page(self.store, search, on), search=search)

    async def begin(self, request: Request) -> Response:
        """Begin a case, and show it."""
        return await run_in_threadpool(self.begun, request, await posted(request))

    def begun(self, request: Request, sent: Sent) -> Response:
        """The case begun, or why it is not."""
        cycle, case_id = (sent.get(name, ("",))[0].strip() for name in ("lifecycle", "id"))
        on, told = self.on(request), ""
        try:
            if cycle not in CYCLES:
                told = "Выберите, о чём дело."
            elif self.store.begin(cycle, read_id(case_id)) is None:
                told = f"Дело «{case_id}» уже есть."
        except Busy:
            raise
        except Law189Error:
            told = "Номер дела — слова на одной строке, до 400 знаков, без пробела с краю."
        if told:
            listed = cases_on_page(self.store, search := Search(), on)
            wrong = {"wrong": told, "new_id": case_id, "new_cycle": cycle}
            return self.page(request, "cases", 422, listed=listed, search=search, **wrong)
        return self.to_case(case_id, on)

    def to_case(self, case_id: str, on: date, **more: object) -> Response:
        """Show a case after something was done with it, by another request."""
        query = urlencode({"id": case_id, "on": on.isoformat(), **more})
        return guarded(RedirectResponse(f"/case?{query}", 303), None)

    def case(self, request: Request, id: str, done: int = 0) -> Response:  # noqa: A002  # as the address has it
        """A case: what may be done, what is owed, and its history with every reason and address."""
        case, on = self.history(id), self.on(request)
        known = CYCLES[case.lifecycle].known_on(case, on)
        may, decided, may_not = steps_of(self.store.options(id, on), self.profile.on(on))
        with self.store.moment() as shelf:
            duties = owed(shelf, case, self.profile, on)
        return self.page(
            request,
            "case",
            case=case,
            title=case_title(case, "ru"),
            state=CYCLES[case.lifecycle].words[known.state].ru,
            later=self.now(case) if case.records and case.records[-1].event.on > on else "",
            may=may,
            decided=decided,
            may_not=may_not,
            minutes=has_minutes(known),
            in_error=may_be_in_error(case, on),
            done=case.records[done - 1] if 0 < done <= case.version else None,
            number=done,
            body=Markup("\n".join(case_body(case, self.profile, "ru", on, duties=duties))),  # noqa: S704  # the library escapes
        )

    def now(self, case: History[Any]) -> str:
        """The address of the case as it stands after its last record."""
        last = max(record.event.on for record in case.records)
        return f"/case?{urlencode({'id': case.id, 'on': last.isoformat()})}"

    # ─── Шаг ───

    def form(self, case_id: str, kind: str, on: date, sent: Sent) -> StepForm:
        """The form of the step of that kind; 404 where the case has none."""
        case = self.history(case_id)
        option = next((one for one in self.store.options(case_id, on) if one.kind == kind), None)
        if option is None:
            raise HTTPException(404, f"Шага «{kind}» у этого дела нет.")
        return form_of(case, option, on, self.profile, sent)

    def step(self, request: Request, id: str, kind: str) -> Response:  # noqa: A002  # as the address has it
        """The form of a step; what the address names stands in it already."""
        sent = {name: (value,) for name, value in request.query_params.items() if name not in ("id", "kind")}
        return self.shown(request, self.form(id, kind, self.on(request), sent))

    def shown(self, request: Request, form: StepForm, status: int = 200) -> Response:
        """The page of a form."""
        step = step_row(form.option, self.profile.on(form.on))
        return self.page(request, "step", status, form=form, title=case_title(form.case, "ru"), step=step)

    async def take(self, request: Request, id: str, kind: str) -> Response:  # noqa: A002  # as the address has it
        """Take the step as filled in: show the case, or the form with everything that is against it."""
        return await run_in_threadpool(self.taken, request, id, kind, await posted(request))

    def taken(self, request: Request, case_id: str, kind: str, sent: dict[str, Sequence[str]]) -> Response:
        """The step taken, or the form again."""
        more = next(iter(sent.pop("more", ())), None)
        sent, full = (sent, False) if more is None else one_more(sent, more)
        form = self.form(case_id, kind, self.on(request), sent)
        form.elsewhere += [f"В списке не больше {MOST_ROWS} строк."] if full else []
        if more is not None:
            return self.shown(request, form)
        try:
            taken = self.store.take(line_of(form, self.profile))
        except FaultyInput as error:
            form.faulty(error.faults)
            return self.shown(request, form, 422)
        except Refused as error:
            form.refuse(error.verdict)
            return self.shown(request, form, 409)
        except Conflict as error:
            form.conflict = f"была версия {error.expected}, теперь {error.found}"
            form.version = form.case.version
            return self.shown(request, form, 412)
        return self.to_case(case_id, max(form.on, taken.event.on), done=taken.history.version)

    # ─── Сводки ───

    def due(self, request: Request, q: str = "", cycle: str = "", state: str = "", page: int = 0) -> Response:
        """The open duties on the day, page by page: those of all cases in order, as `Owing` says."""
        search, on = Search(q.strip()[:LONGEST], cycle, state, page), self.on(request)
        listed, by_case = self.owing.page(search, on)
        return self.page(request, "due", listed=listed, by_case=by_case, search=search)

    def report(self, request: Request, name: str) -> Response:
        """A register, the ledger or the plan: a table and one picture."""
        told = self.books.page(name, self.on(request), dict(request.query_params))
        return self.page(request, "report", report=told, name=name)

    def printed(self, request: Request, name: str) -> Response:
        """A report as one file to print or to hand over."""
        text = self.books.printed(name, self.on(request), dict(request.query_params))
        return guarded(HTMLResponse(text), None, REPORT)

    def workbook(self, request: Request, name: str) -> Response:
        """The tables of a report as a workbook."""
        data = self.books.workbook(name, self.on(request), dict(request.query_params))
        kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        headers = {"Content-Disposition": f'attachment; filename="{name}.xlsx"'}
        return guarded(Response(data, media_type=kind, headers=headers), None)

    def style(self) -> Response:
        """The style of reports, and what a desk adds to it."""
        own = (PAGES / "desk.css").read_text(encoding="utf-8")
        return guarded(Response(f"{STYLE}{BARS}{own}", media_type="text/css; charset=utf-8"), None)

    # ─── Отказы ───

    def failed(self, request: Request, error: Exception) -> Response:
        """What cannot be shown, in words."""
        status = getattr(error, "status_code", 500)
        words = getattr(error, "detail", "") if status != 405 else "Так эту страницу не открывают."
        known = "Такой страницы нет." if words == "Not Found" else words
        return self.page(request, "failed", status, words=known, on=self.today or date.today())  # noqa: DTZ011  # as above

    def misaddressed(self, request: Request, _: Exception) -> Response:
        """An address that lacks something, or has something else."""
        words = "В адресе страницы чего-то не хватает. Начните со списка дел."
        return self.page(request, "failed", 400, words=words, on=self.today or date.today())  # noqa: DTZ011  # as above

    def broken(self, request: Request, _: Exception) -> Response:
        """A fault of the desk itself, which the log of the server tells."""
        words = "На столе ошибка: запишите, что вы делали, и скажите тому, кто его ведёт."
        return self.page(request, "failed", 500, words=words, on=self.today or date.today())  # noqa: DTZ011  # as above

    def damaged(self, request: Request, _: Exception) -> Response:
        """The rows of a case are not those of one whole case."""
        words = "Записи дела в базе испорчены. Верните базу из копии."
        return self.page(request, "failed", 500, words=words)

    def busy(self, request: Request, _: Exception) -> Response:
        """Another step is being written."""
        words = "База занята другим шагом. Повторите через несколько секунд: ничего не записано."
        return self.page(request, "failed", 503, words=words)
