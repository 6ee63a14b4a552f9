"""Книга профиля (workbook): a profile written as a workbook, and the same profile read from it.

>>> book = as_workbook("kemerovo")
>>> read = read_workbook(book, "book.xlsx")
>>> [fault.told("ru") for fault in read.faults], read.text.splitlines()[0]
([], 'profile: kemerovo')
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from law189.errors import Fault, FaultyInput, ProfileError
from law189.files.disk import read_file, read_text
from law189.files.given import Given
from law189.files.nodes import Loc, Node, key_of, stop
from law189.files.parser import read_tree
from law189.kinds.asked import asked
from law189.law import Text
from law189.lints.linter import allowances
from law189.office.workbook.absent import absent
from law189.office.workbook.cures import in_cells
from law189.office.workbook.faults import CellFault, Place, fault_in
from law189.office.workbook.hidden import hidden_values, seen_of
from law189.office.workbook.laid import laid_out
from law189.office.workbook.notes import ALLOWED, HELP, HELP_TITLE, LISTS, PASTED
from law189.office.workbook.opened import tables_of
from law189.office.workbook.pasted import OTHER, pasted
from law189.office.workbook.percents import percents
from law189.office.workbook.sheets import arranged, forms
from law189.office.workbook.table import Table
from law189.office.workbook.taken import Taken, take
from law189.office.workbook.xlsx import as_xlsx
from law189.office.workbook.yaml_text import written
from law189.profile.federal import shipped_data
from law189.profile.loader import load_given, shipped_profiles, shipped_source

__all__ = ["Read", "as_workbook", "read_workbook"]


@dataclass(frozen=True)
class Read:
    """What a workbook says: the text of the profile, its faults by sheet and cell, and what was not read.

    With a fault there may still be a text; it is then no profile that can be used.
    """

    text: str
    faults: tuple[Fault, ...]
    notes: tuple[Fault, ...]


@asked
def as_workbook(source: str | Given) -> bytes:
    """The workbook of a shipped profile, a file or a stream.

    Raises `ProfileError` where it is no profile that can be used, ModuleNotFoundError without the extra `office`.
    """
    load_given(source)
    shipped = isinstance(source, str) and source in shipped_profiles()
    try:
        if shipped:
            values, text = shipped_data()["municipalities"][source], shipped_source(str(source))
        else:
            path = Path(source) if isinstance(source, str) else source
            values, text = read_file(path, places=False).plain(), read_text(path)
        laid = laid_out(json.loads(json.dumps(values)))
    except FaultyInput as error:
        raise ProfileError(
            Fault(one.file or str(source), one.line, one.column, one.key, one.text) for one in error.faults
        ) from None
    return as_xlsx(laid, [(one.code, one.reason) for one in allowances(text)], PASTED)


@asked
def read_workbook(data: bytes, file: str, folder: Path | None = None) -> Read:
    """What a workbook says; `folder` is where the profile will stand, so that its layer is found.

    Raises `FaultyInput` where it is no workbook, ModuleNotFoundError without the extra `office`.
    """
    allowed: list[str] = []
    ours = _ours(allowed)
    tables = tables_of(data, file)
    known = {form.title for form in forms()}
    if not any(table.title in known for table in tables):
        stop(
            file,
            "в книге нет листов профиля; если это таблица постановления, добавьте --plan или --indicators",
            "the workbook has no sheets of a profile; if it is a table of a decree, add --plan or --indicators",
        )
    taken = take(tables, file, ours)
    _look_for_hidden(tables, taken)
    taken.faults += percents(tables, taken)
    _paste([seen_of(table) for table in tables if table.title in PASTED], taken)
    text = "".join(f"{one}\n" for one in allowed) + written(taken.values)
    faults = taken.faults or list(_checked(text, taken, folder or Path()))
    sheets = dict.fromkeys(place.sheet for place in taken.places.values())
    order = {sheet: number for number, sheet in enumerate(sheets)}
    return Read(
        text,
        tuple(sorted(dict.fromkeys(faults), key=lambda one: _stands(one, order))),
        (*absent(tables, file), *taken.notes),
    )


def _look_for_hidden(tables: list[Table], taken: Taken) -> None:
    """Tell values that nobody sees or that are struck out; keys, notes and the program's lists may be hidden."""
    known = {form.title: form for form in forms()}
    for table in tables:
        form = known.get(table.title)
        if form is None and table.title != ALLOWED.title:
            continue
        single = form is not None and not form.is_list
        found = hidden_values(table, below=1 if single else 2, columns=(1, 2) if single else None)
        taken.faults += [
            fault_in(taken.file, Place(table.title, *place), words)
            for place, words in (*found, *table.passed)
        ]


def _stands(fault: Fault, order: Mapping[str, int]) -> tuple[int, int, str]:
    """Where a fault stands in the workbook; what has no cell comes last."""
    if not isinstance(fault, CellFault):
        return len(order) + 1, 0, ""
    return order.get(fault.sheet, len(order)), int("".join(filter(str.isdigit, fault.cell)) or 0), fault.cell


# ─── Проверка того, что прочитано ────────────────────────────────────────────────────────────────────────


def _checked(text: str, taken: Taken, folder: Path) -> Iterable[Fault]:
    """What is wrong with the profile, each fault at its cell."""
    try:
        load_given(_Text(taken.file, text.encode(), folder))
    except ProfileError as error:
        locs = dict(_locs(read_tree(text, taken.file), ())) if _is_tree(error) else {}
        for fault in error.faults:
            yield _at_cell(fault, locs, taken)


def _is_tree(error: ProfileError) -> bool:
    """Whether the text was read, so that its values have places."""
    return any(fault.key for fault in error.faults)


class _Text(Given):
    """The text of a profile that no file holds yet, as if it stood in that folder."""

    def __init__(self, name: str, data: bytes, folder: Path) -> None:
        import io

        super().__init__(name, lambda: io.BytesIO(data), ("yaml",), "yaml")
        self._folder = folder

    @property
    def parent(self) -> Path:
        return self._folder


def _locs(node: Node, loc: Loc) -> Iterable[tuple[tuple[int, int], Loc]]:
    """Where each value of the text stands, the outer ones first."""
    inner: Iterable[tuple[int | str, Node]] = ()
    if isinstance(node.content, dict):
        inner = node.content.items()
    elif isinstance(node.content, list):
        inner = enumerate(node.content)
    for step, one in inner:
        yield from _locs(one, (*loc, step))
    if node.line is not None and node.column is not None:
        yield (node.line, node.column), loc


def _at_cell(fault: Fault, locs: Mapping[tuple[int, int], Loc], taken: Taken) -> Fault:
    """The fault at the cell of its value; as it is where it stands in a layer, or nowhere."""
    if fault.file != taken.file or fault.line is None or fault.column is None:
        return fault
    loc = locs.get((fault.line, fault.column))
    if loc is None:
        return Fault(fault.file, None, None, fault.key, fault.text)
    below = [key for key in fault.key.removeprefix(key_of(loc)).split(".") if key]
    for steps in ((*loc, *below), loc, *(loc[:length] for length in range(len(loc) - 1, 0, -1))):
        if (place := taken.at(steps)) is not None:
            return fault_in(taken.file, place, in_cells(fault.text, (*loc, *below), place, taken), fault.key)
    return CellFault(taken.file, None, None, fault.key, fault.text, "Постановление")


# ─── Листы, в которых нет значений профиля ───────────────────────────────────────────────────────────────


def _ours(allowed: list[str]) -> dict[str, Callable[[Table, Taken], None]]:
    def read_allowed(table: Table, taken: Taken) -> None:
        for row, cells in table.rows.items():
            if row < 2:
                continue
            code, reason = (str(cells.get(column, "")).strip() for column in (0, 1))
            bad = set(cells) - {0, 1} or not code or "\n" in code + reason
            if bad:
                words = Text(
                    "нужны код замечания и одна строка с причиной",
                    "a code of a lint and one line of reason are needed",
                )
                taken.faults.append(fault_in(taken.file, Place(table.title, row, min(cells)), words))
            allowed.append(f"# law189: allow {code}{f' because {reason}' if reason else ''}")

    def read_help(table: Table, taken: Taken) -> None:
        for (row, column), cell in table.cells.items():
            if (column or row >= len(HELP)) and cell not in HELP:
                taken.note(
                    Place(table.title, row, column),
                    "этот лист не читается; перенесите значение на другой",
                    "this sheet is not read; move the value to another",
                )

    nothing = dict.fromkeys((LISTS, *PASTED), lambda *_: None)
    return {ALLOWED.title: read_allowed, HELP_TITLE: read_help, **nothing}


def _paste(tables: list[Table], taken: Taken) -> None:
    """Put in what the tables of the decree say that were pasted, where the sheets of those lists are blank."""
    known = taken.values.get("bodies", [])
    titles = [one.get("title") for one in known if isinstance(one, dict)]
    bodies = {
        title["ru"]: one["id"]
        for one, title in zip(known, titles, strict=True)
        if isinstance(title, dict) and isinstance(title.get("ru"), str) and isinstance(one.get("id"), str)
    }
    for table, kind in ((table, ("plan", "indicators")[PASTED.index(table.title)]) for table in tables):
        found = pasted([table], None, bodies, kind, in_book=True)
        if table.cells and not found.read:
            words = OTHER[kind] if found.others else NO_HEADINGS
            taken.fault(Place(table.title, 0, 0), words.ru, words.en)
        taken.notes += [fault_in(taken.file, place, words) for place, words in found.questions]
        passed = [(Place(table.title, *place), words) for place, words in table.passed]
        taken.notes += [fault_in(taken.file, place, words) for place, words in passed]
        taken.faults += [fault_in(taken.file, place, words) for place, words in found.wrong]
        for key, entries in found.entries.items():
            place = found.places[key, 0]
            if taken.values.get(key):
                if key in ("plan", "indicators"):
                    taken.fault(
                        place,
                        "записи есть и на листе этого перечня; оставьте что-то одно",
                        "the sheet of this list has entries too; keep one of them",
                    )
                continue
            taken.values[key] = entries
            taken.places |= {(key, number): found.places[key, number] for number in range(len(entries))}
            taken.places |= {loc: cell for loc, cell in found.cells.items() if loc[0] == key}
    taken.values = arranged(taken.values)


NO_HEADINGS = Text(
    "у вставленной таблицы нет понятных заголовков; вставьте её вместе с ними",
    "the pasted table has no headings that are known; paste it with them",
)


def plain_values(data: bytes, file: str) -> dict[str, Any]:
    """The values that a workbook holds, unchecked. Raises as `read_workbook`."""
    return take(tables_of(data, file), file, _ours([])).values
