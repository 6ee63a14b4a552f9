"""Таблица с заголовками (headed tables): the rows of a decree's own table, each cell by what its column is headed.

A plan is known by «мероприятие» and «срок», a table of indicators by «индикатор» or «показатель» and its values.
What is merged downwards stands in each of its rows; a row of headings or of the numbers of columns is no row.

>>> from law189.office.workbook.table import Table
>>> rows = [["№ п/п", "Мероприятие", "Срок исполнения"], ["1", "2", "3"], ["1.1", "Порядок", "2023 год"]]
>>> cells = {(row, column): cell for row, line in enumerate(rows) for column, cell in enumerate(line)}
>>> headed = headed_in(Table("План", cells))
>>> headed.kind, [line.said for line in headed.lines]
('plan', [{'number': '1.1', 'title': 'Порядок', 'term': '2023 год'}])
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from law189.files.addressed import in_file
from law189.office.workbook.cells import Cell
from law189.office.workbook.table import Table
from law189.profile.term_words import plain_words

__all__ = ["Headed", "Line", "headed_in", "is_value", "text_of", "year_in"]

Kind = Literal["plan", "indicators"]
_DEEPEST = 30
"""So many rows from the top headings are looked for."""
_HEADS: tuple[tuple[str, str], ...] = (
    ("number", r"(no|номер)?(пп)?(строки)?"),
    ("type", r"тип.*"),
    ("goal", r"цель.*|наименованиецели.*"),
    ("unit", r"ед(иница|иницы)?изм.*"),
    ("base", r"баз(ов|а).*"),
    ("target", r"целев.*|плановоезначение.*"),
    ("term", r".*срок.*"),
    ("responsible", r".*(ответствен|исполнител).*"),
    ("stage", r"(номеринаименование|наименование)?этап.*|раздел.*"),
    ("result", r".*результат.*"),
    ("title", r".*(мероприяти|индикатор|показател).*"),
)


@dataclass(frozen=True)
class Line:
    """A row: where it stands, what is said in it by heading, where each of that stands, what goes across it."""

    row: int
    said: dict[str, str]
    columns: dict[str, int]
    own: frozenset[str]


@dataclass(frozen=True)
class Headed:
    """A table that was recognised: a plan or indicators, the address above it, its headings, its rows.

    `above` is the first cell above the headings that is no address; None where there is none.
    """

    kind: Kind
    address: str | None
    heads: dict[str, str]
    lines: tuple[Line, ...]
    above: tuple[int, int] | None = None


def text_of(cell: Cell) -> str:
    """What a cell says, as a text."""
    if isinstance(cell, bool):
        return "да" if cell else "нет"
    if isinstance(cell, date):
        return f"{cell:%d.%m.%Y}"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else str(cell).replace(".", ",")
    return str(cell)


def is_value(role: str) -> bool:
    """Whether a column holds values of an indicator."""
    return role in ("base", "target") or role.startswith("year:")


def year_in(words: str) -> int | None:
    """The year that a heading names; None where it names none, or more than one."""
    years = set(re.findall(r"\b20\d\d\b", words))
    return int(years.pop()) if len(years) == 1 else None


def headed_in(table: Table) -> Headed | None:
    """The plan or the indicators of a table; None where its headings are of neither."""
    cells = {place: text_of(cell) for place, cell in table.cells.items()}
    for top, left, bottom, _ in table.merged:
        for row in range(top + 1, min(bottom + 1, table.height)) if (top, left) in cells else ():
            if plain_words(cells[top, left]):
                cells.setdefault((row, left), cells[top, left])
    rows = sorted({row for row, _ in table.cells})
    for row in rows[:_DEEPEST]:
        last, heads = _below(cells, row, _heads(cells, row, table), table)
        kind = _kind_of(heads)
        if kind is None:
            continue
        over = {place: cell for place, cell in sorted(table.cells.items()) if place[0] < row}
        told = {place: address_in(cell) if isinstance(cell, str) else None for place, cell in over.items()}
        address = next((one for one in told.values() if one is not None), None)
        above = next((place for place, one in told.items() if one is None), None)
        lines = tuple(_lines(cells, table, last, heads))
        words = {
            role: " ".join(cells.get((one, column), "") for one in range(row, last + 1))
            for role, column in heads.items()
        }
        return Headed(kind, address, words, lines, above)
    return None


def address_in(words: str) -> str | None:
    """The address of an annex or of another part, as a file or as a document writes it; None where it is none."""
    said = words.strip()
    if re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*/)?(app\d*|sec\d+|p\d+|[a-z]+)(\.[a-z0-9]+)*", said) is not None:
        return said
    return in_file(said) if re.match("(?:прил|разд|п[. ]|пункт)", said.casefold()) else None


def _squeezed(words: str) -> str:
    """Letters only: a heading may be broken anywhere, and have the mark of a footnote."""
    return re.sub(r"[^a-zа-я]", "", plain_words(words.replace("№", "no")))


def _role(words: str) -> str | None:
    """What a heading says of its column."""
    if re.fullmatch(r"20\d\d ?(г|год|года)?", plain_words(words)):
        return f"year:{year_in(words)}"
    squeezed = _squeezed(words)
    if not squeezed or len(squeezed) > 80:
        return None
    return next((role for role, form in _HEADS if re.fullmatch(form, squeezed)), None)


def _heads(cells: dict[tuple[int, int], str], row: int, table: Table) -> dict[str, int]:
    found: dict[str, int] = {}
    for column in range(table.width):
        role = _role(cells.get((row, column), ""))
        if role is not None:
            found.setdefault(role, column)
    return found


def _kind_of(heads: dict[str, int]) -> Kind | None:
    if {"title", "term"} <= heads.keys():
        return "plan"
    valued = any(map(is_value, heads))
    return "indicators" if "title" in heads and valued else None


def _below(
    cells: dict[tuple[int, int], str], row: int, heads: dict[str, int], table: Table
) -> tuple[int, dict[str, int]]:
    """The last row of the headings, and all of them: a base and years may stand below what they have in common."""
    if "title" not in heads or (row + 1, heads["title"]) in table.cells or "term" in heads:
        return row, heads
    below = {
        role: column
        for role, column in _heads(cells, row + 1, table).items()
        if (row + 1, column) in table.cells and is_value(role)
    }
    if not below:
        return row, heads
    kept = {
        role: column for role, column in heads.items() if column not in below.values() and role not in below
    }
    return row + 1, kept | below


def _lines(
    cells: dict[tuple[int, int], str], table: Table, last: int, heads: dict[str, int]
) -> Iterator[Line]:
    for row in range(last + 1, table.height):
        said = {
            role: cells[row, column] for role, column in heads.items() if cells.get((row, column), "").strip()
        }
        own = frozenset(role for role in said if (row, heads[role]) in table.cells)
        beside = table.rows.get(row, {}).keys() - set(heads.values())
        for column in sorted(beside):
            said[f"?{column}"] = cells[row, column]
        if not own and not beside:
            continue
        if _is_heading(said):
            continue
        columns = heads | {f"?{column}": column for column in beside}
        yield Line(row, said, columns, own | {f"?{column}" for column in beside})


def _is_heading(said: dict[str, str]) -> bool:
    """Whether the row is the headings again, as on every page, or the numbers of the columns."""
    words = [one.strip().rstrip(".") for role, one in said.items() if not role.startswith("?")]
    if len(words) > 2 and all(re.fullmatch("[0-9]{1,2}", one) for one in words):
        numbers = sorted(map(int, words))
        return numbers == list(range(numbers[0], numbers[0] + len(words)))
    return len(words) > 1 and all(
        _role(one) == role for role, one in said.items() if not role.startswith("?")
    )
