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
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from law189.files.addressed import in_file
from law189.law.text import in_russian
from law189.office.workbook.cells import Cell
from law189.office.workbook.headings import best, is_value, of_measures, role_of, stacked
from law189.office.workbook.quantities import quantity_of
from law189.office.workbook.said import Said
from law189.office.workbook.said_above import said_above
from law189.office.workbook.table import Table
from law189.profile.term_words import plain_words

__all__ = ["Headed", "Line", "address_in", "counts_rows", "headed_in", "is_address", "text_of"]

Kind = Literal["plan", "indicators"]
_DEEPEST = 30
"""So many rows from the top headings are looked for."""
_OF_KIND: dict[Kind, frozenset[str]] = {
    "plan": frozenset({"number", "stage", "title", "since", "term", "result", "responsible"}),
    "indicators": frozenset({"number", "goal", "type", "title", "unit", "term", "responsible"}),
}
"""What is read of a table of the kind, beside the values of indicators; a column of another role is asked about."""


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

    `above` is the first cell above the headings that is no address; None where there is none. `said` is what each
    heading says beside its role, `row` the first row of the headings, `columns` where each of them stands.
    """

    kind: Kind
    address: str | None
    heads: dict[str, str]
    lines: tuple[Line, ...]
    row: int
    columns: dict[str, int]
    said: dict[str, Said]
    above: tuple[int, int] | None = None


def text_of(cell: Cell) -> str:
    """What a cell says, as a text."""
    if isinstance(cell, bool):
        return "да" if cell else "нет"
    if isinstance(cell, date):
        return in_russian(cell)
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else str(cell).replace(".", ",")
    return str(cell)


def counts_rows(lines: Iterable[Line], key: str) -> bool:
    """Whether the column of numbers counts the rows and not their goals: a second row of a goal has its own."""
    over: str | None = None
    for line in lines:
        words = line.said.get(key)
        number = line.said.get("number", "").strip().rstrip(".")
        if words and words == over and {"number", "title"} <= line.own and number.isdigit():
            return True
        over = words or over
    return False


def headed_in(table: Table) -> Headed | None:
    """The plan or the indicators of a table; None where its headings are of neither."""
    cells = {place: text_of(cell) for place, cell in table.cells.items()}
    for top, left, bottom, _ in table.merged:
        for row in range(top + 1, min(bottom + 1, table.height)) if (top, left) in cells else ():
            if plain_words(cells[top, left]):
                cells.setdefault((row, left), cells[top, left])
    rows = sorted({row for row, _ in table.cells})
    for row in rows[:_DEEPEST]:
        last, heads = _below(cells, row, best(_row(cells, row, table).items()), table)
        kind = _kind_of(heads, cells.get((row, heads.get("title", -1)), ""))
        if kind is None:
            continue
        heads = {role: column for role, column in heads.items() if _is_of(kind, role)}
        heads = _with_targets(kind, heads, cells, last)
        over = {place: cell for place, cell in sorted(table.cells.items()) if place[0] < row}
        told = {place: address_in(cell) if isinstance(cell, str) else None for place, cell in over.items()}
        address = next((one for one in told.values() if one is not None), None)
        above = next((place for place, one in told.items() if one is None), None)
        levels = {role: _levels(cells, table, row, last, column) for role, column in heads.items()}
        lines = tuple(_lines(cells, table, last, heads, levels))
        return Headed(
            kind,
            address,
            {role: " ".join(words) for role, words in levels.items()},
            lines,
            row,
            heads,
            {role: said_above(role, words) for role, words in levels.items()},
            above,
        )
    return None


def _levels(cells: dict[tuple[int, int], str], table: Table, row: int, last: int, column: int) -> list[str]:
    """The words above a column, each row of headings once: in the upper ones those of a cell that goes over it."""
    found: list[str] = []
    for one in range(row, last + 1):
        words = cells.get((one, column), "")
        if not words.strip() and one < last:
            words = next((said for at, said in reversed(_row(cells, one, table).items()) if at < column), "")
        if words.strip() and words not in found:
            found.append(words)
    return found


def address_in(words: str) -> str | None:
    """The address of an annex or of another part, as a file or as a document writes it; None where it is none."""
    said = words.strip()
    if re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*/)?(app\d*|sec\d+|p\d+|[a-z]+)(\.[a-z0-9]+)*", said) is not None:
        return said
    return in_file(said) if re.match("(?:прил|разд|п[. ]|пункт)", said.casefold()) else None


def is_address(number: str) -> bool:
    """Whether what stands in the column of numbers is an address as a file has it, such as `app4.1.1`."""
    return (
        re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*/)?(app\d*|sec\d+|p\d+)(\.[a-z0-9]+)*", number.strip())
        is not None
    )


def _row(cells: dict[tuple[int, int], str], row: int, table: Table) -> dict[int, str]:
    """What stands in a row of headings, by column."""
    return {
        column: cells[row, column] for column in range(table.width) if cells.get((row, column), "").strip()
    }


def _kind_of(heads: dict[str, int], title: str) -> Kind | None:
    """What the headings are of; `title` is that of the titles, by which values and terms together are told."""
    valued = any(map(is_value, heads))
    if "title" in heads and heads.keys() & {"since", "term"} and not (valued and not of_measures(title)):
        return "plan"
    return "indicators" if "title" in heads and valued else None


def _with_targets(
    kind: Kind, heads: dict[str, int], cells: dict[tuple[int, int], str], last: int
) -> dict[str, int]:
    """The headings, of which «Цель» above nothing but numbers is that of the targets."""
    if kind != "indicators" or "goal" not in heads or any(is_value(one) and one != "base" for one in heads):
        return heads
    below = [
        words
        for (row, column), words in cells.items()
        if row > last and column == heads["goal"] and words.strip()
    ]
    numbers = (quantity_of(words) for words in below)
    if not below or not all(isinstance(one, int | str | dict) and one != "tbd" for one in numbers):
        return heads
    return {"target" if role == "goal" else role: column for role, column in heads.items()}


def _is_of(kind: Kind, role: str) -> bool:
    """Whether a table of the kind is read by the role."""
    return role in _OF_KIND[kind] or (kind == "indicators" and is_value(role))


def _below(
    cells: dict[tuple[int, int], str], row: int, heads: dict[str, int], table: Table
) -> tuple[int, dict[str, int]]:
    """The last row of the headings, and all of them: what a title merged downwards covers is headings too."""
    if "title" not in heads:
        return row, heads
    bottom = max(
        (low for top, left, low, _ in table.merged if top == row and left == heads["title"]), default=row
    )
    if (row + 1, heads["title"]) in table.cells:
        return bottom, heads
    below = {
        column: words
        for column, words in _row(cells, row + 1, table).items()
        if (row + 1, column) in table.cells
    }
    found = stacked(_row(cells, row, table), below, heads)
    return (max(row + 1, bottom), found) if found else (bottom, heads)


def _lines(
    cells: dict[tuple[int, int], str],
    table: Table,
    last: int,
    heads: dict[str, int],
    levels: dict[str, list[str]],
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
        if _is_heading(said, levels):
            continue
        columns = heads | {f"?{column}": column for column in beside}
        yield Line(row, said, columns, own | {f"?{column}" for column in beside})


def _is_heading(said: dict[str, str], levels: dict[str, list[str]]) -> bool:
    """Whether the row is the headings again, all or some, as on every page, or the numbers of the columns."""
    known = {role: one for role, one in said.items() if not role.startswith("?")}
    words = [one.strip().rstrip(".") for one in known.values()]
    if words and all(plain_words(one) in map(plain_words, levels[role]) for role, one in known.items()):
        return True
    if len(words) > 2 and all(re.fullmatch("[0-9]{1,2}", one) for one in words):
        numbers = sorted(map(int, words))
        return numbers == list(range(numbers[0], numbers[0] + len(words)))
    return len(words) > 1 and all(role_of(one) == role for role, one in known.items())
