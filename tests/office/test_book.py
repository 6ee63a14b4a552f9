"""A profile as a workbook and back: the same profile, and every fault at its cell."""

import io
import json
import re
import sys
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
import xlsxwriter
from drawn_profiles import AWKWARD, FILES, SMALL, loaded, profiles, values_of
from hypothesis import example, given, settings
from hypothesis import strategies as st
from night import at_night, size
from python_calamine import CalamineWorkbook
from typer.testing import CliRunner

from law189 import load_profile, shipped_profiles
from law189.cli.app import app
from law189.errors import FaultyInput, needs_extra
from law189.files.parser import read_tree
from law189.office.workbook import laid as laid_room
from law189.office.workbook import taken as taken_room
from law189.office.workbook.book import as_workbook, plain_values, read_workbook
from law189.office.workbook.cells import LONGEST, same
from law189.office.workbook.columns import REST
from law189.office.workbook.from_tables import read_tables
from law189.office.workbook.laid import laid_out, rows_of
from law189.office.workbook.notes import HELP_TITLE, LISTS
from law189.office.workbook.packed import LARGEST
from law189.office.workbook.sheets import forms, order_of_keys
from law189.office.workbook.table import Table
from law189.office.workbook.taken import HEADINGS, take
from law189.office.workbook.xlsx import as_xlsx
from law189.profile.profile import Profile


def by_title():
    return {form.title: form for form in forms()}


def tables(laid):
    """What was laid out as a workbook would hold it, without one."""
    for form, rows in laid.lists:
        cells = {(1, number): column.key for number, column in enumerate(form.columns)}
        cells[1, len(form.columns)] = REST
        for line, row in enumerate(rows, start=2):
            cells |= {(line, number): cell for number, cell in enumerate(row) if cell is not None}
        yield Table(form.title, cells)
    for form, values in laid.singles:
        cells = {(0, number): words for number, words in enumerate(HEADINGS)}
        line = 0
        for line, (row, pair) in enumerate(zip(rows_of(form), values, strict=True), start=1):
            cells[line, 4] = row.column.key
            cells |= {(line, number): cell for number, cell in enumerate(pair, start=1) if cell is not None}
        if form is forms()[0]:
            cells[line + 1, 4] = REST
            cells |= {(line + 1, 1): laid.rest} if laid.rest else {}
        yield Table(form.title, cells)


# ─── Туда и обратно ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_profile_is_the_same_after_its_workbook(file: Path):
    values = values_of(file)
    data = as_xlsx(laid_out(values))
    assert same(plain_values(data, "b.xlsx"), values)
    found = read_workbook(data, "b.xlsx", file.parent)
    assert (found.faults, found.notes) == ((), ())
    assert loaded(read_tree(found.text, "").plain(), file.parent) == loaded(values, file.parent)


@pytest.mark.parametrize("name", shipped_profiles())
def test_a_shipped_profile_is_the_same_after_its_workbook(name: str, tmp_path: Path):
    found = read_workbook(as_workbook(name), "b.xlsx")
    (tmp_path / "p.yaml").write_text(found.text, encoding="utf-8")
    assert load_profile(tmp_path / "p.yaml") == load_profile(name)


@settings(max_examples=size(15, 2000))
@given(profiles() if not at_night() else profiles(changes=15))
def test_no_drawn_profile_loses_a_value_on_its_sheets(drawn):
    values, _ = drawn
    taken = take(tables(laid_out(values)), "b.xlsx", {})
    assert not taken.faults
    assert same(taken.values, values)


@settings(max_examples=size(3, 6))
@given(profiles(SMALL))
def test_no_drawn_profile_is_another_after_its_workbook(drawn):
    values, folder = drawn
    data = as_xlsx(laid_out(values))
    found = read_workbook(data, "b.xlsx", folder)
    assert not found.faults
    assert same(read_tree(found.text, "").plain(), values)
    assert loaded(read_tree(found.text, "").plain(), folder) == loaded(values, folder)


@pytest.mark.parametrize("words", [*AWKWARD, "а" * LONGEST])
def test_a_text_comes_back_sign_by_sign_and_is_never_a_formula(words: str):
    values = {
        "profile": "a",
        "title": {"ru": words},
        "bodies": [{"id": "b", "title": {"ru": words}, "cite": "p1"}],
    }
    data = as_xlsx(laid_out(values))
    assert same(plain_values(data, "b.xlsx"), values)
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        sheets = [packed.read(name) for name in packed.namelist() if name.startswith("xl/worksheets/sheet")]
    assert not any(b"<f>" in sheet for sheet in sheets)


def test_what_no_cell_can_hold_is_refused_and_not_cut():
    with pytest.raises(FaultyInput, match="at most 32767 signs"):
        laid_out({"title": {"ru": "а" * (LONGEST + 1)}})


@pytest.mark.parametrize(
    ("module", "name", "broken"),
    [
        (taken_room, "_merge", lambda *_: None),
        (laid_room, "to_cell", lambda value, _: value if isinstance(value, str | int) else "—"),
        (taken_room, "NOTHING", "никогда"),
    ],
)
def test_the_laws_see_a_workbook_that_loses_something(monkeypatch, module, name, broken):
    monkeypatch.setattr(module, name, broken)
    kept = []
    for file in FILES:
        try:
            taken = take(tables(laid_out(values_of(file))), "b.xlsx", {})
        except (AttributeError, TypeError):
            continue
        kept.append(not taken.faults and same(taken.values, values_of(file)))
    assert not all(kept)


def test_lints_that_a_profile_allows_are_kept(tmp_path: Path):
    file = tmp_path / "p.yaml"
    text = (FILES[0]).read_text(encoding="utf-8")
    file.write_text(text + "# law189: allow A14 because устав города\n# law189: allow A2\n", encoding="utf-8")
    found = read_workbook(as_workbook(str(file)), "b.xlsx")
    assert found.text.splitlines()[:2] == ["# law189: allow A14 because устав города", "# law189: allow A2"]


# ─── Листы ───────────────────────────────────────────────────────────────────────────────────────────────


def test_every_key_of_a_profile_has_a_sheet_and_a_column():
    """Walks over the JSON Schema by itself: no key without a place, besides those within a cell."""
    places = set(order_of_keys())
    schema = Profile.json_schema()
    for key in schema["properties"]:
        assert any(path[0] == key for path in places), key
    for form in forms():
        assert len(form.title) <= 31
        assert form.title[0].isupper()
        assert not re.search(r"[\[\]:*?/\\]", form.title)
        assert len({column.key for column in form.columns}) == len(form.columns)
        assert all(re.search("[а-яё]", column.title, re.IGNORECASE) for column in form.columns), form.title
    assert len(by_title()) == len(forms())


def test_a_workbook_has_drop_downs_in_words_frozen_headings_and_a_hidden_list():
    data = as_workbook("kemerovo")
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    assert book.sheet_names[:2] == [HELP_TITLE, "Постановление"]
    assert {form.title for form in forms()} <= set(book.sheet_names)
    number = book.sheet_names.index("Состав рабочей группы") + 1
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        sheet = packed.read(f"xl/worksheets/sheet{number}.xml").decode()
        listed = packed.read(f"xl/worksheets/sheet{book.sheet_names.index(LISTS) + 1}.xml").decode()
        workbook = packed.read("xl/workbook.xml").decode()
    assert 'state="frozen"' in sheet
    assert re.search(r'<dataValidation type="list"[^>]*sqref="B3:B1002"><formula1>\'?Списки', sheet)
    assert 'state="hidden"' in workbook
    assert listed.count("<c ") > 50
    roles = [row[1] for row in book.get_sheet_by_name("Состав рабочей группы").to_python()[2:]]
    assert roles[:3] == ["председатель", "заместитель председателя", "член группы"]
    terms = {row[3] for row in book.get_sheet_by_name("План апробации").to_python()[2:]}
    assert {"2023 год", "до 01.10.2023, далее ежегодно до 01.01", "по мере необходимости"} <= terms


def test_a_star_marks_what_is_needed_wherever_the_entry_is_and_nothing_else():
    starred = {
        column.key for form in forms() if not form.is_list for column in form.columns if column.required
    }
    assert starred == {"profile", "title.ru"}
    plan = by_title()["План апробации"]
    assert {column.key for column in plan.columns if column.required} == {"title.ru", "term", "cite"}


def test_the_same_profile_makes_the_same_bytes():
    assert as_workbook("kemerovo") == as_workbook("kemerovo")


# ─── Что исправил человек ────────────────────────────────────────────────────────────────────────────────


def book_of(sheets, change=lambda *_: None) -> bytes:
    """A workbook of a few sheets: a list of rows each, and whatever else `change` does to them."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"strings_to_formulas": False})
    day = book.add_format({"num_format": "dd.mm.yyyy"})
    made = {}
    for title, rows in sheets.items():
        made[title] = sheet = book.add_worksheet(title)
        for line, row in enumerate(rows):
            for number, cell in enumerate(row):
                if isinstance(cell, date):
                    sheet.write_datetime(line, number, cell, day)
                elif cell is not None:
                    sheet.write(line, number, cell)
    change(book, made)
    book.close()
    return out.getvalue()


def single(**values):
    return [
        HEADINGS,
        *((None, value, cite, None, key.replace("__", ".")) for key, (value, cite) in values.items()),
    ]


DECREE = {
    "profile": ("small_town", None),
    "title__ru": ("Городок", None),
    "act__number": (77.0, None),
    "act__date": (date(2023, 9, 25), None),
    "act__title__ru": ("Об организации", None),
    "direction__value__ru": ("Образование", "p1"),
    "control__value__ru": ("глава", "p2"),
}


def decree(**more):
    return {"Постановление": single(**DECREE, **more)}


def told(data: bytes, lang="ru"):
    found = read_workbook(data, "b.xlsx")
    return [fault.told(lang) for fault in found.faults]


BODIES = [["имя", "наименование", "адрес"], ["id", "title.ru", "cite"]]
INDICATORS = [[], ["goal", "type", "title.ru", "unit", "target.value", "target.year", "cite"]]
GOALS = [[], ["id", "title.ru", "cite"], [1.0, "Цель", "app5"]]


def test_what_excel_makes_of_a_cell_is_understood():
    sheets = {
        **decree(),
        "Цели": GOALS,
        "Показатели эффективности": [
            *INDICATORS,
            [1.0, "Процесс", " число школ ", "единиц", "1 200", "2024", "app5.1"],
            ["1", "итоговый  результат", "доля", "процентов", "не менее 87,5", 2024.0, "app5.2"],
            [1, "final", "есть ли", "да или нет", True, 2024, "app5.3"],
        ],
        "Способ отбора исполнителей": [
            [],
            ["way", "since", "cite"],
            ["certificate", "01.11.2023", "p4"],
            ["competition", datetime(2024, 1, 15), "p4.1"],  # noqa: DTZ001  # as Excel has it
        ],
    }
    found = read_workbook(book_of(sheets), "b.xlsx")
    assert found.faults == ()
    values = read_tree(found.text, "").plain()
    assert values["act"]["number"] == 77
    assert values["act"]["date"] == "2023-09-25"
    assert [one["since"] for one in values["selection"]] == ["2023-11-01", "2024-01-15"]
    assert [one["target"]["value"] for one in values["indicators"]] == [1200, {"at_least": "87,5"}, True]
    assert values["indicators"][0]["title"] == {"ru": "число школ"}


@pytest.mark.parametrize(
    ("sheets", "said"),
    [
        (
            {**decree(), "Органы": [*BODIES, ["finance", "Финуправление"]]},
            "лист «Органы», ячейка C3: у значения нет адреса",
        ),
        (
            {**decree(), "Органы": [*BODIES, ["finance", None, "p3"]]},
            "лист «Органы», ячейка B3: ячейка пуста, а без неё записи нет: наименование",
        ),
        ({**decree(), "Органы": [*BODIES, ["finance", "Ф", "п3"]]}, "лист «Органы», ячейка C3: "),
        (
            {**decree(), "Органы": [[], ["id", "titel.ru"], ["a", "b"]]},
            "лист «Органы», ячейка B2: такого ключа у листа нет",
        ),
        (
            {**decree(), "Органы": [[], ["id", "id"], ["a", "b"]]},
            "лист «Органы», ячейка B2: ключ «id» указан дважды",
        ),
        (
            {**decree(), "Органы": [*BODIES, ["a", "А", "p3", "лишнее"]]},
            "лист «Органы», ячейка D3: над этой графой нет ключа",
        ),
        (
            {**decree(), "Органы": [["a"], [], ["a"]]},
            "лист «Органы», ячейка A2: во второй строке листа нет ключей",
        ),
        ({**decree(), "Лист1": [["a"]]}, "лист «Лист1»: такого листа в книге профиля нет"),
        (
            {**decree(), "Органы": [*BODIES, ["a", "А\u00adб", "p3"]]},
            "ячейка B3: в тексте есть невидимый знак U+00AD",
        ),
        (decree(nonsense=("a", None)), "лист «Постановление», ячейка E9: такого ключа у листа нет"),
        (decree(profile_=("a", "p1")), "ячейка E9"),
        (decree(title__en=("a", "p1")), "лист «Постановление», ячейка C9: у этой строки такой ячейки нет"),
        (decree(act__level=("вселенский", None)), "лист «Постановление», ячейка B9: нет такого значения"),
        (
            decree(entry_into_force__value=("[a", "p1")),
            "лист «Постановление», ячейка B9: запись в скобках не читается",
        ),
        (decree(direction__since=("скоро", "p1")), "лист «Постановление», ячейка B9: нужен день вида"),
        (
            decree(direction__since=("01.01.2024", "p9")),
            "лист «Постановление», ячейка C9: об этом уже сказано в ячейке C7",
        ),
        (
            {"Постановление": [*single(**DECREE), single(**DECREE)[6]]},
            "ячейка E9: ключ «direction.value.ru» указан дважды",
        ),
        (
            decree(**{"+": ("{control: {grade: assumed, cite: p5}}", None)}),
            "лист «Постановление», ячейка B9: об этом уже сказано в ячейке C8",
        ),
        (decree(**{"+": ("grade", None)}), "лист «Постановление», ячейка B9: здесь нужны ключи"),
        ({"Постановление": [*single(**DECREE)[:1], *single(**DECREE)[2:]]}, "profile"),
        (
            {
                **decree(),
                "Рабочая группа": single(working_group__quorum__value__at_least=(date(2023, 2, 1), "p3")),
            },
            "лист «Рабочая группа», ячейка B2: ячейка стала датой (01.02.2023)",
        ),
    ],
)
def test_a_fault_is_told_by_its_sheet_and_cell(sheets, said):
    found = told(book_of(sheets))
    assert any(said in one for one in found), found
    assert all(re.search("[A-Za-z]", one) for one in told(book_of(sheets), "en"))


@pytest.mark.parametrize(
    ("row", "cell"),
    [
        ([1, "final", "а", "единиц", "да", 2024, 5, 2025, None, "app5.1"], "E3"),
        ([1, "final", "а", "единиц", 5, 2024, "да", 2025, None, "app5.1"], "G3"),
        ([1, "final", "а", "да или нет", 5, 2024, "да", 2025, None, "app5.1"], "E3"),
        ([1, "final", "а", "единиц", None, None, "да", 2024, None, "app5.1"], "G3"),
        ([1, "final", "а", "единиц", None, None, None, None, "2024: 5; 2024: 6", "app5.1"], "I3"),
        ([1, "final", "а", "единиц", None, None, 5, 2024, "2025: 6", "app5.1"], "I3"),
    ],
)
def test_a_value_that_its_indicator_cannot_have_is_told_at_its_own_cell(row, cell):
    keys = ["goal", "type", "title.ru", "unit", "base.value", "base.year", "target.value", "target.year"]
    rows = [[], [*keys, "targets", "cite"], row]
    [fault] = read_workbook(
        book_of({**decree(), "Цели": GOALS, "Показатели эффективности": rows}), "b.xlsx"
    ).faults
    assert fault.sheet == "Показатели эффективности"
    assert fault.cell == cell


UNITS = ["единиц", "человек", "рублей", "да или нет", "есть или нет", "не указано", None]
PERCENT = ["10 %", "10%", "не менее 10 %", "не более 5%", "от 10 % до 20 %", "от 10 % до 20"]


def indicator_in_book(unit, said, column):
    """The workbook of a town whose one indicator has that unit, and those words in one of its columns of values."""
    keys = [
        "goal",
        "type",
        "title.ru",
        "unit",
        "base.value",
        "base.year",
        "target.value",
        "target.year",
        "targets",
    ]
    row = [1, "final", "а", unit, None, None, 10, 2024, None, "app5.1"]
    if column == "base.value":
        row[4:6] = said, 2023
    elif column == "target.value":
        row[6] = said
    else:
        row[6:9] = None, None, f"2024: 5; 2025: {said}"
    sheets = {**decree(), "Цели": GOALS, "Показатели эффективности": [[], [*keys, "cite"], row]}
    return read_workbook(book_of(sheets), "b.xlsx")


@pytest.mark.parametrize("column", ["base.value", "target.value", "targets"])
@pytest.mark.parametrize("said", PERCENT)
def test_a_sign_of_percent_is_no_value_of_an_indicator_in_another_unit(column, said):
    cell = {"base.value": "E3", "target.value": "G3", "targets": "I3"}[column]
    assert not indicator_in_book("процентов", said, column).faults
    for unit in UNITS:
        faults = [one for one in indicator_in_book(unit, said, column).faults if one.cell == cell]
        assert any("знак процента" in one.text.ru and "D3" in one.text.ru for one in faults), (unit, faults)
        assert any("a percent sign" in one.text.en and "D3" in one.text.en for one in faults)


def test_all_faults_come_at_once_in_the_order_of_the_workbook():
    sheets = {**decree(act__level=("x", None)), "Органы": [*BODIES, ["a", None, "п"], ["b", "Б", None]]}
    found = told(book_of(sheets))
    cells = [re.search(r"ячейка (\w+)", one)[1] for one in found]
    assert cells == ["B9", "B3", "C3", "C4"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            lambda _, sheets: sheets["Органы"].write_formula(2, 1, '="a"', None, "a"),
            "ячейка B3: здесь формула",
        ),
        (
            lambda _, sheets: sheets["Органы"].write_formula(2, 1, "=1/0", None, "#DIV/0!"),
            "ячейка B3: здесь формула",
        ),
        (lambda _, sheets: sheets["Органы"].merge_range(2, 0, 3, 0, "a"), "ячейка A3: ячейки объединены"),
    ],
)
def test_what_is_no_value_is_told(change, said):
    data = book_of({**decree(), "Органы": [*BODIES, [None, "Финуправление", "p3"]]}, change)
    assert any(said in one for one in told(data)), told(data)


def test_an_error_cell_is_told_and_not_read_as_nothing():
    data = book_of({**decree(), "Органы": [*BODIES, ["finance", 5, "p3"]]})
    spoilt = replaced(
        data, "xl/worksheets/sheet2.xml", b'<c r="B3"><v>5</v></c>', b'<c r="B3" t="e"><v>#REF!</v></c>'
    )
    assert any("лист «Органы», ячейка B3: здесь ошибка Excel" in one for one in told(spoilt))


def test_the_limits_of_a_profile_are_those_of_its_workbook():
    many = [[f"a-{number}", "Орган", "p1"] for number in range(2500)]
    (fault,) = told(book_of({**decree(), "Органы": [*BODIES, *many]}))
    assert fault.startswith("b.xlsx: значений больше 8000")


def test_what_stands_on_a_sheet_of_words_is_noted():
    data = book_of({**decree(), HELP_TITLE: [["Как заполнять эту книгу", "моя заметка"]]})
    found = read_workbook(data, "b.xlsx")
    assert [note.told("en") for note in found.notes if "deleted by mistake" not in note.text.en] == [
        f"b.xlsx, sheet «{HELP_TITLE}», cell B1: this sheet is not read; move the value to another"
    ]


# ─── Чужие и злые файлы ──────────────────────────────────────────────────────────────────────────────────


def replaced(data: bytes, name: str, old: bytes, new: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as packed, zipfile.ZipFile(out, "w") as made:
        for one in packed.namelist():
            part = packed.read(one)
            assert one != name or old in part
            made.writestr(one, part.replace(old, new) if one == name else part)
    return out.getvalue()


def zipped(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, part in parts.items():
            made.writestr(name.replace("__", "/"), part)
    return out.getvalue()


WHOLE = book_of(decree())
HOSTILE = {
    "empty": (b"", "не читается как книга"),
    "text": (b"profile: kemerovo\n", "это текст, а не книга .xlsx"),
    "broken": (WHOLE[: len(WHOLE) // 2], "не читается как книга"),
    "spoilt": (WHOLE[:400] + bytes(60) + WHOLE[460:], "не читается как книга"),
    "old": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "паролем или записан в старом формате"),
    "pdf": (b"%PDF-1.7\n1 0 obj", "это PDF; откройте его в Word и сохраните как .docx"),
    "rtf": (b"{\\rtf1 a}", "это RTF; откройте его в Word и сохраните как .docx"),
    "csv": (b"a;b\n1;2\n", "таблицу CSV откройте в Excel и сохраните как .xlsx"),
    "odt": (zipped(mimetype=b"application/vnd.oasis.opendocument.text"), "текст (.odt) как .docx"),
    "ods": (zipped(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), "файл LibreOffice"),
    "docx": (zipped(**{"word__document.xml": b"<a/>"}), "текст Word"),
    "xlsb": (zipped(**{"xl__workbook.bin": b"a"}), "книга .xlsb"),
    "no profile": (book_of({"Лист1": [["а"]]}), "добавьте --plan или --indicators"),
    "zip": (zipped(a=b"b"), "это не книга .xlsx"),
    "large": (b"PK" + bytes(LARGEST), "файл больше"),
    "bomb": (zipped(**{"xl__workbook.xml": bytes(70_000_000)}), "в распакованном виде"),
    "far": (
        replaced(WHOLE, "xl/worksheets/sheet1.xml", b'<row r="3"', b'<row r="1048576"'),
        "на листе больше",
    ),
    "wide": (replaced(WHOLE, "xl/worksheets/sheet1.xml", b'r="B3"', b'r="XFD3"'), "на листе больше"),
    "entities": (
        replaced(WHOLE, "xl/workbook.xml", b"<workbook", b'<!DOCTYPE a [<!ENTITY b "c">]><workbook'),
        "не читается как книга",
    ),
    "no sheet": (
        replaced(WHOLE, "xl/_rels/workbook.xml.rels", b"worksheets/sheet1", b"worksheets/sheet9"),
        "не читается",
    ),
    "no xml": (replaced(WHOLE, "xl/worksheets/sheet1.xml", b"</worksheet>", b""), "не читается"),
    "no number": (replaced(WHOLE, "xl/worksheets/sheet1.xml", b'r="B3"', b'r="3B"'), "не читается"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_workbook_is_refused_in_one_sentence(name: str):
    data, said = HOSTILE[name]
    with pytest.raises(FaultyInput) as refused:
        read_workbook(data, "b.xlsx")
    assert len(refused.value.faults) == 1
    assert said in refused.value.told("ru")


TABLE = "№ п/п;Мероприятие;Срок исполнения\n1;Порядок формирования заказа;2023 год\n"
ENCODINGS = {
    "cp1251": "windows-1251",
    "cp866": "DOS (866)",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "utf-32": "UTF-32",
}


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("door", [read_workbook, read_tables], ids=["a profile", "tables"])
def test_a_table_of_csv_in_another_encoding_is_told_to_be_a_text_and_in_which(door, encoding):
    with pytest.raises(FaultyInput) as refused:
        door(TABLE.encode(encoding), "b.csv")
    told = refused.value.told("ru")
    assert f"это текст (похоже, это {ENCODINGS[encoding]}), а не книга .xlsx" in told
    assert "таблицу CSV откройте в Excel, выбрав эту кодировку, и сохраните как .xlsx" in told
    assert "не читается" not in told


@settings(max_examples=size(60, 2000))
@given(
    st.text(st.sampled_from("абвгдежзиклмнопрстуя АБВГД;,.0123456789\n"), min_size=20, max_size=900),
    st.sampled_from(["utf-8", "utf-8-sig", *ENCODINGS]),
)
@example("а" + "Новое 5 лет" * 80, "utf-8")
@example("Новое 5 лет" * 80, "utf-8")
def test_no_text_of_any_encoding_is_told_to_be_a_damaged_file(text, encoding):
    with pytest.raises(FaultyInput) as refused:
        read_workbook(text.encode(encoding), "b.csv")
    assert "это текст" in refused.value.told("ru")
    assert "this is a text" in refused.value.told("en")
    if encoding.startswith("utf-8"):
        assert "похоже" not in refused.value.told("ru")


@pytest.mark.parametrize("data", [b"", bytes(600), bytes(range(256)) * 3, b"\x89PNG\r\n\x1a\n" + bytes(90)])
def test_what_is_no_text_is_not_told_to_be_one(data):
    with pytest.raises(FaultyInput) as refused:
        read_workbook(data, "b.csv")
    assert "это текст" not in refused.value.told("ru")


# ─── Команды ─────────────────────────────────────────────────────────────────────────────────────────────


def run(*words):
    result = CliRunner().invoke(app, [str(word) for word in words])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


def test_the_commands_write_a_workbook_and_the_profile_that_it_holds(tmp_path: Path):
    book, new = tmp_path / "b.xlsx", tmp_path / "new.yaml"
    assert run("workbook", "kemerovo", book)[0] == 0
    assert run("read", book, new)[0] == 0
    assert load_profile(new) == load_profile("kemerovo")
    assert run("check", new)[0] == 0
    assert run("read", book, new)[0] == run("workbook", "kemerovo", book)[0] == 1
    code, out, _ = run("read", book)
    assert (code, out) == (0, new.read_text(encoding="utf-8"))
    code, out, _ = run("read", book, "--json")
    assert json.loads(out) == {"file": str(book), "notes": [], "text": new.read_text(encoding="utf-8")}


def test_faults_are_told_in_words_and_as_json(tmp_path: Path):
    book = tmp_path / "b.xlsx"
    book.write_bytes(book_of({**decree(), "Органы": [*BODIES, ["finance", "Ф", None]]}))
    code, _, err = run("read", book, tmp_path / "new.yaml", "--lang", "en")
    assert code == 1
    assert f"\n{book}, sheet «Органы», cell C3: the value has no address in law" in err
    code, out, _ = run("read", book, "--json")
    (fault,) = json.loads(out)["errors"]
    assert (fault["sheet"], fault["cell"], fault["key"]) == ("Органы", "C3", "bodies[0].cite")
    assert not (tmp_path / "new.yaml").exists()


def test_without_the_extra_the_commands_say_what_to_install(tmp_path: Path, monkeypatch):
    book = tmp_path / "b.xlsx"
    book.write_bytes(WHOLE)
    for module in ("xlsxwriter", "python_calamine"):
        monkeypatch.setitem(sys.modules, module, None)
    for words in (("workbook", "kemerovo", tmp_path / "new.xlsx"), ("read", book)):
        code, out, err = run(*words)
        assert (code, out) == (2, "")
        assert needs_extra("office").ru in err
    assert not (tmp_path / "new.xlsx").exists()


def test_a_layer_is_found_beside_the_new_profile(tmp_path: Path):
    towns = FILES[2].parent
    assert run("workbook", towns / "north.yaml", tmp_path / "b.xlsx")[0] == 0
    (tmp_path / "region").mkdir()
    (tmp_path / "region/layer.yaml").write_bytes((towns / "region/layer.yaml").read_bytes())
    assert run("read", tmp_path / "b.xlsx", tmp_path / "north.yaml")[0] == 0
    assert load_profile(tmp_path / "north.yaml") == load_profile(towns / "north.yaml")
