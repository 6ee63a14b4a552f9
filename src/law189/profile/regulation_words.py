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

from law189.files.said_counts import COUNTS, GROUP
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


_AHEAD = r"(?:(?:не позднее|не менее),? )?(?:чем )?за "
_COUNT = (
    rf"(?P<days>\d{{1,3}}(?=-?(?:х|ти|и)? )|{'|'.join(COUNTS)})(?:-?(?:х|ти|и)(?= ))?(?: \([а-я ]{{3,30}}\))?"
)
_UNIT = r"(?P<unit>рабочий|рабочих|рабочего|календарный|календарных|календарного)"
_BEFORE = (
    r"(?: до (?:(?:предполагаемой )?(?:даты|дня) )?(?:(?:его )?проведения )?(?:очередного )?заседания"
    rf"(?: {_GROUP})?)?"
)
_START = rf"(?:{_AHEAD}|не позднее |в течение |в срок не (?:более|позднее) )?"
_EVENTS = {
    "meeting": rf"(?:(?:его )?проведения )?заседания(?: {_GROUP})?",
    "signing": r"(?:его )?подписания(?: протокола(?: заседания)?)?",
}
"""What days are counted after, in the genitive."""
_DAYS = re.compile(rf"{_START}{_COUNT} {_UNIT} (?:день|дня|дней){_BEFORE}", re.ASCII)
_ANY_DAYS = re.compile(rf"{_START}{_COUNT} (?:день|дня|дней){_BEFORE}", re.ASCII)


def days_of(said: str, since: str | None = None) -> dict[str, Any] | None:
    """So many days, working or calendar ones, before a meeting or within; None where the words do not say.

    `since` is what such days are counted after, a `meeting` or a `signing`; the words may then say so themselves.

    >>> days_of("в течение 5 рабочих дней со дня проведения заседания", "meeting")
    {'days': 5, 'unit': 'working_days'}
    >>> days_of("в течение 5 рабочих дней со дня проведения заседания", "signing") is None
    True
    """
    words = plain_words(said)
    if since is not None:
        words = re.sub(rf" (?:со дня|с даты|с момента|после(?: дня| даты)?) {_EVENTS[since]}$", "", words)
        words = re.sub("^не позднее следующего рабочего дня$", "1 рабочий день", words)
    found = _DAYS.fullmatch(words)
    if found is None or (number := COUNTS.get(found["days"]) or int(found["days"])) == 0:
        return None
    unit = "working_days" if found["unit"].startswith("рабоч") else "calendar_days"
    return {"days": number, "unit": unit}


def no_days_said(said: str) -> bool:
    """Whether the words count days and do not say which, as «за три дня до заседания»."""
    return _ANY_DAYS.fullmatch(plain_words(said)) is not None
