"""Чтение книги (opening a workbook): the cells of an .xlsx file, whatever the file is.

A file is bounded before anything of it is opened: how large it is, how much it holds unpacked, how many cells. It
needs the extra `office`.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple, NoReturn
from xml.parsers import expat

from law189.files.nodes import stop
from law189.law import Text
from law189.office.workbook.cells import Cell
from law189.office.workbook.formats import BUILT_IN, ERROR, FORMULA, no_value
from law189.office.workbook.marked import Marks, marks_passed, struck, unmarked
from law189.office.workbook.packed import broken, parts_of
from law189.office.workbook.raised import in_book
from law189.office.workbook.table import Area, Hidden, Table

__all__ = ["tables_of"]

_ROWS, _COLUMNS, _CELLS, _MERGED = 20_000, 400, 200_000, 2000
_TRUE = ("1", "true")
_WORDS = ("xl/sharedStrings", "xl/worksheets/")
"""The parts that hold the words of cells."""


def tables_of(data: bytes, file: str) -> list[Table]:
    """The sheets of a workbook, in order. Raises `FaultyInput` where it is none.

    Raises ModuleNotFoundError without the extra `office`.
    """
    from python_calamine import CalamineWorkbook

    parts = parts_of(data, file)
    if "xl/workbook.xml" not in parts:
        _no_book(parts, file)
    sheets = list(_sheets(parts, file))
    styles = _styles(parts.get("xl/styles.xml", b""), file)
    seen = {title: _seen(parts[part], file, styles) for title, part, _ in sheets}
    try:
        book = CalamineWorkbook.from_filelike(_packed(parts))
        return [_table(book, title, seen[title], away) for title, _, away in sheets]
    except BaseException as error:  # it has a panic of its own, which is no Exception
        if isinstance(error, KeyboardInterrupt | SystemExit | MemoryError):
            raise
        broken(file)


def _packed(parts: dict[str, bytes]) -> io.BytesIO:
    """The parts as a file again: what was measured is what is read."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, part in parts.items():
            packed.writestr(name, in_book(part) if name.startswith(_WORDS) else part)
    out.seek(0)
    return out


def _no_book(parts: dict[str, bytes], file: str) -> NoReturn:
    what = Text(
        "это не книга .xlsx; сохраните её в Excel как .xlsx",
        "it is no .xlsx workbook; save it as .xlsx in Excel",
    )
    if "word/document.xml" in parts:
        what = Text(
            "это текст Word, а не книга профиля; таблицы из него читает law189 read с --plan или --indicators",
            "it is a text of Word, no workbook of a profile; law189 read --plan or --indicators reads its tables",
        )
    elif parts.get("mimetype", b"").startswith(b"application/vnd.oasis"):
        what = Text(
            "это файл LibreOffice; сохраните книгу (.ods) как .xlsx, текст (.odt) как .docx",
            "it is a file of LibreOffice; save a workbook (.ods) as .xlsx, a text (.odt) as .docx",
        )
    elif "xl/workbook.bin" in parts:
        what = Text("это книга .xlsb; сохраните её как .xlsx", "it is an .xlsb workbook; save it as .xlsx")
    stop(file, what.ru, what.en)


# ─── Строение листа ──────────────────────────────────────────────────────────────────────────────────────


class _Style(NamedTuple):
    """The number format of a style of cells, and whether its words are struck out."""

    code: str = ""
    struck: bool = False


@dataclass
class _Sheet:
    """What the reader of values does not tell: styles, formulas and errors of cells, how far a sheet reaches."""

    styles: dict[tuple[int, int], _Style] = field(default_factory=dict)
    wrong: dict[tuple[int, int], Text] = field(default_factory=dict)
    row: int = -1
    column: int = -1
    count: int = 0
    merged: list[Area] = field(default_factory=list)
    rows: set[int] = field(default_factory=set)
    columns: set[int] = field(default_factory=set)


def _sheets(parts: dict[str, bytes], file: str) -> Iterator[tuple[str, str, bool]]:
    """The title of each sheet, the name of its part, and whether it is hidden."""
    targets: dict[str, str] = {}
    named: list[tuple[str, str, bool]] = []

    def relation(name: str, found: dict[str, str]) -> None:
        if name == "Relationship":
            targets[found.get("Id", "")] = found.get("Target", "")

    def sheet(name: str, found: dict[str, str]) -> None:
        if name == "sheet":
            away = found.get("state", "visible") != "visible"
            named.append((found.get("name", ""), found.get("id", ""), away))

    _walk(parts.get("xl/_rels/workbook.xml.rels", b""), relation, file)
    _walk(parts["xl/workbook.xml"], sheet, file)
    for title, key, away in named:
        target = targets.get(key, "")
        part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        if part not in parts:
            broken(file)
        if part.startswith("xl/worksheets/"):
            yield title, part, away


def _styles(part: bytes, file: str) -> list[_Style]:
    """Each style of cells."""
    custom: dict[str, str] = {}
    struck_fonts: list[bool] = []
    found_styles: list[tuple[str, str]] = []
    inside: list[str] = []

    def opened(name: str, found: dict[str, str]) -> None:
        if name == "numFmt" and "numFmtId" in found:
            custom.setdefault(found["numFmtId"], found.get("formatCode", ""))
        elif name in ("fonts", "cellXfs", "cellStyleXfs", "dxfs"):
            inside[:] = [name]
        elif name == "font" and inside == ["fonts"]:
            struck_fonts.append(False)
        elif name == "strike" and inside == ["fonts"] and struck_fonts:
            struck_fonts[-1] = found.get("val", "1") in _TRUE
        elif name == "xf" and inside == ["cellXfs"]:
            found_styles.append((found.get("numFmtId", ""), found.get("fontId", "")))

    if part:
        _walk(part, opened, file)
    gone = {str(number) for number, is_struck in enumerate(struck_fonts) if is_struck}
    return [_Style(custom.get(one, BUILT_IN.get(one, "")), font in gone) for one, font in found_styles]


def _seen(part: bytes, file: str, styles: list[_Style]) -> _Sheet:
    sheet = _Sheet()

    def opened(name: str, found: dict[str, str]) -> None:
        if name == "row":
            sheet.row = int(found["r"]) - 1 if "r" in found else sheet.row + 1
            sheet.column = -1
        elif name == "c":
            _cell(sheet, found, styles)
        elif name == "mergeCell":
            first, _, end = found.get("ref", "").partition(":")
            end = end or first
            sheet.merged.append((_row(first), _column(first), _row(end), _column(end)))
        elif name == "f":
            sheet.wrong[sheet.row, sheet.column] = FORMULA
        if name in ("row", "col") and found.get("hidden") in _TRUE:
            _hide(sheet, name, found)
        if (
            sheet.row >= _ROWS
            or sheet.column >= _COLUMNS
            or sheet.count > _CELLS
            or len(sheet.merged) > _MERGED
        ):
            stop(
                file,
                f"на листе больше {_ROWS} строк, {_COLUMNS} граф или {_CELLS} ячеек; удалите лишнее",
                f"a sheet has more than {_ROWS} rows, {_COLUMNS} columns or {_CELLS} cells; delete some",
            )

    _walk(part, opened, file)
    return sheet


def _cell(sheet: _Sheet, found: dict[str, str], styles: list[_Style]) -> None:
    sheet.column = _column(found["r"]) if "r" in found else sheet.column + 1
    sheet.count += 1
    style = found.get("s", "0")
    known = style.isdecimal() and int(style) < len(styles)
    sheet.styles[sheet.row, sheet.column] = styles[int(style)] if known else _Style()
    if found.get("t") == "e":
        sheet.wrong[sheet.row, sheet.column] = ERROR


def _hide(sheet: _Sheet, name: str, found: dict[str, str]) -> None:
    if name == "row":
        sheet.rows.add(sheet.row)
    else:
        sheet.columns |= set(range(int(found["min"]) - 1, min(int(found["max"]), _COLUMNS)))


def _walk(part: bytes, opened: object, file: str) -> None:
    """Call `opened` with the name and the attributes of every element, both without their prefixes."""
    reader = expat.ParserCreate()

    def start(name: str, found: dict[str, str]) -> None:
        bare = {key.rpartition(":")[2]: value for key, value in found.items()}
        opened(name.rpartition(":")[2], bare)  # type: ignore[operator]  # a function, as its callers give

    def refused(*_: object) -> None:
        raise ValueError

    reader.StartElementHandler = start
    reader.StartDoctypeDeclHandler = refused
    try:
        reader.Parse(part, True)
    except (expat.ExpatError, ValueError, KeyError):
        broken(file)


def _row(name: str) -> int:
    number = int(re.sub("[A-Z$]", "", name)) - 1
    if not 0 <= number < _ROWS:
        raise ValueError(name)
    return number


def _column(name: str) -> int:
    found = re.fullmatch(r"([A-Z]{1,3})[0-9]+", name)
    if found is None:
        raise ValueError(name)
    number = 0
    for letter in found[1]:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _table(book: object, title: str, seen: _Sheet, away: bool) -> Table:
    sheet = book.get_sheet_by_name(title)  # type: ignore[attr-defined]  # a workbook, whose module is an extra
    cells: dict[tuple[int, int], Cell] = {}
    wrong = dict(seen.wrong)
    passed: list[tuple[tuple[int, int], Text]] = []
    for row, values in enumerate(sheet.to_python(skip_empty_area=False)):
        marks: list[tuple[str, Marks]] = []
        for column, written in enumerate(values):
            value, style = written, seen.styles.get((row, column), _Style())
            if value in ("", None) or (row, column) in wrong:
                continue
            if style.struck or isinstance(value, str):
                value, found = unmarked(struck(str(value)) if style.struck else value)
                marks.append((value, found))
            if value == "":
                continue
            if (words := no_value(value, style.code)) is not None:
                wrong[row, column] = words
            else:
                cells[row, column] = re.sub("\r\n?", "\n", value) if isinstance(value, str) else value
        passed += [((row, 0), words) for words in marks_passed(marks)]
    hidden = Hidden(away, frozenset(seen.rows), frozenset(seen.columns))
    return Table(title, cells, tuple(seen.merged), wrong, hidden, tuple(passed))
