"""Документ как docx (docx): the same document for a word processor. It needs the extra `office` (python-docx).

It lays a document out and adds no word. The same document gives the same bytes: no day, no name and no program
stands in the file. A mark at its end says who wrote it, with a hash of what is before it; a program that saves the
file drops the mark, so that a file that somebody has filled in is no longer one that may be replaced.
"""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document as Docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table as DocxTable
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from law189.kinds import must_be
from law189.office.papers.document import (
    Block,
    Box,
    Document,
    Heading,
    Line,
    Note,
    Numbered,
    Signature,
    Table,
    Title,
    one_line,
)
from law189.office.papers.marked import marked

__all__ = ["as_docx"]

FONT = "Times New Roman"
WIDTH = 210 - 22 - 12
"""How many millimetres of a page are written on."""
SMALL = Pt(9.5)


THEMES = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")
IDLE = ("/thumbnail", "/extended-properties", "/stylesWithEffects")
"""What the template brings and a paper does not need: a picture, what program wrote it, old styles."""


def as_docx(paper: Document) -> bytes:
    """The document as a docx file."""
    made = docx.Document()
    _clear(made, must_be(paper, Document))
    _style(made)
    for block in paper.blocks:
        _lay_out(made, block)
    out = BytesIO()
    made.save(out)
    return marked(_fixed(out.getvalue()))


def _fixed(data: bytes) -> bytes:
    """The same parts in the same order, none with a day."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w") as new:
        for part in old.infolist():
            info = ZipInfo(part.filename, (1980, 1, 1, 0, 0, 0))
            info.compress_type = ZIP_DEFLATED
            new.writestr(info, old.read(part))
    return out.getvalue()


def _clear(made: Docx, paper: Document) -> None:
    """Leave nothing of the template but its styles; say what the paper is and who wrote it, and no day."""
    package = made.part.package
    assert package is not None, "what was read from a file is in a package"
    for owner in (package, made.part):
        for name in [name for name, one in owner.rels.items() if one.reltype.endswith(IDLE)]:
            del owner.rels[name]
    said = made.core_properties
    said.title, said.author, said.comments = one_line(paper.title)[:255], "law189", ""
    said.language = {"ru": "ru-RU", "en": "en-GB"}[paper.lang]
    element = said._element  # noqa: SLF001  # python-docx has no way to leave a day out
    for day in ("dcterms:created", "dcterms:modified"):
        for found in element.findall(qn(day)):
            element.remove(found)


def _style(made: Docx) -> None:
    """A4 with the margins of an office, one font, the language of the words."""
    page = made.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin, page.right_margin = Mm(22), Mm(12)
    page.top_margin = page.bottom_margin = Mm(20)
    for name, size in (("Normal", 12), ("Heading 1", 14), ("Heading 2", 12.5)):
        style = made.styles[name]
        assert isinstance(style, ParagraphStyle), "the template has these"
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in THEMES:
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        for script in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{script}"), FONT)
        style.font.size, style.font.color.rgb = Pt(size), RGBColor(0, 0, 0)
        style.paragraph_format.space_after = Pt(4)
    for lang in made.styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), made.core_properties.language)


def _lay_out(made: Docx, block: Block) -> None:
    match block:
        case Table():
            _table(made, block)
        case Box():
            _box(made, block)
        case Signature():
            _signature(made, block)
        case _:
            _paragraphs(made, block)


def _paragraphs(made: Docx, block: Title | Heading | Line | Note | Numbered) -> None:
    match block:
        case Title():
            for place, words in enumerate(block.sentences):
                below = made.add_paragraph(words, style="Normal" if place else "Heading 1")
                below.alignment = WD_ALIGN_PARAGRAPH.CENTER
                below.paragraph_format.space_before = Pt(0)
        case Heading():
            made.add_paragraph(block.sentences[0], style="Heading 2")
        case Line(label=label, words=words) if label:
            paragraph = made.add_paragraph()
            paragraph.add_run(f"{one_line(label)}:").bold = True
            paragraph.add_run(f" {one_line(words)}")
        case Line():
            made.add_paragraph(block.sentences[0])
        case Note():
            _small(made.add_paragraph(block.sentences[0]))
        case Numbered():
            for words in block.sentences:
                made.add_paragraph(words).paragraph_format.left_indent = Mm(8)


def _small(paragraph: Paragraph) -> None:
    for run in paragraph.runs:
        run.font.size = SMALL


def _grid(made: Docx, rows: int, widths: tuple[int, ...], style: str) -> DocxTable:
    """An empty table of those widths, which are parts of a hundred."""
    table: DocxTable = made.add_table(rows, len(widths), style=style)
    table.autofit = False
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001  # no way of its own
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(WIDTH * width / 100)
    return table


def _fill(cell: _Cell, words: str, *, bold: bool = False) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(0)
    run = paragraph.add_run(one_line(words))
    run.bold, run.font.size = bold or None, Pt(10.5)


def _table(made: Docx, block: Table) -> None:
    """Rows below their heads, which stand on every page again."""
    table = _grid(made, len(block.rows) + 1, block.widths, "Table Grid")
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001  # no way of its own
    for row, words in zip(table.rows, (block.heads, *block.rows), strict=True):
        for cell, said in zip(row.cells, words, strict=True):
            _fill(cell, said, bold=words is block.heads)
    _gap(made)


def _gap(made: Docx) -> None:
    """Some room below a table: an empty paragraph, so that two tables do not become one."""
    made.add_paragraph().paragraph_format.space_after = Pt(0)


def _box(made: Docx, block: Box) -> None:
    """A frame with a shade; the addresses stand below each point in small letters."""
    cell = _grid(made, 1, (100,), "Table Grid").rows[0].cells[0]
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", "FDF4E7")):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001  # no way of its own
    _fill(cell, block.title, bold=True)
    for point in block.points:
        cell.add_paragraph(one_line(point.words)).paragraph_format.space_after = Pt(0)
        for words in point.where:
            below = cell.add_paragraph(one_line(words))
            below.paragraph_format.left_indent = Mm(8)
            _small(below)
    _gap(made)


def _signature(made: Docx, block: Signature) -> None:
    _gap(made)
    table = _grid(made, 1, (40, 30, 30), "Normal Table")
    for cell, words in zip(table.rows[0].cells, block.sentences, strict=True):
        _fill(cell, words)
