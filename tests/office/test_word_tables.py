"""Of a text of Word is read what its reader sees: through every control, and nothing that is gone or hidden."""

import copy
import io

import pytest
from docx import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from law189.errors import FaultyInput
from law189.office.workbook.from_tables import read_tables
from law189.office.workbook.word_tables import word_tables

ROWS = [
    ["№", "Мероприятие", "Срок", "Результат"],
    ["1.", "Порядок заказа", "2023 год", "готов"],
    ["2.", "Порядок реестра", "октябрь 2023 года", "готов"],
]
CELLS = {(row, column): words for row, line in enumerate(ROWS) for column, words in enumerate(line)}
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def text():
    """A text with one table, and the table."""
    made = Document()
    table = made.add_table(len(ROWS), len(ROWS[0]))
    for (row, column), words in CELLS.items():
        table.cell(row, column).text = words
    return made, table._tbl


def read(made):
    out = io.BytesIO()
    made.save(out)
    return word_tables(out.getvalue(), "t.docx")


def put_around(element, *names):
    """Put an element into others, the first the outermost."""
    outer = within = OxmlElement(names[0])
    for name in names[1:]:
        inner = OxmlElement(name)
        within.append(inner)
        within = inner
    element.getparent().replace(element, outer)
    within.append(element)
    return outer


CONTROL = ("w:sdt", "w:sdtContent")
WRAPPED = {
    "control": CONTROL,
    "control in a control": CONTROL * 2,
    "custom": ("w:customXml",),
    "put in by a correction": ("w:ins",),
    "moved here": ("w:moveTo",),
    "custom control": ("w:customXml", *CONTROL),
}
PARTS = ("w:tbl", "w:tr", "w:tc", "w:p", "w:r", "w:t")


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("wrapped", WRAPPED)
def test_nothing_that_is_wrapped_is_lost_or_moved(part, wrapped):
    """Each table, row, cell, paragraph and run in turn."""
    _, table = text()
    count = 1 if part == "w:tbl" else sum(1 for _ in table.iter(qn(part)))
    for number in range(count):
        made, table = text()
        element = table if part == "w:tbl" else list(table.iter(qn(part)))[number]
        if part == "w:t":
            element = element.getparent()
            wrapper = put_around(element, "w:hyperlink", *WRAPPED[wrapped])
        else:
            wrapper = put_around(element, *WRAPPED[wrapped])
        assert wrapper is not None
        [found] = read(made)
        assert found.cells == CELLS, (part, number)


def run_of(words, mark=""):
    return parse_xml(f"<w:r {nsdecls('w')}><w:rPr>{mark}</w:rPr><w:t>{words}</w:t></w:r>")


GONE = {
    "struck out": ("w:del",),
    "moved away": ("w:moveFrom",),
    "struck out in a control": (*CONTROL, "w:del"),
}


@pytest.mark.parametrize("gone", GONE)
def test_what_is_struck_out_or_moved_away_is_not_read(gone):
    made, table = text()
    for line in list(table.iter(qn("w:p"))):
        more = run_of(" прежнее")
        line.append(more)
        put_around(more, *GONE[gone])
    assert read(made)[0].cells == CELLS


@pytest.mark.parametrize("mark", ["del", "moveFrom", "hidden"])
def test_a_row_that_is_deleted_is_no_row(mark):
    made, table = text()
    more = copy.deepcopy(table.tr_lst[1])
    table.insert(list(table).index(table.tr_lst[1]), more)
    more.insert(0, parse_xml(f"<w:trPr {nsdecls('w')}><w:{mark}/></w:trPr>"))
    assert read(made)[0].cells == CELLS


def test_the_words_of_a_deleted_cell_are_gone():
    made, table = text()
    table.tr_lst[2].tc_lst[2].get_or_add_tcPr().append(OxmlElement("w:cellDel"))
    assert read(made)[0].cells == {place: words for place, words in CELLS.items() if place != (2, 2)}


@pytest.mark.parametrize(
    ("mark", "read_too"),
    [
        ("<w:vanish/>", False),
        ('<w:vanish w:val="1"/>', False),
        ('<w:vanish w:val="0"/>', True),
        ('<w:vanish w:val="false"/>', True),
        ("<w:b/>", True),
    ],
)
def test_hidden_words_are_not_read(mark, read_too):
    made, table = text()
    table.tr_lst[1].tc_lst[1].p_lst[0].append(run_of(" ещё", mark))
    assert read(made)[0].cells[1, 1] == ("Порядок заказа ещё" if read_too else "Порядок заказа")


def test_of_two_forms_of_one_thing_the_first_is_read():
    made, table = text()
    choice = f"""<w:r {nsdecls("w")} xmlns:mc="{MC}"><mc:AlternateContent><mc:Choice Requires="wps">
    <w:t> выбор</w:t></mc:Choice><mc:Fallback><w:t> замена</w:t></mc:Fallback></mc:AlternateContent></w:r>"""
    table.tr_lst[1].tc_lst[1].p_lst[0].append(parse_xml(choice))
    assert read(made)[0].cells[1, 1] == "Порядок заказа выбор"


def test_the_words_that_a_control_shows_before_it_is_filled_in_are_none():
    made, table = text()
    line = table.tr_lst[2].tc_lst[3].p_lst[0]
    control = put_around(line.r_lst[0], *CONTROL)
    control.insert(0, parse_xml(f"<w:sdtPr {nsdecls('w')}><w:showingPlcHdr/></w:sdtPr>"))
    assert (2, 3) not in read(made)[0].cells


RAISED = '<w:vertAlign w:val="superscript"/>'


@pytest.mark.parametrize(
    ("before", "raised", "said"),
    [
        ("не менее 5 м", "2", "не менее 5 м²"),
        ("5 км", "2", "5 км²"),
        ("5 м", "3", "5 м³"),
        ("5 м", "4", "5 м"),
        ("заказа", "2", "заказа"),
        ("том", "2", "том"),
    ],
)
def test_a_power_of_a_unit_is_kept_and_the_mark_of_a_footnote_is_not(before, raised, said):
    made, table = text()
    cell = table.tr_lst[1].tc_lst[3]
    cell.p_lst[0].r_lst[0].text = before
    cell.p_lst[0].append(run_of(raised, RAISED))
    assert read(made)[0].cells[1, 3] == said


def test_lines_whose_end_is_struck_out_are_one():
    made, table = text()
    cell = table.tr_lst[1].tc_lst[3]
    cell.p_lst[0].r_lst[0].text = "гот"
    second = copy.deepcopy(cell.p_lst[0])
    cell.append(second)
    second.r_lst[0].text = "ов"
    assert read(made)[0].cells[1, 3] == "гот\nов"
    ends = parse_xml(f"<w:pPr {nsdecls('w')}><w:rPr><w:del/></w:rPr></w:pPr>")
    cell.p_lst[0].insert(0, ends)
    assert read(made)[0].cells[1, 3] == "готов"


def sign_of(font, char):
    return f'<w:r {nsdecls("w")}><w:sym w:font="{font}" w:char="{char}"/></w:r>'


@pytest.mark.parametrize(
    ("font", "char", "sign"),
    [("Symbol", "F0B3", "≥"), ("Symbol", "00A3", "≤"), ("Symbol", "F0B7", ""), ("Wingdings 2", "F0A7", "")],
)
def test_a_sign_of_the_font_of_symbols_is_that_sign(font, char, sign):
    made, table = text()
    table.tr_lst[1].tc_lst[3].p_lst[0].insert(0, parse_xml(sign_of(font, char)))
    assert read(made)[0].cells[1, 3] == f"{sign}готов"


MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        (sign_of("Wingdings", "F0FC"), "знак из другого шрифта"),
        (f"<m:oMath {MATH}><m:r><m:t>5/6</m:t></m:r></m:oMath>", "формула Word"),
    ],
)
def test_what_is_no_text_is_told_at_its_row(inside, said):
    """A sign that is lost may be the value: a tick is a yes."""
    made, table = text()
    table.tr_lst[1].tc_lst[3].p_lst[0].insert(0, parse_xml(inside))
    out = io.BytesIO()
    made.save(out)
    with pytest.raises(FaultyInput) as caught:
        read_tables(out.getvalue(), "t.docx", "app4")
    [fault] = caught.value.faults
    assert said in fault.text.ru
    assert "таблица 1, строка 2" in fault.told("ru")


def test_a_table_within_a_cell_is_words_of_that_cell():
    made, table = text()
    cell = table.tr_lst[1].tc_lst[3]
    _, other = text()
    for line in other.tr_lst[1:]:
        other.remove(line)
    cell.insert(list(cell).index(cell.p_lst[0]), other)
    [found] = read(made)
    assert found.cells[1, 3] == "№\nМероприятие\nСрок\nРезультат\nготов"
