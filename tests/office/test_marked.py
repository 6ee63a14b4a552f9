"""What is struck out in the table of an act is gone for its reader, a footnote and a correction are asked about."""

import io
from zipfile import ZipFile

import docx
import pytest
import xlsxwriter
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size

from law189.office.workbook.book import as_workbook, read_workbook
from law189.office.workbook.from_tables import read_tables

HEADS = ["№", "Мероприятие", "Срок", "Результат"]
LETTERS = "-АБВГ"
ROWS = [[str(one), f"Дело {LETTERS[one]}", f"до 0{one}.10.2023", "Акт"] for one in range(1, 5)]
STRUCK, NOTED = " включительно", "1"
PLACES = st.sets(st.tuples(st.integers(1, len(ROWS)), st.integers(1, 3)), max_size=4)


def text_of(struck=(), noted=(), rows=(), strike="strike"):
    """The table as a text of Word: words struck out behind some cells, footnotes of some, whole rows struck out."""
    made = docx.Document()
    table = made.add_table(1 + len(ROWS), len(HEADS))
    for number, row in enumerate([HEADS, *ROWS]):
        for column, words in enumerate(row):
            line = table.cell(number, column).paragraphs[0]
            whole = line.add_run(words)
            whole.font.strike = number in rows or None
            if (number, column) in struck:
                mark = parse_xml(f"<w:{strike} {nsdecls('w')}/>")
                line.add_run(STRUCK)._r.get_or_add_rPr().append(mark)
            if (number, column) in noted:
                line.add_run(NOTED).font.superscript = True
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def book_of(struck=(), noted=(), rows=()):
    """The same table as a workbook."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    plain, gone, up = book.add_format(), book.add_format({"font_strikeout": True}), book.add_format()
    up.set_font_script(1)
    sheet = book.add_worksheet("План")
    for number, row in enumerate([HEADS, *ROWS]):
        for column, words in enumerate(row):
            parts = [plain, words]
            parts += [gone, STRUCK] if (number, column) in struck else []
            parts += [up, NOTED] if (number, column) in noted else []
            if number in rows:
                sheet.write_string(number, column, words, gone)
            elif len(parts) > len([plain, words]):
                sheet.write_rich_string(number, column, *parts)
            else:
                sheet.write_string(number, column, words)
    book.close()
    return out.getvalue()


def told(found, word):
    return [one.text.ru for one in found.questions if word in one.text.ru]


def entries(data, name):
    return read_tables(data, name, "app4", kind="plan").found.entries


@settings(max_examples=size(25, 300))
@given(PLACES, PLACES, st.sets(st.integers(2, len(ROWS)), max_size=2))
def test_marks_are_passed_over_and_told_the_same_in_a_workbook_and_in_a_text(struck, noted, rows):
    """By hand: a row that is struck out is no row, and its words are told at it."""
    struck, noted = ({one for one in some if one[0] not in rows} for some in (struck, noted))
    text = read_tables(text_of(struck, noted, rows), "t.docx", "app4", kind="plan")
    book = read_tables(book_of(struck, noted, rows), "t.xlsx", "app4", kind="plan")
    plain = entries(text_of(), "t.docx")["plan"]
    left = [entry for number, entry in enumerate(plain, start=1) if number not in rows]
    assert text.found.entries["plan"] == book.found.entries["plan"] == left
    for word, count in (
        ("зачёркнутые", len({row for row, _ in struck} | rows)),
        ("сноска", len(noted)),
    ):
        assert len(told(text, word)) == count, word
        assert told(text, word) == told(book, word)


@pytest.mark.parametrize("strike", ["strike", "dstrike"])
def test_two_lines_strike_as_one_does(strike):
    found = read_tables(text_of({(1, 2)}, strike=strike), "t.docx", "app4", kind="plan")
    assert found.found.entries["plan"][0]["term"] == {"kind": "before", "day": "2023-10-01"}
    assert told(found, "зачёркнутые слова не прочитаны: «включительно»")


@pytest.mark.parametrize("kind", ["footnoteReference", "endnoteReference"])
def test_the_footnotes_of_word_are_told(kind):
    made = docx.Document(io.BytesIO(text_of()))
    note = OxmlElement(f"w:{kind}")
    note.set(qn("w:id"), "2")
    made.tables[0].cell(1, 2).paragraphs[0].add_run()._r.append(note)
    out = io.BytesIO()
    made.save(out)
    found = read_tables(out.getvalue(), "t.docx", "app4", kind="plan")
    assert told(found, "у слов «до 01.10.2023» сноска")


def corrected(made, how):
    """One correction of the table that nobody has accepted."""
    row = made.tables[0].rows[2]._tr
    match how:
        case "row":
            row.get_or_add_trPr().append(parse_xml(f"<w:del {nsdecls('w')} w:id='1' w:author='a'/>"))
        case "new row":
            row.get_or_add_trPr().append(parse_xml(f"<w:ins {nsdecls('w')} w:id='1' w:author='a'/>"))
        case _:
            run = row.tc_lst[2].p_lst[0].r_lst[0]
            words = run.find(qn("w:t"))
            if how in ("del", "moveFrom"):
                words.tag = qn("w:delText") if how == "del" else words.tag
            around = OxmlElement(f"w:{how}")
            run.getparent().replace(run, around)
            around.append(run)


@pytest.mark.parametrize("how", ["ins", "del", "moveFrom", "moveTo", "row", "new row"])
def test_a_correction_that_is_not_settled_is_read_as_accepted_and_told(how):
    made = docx.Document(io.BytesIO(text_of()))
    corrected(made, how)
    out = io.BytesIO()
    made.save(out)
    found = read_tables(out.getvalue(), "t.docx", "app4", kind="plan")
    assert len(told(found, "исправлени")) == 1, how
    titles = [one["title"]["ru"] for one in found.found.entries["plan"]]
    assert ("Дело Б" in titles) is (how != "row")
    assert not told(read_tables(text_of(), "t.docx", "app4", kind="plan"), "исправлени")


def test_a_workbook_of_a_profile_refuses_what_is_struck_out():
    out, old = io.BytesIO(), ZipFile(io.BytesIO(as_workbook("kemerovo")))
    with ZipFile(out, "w") as packed:
        for name in old.namelist():
            part = old.read(name)
            if name == "xl/styles.xml":
                part = part.replace(b"<font>", b"<font><strike/>")
            packed.writestr(name, part)
    faults = read_workbook(out.getvalue(), "k.xlsx").faults
    assert any("зачёркнутые" in one.text.ru for one in faults)
