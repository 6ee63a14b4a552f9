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

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, StrictBool, StrictInt

from law189.law import Entry, Text, as_written, flaw
from law189.profile.counted import (
    After,
    AfterMonths,
    Ahead,
    Counted,
    Days,
    NextMonth,
    Occasion,
    OccasionKind,
    SameDay,
    Until,
)
from law189.profile.dated import (
    Before,
    By,
    Dated,
    End,
    From,
    HalfYear,
    InYear,
    Month,
    Months,
    NotLater,
    On,
    Quarter,
    Year,
    Yearly,
)
from law189.profile.spans import Per
from law189.profile.term_words import term_of, unclear
from law189.profile.words import terms as words

__all__ = [
    "After",
    "AfterMonths",
    "Ahead",
    "AsNeeded",
    "Before",
    "By",
    "Counted",
    "Dated",
    "Days",
    "End",
    "From",
    "HalfYear",
    "InYear",
    "Month",
    "Months",
    "NextMonth",
    "NotLater",
    "Occasion",
    "OccasionKind",
    "On",
    "Per",
    "Quarter",
    "Regular",
    "SameDay",
    "Term",
    "Until",
    "Year",
    "Yearly",
]

# ─── Чаще одного раза ────────────────────────────────────────────────────────────────────────────────────


class Regular(Entry):
    """«Не реже 1 раза в квартал»: so many times in each period or more.

    `as_needed` where the act adds «по мере необходимости» in brackets (reading D4).
    """

    kind: Annotated[Literal["regular"], words.KIND]
    times: Annotated[StrictInt, Field(ge=1, le=31), words.TIMES]
    per: Annotated[Per, words.PER]
    as_needed: Annotated[StrictBool, words.IF_NEEDED] = False

    @property
    def text(self) -> Text:
        """The term in words."""
        per = self.per.text
        ru, en = f"не реже раза в {per.ru}", f"at least once a {per.en}"
        if self.times > 1:
            ru, en = f"раз в {per.ru} не реже: {self.times}", f"times a {per.en} or more: {self.times}"
        return Text(f"{ru} (по мере необходимости)", f"{en} (as needed)") if self.as_needed else Text(ru, en)


class AsNeeded(Entry):
    """«По мере необходимости»: no day."""

    kind: Annotated[Literal["as_needed"], words.KIND]

    @property
    def text(self) -> Text:
        """The term in words."""
        return Text("по мере необходимости", "as needed")


def _meant(value: object) -> tuple[dict[str, Any], ...]:
    """The term that the words say; none where they say none that is sure."""
    found = term_of(str(value)) if isinstance(value, str | int) and not isinstance(value, bool) else None
    return () if found is None else (found,)


def _said_now(value: object) -> object:
    """Refuse a spelling that is no more and words without keys, and say what to write."""
    why = unclear(value) if isinstance(value, str) and not _meant(value) else None
    if why is not None:
        raise flaw(
            "term_unclear",
            f"{why.ru}: {as_written(value).ru}",
            f"{why.en}: {as_written(value).en}",
            forms=(
                *({"kind": "after", "days": 5, "unit": unit.value} for unit in Days),
                {"kind": "before", "day": "2023-10-01"},
            ),
        )
    if isinstance(value, str | int | float | bool) or value is None:
        raise flaw(
            "term_form",
            f"нужны ключи со значениями (kind — вид срока), а указано: {as_written(value).ru}",
            f"keys with values are needed (kind is the kind of term), not {as_written(value).en}",
            meant=_meant(value),
            forms=({"kind": "after", "days": 5, "unit": "working_days"}, {"kind": "year", "year": 2023}),
        )
    if isinstance(value, Mapping) and value.get("kind") == "each_quarter":
        raise flaw(
            "each_quarter",
            "вида each_quarter больше нет; пишите kind: regular, times: 1, per: quarter",
            "there is no kind each_quarter any more; write kind: regular, times: 1, per: quarter",
        )
    return value


Term = Annotated[
    Dated | Regular | AsNeeded | Counted, Field(discriminator="kind"), BeforeValidator(_said_now)
]
