"""The tables of decrees as they stand in Word and Excel: entries of the profile, and a question for the rest."""

import io
import json
import zipfile
from datetime import datetime
from pathlib import Path

import pytest
import xlsxwriter
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size
from pydantic import TypeAdapter
from typer.testing import CliRunner

from law189 import load_profile
from law189.cli.app import app
from law189.errors import FaultyInput
from law189.files.disk import read_file
from law189.files.parser import read_tree
from law189.office.workbook.book import as_workbook, read_workbook
from law189.office.workbook.from_tables import read_tables
from law189.office.workbook.pasted import pasted
from law189.office.workbook.quantities import quantity_of
from law189.office.workbook.table import Table
from law189.profile.term_words import day_of, term_of
from law189.profile.terms import Term

DATA = Path(load_profile.__code__.co_filename).parent.parent / "data/municipalities"
ADDRESS = "the address of the annex with the table is not given; add --at, such as --at app4"
BY_HAND = {"adopts", "milestone", "order_year", "result_of"}
"""What no cell of a plan says: a person reads it out of the words of the measure."""


def rough(words: str) -> str:
    """The words as Word keeps them: a line break, a no-break space, a soft hyphen in a long word."""
    parts = words.split(" ")
    if len(parts) > 2:
        words = f"{parts[0]}\u00a0{parts[1]}\n{' '.join(parts[2:])}"
    long = next((one for one in parts if len(one) > 9 and one.isalpha()), None)
    return words.replace(long, f"{long[:5]}\u00ad{long[5:]}", 1) if long else words


def as_docx(rows, merged=(), before="") -> bytes:
    text = Document()
    text.add_paragraph(before)
    table = text.add_table(len(rows), max(map(len, rows)))
    for top, left, bottom, right in merged:
        table.cell(top, left).merge(table.cell(bottom, right))
    covered = {
        (row, column)
        for top, left, bottom, right in merged
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
        if (row, column) != (top, left)
    }
    for row, cells in enumerate(rows):
        for column, words in enumerate(cells):
            if words and (row, column) not in covered:
                table.cell(row, column).text = words
    out = io.BytesIO()
    text.save(out)
    return out.getvalue()


def as_xlsx(rows, merged=(), title="Лист1") -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    fill_in(book.add_worksheet(title), rows, merged)
    book.close()
    return out.getvalue()


def fill_in(sheet, rows, merged=()):
    for row, cells in enumerate(rows):
        for column, words in enumerate(cells):
            if words != "":
                sheet.write(row, column, words)
    for top, left, bottom, right in merged:
        sheet.merge_range(top, left, bottom, right, rows[top][left])


MADE = {"docx": as_docx, "xlsx": as_xlsx}


def values(name):
    return read_file(DATA / f"{name}.yaml").plain()


def bodies(name):
    return {body["title"]["ru"]: body["id"] for body in values(name)["bodies"]}


# ─── План ────────────────────────────────────────────────────────────────────────────────────────────────

PLAN_HEADS = [
    "№\nп/п",
    "Этап апробации",
    "Мероприятие",
    "Срок испол\u00adнения",
    "Результат",
    "Ответственные\nисполнители",
]
TERMS = {
    "kemerovo": {
        "app4.2.6": "IV квартал 2024\nгод",
        "app4.3.1": "Не реже 1 раза в\nквартал (по мере\nнеобходимости)",
        "app4.3.3": "По мере\nнеобходимости",
        "app4.4": "До 1 октября\n2023\u00a0года, далее\nежегодно до 1\nянваря",
        "app4.5.1": "До 1 сентября\n2023 год",
        "app4.5.2": "До 1 сентября 2023 год",
        "app4.5.3": "До 1 сентября\n2023 год",
        "app4.5.4": "С 1 сентября\n2023 год",
        **dict.fromkeys(("app4.6.1", "app4.6.2"), "2024 год"),
        "app4.7": "2025 год",
    },
    "novokuznetsk_district": {
        **dict.fromkeys(("app2.2.7", "app2.2.9"), "IV квартал 2024 года"),
        "app2.3.1": "Не реже 1 раза в квартал (по мере необходимости)",
        "app2.3.3": "По мере необходимости",
        "app2.4.1": "2023 год далее ежегодно до 1 января",
        **dict.fromkeys(("app2.6.1", "app2.6.2"), "2024 год"),
        **dict.fromkeys(("app2.7.1", "app2.7.2"), "2025\u00a0год"),
    },
}
ANNEXES = {"kemerovo": ("app4", "app5"), "novokuznetsk_district": ("app2", "app3")}


def plan_of(name):
    """The table of a plan as the decree lays it out: a stage goes down beside its measures."""
    profile, at = values(name), ANNEXES[name][0]
    titles = {body["id"]: body["title"]["ru"] for body in profile["bodies"]}
    rows, merged = [PLAN_HEADS, ["1", "2", "3", "4", "5", "6"]], []
    for stage in profile["stages"]:
        first = len(rows)
        for item in (one for one in profile["plan"] if one["stage"] == stage["id"]):
            number = item["cite"].removeprefix(f"{at}.")
            head = [f"{stage['id']}.", rough(stage["title"]["ru"])] if len(rows) == first else ["", ""]
            term = TERMS[name].get(item["cite"], "2023 год")
            rows.append(
                [
                    *head,
                    f"{number}. {rough(item['title']['ru'])}",
                    term,
                    rough(item["result"]["ru"]),
                    rough(titles[item["responsible"]]),
                ]
            )
        if len(rows) - first > 1:
            merged += [(first, column, len(rows) - 1, column) for column in (0, 1)]
        if stage["id"] == 1:  # one cell of the responsible body for both measures
            merged.append((first, 5, len(rows) - 1, 5))
    return rows, merged


def in_russian(entry, without=frozenset()):
    """An entry without its English words and without the keys that a person adds."""
    return {
        key: {"ru": one["ru"]} if isinstance(one, dict) and "ru" in one else one
        for key, one in entry.items()
        if key not in without
    }


@pytest.mark.parametrize("form", MADE)
@pytest.mark.parametrize("name", ANNEXES)
def test_the_plan_of_a_decree_is_that_of_its_profile(name: str, form: str):
    read = read_tables(MADE[form](*plan_of(name)), f"t.{form}", ANNEXES[name][0], bodies(name), "plan")
    profile = values(name)
    assert read.questions == ()
    assert read.found.entries["stages"] == [in_russian(one) for one in profile["stages"]]
    assert read.found.entries["plan"] == [in_russian(one, BY_HAND) for one in profile["plan"]]
    assert read_tree(read.text("ru"), "").plain() == read.found.entries


def test_a_plan_without_stages_with_sections_and_without_a_body():
    rows = [
        ["№", "Наименование мероприятия", "Срок", "Ответственный", "Примечание"],
        ["Раздел 1. Правовые акты", "", "", "", ""],
        [
            "1.1",
            "Порядок заказа",
            "до 01.10.2023, далее – ежегодно до 01.01",
            "Управление образования; Финансы",
            "",
        ],
        ["1.2", "Семинары", "постоянно", "Директор школы", "важно"],
        ["Раздел 2. Отбор", "", "", "", ""],
        ["2.1", "Отбор исполни-\nтелей", "в течение 3 рабочих дней", "-", ""],
        ["2.2", "Реестр", "", "", ""],
    ]
    merged = [(1, 0, 1, 4), (4, 0, 4, 4)]
    known = {"Управление образования": "education", "Финансы": "finance"}
    for made in MADE.values():
        read = read_tables(made(rows, merged), "t", "app4", known)
        plan = read.found.entries["plan"]
        assert [one["id"] for one in read.found.entries["stages"]] == [1, 2]
        assert plan[0] == {
            "stage": 1,
            "title": {"ru": "Порядок заказа"},
            "term": {"kind": "before", "day": "2023-10-01", "then_yearly_before": "01-01"},
            "responsible": ["education", "finance"],
            "cite": "app4.1.1",
        }
        assert [one.keys() & {"term", "responsible"} for one in plan[1:]] == [set(), {"term"}, set()]
        told = [one.text.ru for one in read.questions]
        assert told == [
            "над «важно» нет понятного заголовка; прочтите сами",
            "срок «постоянно» не понят; впишите term",
            "ответственный «Директор школы» не найден среди органов; впишите responsible",
            "«исполни-телей» разорвано концом строки; дефис или перенос?",
            "срока нет; впишите term",
        ]
        text = read.text("ru")
        assert "# вопрос (4): над «важно»" in text
        assert (
            "  # вопрос: срок «постоянно» не понят; впишите term\n"
            "  # вопрос: ответственный «Директор школы» не найден среди органов; впишите responsible\n"
            "  - {stage: 1, title: {ru: Семинары}, cite: app4.1.2}\n"
        ) in text


def test_a_body_that_is_called_otherwise_is_asked_about_and_the_one_alike_is_named():
    rows = [
        ["№", "Мероприятие", "Срок", "Ответственный"],
        ["1", "Отчёт", "2024 год", "Управление образования города"],
    ]
    (asked,) = read_tables(as_xlsx(rows), "t", "app4", {"Управление образования": "education"}).questions
    assert asked.text.ru == (
        "ответственный «Управление образования города» не найден среди органов (похоже на education); "
        "впишите responsible"
    )
    assert asked.text.en.endswith("is not among the bodies (like education); write responsible")


def test_what_stands_above_the_headings_is_told():
    rows = [
        ["ПЛАН апробации", "", ""],
        ["app7", "", ""],
        ["№", "Мероприятие", "Срок"],
        ["1", "Отчёт", "2024 год"],
    ]
    read = read_tables(as_xlsx(rows), "t")
    assert read.found.entries["plan"][0]["cite"] == "app7.1"
    assert [one.text.ru for one in read.questions] == [
        "то, что стоит над заголовками («ПЛАН апробации»), не прочитано"
    ]


def test_a_flat_plan_keeps_a_measure_without_a_term():
    rows = [["№ п/п", "Мероприятие", "Срок"], ["1.", "Отчёт", "2024 г."], ["2.", "Семинар", ""]]
    read = read_tables(as_xlsx(rows), "t", "app4")
    assert [one["title"]["ru"] for one in read.found.entries["plan"]] == ["Отчёт", "Семинар"]
    assert "stages" not in read.found.entries


def test_headings_that_are_there_on_every_page_are_no_measures():
    rows, _ = plan_of("kemerovo")
    again = [*rows[:9], PLAN_HEADS, ["1", "2", "3", "4", "5", "6"], *rows[9:]]
    whole = read_tables(as_docx(rows), "t", "app4", bodies("kemerovo"))
    pages = read_tables(as_docx(again), "t", "app4", bodies("kemerovo"))
    assert pages.found.entries == whole.found.entries


# ─── Показатели ──────────────────────────────────────────────────────────────────────────────────────────

HEADS = [
    "№\nп/п",
    "Цель",
    "Тип\nиндикатора",
    "Индикатор",
    "Базовая\nвеличина1",
    "Целевой\nориентир2",
    "Ответственн\nый\nисполнитель",
]
TAILS = {"units": ", единиц", "persons": ", человек", "percent": ", процентов"}
TYPES = {"process": "Процесс", "intermediate": "Промежуточный\nрезультат", "final": "Итоговый результат"}


def value_in_words(value, name, unit):
    """As each of the two decrees writes a value and its year."""
    if value["value"] == "tbd":
        said = "будет\nопределено по\nрезультатам\nпофакторного\nанализа"
    elif isinstance(value["value"], bool):
        yes = "есть" if unit == "exists_none" else "да"
        said = yes if value["value"] else "нет"
    else:
        said = f"{value['value']} процентов"
    if name == "kemerovo":
        return f"значение:\n{said}\nдекабрь {value['year']}\u00a0г."
    return f"Значение: {said} год: {value['year'] or '20__'}"


def named_in_the_table(one):
    """The unit that a cell of the row names: at the end of the words, or as yes and no."""
    unit = one.get("unit")
    if one.get("unit_grade") == "assumed":
        return None
    return unit if unit in TAILS or one["target"]["value"] is True else None


def indicators_of(name):
    profile = values(name)
    titles = {body["id"]: body["title"]["ru"] for body in profile["bodies"]}
    rows, merged = [HEADS, ["1", "2", "3", "4", "5", "6", "7"]], []
    for goal in profile["goals"]:
        first = len(rows)
        for one in (one for one in profile["indicators"] if one["goal"] == goal["id"]):
            unit = one.get("unit")
            tail = TAILS.get(named_in_the_table(one), "")
            head = [f"{goal['id']}.", rough(goal["title"]["ru"])] if len(rows) == first else ["", ""]
            told = [value_in_words(one[key], name, unit) for key in ("base", "target")]
            body = rough(titles[one["responsible"]]) if one["responsible"] else ""
            rows.append([*head, TYPES[one["type"]], rough(one["title"]["ru"]) + tail, *told, body])
        merged += [(first, column, len(rows) - 1, column) for column in (0, 1) if len(rows) - first > 1]
    return rows, merged


@pytest.mark.parametrize("form", MADE)
@pytest.mark.parametrize("name", ANNEXES)
def test_the_indicators_of_a_decree_are_those_of_its_profile(name: str, form: str):
    """But for units that the table does not name, each asked about, and what a person says that is counted."""
    read = read_tables(MADE[form](*indicators_of(name)), "t", ANNEXES[name][1], bodies(name), "indicators")
    profile = values(name)
    assert read.found.entries["goals"] == [in_russian(one) for one in profile["goals"]]
    unnamed = [one["cite"] for one in profile["indicators"] if named_in_the_table(one) is None]
    for found, one in zip(read.found.entries["indicators"], profile["indicators"], strict=True):
        without = {"unit", "unit_grade"} if one["cite"] in unnamed else set()
        assert found == in_russian(one, without | {"counts"})
    assert [question.text.en for question in read.questions] == [
        "no unit is named; write unit or null"
    ] * len(unnamed)


def test_indicators_with_a_column_of_units_and_years():
    rows = [
        [
            "№ п/п",
            "Наименование показателя",
            "Ед. изм.",
            "Базовое значение (2022 год)",
            "Значения по годам",
            "",
            "Тип",
        ],
        ["", "", "", "", "2023 год", "2024 г.", ""],
        ["Цель 1. Охват", "", "", "", "", "", ""],
        ["1.1", "Доля детей", "процентов", "50,5", "не менее 60", "87,5", "Итоговый результат"],
        ["1.2", "Число школ", "шт.", 10, "от 10 до 12", "не более 5", "Процесс"],
    ]
    merged = [(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 1, 2), (0, 3, 1, 3), (0, 4, 0, 5), (2, 0, 2, 6)]
    read = read_tables(as_xlsx(rows, merged), "t", "app5")
    one, other = read.found.entries["indicators"]
    assert one == {
        "goal": 1,
        "type": "final",
        "title": {"ru": "Доля детей"},
        "unit": "percent",
        "base": {"value": "50,5", "year": 2022},
        "targets": [{"value": {"at_least": 60}, "year": 2023}, {"value": "87,5", "year": 2024}],
        "cite": "app5.1.1",
    }
    assert other["targets"] == [
        {"value": {"at_least": 10, "at_most": 12}, "year": 2023},
        {"value": {"at_most": 5}, "year": 2024},
    ]
    assert [question.told("ru") for question in read.questions] == [
        "t, лист «Лист1», ячейка C5: единица «шт.» не из перечня; впишите unit или null"
    ]


def test_a_base_and_years_may_stand_below_one_heading():
    rows = [
        ["№", "Показатель", "Тип", "Значения показателя, единиц", "", ""],
        ["", "", "", "базовое, 2022 год", "2023 год", "2024 год"],
        ["Цель 1. Охват", "", "", "", "", ""],
        ["1.1", "Число школ", "процесс", "1", "2", "3"],
    ]
    merged = [(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 1, 2), (0, 3, 0, 5), (2, 0, 2, 5)]
    for made in MADE.values():
        (one,) = read_tables(made(rows, merged), "t", "app5").found.entries["indicators"]
        assert one["base"] == {"value": 1, "year": 2022}
        assert one["targets"] == [{"value": 2, "year": 2023}, {"value": 3, "year": 2024}]


@pytest.mark.parametrize("words", ["100 %", "около 10", "10 и более", "увеличение", "5/6", "1,2,3", "2024"])
def test_a_value_that_is_not_clear_is_no_number(words: str):
    found = quantity_of(words)
    assert found in (None, int(words.rstrip(" %")) if words.rstrip(" %").isdigit() else None)


def test_a_sign_that_only_breaks_a_line_is_no_word_and_a_hidden_one_is_refused():
    rows = [["№", "Мероприятие", "Срок"], ["1", "От\u00ad\u200bчёт\ufeff", "2024\u2060 год"]]
    for made in MADE.values():
        plan = read_tables(made(rows), "t", "app4").found.entries["plan"]
        assert plan == [{"title": {"ru": "Отчёт"}, "term": {"kind": "year", "year": 2024}, "cite": "app4.1"}]
        rows_hidden = [rows[0], ["1", "От\u202eчёт", "2024 год"]]
        with pytest.raises(
            FaultyInput, match=r"(cell B2|table 1, row 2): the text has the invisible sign U\+202E"
        ):
            read_tables(made(rows_hidden), "t", "app4")


def test_a_number_in_per_cent_is_refused_as_excel_keeps_another():
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet("т")
    fill_in(sheet, [["Показатель", "2024 год", "Тип"], ["доля", "", "процесс"]])
    sheet.write_number(1, 1, 0.875, book.add_format({"num_format": "0.0%"}))
    book.close()
    with pytest.raises(FaultyInput, match=r"cell B2: the cell shows «87\.5%» and holds the number 0\.875"):
        read_tables(out.getvalue(), "t")


# ─── Сроки ───────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("words", "term"),
    [
        ("2023 г.", {"kind": "year", "year": 2023}),
        ("в 2023 году", {"kind": "year", "year": 2023}),
        ("в течение 2024 года", {"kind": "year", "year": 2024}),
        ("I полугодие 2024 года", {"kind": "half_year", "year": 2024, "half": 1}),
        ("1 квартал 2024 года", {"kind": "quarter", "year": 2024, "quarter": 1}),
        ("декабрь 2023 года", {"kind": "month", "year": 2023, "month": 12}),
        ("15 марта 2024 г.", {"kind": "on", "day": "2024-03-15"}),
        ("по 31 декабря 2024 года", {"kind": "by", "day": "2024-12-31"}),
        ("не позднее 01.03.2024", {"kind": "not_later", "day": "2024-03-01"}),
        ("с 01.09.2023 по 31.12.2023", {"kind": "by", "day": "2023-12-31", "since": "2023-09-01"}),
        ("ежегодно до 1 марта", {"kind": "yearly", "end": "before", "day": "03-01"}),
        ("до 31 августа", {"kind": "in_year", "end": "before", "day": "08-31"}),
        ("не реже 2 раз в год", {"kind": "regular", "times": 2, "per": "year"}),
        ("в течение 30 календарных дней", {"kind": "after", "days": 30, "unit": "calendar_days"}),
        (
            "в течение 10 (десяти) рабочих дней со дня официального опубликования",
            {"kind": "after", "days": 10, "unit": "working_days", "event": {"kind": "publication"}},
        ),
        (
            "12 месяцев с даты вступления в силу настоящего постановления",
            {"kind": "after_months", "months": 12, "event": {"kind": "in_force"}},
        ),
        (
            "не позднее чем за 10 рабочих дней до 01.09.2024",
            {"kind": "ahead", "days": 10, "unit": "working_days", "day": "2024-09-01"},
        ),
        *(
            (words, None)
            for words in ("", "постоянно", "2025-2023 годы", "до 31.02.2023", "V квартал 2024 года")
        ),
        *(
            (words, None)
            for words in (
                "3 полугодие 2024 года",
                "до 01.10.2023 и далее",
                "в течение 3 дней",
                "в течение 3 дней со дня утверждения порядка",
                "до окончания 2024 года",
                "до завершения квартала",
                "до утверждения порядка, далее – ежегодно до 01.03",
                "в течение 5 рабочих дней со дня, следующего за днем утверждения",
                "2023, 2024 годы",
            )
        ),
        *(
            (words, None)
            for words in (
                "по 01.10.2023, далее ежегодно до 01.01",
                "31 апреля 2024 года",
                "по мере надобности",
            )
        ),
    ],
)
def test_a_term_is_read_with_certainty_or_not_at_all(words, term):
    assert term_of(words) == term
    assert term_of(f" {words.upper()}. ".replace(" ", "\u00a0")) == term


@pytest.mark.parametrize(
    ("words", "term"),
    [
        (
            "в течение 10 рабочих дней со дня утверждения Порядка отбора",
            {"kind": "after", "days": 10, "unit": "working_days"},
        ),
        (
            "не позднее 5 календарных дней после утверждения Порядка отбора",
            {"kind": "after", "days": 5, "unit": "calendar_days"},
        ),
        ("в течение 6 месяцев с момента утверждения Порядка отбора", {"kind": "after_months", "months": 6}),
        ("до утверждения Порядка отбора", {"kind": "until"}),
        ("в день утверждения Порядка отбора", {"kind": "same_day"}),
        (
            "не позднее чем за 3 рабочих дня до утверждения Порядка отбора",
            {"kind": "ahead", "days": 3, "unit": "working_days"},
        ),
    ],
)
def test_an_event_is_named_in_the_words_of_the_act(words, term):
    found = term_of(words.replace(" ", "\u00a0\n"))
    assert found == term | {"event": {"kind": "other", "what": {"ru": "утверждения Порядка отбора"}}}
    assert TypeAdapter(Term).validate_python(found)


def test_days_of_no_kind_are_asked_about_and_bodies_once():
    rows = [["№", "Мероприятие", "Срок", "Ответственный"]]
    rows += [[f"1.{n}", "Отчёт", "в течение 3 дней", "Управление образования"] for n in (1, 2, 3)]
    cells = {(row, column): cell for row, line in enumerate(rows) for column, cell in enumerate(line)}
    found = pasted([Table("1", cells)], at="app4")
    told = [words.ru for _, words in found.questions]
    assert [one for one in told if "--bodies" in one] == told[:1]
    assert not [one for one in told if "responsible" in one]
    assert sum("рабочие или календарные" in one for one in told) == 3
    assert [words.ru for words in found.asked["plan", 0]][1:] == [
        "ответственный — «Управление образования»; впишите responsible"
    ]
    known = pasted([Table("1", cells)], at="app4", bodies={"Управление образования": "school"})
    assert not [words.ru for _, words in known.questions if "--bodies" in words.ru]


def test_days_are_read_in_three_forms():
    assert day_of("01.10.2023") == day_of("1 октября 2023 года") == day_of("2023-10-01") == "2023-10-01"
    assert day_of("32.01.2023") is day_of("01.10.23") is None


# ─── Чужие файлы и команды ───────────────────────────────────────────────────────────────────────────────


def run(*words):
    result = CliRunner().invoke(app, [str(word) for word in words])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


def test_what_is_struck_out_and_the_mark_of_a_footnote_are_no_words():
    text = Document()
    table = text.add_table(2, 3)
    for number, words in enumerate(["№ п/п", "Мероприятие", "Срок"]):
        table.cell(0, number).text = words
    table.cell(1, 0).text, table.cell(1, 2).text = "1", "2024 год"
    line = table.cell(1, 1).paragraphs[0]
    line.add_run("Отчёт")
    line.add_run("3").font.superscript = True
    struck = OxmlElement("w:del")
    run_ = OxmlElement("w:r")
    gone = OxmlElement("w:delText")
    gone.text = " прежний"
    run_.append(gone)
    struck.append(run_)
    line._p.append(struck)
    put_in = OxmlElement("w:ins")
    run_ = OxmlElement("w:r")
    new = OxmlElement("w:t")
    new.set(qn("xml:space"), "preserve")
    new.text = " новый"
    run_.append(new)
    put_in.append(run_)
    line._p.append(put_in)
    out = io.BytesIO()
    text.save(out)
    read = read_tables(out.getvalue(), "t.docx", "app4")
    assert read.found.entries["plan"][0]["title"]["ru"] == "Отчёт новый"


def test_a_cell_that_spans_a_million_columns_is_refused():
    data = as_docx([["Мероприятие", "Срок"], ["Отчёт", "2024 год"]], [(1, 0, 1, 1)])
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as packed, zipfile.ZipFile(out, "w") as made:
        for name in packed.namelist():
            part = packed.read(name).replace(b'gridSpan w:val="2"', b'gridSpan w:val="9999999"')
            made.writestr(name, part.replace(b"</w:tr>", b"<w:tc><w:p/></w:tc></w:tr>"))
    with pytest.raises(FaultyInput, match="the text is not read"):
        read_tables(out.getvalue(), "t.docx")


def test_a_text_without_such_a_table_is_refused_and_other_tables_are_told(tmp_path: Path):
    with pytest.raises(FaultyInput, match="no table has headings that are known"):
        read_tables(as_docx([["а", "б"], ["в", "г"]]), "t.docx")
    with pytest.raises(FaultyInput, match="the text is not read"):
        read_tables(broken_docx(), "t.docx")
    text = Document(io.BytesIO(as_docx(*plan_of("kemerovo"))))
    text.add_table(1, 1).cell(0, 0).text = "подпись"
    text.save(tmp_path / "t.docx")
    code, out, err = run("read", tmp_path / "t.docx", "--at", "app4", "--bodies", "kemerovo")
    assert code == 0
    assert (
        err
        == f"{tmp_path}/t.docx, таблица 2, строка 1: у таблицы нет понятных заголовков; она не прочитана\n"
    )
    assert read_tree(out, "").plain()["plan"][0]["cite"] == "app4.1.1"


def broken_docx() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(as_docx([["а"]]))) as packed, zipfile.ZipFile(out, "w") as made:
        for name in packed.namelist():
            part = packed.read(name)
            made.writestr(name, part[: len(part) // 2] if name == "word/document.xml" else part)
    return out.getvalue()


def test_the_command_asks_what_it_cannot_know(tmp_path: Path):
    file, new = tmp_path / "t.docx", tmp_path / "plan.yaml"
    file.write_bytes(as_docx([["Мероприятие", "Срок"], ["1. Отчёт", "постоянно"]]))
    code, out, err = run("read", file, new, "--plan", "--lang", "en")
    assert (code, out) == (0, f"{new}: written; move its entries into a profile, then: law189 check\n")
    assert err.splitlines() == [
        f"{file}, table 1, row 1: {ADDRESS}",
        f"{file}, table 1, row 2: the term «постоянно» is not understood; write term",
    ]
    assert new.read_text(encoding="utf-8").splitlines()[2:] == [
        "plan:",
        "  # question: the term «постоянно» is not understood; write term",
        "  - {title: {ru: Отчёт}}",
    ]
    code, out, _ = run("read", file, "--json", "--at", "app4")
    assert [(one["sheet"], one["cell"]) for one in json.loads(out)["notes"]] == [("1", "B2")]
    assert run("read", file, "--plan", "--indicators")[0] == 2
    book = tmp_path / "b.xlsx"
    book.write_bytes(as_workbook("kemerovo"))
    assert run("read", book, "--at", "app4")[0] == 2
    assert run("read", file, "--indicators")[0] == 1


def town(**sheets):
    """A small town as a workbook, with tables pasted into it."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    keys = {
        "profile": "town",
        "title.ru": "Город",
        "act.number": "1",
        "act.date": "2023-09-22",
        "act.title.ru": "О",
    }
    keys |= {"direction.value.ru": "образование", "control.value.ru": "глава"}
    rows = [["что", "значение", "адрес", "пояснение", "ключ"]]
    rows += [["", words, "p1" if "value" in key else "", "", key] for key, words in keys.items()]
    fill_in(book.add_worksheet("Постановление"), rows)
    for title, (table, merged) in sheets.items():
        fill_in(book.add_worksheet(title), table, merged)
    book.close()
    return out.getvalue()


def noted(found):
    """What was noted of a workbook, but not that it is a small one."""
    return [one for one in found.notes if "удален" not in one.text.ru and "удалён" not in one.text.ru]


def organs(name):
    listed = [[body["id"], body["title"]["ru"], body["cite"]] for body in values(name)["bodies"]]
    return [["", "", ""], ["id", "title.ru", "cite"], *listed], ()


def moved(table, merged):
    """The table with the address of its annex above it."""
    return [["app4"], *table], [(top + 1, left, bottom + 1, right) for top, left, bottom, right in merged]


def test_a_table_pasted_into_a_workbook_is_its_plan():
    data = town(**{"Органы": organs("kemerovo"), "План (вставка)": moved(*plan_of("kemerovo"))})
    found = read_workbook(data, "b.xlsx")
    assert (found.faults, noted(found)) == ((), [])
    assert read_tree(found.text, "").plain()["plan"] == [
        in_russian(one, BY_HAND) for one in values("kemerovo")["plan"]
    ]


def test_what_a_pasted_table_leaves_open_is_a_fault_at_its_cell():
    table = [["app4"], ["№", "Мероприятие", "Срок"], ["1", "Отчёт", "постоянно"]]
    found = read_workbook(town(**{"План (вставка)": (table, ())}), "b.xlsx")
    (told,) = noted(found)
    assert told.told("ru") == (
        "b.xlsx, лист «План (вставка)», ячейка C3: срок «постоянно» не понят; "
        "впишите срок словами, например: до 01.02.2024, или записью в скобках, например: {kind: year, year: 2024}"
    )
    assert [(one.sheet, one.cell) for one in found.faults] == [("План (вставка)", "C3")]
    both = town(
        **{
            "План апробации": ([["", "", ""], ["title.ru", "term", "cite"], ["а", "2023 год", "p1"]], ()),
            "План (вставка)": (table, ()),
        }
    )
    assert any("оставьте что-то одно" in one.text.ru for one in read_workbook(both, "b.xlsx").faults)
    nothing = read_workbook(town(**{"План (вставка)": ([["а", "б"]], ())}), "b.xlsx")
    assert "нет понятных заголовков" in nothing.faults[0].text.ru


LONG_HEADS = ["№", "Мероприятие", "Срок", "Вид документа", "Ответственный исполнитель"]


def test_a_question_names_the_cell_of_the_words_and_obeying_it_there_answers_it():
    table = [
        ["app4"],
        LONG_HEADS,
        ["1", "Отчёт", "постоянно", "", "Совет"],
        ["2", "Семинар", "", "", "Совет"],
    ]
    found = read_workbook(town(**{"Органы": organs("kemerovo"), "План (вставка)": (table, ())}), "b.xlsx")
    assert [one.cell for one in noted(found)] == ["C3", "E3", "C4", "E4"]
    assert [one.cell for one in found.faults] == ["C3", "C4"]
    for row, term in ((2, "1 раз в полугодие"), (3, "в срок до 15.08.2023")):
        table[row][2] = term
    found = read_workbook(town(**{"Органы": organs("kemerovo"), "План (вставка)": (table, ())}), "b.xlsx")
    assert (found.faults, [one.cell for one in noted(found)]) == ((), ["E3", "E4"])


def test_words_of_a_merged_cell_are_asked_about_where_they_stand():
    table = [["app4"], LONG_HEADS[:3], ["1", "Отчёт", "постоянно"], ["2", "Семинар", ""]]
    found = read_workbook(town(**{"План (вставка)": (table, [(2, 2, 3, 2)])}), "b.xlsx")
    assert [one.cell for one in noted(found)] == ["C3", "C3"]


@pytest.mark.parametrize(
    "said", ["10 %", "не менее 10 %", "от 10 % до 20 %", "от 10 % до 20", "10 процентов"]
)
@pytest.mark.parametrize("unit", ["единиц", "человек", "рублей", "да/нет", "не указано", "процентов"])
def test_a_percent_beside_a_value_is_asked_about_where_the_unit_is_another(unit, said):
    rows = [["№", "Показатель", "Ед. изм.", "2024 год"], ["1", "Охват", unit, said]]
    read = read_tables(as_docx(rows), "t", "app5")
    asked = [one.text.ru for one in read.questions if f"«{said}»" in one.text.ru]
    assert bool(asked) == (unit != "процентов"), asked


@pytest.mark.parametrize("head", ["№", "№ п/п"])
@pytest.mark.parametrize("number", ["1", "1."])
def test_the_number_of_an_indicator_without_a_goal_is_its_address(head, number):
    rows = [
        [head, "Показатель", "Ед. изм.", "Тип", "2024 год"],
        [number, "Число школ", "единиц", "Процесс", "5"],
    ]
    read = read_tables(as_docx(rows), "t", "app5")
    assert read.found.entries["indicators"][0]["cite"] == "app5.1"
    assert [one.text.ru for one in read.questions] == ["цель не названа; впишите goal"]


def test_a_number_below_a_stage_that_does_not_name_the_stage_is_told_to_be_not_enough():
    rows = [["№", "Мероприятие", "Срок"], ["Этап 2. Отбор", "", ""], ["5", "Отчёт", "2024 год"]]
    read = read_tables(as_docx(rows), "t", "app4")
    assert "cite" not in read.found.entries["plan"][0]
    assert [one.text.ru for one in read.questions] == [
        "номер «5» стоит без номера этапа, адрес по нему не ясен; впишите cite"
    ]


GROUPED = {
    "plan": ("Этап", "Мероприятие", "Срок", "2024 год"),
    "indicators": ("Цель", "Показатель", "2024 год", "5"),
}


@settings(max_examples=size(60, 2000))
@given(
    st.sampled_from(sorted(GROUPED)),
    st.lists(st.integers(1, 4), min_size=1, max_size=4).filter(lambda counts: max(counts) > 1),
    st.sampled_from(["", "."]),
    st.booleans(),
)
def test_numbers_that_count_the_rows_are_the_address_of_nothing(kind, counts, point, numbered):
    over, title, head, cell = GROUPED[kind]
    groups = [
        f"{f'{over} {at}. ' if numbered else ''}Развитие {'абвг'[at - 1]}" for at in range(1, len(counts) + 1)
    ]
    each = [group for group, count in zip(groups, counts, strict=True) for _ in range(count)]
    rows = [["№ п/п", over, title, "Ед. изм.", head]]
    rows += [[f"{at}{point}", group, "Число школ", "единиц", cell] for at, group in enumerate(each, start=1)]
    read = read_tables(as_docx(rows), "t", "app4")
    listed = read.found.entries[{"plan": "stages", "indicators": "goals"}[kind]]
    assert [one.get("cite") for one in listed] == [
        f"app4.{one['id']}" if numbered else None for one in listed
    ]
    told = [one.text.ru for one in read.questions if "считают строки" in one.text.ru]
    assert len(told) == (0 if numbered else len(counts))
    other = {"plan": "цел", "indicators": "этап"}[kind]
    assert not [one.text.ru for one in read.questions if other in one.text.ru.casefold()]


def in_sheet(*rows, day_in=()):
    """A town whose pasted plan has those rows; the cells in `day_in` are days, as Excel makes them."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"default_date_format": "dd.mm.yyyy"})
    sheet = book.add_worksheet("План")
    for row, cells in enumerate((["app4"], ["№", "Мероприятие", "Срок", "Ответственный"], *rows)):
        for column, value in enumerate(cells):
            if (row, column) in day_in:
                sheet.write_datetime(row, column, value)
            else:
                sheet.write(row, column, value)
    book.close()
    return out.getvalue()


@pytest.mark.parametrize("column", [0, 1, 3])
def test_a_cell_that_excel_made_a_day_is_no_number_no_title_and_no_body(column):
    row = ["1", "Отчёт", "2024 год", "Отдел"]
    row[column] = datetime(2024, 1, 1)  # noqa: DTZ001  # a cell has no zone
    with pytest.raises(FaultyInput) as caught:
        read_tables(in_sheet(row, day_in={(2, column)}), "t.xlsx")
    [fault] = caught.value.faults
    assert "стала датой (01.01.2024)" in fault.text.ru


def test_a_day_in_the_column_of_terms_is_a_term():
    row = ["1", "Отчёт", datetime(2024, 1, 15), "Отдел"]  # noqa: DTZ001  # a cell has no zone
    found = read_tables(in_sheet(row, day_in={(2, 2)}), "t.xlsx").found
    assert found.entries["plan"][0]["term"] == {"kind": "on", "day": "2024-01-15"}


def test_a_number_of_a_row_with_a_point_is_refused_once_as_1_1_and_1_10_are_one():
    with pytest.raises(FaultyInput) as caught:
        read_tables(in_sheet([1.1, "Отчёт", "2024 год"], [1.1, "Семинар", "2024 год"]), "t.xlsx")
    assert ["стала числом (1,1)" in one.text.ru for one in caught.value.faults] == [True, True]


def test_two_rows_of_one_number_do_not_get_one_address():
    found = read_tables(in_sheet(["1.1", "Отчёт", "2024 год"], ["1.1", "Семинар", "2024 год"]), "t.xlsx")
    assert [one.get("cite") for one in found.found.entries["plan"]] == ["app4.1.1", None]
    assert any("номер 1.1 уже есть" in one.text.ru for one in found.questions)


@pytest.mark.parametrize("said", ["app4", "приложение 4", "Приложение № 4"])
def test_the_address_of_the_annex_is_read_as_a_document_writes_it(said, tmp_path):
    table = [["№", "Мероприятие", "Срок"], ["1.1", "Отчёт", "2024 год"]]
    book = tmp_path / "t.docx"
    book.write_bytes(as_docx(table))
    code, told, _ = run("read", book, "--plan", "--at", said)
    assert code == 0
    assert "cite: app4.1.1" in told
    data = town(**{"План (вставка)": ([[said], *table], ())})
    assert read_tree(read_workbook(data, "b.xlsx").text, "").plain()["plan"][0]["cite"] == "app4.1.1"


def test_an_address_of_another_form_is_refused_before_anything_is_read(tmp_path):
    code, _, told = run("read", tmp_path / "none.docx", "--plan", "--at", "app4/../x")
    assert code == 2
    assert "пишите, например, app4" in told


def test_a_table_pasted_into_a_workbook_without_an_address_is_told_where_it_stands():
    table = [["№", "Мероприятие", "Срок"], ["1.1", "Отчёт", "{kind: year, year: 2024}"]]
    found = read_workbook(town(**{"План (вставка)": (table, ())}), "b.xlsx")
    assert ["в строке над заголовками" in one.text.ru for one in noted(found)] == [True]
    assert not any("--at" in one.text.ru for one in (*noted(found), *found.faults))
    assert [one.key for one in found.faults] == ["plan[0].cite"]


# ─── Строки итогов и заголовки без названия ──────────────────────────────────────────────────────────────

PLAN_HEAD = ["№ п/п", "Мероприятие", "Срок"]
VALUES_HEAD = ["№ п/п", "Показатель", "Ед. изм.", "Базовая величина 2023 год", "2024 год", "2025 год"]
TOTALS = ["Итого", "ИТОГО:", "Всего", "Итого по этапу 1", "Всего по разделу", "Итого мероприятий: 2"]


def read_plan(*rows):
    return read_tables(as_docx([PLAN_HEAD, *rows]), "t.docx", "app4", {}, None)


@pytest.mark.parametrize("total", TOTALS)
@pytest.mark.parametrize("place", [0, 1])
def test_a_row_of_totals_is_no_stage_and_no_measure_and_the_rows_below_it_keep_their_own(total, place):
    own = ["", "", ""]
    own[place] = total
    found = read_plan(
        ["Этап 1. Подготовка", "", ""], ["1.1", "Первое", "2024 год"], own, ["1.2", "Второе", "2024 год"]
    )
    entries = found.found.entries
    assert [(one["id"], one["title"]["ru"]) for one in entries["stages"]] == [(1, "Подготовка")]
    assert [(one["stage"], one["title"]["ru"]) for one in entries["plan"]] == [(1, "Первое"), (1, "Второе")]
    assert [one.text.ru for one in found.questions] == [f"«{total}» — строка итогов; она не прочитана"]


def test_an_indicator_whose_title_begins_with_totals_is_one():
    rows = [
        ["1", "Всего детей, охваченных дополнительным образованием", "человек", "10", "20", "30"],
        ["", "Итого", "", "10", "20", "30"],
    ]
    found = read_tables(as_docx([VALUES_HEAD, *rows]), "t.docx", "app5", {}, None)
    assert [one["title"]["ru"] for one in found.found.entries["indicators"]] == [rows[0][1]]


@pytest.mark.parametrize("row", [["1", "Этап 1", ""], ["Этап 1", "", ""], ["Раздел 1", "", ""]])
def test_a_stage_without_a_name_is_called_as_the_act_calls_it(row):
    found = read_plan(row, ["1.1", "Первое", "2024 год"])
    [stage] = found.found.entries["stages"]
    assert (stage["id"], stage["title"]["ru"]) == (1, next(one for one in row if not one.isdigit()))


# ─── Значения: где о них сказано и в чём они ─────────────────────────────────────────────────────────────


@pytest.mark.parametrize("column", "DEF")
def test_a_fault_of_a_value_is_told_at_its_own_cell(column):
    row = ["1.1", "Охват", "человек", "10", "20", "30"]
    row["ABCDEF".index(column)] = "15-10"
    sheet = [VALUES_HEAD, ["Цель 1. Доступность", "", "", "", "", ""], row]
    faults = read_workbook(town(**{"Показатели (вставка)": (sheet, ())}), "b.xlsx").faults
    assert [one.cell for one in faults if "не бывает" in one.text.ru] == [f"{column}3"]


@pytest.mark.parametrize(
    ("unit", "times"),
    [("тыс. руб.", 1000), ("тысяч рублей", 1000), ("млн руб.", 1_000_000), ("тыс. человек", 1000)],
)
def test_a_unit_of_thousands_says_that_the_values_are_to_be_multiplied(unit, times):
    rows = [
        ["Цель 1. Доступность", "", "", "", "", ""],
        ["1.1", "Объём", unit, "1,5", "1 200,50", "1200.50 руб."],
    ]
    found = read_tables(as_docx([VALUES_HEAD, *rows]), "t.docx", "app5", {}, None)
    told = " | ".join(one.text.ru for one in found.questions)
    assert f"умножьте значения на {times}" in told
    assert "у значения «1200.50 руб.» единица не та" in told
    assert "unit" not in found.found.entries["indicators"][0]
