"""Показатель словами таблицы (measured): its type, its unit, its value and the day of that, as a table has them.

>>> asked: list[Text] = []
>>> value_in("значение: будет определено по результатам пофакторного анализа декабрь 2023 г.", Said(), asked)
{'value': 'tbd', 'year': 2023, 'month': 12}
>>> value_in("Значение: нет год: 20__", Said(), asked), value_in("не менее 87,5 %", Said(year=2024), asked)
({'value': False, 'year': None}, {'value': {'at_least': '87,5'}, 'year': 2024})
>>> unit_in("Общее количество школ, единиц"), types_of("Промежуточный результат")
(('Общее количество школ', 'units'), 'intermediate')
>>> value_in("много", Said(), asked), asked[0].en
(None, 'the value «много» is not understood; write it')
"""

import re
from collections.abc import Iterable
from typing import Any

from law189.files.wording import word
from law189.law import Text
from law189.office.workbook.found import left
from law189.office.workbook.quantities import BOUNDS, quantity_of
from law189.office.workbook.said import Said
from law189.profile.indicators import IndicatorType, IndicatorUnit
from law189.profile.months import LOCATIVES, MONTHS, NUMBERS
from law189.profile.term_words import plain_words

__all__ = [
    "bound_in",
    "no_unit_said",
    "times_of",
    "types_of",
    "unit_beside",
    "unit_in",
    "unit_of",
    "unit_said",
    "value_in",
]

_MONTH = "|".join((*(one.ru for one in MONTHS), *LOCATIVES))  # after a number the genitive is of a day
_WHEN = re.compile(
    rf"(?:[,;(] ?)?(?:\b(?:в )?(?P<month>{_MONTH}) )?(?:год: ?)?"
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
_BOUND_AT_END = re.compile(
    rf"[,( ]({'|'.join(BOUNDS)})(?: чем)?[,; ]*(?:%|(?:процент|проц|чел|ед|руб)[а-я]{{0,6}}\.?)?\)?$"
)
_TAIL = re.compile(r"[,(]\s*([^,()]{1,12})\)?[\s.]*$")


def types_of(words: str) -> str | None:
    """The type that the words name; None where they name none."""
    plain = plain_words(words)
    return _TYPES.get(plain) or next(
        (one.value for one in IndicatorType if plain in (one.text.ru, one)), None
    )


def unit_of(words: str) -> str | None:
    """The unit that the words are; None where they are none."""
    return _UNITS.get(plain_words(words))


def unit_in(title: str) -> tuple[str, str | None]:
    """The words of an indicator without the unit at their end, and that unit; None where none stands there."""
    found = _TAIL.search(title[-_LONGEST_TAIL:])
    unit = unit_of(found[1]) if found else None
    if found is None or unit is None:
        return title, None
    return title[: max(0, len(title) - _LONGEST_TAIL) + found.start()], unit


def unit_said(column: str, tail: str | None, values: Iterable[str], asked: list[Text]) -> str | None:
    """The unit that the column of units, the title or the values name; a question where nothing names it."""
    if no_unit_said(column):
        return None
    if column.strip():
        unit = unit_of(column)
        if unit is None:
            shown = word(" ".join(column.split()))
            ru, en = f"единица «{shown}» не из перечня", f"the unit «{shown}» is not listed"
            if (times := times_of(column)) is not None:
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


def times_of(unit: str) -> int | None:
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


def value_in(words: str, above: Said, asked: list[Text], bound: str | None = None) -> dict[str, Any] | None:
    """The value that a cell says; its year and month are those of the cell, else those `above` it.

    A bound that stands above it, else `bound`, which its row names, makes a number that bound. A year that the cell
    leaves to be written in is `None`. None where the value is not understood: that is asked.
    """
    plain, found = _without_when(plain_words(words))
    value = quantity_of(_BESIDE.sub("", plain))
    shown = word(" ".join(words.split()))
    if value is None:
        asked.append(left("value", f"значение «{shown}» не понято", f"the value «{shown}» is not understood"))
        return None
    value = _bounded(value, above.bound or bound)
    if value is None or (above.bound and bound and above.bound != bound):
        asked.append(_two_bounds(shown))
        return None
    year, month = _time_of(found, above)
    if year is _UNCLEAR:
        asked.append(left("year", *_no_year(shown, found is not None)))
        return {"value": value}
    return {"value": value, "year": year} | ({} if month is None else {"month": month})


_UNCLEAR: Any = object()


def _time_of(found: re.Match[str] | None, above: Said) -> tuple[Any, int | None]:
    """The year and the month of a value: its own, else those above it; no year where both name another one."""
    if found is None:
        return (_UNCLEAR, None) if above.year is None else (above.year, above.month)
    year = int(found["year"]) if found["year"].isdigit() else None
    month = NUMBERS.get(found["month"] or "")
    if year is None or above.year is None:
        return year, month
    if year != above.year or (month and above.month and month != above.month):
        return _UNCLEAR, None
    return year, month or above.month


def _no_year(shown: str, said: bool) -> tuple[str, str]:
    if said:
        return (
            f"у значения «{shown}» время не то, что в заголовке",
            f"«{shown}» is of another time than its heading",
        )
    return f"год значения «{shown}» не назван", f"«{shown}» has no year"


def bound_in(title: str) -> str | None:
    """The key of the bound that stands at the end of the words of an indicator; None where none does.

    >>> bound_in("Доля отказов, не более"), bound_in("Доля отказов (не более, %)"), bound_in("Доля не более 5")
    ('at_most', 'at_most', None)
    """
    found = _BOUND_AT_END.search(plain_words(title)[-_LONGEST_TAIL:])
    return BOUNDS[found[1]] if found else None


def _bounded(value: Any, bound: str | None) -> Any:
    """The value under a bound; None where it has another of its own."""
    if bound is None or value == "tbd" or isinstance(value, bool):
        return value
    if isinstance(value, dict):
        return value if value.keys() == {bound} else None
    return {bound: value}


def _two_bounds(shown: str) -> Text:
    return left(
        "value",
        f"у значения «{shown}» не та граница, что в заголовке или в названии показателя",
        f"the value «{shown}» has another bound than its heading or the words of its indicator",
    )
