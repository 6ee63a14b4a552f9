"""Чтение листов (taken from sheets): the values that sheets hold, each with its cell, and every fault of a cell.

What `laid` writes this reads. A sheet, a column or a cell that means nothing here is a fault; words beside the
values, such as a heading that somebody changed, are noted.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from law189.errors import Fault
from law189.files.limits import SIZE
from law189.files.nodes import Loc, stop
from law189.files.wording import did_you_mean, word
from law189.law import Text
from law189.office.workbook.cells import NOTHING, Cell, Unreadable, from_cell
from law189.office.workbook.columns import REST, Column, Form, Leaf
from law189.office.workbook.faults import CellFault, Place, fault_in
from law189.office.workbook.laid import Row, rows_of
from law189.office.workbook.sheets import arranged, forms
from law189.office.workbook.table import Table, unseen

__all__ = ["HEADINGS", "REST_LEAF", "Taken", "take"]

HEADINGS = ("что", "значение", "адрес", "пояснение", "ключ")
"""What stands above a sheet of single values."""
REST_LEAF = Leaf(frozenset({"object"}))
_WHAT, _VALUE, _CITE, _HELP, _KEY = range(5)


@dataclass
class Taken:
    """What was read: the values, the cell of each by its place in them, faults, and what was not read and why.

    `places` are filled cells, of a value in several cells the first; `blank` those where a value would stand.
    """

    file: str
    values: dict[str, Any] = field(default_factory=dict)
    places: dict[Loc, Place] = field(default_factory=dict)
    blank: dict[Loc, Place] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    notes: list[CellFault] = field(default_factory=list)

    def fault(self, place: Place, ru: str, en: str) -> None:
        """Something wrong at a cell."""
        self.faults.append(fault_in(self.file, place, Text(ru, en)))

    def at(self, loc: Loc) -> Place | None:
        """The cell of the value there, filled or blank; None where it has none."""
        return self.places.get(loc) or self.blank.get(loc)

    def note(self, place: Place, ru: str, en: str) -> None:
        """Something at a cell that is not read."""
        self.notes.append(fault_in(self.file, place, Text(ru, en)))


def take(tables: Iterable[Table], file: str, ours: Mapping[str, Callable[[Table, Taken], None]]) -> Taken:
    """The values of the sheets of a workbook; `ours` reads the sheets that hold no values of the profile."""
    known = {form.title: form for form in forms()}
    taken, tables = Taken(file), tuple(tables)
    if sum(len(cell) for table in tables for cell in table.cells.values() if isinstance(cell, str)) > SIZE:
        stop(
            file,
            f"в книге больше {SIZE} знаков; столько в профиле не бывает, проверьте файл",
            f"the workbook has more than {SIZE} signs; no profile has so many, check the file",
        )
    for table in tables:
        _look(table, taken)
        if table.title in known:
            form = known[table.title]
            (_take_list if form.is_list else _take_single)(table, form, taken)
        elif table.title in ours:
            ours[table.title](table, taken)
        elif table.cells:
            hint = did_you_mean(table.title, known)
            ru, en = ("скрытый лист", "hidden sheet") if table.hidden.sheet else ("лист", "sheet")
            words = Text(
                f"такого листа в книге профиля нет; {hint.ru} — или удалите этот {ru}",
                f"a workbook of a profile has no such sheet; {hint.en} or delete this {en}",
            )
            taken.faults.append(CellFault(file, None, None, "", words, table.title))
    taken.values = arranged(taken.values)
    return taken


def _look(table: Table, taken: Taken) -> None:
    """Tell the cells that cannot be read, and those that are merged."""
    for (row, column), words in sorted(table.wrong.items()):
        taken.fault(Place(table.title, row, column), words.ru, words.en)
    known = {form.title for form in forms()}
    for (row, column), words in unseen(table, exact=table.title in known).items():
        taken.fault(Place(table.title, row, column), words.ru, words.en)
    for row, column, _, _ in table.merged if table.title in known else ():
        taken.fault(
            Place(table.title, row, column),
            "ячейки объединены; разделите их и впишите значение в каждую",
            "merged cells; part them and write the value in each",
        )


# ─── Лист со строкой на запись ───────────────────────────────────────────────────────────────────────────


def _take_list(table: Table, form: Form, taken: Taken) -> None:
    columns = _columns_of(table, form, taken)
    if columns is None:
        return
    entries: list[Any] = []
    for row, cells in table.rows.items():
        if row < 2 or all(_is_blank(cell) for cell in cells.values()):
            continue
        loc: Loc = (*form.at, len(entries))
        taken.places[loc] = Place(table.title, row, min(cells))
        entry: dict[str, Any] = {}
        for number, cell in cells.items():
            place = Place(table.title, row, number)
            if number in columns:
                _put(entry, loc, columns[number], cell, place, taken)
            elif not _is_blank(cell) and (row, number) not in table.wrong:
                taken.fault(
                    place,
                    "над этой графой нет ключа во второй строке; перенесите значение в графу листа или удалите его",
                    "there is no key above this column in the second row; move the value to a column of the "
                    "sheet or delete it",
                )
        for number, column in columns.items():
            if column is not None:
                _known(taken, loc, column.path, Place(table.title, row, number))
        entries.append(entry)
    if entries:
        _set(taken.values, form.at, entries, next(iter(taken.places.values())), taken, {})


def _columns_of(table: Table, form: Form, taken: Taken) -> dict[int, Column | None] | None:
    """The columns by the keys above them; None for the one of the key `+`."""
    known: dict[str, Column | None] = {column.key: column for column in form.columns} | {REST: None}
    found: dict[int, Column | None] = {}
    keys = {
        number: str(cell).strip() for number, cell in table.rows.get(1, {}).items() if not _is_blank(cell)
    }
    for number, key in keys.items():
        place = Place(table.title, 1, number)
        if key not in known:
            hint = did_you_mean(key, known)
            taken.fault(
                place,
                f"такого ключа у листа нет: «{word(key)}»; {hint.ru}",
                f"the sheet has no such key: «{word(key)}»; {hint.en}",
            )
        elif known[key] in found.values():
            taken.fault(
                place,
                f"ключ «{key}» указан дважды; оставьте одну графу",
                f"the key «{key}» is given twice; keep one column",
            )
        else:
            found[number] = known[key]
    if not keys and any(row > 0 for row in table.rows):
        taken.fault(
            Place(table.title, 1, 0),
            "во второй строке листа нет ключей; верните её, как в книге, которую записала программа",
            "the second row of the sheet has no keys; put it back as in a workbook that the program wrote",
        )
        return None
    return found


# ─── Лист со строкой на ключ ─────────────────────────────────────────────────────────────────────────────


def _take_single(table: Table, form: Form, taken: Taken) -> None:
    rows = {row.column.key: row for row in rows_of(form)}
    lines: dict[str, int] = {}
    for line, cells in table.rows.items():
        place = Place(table.title, line, _KEY)
        key = str(cells.get(_KEY, "")).strip()
        if line == 0 or all(_is_blank(cell) for cell in cells.values()):
            continue
        if key in lines or (key not in rows and not (key == REST and form.at == () and form is forms()[0])):
            hint = did_you_mean(key, rows)
            taken.fault(
                place,
                f"ключ «{word(key)}» указан дважды; оставьте одну строку"
                if key in lines
                else f"такого ключа у листа нет: «{word(key)}»; {hint.ru}",
                f"the key «{word(key)}» is given twice; keep one row"
                if key in lines
                else f"the sheet has no such key: «{word(key)}»; {hint.en}",
            )
            continue
        lines[key] = line
        row = rows.get(key)
        for number, cell in cells.items():
            at = Place(table.title, line, number)
            if number == _VALUE:
                _put(taken.values, (), None if row is None else row.column, cell, at, taken)
            elif number == _CITE and row is not None and row.cite is not None:
                _put(taken.values, (), row.cite, cell, at, taken)
            elif number == _CITE or number > _KEY:
                taken.fault(
                    at,
                    "у этой строки такой ячейки нет; удалите значение",
                    "this row has no such cell; delete the value",
                )
    _known_rows(table, rows, lines, taken)


def _known_rows(table: Table, rows: Mapping[str, Row], lines: Mapping[str, int], taken: Taken) -> None:
    """Remember where each key stands; an address that several rows share, beside the first that is filled."""
    for key, line in sorted(lines.items(), key=lambda one: _is_blank(table.rows[one[1]].get(_VALUE, ""))):
        if (row := rows.get(key)) is not None:
            _known(taken, (), row.column.path, Place(table.title, line, _VALUE))
            if row.cite is not None:
                _known(taken, (), row.cite.path, Place(table.title, line, _CITE))


# ─── Ячейка ──────────────────────────────────────────────────────────────────────────────────────────────


def _put(
    entry: dict[str, Any], loc: Loc, column: Column | None, cell: Cell, place: Place, taken: Taken
) -> None:
    """Put what a cell says where its column says; None is the column of the key `+`."""
    if _is_blank(cell):
        return
    nothing = isinstance(cell, str) and " ".join(cell.split()).casefold() == NOTHING
    if column is not None and nothing and column.null_at is not None:
        _set(entry, column.null_at, None, place, taken, {"loc": loc})
        return
    try:
        value = from_cell(cell, REST_LEAF if column is None else column.leaf)
    except Unreadable as error:
        taken.fault(place, error.words.ru, error.words.en)
        return
    if column is not None:
        _set(entry, column.path, value, place, taken, {"loc": loc})
    elif isinstance(value, dict):
        _merge(entry, (), value, place, taken, loc)
    else:
        taken.fault(
            place,
            "здесь нужны ключи со значениями в фигурных скобках, например {grade: assumed}",
            "keys with values in braces are needed here, such as {grade: assumed}",
        )


def _merge(
    entry: dict[str, Any], path: tuple[str, ...], value: Any, place: Place, taken: Taken, loc: Loc
) -> None:
    """Put what the cell of the key `+` says beside what other cells say."""
    if isinstance(value, dict) and value:
        for key, one in value.items():
            _merge(entry, (*path, key), one, place, taken, loc)
    elif path:
        _set(entry, path, value, place, taken, {"loc": loc})


def _set(
    entry: dict[str, Any],
    path: tuple[str, ...],
    value: Any,
    place: Place,
    taken: Taken,
    at: Mapping[str, Loc],
) -> None:
    loc: Loc = at.get("loc", ())
    within: Any = entry
    for length, key in enumerate(path[:-1], start=1):
        within = within.setdefault(key, {})
        taken.places.setdefault((*loc, *path[:length]), place)
        if not isinstance(within, dict):
            _twice(place, (*loc, *path[:length]), taken)
            return
    if path[-1] not in within:
        within[path[-1]] = value
        taken.places[*loc, *path] = place
    elif within[path[-1]] != value:
        _twice(place, (*loc, *path), taken)


def _twice(place: Place, loc: Loc, taken: Taken) -> None:
    other = taken.places.get(loc)
    where = "" if other is None else fault_in("", other, Text("", "")).cell
    taken.fault(
        place,
        f"об этом уже сказано в ячейке {where}; оставьте что-то одно",
        f"the cell {where} says this already; keep one of them",
    )


def _known(taken: Taken, loc: Loc, path: tuple[str, ...], place: Place) -> None:
    """Remember where a key stands, and the entries around it, for faults of what is missing."""
    for length in range(1, len(path) + 1):
        taken.blank.setdefault((*loc, *path[:length]), place)


def _is_blank(cell: Cell) -> bool:
    return isinstance(cell, str) and not cell.strip()
