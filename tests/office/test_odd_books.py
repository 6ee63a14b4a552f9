"""Whatever stands in the cells of a workbook or in a table: faults and questions, no crash and no silent loss."""

import io
import re
import zipfile
from contextlib import suppress
from datetime import date, datetime
from time import perf_counter

import pytest
import xlsxwriter
from drawn_profiles import AWKWARD, FILES, values_of
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size

from law189.errors import FaultyInput
from law189.files.parser import read_tree
from law189.office.workbook.book import plain_values, read_workbook
from law189.office.workbook.cells import Unreadable, from_cell, same, to_cell
from law189.office.workbook.columns import REST
from law189.office.workbook.laid import laid_out
from law189.office.workbook.pasted import pasted
from law189.office.workbook.sheets import forms
from law189.office.workbook.table import Table, unseen
from law189.office.workbook.taken import take
from law189.office.workbook.xlsx import as_xlsx
from law189.office.workbook.yaml_text import flow, written
from law189.profile.term_words import plain_words, term_of

QUICK = settings(max_examples=size(12, 30))
WORDS = (
    *AWKWARD,
    *("app3.5.5", "p1", "education", "chair", "председатель", "процесс", "certificate", "не менее 10"),
    *(
        "до 01.10.2023",
        "[1, 2]",
        "{ru: а}",
        "- {id: a}",
        "{a: {b: [c]}}",
        "{",
        "[",
        "2/3",
        "да; нет",
        "№ п/п",
    ),
    *("Мероприятие", "Срок", "Индикатор", "Целевой ориентир", "1.", "1.1", "app4", "Раздел 1. А", "5,5"),
)
CELLS = st.one_of(
    st.sampled_from(WORDS),
    st.text(min_size=1, max_size=20),
    st.integers(-5, 3000),
    st.floats(-1e6, 1e6).map(lambda number: round(number, 3)),
    st.booleans(),
    st.dates(date(1950, 1, 1), date(2100, 1, 1)),
    st.datetimes(datetime(1950, 1, 1), datetime(2100, 1, 1)),  # noqa: DTZ001  # as Excel has it
)


@st.composite
def sheets(draw):
    """A sheet with the right keys above cells of any kind."""
    form = draw(st.sampled_from(forms()))
    cells = {}
    if form.is_list:
        keys = [*(column.key for column in form.columns), REST]
        cells |= {(1, number): key for number, key in enumerate(keys)}
        places = [(row, column) for row in (2, 3) for column in range(len(keys))]
    else:
        rows = {column.key: number for number, column in enumerate(form.columns, start=1)}
        cells |= {(number, 4): key for key, number in rows.items()}
        places = [(row, column) for row in rows.values() for column in (1, 2)]
    for place in draw(st.lists(st.sampled_from(places), max_size=8)):
        cells[place] = draw(CELLS)
    return Table(form.title, cells)


@QUICK
@given(st.lists(sheets(), min_size=1, max_size=3, unique_by=lambda table: table.title))
def test_any_cells_are_read_or_told_and_what_is_read_can_be_written(tables):
    taken = take(tables, "b.xlsx", {})
    try:
        text = written(taken.values)
        assert same(read_tree(text, "").plain(), taken.values) or not taken.values
    except FaultyInput as error:  # a sign that no file may have
        refused = error.told("en")
    else:
        refused = "invisible"
    assert re.search("invisible|tag|longer|empty", refused), refused
    for fault in taken.faults:
        assert "ячейка" in fault.told("ru")


@settings(max_examples=size(4, 8))
@given(st.lists(sheets(), min_size=1, max_size=3, unique_by=lambda table: table.title))
def test_any_workbook_is_read_or_refused_by_cells(tables):
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"strings_to_formulas": False})
    day = book.add_format({"num_format": "dd.mm.yyyy hh:mm"})
    for table in tables:
        sheet = book.add_worksheet(table.title)
        for (row, column), cell in table.cells.items():
            if isinstance(cell, str):
                sheet.write_string(row, column, cell)
            elif isinstance(cell, date):
                sheet.write_datetime(row, column, cell, day)
            else:
                sheet.write(row, column, cell)
    book.close()
    found = read_workbook(out.getvalue(), "b.xlsx")
    assert found.faults
    assert all(fault.told("ru") and fault.told("en") for fault in found.faults)


@QUICK
@given(
    st.dictionaries(st.tuples(st.integers(0, 6), st.integers(0, 6)), CELLS, max_size=30),
    st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=3),
    st.sampled_from(
        [("Мероприятие", "Срок", "Результат"), ("Индикатор", "2024 год", "Тип"), ("а", "б", "в")]
    ),
)
def test_any_table_is_read_or_asked_about(cells, areas, heads):
    whole = {(0, number): words for number, words in enumerate(heads)}
    whole |= {(row + 1, column): cell for (row, column), cell in cells.items()}
    merged = tuple((row + 1, column, row + 2, column + 1) for row, column in areas)
    table = Table("1", whole, merged)
    if unseen(table):
        return  # the readers refuse it
    found = pasted([table], "app4")
    told = " ".join(words.ru for _, words in found.questions)
    for entry in found.entries.get("plan", ()):
        assert "term" in entry or "срок" in told
    for entry in (*found.entries.get("plan", ()), *found.entries.get("indicators", ())):
        assert read_tree(flow(entry), "").plain() == entry


TABLES = {
    "stages beside": (
        ["№", "Этап", "Мероприятие", "Срок", "Результат", "Ответственный", "Примечание"],
        ["1.", "Правовые акты", "1.1. Порядок", "2024 год", "готов", "Орган", ""],
        ["", "", "1.2. Отчёт", "2025 год", "готов", "Орган", ""],
        ["2.", "Отбор", "2.1. Реестр", "2025 год", "готов", "Орган", ""],
    ),
    "stages across": (
        ["№ п/п", "Наименование мероприятия", "Срок исполнения", "Ответственный исполнитель"],
        ["1", "Правовые акты", "", ""],
        ["1.1", "Порядок", "2024 год", "Орган"],
        ["2", "Отбор", "", ""],
        ["2.1", "Реестр", "2025 год", "Орган"],
    ),
    "flat": (
        ["№", "Мероприятие", "Срок", "Результат", "Ответственный"],
        ["1", "Отчёт", "2024 год", "готов", "Орган"],
    ),
    "indicators": (
        [
            "№",
            "Цель",
            "Тип индикатора",
            "Индикатор",
            "Ед. изм.",
            "База",
            "Целевой ориентир",
            "2024 год",
            "Исполнитель",
        ],
        ["1.", "Охват", "процесс", "Школы", "единиц", "1 2023 г.", "5 2024 г.", "4", "Орган"],
        ["", "", "процесс", "Дети", "единиц", "1 2023 г.", "5 2024 г.", "4", "Орган"],
    ),
}


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize(
    "odd", ["нечто странное", "Нечто странное", "7 Нечто странное", "нечто странное 7.1"]
)
def test_nothing_of_a_row_is_lost_without_a_word(name, odd):
    """Each cell below the headings is made odd in turn: its words are in an entry or in a question."""
    rows = TABLES[name]
    for row in range(1, len(rows)):
        for column in range(len(rows[0])):
            whole = [list(line) for line in rows]
            whole[row][column] = odd
            cells = {(r, c): cell for r, line in enumerate(whole) for c, cell in enumerate(line) if cell}
            found = pasted([Table("1", cells)], "app4", {"Орган": "a"})
            said = [flow(entries) for entries in found.entries.values()]
            said += [words.ru for _, words in found.questions]
            assert "ечто странное" in " ".join(said), (row, column)


@QUICK
@given(st.sampled_from([column for form in forms() for column in form.columns]), CELLS)
def test_what_a_cell_says_is_written_as_a_cell_that_says_the_same(column, cell):
    try:
        value = from_cell(cell, column.leaf)
    except Unreadable:
        return
    again = to_cell(value, column.leaf)
    if again is not None:
        assert same(from_cell(again, column.leaf), value)


@QUICK
@given(st.binary(min_size=1, max_size=40), st.floats(0, 1), st.booleans())
def test_a_workbook_with_spoilt_bytes_is_read_or_refused(noise, where, inside):
    data = bytearray(BOOK)
    at = int(where * (len(data) - len(noise)))
    data[at : at + (len(noise) if inside else 0)] = noise
    with suppress(FaultyInput):
        read_workbook(bytes(data), "b.xlsx")


@pytest.mark.parametrize(
    "odd",
    [
        "9" * 5000,
        "²",
        "٣",
        "," + " " * 30_000 + "а",
        "а" * 30_000,
        "1." * 15_000,
        "до " * 10_000,
        "1 " * 15_000,
    ],
    ids=lambda odd: odd[:3],
)
def test_no_cell_of_a_table_takes_long_or_breaks_the_reader(odd):
    started = perf_counter()
    for rows in TABLES.values():
        for row in range(len(rows)):
            for column in range(len(rows[0])):
                cells = {(r, c): cell for r, line in enumerate(rows) for c, cell in enumerate(line) if cell}
                pasted([Table("1", {**cells, (row, column): odd})], "app4", {"Орган": "a"})
    assert perf_counter() - started < 60


def test_a_workbook_with_more_than_a_profile_may_have_is_refused():
    cells = {(1, 0): "id", **{(row, 0): "а" * 30_000 for row in range(2, 40)}}
    with pytest.raises(FaultyInput, match="more than 500000 signs"):
        take([Table("Органы", cells)], "b.xlsx", {})


BOOK = as_xlsx(laid_out(values_of(FILES[-1])))


def parts(data, change):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as packed, zipfile.ZipFile(out, "w") as made:
        for name in packed.namelist():
            made.writestr(name, change(name, packed.read(name)))
    return out.getvalue()


def inline(name, part):
    """As other programs write: texts within their cells, and no number of a cell."""
    if not name.startswith("xl/worksheets/sheet"):
        return part
    with zipfile.ZipFile(io.BytesIO(BOOK)) as packed:
        shared = re.findall(rb"<si>(<t.*?</t>)</si>", packed.read("xl/sharedStrings.xml"), re.DOTALL)
    return re.sub(
        rb't="s"><v>(\d+)</v>', lambda found: b't="inlineStr"><is>' + shared[int(found[1])] + b"</is>", part
    )


def prefixed(name, part):
    """As other programs write: every element with the prefix of its namespace."""
    if not name.startswith("xl/worksheets/sheet"):
        return part
    part = re.sub(rb"<(/?)([a-zA-Z])", rb"<\1x:\2", part)
    return part.replace(b' xmlns="', b' xmlns:x="', 1)


def absolute(name, part):
    return (
        part.replace(b'Target="worksheets/', b'Target="/xl/worksheets/') if name.endswith(".rels") else part
    )


@pytest.mark.parametrize("how", [inline, prefixed, absolute])
def test_a_workbook_that_another_program_saved_is_the_same(how):
    assert same(plain_values(parts(BOOK, how), "b.xlsx"), values_of(FILES[-1]))


@QUICK
@given(st.text("до по с 0123456789.год квартал IV не реже раз в ежегодно", max_size=40))
def test_a_term_that_is_read_is_written_in_words_that_say_the_same(words):
    term = term_of(words)
    if term is not None:
        leaf = next(column.leaf for form in forms() for column in form.columns if column.leaf.told == "term")
        told = to_cell(term, leaf)
        assert told is not None
        assert same(from_cell(told, leaf), term)
        assert plain_words(words)
