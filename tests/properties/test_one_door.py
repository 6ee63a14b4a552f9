"""Every door is the same door: what one reader takes another takes, and what one refuses every one refuses."""

import importlib
import json
import pkgutil
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Annotated, Any, TypeVar, get_args

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from night import size, some
from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

import law189
from law189.audit.plan import Done
from law189.casebook.line import LINE
from law189.cli.console import day_of
from law189.errors import FaultyInput
from law189.files.disk import read_file, read_lines, read_records
from law189.files.json_text import placed, read_json
from law189.files.limits import KEY
from law189.files.nodes import NUMBER, check, tree_of
from law189.files.parser import read_tree
from law189.law import Entry
from law189.law.about import About
from law189.law.signs import hidden
from law189.profile.edition import Edition

REFUSED = "refused"

# ─── One text, whatever reads it ─────────────────────────────────────────────────────────────────────────

LINES = ("my.jsonl", "my.JSONL", "my.ndjson")
NAMES = ("my.yaml", "my.YML", "my.json", "my.JSON", "my.Json", *LINES)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**20), 10**20) | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
SCRAPS = st.lists(
    st.sampled_from(
        [
            *'{}[],:"\\ \n\t-+.0123456789eE',
            "NaN",
            "null",
            "true",
            "None",
            '"a"',
            '"b"',
            "Infinity",
            "٣",
            "1_0",
            "//",
        ]
    ),
    max_size=14,
).map("".join)


def taken(read: Any, *told: Any) -> Any:
    """What a reader makes of it; the word `refused` where it refuses."""
    try:
        return ("read", read(*told).plain())
    except FaultyInput:
        return REFUSED


def of_file(path: Path, text: str) -> Any:
    """The same of a file."""
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    try:
        ((_, found),) = read_records(path, TypeAdapter(Any))
    except FaultyInput:
        return REFUSED
    return REFUSED if isinstance(found, FaultyInput) else ("read", found)


@settings(max_examples=size(150, 2000))
@given(value=VALUES, escaped=st.booleans(), indent=st.sampled_from((None, 1)))
@example(value={"\U0001f600": "\U0001f600"}, escaped=True, indent=None)
@example(value={"\ud83d": "\ude00"}, escaped=True, indent=None)
@example(value=[True, 10**20], escaped=True, indent=1)
def test_one_text_of_json_is_one_value_or_a_fault_at_every_door(
    tmp_path_factory: pytest.TempPathFactory, value: object, escaped: bool, indent: int | None
) -> None:
    folder = tmp_path_factory.mktemp("doors")
    text = json.dumps(value, ensure_ascii=escaped, indent=indent)
    said = taken(read_json, text, "my.json")
    in_yaml = taken(read_tree, text, "my.yaml")
    # YAML has words out of quotes, and never takes one for a number
    assert in_yaml == said or (said == REFUSED and any(map(no_number, leaves(value))))
    assert not any(map(no_number, leaves(in_yaml)))
    # an array of records in a file of lines is told as such
    listed = text[:1] == "[" and text[1:].lstrip()[:1] in ("", "{")
    for name in NAMES if "\n" not in text and not listed else set(NAMES) - set(LINES):
        by_name = in_yaml if name in ("my.yaml", "my.YML") else said
        assert of_file(folder / name, text) == by_name, name
    if said != REFUSED:
        assert said == ("read", value)
        assert hidden(json.dumps(value, ensure_ascii=False)) is None


def leaves(value: Any) -> Iterator[Any]:
    """Every value within that holds no other."""
    if isinstance(value, dict | list | tuple):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from leaves(inner)
    else:
        yield value


def no_number(value: Any) -> bool:
    """Whether it is a number that no person writes as Python does."""
    return type(value) in (int, float) and NUMBER.fullmatch(json.dumps(value)) is None


@given(VALUES.map(lambda value: json.dumps(value, ensure_ascii=False, indent=1)) | SCRAPS)
@example('{"a": 1, "a": 2}')
@example("[" * 30 + "]" * 30)
@example('"\\ud800"')
@example("1e2")
def test_a_json_text_with_places_has_the_values_that_it_has_without(text: str) -> None:
    if taken(read_json, text, "my.json") != REFUSED:
        tree = read_json(text, "my.json")
        assert placed(tree, text, "my.json").plain() == tree.plain()


@given(
    length=st.integers(1, 1100),
    letter=st.sampled_from(("a", "я", "𝓪")),
    shape=st.sampled_from(("{%s: 1}", '{"b": {"c": [1, 2], %s: 1}}', '[{"b": 1}, {%s: 1}]')),
    escaped=st.booleans(),
)
@example(length=1030, letter="a", shape="{%s: 1}", escaped=False)
def test_a_key_is_taken_or_called_too_long_alike_at_every_door(
    length: int, letter: str, shape: str, escaped: bool
) -> None:
    """YAML knows no key of more than 1024 signs, JSON has no such bound; here both have one that is shorter."""
    text = shape % json.dumps(letter * length, ensure_ascii=escaped)

    def said(read: Any) -> str:
        try:
            read(text, "f")
        except FaultyInput as error:
            return "; ".join(fault.told("en") for fault in error.faults)
        return "read"

    by_yaml, by_json = said(read_tree), said(read_json)
    assert by_yaml.rpartition(":")[2] == by_json.rpartition(":")[2]
    assert (by_yaml == "read") == (length <= KEY)


@given(SCRAPS)
def test_what_is_read_as_json_is_json(text: str) -> None:
    if taken(read_json, text, "my.json") != REFUSED:
        assert json.loads(text, parse_constant=pytest.fail) == read_json(text, "my.json").plain()


@pytest.mark.parametrize("name", ["a.json", "a.JSON", "a.Json"])
def test_a_file_named_json_is_no_yaml(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("a: yaml is no json", encoding="utf-8")
    with pytest.raises(FaultyInput):
        read_file(path)


@given(SCRAPS)
def test_a_line_that_is_read_is_json(text: str) -> None:
    """Whatever is wrong in it, a line of steps is no YAML."""
    if taken(read_json, text, "s.jsonl") != REFUSED:
        faults: list[Any] = []
        check(read_json(text, "s.jsonl"), LINE, "s.jsonl", {}, faults)
        assert faults


# ─── One day, whatever reads it ──────────────────────────────────────────────────────────────────────────

NO_DAYS = ("0001-01-01", "1753-01-01", "1899-12-30", "1899-12-31", "2101-01-01", "9999-12-31")
"""What programs write where there is no day."""
DAYS = {
    "2023-10-05": True,
    "1900-01-01": True,
    "2100-12-31": True,
    "20231005": False,
    "2023-W40-4": False,
    "2023-10-5": False,
    "05.10.2023": False,
    "2023-10-05T00:00:00": False,
    "2023-02-29": False,
    "٢٠٢٣-١٠-٠٥": False,
    "2023-10-05 ": False,
    "": False,
    **dict.fromkeys(NO_DAYS, False),
}
DONE: TypeAdapter[Done] = TypeAdapter(Done)


@pytest.mark.parametrize(("day", "right"), DAYS.items())
def test_a_day_is_taken_or_refused_alike_at_every_door(tmp_path: Path, day: str, right: bool) -> None:
    plain = {"id": "app4.4", "done_on": day}
    path = tmp_path / "done.jsonl"
    path.write_text(json.dumps(plain), encoding="utf-8")
    ((_, line),) = read_lines(path, DONE)
    faults: list[Any] = []
    check(read_tree(f'{{id: app4.4, done_on: "{day}"}}', "my.yaml"), DONE, "my.yaml", {}, faults)
    check(tree_of(plain), DONE, "body", {}, faults)
    assert isinstance(line, Done) == right
    assert len(faults) == (0 if right else 2)
    for door in (DONE.validate_python, lambda told: Done(**told), lambda told: day_of(told["done_on"])):
        if right:
            door(plain)
        else:
            with pytest.raises(Exception, match=r"day|date|день"):
                door(plain)


# ─── One entry as every other ────────────────────────────────────────────────────────────────────────────

HIDDEN = "\x00\x07\x7f\x85\u00ad\u034f\u061c\u115f\u180e"
HIDDEN += "\u200b\u200d\u202e\u2028\u2060\u2800\u3164\ue000\ufe0f\ufeff\uffa0"
NO_NUMBERS = ("1_000", "٣", "１", "1e2", "+5", "0x10", "1:30", ".5", "5.", " 5", "½", "١/٢", "1_0/2_0")


def kinds(kind: type[Entry] = Entry) -> Iterator[type[Entry]]:
    """Every kind of entry of the library; what its tests for others add is none."""
    for one in kind.__subclasses__():
        if one.__module__.startswith("law189.") and not one.__module__.startswith("law189.testing."):
            yield one
        yield from kinds(one)


for module in pkgutil.walk_packages(law189.__path__, "law189."):
    if "__main__" not in module.name and ".testing" not in module.name:
        importlib.import_module(module.name)
ENTRIES = sorted(set(kinds()), key=lambda kind: kind.__qualname__)
FIELDS = {
    f"{kind.__qualname__}.{name}": field
    for kind in ENTRIES
    for name, field in kind.model_fields.items()
    if field.annotation is not Any
    and not isinstance(field.annotation, TypeVar)  # read with what stands around it
}
TYPES = {
    repr((field.annotation, [one for one in field.metadata if not isinstance(one, About)])): name
    for name, field in FIELDS.items()
}
"""A field of each type: two fields of one type are read alike."""
READ = [pytest.param(FIELDS[name], id=name) for name in some(list(FIELDS), list(TYPES.values()))]


def read(field: FieldInfo, value: object) -> Any:
    """The value as the field reads it; `refused` where it is refused, or read only among others."""
    try:
        return TypeAdapter[Any](Annotated[(field.annotation, *field.metadata)]).validate_python(value)
    except (ValidationError, KeyError, AttributeError, TypeError):
        return REFUSED


def holds_a_day(annotation: Any) -> bool:
    return annotation is date or any(holds_a_day(inner) for inner in get_args(annotation))


def test_the_walk_meets_every_room_and_many_days() -> None:
    rooms = {kind.__module__.split(".")[1] for kind in ENTRIES}
    assert {"law", "extracts", "measures", "profile", "cases", "workflows", "audit"} <= rooms
    fields = FIELDS.values()
    assert sum(read(field, "2023-10-02") == date(2023, 10, 2) for field in fields) > 60
    assert sum(holds_a_day(field.annotation) for field in fields) > 60


@pytest.mark.parametrize("field", READ)
def test_no_field_reads_a_day_that_stands_for_none(field: FieldInfo) -> None:
    """A field of days refuses it; any other takes it for no day."""
    for day in NO_DAYS:
        for told in (day, date.fromisoformat(day)):
            found = read(field, told)
            assert not isinstance(found, date)
            assert found == REFUSED or not holds_a_day(field.annotation), (told, found)


@pytest.mark.parametrize("field", READ)
def test_no_field_reads_as_a_number_what_is_not_in_plain_digits(field: FieldInfo) -> None:
    for number in NO_NUMBERS:
        found = read(field, number)
        assert not isinstance(found, int | float | Decimal | Fraction), (number, found)


@pytest.mark.parametrize(
    "kind",
    [one for one in ENTRIES if one is not Edition],  # which is read with its profile alone
    ids=lambda kind: kind.__qualname__,
)
def test_no_entry_takes_a_sign_that_nobody_can_see(kind: type[Entry]) -> None:
    """By day one sign in four at each key, and the next in four at the next key."""
    for place, name in enumerate(kind.known_keys()):
        for sign in some(HIDDEN, HIDDEN[place % 4 :: 4]):
            for value in (f"a{sign}b", [f"a{sign}b"], {"ru": f"a{sign}b"}, {f"a{sign}b": 1}):
                with pytest.raises(ValidationError, match=f"invisible sign U\\+{ord(sign):04X}"):
                    kind.model_validate({"kind": "x", name: value})
