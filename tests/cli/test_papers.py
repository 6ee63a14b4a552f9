"""`minutes` and `agenda`: read as `meeting` reads, written safely, and told in one language."""

import json
import re
import subprocess
import sys
from pathlib import Path

import docx
import places
import pytest
from typer.testing import CliRunner

from law189.cli.app import app
from law189.errors import needs_extra

MEETING = {
    "profile": "kemerovo",
    "held_on": "2023-10-02",
    "agenda": {"approved_by": "chair", "approved_on": "2023-09-29"},
    "present": ["chair", "deputy", "member-1", "member-2", "member-3"],
    "items": [
        {
            "question": "План",
            "kind": "plan-measures",
            "votes": {"chair": "for", "deputy": "for", "member-1": "for"},
        }
    ],
}
PLANNED = {
    "profile": "kemerovo",
    "held_on": "2023-10-02",
    "items": [{"question": "План", "kind": "plan-measures"}],
}
COMMANDS = ("minutes", "agenda")
FORMS = ("--docx", "--html")


def run(*words: str | Path, given: bytes | None = None) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, [str(word) for word in words], input=given)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


def saved(path: Path, *records: dict[str, object]) -> Path:
    if path.suffix == ".jsonl":
        path.write_text("".join(f"{json.dumps(one)}\n" for one in records), encoding="utf-8")
    else:
        path.write_text(json.dumps(records[0]), encoding="utf-8")
    return path


@pytest.fixture
def meeting(tmp_path: Path) -> Path:
    return saved(tmp_path / "zasedanie.yaml", MEETING)


# ─── Что выходит ─────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("command", COMMANDS)
def test_without_a_file_to_write_the_text_is_shown(meeting: Path, command: str) -> None:
    code, out, err = run(command, meeting)
    assert (code, err) == (0, "")
    assert out.startswith("ПРОТОКОЛ № ______\n" if command == "minutes" else "ИЗВЕЩЕНИЕ\n")
    assert "План — определение мероприятий для плана апробации (п. 4.2 прил. 3" in out


def test_both_files_are_written_at_once_and_say_the_same(tmp_path: Path, meeting: Path) -> None:
    page, doc = tmp_path / "p.html", tmp_path / "p.docx"
    code, out, err = run("minutes", meeting, "--docx", doc, "--html", page, "--lang", "en")
    assert (code, out) == (0, "")
    assert err.splitlines() == [f"{doc}: written", f"{page}: written"]
    assert '<html lang="en">' in page.read_text(encoding="utf-8")
    read = docx.Document(str(doc))
    assert read.paragraphs[0].text == "MINUTES No ______"
    assert "VOTED: for — 3, against — 0, abstained — 0, did not vote — 2" in page.read_text(
        encoding="utf-8"
    ).replace("<b>", "").replace("</b>", "")


def test_what_is_to_be_checked_is_counted_beside_the_files_and_the_draft_is_written_all_the_same(
    tmp_path: Path,
) -> None:
    wrong = {"present": [*MEETING["present"], "chair"], "agenda": {"approved_by": "member-1"}}
    bad = saved(tmp_path / "m.json", {**MEETING, **wrong})
    code, _, err = run("minutes", bad, "--html", tmp_path / "p.html")
    assert code == 0
    assert err.splitlines()[1] == "надо проверить (в рамках): 3"


@pytest.mark.parametrize("command", COMMANDS)
def test_as_json_every_sentence_is_there(meeting: Path, tmp_path: Path, command: str) -> None:
    code, out, _ = run(command, meeting, "--json", "--html", tmp_path / "p.html")
    told = json.loads(out)
    assert (code, told["lang"], told["to_check"]) == (0, "ru", 0)
    assert told["parts"][0]["kind"] == "title"
    assert (tmp_path / "p.html").exists()


def test_the_same_record_gives_the_same_bytes_and_an_earlier_draft_is_replaced(
    tmp_path: Path, meeting: Path
) -> None:
    for form in FORMS:
        path = tmp_path / f"draft{form}"
        assert run("minutes", meeting, form, path)[2] == f"{path}: записан\n"
        first = path.read_bytes()
        assert run("minutes", meeting, form, path)[2] == f"{path}: записан вместо прежнего\n"
        assert path.read_bytes() == first


# ─── Чужое не трогают ────────────────────────────────────────────────────────────────────────────────────


def fill_in(path: Path) -> None:
    """What a person does with a draft: write something into it and save it."""
    if path.read_bytes().startswith(b"PK"):
        document = docx.Document(str(path))
        document.paragraphs[0].add_run(" 7")
        document.save(str(path))
    else:
        path.write_text(path.read_text(encoding="utf-8").replace("№ ______", "№ 7"), encoding="utf-8")


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("form", FORMS)
def test_a_draft_that_somebody_has_filled_in_is_not_replaced(
    tmp_path: Path, meeting: Path, command: str, form: str
) -> None:
    path = tmp_path / "draft"
    assert run(command, meeting, form, path)[0] == 0
    if command == "agenda" and form == "--html":
        path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    else:
        fill_in(path)
    held = path.read_bytes()
    code, _, err = run(command, meeting, form, path)
    assert code == 1
    assert "выберите другое имя" in err
    assert path.read_bytes() == held


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "held", ["", "profile: my\n", "<!DOCTYPE html>\n<!-- law189: sheet -->\n", "PK\x03\x04", "x" * 9999]
)
def test_no_file_of_another_is_replaced(tmp_path: Path, meeting: Path, form: str, held: str) -> None:
    path = tmp_path / "there"
    path.write_bytes(held.encode())
    code, _, err = run("minutes", meeting, form, path)
    assert (code, len(err.splitlines())) == (1, 1)
    assert path.read_bytes() == held.encode()
    assert sorted(one.name for one in tmp_path.iterdir()) == ["there", "zasedanie.yaml"]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("leads", ["to a draft", "nowhere", "to a folder"])
def test_nothing_is_written_through_a_link(tmp_path: Path, meeting: Path, form: str, leads: str) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    if leads == "to a draft":
        assert run("minutes", meeting, form, target)[0] == 0
    elif leads == "to a folder":
        target.mkdir()
    held = target.read_bytes() if target.is_file() else None
    link.symlink_to(target)
    assert run("agenda", meeting, form, link)[0] == 1
    assert link.is_symlink()
    assert (target.read_bytes() if target.is_file() else None) == held
    assert target.exists() == (leads != "nowhere")


@pytest.mark.parametrize("form", FORMS)
def test_a_sheet_is_no_draft_and_a_draft_is_no_sheet(tmp_path: Path, meeting: Path, form: str) -> None:
    sheet, draft = tmp_path / "sheet", tmp_path / "draft"
    assert run("show", "kemerovo", "--html", sheet)[0] == 0
    assert run("minutes", meeting, form, draft)[0] == 0
    assert run("minutes", meeting, form, sheet)[0] == 1
    assert run("show", "kemerovo", "--html", draft)[0] == 1


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("where", ["none/x", "file/x", "folder", "a" * 300])
def test_what_cannot_be_written_is_one_sentence_and_exit_code_one(
    tmp_path: Path, meeting: Path, form: str, where: str
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"")
    code, _, err = run("minutes", meeting, form, tmp_path / where)
    assert (code, len(err.splitlines())) == (1, 1)


def test_neither_is_written_where_the_extra_is_missing(tmp_path: Path, meeting: Path) -> None:
    words = ["minutes", str(meeting), "--docx", str(tmp_path / "p.docx"), "--html", str(tmp_path / "p.html")]
    script = (
        "import sys; sys.modules['docx'] = None; from law189.cli.__main__ import main; "
        f"sys.argv[1:] = {words!r}; main()"
    )
    ran = subprocess.run(  # noqa: S603  # our own code
        [sys.executable, "-X", "utf8", "-c", script],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (2, f"{needs_extra('office').ru}\n")
    assert [one.name for one in tmp_path.iterdir()] == ["zasedanie.yaml"]
    assert run("minutes", meeting, "--html", tmp_path / "p.html")[0] == 0


# ─── Что читают ──────────────────────────────────────────────────────────────────────────────────────────

FAULTY = [
    b"profile: kemerovo\nheld_on: 2023-10-32\npresent: []\n",
    b"profile: kemerovo\nheld_no: 2023-10-02\npresent: []\n",
    b"profile: kemerov\nheld_on: 2023-10-02\npresent: []\n",
    b"profile: kemerovo\nheld_on: 2023-10-02\npresent: [mayor]\n",
    b"profile: kemerovo\nheld_on: 2023-10-02\npresent: []\nitems: [{question: x, votes: {chair: aye}}]\n",
    b"profile: kemerovo\nheld_on: 2023-10-02\npresent: []\npolled: [chair]\n",
    b"profile: kemerovo\nheld_on: 2023-10-02\npresent: [chair\n",
    b"",
    b"[]",
]


@pytest.mark.parametrize("given", FAULTY)
@pytest.mark.parametrize("command", COMMANDS)
def test_a_faulty_record_is_told_in_the_words_of_the_command_that_judges_it(
    given: bytes, command: str
) -> None:
    for more in ((), ("--lang", "en"), ("--json",)):
        judged, drafted = (run(one, "-", *more, given=given) for one in ("meeting", command))
        assert drafted[0] == judged[0] == 1
        assert drafted[2] == judged[2]
        if "--json" in more:
            strip = [
                [fault["message"] for fault in json.loads(out)["errors"]] for out in (drafted[1], judged[1])
            ]
            assert strip[0] == strip[1]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_record_that_does_not_say_who_came_is_enough_for_a_draft_and_not_for_a_judgement(
    tmp_path: Path, command: str
) -> None:
    planned = saved(tmp_path / "m.json", PLANNED)
    assert run("meeting", planned)[0] == 1
    code, out, _ = run(command, planned)
    assert code == 0
    assert "кворума нет" not in out


@pytest.mark.parametrize("command", COMMANDS)
def test_one_line_of_json_lines_is_one_meeting_and_of_several_none_is_taken(
    tmp_path: Path, command: str
) -> None:
    one, two = saved(tmp_path / "one.jsonl", MEETING), saved(tmp_path / "two.jsonl", MEETING, PLANNED)
    assert run(command, one)[0] == 0
    code, out, err = run(command, two, "--lang", "en")
    assert (code, out) == (1, "")
    assert err == (
        f"{two}: the file has more than one meeting, and a paper is of one; save its record to a file of its own\n"
    )
    code, out, _ = run(command, two, "--html", tmp_path / "p.html", "--json")
    assert code == 1
    assert "одном" in json.loads(out)["errors"][0]["message"]
    assert not (tmp_path / "p.html").exists()


@pytest.mark.parametrize("command", COMMANDS)
def test_a_decree_without_a_working_group_is_refused_with_its_sentence(tmp_path: Path, command: str) -> None:
    own = (places.PROFILES / "small.yaml").read_text(encoding="utf-8")
    (tmp_path / "my.yaml").write_text(
        re.sub(r"(?ms)^working_group:\n(?:(?: .*)?\n)*", "", own), encoding="utf-8"
    )
    record = saved(tmp_path / "m.json", {**PLANNED, "items": [], "profile": "my.yaml"})
    code, out, err = run(command, record, "--docx", tmp_path / "p.docx")
    assert (code, out) == (1, "")
    assert "Постановление рабочую группу не создаёт" in err
    assert not (tmp_path / "p.docx").exists()


def test_the_record_itself_is_never_replaced(meeting: Path) -> None:
    held = meeting.read_bytes()
    for form in FORMS:
        assert run("minutes", meeting, form, meeting)[0] == 1
    assert meeting.read_bytes() == held


def test_the_standard_input_is_read_as_a_file_is(meeting: Path) -> None:
    assert run("minutes", "-", given=meeting.read_bytes()) == run("minutes", meeting)
