"""Papers of a meeting for tests: drawn up from a record, and read back from each layout as a list of sentences."""

from html.parser import HTMLParser
from io import BytesIO

import docx
import places

from law189.audit.meeting import judge_record
from law189.law import Lang
from law189.office.papers.document import BLANK, Box, Document, Heading, Line, Table
from law189.office.papers.docx import as_docx
from law189.office.papers.minutes import minutes_of
from law189.office.papers.notice import notice_of
from law189.office.papers.pages import as_page
from law189.office.papers.planned import PlannedRecord
from law189.profile.loader import load_profile

PAPERS = {"minutes": minutes_of, "notice": notice_of}


def town(name):
    """An invented municipality of the folder of profiles."""
    return load_profile(places.ROOT / "tests/profiles/towns" / f"{name}.yaml")


def paper(profile, record, kind="minutes", lang: Lang = "ru") -> Document:
    """The paper of a record as JSON holds it."""
    read = PlannedRecord.model_validate({"profile": profile.name, **record})
    return PAPERS[kind](judge_record(read, profile), profile, lang)


def lines(made, label):
    """The words of every line with that label."""
    return [block.words for block in made.blocks if isinstance(block, Line) and block.label == label]


def line(made, label):
    """The words of the only line with that label."""
    (words,) = lines(made, label)
    return words


def table(made, heading):
    """The rows of the table right below a heading; none where there is no such heading or no table."""
    for above, below in zip(made.blocks, made.blocks[1:], strict=False):
        if above == Heading(heading):
            return list(below.rows) if isinstance(below, Table) else []
    return []


def seats(made, heading):
    """The roles told in the table below a heading, and the offices beside them."""
    return [(row[1].split(", ")[0], row[2]) for row in table(made, heading)]


def boxed(made):
    """What stands in frames: each sentence with its addresses."""
    return [
        (point.words, point.where)
        for block in made.blocks
        if isinstance(block, Box)
        for point in block.points
    ]


def blanks(made):
    """How many places are left to fill in."""
    return sum(words.count(BLANK) for words in made.sentences)


# ─── Read back ───────────────────────────────────────────────────────────────────────────────────────────


class Read(HTMLParser):
    """The words of each paragraph, heading and cell of a page, in order."""

    LEAVES = ("h1", "h2", "p", "td", "th")

    def __init__(self):
        super().__init__()
        self.found, self.within = [], False

    def handle_starttag(self, tag, attrs):  # noqa: ARG002  # called by the parser
        if tag in self.LEAVES:
            self.found.append("")
            self.within = True

    def handle_endtag(self, tag):
        self.within = self.within and tag not in self.LEAVES

    def handle_data(self, data):
        if self.within:
            self.found[-1] += data


def of_page(made):
    """What the page says."""
    read = Read()
    read.feed(as_page(made))
    return read.found


def of_docx(made):
    """What the docx says, but for the empty paragraphs between tables."""
    return [
        words for block in docx.Document(BytesIO(as_docx(made))).iter_inner_content() for words in told(block)
    ]


def told(block):
    if not hasattr(block, "rows"):
        return [block.text] if block.text else []
    return [part.text for row in block.rows for cell in row.cells for part in cell.paragraphs]
