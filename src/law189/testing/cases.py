"""Верные шаги (right steps): what a diligent office records at each step of each lifecycle.

`RIGHT` gives for each step an event that is right in its history: the next number, extracts as of the day, a
volume within the balance. What the profile leaves open stays open: without the acts such an event is UNKNOWN.

>>> from law189.profile.loader import load_profile
>>> [f"{day}" for day in begins(load_profile("novokuznetsk_district"))]
['2023-09-23']
>>> RIGHT["contract"]["refunded"]
Traceback (most recent call last):
    ...
KeyError: 'refunded'
"""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from law189.cases.awaited import awaited_needs
from law189.cases.history import Event
from law189.cases.moment import Moment
from law189.extracts import OrderExtract, Recipient, RegisterExtract
from law189.facts import Frozen
from law189.measures import EXACT, Volume
from law189.profile.conditions import (
    AtLeast,
    AtMost,
    ByDay,
    FromDay,
    LiveCases,
    LocalCondition,
    OneOf,
    TermKept,
)
from law189.profile.documents import Condition, DocumentKind, Form, Handed
from law189.profile.edition import Edition
from law189.profile.profile import Profile
from law189.rules.certificates import consumers
from law189.rules.deadlines.first_days import first_day
from law189.workflows import LIFECYCLES

__all__ = [
    "RIGHT",
    "Right",
    "ages_of",
    "begins",
    "body_of",
    "consumer_of",
    "entries_of",
    "handed_for",
    "in_register",
    "ordered",
    "part_of",
    "right",
    "right_step",
    "service_of",
    "year_after",
]

Right = Callable[[Moment[None], DrawFn], Event]
"""What is right to record on the day of a case: the event, with its free facts drawn.

Its day is that of the case, or a later one where the step must wait. Where no event would be right it gives one
that is refused.
"""
R = TypeVar("R", bound=Right)

RIGHT: dict[str, dict[str, Right]] = {}
"""The right steps of each lifecycle by its name, each by the kind of its event."""

INN, OTHER_INN, OGRN = "4205000009", "4205000016", "1024200000000"
STRANGE_SERVICE = "804200О.99.0.ББ52АЖ48001"
CENT, TWO_CENTS = Decimal("0.01"), Decimal("0.02")
A_DAY = timedelta(1)
OLDEST = 100
"""The age of the oldest consumer, where the profile sets none."""


def right(lifecycle: str, kind: str) -> Callable[[R], R]:
    """Write the function down as the right step of that kind."""

    def written(function: R) -> R:
        RIGHT.setdefault(lifecycle, {})[kind] = function
        return function

    return written


@st.composite
def right_step(draw: DrawFn, case: Moment[None], step: Right) -> Event:
    """What is right on the day of the case, with the answers to what the municipality asks besides."""
    event = step(case, draw)
    taken = f"{case.history.lifecycle}.{event.kind}"  # type: ignore[attr-defined]  # every kind of event has it
    asked = case.edition.conditions_at(taken, event.on)
    answers = {"local": Frozen({one.id: _answer(one, event.on) for one in asked})}
    days = _days_of_events(taken, case)
    return event.model_copy(update=answers | ({"event_on": days} if days else {}))


def _days_of_events(step: str, case: Moment[None]) -> Frozen[str, date]:
    """The day of the step as the day of each event from which its terms are counted, where the step tells it."""
    lifecycle, _, kind = step.partition(".")
    cycle = next((one for one in LIFECYCLES if one.name == lifecycle), None)
    clauses = () if cycle is None else cycle.clauses
    here = (one for one in clauses if one.kind == kind and case.history.state in one.source)
    asked = (fact for one in here for fact in awaited_needs(one, case) if fact.name == "event_on")
    return Frozen({day.name: case.on for fact in asked for day in fact.fields})


def _answer(condition: LocalCondition, on: date) -> bool | int | str:
    """An answer with which the condition is met."""
    match condition.asks:
        case OneOf(values=values):
            return values[0].id
        case AtMost(amount=amount) | AtLeast(amount=amount):
            return str(amount)
        case ByDay(day=day) | FromDay(day=day):
            return day.isoformat()
        case LiveCases():
            return 1
        case TermKept():
            return on.isoformat()
        case _:
            return True


def begins(profile: Profile) -> tuple[date, ...]:
    """For each edition the first day on which its decree and all its acts hold."""
    return tuple(
        max(since, _first_day(edition) or date(2024, 1, 1), *(one.since for one in edition.adopted))
        for since, edition in profile.editions
    )


def _first_day(edition: Edition) -> date | None:
    return first_day(edition.act, edition.entry_into_force, edition.readings)


# ─── What the profile asks on the day ────────────────────────────────────────────────────────────────────


def body_of(case: Moment[None]) -> str:
    """The body authorised for the services of the case; some body where the profile names none so."""
    named = case.edition.authorized(case.services or (service_of(case),))
    if named:
        return named[0].value
    return next((body.id for body in case.edition.bodies), "body")


def handed_for(kind: DocumentKind, case: Moment[None]) -> Handed:
    """The document in the form and from the system that the decree asks for on the day."""
    asked = case.edition.form_of(kind)
    if asked is None:
        return Handed(form=Form.ELECTRONIC)
    on_paper = any(
        paper.in_force(case.on) and paper.condition is Condition.UNCONDITIONAL for paper in asked.paper
    )
    form = Form.PAPER if on_paper else asked.rule.form
    return Handed(
        form=form, system=asked.systems[0].id if form is Form.ELECTRONIC and asked.systems else None
    )


def entries_of(slot: str, case: Moment[None]) -> tuple[str, ...]:
    """The ids that the act in force lists; none where no act does."""
    fill = case.edition.fill_on(slot, case.on)
    return () if fill is None else tuple(entry.id for entry in fill.entries or ())


def service_of(case: Moment[None]) -> str:
    """The first service of the list; one that stands in no list where the profile lists none."""
    return next((service.number for service in case.edition.services), STRANGE_SERVICE)


def ages_of(services: tuple[str, ...], case: Moment[None]) -> range:
    """The ages in full years for which all of the services are; empty where the profile leaves none."""
    who = [one.consumers for one in case.edition.parameters_of(services) if one.consumers is not None]
    first = max((one.age_from for one in who if one.age_from is not None), default=0)
    last = min((one.age_to for one in who if one.age_to is not None), default=OLDEST)
    return range(first, last + 1)


def consumer_of(services: tuple[str, ...], age: int, case: Moment[None]) -> Recipient:
    """A consumer of that age, or of the youngest age for which the services are, where that one is not."""
    ages = ages_of(services, case)
    years = age if age in ages else next(iter(ages), age)
    born = date(case.on.year - years, 1, 1)
    return Recipient(file="17", born=born, categories=_categories_of(services, case))


def _categories_of(services: tuple[str, ...], case: Moment[None]) -> tuple[str, ...] | None:
    """A category served by each norm that lists some, and none left out; None where no norm speaks of any."""
    if not consumers.categories_of(case.edition.parameters):
        return None
    who = [one.consumers for one in case.edition.parameters_of(services) if one.consumers is not None]
    excluded = {category.id for one in who for category in one.excluded}
    served = ([one.id for one in each.categories if one.id not in excluded] for each in who)
    return tuple(dict.fromkeys(listed[0] for listed in served if listed))


def year_after(day: date) -> date:
    """The last day of the next year."""
    return date(day.year + 1, 12, 31)


def part_of(volume: Volume, draw: DrawFn, *, least: Decimal = CENT) -> Volume:
    """All of the volume, half of it, or nearly nothing."""
    half = EXACT.multiply(EXACT.divide_int(volume.amount, TWO_CENTS), CENT)
    amount = draw(st.sampled_from((volume.amount, max(half, least), least)))
    return Volume(amount=min(amount, volume.amount), unit=volume.unit)


def in_register(case: Moment[None]) -> RegisterExtract:
    """A provider's entry as of the day."""
    return RegisterExtract(
        as_of=case.on, provider=INN, record="12", services=(service_of(case),), included_on=case.on
    )


def ordered(case: Moment[None], services: tuple[str, ...], year: int) -> OrderExtract:
    """The order for the year, published by the day."""
    return OrderExtract(
        as_of=case.on,
        number="1",
        year=year,
        status=1,
        services=services,
        approved_on=case.on,
        published_on=case.on,
    )
