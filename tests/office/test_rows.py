"""The rows of a decree's table: each is read or told, and none makes another into something else."""

import io
import re

import pytest
import xlsxwriter
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size

from law189.office.workbook.from_tables import read_tables
from law189.office.workbook.pasted import pasted
from law189.office.workbook.row_heads import headed_by
from law189.office.workbook.table import Table

HEADS = ["№ п/п", "Мероприятие", "Срок", "Результат"]
VALUES = ["№", "Показатель", "Единица измерения", "Базовое значение (2023 год)", "2024 год"]


def table(rows, across=(), heads=HEADS):
    """A table with those rows below its headings; the first cell of the rows `across` spans all columns."""
    whole = [heads, *rows]
    cells = {
        (row, column): words for row, line in enumerate(whole) for column, words in enumerate(line) if words
    }
    return Table("1", cells, tuple((row + 1, 0, row + 1, len(heads) - 1) for row in across))


def read(rows, across=(), heads=HEADS):
    return pasted([table(rows, across, heads)], "app4")


def told(found):
    return [words.ru for _, words in found.questions]


# ─── Примечания ──────────────────────────────────────────────────────────────────────────────────────────

MARKED = [
    "Примечание. Сроки уточняются приказом",
    "Примечания:\n1. Пункт 1.1 исполняется в 2025 году.",
    "* по данным Навигатора",
    "<*> при наличии средств",
    "<1> По данным органа.",
    "(п. 1.1 в ред. постановления администрации от 01.02.2025 № 12)",
    "(в ред. постановления от 01.02.2025 № 12)",
    "(введен постановлением от 01.02.2025 № 12)",
    "Сноска: срок 1.2 перенесён",
]
UNMARKED = ["Сроки уточняются приказом управления", "Список сокращений: МБУ, ДЮСШ"]
FLAT = [
    ["1", "Разработка порядков", "", "акт"],
    ["2", "Заключение соглашений", "", ""],
    ["3", "2 ДЮСШ города внесены", "2025 год", ""],
]
STAGED = [
    ["1", "Порядки", "", ""],
    ["1.1", "Порядок заказа", "2024 год", "акт"],
    ["1.2", "Порядок отбора", "", ""],
    ["2", "Отбор", "", ""],
    ["2.1", "Реестр", "2025 год", ""],
]
HEADED = [["Этап 1. Порядки", "", "", ""], *STAGED[1:3], ["Этап 2. Отбор", "", "", ""], STAGED[4]]
SHAPES = {"flat": (FLAT, ()), "staged": (STAGED, ()), "headed": (HEADED, (0, 3))}


@settings(max_examples=size(60, 600))
@given(
    shape=st.sampled_from(sorted(SHAPES)),
    notes=st.lists(st.tuples(st.sampled_from(MARKED), st.integers(0, 5), st.booleans()), max_size=3),
    last=st.lists(st.sampled_from(UNMARKED + MARKED), max_size=2),
    column=st.integers(0, 1),
)
def test_a_note_is_told_and_changes_no_other_row(shape, notes, last, column):
    rows, across = SHAPES[shape]
    bare = read(rows, across)
    mixed = [(row, number in across) for number, row in enumerate(rows)]
    for words, place, spans in notes:
        cells = [words, "", "", ""] if spans or column == 0 else ["", words, "", ""]
        mixed.insert(min(place, len(mixed)), (cells, spans))
    mixed += [([words, "", "", ""], True) for words in last]
    noted = read([row for row, _ in mixed], [number for number, (_, spans) in enumerate(mixed) if spans])
    assert noted.entries == bare.entries
    more = [one for one in told(noted) if "принято за примечание" in one]
    assert len(more) == len(notes) + len(last)
    assert [one for one in told(noted) if one not in more] == told(bare)


def as_docx(rows):
    """A text of Word with the table; its last row is one cell."""
    text = Document()
    table = text.add_table(len(rows), len(rows[0]))
    table.cell(len(rows) - 1, 0).merge(table.cell(len(rows) - 1, len(rows[0]) - 1))
    for row, cells in enumerate(rows):
        for column, words in enumerate(cells):
            if words:
                table.cell(row, column).text = words
    out = io.BytesIO()
    text.save(out)
    return out.getvalue()


def as_xlsx(rows):
    """A workbook with the table; its last row is one cell."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet("Лист1")
    for row, cells in enumerate(rows[:-1]):
        for column, words in enumerate(cells):
            sheet.write(row, column, words)
    sheet.merge_range(len(rows) - 1, 0, len(rows) - 1, len(rows[0]) - 1, rows[-1][0])
    book.close()
    return out.getvalue()


@pytest.mark.parametrize("made", [as_docx, as_xlsx])
def test_a_note_of_a_file_is_told_at_its_row(made):
    rows = [HEADS, *FLAT, ["Примечание. Сроки уточняются приказом", "", "", ""]]
    found = read_tables(made(rows), "t", "app4")
    assert "stages" not in found.found.entries
    assert [one["cite"] for one in found.found.entries["plan"]] == ["app4.1", "app4.2", "app4.3"]
    assert found.questions[-1].text.ru == (
        "«Примечание. Сроки уточняются приказом» принято за примечание и не прочитано"
    )
    assert found.questions[-1].text.en == (
        "«Примечание. Сроки уточняются приказом» is taken for a note and is not read"
    )


def test_the_words_of_a_note_in_two_cells_are_one_note():
    found = read([*FLAT, ["*", "по данным Навигатора", "", ""], ["Примечание", "сроки уточняются", "", ""]])
    assert found.entries == read(FLAT).entries
    assert "«* по данным Навигатора» принято за примечание и не прочитано" in told(found)
    assert "«Примечание сроки уточняются» принято за примечание и не прочитано" in told(found)


def test_the_points_of_a_note_at_the_end_are_no_stages_and_what_may_be_a_stage_is_said():
    found = read(
        [*FLAT, ["Примечания:", "", "", ""], ["1. Сроки уточняются.", "", "", ""], UNMARKED[:1]], (3, 4, 5)
    )
    assert found.entries == read(FLAT).entries
    assert told(found)[-1] == (
        f"«{UNMARKED[0]}» принято за примечание и не прочитано; если это заголовок этапа, впишите перед "
        "словами номер, например: Этап 1. Развитие"
    )


def test_a_note_below_indicators_is_no_goal():
    rows = [["Цель 1. Охват"], ["1.1", "Охват", "%", "70", "75"], ["* по данным Навигатора"]]
    found = read(rows, (0, 2), VALUES)
    assert [one["id"] for one in found.entries["goals"]] == [1]
    assert told(found) == ["«* по данным Навигатора» принято за примечание и не прочитано"]


def test_a_heading_without_a_number_that_has_rows_below_it_stays_one():
    found = read([["Подготовка", "", "", ""], *FLAT], (0,))
    assert [one["title"]["ru"] for one in found.entries["stages"]] == ["Подготовка"]


@pytest.mark.parametrize("spans", [True, False])
@pytest.mark.parametrize(
    "words", ["Утратил силу. – Постановление от 01.02.2025 № 12", "Исключён", "исключена."]
)
def test_a_row_that_is_of_no_force_is_told_and_is_no_stage_and_no_measure(words, spans):
    rows = [*STAGED[:2], ["1.2", words, "", ""], *STAGED[3:]]
    where = Table("1", table(rows).cells, ((3, 1, 3, 3),) if spans else ())
    found = pasted([where], "app4")
    assert [one["cite"] for one in found.entries["plan"]] == ["app4.1.1", "app4.2.1"]
    assert [one["id"] for one in found.entries["stages"]] == [1, 2]
    assert told(found) == [f"«1.2 {words}» — строка больше не действует; она не прочитана"]


def test_a_measure_is_no_stage_for_what_other_rows_are_numbered_or_its_first_word():
    rows = [["1", "Порядки", "", ""], ["2", "Раздел сайта об услугах", "", ""], ["3", "Реестр", "", ""]]
    found = read([*rows, ["3.1", "Приказ", "2025 год", ""]])
    assert [one["title"]["ru"] for one in found.entries["plan"][:2]] == [
        "Порядки",
        "Раздел сайта об услугах",
    ]
    assert [one["id"] for one in found.entries["stages"]] == [3]


@pytest.mark.parametrize("number", ["Этап 2", "2 этап", "II"])
def test_a_stage_may_be_named_in_the_column_of_numbers(number):
    found = read([[number, "Отбор", "", ""], ["2.1", "Реестр", "2025 год", ""]])
    assert found.entries["stages"] == [{"id": 2, "title": {"ru": "Отбор"}, "cite": "app4.2"}]
    assert told(found) == []


def test_a_measure_in_one_cell_across_the_table_is_a_measure():
    found = read([*HEADED[:2], ["1.2. Порядок отбора", "", "", ""], *HEADED[3:]], (0, 2, 3))
    assert [one["cite"] for one in found.entries["plan"]] == ["app4.1.1", "app4.1.2", "app4.2.1"]
    assert found.entries["plan"][1]["title"] == {"ru": "Порядок отбора"}


ROW = st.tuples(
    st.sampled_from(["", "1", "1.", "2", "1.1", "1.2.", "2.1", "II", "5¹", "*", "-", "Этап 1"]),
    st.sampled_from(
        [
            *("", "Порядок", "1.1. Отбор", "2 ДЮСШ города", "Этап 2. Реестр", "Раздел сайта", "Итого"),
            *("Исключён", "Примечание. Срок", "(в ред. № 5)", "15 Мая 2024 года", "01.09.2024 Открытие"),
            "I. Порядки",
        ]
    ),
    st.sampled_from(["", "2024 год", "постоянно"]),
    st.sampled_from(["", "акт"]),
).filter(lambda row: row[:2] != ("Этап 1", "Этап 2. Реестр"))


@settings(max_examples=size(150, 1500))
@given(rows=st.lists(st.tuples(ROW, st.booleans()), min_size=1, max_size=6))
def test_every_row_of_a_drawn_table_is_read_or_told(rows):
    """Each row that has words is an entry, a stage or a question, or says again what the row above said."""
    lines, across = [], []
    for number, (row, spans) in enumerate(rows):
        alone = next((words for words in row if words), "")
        lines.append([alone, "", "", ""] if spans else [f"{row[0]}", *(row[1:2]), *row[2:]])
        across += [number] if spans and alone else []
    found = read(lines, across)
    shown = str(found.entries) + str(found.questions)
    nameless = {place.row for place, words in found.questions if "без названия" in words.ru}
    for place, line in enumerate(lines):
        for words in (line[1] or line[0],) if place + 1 not in nameless else ():
            tail = re.sub(r"^(Этап 2\. |1\.1\. |I\. )", "", words).rstrip(".")
            if place in across:  # a number that begins a heading is its number
                tail = re.sub(r"^(2|15) ", "", tail)
            if tail and not tail.replace(".", "").isdecimal() and tail not in ("-", "II"):
                assert tail in shown, (lines, found)


# ─── Номер строки ────────────────────────────────────────────────────────────────────────────────────────


@settings(max_examples=size(60, 600))
@given(
    titles=st.lists(
        st.sampled_from(["2 ДЮСШ города", "15 МБУ ДО", "Отчёт", "100 Детей", "1 Центр"]),
        min_size=1,
        max_size=5,
    ),
    point=st.sampled_from(["", "."]),
    within=st.booleans(),
)
def test_a_number_in_its_column_is_the_number_and_the_title_is_whole(titles, point, within):
    numbers = [f"1.{place}" if within else str(place) for place in range(1, len(titles) + 1)]
    rows = [
        [f"{number}{point}", title, "2024 год", ""] for number, title in zip(numbers, titles, strict=True)
    ]
    found = read([["Этап 1. Порядки"], *rows] if within else rows, (0,) if within else ())
    for number, title, one in zip(numbers, titles, found.entries["plan"], strict=True):
        assert (one["cite"], one["title"]["ru"]) == (f"app4.{number}", title)
    assert told(found) == []


def test_a_number_before_a_title_that_is_another_than_in_the_column_is_asked_about():
    found = read([["1", "2. Отчёт", "2024 год", ""]])
    assert found.entries["plan"][0]["cite"] == "app4.1"
    assert found.entries["plan"][0]["title"] == {"ru": "2. Отчёт"}
    assert told(found) == ["в графе номер 1, а перед словами — 2; взят номер графы, проверьте"]


def test_a_number_within_a_stage_may_stand_beside_a_count_of_the_rows():
    rows = [["Этап 1. Порядки"], ["5", "1.2. Порядок", "2024 год", ""]]
    assert read(rows, (0,)).entries["plan"][0]["cite"] == "app4.1.2"


def test_in_a_table_that_numbers_its_rows_a_title_without_a_number_has_none():
    found = read([["1", "Отчёт", "2024 год", ""], ["", "2 ДЮСШ города", "2024 год", ""]])
    assert found.entries["plan"][1] == {
        "title": {"ru": "2 ДЮСШ города"},
        "term": {"kind": "year", "year": 2024},
    }
    assert told(found) == ["у строки нет номера; впишите cite"]


@pytest.mark.parametrize("words", ["01.09.2024 Открытие навигатора", "2024 Год педагога"])
def test_a_day_and_a_year_are_no_number_of_a_row(words):
    found = pasted(
        [Table("1", {(0, 0): "Мероприятие", (0, 1): "Срок", (1, 0): words, (1, 1): "2024 год"})], "app4"
    )
    assert found.entries["plan"][0]["title"] == {"ru": words}
    assert "cite" not in found.entries["plan"][0]


# ─── Номер этапа и цели ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("words", "number", "title"),
    [
        ("Этап 1-й. Подготовительный", "1", "Подготовительный"),
        ("Этап 2-ой: Основной", "2", "Основной"),
        ("1-й этап. Подготовительный", "1", "Подготовительный"),
        ("II этап – Отбор", "2", "Отбор"),
        ("Этап II. Отбор", "2", "Отбор"),
        ("Этап № 3 – Отбор", "3", "Отбор"),
        ("Этап 3-Отбор", "3", "Отбор"),
        ("Цель 1 2024 год", "1", "2024 год"),
        ("Цель 1.1. Доступность", "1.1", "Доступность"),
        ("Цель 1.1 Доступность", "1.1", "Доступность"),
        ("Этап 1-2. Порядки", "1-2", "Порядки"),
        ("Этап 1а. Порядки", None, "Этап 1а. Порядки"),
        ("Цель 1¹. Порядки", None, "Цель 1¹. Порядки"),
        ("1. Порядки", "1", "Порядки"),
        ("1 Порядки", "1", "Порядки"),
        ("1.1. Порядки", None, "1.1. Порядки"),
        ("Раздел Имущество", None, "Раздел Имущество"),
    ],
)
def test_the_number_of_a_heading_is_read_whole_or_not_at_all(words, number, title):
    assert headed_by(words) == (number, title)


def test_a_number_of_a_goal_that_is_no_whole_one_is_asked_about():
    rows = [["Цель 1.1. Доступность"], ["1", "Охват", "%", "70", "75"]]
    found = read(rows, (0,), VALUES)
    assert found.entries["goals"][0]["title"] == {"ru": "Доступность"}
    assert told(found) == ["у «Доступность» номер «1.1» не понят; принят 1"]


def test_a_heading_with_its_number_in_the_column_keeps_a_number_of_its_words():
    found = read([["1", "5 Школ города", "", ""], ["1.1", "Порядок", "2024 год", ""]])
    assert found.entries["stages"] == [{"id": 1, "title": {"ru": "5 Школ города"}, "cite": "app4.1"}]
