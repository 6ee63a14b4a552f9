"""The page of what is public: it names all of the front door and nothing else, and rooms that list their names."""

import ast
import inspect
import pkgutil
import re
from importlib import import_module
from types import ModuleType

import places
import pytest

import law189

PAGE = (places.ROOT / "docs/reference/public.md").read_text(encoding="utf-8")
PAGE_RU = (places.ROOT / "docs/reference/public.ru.md").read_text(encoding="utf-8")


def rows(title):
    """The names in backticks of each cell, row by row, of the table under a title."""
    part = PAGE.partition(f"\n## {title}\n")[2].partition("\n## ")[0]
    lines = [line.strip("|").split(" | ") for line in part.splitlines() if line.startswith("| `")]
    return [[re.findall(r"`([^`]+)`", cell) for cell in line] for line in lines]


FRONT_DOOR = [name for names, _ in rows("The front door") for name in names]
ROOMS = [(module, names) for [module], names in rows("Rooms to build on")]


def test_the_page_names_what_stands_at_the_front_door_and_nothing_else():
    assert sorted(FRONT_DOOR) == sorted(law189.__all__)


@pytest.mark.parametrize("name", FRONT_DOOR)
def test_every_name_of_the_front_door_can_be_imported(name):
    assert getattr(law189, name) is not None


def modules(name):
    """The module of that name; with `.*` the package and all that stand in it, with `.**` in its rooms too."""
    package = import_module(name.rstrip(".*"))
    walk = pkgutil.walk_packages if name.endswith("**") else pkgutil.iter_modules
    path = package.__path__ if name.endswith("*") else ()
    return [package, *filter(says, (import_module(one.name) for one in walk(path, f"{package.__name__}.")))]


def says(module):
    """Whether the module has more than the sentence that tells of its room."""
    return len(ast.parse(inspect.getsource(module)).body) > 1


@pytest.mark.parametrize(("module", "names"), ROOMS, ids=[module for module, _ in ROOMS])
def test_a_room_to_build_on_lists_its_names(module, names):
    for found in modules(module):
        assert found.__all__, found.__name__
        assert not [name for name in found.__all__ if name.startswith("_")]
    if not module.endswith("*"):
        (room,) = modules(module)
        assert {name for name in names if name[0].isalpha()} - {
            "arrow",
            "django",
            "fastapi",
            "ics",
            "office",
            "store",
            "testing",
        } <= set(room.__all__)


def test_the_page_shows_more_than_one_room():
    assert len(ROOMS) > 10


def taken_from_other_rooms():
    """Who takes which name of which module: every import from another room, and by the examples."""
    for top in ("src/law189", "examples"):
        for file in sorted((places.ROOT / top).rglob("*.py")):
            path = file.relative_to(places.ROOT)
            own = path.parts[2].removesuffix(".py") if top == "src/law189" else None
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                parts = (node.module or "").split(".") if isinstance(node, ast.ImportFrom) else []
                if parts[:1] == ["law189"] and len(parts) > 1 and parts[1] != own:
                    yield from ((str(path), node.module, one.name) for one in node.names)


def test_what_another_room_takes_of_a_module_stands_in_its_list():
    """A module itself is taken from its package; all else is named in `__all__` of the module that has it."""
    taken = [*taken_from_other_rooms()]
    wrong = [
        (who, f"{module}.{name}")
        for who, module, name in taken
        for found in [import_module(module)]
        if name not in getattr(found, "__all__", ()) and not isinstance(getattr(found, name), ModuleType)
    ]
    assert len(taken) > 1000
    assert wrong == []


def test_the_page_in_russian_makes_the_same_names_public():
    """Row by row, whatever words stand between the names."""
    russian = PAGE_RU.split("\n")
    english = PAGE.split("\n")
    told = [
        [sorted(re.findall(r"`([^`]+)`", line)) for line in lines if line.startswith("| `")]
        for lines in (english, russian)
    ]
    assert told[0] == told[1]
    assert len(told[0]) > 80
