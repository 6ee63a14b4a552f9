"""The glossary is whole: its names are in the code, its addresses are cited, no public class is left out."""

import inspect
import pkgutil
import re
from enum import StrEnum
from importlib import import_module
from typing import NamedTuple

import places
import pytest

from law189 import load_profile, shipped_profiles
from law189.profile.federal import load_calendar, load_federal
from law189.workflows import LIFECYCLES

GLOSSARY = places.ROOT / "docs/reference/glossary.md"
WORDS = ("calendar", "errors", "facts", "kinds", "measures", "numbers", "telling")
ROOMS_TOLD = (
    "law",
    "readings",
    "verdict",
    "profile",
    "extracts",
    "rules",
    "cases",
    "workflows",
    "casebook",
    "audit",
    "lints",
)
OF_ROOMS = ("rules", "casebook", "audit")
"""The rooms that have rooms of their own."""
ANSWERS = "law189.audit.schemas.answers"
"""The forms of answers: keys of JSON, which their schemas tell."""
TOLD = (
    *WORDS,
    *(
        module.name.removeprefix("law189.")
        for room in ROOMS_TOLD
        for module in (pkgutil.walk_packages if room in OF_ROOMS else pkgutil.iter_modules)(
            import_module(f"law189.{room}").__path__, f"law189.{room}."
        )
        if not module.ispkg or room in (*OF_ROOMS, "workflows")
        if not module.name.startswith(ANSWERS)
    ),
)
"""The modules whose public classes all have a row. Of the extras they need `store` only.

The facts that steps share (`cases.given`) are told on the page of facts, with the words they say of themselves.
"""


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


def rooms():
    """The modules above that have names, by their own names within the package."""
    found = {room: import_module(f"law189.{room}") for room in TOLD}
    return {room: module for room, module in found.items() if hasattr(module, "__all__")}


ROOMS = rooms()


def own(value, module):
    """Whether the thing is declared in the module, or in a part of it where it is a lifecycle."""
    made = getattr(value, "__module__", "")
    return made == module.__name__ or (made.startswith(f"{module.__name__}.") and "workflows" in made)


def public(room):
    """The names of a module that others may use: its list, and the classes defined in it."""
    module = ROOMS[room]
    named = {name for name in module.__all__ if name[0].isupper() and not name.isupper()}
    for name, value in vars(module).items():
        if inspect.isclass(value) and own(value, module) and re.fullmatch(r"[A-Z]\w*", name):
            named.add(name)
            if issubclass(value, StrEnum):
                named.update(f"{name}.{member.name}" for member in value)
    return named


def has(value, attribute):
    return hasattr(value, attribute) or attribute in getattr(value, "model_fields", {})


def named_by(name):
    """What a name may mean: (room, value) for each room that lists or defines it; `order.Drafted` asks one room."""
    head, _, rest = name.partition(".")
    called = {
        room: module
        for room, module in ROOMS.items()
        if room.rpartition(".")[2] == head and hasattr(module, rest.partition(".")[0] or "-")
    }
    if called:
        head, _, rest = rest.partition(".")
    asked = called or ROOMS
    for room, module in asked.items():
        value = vars(module).get(head)
        if (
            (head in module.__all__ or own(value, module))
            and not inspect.ismodule(value)
            and (not rest or has(value, rest))
        ):
            yield room, value


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_in_the_code_and_means_one_thing(name):
    found = list(named_by(name))
    assert found, f"no room has {name}"
    assert len({id(value) for _, value in found}) == 1, (
        f"{name} means something else in {', '.join(room for room, _ in found)}; write the room before it"
    )


@pytest.mark.parametrize("room", ROOMS)
def test_every_public_class_and_member_has_a_row(room):
    last = room.rpartition(".")[2]
    missing = {name for name in public(room) if not {name, f"{last}.{name}"} & set(NAMES)}
    assert not missing, f"the glossary has no row for {sorted(missing)} of law189 {room}"


@pytest.mark.parametrize("lifecycle", LIFECYCLES, ids=lambda lifecycle: lifecycle.name)
def test_every_state_and_step_of_a_lifecycle_has_a_row_of_its_own(lifecycle):
    """A row for the draft of an order is none for the draft of an agreement."""
    states = {f"{lifecycle.name}.State.{state.name}" for state in lifecycle.states}
    steps = {f"{lifecycle.name}.{clause.event.__name__}" for clause in lifecycle.clauses}
    assert not (states | steps) - set(NAMES)


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
        known.update(cited(profile.latest.model_dump(mode="json")))
    told = [provision for row in ROWS for provision in row.provisions]
    assert set(told) <= known, sorted(set(told) - known)
    some = next(iter(profiles.values()))
    for provision in told:
        act = provision.partition("/")[0]
        assert profiles.get(act, some).latest.cite(provision).id == provision


def test_a_row_has_a_russian_term_and_a_name():
    assert [row for row in ROWS if not re.search("[а-яё]", row.term) or not row.names] == []


def test_the_terms_of_the_regulation_lead_to_their_provisions():
    provisions = {row.term: row.provisions for row in ROWS}
    assert provisions["рабочая группа"][0] == "kemerovo-2993/app3.1.1"
    assert provisions["кворум"][0] == "kemerovo-2993/app3.5.5"
