"""The roles that headings give to columns: what is written over a column is what is read of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law189.files.meant import meant
from law189.office.workbook.pasted import pasted
from law189.office.workbook.table import Table

TITLES = ("Показатель", "Индикатор", "Наименование показателя")
BASES = ("Базовая величина", "Базовое значение")
TARGETS = ("Целевой ориентир", "Целевое значение", "Плановое значение")
NUMBERS = ("№ п/п", "№", "№ показателя")
TYPES = ("Тип индикатора", "Вид показателя", "Тип")


def read(rows, merged=()):
    cells = {(row, column): cell for row, line in enumerate(rows) for column, cell in enumerate(line) if cell}
    return pasted([Table("1", cells, merged=tuple(merged))], at="app5")


@st.composite
def drawn(draw):
    """A table of one indicator: its columns in any order, its headings in one row or two, merged or not."""
    years = draw(st.lists(st.integers(2024, 2030), min_size=1, max_size=3, unique=True).map(sorted))
    two, merge = draw(st.booleans()), draw(st.booleans())
    base, target = draw(st.sampled_from(BASES)), draw(st.sampled_from(TARGETS))
    blocks = [
        [(draw(st.sampled_from(NUMBERS)), "", "1")],
        [(draw(st.sampled_from(TYPES)), "", "Процесс")],
        [(draw(st.sampled_from(TITLES)), "", "Школы")],
        [("Ед. изм.", "", "ед.")],
        [(base, "2023 год", "5") if two else (f"{base}, 2023 год", "", "5")],
        [
            (target if number == 0 else "", f"{year} год", str(year - 2000))
            if two
            else (f"{target} ({year} год)", "", str(year - 2000))
            for number, year in enumerate(years)
        ],
    ]
    columns, merged = [], []
    for block in draw(st.permutations(blocks)):
        left = len(columns)
        if two and merge and len(block) > 1:
            merged.append((0, left, 0, left + len(block) - 1))
        if two and merge and not block[0][1]:
            merged.append((0, left, 1, left))
        columns += block
    rows = [list(line) for line in zip(*columns, strict=True)]
    return (rows if two else [rows[0], rows[2]]), merged, years


@given(drawn())
def test_the_roles_read_are_those_written(case):
    rows, merged, years = case
    (entry,) = read(rows, merged).entries["indicators"]
    targets = entry.get("targets") or [entry["target"]]
    assert entry["title"]["ru"] == "Школы"
    assert entry["type"] == "process"
    assert entry["unit"] == "units"
    assert entry["base"] == {"value": 5, "year": 2023}
    assert targets == [{"value": year - 2000, "year": year} for year in years]


def test_of_several_years_under_a_base_none_is_taken():
    found = read(
        [
            ["Показатель", "Базовая величина", "", "Целевой ориентир"],
            ["", "2022 год", "2023 год", "2024 год"],
            ["Школы", "4", "5", "10"],
        ]
    )
    (entry,) = found.entries["indicators"]
    assert "base" not in entry
    assert entry["target"] == {"value": 10, "year": 2024}
    assert {words.en for _, words in found.questions} >= {
        "above «4» is no heading that is known; read it yourself",
        "above «5» is no heading that is known; read it yourself",
    }


@pytest.mark.parametrize(
    ("heads", "merged"),
    [
        ([["Мероприятие", "Срок начала", "Срок окончания"]], []),
        ([["Мероприятие", "Дата начала", "Дата окончания"]], []),
        (
            [["Мероприятие", "Срок исполнения", ""], ["", "начало", "окончание"]],
            [(0, 0, 1, 0), (0, 1, 0, 2)],
        ),
        ([["Мероприятие", "Срок исполнения", ""], ["", "начало", "окончание"]], []),
    ],
)
def test_a_first_day_and_a_last_day_are_a_period(heads, merged):
    (entry,) = read([*heads, ["Порядок", "01.09.2024", "31.12.2024"]], merged).entries["plan"]
    assert entry["term"] == {"kind": "by", "day": "2024-12-31", "since": "2024-09-01"}
    (half,) = read([*heads, ["Порядок", "сентябрь 2024 г.", "31.12.2024"]], merged).entries["plan"]
    assert "term" not in half


def test_a_number_of_rows_is_no_number_of_a_goal():
    heads = ["№ п/п", "Цель", "Показатель", "Ед. изм.", "2024 год"]
    rows = [["1", "Охват", "А", "ед.", "5"], ["2", "", "Б", "ед.", "5"], ["3", "Рост", "В", "ед.", "5"]]
    found = read([heads, *rows], [(1, 1, 2, 1)])
    assert [goal["id"] for goal in found.entries["goals"]] == [1, 2]
    assert not any("cite" in one for one in found.entries["indicators"])
    assert all(found.asked["indicators", number] for number in range(3))


@pytest.mark.parametrize("unit", ["ед.", "чел.", "%", "руб."])
@pytest.mark.parametrize(
    "beside", ["ед.", "чел.", "%", "руб.", "единиц", "человек", "процентов", "рублей", ""]
)
def test_a_value_of_another_unit_is_asked_about(unit, beside):
    found = read([["Показатель", "Ед. изм.", "2024 год"], ["А", unit, f"10 {beside}".strip()]])
    (entry,) = found.entries["indicators"]
    same = not beside or beside[:2] == unit[:2] or (unit, beside) == ("%", "процентов")
    assert ("target" in entry) == same
    assert any("another unit" in words.en for _, words in found.questions) != same


def test_a_column_that_a_plan_has_no_use_for_is_asked_about():
    found = read([["Мероприятие", "Вид", "Ед. изм.", "Срок"], ["А", "", "ед.", "2024 год"]])
    assert any("«ед.»" in words.en for _, words in found.questions)


@pytest.mark.parametrize("words", ["10 %", "10 чел.", "10 ед.", "не менее 10 %"])
def test_the_advice_for_a_value_in_a_file_names_the_unit_it_holds_for(words):
    told = meant("indicator_value", words)
    assert told.ru.startswith("если это единица показателя (unit), пишите ")
    assert told.en.startswith("where that is the unit of the indicator (unit), write ")
    assert meant("indicator_value", "не менее 10").ru == "пишите {at_least: 10}"
    if words[0].isdigit():
        assert meant("reported_value", words).ru == "если это единица показателя (unit), пишите 10"


GOALS = ("Цель", "Цели", "Цель муниципального социального заказа", "Наименование цели")
NAMED = ("Показатель", "Показатели", "Целевой показатель", "Целевой индикатор", "Целевые показатели")
UNITS = ("Ед. изм.", "Единица измерения", "Единица", "Ед.")
BASE_YEARS = ("2023 г. (база)", "2023 год (базовый)", "Базовое значение (2023 год)", "База 2023")
YEARS = (
    "{0}",
    "{0} г.",
    "{0} год",
    "Год {0}",
    "План {0}",
    "{0} год (план)",
    "План на {0} год",
    "{0}, прогноз",
)


@given(*map(st.sampled_from, (GOALS, NAMED, UNITS, BASE_YEARS, YEARS)), st.booleans())
def test_one_indicator_for_each_goal_is_read_alike_however_the_columns_are_headed(
    goal, title, unit, base, year, numbered
):
    heads = [goal, title, unit, base, year.format(2024), year.format(2025)]
    goals = [f"Цель {at}. {words}" if numbered else words for at, words in ((1, "Доступ"), (2, "Качество"))]
    rows = [[goals[0], "Доля детей", "%", "5", "10", "20"], [goals[1], "Число школ", "ед.", "2", "3", "4"]]
    entries = read([heads, *rows]).entries
    assert [(one["id"], one["title"]["ru"]) for one in entries["goals"]] == [(1, "Доступ"), (2, "Качество")]
    assert entries["indicators"] == [
        {
            "goal": number,
            "title": {"ru": words},
            "unit": of,
            "base": {"value": first, "year": 2023},
            "targets": [{"value": second, "year": 2024}, {"value": third, "year": 2025}],
            "cite": f"app5.{number}.1",
        }
        for number, words, of, first, second, third in (
            (1, "Доля детей", "percent", 5, 10, 20),
            (2, "Число школ", "units", 2, 3, 4),
        )
    ]
    assert not [words.ru for _, words in read([heads, *rows]).questions if "не понят; принят" not in words.ru]


def test_a_target_indicator_beside_an_indicator_is_its_value():
    (entry,) = read([["Показатель", "Ед. изм.", "Целевой показатель 2024 года"], ["А", "ед.", "5"]]).entries[
        "indicators"
    ]
    assert entry["target"] == {"value": 5, "year": 2024}


# ─── Годы с пометкой ─────────────────────────────────────────────────────────────────────────────────────────

FACTS = ("факт", "отчёт", "отчет", "фактическое значение", "отчетный")
PLANS = ("план", "прогноз", "плановое значение", "целевой", "прогнозное значение")
NEITHER = ("оценка", "предварительно", "текущий", "план/факт", "факт, оценка")
WRITTEN = (
    "{year} год ({mark})",
    "{year} г. ({mark})",
    "{year} ({mark})",
    "{year} год, {mark}",
    "{mark} {year} года",
)
YEARS = st.integers(2020, 2030)


@st.composite
def marked(draw, marks):
    year = draw(YEARS)
    words = draw(st.sampled_from(WRITTEN)).format(year=year, mark=draw(st.sampled_from(marks)))
    return year, words[0].upper() + words[1:] if draw(st.booleans()) else words


@given(marked(FACTS), marked(PLANS), st.booleans())
def test_a_year_marked_as_a_fact_is_the_base_and_one_marked_as_planned_a_target(fact, plan, two):
    (was, over), (will, above) = fact, plan
    if two:
        merged = [(0, 0, 1, 0), (0, 1, 0, 2)]
        rows = [["Показатель", "Значения показателя", ""], ["", over, above], ["Школы, ед.", "5", "10"]]
    else:
        merged, rows = [], [["Показатель", over, above], ["Школы, ед.", "5", "10"]]
    found = read(rows, merged)
    (entry,) = found.entries["indicators"]
    assert entry["base"] == {"value": 5, "year": was}
    assert entry["target"] == {"value": 10, "year": will}
    assert not [words.en for _, words in found.questions if "head" in words.en]


@given(marked(NEITHER), marked(PLANS))
def test_a_year_marked_otherwise_is_asked_about(other, plan):
    found = read([["Показатель", other[1], plan[1]], ["Школы, ед.", "5", "10"]])
    (entry,) = found.entries["indicators"]
    assert "base" not in entry
    assert entry["target"] == {"value": 10, "year": plan[0]}
    assert "above «5» is no heading that is known; read it yourself" in {one.en for _, one in found.questions}


@given(st.lists(marked(FACTS), min_size=2, max_size=3, unique_by=lambda one: one[0]), st.booleans())
def test_of_several_facts_none_is_the_base_unless_one_is_called_so(facts, called):
    heads = [words for _, words in facts]
    values = [str(50 + place) for place in range(len(facts))]
    base = ["Базовое значение (2019 год)"] if called else []
    rows = [["Показатель", *heads, *base, "2031 год"], ["Школы, ед.", *values, *(["7"] * called), "10"]]
    found = read(rows)
    (entry,) = found.entries["indicators"]
    assert entry.get("base") == ({"value": 7, "year": 2019} if called else None)
    asked = {words.en for _, words in found.questions}
    assert {f"above «{one}» is no heading that is known; read it yourself" for one in values} <= asked


# ─── Заголовок на следующей странице и номер без точки ───────────────────────────────────────────────────────


@given(drawn(), st.data())
def test_headings_on_the_next_page_are_no_row_whatever_of_them_is_repeated(case, data):
    rows, merged, _ = case
    heads = rows[:-1]
    once = read(rows, merged)
    page = []
    for head in heads:
        kept = data.draw(st.lists(st.booleans(), min_size=len(head), max_size=len(head)))
        page.append([words if keep else "" for words, keep in zip(head, kept, strict=True)])
    again = read([*rows, *page], merged)
    assert again.entries == once.entries
    assert [words for _, words in again.questions] == [words for _, words in once.questions]


@pytest.mark.parametrize("point", ["", ".", ")"])
def test_a_number_that_begins_a_merged_heading_is_its_number(point):
    """It may stand in one cell with the words, over the column of numbers too."""
    found = read(
        [
            ["№", "Показатель", "Ед. изм.", "2024 год"],
            [f"1{point} Развитие образования", "", "", ""],
            ["1", "Школы", "ед.", "5"],
            [f"2{point} Доступность услуг", "", "", ""],
            ["1", "Кружки", "ед.", "5"],
        ],
        [(1, 0, 1, 3), (3, 0, 3, 3)],
    )
    assert [(one["id"], one["title"]["ru"]) for one in found.entries["goals"]] == [
        (1, "Развитие образования"),
        (2, "Доступность услуг"),
    ]
    assert [one["cite"] for one in found.entries["indicators"]] == ["app5.1.1", "app5.2.1"]


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("10 (июнь 2024 г.)", {"value": 10, "year": 2024, "month": 6}),
        ("10 в июне 2024 года", {"value": 10, "year": 2024, "month": 6}),
        ("5 июня 2024 года", None),
    ],
)
def test_a_month_beside_a_value_is_read_and_a_day_is_no_value(cell, value):
    (entry,) = read([["Показатель", "Целевое значение"], ["Школы, ед.", cell]]).entries["indicators"]
    assert entry.get("target") == value
