"""Слова положения (regulation words): whose vote decides, how the group votes, how many days a notice takes.

What an act says in several ways is one code of a profile; what a code would say less than is not read.

>>> casting_of("голос председательствующего на заседании является решающим"), ballot_of("открытым голосованием")
('presiding', 'open')
>>> days_of("не позднее чем за 3 рабочих дня до даты проведения заседания")
{'days': 3, 'unit': 'working_days'}
>>> casting_of("решающий голос секретаря") is None, days_of("за неделю") is None
(True, True)
"""

import re
from typing import Any

from law189.files.said_counts import GROUP, NUMBER, counted, once
from law189.profile.term_words import plain_words

__all__ = ["ballot_of", "casting_of", "days_of", "no_days_said"]

_GROUP = GROUP
_PRESIDING = f"(?:лица, )?председательствующего(?: на заседании)?(?: {_GROUP})?"
_CHAIR = f"(?:председателя|руководителя)(?: {_GROUP})?"
_IN_CHARGE = (
    f"{_CHAIR} или заместителя (?:председателя|руководителя)(?: {_GROUP})?, исполняющего обязанности {_CHAIR}"
)
"""The head, or the deputy who acts as one: whoever of the two presides."""
_OPENING = "(?:при равенстве голосов,? |в случае равенства голосов,? )?"


def _deciding(whose: str, who: str) -> str:
    """The ways to say that the vote of that person decides; `who` is in the nominative."""
    return (
        rf"{_OPENING}(?:(?:решающим )?(?:является )?голос {whose}(?:,? является (?:решающим|определяющим))?"
        rf"|решает голос {whose}|решающим (?:является|считается) (?:голос|мнение) {whose}"
        rf"|решающий голос(?: принадлежит)? {whose}"
        rf"|правом решающего голоса обладает {who}"
        rf"|(?:принимается|принятым считается) решение, за которое проголосовал {who})"
    )


_WHO = rf"(?: на заседании)?(?: {_GROUP})?"
_CASTING = {
    _deciding(f"(?:{_PRESIDING}|{_IN_CHARGE})", f"председательствующий{_WHO}"): "presiding",
    _deciding(_CHAIR, f"(?:председатель|руководитель)(?: {_GROUP})?"): "chair",
    rf"{_OPENING}решение (?:считается )?(?:не ?принятым|не принимается)": "nobody",
}


def casting_of(said: str) -> str | None:
    """Whose vote decides where votes are equal, by those words; None where they do not say."""
    words = plain_words(said)
    return next((code for form, code in _CASTING.items() if re.fullmatch(form, words)), None)


_BALLOTS = {
    r"открыт(?:о|ое|ым)(?: голосовани(?:е|ем))?": "open",
    r"тайн(?:о|ое|ым)(?: голосовани(?:е|ем))?": "secret",
}


def ballot_of(said: str) -> str | None:
    """How the group votes, by those words; None where they do not say."""
    words = plain_words(said)
    return next((code for form, code in _BALLOTS.items() if re.fullmatch(form, words)), None)


_COUNT = rf"(?P<days>{NUMBER})(?:-?(?:х|ти|и)(?= ))?"
_UNIT = r"(?P<unit>рабочий|рабочих|рабочего|календарный|календарных|календарного)"
_DAYS = r"(?:день|дня|дней)"
_MEETING = rf"(?:(?:его )?проведения )?(?:очередного )?заседания(?: {_GROUP})?"
_AHEAD = r"(?:(?:(?:не позднее|не менее),? )?(?:чем )?за |(?:в срок )?не позднее )?"
_BEFORE = rf"(?: до (?:(?:предполагаемой )?(?:даты|дня) )?{_MEETING})?"
_WITHIN = "(?:в течение |(?:в срок )?не позднее |в срок не более )?"
_SINCE = "(?:со дня|с даты|с момента|после(?: дня| даты)?)"
_EVENTS = {"meeting": _MEETING, "signing": "(?:его )?подписания(?: протокола(?: заседания)?)?"}
"""What days are counted after, in the genitive."""
_AROUND: dict[str | None, tuple[str, str]] = {
    None: (_AHEAD, _BEFORE),
    **{since: (_WITHIN, f"(?: {_SINCE} {event})?") for since, event in _EVENTS.items()},
}
"""What stands before and after the days: of those before a meeting, and of those after each event."""


def _said(words: str | None, since: str | None, unit: str) -> re.Match[str] | None:
    """The days of that direction and that event, with such a unit."""
    opening, ending = _AROUND[since]
    return None if words is None else re.fullmatch(f"{opening}{_COUNT} {unit}{_DAYS}{ending}", words)


def days_of(said: str, since: str | None = None) -> dict[str, Any] | None:
    """So many days, working or calendar ones; None where the words do not say, or say those of another direction.

    They are counted back from a meeting, or after what `since` names, a `meeting` or a `signing`.

    >>> days_of("в течение 5 рабочих дней со дня проведения заседания", "meeting")
    {'days': 5, 'unit': 'working_days'}
    >>> days_of("в течение 5 рабочих дней со дня проведения заседания", "signing") is None
    True
    >>> days_of("не позднее чем за 5 рабочих дней до заседания", "signing") is None
    True
    """
    words = once(plain_words(said))
    if since is not None and words is not None:
        words = re.sub("^не позднее следующего рабочего дня(?= |$)", "1 рабочий день", words)
    found = _said(words, since, f"{_UNIT} ")
    number = None if found is None else counted(found["days"])
    if found is None or not number:
        return None
    unit = "working_days" if found["unit"].startswith("рабоч") else "calendar_days"
    return {"days": number, "unit": unit}


def no_days_said(said: str, since: str | None = None) -> bool:
    """Whether the words count days of that direction and do not say which, as «за три дня до заседания»."""
    return _said(once(plain_words(said)), since, "") is not None
