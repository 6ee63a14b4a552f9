"""A small year of cases that stand alone: its events, replayed, agree with the expected file line by line."""

import json
from collections import Counter

import places
import pytest
import small_year
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

from law189.audit.schemas import schema_of
from law189.cli.app import app

EXPECTED = places.TESTS / "small_year.expected.txt"


@pytest.fixture(scope="module")
def year(tmp_path_factory):
    """The year with the files that it writes."""
    folder = tmp_path_factory.mktemp("year")
    events, profile = folder / "year.jsonl", folder / "kemerovo.yaml"
    return small_year.write(events, profile), events, profile


def replayed(year, *options):
    _, events, profile = year
    return CliRunner().invoke(app, ["replay", str(events), "--profile", str(profile), *options])


def test_the_replay_agrees_with_the_expected_file_line_by_line(year):
    result = replayed(year, "--brief", "--lang", "ru")
    assert result.exit_code == 1  # the year has steps that are refused
    lines, expected = result.stdout.splitlines(), EXPECTED.read_text(encoding="utf-8").splitlines()
    differ = [pair for pair in zip(lines, expected, strict=False) if pair[0] != pair[1]]
    assert not differ[:3]
    assert len(lines) == len(expected)


def test_the_json_replay_says_the_same_of_every_event(year):
    played, events, _ = year
    answers = [json.loads(line) for line in replayed(year, "--json").stdout.splitlines()]
    assert len(answers) == len(played.lines) == len(events.read_text(encoding="utf-8").splitlines())
    assert Counter(answer["accepted"] for answer in answers)[False] == played.refused == 8
    last = {answer["history"]: answer["state"] for answer in answers}
    assert last == {case: history.state for case, history in played.cases.items()}
    assert set(answers[0]) == {"history", "lifecycle", "kind", "on", "state", "accepted", "verdict"}


def test_the_year_has_what_it_promises(year):
    played, _, _ = year
    states = Counter((case.partition("/")[0], history.state) for case, history in played.cases.items())
    assert sum(count for (cycle, _), count in states.items() if cycle == "certificate") == 200
    assert states["selection", "refused"] == 3
    assert states["selection", "included"] + states["selection", "excluded"] == 7
    assert states["order", "closed"] == 1
    grounds = {line["ground"] for line in played.lines if line["kind"] == "application_refused"}
    assert grounds == {"no-licence", "excluded-school", "service-not-listed"}
    assert all(adopted.invented for adopted in played.profile.latest.adopted)


def test_each_kind_of_line_and_of_answer_of_the_year_is_as_the_schemas_say(year):
    lines, steps = (Draft202012Validator(schema_of(name)) for name in ("line", "step"))
    told = [json.loads(text) for text in year[1].read_text(encoding="utf-8").splitlines()]
    answers = [json.loads(text) for text in replayed(year, "--json").stdout.splitlines()]
    kinds = {(one["lifecycle"], one["kind"]): one for one in told}
    judged = {(one["kind"], one["verdict"]["outcome"]): one for one in answers if "verdict" in one}
    assert len(kinds) > 20
    assert len(judged) > 20
    assert all(map(lines.is_valid, kinds.values()))
    for one in judged.values():
        assert steps.is_valid({key: one[key] for key in steps.schema["required"]})
