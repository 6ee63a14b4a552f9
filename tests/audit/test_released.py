"""What was released is still read and still answered: today's schemas against those of the last release."""

import copy
import json
from itertools import chain

import pytest
from comparing import refused
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from night import size
from places import TESTS

from law189.audit.schemas import SCHEMAS, VERSION, schema_of

RELEASED = {
    file.stem: json.loads(file.read_text(encoding="utf-8"))
    for file in sorted((TESTS / "schemas" / "released" / f"v{VERSION}").glob("*.json"))
}
READ = (
    *("done", "events", "history", "line", "meeting", "planned-meeting", "profile", "reported", "row"),
    "verdict",
)
WRITTEN = (
    *("assumptions-answer", "audit-comparison", "audit-difference", "audit-summary", "check-answer"),
    *("convert-answer", "copy-answer", "demo-answer", "diagram-answer", "diff-answer", "due-answer", "duty"),
    *("faults", "finding", "indicators-answer", "ledger-answer", "meeting-answer", "meetings-often"),
    *("new-answer", "option", "options-answer", "paper-answer", "plan-answer", "profiles-answer"),
    *("provisions-answer", "read-answer", "readings-answer", "recheck-answer", "register-answer"),
    *("report-answer", "schema-answer", "show-answer", "show-origin", "step", "verdict", "verify-answer"),
    "workbook-answer",
)
"""Of events, histories and rows the library itself is the reader, so they may grow; an answer is read by others."""
TOLD_APART = ("line", "meeting", "profile", "verdict")
"""In `events` an event of one lifecycle may be one of another too (`closed`): not every change breaks it."""
TRIED = settings(max_examples=size(40, 100), phases=[Phase.generate])


def test_every_schema_is_read_or_written_and_none_that_was_released_is_gone():
    assert {*READ, *WRITTEN} == SCHEMAS.keys()
    assert RELEASED.keys() <= SCHEMAS.keys()
    assert RELEASED


@pytest.mark.parametrize("name", [name for name in READ if name in RELEASED])
def test_whatever_was_read_is_read(name):
    assert not refused(RELEASED[name], schema_of(name))


@pytest.mark.parametrize("name", [name for name in WRITTEN if name in RELEASED])
def test_whatever_was_promised_of_an_answer_is_in_it(name):
    """Today's answer is one of that release, but for keys that it did not have."""
    assert not refused(schema_of(name), RELEASED[name], but_keys=True)


# ─── That a change is told, and which is none ────────────────────────────────────────────────────────────


def parts(schema):
    """Every schema within the schema, and itself."""
    yield schema
    within = [schema.get(word, {}).values() for word in ("$defs", "properties")]
    within += [schema.get(word, []) for word in ("anyOf", "oneOf", "prefixItems")]
    within += [
        [schema[word]] for word in ("items", "additionalProperties") if isinstance(schema.get(word), dict)
    ]
    for one in chain(*within):
        yield from parts(one)


def told(part):
    """The keys that tell which of several objects is meant: without one an object is another."""
    return {key for key, one in part.get("properties", {}).items() if "const" in one}


def a_key(part):
    return min(part["properties"].keys() - told(part))


def take_out(part):
    key = a_key(part)
    del part["properties"][key]
    part["required"] = [one for one in part.get("required", []) if one != key]


def require(part):
    optional = part["properties"].keys() - {*part.get("required", [])} - told(part)
    part["required"] = [*part.get("required", []), min(optional)]


def let_out(part):
    part["required"].remove(next(key for key in part["required"] if key not in told(part)))


def add(part):
    part["properties"]["quite_new"] = {"type": "string"}


def narrow_codes(part):
    part["enum"].pop()


def grow_codes(part):
    part["enum"].append("quite-new")


def be_number(part):
    assert part["type"] == "string"
    assert not {"enum", "const"} & part.keys()
    part["type"] = "boolean"


def be_null_too(part):
    kinds = {
        key: one.get("type") for key, one in part["properties"].items() if not {"enum", "const"} & one.keys()
    }
    key = next(key for key, kind in kinds.items() if kind in ("string", "integer", "boolean", "array"))
    part["properties"][key]["type"] = [kinds[key], "null"]


def be_longer(part):
    assert part["type"] == "string"
    assert not {"enum", "const", "pattern", "format"} & part.keys()
    part["minLength"] = part.get("minLength", 0) + 1


def be_shorter(part):
    part["minLength"] -= 1


def be_more(part):
    assert part["type"] == "array"
    assert "prefixItems" not in part
    part["minItems"] = part.get("minItems", 0) + 1


def ask_a_sign(part):
    assert part["type"] == "string"
    part["pattern"] = "^quite new$"


def lose_a_branch(part):
    (part["anyOf"] if "anyOf" in part else part["oneOf"]).pop()


def say_otherwise(part):
    part |= {"title": "иначе", "description": "other words", "x-law189": {}, "examples": ["1"]}


NARROWS = (take_out, require, narrow_codes, be_number, be_longer, be_more, ask_a_sign, lose_a_branch)
WIDENS = (add, let_out, grow_codes, be_null_too, be_shorter, say_otherwise)
LOSES = (take_out, let_out, grow_codes, be_null_too)
KEEPS = (add, require, narrow_codes, be_longer, be_more, say_otherwise)


def changed(schema, change, data):
    """The schema with that change in one of the places where it can be made; None where there is none."""
    able = []
    for number, part in enumerate(parts(schema)):
        try:
            change(copy.deepcopy(part))
        except (KeyError, IndexError, ValueError, AssertionError, StopIteration, TypeError):
            continue
        able.append(number)
    if not able:
        return None
    other, number = copy.deepcopy(schema), data.draw(st.sampled_from(able))
    change(next(part for place, part in enumerate(parts(other)) if place == number))
    return other


def tried(names, changes, found):
    """Whether each change, made anywhere in any of the schemas, is found or not, as `found` answers of it."""
    met = set()

    @TRIED
    @given(st.data())
    def whatever(data):
        name, change = data.draw(st.sampled_from(names)), data.draw(st.sampled_from(changes))
        other = changed(RELEASED[name], change, data)
        if other is not None:
            met.add(change)
            found(RELEASED[name], other)

    whatever()
    assert met == {*changes}


def test_a_change_that_breaks_a_reader_is_found():
    def found(schema, other):
        assert refused(schema, other)

    tried(TOLD_APART, NARROWS, found)


def test_a_change_that_breaks_no_reader_is_not_told():
    def found(schema, other):
        assert not refused(schema, other)

    tried((*TOLD_APART, "events"), WIDENS, found)


def test_a_change_that_takes_from_an_answer_is_found():
    def found(schema, other):
        assert refused(other, schema, but_keys=True)

    tried([name for name in WRITTEN if name in RELEASED], LOSES, found)


def test_a_change_that_takes_nothing_from_an_answer_is_not_told():
    def found(schema, other):
        assert not refused(other, schema, but_keys=True)

    tried([name for name in WRITTEN if name in RELEASED], KEEPS, found)


def test_a_word_that_is_not_known_is_told():
    assert refused({"type": "string"}, {"type": "string", "contentEncoding": "base64"})
    assert not refused(
        {"type": "string", "contentEncoding": "base64"}, {"type": "string", "contentEncoding": "base64"}
    )


def test_a_schema_that_refers_to_itself_is_compared_to_its_end():
    tree = {
        "$defs": {"tree": {"type": "object", "properties": {"of": {"$ref": "#/$defs/tree"}}}},
        "$ref": "#/$defs/tree",
    }
    closed = copy.deepcopy(tree)
    closed["$defs"]["tree"]["additionalProperties"] = False
    assert not refused(closed, tree)
    assert refused(tree, closed) == ["$.*: is no key"]
