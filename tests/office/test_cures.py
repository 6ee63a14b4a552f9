"""What a workbook says is wrong, it says at the cell that was filled, with a cure that can be followed there."""

import re

import places
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size, some

from law189.office.workbook import book
from law189.office.workbook.faults import cell_name
from law189.office.workbook.sheets import forms
from law189.office.workbook.table import Table

GROUP = "Рабочая группа"
VILLAGE = book.tables_of(book.as_workbook(str(places.PROFILES / "towns" / "village.yaml")), "book.xlsx")
KEMEROVO = book.tables_of(book.as_workbook("kemerovo"), "book.xlsx")


def place_of(cell):
    column = 0
    for letter in re.match("[A-Z]+", cell)[0]:
        column = 26 * column + ord(letter) - 64
    return int(re.search("[0-9]+", cell)[0]) - 1, column - 1


def changed(tables, sheet, cells):
    """The tables with other cells on one sheet; None clears a cell."""
    return [_changed(table, cells) if table.title == sheet else table for table in tables]


def _changed(table, cells):
    told = {**table.cells, **{place_of(cell): said for cell, said in cells.items()}}
    kept = {at: said for at, said in told.items() if said not in (None, "")}
    return Table(table.title, kept, table.merged, table.wrong)


def faults_of(tables):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(book, "tables_of", lambda *_: tables)
        return book.read_workbook(b"", "book.xlsx").faults


def row_of(tables, sheet, key):
    """The number of the row of that key on a sheet of single values."""
    table = next(one for one in tables if one.title == sheet)
    return next(row + 1 for row, cells in table.rows.items() if cells.get(4) == key)


def cells_in(form, tables):
    """The cells of a sheet that a person fills in: each of a sheet of rows, those of the first row of a list."""
    table = next(one for one in tables if one.title == form.title)
    if form.is_list:
        return [(2, column) for column in range(len(form.columns))] if table.height > 2 else []
    return [(row, column) for row in range(1, table.height) for column in (1, 2)]


WRITE = re.compile(r"пишите: (?P<cells>[^;]*?)(?:; очистите: (?P<blank>[A-Z0-9, ]+))?$")
ONE = (
    r"(?:^|[ :;])пишите (?P<said>.+)$",
    r"возможны: «(?P<said>[^»]+)»",
    r"впишите сюда: (?P<said>[^/]+?)(?: /.*)?$",
    r"впишите сюда, например (?P<said>\S+)$",
    r"выберите из: (?P<said>[^,]+)",
    r"возможны: (?P<said>[^,;«]+)",
    r"наберите «(?P<said>[^»]+)» латиницей$",
)


def cure_in(fault):
    """What the cure of a fault says to write in which cells; None where it names nothing to write."""
    words = fault.text.ru.partition(" или пишите")[0]
    if found := WRITE.search(words):
        cells = dict(one.split(" — ", 1) for one in re.split(r", (?=[A-Z]+[0-9]+ — )", found["cells"]) if one)
        return cells | dict.fromkeys((found["blank"] or "").split(", "), None) if found["blank"] else cells
    for form in ONE:
        if found := re.search(form, words):
            return {fault.cell: found["said"]}
    return None


SPOILT = {
    "a share with its word": (
        {"quorum.value.more_than": "более 1/2", "quorum.value.at_least": None},
        "quorum.value.more_than",
    ),
    "how often, in words": (
        {
            "meetings.value": "не реже двух раз в год",
            "meetings.value.at_least": None,
            "meetings.value.per": None,
        },
        "meetings.value",
    ),
    "nobody signs": ({"minutes.value.signed_by": "председательствующий; никто"}, "minutes.value.signed_by"),
    "whom copies go to": ({"minutes.value.copies_to": "членам; органу"}, "minutes.value.copies_to"),
    "dissents": ({"minutes.value.dissents": "да"}, "minutes.value.dissents"),
    "a span of time": (
        {"meetings.value": None, "meetings.value.at_least": 1, "meetings.value.per": "half"},
        "meetings.value.per",
    ),
}


@pytest.mark.parametrize("what", SPOILT)
def test_a_fault_of_a_cell_is_told_there_with_a_cure_that_mends_it(what):
    spoilt, where = SPOILT[what]
    named = {f"B{row_of(KEMEROVO, GROUP, f'working_group.{key}')}": said for key, said in spoilt.items()}
    tables = changed(KEMEROVO, GROUP, named)
    fault = next(iter(faults_of(tables)))
    assert fault.cell == f"B{row_of(KEMEROVO, GROUP, f'working_group.{where}')}", fault.told("ru")
    mended = changed(tables, GROUP, cure_in(fault))
    assert fault not in faults_of(mended)


LISTS = {
    "председательствующий; секретарь": ["presiding", "secretary"],
    "председательствующий, секретарь": ["presiding", "secretary"],
    "presiding, secretary": ["presiding", "secretary"],
    "секретарь": "secretary",
}


@pytest.mark.parametrize("said", LISTS)
def test_several_signatories_are_said_in_the_words_of_the_sheet(said):
    cell = f"B{row_of(KEMEROVO, GROUP, 'working_group.minutes.value.signed_by')}"
    found = book.take(changed(KEMEROVO, GROUP, {cell: said}), "", book._ours([])).values
    assert found["working_group"]["minutes"]["value"]["signed_by"] == LISTS[said]


def test_a_comma_parts_roles_as_a_semicolon_does():
    cell = f"B{row_of(KEMEROVO, GROUP, 'working_group.presiding.value')}"
    told = changed(KEMEROVO, GROUP, {cell: "председатель, заместитель председателя"})
    found = book.take(told, "", book._ours([])).values["working_group"]["presiding"]["value"]
    assert found == ["chair", "deputy"]


def test_no_code_is_called_by_a_question():
    """The words of a code are what a person answers, never what is asked."""
    for form in forms():
        for column in form.columns:
            leaves = [column.leaf, *([column.leaf.item] if column.leaf.item else [])]
            for words in (one for leaf in leaves for one in leaf.words.values()):
                assert " ли " not in words, (form.title, column.key, words)


WRONG = st.sampled_from(
    [
        "более 1/2", "не менее половины членов группы", "не реже двух раз в год", "по мере необходимости",
        "presiding, secretary", "председатель, секретарь", "да, нет", "1,5", "half", "п. 5.5 приложения 3",
        "завтра", "31.09.2023", "1 сентября", "{a: 1}", "прилагаются", "12 000", "сто", "нет", "cite: app2.4.2",
        "0", "-1", "председатель", "член группы", "5 рабочих дней", "in writing", "половина", "",
    ]
)  # fmt: skip


@given(st.data())
@settings(max_examples=size(100, 5000))
def test_a_cure_followed_at_the_cell_that_it_names_removes_its_fault(data):
    sheet, at = data.draw(
        st.sampled_from([(one.title, at) for one in forms() for at in cells_in(one, VILLAGE)])
    )
    spoilt = changed(VILLAGE, sheet, {cell_name(*at): data.draw(WRONG)})
    for fault in faults_of(spoilt):
        cure = cure_in(fault) if getattr(fault, "cell", "") else None
        if cure is not None:
            after = faults_of(changed(spoilt, fault.sheet, cure))
            assert (fault.cell, fault.text) not in {(getattr(one, "cell", ""), one.text) for one in after}, (
                cure
            )


# ─── Срок в одной ячейке ─────────────────────────────────────────────────────────────────────────────────

UNCLEAR = {
    "до 30.02.2024": "дня 30.02.2024 нет в календаре",
    "не позднее 31 ноября 2024 года": "дня 31 ноября 2024 нет в календаре",
    "в течение 5 дней": "не сказано, какие это дни, рабочие или календарные",
    "в течение 10 дней со дня подписания соглашения": "не сказано, какие это дни, рабочие или календарные",
    "постоянно": "не понято",
    "IV квартал": "не понято",
    "до 2024": "не понято",
}


@pytest.mark.parametrize(("said", "why"), UNCLEAR.items())
def test_a_term_that_is_not_read_is_told_with_the_true_reason_in_its_cell(said, why):
    [fault] = faults_of(changed(KEMEROVO, "План апробации", {"D3": said}))
    assert fault.cell == "D3"
    assert why in fault.text.ru
    assert f"«{said}»" in fault.text.ru
    assert "ключи" not in fault.text.ru
    assert "отдельные ячейки" not in fault.text.ru


@pytest.mark.parametrize("said", some(["сколько-нибудь", "5", "до 30.02.2024"], ["сколько-нибудь"]))
@pytest.mark.parametrize("form", forms(), ids=lambda form: form.title)
def test_parts_in_cells_of_their_own_are_told_only_where_there_are_such(form, said):
    """Each cell by itself; the addresses beside single values all at once, as none of them is of parts."""
    cells = cells_in(form, KEMEROVO)
    addresses = [] if form.is_list else [at for at in cells if at[1] == 2]
    for spoilt in (*([at] for at in cells if at not in addresses), addresses):
        written = {cell_name(*at): said for at in spoilt}
        for fault in faults_of(changed(KEMEROVO, form.title, written)):
            if "отдельные ячейки" in fault.text.ru:
                assert len(re.findall(r"[A-Z]+[0-9]+ — ", fault.text.ru)) > 1, (fault.cell, fault.text.ru)
