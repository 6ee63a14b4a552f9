r"""Почему не читается (misplaced): what a person has most likely written where YAML does not read on.

The reader of YAML stops where it cannot go on, which is often a line after the mistake. The lines around that place
tell more.

>>> text = "act:\n  number - 12\n  date: 2024-01-15\n"
>>> words, line, column = cause(text, "mapping values are not allowed", (3, 7), None)
>>> words.ru, line, column
('после ключа нет двоеточия с пробелом; добавьте их', 2, 3)
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from law189.law import Text

__all__ = ["NO_COLON", "Cause", "cause"]

NO_COLON = Text(
    "после ключа нет двоеточия с пробелом; добавьте их", "no colon and space follow the key; add them"
)


_WIDE = 2000  # the most signs of a line that are looked at: nobody writes longer ones


class Cause(NamedTuple):
    """What is wrong, and at which line and column, counted from 1."""

    text: Text
    line: int
    column: int


Place = tuple[int, int]


def cause(text: str, said: str, at: Place, opened: Place | None) -> Cause | None:
    """The likely cause of what the reader `said` at a place; `opened` is where the bracket or the quote is."""
    lines = [line[:_WIDE] for line in (*text.splitlines(), "")]
    line, column = at
    found = next(_of_line(lines, line), None)
    if found is None and "flow " in said and opened is not None:
        found = _in_brackets(lines, said, at, opened)
    if found is None and "mapping values" in said:
        found = _colon(lines, line, column)
    if found is None and re.search("found '[]}]'", said):
        found = Cause(_BRACKET, line, column)
    if (
        found is None
        and "<block end>, but found '<scalar>'" in said
        and _quoted(lines[line - 1][: column - 1])
    ):
        found = _open_quote(lines, line) or Cause(_QUOTES, line, column)
    return found


def _before(lines: list[str], line: int) -> int | None:
    """The number of the nearest line above that says something."""
    numbers = range(line - 1, 0, -1)
    return next((n for n in numbers if lines[n - 1].strip() and lines[n - 1].strip()[0] != "#"), None)


def _of_line(lines: list[str], line: int) -> Iterator[Cause]:
    """What is wrong with the line itself, or with the one above it, whatever stands around."""
    for number in (line, _before(lines, line)):
        said = "" if number is None else lines[number - 1]
        for pattern, words in _LINES:
            if number is not None and (found := re.match(pattern, said)):
                yield Cause(words, number, found.end() or 1)


_HARD = Text(
    "здесь стоит неразрывный пробел (его ставит текстовый процессор); замените его обычным",
    "a hard space stands here (word processors put it); replace it with a plain one",
)
_LIST = Text(
    "запись списка начинают с дефиса и пробела, а здесь стоит тире или другой знак; замените его дефисом",
    "an entry of a list begins with a hyphen and a space, and here stands a dash or another sign; put a hyphen",
)
_LINES = (
    (r" *\u00a0", _HARD),
    (r"[^#]*?[:-]\u00a0", _HARD),
    (r" *[\u2010-\u2015\u2212•·◦▪●*](?=[ \u00a0{])", _LIST),
    (
        r" *-(?=[{\[\"'«\w])(?![0-9.]+\s*$)",
        Text(
            "после дефиса, с которого начинают запись списка, нужен пробел; добавьте его",
            "a space is needed after the hyphen with which an entry of a list begins; add it",
        ),
    ),
    (
        r" *[0-9]+[.)](?=\s)",
        Text(
            "записи списка не нумеруют: начните строку с дефиса и пробела",
            "entries of a list are not numbered: begin the line with a hyphen and a space",
        ),
    ),
    (
        r" */[/*]",
        Text(
            "комментарий начинают со знака #; замените им черту",
            "a comment begins with #; put it for the stroke",
        ),
    ),
    (
        r" *(?:\.\.\.|…)\s*$",
        Text("строка из точек — не запись; уберите её", "a line of dots is no entry; remove it"),
    ),
)

_OPEN_QUOTE = Text("кавычка не закрыта; закройте её", "a quote is not closed; close it")
_QUOTES = Text(
    "здесь лишний текст после закрытой кавычки; возьмите в кавычки всё значение, а внутри него ставьте «…»",
    "this text should not follow a closed quote; put the whole value in quotes, and «…» within it",
)
_BRACKET = Text("лишняя скобка; уберите её", "a bracket too many; remove it")
_ROUND = Text(
    "круглые скобки здесь не читаются; ключи со значениями берут в скобки { }",
    "round brackets are not read here; keys with values stand in braces { }",
)
_COLON = Text(
    "двоеточие здесь лишнее; возьмите текст с двоеточием в кавычки",
    "a colon should not stand here; put a text with a colon in quotes",
)
_INDENT = Text(
    "отступ больше, чем у строки выше, а у неё уже есть значение; выровняйте отступ",
    "the indent is deeper than that of the line above, which has its value; make the indents equal",
)


_UNEVEN = Text(
    "отступ меньше, чем у строк рядом; выровняйте отступ",
    "the indent is less than that of the lines beside; make the indents equal",
)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _quoted(said: str) -> bool:
    """Whether the text ends in a closed quote."""
    return re.search(r"[\"']\s*$", said) is not None


def _open_quote(lines: list[str], line: int) -> Cause | None:
    """The nearest line above on which a quote is opened and not closed."""
    numbers = (n for n in range(line - 1, 0, -1) if lines[n - 1].count('"') % 2)
    return next((Cause(_OPEN_QUOTE, n, lines[n - 1].rfind('"') + 1) for n in numbers), None)


def _in_brackets(lines: list[str], said: str, at: Place, opened: Place) -> Cause | None:
    first, last = lines[opened[0] - 1], lines[at[0] - 1]
    if first.count('"') % 2 or re.search(r"[:\[{,] *'[^']*$", first):
        return Cause(_OPEN_QUOTE, opened[0], max(first.rfind('"'), first.rfind("'")) + 1)
    sign = last[at[1] - 1 : at[1]]
    needed, opener = ("}", "{") if "mapping" in said else ("]", "[")
    other = {"}": "{", "]": "["}.get(sign, "")
    if (
        sign in ("}", "]")
        and first.count(needed) < first.count(opener)
        and first.count(other) < first.count(sign)
    ):
        words = Text(
            f"скобка «{sign}» стоит вместо «{needed}»; замените её",
            f"the bracket «{sign}» stands for «{needed}»; replace it",
        )
        return Cause(words, *at)
    if at[0] == opened[0] and _quoted(last[: at[1] - 1]):
        return Cause(_QUOTES, *at)
    return Cause(_COLON, *at) if at[0] == opened[0] and sign == ":" else None


def _colon(lines: list[str], line: int, column: int) -> Cause | None:
    """A colon where none may stand: an indent, a line above without a colon, round brackets."""
    here = lines[line - 1]
    if re.search(r":\s*\($|:\s*\([^)]*$", here[: column - 1]):
        return Cause(_ROUND, line, here.index("(") + 1)
    above = _before(lines, line)
    if above is None or ": " in here[: column - 1]:
        return None
    told = lines[above - 1]
    begun = _indent(told) + 1
    if re.search(r":(?:\s|$)", told) is None:
        return Cause(NO_COLON, above, begun)
    higher = _before(lines, above)
    if higher is not None and _indent(lines[higher - 1]) == _indent(here) > _indent(told):
        return Cause(_UNEVEN, above, begun)
    return Cause(_INDENT, line, _indent(here) + 1) if _indent(here) > _indent(told) else None
