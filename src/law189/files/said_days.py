"""День вместо события (said days): whether words in the place of an event say a day, rightly or not.

>>> [says_a_day(one) for one in ("31.12.23", "31.12.2O23", "31 декабря 2023", "конец года", "ввод системы")]
[True, True, True, True, False]
>>> day_among("подписания соглашения (01.10.2024)"), day_among("отмены постановления от 01.10.2024 № 5")
('01.10.2024', None)
>>> [says_when(one) for one in ("запуск в 2025 году", "бессрочно", "утверждение бюджета на 2025 год")]
[True, True, False]
"""

import re

__all__ = ["day_among", "says_a_day", "says_when"]

_FIGURES = r"[\do]"
_MONTH = r"(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)[а-я]*"
_YEAR = rf"(?: ?{_FIGURES}{{2,4}})?(?: ?г(?:\.|од[а-я]*)?)?"
_SPAN = r"(?:года|полугодия|квартала|месяца|недели)"
_END = r"(?:кон(?:ец|ца|цу)|начал[а-я]*|окончани[а-я]*|завершени[а-я]*|истечени[а-я]*)"
_BEFORE = (
    r"(?:(?:на (?:период|срок) )?(?:с|со|до|по|от|к|на|не позднее|until|till|by) )?(?:наступлени[а-я]* )?"
)
_ENDLESS = (
    r"бессрочн[а-я]*|постоянно|без (?:ограничени[а-я]*|указани[а-я]*) срока|на неопредел[её]нный срок"
    r"|indefinitely|permanently|for ever|forever|(?:without|no) (?:an? |any )?(?:end|term|limit)"
)
_A_DAY = re.compile(
    rf"{_BEFORE}(?:{_FIGURES}[\do .,/:-]*|{_FIGURES}{{1,2}}(?:-?го)? {_MONTH}|{_MONTH}"
    rf"|{_END} (?:[\w-]+ )?{_SPAN}){_YEAR}(?:,? (?:включительно|inclusive))?|{_ENDLESS}"
)
_WHOLE = re.compile(
    rf"(?<![\d.,])(?:\d{{1,2}}[./-]\d{{1,2}}[./-](?:\d{{4}}|\d\d)|\d{{4}}-\d\d-\d\d"
    rf"|\d{{1,2}}(?:-?го)? {_MONTH},? \d{{4}})(?!\d)"
)
_OF_AN_ACT = re.compile(
    rf"от {_WHOLE.pattern}(?: ?г(?:\.|ода)?)?(?= (?:№|n ?\d))|(?:№|n) ?[\w/-]+ от {_WHOLE.pattern}"
)
_IN_A_YEAR = re.compile(
    r"\b(?:до|по|с|к|в|во|не позднее|в течение|конца|начала|окончания|завершения|истечения|until|till|by|before|in"
    r"|during|end of) 20\d\d\b(?! год на)"
)
_NO_END = re.compile(rf"\b(?:{_ENDLESS})\b")


def _plainly(said: str) -> str:
    """The words in one line and small letters, without quotes."""
    return " ".join(re.sub(r"[«»\"“”]", "", said).replace("О", "о").casefold().split()).strip(" .;")


def says_a_day(said: str) -> bool:
    """Whether the words are a day, a month, the end of a span of time or that there is none, or no words at all."""
    words = re.sub(r"(?<=\d)о|о(?=\d)", "o", _plainly(said))
    return _A_DAY.fullmatch(words) is not None or re.search("[^\\W\\d_]{3}", words) is None


def day_among(said: str) -> str | None:
    """The whole day, with its year, that stands among the words; that of an act with its number is none of them."""
    found = _WHOLE.search(_OF_AN_ACT.sub(" ", _plainly(said)))
    return None if found is None else found[0]


def says_when(said: str) -> bool:
    """Whether the words say a time beside what happens, or instead of it: a day, a year, or no end."""
    words = _plainly(said)
    timed = _IN_A_YEAR.search(words) is not None or _NO_END.search(words) is not None
    return timed or says_a_day(said) or day_among(said) is not None
