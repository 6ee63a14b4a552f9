"""Текст JSON (a text of JSON): nothing but JSON is read as JSON, and its values are those that YAML has.

The values always come from the strict reader; the reader of YAML only finds the place of what is wrong with them.

>>> read_json('{"amount": 7, "by": null}', "my.json").plain()
{'amount': 7, 'by': None}
>>> read_json('{"by": None}', "my.json")
Traceback (most recent call last):
    ...
law189.errors.FaultyInput: my.json:1:8: «None» is no value of JSON; write null where there is none, ...
"""

import json
import re
from typing import Any, NoReturn

from law189.errors import FaultyInput
from law189.files.apart import long_number, number_apart, number_of
from law189.files.hint import Figure
from law189.files.limits import KEY
from law189.files.nodes import NUMBER, Node, place, stop, tree_of
from law189.files.wording import word
from law189.law import Text

__all__ = ["placed", "read_json", "texts_told", "values"]


def texts_told(text: str) -> dict[str, str]:
    """The texts that stand at the top of a record of JSON, though it is not JSON throughout, by their keys.

    A key that is there twice is left out, as nobody can tell which was meant.

    >>> texts_told('\ufeff{"history": "a1", "amount": 1E3, "provider": {"kind": "person"}, "on": 7, "by": "chair"}')
    {'history': 'a1', 'by': 'chair'}
    """
    found: dict[str, str] = {}
    depth, again = 0, set()
    for token in _PARTS.finditer(text, 0, _WIDE):
        depth += (token[0] in "{[") - (token[0] in "}]")
        if token["key"] is not None and depth == 1:
            key = token["key"]
            again |= {key} & found.keys()
            found[key] = token["said"]
    return {key: said for key, said in found.items() if key not in again and "\\" not in said}


_PARTS = re.compile(
    r'[{}\[\]]|"(?P<key>[a-z_]+)"\s*:[^\w"{}\[\],]{0,8}"(?P<said>(?:[^"\\]|\\.)*+)"|"(?:[^"\\]|\\.)*+"'
)
"""A bracket, a key with its text, or another text; a hidden sign may stand before it."""
_WIDE = 65_536
"""In how many signs texts are looked for."""


class _Bare(ValueError):
    """A word out of quotes that is no plain value, though Python's reader would take it."""


class _NoKey(ValueError):
    """A key that is given twice, is empty, or is longer than any key."""


def read_json(text: str, file: str) -> Node:
    """The values of a JSON text, without places. Raises `FaultyInput` at the place where it is no JSON."""
    try:
        return tree_of(values(text))
    except json.JSONDecodeError as error:
        _stop_at(text, file, error)
    except _Bare as error:
        said = str(error)
        at = next(token.start() for token in _TOKEN.finditer(text) if token[0].startswith(said))
        words = _bare(said)
        stop(file, words.ru, words.en, *place(text[:at]))
    except (FaultyInput, RecursionError, _NoKey) as error:
        _in_yaml(text, file)  # stops at the place
        words = error.faults[0].text if isinstance(error, FaultyInput) else _UNPLACED
        stop(file, words.ru, words.en)


_UNPLACED = Text(
    "ключ указан дважды, или вложенность слишком велика; проверьте файл",
    "a key is given twice, or the nesting is too deep; check the file",
)


def placed(tree: Node, text: str, file: str) -> Node:
    """The same values with their places; without them where the text has no such places to tell."""
    try:
        found = _in_yaml(text, file)
    except FaultyInput:
        return tree
    found.quoted = True
    return found if found.plain() == tree.plain() else tree


def _in_yaml(text: str, file: str) -> Node:
    from law189.files.parser import read_tree  # slow to import

    return read_tree(text.replace("\t", " "), file)  # JSON may be indented with tabs, which YAML may not


def values(text: str) -> Any:
    """The plain values of a JSON text. Raises ValueError where it is no JSON, or a key is given twice."""
    return _READER.decode(text)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs) or "" in found or max(map(len, found), default=0) > KEY:
        raise _NoKey
    return found


def _refused(said: str) -> NoReturn:
    raise _Bare(said)


def _whole(said: str) -> int:
    return int(said) if NUMBER.fullmatch(said) else _refused(said)


def _decimal(said: str) -> float:
    return Figure(said) if NUMBER.fullmatch(said) else _refused(said)


_READER = json.JSONDecoder(
    object_pairs_hook=_once, parse_constant=_refused, parse_int=_whole, parse_float=_decimal
)


# ─── Что не JSON ─────────────────────────────────────────────────────────────────────────────────────────

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[^\s\[\]{},:"]+')
_FIGURES = re.compile(r"\.[0-9]+|[0-9]{1,3}(?:['’_][0-9]{3})+(?:\.[0-9]+)?|[0-9]*[½¼¾]")
"""A number whose figures say which it is, though JSON does not write it so."""
_RUN = re.compile(r'[^\s\[\]{},:"]*')


def _stop_at(text: str, file: str, error: json.JSONDecodeError) -> NoReturn:
    """Say what stands where Python's reader stopped: a word that is no value, or what is missing there."""
    at, said = error.pos, error.msg
    if (apart := number_apart(text, at)) is not None:
        told, at = apart
        stop(file, told.ru, told.en, *place(text[:at]))
    if text[at : at + 1].isspace() and text[at] not in " \t\r\n":
        stop(file, _HARD.ru, _HARD.en, *place(text[:at]))
    begun = at - len(_run(text[:at][::-1]))
    bare = _run(text[begun:])
    words = next((words for beginning, words in _WORDS.items() if said.startswith(beginning)), None)
    if words is None and bare and (said.startswith(_EXPECTS) or begun < at < begun + len(bare)):
        words, at = _key(bare) if "property name" in said else _bare(bare), begun
    words, at = words or _absent(text, error), min(at, len(text.rstrip()))
    stop(file, words.ru, words.en, *place(text[:at]))


_EXPECTS = ("Expecting value", "Expecting property name")


def _run(text: str) -> str:
    found = _RUN.match(text)
    return "" if found is None else found[0]


def _absent(text: str, error: json.JSONDecodeError) -> Text:
    rest = text[error.pos :].strip()
    if not text.strip():
        return _EMPTY
    if not rest:
        return _OPEN
    if error.msg.startswith(_EXPECTS):
        return _TRAILING if rest[0] in "}]" else _NO_VALUE
    if rest == ",":
        return _COMMA
    if rest.startswith(_STROKES):
        return _COMMENT
    if rest.startswith("{") and "\n" in text[: error.pos].lstrip() and error.msg.startswith("Extra data"):
        return _LINES
    return _AFTER if error.msg.startswith("Extra data") else _NO_COMMA


def _key(said: str) -> Text:
    if said.startswith(_STROKES):
        return _COMMENT
    shown = word(said.strip("'"))
    return Text(
        f"ключ «{shown}» не в двойных кавычках; возьмите его в них",
        f"the key «{shown}» is not in double quotes; put it in them",
    )


def _bare(said: str) -> Text:
    if said.startswith(_STROKES):
        return _COMMENT
    shown = word(said)
    if _FIGURES.fullmatch(said):
        return number_of(said)
    if (told := long_number(said)) is not None:
        return told
    if said.lstrip("+-.")[:1].isnumeric():
        return Text(
            f"«{shown}» — не число JSON; пишите цифрами без других знаков, например 1200, до 19 цифр, "
            "или возьмите в кавычки, если это номер",
            f"«{shown}» is no number of JSON; write it in digits without other signs, such as 1200, at most 19, "
            "or put it in quotes where it is the number of a document",
        )
    return Text(
        f"«{shown}» — не значение JSON; впишите null, если значения нет, true или false, "
        "а текст возьмите в двойные кавычки",
        f"«{shown}» is no value of JSON; write null where there is none, true or false, "
        "and put a text in double quotes",
    )


_STROKES = ("//", "/*", "#")
_COMMENT = Text("в JSON нет комментариев; уберите его", "JSON has no comments; take it out")
_EMPTY = Text("файл пуст; впишите значение", "the file is empty; write the value")
_OPEN = Text("скобка не закрыта; закройте её", "a bracket is not closed; close it")
_TRAILING = Text("лишняя запятая, или после неё нет значения", "a comma too many, or no value after it")
_NO_VALUE = Text("здесь нет значения; впишите его или null", "a value is missing here; write it, or null")
_NO_COMMA = Text(
    "здесь нет запятой, двоеточия или скобки; добавьте, чего не хватает",
    "a comma, a colon or a bracket is missing here; add what is missing",
)
_COMMA = Text(
    "после записи стоит лишняя запятая; уберите её", "a comma too many follows the value; take it out"
)
_HARD = Text(
    "между значениями стоит неразрывный или иной особый пробел; замените его обычным",
    "a hard or another special space stands between the values; put a plain one in its place",
)
_AFTER = Text(
    "после значения есть лишний текст; оставьте одно значение",
    "more text follows the value; keep one value",
)
_LINES = Text(
    "за одной записью стоит другая; если это записи по одной в строке, назовите файл с концом .jsonl, "
    "иначе оставьте одну",
    "another record follows the first; where they stand one a line, give the file a name that ends with .jsonl, "
    "else keep one",
)
_WORDS = {
    "Unterminated string": Text("кавычка не закрыта; закройте её", "a quote is not closed; close it"),
    "Invalid control character": Text(
        "кавычка не закрыта, или в тексте стоит перенос строки или табуляция; закройте её или запишите \\n, \\t",
        "a quote is not closed, or a line break or a tab stands in the text; close it, or write \\n, \\t",
    ),
    "Invalid \\": Text(
        "в двойных кавычках стоит обратная косая черта; удвойте её",
        "a backslash stands in double quotes; double it",
    ),
    "Illegal trailing comma": _TRAILING,
}
