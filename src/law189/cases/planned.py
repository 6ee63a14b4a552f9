"""Срок плана для шага (planned): the term that an item of the plan sets for a step, asked and told in one place.

>>> from law189.workflows.order import lifecycle as order
>>> [one.milestone.value for one in order.clause("approved").given if isinstance(one, Planned)]
['order']
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple, Protocol, runtime_checkable

from law189.cases.given.events import NO_DAYS
from law189.cases.history import History
from law189.cases.moment import Moment
from law189.cases.occasions import come_on, of_case, of_decree
from law189.law.fixed import fixed
from law189.profile.edition import Edition
from law189.profile.plan import Milestone, PlanItem
from law189.profile.terms import Term
from law189.rules import asking_events
from law189.rules.deadlines import plan_terms
from law189.rules.deadlines.bound import Beginning, beginning, over_before
from law189.rules.deadlines.counting import LastDay
from law189.rules.deadlines.lapses import held_to
from law189.rules.deadlines.occurrences import occasion
from law189.rules.deadlines.periods import Absent, Ends
from law189.verdict import Ask, Verdict

__all__ = ["Come", "Ending", "Planned"]


class Come(NamedTuple):
    """The day of the event from which a term of the plan is counted, None where it is not known, and what gives it.

    `own` says that it is a day of the case itself; `told` that it stands among the facts of the step.
    """

    day: date | None
    own: bool = False
    asks: tuple[Ask, ...] = ()
    told: bool = False


@runtime_checkable
class Ending(Protocol):
    """Срок шага, известный до его фактов: what a heading gives that also tells on which day the step is due."""

    def __call__(self, case: Moment[Any]) -> Verdict | None:
        """Whether the step is taken in the term; None where it has none."""
        ...

    def ends(self, case: Moment[Any]) -> Ends:
        """The last day of the term at the moment, or why there is none."""
        ...


@fixed
@dataclass(frozen=True, slots=True)
class Planned:
    """Срок плана для шага: the milestone whose item sets it, and the year of the order; None where none is asked.

    As one of what a heading gives, it judges the step; the open duty ends on the same day.
    """

    milestone: Milestone
    year: Callable[[History[Any]], int | None]

    def __call__(self, case: Moment[Any]) -> Verdict | None:
        """Whether the step is taken in the term; None where the plan sets it none."""
        year, edition, item = self._asked(case)
        if year is None or item is None or self._gone(item, year, case):
            return None
        begun = _begun(edition, item)
        return plan_terms.by_plan(
            case.on,
            year,
            item.term,
            item.cite,
            calendar=edition.calendar,
            choices=edition.readings,
            issued=begun.day,
            unsure=begun.asks,
            event=(came := _come_on(item, case)).day,
            own=came.own,
            asks=came.asks,
            ahead=self._ahead,
        )

    def ends(self, case: Moment[Any]) -> Ends:
        """The last day of the term; none where the plan sets none, or one that was over before the decree held."""
        year, edition, item = self._asked(case)
        if year is None or item is None or self._gone(item, year, case):
            return Ends(None, Absent.NO_TERM)
        event = _come_on(item, case)
        if event.day is None and occasion(item.term) is not None:
            return Ends(None, Absent.NO_EVENT, item.term, cites=(item.cite,))
        last = self._last(item, edition, year, event)
        if last is None or over_before(last, _begun(edition, item).day) is not None:
            return Ends(None, Absent.NO_TERM)
        absent = Absent.NO_CALENDAR if last.day is None else None
        return Ends(last.day, absent, item.term, last.at_least, last.missing_year, (item.cite,))

    def _last(self, item: PlanItem, edition: Edition, year: int, event: Come) -> LastDay | None:
        """The last day of the term of the item for the year; None where it has none."""
        return plan_terms.last_by_plan(
            item.term,
            year,
            calendar=edition.calendar,
            choices=edition.readings,
            event=event.day,
            own=event.own,
            ahead=self._ahead,
        )

    def told(self, case: Moment[Any]) -> tuple[Term, tuple[Ask, ...]] | None:
        """The term of the plan whose day the step tells itself, and what is asked; None where it is known."""
        year, _, item = self._asked(case)
        if year is None or item is None or self._gone(item, year, case):
            return None
        come = _come_on(item, case)
        return (item.term, come.asks) if come.told else None

    def _gone(self, item: PlanItem, year: int, case: Moment[Any]) -> bool:
        """Whether the item does not hold on the day of the step, nor did on the last day of its term."""
        gone = case.edition.absent(item.cite)
        if gone is None:
            return False
        last = self._last(item, case.edition, year, _come_on(item, case))
        return last is None or not held_to(gone, last.at_least)

    def _asked(self, case: Moment[Any]) -> tuple[int | None, Edition, PlanItem | None]:
        return self.year(case.history), case.edition, case.edition.milestone(self.milestone)

    @property
    def _ahead(self) -> bool:
        """Whether it is approved for a year to come, so that reading D10 is asked: the order."""
        return self.milestone is Milestone.ORDER


def _begun(edition: Edition, item: PlanItem) -> Beginning:
    """From which day the item of the plan holds."""
    return beginning(edition.act, edition.entry_into_force, edition.readings, of=item.cite)


def _come_on(item: PlanItem, case: Moment[Any]) -> Come:
    """The day of the event from which the item's term is counted; None where it is not known, or needs none."""
    event, edition = occasion(item.term), case.edition
    if event is None:
        return Come(None)
    if event.kind.of_decree:
        return Come(of_decree(event, edition, edition.readings))
    if (own := of_case(event, case)) is not None:
        return Come(own, own=True)
    if (day := come_on(event, case)) is not None:
        return Come(day)
    told = getattr(case.event, "event_on", NO_DAYS).get(plan_terms.PLAN_TERM)
    return Come(told, own=True, asks=(asking_events.event_day(plan_terms.PLAN_TERM, event.of),), told=True)
