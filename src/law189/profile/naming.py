"""Имена актов (naming): what a file leaves out of its acts, told before the file is checked.

The decree is called by the profile's name where it has no id, another act by its kind and number. The documents
with numbers of their own that `approvals` name are told to the decree, which writes their addresses.

>>> from law189.files.nodes import tree_of
>>> named(tree_of({"profile": "my_town", "act": {"number": 12}})).plain()["act"]["id"]
'my-town'
>>> act_id(tree_of({"kind": "приказ", "number": 7})), act_id(tree_of({"number": "345-п"})) is None
('order-7', True)
"""

import re
from collections.abc import Iterator
from typing import Any

from pydantic import TypeAdapter

from law189.files.nodes import Node, check
from law189.law.act import ID, Act, ActDocument
from law189.law.address import RESERVED
from law189.law.label import id_of

__all__ = ["act_id", "amending", "named"]

_ACT: TypeAdapter[Act] = TypeAdapter(Act)
_DOCUMENT: TypeAdapter[ActDocument] = TypeAdapter(ActDocument)


def act_id(act: Node) -> str | None:
    """The id that an act of a file has, or is given by its kind and number; None where it has none."""
    if not isinstance(act.content, dict):
        return None
    if "id" in act.content:
        said = act.content["id"].content
        return said if isinstance(said, str) else None
    kind, number = _said(act, "kind"), _said(act, "number")
    return id_of(kind, number) if kind is None or isinstance(kind, str) else None


def amending(tree: Node, file: str) -> dict[str, Act]:
    """The acts that amend the decree, by their ids: any edition may cite one, as where a norm holds until it."""
    found: dict[str, Act] = {}
    listed = tree.content.get("amendments", Node([])).content
    for node in listed if isinstance(listed, list) else ():
        told, there = node.at(("act",))
        act: Act | None = check(told, _ACT, file, {}, []) if there else None
        if act is not None:
            found.setdefault(act.id, act)
    return found


def named(tree: Node) -> Node:
    """The values of a file with the name of its decree and the documents that its approvals name."""
    act = tree.content.get("act")
    if act is None or not isinstance(act.content, dict):
        return tree
    more: dict[str, Node] = {}
    name = _said(tree, "profile")
    if "id" not in act.content and isinstance(name, str):
        made = name.replace("_", "-")  # a wrong name of the profile is told once, and not of the act too
        more["id"] = Node(made if re.search(ID, made) else "act", act.line, act.column)
    documents = list(_documents(tree))
    if documents and "documents" not in act.content:
        more["documents"] = Node(documents, act.line, act.column)
    whole = Node({**act.content, **more}, act.line, act.column, act.keys, act.file)
    return Node({**tree.content, "act": whole}, tree.line, tree.column, tree.keys, tree.file)


def _documents(tree: Node) -> Iterator[Node]:
    """The documents that approvals name with an id; what is wrong with one is told where it stands."""
    approvals = tree.content.get("approvals", Node([])).content
    for entry in approvals if isinstance(approvals, list) else ():
        content = entry.content if isinstance(entry.content, dict) else {}
        document, name = content.get("document"), content.get("id")
        if document is None or name is None or not isinstance(document.content, dict):
            continue
        found = Node({"id": name, **document.content}, document.line, document.column, document.keys)
        if name.content not in RESERVED and check(found, _DOCUMENT, "", {}, []) is not None:
            yield found


def _said(node: Node, key: str) -> Any:
    value = node.content.get(key)
    return None if value is None else value.content
