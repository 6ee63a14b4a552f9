"""What nobody sees is no part of the table of an act, and is told; a workbook of a profile refuses it."""

import io
import re
from zipfile import ZipFile

import docx
import pytest
import xlsxwriter
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size

from law189.errors import FaultyInput
from law189.office.workbook.book import as_workbook, read_workbook
from law189.office.workbook.from_tables import read_tables
from law189.office.workbook.notes import HELP_TITLE
from law189.office.workbook.opened import tables_of
from law189.office.workbook.sheets import forms

HEADS = ["№", "Мероприятие", "Срок", "Результат"]
ROWS = [[str(one), f"Дело {one}", f"{2020 + one} год", "Акт"] for one in range(1, 7)]


def sheet_of(rows, hidden_rows=(), hidden_columns=(), away=False, extra=False):
    """A table with hidden rows and columns, its sheet too (`away`); `extra` adds one that is seen."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    if extra:
        book.add_worksheet("Пояснение").write_string(0, 0, "к плану")
    sheet = book.add_worksheet("План")
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row)
        if number in hidden_rows:
            sheet.set_row(number, None, None, {"hidden": True})
    for column in hidden_columns:
        sheet.set_column(column, column, None, None, {"hidden": True})
    if away:
        sheet.hide()
    book.close()
    return out.getvalue()


def text_of(rows, hidden_rows=()):
    """The same table in a text of Word."""
    made = docx.Document()
    table = made.add_table(len(rows), len(rows[0]))
    for number, row in enumerate(rows):
        for column, words in enumerate(row):
            table.cell(number, column).text = words
        if number in hidden_rows:
            table.rows[number]._tr.get_or_add_trPr().append(parse_xml(f"<w:hidden {nsdecls('w')}/>"))
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def told(found):
    return [one.text.ru for one in found.questions if "скрыт" in one.text.ru]


@settings(max_examples=size(40, 500))
@given(st.sets(st.integers(1, len(ROWS)), max_size=len(ROWS) - 1))
def test_hidden_rows_are_passed_over_and_told_the_same_in_a_workbook_and_in_a_text(hidden):
    rows = [HEADS, *ROWS]
    seen = [row for number, row in enumerate(rows) if number not in hidden]
    only = read_tables(text_of(seen), "t.docx", "app4", kind="plan")
    book = read_tables(sheet_of(rows, hidden), "t.xlsx", "app4", kind="plan")
    text = read_tables(text_of(rows, hidden), "t.docx", "app4", kind="plan")
    assert book.found.entries == text.found.entries == only.found.entries
    assert told(book) == told(text)
    assert bool(told(book)) == bool(hidden)
    assert not told(only)
    for number in hidden - {one + 1 for one in hidden}:
        assert any(f"«{number} Дело {number} " in one for one in told(book))
    assert ("скрыт" in book.text("ru")) == bool(hidden)


def test_a_hidden_column_and_a_hidden_sheet_are_passed_over_and_told():
    rows = [HEADS, *ROWS]
    found = read_tables(sheet_of(rows, hidden_columns=[3]), "t.xlsx", "app4")
    assert all("result" not in one for one in found.found.entries["plan"])
    assert ["графа" in one and "«Результат»" in one for one in told(found)] == [True]
    with pytest.raises(FaultyInput) as caught:
        read_tables(sheet_of(rows, away=True, extra=True), "t.xlsx", "app4")
    assert any("лист скрыт и не прочитан" in one.text.ru for one in caught.value.faults)


def test_a_merged_cell_is_seen_where_some_of_its_rows_are():
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet("План")
    sheet.write_row(0, 0, HEADS[:3])
    for row in (1, 2, 3):
        sheet.write_row(row, 0, [str(row), f"Дело {row}"])
    sheet.merge_range(1, 2, 3, 2, "2024 год")
    sheet.set_row(1, None, None, {"hidden": True})
    book.close()
    plan = read_tables(out.getvalue(), "t.xlsx", "app4").found.entries["plan"]
    assert [one["term"] for one in plan] == [{"kind": "year", "year": 2024}] * 2


def test_hidden_words_of_a_cell_of_a_text_are_told():
    made = docx.Document()
    table = made.add_table(2, 3)
    for column, (head, words) in enumerate(zip(HEADS, ROWS[0], strict=False)):
        if column < 3:
            table.cell(0, column).text, table.cell(1, column).text = head, words
    more = table.cell(1, 1).paragraphs[0].add_run(" (исключено)")
    more.font.hidden = True
    out = io.BytesIO()
    made.save(out)
    found = read_tables(out.getvalue(), "t.docx", "app4")
    assert found.found.entries["plan"][0]["title"] == {"ru": "Дело 1"}
    assert told(found) == [
        "скрытые слова не прочитаны: «(исключено)»; если это есть в акте, покажите и прочитайте заново"
    ]


# ─── Книга профиля ───────────────────────────────────────────────────────────────────────────────────────


def hiding(rows=None, columns=None, sheets=()):
    """The workbook of a shipped profile with a row or a column of some sheets hidden, or sheets as a whole."""
    given = as_workbook("kemerovo")
    titles = [table.title for table in tables_of(given, "b.xlsx")]
    out = io.BytesIO()
    with ZipFile(io.BytesIO(given)) as old, ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name).decode(errors="surrogateescape")
            if (number := re.fullmatch(r"xl/worksheets/sheet(\d+)\.xml", name)) is not None:
                title = titles[int(number[1]) - 1]
                if title in (rows or {}):
                    part = re.sub(rf'<row r="{rows[title]}"', r'\g<0> hidden="1"', part)
                if title in (columns or {}):
                    at = columns[title]
                    part = re.sub(
                        r"<cols>.*</cols>", f'<cols><col min="{at}" max="{at}" hidden="true"/></cols>', part
                    )
            if name == "xl/workbook.xml":
                for title in sheets:
                    part = part.replace(f'name="{title}"', f'name="{title}" state="veryHidden"')
            new.writestr(name, part.encode(errors="surrogateescape"))
    return read_workbook(out.getvalue(), "b.xlsx")


def test_each_sheet_of_a_profile_refuses_a_hidden_value_and_no_hidden_key():
    tables = {table.title: table for table in tables_of(as_workbook("kemerovo"), "b.xlsx")}
    first = {}
    for form in forms():
        at = [
            place
            for place in sorted(tables[form.title].cells)
            if place[0] > form.is_list and (form.is_list or place[1] in (1, 2))
        ]
        if at:
            first[form.title] = at[0]
    lists = {form.title: 2 for form in forms() if form.is_list}
    singles = {form.title: 5 for form in forms() if not form.is_list}
    assert not hiding(lists, singles, [HELP_TITLE]).faults
    for found, what in (
        (hiding(rows={title: row + 1 for title, (row, _) in first.items()}), "строка скрыта"),
        (hiding(columns={title: column + 1 for title, (_, column) in first.items()}), "графа скрыта"),
        (hiding(sheets=first), "лист скрыт"),
    ):
        assert {one.sheet for one in found.faults} == first.keys(), what
        assert all(what in one.text.ru for one in found.faults), what
    assert len(first) > 10


@pytest.mark.parametrize("code", ['"№ "@', ";;;", '@" (проект)"', '0;-0;0;"см. "@'])
def test_a_text_that_its_format_changes_or_hides_is_refused(code):
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet("План")
    sheet.write_row(0, 0, HEADS[:3])
    sheet.write_row(1, 0, ["1", "Дело", "2024 год"])
    sheet.write_string(1, 1, "Дело", book.add_format({"num_format": code}))
    book.close()
    with pytest.raises(FaultyInput) as caught:
        read_tables(out.getvalue(), "t.xlsx", "app4")
    [fault] = caught.value.faults
    assert fault.cell == "B2"
    assert "хранит «Дело»" in fault.text.ru
