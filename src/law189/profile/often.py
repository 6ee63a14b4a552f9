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

import re
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Discriminator, Field, StrictInt, Tag

from law189.law import Entry, Vocabulary, as_written, flaw
from law189.profile.spans import Per
from law189.profile.term_words import plain_words, term_of
from law189.profile.words import regulation as words

__all__ = ["Frequency", "HowOften", "Span", "often_of"]


class Span(Vocabulary):
    """За какое время считают заседания."""

    MONTH = "month", "месяц", "a month"
    QUARTER = "quarter", "квартал", "a quarter"
    HALF_YEAR = "half_year", "полугодие", "half a year"
    YEAR = "year", "год", "a year"

    @property
    def months(self) -> int:
        """How many months it has."""
        return Per(self.value).months


class Frequency(Entry):
    """Периодичность: at least so many meetings in each span of time."""

    at_least: Annotated[StrictInt, Field(ge=1, le=100), words.TIMES]
    per: Annotated[Span, words.PER]


def often_of(said: str) -> str | dict[str, Any] | None:
    """How often a group meets by those words, as a file has it; None where they do not say.

    >>> often_of("не реже двух раз в год"), often_of("по мере необходимости")
    ({'at_least': 2, 'per': 'year'}, 'as_needed')
    >>> often_of("не реже раза в 2 месяца") is None
    True

    What is added «по мере необходимости» says how often at most or at least (reading D4), and is for a person to
    read; before a number of times, «но не реже», it says nothing against that number.
    """
    opening = r"заседания(?: (?:(?:рабочей )?группы|комиссии|совета))? проводятся "
    words = re.sub(f"^{opening}", "", plain_words(said))
    added = {"as_needed": True} if words.startswith("по мере необходимости") else {}
    match term_of(words):
        case {"kind": "as_needed"}:
            return "as_needed"
        case {"kind": "regular", "times": times, "per": per, **more} if more == added:
            return {"at_least": times, "per": per}
    return None


def _how_often(value: object) -> object:
    """Refuse words in place of the one word or of the keys, and say what they are."""
    if value == "as_needed" or not isinstance(value, str | int | float):
        return value
    found = often_of(str(value))
    raise flaw(
        "how_often",
        "нужно as_needed (по мере необходимости) или ключи: at_least (не реже стольких раз) и per (за какое "
        f"время), а указано: {as_written(value).ru}",
        "as_needed is needed, or the keys at_least (so many times or more) and per (in what time), not "
        f"{as_written(value).en}",
        meant=() if found is None else (found,),
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
