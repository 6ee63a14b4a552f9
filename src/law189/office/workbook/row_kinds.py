"""Виды строк (kinds of rows): which rows of a table are notes, and which are headings of stages or goals.

>>> from law189.office.workbook.headed import headed_in
>>> rows = [["№", "Мероприятие", "Срок"], ["1", "Отбор", ""], ["1.1", "Реестр", "2025 год"], ["* прим.", "", ""]]
>>> cells = {(row, column): cell for row, line in enumerate(rows) for column, cell in enumerate(line) if cell}
>>> table = Table("1", cells)
>>> lines = headed_in(table).lines
>>> kinds = RowKinds(table, lines, "stage")
>>> [kinds.note(line) for line in lines], [kinds.is_group(line) for line in lines]
([None, None, '* прим.'], [True, False, True])
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from law189.files.wording import word
from law189.law import Text
from law189.office.workbook.found import taken_for_a_note
from law189.office.workbook.headed import Line, is_address
from law189.office.workbook.row_heads import ROMAN, by_word, headed_by, is_gone, is_note, numbered, sums_up
from law189.office.workbook.table import Table, one_line
from law189.profile.term_words import plain_words

__all__ = ["RowKinds", "filled", "is_number", "number_in"]


def filled(line: Line) -> dict[str, str]:
    """What is said in a row, without what is blank or a dash; a numbered entry in one cell is a title."""
    said = {role: words for role, words in line.said.items() if plain_words(words) not in ("", "-")}
    if _own(line, said) == {"number"} and "." in (numbered(said["number"])[0] or ""):
        said["title"] = said.pop("number")
    return said


def number_in(said: Mapping[str, str]) -> str:
    """What the column of numbers says, without the point at its end."""
    return said.get("number", "").strip().rstrip(".")


def is_number(number: str) -> bool:
    """Whether the number of a row has figures and points alone."""
    return re.fullmatch(r"\d+(\.\d+)*", number, re.ASCII) is not None


@dataclass
class RowKinds:
    """Rows of a table by their kind; `key` is the column of stages or goals."""

    table: Table
    lines: Iterable[Line]
    key: str
    _parents: set[str] = field(default_factory=set)
    _last: dict[int, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.lines = tuple(self.lines)
        self._last = dict(self._at_the_end())
        for line in self.lines:
            if self.note(line) is not None:
                continue
            said = filled(line)
            self._parents |= set(_parents(numbered(said.get("title", ""))[0] or number_in(said)))

    def beside(self, line: Line, said: Mapping[str, str]) -> str:
        """The number in the column of numbers that is of this row alone; empty where none is."""
        number = number_in(said)
        if "number" not in line.own or not is_number(number):
            return ""
        place = line.row, line.columns["number"]
        down = any((top, left) == place and bottom > top for top, left, bottom, _ in self.table.merged)
        return "" if down else number

    def unread(self, line: Line, of: Text, example: str) -> tuple[str | None, Text] | None:
        """Why the row is not read, and the column that says so where one does; None where it is read.

        `of` and `example` say what it may head.
        """
        if (total := self.total(line)) is not None:
            shown = word(one_line(filled(line)[total]))
            return total, Text(
                f"«{shown}» — строка итогов; она не прочитана",
                f"«{shown}» is a row of totals; it is not read",
            )
        if (gone := self.gone(line)) is not None:
            shown = word(one_line(gone))
            return None, Text(
                f"«{shown}» — строка больше не действует; она не прочитана",
                f"«{shown}» is a row that is no longer in force; it is not read",
            )
        if (note := self.note(line)) is not None:
            return None, taken_for_a_note(word(one_line(note)), None if is_note(note) else of, example)
        return None

    def total(self, line: Line) -> str | None:
        """The column whose words say that the row sums up others; None where the row does not."""
        said = filled(line)
        own = [role for role in ("title", self.key, "number") if role in line.own and role in said]
        alone = not _own(line, said) - {"number", "title", self.key}
        return next((role for role in own[:1] + own[-1:] if sums_up(said[role], alone=alone)), None)

    def note(self, line: Line) -> str | None:
        """The words of a note to the table; None where the row is none."""
        said = filled(line)
        own = _own(line, said)
        if len(own) == 1 and own <= {"number", "title", self.key}:
            [words] = (said[role] for role in own)
            return words if is_note(words) else self._last.get(line.row)
        if own == {"number", "title"} and is_note(said["number"]):
            return f"{said['number']} {said['title']}"
        return None

    def gone(self, line: Line) -> str | None:
        """The words of a row that is of no force any more; None where the row is none."""
        said = filled(line)
        own = {role for role in ("number", "title") if role in said and role in line.own}
        words = said.get("title") or said.get("number", "")
        if not own or _own(line, said) - own or not is_gone(words):
            return None
        return " ".join(said[role] for role in ("number", "title") if role in own)

    def is_group(self, line: Line) -> bool:
        """Whether the row is the heading of a stage or a goal, and no entry itself."""
        said = filled(line)
        own = _own(line, said)
        if not own or own - {"number", "title", self.key} or {"title", self.key} <= own:
            return False
        number = number_in(said) if "number" in own else ""
        text = said.get("title") or said.get(self.key) or said.get("number", "")
        across = self._is_across(line)
        if own == {"number"}:
            return across or not number.replace(".", "").isdigit()
        if by_word(text, numbered=number.isdigit()) or by_word(number, numbered=True):
            return True
        if "." in (number or numbered(text)[0] or ""):
            return False
        return across or number in self._parents or number in ROMAN

    def _is_across(self, line: Line) -> bool:
        return any(
            top == line.row and right > left and (top, left) in self.table.cells
            for top, left, _, right in self.table.merged
        )

    def _at_the_end(self) -> Iterator[tuple[int, str]]:
        """The rows of one cell below the last entry that head nothing, or stand below such a row."""
        last: list[tuple[Line, str, str]] = []
        for line in self.lines:
            said = filled(line)
            own = _own(line, said)
            if len(own) == 1 and own <= {"number", "title", self.key}:
                [(role, words)] = ((role, said[role]) for role in own)
                last.append((line, role, words))
            else:
                last = []
        below = False
        for line, role, words in last:
            if by_word(words, numbered=False) or sums_up(words, alone=True) or is_gone(words):
                continue
            loose = headed_by(words)[0] is None and words.strip().rstrip(".") not in ROMAN
            unnumbered = loose and numbered(words)[0] is None and not number_in({"number": words}).isdecimal()
            below |= is_note(words) or (unnumbered and (role != "title" or self._is_across(line)))
            if below:
                yield line.row, words


def _own(line: Line, said: Mapping[str, str]) -> set[str]:
    """The columns that have words of this row, headings that are not known left out."""
    return {role for role in line.own if role in said and not role.startswith("?")}


def _parents(number: str) -> Iterator[str]:
    """The numbers of what an entry of that number stands within."""
    parts = number.split(".")
    if is_address(number):
        yield from parts[-2:-1]
    elif all(part.isdecimal() for part in parts):
        yield from (".".join(parts[:count]) for count in range(1, len(parts)))
