"""Обычные слова сроков (usual words): what acts say of a term in many ways, in the one way that is read.

Only what has one sense is changed: a number in words, «в срок до», «начиная с», the end of a year that is named,
a day of each year that a report or a budget has. The words of an event are never touched.

>>> usual("не реже двух раз в год"), usual("в срок до 15.08.2023"), usual("до конца 2023 года")
('не реже 2 раз в год', 'до 15.08.2023', 'по 31.12.2023')
>>> usual("не позднее 1 февраля года, следующего за отчетным годом"), usual("в течение года")
('ежегодно не позднее 1 февраля года, следующего за отчетным', 'в течение года')
"""

import re

from law189.files.said_counts import NUMBER, TWICE, counted, once
from law189.profile.months import GENITIVES, LOCATIVES

__all__ = ["ORDINALS", "in_line", "plain_words", "usual", "visible"]

ORDINALS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4, "первое": 1, "второе": 2}
ORDINALS |= {
    f"{stem}{end}": number
    for number, stem, first in ((1, "перв", "ый"), (2, "втор", "ой"), (3, "трет", "ий"), (4, "четверт", "ый"))
    for end in (first, *(("ьем", "ьего") if stem == "трет" else ("ом", "ого")))
}
"""The number of a quarter or of a half-year as an act writes it."""

_GENITIVE = "|".join(GENITIVES)
_END = "до|по|не позднее"
_DAY = rf"\d{{1,2}}(?:\.\d{{1,2}}| (?:{_GENITIVE}))"
_NEXT = "(?:очередному финансовому|планируемому|плановому)"
_REPORTED = "(?:отчетным|истекшим|прошедшим)"
_OF_MONTH = r"числа месяца),? следующего за"
_BEFORE = r"(?:не позднее,? |не реже,? |не менее,? |чем |через |за |в течение |по мере необходимости,? но )*"
_COUNTED = r"(?:раза?|рабоч[а-я]+|календарн[а-я]+|день|дн[а-я]+|месяц[а-я]*)"
_SAID_TWICE = re.compile(rf"{_BEFORE}{TWICE}(?= {_COUNTED}\b)")
_WORDED = re.compile(rf"({_BEFORE})(?!\d)({NUMBER})(?= {_COUNTED}\b)")
_OF_YEAR = r"(20\d\d)(?: ?(?:г\.?|года))?"
_WHOLE = rf"\d\d?(?:\.\d\d?\.20\d\d| (?:{_GENITIVE}) 20\d\d)(?: ?(?:г\.?|года))?"
_IN = dict(zip(LOCATIVES, GENITIVES, strict=True))
"""A month as it is after «в», and in the genitive."""
_SAME: tuple[tuple[str, str], ...] = (
    (r"(ежегодно,? )?в срок (?=до |по |не позднее )", r"\1"),
    (r"(?:до|по) (.+?),? включительно$", r"по \1"),
    (r"не позднее (.+?),? включительно$", r"не позднее \1"),
    (rf"(?:с )?({_WHOLE}) ?- ?({_WHOLE})$", r"с \1 по \2"),
    (rf"(?:с )?(\d\d?) ?(?:-|(?<= )по) ?(\d\d? ({_GENITIVE}) {_OF_YEAR})$", r"с \1 \3 \4 года по \2"),
    (
        rf"(?:с )?(\d\d? (?:{_GENITIVE})) ?(?:-|(?<= )по) ?(\d\d? (?:{_GENITIVE}) {_OF_YEAR})$",
        r"с \1 \3 года по \2",
    ),
    (rf"с (\d\d?\.\d\d?) по (\d\d?\.\d\d?\.{_OF_YEAR})$", r"с \1.\3 по \2"),
    (r"в течение (?=[а-яi1-4]+ (?:квартала|полугодия) 20)", "в "),
    (rf"в течение (?=(?:{_GENITIVE}) 20)", "в "),
    (r"начиная с ", "с "),
    (r"по мере необходимости,? но ((?:не реже|не менее) .+)$", r"\1, по мере необходимости"),
    (r"(?:не реже|не менее),?(?: чем)? (?=(?:\d\d? )?раза? )", "не реже "),
    (r"не позднее,?(?: чем)? через ", "в течение "),
    (r"в течение месяца (?=со дня |с даты |с момента |с дня |после )", "в течение 1 месяца "),
    (rf"1 раз в год,? (?=(?:{_END}) {_DAY}$)", "ежегодно "),
    (r"(\d\d?) раза? в (месяц|квартал|полугодие|год)$", r"не реже \1 раз в \2"),
    (r"раз в (месяц|квартал|полугодие|год)$", r"не реже раза в \1"),
    (r"ежемесячно$", "не реже раза в месяц"),
    (r"ежеквартально$", "не реже раза в квартал"),
    (r"ежегодно$", "не реже раза в год"),
    (r"до конца (20\d\d)(?: ?(?:г\.?|года?))?$", r"по 31.12.\1"),
    (rf"((?:{_END}) {_DAY}) текущего года$", r"\1"),
    (
        rf"((?:{_END}) \d\d?(?:-?го)? {_OF_MONTH} {_REPORTED} (месяцем|кварталом|полугодием|годом)$",
        r"\1, следующего за \2 события",
    ),
    (rf"((?:{_END}) \d\d?(?:-?го)? {_OF_MONTH} {_REPORTED}$", r"\1, следующего за месяцем события"),
    (
        rf"(?:ежегодно,? )?((?:{_END}) {_DAY}) года,? следующего за отчетным(?: годом)?$",
        r"ежегодно \1 года, следующего за отчетным",
    ),
    (rf"(?:ежегодно,? )?((?:{_END}) {_DAY}) года, предшествующего {_NEXT}(?: году)?$", r"ежегодно \1"),
)
"""What stands at the beginning of a term, and the words of one sense in its place."""


def visible(said: str) -> str:
    """The words without what only says where a line may break."""
    return re.sub("[\u00ad\u200b\u2060\ufeff]", "", said)


_NUMERALS = {0x2160: "I", 0x2161: "II", 0x2162: "III", 0x2163: "IV"}
"""Roman numerals that are one sign, as the letters that they look like."""


def plain_words(said: str) -> str:
    """The words in one line: soft hyphens out, other blanks and dashes as plain ones, small letters."""
    words = re.sub(r"[\u2010-\u2015\u2212]", "-", in_line(said)).translate(_NUMERALS)
    return words.replace("ё", "е").replace("Ё", "Е").casefold()


def in_line(said: str) -> str:
    """The words in one line as they are said."""
    return re.sub(r"\s+", " ", visible(said)).strip(" \t\n.;")


def usual(words: str) -> str:
    """The words of a term in one line and small letters, as they are read; others stay as they are."""
    if twice := _SAID_TWICE.match(words):
        words = f"{once(twice[0]) or twice[0]}{words[twice.end() :]}"
    if (worded := _WORDED.match(words)) and (number := counted(worded[2])) is not None:
        words = f"{worded[1]}{number}{words[worded.end() :]}"
    if month := re.match(rf"в ({'|'.join(_IN)}) (?=20)", words):
        words = f"в {_IN[month[1]]} {words[month.end() :]}"
    for form, plain in _SAME:
        words = re.sub(f"^{form}", plain, words)
    return words
