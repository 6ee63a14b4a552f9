"""Every case of a book is opened over HTTP, whatever its id: a book takes ids with which none is begun there.

Law: of any id that a book takes the case is shown, its steps and duties are told, and a step of it is taken.
"""

import asyncio
import unicodedata
from itertools import count
from urllib.parse import quote

import httpx
import pytest
from books import PROFILE
from contrib.test_fastapi_audit import served
from fastapi import FastAPI
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from night import size
from stored import hasty

from law189.casebook.line import LINE
from law189.casebook.stores.sql import SqlStore
from law189.cases.ids import read_id
from law189.contrib.fastapi.bodies import StrictRoute
from law189.contrib.fastapi.router import serve
from law189.law import Law189Error

CONVENED = {"kind": "convened", "on": "2023-10-06", "by": "chair", "held_on": "2023-10-09"}
ON = "2023-10-09"
FIVE = ["chair", "deputy", "member-1", "member-2", "member-3"]
IDS = (
    "meeting/1",
    "№ 7",
    "certificate/28",
    "1/due",
    "1/options",
    "1/events",
    "/",
    "//",
    "a/",
    "/a",
    "a//b",
    "%2F",
    "a%2Fb",
    "a%252Fb",
    "?on=x",
    "a#b",
    "a&b=c;d",
    "a+b",
    "\\",
    "{case_id}",
    "дело «№ 1/2»",
    "дело-и\u0306",
    "🙂",
    "'\"<b>",
    "x" * 400,
    "...",
)
numbers = count()


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    with hasty(SqlStore(f"sqlite:///{tmp_path_factory.mktemp('ids') / 'book.sqlite3'}", PROFILE)) as store:
        yield store


@pytest.fixture(scope="module")
def app(book):
    app = FastAPI()
    serve(app, profile=lambda: PROFILE, store=lambda: book)
    return app


@pytest.fixture(scope="module")
def http(app):
    with served(app) as address, httpx.Client(base_url=address, timeout=60, verify=False) as client:  # noqa: S501  # without TLS
        yield client


def opened_over(http, book, case_id, root=""):
    """Whatever may be read of the case, and a step of it."""
    book.take(LINE.validate_python({"history": case_id, "lifecycle": "meeting", **CONVENED}))
    known = unicodedata.normalize("NFC", case_id)
    path = f"{root}/cases/meeting/{quote(case_id, safe='')}"
    shown = http.get(path)
    assert (shown.status_code, shown.json()["id"], shown.json()["version"]) == (200, known, 1)
    assert http.get(path, headers={"If-None-Match": shown.headers["etag"]}).status_code == 304
    for asked in ("options", "due"):
        told = http.get(f"{path}/{asked}", params={"on": ON})
        assert (told.status_code, told.json()["id"]) == (200, known)
        assert told.json()[{"options": "options", "due": "duties"}[asked]]
    step = {"kind": "opened", "on": ON, "by": "chair", "present": FIVE}
    assert (
        http.post(f"{path}/events", json={**step, "history": "another"}, headers=read(shown)).status_code
        == 422
    )
    taken = http.post(f"{path}/events", json={**step, "history": case_id}, headers=read(shown))
    assert (taken.status_code, taken.json()["id"], taken.headers["etag"]) == (201, known, '"2"')
    assert http.post(f"{path}/events", json=step, headers=read(shown)).status_code == 412
    assert http.get(f"{root}/cases/order/{quote(case_id, safe='')}").status_code == 404


def read(shown):
    return {"If-Match": shown.headers["etag"]}


@pytest.mark.parametrize("case_id", IDS)
def test_a_case_is_opened_by_its_id_over_a_real_server(http, book, case_id):
    opened_over(http, book, case_id)


class Within:
    """The application asked in this process."""

    def __init__(self, app):
        self.app = app

    def ask(self, method, path, **sent):
        async def asked():
            async with httpx.AsyncClient(
                transport=httpx.ASGITransport(self.app), base_url="http://localhost"
            ) as http:
                return await http.request(method, path, **sent)

        return asyncio.run(asked())

    def get(self, path, **sent):
        return self.ask("GET", path, **sent)

    def post(self, path, **sent):
        return self.ask("POST", path, **sent)


@settings(max_examples=size(60, 600))
@given(st.text("/%.?#&;=+ aяй\u0306№\\", min_size=1, max_size=12))
@example("1/due")
def test_a_case_of_any_id_that_a_book_takes_is_opened(book, app, drawn):
    case_id = f"{drawn}{next(numbers)}"
    try:
        read_id(case_id)
    except Law189Error:
        assume(False)
    opened_over(Within(app), book, case_id)


def test_what_a_path_beneath_is_of_is_never_taken_for_another_case(http, book):
    for case_id in ("b", "b/due", "b/options", "b/due/due"):
        book.begin("meeting", case_id)
    for case_id in ("b", "b%2Fdue", "b%2Foptions", "b%2Fdue%2Fdue"):
        for asked in ("", f"/due?on={ON}", f"/options?on={ON}"):
            assert http.get(f"/cases/meeting/{case_id}{asked}").json()["id"] == case_id.replace("%2F", "/")


def test_a_router_below_a_root_reads_the_same(app, book):
    """Below a mount and behind a proxy that takes a part of the path away."""
    above = FastAPI()
    above.mount("/суд/api", app)
    opened_over(Within(above), book, "mounted/1", root="/суд/api")
    opened_over(Within(above), book, "mounted/№ 2", root="/%D1%81%D1%83%D0%B4/api")


def test_without_the_address_as_it_was_written_the_decoded_one_is_read():
    found = []
    for scope in (
        {"path": "/x/a/b", "raw_path": b"/x/a%2Fb"},
        {"path": "/x/a/b", "raw_path": None},
        {"path": "/x/a/b"},
        {"path": "/x/b", "raw_path": b"/changed/x/b"},
    ):
        match, told = StrictRoute("/x/{name}", lambda: None).matches(
            {"type": "http", "method": "GET", **scope}
        )
        found.append((match.name, told.get("path_params", {}).get("name")))
    assert found == [("FULL", "a/b"), ("NONE", None), ("NONE", None), ("FULL", "b")]


def test_a_case_is_begun_over_http_by_a_plainer_id(http):
    for case_id in ("meeting/new", "№ 77"):
        answer = http.post("/cases", json={"lifecycle": "meeting", "id": case_id})
        assert (answer.status_code, answer.json()["faults"][0]["key"]) == (422, "id")


@pytest.mark.parametrize("case_id", ["\n", "a\x00", " a", "a\u200b", "\u00a0"])
def test_what_no_book_takes_is_told_at_its_place(http, case_id):
    for asked in ("", f"/due?on={ON}", f"/options?on={ON}"):
        answer = http.get(f"/cases/meeting/{quote(case_id, safe='')}{asked}")
        assert (answer.status_code, answer.json()["faults"][0]["key"]) == (422, "path.case_id")


def test_the_openapi_says_how_a_slash_is_written(app):
    for path, of in app.openapi()["paths"].items():
        for operation in of.values():
            for one in operation.get("parameters", []):
                if one["name"] == "case_id":
                    assert "%2F" in one["description"], path
                    assert "pattern" not in one["schema"], path
