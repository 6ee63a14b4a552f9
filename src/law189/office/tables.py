"""Таблицы книгой (tables): the tables of a report as a workbook, a sheet for each, with numbers and days as such.

It needs the extra `office`. An exact number that the format of a workbook cannot hold exactly stands as its words.
What begins like a formula is text.

>>> from decimal import Decimal
>>> number_of(Decimal("72.50")), number_of(Decimal("0.1234567890123456789"))
(72.5, None)
"""

import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import IO, Any

from law189.kinds import must_be
from law189.kinds.asked import asked, methods_asked
from law189.law import Lang, Text
from law189.report.paged import Cell, Page, Table

__all__ = ["ROWS", "Sheets", "as_xlsx", "number_of"]

ROWS = 1_048_575
"""How many rows a sheet holds below its heads."""
ABOUT = Text("О таблицах", "About")
LONGEST, WIDEST, NARROWEST = 31, 60, 9
FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
SETTINGS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
CREATED = datetime(2020, 7, 13)  # noqa: DTZ001  # no clock is read


@asked
def number_of(value: int | Decimal) -> float | int | None:
    """The number as a workbook holds it, with fifteen digits at most; None where that is another number."""
    told = float(value)
    exact = Decimal(f"{told:.15G}") == value
    return (int(value) if isinstance(value, int) else told) if exact else None


@asked
def as_xlsx(page: Page, tables: Iterable[tuple[str, Table]], lang: Lang) -> bytes:
    """The workbook of the tables, each on a sheet of its title, and a last sheet that says what they are.

    Raises ModuleNotFoundError without the extra `office`.
    """
    must_be(page, Page)
    out = io.BytesIO()
    sheets = Sheets(out, lang)
    for title, table in tables:
        sheets.begin(title, table.heads)
        for row in table.rows:
            sheets.row(row)
    sheets.close(page)
    return out.getvalue()


class _Out:
    """Куда пишут книгу: the file, until it is given up; what is written after that goes nowhere.

    An archive that could not be written whole tries once more when it is forgotten, and by then the file is closed.
    """

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def give_up(self) -> None:
        self._file = io.BytesIO()


@methods_asked
class Sheets:
    """Книга таблиц, которую пишут строка за строкой: a table that is longer than a sheet goes on upon the next.

    Raises ModuleNotFoundError without the extra `office`.
    """

    def __init__(self, out: IO[bytes], lang: Lang, *, streams: bool = False, rows: int = ROWS) -> None:
        """`streams` keeps the rows in files of the system until the end, and one row in memory."""
        import xlsxwriter

        self._lang: Lang = lang
        self._rows, self._titles = rows, set[str]()
        way = "constant_memory" if streams else "in_memory"
        self._out: Any = _Out(out)
        self._book: Any = xlsxwriter.Workbook(self._out, {**SETTINGS, way: True})
        self._book.set_properties({"title": "law189", "created": CREATED})
        top = {"valign": "top", "text_wrap": True}
        self._head = self._book.add_format({**top, "bold": True, "bg_color": "#E4EAF1", "border": 1})
        self._text = self._book.add_format(top)
        self._day = self._book.add_format({"valign": "top", "num_format": "dd.mm.yyyy"})
        self._sheet: Any = None
        self._called, self._at, self._widths = "", 0, list[int]()
        self._heads: tuple[str, ...] = ()

    def begin(self, title: str, heads: Sequence[str]) -> None:
        """Begin the sheet of a table."""
        self._fit()
        self._called, self._heads, self._at = title, tuple(heads), 0
        self._widths = [len(head) for head in heads]
        self._sheet = self._book.add_worksheet(self._free(title))
        self._sheet.freeze_panes(1, 1)
        self._sheet.set_landscape()
        self._sheet.set_paper(9)  # A4
        self._sheet.fit_to_pages(1, 0)
        self._sheet.repeat_rows(0)
        for column, head in enumerate(heads):
            self._sheet.write_string(0, column, head, self._head)

    def row(self, cells: Sequence[str]) -> None:
        """Write a row of the table that was begun."""
        if self._at == self._rows:
            self.begin(self._called, self._heads)
        self._at += 1
        for column, one in enumerate(cells):
            self._widths[column] = max(self._widths[column], len(one))
            self._cell(self._at, column, one)

    def _cell(self, row: int, column: int, one: str) -> None:
        value = one.value if isinstance(one, Cell) else None
        if isinstance(value, date):
            self._sheet.write_datetime(row, column, value, self._day)
            return
        number = None if value is None else number_of(value)
        if number is not None:
            self._sheet.write_number(row, column, number, self._text)
        elif one:
            self._sheet.write_string(row, column, str(one)[:32_767], self._text)

    def close(self, page: Page) -> None:
        """Write the last sheet, which says what the tables are, and end the book. Raises OSError."""
        from xlsxwriter.exceptions import FileCreateError

        self._fit()
        sheet = self._book.add_worksheet(self._free(ABOUT[self._lang]))
        sheet.set_column(0, 0, 100)
        for row, words in enumerate((page.title, page.about, page.how)):
            sheet.write_string(row, 0, words, self._text)
        try:
            self._book.close()
        except FileCreateError as error:  # it stands for the error of the system
            raise error.args[0] from None
        finally:
            self._out.give_up()

    def _fit(self) -> None:
        """Make the columns of the sheet as wide as what stands in them, within bounds."""
        if self._sheet is None:
            return
        for column, width in enumerate(self._widths):
            self._sheet.set_column(column, column, min(max(width + 1, NARROWEST), WIDEST))
        if self._at:
            self._sheet.autofilter(0, 0, self._at, len(self._widths) - 1)

    def _free(self, title: str) -> str:
        """A title that a sheet may have and no other of the book has."""
        plain = " ".join(title.translate(FORBIDDEN).split())[:LONGEST] or ABOUT[self._lang]
        found, number = plain, 1
        while found.casefold() in self._titles:
            number += 1
            found = f"{plain[: LONGEST - len(str(number)) - 1]} {number}"
        self._titles.add(found.casefold())
        return found
