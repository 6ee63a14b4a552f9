"""Дела муниципалитета по HTTP (a municipality's cases over HTTP): any lifecycle of the law, in one table.

`uvicorn app:app` in this folder serves them. LAW189_PROFILE names the municipality (a shipped name or a file),
LAW189_DATABASE the database.
"""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from typing import Annotated, Any
from urllib.parse import quote

from bodies import CaseId, body_of, read, version_in
from fastapi import APIRouter, Depends, FastAPI, Header, Response
from problems import PROBLEMS, Problem, etag, handle_problems, tongue_of
from pydantic import TypeAdapter
from store import Damaged, Store

from law189 import Fault, FaultyInput, History, Lifecycle, Profile, Text, load_profile
from law189.audit.names import Names
from law189.audit.replay import CYCLES, LINE, duty_as_json, no_lifecycle, option_as_json
from law189.files.nodes import fault_at, tree_of
from law189.law import Day, Entry, Lang
from law189.report import text as report
from law189.verdict import plain


@cache
def the_profile() -> Profile:
    """The municipality: loaded once and shared by every request, for it is frozen."""
    return load_profile(os.environ.get("LAW189_PROFILE", "kemerovo"))


@cache
def the_store() -> Store:
    """The database."""
    return Store(os.environ.get("LAW189_DATABASE", "sqlite:///cases.sqlite3"))


@asynccontextmanager
async def lifespan(_: FastAPI) -> AsyncIterator[None]:
    """A profile with faults, or a database that does not open, stops the server before it serves."""
    the_profile()
    the_store()
    yield


app = FastAPI(title="189-ФЗ: дела муниципалитета / a municipality's cases", lifespan=lifespan)
handle_problems(app)


# ─── What a request names ────────────────────────────────────────────────────────────────────────────────


def cycle_of(lifecycle: str) -> Lifecycle[Any]:
    """The lifecycle in the path."""
    if lifecycle not in CYCLES:
        raise Problem("no-lifecycle", no_lifecycle(lifecycle))
    return CYCLES[lifecycle]


TheProfile = Annotated[Profile, Depends(the_profile)]
TheStore = Annotated[Store, Depends(the_store)]
Cycle = Annotated[Lifecycle[Any], Depends(cycle_of)]
Values = Annotated[dict[str, Any], Depends(body_of)]
BODY = {"requestBody": {"required": True, "content": {"application/json": {"schema": {"type": "object"}}}}}
"""What a body is, for whoever reads the description of the paths; `read` says what is in it."""


def case_of(cycle: Cycle, case_id: CaseId, store: TheStore) -> History[Any]:
    """The case in the path."""
    try:
        return there(store.find(cycle, case_id), case_id)
    except Damaged as error:
        raise Problem("damaged", DAMAGED) from error


DAMAGED = Text(
    "Запись дела в базе не читается как это дело. Восстановите её из копии.",
    "The row in the database does not read as this case. Restore it from a copy.",
)


Case = Annotated[History[Any], Depends(case_of)]


def there(history: History[Any] | None, case_id: str) -> History[Any]:
    """The case, where there is one."""
    if history is None:
        raise Problem("no-case", Text(f"Дела «{case_id}» нет.", f"There is no case «{case_id}»."))
    return history


def state_of(history: History[Any]) -> dict[str, Any]:
    """Where a case stands."""
    return {
        "lifecycle": history.lifecycle,
        "id": history.id,
        "state": history.state,
        "version": history.version,
    }


# ─── Cases ───────────────────────────────────────────────────────────────────────────────────────────────


class NewCase(Entry):
    """A case to begin."""

    lifecycle: str
    id: CaseId


NEW_CASE = TypeAdapter(NewCase)


@app.post("/cases", status_code=201, openapi_extra=BODY)
def begin(values: Values, store: TheStore, response: Response) -> dict[str, Any]:
    """Begin a case, in which nothing has happened yet."""
    new = read(values, NEW_CASE)
    history = store.begin(cycle_of(new.lifecycle), new.id)
    if history is None:
        raise Problem("exists", Text(f"Дело «{new.id}» уже есть.", f"There is a case «{new.id}» already."))
    response.headers.update({"Location": f"/cases/{new.lifecycle}/{quote(new.id)}", **etag(history.version)})
    return state_of(history)


cases = APIRouter(prefix="/cases/{lifecycle}/{case_id}")


@cases.get("")
def show(
    cycle: Cycle, case: Case, lang: Annotated[Lang, Depends(tongue_of)], response: Response
) -> dict[str, Any]:
    """The case with its records, and what was said of each."""
    response.headers.update({"Content-Language": lang, "Vary": "Accept-Language", **etag(case.version)})
    records = [
        {
            "event": record.event.model_dump(mode="json"),
            "state": record.state,
            "outcome": record.verdict.outcome,
            "told": report.tell(record.verdict, lang),
            "decision": record.decision and record.decision.model_dump(mode="json"),
            "annulled": place in case.annulled,
        }
        for place, record in enumerate(case.records)
    ]
    return {**state_of(case), "title": cycle.title[lang], "records": records}


# ─── Steps ───────────────────────────────────────────────────────────────────────────────────────────────


@cases.post("/events", status_code=201, openapi_extra=BODY)
def take(
    cycle: Cycle,
    case: Case,
    values: Values,
    profile: TheProfile,
    store: TheStore,
    response: Response,
    if_match: Annotated[str | None, Header()] = None,
) -> dict[str, Any]:
    """Take a step. The body is the event: kind, on, by, its facts; and `decision`, where an office decided.

    The version that the client has read is asked for, as If-Match or as `expected_version`: without one, two
    clients could answer the same state unawares.
    """
    known: dict[str, Any] = {"history": case.id, "lifecycle": cycle.name}
    if if_match is not None:
        known["expected_version"] = version_in(if_match, case.version)
    line = read(agreed(known, values), LINE)
    misnamed = [fault_at(tree_of(values), "body", loc, words) for loc, words in Names(profile).of(line.event)]
    if misnamed:
        raise FaultyInput(misnamed)
    if line.expected_version is None:
        raise Problem("no-version", NO_VERSION)
    history = store.advance(
        cycle, case.id, line.event, profile, expected_version=line.expected_version, decision=line.decision
    )
    taken = there(history, case.id)
    response.headers.update(etag(taken.version))
    return {**state_of(taken), "verdict": taken.records[-1].verdict.as_json()}


NO_VERSION = Text(
    "Укажите версию дела, которую прочли: ETag дела в If-Match или expected_version в теле.",
    "Give the version of the case that you have read: its ETag as If-Match, or expected_version in the body.",
)
OTHERWISE = Text("в пути или в If-Match указано другое", "the path or If-Match says otherwise")


def agreed(known: dict[str, Any], values: dict[str, Any]) -> dict[str, Any]:
    """The body, completed with what the path and If-Match say; refused where it contradicts them."""
    against = [key for key in known if values.get(key, known[key]) != known[key]]
    if against:
        raise FaultyInput(Fault("body", None, None, key, OTHERWISE) for key in against)
    return {**known, **values}


# ─── What may be done, and what is owed ──────────────────────────────────────────────────────────────────


@cases.get("/options")
def options(cycle: Cycle, case: Case, profile: TheProfile, on: Day) -> dict[str, Any]:
    """Every step: permitted on the day, or with all that is against it; who may take it, with which facts."""
    found = cycle.options(case, profile, on)
    return {**state_of(case), "on": on, "options": [option_as_json(option) for option in found]}


@cases.get("/due")
def due(cycle: Cycle, case: Case, profile: TheProfile, on: Day) -> dict[str, Any]:
    """The open duties, each with its last day and whether `on` is past it."""
    found = cycle.due(case, profile, on)
    return {**state_of(case), "on": on, "duties": [duty_as_json(duty) for duty in found]}


app.include_router(cases)


@app.get("/problems")
def problems() -> dict[str, Any]:
    """Every kind of problem; the `type` of a problem leads here."""
    return {kind: {"status": status, "title": plain(title)} for kind, (status, title) in PROBLEMS.items()}
