"""Сроки (deadlines): on which day a term ends, what is due on a day, and by how much it is late.

A term is read as its act writes it; where it can be read two ways, readings D1, D2, D3, D4, D8, D9 and D11 say how.
A term that is counted from an event is UNKNOWN until the day of the event is known.

>>> from itertools import islice
>>> from law189.profile.terms import Before
>>> from law189.rules.deadlines.kept import within
>>> from law189.rules.deadlines.occurrences import last_days
>>> term = Before(kind="before", day=date(2023, 10, 1), then_yearly_before="01-01")
>>> [f"{day}" for day in islice(last_days(term), 3)]
['2023-09-30', '2023-12-31', '2024-12-31']
>>> within(date(2023, 10, 2), date(2023, 9, 30)).outcome
<Outcome.BREACH: 'breach'>
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import count, tee
from typing import Any, NamedTuple

from law189.calendar import Calendar
from law189.kinds.asked import asked, made_asked, unasked
from law189.law import Citation, Text, Vocabulary
from law189.profile.counted import Occasion
from law189.profile.terms import AsNeeded, From, InYear, Regular, Term, Yearly
from law189.readings import D1, D2, D3, D4, D8, D9, D11, NO_CHOICES, Chosen, said, under
from law189.rules import asking
from law189.rules.cures import step
from law189.rules.deadlines.bound import Beginning, bound, passed_over, passing_over
from law189.rules.deadlines.counting import LastDay
from law189.rules.deadlines.crediting import credited, year_of
from law189.rules.deadlines.endless import kept_endless
from law189.rules.deadlines.kept import WITHIN, kept
from law189.rules.deadlines.occurrences import (
    in_year_asked,
    occasion,
    occurrences,
    only_as_needed,
)
from law189.verdict import Ask, Outcome, Rule, Verdict

__all__ = ["Due", "Status", "awaits", "due"]

_bound = unasked(bound)

DUE = Rule(
    "deadlines.due",
    Text(
        "Состояние на {on}: {status}; срок: {term}; последний день: {last_day:не установлен}; "
        "{late:просрочка, календарных дней: …|просрочки нет|просрочки нет}.",
        "On {on}: the term is {term}; last day: {last_day:not set}; state: {status}; late, calendar days: "
        "{late:…|0|0}.",
    ),
    missed=Outcome.BREACH,
    unknown=Text(
        "Состояние на {on} неизвестно; срок: {term}; последний день — не раньше {at_least}; нужно: {asks}.",
        "On {on}: the term is {term}; the last day is not before {at_least}; needed: {asks}.",
    ),
    assumed=WITHIN.assumed,
    cure=step.DUE,
)
OF_YEAR = Text(
    "Состояние на {on}: {status}; срок: {term}; последний день: {last_day}; срок {of_year} года; "
    "{late:просрочка, календарных дней: …|просрочки нет|просрочки нет}.",
    "On {on}: the term is {term}; last day: {last_day}; of the year: {of_year}; state: {status}; late, "
    "calendar days: {late:…|0|0}.",
)
"""Where the term is due anew each year, and two of its occurrences may end on one day."""
AWAITS = Rule(
    "deadlines.awaits",
    Text(
        "Срок: {term}; состояние на {on}: день события известен.",
        "The term is {term}; on {on} the day of the event is known.",
    ),
    unknown=Text(
        "Срок: {term}; {done:исполнено: …|не исполнено}; последний день на {on} неизвестен, нужно: {asks}.",
        "The term is {term}; done: {done:…|not done}; on {on} the last day is not known; needed: {asks}.",
    ),
    assumed=Text(
        "Пока день события не указан, срок не считают ни истёкшим, ни исполненным вовремя.",
        "As long as the day of the event is not given, the term counts neither as over nor as kept.",
    ),
)


class Status(Vocabulary):
    """Состояние мероприятия на день."""

    UPCOMING = "upcoming", "предстоит", "upcoming"
    DUE = "due", "срок истекает сегодня", "due"
    OVERDUE = "overdue", "просрочено", "overdue"
    DONE = "done", "исполнено", "done"
    OPEN = "open", "исполняется", "open"
    AS_NEEDED = "as_needed", "по мере необходимости", "as needed"
    NOT_IN_FORCE = "not_in_force", "не действует", "not in force"
    UNKNOWN = "unknown", "неизвестно", "unknown"


@made_asked
class Due(NamedTuple):
    """What is due: the last lawful day (None where there is none, or it is not known), the state, and why.

    `done` are the numbers from 0 of the occurrences that were done.
    """

    last_day: date | None
    status: Status
    verdict: Verdict
    done: frozenset[int] = frozenset()


@asked
def due(
    term: Term,
    on: date,
    *cites: Citation,
    done: Sequence[date] = (),
    since: date | None = None,
    calendar: Calendar | None = None,
    choices: Chosen = NO_CHOICES,
    event: date | None = None,
    of_years: Mapping[int, date] | None = None,
    begun: Beginning | None = None,
) -> Due:
    """The earliest occurrence that binds and is not done by the day `on`, and its state on that day.

    `done` are the days on which occurrences were done, in order, `of_years` the day on which what belongs to each
    year was done (`crediting` says which occurrence they count for); those after `on` have not happened yet.
    It is a BREACH while overdue; what was done late is a BREACH part. An occurrence over before the norm that sets
    it held (`begun`) binds nobody: the next one is told; where there is none, it HOLDS. What was done before that
    norm held broke nothing. It is UNKNOWN without the day of its `event`, or of a year that the calendar lacks. It
    names the first of the readings D4, D8, D1, D2, D9, D3 and D11 on which it depends, with the other answers.
    """
    past, own = [day for day in done if day <= on], _until(on, of_years or {})
    every, awaited = sorted([*past, *own.values()]), occasion(term)
    if awaited is not None and event is None:
        return _awaited(term, awaited, on, max(every, default=None), *cites)
    coming = partial(occurrences, term, since=since, calendar=calendar, event=event, asked=on)
    binding = partial(_bound, on=on, begun=begun)

    def stands(choices: Mapping[str, str]) -> Due:
        days, ends, first = tee(coming(choices=choices), 3)
        passed = passed_over(first, begun)
        when = _when(term, on, past, own, since, ends, choices, len(passed))
        parts, last, found, met = _credited(term, days, when, binding, passed, begun, *cites)
        parts += () if last or met else _without_end(term, every, binding, *cites)
        told = _told(term, on, last, choices, parts, *cites, met=met, done=found, passed=len(passed))
        return _bound_to(told, last, binding, *cites)

    verdict = under(choices, lambda made: stands(made).verdict, D4, D8, D1, D2, D9, D3, D11, by=said)
    return stands(choices)._replace(verdict=verdict)


def _until(on: date, of_years: Mapping[int, date]) -> dict[int, date]:
    return {year: day for year, day in of_years.items() if day <= on}


def _when(
    term: Term,
    on: date,
    past: Sequence[date],
    own: Mapping[int, date],
    since: date | None,
    ends: Iterator[LastDay],
    choices: Mapping[str, str],
    passed: int,
) -> Mapping[int, date]:
    """On which day each occurrence that was done was done, by its number."""
    if in_year_asked(term, choices):
        past, since = [day for day in past if day.year == on.year], date(on.year, 1, 1)
    return credited(term, past, of_years=own, since=since, ends=ends, passed=passed)


def _bound_to(told: Due, last: LastDay | None, binding: Callable[..., Verdict], *cites: Citation) -> Due:
    """What is told of an occurrence, as it stands where its term binds nobody."""
    late = told.status is Status.OVERDUE
    return told._replace(verdict=binding(told.verdict, last, *cites)) if late else told


def _without_end(
    term: Term, days: Iterable[date], binding: Callable[..., Verdict], *cites: Citation
) -> tuple[Verdict, ...]:
    """How what was done in a term without a last day was done."""
    return tuple(binding(kept_endless(day, term, *cites), None, *cites, on=day) for day in days)


def _awaited(term: Term, event: Occasion, on: date, last_done: date | None, *cites: Citation) -> Due:
    """What is done though the day of its event is not known is done; what is not may be due."""
    of_act = event.kind.of_decree
    asks = (asking.PUBLISHED_ON,) if of_act else asking.occasion(event.of, cites[0].address if cites else "")
    verdict = awaits(term, on, asks, *cites, done_on=last_done)
    return Due(None, Status.UNKNOWN if last_done is None else Status.DONE, verdict)


def _credited(
    term: Term,
    days: Iterator[LastDay],
    when: Mapping[int, date],
    binding: Callable[..., Verdict],
    passed: Sequence[LastDay],
    begun: Beginning | None,
    *cites: Citation,
) -> tuple[tuple[Verdict, ...], LastDay | None, frozenset[int], LastDay | None]:
    """How what was done was done, the earliest not done that is not `passed`, those done, and the last of them."""
    parts, open_, done, met = [*passing_over(passed, when, begun, *cites)], None, set(), None
    for place, last in enumerate(days):
        if place in when:
            first = None if place else term
            told = kept(when[place], last, *cites, term=first, of_year=year_of(term, place))
            parts.append(binding(told, last, *cites, on=when[place]))
            done.add(place)
            met = last
        elif open_ is None and place >= len(passed):
            open_ = last
        if open_ is not None and place >= max(when, default=0):
            break
    return tuple(parts), open_, frozenset(done), met


@asked
def awaits(
    term: Term, on: date, asks: tuple[Ask, ...], *cites: Citation, done_on: date | None = None
) -> Verdict:
    """That the day of the event is not known from which the term is counted: UNKNOWN."""
    return AWAITS.judge(None, *cites, lacks=asks, term=term.text, on=on, done=done_on)


def _told(
    term: Term,
    on: date,
    last: LastDay | None,
    choices: Mapping[str, str],
    parts: tuple[Verdict, ...],
    *cites: Citation,
    met: LastDay | None = None,
    done: frozenset[int] = frozenset(),
    passed: int = 0,
) -> Due:
    """The occurrence whose last day is `last` (None where there is none) on the day, in a sentence.

    `met` is the last occurrence that was done, told where nothing is left to do; `done` are the numbers of all that
    were: where the term is due anew each year, the sentence says of which year the first other one not `passed` is.
    """
    day = None if last is None else last.day
    status = _endless(term, on, choices) if last is None else _status(last, on)
    if last is not None and last.over(on) is None:
        asks, year = asking.days_off(last.missing_year), last.missing_year
        seen = partial(DUE.judge, on=on, term=term.text, at_least=last.at_least, year=year)
        return Due(None, status, seen(None, *cites, parts=parts, lacks=asks), done)
    bound = met.bound if met is not None and status is Status.DONE else None
    done_late = parts[-1].facts.get("late", 0) if status is Status.DONE and parts else 0
    late = (on - day).days if day is not None and on > day else done_late
    of_year = year_of(term, next(place for place in count(passed) if place not in done))
    told_of: dict[str, Any] = {} if of_year is None or last is None else {"of_year": str(of_year)}
    verdict = (replace(DUE, text=OF_YEAR) if told_of else DUE).judge(
        status is not Status.OVERDUE,
        *cites,
        parts=parts,
        **told_of,
        on=on,
        term=term.text,
        last_day=bound if last is None else last.bound,
        status=status.text,
        late=late,
    )
    return Due(day, status, verdict, done)


def _status(last: LastDay, on: date) -> Status:
    if on < last.at_least:
        return Status.UPCOMING
    if last.day is None:
        return Status.UNKNOWN
    return Status.DUE if on == last.day else Status.OVERDUE


def _endless(term: Term, on: date, choices: Mapping[str, str]) -> Status:
    match term:
        case From():
            return Status.UPCOMING if on < term.day else Status.OPEN
        case AsNeeded():
            return Status.AS_NEEDED
        case Regular():
            return Status.AS_NEEDED if only_as_needed(term, choices) else Status.OPEN
        case Yearly():
            return Status.OPEN
        case InYear():
            return Status.DONE if in_year_asked(term, choices) else Status.OPEN
        case _:
            return Status.DONE
