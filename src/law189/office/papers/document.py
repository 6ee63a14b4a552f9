"""Документ (document): a paper of an office as data: headings, lines, lists, tables, boxes, lines to sign.

It says what stands in the paper and in which order; `pages` and `docx` lay it out and add no word. Whatever a
record holds is text here: a sign that nobody sees is written out.

>>> paper = Document("ru", "Извещение", (Title(("ИЗВЕЩЕНИЕ",)), Line("Место", BLANK), Numbered(("План",))))
>>> paper.sentences
('ИЗВЕЩЕНИЕ', 'Место: ______', '1. План')
>>> as_text(paper)
['ИЗВЕЩЕНИЕ', '', 'Место: ______', '1. План']
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

from law189.kinds.asked import asked, made_asked
from law189.law import Lang
from law189.law.fixed import fixed
from law189.law.signs import shown

__all__ = [
    "BLANK",
    "Block",
    "Box",
    "Document",
    "Heading",
    "Line",
    "Note",
    "Numbered",
    "Point",
    "Signature",
    "Table",
    "Title",
    "as_text",
    "one_line",
]

BLANK = "______"
"""What stands where a fact is missing: room to write it by hand."""


@asked
def one_line(words: str) -> str:
    """The words on one line; nothing in them hides or turns the signs beside it."""
    return shown(" ".join(words.splitlines()).replace("\t", " "))


@made_asked
@fixed
@dataclass(frozen=True, slots=True)
class Title:
    """What the paper is: the first line large, the others below it."""

    lines: tuple[str, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """What it says, one paragraph an entry."""
        return tuple(map(one_line, self.lines))


@made_asked
@fixed
@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a part."""

    words: str

    @property
    def sentences(self) -> tuple[str, ...]:
        """What it says."""
        return (one_line(self.words),)


@made_asked
@fixed
@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph; `label` stands before its words, and may be empty."""

    label: str
    words: str

    @property
    def sentences(self) -> tuple[str, ...]:
        """What it says."""
        return (one_line(f"{self.label}: {self.words}" if self.label else self.words),)


@made_asked
@fixed
@dataclass(frozen=True, slots=True)
class Note:
    """A remark in small letters."""

    words: str

    @property
    def sentences(self) -> tuple[str, ...]:
        """What it says."""
        return (one_line(self.words),)


@made_asked
@fixed
@dataclass(frozen=True, slots=True)
class Numbered:
    """A list with numbers, from 1."""

    items: tuple[str, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """What it says, one paragraph an item."""
        return tuple(f"{number}. {one_line(item)}" for number, item in enumerate(self.items, start=1))


@made_asked
@fixed
@dataclass(frozen=True, slots=True)
class Table:
    """Rows below their heads; `widths` are the parts of the page that the columns take."""

    heads: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """What it says, one paragraph a cell, row by row."""
        return tuple(one_line(cell) for row in (self.heads, *self.rows) for cell in row)


@made_asked
@fixed
@dataclass(frozen=True, slots=True)
class Point:
    """Something to check: the sentence of the verdict, and the addresses that it rests on."""

    words: str
    where: tuple[str, ...] = ()


@made_asked
@fixed
@dataclass(frozen=True, slots=True)
class Box:
    """What is to be checked before the paper goes out, within a frame."""

    title: str
    points: tuple[Point, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """What it says: the title, then each point with its addresses."""
        said = [one_line(self.title)]
        for point in self.points:
            said += [one_line(words) for words in (point.words, *point.where)]
        return tuple(said)


@made_asked
@fixed
@dataclass(frozen=True, slots=True)
class Signature:
    """A line to sign: whose it is, a place for the signature and one for the name."""

    office: str
    hand: str
    name: str

    @property
    def sentences(self) -> tuple[str, ...]:
        """What it says: the office, then each place with what goes there."""
        return (one_line(self.office), f"{BLANK} ({self.hand})", f"{BLANK} ({self.name})")


Block: TypeAlias = Title | Heading | Line | Note | Numbered | Table | Box | Signature


@made_asked
@fixed
@dataclass(frozen=True, slots=True)
class Document:
    """A paper in one language: what it is called, and its parts in order."""

    lang: Lang
    title: str
    blocks: tuple[Block, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """Everything that it says, in order: the same in every layout."""
        return tuple(words for block in self.blocks for words in block.sentences)

    @property
    def points(self) -> tuple[Point, ...]:
        """Everything in it that is to be checked."""
        return tuple(point for block in self.blocks if isinstance(block, Box) for point in block.points)

    def as_json(self) -> dict[str, Any]:
        """The paper as plain JSON values: its title, and each part with what it says."""
        parts = [
            {"kind": type(block).__name__.lower(), "says": list(block.sentences)} for block in self.blocks
        ]
        return {"title": self.title, "lang": self.lang, "to_check": len(self.points), "parts": parts}


@asked
def as_text(paper: Document) -> list[str]:
    """The paper as lines; a table has a line for each row."""
    return list(_lines(paper))


def _lines(paper: Document) -> Iterator[str]:
    for block in paper.blocks:
        match block:
            case Title():
                yield from (*block.sentences, "")
            case Heading():
                yield from ("", *block.sentences)
            case Table(rows=rows):
                for row in (block.heads, *rows):
                    yield "    " + " | ".join(map(one_line, row))
            case Box(points=points):
                yield f"[!] {one_line(block.title)}"
                for point in points:
                    yield f"    - {one_line(point.words)}"
                    yield from (f"        {one_line(where)}" for where in point.where)
            case Signature():
                yield "    ".join(block.sentences)
            case _:
                yield from block.sentences
