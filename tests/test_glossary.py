"""The glossary is whole: its names are in the code, its addresses are cited, no public class is left out."""

import inspect
import pkgutil
import re
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

import pytest

from law189 import load_profile, readings, rules, shipped_profiles
from law189.federal import load_calendar, load_federal

GLOSSARY = Path(__file__).parent.parent / "docs/reference/glossary.md"
TOLD = (
    "law",
    "verdict",
    "errors",
    "parties",
    "documents",
    "terms",
    "calendar",
    "profile",
    "amendments",
    "federal",
    "history",
    "lifecycle",
    "meeting_record",
    "plan",
    "indicators",
    "lints",
    "linter",
    "workflows.meeting",
    "provisions",
)
"""The modules whose public classes all have a row."""


class Row(NamedTuple):
    """A row of the glossary: the term, the names beside it, the addresses beside those."""

    term: str
    names: tuple[str, ...]
    provisions: tuple[str, ...]


def rows():
    for line in GLOSSARY.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("| ") and cells != ["Russian term", "identifier", "provision"]:
            term, names, provisions = cells
            yield Row(
                term, tuple(re.findall(r"`([^`]+)`", names)), tuple(re.findall(r"`([^`]+)`", provisions))
            )


ROWS = tuple(rows())
NAMES = [name for row in ROWS for name in row.names]


def modules():
    """The modules above, the readings and the rules: none of them needs an extra."""
    asked = [module.name for module in pkgutil.iter_modules(rules.__path__, "law189.rules.")]
    return [*(import_module(f"law189.{room}") for room in TOLD), readings, *map(import_module, asked)]


def public(module):
    """The names of a module that others may use: its list, and the classes defined in it."""
    named = {name for name in module.__all__ if name[0].isupper() and not name.isupper()}
    for name, value in vars(module).items():
        if inspect.isclass(value) and value.__module__ == module.__name__ and re.fullmatch(r"[A-Z]\w*", name):
            named.add(name)
            if issubclass(value, StrEnum):
                named.update(f"{name}.{member.name}" for member in value)
    return named


def has(value, attribute):
    return hasattr(value, attribute) or attribute in getattr(value, "model_fields", {})


def in_the_code(name):
    """Whether some module has the name, and what it names has the attribute."""
    head, _, attribute = name.partition(".")
    known = [vars(module)[head] for module in modules() if head in vars(module)]
    return any(not inspect.ismodule(value) and (not attribute or has(value, attribute)) for value in known)


def test_every_name_is_in_the_code():
    assert [name for name in NAMES if not in_the_code(name)] == []


@pytest.mark.parametrize("room", TOLD)
def test_every_public_class_and_member_has_a_row(room):
    missing = public(import_module(f"law189.{room}")) - set(NAMES)
    assert not missing, f"the glossary has no row for {sorted(missing)} of law189.{room}"


def test_a_name_has_one_row():
    assert [name for name in NAMES if NAMES.count(name) > 1] == []


def cited(value):
    """The ids of all citations within plain JSON values."""
    if isinstance(value, dict):
        if {"act", "address", "label"} <= value.keys():
            yield f"{value['act']}/{value['address']}"
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from cited(inner)


def test_every_address_is_one_that_a_profile_or_the_federal_layer_cites():
    """An address that merely has a right form is not enough."""
    profiles = {profile.act.id: profile for profile in map(load_profile, shipped_profiles())}
    known = {year.moved_by.id for year in load_calendar().years.values()}
    known.update(cited(load_federal().model_dump(mode="json")))
    for profile in profiles.values():
        known.update(cited(profile.model_dump(mode="json")))
    told = [provision for row in ROWS for provision in row.provisions]
    assert set(told) <= known, sorted(set(told) - known)
    some = next(iter(profiles.values()))
    for provision in told:
        act = provision.partition("/")[0]
        assert profiles.get(act, some).cite(provision).id == provision


def test_a_row_has_a_russian_term_and_a_name():
    assert [row for row in ROWS if not re.search("[а-яё]", row.term) or not row.names] == []


def test_the_terms_of_the_regulation_lead_to_their_provisions():
    provisions = {row.term: row.provisions for row in ROWS}
    assert provisions["рабочая группа"][0] == "kemerovo-2993/app3.1.1"
    assert provisions["кворум"][0] == "kemerovo-2993/app3.5.5"
