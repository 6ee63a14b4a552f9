"""Срок плана для шага (planned): the term that an item of the plan sets for a step, asked and told in one place.

>>> from law189.workflows.order import lifecycle as order
>>> [one.milestone.value for one in order.clause("approved").given if isinstance(one, Planned)]
['order']
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol, runtime_checkable

from law189.cases.acts import in_plan_term
from law189.cases.history import History
from law189.cases.moment import Moment
from law189.profile.plan import Milestone
from law189.rules import plan_terms
from law189.rules.periods import Absent, Ends
from law189.verdict import Verdict

__all__ = ["Ending", "Planned"]


@runtime_checkable
class Ending(Protocol):
    """Срок шага, известный до его фактов: what a heading gives that also tells on which day the step is due."""

    def __call__(self, case: Moment[Any]) -> Verdict | None:
        """Whether the step is taken in the term; None where it has none."""
        ...

    def ends(self, case: Moment[Any]) -> Ends:
        """The last day of the term at the moment, or why there is none."""
        ...


@dataclass(frozen=True, slots=True)
class Planned:
    """Срок плана для шага: the milestone whose item sets it, and the year of the order; None where none is asked.

    As one of what a heading gives, it judges the step; the open duty ends on the same day.
    """

    milestone: Milestone
    year: Callable[[History[Any]], int | None]

    def __call__(self, case: Moment[Any]) -> Verdict | None:
        """Whether the step is taken in the term; None where the plan sets it none."""
        year = self.year(case.history)
        return None if year is None else in_plan_term(self.milestone, year, case.edition, case.on)

    def ends(self, case: Moment[Any]) -> Ends:
        """The last day of the term; none where the plan sets none, or one that was over before the decree."""
        year, edition, item = self.year(case.history), case.edition, case.edition.milestone(self.milestone)
        calendar, choices, last = edition.calendar, edition.readings, None
        if year is not None and item is not None:
            last = plan_terms.last_by_plan(item.term, year, calendar=calendar, choices=choices)
        issued = edition.act.date
        if last is None or item is None or (issued is not None and last.over(issued)):
            return Ends(None, Absent.NO_TERM)
        absent = Absent.NO_CALENDAR if last.day is None else None
        return Ends(last.day, absent, item.term, last.at_least, last.missing_year, (item.cite,))
