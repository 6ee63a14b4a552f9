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
from typing import Annotated, Any, NamedTuple

from pydantic import BeforeValidator, Field, StrictInt

from law189.audit import words
from law189.calendar import Calendar
from law189.files.wording import did_you_mean
from law189.kinds import must_be
from law189.law import Day, Entry, UnknownProvision, flaw
from law189.profile.edition import Edition
from law189.profile.indicators import Indicator, IndicatorValue
from law189.profile.numerals import number
from law189.profile.profile import Profile
from law189.rules.indicators import judged, target_of
from law189.verdict import Verdict, plain

__all__ = ["Judged", "Reported", "indicators_on", "latest_by_id", "reported_by_id"]


def _quantity(value: object) -> object:
    if isinstance(value, bool):
        return value
    found = None if isinstance(value, float) else number(value)
    if found is None:
        raise flaw(
            "reported_value",
            f"нужно число (дробное — в кавычках, «87,5»), true или false, а указано: {value!r}",
            f"a number (a decimal in quotes, «87.5»), true or false is needed, not {value!r}",
        )
    return found


class Reported(Entry):
    """Сообщённое значение: of which indicator, what, of which day and of which year (None where not said)."""

    id: Annotated[str, words.INDICATOR]
    value: Annotated[
        Decimal | bool,
        BeforeValidator(_quantity, json_schema_input_type=int | bool | str),
        words.REPORTED,
    ]
    on: Annotated[Day | None, words.REPORTED_ON] = None
    year: Annotated[Annotated[StrictInt, Field(ge=2000, le=2100)] | None, words.REPORTED_YEAR] = None


class Judged(NamedTuple):
    """One indicator with what was reported (None where nothing was), the verdict, and the target of the year.

    `target` is None where the table has none of the year of what was reported.
    """

    indicator: Indicator
    reported: Decimal | bool | None
    verdict: Verdict
    target: IndicatorValue | None = None

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
            "verdict": self.verdict.as_json(),
        }


def indicators_on(
    profile: Profile,
    reported: Mapping[str, Decimal | bool | int | Reported],
    on: date | None = None,
    *,
    calendar: Calendar | None = None,
) -> tuple[Judged, ...]:
    """Every indicator judged by what was reported, a value or the record of one with its year.

    `on` is the day of the report; None judges by the latest edition, as if the target's time had come.
    `calendar` is needed for reading D2 of the duty to determine the values. Raises `UnknownProvision` on an
    id that the table does not have.
    """
    must_be(profile, Profile)
    edition = profile.latest if on is None else profile.on(on)
    must_be(reported, Mapping)
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
    edition: Edition,
    indicator: Indicator,
    given: Decimal | bool | int | Reported | None,
    on: date | None,
    calendar: Calendar | None,
) -> Judged:
    year = _year(indicator, given) if isinstance(given, Reported) else None
    value = given.value if isinstance(given, Reported) else given
    reported = Decimal(value) if isinstance(value, int) and not isinstance(value, bool) else value
    verdict = judged(
        indicator,
        reported,
        on,
        edition.factor_analysis,
        calendar=calendar,
        choices=edition.readings,
        year=year,
    )
    return Judged(indicator, reported, verdict, target_of(indicator, year, on))


def _year(indicator: Indicator, record: Reported) -> int | None:
    """The year of the value: as it says, else that of its day where each year has a target of its own."""
    if record.year is not None or not indicator.targets or record.on is None:
        return record.year
    return record.on.year


def reported_by_id(records: Iterable[Reported], on: date | None = None) -> dict[str, Decimal | bool]:
    """The latest value reported of each indicator, by its day, then by its place in the file.

    `on` leaves out what was reported of a later day; a value without a day counts as the earliest.
    """
    return {name: record.value for name, record in latest_by_id(records, on).items()}


def latest_by_id(records: Iterable[Reported], on: date | None = None) -> dict[str, Reported]:
    """The record of the latest value of each indicator, which also says of which year the value is."""
    must_be(on, date, NoneType)
    counted = (record for record in records if on is None or record.on is None or record.on <= on)
    return {record.id: record for record in sorted(counted, key=lambda record: record.on or date.min)}
