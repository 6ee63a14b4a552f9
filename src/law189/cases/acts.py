"""Муниципальные акты (acts): whether what a step needs of them is adopted, a value set, a term of the plan kept.

>>> from law189.profile.loader import load_profile
>>> value_unset("certificate.forming_term", load_profile("kemerovo").latest).outcome
<Outcome.UNKNOWN: 'unknown'>
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from law189.cases.history import History
from law189.cases.moment import Moment
from law189.profile.documents import LocalAct
from law189.profile.edition import Edition
from law189.profile.plan import Milestone
from law189.rules import adoption, orders
from law189.rules.periods import Absent, Ends
from law189.verdict import Verdict

__all__ = ["Planned", "act_adopted", "in_plan_term", "value_unset"]


def act_adopted(act: LocalAct, edition: Edition, on: date) -> Verdict | None:
    """Whether the act is in force on the day; None where neither the law nor the plan asks for it."""
    asked_by = edition.asked_by(act)
    return adoption.adopted(act, edition.adopted_on(act, on), *asked_by) if asked_by else None


def value_unset(slot_id: str, edition: Edition) -> Verdict:
    """That nothing fills the slot: UNKNOWN, with who sets it by which act."""
    slot = edition.federal.slot(slot_id)
    return adoption.value_set(slot, None, *edition.asked_by(slot.adopted_by))


def in_plan_term(milestone: Milestone, year: int, edition: Edition, on: date) -> Verdict | None:
    """Whether what belongs to that year is done in the term of the plan; None where the plan sets it none."""
    item = edition.milestone(milestone)
    if item is None:
        return None
    return orders.by_plan(
        on,
        year,
        item.term,
        item.cite,
        calendar=edition.calendar,
        choices=edition.readings,
        issued=edition.act.date,
    )


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
            last = orders.last_by_plan(item.term, year, calendar=calendar, choices=choices)
        issued = edition.act.date
        if last is None or item is None or (issued is not None and last.over(issued)):
            return Ends(None, Absent.NO_TERM)
        absent = Absent.NO_CALENDAR if last.day is None else None
        return Ends(last.day, absent, item.term, last.at_least, last.missing_year)
