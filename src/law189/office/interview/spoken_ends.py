"""Конец словами (spoken ends): the last day of what holds for a time, or the event with which it ends.

>>> DayOrEvent().read("до 31.12.2024 включительно", {}), DayOrEvent().read("ввод системы", {})
('до 31.12.2024 включительно', 'ввод системы')
>>> paper_end("по 31.12.2024", []), paper_end("ввод системы", [])
({'until': '2024-12-31'}, {'until_event': {'ru': 'ввод системы'}})
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from law189.files.said_days import day_among, says_a_day, says_when
from law189.law import Text
from law189.office.interview.spoken import Misread, Values, Word, day_in, no_day
from law189.profile.term_words import term_of

__all__ = ["DayOrEvent", "paper_end"]

_HINT = Text(
    "день, например 31.12.2024; или событие, например: начало работы информационной системы",
    "a day such as 2024-12-31, or an event such as: the system begins to work",
)
_TIMED = Text(
    "здесь сказано время, а не событие; укажите последний день, например 31.12.2024, или событие без дня и года",
    "this says a time and no event; give the last day, such as 2024-12-31, or an event without a day and a year",
)
_INCLUSIVE = re.compile(r",? *(?:включительно|inclusive)$", re.IGNORECASE)
_UP_TO = re.compile(r"^(?:до|по|until|by) +", re.IGNORECASE)


def _last_day(said: str) -> str | None:
    """The last day, where the words name it and it is sure: «до 31.12.2024» may mean the day before."""
    words = said.strip(" .")
    bare = _INCLUSIVE.sub("", words)
    if (day := day_in(bare)) is not None:
        return day
    if bare != words:
        return day_in(_UP_TO.sub("", bare))
    term = term_of(words) or {}
    last: str | None = term["day"] if term.keys() == {"kind", "day"} and term["kind"] in _SURE else None
    return last


_SURE = ("by", "not_later")


@dataclass(frozen=True)
class DayOrEvent(Word):
    """День или событие: a day is taken, and words that say a time and no sure day are asked again."""

    hint: Text | None = _HINT

    def read(self, said: str, values: Values) -> Any:
        """The day or the words of the event. Raises `Misread` on a time that is no sure day."""
        day = _last_day(said)
        if day is None and says_when(said):
            raise Misread(no_day(said) if says_a_day(said) and day_among(said) else _TIMED)
        return super().read(said, values)


def paper_end(value: Any, _entries: list[Any]) -> Mapping[str, Any]:
    """The last day of paper, or the event with which it ends."""
    day = _last_day(value)
    return {"until_event": {"ru": value}} if day is None else {"until": day}
