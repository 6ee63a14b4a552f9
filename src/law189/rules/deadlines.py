"""Сроки (deadlines): on which day a term ends, what is due on a day, and by how much it is late.

A term is read as its act writes it; where it can be read two ways, readings D1-D5 say how. Days come in as
arguments, working days as a calendar.

>>> from itertools import islice
>>> from law189.profile.terms import Before
>>> term = Before(kind="before", day=date(2023, 10, 1), then_yearly_before="01-01")
>>> [f"{day}" for day in islice(last_days(term), 3)]
['2023-09-30', '2023-12-31', '2024-12-31']
>>> within(date(2023, 10, 2), date(2023, 9, 30)).outcome
<Outcome.BREACH: 'breach'>
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import MAXYEAR, date
from itertools import chain, islice
from typing import Any, NamedTuple

from dateutil.relativedelta import relativedelta

from law189.calendar import Calendar, CalendarNotPublished, shifted
from law189.law import Citation, Norm, Text, Vocabulary
from law189.profile.terms import After, AsNeeded, Before, EachQuarter, From, Quarter, Term, Year
from law189.readings import D1, D2, D4, D5, said, under
from law189.rules.quorum import NO_CHOICES
from law189.verdict import Outcome, Rule, Verdict

__all__ = [
    "WITHIN",
    "Due",
    "Status",
    "due",
    "in_force",
    "last_days",
    "within",
]

WITHIN = Rule(
    "deadlines.within",
    Text(
        "Последний день срока: {last_day}; сделано: {done_on}; опоздание, календарных дней: {late}.",
        "Last day of the term: {last_day}; done: {done_on}; late, calendar days: {late}.",
    ),
    missed=Outcome.BREACH,
    unknown=Text(
        "Последний день срока приходится на год, выходные которого календарь не знает ({year}); "
        "сделано: {done_on}.",
        "The last day of the term falls in a year whose days off the calendar does not know ({year}); "
        "done: {done_on}.",
    ),
    assumed=Text(
        "Сделанное с опозданием сделано; срок нарушен.", "What is done late is done; the term is broken."
    ),
)
DUE = Rule(
    "deadlines.due",
    Text(
        "На {on}: срок — {term}; последний день: {last_day}; состояние: {status}; "
        "опоздание, календарных дней: {late}.",
        "On {on}: the term is {term}; last day: {last_day}; state: {status}; late, calendar days: {late}.",
    ),
    missed=Outcome.BREACH,
    unknown=Text(
        "На {on}: срок — {term}; последний день зависит от года, выходные которого календарь ещё не знает.",
        "On {on}: the term is {term}; the last day depends on a year whose days off the calendar "
        "does not know yet.",
    ),
    assumed=WITHIN.assumed,
)
IN_FORCE = Rule(
    "deadlines.in_force",
    Text(
        "Акт действует с {since}; вопрос о дне {on}.",
        "The act is in force from {since}; the question is of {on}.",
    ),
    unknown=Text(
        "Акт действует со дня, который зависит от дня подписания или официального опубликования, "
        "а он не известен; укажите {missing}.",
        "The act is in force from a day that depends on its signing or its official publication, "
        "which is not known; give {missing}.",
    ),
)


class Status(Vocabulary):
    """Состояние мероприятия на день."""

    UPCOMING = "upcoming", "впереди", "upcoming"
    DUE = "due", "сегодня", "due"
    OVERDUE = "overdue", "просрочено", "overdue"
    DONE = "done", "сделано", "done"
    OPEN = "open", "идёт", "open"
    AS_NEEDED = "as_needed", "по мере необходимости", "as needed"


class Due(NamedTuple):
    """What is due: the last lawful day (None where there is none), the state on the day, and why."""

    last_day: date | None
    status: Status
    verdict: Verdict


def last_days(
    term: Term,
    *,
    since: date | None = None,
    calendar: Calendar | None = None,
    choices: Mapping[str, str] = NO_CHOICES,
) -> Iterator[date]:
    """The last lawful day of each occurrence, in order; endless for a yearly or quarterly term.

    `since` is the day of the act, from whose quarter a quarterly term is counted. `calendar` is needed only
    where reading D2 moves a term off a day off; without it the day stays. Nothing comes of a term without
    an end. Raises `CalendarNotPublished` where D2 needs a year that the calendar lacks.
    """
    moves = D2.chosen(choices) == "moves" and calendar is not None
    for day in _written(term, since, choices):
        yield calendar.next_working_day(day) if moves and calendar is not None else day


def _written(term: Term, since: date | None, choices: Mapping[str, str]) -> Iterator[date]:
    match term:
        case Year():
            end = date(term.year, 12, 31)
            return chain([end], _yearly(term.then_yearly_before, end, choices))
        case Before():
            return chain([_before(term.day, choices)], _yearly(term.then_yearly_before, term.day, choices))
        case Quarter():
            return iter([_quarter_end(date(term.year, term.quarter * 3, 1))])
        case EachQuarter() if since is not None and not _as_needed(term, choices):
            ends = (date(year, month, 1) for year in range(since.year, MAXYEAR) for month in (3, 6, 9, 12))
            return (_quarter_end(day) for day in ends if _quarter_end(day) >= since)
        case _:
            return iter(())


def _before(day: date, choices: Mapping[str, str]) -> date:
    return day if D1.chosen(choices) == "included" else shifted(day, -1)


def _yearly(month_day: str | None, after: date, choices: Mapping[str, str]) -> Iterator[date]:
    """Each year before the day, beginning with the nearest such day after `after`."""
    if month_day is None:
        return
    month, day = map(int, month_day.split("-"))
    for year in range(after.year, MAXYEAR):
        named = date(year, 1, 1) + relativedelta(month=month, day=day)
        if named > after:
            yield _before(named, choices)


def _quarter_end(day: date) -> date:
    return day + relativedelta(month=(day.month + 2) // 3 * 3, day=31)


def _as_needed(term: EachQuarter, choices: Mapping[str, str]) -> bool:
    return term.as_needed and D4.chosen(choices) == "as_needed"


def within(done_on: date, last_day: date, *cites: Citation) -> Verdict:
    """Whether what was done on `done_on` was done in time; BREACH where it was late."""
    late = max((done_on - last_day).days, 0)
    return WITHIN.judge(late == 0, *cites, last_day=last_day, done_on=done_on, late=late)


def due(
    term: Term,
    on: date,
    *cites: Citation,
    done: Sequence[date] = (),
    since: date | None = None,
    calendar: Calendar | None = None,
    choices: Mapping[str, str] = NO_CHOICES,
) -> Due:
    """The earliest occurrence that is not done by the day `on`, and its state on that day.

    `done` are the days on which occurrences were done, in order; those after `on` have not happened yet.
    The verdict is a BREACH while the occurrence is overdue; what was done late is a BREACH part. It names
    the first of the readings D4, D1 and D2 on which it depends, with what the other choice would answer. Raises
    `CalendarNotPublished` where D2 needs a year that the calendar lacks.
    """
    past = [day for day in done if day <= on]

    def answer(choices: Mapping[str, str]) -> tuple[date | None, Status, tuple[Verdict, ...]]:
        days = last_days(term, since=since, calendar=calendar, choices=choices)
        parts = tuple(
            within(day, last, *cites) for day, last in zip(past, islice(days, len(past)), strict=False)
        )
        last_day = next(days, None)
        if last_day is not None:
            status = Status.UPCOMING if on < last_day else Status.DUE if on == last_day else Status.OVERDUE
        else:
            status = _endless(term, on, choices)
        return last_day, status, parts

    def told(choices: Mapping[str, str]) -> Verdict:
        try:
            last_day, status, parts = answer(choices)
        except CalendarNotPublished:
            return DUE.judge(None, *cites, on=on, term=term.text)
        late = (on - last_day).days if status is Status.OVERDUE and last_day is not None else 0
        return DUE.judge(
            status is not Status.OVERDUE,
            *cites,
            parts=parts,
            on=on,
            term=term.text,
            last_day=last_day,
            status=status.text,
            late=late,
        )

    last_day, status, _ = answer(choices)
    return Due(last_day, status, under(choices, told, D4, D1, D2, by=said))


def _endless(term: Term, on: date, choices: Mapping[str, str]) -> Status:
    match term:
        case From():
            return Status.UPCOMING if on < term.day else Status.OPEN
        case AsNeeded() | After():
            return Status.AS_NEEDED
        case EachQuarter():
            return Status.AS_NEEDED if _as_needed(term, choices) else Status.OPEN
        case _:
            return Status.DONE


def in_force(
    on: date,
    signed_on: date | None,
    published_on: date | None,
    says: Norm[Any] | None,
    *cites: Citation,
    choices: Mapping[str, str] = NO_CHOICES,
) -> Verdict:
    """Whether the act is in force on the day: by its own word, or by reading D5 where it is silent.

    UNKNOWN where that depends on a day of signing or of official publication that is not known.
    """

    def told(word: str) -> Verdict:
        published = published_on
        if published_on is not None and word == "day_after_publication":
            published = shifted(published_on, 1)
        since, needed = (signed_on, "act.date") if word == "on_signing" else (published, "act.published_on")
        if since is None:
            return IN_FORCE.judge(None, *cites, missing=needed, on=on)
        return IN_FORCE.judge(on >= since, *cites, since=since, on=on)

    if says is not None:
        return told(says.value)
    return under(choices, lambda choices: told(D5.chosen(choices)), D5, by=None)
