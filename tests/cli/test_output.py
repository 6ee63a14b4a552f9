"""Output never depends on the machine: whatever its encoding and stream, an answer comes out or it is told why not.

The tests walk over every command with streams of their own; a few ask a process, whose streams are real.
"""

import errno
import io
import json
import os
import re
import subprocess
import sys
from contextlib import suppress
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from night import size, some

from law189 import load_profile, meeting
from law189.cli.app import app
from law189.cli.console import IN_ASCII, one_line, say_json
from law189.office.workbook.book import as_workbook
from law189.report.text import MARKS
from law189.verdict import Outcome

STEP: dict[str, Any] = {
    "history": "m-1",
    "lifecycle": "meeting",
    "kind": "convened",
    "on": "2023-09-29",
    "by": "chair",
    "held_on": "2023-10-02",
}
IN_VAIN = {**STEP, "kind": "opened", "on": "2023-10-02", "present": ["chair"]}
del IN_VAIN["held_on"]
BY = ("steps.jsonl", "--profile", "kemerovo")
COMMANDS: dict[str, tuple[str, ...]] = {
    "demo": (),
    "profiles": (),
    "show": ("kemerovo",),
    "diff": ("kemerovo", "novokuznetsk_district"),
    "check": ("kemerovo",),
    "provisions": (),
    "meeting": ("meeting.yaml",),
    "minutes": ("meeting.yaml",),
    "agenda": ("meeting.yaml",),
    "replay": BY,
    "audit": BY,
    "register": ("providers", *BY, "--on", "2023-10-05"),
    "ledger": (*BY, "--on", "2023-10-05"),
    "report": (*BY, "--order", "2024/1", "--on", "2023-10-05"),
    "options": (*BY, "--on", "2023-10-02"),
    "due": (*BY, "--on", "2023-10-05"),
    "diagram": ("meeting",),
    "plan": ("kemerovo", "--on", "2023-10-05"),
    "indicators": ("kemerovo",),
    "verify": ("saved.json",),
    "recheck": ("saved.json", "--profile", "kemerovo"),
    "schema": (),
    "readings": (),
    "assumptions": (),
    "convert": ("meeting.yaml",),
    "copy": ("kemerovo", "steps.jsonl"),  # refused: it is there
    "new": ("steps.jsonl",),  # refused: it was not begun by it
    "workbook": ("kemerovo", "steps.jsonl"),  # refused as well
    "read": ("book.xlsx",),
}
REFUSED = ("copy", "new", "workbook", "report")  # the last: the file has no order
EVERY = pytest.mark.parametrize("command", COMMANDS)
ENCODINGS = ("cp1251", "cp866", "ascii", "utf-8")
FULL = Path("/dev/full")
TIME = re.compile(rb'"seconds": [0-9.]+')
"""What no two runs share."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("desk")
    told = [json.dumps(step, ensure_ascii=False) for step in (STEP, IN_VAIN)]
    (made / "steps.jsonl").write_text("\n".join(told) + "\n", encoding="utf-8")
    (made / "meeting.yaml").write_text(
        "profile: kemerovo\nheld_on: 2023-10-02\npresent: [chair]\n", encoding="utf-8"
    )
    profile, begun = load_profile("kemerovo"), meeting.lifecycle.begin("m-1")
    facts = {key: fact for key, fact in STEP.items() if key not in ("history", "lifecycle")}
    saved = meeting.lifecycle.dump(
        meeting.lifecycle.advance(begun, meeting.Convened.model_validate(facts), profile)
    )
    (made / "book.xlsx").write_bytes(as_workbook("kemerovo"))
    (made / "saved.json").write_text(json.dumps(saved, ensure_ascii=False), encoding="utf-8")
    return made


class Full(io.RawIOBase):
    """A disk without space."""

    def writable(self) -> bool:
        return True

    def write(self, _: object) -> int:
        raise OSError(errno.ENOSPC, "no space")


def ran(
    folder: Path, *words: str, encoding: str = "utf-8", out: io.RawIOBase | io.BytesIO | None = None
) -> tuple[int, bytes, bytes]:
    """The command with an output of that encoding: its exit code, what it says and what it says aside."""
    taken, aside = io.BytesIO() if out is None else out, io.BytesIO()
    streams = io.TextIOWrapper(taken, encoding=encoding), io.TextIOWrapper(aside, encoding=encoding)  # type: ignore[type-var]
    with pytest.MonkeyPatch.context() as patched:
        patched.chdir(folder)
        patched.setattr(sys, "stdout", streams[0])
        patched.setattr(sys, "stderr", streams[1])
        with pytest.raises(SystemExit) as ended:
            app(list(words), prog_name="law189")
    told = aside.getvalue()
    said = taken.getvalue() if isinstance(taken, io.BytesIO) else b""
    for stream in streams:
        with suppress(OSError):
            stream.detach()
    return int(ended.value.code or 0), said, told


def process(folder: Path, *words: str, where: str = "", **known: str) -> tuple[int, bytes, bytes]:
    """The command as a process; `where` says where its output goes."""
    start = ["/bin/sh", "-c", f'"$@" {where}', "sh", sys.executable, "-m", "law189.cli", *words]
    done = subprocess.run(start, cwd=folder, env={**os.environ, **known}, capture_output=True, check=False)  # noqa: S603
    return done.returncode, done.stdout, done.stderr


def test_the_walk_leaves_no_command_out() -> None:
    named = {found.name or found.callback.__name__.replace("_", "-") for found in app.registered_commands}  # type: ignore[union-attr]
    assert named == COMMANDS.keys()


@EVERY
@pytest.mark.parametrize("lang", ["ru", "en"])
def test_words_survive_every_encoding(folder: Path, command: str, lang: str) -> None:
    words = (command, *COMMANDS[command], "--lang", lang)
    code, out, err = ran(folder, *words)
    for encoding in some(ENCODINGS[:-1], ENCODINGS[:-1] if lang == "ru" else ("ascii",)):
        found, told, aside = ran(folder, *words, encoding=encoding)
        assert (found, b"Traceback" in aside) == (code, False), (encoding, aside)
        for here, there in ((out, told), (err, aside)):
            lines = there.decode(encoding).splitlines()
            assert len(lines) == len(here.decode().splitlines())


@EVERY
def test_json_is_utf_8_whatever_the_encoding(folder: Path, command: str) -> None:
    words = (command, *COMMANDS[command], "--json")
    code, out, _ = ran(folder, *words)
    assert out.decode()
    for line in out.decode().splitlines() if command in ("audit", "replay") else [out]:
        json.loads(line)
    for encoding in some(ENCODINGS[:-1], ("cp1251",)):
        again, told, _ = ran(folder, *words, encoding=encoding)
        assert (again, TIME.sub(b"", told)) == (code, TIME.sub(b"", out))


def test_a_picture_is_utf_8_as_it_says_of_itself(folder: Path) -> None:
    _, out, _ = ran(folder, "diagram", "meeting", "--format", "svg", encoding="cp1251")
    assert "заседание открыто" in out.decode()


BOTH = (((), "utf-8"), ((), "cp1251"), (("--json",), "utf-8"), (("--json",), "cp1251"))


@EVERY
@pytest.mark.parametrize(("more", "encoding"), some(BOTH, BOTH[1:3]))
def test_an_output_that_takes_nothing_is_one_sentence_and_exit_code_one(
    folder: Path, command: str, more: tuple[str, ...], encoding: str
) -> None:
    """But for what a command tells aside anyway, there is one line."""
    words = (command, *COMMANDS[command], *more)
    aside = ran(folder, *words)[2].splitlines()
    code, _, err = ran(folder, *words, encoding=encoding, out=Full())
    assert code == 1
    told = err.decode(encoding).splitlines()
    assert len(told) == len(aside) + (1 if more or command not in REFUSED else 0)
    assert not told or (more == () and command in REFUSED) or "на диске нет места" in told[-1]


PROCESSES = pytest.mark.skipif(not FULL.exists(), reason="no device that is always full")


NOT_PUT_OUT = {"ru": "ответ не выведен: ", "en": "the answer was not put out: "}
NOWHERE = [
    *product(
        [("profiles",), ("profiles", "--json"), ("show", "kemerovo"), ("--help",)],
        [">&-", ">/dev/full"],
        NOT_PUT_OUT,
    )
]


@PROCESSES
@pytest.mark.parametrize(("words", "where", "lang"), some(NOWHERE, NOWHERE[::3]))
def test_a_process_whose_output_is_closed_or_full_says_so(
    folder: Path, words: tuple[str, ...], where: str, lang: str
) -> None:
    """By day each command, and either output in both languages."""
    code, out, err = process(folder, *words, where=where, LAW189_LANG=lang)
    assert (code, out) == (1, b"")
    (told,) = err.decode().splitlines()
    assert told.startswith(f"law189: {NOT_PUT_OUT[lang]}")
    assert (re.search("[а-яё]", told) is not None) is (lang == "ru")


@PROCESSES
def test_a_pipe_closed_early_is_quiet_and_has_a_code_of_its_own(folder: Path) -> None:
    for _ in range(size(1, 3)):
        with subprocess.Popen(
            [sys.executable, "-m", "law189.cli", "provisions", "--json"],
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as running:
            assert running.stdout is not None
            assert running.stderr is not None
            running.stdout.close()
            err = running.stderr.read()
        assert (running.returncode, err) == (141, b"")


@PROCESSES
@pytest.mark.parametrize("where", ["2>&-", "2>/dev/full"])
def test_where_nobody_takes_the_errors_the_exit_code_tells(folder: Path, where: str) -> None:
    assert process(folder, "show", "kemerova", where=where) == (1, b"", b"")
    code, out, _ = process(folder, "profiles", where=where)
    assert (code, "Кемерово" in out.decode()) == (0, True)


@PROCESSES
def test_a_process_takes_no_notice_of_the_encoding_that_the_machine_says(folder: Path) -> None:
    words = ("profiles", "--json")
    assert process(folder, *words, PYTHONIOENCODING="cp1251:strict") == process(folder, *words)
    code, out, err = process(
        folder, "plan", "kemerovo", "--on", "2023-10-05", PYTHONIOENCODING="cp1251:strict"
    )
    assert (code, err) == (0, b"")
    assert "+ Состояние на 05.10.2023" in out.decode("cp1251")


@pytest.mark.parametrize("words", [("--help",), ("plan", "--help"), ("plan",), ("nothing",)], ids=" ".join)
def test_help_and_wrong_usage_survive_too(folder: Path, words: tuple[str, ...]) -> None:
    code = ran(folder, *words)[0]
    for encoding in ENCODINGS:
        found, _, err = ran(folder, *words, encoding=encoding)
        assert (found, b"Traceback" in err) == (code, False)


def test_no_mark_turns_into_the_mark_of_another_outcome() -> None:
    shown = {
        outcome: mark.encode("ascii", "law189").decode() if not mark.isascii() else mark
        for outcome, mark in MARKS.items()
    }
    assert len(set(shown.values())) == len(Outcome)
    assert shown[Outcome.UNKNOWN] == "?"
    assert all(value.isascii() for value in IN_ASCII.values())


# ─── A line stays a line ─────────────────────────────────────────────────────────────────────────────────

NASTY = "a\x1b[31mred\x07\nb\r\u2028c\u202e\x9b2J"


def test_no_line_steers_a_terminal_or_breaks() -> None:
    shown = one_line(NASTY)
    assert shown.isprintable()
    assert len(shown.splitlines()) == 1
    assert one_line("№\xa02993 — «да»") == "№\xa02993 — «да»"
    assert one_line("\udcff") == "\\udcff"


def test_a_decision_with_a_line_break_forges_no_line(tmp_path: Path) -> None:
    """An office that decides is named in a line of the answer, and cannot add one of its own."""
    forged = {
        **STEP,
        "history": "c-1",
        "lifecycle": "certificate",
        "kind": "recipient_registered",
        "on": "2024-01-11",
        "by": "education",
        "record": "17",
        "decision": {"by": "mayor)\n✓ c-2 certificate formed", "on": "2024-01-11", "reason": "so"},
    }
    del forged["held_on"]
    applied = {
        "history": "c-1",
        "lifecycle": "certificate",
        "kind": "applied_for",
        "on": "2024-01-10",
        "by": "representative",
        "document": {"form": "electronic", "system": "navigator"},
        "recipient": {"file": "17", "born": "2014-05-01"},
        "services": ["804200О.99.0.ББ52АЖ48000"],
        "asks": ["enrolment", "certificate"],
    }
    path = tmp_path / "steps.jsonl"
    path.write_text("\n".join(map(json.dumps, (applied, forged))), encoding="utf-8")
    _, out, _ = ran(tmp_path, "replay", "steps.jsonl", "--profile", "kemerovo", "--brief")
    lines = out.decode().splitlines()
    assert len([line for line in lines if line[:1] in MARKS.values()]) == len(lines) <= 2
    assert not [line for line in lines if line.startswith("✓ c-2")]


def test_the_name_of_a_file_is_shown_with_its_signs_by_their_codes(tmp_path: Path) -> None:
    name = "\x1b]0;title\x07\n✓ forged.jsonl"
    for words in (
        ("replay", name, "--profile", "kemerovo"),
        ("due", name, "--profile", "kemerovo", "--on", "2023-10-05"),
        ("check", name),
        ("show", name),
        ("meeting", name),
        ("copy", "kemerovo", f"{name}/no"),
        ("plan", "kemerovo", "--on", "2023-10-05", "--done", name),
        ("plan", "kemerovo", "--on", "2023-10-05", "--ics", f"{name}/no"),
        ("plan", "kemerovo", "--on", name),
        ("diagram", name),
    ):
        for more in ((), ("--json",)):
            _, out, err = ran(tmp_path, *words, *more)
            assert not {"\x1b", "\x07"} & set(out.decode() + err.decode()), words
            assert not [line for line in err.decode().splitlines() if line.startswith("✓ forged")]


def test_json_gives_back_every_sign_that_it_shows_by_its_code(
    capsys: pytest.CaptureFixture[str],
) -> None:
    say_json({NASTY: NASTY})
    out = capsys.readouterr().out
    assert json.loads(out) == {NASTY: NASTY}
    assert not set(NASTY) & set("\x1b\x07\r\u2028\u202e\x9b") & set(out)
