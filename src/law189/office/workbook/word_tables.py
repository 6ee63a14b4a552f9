"""Таблицы текста Word (tables of a text): the tables of a .docx file, each as cells.

What a reader of the text sees is read: what stands in a control, what a correction has put in. What is hidden,
struck out or moved away is not, nor the mark of a footnote; of all that is told. Soft hyphens, line breaks and
merged cells come as they are. It needs the extra `office`.
"""

import io
from collections.abc import Iterator
from typing import Any
from zipfile import ZipFile

from law189.files.nodes import stop
from law189.law import Text
from law189.office.workbook.cells import Cell
from law189.office.workbook.hidden import rows_passed, words_passed
from law189.office.workbook.marked import (
    CORRECTED,
    NOTE,
    marks_passed,
    rows_deleted,
    struck,
    unmarked,
)
from law189.office.workbook.packed import parts_of
from law189.office.workbook.raised import lowered, raised
from law189.office.workbook.table import Area, Table

__all__ = ["word_tables"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_AWAY = frozenset(
    f"{_W}{name}" for name in ("del", "moveFrom", "rPrChange", "pPrChange", "tcPrChange", "sdtPr")
)
"""What holds words or marks that the text has no longer, or that are no words of it."""
_NOTES = frozenset(f"{_W}{name}" for name in ("footnoteReference", "endnoteReference"))
_CORRECTIONS = tuple(f"{_W}{name}" for name in ("ins", "del", "moveFrom", "moveTo"))
_CELLS_OF = frozenset(f"{_W}{name}" for name in ("tbl", "tr", "tc"))


class _R:
    """The names of what a text is made of."""

    TEXT, RUN, PARAGRAPH = f"{_W}t", f"{_W}r", f"{_W}p"
    ROW, CELL, CONTROL, SIGN = f"{_W}tr", f"{_W}tc", f"{_W}sdt", f"{_W}sym"


_SIGNS = {f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}tab": " ", f"{_W}noBreakHyphen": "-"}
_IN_FONTS = {
    **{
        ("symbol", code): sign
        for code, sign in {"b3": "≥", "a3": "≤", "b1": "±", "b0": "°", "2d": "-"}.items()
    },
    **dict.fromkeys([("symbol", "b7"), *(("wingdings", code) for code in ("6c", "9f", "a7", "d8"))], ""),
}
"""What Word puts in from the fonts Symbol and Wingdings: signs of mathematics, and marks before a line."""
_NO_WORDS = {
    f"{_W}sym": Text(
        "здесь знак из другого шрифта, который не читается; наберите его словами, например «не менее» вместо ≥",
        "a sign of another font, which is not read; type it, such as «не менее» instead of ≥",
    ),
    f"{_M}oMath": Text(
        "здесь формула Word; наберите её обычным текстом",
        "a formula of Word; type it as plain text",
    ),
}
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
        text = Document(packed)
        _say_of_styles(text)
        tables = _first(text.element.body, "tbl")
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
    wrong: dict[tuple[int, int], Text] = {}
    wide: list[Area] = []
    open_areas: dict[int, list[int]] = {}
    areas: list[list[int]] = []
    passed: list[tuple[tuple[int, int], Text]] = []
    lines = [(line, _is_gone(line)) for line in _first(table, "tr")]
    for row, line in enumerate(line for line, gone in lines if not gone):
        column, told = line.grid_before, list[_Said]()
        for one in _first(line, "tc"):
            if len(cells) + len(wrong) > _CELLS or len(areas) > _MERGED or column > _COLUMNS or row > _ROWS:
                raise ValueError
            span, merged = one.grid_span, one.vMerge
            if merged == "continue" and column in open_areas:
                open_areas[column][2] = row
            else:
                said = _Said(one)
                told.append(said)
                if said.hidden.strip():
                    passed.append(((row, column), words_passed(said.hidden)))
                if said.wrong:
                    wrong[row, column] = said.wrong[0]
                elif said.text.strip():
                    cells[row, column] = said.text
                open_areas.pop(column, None)
                if merged == "restart":
                    open_areas[column] = [row, column, row, column + span - 1]
                    areas.append(open_areas[column])
                elif span > 1:
                    wide.append((row, column, row, column + span - 1))
            column += span
        passed += [((row, 0), words) for words in _marks_passed(line, told)]
    down = [(area[0], area[1], area[2], area[3]) for area in areas if area[:2] != area[2:]]
    passed += _rows_passed(lines)
    return Table(title, cells, (*down, *wide), wrong, passed=tuple(passed))


def _marks_passed(line: Any, told: list["_Said"]) -> Iterator[Text]:
    """What is said of a row in which words are struck out or corrected, or have footnotes."""
    yield from marks_passed((said.text, said.marks) for said in told)
    if _has(line, "trPr", "ins", "moveTo") or any(said.corrected for said in told):
        yield CORRECTED


def _rows_passed(lines: list[tuple[Any, bool]]) -> Iterator[tuple[tuple[int, int], Text]]:
    """What is said of each run of hidden rows and of deleted ones, at the row that is seen after it."""
    row = 0
    hidden, deleted = list[str](), list[str]()
    for line, gone in [*lines, (None, False)]:
        if gone:
            is_deleted = _has(line, "trPr", "del", "moveFrom")
            said = (_all_words(one) if is_deleted else _Said(one).text for one in _first(line, "tc"))
            if words := " ".join(said).strip():
                (deleted if is_deleted else hidden).append(words)
            continue
        if hidden:
            yield (row, 0), rows_passed(len(hidden), hidden[0])
        if deleted:
            yield (row, 0), rows_deleted(len(deleted), deleted[0])
        row, hidden, deleted = row + 1, [], []


def _all_words(cell: Any) -> str:
    """The words of a cell, those too that a correction deletes."""
    return "".join(one.text or "" for one in cell.iter(_R.TEXT, f"{_W}delText"))


def _shown(element: Any) -> Iterator[Any]:
    """What stands within an element, without what is struck out or moved away; of two forms the first."""
    for one in element:
        if one.tag == f"{_MC}AlternateContent":
            yield from one[:1]
        elif one.tag not in _AWAY:
            yield one


def _first(element: Any, name: str) -> Iterator[Any]:
    """The elements of that name at whatever depth, but not those within another table, row or cell."""
    for one in _shown(element):
        if one.tag == f"{_W}{name}":
            yield one
        elif one.tag not in _CELLS_OF:
            yield from _first(one, name)


def _has(element: Any, properties: str, *names: str) -> bool:
    """Whether one of those marks stands among the properties of an element, and is not taken back."""
    found = (element.find(f"{_W}{properties}/{_W}{name}") for name in names)
    return any(one is not None and one.get(f"{_W}val") not in ("0", "false", "off") for one in found)


def _is_gone(element: Any) -> bool:
    """Whether nobody reads it: a hidden run, a row or a cell that is deleted, a control that is not filled in."""
    match element.tag:
        case _R.RUN:
            return _has(element, "rPr", "vanish")
        case _R.ROW:
            return _has(element, "trPr", "del", "moveFrom", "hidden")
        case _R.CELL:
            return _has(element, "tcPr", "cellDel")
        case _R.CONTROL:
            return _has(element, "sdtPr", "showingPlcHdr")
    return False


# ─── Слова ячейки ────────────────────────────────────────────────────────────────────────────────────────


class _Said:
    """What a cell says, paragraph by paragraph, as its reader sees it; what is hidden or marked, and what is wrong.

    `corrected` says whether corrections have put in or taken away words of it.
    """

    def __init__(self, cell: Any) -> None:
        self.text, self.hidden, self.wrong = "", "", list[Text]()
        self._joined = True
        if not _is_gone(cell):
            self._within(cell)
        self.text, self.marks = unmarked(self.text.strip("\n"))
        self.corrected = _has(cell, "tcPr", "cellIns", "cellDel") or any(
            (words.text or "").strip()
            for correction in cell.iter(*_CORRECTIONS)
            for words in correction.iter(_R.TEXT, f"{_W}delText")
        )

    def _within(self, element: Any) -> None:
        for one in _shown(element):
            if _is_gone(one):
                hidden = one.iter(_R.TEXT) if one.tag == _R.RUN else ()
                self.hidden += "".join(text.text or "" for text in hidden)
                continue
            if one.tag == _R.PARAGRAPH:
                self.text += "" if self._joined else "\n"
                self._within(one)
                self._joined = one.find(f"{_W}pPr/{_W}rPr/{_W}del") is not None
            elif one.tag in _SIGNS:
                self.text += _SIGNS[one.tag]
            elif one.tag in _NOTES:
                self.text += NOTE
            elif one.tag == _R.TEXT:
                self._add(one)
            elif (sign := _sign_of(one)) is not None:
                self.text += sign
            elif one.tag in _NO_WORDS:
                self.wrong.append(_NO_WORDS[one.tag])
            else:
                self._within(one)

    def _add(self, text: Any) -> None:
        """Add words; figures above or below the line as what they say."""
        said = text.text or ""
        match _aligned(text.getparent()):
            case "superscript":
                said = raised(said, self.text)
            case "subscript":
                said = lowered(said, self.text)
        gone = _has(text.getparent(), "rPr", "strike", "dstrike")
        self.text += struck(said) if gone else said


def _sign_of(element: Any) -> str | None:
    """The sign that was put in from another font, where it is known; None of anything else."""
    if element.tag != _R.SIGN:
        return None
    font, char = (str(element.get(f"{_W}{name}")).casefold() for name in ("font", "char"))
    return _IN_FONTS.get(("wingdings" if font.startswith("wingdings") else font, char[-2:]))


def _aligned(element: Any) -> str | None:
    """Where the words of an element stand by its properties, above or below the line; None where on it."""
    found = element.find(f"{_W}rPr/{_W}vertAlign")
    return None if found is None else found.get(f"{_W}val")


def _say_of_styles(text: Any) -> None:
    """Put into each run of a text what its style says of where its words stand, unless it says that itself."""
    styles = {style.element.styleId: _aligned(style.element) for style in text.styles}
    for run in text.element.body.iter(_R.RUN):
        named = run.find(f"{_W}rPr/{_W}rStyle")
        where = None if named is None else styles.get(named.get(f"{_W}val"))
        if named is not None and where is not None and _aligned(run) is None:
            named.addnext(named.makeelement(f"{_W}vertAlign", {f"{_W}val": where}))
