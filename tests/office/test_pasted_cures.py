"""What a pasted table leaves open is asked in words that can be written into that very table."""

import pytest

from law189.office.workbook.pasted import pasted
from law189.office.workbook.table import Table
from law189.profile.indicators import IndicatorType, IndicatorUnit

BODIES = {"Управление образования": "education", "Финансовое управление": "finance"}
PLAN = ["№ п/п", "Мероприятие", "Срок исполнения", "Ответственный исполнитель"]
SHARES = ["№", "Показатель", "Тип показателя", "Единица измерения", "Базовое значение 2022 год", "2023 год"]
GOAL = ["Цель 1. Охват", "", "", "", "", ""]


def read(rows, at="app4"):
    lines = [[at], *rows]
    cells = {
        (row, column): cell
        for row, line in enumerate(lines)
        for column, cell in enumerate(line)
        if cell != ""
    }
    return pasted([Table("План (вставка)", cells)], None, BODIES, in_book=True)


def asked(found):
    return [words.ru for _, words in found.questions]


def test_rows_numbered_through_take_their_addresses_in_the_column_of_numbers():
    rows = [["I", "Организация", "", ""], ["1", "Отчёт", "2024 год", ""], ["2", "Семинар", "2024 год", ""]]
    first, second = asked(read([PLAN, *rows]))
    assert "впишите в графу номера адрес целиком, например app4.1.1" in first
    for number, row in enumerate(rows[1:], start=1):
        row[0] = f"app4.1.{number}"
    found = read([PLAN, *rows])
    assert asked(found) == []
    assert [one["cite"] for one in found.entries["plan"]] == ["app4.1.1", "app4.1.2"]
    assert second != first


@pytest.mark.parametrize(
    ("said", "bodies"),
    [
        ("education", "education"),
        ("education; finance", ["education", "finance"]),
        ("Управление образования; finance", ["education", "finance"]),
    ],
)
def test_who_answers_may_be_called_by_the_id_of_the_body(said, bodies):
    found = read([PLAN, ["1.1", "Отчёт", "2024 год", said]])
    assert asked(found) == []
    assert found.entries["plan"][0]["responsible"] == bodies


def test_a_body_that_is_not_found_is_asked_in_words_of_the_book():
    (words,) = asked(read([PLAN, ["1.1", "Отчёт", "2024 год", "Директор"]]))
    assert words.endswith("впишите наименование или имя органа, как на листе «Органы»")


@pytest.mark.parametrize("unit", IndicatorUnit)
@pytest.mark.parametrize("told", ["code", "words"])
def test_every_unit_is_read_by_its_code_and_by_its_words(unit, told):
    said = unit.value if told == "code" else unit.text.ru
    found = read([SHARES, GOAL, ["1.1", "Доля", "процесс", said, "0", "1"]], "app5")
    assert (asked(found), found.entries["indicators"][0]["unit"]) == ([], unit.value)


@pytest.mark.parametrize("kind", IndicatorType)
@pytest.mark.parametrize("told", ["code", "words"])
def test_every_type_is_read_by_its_code_and_by_its_words(kind, told):
    said = kind.value if told == "code" else kind.text.ru
    found = read([SHARES, GOAL, ["1.1", "Доля", said, "%", "0", "1"]], "app5")
    assert (asked(found), found.entries["indicators"][0]["type"]) == ([], kind.value)


@pytest.mark.parametrize(
    ("unit", "kind", "column"),
    [("баллов", "процесс", 3), ("тыс. рублей", "процесс", 3), ("", "процесс", 3), ("%", "важный", 2)],
)
def test_each_word_that_a_question_offers_is_taken_in_its_cell(unit, kind, column):
    row = ["1.1", "Доля", kind, unit, "0", "1"]
    (words,) = asked(read([SHARES, GOAL, row], "app5"))
    offered = words.partition("возможны: ")[2].replace("если единицы в акте нет, впишите: ", "").split("; ")
    assert len(offered) > 2
    for one in offered:
        row[column] = one
        assert asked(read([SHARES, GOAL, row], "app5")) == [], one


def test_a_unit_that_the_act_does_not_have_is_left_out():
    found = read([SHARES, GOAL, ["1.1", "Доля", "процесс", "не указано", "0", "1"]], "app5")
    assert (asked(found), "unit" in found.entries["indicators"][0]) == ([], False)


def test_a_table_without_a_column_of_types_asks_for_none():
    heads, row = [
        [*line[:2], *line[3:]] for line in (SHARES, ["1.1", "Доля", "", "рублей", "0", "1 300,50 руб."])
    ]
    found = read([heads, ["Цель 1. Охват"], row], "app5")
    assert asked(found) == []
    entry = found.entries["indicators"][0]
    assert ("type" in entry, entry["unit"], entry["target"]["value"]) == (False, "roubles", "1300,50")
