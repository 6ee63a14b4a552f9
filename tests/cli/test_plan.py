"""The commands `plan` and `indicators`: their words, their JSON, their files and their exit codes."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import places
import pytest
import vobject
from typer.testing import CliRunner

from law189.cli.app import app
from law189.profile.federal import load_calendar, shipped_data
from law189.profile.loader import load_profile
from law189.report.ics import plan_ics

VERDICT = {"rule", "outcome", "text", "facts", "cites", "reading", "parts"}
ITEM = {
    "id",
    "stage",
    "title",
    "responsible",
    "bodies",
    "term",
    "adopts",
    "due",
    "event_on",
    "status",
    "verdict",
}
INDICATOR = {
    *("id", "title", "goal", "type", "unit", "base", "target", "targets"),
    *("reported", "counts", "counted", "verdict"),
}
NAMES = ("kemerovo", "novokuznetsk_district")


def run(*words: str | Path) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, [str(word) for word in words])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


def lines(folder: Path, *records: object, name: str = "file.jsonl") -> Path:
    path = folder / name
    told = [record if isinstance(record, str) else json.dumps(record) for record in records]
    path.write_text("\n".join(told) + "\n", encoding="utf-8")
    return path


def as_json(*words: str | Path, code: int = 0) -> Any:
    found, out, _ = run(*words, "--json")
    assert found == code
    return json.loads(out)


def plan_items(*words: str | Path) -> dict[str, Any]:
    return {item["id"]: item for item in as_json("plan", *words)["items"]}


# ─── plan ────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", NAMES)
def test_the_plan_as_json_has_the_agreed_form(name: str) -> None:
    answer = as_json("plan", name, "--on", "2023-10-05")
    assert (answer["profile"], answer["on"]) == (name, "2023-10-05")
    assert [item["id"] for item in answer["items"]] == [item.id for item in load_profile(name).latest.plan]
    for item in answer["items"]:
        assert set(item) == ITEM
        assert set(item["verdict"]) - {"cure", "asks"} == VERDICT
        assert item["due"] is None or date.fromisoformat(item["due"])
        assert item["status"] in ("upcoming", "due", "overdue", "done", "open", "as_needed")


def test_the_plan_is_told_in_russian_by_default_and_ends_well_whatever_is_late() -> None:
    code, out, _ = run("plan", "kemerovo", "--on", "2023-10-05")
    assert code == 0
    assert "app4.4. Социальный заказ на услугу (Управление образования" in out
    assert "! Состояние на 05.10.2023: просрочено; срок: до 01.10.2023, далее ежегодно до 01.01; " in out
    assert "п. 4 прил. 4 к постановлению № 2993 от 22.09.2023" in out


def test_the_plan_is_told_in_english_where_asked() -> None:
    code, out, _ = run("plan", "novokuznetsk_district", "--on", "2024-01-01", "--lang", "en")
    assert code == 0
    assert "app2.4.1. Forming, approving and publishing the social order" in out
    assert "! On 2024-01-01: the term is the year 2023, then yearly before 01-01; last day: 2023-12-31" in out


def test_what_is_done_goes_into_a_file_of_lines(tmp_path: Path) -> None:
    done = lines(
        tmp_path,
        {"id": "app4.4", "done_on": "2023-10-02"},
        "",
        {"id": "app4.1.1", "done_on": "2023-10-05"},
        {"id": "app4.1.2", "done_on": "2023-10-06"},
    )
    items = plan_items("kemerovo", "--on", "2023-10-05", "--done", done)
    assert (items["app4.4"]["due"], items["app4.4"]["status"]) == ("2023-12-31", "upcoming")
    assert [part["outcome"] for part in items["app4.4"]["verdict"]["parts"]] == ["breach"]
    assert (items["app4.1.1"]["due"], items["app4.1.1"]["status"]) == (None, "done")
    assert items["app4.1.2"]["status"] == "upcoming"


@pytest.mark.parametrize(("command", "option"), [("plan", "--done"), ("indicators", "--reported")])
def test_an_empty_file_is_told_and_is_not_taken_for_nothing_done(
    tmp_path: Path, command: str, option: str
) -> None:
    code, out, err = run(command, "kemerovo", "--on", "2024-05-05", option, lines(tmp_path), "--lang", "en")
    assert (code, out) == (1, "")
    assert "the file has no record" in err


def test_a_line_of_what_is_done_that_is_given_twice_counts_once_and_is_told(tmp_path: Path) -> None:
    words = ("plan", "kemerovo", "--on", "2024-01-10", "--lang", "en", "--done")
    line = {"id": "app4.4", "done_on": "2023-09-30"}
    first = run(*words, lines(tmp_path, line))
    code, out, err = run(*words, lines(tmp_path, line, line))
    assert (code, out) == first[:2]
    assert err.endswith("a second time in a day is not counted; the lines: 2\n")


@pytest.mark.parametrize(
    ("command", "option", "line"),
    [
        ("plan", "--done", {"id": "no", "done_on": "2023-09-30"}),
        ("indicators", "--reported", {"id": "no", "value": 1}),
    ],
)
def test_the_faults_of_a_file_are_told_up_to_a_hundred(
    tmp_path: Path, command: str, option: str, line: dict[str, object]
) -> None:
    path = lines(tmp_path, *[line] * 1000)
    code, out, err = run(command, "kemerovo", "--on", "2023-10-05", "--lang", "en", option, path)
    assert (code, out, len(err.splitlines())) == (1, "", 101)
    assert "and more faults: 900" in err.splitlines()[-1]


FAULTY = (
    {"id": "app4.4", "done_on": "2023-10-02"},
    "{",
    {"id": "app4.44", "done_on": "2023-10-02"},
    "",
    {"id": "app4.4", "done_on": "2023-02-31"},
    {"id": "app4.4", "doneon": "2023-10-02"},
    '{"id": "app4.4", "id": "app4.5.1", "done_on": "2023-10-02"}',
    {"id": 4, "done_on": "2023-10-02"},
)


def test_every_fault_of_the_file_is_told_with_its_line(tmp_path: Path) -> None:
    path = lines(tmp_path, *FAULTY)
    answer = as_json("plan", "kemerovo", "--on", "2023-10-05", "--done", path, "--lang", "en", code=1)
    assert list(answer) == ["errors"]
    told = {error["line"]: error for error in reversed(answer["errors"])}
    assert list(reversed(told)) == [2, 3, 5, 6, 7, 8]
    assert {error["file"] for error in answer["errors"]} == {str(path)}
    assert told[3]["key"] == "id"
    assert told[3]["message"] == "no «app4.44» in the profile; did you mean «app4.4»?"
    assert (told[5]["key"], told[5]["message"]) == (
        "done_on",
        "there is no day 2023-02-31 in the calendar; give a day that exists",
    )
    assert any("did you mean «done_on»?" in error["message"] for error in answer["errors"])
    assert "twice" in told[7]["message"]


def test_every_fault_of_the_file_is_told_in_words_too(tmp_path: Path) -> None:
    path = lines(tmp_path, *FAULTY)
    code, out, err = run("plan", "kemerovo", "--on", "2023-10-05", "--done", path)
    assert (code, out) == (1, "")
    assert f"{path}:3:8 id: «app4.44» в профиле нет; возможно, вы имели в виду «app4.4»" in err
    assert ":5:" in err


@pytest.mark.parametrize("item", ["app2.4.1", "app5.1.1", "4", ""])
def test_an_id_of_another_list_is_refused(tmp_path: Path, item: str) -> None:
    path = lines(tmp_path, {"id": item, "done_on": "2023-10-02"})
    code, _, err = run("plan", "kemerovo", "--on", "2023-10-05", "--done", path, "--lang", "en")
    assert code == 1
    assert f"no «{item}» in the profile;" in err


@pytest.mark.parametrize("command", [("plan", "--on", "2023-10-05", "--done"), ("indicators", "--reported")])
def test_a_file_that_is_not_there_is_said_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    name, *words = command
    code, out, err = run(name, "kemerovo", *words, "none.jsonl")
    assert (code, out) == (1, "")
    assert "none.jsonl" in err
    assert "не открывается" in err


@pytest.mark.parametrize("command", [("plan", "--on", "2023-10-05"), ("indicators",)])
def test_an_unknown_profile_says_what_was_meant(command: tuple[str, ...]) -> None:
    name, *words = command
    code, _, err = run(name, "kemerova", *words)
    assert code == 1
    assert "kemerovo" in err
    assert as_json(name, "kemerova", *words, code=1)["errors"][0]["file"] == "kemerova"


@pytest.mark.parametrize("command", ["plan", "indicators"])
@pytest.mark.parametrize("day", ["2023-02-31", "05.10.2023", "today", ""])
def test_a_day_that_does_not_exist_is_wrong_usage(command: str, day: str) -> None:
    for lang, words in (("ru", "день|дня"), ("en", "day")):
        code, out, err = run(command, "kemerovo", "--on", day, "--lang", lang)
        assert (code, out) == (2, "")
        assert re.search(f"--on: .*({words})", err)


@pytest.mark.parametrize(
    "words",
    [
        ["plan"],
        ["plan", "kemerovo"],
        ["plan", "kemerovo", "--on", "2023-10-05", "--lang", "de"],
        ["indicators"],
        ["indicators", "kemerovo", "--lang", "de"],
    ],
    ids=" ".join,
)
def test_what_is_missing_or_unknown_is_wrong_usage(words: list[str]) -> None:
    assert run(*words)[0] == 2


# ─── plan --ics ──────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_the_plan_is_written_for_a_calendar_program(tmp_path: Path, lang: Any) -> None:
    path = tmp_path / "plan.ics"
    code, out, _ = run("plan", "kemerovo", "--on", "2023-10-05", "--ics", path, "--lang", lang)
    assert code == 0
    assert "app4.4." in out
    profile, day = load_profile("kemerovo"), date(2023, 10, 5)
    assert path.read_bytes() == plan_ics(profile, day, calendar=load_calendar(), lang=lang)
    assert len(list(vobject.readOne(path.read_text(encoding="utf-8")).components())) == 15


def test_what_is_done_is_left_out_of_the_calendar_and_the_json_stays_json(tmp_path: Path) -> None:
    done = lines(
        tmp_path, {"id": "app4.4", "done_on": "2023-09-29"}, {"id": "app4.6.1", "done_on": "2023-10-01"}
    )
    path = tmp_path / "plan.ics"
    words = ("plan", "kemerovo", "--on", "2023-10-05", "--done", done, "--ics", path)
    assert as_json(*words)["profile"] == "kemerovo"
    first = path.read_bytes()
    assert len(list(vobject.readOne(first.decode()).components())) == 13
    run(*words)
    assert path.read_bytes() == first


def test_without_the_extra_the_command_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "law189.report.ics", None)
    path = tmp_path / "plan.ics"
    code, _, err = run("plan", "kemerovo", "--on", "2023-10-05", "--ics", path)
    assert code == 2
    assert "pip install '.[ics]'" in err
    assert "none-any.whl[ics]'" in err
    assert not path.exists()


# ─── indicators ──────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", NAMES)
def test_the_indicators_as_json_have_the_agreed_form(name: str) -> None:
    answer = as_json("indicators", name, "--on", "2023-09-30")
    assert (answer["profile"], answer["on"]) == (name, "2023-09-30")
    assert [entry["id"] for entry in answer["indicators"]] == [
        i.id for i in load_profile(name).latest.indicators
    ]
    for entry in answer["indicators"]:
        assert set(entry) == INDICATOR
        unknown = entry["verdict"]["outcome"] == "unknown"
        assert set(entry["verdict"]) == VERDICT | ({"asks"} if unknown else set())
        assert (entry["reported"], entry["verdict"]["outcome"]) == (None, "unknown")


@pytest.mark.parametrize(
    ("record", "on", "code", "outcome"),
    [
        ({"id": "app5.2.1", "value": True}, None, 0, "holds"),
        ({"id": "app5.2.1", "value": False}, None, 1, "breach"),
        ({"id": "app5.2.1", "value": False, "on": "2024-11-30"}, "2024-12-31", 0, "unknown"),
        ({"id": "app5.2.1", "value": False}, "2025-01-01", 1, "breach"),
        ({"id": "app5.2.1", "value": 1}, "2023-10-05", 1, "void"),
        ({"id": "app5.1.1", "value": 5}, "2025-01-01", 0, "unknown"),
        ({"id": "app5.1.1", "value": "5.5"}, "2023-10-05", 1, "void"),
        ({"id": "app5.4.5", "value": "100"}, "2025-01-01", 0, "unknown"),
        ({"id": "app5.4.5", "value": "90"}, "2024-12-31", 0, "unknown"),
        ({"id": "app5.4.5", "value": "90"}, "2025-01-01", 1, "unknown"),
    ],
)
def test_a_breach_or_a_void_value_ends_with_one_even_beside_an_unknown(
    tmp_path: Path, record: dict[str, Any], on: str | None, code: int, outcome: str
) -> None:
    words = () if on is None else ("--on", on)
    answer = as_json("indicators", "kemerovo", "--reported", lines(tmp_path, record), *words, code=code)
    (entry,) = (entry for entry in answer["indicators"] if entry["id"] == record["id"])
    assert entry["verdict"]["outcome"] == outcome
    assert answer["on"] == on


@pytest.mark.parametrize(("on", "code"), [("2023-09-30", 0), ("2023-10-01", 1)])
def test_once_the_duty_to_determine_the_values_is_late_the_district_ends_with_one(on: str, code: int) -> None:
    answer = as_json("indicators", "novokuznetsk_district", "--on", on, code=code)
    assert {entry["verdict"]["outcome"] for entry in answer["indicators"]} == {"unknown"}


def test_the_indicators_are_told_in_both_languages(tmp_path: Path) -> None:
    path = lines(tmp_path, {"id": "app5.2.1", "value": False})
    code, out, _ = run("indicators", "kemerovo", "--reported", path)
    assert code == 1
    assert "! Сообщено: нет; база: нет; целевой ориентир: да (последний день: 31.12.2024; да или нет)." in out
    code, out, _ = run("indicators", "novokuznetsk_district", "--lang", "en")
    assert code == 0
    assert "to be determined before: 2023-10-01" in out
    assert "item 9 of decree No 277 of 22.09.2023" in out


def test_every_fault_of_the_values_is_told_with_its_line(tmp_path: Path) -> None:
    path = lines(
        tmp_path,
        {"id": "app5.2.1", "value": True},
        {"id": "app5.22.1", "value": True},
        {"id": "app5.1.1", "value": "87,5,1"},
        {"id": "app5.1.1"},
        {"id": "app4.4", "value": 1},
    )
    answer = as_json("indicators", "kemerovo", "--reported", path, "--lang", "en", code=1)
    told = {error["line"]: error["message"] for error in answer["errors"]}
    assert list(told) == [2, 3, 4, 5]
    assert "did you mean «app5.2.1»?" in told[2]
    assert "a decimal in quotes" in told[3]
    assert "value" in told[4]
    assert "no «app4.4» in the profile" in told[5]


@pytest.mark.parametrize("value", ["87.5", "87.50", "0.10000000000000001"])
def test_a_decimal_in_quotes_is_taken_as_it_is_written(tmp_path: Path, value: str) -> None:
    path = lines(tmp_path, {"id": "app5.4.5", "value": value})
    answer = as_json("indicators", "kemerovo", "--reported", path, "--on", "2023-10-05")
    (entry,) = (entry for entry in answer["indicators"] if entry["id"] == "app5.4.5")
    assert entry["reported"] == value


def test_a_decimal_without_quotes_is_refused_because_it_would_be_rounded(tmp_path: Path) -> None:
    path = lines(tmp_path, {"id": "app5.4.5", "value": 87.5})
    answer = as_json("indicators", "kemerovo", "--reported", path, "--lang", "en", code=1)
    (error,) = answer["errors"]
    assert (error["line"], error["key"]) == (1, "value")
    assert "a decimal in quotes" in error["message"]


def test_a_profile_of_ones_own_is_asked_by_its_file(tmp_path: Path) -> None:
    mine = {**shipped_data()["municipalities"]["kemerovo"], "readings": {"D1": "included"}}
    path = tmp_path / "mine.json"
    path.write_text(json.dumps(mine, ensure_ascii=False), encoding="utf-8")
    item = plan_items(path, "--on", "2023-10-01")["app4.4"]
    assert (item["due"], item["status"]) == ("2023-10-01", "due")
    assert item["verdict"]["reading"]["choice"] == "included"


def test_a_calendar_file_that_cannot_be_written_is_said_so(tmp_path: Path) -> None:
    answer = as_json("plan", "kemerovo", "--on", "2023-10-05", "--ics", tmp_path / "none" / "p.ics", code=1)
    assert "файл не записан" in answer["errors"][0]["message"]


def test_a_year_without_a_calendar_is_said_so(tmp_path: Path) -> None:
    plan = [
        {**item, "term": {"kind": "year", "year": 2027}}
        for item in shipped_data()["municipalities"]["kemerovo"]["plan"][:1]
    ]
    mine = {**shipped_data()["municipalities"]["kemerovo"], "plan": plan, "readings": {"D2": "moves"}}
    path = tmp_path / "mine.json"
    path.write_text(json.dumps(mine, ensure_ascii=False), encoding="utf-8")
    (before,) = as_json("plan", path, "--on", "2027-12-31", "--ics", tmp_path / "p.ics")["items"]
    assert (before["due"], before["status"], before["verdict"]["outcome"]) == (None, "upcoming", "holds")
    (after,) = as_json("plan", path, "--on", "2028-02-01")["items"]
    assert (after["due"], after["status"], after["verdict"]["outcome"]) == (None, "unknown", "unknown")
    assert "нужно: календарь на 2028 год" in after["verdict"]["text"]["ru"]


def with_an_event(folder: Path) -> Path:
    """A profile whose second item is due a month after the limits are brought."""
    text = (places.PROFILES / "small.yaml").read_text(encoding="utf-8")
    term = "{kind: before, day: 2023-10-01, then_yearly_before: 01-01}"
    assert term in text
    file = folder / "eventful.yaml"
    event = "{kind: after_months, months: 1, event: {kind: limits}}"
    file.write_text(text.replace(term, event), encoding="utf-8")
    return file


def test_the_day_of_an_event_is_given_with_what_is_done(tmp_path: Path) -> None:
    profile = with_an_event(tmp_path)
    plan = as_json("plan", profile, "--on", "2024-06-01")["items"][1]
    assert (plan["status"], plan["due"], plan["verdict"]["outcome"]) == ("unknown", None, "unknown")
    done = lines(tmp_path, {"id": "app4.1.2", "event_on": "2024-01-31"})
    plan = as_json("plan", profile, "--on", "2024-02-10", "--done", done)["items"][1]
    assert (plan["status"], plan["due"], plan["event_on"]) == ("upcoming", "2024-02-29", "2024-01-31")
    ics = tmp_path / "plan.ics"
    assert run("plan", profile, "--on", "2024-02-10", "--done", done, "--ics", ics)[0] == 0
    assert "DTSTART;VALUE=DATE:20240229" in ics.read_text(encoding="utf-8")


def test_a_report_of_the_year_after_the_reported_one_is_first_due_in_the_year_after_the_act(
    tmp_path: Path,
) -> None:
    """The decree is of September 2023: the first report, for 2023, is due before 1 March 2024."""
    text = (places.PROFILES / "small.yaml").read_text(encoding="utf-8")
    term = "{kind: before, day: 2023-10-01, then_yearly_before: 01-01}"
    file = tmp_path / "reported.yaml"
    reported = "{kind: yearly, end: before, day: 12-01, after_reported: true}"
    file.write_text(text.replace(term, reported), encoding="utf-8")
    done = lines(tmp_path, {"id": "app4.1.2", "done_on": "2024-11-27"})
    plan = as_json("plan", file, "--on", "2024-11-28", "--done", done)["items"][1]
    assert (plan["due"], plan["verdict"]["outcome"]) == ("2025-11-30", "holds")
    none = as_json("plan", file, "--on", "2024-11-28")["items"][1]
    assert (none["status"], none["due"]) == ("upcoming", "2024-11-30")


def test_the_day_of_an_event_of_an_item_that_has_none_is_a_fault_with_its_line(tmp_path: Path) -> None:
    done = lines(tmp_path, {"id": "app4.1.1", "event_on": "2024-01-31"}, {"id": "app4.1.2"})
    code, _, errors = run(
        "plan", with_an_event(tmp_path), "--on", "2024-02-10", "--done", done, "--lang", "en"
    )
    assert code == 1
    assert ":1:" in errors
    assert "counted from no event; leave event_on out" in errors


# ─── What the cases did ──────────────────────────────────────────────────────────────────────────────────


def steps(folder: Path, *more: str) -> Path:
    """An entry of the register of 4 October 2023."""
    provider = {"kind": "legal-entity", "inn": "4205000016", "ogrn": "1234200000011"}
    provider |= {"licence": {"number": "Л-1", "issued_on": "2019-09-02"}}  # type: ignore[dict-item]
    decision = {"by": "head", "on": "2023-10-02", "reason": "до принятия порядка"}
    case = {"history": "entry", "lifecycle": "selection", "decision": decision}
    applied = {"on": "2023-10-02", "by": "provider", "kind": "applied", "provider": provider}
    applied |= {
        "services": ["804200О.99.0.ББ52АЖ48000"],
        "document": {"form": "electronic", "system": "navigator"},
    }
    included = {"on": "2023-10-04", "by": "education", "kind": "included", "record": "1"}
    return lines(folder, {**case, **applied}, {**case, **included}, *more, name="steps.jsonl")


def test_what_the_cases_did_of_the_plan_counts_beside_what_is_done(tmp_path: Path) -> None:
    words = ("plan", "kemerovo", "--on", "2023-11-01", "--steps", steps(tmp_path))
    told = as_json(*words)
    found = {item["id"]: item["status"] for item in told["items"]}
    assert (found["app4.5.1"], found["app4.5.2"]) == ("done", "overdue")
    assert told["done_by_cases"]["app4.5.1"] == [
        {
            "milestone": "register",
            "year": None,
            "on": "2023-10-04",
            "made_by": {"history": "entry", "record": 2},
            "outcome": "unknown",
        }
    ]
    assert (told["later"], told["refused"], told["errors"]) == ([], [], [])
    out = run(*words)[1].splitlines()
    assert out[out.index("Сделано по делам:") + 1 :] == [
        "  app4.5.1: 04.10.2023 (entry: 2)",
        "  app4.5.4: 04.10.2023 (entry: 2)",
    ]
    done = lines(
        tmp_path, {"id": "app4.5.2", "done_on": "2023-10-09"}, {"id": "app4.5.1", "done_on": "2023-08-30"}
    )
    told = as_json(*words, "--done", done)
    found = {item["id"]: item for item in told["items"]}
    assert (found["app4.5.1"]["status"], found["app4.5.2"]["status"]) == ("done", "done")
    assert "app4.5.1" not in told["done_by_cases"]  # what is recorded of an item comes first
    assert found["app4.5.1"]["verdict"]["outcome"] == "holds"


PUBLISHED = {
    "own-site": (["breach"], "  app4.4: 27.09.2023 (order: 3); шаг сделан с нарушением"),
    "budget-portal": (["holds"], "  app4.4: 27.09.2023 (order: 3)"),
}


@pytest.mark.parametrize("place", PUBLISHED)
def test_an_order_published_elsewhere_counts_and_is_told_as_published_in_breach(
    tmp_path: Path, place: str
) -> None:
    case = {"history": "order", "lifecycle": "order", "by": "education"}
    share = {"way": "municipal-task", "amount": 60}
    line = {"service": "804200О.99.0.ББ52АЖ48000", "unit": "person-hours", "total": 60, "parts": [share]}
    decided = {"decision": {"by": "head", "on": "2023-09-26", "reason": "до принятия порядка"}}
    form = {"document": {"form": "electronic", "system": "electronic-budget"}}
    file = lines(
        tmp_path,
        {
            **case,
            **decided,
            "on": "2023-09-26",
            "kind": "drafted",
            "number": "1",
            "year": 2024,
            "lines": [line],
        },
        {**case, **decided, **form, "on": "2023-09-26", "kind": "approved"},
        {**case, "on": "2023-09-27", "kind": "published", "place": place, "evidence": "запись 17"},
        name="order.jsonl",
    )
    words = ("plan", "kemerovo", "--on", "2023-11-01", "--steps", file)
    told, outcomes = as_json(*words), PUBLISHED[place]
    assert [one["outcome"] for one in told["done_by_cases"]["app4.4"]] == outcomes[0]
    assert outcomes[1] in run(*words)[1].splitlines()


def test_a_plan_without_steps_says_nothing_of_cases_and_takes_none_of_a_later_day(tmp_path: Path) -> None:
    assert "done_by_cases" not in as_json("plan", "kemerovo", "--on", "2023-11-01")
    told = as_json("plan", "kemerovo", "--on", "2023-10-03", "--steps", steps(tmp_path))
    assert told["done_by_cases"] == {}
    out = run("plan", "kemerovo", "--on", "2023-10-03", "--steps", tmp_path / "steps.jsonl", "--lang", "en")[
        1
    ]
    assert out == run("plan", "kemerovo", "--on", "2023-10-03", "--lang", "en")[1]


def test_a_line_that_cannot_be_taken_is_told_aside_and_ends_with_1(tmp_path: Path) -> None:
    code, out, err = run(
        "plan", "kemerovo", "--on", "2023-11-01", "--steps", steps(tmp_path, '{"history": "x"}')
    )
    assert code == 1
    assert "steps.jsonl:3:" in err
    assert "app4.5.1: 04.10.2023" in out


# ─── What the cases count ────────────────────────────────────────────────────────────────────────────────


def counted(answer: Any, item: str = "app5.2.3") -> Any:
    (entry,) = (entry for entry in answer["indicators"] if entry["id"] == item)
    return entry


@pytest.mark.parametrize(("value", "code"), [(1, 0), (5, 1)])
def test_a_reported_value_is_compared_with_what_the_cases_count(
    tmp_path: Path, value: int, code: int
) -> None:
    reported = lines(tmp_path, {"id": "app5.2.3", "value": value, "on": "2023-12-01"})
    words = ("--on", "2023-12-31", "--reported", reported, "--steps", steps(tmp_path))
    answer = as_json("indicators", "kemerovo", *words, code=code)
    entry = counted(answer)
    assert entry["counts"]["kind"] == "providers"
    assert entry["counted"] == {
        "on": "2023-12-01",
        "least": "1",
        "most": "1",
        "why": None,
        "made_by": [{"history": "entry", "record": 2}],
    }
    (part,) = (part for part in entry["verdict"]["parts"] if part["rule"] == "indicators.counted")
    assert part["outcome"] == ("holds", "breach")[code]
    assert (part["facts"]["reported"], part["facts"]["least"]) == (str(value), "1")
    assert (answer["later"], answer["refused"], answer["errors"]) == ([], [], [])
    out = run("indicators", "kemerovo", *words)[1]
    assert f"{'✓!'[code]} Сообщено: {value}; посчитано на 01.12.2023: 1; что считают: исполнители в" in out


def test_a_day_before_the_cases_begin_holds_nothing_to_count(tmp_path: Path) -> None:
    answer = as_json("indicators", "kemerovo", "--on", "2023-09-30", "--steps", steps(tmp_path))
    assert counted(answer)["counted"]["why"]["en"] == "the cases hold no selection of providers"
    assert answer["later"] == ["entry"]


def test_cases_are_counted_on_a_day_and_what_is_not_taken_of_them_is_told(tmp_path: Path) -> None:
    path = steps(tmp_path, '{"history": "x"}')
    code, _, err = run("indicators", "kemerovo", "--steps", path)
    assert code == 2
    assert "--on" in err
    code, out, err = run("indicators", "kemerovo", "--steps", path, "--on", "2023-11-01")
    assert code == 1
    assert "steps.jsonl:3:" in err
    assert "посчитано на 01.11.2023: 1;" in out
    told = as_json("indicators", "kemerovo", "--on", "2023-11-01")
    assert "refused" not in told
    assert counted(told)["counted"] is None
