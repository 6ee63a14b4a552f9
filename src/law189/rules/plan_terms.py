"""Срок плана для года (plan terms): by which day what belongs to a year, such as its order, is to be done.

The plans want the order of each year formed, approved and published by a day (Kemerovo: п. 4 прил. 4; the
district: п. 4.1 прил. 2).

>>> from law189.profile.terms import Before
>>> term = Before(kind="before", day=date(2023, 10, 1), then_yearly_before="01-01")
>>> by_plan(date(2023, 12, 29), 2024, term).outcome, by_plan(date(2023, 12, 29), 2023, term).outcome
(<Outcome.HOLDS: 'holds'>, <Outcome.BREACH: 'breach'>)
"""

from collections.abc import Mapping
from datetime import date
from itertools import islice

from law189.calendar import Calendar
from law189.kinds.asked import asked
from law189.law import Citation, Text
from law189.profile.terms import Term
from law189.readings import D1, D2, under
from law189.rules.counting import LastDay
from law189.rules.crediting import of_year
from law189.rules.kept import kept
from law189.rules.occurrences import occurrences
from law189.rules.quorum import NO_CHOICES
from law189.verdict import Rule, Verdict

__all__ = ["by_plan", "last_by_plan"]

TERM_BEFORE_ACT = Rule(
    "orders.term_before_act",
    Text(
        "Последний день срока: {last_day}; постановление, которым установлен срок, — от "
        "{issued}; такой срок никого не связывает.",
        "Last day of the term: {last_day}; the decree that sets it is of {issued}; such a term binds nobody.",
    ),
    assumed=Text(
        "Срок, который истёк до издания постановления, соблюсти уже нельзя.",
        "A term that ended before the decree was issued can no longer be kept.",
    ),
)


@asked
def by_plan(
    done_on: date,
    year: int,
    term: Term,
    *cites: Citation,
    calendar: Calendar | None = None,
    choices: Mapping[str, str] = NO_CHOICES,
    issued: date | None = None,
) -> Verdict | None:
    """Whether what belongs to that year was done in the term of the plan; BREACH where it was late.

    The first occurrence of the term belongs to the year that it names, the next ones to the years after it.
    A term whose last day is before the day on which the decree was `issued` binds nobody: it HOLDS, whenever done.
    None where the term has no occurrence for the year. Where reading D2 needs a year that the calendar lacks, it
    HOLDS up to the day before which the term cannot end, and is UNKNOWN after it. The verdict names the first of
    the readings D1 and D2 on which its answer turned.
    """
    if last_by_plan(term, year) is None:
        return None

    def told(choices: Mapping[str, str]) -> Verdict:
        last = last_by_plan(term, year, calendar=calendar, choices=choices)
        assert last is not None, "no reading takes an occurrence away"
        if issued is not None and last.over(issued):
            return TERM_BEFORE_ACT.judge(True, *cites, last_day=last.day, issued=issued)
        return kept(done_on, last, *cites, term=None if of_year(term, year) else term)

    return under(choices, told, D1, D2)


@asked
def last_by_plan(
    term: Term, year: int, *, calendar: Calendar | None = None, choices: Mapping[str, str] = NO_CHOICES
) -> LastDay | None:
    """The last day of the term of the plan for what belongs to that year; None where it has none."""
    number = of_year(term, year)
    days = occurrences(term, calendar=calendar, choices=choices)
    return None if number is None else next(islice(days, number, None), None)
