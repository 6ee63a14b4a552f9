"""What a cell shows is what was typed: a day or a number that its format shows otherwise is no value."""

import io
import re
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal
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
from law189.office.workbook.shown import shown

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
    "#\\ ##0",
    "0.00E+00",
    "0;-0;0;@",
    "[>=1000]0.0;0",
    "#,##0.00\\ [$₽-419]",
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
    '"≥"0',
    '"<"0',
    "0+",
    "0%",
    '0"%"',
    "[>=10]0.0,;0",
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


@pytest.mark.parametrize(
    ("number", "code", "said"),
    [
        (200 / 3, "0.0", "66,7"),
        (79.5, "0", "80"),
        (79.5, 1, "80"),
        (0.875, 9, "88%"),
        (0.875, "0.0%", "87,5%"),
        (1234567.8, 3, "1 234 568"),
        (1234567.8, "#\\ ##0", "1234 568"),
        (66_500, "0,", "67"),
        (66_500, "0.0,", "66,5"),
        (-5, "0;0", "5"),
        (-5, 37, "(5)"),
        (0, "0;-0;", ""),
        (1 / 3, "General", "0,333333333"),
        (200 / 3, "@", "66,66666667"),
        (123_456_789_012, "General", "1,23457E+11"),
        (1 / 3, 12, "1/3"),
        (0.00494, "0.0E+0", "4,9E-3"),
        (1234.5, "[<1000]0.0;0", "1235"),
        (1234567, "000-00-00", "123-45-67"),
    ],
)
def test_a_number_shown_with_other_digits_than_it_has_is_refused_and_both_are_named(number, code, said):
    table = cells_of(number, shown=[code])
    assert not table.cells
    words = "не показывает ничего" if not said else f"показывает «{said}»"
    assert words in table.wrong[0, 0].ru
    assert "хранит число" in table.wrong[0, 0].ru


def put_in(number, decimals, blank):
    """A number as a person writes it with so many decimals, worked out without any format."""
    rounded = Context(prec=15, rounding=ROUND_HALF_UP).create_decimal(str(number))
    rounded = rounded.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, Context(prec=60))
    told = f"{abs(rounded):,.{decimals}f}".replace(",", " " if blank else "")
    return ("-" if number < 0 else "") + told


def held(numbers):
    """Numbers as the writer of workbooks keeps them, with sixteen digits."""
    return numbers.map(lambda one: float(f"{one:.16g}"))


@settings(max_examples=size(200, 3000))
@given(
    st.one_of(
        held(st.floats(-1e9, 1e9)),
        st.integers(-(10**7), 10**7),
        st.decimals(-10_000, 10_000, places=3).map(float),
    ),
    st.integers(0, 5),
    st.booleans(),
    st.booleans(),
    st.sampled_from(["{}", "{0};-{0}", "[Red]{}", "_-{}_-", "{};-{0};{0}", "[>=0]{};{0}", '{}"чел."']),
    st.sampled_from(["", "%", ",", ",,"]),
)
def test_a_number_is_read_where_what_is_shown_is_that_number_and_else_both_are_told(
    number, decimals, grouped, in_tail, around, scale
):
    own = ("#,##0" if grouped else "0") + ("." + "0" * decimals if decimals else "")
    own = own + scale if in_tail or scale == "%" or not decimals else own.replace(".", f"{scale}.")
    code = around.replace("{}", "{0}").format(own)
    power = {"": 0, "%": 2, ",": -3, ",,": -6}[scale]
    exact = Context(prec=15, rounding=ROUND_HALF_UP).create_decimal(repr(number)).scaleb(power)
    said = put_in(exact, decimals, grouped) if power else put_in(number, decimals, grouped)
    said += ("%" if scale == "%" else "") + ("чел." if "чел" in around else "")
    assert shown(code, number).strip().removeprefix("-") == said.removeprefix("-")
    is_it = re.fullmatch("[-0-9 .]+", said) and Decimal(said.replace(" ", "")) == Decimal(repr(number))
    table = cells_of(number, shown=[code])
    assert ((0, 0) in table.cells) == bool(is_it), code
    if not is_it:
        assert f"«{shown(code, number).replace('.', ',')}»" in table.wrong[0, 0].ru


@settings(max_examples=size(100, 1000))
@given(
    held(st.floats(-1e15, 1e15).filter(lambda one: one == 0 or abs(one) > 1e-90))
    | st.integers(-(10**15), 10**15)
)
def test_a_number_without_a_format_is_read_where_eleven_signs_tell_it(number):
    table = cells_of(number, shown=["General"])
    said = shown("General", number)
    assert len(said.lstrip("-")) <= 11
    assert ((0, 0) in table.cells) == (Decimal(said) == Decimal(repr(number)))
    assert abs(Decimal(said) - Decimal(repr(number))) <= abs(Decimal(repr(number))) / 50_000 + Decimal("1e-9")


def test_what_a_calculation_left_beyond_fifteen_digits_is_not_shown_and_so_not_read():
    assert (shows_other("", 0.1 + 0.2), shown("", 0.1 + 0.2), shows_other("", 0.3)) == (True, "0.3", False)


@settings(max_examples=size(60, 1000))
@given(st.integers(0, 10**9), st.integers(1, 8))
def test_zeros_are_told_where_there_are_more_of_them_than_the_number_has_digits(number, zeros):
    assert shows_other("0" * zeros, number) == (f"{number:0{zeros}}" != str(number))


@settings(max_examples=size(100, 2000))
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
