"""Дела муниципалитета по HTTP (a municipality's cases over HTTP): any lifecycle of the law, in one book.

`uvicorn app:app` in this folder serves them. LAW189_PROFILE names the municipality (a shipped name or a file),
LAW189_DATABASE the database.
"""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from typing import Annotated, Any
from urllib.parse import quote

from answers import CaseState, DueDuties, Options, ProblemKind, ShownCase, StepTaken
from bodies import CaseId, LifecycleName, NewCase, Step, Strictly, StrictRoute, step_of, version_in
from fastapi import APIRouter, Depends, FastAPI, Header, Response
from problems import ETAG, PROBLEMS, Described, Problem, etag, handle_problems, refusals, tongue_of

from law189 import Fault, FaultyInput, History, Lifecycle, Profile, Text, load_profile
from law189.audit.names import Names
from law189.audit.replay import duty_as_json, option_as_json
from law189.casebook.cycles import CYCLES, no_lifecycle
from law189.casebook.line import Line
from law189.casebook.stores.sql import SqlStore
from law189.files.nodes import key_of
from law189.law import Day, Lang
from law189.report import text as report


@cache
def the_profile() -> Profile:
    """The municipality: loaded once and shared by every request, for it is frozen."""
    return load_profile(os.environ.get("LAW189_PROFILE", "kemerovo"))


@cache
def the_store() -> SqlStore:
    """The book of all cases, in the database."""
    return SqlStore(os.environ.get("LAW189_DATABASE", "sqlite:///cases.sqlite3"), the_profile())


@asynccontextmanager
async def lifespan(_: FastAPI) -> AsyncIterator[None]:
    """A profile with faults, or a database that does not open, stops the server before it serves."""
    the_profile()
    the_store()
    yield


app = Described(title="189-ФЗ: дела муниципалитета / a municipality's cases", lifespan=lifespan)
app.router.route_class = StrictRoute
handle_problems(app)


# ─── What a request names ────────────────────────────────────────────────────────────────────────────────


def cycle_of(lifecycle: LifecycleName) -> Lifecycle[Any]:
    """The lifecycle in the path."""
    if lifecycle not in CYCLES:
        raise Problem("no-lifecycle", no_lifecycle(lifecycle))
    return CYCLES[lifecycle]


TheProfile = Annotated[Profile, Depends(the_profile)]
TheStore = Annotated[SqlStore, Depends(the_store)]
Cycle = Annotated[Lifecycle[Any], Depends(cycle_of)]


def case_of(cycle: Cycle, case_id: CaseId, store: TheStore) -> History[Any]:
    """The case in the path: the book finds it by its id alone, and it is of that lifecycle."""
    history = store.case(case_id)
    if history is None or history.lifecycle != cycle.name:
        raise Problem("no-case", Text(f"Дела «{case_id}» нет.", f"There is no case «{case_id}»."))
    return history


Case = Annotated[History[Any], Depends(case_of)]
NOT_THERE = refusals("malformed", "no-case", "no-lifecycle", "damaged")


def state_of(history: History[Any]) -> CaseState:
    """Where a case stands: what every answer on it begins with."""
    return CaseState(lifecycle=history.lifecycle, id=history.id, state=history.state, version=history.version)


# ─── Cases ───────────────────────────────────────────────────────────────────────────────────────────────


BEGIN = {201: ETAG, **refusals("malformed", "no-lifecycle", "exists", "busy")}


@app.post("/cases", status_code=201, responses=BEGIN)
def begin(new: Annotated[NewCase, Strictly(NewCase)], store: TheStore, response: Response) -> CaseState:
    """Begin a case, in which nothing has happened yet."""
    history = store.begin(cycle_of(new.lifecycle).name, new.id)
    if history is None:
        raise Problem("exists", Text(f"Дело «{new.id}» уже есть.", f"There is a case «{new.id}» already."))
    response.headers.update({"Location": f"/cases/{new.lifecycle}/{quote(new.id)}", **etag(history.version)})
    return state_of(history)


cases = APIRouter(prefix="/cases/{lifecycle}/{case_id}", route_class=StrictRoute)


@cases.get("", responses={200: ETAG, **NOT_THERE})
def show(
    cycle: Cycle, case: Case, lang: Annotated[Lang, Depends(tongue_of)], response: Response
) -> ShownCase:
    """The case with its records, and what was said of each."""
    response.headers.update({"Content-Language": lang, "Vary": "Accept-Language", **etag(case.version)})
    records = [
        {
            "event": record.event,
            "state": record.state,
            "outcome": record.verdict.outcome,
            "told": report.tell(record.verdict, lang),
            "decision": record.decision,
            "annulled": place in case.annulled,
        }
        for place, record in enumerate(case.records)
    ]
    return ShownCase(**dict(state_of(case)), title=cycle.title[lang], records=records)


# ─── Steps ───────────────────────────────────────────────────────────────────────────────────────────────


STEP = {
    201: ETAG,
    **refusals("no-case", "void", "unknown", "malformed", "conflict", "no-version", "busy", "damaged"),
}


def steps_of(cycle: Lifecycle[Any]) -> None:
    """The path for steps of that lifecycle, whose body is one of its events."""

    def case_in(case_id: CaseId, store: TheStore) -> History[Any]:
        return case_of(cycle, case_id, store)

    @app.post(
        f"/cases/{cycle.name}/{{case_id}}/events", status_code=201, responses=STEP, summary=cycle.title.ru
    )
    def take(
        case: Annotated[History[Any], Depends(case_in)],
        step: Annotated[Step, Strictly(step_of(cycle))],
        profile: TheProfile,
        store: TheStore,
        response: Response,
        if_match: Annotated[str | None, Header()] = None,
    ) -> StepTaken:
        """Take a step, beside all cases of the book. The body is the event: kind, on, by, its facts.

        Beside it may stand `decision`, where an office decided, and `refers_to`, which names by number the case
        that an extract is of. What the book holds it takes from its own cases.

        The version that the client has read is asked for, as If-Match or as `expected_version`: without one, two
        clients could answer the same state unawares.
        """
        version = agreed(step, case, if_match)
        event = step.event()
        misnamed = [Fault("body", None, None, key_of(loc), words) for loc, words in Names(profile).of(event)]
        if misnamed:
            raise FaultyInput(misnamed)
        if version is None:
            raise Problem("no-version", NO_VERSION)
        taken = store.take(
            Line(
                history=case.id,
                lifecycle=cycle.name,
                event=event,
                decision=step.decision,
                expected_version=version,
                refers_to=step.refers_to,
            )
        )
        response.headers.update(etag(taken.history.version))
        return StepTaken(
            **dict(state_of(taken.history)),
            verdict=taken.verdict,
            linked=[state_of(one) for one in taken.cases if one.id != case.id],
        )


NO_VERSION = Text(
    "Укажите версию дела, которую прочли: ETag дела в If-Match или expected_version в теле.",
    "Give the version of the case that you have read: its ETag as If-Match, or expected_version in the body.",
)
OTHERWISE = Text("в пути или в If-Match указано другое", "the path or If-Match says otherwise")


def agreed(step: Step, case: History[Any], if_match: str | None) -> int | None:
    """The version that the client has read; refused where the body contradicts the path or If-Match."""
    version = None if if_match is None else version_in(if_match, case.version)
    known = {"history": case.id, "lifecycle": case.lifecycle, "expected_version": version}
    told = {key: getattr(step, key) for key in known}
    against = [key for key in known if None not in (told[key], known[key]) and told[key] != known[key]]
    if against:
        raise FaultyInput(Fault("body", None, None, key, OTHERWISE) for key in against)
    return step.expected_version if version is None else version


for each in CYCLES.values():
    steps_of(each)


@cases.post("/events", include_in_schema=False)
def take_no_step(_: Cycle) -> None:
    """A step of a lifecycle that there is not, which `cycle_of` tells."""


# ─── What may be done, and what is owed ──────────────────────────────────────────────────────────────────


@cases.get("/options", responses=NOT_THERE)
def options(case: Case, store: TheStore, on: Day) -> Options:
    """Every step: permitted on the day, or with all that is against it; who may take it, with which facts."""
    found = store.options(case.id, on)
    return Options(**dict(state_of(case)), on=on, options=[option_as_json(option) for option in found])


@cases.get("/due", responses=NOT_THERE)
def due(cycle: Cycle, case: Case, profile: TheProfile, on: Day) -> DueDuties:
    """The open duties, each with its last day and whether `on` is past it."""
    found = cycle.due(case, profile, on)
    return DueDuties(**dict(state_of(case)), on=on, duties=[duty_as_json(duty) for duty in found])


app.include_router(cases)


@app.get("/problems")
def problems() -> dict[str, ProblemKind]:
    """Every kind of problem; the `type` of a problem leads here."""
    return {kind: ProblemKind(status=status, title=title) for kind, (status, title) in PROBLEMS.items()}
