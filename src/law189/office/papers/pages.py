r"""Документ как HTML (pages): one file without scripts, which asks no other host for anything and prints on A4.

It lays a document out and adds no word.

>>> from law189.office.papers.document import Document, Line
>>> page = as_page(Document("ru", "Извещение", (Line("Место", "<b>зал</b>\x07"),)))
>>> "<p><b>Место:</b> &lt;b&gt;зал&lt;/b&gt;\\x07</p>" in page
True
"""

from collections.abc import Iterator
from html import escape

from law189.kinds import must_be
from law189.kinds.asked import asked
from law189.law import Lang
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
from law189.office.papers.marked import marked_page

__all__ = ["as_page"]

POLICY = (
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>"
)
"""The page asks for nothing, and runs nothing."""
STYLE = """
@page { size: A4; margin: 15mm 12mm 15mm 22mm }
* { box-sizing: border-box }
html { font: 12pt/1.35 "PT Serif", "Liberation Serif", "Times New Roman", "DejaVu Serif", serif; color: #111;
  background: #fff }
body { max-width: 46em; margin: 0 auto; padding: 1.5em; hyphens: auto; overflow-wrap: anywhere }
h1 { font-size: 1.25em; text-align: center; margin: .6em 0 0; letter-spacing: .05em }
.under { text-align: center; margin: 0 }
.last { margin-bottom: 1.2em }
h2 { font-size: 1.05em; margin: 1.2em 0 .3em; break-after: avoid }
p { margin: .25em 0; unicode-bidi: isolate }
.item { margin-left: 2em; text-indent: -1.3em }
.note { font-size: .85em; color: #444 }
table { width: 100%; border-collapse: collapse; table-layout: fixed; margin: .3em 0 .8em; font-size: .92em }
thead { display: table-header-group }
tr { break-inside: avoid }
th, td { border: 1px solid #777; padding: .25em .45em; text-align: left; vertical-align: top;
  unicode-bidi: isolate }
th { font-weight: bold; background: #f2f2f2 }
.check { border: 2px solid #9a4a00; background: #fdf4e7; padding: .5em .8em; margin: .8em 0; break-inside: avoid }
.check .title { font-weight: bold }
.where { font-size: .85em; color: #444; margin-left: 1.5em }
.sign { display: flex; gap: 1.5em; margin: 1.6em 0 0; break-inside: avoid }
.sign p { flex: 1 }
.sign p + p { flex: none; max-width: 40% }
@media print {
  html { font-size: 11pt; line-height: 1.25 }
  body { max-width: none; padding: 0 }
  th, .check { print-color-adjust: exact; -webkit-print-color-adjust: exact }
}
"""


@asked
def as_page(paper: Document) -> str:
    """The document as a whole HTML file."""
    lang: Lang = must_be(paper, Document).lang
    rest = "\n".join(
        (
            f'<html lang="{lang}">',
            "<head>",
            '<meta charset="utf-8"/>',
            POLICY,
            '<meta name="viewport" content="width=device-width, initial-scale=1"/>',
            f"<title>{_escaped(paper.title)}</title>",
            f"<style>{STYLE}</style>",
            "</head>",
            "<body>",
            *(line for block in paper.blocks for line in _laid_out(block)),
            "</body>",
            "</html>",
            "",
        )
    )
    return marked_page(rest)


def _escaped(words: str) -> str:
    return escape(one_line(words))


def _laid_out(block: Block) -> Iterator[str]:
    said = [escape(words) for words in block.sentences]
    match block:
        case Title():
            yield f"<h1>{said[0]}</h1>"
            yield from (f'<p class="under">{words}</p>' for words in said[1:-1])
            yield from (f'<p class="under last">{words}</p>' for words in said[1:][-1:])
        case Heading():
            yield f"<h2>{said[0]}</h2>"
        case Line(label=label, words=words) if label:
            yield f"<p><b>{_escaped(label)}:</b> {_escaped(words)}</p>"
        case Line():
            yield f"<p>{said[0]}</p>"
        case Note():
            yield f'<p class="note">{said[0]}</p>'
        case Numbered():
            yield from (f'<p class="item">{words}</p>' for words in said)
        case Table():
            yield from _table(block)
        case Box():
            yield from _box(block)
        case Signature():
            yield '<div class="sign">' + "".join(f"<p>{words}</p>" for words in said) + "</div>"


def _table(block: Table) -> Iterator[str]:
    columns = "".join(f'<col style="width: {width}%"/>' for width in block.widths)
    heads = "".join(f'<th scope="col">{_escaped(head)}</th>' for head in block.heads)
    yield f"<table><colgroup>{columns}</colgroup>"
    yield f"<thead><tr>{heads}</tr></thead>"
    yield "<tbody>"
    for row in block.rows:
        yield "<tr>" + "".join(f"<td>{_escaped(cell)}</td>" for cell in row) + "</tr>"
    yield "</tbody></table>"


def _box(block: Box) -> Iterator[str]:
    yield '<div class="check">'
    yield f'<p class="title">{_escaped(block.title)}</p>'
    for point in block.points:
        yield f"<p>{_escaped(point.words)}</p>"
        yield from (f'<p class="where">{_escaped(words)}</p>' for words in point.where)
    yield "</div>"
