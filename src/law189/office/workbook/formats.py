"""Числовые форматы (number formats): what a cell of a workbook shows of the number or the day that it holds.

A person sees what the format shows and means that. What it shows of a day may be less than a day, and of a number
more or other signs; such a cell is no value, and the one who typed it must say what was meant.

>>> shows_day("dd.mm.yyyy"), shows_day('[$-419]d mmmm yyyy" г.";@'), shows_day("mmm-yy"), shows_day("d mmm")
(True, True, False, False)
>>> shows_other("0000", 77), shows_other("0000", 2993), shows_other('0"-п"', 77), shows_other("#,##0.00", 1200.0)
(True, False, True, False)
>>> became(date(2023, 10, 1)).en
'the cell has become a date (2023-10-01); make its format text and type the value anew, as the act has it'
"""

import re
from datetime import date, datetime
from typing import NamedTuple

from law189.law import Text

__all__ = [
    "BUILT_IN",
    "ERROR",
    "FIRST_DAY",
    "FORMULA",
    "NO_DAY",
    "PERCENT",
    "became",
    "no_value",
    "part_of_day",
    "shown_otherwise",
    "shows_day",
    "shows_other",
    "too_early",
]

FIRST_DAY = date(1910, 1, 1)
"""A day before it in a cell is a number that was typed, such as a year; Excel counts the first ones wrongly too."""
BUILT_IN = {
    "1": "0",
    "2": "0.00",
    "3": "#,##0",
    "4": "#,##0.00",
    "9": "0%",
    "10": "0.00%",
    "14": "dd.mm.yyyy",
    "15": "d-mmm-yy",
    "16": "d-mmm",
    "17": "mmm-yy",
    "18": "h:mm",
    "19": "h:mm:ss",
    "20": "h:mm",
    "21": "h:mm:ss",
    "22": "dd.mm.yyyy h:mm",
    "45": "mm:ss",
    "46": "[h]:mm:ss",
    "47": "mm:ss.0",
    "49": "@",
}
"""The formats that a workbook names by their number alone."""
FORMULA = Text(
    "здесь формула; впишите вместо неё само значение", "a formula; write the value itself in its place"
)
PERCENT = Text(
    "число в процентном формате хранится в сто раз меньшим; задайте текстовый формат и наберите 87,5",
    "a number in per cent is kept a hundred times less; make the format text and type it anew, such as 87.5",
)
ERROR = Text("здесь ошибка Excel; впишите значение", "an error of Excel; write the value")
NO_DAY = Text(
    "здесь время без дня: пустая дата Excel (00.01.1900) или часы; очистите ячейку или наберите день, "
    "например 01.10.2023",
    "a time without a day: the empty date of Excel (00.01.1900) or hours; clear the cell or type a day, such as "
    "01.10.2023",
)


# ─── Чем стала ячейка ────────────────────────────────────────────────────────────────────────────────────


def became(cell: date | float | bool) -> Text:
    """That Excel has turned what was typed into a day, a number or a truth, so that nobody can tell what it was."""
    if isinstance(cell, bool):
        ru, en = (
            f"логическим значением ({'ИСТИНА' if cell else 'ЛОЖЬ'})",
            f"a truth value ({str(cell).upper()})",
        )
    elif isinstance(cell, date):
        ru, en = f"датой ({cell:%d.%m.%Y})", f"a date ({cell:%Y-%m-%d})"
    else:
        ru, en = f"числом ({_plain(cell).replace('.', ',')})", f"a number ({_plain(cell)})"
    return Text(
        f"ячейка стала {ru}; задайте ей текстовый формат и наберите значение заново, как оно стоит в акте",
        f"the cell has become {en}; make its format text and type the value anew, as the act has it",
    )


def _plain(number: float) -> str:
    return str(int(number)) if float(number).is_integer() else str(number)


def part_of_day(day: date) -> Text:
    """That a cell shows a month, a year or a day without its year, and holds a whole day that nobody typed."""
    return Text(
        f"ячейка показывает не весь день, а хранит {day:%d.%m.%Y}, потому что Excel дополнил набранное; задайте ей "
        "текстовый формат и наберите значение заново, как оно стоит в акте, например «октябрь 2023 года» или "
        "«01.10.2023»",
        f"the cell shows a part of a day and holds {day:%Y-%m-%d}, as Excel has filled in what was typed; make its "
        "format text and type the value anew, as the act has it, such as «октябрь 2023 года» or «01.10.2023»",
    )


def shown_otherwise(number: float) -> Text:
    """That a cell shows a number with zeros or words that it does not hold, or as another number."""
    said = _plain(number)
    return Text(
        f"ячейка хранит число {said.replace('.', ',')}, а показывает иначе: нули впереди или слова добавил её "
        "формат; задайте ей текстовый формат и наберите значение заново, как оно стоит в акте",
        f"the cell holds the number {said} and shows it otherwise: its format adds zeros or words; make "
        "its format text and type the value anew, as the act has it",
    )


def too_early(day: date) -> Text:
    """That a day is so early that a number was typed, such as a year; or one that no calendar has."""
    return Text(
        f"ячейка хранит день {day:%d.%m.%Y}: так Excel показывает число, например год, набранное там, где формат "
        "даты; наберите день целиком, например 01.10.2023, или задайте текстовый формат",
        f"the cell holds the day {day:%Y-%m-%d}: so Excel shows a number, such as a year, typed where the format "
        "is that of a date; type the whole day, such as 01.10.2023, or make the format text",
    )


# ─── Что показывает формат ───────────────────────────────────────────────────────────────────────────────


_SIGN = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|[_*].|\[\$(?P<money>[^\]-]*)[^\]]*\]|\[[^\]]*\]'
    r"|(?P<general>general|основной)|(?P<end>;)|(?P<sign>.)",
    re.DOTALL | re.IGNORECASE,
)
_OWN = frozenset("0#?.,%@eE+")
"""The signs that stand for the number itself."""


class _Section(NamedTuple):
    """What a format says of one kind of numbers: its signs, the words that it adds, whether it says anything."""

    signs: str
    words: str
    empty: bool


def _sections(code: str) -> list[_Section]:
    """The sections of a format: of numbers above zero or of all, of those below, of zero, of texts."""
    found: list[_Section] = []
    signs, words, empty = "", "", True
    for one in _SIGN.finditer(code):
        if one["end"]:
            found.append(_Section(signs, words, empty))
            signs, words, empty = "", "", True
            continue
        empty = (
            empty and one["sign"] is None and one["general"] is None and not (one["quoted"] or one["escaped"])
        )
        words += one["quoted"] or one["escaped"] or one["money"] or ""
        signs += one["sign"] or ("0" if one["general"] else "")
    return [*found, _Section(signs, words, empty)]


def shows_day(code: str) -> bool:
    """Whether the format shows of a day its number, its month and its year."""
    signs = re.sub(r"h+[^a-z]*m+|m+[^a-z]*s+", "", _sections(code)[0].signs.casefold())
    return bool(re.search(r"(?<!d)dd?(?!d)", signs)) and "m" in signs and "y" in signs


def shows_other(code: str, number: float) -> bool:
    """Whether the format shows a number with zeros before it, with words, in thousands, or not at all.

    Fewer decimals or blanks between the digits do not make it another number.
    """
    sections = _sections(code)
    below = 1 if number < 0 and len(sections) > 1 else 0
    section = sections[2 if number == 0 and len(sections) > 2 else below]
    if section.empty:
        return bool(code)
    own = section.words + "".join(sign for sign in section.signs.lstrip("-") if sign not in _OWN)
    if any(sign.isalnum() or sign in "-/№" for sign in own if sign != "/" or "?" not in section.signs):
        return True
    whole = re.split("[.eE]", section.signs)[0]
    return whole.count("0") > len(str(abs(int(number)))) or bool(
        re.search(r"[0#?.],+(?![0#?,])", section.signs)
    )


def no_value(value: object, code: str) -> Text | None:
    """Why what a cell holds is not what somebody typed, which its format shows; None where it is."""
    match value:
        case bool():
            return None
        case date():
            if (value.date() if isinstance(value, datetime) else value) < FIRST_DAY:
                return too_early(value)
            return None if shows_day(code) else part_of_day(value)
        case int() | float():
            if "%" in code:
                return PERCENT
            return shown_otherwise(value) if shows_other(code, value) else None
    return NO_DAY
