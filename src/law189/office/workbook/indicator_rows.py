"""Строки показателей (indicator rows): a table of indicators, read row by row.

A value beside which, or above which, another unit stands than that of its row is left out and asked about.

>>> _arranged({"base": {"value": 1}, "year:2024": {"value": 2}})
{'base': {'value': 1}, 'target': {'value': 2}}
"""

from collections.abc import Iterable, Mapping
from typing import Any

from law189.files.nodes import Loc
from law189.files.wording import word
from law189.law import Text
from law189.office.workbook.found import Asked, Left, left
from law189.office.workbook.headed import Line
from law189.office.workbook.headings import is_value
from law189.office.workbook.measured import (
    bound_in,
    no_unit_said,
    times_of,
    types_of,
    unit_beside,
    unit_in,
    unit_said,
    value_in,
)
from law189.office.workbook.row_kinds import is_number, number_in
from law189.office.workbook.rows_read import Reader
from law189.office.workbook.table import one_line
from law189.office.workbook.termed import month_of
from law189.profile.indicator_parts import not_counted_so
from law189.profile.indicators import IndicatorUnit

__all__ = ["IndicatorRows"]


class IndicatorRows(Reader):
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
        values = self.values(said, bound_in(title), asked)
        title, unit = unit_in(title)
        asked.role = "unit"
        unit = unit or self.unit_above()
        unit = unit_said(said.get("unit", ""), unit, [said[role] for role in said if role in values], asked)
        self.of_unit(values, unit, said, asked)
        self.in_wholes(values, unit, said, asked)
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
        """Leave out a value beside or above which stands another unit than that of the indicator; that is asked.

        Where the column of units says that there is none, it is asked about and the value stays.
        """
        column = said.get("unit", "")
        for role in tuple(values):
            above, shown = self.headed.said[role], word(one_line(said[role]))
            if above.scale is not None:
                del values[role]
                asked.role = role
                asked.append(_scaled(shown, above.scale))
                continue
            if {unit_beside(said[role]), above.unit} <= {None, unit}:
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

    def in_wholes(
        self, values: dict[str, dict[str, Any]], unit: str | None, said: Mapping[str, str], asked: Asked
    ) -> None:
        """Leave out a number that the unit does not have; that is asked."""
        for role in tuple(values):
            value = values[role]["value"]
            numbers = value.values() if isinstance(value, dict) else (value,)
            why = next(filter(None, (not_counted_so(unit, one) for one in numbers)), None)
            if why is not None:
                del values[role]
                asked.role, shown = role, word(one_line(said[role]))
                asked.append(left("value", f"значение «{shown}»: {why.ru}", f"the value «{shown}»: {why.en}"))

    def unit_above(self) -> str | None:
        """The unit that a heading of the titles or of values names, the first of them."""
        named = (one.unit for role, one in self.headed.said.items() if role == "title" or is_value(role))
        return next((unit for unit in named if unit is not None), None)

    def values(self, said: Mapping[str, str], bound: str | None, asked: Asked) -> dict[str, dict[str, Any]]:
        """The base and the targets, each by the heading of its column; the words of a row may bound its targets."""
        found: dict[str, dict[str, Any]] = {}
        when = month_of(said.get("term", ""))
        for role, words in said.items():
            if is_value(role):
                asked.role = role
                above = self.headed.said[role]
                if role == "target" and above.year is None and when is not None:
                    above = above._replace(year=when[0], month=when[1])
                value = value_in(words, above, asked, None if role == "base" else bound)
                if value is not None:
                    found[role] = value
        if said.get("term"):
            self.reached(found, when, said["term"], asked)
        asked.role = "target"
        if not found.keys() - {"base"}:
            asked.append(left("target", "целевого значения нет", "there is no target"))
        return found

    def reached(
        self, values: dict[str, dict[str, Any]], when: tuple[int, int | None] | None, words: str, asked: Asked
    ) -> None:
        """Put the month by which the last target is reached beside it; a question where the term says otherwise."""
        targets = [value for role, value in values.items() if role != "base"]
        last = max(targets, key=lambda value: value.get("year") or 0, default=None)
        year, month = when or (None, None)
        if last is None:
            return
        if when is None or last.get("year") != year or (month and last.get("month", month) != month):
            asked.role, shown = "term", word(one_line(words))
            asked.append(
                left(
                    "year",
                    f"по сроку «{shown}» не ясно, какого года и месяца ориентир",
                    f"the term «{shown}» does not tell of which year and month the target is",
                )
            )
        elif month is not None:
            last["month"] = month


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


def _scaled(shown: str, scale: str) -> Left:
    """That the heading counts the value by thousands or more."""
    return left(
        "value",
        f"значение «{shown}» стоит под «{word(scale)}», умножьте его на {times_of(scale)}",
        f"the value «{shown}» stands under «{word(scale)}», multiply it by {times_of(scale)}",
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
