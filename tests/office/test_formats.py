"""What a cell shows is what was typed: a day or a number that its format shows otherwise is no value."""

import io
import re
from datetime import date
from itertools import permutations

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size

from law189.errors import FaultyInput
from law189.office.workbook.book import read_workbook
from law189.office.workbook.cells import Unreadable, from_cell, to_cell
from law189.office.workbook.formats import FIRST_DAY, shows_day, shows_other
from law189.office.workbook.from_tables import read_tables
from law189.office.workbook.opened import tables_of
from law189.office.workbook.sheets import forms

PARTS = {"day": ("d", "dd"), "month": ("m", "mm", "mmm", "mmmm"), "year": ("yy", "yyyy")}
SIGNS = ("{}", "[$-419]{};@", '{}" г."', "[$-F800]dddd\\, {}", "{} h:mm")


def cells_of(*cells, shown):
    """A sheet with those numbers in its first row, each shown by its format."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet("А")
    for column, (cell, code) in enumerate(zip(cells, shown, strict=True)):
        sheet.write_number(0, column, cell, book.add_format({"num_format": code}))
    book.close()
    [table] = tables_of(out.getvalue(), "b.xlsx")
    return table


# ─── Дни ─────────────────────────────────────────────────────────────────────────────────────────────────


def formats_of_days():
    """Every format that shows some of a day, a month and a year, in every order; and what it shows."""
    for count in (1, 2, 3):
        for names in permutations(PARTS, count):
            for number, around in enumerate(SIGNS):
                parts = [PARTS[name][number % len(PARTS[name])] for name in names]
                yield around.format(r"\.".join(parts)), set(names)


def test_a_day_is_read_where_its_number_its_month_and_its_year_are_shown_and_nowhere_else():
    listed = list(formats_of_days())
    codes = [code for code, _ in listed]
    table = cells_of(*(45_200 for _ in codes), shown=codes)
    for column, (code, names) in enumerate(listed):
        whole = names == set(PARTS)
        assert shows_day(code) == whole, code
        assert ((0, column) in table.cells) == whole, code
        assert ((0, column) in table.wrong) != whole, code


@pytest.mark.parametrize(("number", "whole"), [(14, True), (15, True), (22, True), (16, False), (17, False)])
def test_the_formats_that_have_numbers_only_are_known(number, whole):
    table = cells_of(45_200, shown=[number])
    assert ((0, 0) in table.cells) is whole
    said = "" if whole else table.wrong[0, 0].ru
    assert whole or "хранит 01.10.2023" in said


@pytest.mark.parametrize("serial", [0, 0.5, 1, 59, 60, 61, 2023])
def test_a_number_in_a_cell_of_days_is_no_day(serial):
    """Zero is the empty date, 60 the 29th of February 1900, which was not; 2023 a year that somebody typed."""
    table = cells_of(serial, shown=["dd.mm.yyyy"])
    assert not table.cells
    assert re.search("пустая дата|число, например год", table.wrong[0, 0].ru)


def test_the_first_day_is_the_same_both_ways():
    leaf = next(column.leaf for form in forms() for column in form.columns if column.leaf.day)
    assert to_cell(FIRST_DAY.isoformat(), leaf) == FIRST_DAY
    assert to_cell("1909-12-31", leaf) == "1909-12-31"


def test_a_month_that_excel_made_a_day_is_refused_in_every_column_of_every_sheet():
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    month = book.add_format({"num_format": "mmm-yy"})
    places = set()
    for form in forms():
        sheet = book.add_worksheet(form.title)
        for number, column in enumerate(form.columns):
            row, at = (2, number) if form.is_list else (number + 1, 1)
            sheet.write_string(*((1, number) if form.is_list else (row, 4)), column.key)
            sheet.write_datetime(row, at, date(2023, 10, 1), month)
            places.add((form.title, row, at))
    for title, heads in {
        "План (вставка)": ["№", "Мероприятие", "Срок", "Результат", "Ответственный"],
        "Показатели (вставка)": ["№", "Тип", "Индикатор", "База", "Целевой ориентир", "2024 год"],
    }.items():
        sheet = book.add_worksheet(title)
        for column, head in enumerate(heads):
            sheet.write_string(0, column, head)
            sheet.write_datetime(1, column, date(2023, 10, 1), month)
            places.add((title, 1, column))
    book.close()
    found = read_workbook(out.getvalue(), "b.xlsx").faults
    told = [one for one in found if "показывает не весь день, а хранит 01.10.2023" in one.text.ru]
    assert len(told) == len(places)


def test_a_month_is_refused_in_a_table_of_a_decree():
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "default_date_format": "mmmm yyyy"})
    sheet = book.add_worksheet("План")
    sheet.write_row(0, 0, ["№", "Мероприятие", "Срок"])
    sheet.write_row(1, 0, ["1", "Отчёт"])
    sheet.write_datetime(1, 2, date(2023, 10, 1))
    book.close()
    with pytest.raises(FaultyInput) as caught:
        read_tables(out.getvalue(), "t.xlsx", "app4")
    [fault] = caught.value.faults
    assert (fault.cell, "хранит 01.10.2023" in fault.text.ru) == ("C2", True)


# ─── Числа ───────────────────────────────────────────────────────────────────────────────────────────────

AS_TYPED = (
    "",
    "General",
    "0",
    "0.00",
    "#,##0",
    "# ##0.0",
    "[Red]0",
    "0.",
    "@",
    "# ?/?",
    "_-* #,##0.00_-;-* #,##0.00",
)
OTHERWISE = (
    "0000",
    "000000",
    '0"-п"',
    '"№ "0',
    '"не менее "0',
    '0" и более"',
    "0\\-0",
    "#,##0,",
    "0.0,,",
    ";;;",
    "0 [$руб.-419]",
)


@pytest.mark.parametrize("code", AS_TYPED)
def test_a_number_that_is_shown_as_itself_is_read(code):
    table = cells_of(77, shown=[code])
    assert table.cells == {(0, 0): 77}
    assert not table.wrong


@pytest.mark.parametrize("code", OTHERWISE)
def test_a_number_that_is_shown_with_zeros_with_words_or_not_at_all_is_refused(code):
    table = cells_of(77, shown=[code])
    assert not table.cells
    assert "хранит число 77" in table.wrong[0, 0].ru
    assert "the number 77" in table.wrong[0, 0].en


@settings(max_examples=size(60, 1000), deadline=None)
@given(st.integers(0, 10**9), st.integers(1, 8))
def test_zeros_are_told_where_there_are_more_of_them_than_the_number_has_digits(number, zeros):
    assert shows_other("0" * zeros, number) == (f"{number:0{zeros}}" != str(number))


@settings(max_examples=size(100, 2000), deadline=None)
@given(st.text('dmyhs0#?.,;@%"\\[]$-/ _*EeGгр', max_size=16), st.floats(-1e9, 1e9))
def test_whatever_a_format_is_it_is_read(code, number):
    assert shows_day(code) in (True, False)
    assert shows_other(code, number) in (True, False)


# ─── ИСТИНА и конец строки ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("truth", [True, False])
def test_a_truth_stands_only_where_yes_and_no_may(truth):
    for form in forms():
        for column in form.columns:
            if column.leaf.kinds & {"boolean", "any"}:
                assert from_cell(truth, column.leaf) is truth
                continue
            with pytest.raises(Unreadable) as caught:
                from_cell(truth, column.leaf)
            assert f"({'ИСТИНА' if truth else 'ЛОЖЬ'})" in caught.value.words.ru


def test_a_truth_in_the_words_of_a_pasted_table_is_refused_and_in_its_values_read():
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet("Показатели")
    sheet.write_row(0, 0, ["№", "Тип", "Индикатор", "Целевой ориентир"])
    sheet.write_row(1, 0, ["1.", "процесс", "Порядок есть", True])
    sheet.write_row(2, 0, ["2.", "процесс", True, True])
    book.close()
    with pytest.raises(FaultyInput) as caught:
        read_tables(out.getvalue(), "t.xlsx", "app4")
    assert [one.cell for one in caught.value.faults] == ["C3"]


def test_the_end_of_a_line_of_an_old_program_is_one_sign():
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.add_worksheet("А").write_row(0, 0, ["а\r\nб", "а\rб", "а\nб"])
    book.close()
    [table] = tables_of(out.getvalue(), "b.xlsx")
    assert set(table.cells.values()) == {"а\nб"}
