"""Сроки по календарю (terms by the calendar): a day, before or by a day, a period, each year.

>>> On(kind="on", day="2024-03-15").text.ru, Month(kind="month", year=2024, month=3).text.ru
('15.03.2024', 'март 2024 года')
>>> Yearly(kind="yearly", end="before", day="02-30")
Traceback (most recent call last):
    ...
pydantic_core._pydantic_core.ValidationError: 1 validation error for Yearly
day
  a month and day of the form MM-DD such as 01-01 are needed, not «02-30» [type=law189, ...
"""

import re
from datetime import date
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, StrictBool, StrictInt, WithJsonSchema, model_validator

from law189.law import Day, Entry, Text, as_written, flaw
from law189.law.text import in_russian
from law189.profile.ends import End
from law189.profile.months import MONTHS
from law189.profile.words import terms as words

__all__ = [
    "Before",
    "By",
    "Dated",
    "End",
    "From",
    "HalfYear",
    "InYear",
    "Month",
    "Months",
    "NotLater",
    "On",
    "Quarter",
    "Year",
    "Yearly",
]

YearNumber = Annotated[StrictInt, Field(ge=2000, le=2100)]


def _day_of_year(value: str) -> str:
    found = re.fullmatch("([0-9]{2})-([0-9]{2})", value)
    longest = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    if not found or not 1 <= int(found[1]) <= 12 or not 1 <= int(found[2]) <= longest[int(found[1]) - 1]:
        raise flaw(
            "day_of_year",
            f"нужны месяц и день вида ММ-ДД, например 01-01, а указано: {as_written(value).ru}",
            f"a month and day of the form MM-DD such as 01-01 are needed, not {as_written(value).en}",
        )
    return value


_WRITTEN = {"type": "string", "pattern": "^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"}
DayOfYear = Annotated[str, AfterValidator(_day_of_year), WithJsonSchema(_WRITTEN)]


def _shown(month_day: str) -> str:
    month, day = month_day.split("-")
    return f"{day}.{month}"


# ─── Период ──────────────────────────────────────────────────────────────────────────────────────────────


class _Then(Entry):
    """A first term, after which the same is due again each year before a day (`MM-DD`)."""

    then_yearly_before: Annotated[DayOfYear | None, words.THEN_YEARLY] = None

    def _then(self, first: Text) -> Text:
        if self.then_yearly_before is None:
            return first
        return Text(
            f"{first.ru}, далее ежегодно до {_shown(self.then_yearly_before)}",
            f"{first.en}, then yearly before {self.then_yearly_before}",
        )


class Year(_Then):
    """«2023 год»: within the year."""

    kind: Annotated[Literal["year"], words.KIND]
    year: Annotated[YearNumber, words.YEAR]

    @property
    def text(self) -> Text:
        """The term in words."""
        return self._then(Text(f"{self.year} год", f"the year {self.year}"))


class HalfYear(Entry):
    """«I полугодие 2024 года»: within the half-year."""

    kind: Annotated[Literal["half_year"], words.KIND]
    year: Annotated[YearNumber, words.PERIOD_YEAR]
    half: Annotated[StrictInt, Field(ge=1, le=2), words.HALF]

    @property
    def text(self) -> Text:
        """The term in words."""
        return Text(f"{self.half} полугодие {self.year} года", f"half-year {self.half} of {self.year}")


class Quarter(Entry):
    """«IV квартал 2024 года»: within the quarter."""

    kind: Annotated[Literal["quarter"], words.KIND]
    year: Annotated[YearNumber, words.QUARTER_YEAR]
    quarter: Annotated[StrictInt, Field(ge=1, le=4), words.QUARTER]

    @property
    def text(self) -> Text:
        """The term in words."""
        return Text(f"{self.quarter} квартал {self.year} года", f"quarter {self.quarter} of {self.year}")


class Month(Entry):
    """«Март 2024 года»: within the month."""

    kind: Annotated[Literal["month"], words.KIND]
    year: Annotated[YearNumber, words.PERIOD_YEAR]
    month: Annotated[StrictInt, Field(ge=1, le=12), words.MONTH]

    @property
    def text(self) -> Text:
        """The term in words."""
        ru, en = MONTHS[self.month - 1].ru, MONTHS[self.month - 1].en
        return Text(f"{ru} {self.year} года", f"{en} {self.year}")


class Months(Entry):
    """«Сентябрь и октябрь 2024 года»: within some months on end; a measure may be done before them.

    Years and quarters on end are written by their months too.
    """

    kind: Annotated[Literal["months"], words.KIND]
    first_year: Annotated[YearNumber, words.FIRST_YEAR]
    first_month: Annotated[StrictInt, Field(ge=1, le=12), words.FIRST_MONTH]
    last_year: Annotated[YearNumber, words.LAST_YEAR]
    last_month: Annotated[StrictInt, Field(ge=1, le=12), words.LAST_MONTH]

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if (self.first_year, self.first_month) >= (self.last_year, self.last_month):
            raise flaw(
                "months_order",
                "последний месяц срока должен быть позже первого; срок в один месяц — kind: month",
                "the last month of a term must be after its first; a term of one month is kind: month",
            )
        return self

    @property
    def text(self) -> Text:
        """The term in words."""
        first, last = MONTHS[self.first_month - 1], MONTHS[self.last_month - 1]
        years = self.first_year, self.last_year
        if years[0] == years[1]:
            return Text(f"{first.ru} – {last.ru} {years[1]} года", f"{first.en} to {last.en} {years[1]}")
        if (self.first_month, self.last_month) == (1, 12):
            return Text(f"{years[0]} – {years[1]} годы", f"the years {years[0]} to {years[1]}")
        return Text(
            f"{first.ru} {years[0]} года – {last.ru} {years[1]} года",
            f"{first.en} {years[0]} to {last.en} {years[1]}",
        )


# ─── День ────────────────────────────────────────────────────────────────────────────────────────────────


class On(Entry):
    """«15 марта 2024 года»: on the day."""

    kind: Annotated[Literal["on"], words.KIND]
    day: Annotated[Day, words.ON]

    @property
    def text(self) -> Text:
        """The term in words."""
        return Text(in_russian(self.day), f"on {self.day.isoformat()}")


class Before(_Then):
    """«До 1 октября 2023 года»: before the day; reading D1 says whether on the day too."""

    kind: Annotated[Literal["before"], words.KIND]
    day: Annotated[Day, words.BEFORE]
    since: Annotated[Day | None, words.BEGINS] = None

    @property
    def text(self) -> Text:
        """The term in words."""
        return self._then(_from(self.since, End.BEFORE, self.day))


class By(Entry):
    """«По 1 октября 2023 года»: up to the day and on it."""

    kind: Annotated[Literal["by"], words.KIND]
    day: Annotated[Day, words.BY]
    since: Annotated[Day | None, words.BEGINS] = None

    @property
    def text(self) -> Text:
        """The term in words."""
        return _from(self.since, End.BY, self.day)


class NotLater(Entry):
    """«Не позднее 1 октября 2023 года»: on the day or before it."""

    kind: Annotated[Literal["not_later"], words.KIND]
    day: Annotated[Day, words.NOT_LATER]

    @property
    def text(self) -> Text:
        """The term in words."""
        return _from(None, End.NOT_LATER, self.day)


def _from(since: date | None, end: End, day: date) -> Text:
    ends = Text(f"{end.text.ru} {in_russian(day)}", f"{end.text.en} {day.isoformat()}")
    if since is None:
        return ends
    return Text(f"с {in_russian(since)} {ends.ru}", f"from {since.isoformat()} {ends.en}")


class Yearly(Entry):
    """«Ежегодно до 1 марта»: each year, before a day, up to it, or not later than it.

    With `after_reported` it is a day «года, следующего за отчётным»; the first year reported on is that of the act.
    """

    kind: Annotated[Literal["yearly"], words.KIND]
    end: Annotated[End, words.END]
    day: Annotated[DayOfYear, words.DAY_OF_YEAR]
    after_reported: Annotated[StrictBool, words.AFTER_REPORTED] = False

    @property
    def text(self) -> Text:
        """The term in words."""
        end = self.end.text
        ru, en = f"ежегодно {end.ru} {_shown(self.day)}", f"yearly {end.en} {self.day}"
        if not self.after_reported:
            return Text(ru, en)
        return Text(f"{ru} года, следующего за отчётным", f"{en} of the year after the one reported on")


class InYear(Entry):
    """«До 31 августа», без года: reading D8 says whether each year or in the year that is asked about."""

    kind: Annotated[Literal["in_year"], words.KIND]
    end: Annotated[End, words.END]
    day: Annotated[DayOfYear, words.DAY_OF_YEAR]

    @property
    def text(self) -> Text:
        """The term in words."""
        end = self.end.text
        return Text(f"{end.ru} {_shown(self.day)}", f"{end.en} {self.day}")


class From(Entry):
    """«С 1 сентября 2023 года»: from the day on, without an end."""

    kind: Annotated[Literal["from"], words.KIND]
    day: Annotated[Day, words.FROM]

    @property
    def text(self) -> Text:
        """The term in words."""
        return Text(f"с {in_russian(self.day)}", f"from {self.day.isoformat()}")


Period = Year | HalfYear | Quarter | Month | Months
Dated = Period | On | Before | By | NotLater | Yearly | InYear | From
