"""Ошибки в книге (faults): what is wrong in a workbook, by sheet and cell.

>>> fault = CellFault("book.xlsx", None, None, "plan[0].term", Text("нет срока", "no term"), "План", "C7")
>>> fault.told("ru"), fault.told("en")
('book.xlsx, лист «План», ячейка C7: нет срока', 'book.xlsx, sheet «План», cell C7: no term')
>>> cell_name(6, 2), cell_name(0, 27)
('C7', 'AB1')
"""

from dataclasses import dataclass
from typing import NamedTuple

from law189.errors import Fault
from law189.law import Lang, Text
from law189.law.fixed import fixed
from law189.law.signs import shown

__all__ = ["CellFault", "Place", "cell_name", "fault_in"]


class Place(NamedTuple):
    """A cell: its sheet, its row and its column, both from 0."""

    sheet: str
    row: int
    column: int


@fixed
@dataclass(frozen=True, slots=True)
class CellFault(Fault):
    """One thing wrong in a workbook: its sheet and its cell, such as `C7`; a sheet as a whole has no cell.

    Where it is a table of a text, `sheet` is its number and `row` that of its row, from 1.
    """

    sheet: str = ""
    cell: str = ""
    row: int | None = None

    def told(self, lang: Lang) -> str:
        """`file, sheet, cell: words`; of a table of a text, `file, table, row: words`."""
        if self.row is not None:
            table = {
                "ru": f"таблица {self.sheet}, строка {self.row}",
                "en": f"table {self.sheet}, row {self.row}",
            }
            return f"{shown(self.file)}, {table[lang]}: {self.text[lang]}"
        sheet = {"ru": f"лист «{shown(self.sheet)}»", "en": f"sheet «{shown(self.sheet)}»"}[lang]
        cell = {"ru": f"ячейка {self.cell}", "en": f"cell {self.cell}"}[lang]
        place = ", ".join([shown(self.file), sheet, *([cell] if self.cell else [])])
        return f"{place}: {self.text[lang]}"


def cell_name(row: int, column: int) -> str:
    """The name of a cell as a workbook shows it."""
    letters, rest = "", column + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row + 1}"


def fault_in(file: str, place: Place, text: Text, key: str = "", *, in_text: bool = False) -> CellFault:
    """A fault at that cell of a workbook, or `in_text` of the tables of a text."""
    row = place.row + 1 if in_text else None
    return CellFault(file, None, None, key, text, place.sheet, cell_name(place.row, place.column), row)
