"""Раскладка (laid out): the values of a profile as the cells of sheets, nothing of them left out.

A list of entries is a sheet with one row for each. What is single stands on a sheet of rows: a key, its value, its
address. What no cell of its own can hold stands in the cell of the key `+`, as YAML writes it.

>>> laid = laid_out({"bodies": [{"id": "finance", "title": {"ru": "Финуправление"}, "cite": "p2", "?": []}]})
>>> [(form.title, rows) for form, rows in laid.lists if rows]
[('Органы', [['finance', 'Финуправление', None, 'p2', '{"?": []}']])]
"""

import copy
from dataclasses import dataclass
from typing import Any

from law189.errors import Fault, FaultyInput
from law189.law import Text
from law189.office.workbook.cells import LONGEST, NOTHING, Cell, to_cell
from law189.office.workbook.columns import Column, Form, Path
from law189.office.workbook.sheets import forms
from law189.office.workbook.yaml_text import flow

__all__ = ["Laid", "Row", "laid_out", "rows_of"]

Cells = list[Cell | None]


@dataclass(frozen=True)
class Row:
    """A row of a sheet of single values: what stands in it, and whose address its last cell is."""

    column: Column
    cite: Column | None


@dataclass(frozen=True)
class Laid:
    """What stands where: for a sheet of rows the value and the address of each, for a list its entries.

    `rest` is the cell of the key `+` on the first sheet.
    """

    singles: list[tuple[Form, list[tuple[Cell | None, Cell | None]]]]
    lists: list[tuple[Form, list[Cells]]]
    rest: str | None


def rows_of(form: Form) -> list[Row]:
    """The rows of a sheet of single values: an address is no row but stands beside the value that it is of."""
    cites = {column.path[:-1]: column for column in form.columns if column.path[-1] == "cite"}
    shown = [column for column in form.columns if column.path[-1] != "cite"]
    beside = [(column, _cite_of(column.path, cites)) for column in shown]
    attached = {cite.path for _, cite in beside if cite is not None}
    alone = [column for column in cites.values() if column.path not in attached]
    return [*(Row(column, cite) for column, cite in beside), *(Row(column, None) for column in alone)]


def _cite_of(path: Path, cites: dict[Path, Column]) -> Column | None:
    """The address that is nearest to a key."""
    for length in range(len(path) - 1, 0, -1):
        if path[:length] in cites:
            return cites[path[:length]]
    return None


def laid_out(profile: dict[str, Any]) -> Laid:
    """The values of a profile on their sheets. Raises `FaultyInput` where a text is too long for a cell."""
    rest = copy.deepcopy(profile)
    lists = [(form, _entries(rest, form)) for form in forms() if form.is_list]
    singles = [(form, _single(rest, form)) for form in forms() if not form.is_list]
    return Laid(singles, lists, _fitting(flow(rest), "+") if rest else None)


def _entries(rest: dict[str, Any], form: Form) -> list[Cells]:
    """The rows of a list, which is taken out of what is left; none where it is no list of entries."""
    listed = _at(rest, form.at)
    if not isinstance(listed, list) or not listed or not all(isinstance(one, dict) for one in listed):
        return []
    _take(rest, form.at)
    return [_entry(one, form) for one in listed]


def _entry(entry: dict[str, Any], form: Form) -> Cells:
    cells = [_taken(entry, column) for column in form.columns]
    bare = entry or not any(cell is not None for cell in cells)
    return [*cells, _fitting(flow(entry), form.title) if bare else None]


def _single(rest: dict[str, Any], form: Form) -> list[tuple[Cell | None, Cell | None]]:
    rows = rows_of(form)
    values = [_taken(rest, row.column) for row in rows]
    cites: Cells = [None] * len(rows)
    for cite in {row.cite.path: row.cite for row in rows if row.cite is not None}.values():
        beside = [number for number, row in enumerate(rows) if row.cite is cite]
        first = next((number for number in beside if values[number] is not None), beside[0])
        cites[first] = _taken(rest, cite)
    return list(zip(values, cites, strict=True))


def _taken(rest: dict[str, Any], column: Column) -> Cell | None:
    """The cell of a column, whose value is taken out of what is left; None where there is none to write."""
    if column.null_at is not None and _at(rest, column.null_at) is None:
        _take(rest, column.null_at)
        return NOTHING
    value = _at(rest, column.path)
    if value is None or value is _MISSING:
        return None
    cell = to_cell(value, column.leaf)
    if cell is not None:
        _take(rest, column.path)
    return cell


_MISSING: Any = object()


def _at(value: Any, path: Path) -> Any:
    for key in path:
        if not isinstance(value, dict) or key not in value:
            return _MISSING
        value = value[key]
    return value


def _take(rest: dict[str, Any], path: Path) -> None:
    """Take a value out, and with it the entries that are empty without it."""
    within = [rest]
    for key in path[:-1]:
        within.append(within[-1][key])
    for key, entry in zip(reversed(path), reversed(within), strict=True):
        del entry[key]
        if entry:
            break


def _fitting(text: str, key: str) -> str:
    if len(text) <= LONGEST:
        return text
    words = Text(
        f"в ячейку помещается не больше {LONGEST} знаков, а здесь больше; сократите значение",
        f"a cell holds at most {LONGEST} signs, and here are more; shorten the value",
    )
    raise FaultyInput([Fault("", None, None, key, words)])
