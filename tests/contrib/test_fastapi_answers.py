"""An answer of the router is of one moment of the book, and of one language under one tag."""

from contextlib import contextmanager

import httpx
import pytest
from books import PROFILE, certified, contracted, fulfilled, taking, town
from contrib.test_fastapi_audit import served
from fastapi import FastAPI
from stored import hasty, shelve

from law189.casebook.stores.sql import SqlStore
from law189.contrib.fastapi.router import serve

STEPS = [*contracted(), *fulfilled()]
ON = "2024-06-03"
TOLD = ("contract/k1", "certificate/c1", "order/order")
GETS = (
    *(f"/cases/{case}" for case in TOLD),
    *(f"/cases/{case}/{asked}?on={ON}" for case in TOLD for asked in ("options", "due")),
    f"/audit?on={ON}",
    "/problems",
)


class Going(SqlStore):
    """A book in which somebody takes the next step whenever it has been looked at."""

    def __init__(self, url):
        super().__init__(url, PROFILE)
        self.left, self.asking = [], False

    @contextmanager
    def moment(self):
        with super().moment() as shelf:
            yield shelf
        if self.left and not self.asking:
            self.asking = True
            self.take(self.left.pop(0))
            self.asking = False


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    file = tmp_path_factory.mktemp("answers") / "book.sqlite3"
    with hasty(Going(f"sqlite:///{file}")) as store:
        shelve(store, taking(town(), STEPS[:1]))
        yield store


@pytest.fixture(scope="module")
def http(book):
    app = FastAPI()
    serve(app, profile=lambda: PROFILE, store=lambda: book)
    with served(app) as address, httpx.Client(base_url=address, timeout=60, verify=False) as client:  # noqa: S501  # without TLS
        yield client


@pytest.mark.parametrize("path", [one for one in GETS if one.startswith("/cases")])
def test_what_is_told_of_a_case_is_of_one_moment(tmp_path, path):
    app, url = FastAPI(), f"sqlite:///{tmp_path / 'book.sqlite3'}"
    with hasty(Going(url)) as store:
        serve(app, profile=lambda: PROFILE, store=lambda: store)
        shelve(store, taking(town(), STEPS[:1]))
        with served(app) as address, httpx.Client(base_url=address, timeout=60, verify=False) as client:  # noqa: S501  # without TLS
            still = {}
            for at in range(1, len(STEPS) + 1):
                still[at - 1] = client.get(path).json()
                if at < len(STEPS):
                    store.take(STEPS[at])
    with hasty(Going(f"sqlite:///{tmp_path / 'going.sqlite3'}")) as store:
        app = FastAPI()
        serve(app, profile=lambda: PROFILE, store=lambda: store)
        shelve(store, taking(town(), STEPS[:1]))
        store.left = STEPS[1:]
        with served(app) as address, httpx.Client(base_url=address, timeout=60, verify=False) as client:  # noqa: S501  # without TLS
            assert [client.get(path).json() for _ in still] == [*still.values()]
            assert not store.left


@pytest.mark.parametrize("path", GETS)
def test_two_answers_of_one_tag_are_one_and_the_language_is_told_to_vary(http, path):
    told = [http.get(path, headers={"Accept-Language": lang}) for lang in ("ru", "en")]
    assert {one.status_code for one in told} == {200}
    tags = {one.headers.get("etag") for one in told}
    if len({one.content for one in told}) > 1:
        assert len(tags) == len(told)
        assert all(one.headers["vary"] == "Accept-Language" for one in told)
        assert [one.headers["content-language"] for one in told] == ["ru", "en"]
    for one in told if None not in tags else ():
        for other, lang in zip(told, ("ru", "en"), strict=True):
            asked = {"Accept-Language": lang, "If-None-Match": one.headers["etag"]}
            again = http.get(path, headers=asked)
            same = other.content == one.content
            assert again.status_code == (304 if same else 200)
            assert again.headers["etag"] == other.headers["etag"]


def test_an_audit_whose_problems_are_in_a_language_says_so(http):
    for lang in ("ru", "en"):
        headers = http.get("/audit", headers={"Accept-Language": lang}).headers
        assert (headers["vary"], headers["content-language"]) == ("Accept-Language", lang)


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_a_step_takes_the_tag_of_either_language_and_of_no_other_version(http, book, lang):
    began = [*certified(f"x-{lang}", number=f"Х-{lang}", file=f"x-{lang}")]
    for one in began[:1]:
        book.take(one)
    path = f"/cases/certificate/x-{lang}"
    tag = http.get(path, headers={"Accept-Language": lang}).headers["etag"]
    assert tag.startswith('"1-')
    step = {**began[1].event.model_dump(mode="json", exclude_none=True)}
    old = http.post(f"{path}/events", json=step, headers={"If-Match": tag.replace('"1-', '"0-')})
    assert (old.status_code, old.json()["type"]) == (412, "/problems#conflict")
    assert http.post(f"{path}/events", json=step, headers={"If-Match": tag}).status_code == 201
    assert http.post(f"{path}/events", json=step, headers={"If-Match": tag}).status_code == 412


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_several_lines_of_a_header_are_one_list_in_whatever_order(http, book, lang):
    """A client has read one version: two tags are refused, in one line or in two."""
    began = [*certified(f"y-{lang}", number=f"У-{lang}", file=f"y-{lang}")]
    book.take(began[0])
    path = f"/cases/certificate/y-{lang}"
    tag = http.get(path, headers={"Accept-Language": lang}).headers["etag"]
    step = {**began[1].event.model_dump(mode="json", exclude_none=True)}
    for said in ([f'{tag}, "9"'], [tag, '"9"'], ['"9"', tag]):
        answer = http.post(
            f"{path}/events",
            json=step,
            headers=[("Accept-Language", lang), *(("If-Match", one) for one in said)],
        )
        assert answer.status_code == 422
        (fault,) = answer.json()["faults"]
        assert fault["key"] == "header.if-match"
    for said in ([f'"9", {tag}'], ['"9"', tag], [tag, '"9"']):
        headers = [("Accept-Language", lang), *(("If-None-Match", one) for one in said)]
        assert http.get(path, headers=headers).status_code == 304
    other = {"ru": "en", "en": "ru"}[lang]
    for said in ([f"{other};q=0.1, {lang}"], [f"{other};q=0.1", lang], [lang, f"{other};q=0.1"]):
        headers = [("Accept-Language", one) for one in said]
        assert http.get(path, headers=headers).headers["content-language"] == lang
    twice = [("Content-Type", "application/json"), ("Content-Type", "text/plain"), ("If-Match", tag)]
    assert http.post(f"{path}/events", content=b"{}", headers=twice).status_code == 422
