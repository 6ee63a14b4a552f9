"""Показатели (indicators): a reported value against its base and its target.

«Будет определено» (TBD) is a state and not a zero: where the target is still to be determined the answer is
UNKNOWN, with the duty that must end it.

>>> from law189.profile.loader import load_profile
>>> row = next(row for row in load_profile("kemerovo").latest.indicators if row.id == "app5.2.1")
>>> judged(row, True, None, None).outcome, judged(row, False, None, None).outcome
(<Outcome.HOLDS: 'holds'>, <Outcome.BREACH: 'breach'>)
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Literal

from law189.calendar import Calendar
from law189.kinds.asked import asked, unasked
from law189.law import Citation, Norm, Text
from law189.profile.indicators import FactorAnalysis, Indicator, IndicatorValue, Range
from law189.profile.terms import Before
from law189.readings import NO_CHOICES, Chosen
from law189.rules import targets
from law189.rules.cures import certificate
from law189.rules.deadlines import due
from law189.rules.indicator_units import NO_UNIT, in_its_unit, of_another_unit
from law189.rules.targets import last_day_of, target_of
from law189.verdict import Ask, Fact, Outcome, Rule, Verdict, bundle

__all__ = ["judged"]

_in_its_unit, _of_another_unit = unasked(in_its_unit), unasked(of_another_unit)

TARGET = Rule(
    "indicators.target",
    Text(
        "Сообщено: {reported:#|ничего}{as_of: на …|}; база: {base:#|не указана}; целевой ориентир: "
        "{target:#|не указан} ({last_day:последний день: …|последний день не указан}; {unit}).",
        "Reported: {reported:#|nothing}{as_of: as of …|}; base: {base:#|not given}; target: {target:#|not "
        "given} (last day: {last_day:…|not given}; {unit}).",
    ),
    missed=Outcome.BREACH,
    unknown=Text(
        "Оценивать рано или недостаточно данных. Сообщено: {reported:#|ничего}{as_of: на …|}; база: {base:#|не "
        "указана}; целевой ориентир: {target:#|не указан} ({last_day:последний день: …|последний "
        "день не указан}; {unit}). Нужно: {asks}.",
        "Too early or nothing to judge by. Reported: {reported:#|nothing}{as_of: as of …|}; base: {base:#|not "
        "given}; target: {target:#|not given} (last day: {last_day:…|not given}; {unit}). Needed: {asks}.",
    ),
    assumed=Text(
        "Лучше, когда больше, если база не выше ориентира, не указана или ещё не определена; иначе — когда меньше. "
        "Границы входят в ориентир. Ориентир месяца или года показывает значение на этот месяц или на конец года.",
        "More is better where the base is not above the target, is not stated or not yet determined; else less is. "
        "Bounds are within the target. A target is shown by a value as of its month, or as of the end of its year.",
    ),
    cure=certificate.TARGET,
)
OTHER_DAY = Text(
    "Сообщено: {reported:#|ничего}{as_of: на …|}; база: {base:#|не указана}; целевой ориентир: {target:#|не "
    "указан} ({last_day:последний день: …|последний день не указан}; {unit}); значение другого дня не показывает, "
    "достигнут ли он. Нужно: {asks}.",
    "Reported: {reported:#|nothing}{as_of: as of …|}; base: {base:#|not given}; target: {target:#|not "
    "given} (last day: {last_day:…|not given}; {unit}); a value of another day does not show whether it is "
    "reached. Needed: {asks}.",
)
YEAR = Rule(
    "indicators.year",
    Text(
        "Сообщено: {reported:#|ничего} за {year} год; целевые ориентиры есть на годы: {years}.",
        "Reported: {reported:#|nothing} of the year {year}; there are targets of the years: {years}.",
    ),
    unknown=Text(
        "Сообщено: {reported:#|ничего} за {year} год, а ориентира на этот год нет (есть на годы: {years}): "
        "сравнивать не с чем. Нужно: {asks}.",
        "Reported: {reported:#|nothing} of the year {year}, for which there is no target (there are targets "
        "of the years: {years}): there is nothing to compare it with. Needed: {asks}.",
    ),
    assumed=Text(
        "Значение одного года не сравнивают с ориентиром другого.",
        "A value of one year is not compared with the target of another.",
    ),
)
OF_YEAR = Rule(
    "indicators.of_year",
    Text(
        "Сообщено: {reported:#|ничего}; целевые ориентиры есть на годы: {years}.",
        "Reported: {reported:#|nothing}; there are targets of the years: {years}.",
    ),
    unknown=Text(
        "Сообщено: {reported:#|ничего}, а за какой год, не указано; целевые ориентиры есть на годы: {years}. "
        "Нужно: {asks}.",
        "Reported: {reported:#|nothing}, of which year is not said; there are targets of: {years}. Needed: {asks}.",
    ),
    assumed=YEAR.assumed,
)
DETERMINED = Rule(
    "indicators.determined",
    Text(
        "Значения показателя: база — {base:#|не указана}, целевой ориентир — {target:#|не "
        "указан}; определить до: {before}.",
        "Its values: base {base:#|not given}, target {target:#|not given}; to be determined before: {before}.",
    ),
    missed=Outcome.UNKNOWN,
    unknown=Text(
        "Значения показателя: база — {base:#|не указана}, целевой ориентир — {target:#|не "
        "указан}; определить до: {before}; нужно: {asks}.",
        "Values of the indicator: base {base:#|not given}, target {target:#|not given}; to be determined "
        "before: {before}; needed: {asks}.",
    ),
    assumed=Text("Неопределённое значение — не ноль.", "A value not determined is not zero."),
)
INDICATOR = Rule("indicators.indicator", Text("Показатель: {title}", "Indicator: {title}"))
NO_TERM = Text("срок не установлен", "no term is stated")
TBD = Text("подлежит определению", "to be determined")


@asked
def judged(
    indicator: Indicator,
    reported: Decimal | bool | None,
    on: date | None,
    analysis: Norm[FactorAnalysis] | None,
    *,
    calendar: Calendar | None = None,
    choices: Chosen = NO_CHOICES,
    year: int | None = None,
    as_of: date | None = None,
    counted: Verdict | None = None,
) -> Verdict:
    """What was reported of one indicator, against its base and the target of its year.

    `reported` is None where nothing was; `on` is the day of the report, None judges as if the target's time had
    come. `analysis` is the duty to determine the values that are still to be determined. `year` is the year of
    the value, where that is said: without a target of it the answer is UNKNOWN. `as_of` is the day of the value,
    where that is said: one of another day than the target's month, or the end of its year, shows neither that it is
    reached nor that it is missed, and one before its last day does not show that it is missed. Without either, of
    several targets none is chosen. `counted` is what the value is beside what was counted, None where nothing is.
    """
    beside = () if counted is None else (counted,)
    fits = reported is None or _in_its_unit(indicator, reported)
    target = target_of(indicator, year, on)
    years = tuple(str(value.year) for value in indicator.every_target)
    if reported is not None and year is None and as_of is None and len(set(years)) > 1:
        asks = (targets.year_of(indicator.id),)
        told = OF_YEAR.judge(None, indicator.cite, lacks=asks, reported=_shown(reported), years=years)
        return bundle(INDICATOR, told, *beside, title=indicator.title)
    if target is None:
        asks = (targets.determined(indicator.id, "target"),)
        told = YEAR.judge(None, indicator.cite, lacks=asks, reported=_shown(reported), year=year, years=years)
        return bundle(INDICATOR, told, *beside, title=indicator.title)
    parts = list(_determined(indicator, target, on, analysis, calendar, choices))
    if fits or reported is None:
        parts.append(_against_target(indicator, target, reported, on, as_of, year))
    else:  # what is in another unit is not compared, and asked for once: by what to do
        parts.append(_of_another_unit(indicator, reported))
    return bundle(INDICATOR, *parts, *beside, title=indicator.title)


def _determined(
    indicator: Indicator,
    aim: IndicatorValue,
    on: date | None,
    analysis: Norm[FactorAnalysis] | None,
    calendar: Calendar | None,
    choices: Mapping[str, str],
) -> Iterator[Verdict]:
    """That a value is still to be determined, and whether the duty to determine it is in time on the day."""
    base, target = _base(indicator), aim.value
    if "tbd" not in (base, target):
        return
    cites: tuple[Citation, ...] = (indicator.cite,)
    before: Fact = NO_TERM
    if analysis is not None:
        cites, before = (analysis.basis, *cites), analysis.value.before
    asks = tuple(
        targets.determined(indicator.id, name)
        for name, value in (("base", base), ("target", target))
        if value == "tbd"
    )
    yield DETERMINED.judge(None, *cites, lacks=asks, base=_shown(base), target=_shown(target), before=before)
    if analysis is not None and on is not None:
        term = Before(kind="before", day=analysis.value.before)
        told = due(term, on, analysis.basis, calendar=calendar, choices=choices).verdict
        yield told.curing({told.rule: certificate.VALUES})


def _base(indicator: Indicator) -> "Value":
    return None if indicator.base is None else indicator.base.value


def _against_target(
    indicator: Indicator,
    aim: IndicatorValue,
    reported: Decimal | bool | None,
    on: date | None,
    as_of: date | None,
    year: int | None,
) -> Verdict:
    """Whether the target is reached; UNKNOWN by a value of another day, and of a miss before its time is over."""
    base, target, last_day = _base(indicator), aim.value, last_day_of(aim)
    reached = _reached(reported, base, target)
    shows = targets.shows(aim, on, as_of, year)
    early = on is not None and (last_day is None or on <= last_day)
    if as_of is not None and last_day is not None:  # what is told of the last day itself is final on that day
        early = as_of < last_day
    timely = reached is None or (shows and (reached or not early))
    rule = TARGET if shows or as_of is None or reached is None else replace(TARGET, unknown=OTHER_DAY)
    return rule.judge(
        reached if timely else None,
        indicator.cite,
        lacks=_asked(indicator, target, reported, None if timely else last_day),
        reported=_shown(reported),
        as_of=as_of,
        base=_shown(base),
        target=_shown(target),
        unit=_unit(indicator),
        last_day=last_day,
    )


def _asked(
    indicator: Indicator, target: "Value", reported: Decimal | bool | None, as_of: date | None
) -> tuple[Ask, ...]:
    """The target, where the table has none, and a value: that of the day `as_of`, where one is reported."""
    blank = (targets.determined(indicator.id, "target"),) if target == "tbd" else ()
    return blank if blank and reported is not None else (targets.value_of(indicator.id, as_of), *blank)


def _unit(indicator: Indicator) -> Text:
    return NO_UNIT if indicator.unit is None else indicator.unit.text


Value = Decimal | bool | Literal["tbd"] | Range | None


def _reached(reported: Value, base: Value, target: Value) -> bool | None:
    """Whether the target is reached; None where it cannot be said. No is less than yes; bounds are kept or not."""
    if isinstance(target, Range):
        return target.has(reported) if isinstance(reported, Decimal) else None
    ours, theirs, before = _number(reported), _number(target), _number(base)
    if ours is None or theirs is None or isinstance(reported, bool) != isinstance(target, bool):
        return None
    less_is_better = before is not None and before > theirs
    return ours <= theirs if less_is_better else ours >= theirs


def _number(value: Value) -> Decimal | None:
    if isinstance(value, Range):
        return value.at_most if value.at_least is None else value.at_least
    return None if value is None or value == "tbd" else Decimal(value)


def _shown(value: Value) -> Fact:
    if value == "tbd":
        return TBD
    if isinstance(value, Range):
        return value.text
    return value if value is None or isinstance(value, bool) else str(value)
