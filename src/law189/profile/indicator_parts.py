"""Части единиц (parts): the values that no unit of an indicator has, a part of a person first of all.

>>> not_counted_so("units", "1,5") is None, not_counted_so("persons", "1,5").en
(True, 'no part of a person is counted: 1.5')
"""

from law189.law import Text
from law189.profile.numerals import number
from law189.profile.tallies import IndicatorUnit
from law189.telling import shown

__all__ = ["not_counted_so"]

_IN_WHOLES = (IndicatorUnit.PERSONS, IndicatorUnit.UNITS, IndicatorUnit.ROUBLES)
_MOST_AFTER_A_POINT = 2
_OF_THOUSANDS = 3


def not_counted_so(unit: str | None, value: object) -> Text | None:
    """Why a number, as it is written or read, is none of the unit; None where it is one.

    A person has no part. Three figures after a point may be thousands, which no unit of wholes and no rouble has.

    >>> not_counted_so("persons", "13.500").ru, not_counted_so("percent", "13.500")
    ('часть человека не считают; если 13.500 — это тысячи, впишите 13500', None)
    """
    found = None if isinstance(value, bool) else number(value)
    if found is None or unit not in _IN_WHOLES:
        return None
    said = str(value)
    after = max(0, -int(found.as_tuple().exponent))
    if unit == IndicatorUnit.PERSONS and found.as_integer_ratio()[1] > 1:
        why = Text("часть человека не считают", "no part of a person is counted")
    elif after > _MOST_AFTER_A_POINT:
        why = Text("после запятой больше двух знаков", "more than two figures stand after the point")
    else:
        return None
    if after != _OF_THOUSANDS:
        return Text(f"{why.ru}: {shown(found, 'ru')}", f"{why.en}: {shown(found, 'en')}")
    whole = f"{found:f}".replace(".", "").lstrip("0") or "0"
    return Text(
        f"{why.ru}; если {said} — это тысячи, впишите {whole}",
        f"{why.en}; where {said} are thousands, write {whole}",
    )
