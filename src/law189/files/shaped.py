r"""Не строки JSON (shaped): what a file of JSON Lines seems to be that is none, told once for all of it.

>>> said_of_lines(b"[\n", b"[\n", first=True).en
'this is an array of JSON, and one record a line is needed; write each on a line, without [ ] and commas'
>>> said_of_lines(b'{"amount": 7}\n', b"", first=True) is None
True
"""

import codecs
import re

from law189.files.foreign import encoded, foreign, not_utf_8
from law189.law import Text

__all__ = ["said_of_lines"]


def said_of_lines(line: bytes, head: bytes, *, first: bool) -> Text | None:
    """Why nothing of the file is read as lines of JSON, and what to do; None where its lines may be read.

    `line` is its first that is not blank, or the first that has other signs than those of ASCII; `head` is how the
    file begins. In which encoding it is, all of its beginning says, and not one line.
    """
    if first and (words := foreign(head, lines=True) or _table(line)) is not None:
        return words
    named = encoded(line)
    if named != "UTF-16":
        named = None if _of_utf_8(line) else encoded(head)
    if named is not None:
        return not_utf_8(named)
    return _shape(line.removeprefix(codecs.BOM_UTF8)) if first else None


def _table(line: bytes) -> Text | None:
    """That the first line is of a table (CSV), whose cells a sign parts; in whatever encoding it is."""
    begun = line.removeprefix(codecs.BOM_UTF8).lstrip()
    parted = any(sign in line for sign in (b";", b"\t", b","))
    of_json = begun.startswith(b"[") or any(sign in line for sign in (b"{", b"}", b'":'))
    return _TABLE if parted and not of_json else None


def _of_utf_8(line: bytes) -> bool:
    try:
        line.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return True


def _shape(line: bytes) -> Text | None:
    """What the first line shows: an array, one value on several lines, or lines that end with CR alone."""
    whole, line = line.endswith((b"\n", b"\r")), line.strip()  # what breaks off goes on upon no other line
    if YAML.match(line):
        return _YAML
    if line.startswith(b"[") and line[1:].lstrip()[:1] in (b"", b"{"):
        return _ARRAY
    if (
        whole
        and line.startswith(b"{")
        and line.endswith((b"{", b"[", b",", b":"))
        and not line.endswith(b"},")
    ):
        return _SEVERAL
    parts = [part for part in line.split(b"\r") if part.strip()]
    return _ENDS if len(parts) > 1 and all(part.lstrip().startswith(b"{") for part in parts[:2]) else None


YAML = re.compile(rb"(?:---|%YAML|- |-$|\?\s|'?[^\W\d][\w.-]*'?[ \t]*:(?:\s|$))")
"""How a text of YAML begins: a mark of a document, an entry of a list, or a key. No value of JSON begins so."""
_YAML = Text(
    "это YAML, а нужен текст JSON Lines: каждая запись целиком на своей строке, например "
    '{"history": "17", "lifecycle": "certificate", …}',
    "this is YAML, and a text of JSON Lines is needed: each record whole on a line of its own, such as "
    '{"history": "17", "lifecycle": "certificate", …}',
)
_ARRAY = Text(
    "это массив JSON, а нужна одна запись в строке; напишите каждую запись на своей строке, без [ ] и запятых",
    "this is an array of JSON, and one record a line is needed; write each on a line, without [ ] and commas",
)
_TABLE = Text(
    "это таблица (CSV), а нужен текст JSON Lines: каждая запись на своей строке, ключ и значение каждой ячейки в "
    'фигурных скобках, например {"history": "17", "lifecycle": "certificate", …}, в UTF-8',
    "this is a table (CSV), and a text of JSON Lines is needed: each record on a line of its own, key and value of "
    'each cell in braces, such as {"history": "17", "lifecycle": "certificate", …}, in UTF-8',
)
_SEVERAL = Text(
    "это JSON на нескольких строках, а нужна одна запись в строке; напишите каждую запись целиком на своей строке",
    "this is JSON on several lines, and one record a line is needed; write each record whole on a line of its own",
)
_ENDS = Text(
    "строки кончаются знаком CR, а нужен LF; сохраните файл в текстовом редакторе с концами строк LF (Unix)",
    "the lines end with CR, and LF is needed; save the file in a text editor with the line ends LF (Unix)",
)
