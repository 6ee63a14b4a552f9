"""Значения показателей словами (quantities): a number, bounds, yes or no, or what is still to be determined.

>>> quantity_of("не менее 87,5"), quantity_of("будет определено по результатам пофакторного анализа")
({'at_least': '87,5'}, 'tbd')
>>> quantity_of("от 5 до 10"), quantity_of("нет"), quantity_of("много") is None
({'at_least': 5, 'at_most': 10}, False, True)
>>> values_told([{"value": "50,5", "year": 2024}, {"value": {"at_most": 5}, "year": 2025}])
'2024: 50,5; 2025: не более 5'
>>> values_of("2024: 50,5; 2025: не более 5")
[{'value': '50,5', 'year': 2024}, {'value': {'at_most': 5}, 'year': 2025}]
"""

import re
from typing import Any

from law189.files.said_counts import once
from law189.profile.months import MONTHS
from law189.profile.numerals import WRITTEN
from law189.profile.term_words import plain_words

__all__ = ["BOUNDS", "number_of", "quantity_of", "quantity_told", "values_of", "values_told"]

TBD = "подлежит определению"
_NUMBER = r"(-?\d[\d ]*(?:[.,]\d+)?) ?%?"
_TBD = re.compile(rf"{TBD}|будет определен[оа]?(?: по результатам (?:пофакторного )?анализа)?|tbd")
BOUNDS = {
    **dict.fromkeys(("не менее", "не ниже", "не меньше", "≥"), "at_least"),
    **dict.fromkeys(("не более", "не выше", "не больше", "≤"), "at_most"),
}
"""The words of a bound, and its key."""
_LEAST, _MOST = ("|".join(said for said in BOUNDS if BOUNDS[said] == key) for key in ("at_least", "at_most"))
_BOUNDS = (
    (re.compile(rf"(?:{_LEAST}) ?{_NUMBER}"), ("at_least",)),
    (re.compile(rf"(?:{_MOST}) ?{_NUMBER}"), ("at_most",)),
    (re.compile(rf"(?:от )?{_NUMBER} ?(?:до|-) ?{_NUMBER}"), ("at_least", "at_most")),
)
_SAID = {"да": True, "есть": True, "имеется": True, "нет": False, "отсутствует": False}
_YEARS = re.compile(r"(?:(?P<month>[а-я]+) )?(?P<year>\d{4}): (?P<value>.+)")


def number_of(said: str) -> int | str | None:
    """A number as a file has it: whole without quotes, a decimal in the text's own form; None where it is none."""
    bare = re.sub(r"(?<=\d) (?=\d{3}(?:\D|$))", "", said.strip())
    if not WRITTEN.fullmatch(bare):
        return None
    return int(bare) if bare.lstrip("-").isdigit() else bare


def quantity_of(said: str) -> Any:
    """The value of an indicator that the words say; None where they say none with certainty."""
    words = once(plain_words(said))
    if words is None:
        return None
    if _TBD.fullmatch(words):
        return "tbd"
    if words in _SAID:
        return _SAID[words]
    if found := re.fullmatch(_NUMBER, words):
        return number_of(found[1])
    for form, keys in _BOUNDS:
        if found := form.fullmatch(words):
            bounds = [number_of(one) for one in found.groups()]
            return None if None in bounds else dict(zip(keys, bounds, strict=True))
    return None


def quantity_told(value: Any) -> str | None:
    """The value in words; None where it has none but those of a file."""
    match value:
        case bool():
            return "да" if value else "нет"
        case "tbd":
            return TBD
        case {"at_least": low, "at_most": high}:
            return f"от {low} до {high}"
        case {"at_least": low}:
            return f"не менее {low}"
        case {"at_most": high}:
            return f"не более {high}"
        case int() | str():
            return str(value)
    return None


def values_told(values: list[Any]) -> str | None:
    """Values for several years, in one cell; None where one of them is not told so."""
    told: list[str] = []
    for one in values:
        if not isinstance(one, dict) or not {"value", "year"} <= one.keys() <= {"value", "year", "month"}:
            return None
        said, month = quantity_told(one["value"]), one.get("month")
        if said is None or (month is not None and not (isinstance(month, int) and 1 <= month <= 12)):
            return None
        told.append(f"{'' if month is None else MONTHS[month - 1].ru + ' '}{one['year']}: {said}")
    return "; ".join(told)


def values_of(said: str) -> list[Any] | None:
    """The values that such a cell says; None where it says none."""
    months = [word.ru for word in MONTHS]
    values: list[Any] = []
    for part in re.split("[;\n]", said):
        words = part.strip()
        found = _YEARS.fullmatch(words)
        if found is None or (found["month"] and found["month"] not in months):
            if words:
                return None
            continue
        value = quantity_of(found["value"])
        if value is None:
            return None
        month = {"month": months.index(found["month"]) + 1} if found["month"] else {}
        values.append({"value": value, "year": int(found["year"]), **month})
    return values or None
