"""`-`: wherever a command reads a file it reads the standard input, with the same answer."""

import io
import json
import os
import re
import subprocess
import sys

import pytest
from night import some
from stories import STORIES
from typer.main import get_command
from typer.testing import CliRunner

from law189.cli.app import app
from law189.files.disk import read_file
from law189.profile.loader import shipped_source

READ = {"profile", "a", "b", "against", "file", "done", "reported", "steps"}
NOT_READ = {
    ("copy", "profile"): "a shipped name only",
    ("copy", "file"): "is written",
    ("convert", "new"): "is written",
    ("new", "file"): "is written, and taken up again",
    ("due", "ics"): "is written",
    ("plan", "ics"): "is written",
    ("show", "html"): "is written",
    ("minutes", "html"): "is written",
    ("minutes", "docx"): "is written",
    ("agenda", "html"): "is written",
    ("agenda", "docx"): "is written",
}
NO_PATH = {"on", "jobs", "memory", "history", "lifecycle", "name", "which", "since", "service", "named"}
COMMANDS = get_command(app).commands
FORMS = {
    **dict.fromkeys(("profile", "a", "b", "against"), ("yaml", "json")),
    **dict.fromkeys(("done", "reported", "steps"), ("jsonl",)),
}


def inputs():
    for name, command in COMMANDS.items():
        for param in command.params:
            if param.name in READ and (name, param.name) not in NOT_READ:
                yield name, param


def test_every_parameter_is_known_to_be_read_or_not():
    """A new one must be given its place here, and `-` where it is read."""
    for name, command in COMMANDS.items():
        valued = [param for param in command.params if param.metavar and "|" not in param.metavar]
        for param in valued:
            assert (param.name in READ) + (param.name in NO_PATH) + (
                # a workbook is a file on a disk, and a sample has a name
                param.name
                in ("ics", "html", "csv", "parquet", "xlsx", "docx", "new", "sample", "book", "bodies", "at")
            ) == 1, (
                name,
                param,
            )
    reading = {name for name, _ in inputs()}
    assert reading >= {"check", "show", "meeting", "replay", "verify", "recheck", "options", "due", "plan"}
    for name, command in COMMANDS.items():
        told = any("--from" in param.opts for param in command.params)
        assert told is (name in reading or name == "new"), name  # there it names a sample
    for name, param in inputs():
        assert "«-»" in param.help, name


# ─── What is read ────────────────────────────────────────────────────────────────────────────────────────

MEETING = {
    "profile": "kemerovo",
    "held_on": "2023-10-02",
    "agenda": {"approved_by": "chair", "approved_on": "2023-09-29"},
    "present": ["chair", "deputy", "member-1", "member-2", "member-3"],
    "items": [],
}
STEP = {"history": "17", "lifecycle": "meeting", "kind": "convened", "on": "2023-09-29", "by": "chair"}
STEPS = [
    {**STEP, "held_on": "2023-10-02"},
    {**STEP, "held_on": "2023-10-02"},
    {**STEP, "held_no": "2023-10-02"},
    {**STEP, "lifecycle": "order"},
    {**STEP, "on": "2024-09-29", "history": "18", "facts": 1},
]
LATER_FAULT = {"id": "app4.1", "on": "2023-10-0x"}


def dumped(value):
    return json.dumps(value, ensure_ascii=False, default=str, indent=2).encode()


def lined(values):
    return "".join(json.dumps(value, ensure_ascii=False) + "\n" for value in values).encode()


@pytest.fixture(scope="module")
def at_hand(tmp_path_factory):
    """Good and faulty contents for what is called so, by form; and files for the other parameters."""
    folder = tmp_path_factory.mktemp("inputs")
    own = shipped_source("kemerovo").replace("profile: kemerovo", "profile: my", 1)
    (folder / "steps.jsonl").write_bytes(lined(STEPS))
    (folder / "my.yaml").write_text(own, encoding="utf-8")
    tree = read_file(folder / "my.yaml").plain()
    cycle, history = STORIES["meeting"].cycle, STORIES["meeting"].told()
    rows = [cycle.dump_record(history, number + 1) for number in range(history.version)]
    (folder / "saved.jsonl").write_bytes(lined(rows))
    profiles = {
        "yaml": [own.encode(), own.replace("\ntitle:", "\ntitel:", 1).encode()],
        "json": [dumped(tree), dumped({**tree, "titel": 1})],
    }
    records = {"yaml": [dumped(MEETING), b"profile: kemerovo\n"], "json": [dumped(MEETING)]}
    saved = {"yaml": [dumped(cycle.dump(history))], "json": [dumped(cycle.dump(history)), dumped(rows)]}
    steps = {"jsonl": [lined(STEPS), lined(STEPS[:1])]}
    contents = {
        **dict.fromkeys(("profile", "a", "b", "against"), profiles),
        "meeting": {**records, "jsonl": [lined([MEETING, {**MEETING, "held_no": 1}]), lined([MEETING])]},
        "verify": {**saved, "jsonl": [lined(rows), lined([rows[0], rows[0]])]},
        "done": {"jsonl": [lined([{"id": "app4.1", "on": "2023-10-01"}]), lined([LATER_FAULT, {"id": "x"}])]},
        "reported": {"jsonl": [lined([{"id": "x"}])]},
        **dict.fromkeys(
            ("replay", "audit", "options", "due", "register", "ledger", "report", "steps"), steps
        ),
        "convert": profiles,
    }
    contents |= dict.fromkeys(("minutes", "agenda"), contents["meeting"])
    return folder, {**contents, "recheck": contents["verify"]}


HOSTILE = [
    b"",
    b"\n \n",
    b"\xff\xfe\x00",
    b'{"a": no}',
    b"{",
    b"a: [",
    b"\xef\xbb\xbf",
    b"\x1b[31m: 1\n",
    b"x" * 500_001,
]


TIME = re.compile(r'"seconds": [0-9.]+')
"""What no two runs share."""


def call(*words, given=b""):
    found = CliRunner().invoke(app, list(map(str, words)), input=given)
    assert found.exception is None or isinstance(found.exception, SystemExit), found.exception
    return found.exit_code, found.stdout, found.stderr


def words_of(name, param, given, folder):
    """The words of a command that is given this for the parameter, and what else it must be given, in its order."""
    words = []
    for other in COMMANDS[name].params:
        if other.name == param.name:
            words += placed(param, given)
            continue
        if not other.required:
            continue
        value = {
            "on": "2023-10-05",
            "which": "providers",
            "named": "2024/1",
            "new": folder / "steps.jsonl",  # refused: it is there
            **dict.fromkeys(("profile", "a", "b"), "kemerovo"),
            "file": folder / ("saved.jsonl" if name == "recheck" else "steps.jsonl"),
        }[other.name]
        words += placed(other, value)
    return words


def placed(param, value):
    return [value] if param.param_type_name == "argument" else [param.opts[0], value]


def of(contents, name, param):
    return contents[param.name if param.name != "file" else name]


def hostile(contents, name, param):
    """What is amiss: at night all of it; by day the commands that read the same contents share it among them."""
    known = of(contents, name, param)
    alike = [(other, its.name) for other, its in inputs() if of(contents, other, its) is known]
    place = alike.index((name, param.name))
    return some(HOSTILE, HOSTILE[place % len(HOSTILE) :: len(alike)])


def test_by_day_everything_amiss_is_still_read_by_a_command_of_each_kind(at_hand):
    _, contents = at_hand
    shared = {}
    for name, param in inputs():
        shared.setdefault(id(of(contents, name, param)), []).extend(hostile(contents, name, param))
    assert all(set(found) == set(HOSTILE) for found in shared.values())


@pytest.mark.parametrize(("name", "param"), list(inputs()), ids=lambda one: getattr(one, "name", one))
def test_the_answer_is_that_of_the_file(name, param, at_hand):
    folder, contents = at_hand
    known = of(contents, name, param)
    assert set(known) == set(FORMS.get(param.name, known))
    for form, good in known.items():
        for number, data in enumerate([*good, *hostile(contents, name, param)]):
            file = folder / f"given.{form}"
            file.write_bytes(data)
            said = ["--lang", "en"] if number else ["--json"]
            how = told_by(form, data) if data in good else ["--from", form]
            code, out, err = call(name, *words_of(name, param, file, folder), *said)
            found = call(name, *words_of(name, param, "-", folder), *how, *said, given=data)
            there = [words.replace(str(file), "<stdin>") for words in (out, err)]
            there[0], timed = TIME.sub("", there[0]), (found[0], TIME.sub("", found[1]), found[2])
            assert timed == (code, *there), (form, data[:80], said)


def told_by(form, data):
    """The option where the beginning cannot tell: YAML that looks like JSON, one line of JSON Lines."""
    looks = data.startswith((b"{", b"["))
    single = data.count(b"\n") < 2
    return ["--from", form] if (form == "yaml" and looks) or (form == "jsonl" and single) else []


def test_a_file_of_that_name_is_still_read(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "-").write_bytes(dumped(MEETING))
    assert call("meeting", "./-")[0] == call("meeting", "-", given=dumped(MEETING))[0]
    assert call("check", "./-", given=b"")[2].startswith("./-:1:1")


def test_sarif_and_junit_take_the_standard_input(at_hand):
    data = at_hand[1]["profile"]["yaml"][1]
    for form in ("sarif", "junit"):
        code, out, _ = call("check", "kemerovo", "-", "--format", form, given=data)
        assert code == 1
        assert "stdin" in out


# ─── Wrong usage ─────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "words",
    [
        ("check", "-", "-"),
        ("diff", "-", "-"),
        ("check", "-", "kemerovo", "-"),
        ("replay", "-", "--profile", "-"),
        ("recheck", "-", "--profile", "-"),
        ("due", "-", "--profile", "-", "--on", "2024-01-01"),
        ("options", "-", "--profile", "-", "--on", "2024-01-01"),
        ("plan", "-", "--on", "2024-01-01", "--done", "-"),
        ("indicators", "-", "--reported", "-"),
    ],
)
def test_two_inputs_cannot_both_be_the_standard_one(words):
    code, out, err = call(*words, "--lang", "en", given=b"{}")
    assert (code, out) == (2, "")
    assert "«-» is given twice" in err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("show", "kemerovo", "--from", "yaml"), "«-» is not given"),
        (("show", "-", "--from", "jsonl"), "here «-» takes yaml, json"),
        (("replay", "-", "--profile", "kemerovo", "--from", "json"), "here «-» takes jsonl"),
        (("replay", "x.jsonl", "--profile", "-", "--from", "jsonl"), "here «-» takes yaml, json"),
        (("meeting", "-", "--from", "xml"), "--from has no value «xml»; it may be: yaml, json, jsonl"),
    ],
)
def test_a_form_that_is_not_taken_is_wrong_usage(words, said):
    code, out, err = call(*words, "--lang", "en", given=b"{}")
    assert (code, out) == (2, "")
    assert said in err


# ─── Streams as a shell gives them ───────────────────────────────────────────────────────────────────────

LAW189 = [sys.executable, "-m", "law189.cli"]


def shell(*words, stdin):
    found = subprocess.run(  # noqa: S603
        [*LAW189, *words], stdin=stdin, capture_output=True, text=True, timeout=60, check=False
    )
    assert "Traceback" not in found.stderr
    return found.returncode, found.stdout, found.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("check", "-"), "больше 500000 байт"),
        pytest.param(
            ("replay", "-", "--profile", "kemerovo"), "больше 2000000000 байт", marks=pytest.mark.nightly
        ),
    ],
)
def test_a_device_without_end_is_refused(words, said):
    with open("/dev/zero", "rb") as zeros:  # noqa: PTH123 # a device
        code, out, err = shell(*words, stdin=zeros)
    assert (code, out) == (1, "")
    assert err.startswith("<stdin>:")
    assert said in err.splitlines()[-1]


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="no terminals here")
def test_a_terminal_is_not_waited_for():
    outer, inner = os.openpty()
    try:
        code, out, err = shell("replay", "-", "--profile", "kemerovo", "--lang", "en", stdin=inner)
    finally:
        os.close(outer)
        os.close(inner)
    assert (code, out) == (1, "")
    assert err.startswith("<stdin>: it is not read: the standard input is a terminal; give it")


@pytest.mark.skipif(os.name == "nt", reason="a shell of another kind")
@pytest.mark.parametrize(
    ("closing", "said"),
    [("<&-", "the standard input is closed; give it data"), ("0>out", "broke off or is closed")],
)
def test_a_closed_input_is_told(closing, said, tmp_path):
    line = " ".join([*LAW189, "check", "-", "--lang", "en", closing])
    found = subprocess.run(["sh", "-c", line], cwd=tmp_path, capture_output=True, text=True, check=False)  # noqa: S603, S607
    assert (found.returncode, found.stdout) == (1, "")
    assert said in found.stderr


def test_a_closed_stream_in_the_process_is_told(monkeypatch):
    closed = io.TextIOWrapper(io.BytesIO())
    closed.close()
    for stream in (None, closed):
        with monkeypatch.context() as patch:
            from law189.cli import inputs as module
            from law189.files.given import Unread

            patch.setattr(sys, "stdin", stream)
            with pytest.raises(Unread, match="is closed"):
                module._standard()
