"""Saved histories that are damaged: `verify` and `recheck` say in one language what is wrong, and in which file."""

import copy
import json
import re

import pytest
from stories import STORIES
from typer.testing import CliRunner

from law189.cli.app import app

CYCLE, HISTORY = STORIES["certificate"].cycle, STORIES["certificate"].told()
WHOLE = CYCLE.dump(HISTORY)
ROWS = [CYCLE.dump_record(HISTORY, number + 1) for number in range(HISTORY.version)]
COMMANDS = {"verify": ("verify",), "recheck": ("recheck", "--profile", "kemerovo")}
ENGLISH = re.compile(r"\b[A-Za-z]+ [a-z]+ [a-z]+\b")
PYTHON = re.compile(r"None|True|False|\{'|\\x")


def run(command, file, *more):
    found = CliRunner().invoke(app, [*COMMANDS[command], str(file), *more])
    assert found.exception is None or isinstance(found.exception, SystemExit), found.exception
    return found.exit_code, found.stdout, found.stderr


@pytest.fixture
def saved(tmp_path):
    def written(*values, name="h.json"):
        file = tmp_path / name
        file.write_text("\n".join(json.dumps(one, ensure_ascii=False) for one in values), encoding="utf-8")
        return file

    return written


def changed(value, change):
    found = copy.deepcopy(value)
    change(found)
    return found


def set_in(path, value):
    def change(found):
        for step in path[:-1]:
            found = found[step]
        found[path[-1]] = value

    return change


ONES = (None, True, 7, 1.5, "", "x", [], {}, ["x"], {"x": 1}, "~7", "2\\3", "12\u00a0000")
DAMAGED = {
    **{f"the file is {one!r}": one for one in ONES},
    **{f"{key} is {one!r}": changed(WHOLE, set_in([key], one)) for key in WHOLE for one in ONES},
    **{f"without {key}": {name: one for name, one in WHOLE.items() if name != key} for key in WHOLE},
    "another lifecycle": {**WHOLE, "lifecycle": "order"},
    "no such lifecycle": {**WHOLE, "lifecycle": "certificat"},
    "an unknown key": {**WHOLE, "extra": 1},
    "the records turned round": {**WHOLE, "records": WHOLE["records"][::-1]},
    "without the first record": {**WHOLE, "records": WHOLE["records"][1:]},
    "without shared values": {**WHOLE, "shared": []},
    "histories in a list": [WHOLE, WHOLE],
    "rows turned round": ROWS[::-1],
    "without the first row": ROWS[1:],
    "rows of two histories": [ROWS[0], {**ROWS[1], "id": "another"}],
    "a row that is none": [ROWS[0], 7],
    **{
        f"{key} of a row is {one!r}": changed(ROWS, set_in([1, key], one))
        for key in ROWS[1]
        for one in (None, True, 7, "x", [], {"y": 2024})
    },
    "a state": changed(ROWS, set_in([1, "state"], "formed")),
    "a day": changed(ROWS, set_in([1, "event", "on"], "1999-01-01")),
    "an outcome": changed(ROWS, set_in([1, "verdict", "outcome"], "void")),
    "an outcome without its reasons": changed(ROWS, set_in([1, "verdict", "outcome"], "breach")),
    "an outcome that is undecided": changed(ROWS, set_in([1, "verdict", "outcome"], "unknown")),
}


def test_every_damage_is_told_in_russian_with_its_file(saved):
    for name, value in DAMAGED.items():
        for command in COMMANDS:
            file = saved(value)
            code, out, aside = run(command, file)
            assert code in (0, 1), (name, command)
            told = (out + aside).replace(str(file), "FILE")
            assert not ENGLISH.search(told), (name, command, told)
            assert name.startswith("verdict of a row") or not PYTHON.search(told), (name, command, told)
            if aside:
                assert code == 1
                assert all(line.startswith(f"{file}") for line in aside.splitlines()), (name, aside)


def test_what_no_command_can_read_is_refused_by_both(saved):
    for name in ("an unknown key", *(one for one in DAMAGED if one.startswith(("the file is", "without ")))):
        for command in COMMANDS:
            assert run(command, saved(DAMAGED[name]))[0] == 1, (name, command)


def test_a_history_without_a_name_is_called_by_none(saved):
    told = "история не читается: не указано, какой это цикл; нужен ключ lifecycle\n"
    for command in COMMANDS:
        file = saved({})
        assert run(command, file) == (1, "", f"{file}: {told}")


def test_an_unknown_key_is_a_trace(saved):
    code, out, _ = run("verify", saved({**WHOLE, "extra": 1}))
    told = "Ключа «extra» в истории не бывает: он добавлен после того, как она сохранена."
    assert (code, out.splitlines()[1]) == (1, f"  ✗ {told}")
    (found,) = json.loads(run("verify", saved({**WHOLE, "extra": 1}), "--json")[1])
    assert [(one["record"], one["trace"]) for one in found["traces"]] == [(None, "added")]


def test_the_number_of_a_row_is_looked_at(saved):
    code, out, _ = run("verify", saved(changed(ROWS, set_in([-1, "number"], 99))))
    assert (code, "Номер строки — не её место в истории" in out) == (1, True)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_history_that_is_there_twice_is_a_fault_of_the_second_line(command, saved):
    other = {**STORIES["order"].cycle.dump(STORIES["order"].told())}
    file = saved(WHOLE, other, WHOLE, name="h.jsonl")
    told = f"{HISTORY.id}, социальный сертификат: эта история уже есть в строке 1; оставьте одну"
    assert run(command, file) == (1, "", f"{file}:3:1: {told}\n")


def test_a_wrong_key_is_told_with_the_line_of_its_record(saved):
    file = saved(*changed(ROWS, lambda rows: rows[2].update(extra=1)), name="h.jsonl")
    code, _, aside = run("recheck", file)
    assert (code, aside.split(" ")[0], aside.split(" ")[1]) == (1, f"{file}:3:1", "records[2].extra:")


def test_cases_and_steps_are_told_in_words(saved):
    assert run("verify", saved(WHOLE))[1].startswith(f"{HISTORY.id}, социальный сертификат: хеш последней: ")
    _, out, _ = run("recheck", saved(WHOLE), *("--profile", "novokuznetsk_district"))
    assert out.startswith(f"{HISTORY.id}, социальный сертификат:")
    assert not re.search(r"\d{4}-\d\d-\d\d|certificate ", out), out
    _, out, _ = run("recheck", saved(WHOLE), *("--profile", "novokuznetsk_district", "--lang", "en"))
    assert out.startswith(f"{HISTORY.id} certificate:")
