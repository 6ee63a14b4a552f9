"""Периодичность заседаний (often): how often a group meets, as its regulation says it.

>>> Frequency(at_least=1, per="quarter").per.text.ru
'квартал'
>>> Frequency(at_least=0, per="quarter")
Traceback (most recent call last):
    ...
pydantic_core._pydantic_core.ValidationError: 1 validation error for Frequency
at_least
  Input should be greater than or equal to 1 [type=greater_than_equal, ...
"""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Discriminator, Field, StrictInt, Tag

from law189.law import Entry, Vocabulary, as_written, flaw
from law189.profile.term_words import term_of
from law189.profile.words import regulation as words

__all__ = ["Frequency", "HowOften", "Span"]


class Span(Vocabulary):
    """За какое время считают заседания."""

    MONTH = "month", "месяц", "a month"
    QUARTER = "quarter", "квартал", "a quarter"
    HALF_YEAR = "half_year", "полугодие", "half a year"
    YEAR = "year", "год", "a year"


class Frequency(Entry):
    """Периодичность: at least so many meetings in each span of time."""

    at_least: Annotated[StrictInt, Field(ge=1, le=100), words.TIMES]
    per: Annotated[Span, words.PER]


def _how_often(value: object) -> object:
    """Refuse words in place of the one word or of the keys, and say what they are."""
    if value == "as_needed" or not isinstance(value, str | int | float):
        return value
    said, meant = term_of(str(value)) or {}, tuple[object, ...]()
    match said:
        case {"kind": "as_needed"}:
            meant = ("as_needed",)
        case {"kind": "regular"} if "as_needed" not in said:
            meant = ({"at_least": said["times"], "per": said["per"]},)
    raise flaw(
        "how_often",
        "нужно as_needed (по мере необходимости) или ключи: at_least (не реже стольких раз) и per (за какое "
        f"время), а указано: {as_written(value).ru}",
        "as_needed is needed, or the keys at_least (so many times or more) and per (in what time), not "
        f"{as_written(value).en}",
        meant=meant,
        forms=("as_needed", {"at_least": 1, "per": "quarter"}),
    )


def _meetings(value: object) -> str:
    return "often" if isinstance(value, dict | Frequency) else "as_needed"


HowOften = Annotated[
    Annotated[Literal["as_needed"], Tag("as_needed")] | Annotated[Frequency, Tag("often")],
    Discriminator(_meetings),
    BeforeValidator(_how_often),
]
"""As needed, or at least so many in a span of time."""
