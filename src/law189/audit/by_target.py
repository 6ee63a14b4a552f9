"""Значения по ориентирам (by target): which of what was reported answers which target of an indicator.

Each target is answered by itself. Of several values of one target that of its month, or of the end of its year,
answers, and of several such the latest; the others are told beside it. A target whose last day has come, and of
which nothing was reported, is there too, with nothing.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Annotated, NamedTuple, TypeAlias

from pydantic import BeforeValidator, Field, StrictInt

from law189.audit import words
from law189.kinds.asked import asked
from law189.law import Day, Entry, Text, as_written, flaw
from law189.profile.indicators import Indicator, IndicatorValue
from law189.profile.numerals import WRITTEN, number
from law189.rules.indicators.targets import last_day_of, shows, target_of
from law189.telling import shown

__all__ = ["Reported", "ReportedValue", "TargetAnswer", "answers", "value_of"]


def _quantity(value: object) -> object:
    if isinstance(value, bool):
        return value
    found = None if isinstance(value, float) else number(value)
    if found is None:
        raise flaw(
            "reported_value",
            f"нужно число (дробное — в кавычках, «87,5»), true или false, а указано: {as_written(value).ru}",
            f"a number (a decimal in quotes, «87.5»), true or false is needed, not {as_written(value).en}",
        )
    return found


_WrittenNumber = Annotated[str, Field(pattern=rf"^{WRITTEN.pattern}$")]


class Reported(Entry):
    """Сообщённое значение: of which indicator, what, of which day and of which year (None where not said)."""

    id: Annotated[str, words.INDICATOR]
    value: Annotated[
        Decimal | bool,
        BeforeValidator(_quantity, json_schema_input_type=int | bool | _WrittenNumber),
        words.REPORTED,
    ]
    on: Annotated[Day | None, words.REPORTED_ON] = None
    year: Annotated[Annotated[StrictInt, Field(ge=2000, le=2100)] | None, words.REPORTED_YEAR] = None


ReportedValue: TypeAlias = Decimal | bool | int | Reported
"""A value, or the record of one with its day and year."""


class TargetAnswer(NamedTuple):
    """Ответ на ориентир: the target (None where the table has none of the year), what answers it, and what else.

    `year` is that of the value or of the target, None where the value says none and the table has one target.
    """

    target: IndicatorValue | None
    year: int | None
    given: ReportedValue | None
    others: tuple[Text, ...] = ()

    @property
    def value(self) -> Decimal | bool | None:
        """What was reported; None where nothing was."""
        return None if self.given is None else value_of(self.given)

    @property
    def as_of(self) -> date | None:
        """The day of the value, where that is said."""
        return self.given.on if isinstance(self.given, Reported) else None


@asked
def value_of(given: ReportedValue) -> Decimal | bool:
    """The value alone; a whole number as an exact one."""
    value = given.value if isinstance(given, Reported) else given
    return value if isinstance(value, bool) else Decimal(value)


@asked
def answers(
    indicator: Indicator, given: Sequence[ReportedValue], on: date | None
) -> tuple[TargetAnswer, ...]:
    """What answers each target, in order of time; first what does not say of which of several targets it is.

    `on` is the day of the report; without one a target's time has come where a value of that day or a later one
    was reported. Where nothing was reported the target that is next due stands too.
    """
    of_year: dict[int | None, list[ReportedValue]] = {}
    for one in given:
        of_year.setdefault(_place(indicator, one), []).append(one)
    found = {year: _answer(indicator, some, on) for year, some in of_year.items()}
    undated = None in found and len(indicator.targets) > 1
    missing = () if undated else _come(indicator, on or _latest(given))
    for target in missing:
        year = target.year if indicator.targets else None
        found.setdefault(target.year, TargetAnswer(target, year, None))
    next_due = target_of(indicator, None, on)
    if not given and next_due is not None and next_due.year not in found:
        found[next_due.year] = TargetAnswer(next_due, None, None)
    return tuple(found[year] for year in sorted(found, key=lambda year: year or 0))


def _place(indicator: Indicator, given: ReportedValue) -> int | None:
    """The year of the target that the value answers, or its own where the table has no target of it."""
    year = _year(indicator, given)
    if year is None and len(indicator.targets) > 1:
        return None
    target = target_of(indicator, year, None)
    return year if target is None else target.year


def _year(indicator: Indicator, given: ReportedValue) -> int | None:
    """The year of the value: as it says, else that of its day where each year has a target of its own."""
    if not isinstance(given, Reported):
        return None
    if given.year is not None or not indicator.targets or given.on is None:
        return given.year
    return given.on.year


def _answer(indicator: Indicator, given: Sequence[ReportedValue], on: date | None) -> TargetAnswer:
    """The value that answers, of those of one target."""

    def rank(one: ReportedValue) -> tuple[bool, date, int]:
        as_of, said = (one.on, one.year) if isinstance(one, Reported) else (None, None)
        year = _year(indicator, one)
        target = target_of(indicator, year, on)
        return target is not None and shows(target, on, as_of, year), as_of or date.min, said or 0

    *others, last = sorted(given, key=rank)
    year = _year(indicator, last)
    told = dict.fromkeys(_told(one) for one in others)
    told.pop(_told(last), None)
    return TargetAnswer(target_of(indicator, year, on), year, last, tuple(told))


def _told(given: ReportedValue) -> Text:
    """A value with its day and year, as far as they are said."""
    value = value_of(given)
    ru, en = shown(value, "ru"), shown(value, "en")
    if isinstance(given, Reported) and given.on is not None:
        ru, en = f"{ru} на {shown(given.on, 'ru')}", f"{en} as of {shown(given.on, 'en')}"
    if isinstance(given, Reported) and given.year is not None:
        ru, en = f"{ru} за {given.year} год", f"{en} of the year {given.year}"
    return Text(ru, en)


def _latest(given: Iterable[ReportedValue]) -> date | None:
    """The latest day that is known to have come by what was reported; None where nothing says its day or year."""
    days = [_day(one) for one in given if isinstance(one, Reported)]
    return max((day for day in days if day is not None), default=None)


def _day(record: Reported) -> date | None:
    return record.on or (None if record.year is None else date(record.year, 12, 31))


def _come(indicator: Indicator, on: date | None) -> tuple[IndicatorValue, ...]:
    """The targets whose last day has come."""
    ends = ((target, last_day_of(target)) for target in indicator.every_target)
    return tuple(target for target, end in ends if on is not None and end is not None and end <= on)
