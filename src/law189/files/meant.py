"""Что имелось в виду (meant): a day, a share, a number, yes or no as a document has them, and how a file does.

Nothing is taken in place of what was written: a message only says what to write.

>>> meant("day_form", "15 января 2024 г.").ru, meant("share_form", "0,5").ru, meant("int_type", "12 000").ru
('пишите 2024-01-15', 'пишите 1/2', 'без пробелов: пишите 12000')
>>> meant("day_form", "скоро").ru, meant("int_type", "много")
('нужны год, месяц и число', None)
"""

import json
import re
from collections.abc import Callable
from dataclasses import replace

from law189.files.amounts import amount, reported
from law189.files.hint import BLANKS, Choice, Hint, write
from law189.files.said_counts import once
from law189.files.said_shares import said_share
from law189.files.said_times import clock
from law189.files.spelt_days import day, day_of_year, month_of, no_such_day
from law189.law import Text

__all__ = ["meant"]


def meant(code: str, value: object) -> Text | None:
    """What to write for a value that was refused for the reason of that code; None where nobody can tell."""
    found = _MEANT.get(code)
    if found is None or isinstance(value, list | dict) or len(str(value)) > _LONG:
        return None
    said = once(value) if isinstance(value, str) else value
    if isinstance(value, str) and said is None:
        return None
    if code in _OF_A_NUMBER and _CHANGED.search(str(said).casefold()):
        return None
    return found(said)


_OF_A_NUMBER = ("int_type", "amount", "number_form", "reported_value")
_CHANGED = re.compile(
    r"\b(?:не|более|больше|свыше|менее|меньше|выше|ниже|до|от|кроме|плюс|минус|пол\w*|тыс\w*|млн|млрд|милли\w*|сот\w*"
    r"|и|или|more|less|over|at least|at most|up to|thousand|million|half)\b|[<>≤≥±+]"
)
"""A word or a sign beside a number that makes it another number, or bounds of one."""
_LONG = 80  # the most signs of a value in which something is looked for


def _text(said: str, ru: str = "", en: str = "") -> Hint:
    return write(said, said, ru, en)


def _number(said: str, ru: str = "", en: str = "") -> Hint:
    """A whole number, without the zeros before it."""
    return write(str(int(said)), int(said), ru, en)


_BLANKS = re.compile(f"[{BLANKS}]")
_QUOTES = "«»“”„‟‘’‹›\"'"
_DASHES = re.compile("[\u2010-\u2015\u2212]")

# ─── Доли и числа ────────────────────────────────────────────────────────────────────────────────────────


def _share(value: object) -> Text | None:
    """The share that the words say, and no more than it; the key that they belong to is told by whoever has it."""
    found = None if isinstance(value, int) else said_share(value)
    if found is None or not found.shares or found.key is not None or found.whole:
        return None
    said = [f"{share.numerator}/{share.denominator}" for share in found.shares]
    return _text(said[0]) if len(said) == 1 else Choice.among(said)


_ONE_NUMBER = re.compile(r"[^0-9,.-]{0,16}([0-9]{1,3}(?:[ .][0-9]{3})+|[0-9]{1,15})(?:[ .]?[^0-9]{0,20})?")
_ROMAN = {
    "I": 1,
    "II": 2,
    "III": 3,
    "IV": 4,
    "V": 5,
    "VI": 6,
    "VII": 7,
    "VIII": 8,
    "IX": 9,
    "X": 10,
    "XI": 11,
    "XII": 12,
}
_COUNTED = {
    "од": 1, "перв": 1, "два": 2, "две": 2, "втор": 2, "тр": 3, "чет": 4, "пят": 5, "шест": 6, "сем": 7, "седьм": 7,
    "вос": 8, "дев": 9, "дес": 10,
}  # fmt: skip


def _whole(value: object) -> Text | None:
    if isinstance(value, float):
        return _thousands(value)
    said = _BLANKS.sub(" ", str(value)).strip(_QUOTES + " ")
    if said.upper() in _ROMAN:
        return _number(str(_ROMAN[said.upper()]))
    if found := _ONE_NUMBER.fullmatch(said):
        plain = re.sub("[ .]", "", found[1])
        return _number(plain, *_JOINED) if " " in found[1] else _number(plain)
    if re.fullmatch("[а-яё]{3,8}", said.lower()) and (month := month_of(said.lower())) is not None:
        return _number(str(month))
    number = next((n for stem, n in _COUNTED.items() if said.lower().startswith(stem)), None)
    return None if number is None or " " in said else _number(str(number))


def _thousands(value: float) -> Text | None:
    """A number with a point: a whole one with a zero too many, or one in which the point parts the thousands."""
    whole, _, after = repr(value).partition(".")
    if not whole.isdigit() or not after.isdigit():
        return None
    if len(after) == 3 and whole != "0":
        return _number(whole + after, "если точка отделяет тысячи, ", "where the point parts the thousands, ")
    return _number(whole) if not after.strip("0") else None


_JOINED = ("без пробелов: ", "without spaces: ")
_IN_ITS_UNIT = ("если это единица показателя (unit), ", "where that is the unit of the indicator (unit), ")


def _indicator(value: object) -> Text | None:
    said = _BLANKS.sub(" ", str(value)).strip(_QUOTES + " ").lower()
    if "определ" in said:
        return _text("tbd")
    found = re.fullmatch(rf"({_WRITTEN})( ?(?:%|[а-я. ]+))?", said)
    if found and (found[2] or " " in found[1]) and not _CHANGED.search(said):
        plain = _plain(found[1])
        return write(plain, json.loads(plain), *_before(found[1], found[2]))
    if found := re.fullmatch(rf"не (менее|более|ниже|выше) ({_WRITTEN}) ?(%?)", said):
        key, plain = "at_least" if found[1] in ("менее", "ниже") else "at_most", _plain(found[2])
        return write(f"{{{key}: {plain}}}", {key: json.loads(plain)}, *_before(found[2], found[3]))
    return _yes_no(value)


_WRITTEN = r"(?:[0-9]{1,3}(?: [0-9]{3}){1,4}|[0-9]{1,15})(?:[.,][0-9]{1,9})?"


def _before(number: str, unit: str | None) -> tuple[str, str]:
    """What is said before the value to write, in both languages: that blanks go, and in which unit it holds."""
    joined, unit_of = _JOINED if " " in number else ("", ""), _IN_ITS_UNIT if unit else ("", "")
    if joined[0] and unit_of[0]:
        joined = "без пробелов; ", "without spaces; "
    return joined[0] + unit_of[0], joined[1] + unit_of[1]


def _reported(value: object) -> Text | None:
    """A value that a report has: what to write for it holds in the unit of the indicator alone."""
    hint = reported(value)
    if isinstance(hint, Hint) and re.search(r"[0-9] ?(?:%|[а-я][а-я. ]*)$", str(value).lower()):
        return replace(hint, ru=_IN_ITS_UNIT[0] + hint.ru, en=_IN_ITS_UNIT[1] + hint.en)
    return hint


def _plain(said: str) -> str:
    """The number with a point, and without blanks and zeros before it."""
    whole, point, after = said.replace(" ", "").replace(",", ".").partition(".")
    return f"{int(whole)}{point}{after}"


# ─── Да и нет, номера ────────────────────────────────────────────────────────────────────────────────────

_YES, _NO = ("да", "yes", "on", "true", "есть"), ("нет", "no", "off", "false")


def _yes_no(value: object) -> Text | None:
    said = str(value).strip(_QUOTES + " ").lower()
    return write("true", True) if said in _YES else write("false", False) if said in _NO else None


def _act_number(value: object) -> Text | None:
    found = re.search(r"(?:№|N)?\s*([0-9][\w/-]*)", str(value))
    if found is None or isinstance(value, int):
        return None
    return _number(found[1]) if re.fullmatch("[1-9][0-9]*", found[1]) else _text(found[1])


def _person(value: object) -> Text | None:
    """The number of a person with the tail that a table gives to a number."""
    found = re.fullmatch(r"([0-9]{6,20})[.]0", str(value).strip())
    return None if found is None else write(f'"{found[1]}"', found[1])


def _said(value: object) -> Text | None:
    """A value that is reported of an indicator: a number, or yes and no."""
    return _reported(value) or _yes_no(value)


_MEANT: dict[str, Callable[[object], Text | None]] = {
    "day_form": day,
    "no_such_day": no_such_day,
    "day_of_year": day_of_year,
    "clock": lambda value: clock(_DASHES.sub("-", _BLANKS.sub(" ", str(value))).strip(_QUOTES + " ")),
    "share_form": _share,
    "int_type": _whole,
    "bool_type": _yes_no,
    "bool_parsing": _yes_no,
    "amount": amount,
    "number_form": amount,
    "answer": amount,
    "reported_value": _said,
    "indicator_value": _indicator,
    "act_number": _act_number,
    "digits": _person,
}
"""The reasons for which a value is refused, each with what reads what was meant."""
