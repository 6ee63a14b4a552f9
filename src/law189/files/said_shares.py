"""Доля словами (said shares): what share an act says, and whether it says «не менее» or «более».

Every word of the text is understood, or nothing is: «не более половины» and «половина плюс один» say no share that
a file can have. What may have been rounded is given with every share that it may be.

>>> said_share("более половины от числа членов")
SaidShare(key='more_than', shares=(Fraction(1, 2),), persons=None, whole='членов')
>>> said_share("не менее 5 членов группы")
SaidShare(key='at_least', shares=(), persons=5, whole='членов группы')
>>> [str(share) for share in said_share("66,7%").shares], said_share("половина плюс один")
(['2/3', '667/1000'], None)
"""

import re
from fractions import Fraction
from typing import NamedTuple

from law189.files.said_counts import GROUP, NUMBER, counted, once

__all__ = ["SaidShare", "said_share"]

_SIGNS = {"½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅗": "3/5", "⅖": "2/5", "⅘": "4/5"}
_SPOKEN = {
    "половины": "1/2", "половина": "1/2", "половину": "1/2", "половиной": "1/2", "одной второй": "1/2",
    "трети": "1/3", "треть": "1/3", "одной трети": "1/3", "одна треть": "1/3",
    "двух третей": "2/3", "две трети": "2/3", "двумя третями": "2/3",
    "пятидесяти процентов": "1/2", "пятьдесят процентов": "1/2",
    "четверти": "1/4", "четверть": "1/4", "одной четверти": "1/4",
    "трех четвертей": "3/4", "три четверти": "3/4",
    "тремя четвертями": "3/4",
    "half": "1/2", "a half": "1/2", "a third": "1/3", "two thirds": "2/3", "three quarters": "3/4",
}  # fmt: skip
_KEYS = {
    "at_least": ("не менее", "не меньше", "не ниже", "как минимум", "at least"),
    "more_than": ("более", "больше", "свыше", "more than"),
}
_KEY = "|".join(word for words in _KEYS.values() for word in words)
_SHARE = rf"{'|'.join(sorted(_SPOKEN, key=len, reverse=True))}|\d{{1,6}} ?[/:\\∕⁄] ?[1-9]\d{{0,5}}"
_NUMBER = r"\d{1,3}(?:[.,]\d{1,4})? ?(?:%|процент(?:а|ов)?)?"
_OF = r"(?:(?:от |из |of )?(?:общего |всего )?(?:числа |количества |состава )?(?P<whole>(?!\()[^\d%]{3,80}))?"
_PEOPLE = r"члена?|членов|человека?|members|голосов|присутствующих|опрошенных|ответивших|замещенных мест"
_PERSONS = rf"(?P<persons>(?!0|\d{{4}}){NUMBER}) (?:из )?(?P<people>(?:{_PEOPLE})(?: [^\d%]{{1,60}})?)"
_VOTES_OF = r"(?: голосов(?= от | из | присутствующих))?"
_FORM = re.compile(
    rf"(?:(?P<key>{_KEY}) (?:чем )?(?:от )?)?(?:{_PERSONS}|(?:(?P<share>{_SHARE})|(?P<number>{_NUMBER}))"
    rf"(?P<more> (?:и|или) более)?{_VOTES_OF}(?: {_OF})?)",
    re.ASCII,
)
_MAJORITY = re.compile(
    r"(?:простым )?большинством (?:голосов (?:(?:от|из) (?:общего )?(?:числа |количества )?(?P<whole>[^\d%]{3,80})"
    r"|(?P<those>(?:членов|лиц)[^\d%]{0,60} (?:присутствующих|участвующих)[^\d%]{0,60}))"
    r"|(?:голосов )?(?P<there>присутствующих[^\d%]{0,80}))"
)
"""More than half of the whole that is named; «большинством голосов» alone does not say of what."""
_OPENING = re.compile(
    rf"(?:(?:заседание|решени[ея])(?: {GROUP})? (?:(?:считается|считаются|является) )?(?:правомочным|правомочно|"
    r"состоявшимся|принятыми|принятым|принимаются|принимается),? )?(?:(?:если |при условии, что )?(?:на нем |"
    r"на заседании |за него |за них )?(?:присутствует|присутствуют|проголосовало|проголосовали|участвует|"
    r"участвуют) |при участии |в присутствии |при наличии )?"
)
"""What stands before the share in a sentence of an act and says no more than the key of the profile does."""
_BY = ("двумя третями", "тремя четвертями")
"""By what share of the votes something is decided: they may be more."""
_TWICE = re.compile(rf"(?P<one>{_SHARE}) \((?P<other>{_SHARE})\)")


def _once(found: re.Match[str]) -> str:
    """A share that is said twice is said once, where both are the same; else it stays as it is."""
    return found["one"] if _shares(found["one"], None) == _shares(found["other"], None) else found[0]


_NO_WHOLE = re.compile(r"\b(?:плюс|минус|без|и|или|не|но|если|при|один|одного|голос)\b")
_LONG = 240  # the most signs of a text that is read
_NEAR = Fraction(1, 100)  # how far from a third a rounded number may be


class SaidShare(NamedTuple):
    """What was said: the key that it belongs to, None where that is not said; its share or its number of people.

    `shares` are all that it may be, in the order of their likelihood; `whole` is of what, in its own words.
    """

    key: str | None
    shares: tuple[Fraction, ...]
    persons: int | None
    whole: str


def said_share(value: object) -> SaidShare | None:
    """What the words or the number say; None where they say no share, or a word is not understood."""
    said = re.sub(r"\s+", " ", str(value)).strip(" «»“”„‟‘’‹›\"'.;").casefold().replace("ё", "е")
    for sign, plain in _SIGNS.items():
        said = said.replace(sign, plain)
    said = _TWICE.sub(_once, once(said) or "")
    opening = _OPENING.match(said)
    said = said[opening.end() if opening else 0 :] if len(said) <= _LONG else ""
    if majority := _MAJORITY.fullmatch(said):
        whole = (majority["whole"] or majority["those"] or majority["there"]).strip()
        return None if _NO_WHOLE.search(whole) else SaidShare("more_than", (Fraction(1, 2),), None, whole)
    found = _FORM.fullmatch(said)
    if found is None or _NO_WHOLE.search(re.sub("«?за»? и «?против", "", found["whole"] or "")):
        return None
    key = next((key for key, words in _KEYS.items() if found["key"] in words), None)
    if found["more"] is not None:
        if key is not None:
            return None
        key = "at_least"
    if found["share"] in _BY:
        key = key or "at_least"
    if found["persons"] is not None:
        persons = counted(found["persons"])
        if persons is None:
            return None
        persons += key == "more_than"
        return SaidShare("at_least" if key else None, (), persons, found["people"].strip())
    shares = tuple(one for one in _shares(found["share"], found["number"]) if 0 < one <= 1)
    return SaidShare(key, shares, None, (found["whole"] or "").strip()) if shares else None


def _shares(share: str | None, number: str | None) -> tuple[Fraction, ...]:
    """The share, or those that a rounded number may be."""
    if share is not None:
        above, _, below = re.sub(r"[:\\∕⁄]", "/", _SPOKEN.get(share, share).replace(" ", "")).partition("/")
        return (Fraction(int(above), int(below)),)
    assert number is not None, "there is a share or a number"
    bare = re.sub(r" ?(?:%|процент\w*)$", "", number)
    part = Fraction(bare.replace(",", ".")) / (1 if bare == number else 100)
    thirds = [third for third in (Fraction(1, 3), Fraction(2, 3)) if part not in (0, third)]
    return (*(third for third in thirds if abs(part - third) < _NEAR), part)
