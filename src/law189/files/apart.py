"""Распавшееся число (a number that fell apart): one written with commas or blanks, where JSON reads several values.

>>> told, at = number_apart('{"amount": 72,5, "unit": "roubles"}', 14)
>>> told.ru, at
('«72,5» — не число JSON; пишите "72.5"', 11)
>>> number_apart('{"amount": 72, "by": 5 5}', 22)[0].en
'«5 5» is no number of JSON; write the figures together, and a point before the fraction, in quotes'
>>> number_apart('{"amount": 72, by}', 15) is None
True
"""

import re

from law189.files.hint import BLANKS, Hint
from law189.files.meant import meant
from law189.files.wording import word
from law189.law import Text

__all__ = ["long_number", "number_apart", "number_of"]

_FIGURES = rf"[0-9.][0-9.,'’_{BLANKS}]*"
_AFTER_KEY = re.compile(rf'"\s*:\s*(?P<said>{_FIGURES}(?:"[0-9]+")?)')
_IN_LIST = re.compile(rf"[\[,]\s*(?P<said>[0-9]{{1,3}}(?:['’_{BLANKS}][0-9]{{3}})+)(?![0-9])")
_WIDE = 200  # the most signs around the place that are looked at


def number_apart(text: str, at: int) -> tuple[Text, int] | None:
    """What to write for the number in whose midst JSON is none, and where it begins; None where there is none."""
    begun = max(text.rfind("\n", 0, at) + 1, at - _WIDE)
    for pattern in (_AFTER_KEY, _IN_LIST):
        for found in pattern.finditer(text, begun, at + _WIDE):
            said = found["said"].rstrip(f",{BLANKS}")
            start, end = found.start("said"), found.start("said") + len(said)
            a_key = re.match(r"\s*:", text[end:])
            if start < at <= end and not (a_key or said.isdigit()) and re.search("[0-9]", said):
                return number_of(said.replace('"', "")), start
    return None


_LONG = re.compile(r"-?(0|[1-9][0-9]*)(?:\.([0-9]+))?([eE][+-]?[0-9]+)?")


def long_number(said: str) -> Text | None:
    """Why a number is not taken that is one of JSON: in short form, or of too many figures; None of any other.

    >>> long_number("1.2342E+12").en.partition(";")[0], long_number("12,5")
    ('«1.2342E+12» is a number in short form, in which figures may be lost (Excel writes so)', None)
    """
    shown, found = word(said), _LONG.fullmatch(said)
    if found is None:
        return None
    if found[3] is not None:
        return Text(
            f"«{shown}» — число в сокращённой записи, цифры в ней могли пропасть (так пишет Excel); впишите все "
            "цифры, а номер документа, ИНН или ОГРН — из самого документа и в кавычках",
            f"«{shown}» is a number in short form, in which figures may be lost (Excel writes so); write all "
            "figures, and the number of a document, an INN or an OGRN as the document has it, in quotes",
        )
    if len(found[1]) > _WHOLE:
        return Text(
            f"в числе «{shown}» цифр: {len(found[1])}, а читается до {_WHOLE}; номер возьмите в кавычки",
            f"the number «{shown}» has {len(found[1])} figures, and up to {_WHOLE} are read; put the number of a "
            "document in quotes",
        )
    return Text(
        f"в числе «{shown}» слишком много цифр после точки; впишите столько, сколько есть в документе",
        f"the number «{shown}» has too many figures after the point; write as many as the document has",
    )


_WHOLE = 19
"""How many figures of a whole number are read."""


def number_of(said: str) -> Text:
    """That this is no number of JSON, and which one is meant."""
    shown = word(said)
    bare = re.sub(rf",[{BLANKS}]+", ",", said)
    if re.fullmatch(r"[0-9]{1,3}(?:,[0-9]{3})+", bare):
        plain = bare.replace(",", "")
        return Text(
            f"«{shown}» — не число JSON; если запятая отделяет тысячи, пишите {plain}",
            f"«{shown}» is no number of JSON; where the comma parts the thousands, write {plain}",
        )
    hint = meant("amount", bare)
    if isinstance(hint, Hint):
        told = hint.in_json()
        return Text(f"«{shown}» — не число JSON; {told.ru}", f"«{shown}» is no number of JSON; {told.en}")
    return Text(
        f"«{shown}» — не число JSON; пишите цифры слитно, а перед дробной частью точку, в кавычках",
        f"«{shown}» is no number of JSON; write the figures together, and a point before the fraction, in quotes",
    )
