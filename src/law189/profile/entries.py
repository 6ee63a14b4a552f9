"""Записи файла (entries): the lists of a profile's file before it is checked, and what stands in them twice."""

import re
from collections.abc import Collection, Iterator
from typing import Any

from law189.errors import Fault
from law189.files.nodes import Loc, Node, fault_at
from law189.files.wording import in_latin, word
from law189.law import Text
from law189.profile.amendments import names_of
from law189.profile.called import called

__all__ = ["doubled", "ids", "listed", "misnamed"]

_LISTS: tuple[Loc, ...] = (
    ("acts",),
    ("bodies",),
    ("services",),
    ("excluded_providers",),
    ("documents",),
    ("systems",),
    ("stages",),
    ("plan",),
    ("goals",),
    ("indicators",),
    ("conditions",),
    ("values",),
    ("working_group", "seats"),
    ("working_group", "presiding_duties"),
    ("working_group", "secretary", "duties"),
    ("working_group", "tasks"),
    ("working_group", "powers"),
    ("working_group", "functions"),
    ("working_group", "subgroups"),
)

REFERRED = ("bodies", "services", "stages", "goals")
"""The lists whose entries others of the same file name by their ids."""
OF_ROWS: tuple[Loc, ...] = (("plan",), ("indicators",))
"""The lists whose entries are called by their first address."""


def listed(tree: Node, what: str) -> Iterator[tuple[Loc, Node]]:
    """The entries of a list of the file, each with its place; nothing where it is no list."""
    entries = tree.content.get(what, Node([])).content
    if isinstance(entries, list):
        yield from (((what, index), node) for index, node in enumerate(entries))


def ids(tree: Node, what: str) -> list[Any]:
    """The ids that the entries of a list have, for others to refer to; the numbers of services."""
    key = "number" if what == "services" else "id"
    entries = (node.content for _, node in listed(tree, what))
    names = [entry[key].content for entry in entries if isinstance(entry, dict) and key in entry]
    return [name for name in names if not isinstance(name, dict | list)]


def misnamed(tree: Node, file: str, told: Collection[str], main: str) -> Iterator[Fault]:
    """An entry under a name that another has, or that nobody can type again; but for the keys told already.

    `main` is the id of the decree itself.
    """
    yield from doubled(tree, file, main)
    yield from (fault for fault in _mixed(tree, file) if fault.key not in told)


def doubled(tree: Node, file: str, main: str) -> Iterator[Fault]:
    """An entry that a list has twice under one name; a row of a table is called by its address, however written."""
    for path in _LISTS:
        entries, found = tree.at(path)
        if found != path or not isinstance(entries.content, list):
            continue
        seen: set[str] = set()
        for index, entry in enumerate(entries.content):
            names = names_of(entry) if isinstance(entry.content, dict) else []
            if path in OF_ROWS:
                names = [called(one, main) for one in names]
            if names and names[0] in seen:
                shown = word(names[0])
                words = Text(
                    f"запись «{shown}» указана дважды; оставьте одну",
                    f"the entry «{shown}» is listed twice; keep one",
                )
                yield fault_at(tree, file, (*path, index), words)
            seen.update(names[:1])


def _mixed(tree: Node, file: str) -> Iterator[Fault]:
    """A name of an entry in which Russian letters stand among Latin ones: nobody can type it again."""
    for path in _LISTS:
        entries, found = tree.at(path)
        if found != path or not isinstance(entries.content, list):
            continue
        for index, entry in enumerate(entries.content):
            name = entry.content.get("id", Node(None)).content if isinstance(entry.content, dict) else None
            if not isinstance(name, str) or not re.search("[A-Za-z]", name):
                continue
            latin, shown = in_latin(name), word(name)
            if latin != name and latin.isascii():
                words = Text(
                    f"в имени «{shown}» русские буквы, похожие на латинские; наберите «{latin}» латиницей",
                    f"the name «{shown}» has Russian letters that look Latin; type «{latin}» in Latin letters",
                )
                yield fault_at(tree, file, (*path, index, "id"), words)
