"""Записи файла (entries): the lists of a profile's file before it is checked, and what stands in them twice."""

from collections.abc import Iterator
from typing import Any

from law189.errors import Fault
from law189.files.nodes import Loc, Node, fault_at
from law189.files.wording import word
from law189.law import Text
from law189.profile.amendments import names_of

__all__ = ["doubled", "ids", "listed"]

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


def doubled(tree: Node, file: str) -> Iterator[Fault]:
    """An entry that a list has twice under one name."""
    for path in _LISTS:
        entries, found = tree.at(path)
        if found != path or not isinstance(entries.content, list):
            continue
        seen: set[str] = set()
        for index, entry in enumerate(entries.content):
            names = names_of(entry) if isinstance(entry.content, dict) else []
            if names and names[0] in seen:
                shown = word(names[0])
                words = Text(
                    f"запись «{shown}» указана дважды; оставьте одну",
                    f"the entry «{shown}» is listed twice; keep one",
                )
                yield fault_at(tree, file, (*path, index), words)
            seen.update(names[:1])
