"""Разбор JSON (parsing JSON): text in, values with their places out, as RFC 8259 says and no wider.

What other programs write beside JSON is refused with its place: NaN, None and undefined, a key given twice, a
number with an exponent.

>>> read_json('{"quorum": [1, null]}', "my.json").plain()
{'quorum': [1, None]}
>>> read_json('{"approved_by": NaN}', "my.json")
Traceback (most recent call last):
    ...
law189.errors.FaultyInput: my.json:1:17: «NaN» is no value of JSON; where there is no value, write null
"""

import json
import re
from bisect import bisect_right
from json.decoder import scanstring
from typing import Any, NoReturn

from law189.errors import FaultyInput
from law189.files.nodes import DEPTH, VALUES, Node, key_of, stop, too_deep, too_many, tree_of, wrong_key
from law189.files.wording import word
from law189.law import Text, hidden_sign
from law189.signs import hidden

__all__ = ["quick", "read_json"]


def quick(text: str) -> Node | None:
    """The values of a JSON text without their places, or None where `read_json` must say what is wrong."""
    try:
        plain = json.loads(
            text, object_pairs_hook=_once, parse_constant=_no, parse_float=_decimal, parse_int=_whole
        )
        return tree_of(plain)
    except (ValueError, RecursionError, FaultyInput):
        return None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key is given twice")
    return found


def _no(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no value")


def _decimal(written: str) -> float:
    return float(written) if _DECIMAL.fullmatch(written) else _no(written)


def _whole(written: str) -> int:
    return int(written) if len(written) <= _DIGITS else _no(written)


_DIGITS = 20
"""The most signs of a number, as in YAML; no quantity here has more."""
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]*)\.[0-9]+")
_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?(?![0-9A-Za-z_.+-])")
_SPACE = re.compile(r"[ \t\n\r]*")
_BARE = re.compile(r"[^\s,:\[\]{}\"]+")
_CONSTANTS = {"null": None, "true": True, "false": False}


def read_json(text: str, file: str) -> Node:
    """The values of a JSON text, each with its place. Raises `FaultyInput` where it is not JSON."""
    return _Reader(text, file).document()


class _Reader:
    """One reading of one text."""

    def __init__(self, text: str, file: str) -> None:
        self.text, self.file = text, file
        self.lines = [0, *(found.end() for found in re.finditer("\n", text))]
        self.room = iter(range(VALUES))
        self.loc: list[int | str] = []

    def document(self) -> Node:
        root, end = self.value(self.skip(0), 0)
        if (rest := self.skip(end)) < len(self.text):
            self.stop(rest, _REST)
        return root

    def skip(self, at: int) -> int:
        found = _SPACE.match(self.text, at)
        return at if found is None else found.end()

    def value(self, at: int, depth: int) -> tuple[Node, int]:
        if depth > DEPTH:
            self.stop(at, too_deep())
        if next(self.room, None) is None:
            self.stop(at, too_many())
        node = Node(None, *self.place(at))
        match self.text[at : at + 1]:
            case "{":
                node.content = {}
                return node, self.entries(node, at, depth)
            case "[":
                node.content = []
                return node, self.entries(node, at, depth)
            case '"':
                node.content, end = self.string(at)
                if (sign := hidden(node.content)) is not None:
                    words = hidden_sign(sign)
                    stop(self.file, words.ru, words.en, node.line, node.column, key_of(self.loc))
            case _:
                node.content, end = self.bare(at)
        return node, end

    def entries(self, node: Node, opened: int, depth: int) -> int:
        """What stands between the brackets; the place after the closing one."""
        closing = "}" if isinstance(node.content, dict) else "]"
        at = self.skip(opened + 1)
        if self.text[at : at + 1] == closing:
            return at + 1
        while True:
            if at >= len(self.text):
                self.stop(opened, _UNCLOSED)
            if isinstance(node.content, dict):
                key, at = self.key(node, at, opened)
                self.loc.append(key)
                node.content[key], at = self.value(at, depth + 1)
            else:
                self.loc.append(len(node.content))
                entry, at = self.value(at, depth + 1)
                node.content.append(entry)
            self.loc.pop()
            at = self.skip(at)
            sign = self.text[at : at + 1]
            if sign == closing:
                return at + 1
            if not sign:
                self.stop(opened, _UNCLOSED)
            if sign != ",":
                self.stop(opened, _UNPARTED)
            at = self.skip(at + 1)
            if self.text[at : at + 1] == closing:
                self.stop(at, _TRAILING)

    def key(self, parent: Node, at: int, opened: int) -> tuple[str, int]:
        """A key and the place of its value."""
        if self.text[at : at + 1] != '"':
            self.stop(at, _KEY)
        key, end = self.string(at)
        if (wrong := wrong_key(key)) is not None:
            self.stop(at, wrong)
        if key in parent.content:
            shown = word(key)
            self.stop(
                at,
                Text(
                    f"ключ «{shown}» указан дважды; оставьте один",
                    f"the key «{shown}» is given twice; keep one",
                ),
            )
        parent.keys[key] = self.place(at)
        colon = self.skip(end)
        if colon >= len(self.text):
            self.stop(opened, _UNCLOSED)
        if self.text[colon] != ":":
            self.stop(colon, _COLON)
        return key, self.skip(colon + 1)

    def string(self, at: int) -> tuple[str, int]:
        try:
            found, end = scanstring(self.text, at + 1, True)
        except json.JSONDecodeError as error:
            if error.msg.startswith("Unterminated") or self.text[error.pos] in "\r\n":
                self.stop(at, _UNQUOTED)
            self.stop(error.pos, _CONTROL if error.msg.startswith("Invalid control") else _ESCAPE)
        return found, end

    def bare(self, at: int) -> tuple[float | bool | None, int]:
        """A number, true, false or null."""
        found = _BARE.match(self.text, at)
        said = "" if found is None else found[0]
        if said in _CONSTANTS:
            return _CONSTANTS[said], at + len(said)
        number = _NUMBER.match(self.text, at)
        if number is None or len(number[0]) > _DIGITS:
            self.stop(at, _no_value(said))
        return float(number[0]) if number[2] else int(number[0]), number.end()

    def place(self, at: int) -> tuple[int, int]:
        line = bisect_right(self.lines, at)
        return line, at - self.lines[line - 1] + 1

    def stop(self, at: int, words: Text) -> NoReturn:
        stop(self.file, words.ru, words.en, *self.place(at))


def _no_value(said: str) -> Text:
    """Why a word without quotes is no value."""
    shown = word(said)
    if not said:
        return Text("здесь нет значения; впишите его или null", "there is no value here; write it, or null")
    if said in _NO_VALUES:
        return Text(
            f"«{shown}» — не значение JSON; где значения нет, пишите null",
            f"«{shown}» is no value of JSON; where there is no value, write null",
        )
    if said[0] in "-+." or said[0].isdecimal():
        return Text(
            f'«{shown}» — не число; пишите только цифры, например 1200 или "1200.50"',
            f'«{shown}» is no number; write digits only, such as 1200 or "1200.50"',
        )
    return Text(
        f"«{shown}» — не значение JSON; текст берут в двойные кавычки",
        f"«{shown}» is no value of JSON; a text is put in double quotes",
    )


_NO_VALUES = frozenset(
    {"NaN", "nan", "-NaN", "Infinity", "-Infinity", "inf", "-inf", "None", "undefined", "nil", "NULL", "Null"}
)
"""How other programs write that there is no value."""
_REST = Text(
    "после значения стоит лишний текст; в JSON одно значение, в JSON Lines одно на строку",
    "text stands after the value; JSON has one value, JSON Lines one a line",
)
_UNCLOSED = Text("скобка не закрыта; закройте её", "a bracket is not closed; close it")
_UNPARTED = Text(
    "скобка не закрыта, или нет запятой между значениями; добавьте, чего не хватает",
    "a bracket is not closed, or a comma is missing; add what is missing",
)
_TRAILING = Text(
    "перед закрывающей скобкой стоит запятая; уберите её",
    "a comma stands before the closing bracket; remove it",
)
_KEY = Text(
    "здесь нужен ключ в двойных кавычках; возьмите его в кавычки",
    "a key in double quotes is needed here; put it in quotes",
)
_COLON = Text("после ключа нет двоеточия; добавьте его", "no colon follows the key; add it")
_UNQUOTED = Text("кавычка не закрыта; закройте её", "a quote is not closed; close it")
_CONTROL = Text("в тексте стоит табуляция; пишите \\t", "a tab stands in the text; write \\t")
_ESCAPE = Text(
    "в двойных кавычках стоит обратная косая черта; удвойте её",
    "a backslash stands in double quotes; double it",
)
