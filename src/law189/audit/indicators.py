"""Показатели эффективности (indicators): a reported value judged against its base and its target.

«Будет определено» (TBD) is a state and not a zero: where the target is still to be determined the answer is
UNKNOWN, with the duty that must end it.

>>> from law189.profile.loader import load_profile
>>> kemerovo = load_profile("kemerovo")
>>> judged = {entry.indicator.id: entry.verdict for entry in indicators_on(kemerovo, {"app5.2.1": True})}
>>> judged["app5.2.1"].outcome, judged["app5.1.1"].outcome
(<Outcome.HOLDS: 'holds'>, <Outcome.UNKNOWN: 'unknown'>)
>>> indicators_on(kemerovo, {"app5.9": 1})
Traceback (most recent call last):
    ...
law189.law.UnknownProvision: there is no indicator «app5.9»; did you mean ...
"""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal, NamedTuple

from dateutil.relativedelta import relativedelta
from pydantic import BeforeValidator

from law189.calendar import Calendar
from law189.files.wording import did_you_mean
from law189.law import Citation, Day, Entry, Text, UnknownProvision, flaw
from law189.profile.indicators import Indicator, IndicatorValue
from law189.profile.profile import Profile
from law189.profile.terms import Before
from law189.rules.deadlines import due
from law189.verdict import Fact, Outcome, Rule, Verdict, bundle, plain

__all__ = ["Judged", "Reported", "indicators_on", "last_day_of", "reported_by_id"]

UNITS = {
    "units": Text("единиц", "units"),
    "persons": Text("человек", "persons"),
    "percent": Text("процентов", "percent"),
    "yes_no": Text("да или нет", "yes or no"),
    "exists_none": Text("есть или нет", "exists or none"),
    None: Text("единица не названа", "no unit stated"),
}
TARGET = Rule(
    "indicators.target",
    Text(
        "Сообщено: {reported}; база: {base}; целевой ориентир: {target} "
        "(последний день: {last_day}; {unit}).",
        "Reported: {reported}; base: {base}; target: {target} (last day: {last_day}; {unit}).",
    ),
    missed=Outcome.BREACH,
    unknown=Text(
        "Судить рано или нечем. Сообщено: {reported}; база: {base}; целевой ориентир: {target} "
        "(последний день: {last_day}; {unit}).",
        "Too early or nothing to judge by. Reported: {reported}; base: {base}; target: {target} "
        "(last day: {last_day}; {unit}).",
    ),
    assumed=Text(
        "Лучше, когда больше, если база не выше ориентира или ещё не определена; иначе — когда меньше.",
        "More is better where the base is not above the target or not yet determined; else less is.",
    ),
)
UNIT = Rule(
    "indicators.unit",
    Text(
        "Сообщено: {reported}; единица показателя: {unit}; значение этой единице подходит: {fits}.",
        "Reported: {reported}; unit of the indicator: {unit}; the value fits the unit: {fits}.",
    ),
    assumed=Text("Значение не в той единице — не значение.", "A value in another unit is no value."),
)
DETERMINED = Rule(
    "indicators.determined",
    Text(
        "Значения показателя: база — {base}, целевой ориентир — {target}; определить до: {before}.",
        "Values of the indicator: base {base}, target {target}; to be determined before: {before}.",
    ),
    missed=Outcome.UNKNOWN,
    assumed=Text("Неопределённое значение — не ноль.", "A value not determined is not zero."),
)
INDICATOR = Rule("indicators.indicator", Text("Показатель: {title}", "Indicator: {title}"))
NO_TERM = Text("срок не назван", "no term is stated")
TBD = Text("будет определено", "to be determined")
RULES = (TARGET, UNIT, DETERMINED, INDICATOR)


def _quantity(value: object) -> object:
    if isinstance(value, bool | Decimal):
        return value
    if isinstance(value, int):
        return Decimal(value)
    if isinstance(value, str):
        try:
            number = Decimal(value)
        except ArithmeticError:
            number = Decimal("NaN")
        if number.is_finite():
            return number
    raise flaw(
        "reported_value",
        f"нужно число (дробное — в кавычках, «87.5»), true или false, а указано: {value!r}",
        f"a number (a decimal in quotes, «87.5»), true or false is needed, not {value!r}",
    )


class Reported(Entry):
    """Сообщённое значение: of which indicator, what, and of which day (None where not said)."""

    id: str
    value: Annotated[Decimal | bool, BeforeValidator(_quantity)]
    on: Day | None = None


class Judged(NamedTuple):
    """One indicator with what was reported (None where nothing was) and the verdict."""

    indicator: Indicator
    reported: Decimal | bool | None
    verdict: Verdict

    def as_json(self) -> dict[str, Any]:
        """The judged indicator as plain JSON values; a number as text, so that nothing is rounded."""
        reported = str(self.reported) if isinstance(self.reported, Decimal) else self.reported
        return {
            "id": self.indicator.id,
            "title": plain(self.indicator.title),
            "goal": self.indicator.goal,
            "type": self.indicator.type,
            "unit": self.indicator.unit,
            "base": self.indicator.base.model_dump(mode="json"),
            "target": self.indicator.target.model_dump(mode="json"),
            "reported": reported,
            "verdict": self.verdict.as_json(),
        }


def last_day_of(value: IndicatorValue) -> date | None:
    """The last day of the month or year of a value; None where the source leaves the year blank."""
    if value.year is None:
        return None
    return date(value.year, value.month or 12, 1) + relativedelta(day=31)


def indicators_on(
    profile: Profile,
    reported: Mapping[str, Decimal | bool | int],
    on: date | None = None,
    *,
    calendar: Calendar | None = None,
) -> tuple[Judged, ...]:
    """Every indicator judged by what was reported.

    `on` is the day of the report; None judges as if the target's time had come. `calendar` is needed for
    reading D2 of the duty to determine the values. Raises `UnknownProvision` on an id that the table does
    not have.
    """
    edition = profile if on is None else profile.on(on)
    known = [indicator.id for indicator in edition.indicators]
    for indicator_id in reported:
        if indicator_id not in known:
            hint = did_you_mean(indicator_id, known)
            raise UnknownProvision(f"there is no indicator «{indicator_id}»; {hint.en}")
    return tuple(
        _judged(edition, indicator, reported.get(indicator.id), on, calendar)
        for indicator in edition.indicators
    )


def _judged(
    profile: Profile,
    indicator: Indicator,
    value: Decimal | bool | int | None,
    on: date | None,
    calendar: Calendar | None,
) -> Judged:
    reported = Decimal(value) if isinstance(value, int) and not isinstance(value, bool) else value
    base, target = indicator.base.value, indicator.target.value
    facts: dict[str, Fact] = {
        "reported": _shown(reported),
        "base": _shown(base),
        "target": _shown(target),
        "unit": UNITS[indicator.unit],
    }
    parts: list[Verdict] = []
    if base == "tbd" or target == "tbd":
        analysis = profile.factor_analysis
        cites: tuple[Citation, ...] = (indicator.cite,)
        if analysis is not None:
            cites = (analysis.basis, *cites)
        before: Fact = analysis.value.before if analysis is not None else NO_TERM
        parts.append(
            DETERMINED.judge(None, *cites, base=facts["base"], target=facts["target"], before=before)
        )
        if analysis is not None and on is not None:
            term = Before(kind="before", day=analysis.value.before)
            duty = due(term, on, analysis.basis, calendar=calendar, choices=profile.readings)
            parts.append(duty.verdict)
    fits = reported is None or _fits(indicator.unit, reported)
    if not fits:
        parts.append(
            UNIT.judge(False, indicator.cite, reported=facts["reported"], unit=facts["unit"], fits=False)
        )
    last_day = last_day_of(indicator.target)
    reached = _reached(reported, base, target) if fits else None
    if reached is False and on is not None and (last_day is None or on <= last_day):
        reached = None
    parts.append(
        TARGET.judge(
            reached,
            indicator.cite,
            reported=facts["reported"],
            base=facts["base"],
            target=facts["target"],
            unit=facts["unit"],
            last_day=last_day,
        )
    )
    return Judged(indicator, reported, bundle(INDICATOR, *parts, title=indicator.title))


Value = Decimal | bool | Literal["tbd"] | None


def _reached(reported: Value, base: Value, target: Value) -> bool | None:
    """Whether the target is reached; None where it cannot be said. No is less than yes."""
    ours, theirs, before = _number(reported), _number(target), _number(base)
    if ours is None or theirs is None or isinstance(reported, bool) != isinstance(target, bool):
        return None
    less_is_better = before is not None and before > theirs
    return ours <= theirs if less_is_better else ours >= theirs


def _number(value: Value) -> Decimal | None:
    return None if value is None or value == "tbd" else Decimal(value)


def _fits(unit: str | None, reported: Decimal | bool) -> bool:
    if unit is None:
        return True
    if unit in ("yes_no", "exists_none"):
        return isinstance(reported, bool)
    if isinstance(reported, bool) or reported < 0:
        return False
    return reported <= 100 if unit == "percent" else reported == reported.to_integral_value()


def _shown(value: Value) -> Fact:
    if value == "tbd":
        return TBD
    return value if value is None or isinstance(value, bool) else str(value)


def reported_by_id(records: Iterable[Reported], on: date | None = None) -> dict[str, Decimal | bool]:
    """The latest value reported of each indicator, by its day, then by its place in the file.

    `on` leaves out what was reported of a later day; a value without a day counts as the earliest.
    """
    told = (record for record in records if on is None or record.on is None or record.on <= on)
    return {record.id: record.value for record in sorted(told, key=lambda record: record.on or date.min)}
