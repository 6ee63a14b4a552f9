"""What stands in a heading beside the name of its column is in what was read, or it is asked about."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size

from law189.office.workbook.pasted import pasted
from law189.office.workbook.table import Table

BASES = ("Базовая величина", "Базовое значение", "База", "Базовый уровень", "Базовые данные")
TARGETS = ("Целевой ориентир", "Целевое значение", "Плановое значение", "Целевые значения показателя")
TERMS = ("Срок", "Срок исполнения", "Срок реализации мероприятия", "Дата окончания", "Сроки проведения")
STRANGE = ("прирост", "нарастающим итогом", "на 01.01.2024", "к 1 июня 2024 года", "в ценах года", "от плана")
STRANGE += ("на утро", "ежеквартально", "2024-2026 годы", "оценка", "не ранее", "квартально")
AROUND = ("{0} ({1})", "{0}, {1}", "{0} {1}", "{0}\n{1}")


def read(rows, merged=(), at="app5"):
    cells = {(row, column): cell for row, line in enumerate(rows) for column, cell in enumerate(line) if cell}
    return pasted([Table("1", cells, merged=tuple(merged))], at=at)


def asked(found):
    return [words.ru for _, words in found.questions]


@settings(max_examples=size(150, 2000))
@given(st.sampled_from((*BASES, *TARGETS, *TERMS)), st.sampled_from(STRANGE), st.sampled_from(AROUND))
def test_every_word_of_a_heading_is_read_or_asked_about(name, strange, around):
    head = around.format(name, strange)
    if name in TERMS:
        found = read([["Мероприятие", head], ["А", "01.07.2025"]])
    elif name in BASES:
        found = read([["Показатель", "Ед. изм.", head, "2025 год"], ["А", "ед.", "5", "7"]])
    else:
        found = read([["Показатель", "Ед. изм.", "База 2023", head], ["А", "ед.", "5", "7"]])
    said = " ".join(asked(found)).casefold()
    assert all(
        one in said for one in strange.split() if one not in ("на", "в", "к", "по", "года", "годы", "плана")
    )


def test_words_that_stand_together_are_one_question():
    found = read(
        [["Показатель", "База 2023", "Целевое значение 2024 г. (нарастающим итогом)"], ["А, %", "5", "7"]]
    )
    assert sum("сказано ещё «нарастающим итогом»;" in one for one in asked(found)) == 1


@pytest.mark.parametrize("name", BASES)
@pytest.mark.parametrize(
    "around", ["{0} ({1})", "{0}, {1}", "{0} на {1}", "{0} за {1}", "{1} ({0})", "{0}1 {1}"]
)
def test_a_heading_of_plain_words_asks_nothing_more(name, around):
    head = around.format(name, "2023 год")
    found = read([["Цель", "Показатель", "Ед. изм.", head, "2024 год"], ["Цель 1. Б", "А", "ед.", "5", "7"]])
    (one,) = found.entries["indicators"]
    assert (one["base"], asked(found)) == ({"value": 5, "year": 2023}, [])


@pytest.mark.parametrize(
    ("head", "cell", "value"),
    [
        ("Целевой ориентир (июнь 2024 г.)", "75", {"value": 75, "year": 2024, "month": 6}),
        ("Целевой ориентир на декабрь 2024 года", "75", {"value": 75, "year": 2024, "month": 12}),
        ("Целевое значение на 2024 год (не менее)", "75", {"value": {"at_least": 75}, "year": 2024}),
        ("Целевое значение 2024, не ниже, %", "75", {"value": {"at_least": 75}, "year": 2024}),
        ("Целевое значение 2024 (не более)", "не более 5", {"value": {"at_most": 5}, "year": 2024}),
        ("Целевое значение 2024 (не менее)", "будет определено", {"value": "tbd", "year": 2024}),
    ],
)
def test_what_is_certain_in_the_heading_of_values_is_taken(head, cell, value):
    (one,) = read([["Показатель", "Ед. изм.", "База 2023", head], ["А", "%", "5", cell]]).entries[
        "indicators"
    ]
    assert (one["target"], one["base"]) == (value, {"value": 5, "year": 2023})


@pytest.mark.parametrize(
    ("head", "cell", "when"),
    [
        ("Целевой ориентир (декабрь 2024 г.)", "5 (2024 г.)", {"year": 2024, "month": 12}),
        ("Целевой ориентир (декабрь 2024 г.)", "5, декабрь 2024 г.", {"year": 2024, "month": 12}),
        ("Целевой ориентир (декабрь 2024 г.)", "5, июнь 2024 г.", {}),
        ("Целевой ориентир (2024 г.)", "5, июнь 2024 г.", {"year": 2024, "month": 6}),
        ("Целевой ориентир (2024 г.)", "5 (2025 г.)", {}),
        ("Целевой ориентир", "5 (2025 г.)", {"year": 2025}),
    ],
)
def test_a_time_of_a_cell_is_that_of_its_heading_or_it_is_asked_about(head, cell, when):
    found = read([["Показатель", "База 2023", head], ["А, %", "5", cell]])
    assert found.entries["indicators"][0]["target"] == {"value": 5, **when}
    told = f"у значения «{cell}» время не то, что в заголовке; впишите year"
    assert (told in asked(found)) == (not when)


@pytest.mark.parametrize("cell", ["не более 5", "от 3 до 5"])
@pytest.mark.parametrize(
    ("title", "head"),
    [("Доля", "2024 год (план)"), ("Доля, не менее", "2024"), ("Доля", "Цель 2024, не менее")],
)
def test_two_bounds_that_do_not_agree_are_asked_about(title, head, cell):
    found = read([["Показатель", "Ед. изм.", "База 2023", head], [title, "%", "5", cell]])
    apart = "не менее" in title + head
    assert ("target" not in found.entries["indicators"][0]) == apart
    assert any("не та граница" in one for one in asked(found)) == apart


@pytest.mark.parametrize(
    "title", ["Доля отказов, не более", "Доля отказов (не более, %)", "Доля отказов, не более, %"]
)
def test_a_bound_at_the_end_of_an_indicator_is_that_of_its_targets(title):
    (one,) = read(
        [["Показатель", "Ед. изм.", "База 2023", "2024", "2025"], [title, "%", "3", "5", "не более 4"]]
    ).entries["indicators"]
    assert one["base"]["value"] == 3
    assert [each["value"] for each in one["targets"]] == [{"at_most": 5}, {"at_most": 4}]


def test_a_bound_above_several_years_is_of_each():
    rows = [
        ["Показатель", "Ед. изм.", "Целевые значения (не менее), 2024-2025 годы", ""],
        ["", "", "2024 г.", "2025 г."],
    ]
    found = read([*rows, ["А", "ед.", "5", "7"]], [(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 3)])
    (one,) = found.entries["indicators"]
    assert one["targets"] == [
        {"value": {"at_least": 5}, "year": 2024},
        {"value": {"at_least": 7}, "year": 2025},
    ]
    assert not [one for one in asked(found) if "заголовке" in one]


@pytest.mark.parametrize(
    ("title", "base", "target", "unit"),
    [
        ("Показатель, %", "База 2023", "2024", "percent"),
        ("Показатель", "База 2023, чел.", "Цель 2024, чел.", "persons"),
        ("Показатель", "База 2023 (единиц)", "Цель 2024", "units"),
    ],
)
def test_a_unit_in_a_heading_is_that_of_the_rows(title, base, target, unit):
    (one, other) = read([[title, base, target], ["А", "5", "7"], ["Б, руб.", "5", "7"]]).entries["indicators"]
    assert (one["unit"], one["base"]["value"], one["target"]["value"]) == (unit, 5, 7)
    assert other["unit"] == "roubles"
    assert ("base" in other) == ("," not in base and "(" not in base)


def test_values_counted_by_thousands_are_left_to_be_multiplied():
    found = read([["Показатель", "База 2023, тыс. чел.", "2024, млн руб."], ["А, чел.", "7,5", "8,0"]])
    assert not found.entries["indicators"][0].keys() & {"base", "target"}
    assert [one for one in asked(found) if "умножьте" in one] == [
        "значение «7,5» стоит под «тыс. чел», умножьте его на 1000; впишите его",
    ]


@pytest.mark.parametrize(
    ("head", "cell", "term"),
    [
        ("Срок исполнения (до)", "01.07.2024", {"kind": "before", "day": "2024-07-01"}),
        ("Срок исполнения (до)", "1 сентября 2024 года", {"kind": "before", "day": "2024-09-01"}),
        ("Срок (не позднее)", "01.07.2024", {"kind": "not_later", "day": "2024-07-01"}),
        ("Срок (не позднее)", "до 01.07.2024", None),
        ("Срок (до)", "2024 год", None),
        ("Срок исполнения в 2025 году", "до 1 июля", {"kind": "before", "day": "2025-07-01"}),
        ("Срок исполнения (2025 год)", "до 01.07", {"kind": "before", "day": "2025-07-01"}),
        ("Срок исполнения в 2025 году", "III квартал", {"kind": "quarter", "year": 2025, "quarter": 3}),
        ("Срок исполнения в 2025 году", "сентябрь", {"kind": "month", "year": 2025, "month": 9}),
        ("Срок исполнения в 2025 году", "до 01.07.2025", {"kind": "before", "day": "2025-07-01"}),
        ("Срок исполнения в 2025 году", "до 01.07.2026", None),
        ("Срок исполнения в 2025 году", "ежеквартально", None),
        ("Срок исполнения (ежегодно)", "до 1 июля", {"kind": "yearly", "end": "before", "day": "07-01"}),
        ("Срок исполнения (ежегодно)", "2024 год", None),
    ],
)
def test_a_term_says_what_its_heading_says_or_is_asked_about(head, cell, term):
    found = read([["Мероприятие", head], ["А", cell]], at="app4")
    assert found.entries["plan"][0].get("term") == term
    told = f"срок «{cell}» под заголовком «{head}» не понят; впишите term"
    assert (told in asked(found)) == (term is None)
