"""Числа словами (said counts): the numbers that an act writes in words, alone or beside the same in figures.

>>> spelt("тридцати"), spelt("сорок пять"), spelt("две тысячи двести"), spelt("включительно")
(30, 45, 2200, None)
>>> counted("двух"), counted("12")
(2, 12)
>>> once("не реже 2 (двух) раз"), once("трёх (3) рабочих дней"), once("3 (пять) рабочих дней")
('не реже 2 раз', '3 рабочих дней', None)
"""

import re

from law189.files.hint import BLANKS
from law189.law import Text

__all__ = ["GROUP", "NUMBER", "TWICE", "counted", "once", "spelt", "unlike"]

_OF_WHAT = "межведомственн|координационн|муниципальн|районн|городск|окружн|областн"
GROUP = rf"(?:(?:(?:{_OF_WHAT})(?:ой|ого) |постоянно действующей )?(?:(?:рабочей )?группы|комиссии|совета))"
"""What a group is called in the genitive; an adjective that may be of another group is none of these."""

_NAMES = {
    said: number
    for number, words in {
        1: "один одного одна одной одну",
        2: "два двух две",
        3: "три трех",
        4: "четыре четырех",
        5: "пять пяти",
        6: "шесть шести",
        7: "семь семи",
        8: "восемь восьми",
        9: "девять девяти",
        10: "десять десяти",
        11: "одиннадцать одиннадцати",
        12: "двенадцать двенадцати",
        13: "тринадцать тринадцати",
        14: "четырнадцать четырнадцати",
        15: "пятнадцать пятнадцати",
        16: "шестнадцать шестнадцати",
        17: "семнадцать семнадцати",
        18: "восемнадцать восемнадцати",
        19: "девятнадцать девятнадцати",
        20: "двадцать двадцати",
        30: "тридцать тридцати",
        40: "сорок сорока",
        50: "пятьдесят пятидесяти",
        60: "шестьдесят шестидесяти",
        70: "семьдесят семидесяти",
        80: "восемьдесят восьмидесяти",
        90: "девяносто девяноста",
        100: "сто ста",
        200: "двести двухсот",
        300: "триста трехсот",
        400: "четыреста четырехсот",
        500: "пятьсот пятисот",
        600: "шестьсот шестисот",
        700: "семьсот семисот",
        800: "восемьсот восьмисот",
        900: "девятьсот девятисот",
        1000: "тысяча тысячи тысяч тысячу",
        1_000_000: "миллион миллиона миллионов",
        1_000_000_000: "миллиард миллиарда миллиардов",
    }.items()
    for said in words.split()
}
"""Numbers in words as an act has them, in the nominative and in the genitive; «ё» is «е»."""

_NAME = f"(?:{'|'.join(sorted(_NAMES, key=len, reverse=True)).replace('е', '[её]')})"
_WORDS = rf"{_NAME}(?: {_NAME}){{0,9}}(?![а-яё])"
NUMBER = rf"(?:[0-9]{{1,4}}|{_WORDS})"
"""A number of at most four figures, or one in words, in a text of small letters; `counted` says which it is."""
_FIGURES = rf"(?<![\w.,/])(?:[0-9]{{1,3}}(?:[{BLANKS}][0-9]{{3}})+|[0-9]{{1,15}})"
_ENDING = "(?:-?(?:х|ти|и|го))?"
TWICE = rf"(?:(?:{_FIGURES}{_ENDING}(?: ?%)?|(?<![а-яё-]){_WORDS}) ?\([^()]{{1,150}}\))"
"""A number and what stands in brackets right after it."""
_TWICE = re.compile(
    rf"(?P<one>(?P<figures>{_FIGURES}){_ENDING}(?P<percent> ?%)?|(?<![а-яё-])(?P<words>{_WORDS})) ?"
    r"\((?P<other>[^()]{1,150})\)",
    re.IGNORECASE,
)


def spelt(said: str) -> int | None:
    """The number that the words are, as «сорока пяти»; None where a word of them is none or they make none."""
    parts = [_NAMES.get(word, 0) for word in said.casefold().replace("ё", "е").split()]
    if not parts or 0 in parts:
        return None
    total, group, place, scale = 0, 0, 1000, 10**12
    for part in parts:
        if part >= 1000:
            if part >= scale:
                return None
            total, group, place, scale = total + (group or 1) * part, 0, 1000, part
        elif part >= place:
            return None
        else:
            group, place = group + part, 100 if part >= 100 else 10 if part >= 20 else 1
    return total + group


def counted(said: str) -> int | None:
    """The number that stands in figures or in words; None where it is none."""
    bare = re.sub(f"[{BLANKS}]", "", said)
    return int(bare) if re.fullmatch("[0-9]{1,15}", bare) else spelt(said)


def once(said: str) -> str | None:
    """The text with each number that is said in figures and in words said once; None where the two are not one.

    What stands in brackets and is no number stays.
    """
    return None if unlike(said) is not None else _TWICE.sub(_plain, said)


def unlike(said: str) -> Text | None:
    """That a number in brackets is another than the one before it, so that neither is sure; None where none is."""
    for found in _TWICE.finditer(said):
        one, other = _both(found)
        if other is not None and one != other:
            figures, words = found["one"], found["other"].strip()
            return Text(
                f"{figures} и «{words}» — разные числа; сверьте с текстом акта и укажите одно",
                f"{figures} and «{words}» are two numbers; look at the text of the act and give one of them",
            )
    return None


def _both(found: re.Match[str]) -> tuple[int | None, int | None]:
    """The number before the brackets, and the one in them; None where there is none."""
    other = found["other"].strip()
    if found["percent"]:
        other = re.sub(" ?(?:%|процент(?:а|ов)?)$", "", other, flags=re.IGNORECASE)
    return counted(found["figures"] or found["words"]), counted(other)


def _plain(found: re.Match[str]) -> str:
    """The number alone, in figures; all of it where there are no two."""
    one, other = _both(found)
    if other is None or one is None:
        return found[0]
    return found["one"] if found["figures"] else str(one)
