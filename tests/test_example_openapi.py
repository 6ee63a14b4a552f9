"""The example server answers as its OpenAPI says: Schemathesis asks, and whole lives are led."""

import importlib
import sys
from collections import Counter
from contextlib import contextmanager

import places
import pytest
import schemathesis
from fastapi import HTTPException
from fastapi.responses import JSONResponse
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import Status, events, from_schema
from stories import KEMEROVO, STORIES

from law189 import Event
from law189.audit.schemas import schema_of
from law189.contrib.fastapi import problems
from law189.contrib.fastapi.bodies import step_of
from law189.workflows import LIFECYCLES

FOLDER = places.EXAMPLES / "fastapi_app"
MODULES = [file.stem for file in FOLDER.glob("*.py")]
PROBLEM = "application/problem+json"
cycles = pytest.mark.parametrize("cycle", LIFECYCLES, ids=lambda cycle: cycle.name)


# ─── The app in this process ─────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """The module of the app, with the shipped profile and a database of its own."""
    with pytest.MonkeyPatch.context() as patched:
        patched.syspath_prepend(FOLDER)
        database = tmp_path_factory.mktemp("described") / "cases.sqlite3"
        patched.setenv("LAW189_DATABASE", f"sqlite:///{database}")
        for name in MODULES:
            patched.delitem(sys.modules, name, raising=False)
        module = importlib.import_module("app")
        yield module
        module.the_store().close()
        for name in MODULES:
            del sys.modules[name]


@pytest.fixture(scope="module")
def openapi(server):
    return server.app.openapi()


def described(server, examples=5, **more):
    """The OpenAPI of the app as Schemathesis reads it: what it asks is the same in every run."""
    generation = {"max-examples": examples, "deterministic": True, "database": "none"}
    checks = {"positive_data_acceptance": {"expected-statuses": ["2xx", 404, 409, 412, 422, 428]}}
    told = {"seed": 189, "generation": generation, "checks": checks, **more}
    return schemathesis.openapi.from_asgi(
        "/openapi.json", server.app, config=SchemathesisConfig.from_dict(told)
    )


def asked(schema):
    """Everything wrong with the answers, each with how to ask for it again, and how often which status came."""
    wrong, statuses = {}, Counter()
    for event in from_schema(schema).execute():
        match event:
            case events.NonFatalError():
                wrong[event.label, "error"] = str(event.value)
            case events.FatalError():
                raise event.exception
            case events.SchemaAnalysisWarnings():
                wrong |= {("schema", str(one)): one for one in event.warnings}
            case events.ScenarioFinished(recorder=recorder):
                answers = [one.response for one in recorder.interactions.values() if one.response is not None]
                statuses.update(answer.status_code for answer in answers)
                for check in (check for checks in recorder.checks.values() for check in checks):
                    if check.status is Status.FAILURE:
                        failure = check.failure_info
                        told = f"{failure.failure.message}\n{failure.code_sample}"
                        wrong.setdefault((recorder.label, check.name), told)
    return wrong, statuses


# ─── What OpenAPI says ───────────────────────────────────────────────────────────────────────────────────


def operations(openapi):
    return [(path, name, one) for path, of in openapi["paths"].items() for name, one in of.items()]


def schema_at(openapi, said):
    """The schema of a body or an answer, where it refers to one that one."""
    ((kind, content),) = said["content"].items()
    schema = content["schema"]
    return kind, component(openapi, schema["$ref"]) if "$ref" in schema else schema


def component(openapi, ref):
    return openapi["components"]["schemas"][ref.removeprefix("#/components/schemas/")]


def refs_in(value):
    if isinstance(value, dict):
        yield from ([value["$ref"]] if isinstance(value.get("$ref"), str) else [])
        for one in value.values():
            yield from refs_in(one)
    elif isinstance(value, list):
        for one in value:
            yield from refs_in(one)


def test_it_is_openapi_3_1_and_each_schema_a_json_schema(server, openapi):
    assert openapi["openapi"].startswith("3.1.")
    described(server).validate()
    for schema in openapi["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)
    for ref in refs_in(openapi):
        assert component(openapi, ref)


def test_every_body_and_every_answer_has_a_model_and_every_refusal_is_a_problem(openapi):
    for path, _, operation in operations(openapi):
        answers = {status: answer for status, answer in operation["responses"].items() if status != "304"}
        if path == "/audit":
            assert list(answers.pop("200")["content"]) == ["application/x-ndjson"]
        said = [(status, *schema_at(openapi, answer)) for status, answer in answers.items()]
        if "requestBody" in operation:
            said.append(("body", *schema_at(openapi, operation["requestBody"])))
        for status, kind, schema in said:
            assert kind == (PROBLEM if status[0] in "45" else "application/json")
            typed = {"properties", "anyOf", "oneOf"} & schema.keys()
            assert typed or "$ref" in schema.get("additionalProperties", {}), (path, status, schema)


@cycles
def test_the_body_of_a_step_is_told_by_its_kind_as_a_line_of_a_file_is(openapi, cycle):
    """Its keys are those of a line of that lifecycle, whose case the path already says."""
    path = f"/cases/{cycle.name}/{{case_id}}/events"
    _, body = schema_at(openapi, openapi["paths"][path]["post"]["requestBody"])
    clauses = {clause.kind: clause for clause in (*cycle.clauses, cycle.annulment)}
    assert body["discriminator"]["propertyName"] == "kind"
    assert body["discriminator"]["mapping"].keys() == clauses.keys()
    assert sorted(one["$ref"] for one in body["oneOf"]) == sorted(body["discriminator"]["mapping"].values())
    lines = {
        line["properties"]["kind"]["const"]: line
        for line in schema_of("line")["anyOf"]
        if line["properties"]["lifecycle"]["const"] == cycle.name
    }
    for kind, ref in body["discriminator"]["mapping"].items():
        step, line = component(openapi, ref), lines[kind]
        assert (step["title"], step["description"]) == (clauses[kind].title.ru, line["description"])
        assert step["properties"].keys() == line["properties"].keys()
        assert {*step["required"]} == {*line["required"]} - {"history", "lifecycle"}
        assert step["additionalProperties"] is False
        for key, fact in step["properties"].items():
            told = line["properties"][key]
            assert [fact.get(one) for one in ("title", "x-law189")] == [
                told.get(one) for one in ("title", "x-law189")
            ]


@pytest.mark.usefixtures("server")
@pytest.mark.parametrize("name", STORIES)
def test_the_event_of_a_step_is_the_one_that_a_history_keeps(name):
    story = STORIES[name]
    body = TypeAdapter(step_of(story.cycle))
    for event, _ in story.steps:
        written = TypeAdapter(Event).dump_python(event, mode="json", exclude_unset=True)
        kept = story.cycle.events.validate_python({**written, "kind": event.kind})
        step = body.validate_python({**written, "kind": event.kind, "expected_version": 1})
        read = step.event()
        assert (type(read), read, read.model_fields_set) == (type(kept), kept, kept.model_fields_set)
        assert story.cycle.judge(story.told(0), read, KEMEROVO) == story.cycle.judge(
            story.told(0), kept, KEMEROVO
        )


# ─── What the server answers ─────────────────────────────────────────────────────────────────────────────


def only(phase):
    """The settings of Schemathesis for one way of asking."""
    phases = ("examples", "coverage", "fuzzing", "stateful")
    return {"phases": {name: {"enabled": name == phase} for name in phases}}


def test_whatever_is_asked_by_chance_the_answer_is_as_openapi_says(server):
    wrong, statuses = asked(described(server, examples=6, **only("fuzzing")))
    assert not wrong
    assert statuses.keys() >= {200, 201, 404, 422}


@pytest.mark.usefixtures("own_book")
def test_at_every_edge_of_what_is_read_the_answer_is_as_openapi_says(server):
    """Of a step there are some thousand edges, which `nightly` asks."""
    wrong, statuses = asked(described(server, **only("coverage")).exclude(path_regex="/events$"))
    assert not wrong
    assert statuses.keys() >= {200, 201, 404, 405, 422}


def test_whatever_step_is_sent_to_a_case_the_answer_is_as_openapi_says(server):
    statuses = Counter()
    for cycle in LIFECYCLES:
        server.the_store().begin(cycle.name, f"sent-to-{cycle.name}")
        known = {"path.case_id": f"sent-to-{cycle.name}"}
        schema = described(server, examples=15, parameters=known, **only("fuzzing"))
        wrong, found = asked(schema.include(path_regex=f"^/cases/{cycle.name}/.*/events$"))
        assert not wrong
        statuses += found
    assert statuses.keys() >= {422}
    assert 404 not in statuses


@pytest.mark.nightly
def test_whatever_is_asked_at_length_the_answer_is_as_openapi_says(server):
    wrong, _ = asked(described(server, examples=1000))
    assert not wrong


@pytest.fixture
def own_book(server, tmp_path):
    """The app on a book of its own, so that the life of one case meets no other case."""
    url = f"sqlite:///{tmp_path / 'cases.sqlite3'}"
    with type(server.the_store())(url, server.the_profile()) as store:
        server.app.dependency_overrides[server.the_store] = lambda: store
        yield
    server.app.dependency_overrides.clear()


@pytest.mark.usefixtures("own_book")
@pytest.mark.parametrize("name", STORIES)
def test_a_whole_life_with_every_refusal_is_answered_as_openapi_says(server, name):
    story, statuses = STORIES[name], Counter()
    schema, cycle = described(server), story.cycle.name
    of_case = {"lifecycle": cycle, "case_id": name}

    def ask(method, path, **sent):
        case = schema[path][method].Case(**sent)
        answer = case.call_and_validate()
        statuses[answer.status_code] += 1
        return answer.status_code

    def take(event, version, **more):
        sent = {} if version is None else {"if-match": f'"{version}"'}
        path, body = f"/cases/{cycle}/{{case_id}}/events", {**event, **more}
        return ask("POST", path, path_parameters={"case_id": name}, headers=sent, body=body)

    def see():
        """Whatever may be read of the case, as it stands."""
        path, on = "/cases/{lifecycle}/{case_id}", {"on": "2024-03-01"}
        ask("GET", path, path_parameters=of_case)
        ask("GET", f"{path}/options", path_parameters=of_case, query=on)
        ask("GET", f"{path}/due", path_parameters=of_case, query=on)

    first = TypeAdapter(Event).dump_python(story.steps[0][0], mode="json")
    see()
    for _ in range(2):
        ask("POST", "/cases", body={"lifecycle": cycle, "id": name})
    for version, (event, decision) in enumerate(story.steps):
        see()
        written = TypeAdapter(Event).dump_python(event, mode="json")
        if event.kind == "record_annulled":  # the profile does not know who annuls it in the story
            written["by"] = story.steps[event.record - 1][0].by
        take(written, None)
        take(written, version + 1)
        if version:
            assert take(first, version) in {409, 422}
        take(written, version, on="вчера")
        if take(written, version) != 201:
            assert take(written, version, decision=decision.model_dump(mode="json")) == 201
    see()
    assert statuses.keys() == {200, 201, 404, 409, 412, 422, 428}


# ─── That this can fail ──────────────────────────────────────────────────────────────────────────────────


@contextmanager
def planted(server, error):
    """Whatever needs the municipality ends with that error."""

    def fails():
        raise error

    server.app.dependency_overrides[server.the_profile] = fails
    try:
        yield
    finally:
        server.app.dependency_overrides.clear()


@pytest.mark.parametrize(
    ("error", "found"),
    [
        (HTTPException(503), "not_a_server_error"),
        (HTTPException(418), "status_code_conformance"),
        (HTTPException(404), "response_schema_conformance"),
    ],
    ids=["a fault of the server", "an answer that is not described", "an answer of another form"],
)
def test_a_planted_answer_is_found(server, error, found):
    with planted(server, error):
        wrong, _ = asked(described(server).include(path_regex="/due$"))
    assert ("GET /cases/{lifecycle}/{case_id}/due", found) in wrong


def test_a_planted_crash_is_found(server):
    with planted(server, RuntimeError("planted")):
        wrong, _ = asked(described(server).include(path_regex="/due$"))
    assert wrong


def test_a_planted_content_type_is_found(server, monkeypatch):
    def as_json(content, status, headers, _):
        return JSONResponse(content, status, headers)

    monkeypatch.setattr(problems, "JSONResponse", as_json)
    wrong, _ = asked(described(server).include(path_regex="/due$"))
    assert ("GET /cases/{lifecycle}/{case_id}/due", "content_type_conformance") in wrong
