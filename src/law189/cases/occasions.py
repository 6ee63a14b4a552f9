"""Дни событий (occasions): on which day the event came from which a term is counted, as far as the case knows it.

A term of an act may be counted from another step or from an item of the plan. The case knows its own steps, steps
of other cases by the extracts that it was shown, and items of the plan by the acts that the profile records.

>>> from law189.profile.loader import load_profile
>>> from law189.workflows.order import Drafted, lifecycle
>>> from law189.profile.terms import Occasion
>>> moment = Moment(date(2024, 1, 15), lifecycle.begin("1"), load_profile("kemerovo"))
>>> come_on(Occasion(kind="step", at="order.drafted"), moment) is None
True
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple, get_args

from law189.cases.given.events import NO_DAYS
from law189.cases.history import Event, RecordAnnulled
from law189.cases.moment import Moment
from law189.cases.named_days import begins, in_case
from law189.extracts import (
    AgreementExtract,
    CertificateExtract,
    ContractExtract,
    Extract,
    OrderExtract,
    RegisterExtract,
)
from law189.profile.edition import Edition
from law189.profile.plan import Milestone
from law189.profile.slots import Adopted
from law189.profile.terms import Occasion, OccasionKind, Term
from law189.rules import asking, asking_events
from law189.rules.acts import force
from law189.rules.deadlines import periods
from law189.rules.deadlines.occurrences import occasion
from law189.verdict import Ask

__all__ = ["REACHED_BY", "Begun", "begun_by", "come_on", "named", "of_case", "of_decree", "step_of"]

_SHOWN: dict[str, tuple[type[Extract], str]] = {
    "order.approved": (OrderExtract, "approved_on"),
    "order.published": (OrderExtract, "published_on"),
    "selection.included": (RegisterExtract, "included_on"),
    "selection.excluded": (RegisterExtract, "excluded_on"),
    "agreement.concluded": (AgreementExtract, "concluded_on"),
    "certificate.formed": (CertificateExtract, "formed_on"),
    "contract.concluded": (ContractExtract, "concluded_on"),
}
"""Which extract shows the day of a step of another case."""


REACHED_BY = {
    Milestone.ORDER: "order.published",
    Milestone.REGISTER: "selection.included",
    Milestone.SELECTION: "selection.included",
    Milestone.AGREEMENTS: "agreement.concluded",
    Milestone.CERTIFICATES: "certificate.formed",
}
"""The step that ends each milestone of the plan."""


class Begun(NamedTuple):
    """The day from which a step's term is counted; None with what gives it where nobody has.

    `told` says that the day stands among the facts of the step, where it is known at all.
    """

    day: date | None
    asks: tuple[Ask, ...] = ()
    told: bool = False


def named(slot: str) -> str:
    """The name of a term among the days that a step tells.

    >>> named("selection.decision_term")
    'decision_term'
    """
    return slot.rpartition(".")[2]


def begun_by(
    slot: str, term: Term, cause: date, adopted: Adopted, moment: Moment[Any], step: type[Event]
) -> Begun:
    """The day from which the term of the step is counted, or what is to be given.

    `cause` is the day from which the step's own term runs, `adopted` the act that sets the term of the slot. Of an
    event in words that name a day of the case, that day is taken where the step tells no other.
    """
    event = said = occasion(term)
    day = getattr(moment.event, "event_on", NO_DAYS).get(named(slot))
    if event is not None and event.kind is OccasionKind.OTHER:
        if day is not None:
            return Begun(day, told=True)
        if begins(slot, event):
            return Begun(cause)
        event = in_case(event, moment.history.lifecycle)
    if event is None or said is None or event.kind not in _TOLD:
        day = periods.begun_by(term, cause, adopted.act.published_on, adopted.since)
        return Begun(day, () if day is not None else (asking_events.published(adopted.act),))
    if (come := come_on(event, moment)) is not None:
        return Begun(come)
    if (shown := _to_show(event, moment, step)) is not None:
        return Begun(None, (shown,))
    return Begun(day, () if day is not None else (asking_events.event_day(named(slot), said.of),), told=True)


_TOLD = (OccasionKind.STEP, OccasionKind.ITEM, OccasionKind.LIMITS, OccasionKind.OTHER)
"""The events whose day neither the case nor the act that sets the term has of itself."""


def _to_show(event: Occasion, moment: Moment[Any], step: type[Event]) -> Ask | None:
    """The extract of the step that shows the day, or that day of it; None where the step takes no such extract."""
    if event.kind is not OccasionKind.STEP or event.at not in _SHOWN:
        return None
    kind, day = _SHOWN[event.at]
    for name, field in step.model_fields.items():
        if kind in (field.annotation, *get_args(field.annotation)):
            held = getattr(moment.event, name, None)
            return asking.extract(name) if held is None else asking_events.shown(name, kind, day)
    return None


def of_decree(event: Occasion, edition: Edition, choices: Mapping[str, str]) -> date | None:
    """The day on which the decree itself was published or came into force (by reading D5 where it is silent).

    None where that depends on a day that is not recorded, and of an event that is not of the decree.
    """
    act = edition.act
    if event.kind is OccasionKind.PUBLICATION:
        return act.published_on
    if event.kind is OccasionKind.IN_FORCE:
        return force.begins(act.date, act.published_on, edition.entry_into_force, choices)
    return None


def come_on(event: Occasion, moment: Moment[Any]) -> date | None:
    """The latest day by the moment on which a step was taken, or an item of the plan was done.

    None where the case does not know it, and of an event of another kind.
    """
    if event.kind is OccasionKind.ITEM and event.at is not None:
        return of_case(event, moment) or moment.edition.done_by_acts(event.at, moment.on)
    return of_case(event, moment)


def of_case(event: Occasion, moment: Moment[Any]) -> date | None:
    """The latest day by the moment on which this case, or one whose extract it has, took the step of the event.

    An item of the plan with a milestone is done by the step that reaches it, unless it is for the order of one year
    or adopts acts too. None where the case does not know it.
    """
    step = step_of(event, moment.history.lifecycle, moment.edition)
    if step is None:
        return None
    days = (day for day in _days(step, moment) if day is not None and day <= moment.on)
    return max(days, default=None)


def step_of(event: Occasion, lifecycle: str, edition: Edition) -> str | None:
    """The step that the event is for a case of the lifecycle, however it is written; None where it is none."""
    if event.kind is OccasionKind.ITEM:
        item = next((one for one in edition.plan if one.id == event.at), None)
        if item is None or item.milestone is None or item.adopts or item.order_year is not None:
            return None
        return REACHED_BY[item.milestone]
    event = in_case(event, lifecycle)
    return event.at if event.kind is OccasionKind.STEP else None


def _days(step: str, moment: Moment[Any]) -> Iterator[date | None]:
    """The days of the step: of records of the case itself, else of what extracts show of other cases."""
    lifecycle, _, kind = step.partition(".")
    taken = [record for record in moment.history.standing if not isinstance(record.event, RecordAnnulled)]
    if lifecycle == moment.history.lifecycle:
        yield from (record.event.on for record in taken if record.kind == kind)
        return
    if step not in _SHOWN:
        return
    shown, day = _SHOWN[step]
    for event in (*(record.event for record in taken), *(() if moment.event is None else (moment.event,))):
        for name in type(event).model_fields:
            value = getattr(event, name)
            if isinstance(value, shown):
                yield getattr(value, day)
