"""Every door is the same door: what one reader takes another takes, and what one refuses every one refuses."""

import importlib
import json
import pkgutil
import re
from datetime import date
from pathlib import Path
from typing import Annotated, Any, get_args

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

import law189
from law189.audit.plan import Done
from law189.audit.replay import LINE
from law189.cli.console import day_of
from law189.errors import FaultyInput
from law189.files.disk import read_file, read_lines
from law189.files.json_text import placed, read_json
from law189.files.nodes import check, tree_of
from law189.files.parser import read_tree
from law189.law import Entry

TEXTS = st.text(st.characters(codec="utf-8"), max_size=6)
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**15), 10**15) | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
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
        return "refused"


@given(PLAIN.map(lambda plain: json.dumps(plain, ensure_ascii=False, indent=1)) | SCRAPS)
@example('{"a": 1, "a": 2}')
@example("[" * 30 + "]" * 30)
@example('"\\ud800"')
@example("1e2")
def test_a_json_text_with_places_has_the_values_that_it_has_without(text: str) -> None:
    if taken(read_json, text, "my.json") != "refused":
        tree = read_json(text, "my.json")
        assert placed(tree, text, "my.json").plain() == tree.plain()


@given(SCRAPS)
def test_what_is_read_as_json_is_json(text: str) -> None:
    if taken(read_json, text, "my.json") != "refused":
        assert json.loads(text, parse_constant=pytest.fail) == read_json(text, "my.json").plain()


@given(PLAIN.map(lambda plain: json.dumps(plain, ensure_ascii=True, indent=1)))
def test_yaml_reads_json_as_json_does(text: str) -> None:
    assume(not re.search(r"\\ud[89ab]", text))  # YAML escapes a sign beyond U+FFFF as one, never as a pair
    assert taken(read_tree, text, "my.yaml") == taken(read_json, text, "my.json")


@pytest.mark.parametrize("name", ["a.json", "a.JSON", "a.Json"])
def test_a_name_is_read_in_any_case_of_letters(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("a: yaml is no json", encoding="utf-8")
    with pytest.raises(FaultyInput):
        read_file(path)


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
    "0001-01-01": False,
    "1899-12-30": False,
    "1899-12-31": False,
    "2101-01-01": False,
    "9999-12-31": False,
    "": False,
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


def entries() -> list[type[Entry]]:
    """Every kind of entry of the library."""
    for module in pkgutil.walk_packages(law189.__path__, "law189."):
        if "__main__" not in module.name and ".testing" not in module.name:
            importlib.import_module(module.name)
    found: list[type[Entry]] = []
    kinds = [Entry]
    while kinds:
        kind = kinds.pop()
        kinds += kind.__subclasses__()
        found.append(kind)
    return [kind for kind in found if kind.__module__.startswith("law189.")]


def holds_a_day(annotation: Any) -> bool:
    return annotation is date or any(holds_a_day(inner) for inner in get_args(annotation))


def test_every_day_of_every_entry_refuses_an_empty_and_an_endless_date() -> None:
    asked = 0
    for kind in entries():
        for name, field in kind.model_fields.items():
            if not holds_a_day(field.annotation):
                continue
            asked += 1
            adapter: TypeAdapter[Any] = TypeAdapter(Annotated[(field.annotation, *field.metadata, name)])
            for day in (date(1, 1, 1), date(1899, 12, 30), date(9999, 12, 31), "0001-01-01", "1899-12-30"):
                with pytest.raises(ValidationError):
                    pytest.fail(f"{kind.__name__}.{name} takes {adapter.validate_python(day)}")
    assert asked > 40


@given(SCRAPS)
def test_a_line_that_is_read_is_json(text: str) -> None:
    """Whatever is wrong in it, a line of steps is no YAML."""
    tree = taken(read_json, text, "s.jsonl")
    if tree != "refused":
        faults: list[Any] = []
        check(read_json(text, "s.jsonl"), LINE, "s.jsonl", {}, faults)
        assert faults
