"""Показатели (indicators): a reported value against its base and its target.

«Будет определено» (TBD) is a state and not a zero: where the target is still to be determined the answer is
UNKNOWN, with the duty that must end it.

>>> from law189.profile.loader import load_profile
>>> row = next(row for row in load_profile("kemerovo").latest.indicators if row.id == "app5.2.1")
>>> judged(row, True, None, None).outcome, judged(row, False, None, None).outcome
(<Outcome.HOLDS: 'holds'>, <Outcome.BREACH: 'breach'>)
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from law189.calendar import Calendar
from law189.kinds.asked import asked, unasked
from law189.law import Norm, Text
from law189.profile.indicators import FactorAnalysis, Indicator, IndicatorValue
from law189.readings import D5, D7, NO_CHOICES, Chosen, under
from law189.rules.cures import certificate
from law189.rules.deadlines.bound import bound
from law189.rules.deadlines.counting import LastDay
from law189.rules.indicators import targets
from law189.rules.indicators.indicator_units import NO_UNIT, in_its_unit, of_another_unit
from law189.rules.indicators.targets import TableValue, last_day_of, reached, shown_value, target_of
from law189.rules.indicators.undetermined import BeginsOn, undetermined
from law189.verdict import Ask, Outcome, Rule, Verdict, bundle

__all__ = ["judged"]

_in_its_unit, _of_another_unit = unasked(in_its_unit), unasked(of_another_unit)
_reached, _shown, _undetermined = unasked(reached), unasked(shown_value), unasked(undetermined)

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
        "Ориентир «да» или «нет», «есть» или «нет» достигнут, только если сообщено то же самое. Границы входят в "
        "ориентир. Ориентир месяца или года показывает значение на этот месяц или на конец года.",
        "More is better where the base is not above the target, is not stated or not yet determined; else less is. "
        "A target of yes or no is reached by the same answer alone. Bounds are within the target. A target is "
        "shown by a value as of its month, or as of the end of its year.",
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
NOT_REPORTED = Text(
    "Время ориентира вышло, а сообщено: {reported:#|ничего}; база: {base:#|не указана}; целевой ориентир: "
    "{target:#|не указан} ({last_day:последний день: …|последний день не указан}; {unit}). Нужно: {asks}.",
    "The time of the target is over; reported: {reported:#|nothing}; base: {base:#|not given}; target: "
    "{target:#|not given} (last day: {last_day:…|not given}; {unit}). Needed: {asks}.",
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
INDICATOR = Rule("indicators.indicator", Text("Показатель: {title}", "Indicator: {title}"))


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
    beside: Iterable[Verdict] = (),
    begun: BeginsOn | None = None,
) -> Verdict:
    """What was reported of one indicator, against its base and the target of its year.

    `reported` is None where nothing was; `on` is the day of the report, None judges as if the target's time had
    come. `analysis` is the duty to determine the values that are still to be determined. `year` is the year of
    the value, where that is said: without a target of it the answer is UNKNOWN. `as_of` is the day of the value,
    where that is said: one of another day than the target's month, or the end of its year, shows neither that it is
    reached nor that it is missed, and one before its last day does not show that it is missed. Without either, of
    several targets none is chosen. `beside` is what else is told of the value: what was counted, say. `begun` is
    from which day a provision holds; None where that is not asked.
    """
    fits = reported is None or _in_its_unit(indicator, reported)
    target = target_of(indicator, year, on)
    if target is None or (reported is not None and year is None and as_of is None and _several(indicator)):
        told = _of_no_target(indicator, reported, year)
        return bundle(INDICATOR, told, *beside, title=indicator.title)
    parts = list(_undetermined(indicator, target, on, analysis, calendar, choices, begun))
    if fits or reported is None:
        compared = _against_target(indicator, target, reported, on, as_of, year)
        parts.append(_in_its_time(compared, target, on, choices, begun))
    else:  # what is in another unit is not compared, and asked for once: by what to do
        parts.append(_of_another_unit(indicator, reported))
    return bundle(INDICATOR, *parts, *beside, title=indicator.title)


def _several(indicator: Indicator) -> bool:
    """Whether there are targets of several years."""
    return len({value.year for value in indicator.every_target}) > 1


def _of_no_target(indicator: Indicator, reported: Decimal | bool | None, year: int | None) -> Verdict:
    """That there is no target of the year, or that nobody has said of which year the value is."""
    years = tuple(str(value.year) for value in indicator.every_target)
    if year is None:
        asks = (targets.year_of(indicator.id),)
        return OF_YEAR.judge(None, indicator.cite, lacks=asks, reported=_shown(reported), years=years)
    asks = (targets.determined(indicator.id, "target"),)
    return YEAR.judge(None, indicator.cite, lacks=asks, reported=_shown(reported), year=year, years=years)


def _in_its_time(
    found: Verdict,
    aim: IndicatorValue,
    on: date | None,
    choices: Mapping[str, str],
    begun: BeginsOn | None,
) -> Verdict:
    """What is found of a target; where its time was over before its row held, its miss is no breach."""
    day = last_day_of(aim)
    if begun is None or day is None:
        return found

    def told(choices: Mapping[str, str]) -> Verdict:
        first = begun(found.cites[0], choices)
        return bound(found, LastDay(day, day), *found.cites, on=on or date.max, begun=first)

    return under(choices, told, D5, D7)


def _base(indicator: Indicator) -> TableValue:
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
    met = _reached(reported, base, target)
    shows = targets.shows(aim, on, as_of, year)
    early = on is not None and (last_day is None or on <= last_day)
    if as_of is not None and last_day is not None:  # what is told of the last day itself is final on that day
        early = as_of < last_day
    timely = met is None or (shows and (met or not early))
    missing = reported is None and last_day is not None and (on is None or last_day <= on)
    rule = TARGET if shows or as_of is None or met is None else replace(TARGET, unknown=OTHER_DAY)
    return (replace(TARGET, unknown=NOT_REPORTED) if missing else rule).judge(
        met if timely else None,
        indicator.cite,
        lacks=_asked(indicator, target, reported, None if timely and not missing else last_day),
        reported=_shown(reported),
        as_of=as_of,
        base=_shown(base),
        target=_shown(target),
        unit=_unit(indicator),
        last_day=last_day,
    )


def _asked(
    indicator: Indicator, target: TableValue, reported: Decimal | bool | None, as_of: date | None
) -> tuple[Ask, ...]:
    """The target, where the table has none, and a value: that of the day `as_of`, where one is reported."""
    blank = (targets.determined(indicator.id, "target"),) if target == "tbd" else ()
    return blank if blank and reported is not None else (targets.value_of(indicator.id, as_of), *blank)


def _unit(indicator: Indicator) -> Text:
    return NO_UNIT if indicator.unit is None else indicator.unit.text
