"""Чтение того, что записал человек (reading what people wrote): checked values, or every fault by line.

What comes back is either a whole checked value or a list of everything wrong, each with file, line,
column, key, what was needed and what to do.

>>> from pydantic import TypeAdapter
>>> faults: list[Fault] = []
>>> check(tree_of({"ru": "кворум", "eng": "quorum"}), TypeAdapter(Text), "my.yaml", {}, faults)
>>> [fault.told("en") for fault in faults]
['my.yaml en: the required key en is missing; add it', \
'my.yaml eng: there is no such key; did you mean «en»?']
"""

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NoReturn, TypeAlias

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from law189.errors import Fault, FaultyInput
from law189.law import Text

__all__ = ["DEPTH", "SIZE", "Loc", "Node", "check", "did_you_mean", "fault_at", "key_of", "stop", "tree_of"]

SIZE = 1_000_000
"""The most bytes a file may have; the decrees' own profiles have about a twentieth of it."""
DEPTH = 24
"""The deepest nesting a file may have."""

Loc: TypeAlias = tuple[int | str, ...]


@dataclass(slots=True)
class Node:
    """A value with its place: `content` is a scalar, a list of nodes, or a dict of nodes by key.

    `line` and `column` count from 1; None where the value never was in a file. `keys` holds the place of
    each key.
    """

    content: Any
    line: int | None = None
    column: int | None = None
    keys: dict[str, tuple[int, int]] = field(default_factory=dict)

    def plain(self) -> Any:
        """The value as plain dicts, lists and scalars."""
        if isinstance(self.content, dict):
            return {key: node.plain() for key, node in self.content.items()}
        if isinstance(self.content, list):
            return [node.plain() for node in self.content]
        return self.content

    def at(self, loc: Iterable[int | str]) -> tuple["Node", Loc]:
        """The deepest node along `loc` and the path that led there; what is not in the file is skipped."""
        node = self
        found: list[int | str] = []
        for step in loc:
            content = node.content
            if isinstance(content, dict) and step in content:
                node = content[step]
            elif isinstance(content, list) and isinstance(step, int) and step < len(content):
                node = content[step]
            else:
                continue
            found.append(step)
        return node, tuple(found)


def stop(file: str, ru: str, en: str, line: int | None = None, column: int | None = None) -> NoReturn:
    """Refuse the whole file for one thing that leaves nothing to check."""
    raise FaultyInput([Fault(file, line, column, "", Text(ru, en))])


def tree_of(value: object, depth: int = 0) -> Node:
    """A mapping that never was a file, as nodes without places. Raises `FaultyInput` on other types."""
    if depth > DEPTH:
        stop("<mapping>", f"вложенность больше {DEPTH}", f"nested deeper than {DEPTH}")
    if isinstance(value, Mapping):
        return Node({key: tree_of(item, depth + 1) for key, item in value.items()})
    if isinstance(value, list | tuple):
        return Node([tree_of(item, depth + 1) for item in value])
    return Node(value)


def check(
    tree: Node, adapter: TypeAdapter[Any], file: str, context: dict[str, Any], faults: list[Fault]
) -> Any:
    """The checked value, or None with everything wrong added to `faults`."""
    keys: dict[int, tuple[str, ...]] = {}
    plain = tree.plain()
    try:
        return adapter.validate_python(plain, context={**context, "keys": keys})
    except ValidationError as error:
        for details in error.errors(include_url=False):
            faults.append(_fault(tree, plain, details, keys, file))
        return None


def did_you_mean(word: str, known: Iterable[str]) -> Text:
    """« Возможно, вы имели в виду …», or the list of what is known, or nothing."""
    known = [str(key) for key in known]
    close = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
    if close:
        return Text(f"возможно, вы имели в виду «{close[0]}»", f"did you mean «{close[0]}»?")
    listed = ", ".join(known)
    return Text(f"возможны: {listed}", f"possible: {listed}")


def key_of(loc: Iterable[int | str]) -> str:
    """`working_group.seats[2].office`, as a person would name the place."""
    words = ""
    for step in loc:
        words += f"[{step}]" if isinstance(step, int) else f".{step}" if words else step
    return words


def fault_at(tree: Node, file: str, loc: Iterable[int | str], text: Text) -> Fault:
    """A fault with the place of the deepest value along `loc` that is in the file."""
    node, path = tree.at(loc)
    return Fault(file, node.line, node.column, key_of(path), text)


def _fault(
    tree: Node, plain: Any, details: ErrorDetails, keys: dict[int, tuple[str, ...]], file: str
) -> Fault:
    """A pydantic error in the words of the person who wrote the file."""
    loc, kind = details["loc"], details["type"]
    facts = details.get("ctx", {})
    node, path = tree.at(loc)
    if kind in ("extra_forbidden", "unexpected_keyword_argument"):
        parent, above = tree.at(path[:-1])
        unknown = str(path[-1])
        hint = did_you_mean(unknown, keys.get(id(_down(plain, above)), ("ru", "en")))
        line, column = parent.keys.get(unknown, (node.line, node.column))
        return Fault(
            file,
            line,
            column,
            key_of(path),
            Text(f"такого ключа нет; {hint.ru}", f"there is no such key; {hint.en}"),
        )
    if kind in ("missing", "missing_argument"):
        missing = str(loc[-1])
        ru, en = _MISSING.get(missing, _MISSING[""])
        text = Text(ru.format(key=missing), en.format(key=missing))
        return Fault(file, node.line, node.column, key_of((*path, missing)), text)
    if kind == "law189":
        text = Text(str(facts["ru"]), str(facts["en"]))
    else:
        ru, en = _WORDS.get(kind, ("неверное значение {input}: {msg}", "a wrong value {input}: {msg}"))
        shown = {"input": _short(details["input"]), "msg": details["msg"], **facts}
        text = Text(ru.format_map(shown), en.format_map(shown))
        if kind in ("literal_error", "enum") and isinstance(details["input"], str):
            hint = did_you_mean(details["input"], re.findall(r"'([^']+)'", str(facts["expected"])))
            text = Text(f"{text.ru}; {hint.ru}", f"{text.en}; {hint.en}")
    return Fault(file, node.line, node.column, key_of(path), text)


def _down(plain: Any, path: Loc) -> Any:
    for step in path:
        plain = plain[step]
    return plain


def _short(value: object) -> str:
    words = repr(value)
    return words if len(words) <= 60 else words[:57] + "..."


_MISSING = {
    "cite": (
        "у значения нет адреса нормы; добавьте cite, например cite: app3.5.5",
        "the value has no address in law; add cite, such as cite: app3.5.5",
    ),
    "": ("нет обязательного ключа {key}; добавьте его", "the required key {key} is missing; add it"),
}

_WORDS = {
    "string_type": (
        "нужен текст, а указано {input}; возьмите значение в кавычки",
        "text is needed, not {input}; put the value in quotes",
    ),
    "string_too_short": ("пустой текст; впишите значение", "empty text; write the value"),
    "string_pattern_mismatch": (
        "значение {input} не той формы; нужна форма {pattern}",
        "the value {input} has a wrong form; the form {pattern} is needed",
    ),
    "int_type": ("нужно целое число, а указано {input}", "a whole number is needed, not {input}"),
    "bool_type": ("нужно true или false, а указано {input}", "true or false is needed, not {input}"),
    "greater_than_equal": (
        "{input} меньше допустимого; нужно не меньше {ge}",
        "{input} is too small; at least {ge} is needed",
    ),
    "less_than_equal": (
        "{input} больше допустимого; нужно не больше {le}",
        "{input} is too large; at most {le} is needed",
    ),
    "too_short": (
        "записей: {actual_length}; нужно не менее {min_length}",
        "entries: {actual_length}; at least {min_length} needed",
    ),
    "tuple_type": (
        "нужен список (строки с дефиса), а указано {input}",
        "a list (lines that start with a dash) is needed, not {input}",
    ),
    "literal_error": ("нет такого значения: {input}", "there is no such value: {input}"),
    "enum": ("нет такого значения: {input}", "there is no such value: {input}"),
    "union_tag_invalid": (
        "нет такого вида: {tag!r}; возможны: {expected_tags}",
        "there is no such kind: {tag!r}; possible: {expected_tags}",
    ),
    "union_tag_not_found": (
        "не указан вид ({discriminator}); добавьте его",
        "the kind ({discriminator}) is missing; add it",
    ),
}
for _kind in ("model_type", "dict_type", "model_attributes_type", "dataclass_type"):
    _WORDS[_kind] = (
        "нужны ключи со значениями, а указано {input}",
        "keys with values are needed, not {input}",
    )
