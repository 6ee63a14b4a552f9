"""Пометки в ячейке (marks): what is struck out, and the marks of footnotes; neither is read, and both are told.

A reader of the act takes what is struck out for gone, and looks below for what a footnote says. Between the reader
of a file and the cells that are made of it both stand as signs that no text has.

>>> text = f"до 01.10.2023{struck(' включительно')}{NOTE}"
>>> unmarked(text)
('до 01.10.2023', Marks(struck='включительно', noted=True))
>>> [words.ru for words in marks_passed([unmarked(text)])]  # doctest: +NORMALIZE_WHITESPACE
['зачёркнутые слова не прочитаны: «включительно»; если они в акте остались, уберите зачёркивание и прочитайте
заново', 'у слов «до 01.10.2023» сноска, что в ней сказано, не прочитано; прочтите её сами']
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from law189.files.wording import word
from law189.law import Text
from law189.office.workbook.table import one_line

__all__ = ["CORRECTED", "NOTE", "Marks", "marks_passed", "rows_deleted", "struck", "unmarked"]

NOTE = "\ufdd2"
"""Here stands the mark of a footnote."""
_STRUCK, _END = "\ufdd0", "\ufdd1"
_PART = re.compile(f"{_STRUCK}([^{_END}]*){_END}")
_SETTLE = Text(
    "примите или отклоните исправления и прочитайте заново", "accept or reject the corrections and read anew"
)
CORRECTED = Text(
    f"исправления Word не приняты и не отклонены, прочитано так, как будет, если их принять; {_SETTLE.ru}",
    f"corrections of Word are neither accepted nor rejected; read is what will stand once they are accepted; "
    f"{_SETTLE.en}",
)


class Marks(NamedTuple):
    """What of a cell is struck out, and whether a footnote is of it."""

    struck: str
    noted: bool


def struck(words: str) -> str:
    """The words as those that are struck out."""
    return f"{_STRUCK}{words}{_END}" if words.strip() else words


def unmarked(text: str) -> tuple[str, Marks]:
    """What is read of the words of a cell, and what is only told of them."""
    if not any(sign in text for sign in (_STRUCK, NOTE)):
        return text, Marks("", noted=False)
    parts = " ".join(part.strip() for part in _PART.findall(text))
    return _PART.sub("", text).replace(NOTE, "").strip(), Marks(parts.replace(NOTE, ""), NOTE in text)


def marks_passed(cells: Iterable[tuple[str, Marks]]) -> Iterator[Text]:
    """What is told of a row whose cells have such words and marks."""
    cells = list(cells)
    if gone := " ".join(marks.struck for _, marks in cells if marks.struck):
        said = word(one_line(gone))
        yield Text(
            f"зачёркнутые слова не прочитаны: «{said}»; если они в акте остались, уберите зачёркивание и "
            "прочитайте заново",
            f"words that are struck out are not read: «{said}»; if the act still has them, take the line away "
            "and read anew",
        )
    for text, marks in cells:
        if marks.noted:
            said = word(one_line(text))
            yield Text(
                f"у слов «{said}» сноска, что в ней сказано, не прочитано; прочтите её сами",
                f"a footnote is of the words «{said}», what it says is not read; read it yourself",
            )


def rows_deleted(count: int, words: str) -> Text:
    """That a correction deletes so many rows here; `words` are those of the first."""
    said = word(one_line(words))
    return Text(
        f"здесь исправлением удалено строк: {count}, первая: «{said}»; {_SETTLE.ru}",
        f"a correction deletes rows here: {count}, the first: «{said}»; {_SETTLE.en}",
    )
