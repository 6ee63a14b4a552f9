"""Значения в ячейках (cells): a value of a file as a person writes it in a cell, and back.

A value is written in the plainest form that is read back as that very value: a code and a term in words, a day as a
day. Where there is no such form, a cell holds the value as YAML writes it on one line.

>>> from law189.office.workbook.columns import Leaf
>>> term = Leaf(frozenset({"object"}), told="term")
>>> to_cell({"kind": "year", "year": 2023}, term), from_cell("2023 год", term)
('2023 год', {'kind': 'year', 'year': 2023})
>>> to_cell({"kind": "until", "event": {"kind": "other", "what": {"ru": "начала занятий"}}}, term)
'{kind: until, event: {kind: other, what: {ru: начала занятий}}}'
>>> from_cell(77.0, Leaf(frozenset({"string"}))), from_cell(" да ", Leaf(frozenset({"boolean"})))
('77', True)
"""

import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, TypeAlias

from pydantic import TypeAdapter, ValidationError

from law189.errors import FaultyInput
from law189.files.nodes import NUMBER
from law189.files.parser import read_tree
from law189.files.said_counts import once
from law189.law import Day, Text
from law189.law.text import in_russian
from law189.office.workbook.columns import Leaf
from law189.office.workbook.formats import FIRST_DAY, became
from law189.office.workbook.quantities import quantity_of, quantity_told, values_of, values_told
from law189.office.workbook.yaml_text import flow
from law189.profile.term_words import day_of, term_of
from law189.profile.terms import Term

__all__ = ["LONGEST", "NOTHING", "Cell", "Unreadable", "from_cell", "in_keys", "same", "to_cell"]

Cell: TypeAlias = str | int | float | bool | date | datetime
NOTHING = "не указано"
"""What a cell says where the file says `null`; an empty cell is a key that is left out."""
LONGEST = 32_767
"""The most signs a cell of a workbook may have."""
_BLANKS = " \t\n\r\u00a0\u2007\u202f"
_TERM: TypeAdapter[Any] = TypeAdapter(Term)
_DAY: TypeAdapter[date] = TypeAdapter(Day)


class Unreadable(Exception):
    """A cell cannot be what it should be; `words` say why, and what to do."""

    def __init__(self, words: Text) -> None:
        super().__init__(words.en)
        self.words = words


# ─── Из ячейки ───────────────────────────────────────────────────────────────────────────────────────────


def from_cell(cell: Cell, leaf: Leaf) -> Any:
    """The value that a cell holds, as a file has it. Raises `Unreadable`.

    What may be wrong is left to the reader of the profile, which has better words for it.
    """
    match cell:
        case bool():
            if not leaf.kinds & {"boolean", "any"}:
                raise Unreadable(became(cell))
            return cell
        case datetime() | date():
            return _from_day(cell, leaf)
        case int() | float():
            return _from_number(cell, leaf)
    return _from_words(cell.strip(_BLANKS), leaf)


def _from_day(cell: date, leaf: Leaf) -> Any:
    whole = not isinstance(cell, datetime) or not (cell.hour or cell.minute or cell.second)
    if (leaf.day or "any" in leaf.kinds) and whole:
        return date.isoformat(cell)
    if leaf.day:
        raise Unreadable(
            Text("здесь день со временем; оставьте один день", "a day with a time; leave the day alone")
        )
    if leaf.told == "term" and whole:
        return term_of(in_russian(cell))
    raise Unreadable(became(cell))


def _from_number(cell: float, leaf: Leaf) -> Any:
    number = int(cell) if float(cell).is_integer() else cell
    if leaf.kinds & {"any", "number"} or (isinstance(number, int) and "integer" in leaf.kinds):
        return number
    if leaf.kinds & {"string", "array"}:
        if isinstance(number, float):  # 1.1 and 1.10 are one number
            raise Unreadable(became(number))
        said = str(number)
        return _from_words(said, leaf) if "array" in leaf.kinds else said
    return number


def _from_words(said: str, leaf: Leaf) -> Any:
    told = _told(said, leaf)
    if told is not None:
        return told
    if (code := _code(said, leaf)) is not None:
        return code
    if "boolean" in leaf.kinds and said.casefold() in _YES_NO:
        return _YES_NO[said.casefold()]
    if leaf.day and (day := day_of(said)) is not None:
        return day
    if said.startswith(tuple(sign for kind in leaf.kinds for sign in _OPENS.get(kind, ()))):
        return _from_yaml(said)
    if said.startswith('"') and (text := _quoted(said)) is not None:
        return text
    if (listed := _listed(said, leaf)) is not None:
        return listed
    if (
        "array" in leaf.kinds
        and leaf.item is not None
        and (";" in said or "\n" in said or "string" not in leaf.kinds)
    ):
        return [
            _from_words(one.strip(_BLANKS), leaf.item)
            for one in re.split("[;\n]", said)
            if one.strip(_BLANKS)
        ]
    return _number(said, leaf) if leaf.kinds & {"integer", "number"} and "string" not in leaf.kinds else said


def _listed(said: str, leaf: Leaf) -> list[str] | None:
    """The codes that the words name, commas between them too; None where one of the words is no code's."""
    item = leaf.item
    if item is None or not item.words or not re.search("[,;\n]", said):
        return None
    codes = [_code(one.strip(_BLANKS), item) for one in re.split("[,;\n]", said) if one.strip(_BLANKS)]
    return [code for code in codes if code is not None] if codes and None not in codes else None


_OPENS = {"object": ("{",), "array": ("[", "- "), "any": ("{", "[", "- ")}
"""With what a value begins that stands in a cell as YAML writes it."""
_YES_NO = {"да": True, "true": True, "истина": True, "нет": False, "false": False, "ложь": False}


def _told(said: str, leaf: Leaf) -> Any:
    """What the words of that kind of value say; None where they say none."""
    match leaf.told:
        case "term":
            return term_of(said)
        case "quantity":
            return quantity_of(said)
        case "values":
            return values_of(said)
    return None


def _code(said: str, leaf: Leaf) -> str | None:
    """The code whose words those are, or that the words are themselves."""
    plain = " ".join(said.split()).casefold()
    return next((code for code, words in leaf.words.items() if plain in (words.casefold(), code)), None)


def _from_yaml(said: str) -> Any:
    try:
        return read_tree(said, "").plain()
    except FaultyInput as error:
        ru, en = error.faults[0].text.ru, error.faults[0].text.en
        raise Unreadable(
            Text(f"запись в скобках не читается: {ru}", f"what stands in brackets is not read: {en}")
        ) from None


def in_keys(said: str) -> dict[str, Any] | None:
    """The keys with values that a text is in braces; None where it is none."""
    try:
        found = _from_yaml(said) if said.strip().startswith("{") else None
    except Unreadable:
        return None
    return found if isinstance(found, dict) else None


def _quoted(said: str) -> str | None:
    try:
        text = json.loads(said)
    except ValueError:
        return None
    return text if isinstance(text, str) else None


def _number(said: str, leaf: Leaf) -> Any:
    """A number typed as text, with blanks between its digits or without."""
    bare = re.sub(f"(?<=\\d)[{_BLANKS}](?=\\d{{3}})", "", once(said) or said).replace(",", ".")
    if not NUMBER.fullmatch(bare):
        return said
    return float(bare) if "." in bare and "number" in leaf.kinds else said if "." in bare else int(bare)


# ─── В ячейку ────────────────────────────────────────────────────────────────────────────────────────────


def to_cell(value: Any, leaf: Leaf) -> Cell | None:
    """The cell for a value; None where no cell of that column is read back as that value."""
    for cell in _ways(value, leaf):
        if isinstance(cell, str) and (len(cell) > LONGEST or _lost(cell)):
            continue
        try:
            if cell != NOTHING and same(from_cell(cell, leaf), value):
                return cell
        except Unreadable:
            continue
    return None


def same(one: Any, other: Any) -> bool:
    """Whether two values of a file are the same, their kinds too: 1 is not 1.0 and not true."""
    if isinstance(one, float) and isinstance(other, float):  # one of them may keep its zeros
        return one == other
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list):
        return len(one) == len(other) and all(map(same, one, other))
    return bool(one == other)


def _lost(cell: str) -> bool:
    """Whether a workbook may change the text: blanks at its ends, signs that XML has not."""
    return cell != cell.strip(_BLANKS) or not cell or any(sign < " " and sign != "\n" for sign in cell)


def _ways(value: Any, leaf: Leaf) -> Iterator[Cell]:
    """The forms of a value, the plainest first."""
    if (told := _in_words(value, leaf)) is not None:
        yield told
    match value:
        case bool():
            yield "да" if value else "нет"
            yield value
        case int() | float():
            if abs(value) < 10**15 and float(f"{value:.15g}") == value:
                yield value
            yield str(value)
        case str():
            yield from _ways_of_text(value, leaf)
        case list():
            yield from _ways_of_list(value, leaf)
        case dict():
            yield flow(value)


def _ways_of_text(value: str, leaf: Leaf) -> Iterator[Cell]:
    if value in leaf.words:
        yield leaf.words[value]
    if leaf.day and (day := _day(value)) is not None:
        yield day
    yield value
    yield json.dumps(value, ensure_ascii=False)


def _ways_of_list(value: list[Any], leaf: Leaf) -> Iterator[Cell]:
    told = [None if leaf.item is None else to_cell(one, leaf.item) for one in value]
    if all(isinstance(one, str | int) for one in told):
        yield "; ".join(map(str, told))
    if value and all(isinstance(one, dict) for one in value):
        yield "\n".join(f"- {flow(one)}" for one in value)
    yield flow(value)


def _in_words(value: Any, leaf: Leaf) -> str | None:
    match leaf.told:
        case "term":
            try:
                text: str = _TERM.validate_python(value).text.ru
            except ValidationError:
                return None
            return text
        case "quantity":
            return quantity_told(value)
        case "values" if isinstance(value, list):
            return values_told(value)
    return None


def _day(value: str) -> date | None:
    try:
        day = _DAY.validate_python(value)
    except ValidationError:
        return None
    return day if day >= FIRST_DAY else None
