"""Сроки (deadlines): on which day a term ends, what is due on a day, and by how much it is late.

A term is read as its act writes it; where it can be read two ways, readings D1, D2 and D4 say how. Days come in
as arguments, working days as a calendar.

>>> from itertools import islice
>>> from law189.profile.terms import Before
>>> term = Before(kind="before", day=date(2023, 10, 1), then_yearly_before="01-01")
>>> [f"{day}" for day in islice(last_days(term), 3)]
['2023-09-30', '2023-12-31', '2024-12-31']
>>> within(date(2023, 10, 2), date(2023, 9, 30)).outcome
<Outcome.BREACH: 'breach'>
"""

from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from datetime import MAXYEAR, date
from itertools import chain, islice
from typing import NamedTuple

from law189.calendar import Calendar, CalendarNotPublished, shifted
from law189.law import Citation, Text, Vocabulary
from law189.profile.terms import After, AsNeeded, Before, EachQuarter, From, Quarter, Term, Year
from law189.readings import D1, D2, D4, said, under
from law189.rules import asking
from law189.rules.quorum import NO_CHOICES
from law189.verdict import Outcome, Rule, Verdict

__all__ = ["WITHIN", "Due", "LastDay", "Status", "due", "kept", "last_days", "occurrences", "within"]

WITHIN = Rule(
    "deadlines.within",
    Text(
        "Последний день срока: {last_day}; исполнено: {done_on}; {late:просрочка, календарных "
        "дней: …|просрочки нет}.",
        "Last day of the term: {last_day}; done: {done_on}; late, calendar days: {late}.",
    ),
    missed=Outcome.BREACH,
    unknown=Text(
        "Последний день срока приходится на {year} год, для которого нет календаря рабочих дней; "
        "исполнено: {done_on}; нужно: {asks}.",
        "The last day of the term falls in a year whose days off the calendar does not know ({year}); done: "
        "{done_on}; needed: {asks}.",
    ),
    assumed=Text(
        "Исполненное с просрочкой исполнено; срок нарушен.", "What is done late is done; the term is broken."
    ),
)
NOT_BEFORE = Rule(
    "deadlines.not_before",
    Text(
        "Срок истекает не раньше {at_least} (далее нужен календарь на {year} год); исполнено: {done_on}.",
        "The term does not end before {at_least} (further on a calendar for {year} is needed); done: "
        "{done_on}.",
    ),
    assumed=Text(
        "Рабочий день не короче дня, а с выходного срок переносят только вперёд: раньше этого дня он не "
        "кончается.",
        "A working day is no shorter than a day, and a term moves off a day off only forward: it ends no "
        "sooner.",
    ),
)
DUE = Rule(
    "deadlines.due",
    Text(
        "Состояние на {on}: {status}; срок: {term}; последний день: {last_day:не установлен}; "
        "{late:просрочка, календарных дней: …|просрочки нет}.",
        "On {on}: the term is {term}; last day: {last_day}; state: {status}; late, calendar days: {late}.",
    ),
    missed=Outcome.BREACH,
    unknown=Text(
        "Состояние на {on} неизвестно; срок: {term}; последний день — не раньше {at_least}; нужно: {asks}.",
        "On {on}: the term is {term}; the last day is not before {at_least}; needed: {asks}.",
    ),
    assumed=WITHIN.assumed,
)


class Status(Vocabulary):
    """Состояние мероприятия на день."""

    UPCOMING = "upcoming", "предстоит", "upcoming"
    DUE = "due", "срок истекает сегодня", "due"
    OVERDUE = "overdue", "просрочено", "overdue"
    DONE = "done", "исполнено", "done"
    OPEN = "open", "исполняется", "open"
    AS_NEEDED = "as_needed", "по мере необходимости", "as needed"
    UNKNOWN = "unknown", "неизвестно", "unknown"


class LastDay(NamedTuple):
    """Последний день срока: None where it needs the days off of `missing_year`; it is not before `at_least`."""

    day: date | None
    at_least: date
    missing_year: int | None = None

    def over(self, on: date) -> bool | None:
        """Whether the term is over on the day; None where that is not known."""
        if self.day is not None:
            return on > self.day
        return None if on > self.at_least else False

    @property
    def bound(self) -> date | Text:
        """The last day, or in words the day before which it cannot be."""
        if self.day is not None:
            return self.day
        day, year = self.at_least, self.missing_year
        return Text(
            f"не раньше {day:%d.%m.%Y} (нет календаря на {year} год)",
            f"not before {day.isoformat()} (no calendar for {year})",
        )


class Due(NamedTuple):
    """What is due: the last lawful day (None where there is none, or it is not known), the state, and why."""

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
    for last in occurrences(term, since=since, calendar=calendar, choices=choices):
        if last.day is None:
            raise CalendarNotPublished(last.at_least.year)
        yield last.day


def occurrences(
    term: Term,
    *,
    since: date | None = None,
    calendar: Calendar | None = None,
    choices: Mapping[str, str] = NO_CHOICES,
) -> Iterator[LastDay]:
    """The same as `last_days`, where a last day that needs a year that the calendar lacks is told as not known."""
    moves = D2.chosen(choices) == "moves" and calendar is not None
    for day in _written(term, since, choices):
        yield _moved(day, calendar) if moves and calendar is not None else LastDay(day, day)


def _moved(day: date, calendar: Calendar) -> LastDay:
    try:
        last = calendar.next_working_day(day)
    except CalendarNotPublished as error:
        return LastDay(None, max(day, date(error.year, 1, 1)), error.year)
    return LastDay(last, last)


def _written(term: Term, since: date | None, choices: Mapping[str, str]) -> Iterator[date]:
    match term:
        case Year():
            end = date(term.year, 12, 31)
            return chain([end], _yearly(term.then_yearly_before, end, choices))
        case Before():
            return chain([_before(term.day, choices)], _yearly(term.then_yearly_before, term.day, choices))
        case Quarter():
            return iter([_quarter_end(term.year, term.quarter)])
        case EachQuarter() if since is not None and not _as_needed(term, choices):
            ends = (
                _quarter_end(year, number) for year in range(since.year, MAXYEAR) for number in range(1, 5)
            )
            return (day for day in ends if day >= since)
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
        named = date(year, month, min(day, monthrange(year, month)[1]))
        if named > after:
            yield _before(named, choices)


def _quarter_end(year: int, number: int) -> date:
    month = number * 3
    return date(year, month, monthrange(year, month)[1])


def _as_needed(term: EachQuarter, choices: Mapping[str, str]) -> bool:
    return term.as_needed and D4.chosen(choices) == "as_needed"


def within(done_on: date, last_day: date, *cites: Citation) -> Verdict:
    """Whether what was done on `done_on` was done in time; BREACH where it was late."""
    late = max((done_on - last_day).days, 0)
    return WITHIN.judge(late == 0, *cites, last_day=last_day, done_on=done_on, late=late)


def kept(done_on: date, last: LastDay, *cites: Citation) -> Verdict:
    """Whether what was done on `done_on` was done in time; BREACH where it was late.

    Where the last day is not known, it HOLDS up to the day before which that cannot be, and is UNKNOWN after it.
    """
    if last.day is not None:
        return within(done_on, last.day, *cites)
    year = last.missing_year
    if last.over(done_on) is None:
        return WITHIN.judge(None, *cites, lacks=asking.days_off(year), done_on=done_on, year=year)
    return NOT_BEFORE.judge(True, *cites, at_least=last.at_least, year=year, done_on=done_on)


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
    the first of the readings D4, D1 and D2 on which it depends, with what the other choice would answer. Where D2
    needs a year that the calendar lacks, it is UNKNOWN from the day on which the occurrence may be overdue.
    """
    past = [day for day in done if day <= on]

    def stands(choices: Mapping[str, str]) -> Due:
        days = occurrences(term, since=since, calendar=calendar, choices=choices)
        parts = tuple(
            kept(day, last, *cites) for day, last in zip(past, islice(days, len(past)), strict=False)
        )
        last = next(days, None)
        status = _endless(term, on, choices) if last is None else _status(last, on)
        return _told(term, on, last, status, parts, *cites)

    found = stands(choices)
    return found._replace(verdict=under(choices, lambda made: stands(made).verdict, D4, D1, D2, by=said))


def _told(
    term: Term, on: date, last: LastDay | None, status: Status, parts: tuple[Verdict, ...], *cites: Citation
) -> Due:
    """The occurrence whose last day is `last` (None where there is none) on the day, in a sentence."""
    day = None if last is None else last.day
    if last is not None and last.over(on) is None:
        at_least, year = last.at_least, last.missing_year
        asks, said = asking.days_off(year), term.text
        unknown = DUE.judge(
            None, *cites, parts=parts, lacks=asks, on=on, term=said, at_least=at_least, year=year
        )
        return Due(None, status, unknown)
    late = (on - day).days if day is not None and on > day else 0
    verdict = DUE.judge(
        status is not Status.OVERDUE,
        *cites,
        parts=parts,
        on=on,
        term=term.text,
        last_day=None if last is None else last.bound,
        status=status.text,
        late=late,
    )
    return Due(day, status, verdict)


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
        case AsNeeded() | After():
            return Status.AS_NEEDED
        case EachQuarter():
            return Status.AS_NEEDED if _as_needed(term, choices) else Status.OPEN
        case _:
            return Status.DONE
