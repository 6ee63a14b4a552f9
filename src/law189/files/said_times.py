"""Время суток (said times): what is written for a time of day, and that a time in a zone says no day by itself.

>>> clock("10:00:00").ru, clock("24:00"), elsewhere("2024-02-01T10:00") is None
('пишите "10:00"', None, True)
>>> elsewhere("2024-02-01T23:30:00Z").en.partition(",")[0]
'the time is told in a time zone'
"""

import re

from law189.files.hint import Hint, write
from law189.law import Text

__all__ = ["clock", "elsewhere"]

_ZONE = re.compile(
    r"[T ][0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]*)?)?"
    r" ?(?!(?:[ap]\.?m\.?|ч\.?|г\.?|часов)$)(?:[^\W\d_]|[+-]|\[) *.*$",
    re.IGNORECASE,
)
"""A time of day in a zone that a letter, a name or an offset tells: where the reader is, the day may be another."""
_ELSEWHERE = Text(
    "время указано в часовом поясе, а местный день может быть другим; укажите день по местному времени, без часов",
    "the time is told in a time zone, and the local day may be another; give the day by local time, without a time",
)


def elsewhere(said: str) -> Text | None:
    """That a day has a time of day in a zone with it; None where it has not."""
    return None if _ZONE.search(said) is None else _ELSEWHERE


_CLOCK = re.compile(
    r"(?:в )?([01]?[0-9]|2[0-3])(?:(?:[-.:;,]| ?ч(?:\.|ас(?:а|ов)?)? ?)([0-5][0-9])(?: ?м(?:ин)?\.?)?"
    r"(?:[:.]00)?(?: ?ч(?:\.|ас(?:а|ов)?)?)?| ?ч(?:\.|ас(?:а|ов)?)?)"
)
"""A time of day in figures, with the whole minute as its seconds or none, and of no zone."""


def clock(said: str) -> Hint | None:
    """What to write for a time of day that is written in another way; None where it says none."""
    said = said.casefold()
    found = _CLOCK.fullmatch(said) or re.fullmatch("([01][0-9]|2[0-3])([0-5][0-9])", said)
    return (
        None
        if found is None
        else write(f'"{int(found[1])}:{found[2] or "00"}"', f"{int(found[1])}:{found[2] or '00'}")
    )
