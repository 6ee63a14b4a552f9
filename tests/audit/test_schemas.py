"""What the library writes and what it reads is as its JSON Schemas say, by a public validator."""

import copy
import json
import pickle
import re
from contextlib import suppress
from decimal import Decimal
from functools import cache

import pytest
from drawn import drawn, moment, right
from filled import filled
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from night import size
from places import ROOT
from pydantic import TypeAdapter
from typer.testing import CliRunner

from law189 import Event, Outcome, Text, Verdict
from law189.audit.meeting import judge_record
from law189.audit.replay import Replay, duty_as_json, option_as_json
from law189.audit.schemas import ANSWERS, SCHEMAS, NoSchema, schema_of
from law189.audit.schemas.answers.table import FAULTS
from law189.casebook.line import LINE
from law189.cli.app import app
from law189.errors import FaultyInput, Law189Error
from law189.files.parser import read_tree
from law189.profile.loader import load_profile, shipped_profiles
from law189.testing import begins, meeting_records, spoilt
from law189.workflows import LIFECYCLES

PROFILES = {"filled": filled("kemerovo"), "shipped": load_profile("novokuznetsk_district")}
QUICK = settings(max_examples=15, phases=[Phase.generate])
cycles = pytest.mark.parametrize("lifecycle", LIFECYCLES, ids=lambda one: one.name)


def by_word(schema):
    """The same schema, which asks first for the word that tells which of many is meant."""
    if isinstance(schema, list):
        return [by_word(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    told = schema.get("discriminator")
    if told is None or "mapping" not in told:
        return {key: by_word(one) for key, one in schema.items()}
    key, mapping = told["propertyName"], told["mapping"]
    rest = {name: by_word(one) for name, one in schema.items() if name not in ("discriminator", "oneOf")}
    named = {"type": "object", "required": [key], "properties": {key: {"enum": list(mapping)}}}
    then = [
        {"if": {"properties": {key: {"const": word}}}, "then": {"$ref": ref}} for word, ref in mapping.items()
    ]
    return {**rest, "allOf": [named, *then]}


@cache
def validator(name):
    return Draft202012Validator(by_word(schema_of(name)))


def wrong(name, value):
    """What is wrong with the value, written as JSON text and read again, by the schema of that name."""
    found = validator(name).iter_errors(json.loads(json.dumps(value)))
    return [f"{error.json_path}: {error.message[:200]}" for error in found]


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_one_and_has_its_name_and_version(name):
    schema = schema_of(name)
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == f"urn:law189:v1:{name}"


@pytest.mark.parametrize(("page", "heads"), [("json.md", "| name |"), ("json.ru.md", "| имя |")])
def test_the_page_of_the_schemas_lists_each(page, heads):
    text = (ROOT / "docs/reference" / page).read_text(encoding="utf-8")
    table = text[text.index(heads) : text.index("`law189 schema`")]
    assert re.findall(r"^\| `([\w-]+)` \|", table, re.MULTILINE) == sorted(SCHEMAS)


@pytest.mark.parametrize("page", ["json.md", "json.ru.md"])
def test_the_page_tells_which_schemas_are_of_answers(page):
    """Of them another promise is kept than of what is read."""
    text = (ROOT / "docs/reference" / page).read_text(encoding="utf-8")
    (told,) = re.findall(r"\((`audit-comparison`,[^)]*)\)", text)
    answered = {*(name for names in ANSWERS.values() for name in names), FAULTS, "duty", "option", "verdict"}
    assert {*re.findall(r"`([\w-]+)`", told)} == {name for name in answered if not name.endswith("-answer")}


def schemas_in(value, path=()):
    """Every schema in a schema, itself first, with the path to it."""
    if isinstance(value, list):
        for number, one in enumerate(value):
            yield from schemas_in(one, (*path, number))
    elif isinstance(value, dict):
        yield path, value
        for word, one in value.items():
            if word in ("properties", "$defs"):
                for name, inner in one.items():
                    yield from schemas_in(inner, (*path, word, name))
            elif word not in ("x-law189", "const", "enum", "default", "examples", "discriminator"):
                yield from schemas_in(one, (*path, word))


RUSSIAN, LATIN = re.compile("[А-Яа-яЁё]{2,}"), re.compile("[A-Za-z]{3,}")


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_title_and_a_description_are_russian_and_a_property_has_both_in_both_languages(name):
    for path, schema in schemas_in(schema_of(name)):
        both = schema.get("x-law189", {})
        for word in ("title", "description"):
            said = schema.get(word)
            assert said is None or RUSSIAN.search(said), (path, said)
            if word in both:
                assert both[word]["ru"] == said, (path, said)
                assert not RUSSIAN.search(re.sub("«[^»]*»", "", both[word]["en"])), (path, both)
            elif said is not None:
                assert word == "description", (path, said)  # of what has no key no title is given
                assert not LATIN.search(re.sub("`[^`]*`", "", said)), (path, said)
        if path[-2:-1] == ("properties",):
            assert both.keys() >= {"title", "description"}, path


@cycles
def test_whatever_a_case_writes_is_as_the_schemas_say(lifecycle):
    @QUICK
    @given(st.data())
    def tried(data):
        profile = PROFILES[data.draw(st.sampled_from(sorted(PROFILES)))]
        history = drawn(lifecycle, profile, data)[-1]
        on = history.last_day or begins(profile)[0]
        assert not wrong("history", lifecycle.dump(history))
        for number in range(1, history.version + 1):
            assert not wrong("row", lifecycle.dump_record(history, number))
        for option in lifecycle.options(history, profile, on):
            assert not wrong("option", option_as_json(option))
        for duty in lifecycle.due(history, profile, on):
            assert not wrong("duty", duty_as_json(duty))
        event = right(lifecycle, history, profile, on, data.draw(st.sampled_from(lifecycle.kinds)), data)
        for taken in () if event is None else (event, data.draw(spoilt(event, moment(history, profile, on)))):
            written = TypeAdapter(Event).dump_python(taken, mode="json")
            line = {"history": history.id, "lifecycle": lifecycle.name, **written}
            assert not wrong("events", written)
            assert not wrong("line", line)
            verdict = lifecycle.judge(history, taken, profile)
            assert not wrong("verdict", verdict.as_json())
            assert TypeAdapter(Verdict).dump_python(verdict, mode="json") == verdict.as_json()
            with suppress(FaultyInput):  # a name that the profile does not know
                assert not wrong("step", Replay(profile, "f").take(1, LINE.validate_python(line)).as_json())

    tried()


def spoil(data, value):
    """The JSON value with one key taken out or added, or one value of another type, at some depth."""
    spoilt_value = copy.deepcopy(value)
    at = spoilt_value
    while True:
        inner = [
            key
            for key, one in (at.items() if isinstance(at, dict) else enumerate(at))
            if one and isinstance(one, dict | list)
        ]
        if not inner or data.draw(st.integers(0, 3)) == 0:
            break
        at = at[data.draw(st.sampled_from(inner))]
    keys = list(at) if isinstance(at, dict) else list(range(len(at)))
    how = data.draw(st.sampled_from(("out", "another", "added")))
    if isinstance(at, dict) and (how == "added" or not keys):
        at["?"] = 1
    elif keys and how == "out":
        del at[data.draw(st.sampled_from(keys))]
    elif keys:
        at[data.draw(st.sampled_from(keys))] = data.draw(
            st.sampled_from((None, 0, "", [], {}, "no", True, "2023-02-30"))
        )
    return spoilt_value


@cycles
def test_whatever_a_reader_of_cases_takes_is_as_the_schema_says(lifecycle):
    met = set()

    @settings(QUICK, max_examples=size(25, 60))
    @given(st.data())
    def tried(data):
        history = drawn(lifecycle, PROFILES["filled"], data)[-1]
        saved = spoil(data, json.loads(json.dumps(lifecycle.dump(history))))
        try:
            lifecycle.load(saved)
        except Law189Error:
            met.add("refused")
            return
        met.add("taken")
        assert not wrong("history", saved)

    tried()
    assert "refused" in met


@QUICK
@given(st.data())
def test_a_meeting_and_the_answer_on_it_are_as_the_schemas_say(data):
    profile = PROFILES[data.draw(st.sampled_from(sorted(PROFILES)))]
    record = data.draw(meeting_records(profile))
    assert not wrong("meeting", record.model_dump(mode="json"))
    assert not wrong("meeting-answer", judge_record(record, profile).as_json())


@pytest.mark.parametrize("name", shipped_profiles())
def test_a_shipped_profile_is_as_the_schema_says(name):
    text = (ROOT / "src/law189/data/municipalities" / f"{name}.yaml").read_text(encoding="utf-8")
    assert not wrong("profile", read_tree(text, name).plain())


def test_the_command_line_prints_every_schema_and_tells_a_wrong_name():
    run = CliRunner().invoke
    assert run(app, ["schema"]).output.split() == sorted(SCHEMAS)
    assert json.loads(run(app, ["schema", "verdict"]).output) == schema_of("verdict")
    refused = run(app, ["schema", "verdicts", "--lang", "en"])
    assert refused.exit_code == 1
    assert "did you mean «verdict»?" in refused.output + refused.stderr


def test_the_refusal_of_a_name_survives_another_process():
    again = pickle.loads(pickle.dumps(NoSchema("events2")))  # noqa: S301  # our own
    assert (again.name, again.words) == ("events2", NoSchema("events2").words)


def test_the_schemas_that_ship_are_fresh():
    folder = ROOT / "src/law189/data/schemas/v1"
    assert {path.stem for path in folder.glob("*.json")} == set(SCHEMAS)
    for name in SCHEMAS:
        assert json.loads((folder / f"{name}.json").read_text(encoding="utf-8")) == schema_of(name)


def test_a_verdict_that_the_schema_refuses_is_refused_when_it_is_read():
    profile = PROFILES["filled"]
    meeting = LIFECYCLES[0]
    verdict = meeting.options(meeting.begin("1"), profile, begins(profile)[0])[0].verdict.as_json()

    @settings(QUICK, max_examples=size(40, 100))
    @given(st.data())
    def tried(data):
        other = spoil(data, verdict)
        try:
            Verdict.from_json(other)
        except ValueError:
            return
        assert not wrong("verdict", other)

    tried()


def test_an_exact_number_within_a_list_is_as_the_schema_says():
    """The path to it counts places in lists, as numbers."""
    facts = {"shares": [Decimal("0.50")]}
    verdict = Verdict("example.shares", Outcome.HOLDS, Text("доли", "shares"), facts).as_json()
    assert verdict["types"] == [["shares", 0, "decimal"]]
    assert not wrong("verdict", verdict)
