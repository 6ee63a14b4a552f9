"""An audit over HTTP, by a real server: whatever breaks the stream is told in it as a problem on a line."""

import json
import logging
import threading
import time
from contextlib import contextmanager

import httpx
import pytest
import uvicorn
from books import PROFILE, taking, town
from fastapi import FastAPI
from sqlalchemy import update
from stored import hasty, shelve

from law189 import load_profile
from law189.audit.bulk import audit_cases
from law189.casebook.rows import BUSY, Busy, Damaged
from law189.casebook.stores.sql import SqlStore
from law189.casebook.stores.tables import RECORDS
from law189.contrib.fastapi import audits
from law189.contrib.fastapi.problems import PROBLEMS
from law189.contrib.fastapi.router import serve
from law189.errors import Conflict, Fault, FaultyInput
from law189.law import Law189Error, Text

UNJUDGED = FaultyInput([Fault("", 3, None, "on", Text("нет такого дня", "there is no such day"))])
UNTOLD = "where the database is"
ERRORS = {
    "busy": Busy(BUSY),
    "damaged": Damaged("certificate c1"),
    "conflict": Conflict(1, 2),
    "malformed": UNJUDGED,
    "broken-off": RuntimeError(UNTOLD),
    "of the library": Law189Error("what no path has a problem for"),
    "of memory": MemoryError(),
}


@contextmanager
def served(app):
    """The address of the application, served by a real server."""
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error", lifespan="off"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    """The book of a town by a profile that has adopted nothing, so that its audit finds something."""
    file = tmp_path_factory.mktemp("audited") / "book.sqlite3"
    with hasty(SqlStore(f"sqlite:///{file}", load_profile("kemerovo"))) as store:
        shelve(store, taking(town()))
        yield store


@pytest.fixture(scope="module")
def http(book):
    app = FastAPI()
    serve(app, profile=lambda: book.profile, store=lambda: book)
    with served(app) as address, httpx.Client(base_url=address, timeout=60, verify=False) as client:  # noqa: S501  # without TLS
        yield client


def lines(answer):
    """The lines of the stream; httpx raises where it was cut off before its end."""
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/x-ndjson")
    assert answer.text == "" or answer.text.endswith("\n")
    return [json.loads(line) for line in answer.text.splitlines()]


def breaking(monkeypatch, error, after):
    """Let the audit raise after so many findings; what it found by then."""
    found = []

    def broken(cases, profile, *, on):
        for number, one in enumerate(audit_cases(cases, profile, on=on)):
            if number == after:
                raise error
            found.append(one.as_json())
            yield one
        raise error

    monkeypatch.setattr(audits, "audit_cases", broken)
    return found


def test_a_whole_stream_has_every_finding_and_no_problem(http, book):
    with book.moment() as shelf:
        records = [line for case in shelf.cases() for line in case.records]
    told = lines(http.get("/audit"))
    assert told
    assert not [line for line in told if "type" in line]
    assert {line["line"] for line in told} <= {*range(1, len(records) + 1)}


@pytest.mark.parametrize("after", [0, 1, 3, 10_000])
@pytest.mark.parametrize("name", ERRORS)
def test_whatever_breaks_it_is_the_last_line_as_a_problem(http, monkeypatch, caplog, name, after):
    kind = name if name in PROBLEMS and name != "malformed" else "broken-off"  # that one is of a record
    found = breaking(monkeypatch, ERRORS[name], after)
    for lang in ("ru", "en"):
        found.clear()
        *before, last = lines(http.get("/audit", headers={"Accept-Language": lang}))
        assert before == found
        status, title = PROBLEMS[kind]
        assert (last["type"], last["status"], last["title"]) == (f"/problems#{kind}", status, title[lang])
        assert last["detail"]
        assert UNTOLD not in json.dumps(last)
    logged = [one for one in caplog.records if one.name == audits.LOG.name and one.levelno >= logging.ERROR]
    assert bool(logged) == (kind == "broken-off")


def test_a_finding_that_cannot_be_written_breaks_it_in_words(http, monkeypatch):
    class Odd:
        def as_json(self):
            return {"facts": object()}

    monkeypatch.setattr(audits, "audit_cases", lambda *_, **__: iter([Odd()]))
    (last,) = lines(http.get("/audit"))
    assert last["type"] == "/problems#broken-off"


def test_a_record_that_cannot_be_judged_is_a_problem_and_the_stream_goes_on(http, monkeypatch):
    def with_fault(cases, profile, *, on):
        yield UNJUDGED
        yield from audit_cases(cases, profile, on=on)

    whole = lines(http.get("/audit"))
    monkeypatch.setattr(audits, "audit_cases", with_fault)
    first, *rest = lines(http.get("/audit?lang=en"))
    assert (first["type"], first["faults"]) == (
        "/problems#malformed",
        [{"key": "on", "message": "there is no such day"}],
    )
    assert rest == whole


def test_what_is_known_before_the_first_finding_is_an_answer_of_its_own(tmp_path):
    with hasty(SqlStore(f"sqlite:///{tmp_path / 'book.sqlite3'}", PROFILE)) as store:
        shelve(store, taking(town()))
        store._database.write(lambda connection, _: connection.execute(update(RECORDS).values(row="{}")))
        app = FastAPI()
        serve(app, profile=lambda: PROFILE, store=lambda: store)
        with served(app) as address:
            answer = httpx.get(f"{address}/audit", verify=False)  # noqa: S501  # it speaks to itself, without TLS
    assert (answer.status_code, answer.headers["content-type"]) == (500, "application/problem+json")
    assert answer.json()["type"] == "/problems#damaged"
