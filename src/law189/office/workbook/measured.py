"""Показатель словами таблицы (measured): its type, its unit, its value and the day of that, as a table has them.

>>> asked: list[Text] = []
>>> value_in("значение: будет определено по результатам пофакторного анализа декабрь 2023 г.", None, asked)
{'value': 'tbd', 'year': 2023, 'month': 12}
>>> value_in("Значение: нет год: 20__", None, asked), value_in("не менее 87,5 %", 2024, asked)
({'value': False, 'year': None}, {'value': {'at_least': '87,5'}, 'year': 2024})
>>> unit_in("Общее количество школ, единиц"), types_of("Промежуточный результат")
(('Общее количество школ', 'units'), 'intermediate')
>>> value_in("много", 2024, asked), asked[0].en
(None, 'the value «много» is not understood; write it')
"""

import re
from collections.abc import Iterable
from typing import Any

from law189.files.wording import word
from law189.law import Text
from law189.office.workbook.found import left
from law189.office.workbook.quantities import quantity_of
from law189.profile.dated import MONTHS
from law189.profile.indicators import IndicatorType, IndicatorUnit
from law189.profile.term_words import plain_words

__all__ = ["no_unit_said", "types_of", "unit_beside", "unit_in", "unit_said", "value_in"]

_MONTHS = {word.ru: number for number, word in enumerate(MONTHS, start=1)}
_WHEN = re.compile(
    rf"(?:[,;(] ?)?(?:\b(?P<month>{'|'.join(_MONTHS)}) )?(?:год: ?)?"
    r"(?<![\d_])(?<!\d[.,])(?P<year>20\d\d|20_+|_+)(?: ?(?:года|год|г\.?))?\)?$"
)
_TO_A_YEAR = re.compile(r"\d[^а-я]* ?(?:до|-) ?20\d\d")
"""Bounds or a value and its year: nobody can tell."""
_UNITS = {
    **dict.fromkeys(("единиц", "единица", "единицы", "ед", "единиц."), "units"),
    **dict.fromkeys(("человек", "человека", "чел"), "persons"),
    **dict.fromkeys(("процентов", "процента", "процент", "проценты", "проц", "%"), "percent"),
    **dict.fromkeys(("да/нет", "да или нет", "да / нет"), "yes_no"),
    **dict.fromkeys(("есть/нет", "есть или нет", "есть / нет"), "exists_none"),
}
_UNITS |= {one.text.ru: one.value for one in IndicatorUnit} | {one.value: one.value for one in IndicatorUnit}
_UNITS |= dict.fromkeys(("рубль", "рубля", "рубли", "руб"), "roubles")
_BESIDE = re.compile(
    r" ?(%|процент(?:ов|а)?|проц\.?|рубл(?:ей|я|ь)|руб\.?|единиц[аы]?|ед\.?|человек[а]?|чел\.?)$"
)
_NO_UNIT = ("не указано", "null", "нет")
_TYPES = {
    "конечный результат": "final",
    "показатель процесса": "process",
    "показатель промежуточного результата": "intermediate",
    "показатель итогового результата": "final",
}
_LONGEST_TAIL = 40
_TAIL = re.compile(r"[,(]\s*([^,()]{1,12})\)?[\s.]*$")


def types_of(words: str) -> str | None:
    """The type that the words name; None where they name none."""
    plain = plain_words(words)
    return _TYPES.get(plain) or next(
        (one.value for one in IndicatorType if plain in (one.text.ru, one)), None
    )


def unit_in(title: str) -> tuple[str, str | None]:
    """The words of an indicator without the unit at their end, and that unit; None where none stands there."""
    found = _TAIL.search(title[-_LONGEST_TAIL:])
    unit = _UNITS.get(plain_words(found[1])) if found else None
    if found is None or unit is None:
        return title, None
    return title[: max(0, len(title) - _LONGEST_TAIL) + found.start()], unit


def unit_said(column: str, tail: str | None, values: Iterable[str], asked: list[Text]) -> str | None:
    """The unit that the column of units, the title or the values name; a question where nothing names it."""
    if no_unit_said(column):
        return None
    if column.strip():
        unit = _UNITS.get(plain_words(column))
        if unit is None:
            shown = word(" ".join(column.split()))
            ru, en = f"единица «{shown}» не из перечня", f"the unit «{shown}» is not listed"
            if (times := _times(column)) is not None:
                ru += f", в ней считают по {times}: умножьте значения на {times}"
                en += f", it counts by {times}: multiply the values by {times}"
            asked.append(left("unit", ru, en))
        return unit
    if tail is not None:
        return tail
    said = {_without_when(plain_words(one))[0] for one in values}
    if said and said <= {"да", "нет"} and "да" in said:
        return "yes_no"
    if said & {"есть", "имеется", "отсутствует"} and said <= {"есть", "имеется", "отсутствует", "нет"}:
        return "exists_none"
    if said and all("%" in one or "проц" in one for one in said):
        return "percent"
    asked.append(left("unit", "единица не названа", "no unit is named"))
    return None


def _times(unit: str) -> int | None:
    """By how many the unit counts, such as thousands of roubles; None where it counts by one."""
    said = plain_words(unit)
    return next((times for times, words in _SCALES.items() if re.match(words, said)), None)


_SCALES = {1000: r"тыс(?:\.|яч)", 1_000_000: r"(?:млн|миллион)", 1_000_000_000: r"(?:млрд|миллиард)"}


def _without_when(words: str) -> tuple[str, re.Match[str] | None]:
    """A value without the word before it and the year behind it; and that year, which no digits of a value are."""
    bare = re.sub(r"^значение ?[:-]? ?", "", words)
    if quantity_of(_BESIDE.sub("", bare)) is not None and not _TO_A_YEAR.fullmatch(bare):
        return bare, None
    found = _WHEN.search(bare, 1)
    return (bare[: found.start()].strip(" ,;"), found) if found else (bare, None)


def unit_beside(words: str) -> str | None:
    """The unit that stands beside a value, or beside one of its bounds; None where none does."""
    value = _without_when(plain_words(words))[0]
    found = _BESIDE.search(value)
    if found is None:
        return "percent" if "%" in value else None
    return _UNITS[found[1].rstrip(".")]


def no_unit_said(column: str) -> bool:
    """Whether the column of units says that the act has none."""
    return plain_words(column) in _NO_UNIT


def value_in(words: str, year: int | None, asked: list[Text]) -> dict[str, Any] | None:
    """The value that a cell says; its year is that of the cell, else that of the heading of its column.

    A year that the cell leaves to be written in is `None`. None where the value is not understood: that is asked.
    """
    said, found = _without_when(plain_words(words))
    bare = _BESIDE.sub("", said)
    value = quantity_of(bare)
    if value is None:
        shown = word(" ".join(words.split()))
        asked.append(left("value", f"значение «{shown}» не понято", f"the value «{shown}» is not understood"))
        return None
    entry: dict[str, Any] = {"value": value}
    if found is not None:
        entry["year"] = int(found["year"]) if found["year"].isdigit() else None
    elif year is not None:
        entry["year"] = year
    else:
        shown = word(" ".join(words.split()))
        asked.append(left("year", f"год значения «{shown}» не назван", f"«{shown}» has no year"))
    if found is not None and found["month"]:
        entry["month"] = _MONTHS[found["month"]]
    return entry
