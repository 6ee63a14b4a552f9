"""The command line: its words, its JSON and its exit codes."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from groups import IDS, SMALL, regulation
from typer.testing import CliRunner

from law189.cli.app import app

MEETING: dict[str, Any] = {
    "profile": "kemerovo",
    "held_on": "2023-10-02",
    "agenda": {"approved_by": "chair", "approved_on": "2023-09-29"},
    "present": ["chair", "deputy", "member-1", "member-2", "member-3"],
    "items": [
        {
            "question": "Предложения по заказу",
            "kind": "order-proposals",
            "votes": {"chair": "for", "deputy": "for", "member-1": "for", "member-2": "against"},
        }
    ],
    "minutes": {
        "drafted_by": "chair",
        "signed_by": "chair",
        "signed_on": "2023-10-03",
        "copies_to": ["chair", "deputy", *(f"member-{n}" for n in range(1, 9))],
    },
}
VERDICT_KEYS = {"rule", "outcome", "text", "facts", "cites", "reading", "parts"}


def run(*words: str | Path) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, [str(word) for word in words])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


def written(folder: Path, name: str, value: object) -> Path:
    path = folder / name
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
    return path


def test_demo_tells_both_decrees_in_both_languages() -> None:
    code, out, _ = run("demo")
    assert code == 0
    for words in (
        "п. 5.5 прил. 3 к постановлению № 2993 от 22.09.2023",
        "п. 5.6 прил. 4 к постановлению № 277 от 22.09.2023",
        "item 5.5 of annex 3 to decree No 2993 of 22.09.2023",
        "item 5.6 of annex 4 to decree No 277 of 22.09.2023",
        "решать нельзя",
        "cannot be decided",
    ):
        assert words in out


def test_demo_as_json_is_the_answers() -> None:
    code, out, _ = run("demo", "--json")
    assert code == 0
    assert {answer["outcome"] for answer in json.loads(out)} == {"holds", "void"}


def test_profiles_names_both() -> None:
    _, out, _ = run("profiles", "--json")
    assert [found["profile"] for found in json.loads(out)] == ["kemerovo", "novokuznetsk_district"]
    _, words, _ = run("profiles", "--lang", "en")
    assert "City of Kemerovo (decree No 2993 of 22.09.2023)" in words


@pytest.mark.parametrize("name", ["kemerovo", "novokuznetsk_district"])
def test_show_gives_every_section_and_every_entry_its_cite(name: str) -> None:
    code, out, _ = run("show", name, "--json")
    assert code == 0
    shown = json.loads(out)
    for section in ("services", "seats", "documents", "systems", "plan", "indicators", "acts", "readings"):
        assert shown[section], section
        for entry in shown[section]:
            assert set(entry["cite"]) == {"act", "address", "label"}
            assert set(entry["cite"]["label"]) == {"ru", "en"}
    assert all(entry["id"].startswith("app") for entry in shown["plan"] + shown["indicators"])


def test_show_tells_the_plan_in_words() -> None:
    code, out, _ = run("show", "kemerovo", "--lang", "en", "--on", "2024-01-01")
    assert code == 0
    assert "Plan" in out
    assert "before 2023-10-01, then" in out


def test_show_refuses_a_day_that_does_not_exist() -> None:
    code, _, err = run("show", "kemerovo", "--on", "2024-02-31")
    assert code == 2
    assert "31.02.2024" in err


def test_show_of_an_unknown_profile_says_what_was_meant() -> None:
    code, _, err = run("show", "kemerova")
    assert code == 1
    assert "kemerovo" in err


def test_check_of_a_good_profile_finds_no_faults() -> None:
    code, out, _ = run("check", "kemerovo", "--json")
    assert code == 0
    assert json.loads(out)["errors"] == []


def test_check_of_a_bad_profile_lists_faults_with_their_places(tmp_path: Path) -> None:
    path = tmp_path / "my.yaml"
    path.write_text("profile: my\ntitel: {ru: а, en: a}\n", encoding="utf-8")
    code, out, _ = run("check", path, "--json", "--lang", "en")
    assert code == 1
    errors = json.loads(out)["errors"]
    unknown = next(error for error in errors if error["key"] == "titel")
    assert (unknown["line"], unknown["column"]) == (2, 1)
    assert "title" in unknown["message"]
    code, _, err = run("check", path)
    assert code == 1
    assert "my.yaml:2:1 titel" in err


def test_a_good_meeting_holds_and_has_the_agreed_form(tmp_path: Path) -> None:
    code, out, _ = run("meeting", written(tmp_path, "m.json", MEETING), "--json")
    answer = json.loads(out)
    assert code == 0
    assert answer["outcome"] == "holds"
    assert answer["presiding"]["seat"] == "chair"
    assert answer["items"][0]["adopted"] is True
    for verdict in (answer["presiding"]["verdict"], answer["quorum"], answer["minutes"]):
        assert set(verdict) == VERDICT_KEYS
    assert answer["quorum"]["cites"][0]["address"] == "app3.5.5"


def test_what_is_left_out_is_unknown_and_no_error(tmp_path: Path) -> None:
    short = {key: MEETING[key] for key in ("profile", "held_on", "present")}
    item = {key: MEETING["items"][0][key] for key in ("question", "votes")}
    code, out, _ = run("meeting", written(tmp_path, "m.json", {**short, "items": [item]}), "--json")
    answer = json.loads(out)
    assert code == 0
    assert answer["quorum"]["outcome"] == "holds"
    assert answer["items"][0]["adopted"] is True
    assert answer["items"][0]["verdict"]["outcome"] == "unknown"
    assert answer["minutes"]["outcome"] == answer["agenda"]["outcome"] == "unknown"


def test_json_lines_answer_line_by_line_and_a_bad_line_stops_nothing(tmp_path: Path) -> None:
    path = tmp_path / "m.jsonl"
    good = json.dumps(MEETING)
    bad = json.dumps({**MEETING, "held_on": "2023-02-31"})
    doubled = good.replace('"chair": "for"', '"chair": "for", "chair": "against"')
    rows = [good, "{", "", bad, doubled, good]
    path.write_text("\n".join(rows), encoding="utf-8")
    code, out, _ = run("meeting", path, "--json", "--lang", "en")
    lines = [json.loads(line) for line in out.splitlines()]
    assert code == 1
    assert [line.get("line") for line in lines] == [None, 2, 4, 5, None]
    assert lines[2]["errors"][0]["key"] == "held_on"
    assert lines[2]["errors"][0]["line"] == 4
    assert "twice" in lines[3]["errors"][0]["message"]


def test_a_meeting_without_a_quorum_is_refused(tmp_path: Path) -> None:
    code, out, _ = run("meeting", written(tmp_path, "m.json", {**MEETING, "present": ["chair"]}))
    assert code == 1
    assert "✗ Присутствуют: 1 из 10; для кворума нужно не менее 5." in out


def test_a_meeting_of_an_unknown_profile_is_a_fault_of_that_line(tmp_path: Path) -> None:
    path = written(tmp_path, "m.jsonl", {**MEETING, "profile": "kemerova"})
    code, _, err = run("meeting", path)
    assert code == 1
    assert "m.jsonl:1:13 profile" in err


@pytest.mark.parametrize("name", ["none.yaml", "none.jsonl"])
def test_a_file_that_is_not_there_is_said_so(tmp_path: Path, name: str) -> None:
    code, _, err = run("meeting", tmp_path / name)
    assert code == 1
    assert "такого файла нет" in err


@pytest.mark.parametrize("words", [["readings"], ["assumptions"]])
def test_readings_and_assumptions_are_told_and_given_as_json(words: list[str]) -> None:
    code, out, _ = run(*words, "--lang", "en")
    assert code == 0
    assert out.strip()
    code, out, _ = run(*words, "--json")
    assert code == 0
    assert all(entry["code"] for entry in json.loads(out))


@pytest.mark.parametrize("words", [["meeting"], ["nothing"], ["show", "kemerovo", "--lang", "de"]])
def test_wrong_usage_is_exit_code_two(words: list[str]) -> None:
    assert run(*words)[0] == 2


def test_a_breach_beside_an_unknown_is_still_exit_code_one(tmp_path: Path) -> None:
    late = {**MEETING, "agenda": {"approved_by": "chair", "approved_on": "2023-10-05"}}
    del late["minutes"]
    code, out, _ = run("meeting", written(tmp_path, "m.json", late), "--json")
    assert json.loads(out)["outcome"] == "unknown"
    assert code == 1


def test_a_profile_named_beside_the_meeting_is_found_there(tmp_path: Path) -> None:
    assert run("copy", "kemerovo", tmp_path / "my.yaml")[0] == 0
    path = written(tmp_path, "m.json", {**MEETING, "profile": "my.yaml"})
    code, out, _ = run("meeting", path, "--json")
    assert (code, json.loads(out)["outcome"]) == (0, "holds")


def test_copy_writes_a_profile_that_checks_and_never_overwrites(tmp_path: Path) -> None:
    path = tmp_path / "my.yaml"
    code, out, _ = run("copy", "novokuznetsk_district", path, "--json")
    assert (code, json.loads(out)["profile"]) == (0, "novokuznetsk_district")
    assert run("check", path)[0] == 0
    code, _, err = run("copy", "novokuznetsk_district", path)
    assert code == 1
    assert "файл уже есть" in err
    code, _, err = run("copy", "novokuznetsk", tmp_path / "other.yaml")
    assert code == 1
    assert "novokuznetsk_district" in err


def test_show_tells_the_rules_and_the_kinds_of_the_group() -> None:
    _, out, _ = run("show", "novokuznetsk_district", "--lang", "en")
    assert "request-information" in out
    assert "at_least 1/2" in out


def test_version_is_told() -> None:
    code, out, _ = run("--version")
    assert code == 0
    assert out.startswith("law189 ")


def test_provisions_as_json_has_no_hole() -> None:
    code, out, _ = run("provisions", "--json")
    found = json.loads(out)
    assert (code, len(found)) == (0, 161)
    assert set(found[0]) == {"id", "carried_by", "not_modelled"}
    assert all(p["carried_by"] or p["not_modelled"] for p in found)


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"present": ["сhair", "deputy"]}, "type «chair» in Latin letters"),
        (
            {"items": [{"question": "План", "kind": "plan", "votes": {}}]},
            "there is no kind of question «plan»",
        ),
        ({"profile": "/dev/zero"}, "neither a shipped profile nor a .yaml, .yml or .json file"),
        ({"profile": "meeting.txt"}, "neither a shipped profile nor a .yaml, .yml or .json file"),
    ],
)
def test_a_slip_in_a_meeting_is_a_fault_of_the_file_and_no_verdict(
    tmp_path: Path, changed: dict[str, Any], words: str
) -> None:
    for name in ("meeting.json", "meeting.jsonl", "MEETING.JSONL"):
        code, out, err = run("meeting", written(tmp_path, name, MEETING | changed), "--lang", "en")
        assert (code, out) == (1, "")
        assert f"{name}:1:" in err
        assert words in err


@pytest.mark.parametrize(
    "words",
    [
        ("replay", "PIPE", "--profile", "kemerovo"),
        ("options", "PIPE", "--profile", "kemerovo", "--on", "2023-10-02"),
        ("due", "PIPE", "--profile", "kemerovo", "--on", "2023-10-02"),
        ("meeting", "PIPE"),
        ("check", "PIPE.yaml"),
        ("show", "PIPE.yaml"),
        ("plan", "PIPE.yaml", "--on", "2023-10-02"),
        ("plan", "kemerovo", "--on", "2023-10-02", "--done", "PIPE"),
        ("indicators", "kemerovo", "--reported", "PIPE"),
        ("replay", "FILE", "--profile", "PIPE.yaml"),
    ],
)
def test_a_pipe_that_never_ends_hangs_no_command(tmp_path: Path, words: tuple[str, ...]) -> None:
    for name in ("pipe", "pipe.yaml"):
        os.mkfifo(tmp_path / name)
    (tmp_path / "file").write_text("{}", encoding="utf-8")
    given = [str(tmp_path / word.lower()) if word.isupper() or "PIPE" in word else word for word in words]
    code, _, err = run(*given, "--lang", "en")
    assert code == 1
    assert "the file does not open" in err


@pytest.mark.parametrize("words", [["profiles"], ["check", "kemerovo"], ["readings"]])
def test_the_environment_names_the_language_and_an_option_outweighs_it(
    monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    russian, english = run(*words)[1], run(*words, "--lang", "en")[1]
    assert russian != english
    monkeypatch.setenv("LAW189_LANG", "en")
    assert run(*words)[1] == english
    assert run(*words, "--lang", "ru")[1] == russian
    monkeypatch.setenv("LAW189_LANG", "de")
    assert run(*words)[0] == 2


def test_the_shell_is_told_what_a_word_may_become() -> None:
    asked = {"_LAW189_COMPLETE": "complete_bash", "COMP_WORDS": "law189 re", "COMP_CWORD": "1"}
    result = CliRunner().invoke(app, [], env=asked, prog_name="law189")
    assert result.exit_code == 0
    assert result.stdout.split() == ["read", "replay", "register", "report", "recheck", "readings"]


def test_meeting_tells_how_often_the_group_met_unless_a_record_cannot_be_read(tmp_path: Path) -> None:
    town = regulation(meetings={"at_least": 1, "per": "month"})
    written(tmp_path, "town.json", {**SMALL, "working_group": town, "readings": {}})
    days = ("2024-06-14", "2024-08-16")
    lines = [{"profile": "town.json", "held_on": day, "present": list(IDS), "items": []} for day in days]
    file = tmp_path / "met.jsonl"
    file.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    code, out, _ = run("meeting", file)
    assert (code, out.count("Заседаний с "), "с 01.07.2024 по 31.07.2024: 0" in out) == (1, 2, True)
    _, out, _ = run("meeting", file, "--json")
    assert [one["outcome"] for one in json.loads(out.splitlines()[-1])["meetings"]] == ["holds", "breach"]
    file.write_text("\n".join(map(json.dumps, [*lines, {"profile": "town.json"}])), encoding="utf-8")
    assert "Заседаний с " not in run("meeting", file)[1]
