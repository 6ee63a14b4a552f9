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
law189.law.act.UnknownProvision: there is no indicator «app5.9»; did you mean ...
"""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from types import NoneType
from typing import Any, NamedTuple, cast

from law189.audit.by_target import Reported, ReportedValue, TargetAnswer, answers
from law189.audit.row_names import RowNames
from law189.calendar import Calendar
from law189.casebook.known import Known, on_day
from law189.casebook.tallies import Tallied, tallied
from law189.cases.history import History
from law189.kinds import must_be
from law189.kinds.asked import asked
from law189.law import Norm, Text, UnknownProvision, WrongValue
from law189.profile.called import called
from law189.profile.edition import Edition
from law189.profile.effect import Absence
from law189.profile.indicators import FactorAnalysis, Indicator, IndicatorValue
from law189.profile.profile import Profile
from law189.rules.acts.force import holds
from law189.rules.deadlines.bound import beginning
from law189.rules.deadlines.lapses import held_to, not_measured
from law189.rules.indicators import judged
from law189.rules.indicators.tallies import Extent, told
from law189.rules.indicators.targets import also_reported, last_day_of
from law189.verdict import Verdict, plain

__all__ = ["CountedValue", "Judged", "Reported", "indicators_on", "latest_by_id", "reported_by_id"]

NO_INDICATOR = Text("показателя «{said}» нет", "there is no indicator «{said}»")


class CountedValue(NamedTuple):
    """Посчитано: for which day, and what, with the records that it comes from."""

    on: date
    tallied: Tallied

    def as_json(self) -> dict[str, Any]:
        """The count as plain JSON values: its two ends as exact text, or why there is none."""
        count = self.tallied.found
        ends = {"least": str(count.least), "most": str(count.most)} if isinstance(count, Extent) else {}
        return {
            "on": self.on.isoformat(),
            "least": None,
            "most": None,
            **ends,
            "why": None if isinstance(count, Extent) else plain(count),
            "made_by": [one.as_json() for one in self.tallied.made_by],
        }


class Judged(NamedTuple):
    """One indicator with what was reported (None where nothing was), the verdict, and the target of the year.

    `target` is None where the table has none of the year of what was reported. `counted` is what was counted of
    the cases, None where the indicator counts nothing or no cases were given.
    """

    indicator: Indicator
    reported: Decimal | bool | None
    verdict: Verdict
    target: IndicatorValue | None = None
    counted: "CountedValue | None" = None

    def as_json(self) -> dict[str, Any]:
        """The judged indicator as plain JSON values; a number as text, so that nothing is rounded."""
        reported = str(self.reported) if isinstance(self.reported, Decimal) else self.reported
        return {
            "id": self.indicator.id,
            "title": plain(self.indicator.title),
            "goal": self.indicator.goal,
            "type": self.indicator.type,
            "unit": self.indicator.unit,
            "base": self.indicator.base and self.indicator.base.model_dump(mode="json"),
            "target": self.target and self.target.model_dump(mode="json"),
            "targets": [value.model_dump(mode="json") for value in self.indicator.every_target],
            "reported": reported,
            "counts": self.indicator.counts and self.indicator.counts.model_dump(mode="json"),
            "counted": self.counted and self.counted.as_json(),
            "verdict": self.verdict.as_json(),
        }


@asked
def indicators_on(
    profile: Profile,
    reported: Mapping[str, Decimal | bool | int | Reported] | Iterable[Reported],
    on: date | None = None,
    *,
    calendar: Calendar | None = None,
    histories: Iterable[History[Any]] | None = None,
) -> tuple[Judged, ...]:
    """Every indicator judged by what was reported: a value of each, or the records as a file has them.

    Each value is judged against the target of its year, each as an answer of its own, in order of time; an
    indicator with targets of several years may have several. Of several values of one target that of its month, or
    of the end of its year, is judged, and of several such the latest; the verdict tells the others. A target whose
    last day has come and of which nothing was reported is told as well.

    `on` is the day of the report; None judges by the latest edition, as if the target's time had come, and the time
    up to the latest value reported has come. A record of a later day than `on` is left out. `calendar`, by which
    reading D2 moves the duty to determine the values, is that of the profile where none is given. Of `histories` is
    counted what an indicator says that it counts, on the day of the value, and no later than its target's year or
    month ends. Of two names of one indicator in a mapping the later counts. Raises `UnknownProvision` on a name
    that the table does not have, `WrongValue` on histories without a day.
    """
    must_be(profile, Profile)
    edition = profile.latest if on is None else profile.on(on)
    given = _by_row(RowNames.of_indicators(profile, on), reported, on)
    days_off = edition.calendar if calendar is None else calendar
    cases = None
    if histories is not None:
        if on is None:
            raise WrongValue("cases are counted on a day; give the day with them")
        cases = _Cases(profile, tuple(histories), on)
    return tuple(
        _judged(edition, indicator, answer, on, days_off, cases)
        for indicator in edition.indicators
        for answer in answers(indicator, given.get(indicator.id, ()), on)
    )


def _by_row(
    names: RowNames[Indicator],
    reported: Mapping[str, Decimal | bool | int | Reported] | Iterable[Reported],
    on: date | None,
) -> dict[str, list[ReportedValue]]:
    """What was reported of each row, by its id."""
    given: dict[str, list[ReportedValue]] = {}
    if isinstance(reported, Mapping):
        for name, value in cast("Mapping[str, ReportedValue]", reported).items():
            given[_row(names, name)] = [value]
        return given
    for record in reported:
        if on is None or record.on is None or record.on <= on:
            given.setdefault(_row(names, record.id), []).append(record)
    return given


def _row(names: RowNames[Indicator], name: str) -> str:
    indicator = names.row(name)
    if indicator is None:
        raise UnknownProvision(names.unknown(name, NO_INDICATOR).en)
    return indicator.id


class _Cases:
    """The cases as they stood on each day for which something is counted."""

    def __init__(self, profile: Profile, histories: tuple[History[Any], ...], on: date) -> None:
        self.profile, self.histories, self.on = profile, histories, on
        self.known: dict[date, tuple[Known, ...]] = {}

    def counted(self, indicator: Indicator, answer: TargetAnswer) -> CountedValue | None:
        """What the indicator counts, for the day of the value and no later than its year or month ends."""
        if indicator.counts is None:
            return None
        day, year, target = answer.as_of or self.on, answer.year, answer.target
        if year is not None:
            day = min(day, (None if target is None else last_day_of(target)) or date(year, 12, 31))
        if day not in self.known:
            self.known[day] = tuple(on_day(history, day) for history in self.histories)
        return CountedValue(day, tallied(indicator.counts, self.known[day], self.profile.on(day), day))


def _judged(
    edition: Edition,
    indicator: Indicator,
    answer: TargetAnswer,
    on: date | None,
    calendar: Calendar | None,
    cases: _Cases | None,
) -> Judged:
    reported, target = answer.value, answer.target
    if on is not None and (gone := _gone(edition, indicator, on, answer.year, target)) is not None:
        return Judged(indicator, reported, not_measured(indicator.title, on, gone, indicator.cite), target)
    counted = None if cases is None else cases.counted(indicator, answer)
    beside = None if counted is None else _compared(indicator, counted, reported)
    verdict = judged(
        indicator,
        reported,
        on,
        _analysis(edition, on),
        calendar=calendar,
        choices=edition.readings,
        year=answer.year,
        as_of=answer.as_of,
        beside=(*also_reported(indicator.cite, answer.others), *([] if beside is None else [beside])),
        begun=lambda of, choices: beginning(edition.act, edition.entry_into_force, choices, of=of),
    )
    return Judged(indicator, reported, verdict, target, counted)


def _gone(
    edition: Edition, indicator: Indicator, on: date, year: int | None, target: IndicatorValue | None
) -> Absence | None:
    """Why the indicator is not measured; None where its row holds, or did to the end of the target's time."""
    gone = edition.absent(indicator.cite) or edition.doubted(indicator.cite, on)
    last = last_day_of(target) if target is not None else None if year is None else date(year, 12, 31)
    return None if gone is None or (last is not None and held_to(gone, last)) else gone


def _analysis(edition: Edition, on: date | None) -> Norm[FactorAnalysis] | None:
    """The duty to determine the values; None where it does not hold on the day, and was not due while it did."""
    norm = edition.factor_analysis
    if norm is None or on is None or holds(norm, on):
        return norm
    return norm if norm.until is not None and norm.value.before <= norm.until < on else None


def _compared(indicator: Indicator, counted: CountedValue, reported: Decimal | bool | None) -> Verdict | None:
    """What was reported beside what was counted."""
    if indicator.counts is None:
        return None
    count, cite = counted.tallied.found, indicator.cite
    return told(indicator.id, indicator.counts, count, counted.on, reported, cite)


@asked
def reported_by_id(records: Iterable[Reported], on: date | None = None) -> dict[str, Decimal | bool]:
    """The latest value reported of each indicator, by its day, then by its place in the file.

    `on` leaves out what was reported of a later day; a value without a day counts as the earliest.
    """
    return {name: record.value for name, record in latest_by_id(records, on).items()}


@asked
def latest_by_id(records: Iterable[Reported], on: date | None = None) -> dict[str, Reported]:
    """The record of the latest value of each indicator, which also says of which year the value is.

    Of two values of one day, or of none, that of the later year is the latest. An indicator is called by its
    address, however a record spells it; the records stand from the earliest, so that of two names of one indicator
    `indicators_on` takes the later.
    """
    must_be(on, date, NoneType)
    counted = (record for record in records if on is None or record.on is None or record.on <= on)
    found: dict[str, Reported] = {}
    for record in sorted(counted, key=lambda record: (record.on or date.min, record.year or 0)):
        name = called(record.id, None)
        found.pop(name, None)
        found[name] = record
    return found
