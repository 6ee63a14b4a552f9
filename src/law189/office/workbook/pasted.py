"""Вставленная таблица (pasted): plan and indicators of a decree from its own table, as entries of a profile.

What is read with certainty becomes a value. What is not becomes a question with its row and its words, and the key
stays out: which act a measure adopts, for which step it sets a term, what an unclear term means, a person says.

>>> from law189.office.workbook.table import Table, one_line
>>> rows = [["№", "Мероприятие", "Срок"], ["1.", "Отчёт", "2024 год"], ["2.", "Семинар", "постоянно"]]
>>> cells = {(row, column): cell for row, line in enumerate(rows) for column, cell in enumerate(line)}
>>> found = pasted([Table("1", cells)], at="app4")
>>> found.entries["plan"][0]
{'title': {'ru': 'Отчёт'}, 'term': {'kind': 'year', 'year': 2024}, 'cite': 'app4.1'}
>>> [(place.row, words.ru) for place, words in found.questions]
[(2, 'срок «постоянно» не понят; впишите term')]
"""

from collections.abc import Iterable, Mapping
from typing import Any

from law189.files.nodes import Loc
from law189.files.wording import word
from law189.law import Text
from law189.office.workbook.cells import in_keys
from law189.office.workbook.found import Asked, Left, Pasted, left
from law189.office.workbook.headed import Line, headed_in
from law189.office.workbook.headings import is_value, year_in
from law189.office.workbook.measured import no_unit_said, types_of, unit_beside, unit_in, unit_said, value_in
from law189.office.workbook.row_kinds import is_number, number_in
from law189.office.workbook.rows_read import Reader
from law189.office.workbook.table import Table, one_line
from law189.profile.indicators import IndicatorUnit
from law189.profile.term_words import plain_words, term_of, unclear

__all__ = ["Pasted", "pasted"]


def pasted(
    tables: Iterable[Table],
    at: str | None = None,
    bodies: Mapping[str, str] | None = None,
    kind: str | None = None,
    *,
    in_book: bool = False,
) -> Pasted:
    """The entries of every table that is a plan or indicators, or only of those of one `kind`.

    `at` is the address of the annex that the table stands in, where the table does not say it above itself;
    `bodies` are the ids of bodies by their titles. `in_book` says that the table is pasted in a workbook of
    a profile.
    """
    found = Pasted()
    known = {body: body for body in (bodies or {}).values()}
    known |= {plain_words(title): body for title, body in (bodies or {}).items()}
    for table in tables:
        headed = headed_in(table)
        if headed is None or kind not in (None, headed.kind):
            if headed is None and table.cells:
                found.unread.append(table.title)
            continue
        reader = _Plan if headed.kind == "plan" else _Indicators
        found.read.append(table.title)
        reader(found, table, headed, at, known, in_book=in_book).read(ABOVE if in_book else WITH_AT)
    return found


WITH_AT = Text(
    "адрес приложения с таблицей не указан; добавьте --at, например --at app4",
    "the address of the annex with the table is not given; add --at, such as --at app4",
)
ABOVE = Text(
    "адрес приложения с таблицей не указан; впишите его в строке над заголовками, например app4",
    "the address of the annex with the table is not given; write it in a row above the headings, such as app4",
)


class _Plan(Reader):
    """The table of a plan."""

    days = frozenset({"since", "term"})

    def entry(self, line: Line, said: Mapping[str, str]) -> None:
        """A measure of the plan."""
        place, asked = self.place(line), Asked()
        number, title = self.numbered(line, said, asked)
        entry: dict[str, Any] = {} if self.group is None else {"stage": self.group}
        entry["title"] = {"ru": self.text(title, place, asked)}
        asked.role = "term"
        words = _term_words(said)
        term = term_of(words) or in_keys(words)
        shown = word(one_line(words))
        if term is not None:
            entry["term"] = term
        elif (why := unclear(words)) is not None:
            asked.append(left("term", f"срок «{shown}»: {why.ru}", f"the term «{shown}»: {why.en}"))
        elif shown:
            asked.append(left("term", f"срок «{shown}» не понят", f"the term «{shown}» is not understood"))
        else:
            asked.append(left("term", "срока нет", "there is no term"))
        asked.role = "result"
        if said.get("result"):
            entry["result"] = {"ru": self.text(said["result"], place, asked)}
        asked.role = "responsible"
        if said.get("responsible"):
            entry |= self.responsible(said["responsible"], asked, several=True)
        asked.role = "number"
        entry |= self.cite(number, asked, said.get("number", ""))
        self.add("plan", entry, line, asked)


def _term_words(said: Mapping[str, str]) -> str:
    """The words of the term; a first day in a column of its own makes it a period."""
    since, until = said.get("since", ""), said.get("term", "")
    if not since:
        return until
    return f"с {one_line(since)} по {one_line(until)}" if until else f"с {one_line(since)}"


class _Indicators(Reader):
    """The table of indicators."""

    groups, key = "goals", "goal"
    of, example = Text("цели", "goal"), "Цель"

    def entry(self, line: Line, said: Mapping[str, str]) -> None:
        """A row of the table of indicators."""
        place, asked = self.place(line), Asked()
        number, title = self.numbered(line, said, asked)
        entry: dict[str, Any] = {} if self.group is None else {"goal": self.group}
        if "type" in self.headed.heads and (kind := _type(said.get("type", ""), asked)) is not None:
            entry["type"] = kind
        asked.role = "goal"
        if self.group is None:
            asked.append(left("goal", "цель не названа", "no goal is named"))
        values = self.values(said, asked)
        title, unit = unit_in(title)
        asked.role = "unit"
        unit = unit_said(said.get("unit", ""), unit, [said[role] for role in said if role in values], asked)
        self.of_unit(values, unit, said, asked)
        asked.role = "title"
        entry["title"] = {"ru": self.text(title, place, asked)}
        if unit is not None:
            entry["unit"] = unit
        entry |= _arranged(values)
        asked.role = "responsible"
        if said.get("responsible"):
            entry |= self.responsible(said["responsible"], asked, several=False)
        elif "responsible" in self.headed.heads:
            entry["responsible"] = None
        self.found.counts[self.group] = self.found.counts.get(self.group, 0) + 1
        counted = None if self.group is None or self.runs else f"{self.group}.{self.found.counts[self.group]}"
        if (own := number_in(said)) and not is_number(own):
            counted = None
        asked.role = "number"
        entry |= self.cite(number or counted, asked, said.get("number", ""))
        self.add("indicators", entry, line, asked, _paths(values))

    def of_unit(
        self, values: dict[str, dict[str, Any]], unit: str | None, said: Mapping[str, str], asked: Asked
    ) -> None:
        """Leave out a value beside which stands another unit than that of the indicator; that is asked.

        Where the column of units says that there is none, it is asked about and the value stays.
        """
        column = said.get("unit", "")
        for role in tuple(values):
            beside, shown = unit_beside(said[role]), word(one_line(said[role]))
            if beside is None or beside == unit:
                continue
            if unit is not None or (column and not no_unit_said(column)):
                del values[role]
                asked.role = role
                asked.append(_other_unit(shown, unit, word(one_line(column))))
            elif column:
                asked.role = "unit"
                asked.append(
                    left(
                        "unit",
                        f"единица не указана, а у значения «{shown}» она стоит",
                        f"no unit is given, and the value «{shown}» has one",
                    )
                )

    def values(self, said: Mapping[str, str], asked: Asked) -> dict[str, dict[str, Any]]:
        """The base and the targets, each by the heading of its column."""
        found: dict[str, dict[str, Any]] = {}
        for role, words in said.items():
            if is_value(role):
                asked.role = role
                value = value_in(words, year_in(self.headed.heads[role]) or year_in(role), asked)
                if value is not None:
                    found[role] = value
        asked.role = "target"
        if not found.keys() - {"base"}:
            asked.append(left("target", "целевого значения нет", "there is no target"))
        return found


def _other_unit(shown: str, unit: str | None, column: str) -> Left:
    """That the value has another unit beside it than its row."""
    if unit is None:
        of = Text(f"что в графе единиц («{column}»)", f"the column of units («{column}»)")
    else:
        named = IndicatorUnit(unit).text
        of = Text(f"что у показателя («{named.ru}»)", f"the indicator («{named.en}»)")
    return left(
        "value",
        f"у значения «{shown}» единица не та, {of.ru}",
        f"the value «{shown}» has another unit than {of.en}",
    )


def _type(words: str, asked: Asked) -> str | None:
    """The type that the words name; a question where they name none."""
    asked.role, kind = "type", types_of(words)
    if not words:
        asked.append(left("type", "типа нет", "there is no type"))
    elif kind is None:
        shown = word(one_line(words))
        asked.append(left("type", f"тип «{shown}» не понят", f"the type «{shown}» is not understood"))
    return kind


def _paths(values: Iterable[str]) -> dict[str, Loc]:
    """Where the value of each column stands in its entry: targets of several years are a list of them."""
    roles = set(values)
    whole: dict[str, Loc] = {role: (role,) for role in ("base", "target") if role in roles}
    years = sorted(roles - whole.keys())
    if len(years) == 1 and "target" not in whole:
        return {**whole, years[0]: ("target",)}
    return {**whole, **{role: ("targets", place) for place, role in enumerate(years)}}


def _arranged(values: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    """Base and targets by their keys."""
    found: dict[str, Any] = {}
    for role, (key, *place) in _paths(values).items():
        if place:
            found.setdefault(str(key), []).append(values[role])
        else:
            found[str(key)] = values[role]
    return found
