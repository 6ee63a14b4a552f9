"""Изменения (amendments): how a later act changes a profile, and the edition that comes of it.

A change sets a value, adds an entry to a list or repeals one, at a path of keys; an entry of a list is
named by its id, its kind or its address.

>>> from law189.reader import tree_of
>>> tree = tree_of({"services": [{"cite": "app1.1", "number": "1"}]})
>>> apply(tree, Change(do="set", at=("services", "app1.1", "number"), to="2"))
>>> tree.plain()
{'services': [{'cite': 'app1.1', 'number': '2'}]}
>>> apply(tree, Change(do="repeal", at=("services", "app1.9"))).en
'the profile has no path «app1.9»'
"""

import copy
from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import Field

from law189.law import Act, Day, Entry, Text
from law189.reader import Node, tree_of

__all__ = ["Amendment", "Change", "apply", "names_of"]


class Change(Entry):
    """Одно изменение: set a value, add an entry to a list, or repeal an entry.

    `at` is the path to it: keys, and for an entry of a list its cite, id or kind.
    """

    do: Literal["set", "add", "repeal"]
    at: Annotated[tuple[str, ...], Field(min_length=1)]
    to: Any = None


class Amendment(Entry):
    """Изменение постановления: the amending act, the first day it holds, and what it changes."""

    act: Act
    since: Day
    changes: Annotated[tuple[Change, ...], Field(min_length=1)]


def apply(tree: Node, change: Change, to: Node | None = None) -> Text | None:
    """Change the tree in place, or say why not. `to` is the new value with its places, where it has any."""
    *above, last = change.at
    to = tree_of(change.to) if to is None else to
    node = tree
    for step in above:
        inner = _child(node, step)
        if inner is None:
            return Text(f"пути «{step}» в профиле нет", f"the profile has no path «{step}»")
        node = inner
    target = _child(node, last)
    if change.do != "repeal" and change.to is None:
        return Text("не указано новое значение; добавьте to", "the new value is missing; add to")
    match change.do:
        case "set" if isinstance(node.content, dict):
            node.content[last] = copy.deepcopy(to)
        case "set" if target is not None:
            node.content[node.content.index(target)] = copy.deepcopy(to)
        case "add" if target is not None and isinstance(target.content, list):
            target.content.append(copy.deepcopy(to))
        case "repeal" if target is not None and isinstance(node.content, list):
            node.content.remove(target)
        case "repeal" if target is not None:
            del node.content[last]
        case _:
            return Text(f"пути «{last}» в профиле нет", f"the profile has no path «{last}»")
    return None


def _child(node: Node, step: str) -> Node | None:
    if isinstance(node.content, dict):
        found: Node | None = node.content.get(step)
        return found
    if isinstance(node.content, list):
        return next((entry for entry in node.content if step in names_of(entry)), None)
    return None


def names_of(entry: Node) -> Iterator[str]:
    """What an entry of a list is called by: its id, its kind, or its address."""
    if isinstance(entry.content, dict):
        for key in ("id", "kind", "cite"):
            if key in entry.content:
                yield str(entry.content[key].content)
