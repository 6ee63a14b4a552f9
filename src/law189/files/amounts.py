"""Количество (amounts): a sum of money, a volume or a reported value as documents and tables write it.

>>> amount_of("1 200,50 руб."), amount_of("72 чел.-ч"), amount_of("½"), amount_of("-5")
('1200.50', '72', '0.5', None)
>>> amount("1.234,50").ru, amount("1'000").ru
('тысячи без точек: пишите "1234.50"', 'без знаков между тысячами: пишите 1000')
"""

import re
import unicodedata
from decimal import Decimal

from law189.files.hint import BLANKS, Choice, Hint, write
from law189.law import Text

__all__ = ["amount", "amount_of", "reported"]

_BLANKS = re.compile(f"[{BLANKS}]")
_QUOTES = "«»“”„‟‘’‹›\"'"
_UNIT = re.compile(r"[ .]*(?:[а-яё]+\.?(?:[-/ ][а-яё]+\.?)*|₽|%)$")
"""A unit after a number: «руб.», «чел.-ч», «часов в неделю»."""
_PARTED = re.compile(r"[0-9]{1,3}(?P<sign>['’_.,])[0-9]{3}(?:(?P=sign)[0-9]{3})*(?P<rest>[.,][0-9]{1,2})?")
"""A number whose thousands are parted by a sign, and its hundredths by a point or a comma."""
_HALVES = {"½": "5", "¼": "25", "¾": "75"}
_SIMPLE = {"1/2": "0.5", "1/4": "0.25", "3/4": "0.75"}
_AMOUNT = re.compile(r"[0-9]{1,15}(\.[0-9]{1,2})?")


def amount_of(value: object) -> str | None:
    """The number that is meant, as a file has it; None where nobody can tell."""
    return _read(value)[0]


def amount(value: object) -> Text | None:
    """What to write for an amount that has another form."""
    if (zeros := _zeros(value)) is not None:
        return zeros
    found, ru, en = _read(value)
    return None if found is None else _hint(found, ru, en)


_ZEROS = re.compile(r"([0-9]{1,15})[.,]([0-9]{0,2}?)0+")
"""A number with at most two decimals and zeros after them, as databases and 1C write it."""


def _zeros(value: object) -> Text | None:
    """What to write for a number whose decimals end with zeros; of three the sign may part thousands."""
    said = str(value).strip(_QUOTES + " ")
    found, figures = _ZEROS.fullmatch(said), len(re.split("[.,]", said)[-1])
    if found is None or figures < 3:
        return None
    whole, rest = int(found[1]), found[2]
    plain = f"{whole}.{rest}" if rest else whole
    if isinstance(value, Decimal) or figures != 3 or whole == 0 or len(found[1]) > 3:
        return _hint(str(plain), "без лишних нулей: ", "without the zeros: ")
    return Choice.among([plain, int(found[1] + said[-3:])])


def reported(value: object) -> Text | None:
    """What to write for a value of an indicator that a report has: with a unit, or without its quotes."""
    if value is None:
        return Text("значения нет; уберите строку", "there is no value; leave the line out")
    if isinstance(value, float):
        return write(f'"{value!r}"', repr(value), "возьмите в кавычки: ", "put it in quotes: ")
    return amount(value)


def _hint(found: str, ru: str, en: str) -> Hint:
    if "." in found:
        return write(f'"{found}"', found, ru, en)
    return write(str(int(found)), int(found), ru, en)


def _read(value: object) -> tuple[str | None, str, str]:
    """The number, and what was too much in it."""
    said = "".join(_figure(sign) for sign in _BLANKS.sub(" ", str(value)).strip(_QUOTES + " ").lower())
    said = _UNIT.sub("", said).removeprefix("+")
    if found := re.fullmatch("([0-9]*) ?([½¼¾])", said):
        return f"{int(found[1] or 0)}.{_HALVES[found[2]]}", "", ""
    ru = en = ""
    if said in _SIMPLE:
        return _SIMPLE[said], "", ""
    if (found := _PARTED.fullmatch(said)) and (found["sign"] not in ".," or _other(found)):
        rest = found["rest"] or ""
        whole = said.removesuffix(rest).replace(found["sign"], "")
        said, (ru, en) = whole + rest, _POINTS if found["sign"] == "." else _SIGNS
    elif re.fullmatch("[0-9]{1,3}(?: [0-9]{3})+(?:[.,][0-9]+)?", said):
        said, ru, en = said.replace(" ", ""), "без пробелов: ", "without spaces: "
    said = said.replace(",", ".").removesuffix(".")
    said = f"0{said}" if said.startswith(".") else said
    return (said, ru, en) if _AMOUNT.fullmatch(said) else (None, "", "")


_POINTS = ("тысячи без точек: ", "no points between thousands: ")
_SIGNS = ("без знаков между тысячами: ", "without signs between thousands: ")


def _other(found: re.Match[str]) -> bool:
    """Whether the hundredths stand after another sign than the thousands, or the thousands are parted twice."""
    return found["rest"] is not None and found["rest"][0] != found["sign"]


def _figure(sign: str) -> str:
    """A figure of another script or width as a plain one."""
    return str(unicodedata.digit(sign)) if sign.isdecimal() else sign
