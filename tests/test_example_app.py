"""The example server over real HTTP: a whole life, every refusal as a problem, and nothing lost between clients."""

import json
import os
import re
import sqlite3
import subprocess
import sys
import time
import unicodedata
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from threading import Barrier

import httpx
import places
import pytest
from filled import acts, filled

from law189.casebook.cycles import CYCLES
from law189.casebook.stores.sql import SqlStore
from law189.profile.federal import shipped_data
from law189.verdict import Outcome, Verdict
from law189.workflows import LIFECYCLES

FOLDER = places.EXAMPLES / "fastapi_app"
CLIENTS = 8
SERVICE = "804200О.99.0.ББ52АЖ48000"
ELECTRONIC = {"form": "electronic", "system": "navigator"}
HOURS = {"amount": 72, "unit": "person-hours"}


# ─── The server and its clients ──────────────────────────────────────────────────────────────────────────


@contextmanager
def serving(folder, name, database, **environment):
    """A server in a process of its own, on a free port; its warnings are errors, and it leaves no traceback.

    What comes is asked for the address, and waits until the server serves.
    """
    log = folder / f"{name}.log"
    words = ["-W", "error", "-m", "uvicorn", "--app-dir", str(FOLDER), "--port", "0", "app:app"]
    known = {**os.environ, "LAW189_DATABASE": f"sqlite:///{folder / database}", **environment}

    def address():
        until = time.monotonic() + 60
        while not (found := re.search(r"running on (http://\S+)", log.read_text(encoding="utf-8"))):
            assert ran.poll() is None, log.read_text(encoding="utf-8")
            assert time.monotonic() < until, "the server does not start"
            time.sleep(0.02)
        return found[1]

    with log.open("wb") as out:
        ran = subprocess.Popen([sys.executable, *words], env=known, stdout=out, stderr=out)  # noqa: S603
        try:
            yield address
        finally:
            ran.terminate()
            ran.wait()
    assert "Traceback" not in log.read_text(encoding="utf-8")


def client(address):
    return httpx.Client(base_url=address(), timeout=60, verify=False)  # noqa: S501  # it speaks to itself, without TLS


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("served")


@pytest.fixture(scope="module")
def with_acts(folder):
    """The environment of a municipality that has adopted every act."""
    profile = {**shipped_data()["municipalities"]["kemerovo"], "adopted": list(acts())}
    file = folder / "kemerovo.json"
    file.write_text(json.dumps(profile, ensure_ascii=False), encoding="utf-8")
    return {"LAW189_PROFILE": str(file)}


@pytest.fixture(scope="module")
def clients(folder, with_acts):
    """Of two servers on one database, and of one with the shipped profile, which has adopted nothing."""
    with (
        serving(folder, "one", "cases.sqlite3", **with_acts) as one,
        serving(folder, "two", "cases.sqlite3", **with_acts) as two,
        serving(folder, "shipped", "shipped.sqlite3") as shipped,
        client(one) as one,
        client(two) as two,
        client(shipped) as shipped,
    ):
        yield {"one": one, "two": two, "shipped": shipped}


@pytest.fixture
def http(clients):
    return clients["one"]


def begin(http, lifecycle, case_id):
    begun = http.post("/cases", json={"lifecycle": lifecycle, "id": case_id})
    assert begun.status_code == 201, begun.text
    return begun


def take(http, path, event, version, **headers):
    return http.post(f"{path}/events", json=event, headers={"If-Match": f'"{version}"', **headers})


def taken(http, path, *events):
    """Take the steps one after the other, each on the version that the one before left."""
    for event in events:
        answer = take(http, path, event, http.get(path).json()["version"])
        assert answer.status_code == 201, answer.text


def refusal(answer, status, kind):
    """The problem of an answer that refuses."""
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    said = answer.json()
    assert (said["type"], said["status"]) == (f"/problems#{kind}", status)
    return said


# ─── A certificate ───────────────────────────────────────────────────────────────────────────────────────


def contract(number, ended=None, rendered=None):
    return {
        "as_of": ended or "2024-02-02",
        "number": number,
        "provider": "4205000009",
        "certificate": "17",
        "service": SERVICE,
        "volume": HOURS,
        "concluded_on": "2024-02-02",
        "ended_on": ended,
        "rendered": rendered,
        "fulfilled": rendered == HOURS,
    }


APPLIED = {
    "kind": "applied_for",
    "on": "2024-01-10",
    "by": "representative",
    "document": ELECTRONIC,
    "recipient": {"file": "17", "born": "2014-05-01"},
    "services": [SERVICE],
    "asks": ["enrolment", "certificate"],
}
REGISTERED = {"kind": "recipient_registered", "on": "2024-01-11", "by": "education", "record": "17"}
FORMED = {
    "kind": "formed",
    "on": "2024-01-12",
    "by": "education",
    "document": ELECTRONIC,
    "number": "17",
    "nominal": HOURS,
    "valid_until": "2024-12-31",
    "order": {
        "as_of": "2024-01-12",
        "number": "1",
        "year": 2024,
        "status": 1,
        "services": [SERVICE],
        "approved_on": "2023-12-20",
        "published_on": "2023-12-25",
    },
}
CONTRACTED = {"kind": "contracted", "on": "2024-02-02", "by": "provider", "contract": contract("5")}
USED = {
    "kind": "used",
    "on": "2024-05-31",
    "by": "provider",
    "contract": contract("5", "2024-05-31", HOURS),
}
LIFE = {
    "applied": APPLIED,
    "registered": REGISTERED,
    "formed": FORMED,
    "contracted": CONTRACTED,
    "used": USED,
}
DECIDED = {"by": "deputy head", "on": "2024-01-11", "reason": "the act is being adopted"}


def test_a_certificate_lives_from_its_application_to_its_last_hour(http):
    begun = begin(http, "certificate", "life")
    path = begun.headers["location"]
    assert (path, begun.headers["etag"]) == ("/cases/certificate/life", '"0"')
    for version, (state, event) in enumerate(LIFE.items()):
        answer = take(http, path, event, version)
        assert answer.status_code == 201, answer.text
        said = answer.json()
        assert (said["state"], said["version"], answer.headers["etag"]) == (
            state,
            version + 1,
            f'"{version + 1}"',
        )
        assert said["verdict"]["outcome"] == "holds"
        Verdict.from_json(said["verdict"])
    shown = http.get(path)
    assert shown.headers["etag"].startswith('"5-')
    assert [record["state"] for record in shown.json()["records"]] == list(LIFE)
    assert [record["event"]["on"] for record in shown.json()["records"]] == [e["on"] for e in LIFE.values()]


def test_a_case_is_told_in_the_language_that_is_asked_for(http):
    path = begin(http, "certificate", "told").headers["location"]
    taken(http, path, APPLIED)
    told = {
        asked: http.get(path, params=params, headers={"Accept-Language": header}).json()["records"][0][
            "told"
        ][0]
        for asked, params, header in (
            ("nothing", {}, ""),
            ("another", {}, "de"),
            ("russian", {}, "ru-RU, en;q=0.9"),
            ("weighed", {}, "de, ru;q=0.2, en-GB;q=0.7"),
            ("by query", {"lang": "en"}, "ru"),
            ("amiss", {}, "en;q=., ru;q=1.1.1"),
        )
    }
    russian, english = "✓ подано заявление", "✓ applied for"
    assert told == {
        "nothing": russian,
        "another": russian,
        "russian": russian,
        "weighed": english,
        "by query": english,
        "amiss": russian,
    }


@pytest.mark.parametrize("cycle", LIFECYCLES, ids=lambda cycle: cycle.name)
def test_every_lifecycle_is_served(http, cycle):
    path = begin(http, cycle.name, f"any-{cycle.name}").headers["location"]
    options = http.get(f"{path}/options", params={"on": "2024-01-10"}).json()["options"]
    assert [option["kind"] for option in options] == [*cycle.kinds, "record_annulled"]
    assert http.get(f"{path}/due", params={"on": "2024-01-10"}).json()["state"] == cycle.initial


def test_options_and_duties_are_those_of_the_day(http):
    path = begin(http, "certificate", "asked").headers["location"]
    taken(http, path, APPLIED)
    options = http.get(f"{path}/options", params={"on": "2024-01-11"}).json()["options"]
    permitted = [option["kind"] for option in options if option["permitted"]]
    assert permitted == ["withdrawn", "recipient_registered", "recipient_refused", "record_annulled"]
    duties = http.get(f"{path}/due", params={"on": "2024-01-16"}).json()["duties"]
    assert [(duty["last_day"], duty["overdue"]) for duty in duties] == [("2024-01-15", True)]


def test_a_breach_is_recorded_and_said(http):
    path = begin(http, "certificate", "late").headers["location"]
    taken(http, path, APPLIED)
    answer = take(http, path, {**REGISTERED, "on": "2024-01-16"}, 1)
    assert (answer.status_code, answer.json()["verdict"]["outcome"]) == (201, "breach")


def test_a_record_made_in_error_is_annulled_and_both_stay_visible(http):
    path = begin(http, "certificate", "annulled").headers["location"]
    annulment = {
        "kind": "record_annulled",
        "on": "2024-01-11",
        "by": "education",
        "record": 2,
        "reason": "a slip",
    }
    taken(http, path, APPLIED, REGISTERED, annulment)
    case = http.get(path).json()
    assert (case["state"], case["version"]) == ("applied", 3)
    assert [record["annulled"] for record in case["records"]] == [False, True, False]


# ─── Refusals ────────────────────────────────────────────────────────────────────────────────────────────


def test_a_void_step_is_a_problem_that_carries_its_verdict_and_moves_nothing(http):
    path = begin(http, "certificate", "void").headers["location"]
    taken(http, path, APPLIED)
    answer = take(http, path, {**REGISTERED, "by": "provider"}, 1, **{"Accept-Language": "en"})
    said = refusal(answer, 409, "void")
    assert said["title"] == "The step would have no effect"
    assert said["detail"].startswith("Acting: provider;")
    assert answer.headers["content-language"] == "en"
    verdict = Verdict.from_json(said["verdict"])
    assert [reason.rule for reason in verdict.walk() if reason.stops and not reason.parts] == ["roles.acting"]
    assert verdict.parts[0].cites[0].id == "kemerovo-2993/app4.4"
    assert http.get(path).json()["version"] == 1


def test_a_step_without_its_act_is_unknown_until_an_office_decides(clients):
    http = clients["shipped"]
    path = begin(http, "certificate", "unknown").headers["location"]
    taken(http, path, APPLIED)
    said = refusal(take(http, path, REGISTERED, 1), 422, "unknown")
    assert "Акт о формировании сертификатов на день шага в профиле не указан." in said["detail"]
    assert said["verdict"]["outcome"] == "unknown"
    answer = take(http, path, {**REGISTERED, "decision": DECIDED}, 1)
    assert (answer.status_code, answer.json()["verdict"]["outcome"]) == (201, "unknown")
    assert http.get(path).json()["records"][1]["decision"] == DECIDED


def test_another_version_is_a_conflict_and_none_is_asked_for(http):
    path = begin(http, "certificate", "versions").headers["location"]
    refusal(http.post(f"{path}/events", json=APPLIED), 428, "no-version")
    assert http.post(f"{path}/events", json={**APPLIED, "expected_version": 0}).status_code == 201
    answer = take(http, path, REGISTERED, 0, **{"Accept-Language": "en"})
    said = refusal(answer, 412, "conflict")
    assert said["detail"] == "Version 0 was expected, but the case has 1. Read it and decide anew."
    assert answer.headers["etag"] == '"1"'


@pytest.mark.parametrize(
    ("event", "keys"),
    [
        ({}, ["kind"]),
        ({"kind": "aplied_for"}, ["kind"]),
        ({**APPLIED, "on": "2024-02-30", "asks": ["certificat"], "servise": 1}, ["on", "asks[0]", "servise"]),
        ({**FORMED, "nominal": {"amount": 7.5, "unit": "hours"}}, ["nominal.amount", "nominal.unit"]),
        ({**APPLIED, "decision": {"by": ""}}, ["decision.by", "decision.on", "decision.reason"]),
        ({**APPLIED, "lifecycle": "contract", "expected_version": 7}, ["lifecycle", "expected_version"]),
        ({"kind": "applied_for", "by": "represent\u202eative"}, ["body:1:38"]),
    ],
)
def test_a_malformed_event_lists_every_fault(http, event, keys):
    http.post("/cases", json={"lifecycle": "certificate", "id": "faulty"})
    said = refusal(take(http, "/cases/certificate/faulty", event, 0), 422, "malformed")
    assert [fault["key"] for fault in said["faults"]] == keys
    assert all(fault["message"] in said["detail"] for fault in said["faults"])


ASKED = "/cases/certificate/asked-amiss"


@pytest.mark.parametrize(
    ("method", "url", "sent", "status", "kind", "words"),
    [
        ("POST", "/cases", {"lifecycle": "sertificate", "id": "1"}, 404, "no-lifecycle", "«certificate»?"),
        ("GET", "/cases/contrakt/1", None, 404, "no-lifecycle", "did you mean «contract»?"),
        ("GET", "/cases/certificate/none", None, 404, "no-case", "no case «none»"),
        (
            "POST",
            "/cases/certificate/none/events",
            {**APPLIED, "expected_version": 0},
            404,
            "no-case",
            "«none»",
        ),
        ("POST", "/cases", {"lifecycle": "certificate", "id": "a/b"}, 422, "malformed", "id: "),
        ("POST", "/cases", {"lifecycle": "certificate", "idd": "1"}, 422, "malformed", "did you mean «id»?"),
        ("POST", "/cases", None, 422, "malformed", "body"),
        ("POST", "/cases", "{", 422, "malformed", "a bracket is not closed"),
        ("GET", "/cases/certificate/%00", None, 422, "malformed", "path.case_id"),
        ("GET", f"{ASKED}/due", None, 422, "malformed", "the required key on is missing"),
        ("GET", f"{ASKED}/options?on=2024-13-01", None, 422, "malformed", "there is no day 2024-13-01"),
        ("GET", f"{ASKED}?lang=de", None, 422, "malformed", "query.lang"),
    ],
)
def test_what_cannot_be_answered_is_a_problem(http, method, url, sent, status, kind, words):
    http.post("/cases", json={"lifecycle": "certificate", "id": "asked-amiss"})
    content = sent if isinstance(sent, str) else None if sent is None else json.dumps(sent)
    headers = {"Accept-Language": "en", "Content-Type": "application/json"}
    said = refusal(http.request(method, url, content=content, headers=headers), status, kind)
    assert words in said["detail"]
    assert kind in http.get("/problems").json()


def test_whoever_does_not_exist_is_a_fault_with_the_right_word(http):
    path = begin(http, "certificate", "nobody").headers["location"]
    said = refusal(take(http, path, {**APPLIED, "by": "родитель"}, 0), 422, "malformed")
    assert [fault["key"] for fault in said["faults"]] == ["by"]
    assert "«representative»" in said["detail"]


def test_the_id_of_a_case_may_be_russian(http):
    path = begin(http, "contract", "дело-17").headers["location"]
    assert http.get(path).json()["id"] == "дело-17"


def test_a_case_begins_once(http):
    begin(http, "contract", "twice")
    refusal(http.post("/cases", json={"lifecycle": "contract", "id": "twice"}), 409, "exists")


def test_one_id_is_one_case_of_all_lifecycles(http):
    """The book finds a case by its id alone; under another lifecycle it is not there."""
    begin(http, "certificate", "of-one")
    refusal(http.post("/cases", json={"lifecycle": "contract", "id": "of-one"}), 409, "exists")
    refusal(http.get("/cases/contract/of-one"), 404, "no-case")
    refusal(take(http, "/cases/contract/of-one", offer("of-one"), 0), 404, "no-case")


def test_a_path_that_is_not_there_is_a_problem_too(http):
    answer = http.get("/kases")
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")


# ─── Beside the other cases ──────────────────────────────────────────────────────────────────────────────


def offer(number, amount=72):
    return {
        "kind": "offered",
        "on": "2024-02-01",
        "by": "provider",
        "number": number,
        "provider": "4205000009",
        "service": SERVICE,
        "volume": {"amount": amount, "unit": "person-hours"},
        "ends_on": "2024-05-31",
        "terms": ["schedule", "place"],
    }


SHOWN = {
    "document": ELECTRONIC,
    "provider": {
        "as_of": "2024-02-01",
        "provider": "4205000009",
        "record": "1",
        "services": [SERVICE],
        "included_on": "2023-10-18",
    },
    "agreement": {
        "as_of": "2024-02-01",
        "number": "1",
        "provider": "4205000009",
        "services": [SERVICE],
        "mode": "provision",
        "concluded_on": "2023-12-27",
        "ends_on": "2024-12-31",
    },
}


def concluded(number):
    named = {"refers_to": {"certificate": number}}
    return {"kind": "concluded", "on": "2024-02-01", "by": "representative", **SHOWN, **named}


def test_a_contract_takes_its_part_of_the_certificate_and_a_second_one_finds_nothing(http):
    """No extract of the certificate is sent: the server takes it from its own case, and moves that too."""
    child = {**APPLIED, "recipient": {"file": "held", "born": "2014-05-01"}}
    certificate = begin(http, "certificate", "held").headers["location"]
    taken(http, certificate, child, {**REGISTERED, "record": "held"}, {**FORMED, "number": "held"})
    one, two = (begin(http, "contract", name).headers["location"] for name in ("held-1", "held-2"))
    taken(http, one, offer("held-1"))
    answer = take(http, one, concluded("held"), 1)
    assert answer.status_code == 201, answer.text
    assert answer.json()["linked"] == [
        {"lifecycle": "certificate", "id": "held", "state": "contracted", "version": 4}
    ]
    assert http.get(certificate).json()["state"] == "contracted"
    taken(http, two, offer("held-2", amount=10))
    said = refusal(take(http, two, concluded("held"), 1), 409, "void")
    void = Verdict.from_json(said["verdict"]).reasons(Outcome.VOID)
    assert [reason.rule for reason in void] == ["standing.formed"]  # nothing is left of it
    assert (http.get(two).json()["version"], http.get(certificate).json()["version"]) == (1, 4)


def test_a_number_that_another_case_has_is_refused(http):
    one, two = (begin(http, "contract", f"number-{number}").headers["location"] for number in (1, 2))
    taken(http, one, offer("number"))
    said = refusal(take(http, two, offer("№ number"), 0), 409, "void")
    assert "reconciliation.number_once" in {
        reason.rule for reason in Verdict.from_json(said["verdict"]).walk()
    }


# ─── Every door is the same door ─────────────────────────────────────────────────────────────────────────

JSON = {"content-type": "application/json", "Accept-Language": "en"}


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ('{"kind": "convened", "by": "member-1", "by": "chair"}', "body:1:40: the key «by» is given twice"),
        ('{"recipient": {"file": "1", "file": "2"}}', "no JSON, a key given twice"),
        ('{"record": NaN}', "«NaN» is no value of JSON; write null"),
        ('{"record": -Infinity}', "«-Infinity» is no value of JSON"),
        ('{"record": 1e999}', "«1e999» is a number in short form"),
        ("[1]", "keys with values are needed"),
        ("'a': 1", "is no value of JSON"),
        ("[" * 100_000, "nested deeper"),
        ("", "the file is empty"),
        (b"\xff\xfe", "not in UTF-8"),
        ('{"reason": "дело потребителя передано в архив"}'.encode("cp1251"), "it seems to be windows-1251"),
        ('{"by": "a\u202eb"}', "invisible sign"),
    ],
)
def test_a_body_is_read_as_strictly_as_a_file(http, body, words):
    path = http.post("/cases", json={"lifecycle": "certificate", "id": "strict"}).headers.get("location")
    path = path or "/cases/certificate/strict"
    for url in ("/cases", f"{path}/events"):
        said = refusal(http.post(url, content=body, headers={**JSON, "If-Match": '"0"'}), 422, "malformed")
        assert words in said["detail"]
    assert http.get(path).json()["version"] == 0


def test_a_body_says_that_it_is_json(http):
    answer = http.post(
        "/cases", content='{"lifecycle": "contract", "id": "x"}', headers={"content-type": "text/plain"}
    )
    assert "application/json" in refusal(answer, 422, "malformed")["detail"]


@pytest.mark.parametrize("tag", ['W/"0"', '"00"', '"0x"', '"1"', '""', '"999999999999"'])
def test_if_match_compares_strongly(http, tag):
    """RFC 9110, 13.1.1: a weak tag matches nothing, and a tag is compared sign by sign."""
    path = http.post("/cases", json={"lifecycle": "certificate", "id": "strong"}).headers.get("location")
    path = path or "/cases/certificate/strong"
    answer = http.post(f"{path}/events", json=APPLIED, headers={**JSON, "If-Match": tag})
    said = refusal(answer, 412, "conflict")
    assert answer.headers["etag"] == '"0"'
    assert ("weak" in said["detail"]) == tag.startswith("W/")
    assert http.get(path).json()["version"] == 0


@pytest.mark.parametrize("tag", ["0", "*", 'w/"0"', '"0', '"0", "1"', "'0'"])
def test_what_is_no_tag_is_told_in_words(http, tag):
    http.post("/cases", json={"lifecycle": "certificate", "id": "no-tag"})
    answer = http.post("/cases/certificate/no-tag/events", json=APPLIED, headers={**JSON, "If-Match": tag})
    (fault,) = refusal(answer, 422, "malformed")["faults"]
    assert fault["key"] == "header.if-match"
    assert fault["message"].startswith("the ETag of the case is needed whole")


def test_an_id_in_composed_and_in_parted_letters_is_one_case(http):
    composed, parted = "дело-й-ё", unicodedata.normalize("NFD", "дело-й-ё")
    assert composed != parted
    assert begin(http, "contract", parted).json()["id"] == composed
    refusal(http.post("/cases", json={"lifecycle": "contract", "id": composed}), 409, "exists")
    for name in (composed, parted):
        assert http.get(f"/cases/contract/{name}").json()["id"] == composed


@pytest.mark.parametrize(
    "case_id",
    [
        "",
        ".",
        "..",
        "...",
        ".hidden",
        "-x",
        "a/b",
        "a\\b",
        " a",
        "a ",
        "a\n",
        "a\u200db",
        "a\ufe0f",
        "①",
        "a" * 65,
    ],
)
def test_an_id_that_is_no_name_is_refused(http, case_id):
    said = refusal(http.post("/cases", json={"lifecycle": "contract", "id": case_id}), 422, "malformed")
    hidden = not case_id.isascii() and case_id != "①"  # told by its place, before the ids are read
    assert [fault["key"] for fault in said["faults"]] == ["body:1:32" if hidden else "id"]


PLACE = "(select place from law189_cases where id = ?)"
SPOILT = {
    "state": "update law189_cases set state = 'concluded' where id = ?",
    "version": "update law189_cases set version = 3 where id = ?",
    "row": f"update law189_records set row = '{{}}' where place = {PLACE}",  # noqa: S608
    "number": f"update law189_records set number = 2 where place = {PLACE}",  # noqa: S608
}


@pytest.mark.parametrize("spoilt", SPOILT)
def test_a_case_is_served_only_where_its_rows_are_those_of_one_whole_case(http, folder, spoilt):
    name = f"spoilt-{spoilt}"
    path = begin(http, "certificate", name).headers["location"]
    taken(http, path, {**APPLIED, "recipient": {"file": name, "born": "2014-05-01"}})
    with sqlite3.connect(folder / "cases.sqlite3") as database:
        database.execute(SPOILT[spoilt], (name,))
    try:
        for answer in (
            http.get(path),
            http.get(f"{path}/due?on=2024-01-10"),
            take(http, path, REGISTERED, 1),
        ):
            refusal(answer, 500, "damaged")
    finally:
        with sqlite3.connect(folder / "cases.sqlite3") as database:
            for table in ("keys", "records", "cases"):
                database.execute(f"delete from law189_{table} where place = {PLACE}", (name,))  # noqa: S608
        with closing(SqlStore(f"sqlite:///{folder / 'cases.sqlite3'}", filled("kemerovo"))) as store:
            store.follow()


@pytest.mark.parametrize(
    "recipient",
    [
        "Иванов Иван",
        ["Иванов Иван"],
        {"file": 17, "born": "Иван"},
        {"file": "17", "born": "Иванов Иван"},
        {"file": "17", "born": "2014-05-01", "Иванов Иван": 1},
        {"file": "17", "born": "2014-05-01", "name": "Иванов Иван"},
        {"file": {"Иванов Иван": 1}},
        {"file": ["Иванов Иван"]},
    ],
    ids=str,
)
def test_what_does_not_fit_a_recipient_is_told_without_its_value(http, recipient):
    http.post("/cases", json={"lifecycle": "certificate", "id": "discreet"})
    for tongue in ("ru", "en"):
        answer = take(
            http,
            "/cases/certificate/discreet",
            {**APPLIED, "recipient": recipient},
            0,
            **{"Accept-Language": tongue},
        )
        said = refusal(answer, 422, "malformed")
        assert "Иван" not in answer.text.encode().decode("unicode_escape", "ignore") + answer.text
        assert all(fault["key"].startswith("recipient") for fault in said["faults"])
        needed = (
            ("нужно: ", "возможны: ", "нет обязательного")
            if tongue == "ru"
            else ("needed", "possible are", "missing")
        )
        assert all(any(word in fault["message"] for word in needed) for fault in said["faults"])
        assert said["faults"]


@pytest.mark.parametrize(
    "asked", ["options?on=2024-01-10&on=2024-01-11", "due?on=2024-01-10&lang=ru&lang=en"]
)
def test_what_is_asked_twice_in_an_address_is_refused_as_a_doubled_key_is(http, asked):
    http.post("/cases", json={"lifecycle": "certificate", "id": "doubled"})
    said = refusal(http.get(f"/cases/certificate/doubled/{asked}"), 422, "malformed")
    assert [fault["key"] for fault in said["faults"]] == ["on" if asked.startswith("options") else "lang"]


@pytest.mark.parametrize(
    "said", ["{Иван: 1}", '{"file": Иван}', '{"Иван": 1, "Иван": 2}', '{"file": "Иван\u202e"}']
)
def test_what_is_no_json_of_a_recipient_is_told_without_it(http, said):
    answer = http.post("/cases", content=f'{{"recipient": {said}}}'.encode(), headers=JSON)
    (fault,) = refusal(answer, 422, "malformed")["faults"]
    assert re.fullmatch(r"body:1:\d+", fault["key"])
    assert "Иван" not in answer.json()["detail"]


# ─── What its README says ────────────────────────────────────────────────────────────────────────────────

README = (FOLDER / "README.md").read_text(encoding="utf-8")


def test_the_readme_names_every_path_problem_and_variable(http):
    named = {path.replace("certificate", "{lifecycle}").replace("17", "{case_id}") for path in PATHS}
    of_each = re.compile(f"(?<=/cases/)({'|'.join(CYCLES)})(?=/)")  # steps have a path for each lifecycle
    served = {of_each.sub("{lifecycle}", path) for path in http.get("/openapi.json").json()["paths"]}
    assert named == {*served, "/docs"}
    assert set(re.findall(r"`/problems#([\w-]+)`", README)) == set(http.get("/problems").json())
    asked = re.findall(r'environ\.get\("(\w+)", "(.+)"\)', (FOLDER / "app.py").read_text(encoding="utf-8"))
    assert asked
    assert all(f"| `{variable}` |" in README and f"| `{default}` |" in README for variable, default in asked)


PATHS = re.findall(r"^\| `(?:GET|POST) (/[\w/]+)", README, re.MULTILINE)


def test_the_requests_of_the_readme_are_answered_as_it_says(clients):
    http = clients["shipped"]
    case, applied, by_another = (json.loads(body) for body in re.findall(r"'(\{.*?\})'", README, re.DOTALL))
    path = http.post("/cases", json=case).headers["location"]
    assert path == "/cases/certificate/17"
    assert take(http, path, applied, 0).status_code == 201
    refusal(take(http, path, by_another, 1), 409, "void")
    decided = json.loads(re.search(r"```json\n(.+?)```", README, re.DOTALL)[1])
    assert take(http, path, decided, 1).status_code == 201


# ─── Many clients at once, of two servers ────────────────────────────────────────────────────────────────


def at_once(clients, action):
    """What `action(number, http)` gives to each of the clients, all begun at one moment."""
    start = Barrier(CLIENTS)

    def run(number):
        start.wait()
        return action(number, clients["two" if number % 2 else "one"])

    with ThreadPoolExecutor(CLIENTS) as pool:
        return list(pool.map(run, range(CLIENTS)))


@pytest.mark.parametrize("turn", range(3))
def test_of_clients_that_take_the_same_step_at_once_exactly_one_wins(clients, http, turn):
    path = begin(http, "certificate", f"raced-{turn}").headers["location"]
    taken(http, path, APPLIED)
    won = at_once(clients, lambda _, http: take(http, path, REGISTERED, 1).status_code)
    assert Counter(won) == {201: 1, 412: CLIENTS - 1}
    assert [record["state"] for record in http.get(path).json()["records"]] == ["applied", "registered"]


SITTING = [
    {"kind": "convened", "on": "2023-09-29", "by": "chair", "held_on": "2023-10-02"},
    {
        "kind": "opened",
        "on": "2023-10-02",
        "by": "chair",
        "present": ["chair", "deputy", "member-1", "member-2", "member-3"],
    },
]


def voted(question):
    votes = {"chair": "for", "deputy": "for", "member-1": "for"}
    step = {"kind": "item_voted", "on": "2023-10-02", "by": "chair", "question_kind": "plan-measures"}
    return {**step, "question": question, "votes": votes}


def test_nothing_is_lost_between_clients_nor_by_a_restart(clients, folder, with_acts, http):
    """Each client votes on the one meeting, again after each 412, and leads a certificate of its own in between."""
    meeting = begin(http, "meeting", "2023-10-02").headers["location"]
    taken(http, meeting, *SITTING)

    def work(number, http):
        own = begin(http, "certificate", f"own-{number}").headers["location"]
        seen = []
        child = {"file": f"own-{number}", "born": "2014-05-01"}
        registered = {**REGISTERED, "record": f"own-{number}"}
        steps = {**APPLIED, "recipient": child}, registered, {**FORMED, "number": f"own-{number}"}
        for place, event in enumerate(steps):
            seen.append(take(http, own, event, place).status_code)
            version = http.get(meeting).headers["etag"]
            while True:
                answer = take(http, meeting, voted(f"{number}.{place}"), version.strip('"'))
                seen.append(answer.status_code)
                if answer.status_code != 412:
                    break
                version = answer.headers["etag"]
        return seen

    statuses = Counter(status for seen in at_once(clients, work) for status in seen)
    steps = CLIENTS * 3
    assert statuses.keys() == {201, 412}
    assert statuses[201] == steps * 2
    questions = [f"{number}.{place}" for number in range(CLIENTS) for place in range(3)]
    paths = [meeting, *(f"/cases/certificate/own-{number}" for number in range(CLIENTS))]
    before = [http.get(path).json() for path in paths]
    sat = before[0]
    assert sorted(record["event"]["question"] for record in sat["records"][2:]) == sorted(questions)
    assert (sat["state"], sat["version"]) == ("open", 2 + steps)
    assert {(case["state"], case["version"]) for case in before[1:]} == {("formed", 3)}
    with serving(folder, "again", "cases.sqlite3", **with_acts) as again, client(again) as anew:
        assert [anew.get(path).json() for path in paths] == before


def test_every_case_is_the_fold_of_its_records(http, folder):
    """Asked of the file itself, with all that the tests above have done to it."""
    taken(http, begin(http, "certificate", "folded").headers["location"], APPLIED)
    with closing(SqlStore(f"sqlite:///{folder / 'cases.sqlite3'}", filled("kemerovo"))) as store:
        cases = list(store.cases())
    assert cases
    for case in cases:
        cycle = CYCLES[case.lifecycle]
        assert cycle.load(cycle.dump(case)) == case
