"""Таблицы текста Word (tables of a text): the tables of a .docx file, each as cells.

Soft hyphens, line breaks and merged cells come as they are; the mark of a footnote is no word. It needs the extra
`office`.
"""

import io
from collections.abc import Iterator
from typing import Any
from zipfile import ZipFile

from law189.files.nodes import stop
from law189.office.workbook.cells import Cell
from law189.office.workbook.opened import parts_of
from law189.office.workbook.table import Area, Table

__all__ = ["word_tables"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ROWS, _COLUMNS, _CELLS, _MERGED = 20_000, 400, 200_000, 2000


def word_tables(data: bytes, file: str) -> list[Table]:
    """The tables of a text, called by their numbers. Raises `FaultyInput` where it is no text of Word.

    Raises ModuleNotFoundError without the extra `office`.
    """
    from docx import Document

    parts = parts_of(data, file)
    if "word/document.xml" not in parts:
        stop(file, "это не текст .docx; сохраните его как .docx", "it is no .docx text; save it as .docx")
    packed = io.BytesIO()
    with ZipFile(packed, "w") as whole:
        for name, part in parts.items():
            whole.writestr(name, part)
    packed.seek(0)
    try:
        tables = Document(packed).tables
        return [_table(one, str(number)) for number, one in enumerate(tables, start=1)]
    except (
        KeyError,
        ValueError,
        AttributeError,
        SyntaxError,
        TypeError,
    ):  # lxml has syntax errors of its own
        stop(
            file,
            "текст не читается; откройте его в Word и сохраните заново",
            "the text is not read; open it in Word and save it anew",
        )


def _table(table: Any, title: str) -> Table:
    cells: dict[tuple[int, int], Cell] = {}
    wide: list[Area] = []
    open_areas: dict[int, list[int]] = {}
    areas: list[list[int]] = []
    for row, line in enumerate(table._tbl.tr_lst):  # noqa: SLF001  # rows as they are; `rows` builds a grid anew
        column = line.grid_before
        for one in line.tc_lst:
            if len(cells) > _CELLS or len(areas) > _MERGED or column > _COLUMNS or row > _ROWS:
                raise ValueError
            span, merged = one.grid_span, one.vMerge
            if merged == "continue" and column in open_areas:
                open_areas[column][2] = row
            else:
                text = "".join(_words(one)).strip("\n")
                if text.strip():
                    cells[row, column] = text
                open_areas.pop(column, None)
                if merged == "restart":
                    open_areas[column] = [row, column, row, column + span - 1]
                    areas.append(open_areas[column])
                elif span > 1:
                    wide.append((row, column, row, column + span - 1))
            column += span
    down = [(area[0], area[1], area[2], area[3]) for area in areas if area[:2] != area[2:]]
    return Table(title, cells, (*down, *wide))


def _words(cell: Any) -> Iterator[str]:
    """What a cell says, paragraph by paragraph; what is struck out by a correction is not said."""
    for one in cell.iter():
        tag = one.tag
        if tag == f"{_W}t":
            if not _is_mark(one):
                yield one.text or ""
        elif tag in (f"{_W}br", f"{_W}cr"):
            yield "\n"
        elif tag == f"{_W}tab":
            yield " "
        elif tag == f"{_W}noBreakHyphen":
            yield "-"
        elif tag == f"{_W}p" and one.getprevious() is not None:
            yield "\n"


def _is_mark(text: Any) -> bool:
    """Whether it is the number of a footnote, raised above the line."""
    raised = text.getparent().find(f"{_W}rPr/{_W}vertAlign")
    up = raised is not None and raised.get(f"{_W}val") == "superscript"
    return up and (text.text or "").strip().isdigit()
