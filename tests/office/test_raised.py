"""A raised figure is part of a number, the power of a unit or the mark of a footnote, and never a plain one."""

import io
import re
import zipfile

import pytest
import xlsxwriter
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size

from law189.office.workbook.from_tables import read_tables
from law189.office.workbook.opened import tables_of
from law189.office.workbook.word_tables import word_tables

HEADS = ["№ п/п", "Мероприятие", "Срок", "Результат"]
UP, DOWN = "^", "_"


def parts(words):
    """Words as runs: `^1^` stands above the line, `_1_` below it."""
    for one in re.findall(r"\^[^^]*\^|_[^_]*_|[^_^]+", words):
        yield one.strip(UP + DOWN), one[0] if one[0] in UP + DOWN else ""


def as_docx(rows, *, by_style=False):
    text = Document()
    style = text.styles.add_style("Выше", WD_STYLE_TYPE.CHARACTER)
    style.font.superscript = True
    table = text.add_table(len(rows), len(rows[0]))
    for row, cells in enumerate(rows):
        for column, words in enumerate(cells):
            line = table.cell(row, column).paragraphs[0]
            for said, where in parts(words):
                run = line.add_run(said)
                if where == UP and by_style:
                    run.style = style
                elif where:
                    setattr(run.font, "superscript" if where == UP else "subscript", True)
    out = io.BytesIO()
    text.save(out)
    return out.getvalue()


def in_docx(words):
    return word_tables(as_docx([[words]]), "t.docx")[0].cells[0, 0]


def in_xlsx(words):
    """The words of one rich cell, written as Excel does."""
    runs = "".join(
        f"<r>{where and f'<rPr><vertAlign val={kind[where]!r}/></rPr>'}<t xml:space='preserve'>{said}</t></r>"
        for kind in ({UP: "superscript", DOWN: "subscript"},)
        for said, where in parts(words)
    )
    out, made = io.BytesIO(), io.BytesIO()
    book = xlsxwriter.Workbook(made)
    book.add_worksheet("Лист1").write_string(0, 0, "СЛОВА")
    book.close()
    with zipfile.ZipFile(made) as before, zipfile.ZipFile(out, "w") as after:
        for one in before.infolist():
            part = before.read(one)
            if one.filename == "xl/sharedStrings.xml":
                part = part.replace("<t>СЛОВА</t>".encode(), runs.encode())
                assert runs.encode() in part
            after.writestr(one.filename, part)
    return tables_of(out.getvalue(), "t.xlsx")[0].cells[0, 0]


SAID = [
    ("статье 78^1^ БК РФ", "статье 78¹ БК РФ"),
    ("пункт 2^1^ Порядка", "пункт 2¹ Порядка"),
    ("5^1^", "5¹"),
    ("1.2^10^.", "1.2¹⁰."),
    ("5 м^2^", "5 м²"),
    ("5м^2^", "5м²"),
    ("Базовая величина^1^", "Базовая величина"),
    ("Базовая величина^1)^", "Базовая величина"),
    ("Базовая величина^1,2^ года", "Базовая величина года"),
    ("75 %^1^", "75 %"),
    ("87,5^1^", "87,5"),
    ("2024^1^", "2024"),
    ("75^1^", "75¹"),
    ("H_2_O", "H2O"),
    ("78_1_", "78₁"),
    ("1^й^ этап", "1й этап"),
]


@pytest.mark.parametrize(("words", "said"), SAID)
@pytest.mark.parametrize("read", [in_docx, in_xlsx])
def test_a_figure_that_is_raised_is_what_its_reader_takes_it_for(words, said, read):
    assert read(words) == said


@settings(max_examples=size(25, 300))
@given(
    before=st.sampled_from(["статье 78", "п. 5", "5 м", "слово", "75", "1.1", "2023", "4,5", "№ "]),
    raised=st.sampled_from(["1", "2", "12", "3)"]),
    after=st.sampled_from(["", " БК РФ", "."]),
)
def test_a_raised_figure_never_joins_a_number_as_a_plain_one(before, raised, after):
    words = f"{before}^{raised}^{after}"
    assert in_docx(words) == in_xlsx(words)
    figures = re.sub(r"\D", "", before, flags=re.ASCII)
    assert re.sub(r"\D", "", in_docx(words), flags=re.ASCII).replace("²", "") == figures


def test_a_style_that_raises_its_words_does_as_its_own_mark():
    rows = [HEADS, ["5^1^", "По статье 78^1^ БК РФ", "2024 год", "отчёт^2^"]]
    one, other = (word_tables(as_docx(rows, by_style=style), "t.docx")[0].cells for style in (False, True))
    assert one == other
    assert one[1, 1] == "По статье 78¹ БК РФ"


@pytest.mark.parametrize("number", ["5^1^", "5¹"])
def test_a_row_between_two_others_is_asked_for_its_address(number):
    rows = [HEADS, ["5", "Отбор", "2024 год", ""], [number, "По статье 78^1^ БК РФ", "2024 год", "п. 2^1^"]]
    found = read_tables(as_docx(rows), "t.docx", "app4")
    assert found.found.entries["plan"][1] == {
        "title": {"ru": "По статье 78¹ БК РФ"},
        "term": {"kind": "year", "year": 2024},
        "result": {"ru": "п. 2¹"},
    }
    assert [one.text.ru for one in found.questions] == ["номер «5¹» не понят; впишите cite"]


def test_a_value_with_a_raised_figure_is_asked_about():
    heads = ["№", "Показатель", "Единица измерения", "Базовое значение^1^ (2023 год)", "2024^2^"]
    found = read_tables(as_docx([heads, ["1.1", "Охват", "%", "70^1^", "75 %^3^"]]), "t.docx", "app5")
    assert "base" not in found.found.entries["indicators"][0]
    assert found.found.entries["indicators"][0]["target"] == {"value": 75, "year": 2024}
    assert "значение «70¹» не понято; впишите его" in [one.text.ru for one in found.questions]
