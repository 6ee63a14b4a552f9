"""Чтение того, что записал человек (reading what people wrote): checked values, or every fault by line.

What comes back is either a whole checked value or a list of everything wrong, each with file, line,
column, key, what was needed and what to do.

>>> from pydantic import TypeAdapter
>>> faults: list[Fault] = []
>>> check(tree_of({"rus": "кворум", "eng": "quorum"}), TypeAdapter(Text), "my.yaml", {}, faults)
>>> [fault.told("en") for fault in faults]
['my.yaml ru: the Russian text is missing; add ru', \
'my.yaml rus: there is no such key; did you mean «ru»?', \
'my.yaml eng: there is no such key; did you mean «en»?']
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, NoReturn, TypeAlias

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from law189.errors import Fault, FaultyInput
from law189.files.limits import DEPTH, VALUES, too_deep, too_many, wrong_key
from law189.files.parted import fell_apart
from law189.files.refused import unknown_key
from law189.files.tried import Tried
from law189.files.wording import missing, word
from law189.law import Text, hidden_sign
from law189.law.entry import BLANK, blank
from law189.law.signs import hidden
from law189.law.texts import texts_at

__all__ = [
    "FAULTS",
    "NUMBER",
    "Loc",
    "Node",
    "capped",
    "check",
    "fault_at",
    "in_order",
    "key_of",
    "place",
    "stop",
    "tree_of",
]

FAULTS = 100
"""The most faults told at once; a person mends these first."""
NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,18})(\.[0-9]{1,40})?")
"""A number as a person writes one, in YAML and JSON alike; 1_000, +5, 007 and 1e2 are none."""
Loc: TypeAlias = tuple[int | str, ...]


@dataclass(slots=True)
class Node:
    """A value with its place: `content` is a scalar, a list of nodes, or a dict of nodes by key.

    `line` and `column` count from 1; None where the value never was in a file. `keys` holds the place of
    each key. `file` is what faults call its file, where that is another than the one that is read. `quoted` says
    of a whole tree that its texts stand in quotes, as JSON and a program have them.
    """

    content: Any
    line: int | None = None
    column: int | None = None
    keys: dict[str, tuple[int, int]] = field(default_factory=dict)
    file: str | None = None
    quoted: bool = False

    def plain(self) -> Any:
        """The value as plain dicts, lists and scalars."""
        if isinstance(self.content, dict):
            return {key: node.plain() for key, node in self.content.items()}
        if isinstance(self.content, list):
            return [node.plain() for node in self.content]
        return self.content

    def copy(self) -> "Node":
        """The same values in nodes of their own, each with its place."""
        content = self.content
        if isinstance(content, dict):
            content = {key: node.copy() for key, node in content.items()}
        elif isinstance(content, list):
            content = [node.copy() for node in content]
        return Node(content, self.line, self.column, dict(self.keys), self.file, self.quoted)

    def of_file(self, file: str) -> "Node":
        """The same values, each known to be of that file."""
        content = self.content
        if isinstance(content, dict):
            content = {key: node.of_file(file) for key, node in content.items()}
        elif isinstance(content, list):
            content = [node.of_file(file) for node in content]
        return Node(content, self.line, self.column, dict(self.keys), self.file or file, self.quoted)

    def at(self, loc: Iterable[int | str]) -> tuple["Node", Loc]:
        """The deepest node along `loc` and the path that led there; what is not in the file is skipped."""
        node = self
        steps = tuple(loc)
        found: list[int | str] = []
        for index, step in enumerate(steps):
            if (inner := node.inner(steps[index:])) is not None:
                node = inner
                found.append(step)
        return node, tuple(found)

    def inner(self, steps: Loc) -> "Node | None":
        """The node that the first step leads to, or None.

        Before the keys of `{kind: year, year: 2023}` pydantic puts a step `year`, which is no key.
        """
        content, step = self.content, steps[0]
        if isinstance(content, dict) and step in content:
            found: Node = content[step]
            kind = content.get("kind")
            is_kind = kind is not None and kind.content == step and len(steps) > 1
            return None if is_kind and not isinstance(found.content, dict | list) else found
        if isinstance(content, list) and isinstance(step, int) and step < len(content):
            entry: Node = content[step]
            return entry
        return None


def stop(
    file: str, ru: str, en: str, line: int | None = None, column: int | None = None, key: str = ""
) -> NoReturn:
    """Refuse the whole file for one thing that leaves nothing to check."""
    raise FaultyInput([Fault(file, line, column, key, Text(ru, en))])


def place(before: str) -> tuple[int, int]:
    """The line and the column that follow a text."""
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def tree_of(value: object) -> Node:
    """A mapping that never was a file, as nodes without places.

    Raises `FaultyInput` on what no file could hold: a key that is no word, a value of another type, too
    many values, or values nested too deep, as in a mapping that contains itself.
    """
    tree = _node(value, (), iter(range(VALUES)))
    tree.quoted = True
    return tree


def _node(value: object, loc: Loc, room: Iterator[int]) -> Node:
    words: Text | None = None
    if len(loc) > DEPTH:
        words = too_deep()
    elif next(room, None) is None:
        words = too_many()
    elif isinstance(value, Mapping):
        content = {}
        for key, item in value.items():
            words = wrong_key(key)
            if words is not None:
                break
            content[key] = _node(item, (*loc, key), room)
        else:
            return Node(content)
    elif isinstance(value, list | tuple):
        return Node([_node(item, (*loc, index), room) for index, item in enumerate(value)])
    elif isinstance(value, str) and (sign := hidden(value)) is not None:
        words = hidden_sign(sign)
    elif value is None or isinstance(value, str | int | float | Decimal | Fraction | date):
        return Node(value)
    else:
        name = type(value).__name__
        words = Text(
            f"значение типа {name} не читается; дайте текст, число, день, список или ключи",
            f"a value of the type {name} is not read; give a text, a number, a day, a list or keys",
        )
    stop("<mapping>", words.ru, words.en, key=key_of(loc))


def check(
    tree: Node, adapter: TypeAdapter[Any], file: str, context: dict[str, Any], faults: list[Fault]
) -> Any:
    """The checked value, or None with everything wrong added to `faults`."""
    keys: dict[int, tuple[str, ...]] = {}
    plain = tree.plain()
    try:
        checked = adapter.validate_python(plain, context={**context, "keys": keys})
    except ValidationError as error:
        errors = [details for details in error.errors(include_url=False) if not _echoes(details)]
        tried = Tried(tree.plain, adapter, context, errors, quoted=tree.quoted)
        found = [_fault(tree, plain, details, keys, file, tried) for details in errors[: FAULTS + 1]]
        faults.extend(capped(found, file, len(errors)))
        return None
    blanks = [fault_at(tree, file, loc, BLANK) for loc, said in texts_at(plain) if blank(said)]
    faults.extend(capped(blanks, file))
    return None if blanks else checked


def capped(faults: list[Fault], file: str, count: int | None = None) -> list[Fault]:
    """The first faults, no more than a person mends at once, and how many more there are of the `count`."""
    more = (len(faults) if count is None else count) - FAULTS
    if more <= 0:
        return faults
    words = Text(
        f"и ещё ошибок: {more}; исправьте эти и проверьте снова",
        f"and more faults: {more}; mend these and check again",
    )
    return [*faults[:FAULTS], Fault(file, None, None, "", words)]


def _echoes(details: ErrorDetails) -> bool:
    """Whether a list is only called too short because its entries have faults of their own."""
    return details["type"] == "too_short" and len(details["input"]) >= details.get("ctx", {})["min_length"]


def in_order(faults: Iterable[Fault]) -> list[Fault]:
    """Each fault once, in the order of the file; what has no place comes last."""

    def stands(fault: Fault) -> tuple[bool, int, int]:
        return fault.line is None, fault.line or 0, fault.column or 0

    return sorted(dict.fromkeys(faults), key=stands)


def key_of(loc: Iterable[int | str]) -> str:
    """`working_group.seats[2].office`, as a person would name the place."""
    words = ""
    for step in loc:
        words += f"[{step}]" if isinstance(step, int) else f".{word(step)}" if words else word(step)
    return words


def fault_at(tree: Node, file: str, loc: Iterable[int | str], text: Text) -> Fault:
    """A fault with the place of the deepest value along `loc` that is in the file."""
    node, path = tree.at(loc)
    return Fault(node.file or file, node.line, node.column, key_of(path), text)


def _fault(
    tree: Node,
    plain: Any,
    details: ErrorDetails,
    keys: dict[int, tuple[str, ...]],
    file: str,
    tried: Tried,
) -> Fault:
    """A pydantic error in the words of the person who wrote the file."""
    loc, kind = details["loc"], details["type"]
    if kind in ("extra_forbidden", "unexpected_keyword_argument"):
        node, path = tree.at(loc)
        parent, above = tree.at(path[:-1])
        unknown = str(path[-1])
        beside = _down(plain, above)
        line, column = parent.keys.get(unknown, (node.line, node.column))
        words = unknown_key(unknown, keys.get(id(beside), ("ru", "en")), beside)
        return Fault(parent.file or file, line, column, key_of(path), words)
    if kind in ("missing", "missing_argument"):
        node, path = tree.at(loc)
        key = str(loc[-1])
        told = missing(key, quoted=tree.quoted)
        return Fault(node.file or file, node.line, node.column, key_of((*path, key)), told)
    if kind == "union_tag_not_found":
        node, path = tree.at(loc)
        return Fault(node.file or file, node.line, node.column, key_of((*path, "kind")), missing("kind"))
    if kind == "union_tag_invalid":
        loc = (*loc, "kind")
    if (apart := _apart(tree, plain, tree.at(loc)[1], keys) or _glued(plain, tree.at(loc)[1])) is not None:
        return fault_at(tree, file, loc, apart)
    loc = (*loc, *details.get("ctx", {}).get("within", ()))
    return fault_at(tree, file, loc, tried.told(details, tree.at(loc)[1]))


def _apart(tree: Node, plain: Any, path: Loc, keys: dict[int, tuple[str, ...]]) -> Text | None:
    """That commas within braces have parted the value into keys, whose first part it is; not in JSON."""
    beside = _down(plain, path[:-1]) if path else None
    if tree.quoted or not isinstance(beside, dict) or path[-1] not in beside:
        return None
    key, places = str(path[-1]), tree.at(path[:-1])[0].keys
    line, known = places.get(key, (0, 0))[0], keys.get(id(beside), tuple(beside))
    loose = {one for one, (at, _) in places.items() if at == line and one not in known}
    return fell_apart(beside, key, loose)


def _glued(plain: Any, path: Loc) -> Text | None:
    """That a key holds its value too, as no blank stands after its colon."""
    key, colon, rest = str(path[-1]).partition(":") if path else ("", "", "")
    beside = _down(plain, path[:-1]) if path else None
    if not (key and colon and rest and isinstance(beside, dict) and beside.get(path[-1], path) is None):
        return None
    told = word(f"{key}: {rest}")
    return Text(f"после двоеточия нужен пробел: {told}", f"a space is needed after the colon: {told}")


def _down(plain: Any, path: Loc) -> Any:
    for step in path:
        plain = plain[step]
    return plain
