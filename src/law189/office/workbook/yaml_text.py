r"""Текст профиля (YAML text): values written as a person writes a profile, short ones on one line.

>>> print(written({"act": {"number": "77", "date": "2023-09-25"}, "bodies": [{"id": "a", "cite": "p1"}]}), end="")
act: {number: "77", date: 2023-09-25}
<BLANKLINE>
bodies:
  - {id: a, cite: p1}
>>> flow({"ru": "да, нет", "share": "1/2", "no": None, "sure": True, "word": "null"})
'{ru: "да, нет", share: 1/2, no: null, sure: true, word: "null"}'
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from law189.files.nodes import NUMBER

__all__ = ["flow", "with_comments", "written"]

WIDE = 116
"""The widest line that is put together of several values."""
_PLAIN = re.compile(
    r"[A-Za-zА-Яа-яЁё0-9«(./_](?:[ A-Za-zА-Яа-яЁё0-9«»()./_№–—%;+=*-]*[A-Za-zА-Яа-яЁё0-9»)./_%])?"
)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_NOTHING = frozenset(("null", "true", "false", "none", "nan", "undefined", ".nan", ".inf"))
_WORDS = _NOTHING | {"yes", "no", "on", "off", "y", "n"}
"""What some reader of YAML takes for a yes, a no, or nothing."""


def flow(value: Any) -> str:
    """A value on one line."""
    match value:
        case dict():
            return f"{{{', '.join(f'{_key(key)}: {flow(one)}' for key, one in value.items())}}}"
        case list():
            return f"[{', '.join(map(flow, value))}]"
        case str():
            return _scalar(value)
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
    return repr(value)


def written(profile: dict[str, Any]) -> str:
    """The whole text of a profile, with a blank line before each part of several lines."""
    lines: list[str] = []
    before = False
    for key, value in profile.items():
        part = list(_block(key, value, ""))
        if lines and (len(part) > 1 or before):
            lines.append("")
        before = len(part) > 1
        lines += part
    return "\n".join(lines) + "\n"


def with_comments(
    key: str, entries: list[dict[str, Any]], comments: Mapping[int, list[str]]
) -> Iterator[str]:
    """The lines of a list, each entry with its comments above it."""
    yield f"{_key(key)}:"
    for number, entry in enumerate(entries):
        yield from (f"  # {one}" for one in comments.get(number, ()))
        yield from _item(entry, "  ")


def _block(key: str, value: Any, indent: str) -> Iterator[str]:
    """A key with its value: on its line where that is short, else below it."""
    line = f"{indent}{_key(key)}: {_scalar(value, alone=True) if isinstance(value, str) else flow(value)}"
    if not value or not isinstance(value, dict | list) or (len(line) <= WIDE and not _entries(value)):
        yield line
    elif isinstance(value, dict):
        yield f"{indent}{_key(key)}:"
        for name, one in value.items():
            yield from _block(name, one, f"{indent}  ")
    else:
        yield f"{indent}{_key(key)}:"
        for one in value:
            yield from _item(one, f"{indent}  ")


def _item(value: Any, indent: str) -> Iterator[str]:
    """An entry of a list, after its dash."""
    line = f"{indent}- {flow(value)}"
    if not isinstance(value, dict) or len(line) <= WIDE or not value:
        yield line
        return
    for number, (key, one) in enumerate(value.items()):
        first, *rest = _block(key, one, f"{indent}  ")
        yield f"{indent}- {first[len(indent) + 2 :]}" if number == 0 else first
        yield from rest


def _entries(value: Any) -> bool:
    """Whether it is a list of entries, each of which has a line of its own."""
    return isinstance(value, list) and any(isinstance(one, dict) for one in value)


def _key(key: str) -> str:
    plain = re.fullmatch(r"[A-Za-zА-Яа-яЁё_][\w-]*", key) and key.casefold() not in _NOTHING
    return key if plain else _quoted(key)


def _scalar(text: str, *, alone: bool = False) -> str:
    """A text, in quotes where it would not be read as itself; `alone` on its line it may have commas."""
    bare = text.replace(", ", " ") if alone else text
    plain = _PLAIN.fullmatch(bare) and bare.casefold() not in _WORDS and not bare.startswith("..")
    number = NUMBER.fullmatch(text) or re.fullmatch(r"[.\d][\d_.,:eE+-]*|0[xob][\da-fA-F_]+", text)
    return text if plain and (not number or _DAY.fullmatch(text)) else _quoted(text)


def _quoted(text: str) -> str:
    said = json.dumps(text, ensure_ascii=False)
    return re.sub("[\x7f-\x9f\u2028\u2029\ufeff]", lambda sign: f"\\u{ord(sign[0]):04x}", said)
