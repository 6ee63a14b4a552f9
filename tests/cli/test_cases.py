"""The commands `replay`, `options`, `due` and `diagram`: their words, their JSON, their files, their exit codes."""

import json
from pathlib import Path
from typing import Any

import pytest
import vobject
from filled import acts
from typer.testing import CliRunner

from law189.cli import cases, standing, streamed
from law189.cli.app import app
from law189.cli.console import say_json
from law189.cli.standing import against
from law189.cli.streamed import say_streamed
from law189.law import Text
from law189.profile.federal import shipped_data
from law189.report.drawing import as_svg
from law189.verdict import Outcome, Rule
from law189.workflows import LIFECYCLES
from law189.workflows.meeting import lifecycle as meeting

VERDICT = {"rule", "outcome", "text", "facts", "cites", "reading", "parts"}
STEP = {"history", "lifecycle", "kind", "on", "state", "accepted", "verdict"}
OPTION = {"kind", "title", "target", "by", "document", "needs", "facts", "permitted", "verdict"}
DUTY = {"kind", "title", "last_day", "ends", "overdue", "which", "against", "cites"}
PRESENT = ["chair", "deputy", "member-1", "member-2", "member-3"]
DECISION = {"by": "mayor", "on": "2023-10-02", "reason": "so"}
PROFILE = ("--profile", "kemerovo")
ON = ("--on", "2023-10-03")


def step(kind: str, on: str, history: str = "m-1", **facts: Any) -> dict[str, Any]:
    return {"history": history, "lifecycle": "meeting", "kind": kind, "on": on, "by": "chair", **facts}


CONVENED = step("convened", "2023-09-29", held_on="2023-10-02")
IN_VAIN = step("opened", "2023-10-02", present=["chair"])
OPENED = step("opened", "2023-10-02", present=PRESENT)
VOTED = step("item_voted", "2023-10-02", question="План", votes={"chair": "for"})
LATE = step("convened", "2023-09-29", "m-2", held_on="2023-09-28")
APPLIED_FOR = {
    "history": "c-1",
    "lifecycle": "certificate",
    "kind": "applied_for",
    "on": "2023-10-02",
    "by": "representative",
    "document": {"form": "electronic", "system": "navigator"},
    "recipient": {"file": "17", "born": "2015-05-05"},
    "services": ["804200О.99.0.ББ52АЖ48000"],
    "asks": ["enrolment", "certificate"],
}
REGISTERED = {
    "history": "c-1",
    "lifecycle": "certificate",
    "kind": "recipient_registered",
    "on": "2023-10-03",
    "by": "education",
    "record": "5",
}


def run(*words: str | Path) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, [str(word) for word in words])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


def as_json(*words: str | Path, code: int = 0) -> Any:
    found, out, _ = run(*words, "--json")
    assert found == code
    return json.loads(out)


def lines(folder: Path, *records: object, name: str = "steps.jsonl") -> Path:
    path = folder / name
    told = [record if isinstance(record, str) else json.dumps(record) for record in records]
    path.write_text("\n".join(told) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    """The decree of Kemerovo with invented acts, as a file of one's own."""
    data = {**shipped_data()["municipalities"]["kemerovo"], "adopted": list(acts())}
    path = tmp_path / "filled.json"
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return path


# ─── replay ──────────────────────────────────────────────────────────────────────────────────────────────


def test_brief_is_one_line_a_step_and_nothing_else(tmp_path: Path) -> None:
    decided = {**VOTED, "decision": DECISION}
    path = lines(tmp_path, CONVENED, IN_VAIN, LATE, OPENED, VOTED, decided)
    code, out, err = run("replay", path, *PROFILE, "--brief", "--lang", "en")
    assert (code, err) == (1, "")
    assert out.splitlines() == [
        "✓ m-1 meeting convened 2023-09-29 → convened",
        "✗ m-1 meeting opened 2023-10-02 → convened",
        "! m-2 meeting convened 2023-09-29 → convened",
        "✓ m-1 meeting opened 2023-10-02 → open",
        "? m-1 meeting item_voted 2023-10-02 → open",
        "? m-1 meeting item_voted 2023-10-02 → open (decision: mayor)",
    ]
    code, out, err = run("replay", path, *PROFILE, "--brief")
    assert (code, err) == (1, "")
    assert out.splitlines() == [
        "✓ m-1, заседание рабочей группы: повестка утверждена 29.09.2023 → созвано",
        "✗ m-1, заседание рабочей группы: заседание открыто 02.10.2023 → созвано",
        "! m-2, заседание рабочей группы: повестка утверждена 29.09.2023 → созвано",
        "✓ m-1, заседание рабочей группы: заседание открыто 02.10.2023 → открыто",
        "? m-1, заседание рабочей группы: вопрос решён голосованием 02.10.2023 → открыто",
        "? m-1, заседание рабочей группы: вопрос решён голосованием 02.10.2023 → открыто (решение: mayor)",
    ]


def test_the_reasons_stand_below_their_step_with_addresses_and_the_states_at_the_end(tmp_path: Path) -> None:
    code, out, _ = run("replay", lines(tmp_path, CONVENED, IN_VAIN, LATE), *PROFILE)
    assert code == 1
    assert out.splitlines() == [
        "✓ m-1, заседание рабочей группы: повестка утверждена 29.09.2023 → созвано",
        "✗ m-1, заседание рабочей группы: заседание открыто 02.10.2023 → созвано",
        "  ✗ Присутствуют: 1 из 10; для кворума нужно не менее 5.",
        "      п. 5.5 прил. 3 к постановлению № 2993 от 22.09.2023",
        "      что сделать: Созовите заседание заново; если присутствовало больше членов, дополните список.",
        "! m-2, заседание рабочей группы: повестка утверждена 29.09.2023 → созвано",
        "  ! Повестка утверждена 29.09.2023, заседание — 28.09.2023; повестку утверждают не позднее дня заседания.",
        "      п. 5.3 прил. 3 к постановлению № 2993 от 22.09.2023",
        "",
        "Состояние историй:",
        "  m-1, заседание рабочей группы: созвано",
        "  m-2, заседание рабочей группы: созвано",
    ]
    _, out, _ = run("replay", lines(tmp_path, CONVENED), *PROFILE, "--lang", "en")
    assert out.splitlines()[1:] == ["", "The histories stand at:", "  m-1 meeting: convened"]


def test_a_file_without_steps_is_told(tmp_path: Path) -> None:
    for path in (lines(tmp_path, "", ""), lines(tmp_path)):
        code, out, err = run("replay", path, *PROFILE, "--lang", "en")
        assert (code, out, err) == (1, "", f"{path}: the file has no record; write them one a line\n")
        (error,) = as_json("replay", path, *PROFILE, code=1)["errors"]
        assert error["file"] == str(path)


@pytest.mark.parametrize(
    ("records", "code"),
    [
        ((CONVENED, OPENED), 0),
        ((CONVENED, OPENED, {**VOTED, "decision": DECISION}), 0),
        ((CONVENED, OPENED, VOTED), 1),
        ((CONVENED, IN_VAIN), 1),
        ((LATE,), 1),
        ((CONVENED, "{"), 1),
        ((CONVENED, {**OPENED, "expected_version": 5}), 1),
    ],
    ids=["holds", "decided", "unknown", "void", "breach", "faulty", "conflict"],
)
def test_one_refused_breached_or_faulty_line_ends_with_one(
    tmp_path: Path, records: tuple[object, ...], code: int
) -> None:
    path = lines(tmp_path, *records)
    for words in ((), ("--brief",), ("--json",), ("--json", "--brief")):
        assert run("replay", path, *PROFILE, *words)[0] == code


def test_replay_as_json_is_one_line_a_step_or_a_faulty_line(tmp_path: Path) -> None:
    path = lines(
        tmp_path,
        CONVENED,
        {**OPENED, "kind": "opned"},
        "",
        {**OPENED, "expected_version": 0},
        {**OPENED, "lifecycle": "contract", "kind": "declined", "present": None},
        IN_VAIN,
        step("record_annulled", "2023-10-02", record=1, reason="x"),
    )
    code, out, err = run("replay", path, *PROFILE, "--json", "--lang", "en")
    assert (code, err) == (1, "")
    answers = [json.loads(line) for line in out.splitlines()]
    assert [answer.get("line") for answer in answers] == [None, 2, 4, 5, None, None]
    for answer in (answers[0], *answers[4:]):
        assert set(answer) == STEP
        assert set(answer["verdict"]) == VERDICT
    assert [(a["kind"], a["accepted"], a["state"]) for a in (answers[0], *answers[4:])] == [
        ("convened", True, "convened"),
        ("opened", False, "convened"),
        ("record_annulled", True, "planned"),
    ]
    assert set(answers[1]) == {"line", "errors"}
    assert answers[1]["errors"][0] == {
        "file": str(path),
        "line": 2,
        "column": 52,
        "key": "kind",
        "message": "there is no such value: «opned»; did you mean «opened» (meeting opened)?",
    }
    assert answers[2]["errors"][0]["message"].startswith(
        "version 0 was expected, but the history has version 1;"
    )
    assert [error["key"] for error in answers[3]["errors"]] == ["present"]


def test_the_faults_of_a_line_are_told_aside_in_both_languages(tmp_path: Path) -> None:
    path = lines(tmp_path, CONVENED, {**CONVENED, "lifecycle": "meating"}, OPENED)
    for lang, words in (("ru", "возможно, вы имели в виду «meeting»"), ("en", "did you mean «meeting»?")):
        code, out, err = run("replay", path, *PROFILE, "--brief", "--lang", lang)
        assert code == 1
        assert len(out.splitlines()) == 2
        assert err.startswith(f"{path}:2:")
        assert " lifecycle: " in err
        assert words in err


def test_the_profile_decides_what_is_adopted_and_may_be_a_file(tmp_path: Path, filled: Path) -> None:
    path = lines(tmp_path, APPLIED_FOR, REGISTERED)
    code, out, _ = run("replay", path, *PROFILE)
    assert code == 1
    assert "? c-1, социальный сертификат: получатель внесён в реестр 03.10.2023 → заявление подано" in out
    assert "ч. 1 ст. 20 Федерального закона от 13.07.2020 № 189-ФЗ" in out
    code, out, _ = run("replay", path, "--profile", filled, "--brief")
    assert code == 0
    assert (
        out.splitlines()[-1]
        == "✓ c-1, социальный сертификат: получатель внесён в реестр 03.10.2023 → получатель в реестре"
    )


def test_an_id_is_told_as_it_is_written(tmp_path: Path) -> None:
    name = "[bold]№ 1/23 :smile: " + "x" * 200
    _, out, _ = run("replay", lines(tmp_path, {**CONVENED, "history": name}), *PROFILE, "--brief")
    assert out == f"✓ {name}, заседание рабочей группы: повестка утверждена 29.09.2023 → созвано\n"


def test_a_verdict_that_misses_though_its_parts_hold_is_a_reason_itself() -> None:
    whole = Rule("a.whole", Text("Целое.", "The whole."))
    part = Rule("a.part", Text("Часть.", "The part."), missed=Outcome.BREACH)
    holds, misses = part.judge(True), part.judge(False)
    for verdict, told in (
        (whole.judge(True, parts=(holds,)), []),
        (whole.judge(False, parts=(holds,)), ["✗ The whole.", "  ✓ The part."]),
        (whole.judge(True, parts=(holds, misses)), ["! The part."]),
        (whole.judge(True, parts=(whole.judge(None), holds, misses)), ["? The whole.", "! The part."]),
    ):
        assert list(against(verdict, "en", 0)) == told


# ─── options ─────────────────────────────────────────────────────────────────────────────────────────────


def test_options_name_every_step_permitted_or_with_all_that_is_against_it(tmp_path: Path) -> None:
    path = lines(tmp_path, CONVENED, LATE)
    answer = as_json("options", path, *ON, *PROFILE)
    assert (answer["profile"], answer["on"]) == ("kemerovo", "2023-10-03")
    assert (answer["errors"], answer["refused"]) == ([], [])
    assert [one["history"] for one in answer["histories"]] == ["m-1", "m-2"]
    for one in answer["histories"]:
        assert [option["kind"] for option in one["options"]] == [*meeting.kinds, "record_annulled"]
        permitted = {option["kind"] for option in one["options"] if option["permitted"]}
        assert permitted == {"opened", "not_held", "record_annulled"}
        assert all(set(option) == OPTION for option in one["options"])
        assert all(set(option["verdict"]) == VERDICT for option in one["options"])


def test_options_are_told_in_words_with_who_with_what_and_why_not(tmp_path: Path, filled: Path) -> None:
    path = lines(tmp_path, CONVENED, APPLIED_FOR)
    code, out, _ = run("options", path, *ON, *PROFILE, "--lang", "en")
    assert code == 0
    assert "m-1 meeting: convened\n" in out
    assert "  ! opened → open: meeting opened\n      by: chair, deputy, member-1, " in out
    assert "secretary; needs: day (on), by whom (by), present (present)\n" in out
    assert "    ! The meeting was convened for 2023-10-02 and opened on 2023-10-03.\n" in out
    assert "    ✗ State: convened; the step «meeting closed» is possible from: open.\n" in out
    assert (
        "by: consumer, representative; document: consumer-application; needs: day (on), by whom (by), " in out
    )
    assert (
        "  ✓ record_annulled: a record annulled\n      by: chair, deputy; needs: day (on), by whom (by), "
        "number of the record (record), reason (reason)\n" in out
    )
    assert "  ? recipient_registered → registered: recipient registered\n" in out
    assert "        part 1 of article 20 of Federal Law No 189-FZ of 13.07.2020\n" in out
    _, out, _ = run("options", path, *ON, "--profile", filled)
    assert "  ✓ получатель внесён в реестр → получатель в реестре (recipient_registered)\n" in out


def test_where_no_body_is_named_an_option_says_so(tmp_path: Path) -> None:
    data = {**shipped_data()["municipalities"]["kemerovo"]}
    del data["authorized_body"]
    path = tmp_path / "mine.json"
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    _, out, _ = run("options", lines(tmp_path, APPLIED_FOR), *ON, "--profile", path)
    assert (
        "вправе: никто не назван; нужно указать: день (on), кто (by) и номер реестровой записи (record)"
        in out
    )


def test_one_history_is_asked_by_its_id(tmp_path: Path) -> None:
    path = lines(tmp_path, CONVENED, LATE)
    for command, answers in (("options", "options"), ("due", "duties")):
        owed = int(command == "due")  # the meeting is overdue
        (one,) = as_json(command, path, *ON, *PROFILE, "--history", "m-2", code=owed)["histories"]
        assert set(one) == {"history", "lifecycle", "state", answers}
        assert (one["history"], one["lifecycle"], one["state"]) == ("m-2", "meeting", "convened")
        code, out, err = run(command, path, *ON, *PROFILE, "--history", "m-22")
        assert (code, out) == (1, "")
        assert "истории «m-22» в файле нет; возможны: m-1, m-2" in err
        (error,) = as_json(command, path, *ON, *PROFILE, "--history", "", "--lang", "en", code=1)["errors"]
        assert error["message"] == "no history «» in the file; possible: m-1, m-2"


@pytest.mark.parametrize("command", ["options", "due"])
def test_what_of_the_file_was_not_taken_is_told_and_ends_with_one(tmp_path: Path, command: str) -> None:
    path = lines(tmp_path, CONVENED, "{", IN_VAIN)
    code, out, err = run(command, path, *ON, *PROFILE)
    assert code == 1
    assert out.startswith("m-1, заседание рабочей группы: созвано\n")
    told = err.splitlines()
    assert told[0].startswith(f"{path}:2:")
    assert told[1:3] == [
        f"{path}:3:1: шаг не принят: ✗ m-1, заседание рабочей группы: заседание открыто 02.10.2023 → созвано",
        "  ✗ Присутствуют: 1 из 10; для кворума нужно не менее 5.",
    ]
    code, out, err = run(command, path, *ON, *PROFILE, "--json")
    assert (code, err) == (1, "")
    answer = json.loads(out)
    assert [(fault["line"], fault["errors"][0]["line"]) for fault in answer["errors"]] == [(2, 2)]
    (refused,) = answer["refused"]
    assert set(refused) == {"line", *STEP}
    assert (refused["line"], refused["verdict"]["outcome"]) == (3, "void")


@pytest.mark.parametrize("command", ["options", "due"])
@pytest.mark.parametrize(
    ("records", "code"),
    [((CONVENED, OPENED), 0), ((LATE,), 0), ((CONVENED, IN_VAIN), 1), ((CONVENED, "{"), 1)],
    ids=["taken", "breach taken", "refused", "faulty"],
)
def test_what_was_not_taken_ends_with_one(
    tmp_path: Path, command: str, records: tuple[object, ...], code: int
) -> None:
    on = ("--on", "2023-10-02") if LATE not in records else ("--on", "2023-09-29")
    code = 1 if command == "due" and LATE in records else code  # it is overdue from its first day
    assert run(command, lines(tmp_path, *records), *on, *PROFILE)[0] == code


# ─── due ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_due_tells_what_is_owed_and_ends_with_one_where_it_is_overdue(tmp_path: Path, filled: Path) -> None:
    path = lines(tmp_path, CONVENED, APPLIED_FOR)
    code, out, _ = run("due", path, "--on", "2023-10-03", "--profile", filled)
    assert code == 1
    assert out.splitlines() == [
        "m-1, заседание рабочей группы: созвано",
        "  ! провести заседание (opened); последний день: 02.10.2023; просрочено",
        "      п. 5.5 прил. 3 к постановлению № 2993 от 22.09.2023",
        "c-1, социальный сертификат: заявление подано",
        "  · внести получателя в реестр или отказать (recipient_registered); последний день: 05.10.2023",
        "      ч. 1 ст. 20 Федерального закона от 13.07.2020 № 189-ФЗ",
        "      п. 1 вымышленный акт certificate-forming",
    ]
    code, out, _ = run("due", path, "--on", "2023-10-02", *PROFILE, "--lang", "en")
    assert code == 0
    assert "  · hold the meeting (opened); last day: 2023-10-02; ends today\n" in out
    _, out, _ = run("due", path, "--on", "2023-10-02", *PROFILE)
    assert "  · провести заседание (opened); последний день: 02.10.2023; срок истекает сегодня\n" in out
    assert "(recipient_registered); срок не установлен\n" in out


@pytest.mark.parametrize("entries", [[], [{"a": 1}], [{"a": ["я\u200b", {}], "b": []}, "x\ny", {}]])
def test_an_answer_by_parts_is_the_answer_as_a_whole(
    entries: list[Any], capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    whole = {"profile": "π", "histories": [], "later": ["1"], "errors": [], "none": {}}
    say_streamed(whole, "histories", iter(entries))
    in_parts = capfdbinary.readouterr().out
    say_json({**whole, "histories": entries})
    assert in_parts == capfdbinary.readouterr().out


def test_options_as_json_are_asked_of_one_case_after_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    written: list[list[str]] = []
    form = standing.heading
    monkeypatch.setattr(cases, "heading", lambda one: asked.append(one.id) or form(one))
    say = streamed.say_bytes
    monkeypatch.setattr(streamed, "say_bytes", lambda data: written.append([*asked]) or say(data))
    path = lines(tmp_path, CONVENED, LATE)
    found = as_json("options", path, *PROFILE, "--on", "2023-10-02")
    assert [one["history"] for one in found["histories"]] == asked == ["m-1", "m-2"]
    assert ["m-1"] in written


def test_options_without_the_facts_are_the_same_answer_with_none_described(tmp_path: Path) -> None:
    path = lines(tmp_path, CONVENED)
    whole = as_json("options", path, *PROFILE, "--on", "2023-10-02")
    less = as_json("options", path, *PROFILE, "--on", "2023-10-02", "--no-facts")
    told = [option for one in whole["histories"] for option in one["options"]]
    assert any(option["facts"] for option in told)
    for option in told:
        option["facts"] = []
    assert less == whole


def test_due_as_json_has_the_agreed_form(tmp_path: Path, filled: Path) -> None:
    path = lines(tmp_path, CONVENED, APPLIED_FOR)
    answer = as_json("due", path, *ON, "--profile", filled, code=1)
    assert (answer["profile"], answer["on"]) == ("kemerovo", "2023-10-03")
    duties = [duty for one in answer["histories"] for duty in one["duties"]]
    assert all(set(duty) == DUTY for duty in duties)
    assert [(duty["kind"], duty["last_day"], duty["overdue"]) for duty in duties] == [
        ("opened", "2023-10-02", True),
        ("recipient_registered", "2023-10-05", False),
    ]
    assert [duty["ends"]["en"] for duty in duties] == ["2023-10-02", "2023-10-05"]
    assert all(set(cite) == {"act", "address", "label"} for duty in duties for cite in duty["cites"])


def test_duties_are_written_for_a_calendar_program_the_same_every_time(tmp_path: Path, filled: Path) -> None:
    path, ics = lines(tmp_path, CONVENED, APPLIED_FOR), tmp_path / "due.ics"
    words = ("due", path, *ON, "--profile", filled, "--ics", ics)
    code, out, err = run(*words)
    assert code == 1
    assert out.startswith("m-1, заседание рабочей группы: созвано\n")
    assert err == f"{ics}: записан\n"
    first = ics.read_bytes()
    found = list(vobject.readOne(first.decode()).components())
    assert [str(event.dtstart.value) for event in found] == ["2023-10-02", "2023-10-05"]
    assert len(as_json(*words, code=1)["histories"]) == 2
    assert ics.read_bytes() == first


def test_a_calendar_file_that_cannot_be_written_and_a_missing_extra_are_said_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = lines(tmp_path, CONVENED)
    answer = as_json("due", path, *ON, *PROFILE, "--ics", tmp_path / "none" / "d.ics", code=1)
    assert "файл не записан" in answer["errors"][0]["message"]
    monkeypatch.setitem(__import__("sys").modules, "law189.report.ics", None)
    code, _, err = run("due", path, *ON, *PROFILE, "--ics", tmp_path / "d.ics")
    assert code == 2
    assert "pip install '.[ics]'" in err
    assert "none-any.whl[ics]'" in err
    assert not (tmp_path / "d.ics").exists()


# ─── diagram ─────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("cycle", LIFECYCLES, ids=lambda cycle: cycle.name)
@pytest.mark.parametrize("lang", ["ru", "en"])
def test_every_lifecycle_is_drawn(cycle: Any, lang: str) -> None:
    assert run("diagram", cycle.name, "--lang", lang) == (0, cycle.mermaid(lang), "")
    answer = as_json("diagram", cycle.name, "--lang", lang)
    assert answer == {"lifecycle": cycle.name, "format": "mermaid", "diagram": cycle.mermaid(lang)}


def test_a_lifecycle_that_is_not_there_says_which_was_meant() -> None:
    code, out, err = run("diagram", "meating")
    assert (code, out) == (1, "")
    assert err == "meating: жизненного цикла «meating» нет; возможно, вы имели в виду «meeting»\n"
    (error,) = as_json("diagram", "meating", "--lang", "en", code=1)["errors"]
    assert error["message"] == "there is no lifecycle «meating»; did you mean «meeting»?"


@pytest.mark.parametrize("cycle", LIFECYCLES, ids=lambda cycle: cycle.name)
def test_every_lifecycle_has_a_picture(cycle: Any) -> None:
    code, out, err = run("diagram", cycle.name, "--format", "svg")
    assert (code, err) == (0, "")
    assert out == as_svg(cycle, "ru")
    answer = as_json("diagram", cycle.name, "--format", "svg", "--lang", "en")
    assert answer == {"lifecycle": cycle.name, "format": "svg", "diagram": as_svg(cycle, "en")}


# ─── Wrong usage and files that do not open ──────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "words",
    [
        ["replay"],
        ["replay", "steps.jsonl"],
        ["replay", "steps.jsonl", *PROFILE, "--lang", "de"],
        ["options", "steps.jsonl", *PROFILE],
        ["options", "steps.jsonl", *PROFILE, "--on", "2023-02-31"],
        ["due", "steps.jsonl", *ON],
        ["due", "steps.jsonl", *PROFILE, "--on", "today"],
        ["diagram"],
        ["diagram", "meeting", "--format", "png"],
    ],
    ids=" ".join,
)
def test_what_is_missing_or_unknown_is_wrong_usage(words: list[str]) -> None:
    code, out, _ = run(*words)
    assert (code, out) == (2, "")


@pytest.mark.parametrize("words", [("replay",), ("options", *ON), ("due", *ON)], ids=lambda words: words[0])
def test_a_file_or_a_profile_that_is_not_there_is_said_so(tmp_path: Path, words: tuple[str, ...]) -> None:
    code, out, err = run(*words, tmp_path / "none.jsonl", *PROFILE)
    assert (code, out) == (1, "")
    assert "такого файла нет" in err
    (error,) = as_json(*words, tmp_path, *PROFILE, "--lang", "en", code=1)["errors"]
    assert "it is a folder" in error["message"]
    code, _, err = run(*words, lines(tmp_path, CONVENED), "--profile", "kemerova")
    assert code == 1
    assert "возможно, вы имели в виду «kemerovo»" in err


# ─── A day in time ───────────────────────────────────────────────────────────────────────────────────────

AT_ONE = [CONVENED, OPENED, {**CONVENED, "history": "m-3", "on": "2023-10-03", "held_on": "2023-10-09"}]
LATER: list[object] = [
    {**OPENED, "on": "2023-10-09", "present": ["chair"]},  # refused
    {**OPENED, "on": "2023-10-09", "presnt": []},  # faulty
    {**OPENED, "on": "2023-10-09", "expected_version": 7},  # another version
    {**CONVENED, "history": "m-9", "on": "2023-10-09", "held_on": "2023-10-10"},  # begins later
    {**CONVENED, "history": "m-1", "lifecycle": "order", "on": "2023-10-09"},  # of another lifecycle
]


@pytest.mark.parametrize("command", ["options", "due"])
def test_what_a_file_says_of_later_days_changes_nothing_of_the_answer_of_a_day(
    tmp_path: Path, command: str
) -> None:
    for day in ("2023-09-29", "2023-10-02", "2023-10-03", "2023-10-08"):
        known = [one for one in AT_ONE if one["on"] <= day]
        before = lines(tmp_path, *known, name="before.jsonl")
        whole = lines(tmp_path, *AT_ONE, *LATER, name="whole.jsonl")
        words = ("--on", day, *PROFILE)
        found, answer, _ = run(command, before, *words, "--json")
        code, told, _ = run(command, whole, *words, "--json")
        assert code == found
        said = json.loads(told)
        begin_later = {one["history"] for one in AT_ONE if one not in known} - {"m-1"} | {"m-9"}
        assert set(said.pop("later")) == begin_later
        assert {**json.loads(answer), "later": None} == {**said, "later": None}
        _, _, err = run(command, whole, *words, "--lang", "en")
        assert err.endswith(
            "begin after that day and are not shown: " + ", ".join(sorted(begin_later)) + "\n"
        )


def test_of_many_histories_that_begin_later_the_first_are_named_and_the_others_counted(
    tmp_path: Path,
) -> None:
    later = [
        {**CONVENED, "history": f"m-{at:03}", "on": "2023-10-09", "held_on": "2023-10-10"}
        for at in range(107)
    ]
    steps = lines(tmp_path, *AT_ONE, *later, name="many.jsonl")
    _, _, told = run("due", steps, "--on", "2023-10-06", *PROFILE, "--lang", "en")
    assert told.endswith("m-099; and more: 7\n"), told
    assert "m-100" not in told


def test_a_duty_done_later_was_owed_on_the_day(tmp_path: Path) -> None:
    path = lines(tmp_path, CONVENED, {**OPENED, "on": "2023-10-09"})
    code, out, _ = run("due", path, "--on", "2023-10-05", *PROFILE, "--lang", "en")
    assert code == 1
    assert "hold the meeting (opened); last day: 2023-10-02; overdue\n" in out
    assert run("due", path, "--on", "2023-10-09", *PROFILE)[0] == 0


def test_a_faulty_line_without_a_day_counts(tmp_path: Path) -> None:
    for line in ("{", {**OPENED, "on": "2023-10-32"}, {**OPENED, "on": 5}, '["on"]'):
        assert run("options", lines(tmp_path, CONVENED, line), *ON, *PROFILE)[0] == 1


@pytest.mark.parametrize(
    ("term", "on", "ru", "en"),
    [
        (None, "2023-10-02", "срок не установлен", "the term is not set"),
        (3, "2023-10-02", "последний день: 05.10.2023", "last day: 2023-10-05"),
        (
            3000,
            "2023-10-02",
            "рабочих дней: 3000; последний день неизвестен: нет календаря на ",
            "3000 working days; the last day is not known: no calendar for ",
        ),
    ],
)
def test_a_duty_without_a_last_day_says_why(
    tmp_path: Path, term: int | None, on: str, ru: str, en: str
) -> None:
    adopted = [json.loads(json.dumps(act, default=str)) for act in acts()]
    for act in adopted:
        act["fills"] = [
            fill if fill["slot"] != REGISTERING else {**fill, "term": {**fill["term"], "days": term}}
            for fill in act["fills"]
            if term is not None or fill["slot"] != REGISTERING
        ]
    path = tmp_path / "mine.json"
    data = {**shipped_data()["municipalities"]["kemerovo"], "adopted": adopted}
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    asked = ("due", lines(tmp_path, APPLIED_FOR), "--on", on, "--profile", path)
    for lang, words in (("ru", ru), ("en", en)):
        assert f"(recipient_registered); {words}" in run(*asked, "--lang", lang)[1]
    (duty,) = as_json(*asked)["histories"][0]["duties"]
    assert words.removeprefix("last day: ") in duty["ends"]["en"]
    assert (duty["last_day"] is None) == (term != 3)


REGISTERING = "certificate.registration_term"


@pytest.mark.parametrize(
    "day", ["20231005", "2023-W40-4", " 2023-10-05", "2023-10-05 ", "2023-10-05\n", "٢٠٢٣-١٠-٠٥", "2023-1-5"]
)
@pytest.mark.parametrize(
    "words", [("options", "x", *PROFILE), ("due", "x", *PROFILE), ("plan", "kemerovo"), ("show", "kemerovo")]
)
def test_a_day_has_the_form_that_files_ask(words: tuple[str, ...], day: str) -> None:
    assert run(*words, "--on", day)[:2] == (2, "")
    assert run("indicators", "kemerovo", "--on", day)[:2] == (2, "")
