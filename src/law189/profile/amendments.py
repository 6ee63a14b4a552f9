"""Изменения (amendments): how a later act changes a profile, and the edition that comes of it.

A change sets a value, adds an entry to a list or repeals one, at a path of keys; an entry of a list is
named by its id, its kind or its address.

>>> from law189.files.nodes import tree_of
>>> tree = tree_of({"services": [{"cite": "app1.1", "number": "1"}]})
>>> apply(tree, Change(do="set", at=("services", "app1.1", "number"), to="2", cite="app1.1"))
>>> tree.plain()
{'services': [{'cite': 'app1.1', 'number': '2'}]}
>>> apply(tree, Change(do="set", at=("services", "app1.1", "number"), to="3")).en
'the value at «app1.1» changes, and the new norm has no address; add cite to the change (the same will do)'
>>> apply(tree, Change(do="repeal", at=("services", "app1.9"))).en
'there is no «app1.9» here; did you mean «app1.1»?'
"""

from collections.abc import Iterable, Iterator
from typing import Annotated, Any, Literal

from pydantic import Field

from law189.files.coded import keys_of
from law189.files.nodes import Node, tree_of
from law189.files.wording import did_you_mean, word
from law189.law import Act, Day, Entry, Text
from law189.profile.called import called
from law189.profile.naming import act_id
from law189.profile.words import acts as words

__all__ = ["Amendment", "Change", "apply", "inner_of", "is_cited", "names_of"]


class Change(Entry):
    """Одно изменение: set a value, add an entry to a list, or repeal an entry.

    `at` is the path to it: keys, and for an entry of a list its id, its kind, its cite, or the word itself. `cite`
    is the address that the changed norm takes: one of the amending act, or of the text as amended.
    """

    do: Annotated[Literal["set", "add", "repeal"], words.DO]
    at: Annotated[tuple[str, ...], Field(min_length=1), words.AT]
    to: Annotated[Any, words.TO] = None
    cite: Annotated[str | None, words.NEW_CITE] = None


class Amendment(Entry):
    """Изменение постановления: the amending act, the first day it holds, and what it changes."""

    act: Annotated[Act, words.AMENDING_ACT]
    since: Annotated[Day, words.AMENDED_SINCE]
    changes: Annotated[tuple[Change, ...], Field(min_length=1), words.CHANGES]


def apply(
    tree: Node,
    change: Change,
    to: Node | None = None,
    cite: Node | None = None,
    beside: Iterable[Change] = (),
) -> Text | None:
    """Change the tree in place, or say why not.

    `to` and `cite` are the new value and its address with their places, where they have any. `beside` are the
    changes of the same amendment, any of which may give the changed norm its address.
    """
    given = "to" in change.model_fields_set
    if change.do == "repeal" and given:
        return Text("при repeal нового значения нет; уберите to", "repeal has no new value; remove to")
    if change.do != "repeal" and not given:
        return Text("не указано новое значение; добавьте to", "the new value is missing; add to")
    path = _down(tree, change.at[:-1])
    if isinstance(path, Text):
        return path
    holder = next((node for node in reversed(path) if is_cited(node)), None)
    row = _row_of(path, change)
    wrong = _address(tree, path[-1], holder, change, beside) or _changed(path[-1], change, to)
    if wrong is None and holder is not None and change.cite is not None:
        holder.content["cite"] = cite or Node(change.cite)
    if wrong is None and row is not None:
        _keep_name(path[1], *row)
    return wrong


_OF_ROWS = ("plan", "indicators")
"""The lists whose entries are called by their first address."""


def _row_of(path: list[Node], change: Change) -> tuple[int, str] | None:
    """Which row of the plan or of the indicators is set, and its name; None where none is."""
    if change.do != "set" or change.at[0] not in _OF_ROWS or len(change.at) < 2:
        return None
    rows, row = path[1], path[2] if len(path) > 2 else inner_of(path[1], change.at[1])
    names = names_of(row) if isinstance(row, Node) else []
    place = next((at for at, one in enumerate(rows.content) if one is row), None)
    return None if place is None or not names else (place, names[0])


def _keep_name(rows: Node, place: int, name: str) -> None:
    """Leave the row its name, where its address is another now and nothing else names it."""
    row = rows.content[place].content
    if isinstance(row, dict) and "id" not in row and names_of(rows.content[place]) != [name]:
        row["id"] = Node(called(name, None))


def _down(tree: Node, steps: tuple[str, ...]) -> list[Node] | Text:
    """The nodes along the path, from the whole to the last, or why it leads nowhere."""
    path = [tree]
    for step in steps:
        inner = inner_of(path[-1], step)
        if isinstance(inner, Text):
            return inner
        path.append(inner)
    return path


def is_cited(node: Node) -> bool:
    """Whether the values have an address of their own."""
    return isinstance(node.content, dict) and "cite" in node.content


def _address(
    tree: Node, above: Node, holder: Node | None, change: Change, beside: Iterable[Change]
) -> Text | None:
    """That a norm changes and keeps the address of its old words; None where the new one is said."""
    target = inner_of(above, change.at[-1])
    whole = isinstance(change.to, dict) and "cite" in change.to
    if change.do != "add" and isinstance(target, Node):
        whole = whole or is_cited(target)  # an entry as a whole: what takes its place has its own address
    if change.cite is not None and (whole or holder is None):
        return Text(
            "у этого места нет своего адреса или он стоит в to; уберите cite",
            "this place has no address of its own, or has it in to; remove cite",
        )
    given = change.cite is not None or whole or change.at[-1].endswith("cite") or holder is None
    if given or any(_cites(tree, holder, other) for other in beside):
        return None
    old = word(str(holder.content["cite"].content)) if holder is not None else ""
    return Text(
        f"значение по адресу «{old}» меняется, а адреса новой нормы нет; добавьте к изменению cite (можно прежний)",
        f"the value at «{old}» changes, and the new norm has no address; add cite to the change (the same will do)",
    )


def _cites(tree: Node, holder: Node | None, other: Change) -> bool:
    """Whether that change gives the norm an address."""
    path = _down(tree, other.at[:-1])
    if isinstance(path, Text) or other.do != "set":
        return False
    said = other.at[-1].endswith("cite") and path[-1] is holder
    return said or (other.cite is not None and holder in path)


def _changed(node: Node, change: Change, to: Node | None) -> Text | None:
    """Change the last step, which `node` holds."""
    last = change.at[-1]
    if change.do == "set" and isinstance(node.content, dict):
        node.content[last] = _new(change, to)
        return None
    target = inner_of(node, last)
    if isinstance(target, Text):
        return target
    match change.do:
        case "set":
            node.content = [_new(change, to) if entry is target else entry for entry in node.content]
        case "add" if isinstance(target.content, list):
            target.content.append(_new(change, to))
        case "add":
            shown = word(last)
            return Text(f"«{shown}» — не список; укажите do: set", f"«{shown}» is no list; give do: set")
        case "repeal" if isinstance(node.content, list):
            node.content = [entry for entry in node.content if entry is not target]
        case _:
            del node.content[last]
    return None


def _new(change: Change, to: Node | None) -> Node:
    return tree_of(change.to) if to is None else to.copy()


def inner_of(node: Node, step: str) -> Node | Text:
    """What a step leads to, or why it leads nowhere."""
    named = list(_named(node))
    found = [entry for names, entry in named if step in names]
    if len(found) == 1:
        return found[0]
    shown = word(step)
    if found:
        return Text(
            f"под именем «{shown}» записей: {len(found)}; назовите одну по id или kind",
            f"entries of the name «{shown}»: {len(found)}; name one by its id or kind",
        )
    known = [names[0] for names, _ in named if names]
    meant = keys_of(step, known)
    hint = did_you_mean(meant[0] if len(meant) == 1 else step, meant or known)
    return Text(f"«{shown}» здесь нет; {hint.ru}", f"there is no «{shown}» here; {hint.en}")


def _named(node: Node) -> Iterator[tuple[list[str], Node]]:
    if isinstance(node.content, dict):
        yield from (([key], inner) for key, inner in node.content.items())
    elif isinstance(node.content, list):
        yield from ((names_of(entry), entry) for entry in node.content)


def names_of(entry: Node) -> list[str]:
    """What an entry of a list is called by: its id, its kind, its slot, its address; a word by itself."""
    if not isinstance(entry.content, dict):
        return [] if isinstance(entry.content, list) else [str(entry.content)]
    act = entry.content.get("act")
    named = [entry.content[key].content for key in ("id", "kind", "slot", "cite") if key in entry.content]
    named += [act_id(act)] if act is not None else []
    return [str(name) for name in named if name is not None and not isinstance(name, dict | list)]
