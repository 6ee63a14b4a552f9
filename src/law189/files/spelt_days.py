"""День, каким его пишут (spelt days): a day as documents write it, as a file does, or why it is none.

>>> day("15 января 2024 г.").ru, day("31.02.2024").ru, day("02/01/2024").ru
('пишите 2024-01-15', 'дня 31.02.2024 нет в календаре', 'возможны: 2024-01-02 или 2024-02-01')
>>> day_of_year("1 октября").ru, day("скоро").ru
('пишите 10-01', 'нужны год, месяц и число')
"""

import re
from collections.abc import Callable
from datetime import date, timedelta

from law189.files.hint import BLANKS, Choice, write
from law189.files.said_times import elsewhere
from law189.law import Text
from law189.law.entry import beyond

__all__ = ["EMPTY_DAY", "day", "day_of_year", "month_of", "no_such_day", "read_day"]

_BLANKS = re.compile(f"[{BLANKS}]")
_QUOTES = "«»“”„‟‘’‹›\"'"
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_MONTHS = ("янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
_FIRST = re.compile(r"([0-9]{1,2})[-./ ]([0-9]{1,2})[-./ ]([0-9]{4})")
_LAST = re.compile(r"([0-9]{4})[-./ ]([0-9]{1,2})[-./ ]([0-9]{1,2})")
_NAMED = re.compile(r"([0-9]{1,2}) ([а-я]{3,8}) ([0-9]{4})")
_AROUND = re.compile(r"^(?:от|с|со|по|до)\s+|\s*г(?:ода|\.)?$", re.IGNORECASE)
_SHORT_YEAR = re.compile(r"[0-9]{1,2}[-./][0-9]{1,2}[-./][0-9]{2}")
_TIME = re.compile(r"[T ][0-9]{1,2}:[0-9]{2}.*$|(?<=^[0-9]{8})[0-9]{6}$")
_SINCE_1970 = re.compile(r"(?:/|new )?Date\(-?[0-9]+.*\)/?")
_NO_QUOTES = dict.fromkeys(map(ord, _QUOTES))
_PLAIN_DIGITS = {ord("０") + digit: str(digit) for digit in range(10)}
_EXCEL_DAY = re.compile("[345][0-9]{4}")
_SERIAL = Text(
    "похоже на номер дня, которым Excel хранит дату; сделайте ячейки датами: нужны год, месяц и число",
    "this looks like the number by which Excel keeps a day; make the cells dates: a year, a month and a day are "
    "needed",
)
EMPTY_DAY = Text("дня нет; укажите день", "there is no day; give one")
_SECONDS = Text(
    "это отсчёт времени с 1970 года; нужны год, месяц и число, в 1С это ФорматДатыJSON.ISO",
    "this counts time since 1970; a year, a month and a day are needed, in 1C that is JSONDateFormat.ISO",
)


def day(value: object) -> Text:
    """How a file writes the day that is said; why nobody can tell, where nobody can."""
    said = _BLANKS.sub(" ", str(value)).strip()
    if not said.strip(".-/: "):
        return EMPTY_DAY
    if _SINCE_1970.fullmatch(said):
        return _SECONDS
    if (moment := elsewhere(_DASHES.sub("-", said.strip(_QUOTES)))) is not None:
        return moment
    bare, ru, en = _bare(said)
    found = read_day(_AROUND.sub("", _AROUND.sub("", bare)).strip())
    if found is None:
        return _no_day(bare)
    swapped = _swapped(found) if "/" in bare else None
    if beyond(found) is None and swapped is not None:
        return Choice.among([found.isoformat(), swapped.isoformat()])
    if bare.casefold().startswith("до ") and found > date.min:
        return beyond(found) or Choice.among([(found - timedelta(days=1)).isoformat(), found.isoformat()])
    return beyond(found) or write(found.isoformat(), found.isoformat(), ru, en)


def _bare(said: str) -> tuple[str, str, str]:
    """The day without what does not belong to it, and the words that say what that was."""
    ru = en = ""
    for wrong, mended, *words in _MENDED:
        if wrong.search(said):
            said, (ru, en) = mended(said), words
    return said, ru, en


_MENDED: tuple[tuple[re.Pattern[str], Callable[[str], str], str, str], ...] = (
    (
        re.compile(f"[{_QUOTES}]"),
        lambda said: said.translate(_NO_QUOTES).strip(),
        "без этих кавычек: ",
        "without these quotes: ",
    ),
    (
        re.compile("[０-９]"),
        lambda said: said.translate(_PLAIN_DIGITS),
        "обычными цифрами: ",
        "in plain digits: ",
    ),
    (
        _DASHES,
        lambda said: _DASHES.sub("-", said),
        "вместо тире нужен дефис: ",
        "a hyphen in place of the dash: ",
    ),
    (
        re.compile("[0-9][ОоOo]|[ОоOo][0-9]"),
        lambda said: re.sub("[ОоOo]", "0", said),
        "вместо нуля стоит буква: ",
        "a letter stands for a zero: ",
    ),
    (_TIME, lambda said: _TIME.sub("", said), "без времени: ", "without a time: "),
)
"""What stands in a day besides it: how it is known and taken away, and the words that say so."""


def _no_day(said: str) -> Text:
    """Why the words are no day."""
    if _EXCEL_DAY.fullmatch(said):
        return _SERIAL
    if _FIRST.fullmatch(said):
        return Text(f"дня {said} нет в календаре", f"there is no day {said}")
    if re.fullmatch("[0-9]{1,2}-[0-9]{1,2}", said):
        return Text(
            "нужен и год; в таком виде это месяц и число",
            "a year is needed too; this is a month and a day",
        )
    if _SHORT_YEAR.fullmatch(said):
        return Text("год нужен из четырёх цифр", "the year needs four figures")
    return Text("нужны год, месяц и число", "a year, a month and a day are needed")


def _swapped(found: date) -> date | None:
    """The day that it is where the month stands first, as in English; None where it is the same or none."""
    return (
        found.replace(month=found.day, day=found.month)
        if found.day <= 12 and found.day != found.month
        else None
    )


def read_day(said: str) -> date | None:
    """The day that is written in one of the ways of a document."""
    if found := _FIRST.fullmatch(said):
        parts = (found[3], found[2], found[1])
    elif found := _LAST.fullmatch(said):
        parts = (found[1], found[2], found[3])
    elif (found := _NAMED.fullmatch(said.lower())) and (month := month_of(found[2])):
        parts = (found[3], str(month), found[1])
    elif found := re.fullmatch(r"([0-9]{4})([0-9]{2})([0-9]{2})", said):
        parts = (found[1], found[2], found[3])
    else:
        return None
    try:
        return date(*map(int, parts))
    except ValueError:
        return None


def month_of(word: str) -> int | None:
    """The number of the month that begins so; None where none does."""
    return next((n for n, stem in enumerate(_MONTHS, start=1) if word.startswith(stem)), None)


def no_such_day(value: object) -> Text | None:
    """A day whose month is no month: the two may be swapped."""
    year, month, day = str(value).split("-")
    if int(month) <= 12 or (swapped := read_day(f"{year}-{day}-{month}")) is None or beyond(swapped):
        return None
    return Text(
        f"месяца {month} нет; сначала пишут месяц, потом число: {year}-{day}-{month}",
        f"there is no month {month}; the month stands before the day: {year}-{day}-{month}",
    )


def day_of_year(value: object) -> Text | None:
    """How a file writes a day of each year; None where the words are none."""
    said = str(value).strip(_QUOTES + " ").lower()
    if found := re.fullmatch(r"([0-9]{1,2})[./ ]([0-9]{1,2})", said):
        number, month = int(found[1]), int(found[2])
    elif (found := re.fullmatch(r"([0-9]{1,2}) ([а-я]{3,8})", said)) and (named := month_of(found[2])):
        number, month = int(found[1]), named
    else:
        return None
    said = f"{month:02}-{number:02}"
    return write(said, said) if read_day(f"2024-{month}-{number}") else None
