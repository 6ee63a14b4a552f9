"""What somebody deleted in a workbook is told: no sheet, column or row goes without a word."""

from pathlib import Path

import pytest
from drawn_profiles import FILES, values_of

from law189.office.workbook.absent import absent
from law189.office.workbook.book import as_workbook, read_workbook
from law189.office.workbook.columns import REST
from law189.office.workbook.laid import rows_of
from law189.office.workbook.notes import ALLOWED
from law189.office.workbook.opened import tables_of
from law189.office.workbook.sheets import forms
from law189.office.workbook.table import Table

TABLES = tables_of(as_workbook("kemerovo"), "b.xlsx")
TITLES = [*(form.title for form in forms()), ALLOWED.title]


def told(tables):
    return [one.told("ru") for one in absent(tables, "b.xlsx")]


@pytest.mark.parametrize("file", FILES, ids=lambda file: Path(file).stem)
def test_a_workbook_as_it_was_written_has_everything(file):
    assert values_of(file)
    found = read_workbook(as_workbook(str(file)), "b.xlsx", Path(file).parent)
    assert found.notes == ()


@pytest.mark.parametrize("title", TITLES)
def test_a_sheet_that_was_deleted_is_named(title):
    [said] = told([table for table in TABLES if table.title != title])
    assert said.startswith(f"b.xlsx: в книге нет листов: «{title}»; ")


def test_sheets_that_were_deleted_are_one_sentence():
    [said] = told([table for table in TABLES if table.title not in TITLES[2:]])
    assert all(f"«{title}»" in said for title in TITLES[2:])


@pytest.mark.parametrize("form", forms(), ids=lambda form: form.title)
def test_a_column_or_a_row_that_was_deleted_is_named(form):
    table = next(one for one in TABLES if one.title == form.title)
    others = [one for one in TABLES if one is not table]
    if form.is_list:
        full, keys = {**table.cells, (2, 0): "а"}, [*(column.key for column in form.columns), REST]
    else:
        full, keys = dict(table.cells), [row.column.key for row in rows_of(form)]
    for key in keys:
        where = [place for place, cell in full.items() if cell == key and (place[0] == 1 or place[1] == 4)]
        [said] = told([*others, Table(form.title, {at: full[at] for at in full if at not in where})])
        assert said.startswith(f"b.xlsx, лист «{form.title}»: на листе нет ")
        assert f" {key};" in said


def test_a_sheet_without_entries_needs_no_columns():
    tables = [Table(one.title, {}) if one.title in TITLES[4:] else one for one in TABLES]
    lists = {form.title for form in forms() if form.is_list}
    assert not [said for said in told(tables) if any(f"«{title}»" in said for title in lists)]
