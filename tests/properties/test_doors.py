"""Laws of every door: a text is one value whatever its file; what stands for nothing or hides is no value."""

import importlib
import json
import pkgutil
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Annotated, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

import law189
from law189.errors import FaultyInput
from law189.files.disk import read_records
from law189.law import Entry
from law189.law.signs import hidden

EXTRAS = ("law189.cli", "law189.report.ics", "law189.testing")
NAMES = ("my.yaml", "my.YML", "my.json", "my.JSON", "my.jsonl", "my.JSONL", "my.ndjson")
HIDDEN = "\x00\x07\x7f\x85\u00ad\u034f\u061c\u115f\u180e"
HIDDEN += "\u200b\u200d\u202e\u2028\u2060\u2800\u3164\ue000\ufe0f\ufeff\uffa0"
NO_NUMBERS = ("1_000", "٣", "１", "1e2", "+5", "0x10", "1:30", ".5", "5.", " 5", "½", "١/٢", "1_0/2_0")
NO_DAYS = ("0001-01-01", "1753-01-01", "1899-12-30", "1899-12-31", "2101-01-01", "9999-12-31")


def kinds(kind: type[Entry] = Entry) -> Iterator[type[Entry]]:
    for one in kind.__subclasses__():
        if one.__module__.startswith("law189."):
            yield one
        yield from kinds(one)


for module in pkgutil.walk_packages(law189.__path__, "law189."):
    if not module.name.startswith(EXTRAS):
        importlib.import_module(module.name)
ENTRIES = sorted({kind for kind in kinds() if "[" not in kind.__name__}, key=lambda kind: kind.__qualname__)
FIELDS = [(kind, name, field) for kind in ENTRIES for name, field in kind.model_fields.items()]


def ids(one: object) -> str | None:
    return one.__qualname__ if isinstance(one, type) else one if isinstance(one, str) else ""


READ = [pytest.param(field, id=f"{kind.__qualname__}.{name}") for kind, name, field in FIELDS]


def read(field: FieldInfo, value: object) -> Any:
    """The value as the field reads it; None where it is refused, or read only among others."""
    try:
        return TypeAdapter[Any](Annotated[(field.annotation, *field.metadata)]).validate_python(value)
    except (ValidationError, KeyError, AttributeError, TypeError):
        return None


def test_the_walk_meets_every_room() -> None:
    rooms = {kind.__module__.split(".")[1] for kind in ENTRIES}
    assert {"law", "extracts", "measures", "profile", "cases", "workflows", "audit"} <= rooms
    assert sum(read(field, "2023-10-02") == date(2023, 10, 2) for _, _, field in FIELDS) > 60


@pytest.mark.parametrize("field", READ)
def test_no_field_reads_a_day_that_stands_for_none(field: FieldInfo) -> None:
    for day in NO_DAYS:
        assert not isinstance(read(field, day), date)
        assert not isinstance(read(field, date.fromisoformat(day)), date)


@pytest.mark.parametrize("field", READ)
def test_no_field_reads_as_a_number_what_is_not_in_plain_digits(field: FieldInfo) -> None:
    for number in NO_NUMBERS:
        found = read(field, number)
        assert not isinstance(found, int | float | Decimal | Fraction), (number, found)


@pytest.mark.parametrize("kind", ENTRIES, ids=ids)
def test_no_entry_takes_a_sign_that_nobody_can_see(kind: type[Entry]) -> None:
    for name in kind.known_keys():
        for sign in HIDDEN:
            for value in (f"a{sign}b", [f"a{sign}b"], {"ru": f"a{sign}b"}, {f"a{sign}b": 1}):
                with pytest.raises(ValidationError, match=f"invisible sign U\\+{ord(sign):04X}"):
                    kind.model_validate({"kind": "x", name: value})


PAIR = re.compile(rb"\\ud[89ab]")
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**20), 10**20) | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@settings(deadline=None, max_examples=150)
@given(value=VALUES, escaped=st.booleans())
def test_one_text_is_one_value_or_a_fault_whatever_the_name_of_its_file(
    tmp_path_factory: pytest.TempPathFactory, value: object, escaped: bool
) -> None:
    folder = tmp_path_factory.mktemp("doors")
    text = json.dumps({"value": value}, ensure_ascii=escaped).encode("utf-8", "surrogatepass")
    found = [_read(folder / name, text) for name in NAMES]
    json_found = found[2]
    assert all(one == json_found for one in found[2:])
    for one in found[:2]:
        if one is FaultyInput and PAIR.search(text):
            continue  # YAML escapes a sign beyond U+FFFF as one, never as a pair
        # YAML has words out of quotes, and never takes one for a number
        assert one == json_found or (json_found is FaultyInput and not _numbers(one) and _words(value))
    if json_found is not FaultyInput:
        assert json_found == {"value": value}
        assert hidden(json.dumps(json_found, ensure_ascii=False)) is None


def _read(path: Path, text: bytes) -> Any:
    path.write_bytes(text)
    try:
        ((_, found),) = read_records(path, TypeAdapter(Any))
    except FaultyInput:
        return FaultyInput
    return FaultyInput if isinstance(found, FaultyInput) else found


def _leaves(value: Any) -> Iterator[Any]:
    if isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _leaves(inner)
    else:
        yield value


def _words(value: object) -> bool:
    """Whether there is a number among them that JSON here refuses and YAML leaves as a word."""
    return any(isinstance(one, int | float) for one in _leaves(value))


def _numbers(value: Any) -> list[Any]:
    """The numbers read that no person writes so."""
    return [one for one in _leaves(value) if type(one) in (int, float) and abs(one) >= 10**19]
