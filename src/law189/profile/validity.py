"""Действие акта (validity): when an act or a part of it begins to hold, ends or is suspended, as the file says.

>>> Start(days_after_publication=10).days
10
>>> Lapse(of=(), cite=None, repealed_on="2025-01-01", expires_on="2025-01-01")
Traceback (most recent call last):
    ...
pydantic_core._pydantic_core.ValidationError: 1 validation error for Lapse
cite
  ...
"""

import re
from datetime import date
from typing import Annotated, Any, Literal, Self, TypeAlias, get_args

from pydantic import BeforeValidator, Discriminator, Field, StrictInt, Tag, model_validator

from law189.calendar import shifted
from law189.files.said_counts import NUMBER, counted, once
from law189.law import Cite, Day, Entry, Norm, Period, Text, as_written, flaw
from law189.law.text import in_russian
from law189.law.words import SINCE, UNTIL
from law189.profile.term_words import day_of, plain_words
from law189.profile.words import validity as words
from law189.profile.words.common import Cited

__all__ = [
    "ActPart",
    "Entering",
    "Lapse",
    "Start",
    "Starting",
    "Suspension",
    "Word",
    "begins_of",
    "begins_on",
    "by_publication",
    "days_after",
    "in_its_time",
]

Word: TypeAlias = Literal["day_after_publication", "on_publication", "on_signing"]


class Start(Entry):
    """Начало действия: so many calendar days after publication, or a day that the act names."""

    days_after_publication: Annotated[
        Annotated[StrictInt, Field(ge=0, le=3660)] | None, words.DAYS_AFTER_PUBLICATION
    ] = None
    on_day: Annotated[Day | None, words.ON_DAY] = None

    @model_validator(mode="after")
    def _one(self) -> Self:
        if (self.days_after_publication is None) == (self.on_day is None):
            raise flaw(
                "start_form",
                "укажите ровно одно из days_after_publication и on_day",
                "give exactly one of days_after_publication and on_day",
            )
        return self

    @property
    def days(self) -> int | None:
        """How many days after publication it begins; None where that has nothing to do with publication."""
        return self.days_after_publication


def _form(value: object) -> str:
    """Which of the three forms it has: a word, a list of parts, or keys."""
    if isinstance(value, str):
        return "word"
    return "parts" if isinstance(value, list | tuple) else "start"


_OUT = "(?:официального )?опубликования"
_BEGINS = {
    "(?:со дня|с даты|с момента|в день) подписания": "on_signing",
    f"(?:со дня|с даты|в день) {_OUT}": "on_publication",
    f"(?:на следующий день|со следующего дня) после (?:дня )?{_OUT}": "day_after_publication",
    f"со дня,? следующего за днем {_OUT}": "day_after_publication",
    f"в день,? следующий за днем {_OUT}": "day_after_publication",
}
_DAYS = rf"({NUMBER}) (?:календарных )?дн(?:ей|я)"
_DAYS_AFTER = re.compile(rf"(?:через )?{_DAYS} (?:после(?: дня)?|со дня) {_OUT}", re.ASCII)
_ON_EXPIRY = re.compile(rf"по истечении {_DAYS} (?:после(?: дня)?|со дня) {_OUT}", re.ASCII)
"""On the expiry of so many days: they are over, and it begins on the day after the last of them."""
_ACT = r"(?:(?:\d{1,2}\. ?)?настоящее (?:постановление|решение|распоряжение) )?(?:вступает в силу )?"


def begins_of(said: str) -> str | dict[str, Any] | None:
    """When an act begins to hold by those words, as a file has it; None where they do not say.

    >>> begins_of("со дня его официального опубликования"), begins_of("через 10 дней после опубликования")
    ('on_publication', {'days_after_publication': 10})
    >>> begins_of("по истечении 10 дней после дня официального опубликования")
    {'days_after_publication': 11}
    """
    words = re.sub(f"^{_ACT}", "", once(plain_words(said)) or "").replace(" его ", " ")
    for form, code in _BEGINS.items():
        if re.fullmatch(form, words):
            return code
    for after, more in ((_DAYS_AFTER, 0), (_ON_EXPIRY, 1)):
        if (found := after.fullmatch(words)) and (days := counted(found[1])) is not None:
            return {"days_after_publication": days + more}
    day = day_of(words.removeprefix("с "))
    return None if day is None else {"on_day": day}


def _begins(value: object) -> object:
    """Refuse words that are none of the three, and say every form that there is."""
    if not isinstance(value, str | int | float) or value in get_args(Word):
        return value
    found = begins_of(str(value))
    raise flaw(
        "begins",
        "нужно одно из слов, число дней после опубликования (days_after_publication) или день (on_day), а указано: "
        f"{as_written(value).ru}",
        "one of the words, the number of days after publication (days_after_publication) or a day (on_day) is "
        f"needed, not {as_written(value).en}",
        meant=() if found is None else (found,),
        forms=(*get_args(Word), {"days_after_publication": 10}, {"on_day": "2024-01-01"}),
    )


_Begins = BeforeValidator(_begins)
Starting: TypeAlias = Annotated[
    Annotated[Word, Tag("word")] | Annotated[Start, Tag("start")], Discriminator(_form), _Begins
]
"""When something begins to hold: a word, or a number of days or a day."""


_AFTER_PUBLICATION = {"on_publication": 0, "day_after_publication": 1}
"""The words that let an act hold from a day of its publication, with the days between."""


def days_after(start: "Starting | None") -> int | None:
    """How many days after publication it begins to hold; None where it does not depend on publication."""
    if isinstance(start, Start):
        return start.days
    return None if start is None else _AFTER_PUBLICATION.get(start)


def begins_on(start: "Starting | None", issued: date | None, published_on: date | None) -> date | None:
    """From which day it holds by its own word; None where that depends on a day that is not recorded."""
    if isinstance(start, Start) and start.on_day is not None:
        return start.on_day
    days = days_after(start)
    if days is None:
        return issued
    return published_on and shifted(published_on, days)


class ActPart(Entry):
    """Часть акта: which addresses begin to hold when; without addresses all the others."""

    of: Annotated[tuple[Cite, ...], words.PART_OF] = ()
    starts: Annotated[Starting, words.STARTS]


Entering: TypeAlias = Annotated[
    Annotated[Word, Tag("word")]
    | Annotated[Start, Tag("start")]
    | Annotated[Annotated[tuple[ActPart, ...], Field(min_length=1)], Tag("parts")],
    Discriminator(_form),
    _Begins,
]
"""When an act begins to hold: as a whole, or part by part."""


class Suspension(Period):
    """Приостановление: its first and its last day; without a last day it goes on."""

    since: Annotated[Day | None, SINCE] = None
    until: Annotated[Day | None, UNTIL] = None


class Lapse(Entry):
    """Прекращение действия: of the decree or of provisions (`of`), how and when, and where that is said (`cite`).

    `repealed_on` is the first day on which it holds no more, `expires_on` the last day on which it holds. A day
    that is not recorded is written as null.
    """

    of: Annotated[tuple[Cite, ...], words.LAPSE_OF] = ()
    repealed_on: Annotated[Day | None, words.REPEALED_ON] = None
    expires_on: Annotated[Day | None, words.EXPIRES_ON] = None
    suspended: Annotated[Suspension | None, words.SUSPENDED] = None
    cite: Cited

    @model_validator(mode="after")
    def _one(self) -> Self:
        if len(self.model_fields_set & {"repealed_on", "expires_on", "suspended"}) != 1:
            raise flaw(
                "lapse_form",
                "укажите ровно одно из repealed_on, expires_on и suspended",
                "give exactly one of repealed_on, expires_on and suspended",
            )
        return self

    def in_force(self, on: date) -> bool | None:
        """Whether what it is about holds on the day; None where that depends on a day that is not recorded."""
        if "repealed_on" in self.model_fields_set:
            return None if self.repealed_on is None else on < self.repealed_on
        if "expires_on" in self.model_fields_set:
            return None if self.expires_on is None else on <= self.expires_on
        told = self.suspended or Suspension()
        if told.until is not None and on > told.until:
            return True
        return None if told.since is None else on < told.since

    @property
    def first(self) -> date | None:
        """The first day on which it does not hold, or the last on which it does; None where none is recorded."""
        return self.repealed_on or self.expires_on or (self.suspended.since if self.suspended else None)

    @property
    def text(self) -> Text:
        """What becomes of it, in words."""
        if "suspended" in self.model_fields_set:
            days = (self.suspended or Suspension()).days or Text("день не указан", "the day is not recorded")
            return Text(f"действие приостановлено ({days.ru})", f"suspended ({days.en})")
        if "repealed_on" in self.model_fields_set:
            ru, en, day = "утрачивает силу с", "repealed from", self.repealed_on
        else:
            ru, en, day = "действует по", "in force to", self.expires_on
        if day is None:
            return Text(f"{ru} (день не указан)", f"{en} (the day is not recorded)")
        return Text(f"{ru} {in_russian(day)}", f"{en} {day.isoformat()}")


def in_its_time(edition: Any) -> Any:
    """The edition of a decree; refused where its entry into force is before the day of the decree itself."""
    where = _before_its_day(edition.entry_into_force, edition.act.date)
    if where is not None:
        raise flaw(
            "force_before_its_day",
            "постановление не вступает в силу раньше своего дня; если оно распространяется на отношения, возникшие "
            "раньше, напишите covers_since: {value: день, cite: …}, а здесь — когда оно вступает в силу",
            "a decree is not in force before its own day; where it covers relations that arose earlier, write "
            "covers_since: {value: the day, cite: …}, and here when it comes into force",
            within=("entry_into_force", *where),
        )
    return edition


def _before_its_day(norm: "Norm[Entering] | None", issued: date | None) -> tuple[str, ...] | None:
    """Where a beginning is said that is before the day of the act itself, as a path; None where none is."""
    if norm is None or issued is None:
        return None
    value, starts = norm.value, []
    if isinstance(value, tuple):
        starts = [part.starts for part in value]
    elif isinstance(value, Start):
        starts = [value]
    days = [one.on_day for one in starts if isinstance(one, Start) and one.on_day is not None]
    if any(day < issued for day in days):
        return ("value",)
    return ("since",) if norm.since is not None and norm.since < issued else None


def by_publication(value: "Entering | None") -> bool:
    """Whether the beginning, or that of a part, is counted from publication."""
    if isinstance(value, tuple):
        return any(by_publication(part.starts) for part in value)
    if isinstance(value, Start):
        return value.days is not None
    return value is not None and "publication" in value
