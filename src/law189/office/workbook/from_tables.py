"""Таблицы постановления (from tables): the plan and the indicators of a text or a workbook, as a part of a profile.

What could not be read with certainty stands in a comment above its entry, and is told with its row.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from law189.errors import Fault, FaultyInput
from law189.files.nodes import stop
from law189.kinds.asked import asked, methods_asked
from law189.law import Lang, Text
from law189.office.workbook.faults import CellFault, Place, fault_in
from law189.office.workbook.hidden import seen_of
from law189.office.workbook.opened import tables_of
from law189.office.workbook.packed import parts_of
from law189.office.workbook.pasted import OTHER, Pasted, pasted
from law189.office.workbook.sheets import forms
from law189.office.workbook.table import unseen
from law189.office.workbook.word_tables import word_tables
from law189.office.workbook.yaml_text import with_comments

__all__ = ["FromTables", "is_text", "read_tables"]

ORDER = ("stages", "plan", "goals", "indicators")
UNREAD = Text(
    "у таблицы нет понятных заголовков; она не прочитана",
    "the table has no headings that are known; it is not read",
)
NO_TABLE = Text(
    "нет таблицы с понятными заголовками: у плана это «Мероприятие» и «Срок», у показателей — «Показатель» "
    "и «Базовая величина», «Целевой ориентир» или годы",
    "no table has headings that are known: «Мероприятие» and «Срок» of a plan, «Показатель» and «Базовая "
    "величина», «Целевой ориентир» or years of indicators",
)
QUESTION = Text("вопрос", "question")


@methods_asked
@dataclass(frozen=True)
class FromTables:
    """What tables say, and what a person must answer, each with its row."""

    found: Pasted
    questions: tuple[CellFault, ...]

    def text(self, lang: Lang) -> str:
        """A part of a profile, with a comment above each entry that a person must mend."""
        lines: list[str] = []
        for key in ORDER:
            if entries := self.found.entries.get(key):
                asked = {number: self._asked(key, number, lang) for number in range(len(entries))}
                lines += ["", *with_comments(key, entries, asked)]
        loose = list(self._loose(lang))
        return "\n".join([*loose, *lines[0 if loose else 1 :]]) + "\n"

    def _asked(self, key: str, number: int, lang: Lang) -> list[str]:
        asked = self.found.asked.get((key, number), ())
        return [f"{QUESTION[lang]}: {words[lang]}" for words in asked]

    def _loose(self, lang: Lang) -> Iterator[str]:
        """Questions about no entry, above all of them."""
        told = {id(words) for asked in self.found.asked.values() for words in asked}
        for place, words in self.found.questions:
            if id(words) not in told:
                yield f"# {QUESTION[lang]} ({place.row + 1}): {words[lang]}"


OURS = 4
"""So many sheets with the titles of ours no table of a decree has."""


@asked
def is_text(data: bytes, file: str) -> bool:
    """Whether the bytes are a text of Word. Raises `FaultyInput` where they are no file of Office at all."""
    return "word/document.xml" in parts_of(data, file)


def _not_ours(titles: list[str], file: str) -> None:
    """Refuse a workbook that holds a profile already."""
    known = {form.title for form in forms()}
    if sum(title in known for title in titles) >= OURS:
        stop(
            file,
            "это книга профиля, которую записал law189; прочитайте её без --plan и --indicators",
            "this is the workbook of a profile that law189 wrote; read it without --plan and --indicators",
        )


def _none_read(others: list[CellFault], file: str) -> list[Fault]:
    """Why nothing is read: each table of another kind, else that there is no table."""
    return [*others] if others else [Fault(file, None, None, "", NO_TABLE)]


@asked
def read_tables(
    data: bytes,
    file: str,
    at: str | None = None,
    bodies: Mapping[str, str] | None = None,
    kind: str | None = None,
) -> FromTables:
    """The plan and the indicators, or one `kind` of them, of the tables of a text or a workbook.

    `at` is the address of their annex, `bodies` are ids of bodies by title. Raises `FaultyInput` where there is no
    such table or a cell of one is no value, ModuleNotFoundError without the extra `office`.
    """
    in_text = is_text(data, file)
    tables = (word_tables if in_text else tables_of)(data, file)
    if not in_text:
        _not_ours([table.title for table in tables], file)
    tables = [seen_of(table) for table in tables]
    found = pasted(tables, at, bodies, kind)
    wrong = [
        fault_in(file, Place(table.title, *cell), words, in_text=in_text)
        for table in tables
        if table.title in found.read
        for cell, words in sorted({**table.wrong, **unseen(table)}.items())
    ]
    wrong += [fault_in(file, place, words, in_text=in_text) for place, words in found.wrong]
    if wrong:
        raise FaultyInput(wrong)
    found.questions += [
        (Place(table.title, *place), words)
        for table in tables
        if table.title in found.read or not (found.read and table.cells)
        for place, words in table.passed
    ]
    questions = [fault_in(file, place, words, in_text=in_text) for place, words in found.questions]
    if not found.read:
        others = [fault_in(file, Place(one, 0, 0), OTHER[str(kind)], in_text=in_text) for one in found.others]
        raise FaultyInput([*_none_read(others, file), *questions])
    questions += [fault_in(file, Place(one, 0, 0), UNREAD, in_text=in_text) for one in found.unread]
    return FromTables(found, tuple(questions))
