"""Числовые форматы (number formats): what a cell of a workbook shows of the number or the day that it holds.

A person sees what the format shows and means that. What it shows of a day may be less than a day, and of a number
fewer digits, more signs or others; such a cell is no value, and the one who typed it must say what was meant.

>>> shows_day("dd.mm.yyyy"), shows_day('[$-419]d mmmm yyyy" г.";@'), shows_day("mmm-yy"), shows_day("d mmm")
(True, True, False, False)
>>> shows_other("0000", 77), shows_other("0000", 2993), shows_other('0"-п"', 77), shows_other("#,##0.00", 1200.0)
(True, False, True, False)
>>> shows_other("0.0", 66.7), shows_other("0.0", 200 / 3), shows_other("0", 79.5), shows_other("", 79.5)
(False, True, True, False)
>>> became(date(2023, 10, 1)).en
'the cell has become a date (2023-10-01); make its format text and type the value anew, as the act has it'
"""

import re
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from law189.files.wording import word
from law189.law import Text
from law189.law.text import in_russian
from law189.office.workbook.shown import as_number, shown, shown_text

__all__ = [
    "BUILT_IN",
    "ERROR",
    "FIRST_DAY",
    "FORMULA",
    "NO_DAY",
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
    "11": "0.00E+00",
    "12": "# ?/?",
    "13": "# ??/??",
    "14": "dd.mm.yyyy",
    "15": "d-mmm-yy",
    "16": "d-mmm",
    "17": "mmm-yy",
    "18": "h:mm",
    "19": "h:mm:ss",
    "20": "h:mm",
    "21": "h:mm:ss",
    "22": "dd.mm.yyyy h:mm",
    "37": "#,##0 ;(#,##0)",
    "38": "#,##0 ;[Red](#,##0)",
    "39": "#,##0.00;(#,##0.00)",
    "40": "#,##0.00;[Red](#,##0.00)",
    "45": "mm:ss",
    "46": "[h]:mm:ss",
    "47": "mm:ss.0",
    "48": "##0.0E+0",
    "49": "@",
}
"""The formats that a workbook names by their number alone."""
FORMULA = Text(
    "здесь формула; впишите вместо неё само значение", "a formula; write the value itself in its place"
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
        ru, en = f"датой ({in_russian(cell)})", f"a date ({date.isoformat(cell)})"
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
        f"ячейка показывает не весь день, а хранит {in_russian(day)}, потому что Excel дополнил набранное; "
        "задайте ей текстовый формат и наберите значение заново, как оно стоит в акте, например "
        "«октябрь 2023 года» или «01.10.2023»",
        f"the cell shows a part of a day and holds {date.isoformat(day)}, as Excel has filled in what was "
        "typed; make its format text and type the value anew, as the act has it, such as «октябрь 2023 года» or "
        "«01.10.2023»",
    )


def shown_otherwise(held: float | str, said: str) -> Text:
    """That a cell shows another number than it holds, or other words: fewer digits, other words around it."""
    if isinstance(held, str):
        shows, holds = said, Text(f"«{word(held)}»", f"«{word(held)}»")
    else:
        number = _plain(held)
        shows = said.replace(".", ",")
        holds = Text(f"число {number.replace('.', ',')}", f"the number {number}")
    ru, en = f"показывает «{word(shows)}»", f"shows «{word(said)}»"
    if not said.strip():
        ru, en = "не показывает ничего", "shows nothing"
    return Text(
        f"ячейка {ru}, а хранит {holds.ru}; задайте ей текстовый формат и наберите значение заново, как оно стоит "
        "в акте",
        f"the cell {en} and holds {holds.en}; make its format text and type the value anew, as the act has it",
    )


def too_early(day: date) -> Text:
    """That a day is so early that a number was typed, such as a year; or one that no calendar has."""
    return Text(
        f"ячейка хранит день {in_russian(day)}: так Excel показывает число, например год, набранное там, где "
        "формат даты; наберите день целиком, например 01.10.2023, или задайте текстовый формат",
        f"the cell holds the day {date.isoformat(day)}: so Excel shows a number, such as a year, typed where the "
        "format is that of a date; type the whole day, such as 01.10.2023, or make the format text",
    )


# ─── Что показывает формат ───────────────────────────────────────────────────────────────────────────────


_WORDS = re.compile(r'"[^"]*"?|\\.|[_*].|\[[^\]]*\]', re.DOTALL)
"""What a format shows as it is, and what says how a cell looks."""


def shows_day(code: str) -> bool:
    """Whether the format shows of a day its number, its month and its year."""
    first = _WORDS.sub("", code).partition(";")[0]
    signs = re.sub(r"h+[^a-z]*m+|m+[^a-z]*s+", "", first.casefold())
    return bool(re.search(r"(?<!d)dd?(?!d)", signs)) and "m" in signs and "y" in signs


def shows_other(code: str, number: float) -> bool:
    """Whether what the format shows of a number reads as another one, or as no number.

    Zeros after the decimals and blanks between the digits do not make it another number.
    """
    return as_number(shown(code, number)) != Fraction(Decimal(repr(number)))


def no_value(value: object, code: str) -> Text | None:
    """Why what a cell holds is not what somebody typed, which its format shows; None where it is."""
    match value:
        case bool():
            return None
        case str():
            said = shown_text(code, value)
            return None if said == value else shown_otherwise(value, said)
        case date():
            if (value.date() if isinstance(value, datetime) else value) < FIRST_DAY:
                return too_early(value)
            return None if shows_day(code) else part_of_day(value)
        case int() | float():
            return shown_otherwise(value, shown(code, value)) if shows_other(code, value) else None
    return NO_DAY
