"""Columns that say when: of indicators by when a target is reached, of a plan from when and until when."""

import io

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from law189.errors import FaultyInput
from law189.office.workbook.from_tables import read_tables
from law189.office.workbook.pasted import pasted
from law189.office.workbook.table import Table


def as_docx(rows):
    text, made = Document(), io.BytesIO()
    table = text.add_table(len(rows), len(rows[0]))
    for row, line in enumerate(rows):
        for column, words in enumerate(line):
            table.cell(row, column).text = words
    text.save(made)
    return made.getvalue()


SINCE = ("Начало", "Дата начала", "Срок начала", "С")
UNTIL = ("Конец", "Окончание", "Дата окончания", "Срок окончания", "По", "Завершение", "Дата конца")


def read(rows, kind=None, merged=()):
    cells = {(row, column): cell for row, line in enumerate(rows) for column, cell in enumerate(line) if cell}
    return pasted([Table("1", cells, merged=tuple(merged))], at="app5", kind=kind)


def asked(found):
    return [words.ru for _, words in found.questions]


@pytest.mark.parametrize("kind", [None, "indicators"])
@pytest.mark.parametrize(
    ("cell", "term", "target"),
    [
        ("80", "2024 год", {"value": 80, "year": 2024}),
        ("80", "декабрь 2024", {"value": 80, "year": 2024, "month": 12}),
        ("80", "31.12.2024", {"value": 80, "year": 2024, "month": 12}),
        ("80", "до 01.01.2025", {"value": 80, "year": 2024, "month": 12}),
        ("80 (2024 г.)", "декабрь 2024", {"value": 80, "year": 2024, "month": 12}),
        ("80 (2024 г.)", "", {"value": 80, "year": 2024}),
    ],
)
def test_when_a_target_is_reached_is_read_of_its_own_column(kind, cell, term, target):
    heads = ["Показатель", "Базовая величина", "Целевой ориентир", "Срок достижения", "Ответственный"]
    found = read([heads, ["Охват, %", "75 (2022 год)", cell, term, ""]], kind)
    (one,) = found.entries["indicators"]
    assert (one["target"], one["base"]) == (target, {"value": 75, "year": 2022})
    assert not [words for words in asked(found) if "срок" in words or "год значения" in words]


@pytest.mark.parametrize(
    ("cell", "term"),
    [("80", "01.10.2024"), ("80", "постоянно"), ("80 (2024 г.)", "2025 год"), ("80", "IV квартал 2024")],
)
def test_a_time_that_is_not_plain_or_says_otherwise_is_asked_about(cell, term):
    heads = ["Показатель", "Базовая величина", "Целевой ориентир", "Срок достижения"]
    found = read([heads, ["Охват, %", "75 (2022 год)", cell, term]])
    assert "indicators" in found.entries
    assert f"по сроку «{term}» не ясно, какого года и месяца ориентир; впишите year" in asked(found)


def test_a_column_of_terms_beside_targets_of_years_is_asked_about_where_it_is_not_of_the_last():
    rows = [["Показатель", "Ед. изм.", "2024 год", "2025 год", "Срок достижения"]]
    (one, other) = (read([*rows, ["Охват", "%", "75", "80", term]]) for term in ("2025 год", "2026 год"))
    assert one.entries["indicators"] == other.entries["indicators"]
    assert any("по сроку" in words for words in asked(other))
    assert not any("по сроку" in words for words in asked(one))


def test_headings_in_two_rows_beside_a_column_of_terms_are_read():
    rows = [
        ["Показатель", "Ед. изм.", "Целевые значения", "", "Срок достижения"],
        ["", "", "2024 год", "2025 год", ""],
    ]
    merged = [(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 3), (0, 4, 1, 4)]
    (one,) = read([*rows, ["Охват", "%", "75", "80", "2025 год"]], "indicators", merged).entries["indicators"]
    assert [each["year"] for each in one["targets"]] == [2024, 2025]


def test_measures_with_a_term_and_a_target_are_a_plan_still():
    found = read([["Мероприятие", "Целевой показатель", "Срок"], ["А", "5", "2024 год"]])
    assert found.entries["plan"][0]["term"] == {"kind": "year", "year": 2024}


@given(st.sampled_from(SINCE), st.sampled_from(UNTIL))
def test_a_first_and_a_last_day_are_one_term_however_they_are_headed(since, until):
    found = read([["№", "Мероприятие", since, until], ["1", "Порядок", "01.09.2024", "31.12.2024"]])
    assert found.entries["plan"][0]["term"] == {"kind": "by", "day": "2024-12-31", "since": "2024-09-01"}
    assert asked(found) == []


def test_a_first_day_beside_a_day_under_an_unknown_heading_is_no_term():
    found = read([["№", "Мероприятие", "Начало", "Финиш"], ["1", "Порядок", "01.09.2024", "31.12.2024"]])
    assert "term" not in found.entries["plan"][0]
    assert any("впишите term" in words for words in asked(found))
    (alone,) = read([["Мероприятие", "Начало"], ["Порядок", "01.09.2024"]]).entries["plan"]
    assert alone["term"] == {"kind": "from", "day": "2024-09-01"}


@pytest.mark.parametrize(
    ("base", "goal", "later"),
    [("База (2023)", "Цель (2024)", "Цель (2025)"), ("База 2023", "Цель 2024 год", "2025")],
)
def test_a_goal_of_a_year_beside_a_base_is_a_target(base, goal, later):
    found = read([["№", "Индикатор", "Ед. изм.", base, goal, later], ["1", "Охват", "%", "70", "75", "80"]])
    (one,) = found.entries["indicators"]
    assert one["targets"] == [{"value": 75, "year": 2024}, {"value": 80, "year": 2025}]
    assert "goals" not in found.entries


def test_a_goal_that_is_a_number_in_every_row_is_a_target_whose_year_is_asked_for():
    found = read(
        [
            ["Индикатор", "Ед. изм.", "База 2023", "Цель"],
            ["Охват", "%", "70", "75"],
            ["Доля", "%", "5", "не менее 6"],
        ]
    )
    assert [one["target"] for one in found.entries["indicators"]] == [
        {"value": 75},
        {"value": {"at_least": 6}},
    ]
    assert "goals" not in found.entries
    assert sum("не назван; впишите year" in words for words in asked(found)) == 2


@pytest.mark.parametrize("total", ["Всего", "ИТОГО", "Итого:"])
def test_a_total_in_the_column_of_numbers_is_one_whatever_stands_beside_it(total):
    found = read([["№", "Мероприятие", "Срок"], ["1", "Отчёт", "2024 год"], [total, "4", ""]])
    assert len(found.entries["plan"]) == 1
    assert asked(found) == [f"«{total}» — строка итогов; она не прочитана"]
    assert [(place.row, place.column) for place, _ in found.questions] == [(2, 0)]


PLAN = [["Мероприятие", "Срок"], ["А", "2024 год"]]
VALUES = [["Показатель", "База 2023", "2024", "Срок достижения"], ["А, %", "5", "7", "2024 год"]]


@pytest.mark.parametrize(
    ("rows", "kind", "told"), [(PLAN, "indicators", "это план"), (VALUES, "plan", "это таблица")]
)
def test_a_table_of_the_other_kind_is_called_what_it_is(rows, kind, told):
    with pytest.raises(FaultyInput) as refused:
        read_tables(as_docx(rows), "t.docx", "app5", {}, kind)
    (one,) = refused.value.faults
    assert one.told("ru").startswith(f"t.docx, таблица 1, строка 1: {told}")
    assert read_tables(as_docx(rows), "t.docx", "app5", {}, None).found.read == ["1"]
