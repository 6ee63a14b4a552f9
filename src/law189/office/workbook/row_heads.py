"""Слова строки (row heads): the number before them, the stage or goal that they name, whether they sum up others.

>>> numbered("1.2. Утвердить порядок"), numbered("Утвердить порядок")
(('1.2', 'Утвердить порядок'), (None, 'Утвердить порядок'))
>>> headed_by("Этап 2. Отбор"), headed_by("Этап 2"), headed_by("Отбор")
(('2', 'Отбор'), ('2', 'Этап 2'), (None, 'Отбор'))
>>> sums_up("Итого по этапу 1", alone=False), sums_up("Всего детей", alone=False), sums_up("Итого: 5", alone=True)
(True, False, True)
"""

import re

from law189.profile.term_words import plain_words

__all__ = ["ROMAN", "headed_by", "numbered", "sums_up"]

_NUMBERED = re.compile(r"\s*(\d+(?:\.\d+)*)\.?\s+(?=[А-ЯЁA-Z«\"])")
_HEADED = re.compile(
    r"\s*(?:(?i:этап|цель|раздел)\s*(?:№\s*)?(\d{1,2})(?:\s*[.:)–—-]\s*|\s+|$)"
    r"|(\d{1,2})(?:\s*[.:)]\s*|\s+)(?=[А-ЯЁA-Z«\"]))"
)
_SUM, _BARE_SUM = re.compile(r"(?:итого|всего)\b.*"), re.compile(r"(?:итого|всего)(?: по .*)?[ :.]*")
ROMAN = {
    said: number
    for number, said in enumerate(
        ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"), start=1
    )
}
"""Roman numerals of stages and goals."""


def numbered(words: str) -> tuple[str | None, str]:
    """The number that stands before the words, and the words; None where none does."""
    found = _NUMBERED.match(words.replace("\u00a0", " "))
    return (found[1], words[found.end() :]) if found else (None, words)


def headed_by(words: str) -> tuple[str | None, str]:
    """The number of the stage or goal that the words name, and its title; all of them where they name no title."""
    found = _HEADED.match(words.replace("\u00a0", " "))
    return (found[1] or found[2], words[found.end() :].strip() or words) if found else (None, words)


def sums_up(words: str, *, alone: bool) -> bool:
    """Whether the words are of a row of totals; where figures stand beside them a title may begin so."""
    return (_SUM if alone else _BARE_SUM).fullmatch(plain_words(words)) is not None
