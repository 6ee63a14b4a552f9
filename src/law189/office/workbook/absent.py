"""Чего в книге нет (absent): sheets, columns and rows that a workbook had when it was written, and has no longer.

Whoever deletes a sheet deletes its list, and the profile without it may be read without a fault. So it is told.

>>> from law189.office.workbook.table import Table
>>> tables = [Table(form.title, {}) for form in forms()[1:]]
>>> [one.told("ru") for one in absent(tables, "b.xlsx")][0][:48]
'b.xlsx: в книге нет листов: «Постановление», «Ра'
"""

from collections.abc import Iterator, Sequence

from law189.errors import Fault
from law189.law import Text
from law189.office.workbook.columns import REST, Form
from law189.office.workbook.faults import CellFault
from law189.office.workbook.laid import rows_of
from law189.office.workbook.notes import ALLOWED
from law189.office.workbook.sheets import forms
from law189.office.workbook.table import Table

__all__ = ["KEY_COLUMN", "absent"]

KEY_COLUMN = 4
"""Where the keys of a sheet of single values stand."""


def absent(tables: Sequence[Table], file: str) -> Iterator[Fault]:
    """What a workbook has no longer: its sheets in one sentence, then the keys of each sheet that is there."""
    known = {table.title: table for table in tables}
    gone = [title for title in (*(form.title for form in forms()), ALLOWED.title) if title not in known]
    if gone:
        named = ", ".join(f"«{title}»" for title in gone)
        words = Text(
            f"в книге нет листов: {named}; того, что на них стояло, в профиле не будет — если лист удалён по "
            "ошибке, верните его",
            f"the workbook has no sheets {named}; what stood on them will not be in the profile: put back what was "
            "deleted by mistake",
        )
        yield Fault(file, None, None, "", words)
    for form in forms():
        table = known.get(form.title)
        keys = [] if table is None else _absent_keys(table, form)
        if keys:
            yield CellFault(file, None, None, "", _words(keys, form), form.title)


def _absent_keys(table: Table, form: Form) -> list[str]:
    """The keys that stand nowhere on a sheet that holds anything."""
    if form.is_list:
        if not any(row > 1 for row in table.rows):
            return []
        needed = [*(column.key for column in form.columns), REST]
        found = list(table.rows.get(1, {}).values())
    else:
        rest = [REST] if form is forms()[0] else []
        needed = [*(row.column.key for row in rows_of(form)), *rest]
        found = [cells.get(KEY_COLUMN, "") for row, cells in table.rows.items() if row > 0]
    there = {str(cell).strip() for cell in found}
    return [key for key in needed if key not in there]


def _words(keys: list[str], form: Form) -> Text:
    named = ", ".join(keys)
    columns = Text("граф с ключами", "columns with the keys")
    what = columns if form.is_list else Text("строк с ключами", "rows with the keys")
    return Text(
        f"на листе нет {what.ru}: {named}; если они удалены по ошибке, верните их",
        f"the sheet has no {what.en} {named}; put back what was deleted by mistake",
    )
