"""Целевой ориентир и день значения (targets): which target a value is of, what shows it, and what reaches it.

>>> december = IndicatorValue(value=100, year=2024, month=12)
>>> [shows(december, None, date(2024, month, 20), None) for month in (11, 12)]
[False, True]
>>> [reached(value, True, False) for value in (True, False)]
[False, True]
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Literal

from dateutil.relativedelta import relativedelta

from law189.kinds.asked import asked
from law189.law import Citation, Text
from law189.profile.indicators import Indicator, IndicatorValue, Range
from law189.rules.asking import KEEPER
from law189.telling import shown
from law189.verdict import Ask, Fact, Rule, Verdict

__all__ = [
    "TableValue",
    "also_reported",
    "determined",
    "last_day_of",
    "reached",
    "shown_value",
    "shows",
    "target_of",
    "value_of",
    "year_of",
]

TBD = Text("подлежит определению", "to be determined")
TableValue = Decimal | bool | Literal["tbd"] | Range | None
"""A base, a target or what was reported: a number, yes or no, bounds, still to be determined, or nothing."""
REPORTER = Text("орган, который отчитывается о показателе", "the body that reports on the indicator")

OTHERS = Rule(
    "indicators.others",
    Text(
        "Об этом же ориентире сообщено ещё: {others}; по этим значениям не судят.",
        "Also reported of this target: {others}; it is not judged by these values.",
    ),
    assumed=Text(
        "Из нескольких значений одного ориентира судят по значению на его месяц или на конец его года, а из "
        "нескольких таких — по последнему.",
        "Of several values of one target that of its month, or of the end of its year, is judged, and of several "
        "such the latest.",
    ),
)


@asked
def also_reported(cite: Citation, others: Sequence[Text]) -> tuple[Verdict, ...]:
    """What else was reported of a target, by which it is not judged; nothing where there is no more."""
    return (OTHERS.judge(True, cite, others=others),) if others else ()


@asked
def last_day_of(value: IndicatorValue) -> date | None:
    """The last day of the month or year of a value; None where the source leaves the year blank."""
    if value.year is None:
        return None
    return date(value.year, value.month or 12, 1) + relativedelta(day=31)


@asked
def target_of(indicator: Indicator, year: int | None, on: date | None) -> IndicatorValue | None:
    """The target of the year, None where the table has none; where no year is said, the one next due on the day."""
    targets = indicator.every_target
    if year is not None:
        return next((value for value in targets if value.year in (None, year)), None)
    if on is None:
        return targets[-1]
    return next((value for value in targets if value.year is None or value.year >= on.year), targets[-1])


@asked
def shows(aim: IndicatorValue, on: date | None, as_of: date | None, year: int | None) -> bool:
    """Whether the value is of the target's month, or of the end of its year; said of its year, it may be later.

    A value whose day is not said is not of a later day than the report.
    """
    last_day = last_day_of(aim)
    if last_day is None:
        return True
    first = last_day if aim.month is None else last_day.replace(day=1)
    if as_of is None:
        return on is None or on >= first
    return first <= as_of <= last_day or (year is not None and last_day < as_of and year < as_of.year)


@asked
def reached(reported: TableValue, base: TableValue, target: TableValue) -> bool | None:
    """Whether the target is reached; None where it cannot be said.

    Yes or no is reached by the same answer alone, whatever the base; bounds are kept or not. Of a number more is
    better, but less is where the base is a greater number.
    """
    if isinstance(target, bool):
        return reported is target if isinstance(reported, bool) else None
    if isinstance(reported, bool) or not isinstance(reported, Decimal):
        return None
    if isinstance(target, Range):
        return target.has(reported)
    if not isinstance(target, Decimal):
        return None
    before = _number(base)
    return reported <= target if before is not None and before > target else reported >= target


def _number(base: TableValue) -> Decimal | None:
    """The number that a base is, or the first of its bounds; None where it is none."""
    if isinstance(base, Range):
        return base.at_most if base.at_least is None else base.at_least
    return base if isinstance(base, Decimal) else None


@asked
def shown_value(value: TableValue) -> Fact:
    """The value as a sentence has it: a number as it was written."""
    if value == "tbd":
        return TBD
    if isinstance(value, Range):
        return value.text
    return value if value is None or isinstance(value, bool) else str(value)


@asked
def determined(indicator_id: str, value: str) -> Ask:
    """The base or the target of an indicator, which the table leaves open."""
    titles = {
        "base": Text("базовое значение показателя", "the base of the indicator"),
        "target": Text("целевой ориентир показателя", "the target of the indicator"),
    }
    return Ask(f"profile.indicators[{indicator_id}].{value}", titles[value], KEEPER)


@asked
def value_of(indicator_id: str, as_of: date | None = None) -> Ask:
    """The reported value of an indicator, where one is reported already that of the day `as_of`."""
    title = Text("сообщённое значение показателя", "the reported value of the indicator")
    if as_of is not None:
        title = Text(f"{title.ru} на {shown(as_of, 'ru')}", f"{title.en} as of {shown(as_of, 'en')}")
    return Ask(f"indicator {indicator_id}", title, REPORTER)


@asked
def year_of(indicator_id: str) -> Ask:
    """Of which year the reported value of an indicator is."""
    return Ask(
        f"indicator {indicator_id}.year",
        Text("год значения показателя", "the year of the value of the indicator"),
        REPORTER,
    )
