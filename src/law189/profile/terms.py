"""Сроки, как их пишет акт (terms as an act writes them).

A term is kept as written; `rules.deadlines` says on which day it ends.

>>> from pydantic import TypeAdapter
>>> TypeAdapter(Term).validate_python({"kind": "quarter", "year": 2024, "quarter": 4}).text.ru
'4 квартал 2024 года'
>>> Year(kind="year", year=23)
Traceback (most recent call last):
    ...
pydantic_core._pydantic_core.ValidationError: 1 validation error for Year
year
  Input should be greater than or equal to 2000 [type=greater_than_equal, ...
"""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StrictBool, StrictInt, WithJsonSchema

from law189.law import Day, Entry, Text, Vocabulary, flaw
from law189.profile.words import terms as words

__all__ = ["After", "AsNeeded", "Before", "Days", "EachQuarter", "From", "Quarter", "Term", "Year"]

YearNumber = Annotated[StrictInt, Field(ge=2000, le=2100)]


def _day_of_year(value: str) -> str:
    found = re.fullmatch("([0-9]{2})-([0-9]{2})", value)
    longest = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    if not found or not 1 <= int(found[1]) <= 12 or not 1 <= int(found[2]) <= longest[int(found[1]) - 1]:
        raise flaw(
            "day_of_year",
            f"нужны месяц и день вида ММ-ДД, например 01-01, а указано: {value!r}",
            f"a month and day of the form MM-DD such as 01-01 are needed, not {value!r}",
        )
    return value


_WRITTEN = {"type": "string", "pattern": "^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"}
DayOfYear = Annotated[str, AfterValidator(_day_of_year), WithJsonSchema(_WRITTEN)]


class _Yearly(Entry):
    """A first term, after which the same is due again each year before a day (`MM-DD`)."""

    then_yearly_before: Annotated[DayOfYear | None, words.THEN_YEARLY] = None

    def _then(self, first: Text) -> Text:
        if self.then_yearly_before is None:
            return first
        month, day = self.then_yearly_before.split("-")
        return Text(
            f"{first.ru}, далее ежегодно до {day}.{month}",
            f"{first.en}, then yearly before {self.then_yearly_before}",
        )


class Year(_Yearly):
    """«2023 год»: within the year."""

    kind: Annotated[Literal["year"], words.KIND]
    year: Annotated[YearNumber, words.YEAR]

    @property
    def text(self) -> Text:
        """The term in words."""
        return self._then(Text(f"{self.year} год", f"the year {self.year}"))


class Quarter(Entry):
    """«IV квартал 2024 года»: within the quarter."""

    kind: Annotated[Literal["quarter"], words.KIND]
    year: Annotated[YearNumber, words.QUARTER_YEAR]
    quarter: Annotated[StrictInt, Field(ge=1, le=4), words.QUARTER]

    @property
    def text(self) -> Text:
        """The term in words."""
        return Text(f"{self.quarter} квартал {self.year} года", f"quarter {self.quarter} of {self.year}")


class Before(_Yearly):
    """«До 1 октября 2023 года»: before the day; reading D1 says whether on the day too."""

    kind: Annotated[Literal["before"], words.KIND]
    day: Annotated[Day, words.BEFORE]

    @property
    def text(self) -> Text:
        """The term in words."""
        return self._then(Text(f"до {self.day:%d.%m.%Y}", f"before {self.day.isoformat()}"))


class From(Entry):
    """«С 1 сентября 2023 года»: from the day on, without an end."""

    kind: Annotated[Literal["from"], words.KIND]
    day: Annotated[Day, words.FROM]

    @property
    def text(self) -> Text:
        """The term in words."""
        return Text(f"с {self.day:%d.%m.%Y}", f"from {self.day.isoformat()}")


class EachQuarter(Entry):
    """«Не реже 1 раза в квартал»: once a quarter or more; `as_needed` where the act adds so in brackets."""

    kind: Annotated[Literal["each_quarter"], words.KIND]
    as_needed: Annotated[StrictBool, words.IF_NEEDED] = False

    @property
    def text(self) -> Text:
        """The term in words."""
        if self.as_needed:
            return Text(
                "не реже раза в квартал (по мере необходимости)", "at least once a quarter (as needed)"
            )
        return Text("не реже раза в квартал", "at least once a quarter")


class AsNeeded(Entry):
    """«По мере необходимости»: no day."""

    kind: Annotated[Literal["as_needed"], words.KIND]

    @property
    def text(self) -> Text:
        """The term in words."""
        return Text("по мере необходимости", "as needed")


class Days(Vocabulary):
    """Какими днями считают срок."""

    WORKING = "working_days", "рабочих дней", "working days"
    CALENDAR = "calendar_days", "календарных дней", "calendar days"


class After(Entry):
    """«В течение N дней»: so many working or calendar days after an event.

    `moves` says whether a term of calendar days that would end on a day off ends on the next working day.
    """

    kind: Annotated[Literal["after"], words.KIND]
    days: Annotated[StrictInt, Field(ge=1, le=3660), words.DAYS]
    unit: Annotated[Days, words.DAY_UNIT]
    moves: Annotated[StrictBool, words.MOVES] = False

    @property
    def text(self) -> Text:
        """The term in words."""
        unit = self.unit.text
        return Text(f"{unit.ru} после события: {self.days}", f"{unit.en} after the event: {self.days}")


Term = Annotated[Year | Quarter | Before | From | EachQuarter | AsNeeded, Field(discriminator="kind")]
