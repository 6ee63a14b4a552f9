"""Whatever a profile becomes, loading it gives a profile or faults that name their places, and nothing else."""

import copy
import json
import re
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import places
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size

from law189.errors import Fault, FaultyInput, ProfileError
from law189.files.disk import read_file
from law189.files.parser import read_bytes, read_tree
from law189.profile.federal import shipped_data
from law189.profile.loader import load_profile

SMALL = places.PROFILES / "small.yaml"
TEXT = SMALL.read_text(encoding="utf-8")
PLAINS: dict[str, dict[str, Any]] = {**shipped_data()["municipalities"], "small": read_file(SMALL).plain()}

WRONG = st.sampled_from(
    [None, True, -1, 7, 0.5, "", "слово", "2023-02-31", "p0", [], ["x"], {}, {"ru": "x"}, {"kind": "year"}]
) | st.sampled_from([date(2024, 2, 29), Fraction(1, 2), Decimal("NaN"), "\ud800", b"x", {1: 2}, object()])
TYPED = (
    st.sampled_from(["", "7", "0.5", "да", '"x"', '"x', "[", "[]", "{", "{}", "}", "*a", "&a 1", "!!str x"])
    | st.sampled_from(["- x", "a: b", "2023-02-31", "1/0", "3/2", "?", "#", "\t", "\u202e", '"\\ud800"'])
    | st.sampled_from(["|", ">", "%", "@", "null", "…", "\\"])
)


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The path to every value within a value."""
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [found for step, inner in steps for found in ((*path, step), *places(inner, (*path, step)))]


PLACES = {name: places(plain) for name, plain in PLAINS.items()}


@st.composite
def mutated(draw: st.DrawFn, name: str) -> dict[str, Any]:
    """A profile's plain mapping, wrong at one place or a few."""
    plain = copy.deepcopy(PLAINS[name])
    for path in draw(st.lists(st.sampled_from(PLACES[name]), min_size=1, max_size=3)):
        holder: Any = plain
        try:
            for step in path[:-1]:
                holder = holder[step]
            held = holder[path[-1]]
        except (LookupError, TypeError):
            continue  # an earlier change took this place away
        match draw(st.sampled_from(["delete", "replace", "add", "double"])):
            case "delete":
                del holder[path[-1]]
            case "replace":
                holder[path[-1]] = draw(WRONG)
            case "add" if isinstance(holder, dict):
                holder[draw(st.sampled_from(["cite", "value", "titel", "год", "x" * 70]))] = draw(WRONG)
            case "double" if isinstance(holder, list):
                holder.append(held)
    return plain


def faults(source: Any) -> tuple[Fault, ...]:
    """The faults of a profile, at least one; none where it loads."""
    try:
        load_profile(source)
    except ProfileError as error:
        found = error.faults
    else:
        return ()
    assert found
    return found


def named(source: Any) -> list[str]:
    return [fault.key for fault in faults(source)]


@settings(max_examples=size(60, 600))
@given(st.data())
def test_a_shipped_profile_changed_anywhere_loads_or_names_the_place(data: st.DataObject) -> None:
    plain = data.draw(mutated(data.draw(st.sampled_from(sorted(PLAINS)))))
    assert all(re.match(r"\w", key) for key in named(plain))


@settings(max_examples=size(60, 600))
@given(mutated("small"))
def test_json_yaml_and_a_mapping_have_the_same_faults(tmp_path_factory: Any, plain: dict[str, Any]) -> None:
    try:
        data = json.dumps(plain, ensure_ascii=False, indent=1).encode()
    except (TypeError, ValueError):
        return  # no file can hold this
    if json.loads(data) != plain:
        return
    folder = tmp_path_factory.mktemp("same")
    for name in ("town.json", "town.yaml"):
        (folder / name).write_bytes(data)
    json_faults = named(folder / "town.json")
    assert json_faults == named(folder / "town.yaml")
    assert sorted(json_faults) == sorted(named(plain))


@settings(max_examples=size(150, 1500))
@given(st.data())
def test_a_yaml_file_with_any_value_typed_otherwise_loads_or_says_where(
    tmp_path_factory: Any, data: st.DataObject
) -> None:
    values = list(re.finditer(r"(?<=: )[^\s{}\[\],][^{}\[\],\n]*", TEXT))
    value = data.draw(st.sampled_from(values))
    text = TEXT[: value.start()] + data.draw(TYPED) + TEXT[value.end() :]
    path = tmp_path_factory.mktemp("typed") / "town.yaml"
    path.write_text(text, encoding="utf-8")
    assert all(fault.line and fault.column for fault in faults(path))


@settings(max_examples=size(300, 3000))
@given(
    st.lists(
        st.sampled_from(
            [
                *"ab:-?[]{},#&*!|>'\"%@`~\\\n\t ",
                "  ",
                "\n  ",
                ": ",
                "- ",
                "---",
                "...",
                "!!",
                "<<",
                "\r",
                "\ufeff",
                "я",
            ]
        ),
        max_size=16,
    )
)
def test_any_text_becomes_a_tree_or_is_refused(signs: list[str]) -> None:
    try:
        tree = read_tree(read_bytes("".join(signs).encode(), "my.yaml"), "my.yaml")
    except FaultyInput as error:
        tree = None
        found = error.faults
    assert tree is not None or len(found) == 1
