"""Дела муниципалитета по HTTP (router): any lifecycle of the law, in one book.

`serve` gives an application the paths, what refusals become, and an OpenAPI made of the types of the library. The
municipality and the book are what two functions of yours give, as FastAPI depends on them.
"""

from collections.abc import Callable, Sequence
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Depends, FastAPI, Header, Request, Response

from law189.audit.names import Names
from law189.audit.replay import duty_as_json, option_as_json
from law189.casebook.book import options_on
from law189.casebook.cycles import CYCLES, no_lifecycle
from law189.casebook.line import Line
from law189.casebook.shelf import Shelf, held
from law189.casebook.store import Store
from law189.casebook.taking.owed import owed
from law189.cases.history import History
from law189.cases.ids import composed
from law189.cases.lifecycle import Lifecycle
from law189.contrib.fastapi.answers import CaseState, DueDuties, Options, ProblemKind, ShownCase, StepTaken
from law189.contrib.fastapi.audits import auditing
from law189.contrib.fastapi.bodies import (
    CaseId,
    LifecycleName,
    NewCase,
    Step,
    Strictly,
    StrictRoute,
    step_of,
)
from law189.contrib.fastapi.problems import (
    ETAG,
    PROBLEMS,
    Problem,
    describe_problems,
    handle_problems,
    refusals,
    told_in,
    tongue_of,
)
from law189.contrib.fastapi.tags import strong_tag, tag_of, unless_read, version_in, weak_tag
from law189.errors import Fault, FaultyInput
from law189.files.nodes import key_of
from law189.kinds import must_be
from law189.law import Day, Lang, Law189Error, Text
from law189.profile.profile import Profile
from law189.report import text as report

__all__ = ["case_router", "serve"]

NOT_THERE = refusals("malformed", "no-case", "no-lifecycle", "damaged")
SEEN: dict[int | str, dict[str, Any]] = {
    200: ETAG,
    304: {"description": "If-None-Match: прочитано уже / read already"},
}
BEGIN = {201: ETAG, **refusals("malformed", "no-lifecycle", "exists", "busy")}
STEP = {
    201: ETAG,
    **refusals("no-case", "void", "unknown", "malformed", "conflict", "no-version", "busy", "damaged"),
}
NO_VERSION = Text(
    "Укажите версию дела, которую прочли: ETag дела в If-Match или expected_version в теле.",
    "Give the version of the case that you have read: its ETag as If-Match, or expected_version in the body.",
)
OTHERWISE = Text("в пути или в If-Match указано другое", "the path or If-Match says otherwise")


def serve(app: FastAPI, *, profile: Callable[[], Profile], store: Callable[[], Store]) -> None:
    """Give the application the paths of the book, its problems and its OpenAPI."""
    must_be(app, FastAPI).include_router(case_router(profile=profile, store=store))
    handle_problems(app)
    describe_problems(app)


def case_router(*, profile: Callable[[], Profile], store: Callable[[], Store]) -> APIRouter:
    """The paths alone; `handle_problems` and `describe_problems` are then for you to ask.

    `profile` and `store` give the municipality and the book at each request: keep what they give.
    """
    for gives in (profile, store):
        if not callable(gives):
            raise Law189Error(
                "profile and store are functions that FastAPI depends on; give what it can call"
            )
    router = APIRouter(route_class=StrictRoute)
    _beginning(router, store)
    for cycle in CYCLES.values():
        _steps_of(router, cycle, profile, store)

    @router.post("/cases/{lifecycle}/{case_id}/events", include_in_schema=False)
    def take_no_step(lifecycle: LifecycleName, case_id: CaseId) -> None:  # noqa: ARG001  # a case of none
        """A step of a lifecycle that there is not."""
        cycle_of(lifecycle)

    _showing(router, store)
    _asking(router, profile, store)
    auditing(router, profile, store)

    @router.get("/problems")
    def problems() -> dict[str, ProblemKind]:
        """Every kind of problem; the `type` of a problem leads here."""
        return {kind: ProblemKind(status=status, title=title) for kind, (status, title) in PROBLEMS.items()}

    return router


# ─── Что названо в пути ──────────────────────────────────────────────────────────────────────────────────


def cycle_of(lifecycle: LifecycleName) -> Lifecycle[Any]:
    """The lifecycle in the path."""
    if lifecycle not in CYCLES:
        raise Problem("no-lifecycle", no_lifecycle(lifecycle))
    return CYCLES[lifecycle]


Cycle = Annotated[Lifecycle[Any], Depends(cycle_of)]


def _case_of(cycle: Lifecycle[Any], case_id: str, shelf: Shelf | Store) -> History[Any]:
    """The case in the path: the book finds it by its id alone, and it is of that lifecycle."""
    history = held(shelf, case_id)
    if history is None or history.lifecycle != cycle.name:
        raise Problem("no-case", Text(f"Дела «{case_id}» нет.", f"There is no case «{case_id}»."))
    return history


def _state_of(history: History[Any]) -> CaseState:
    """Where a case stands: what every answer on it begins with."""
    return CaseState(lifecycle=history.lifecycle, id=history.id, state=history.state, version=history.version)


# ─── Дела ────────────────────────────────────────────────────────────────────────────────────────────────


def _beginning(router: APIRouter, store: Callable[[], Store]) -> None:
    @router.post("/cases", status_code=201, responses=BEGIN)
    def begin(
        new: Annotated[NewCase, Strictly(NewCase)], book: Annotated[Store, Depends(store)], response: Response
    ) -> CaseState:
        """Begin a case, in which nothing has happened yet."""
        history = book.begin(cycle_of(new.lifecycle).name, new.id)
        if history is None:
            raise Problem(
                "exists", Text(f"Дело «{new.id}» уже есть.", f"There is a case «{new.id}» already.")
            )
        where = f"/cases/{new.lifecycle}/{quote(new.id)}"
        response.headers.update({"Location": where, **tag_of(history.version)})
        return _state_of(history)


def _showing(router: APIRouter, store: Callable[[], Store]) -> None:
    @router.get("/cases/{lifecycle}/{case_id}", response_model=ShownCase, responses={**SEEN, **NOT_THERE})
    def show(
        cycle: Cycle,
        case_id: CaseId,
        book: Annotated[Store, Depends(store)],
        lang: Annotated[Lang, Depends(tongue_of)],
        request: Request,
        response: Response,
        if_none_match: Annotated[str | None, Header()] = None,  # noqa: ARG001  # OpenAPI tells it; `request` has it
    ) -> Any:
        """The case with its records, and what was said of each."""
        case = _case_of(cycle, case_id, book)
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
        told = ShownCase.model_validate(
            {**dict(_state_of(case)), "title": cycle.title[lang], "records": records}
        )
        return unless_read(told, request, response, {**told_in(lang), **strong_tag(case.version, told)})


# ─── Шаги ────────────────────────────────────────────────────────────────────────────────────────────────


def _steps_of(
    router: APIRouter, cycle: Lifecycle[Any], profile: Callable[[], Profile], store: Callable[[], Store]
) -> None:
    """The path for steps of that lifecycle, whose body is one of its events."""

    def case_in(case_id: CaseId, book: Annotated[Store, Depends(store)]) -> History[Any]:
        return _case_of(cycle, case_id, book)

    path = f"/cases/{cycle.name}/{{case_id}}/events"

    @router.post(path, status_code=201, responses=STEP, summary=cycle.title.ru)
    def take(
        case: Annotated[History[Any], Depends(case_in)],
        step: Annotated[Step, Strictly(step_of(cycle))],
        town: Annotated[Profile, Depends(profile)],
        book: Annotated[Store, Depends(store)],
        request: Request,
        response: Response,
        if_match: Annotated[str | None, Header()] = None,  # noqa: ARG001  # OpenAPI tells it; `request` has it
    ) -> StepTaken:
        """Take a step, beside all cases of the book. The body is the event: kind, on, by, its facts.

        Beside it may stand `decision`, where an office decided, and `refers_to`, which names by number the case
        that an extract is of. What the book holds it takes from its own cases.

        The version that the client has read is asked for, as If-Match or as `expected_version`: without one, two
        clients could answer the same state unawares.
        """
        taken = book.take(_line(step, case, town, _agreed(step, case, request.headers.getlist("if-match"))))
        response.headers.update(tag_of(taken.history.version))
        linked = [_state_of(one) for one in taken.cases if one.id != case.id]
        return StepTaken(**dict(_state_of(taken.history)), verdict=taken.verdict, linked=linked)


def _line(step: Step, case: History[Any], profile: Profile, version: int | None) -> Line:
    """The step as a line of the book. Raises `FaultyInput` on a name that is wrong, `Problem` without a version."""
    event = step.event()
    misnamed = [Fault("body", None, None, key_of(loc), words) for loc, words in Names(profile).of(event)]
    if misnamed:
        raise FaultyInput(misnamed)
    if version is None:
        raise Problem("no-version", NO_VERSION)
    return Line(
        history=case.id,
        lifecycle=case.lifecycle,
        event=event,
        decision=step.decision,
        expected_version=version,
        refers_to=step.refers_to,
    )


def _agreed(step: Step, case: History[Any], if_match: Sequence[str]) -> int | None:
    """The version that the client has read; refused where the body contradicts the path or If-Match."""
    version = None if not if_match else version_in(if_match, case.version)
    known = {"history": composed(case.id), "lifecycle": case.lifecycle, "expected_version": version}
    told = {key: getattr(step, key) for key in known}
    told["history"] = None if step.history is None else composed(step.history)
    against = [key for key in known if None not in (told[key], known[key]) and told[key] != known[key]]
    if against:
        raise FaultyInput(Fault("body", None, None, key, OTHERWISE) for key in against)
    return step.expected_version if version is None else version


# ─── Что можно и что должны ──────────────────────────────────────────────────────────────────────────────


def _asking(router: APIRouter, profile: Callable[[], Profile], store: Callable[[], Store]) -> None:
    where, seen = "/cases/{lifecycle}/{case_id}", {**SEEN, **NOT_THERE}

    @router.get(f"{where}/options", response_model=Options, responses=seen)
    def options(
        cycle: Cycle,
        case_id: CaseId,
        book: Annotated[Store, Depends(store)],
        on: Day,
        request: Request,
        response: Response,
        if_none_match: Annotated[str | None, Header()] = None,  # noqa: ARG001  # OpenAPI tells it; `request` has it
    ) -> Any:
        """Every step: permitted on the day, or with all that is against it; who may take it, with which facts."""
        with book.moment() as shelf:
            case = _case_of(cycle, case_id, shelf)
            found = [option_as_json(option) for option in options_on(shelf, case, book.profile, on)]
        told = Options.model_validate({**dict(_state_of(case)), "on": on, "options": found})
        return unless_read(told, request, response, weak_tag(told))

    @router.get(f"{where}/due", response_model=DueDuties, responses=seen)
    def due(
        cycle: Cycle,
        case_id: CaseId,
        town: Annotated[Profile, Depends(profile)],
        book: Annotated[Store, Depends(store)],
        on: Day,
        request: Request,
        response: Response,
        if_none_match: Annotated[str | None, Header()] = None,  # noqa: ARG001  # OpenAPI tells it; `request` has it
    ) -> Any:
        """The open duties beside all cases, each with its last day and whether `on` is past it."""
        with book.moment() as shelf:
            case = _case_of(cycle, case_id, shelf)
            found = [duty_as_json(duty) for duty in owed(shelf, case, town, on)]
        told = DueDuties.model_validate({**dict(_state_of(case)), "on": on, "duties": found})
        return unless_read(told, request, response, weak_tag(told))
