"""Files written: never through a link, never over another without a word, and a sentence for whatever fails."""

import json
import os
from pathlib import Path

import places
import pytest
from typer.main import get_command
from typer.testing import CliRunner

from law189.cli.app import app
from law189.cli.new import _unread
from law189.cli.usage import no_stream
from law189.cli.written import write_new

STEP = {
    "history": "m-1",
    "lifecycle": "meeting",
    "kind": "convened",
    "on": "2023-09-29",
    "by": "chair",
    "held_on": "2023-10-02",
}
PLAN = ("plan", "kemerovo", "--on", "2023-10-05", "--lang", "en", "--ics")
COPY = ("copy", "kemerovo", "--lang", "en")
SHOW = ("show", "kemerovo", "--lang", "en", "--html")


def run(*words: str | Path) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, [str(word) for word in words])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def steps(tmp_path: Path) -> Path:
    path = tmp_path / "steps.jsonl"
    path.write_text(json.dumps(STEP) + "\n", encoding="utf-8")
    return path


def due(steps: Path, ics: Path, *, on: str = "2023-09-30", profile: str = "kemerovo") -> tuple[int, str, str]:
    return run("due", steps, "--profile", profile, "--on", on, "--lang", "en", "--ics", ics)


@pytest.mark.parametrize("command", [PLAN, COPY, SHOW], ids=["--ics", "copy", "--html"])
@pytest.mark.parametrize(
    "held",
    [
        "",
        "profile: my\n",
        "BEGIN:VCALENDAR\r\nPRODID:-//another//EN\r\n",
        "<!DOCTYPE html>\n<html></html>",
        "x" * 10_000,
    ],
)
def test_no_file_of_another_is_replaced(tmp_path: Path, command: tuple[str, ...], held: str) -> None:
    path = tmp_path / "there"
    path.write_bytes(held.encode())
    code, _, err = run(*command, path)
    assert code == 1
    assert err.startswith(f"{path}: ")
    assert "choose another name" in err
    assert path.read_bytes() == held.encode()
    assert [one.name for one in tmp_path.iterdir()] == ["there"]


@pytest.mark.parametrize("command", [PLAN, COPY, SHOW], ids=["--ics", "copy", "--html"])
@pytest.mark.parametrize("leads", ["to a file", "to a calendar", "to a sheet", "nowhere", "to a folder"])
def test_nothing_is_written_through_a_link(tmp_path: Path, command: tuple[str, ...], leads: str) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    if leads in ("to a calendar", "to a sheet"):
        assert run(*(PLAN if leads == "to a calendar" else SHOW), target)[0] == 0
    elif leads == "to a file":
        target.write_bytes(b"mine")
    elif leads == "to a folder":
        target.mkdir()
    held = target.read_bytes() if target.is_file() else None
    link.symlink_to(target)
    code, _, err = run(*command, link)
    assert (code, len(err.splitlines())) == (1, 1)
    assert link.is_symlink()
    assert (target.read_bytes() if target.is_file() else None) == held
    assert target.exists() == (leads != "nowhere")


def test_a_command_replaces_neither_its_input_nor_a_profile(tmp_path: Path, steps: Path) -> None:
    profile = tmp_path / "my.yaml"
    assert run("copy", "kemerovo", profile)[0] == 0
    for path in (steps, profile):
        held = path.read_bytes()
        code, out, err = due(steps, path, profile=str(profile))
        assert (code, out) == (1, "")
        assert "choose another name" in err
        assert path.read_bytes() == held


def test_an_earlier_calendar_of_our_own_is_replaced_and_that_is_told(tmp_path: Path, steps: Path) -> None:
    path = tmp_path / "due.ics"
    assert due(steps, path)[2] == f"{path}: written\n"
    first = path.read_bytes()
    assert due(steps, path, on="2023-10-01")[2] == f"{path}: written; it replaced the earlier one\n"
    assert path.read_bytes() != first
    assert sorted(one.name for one in tmp_path.iterdir()) == ["due.ics", "steps.jsonl"]


@pytest.mark.parametrize("command", [PLAN, COPY, SHOW], ids=["--ics", "copy", "--html"])
@pytest.mark.parametrize("where", ["none/x", "file/x", "folder", "a" * 300])
@pytest.mark.parametrize("as_json", [False, True])
def test_what_cannot_be_written_is_one_sentence_and_exit_code_one(
    tmp_path: Path, command: tuple[str, ...], where: str, as_json: bool
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"")
    code, out, err = run(*command, tmp_path / where, *(["--json"] if as_json else []))
    assert code == 1
    if as_json:
        (error,) = json.loads(out)["errors"]
        assert error["message"]
    else:
        assert len(err.splitlines()) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_what_stops_half_way_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = os.open

    def full(path: object, *more: int) -> int:
        os.close(opened(path, *more))  # type: ignore[arg-type]  # what a file system would have made
        return opened("/dev/full", os.O_WRONLY)

    monkeypatch.setattr(os, "open", full)
    path = tmp_path / "my.yaml"
    with pytest.raises(OSError, match="space"):
        write_new(path, b"profile: my")
    assert not path.exists()
    code, _, err = run(*COPY, path)
    assert (code, err) == (1, f"{path}: the file was not written: no space is left on the disk; free some\n")


def test_an_earlier_sheet_is_replaced_and_that_is_told_but_no_calendar(tmp_path: Path, steps: Path) -> None:
    path, calendar = tmp_path / "sheet.html", tmp_path / "due.ics"
    assert run(*SHOW, path)[2] == f"{path}: written\n"
    first = path.read_text(encoding="utf-8")
    assert run("show", "novokuznetsk_district", "--html", path)[2] == f"{path}: записан вместо прежнего\n"
    second = path.read_text(encoding="utf-8")
    assert ('<html lang="en">' in first, '<html lang="ru">' in second) == (True, True)
    assert "Новокузнецк" in second
    assert due(steps, calendar)[0] == 0
    for command, file in ((SHOW, calendar), (PLAN, path)):
        held = file.read_bytes()
        assert run(*command, file)[0] == 1
        assert file.read_bytes() == held


def test_a_sheet_takes_the_place_of_the_text_and_not_of_the_json(tmp_path: Path) -> None:
    assert run("show", "kemerovo", "--html", tmp_path / "a")[:2] == (0, "")
    asked = ("show", "kemerovo", "--json")
    plain = run(*asked)[1]
    assert json.loads(plain)["profile"] == "kemerovo"
    assert run(*asked, "--html", tmp_path / "b")[1] == plain
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_a_sheet_tells_the_edition_of_the_day_and_no_lint_that_the_file_allows(tmp_path: Path) -> None:
    small, more = (places.PROFILES / name for name in ("small.yaml", "amended.yaml"))
    text = small.read_text(encoding="utf-8") + more.read_text(encoding="utf-8")
    profile = tmp_path / "my.yaml"
    profile.write_text(text + "# law189: allow A14 because the old law says so\n", encoding="utf-8")
    told = {}
    for on in ("2024-02-29", "2024-03-01"):
        path = tmp_path / on
        assert run("show", profile, "--on", on, "--html", path)[0] == 0
        told[on] = path.read_text(encoding="utf-8").split("Редакции и изменения</h2>")[0]
    assert ("1/2" in told["2024-02-29"], "2/3" in told["2024-02-29"]) == (True, False)
    assert "2/3" in told["2024-03-01"]
    assert all("замечание A1 " in page and "A14" not in page for page in told.values())


def test_a_profile_from_the_standard_input_has_a_sheet_too(tmp_path: Path) -> None:
    text = (places.PROFILES / "small.yaml").read_text(encoding="utf-8")
    path = tmp_path / "sheet.html"
    words = ["show", "-", "--from", "yaml", "--html", str(path)]
    assert CliRunner().invoke(app, words, input=text).exit_code == 0
    assert "Выдуманный город" in path.read_text(encoding="utf-8")


def test_a_calendar_without_events_is_not_written_but_told(tmp_path: Path, steps: Path) -> None:
    """RFC 5545, section 3.6: a calendar has at least one component."""
    steps.write_text(json.dumps({**STEP, "on": "2023-10-09", "held_on": "2023-10-09"}), encoding="utf-8")
    path = tmp_path / "due.ics"
    code, _, err = due(steps, path, on="2023-10-01")
    assert code == 0
    assert f"{path}: not written: there are no events, and no calendar is without any\n" in err
    assert not path.exists()


@pytest.mark.parametrize(
    "words",
    [
        ("audit", "{steps}", "--profile", "kemerovo", "--html", "-"),
        ("audit", "{steps}", "--profile", "kemerovo", "--csv", "-"),
        ("audit", "{steps}", "--profile", "kemerovo", "--parquet", "-"),
        ("register", "providers", "{steps}", "--profile", "kemerovo", "--on", "2024-01-01", "--csv", "-"),
        ("register", "providers", "{steps}", "--profile", "kemerovo", "--on", "2024-01-01", "--html", "./-"),
        ("ledger", "{steps}", "--profile", "kemerovo", "--on", "2024-01-01", "--html", "-"),
        ("due", "{steps}", "--profile", "kemerovo", "--on", "2024-01-01", "--ics", "-"),
        ("plan", "kemerovo", "--on", "2024-01-01", "--ics", "-"),
        ("show", "kemerovo", "--html", "-"),
        ("copy", "kemerovo", "-"),
        ("new", "-", "--blank"),
        ("workbook", "kemerovo", "-"),
        ("convert", "kemerovo.yaml", "-"),
        ("read", "-"),
        ("read", "book.xlsx", "-"),
    ],
)
def test_no_file_is_called_by_the_sign_of_a_stream(words, steps, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    before = set(tmp_path.iterdir())
    found = CliRunner().invoke(app, [word.format(steps=steps) for word in words])
    assert (found.exit_code, found.stdout) == (2, "")
    assert "«-» здесь не файл и не поток; укажите имя файла" in found.stderr
    assert set(tmp_path.iterdir()) == before


def test_every_file_that_is_written_is_refused_where_it_is_the_sign_of_a_stream():
    written = ("ics", "html", "csv", "parquet", "docx", "new", "book")
    params = [one for command in get_command(app).commands.values() for one in command.params]
    for param in (one for one in params if one.name in written):
        refused = no_stream([param], {param.name: Path("-")})
        assert refused is not None
        assert refused.param is param
        assert no_stream([param], {param.name: Path("a-file")}) is None


def test_a_workbook_of_law189_is_no_table_of_a_decree(tmp_path: Path) -> None:
    book = tmp_path / "book.xlsx"
    assert run("workbook", "kemerovo", book)[0] == 0
    for option in ("--plan", "--indicators"):
        code, _, err = run("read", book, tmp_path / "new.yaml", option)
        assert (code, err.count("\n")) == (1, 1)
        assert "это книга профиля, которую записал law189" in err


def test_an_answer_of_another_encoding_is_told_its_encoding() -> None:
    assert _unread("x\udcc3") is not None
    told = _unread("Приказ о рабочей группе".encode("cp1251").decode("utf-8", "surrogateescape"))
    assert told is not None
    assert "похоже, это windows-1251" in told.ru
    assert _unread("Приказ") is None
