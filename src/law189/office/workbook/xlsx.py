"""Запись книги (writing a workbook): sheets with headings in words, drop-downs, and a text as a text.

It needs the extra `office`. A text that begins with `=`, `+`, `-` or `@` is written as a text and is no formula.
"""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from law189.office.workbook.cells import NOTHING, Cell
from law189.office.workbook.columns import REST, Column, Form, Leaf
from law189.office.workbook.laid import Laid, rows_of
from law189.office.workbook.notes import ALLOWED, EXAMPLES, HELP, HELP_TITLE, LISTS, REST_HELP, REST_TITLE
from law189.office.workbook.sheets import forms
from law189.office.workbook.taken import HEADINGS

__all__ = ["as_xlsx"]

_ROOM = 1000
"""How many rows of a list have drop-downs."""
_WIDEST, _NARROWEST = 48, 12


def as_xlsx(laid: Laid, allowed: Sequence[tuple[str, str]] = (), more: Iterable[str] = ()) -> bytes:
    """The workbook of what was laid out; `allowed` are lints that it allows, `more` titles of blank sheets.

    Raises ModuleNotFoundError without the extra `office`.
    """
    import xlsxwriter

    out = io.BytesIO()
    settings = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(out, settings)
    book.set_properties({"title": "law189", "created": datetime(2020, 7, 13)})  # noqa: DTZ001  # no clock is read
    writer = _Writer(book)
    writer.help()
    lists = {form.title: rows for form, rows in laid.lists}
    singles = {form.title: rows for form, rows in laid.singles}
    for form in forms():
        if form.is_list:
            writer.listed(form, lists[form.title])
        else:
            writer.single(form, singles[form.title], laid.rest)
    writer.allowed(allowed)
    for title in more:
        book.add_worksheet(title)
    writer.choices()
    book.close()
    return out.getvalue()


@dataclass(frozen=True)
class _Looks:
    """How cells look."""

    head: Any
    key: Any
    text: Any
    other: Any
    day: Any
    label: Any


class _Writer:
    def __init__(self, book: Any) -> None:
        self.book = book
        made = book.add_format
        top = {"valign": "top", "text_wrap": True}
        self.looks = _Looks(
            made({**top, "bold": True, "bg_color": "#DDE6F0", "border": 1}),
            made({"font_size": 7, "font_color": "#808080"}),
            made({**top, "num_format": "@"}),
            made(top),
            made({**top, "num_format": "dd.mm.yyyy"}),
            made({**top, "font_color": "#404040"}),
        )
        self.lists: dict[tuple[str, ...], str] = {}
        self.ids = {form.at[-1]: form for form in forms() if form.is_list}

    def help(self) -> None:
        """The sheet that says how to fill the workbook in."""
        sheet = self.book.add_worksheet(HELP_TITLE)
        sheet.set_column(0, 0, 110)
        for row, line in enumerate(HELP):
            sheet.write_string(row, 0, line, self.looks.head if row == 0 else self.looks.other)

    def listed(self, form: Form, rows: list[list[Cell | None]]) -> None:
        """The sheet of a list: headings, keys, one row for each entry."""
        sheet = self.book.add_worksheet(form.title)
        sheet.freeze_panes(2, 1)
        sheet.set_row(0, 45)
        for number, column in enumerate(form.columns):
            told = [row[number] for row in rows]
            sheet.set_column(number, number, _width(told), self.look(column.leaf))
            self.heading(
                sheet, number, column.key, f"{column.title}{' *' if column.required else ''}", column
            )
            self.drop_down(sheet, (2, number, 1 + _ROOM, number), column)
        last = len(form.columns)
        sheet.set_column(last, last, 20, self.looks.text)
        self.heading(sheet, last, REST, REST_TITLE, None)
        for line, row in enumerate(rows, start=2):
            for number, cell in enumerate(row):
                self.cell(sheet, line, number, cell)

    def heading(self, sheet: Any, number: int, key: str, title: str, column: Column | None) -> None:
        """The words above a column, its key, and a note of what it holds."""
        sheet.write_string(0, number, title, self.looks.head)
        sheet.write_string(1, number, key, self.looks.key)
        note = REST_HELP if column is None else _note(column)
        if note:
            sheet.write_comment(0, number, note, {"x_scale": 2, "y_scale": 1.5})

    def single(self, form: Form, values: list[tuple[Cell | None, Cell | None]], rest: str | None) -> None:
        """The sheet of single values: a row for each key."""
        sheet = self.book.add_worksheet(form.title)
        sheet.freeze_panes(1, 0)
        for number, width in enumerate((38, 60, 16, 60, 30)):
            sheet.set_column(number, number, width, self.looks.text if number in (1, 2) else self.looks.label)
            sheet.write_string(0, number, HEADINGS[number], self.looks.head)
        line = 0
        for line, (row, (value, cite)) in enumerate(zip(rows_of(form), values, strict=True), start=1):
            column = row.column
            sheet.write_string(line, 0, f"{column.title}{' *' if column.required else ''}", self.looks.other)
            self.cell(sheet, line, 1, value)
            self.cell(sheet, line, 2, cite)
            sheet.write_string(line, 3, _note(column), self.looks.label)
            sheet.write_string(line, 4, column.key, self.looks.key)
            self.drop_down(sheet, (line, 1, line, 1), column)
        if form is forms()[0]:
            for number, words in ((0, REST_TITLE), (3, REST_HELP), (4, REST)):
                sheet.write_string(line + 1, number, words, self.looks.label)
            self.cell(sheet, line + 1, 1, rest)

    def allowed(self, lints: Sequence[tuple[str, str]]) -> None:
        """The sheet of lints that are allowed, each with its reason."""
        sheet = self.book.add_worksheet(ALLOWED.title)
        sheet.freeze_panes(2, 0)
        for number, (key, title, width) in enumerate(ALLOWED.columns):
            sheet.set_column(number, number, width, self.looks.text)
            self.heading(sheet, number, key, title, None)
        for line, lint in enumerate(lints, start=2):
            for number, words in enumerate(lint):
                sheet.write_string(line, number, words, self.looks.text)

    def cell(self, sheet: Any, row: int, number: int, cell: Cell | None) -> None:
        """One cell; a text is written as a text, whatever it begins with."""
        match cell:
            case None:
                return
            case bool():
                sheet.write_boolean(row, number, cell, self.looks.other)
            case date():
                sheet.write_datetime(row, number, cell, self.looks.day)
            case int() | float():
                sheet.write_number(row, number, cell, self.looks.other)
            case str():
                sheet.write_string(row, number, cell, self.looks.text)

    def look(self, leaf: Leaf) -> Any:
        """How the empty cells of a column are read: a day as a day, a number as a number, all else as a text."""
        if leaf.day:
            return self.looks.day
        return self.looks.other if leaf.kinds <= {"integer", "number", "boolean"} else self.looks.text

    def drop_down(self, sheet: Any, area: tuple[int, int, int, int], column: Column) -> None:
        """The choices of a column, in words, or the names of the entries that it refers to."""
        leaf = column.leaf
        one = leaf.item or leaf
        words = tuple(one.words.values()) or (
            ("да", "нет") if "boolean" in leaf.kinds and not leaf.told else ()
        )
        source = leaf.source or one.source
        if words:
            place = self.list_of((*words, *((NOTHING,) if column.null_at == column.path else ())))
        elif source in self.ids:
            place = self.names_of(self.ids[source])
        else:
            return
        strict = (
            bool(words) and leaf.item is None and leaf.told is None and leaf.kinds <= {"string", "boolean"}
        )
        sheet.data_validation(
            *area,
            {
                "validate": "list",
                "source": place,
                "show_error": strict,
                "error_title": "Нет в списке",
                "error_message": "Выберите значение из списка.",
            },
        )

    def list_of(self, words: tuple[str, ...]) -> str:
        """Where the choices stand on the hidden sheet."""
        number = list(self.lists).index(words) if words in self.lists else len(self.lists)
        letter = _letter(number)
        place = f"='{LISTS}'!${letter}$1:${letter}${len(words)}"
        return self.lists.setdefault(words, place)

    def names_of(self, form: Form) -> str:
        """Where the names of the entries of a list stand."""
        number = next(n for n, column in enumerate(form.columns) if column.key in ("id", "kind", "number"))
        return f"='{form.title}'!${_letter(number)}$3:${_letter(number)}${2 + _ROOM}"

    def choices(self) -> None:
        """The hidden sheet with the choices of all drop-downs."""
        sheet = self.book.add_worksheet(LISTS)
        for number, words in enumerate(self.lists):
            for row, word in enumerate(words):
                sheet.write_string(row, number, word)
        sheet.hide()


def _letter(number: int) -> str:
    from xlsxwriter.utility import xl_col_to_name

    return str(xl_col_to_name(number))


def _width(cells: Iterable[Cell | None]) -> int:
    """How wide a column is, for what it holds."""
    longest = max((len(str(cell)) for cell in cells if cell is not None), default=0)
    return min(_WIDEST, max(_NARROWEST, longest + 2))


def _note(column: Column) -> str:
    """What a column holds: its help, and how what is told in words is written."""
    more = EXAMPLES.get(column.leaf.told or "", "")
    if not more and column.leaf.item is not None:
        nested = "object" in column.leaf.item.kinds
        more = EXAMPLES["entries" if nested else "list"]
    return " ".join(words for words in (column.help, more) if words)
