"""Запись (entry): what a file or a history is made of, frozen and checked, and its days.

>>> class Note(Entry):
...     on: Day
>>> Note(on="2023-10-02").on
datetime.date(2023, 10, 2)
>>> Note(on="0001-01-01")
Traceback (most recent call last):
    ...
pydantic_core._pydantic_core.ValidationError: 1 validation error for Note
on
  ...
"""

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from sys import intern
from typing import Annotated, Any, Self, TypeVar

from pydantic import (
    AfterValidator,
    AliasChoices,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationInfo,
    model_validator,
)
from pydantic_core import InitErrorDetails, PydanticCustomError, ValidationError

from law189.law.days import PLAIN, is_day, plain_day
from law189.law.fixed import FixedParts
from law189.law.signs import hidden
from law189.law.text import OCTETS, Text, as_written, flaw, hidden_sign, in_russian, octets
from law189.law.texts import readable, texts, texts_at

__all__ = [
    "BLANK",
    "EARLIEST",
    "LATEST",
    "NO_DAY",
    "Day",
    "Description",
    "Entry",
    "Words",
    "beyond",
    "blank",
    "restored",
    "says_nothing",
    "sharing",
]

_DIGITS = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
EARLIEST, LATEST = date(1900, 1, 1), date(2100, 12, 31)
"""Programs write an empty date as 0001-01-01 or 1899-12-30, and «for ever» as 9999-12-31; no day here is so far."""
NO_DAY = Text("такого дня здесь не бывает", "no day here is so")
"""What is said of such a day."""


def _day(value: Any) -> date:
    found = value if type(value) in PLAIN else plain_day(value if is_day(value) else _written_day(value))
    if EARLIEST <= found <= LATEST:
        return found
    words = _beyond(found)
    raise flaw("no_day_here", words.ru, words.en)


def beyond(day: date) -> Text | None:
    """Why no day here is so early or so late, and what to give; None where it may be one.

    >>> beyond(date(1, 1, 1)).en
    '0001-01-01 is an empty date, no day here is so early; give a day since 1900'
    """
    return None if EARLIEST <= day <= LATEST else _beyond(day)


def _beyond(day: date) -> Text:
    if day < EARLIEST:
        return Text(
            f"{in_russian(day)} — пустая дата, {NO_DAY.ru}; укажите день с 1900 года",
            f"{day} is an empty date, {NO_DAY.en} early; give a day since 1900",
        )
    return Text(
        f"{in_russian(day)} — дата без конца, {NO_DAY.ru}; укажите день до 2101 года",
        f"{day} is a date without end, {NO_DAY.en} late; give a day before 2101",
    )


def _written_day(value: object) -> date:
    if isinstance(value, str) and _DIGITS.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            told = ".".join(reversed(value.split("-")))
            raise flaw(
                "no_such_day",
                f"дня {told} нет в календаре; укажите существующий день",
                f"there is no day {value} in the calendar; give a day that exists",
            ) from None
    raise flaw(
        "day_form",
        f"нужен день вида ГГГГ-ММ-ДД, а указано: {as_written(value).ru}",
        f"a day of the form YYYY-MM-DD is needed, not {as_written(value).en}",
    )


_WrittenDay = Annotated[
    str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", json_schema_extra={"format": "date"})
]
Day = Annotated[date, BeforeValidator(_day, json_schema_input_type=_WrittenDay)]
"""A calendar day; in a file `YYYY-MM-DD`, never a moment of time and never a number of seconds."""


BLANK = Text("пустой текст; впишите значение", "empty text; write the value")
"""What is said of a text in which there is nothing to read."""
_DASHES = " -_.\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2026"
_ANSWERS = frozenset(
    {"да", "нет", "есть", "имеется", "отсутствует", "true", "false", "yes", "no", "none", "null"}
)
"""What says that there is something, or that there is nothing, and not what it is."""


def blank(text: str) -> bool:
    """Whether there are signs in the text, and nothing to read.

    >>> blank(" "), blank(""), blank("1")
    (True, False, False)
    """
    return text.isspace()


def says_nothing(value: object) -> bool:
    """Whether it is a yes, a no or a dash where words are needed.

    >>> says_nothing("нет"), says_nothing("—"), says_nothing(False), says_nothing("нет связи")
    (True, True, True, False)
    """
    if isinstance(value, str):
        return value.strip(" .!").lower() in _ANSWERS or not value.strip(_DASHES)
    return isinstance(value, bool)


def _words(value: object) -> object:
    if isinstance(value, str) and not value.strip():
        raise flaw("blank", BLANK.ru, BLANK.en)
    if says_nothing(value):
        raise _no_words(value)
    return value


def _no_words(value: object) -> PydanticCustomError:
    told = as_written(value)
    return flaw(
        "says_nothing",
        f"нужны сами слова, а указано: {told.ru}; впишите, о чём речь, а если писать нечего, уберите значение",
        f"the words themselves are needed, not {told.en}; write what it is, or leave the value out",
    )


def _described(value: Text) -> Text:
    said = {"ru": value.ru, "en": value.en} if value.en != value.ru else {"ru": value.ru}
    found: list[InitErrorDetails] = [
        {"type": _no_words(one), "loc": (lang,), "input": one}
        for lang, one in said.items()
        if says_nothing(one)
    ]
    if found:
        raise ValidationError.from_exception_data("Text", found)
    return value


Words = Annotated[str, Field(min_length=1, json_schema_extra={"pattern": r"\S"}), BeforeValidator(_words)]
"""Words by which a person names or describes something: not blank, and no «да», «нет» or dash in their place."""
Description = Annotated[Text, AfterValidator(_described)]
"""The same in two languages, of whoever writes a file: no «да», «нет» or dash in the place of words in either."""


GIVEN = "__pydantic_fields_set__"
"""Where pydantic keeps of which fields a value was given."""


class Entry(FixedParts, BaseModel):
    """A frozen entry of a file or of a history: no unknown keys, nothing changed after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    @model_validator(mode="before")
    @classmethod
    def _note_keys(cls, value: object, info: ValidationInfo) -> object:
        """Leave the known keys where the reader finds them, so that it can say «did you mean».

        What a file says was read sign by sign; a reader that needs no keys gives None for them.
        """
        context = info.context
        if not isinstance(value, dict):
            return value
        if not isinstance(context, dict) or "keys" not in context:
            _seen(cls.__name__, value)
        elif (keys := context["keys"]) is not None:
            keys[id(value)] = cls.known_keys()
        return value

    @property
    def model_fields_set(self) -> set[str]:
        """Of which fields a value was given; a copy, as one set serves many entries."""
        return {*self.__pydantic_fields_set__}

    def model_copy(
        self,
        *,
        update: Mapping[str, Any] | None = None,
        deep: bool = False,  # noqa: ARG002  # all in it is frozen: a deep copy is the same
    ) -> Self:
        """The entry with other values, and nothing kept that was worked out from the old ones."""
        copied = super().model_copy(update=update)
        for worked_out in vars(copied).keys() - type(self).model_fields:
            del vars(copied)[worked_out]
        return sharing(copied)

    def __deepcopy__(self, memo: dict[int, Any] | None = None) -> Self:
        """The entry itself: nothing in it can change."""
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        """What a pickle holds: the fields, and nothing that was worked out from them."""
        held = {name: value for name, value in vars(self).items() if name in self.__pydantic_fields__}
        return restored, (type(self), held, self.__pydantic_fields_set__, self.__pydantic_private__)

    @classmethod
    def known_keys(cls) -> tuple[str, ...]:
        """The keys a file may use, in the order of declaration."""
        return tuple(
            str(field.validation_alias.choices[0])
            if isinstance(field.validation_alias, AliasChoices)
            else field.alias or name
            for name, field in cls.model_fields.items()
        )


AnEntry = TypeVar("AnEntry", bound=Entry)


def restored(
    kind: type[AnEntry], held: dict[str, Any], told: set[str], private: dict[str, Any] | None
) -> AnEntry:
    """The entry that a pickle holds: its fields, those that were given; they were checked when it was made.

    What many entries have alike is there once: names of fields, which of them were given, equal texts and days.
    """
    entry = kind.__new__(kind)
    values = {
        intern(name): intern(one) if type(one) is str else _day_once(one) if type(one) is date else one
        for name, one in held.items()
    }
    object.__setattr__(entry, "__dict__", values)
    object.__setattr__(entry, GIVEN, _given(frozenset(told)))
    object.__setattr__(entry, "__pydantic_private__", private)
    object.__setattr__(entry, "__pydantic_extra__", None)
    return entry


def sharing(entry: AnEntry) -> AnEntry:
    """The entry, which has the set of the fields that were given in common with all entries of the same ones."""
    object.__setattr__(entry, GIVEN, _given(frozenset(entry.__pydantic_fields_set__)))
    return entry


@lru_cache(maxsize=1024)
def _given(told: frozenset[str]) -> set[str]:
    """One set for all entries of which the same fields were given; pydantic copies it before it changes any."""
    return {intern(name) for name in told}


@lru_cache(maxsize=1024)
def _day_once(day: date) -> date:
    return day


def _seen(title: str, facts: Mapping[str, object]) -> None:
    """Refuse facts with bytes, a blank text or a sign that nobody can see in them, each at its place."""
    found: list[InitErrorDetails] = [
        {"type": flaw("bytes", OCTETS.ru, OCTETS.en), "loc": (name,), "input": facts[name]}
        for name in octets(facts)
    ]
    if not found and readable(texts(facts)):
        return
    for loc, text in texts_at(facts):
        if (sign := hidden(text)) is not None:
            words = hidden_sign(sign)
            found.append({"type": flaw("hidden_sign", words.ru, words.en), "loc": loc, "input": text})
        elif blank(text):
            found.append({"type": flaw("blank", BLANK.ru, BLANK.en), "loc": loc, "input": text})
    if found:
        raise ValidationError.from_exception_data(title, found)
