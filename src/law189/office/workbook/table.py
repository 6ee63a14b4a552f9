"""Таблица (table): the cells of one sheet, or of one table of a text, and what is wrong with single cells.

>>> table = Table("План", {(0, 0): "срок", (2, 1): 5})
>>> table.height, table.width, table.rows[2]
(3, 2, {1: 5})
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from law189.law import Text, hidden_sign
from law189.law.signs import hidden
from law189.office.workbook.cells import Cell
from law189.profile.term_words import visible

__all__ = ["NONE_HIDDEN", "Area", "Hidden", "Table", "one_line", "unseen"]

Area = tuple[int, int, int, int]
"""A rectangle of cells: its first row and column, its last row and column, from 0 and all within."""


class Hidden(NamedTuple):
    """What of a sheet nobody sees: all of it, or some of its rows and columns, from 0."""

    sheet: bool = False
    rows: frozenset[int] = frozenset()
    columns: frozenset[int] = frozenset()


NONE_HIDDEN = Hidden()


@dataclass(frozen=True)
class Table:
    """Cells by row and column from 0, empty ones left out; areas that are merged into one cell; what is no value.

    `wrong` says why a cell cannot be read: a formula, the mark of an error. `hidden` is what nobody sees of a
    sheet; `passed` says of what was hidden or struck out that it is not among the cells, and of footnotes and
    corrections that there are some, each with its place.
    """

    title: str
    cells: Mapping[tuple[int, int], Cell]
    merged: tuple[Area, ...] = ()
    wrong: Mapping[tuple[int, int], Text] = field(default_factory=dict)
    hidden: Hidden = NONE_HIDDEN
    passed: tuple[tuple[tuple[int, int], Text], ...] = ()

    @cached_property
    def rows(self) -> dict[int, dict[int, Cell]]:
        """The cells that are not empty, by row and then by column."""
        found: dict[int, dict[int, Cell]] = {}
        for row, column in sorted(self.cells):
            found.setdefault(row, {})[column] = self.cells[row, column]
        return found

    @property
    def height(self) -> int:
        """How many rows it has, to the last that is not empty."""
        return 1 + max((row for row, _ in self.cells), default=-1)

    @property
    def width(self) -> int:
        """How many columns it has, to the last that is not empty."""
        return 1 + max((column for _, column in self.cells), default=-1)


def unseen(table: Table, *, exact: bool = False) -> dict[tuple[int, int], Text]:
    """The cells with a sign that nobody can see, and what to do.

    Signs that only say where a line may break are no such signs, unless it is to be `exact`.
    """
    found: dict[tuple[int, int], Text] = {}
    for place, cell in table.cells.items():
        if isinstance(cell, str) and (sign := hidden(cell if exact else visible(cell))) is not None:
            found[place] = hidden_sign(sign)
    return found


def one_line(words: str) -> str:
    """The words in one line, without soft hyphens and with single blanks."""
    return " ".join(visible(words).split())
