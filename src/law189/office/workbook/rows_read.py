"""Строки таблицы (rows read): what the rows of a decree's table have in common, whatever they are of.

Stages and goals, numbers and addresses, bodies by their titles, and the questions that are left for a person.
"""

import re
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from law189.files.nodes import Loc
from law189.files.wording import word
from law189.law import Text
from law189.office.workbook.answerable import NO_BODIES, answerable
from law189.office.workbook.faults import Place
from law189.office.workbook.formats import became
from law189.office.workbook.found import (
    NO_NUMBER,
    Asked,
    Left,
    Pasted,
    left,
    no_address,
    no_number,
    number_alone,
    two_numbers,
)
from law189.office.workbook.headed import Headed, Line, counts_rows, is_address, text_of
from law189.office.workbook.headings import is_value
from law189.office.workbook.row_heads import ROMAN, headed_by, numbered
from law189.office.workbook.row_kinds import RowKinds, filled, is_number, number_in
from law189.office.workbook.table import Table, one_line
from law189.profile.term_words import visible

__all__ = ["Reader"]

_KEYS: Mapping[str, Loc] = {"number": ("cite",)}
"""The key that a column is of, where it is called otherwise."""
NO_PATHS: Mapping[str, Loc] = MappingProxyType({})


class Reader:
    """One table read row by row; each kind of table says what its entries are."""

    groups, key = "stages", "stage"
    of, example = Text("этапа", "stage"), "Этап"
    days: frozenset[str] = frozenset()  # where a day may stand

    def __init__(
        self,
        found: Pasted,
        table: Table,
        headed: Headed,
        at: str | None,
        bodies: Mapping[str, str],
        *,
        in_book: bool = False,
    ) -> None:
        self.found, self.table, self.headed, self.bodies = found, table, headed, bodies
        self.at = headed.address or at
        made = found.entries.get(self.groups, [])
        self.group: int | None = made[-1]["id"] if made else None
        self.kinds = RowKinds(table, headed.lines, self.key)
        self.runs = counts_rows(headed.lines, self.key)
        self.told_once: set[Text] = set()
        self.in_book = in_book

    def read(self, no_address: Text) -> None:
        """Every row; an address that is not known is asked for once, by those words."""
        if self.at is None:
            self.ask(Place(self.table.title, 0, 0), no_address)
        if not self.bodies and any(line.said.get("responsible") for line in self.headed.lines):
            self.ask(Place(self.table.title, 0, 0), NO_BODIES)
        if self.headed.above is not None:
            shown = word(one_line(text_of(self.table.cells[self.headed.above])))
            self.ask(
                Place(self.table.title, *self.headed.above),
                Text(
                    f"то, что стоит над заголовками («{shown}»), не прочитано",
                    f"what stands above the headings («{shown}») is not read",
                ),
            )
        for line in self.headed.lines:
            said = filled(line)
            self.stray(line)
            self.changed(line)
            if self.is_unread(line):
                continue
            if self.kinds.is_group(line):
                self.open_group(line, said.get("stage") or said.get("goal") or said.get("title", ""), said)
                continue
            if self.key in line.own and said.get(self.key):
                of_row = self.runs and said.get("title")
                self.open_group(line, said[self.key], said if not of_row else {**said, "number": ""})
            if said.get("title"):
                self.entry(line, said)
            elif said.keys() - {"number", self.key}:
                self.ask(
                    self.place(line),
                    Text("строка без названия; прочтите её сами", "a row without a title; read it"),
                )

    def changed(self, line: Line) -> None:
        """Refuse what Excel has made a day or a truth, or a number of a row with a point: it was something else."""
        for role in line.own:
            place = line.row, line.columns[role]
            cell: Any = self.table.cells.get(place)
            point = role == "number" and isinstance(cell, float) and not cell.is_integer()
            day = isinstance(cell, date) and role not in self.days
            if point or day or (isinstance(cell, bool) and not is_value(role)):
                self.found.wrong.append((Place(self.table.title, *place), became(cell)))

    def stray(self, line: Line) -> None:
        """Tell what stands under no heading that is known."""
        for role, words in line.said.items():
            if role.startswith("?"):
                shown = word(words.strip())
                self.ask(
                    Place(self.table.title, line.row, line.columns[role]),
                    Text(
                        f"над «{shown}» нет понятного заголовка; прочтите сами",
                        f"above «{shown}» is no heading that is known; read it yourself",
                    ),
                )

    # ─── Этапы и цели ───────────────────────────────────────────────────────────────────────────────

    def is_unread(self, line: Line) -> bool:
        """Whether the row sums up others, is a note or is of no force any more; then it is told and not read."""
        if (why := self.kinds.unread(line, self.of, self.example)) is None:
            return False
        if self.kinds.gone(line) is not None:
            self.found.counts[self.group] = self.found.counts.get(self.group, 0) + 1
        column, words = why
        self.ask(self.place(line) if column is None else self.cell(line, column), words)
        return True

    def open_group(self, line: Line, words: str, said: Mapping[str, str]) -> None:
        """The stage or the goal that the words name, which the rows below belong to."""
        apart, words = bool(words), words or said.get("number", "")
        place = self.place(line)
        own = number_in(said) if "number" in line.own else ""
        own = headed_by(own)[0] or str(ROMAN.get(own, own))
        named, title = headed_by(words, own if apart and own.isdigit() else "")
        number = named or own
        text = self.text(title, place)
        listed = self.found.entries.setdefault(self.groups, [])
        if listed and listed[-1]["title"]["ru"] == text:
            return
        if counted := not (number.isascii() and number.isdigit() and len(number) < 3 and int(number) > 0):
            shown = "" if number in ("", words) else f" «{word(one_line(number))}»"
            number = str(1 + (listed[-1]["id"] if listed else 0))
            self.ask(
                place,
                Text(
                    f"у «{word(text)}» номер{shown} не понят; принят {number}",
                    f"the number{shown} of «{word(text)}» is not understood; {number} is taken",
                ),
            )
        self.group = int(number)
        if any(one["id"] == self.group for one in listed):
            self.ask(
                place,
                Text(
                    f"номер {number} уже был, а теперь он у «{word(text)}»; проверьте",
                    f"the number {number} was there before, and now «{word(text)}» has it; check it",
                ),
            )
            return
        asked, cited = Asked(), self.cite(number)
        if counted and self.runs:
            asked, cited = Asked(no_address(self.of, self.example), role=self.key), {}
        self.add(self.groups, {"id": self.group, "title": {"ru": text}, **cited}, line, asked)

    def entry(self, line: Line, said: Mapping[str, str]) -> None:
        """Add the entry of a row."""
        raise NotImplementedError

    def text(self, words: str, place: Place, asked: list[Text] | None = None) -> str:
        """Words in one line; a word broken after a hyphen is asked about."""
        plain = visible(words.replace("\u00ad\n", ""))
        if broken := re.search(r"(\w{1,40})-\n\s{0,9}(\w{1,40})", plain):
            shown = f"{broken[1]}-{broken[2]}"
            question = Text(
                f"«{shown}» разорвано концом строки; дефис или перенос?",
                f"«{shown}» is broken at the end of a line; does the hyphen belong to the word?",
            )
            if asked is None:
                self.ask(place, question)
            else:
                asked.append(question)
        return one_line(re.sub(r"(?<=\w)-\n\s*(?=\w)", "-", plain))

    def cite(self, number: str | None, asked: Asked | None = None, bare: str = "") -> dict[str, str]:
        """The address of a numbered entry; `bare` is a number that is not enough for one, or an address itself."""
        if asked is not None and is_address(bare):
            return {"cite": bare.strip()}
        if number is not None and self.at is not None:
            cite = f"{self.at}.{number}"
            if cite in self.found.cited and asked is not None:
                asked.append(
                    left(
                        "cite",
                        f"номер {number} уже есть у строки выше",
                        f"a row above has the number {number} already",
                    )
                )
                return {}
            self.found.cited |= set() if asked is None else {cite}
            return {"cite": cite}
        if number is None and asked is not None:
            shown = word(one_line(bare.strip().rstrip(".")))
            if is_number(shown):
                asked.append(number_alone(shown, self.of))
            else:
                asked.append(no_number(shown) if shown else NO_NUMBER)
        return {}

    def place(self, line: Line) -> Place:
        """Where the row is told of: its title, or its first cell."""
        column = (
            line.columns["title"] if "title" in line.said else min(line.columns[role] for role in line.said)
        )
        return Place(self.table.title, line.row, column)

    def ask(self, place: Place, words: Text) -> None:
        """A question about no entry."""
        self.found.questions.append((place, words))

    def add(
        self,
        key: str,
        entry: dict[str, Any],
        line: Line,
        asked: Asked,
        paths: Mapping[str, Loc] = NO_PATHS,
    ) -> None:
        """One more entry of a list, with its questions, each at the cell that it is about.

        `paths` are where the columns stand in the entry that are not called as their keys are.
        """
        listed = self.found.entries.setdefault(key, [])
        number = len(listed)
        self.found.places[key, number] = self.place(line)
        self.found.asked[key, number] = asked
        listed.append(entry)
        for role in line.columns:
            path = paths.get(role, _KEYS.get(role, (role,)))
            self.found.cells[key, number, *path] = self.cell(line, role)
        for role, words in zip(asked.roles, asked, strict=True):
            if words not in self.told_once:
                told = words.in_cell if self.in_book and isinstance(words, Left) else words
                self.ask(self.cell(line, role), told)

    def cell(self, line: Line, role: str) -> Place:
        """The cell of a column of the row; in a book that of its words, where a merged one above has them."""
        if role not in line.columns:
            return self.place(line)
        row, column = line.row, line.columns[role]
        if self.in_book and role in line.said and role not in line.own:
            row = max(top for top, left in self.table.cells if top < row and left == column)
        return Place(self.table.title, row, column)

    def numbered(self, line: Line, said: Mapping[str, str], asked: Asked) -> tuple[str | None, str]:
        """The number of an entry, which stands before its words or in a column of its own; and the words."""
        title = said["title"]
        number = number_in(said)
        beside = self.kinds.beside(line, said)
        before, bare = numbered(title, counted="number" in self.headed.heads)
        if before is not None and beside not in ("", before) and ("." in beside or "." not in before):
            asked.append(two_numbers(beside, before))
        elif before is not None:
            if number and not is_number(number) and not is_address(number):
                asked.role = "number"
                asked.append(no_number(word(one_line(number)), with_cure=False))
                asked.role = "title"
            return before, bare
        nested = "." in number or self.group is None
        return (number if is_number(number) and nested else None), title

    def responsible(self, words: str, asked: list[Text], *, several: bool) -> dict[str, Any]:
        """Who answers for it, by the titles of the bodies that are known."""
        if not self.bodies:  # asked once of the whole table; the row keeps the words in a comment
            shown = word(one_line(words))
            asked.append(left("responsible", f"ответственный — «{shown}»", f"«{shown}»"))
            self.told_once.add(asked[-1])
            return {}
        return answerable(words, self.bodies, asked, several=several)
