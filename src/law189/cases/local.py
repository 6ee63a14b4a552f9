"""Местные условия шага (local): what a municipality adds to a step, judged and asked for as the step's own facts.

>>> from law189.profile.loader import load_profile
>>> local_needs(load_profile("kemerovo").latest, "certificate.applied_for", date(2024, 1, 9))
()
"""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial

from law189.cases.fact import UNKNOWN, Choice, Described, Shape
from law189.cases.history import Event
from law189.law import Entry, about
from law189.profile.conditions import AtLeast, AtMost, Confirmed, HandedIn, LiveCases, LocalCondition, OneOf
from law189.profile.edition import Edition
from law189.profile.profile import Profile
from law189.rules.step import conditions
from law189.verdict import Verdict

__all__ = ["local_needs", "on_conditions"]

_SHAPES: Mapping[type[Entry], Shape] = {
    Confirmed: Shape.YES_NO,
    HandedIn: Shape.YES_NO,
    OneOf: Shape.CHOICE,
    AtMost: Shape.AMOUNT,
    AtLeast: Shape.AMOUNT,
    LiveCases: Shape.WHOLE,
}
"""How a form asks for the answer to a condition of each kind; all others by a day."""


def on_conditions(event: Event, step: str, edition: Edition, profile: Profile) -> Iterator[Verdict]:
    """Whether the step meets each condition that the municipality adds to it; `edition` is that of its day."""
    asked = edition.conditions_at(step, event.on) if edition.conditions else ()
    for condition in asked:
        yield conditions.local(
            condition,
            event.local,
            event.on,
            calendar=edition.calendar,
            choices=edition.readings,
            of_day=partial(_of_day, profile, step, condition.id),
        )
    if event.local:
        yield from conditions.unasked(event.local, asked, edition.whole)


def _of_day(profile: Profile, step: str, name: str, day: date) -> LocalCondition | None:
    """The condition of that name as it was on the day; None where it was none."""
    return next((one for one in profile.on(day).conditions_at(step, day) if one.id == name), None)


def local_needs(edition: Edition, step: str, on: date) -> tuple[Described, ...]:
    """The group of answers that the step needs on the day; none where the municipality adds no condition."""
    asked = tuple(_answer(one) for one in edition.conditions_at(step, on))
    said = about(Event, "local")
    assert said is not None, "the field says what it is"
    return (Described("local", said.title, said.help, Shape.GROUP, UNKNOWN, fields=asked),) if asked else ()


def _answer(condition: LocalCondition) -> Described:
    asks = condition.asks
    return Described(
        condition.id,
        condition.title,
        asks.text,
        _SHAPES.get(type(asks), Shape.DAY),
        UNKNOWN,
        choices=tuple(Choice(one.id, one.title) for one in asks.values) if isinstance(asks, OneOf) else (),
        unit=asks.counted if isinstance(asks, AtMost | AtLeast) else None,
    )
