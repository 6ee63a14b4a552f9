"""Profiles drawn from those at hand: keys left out, lists shortened, words and days changed."""

import copy
import functools
from pathlib import Path

import places
from hypothesis import strategies as st

from law189.errors import FaultyInput
from law189.files.disk import read_file
from law189.profile.loader import load_profile

ROOT = places.ROOT
FILES = (
    *sorted((ROOT / "src/law189/data/municipalities").glob("*.yaml")),
    *sorted((ROOT / "tests/profiles/towns").glob("*.yaml")),
    ROOT / "tests/profiles/small.yaml",
)
SMALL = tuple(file for file in FILES if file.stat().st_size < 8000)
AWKWARD = (
    "=1+1",
    "+7",
    "-1",
    "@x",
    "не указано",
    "да",
    "нет",
    "[a]",
    "{a: b}",
    "- a",
    "null",
    "true",
    "01.10.2023",
    "2023-10-01",
    "1/2",
    "77",
    "77.0",
    "2023 год",
    '"в кавычках"',
    '"',
    "а; б",
    "две\nстроки",
    " пробелы по краям ",
    "\u00a0неразрывный",
    "_x0041_",
    "#REF!",
    "<b>&amp;",
    "а: б # в",
    "…",
    "😀",
    "а" * 300,
)
DAYS = ("1999-12-31", "2023-02-28", "2024-02-29", "2099-12-31")
AMENDED = """
amendments:
  - act: {id: later-1, number: "1", date: 2024-05-01, title: {ru: О внесении изменений}}
    since: 2024-06-01
    changes:
      - {do: set, at: [title], to: {ru: Новое имя}}
      - {do: set, at: [control], to: {value: {ru: другой}, cite: later-1/p1}}
"""


@functools.cache
def values_of(file: Path):
    """The plain values of a file."""
    values = read_file(file).plain()
    if "profile" in values and file.stem in ("kemerovo", "home_care", "village"):
        from law189.files.parser import read_tree

        values |= read_tree(AMENDED, "").plain()
        values["readings"] = {"D1": "included"}
    return values


def loaded(values, folder: Path):
    """The profile of those values as a file in that folder; None where it is none."""
    whole = dict(values)
    try:
        if isinstance(whole.get("extends"), str):
            whole["extends"] = read_file(folder / whole["extends"]).plain()
        return load_profile(whole)
    except FaultyInput:
        return None


def spots(value, at=()):
    """Every place in the values, with what stands there."""
    yield at, value
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, one in inner:
        yield from spots(one, (*at, step))


def put(values, at, new):
    """Another value at a place; none takes the place out."""
    within = values
    for step in at[:-1]:
        within = within[step]
    if new is LEFT_OUT:
        del within[at[-1]]
    else:
        within[at[-1]] = new


LEFT_OUT = object()


def others(value):
    """What may stand in the place of a value."""
    match value:
        case bool():
            return st.just(not value)
        case int():
            return st.sampled_from([value + 1, 1, 12])
        case float() | None:
            return st.just(LEFT_OUT)
        case str() if len(value) == 10 and value[4:5] == "-":
            return st.sampled_from(DAYS)
        case str():
            return st.sampled_from(AWKWARD) | st.text(
                "аб =+;{}[]\"'\n,:#-.0123456789", min_size=1, max_size=12
            )
        case list():
            return st.integers(0, max(0, len(value) - 1)).map(lambda length: value[:length])
        case dict():
            return st.sampled_from([LEFT_OUT, None, {}])
    return st.just(LEFT_OUT)


@st.composite
def profiles(draw, files=FILES, changes=6):
    """The values of a profile that can be used, and the folder that its layer is found from."""
    file = draw(st.sampled_from(files))
    values = copy.deepcopy(values_of(file))
    for _ in range(draw(st.integers(0, changes))):
        changed = copy.deepcopy(values)
        at, value = draw(st.sampled_from([one for one in spots(changed) if one[0]]))
        put(changed, at, draw(st.one_of(st.just(LEFT_OUT), others(value), others(value))))
        if loaded(changed, file.parent) is not None:
            values = changed
    return values, file.parent
