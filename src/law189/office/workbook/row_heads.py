"""Слова строки (row heads): the number before them, the stage or goal that they name, whether they sum up others.

>>> numbered("1.2. Утвердить порядок"), numbered("Утвердить порядок"), numbered("2 ДЮСШ города", counted=True)
(('1.2', 'Утвердить порядок'), (None, 'Утвердить порядок'), (None, '2 ДЮСШ города'))
>>> headed_by("Этап 2. Отбор"), headed_by("Этап 2"), headed_by("Отбор"), headed_by("II этап. Отбор")
(('2', 'Отбор'), ('2', 'Этап 2'), (None, 'Отбор'), ('2', 'Отбор'))
>>> headed_by("Цель 1.1. Доступность"), headed_by("5 Школ города", beside="1")
(('1.1', 'Доступность'), (None, '5 Школ города'))
>>> sums_up("Итого по этапу 1", alone=False), sums_up("Всего детей", alone=False), sums_up("Итого: 5", alone=True)
(True, False, True)
>>> is_note("Примечание. Срок уточняется"), is_note("(п. 1.1 в ред. № 12)"), is_note("Отбор (в ред. № 12)")
(True, True, False)
>>> is_gone("Утратил силу. – Постановление № 12"), is_gone("Исключены барьеры")
(True, False)
"""

import re

from law189.profile.term_words import plain_words

__all__ = ["ROMAN", "by_word", "headed_by", "is_gone", "is_note", "numbered", "sums_up"]

_PART = r"[1-9]\d{0,2}"
_NUMBERED = re.compile(rf"\s*({_PART}(?:\.{_PART})*)(\.?)\s+(?=[А-ЯЁA-Z«\"])")
_DASH = "[\u2010-\u2015-]"
_OWN = rf"\d{{1,2}}(?:(?:\.|{_DASH})\d{{1,2}})*|[IVX]{{1,4}}"
_ORDINAL = rf"(?:{_DASH}?(?:ый|ой|ий|й|ая|я|ое|е)\b)?"
_WORD = r"(?i:этап|цель|раздел)"
_END = rf"(?:\s*(?:[.:)]|{_DASH})(?!\d)\s*|\s+|$)"
_BY_WORD = re.compile(
    rf"\s*(?:{_WORD}\s*(?:(?:№|N)\s*)?(?P<after>{_OWN}){_ORDINAL}|(?P<before>{_OWN}){_ORDINAL}\s+{_WORD}\b){_END}"
)
_BARE = re.compile(r"\s*(?P<number>\d{1,2})(?:(?P<point>\s*[.:)])\s*|\s+)(?=[А-ЯЁA-Z«\"])")
_SUM, _BARE_SUM = re.compile(r"(?:итого|всего)\b.*"), re.compile(r"(?:итого|всего)(?: по .*)?[ :.]*")
_NOTE = re.compile(
    r"(?:примечани[ея]|сноск[аи])\b.*|\*.*|<(?:\*+|\d{1,2})>.*|\([^()]*\)"
    r"|\((?:в ред|введ|дополн|измен|исключ|утрат|(?:абз|п|пп|подп|разд|строк|позици|граф)\w*\.? ).*"
)
_GONE = re.compile(
    r"(?:утратил[аои]? силу|(?:признан[аоы]? )?утративш\w+ силу|исключен[аоы]?|отменен[аоы]?)"
    r"(?: ?[-.,;:(].*| (?:постановлени|решени|распоряжени|приказ|с \d).*)?"
)
ROMAN = {
    said: number
    for number, said in enumerate(
        ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"), start=1
    )
}
"""Roman numerals of stages and goals."""


def numbered(words: str, *, counted: bool = False) -> tuple[str | None, str]:
    """The number that stands before the words, and the words; None where none does.

    `counted` says that a column has the numbers of the rows: then a number without a point is one of the words.
    """
    found = _NUMBERED.match(words.replace("\u00a0", " "))
    if found is None or (counted and "." not in found[1] + found[2]):
        return None, words
    return found[1], words[found.end() :]


def headed_by(words: str, beside: str = "") -> tuple[str | None, str]:
    """The number of the stage or goal that the words name, and its title; all of them where they name no title.

    `beside` is the number in the column of numbers; without the word «этап», «цель» or «раздел» another number is
    one of the words.
    """
    plain = words.replace("\u00a0", " ")
    if found := _BY_WORD.match(plain):
        number = found["after"] or found["before"]
    elif found := _BARE.match(plain):
        number = found["number"]
        if beside and (beside != number or not found["point"]):
            return None, words
    else:
        return None, words
    return str(ROMAN.get(number, number)), words[found.end() :].strip() or words


def by_word(words: str, *, numbered: bool) -> bool:
    """Whether the words begin with «этап», «цель» or «раздел»; of a row that is `numbered` with its number too."""
    if _BY_WORD.match(words.replace("\u00a0", " ")) is not None:
        return True
    return not numbered and re.match(rf"\s*{_WORD}\b", words) is not None


def sums_up(words: str, *, alone: bool) -> bool:
    """Whether the words are of a row of totals; where figures stand beside them a title may begin so."""
    return (_SUM if alone else _BARE_SUM).fullmatch(plain_words(words)) is not None


def is_note(words: str) -> bool:
    """Whether the words, alone in their row, are a note to the table or say by which act a row was changed."""
    return _NOTE.fullmatch(plain_words(words)) is not None


def is_gone(words: str) -> bool:
    """Whether the words say that their row is of no force any more."""
    return _GONE.fullmatch(plain_words(numbered(words)[1])) is not None
