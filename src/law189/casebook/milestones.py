"""Вехи по делам (milestones): on which day the cases first did what an item of the plan sets a term for.

Of the order this is told for each year that an order is for, of the agreement for each year whose order it rests
on, or in which its sums begin where it shows no order; of everything else once. A record that was annulled by the
day did nothing, nor did a step without force; one that breaks a norm and stands did, and that is told with it.

>>> from law189.profile.loader import load_profile
>>> reached((), date(2024, 1, 15)), done_by_cases((), load_profile("kemerovo"), date(2024, 1, 15))
((), {})
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from law189.casebook.cycles import CYCLES
from law189.casebook.known import Known, Made, on_day
from law189.cases.history import Event, History
from law189.cases.named_days import in_case
from law189.cases.occasions import REACHED_BY
from law189.kinds import must_be
from law189.kinds.asked import asked
from law189.profile.plan import Milestone, PlanItem
from law189.profile.profile import Profile
from law189.profile.terms import Occasion, OccasionKind
from law189.rules.deadlines.occurrences import occasion
from law189.verdict import Outcome
from law189.workflows import agreement, certificate, order, selection

__all__ = ["REACHING", "Reached", "done_by_cases", "events_by_cases", "lifecycles_awaited", "reached"]

STEPS: dict[type[Event], tuple[Milestone, ...]] = {
    order.Published: (Milestone.ORDER,),
    selection.Included: (Milestone.REGISTER, Milestone.SELECTION),
    agreement.Concluded: (Milestone.AGREEMENTS,),
    certificate.Formed: (Milestone.CERTIFICATES,),
}
"""The step that ends each milestone: an order is published, a provider is in the register, and so on."""
REACHING = tuple(
    cycle.name for cycle in CYCLES.values() if any(clause.event in STEPS for clause in cycle.clauses)
)
"""The lifecycles that reach milestones; what is done of the plan needs no others."""


class Reached(NamedTuple):
    """Веха пройдена: which, on which day, and the record that did it; `year` is that of its order, else None.

    `outcome` is that of the step: BREACH where it stands and breaks a norm, as an order published elsewhere does.
    """

    milestone: Milestone
    year: int | None
    on: date
    made_by: Made
    outcome: Outcome = Outcome.HOLDS

    def as_json(self) -> dict[str, Any]:
        """The milestone as plain JSON values."""
        return {
            "milestone": self.milestone.value,
            "year": self.year,
            "on": self.on.isoformat(),
            "made_by": self.made_by.as_json(),
            "outcome": self.outcome.value,
        }


@asked
def reached(histories: Iterable[History[Any]], on: date) -> tuple[Reached, ...]:
    """The milestones that the cases had reached at the end of the day, in order of time.

    Raises `Law189Error` on a case of a lifecycle that the library has not.
    """
    must_be(on, date)
    first: dict[tuple[Milestone, int | None], Reached] = {}
    for one in (found for history in histories for found in _steps(on_day(history, on))):
        key = one.milestone, one.year
        if key not in first or one.on < first[key].on:
            first[key] = one
    return tuple(sorted(first.values(), key=lambda one: (one.on, list(Milestone).index(one.milestone))))


def _steps(known: Known) -> Iterator[Reached]:
    """Every step of the case that ends a milestone."""
    for number, event, outcome in _with_force(known):
        for milestone in STEPS.get(type(event), ()):
            made_by = Made(known.history.id, number)
            yield Reached(milestone, _year(known, milestone), event.on, made_by, outcome)


def _with_force(known: Known) -> Iterator[tuple[int, Any, Outcome]]:
    """Every step of the case that was not without force, with its record's number and its outcome."""
    made = dict(zip(known.numbers, known.history.records, strict=True))
    told = ((number, event, made[number].verdict.outcome) for number, event in known.events)
    return (one for one in told if one[2] is not Outcome.VOID)


def _year(known: Known, milestone: Milestone) -> int | None:
    """The year of the order to which the step belongs, by which the plan sets its term; else None."""
    if milestone is Milestone.ORDER:
        return known.history.the(order.Drafted).year
    if milestone is not Milestone.AGREEMENTS:
        return None
    drafted = known.history.the(agreement.Drafted)
    return min(one.year for one in drafted.sums) if drafted.order is None else drafted.order.year


@asked
def done_by_cases(
    histories: Iterable[History[Any]], profile: Profile, on: date
) -> dict[str, tuple[Reached, ...]]:
    """What the cases did of the plan of the day's edition: by the id of each item that has a milestone.

    An item that adopts acts too is not done by its milestone alone, and is left out; of an item that names the year
    of the order what belongs to other years is. Raises as `reached`.
    """
    plan = must_be(profile, Profile).on(must_be(on, date)).plan
    found = reached(histories, on)
    told = {
        item.id: tuple(
            one for one in found if one.milestone is item.milestone and item.order_year in (None, one.year)
        )
        for item in plan
        if item.milestone is not None and not item.adopts
    }
    return {item: steps for item, steps in told.items() if steps}


@asked
def events_by_cases(histories: Iterable[History[Any]], profile: Profile, on: date) -> dict[str, date]:
    """On which day the cases took the step from which an item's term is counted, by the id of the item.

    It is the first day by which any case took it, whether the event is told by its step or in words; an item whose
    term is counted from no step is left out, as is one whose step nobody has taken. No other cases are needed than
    those of `lifecycles_awaited`. Raises as `reached`.
    """
    awaited, first = _awaited(must_be(profile, Profile), must_be(on, date)), dict[str, date]()
    for known in (on_day(history, on) for history in histories):
        for _, event, _ in _with_force(known) if awaited else ():
            step = f"{known.history.lifecycle}.{type(event).model_fields['kind'].default}"
            first[step] = min(event.on, first.get(step, event.on))
    return {item: first[step] for item, step in awaited.items() if step in first}


@asked
def lifecycles_awaited(profile: Profile, on: date) -> tuple[str, ...]:
    """The lifecycles of the steps from which terms of the day's plan are counted; empty where none is."""
    return tuple(dict.fromkeys(step.partition(".")[0] for step in _awaited(profile, on).values()))


def _awaited(profile: Profile, on: date) -> dict[str, str]:
    """The step from which the term of an item of the day's plan is counted, by the id of the item."""
    occasions = ((item, occasion(item.term)) for item in profile.on(on).plan)
    return {item.id: step for item, event in occasions if event and (step := _step(item, event))}


def _step(item: PlanItem, event: Occasion) -> str | None:
    """The step that the event is; words mean a day of the cases that reach the item's milestone."""
    if item.milestone is not None:
        event = in_case(event, REACHED_BY[item.milestone].partition(".")[0])
    return event.at if event.kind is OccasionKind.STEP else None
