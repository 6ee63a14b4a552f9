r"""Таблица на странице (paged): tables as one HTML file without scripts, as CSV, and as lines of text.

Whatever stands in a cell is text. In CSV an apostrophe stands before what a spreadsheet would take for a formula.

>>> table = Table(("номер", "ИНН"), (("12", "4205000009"), ("=1+1", "")))
>>> as_csv(table)
"\ufeffномер;ИНН\r\n12;4205000009\r\n'=1+1;\r\n"
>>> cell(Decimal("72.50"), "ru"), cell(Decimal("72.50"), "ru").value
('72,50', Decimal('72.50'))
>>> list(as_lines(table))
['номер: 12', '    ИНН: 4205000009', 'номер: =1+1']
>>> from law189.report.style import GENERATOR
>>> page = as_page(Page("Реестр", "на 15.01.2024", ""), "ru", html_table(table))
>>> page.startswith(f"<!DOCTYPE html>\n{GENERATOR}"), "<script" in page, '>=1+1</th>' in page
(True, False, True)
"""

import csv
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from io import StringIO
from typing import NamedTuple, Self

from law189.kinds.asked import asked, made_asked
from law189.law import Lang
from law189.report.page import escaped, opening, scrolled
from law189.report.style import WIDE
from law189.telling import shown

__all__ = [
    "MARK",
    "Cell",
    "Page",
    "Table",
    "as_csv",
    "as_lines",
    "as_page",
    "cell",
    "csv_rows",
    "html_section",
    "html_table",
    "pieces",
]

LONGEST = 32_000
"""How many signs a cell of a workbook takes, and some are left."""
MARK = "\ufeff"
"""The byte order mark, with which a table of CSV begins."""
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a cell begins with that a spreadsheet takes for a formula."""


@made_asked
class Cell(str):
    """Ячейка: its words, and the number or the day that they tell, which a spreadsheet can count with."""

    value: int | Decimal | date
    __slots__ = ("value",)

    def __new__(cls, words: str, value: int | Decimal | date) -> Self:
        """The words with their value."""
        made = super().__new__(cls, words)
        made.value = value
        return made


@asked
def cell(value: int | Decimal | date | None, lang: Lang) -> str:
    """The cell of a number or of a day, in the words of the language; an empty one for None."""
    return "" if value is None else Cell(shown(value, lang), value)


@made_asked
class Table(NamedTuple):
    """Таблица: the heads of its columns, and its rows, each with a cell for every column."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@made_asked
class Page(NamedTuple):
    """Страница: what stands above its body: a title, what it is of, and how to read it."""

    title: str
    about: str
    how: str


@asked
def as_csv(table: Table) -> str:
    """The table as CSV for a spreadsheet: a byte order mark, semicolons, one line for a row."""
    return f"{MARK}{csv_rows((table.heads, *table.rows))}"


@asked
def csv_rows(rows: Iterable[Iterable[str]]) -> str:
    """Rows as lines of CSV; what begins a file is `MARK`."""
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    for row in rows:
        writer.writerow([_cell(one) for one in row])
    return out.getvalue()


def _cell(words: str) -> str:
    """The words of a cell; a sign of full width is one that a spreadsheet takes for the plain one."""
    return f"'{words}" if unicodedata.normalize("NFKC", words[:1]).startswith(FORMULA) else words


@asked
def as_lines(table: Table) -> Iterator[str]:
    """The table as lines: the first cell of each row, then a line for every other that is not empty."""
    for first, *rest in table.rows:
        yield f"{table.heads[0]}: {first}"
        yield from (f"    {head}: {one}" for head, one in zip(table.heads[1:], rest, strict=True) if one)


WIDE_FROM = 9
"""From how many columns a table may be wider than a page."""
LONG = 200
"""From how many letters a cell of such a table takes more room than others, so that it is not a pillar of words."""


@asked
def html_table(table: Table) -> Iterator[str]:
    """The table as lines of HTML; the first column holds the heads of the rows.

    On a narrow screen each row is a card, in which every cell tells its head.
    """
    lines = _rows(table)
    yield from scrolled(", ".join(table.heads[:3]), lines) if len(table.heads) >= WIDE_FROM else lines


def _rows(table: Table) -> Iterator[str]:
    yield f'<table class="columns of{min(len(table.heads), 8)} cards" role="table">'
    heads = "".join(f'<th scope="col" role="columnheader">{escaped(head)}</th>' for head in table.heads)
    yield f'<thead role="rowgroup"><tr role="row">{heads}</tr></thead>'
    yield '<tbody role="rowgroup">'
    told = [escaped(head) for head in table.heads[1:]]
    long = ' class="long"' if len(table.heads) >= WIDE_FROM else ""
    for first, *rest in table.rows:
        cells = "".join(
            f'<td role="cell"{long if len(one) >= LONG else ""} data-head="{head}">{escaped(one)}</td>'
            for head, one in zip(told, rest, strict=True)
        )
        yield f'<tr role="row"><th scope="row" role="rowheader">{escaped(first)}</th>{cells}</tr>'
    yield "</tbody></table>"


@asked
def pieces(words: str) -> Iterator[str]:
    """The words in pieces that a cell of a workbook takes, parted where «; » stands.

    >>> [*pieces("a: 1; b: 2")], len([*pieces("; ".join(["1" * 400] * 200))])
    (['a: 1; b: 2'], 3)
    """
    held = ""
    for one in words.split("; "):
        if held and len(held) + len(one) > LONGEST:
            yield held
            held = one
        else:
            held = f"{held}; {one}" if held else one
    yield held


@asked
def html_section(title: str, body: Iterable[str]) -> list[str]:
    """A part of a page below its title."""
    return ["<section>", f"<h2>{escaped(title)}</h2>", *body, "</section>"]


@asked
def as_page(page: Page, lang: Lang, body: Iterable[str], style: str = "", script: str = "") -> str:
    """The body as a whole HTML file below the title; `style` is added to that of every report.

    The page is whole without its `script`.
    """
    lines = [
        *opening(f"{page.title} — {page.about}", lang, style=f"{WIDE}{style}", script=script),
        "<header>",
        f"<h1>{escaped(page.title)}</h1>",
        f'<p class="act">{escaped(page.about)}</p>',
        *([f'<p class="how">{escaped(page.how)}</p>'] if page.how else []),
        "</header>",
        "<main>",
        *body,
        "</main>",
        "</body>",
        "</html>",
        "",
    ]
    return "\n".join(lines)
