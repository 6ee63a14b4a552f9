"""День вместо события (said days): whether words in the place of an event say a day, rightly or not.

>>> [says_a_day(one) for one in ("31.12.23", "31.12.2O23", "31 декабря 2023", "конец года", "ввод системы")]
[True, True, True, True, False]
"""

import re

__all__ = ["says_a_day"]

_FIGURES = r"[\do]"
_MONTH = r"(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)[а-я]*"
_YEAR = rf"(?: ?{_FIGURES}{{2,4}})?(?: ?г(?:\.|од[а-я]*)?)?"
_SPAN = r"(?:года|полугодия|квартала|месяца|недели)"
_END = r"(?:кон(?:ец|ца|цу)|начал[а-я]*|окончани[а-я]*|завершени[а-я]*|истечени[а-я]*)"
_A_DAY = re.compile(
    rf"(?:(?:с|со|до|по|от|не позднее) )?(?:{_FIGURES}[\do .,/:-]*|{_FIGURES}{{1,2}}(?:-?го)? {_MONTH}|{_MONTH}"
    rf"|{_END} (?:[\w-]+ )?{_SPAN}){_YEAR}"
)


def says_a_day(said: str) -> bool:
    """Whether the words are a day, a month or the end of a span of time, or no words at all: no event."""
    words = " ".join(re.sub(r"[«»\"“”]", "", said).replace("О", "о").casefold().split()).strip(" .;")
    words = re.sub(r"(?<=\d)о|о(?=\d)", "o", words)
    return _A_DAY.fullmatch(words) is not None or re.search("[^\\W\\d_]{3}", words) is None
