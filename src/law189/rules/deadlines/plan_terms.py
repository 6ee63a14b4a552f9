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
from functools import partial
from itertools import islice

from law189.calendar import Calendar
from law189.kinds.asked import asked
from law189.law import Citation, Text
from law189.profile.terms import Before, Counted, InYear, Occasion, OccasionKind, Term, Year, Yearly
from law189.readings import D1, D2, D10, NO_CHOICES, Chosen, Reading, under
from law189.rules import asking, asking_events
from law189.rules.deadlines import awaits
from law189.rules.deadlines.bound import Beginning, bound, over_before
from law189.rules.deadlines.counting import LastDay, counted, moved_two_ways
from law189.rules.deadlines.crediting import of_year, year_of
from law189.rules.deadlines.kept import kept
from law189.rules.deadlines.occurrences import in_one_year, occasion, occurrences, read_two_ways
from law189.verdict import Ask, Rule, Verdict

__all__ = ["PLAN_TERM", "by_plan", "last_by_plan", "named_year"]

OF_ANOTHER_YEAR = Rule(
    "plan_terms.of_another_year",
    Text(
        "Срок плана ({term}), последний день: {last_day}, — для заказа на {of_year} год; этот — на {year} год.",
        "The plan's term ({term}), last day: {last_day}, is for the order of {of_year}; this one is of {year}.",
    ),
    assumed=Text(
        "Срок, который наступает один раз, — для одного заказа; на какой год, решает толкование.",
        "A term that comes once is for one order; of which year, reading D10 decides.",
    ),
)


@asked
def by_plan(
    done_on: date,
    year: int,
    term: Term,
    *cites: Citation,
    calendar: Calendar | None = None,
    choices: Chosen = NO_CHOICES,
    issued: date | None = None,
    unsure: tuple[Ask, ...] = (),
    event: date | None = None,
    own: bool = False,
    asks: tuple[Ask, ...] = (),
    ahead: bool = False,
) -> Verdict | None:
    """Whether what belongs to that year was done in the term of the plan; BREACH where it was late.

    The first occurrence of a term that names a year belongs to that year, the next ones to the years after it; for
    an order (`ahead`) reading D10 says which, as `named_year` does. `event` is the day of the event from which the
    term is counted, `own` that it is one of the case; without it, it is UNKNOWN, and `asks` gives it. A term over
    before the decree held (`issued`; `unsure` asks for that day) HOLDS. None where the year has no occurrence.
    """
    if (awaited := occasion(term)) is not None and event is None:
        return awaits(term, done_on, asks or (_asked_for(awaited),), *cites, done_on=done_on)
    last_of = partial(_last, term, year, calendar, event=event, ahead=ahead)
    if not any(last_of(choices={**choices, D10.code: one}) for one in D10.choices):
        return None

    def told(choices: Mapping[str, str]) -> Verdict:
        last = last_of(choices=choices)
        if last is None:
            return _before_all(term, year, calendar, choices, *cites, ahead=ahead)
        if (over := over_before(last, issued, *cites)) is not None:
            return over
        of = None if own else _once_for(term, last, choices, ahead=ahead)
        later = of_year(term, named_year(term, year, choices, ahead=ahead))
        found = _of_its_year(done_on, last, of, year, term, *cites, later=bool(later))
        return bound(found, last, *cites, on=done_on, begun=Beginning(issued, unsure))

    return under(choices, told, *_readings(term), *((D10,) if ahead else ()))


def _readings(term: Term) -> tuple[Reading, ...]:
    """The readings on which the last day of the term may turn, besides D10."""
    return (*moved_two_ways(term), *read_two_ways(term)) if isinstance(term, Counted) else (D1, D2)


def _before_all(
    term: Term,
    year: int,
    calendar: Calendar | None,
    choices: Mapping[str, str],
    *cites: Citation,
    ahead: bool,
) -> Verdict:
    """That the first term is for the order of a later year."""
    first = next(occurrences(term, calendar=calendar, choices=choices))
    return _of_another(first, _first_for(term, choices, ahead=ahead), year, term, *cites)


def _of_its_year(
    done_on: date, last: LastDay, of: int | None, year: int, term: Term, *cites: Citation, later: bool
) -> Verdict:
    """Whether it was done in the term, or that the term is for another year (`of`) than its own."""
    if of not in (None, year):
        return _of_another(last, of, year, term, *cites)
    return kept(done_on, last, *cites, term=None if later else term)


def _of_another(last: LastDay, of: int | None, year: int, term: Term, *cites: Citation) -> Verdict:
    """That the term is for the order of another year than its own."""
    return OF_ANOTHER_YEAR.judge(
        True, *cites, term=term.text, last_day=last.bound, of_year=str(of), year=str(year)
    )


def _first_for(term: Term, choices: Mapping[str, str], *, ahead: bool) -> int | None:
    """For which year the first term is where it is due again in the years after it."""
    named = year_of(term, 0)
    return None if named is None else 2 * named - named_year(term, named, choices, ahead=ahead)


def _asked_for(event: Occasion) -> Ask:
    """What gives the day of the event: the profile, or the facts of the step."""
    return asking.PUBLISHED_ON if event.kind.of_decree else asking_events.event_day(PLAN_TERM, event.of)


@asked
def last_by_plan(
    term: Term,
    year: int,
    *,
    calendar: Calendar | None = None,
    choices: Chosen = NO_CHOICES,
    event: date | None = None,
    own: bool = False,
    ahead: bool = False,
) -> LastDay | None:
    """The last day of the plan's term for what belongs to that year (see `by_plan`); None where it has none."""
    last = _last(term, year, calendar, choices=choices, event=event, ahead=ahead)
    if last is None or own:
        return last
    return last if _once_for(term, last, choices, ahead=ahead) in (None, year) else None


@asked
def named_year(term: Term, year: int, choices: Chosen, *, ahead: bool) -> int:
    """In which year the day of a term of each year is that of what belongs to `year`; of other terms it is `year`.

    Of an order (`ahead`) reading D10 says; 1 January is the first day of the year that it is for in any case. A day
    of the year after the reported one is that of the next year.
    """
    if isinstance(term, Yearly) and term.after_reported:
        return year + 1
    early = ahead and D10.chosen(choices) == "ahead" and _each_year(term) not in (None, NEW_YEAR)
    return year - 1 if early else year


def _each_year(term: Term) -> str | None:
    """The month and day that the term names for each year; None where it names none."""
    match term:
        case Yearly() | InYear():
            return term.day
        case Before() | Year():
            return term.then_yearly_before
        case _:
            return None


NEW_YEAR = "01-01"
PLAN_TERM = "plan_term"
"""The name of the term of the plan among the days of events that a step tells."""


def _last(
    term: Term,
    year: int,
    calendar: Calendar | None,
    *,
    choices: Mapping[str, str],
    event: date | None,
    ahead: bool,
) -> LastDay | None:
    """The last day of the term; None where it has no occurrence for the year, or its event's day is not known."""
    if isinstance(term, Yearly | InYear):
        named = named_year(term, year, choices, ahead=ahead)
        return in_one_year(term, named, calendar=calendar, choices=choices)
    if isinstance(term, Counted) and occasion(term) is not None:
        return None if event is None else counted(term, event, calendar, choices)
    number = of_year(term, named_year(term, year, choices, ahead=ahead))
    days = occurrences(term, calendar=calendar, choices=choices)
    return None if number is None else next(islice(days, number, None), None)


def _once_for(term: Term, last: LastDay, choices: Mapping[str, str], *, ahead: bool) -> int | None:
    """The year for which a term is that comes once; None of any other term, and of one counted from a step."""
    event = occasion(term)
    if event is None or event.kind is OccasionKind.STEP:
        return None
    return last.at_least.year + (ahead and D10.chosen(choices) == "ahead")
