"""Откуда что взято (origins): which file each part of a profile comes from, and what only the federal layer has.

>>> from law189.files.nodes import tree_of
>>> from law189.profile.loader import load_with_places
>>> profile, tree = load_with_places("kemerovo")
>>> next(origins(profile.latest, tree, "kemerovo")).told("en")
'profile: kemerovo'
>>> [one.file for one in origins(profile.latest, tree, "kemerovo") if one.key == "slots"][:1]
[None]
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from law189.files.nodes import Node
from law189.law import Lang, Text
from law189.profile.amendments import names_of
from law189.profile.edition import Edition

__all__ = ["FileOrigin", "origins"]

FEDERAL = Text("федеральный слой", "the federal layer")


class FileOrigin(NamedTuple):
    """Where a key, or one entry of its list (`name`), comes from; `file` is None for the federal layer."""

    key: str
    name: str | None
    file: str | None
    line: int | None = None

    def told(self, lang: Lang) -> str:
        """`key name: file:line`, in one line."""
        place = "" if self.line is None else f":{self.line}"
        source = FEDERAL[lang] if self.file is None else self.file + place
        return f"{self.key}{'' if self.name is None else ' ' + self.name}: {source}"

    def as_json(self) -> dict[str, Any]:
        """The same as plain JSON values."""
        return self._asdict()


def origins(edition: Edition, tree: Node, file: str) -> Iterator[FileOrigin]:
    """The origin of every key and of every named entry of a list, then of every slot.

    `tree` are the values that the edition was read from, `file` what the profile itself is called.
    """
    for key, node in tree.content.items():
        named = [(names_of(entry), entry) for entry in node.content] if isinstance(node.content, list) else []
        if not any(names for names, _ in named):
            yield FileOrigin(key, None, node.file or file, node.line)
        for names, entry in named:
            yield FileOrigin(key, names[0] if names else None, entry.file or file, entry.line)
    adopted = {one.act.id: node for one, node in zip(edition.adopted, _adopted(tree), strict=True)}
    for slot in edition.federal.slots:
        act = next(
            (one.act.id for one in edition.adopted for fill in one.fills if fill.slot == slot.id), None
        )
        found = None if act is None else adopted[act]
        yield FileOrigin(
            "slots",
            slot.id,
            None if found is None else found.file or file,
            None if found is None else found.line,
        )


def _adopted(tree: Node) -> list[Node]:
    node = tree.content.get("adopted", Node([]))
    return list(node.content)
