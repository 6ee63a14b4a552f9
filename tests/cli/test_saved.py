"""The commands on saved histories: `verify` and `recheck`, of JSON and of JSON Lines."""

import json

import places
import pytest
from stories import STORIES
from typer.testing import CliRunner

from law189.cli.app import app


def run(*args):
    found = CliRunner().invoke(app, [*map(str, args), "--lang", "en"])
    return found.exit_code, found.output


@pytest.fixture(params=["whole", "rows"])
def saved(request, tmp_path):
    def written(name, change=lambda rows: rows):
        cycle, history = STORIES[name].cycle, STORIES[name].told()
        rows = change([cycle.dump_record(history, number + 1) for number in range(history.version)])
        file = tmp_path / ("saved.json" if request.param == "whole" else "saved.jsonl")
        lines = [json.dumps(row, ensure_ascii=False) for row in rows]
        text = f"[{','.join(lines)}]" if request.param == "whole" else "\n".join(lines)
        file.write_text(text, encoding="utf-8")
        return file

    return written


@pytest.mark.parametrize("name", STORIES)
def test_a_dumped_history_is_verified(name, tmp_path):
    file = tmp_path / "saved.json"
    whole = STORIES[name].cycle.dump(STORIES[name].told())
    file.write_text(json.dumps(whole, ensure_ascii=False), encoding="utf-8")
    code, said = run("verify", file)
    assert (code, "no trace of a change" in said) == (0, True)
    code, said = run("recheck", file, "--profile", "kemerovo")
    assert (code, "the answers are the same" in said) == (0, True)


def test_rows_are_verified_and_judged_again(saved):
    assert run("verify", saved("meeting"))[0] == 0
    assert run("recheck", saved("meeting"), "--profile", "kemerovo")[0] == 0


def test_a_changed_record_is_told_and_ends_with_1(saved):
    file = saved("meeting", lambda rows: [{**rows[0], "state": "open"}, *rows[1:]])
    code, said = run("verify", file)
    assert code == 1
    assert "1: The hash does not fit the record" in said
    code, said = run("verify", file, "--json")
    assert [one["trace"] for one in json.loads(said)[0]["traces"]] == ["changed"]
    code, said = run("recheck", file, "--profile", "kemerovo")
    assert (code, "is not read: record 1 leads from" in said) == (1, True)


def test_what_held_and_holds_no_longer_is_told_and_ends_with_1(saved):
    code, said = run("recheck", saved("meeting"), "--profile", "novokuznetsk_district")
    assert code == 1
    assert "minutes.drafter: was not asked, is breach" in said
    code, said = run("recheck", saved("meeting"), "--profile", "novokuznetsk_district", "--json")
    assert json.loads(said)[0]["differences"][0]["worse"] is True


def test_schema_1_has_no_hashes_and_that_is_said():
    code, said = run("verify", places.HISTORIES / "v1" / "order.json")
    assert (code, "schema 1, which has no hashes" in said) == (1, True)


@pytest.mark.parametrize(
    "command", [["verify"], ["recheck", "--profile", "kemerovo"]], ids=["verify", "recheck"]
)
@pytest.mark.parametrize("text", ["{}", "[]", "7", "{", '{"schema": 2, "lifecycle": "meating", "id": "1"}'])
def test_what_is_no_history_is_refused_with_words(command, text, tmp_path):
    file = tmp_path / "saved.json"
    file.write_text(text, encoding="utf-8")
    code, said = run(*command, file)
    assert code == 1
    assert "saved.json" in said
