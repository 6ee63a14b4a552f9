"""Срок шага (periods): on which day it ends, and whether something was done by then.

Most terms are counted from an event; one by the calendar ends on its nearest day. A period of working days is
counted on the calendar; reading D3 says on which day it begins (Гражданский кодекс, ст. 191: the day after the
event), reading D9 whether calendar days and months that end on a day off end on the next working day. Where no
calendar knows the last day, the period still cannot end before a known day: a working day is never shorter than a
day.

>>> from law189.profile.federal import load_calendar
>>> five = After(kind="after", days=5, unit="working_days")
>>> in_time(date(2024, 1, 17), date(2024, 1, 10), five, load_calendar()).outcome
<Outcome.HOLDS: 'holds'>
>>> in_time(date(2024, 1, 18), date(2024, 1, 10), five, load_calendar()).outcome
<Outcome.BREACH: 'breach'>
>>> print(ends(five, date(2031, 1, 10), load_calendar()).text["en"])
5 working days; the last day is not known: no calendar for 2031
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from law189.calendar import Calendar
from law189.kinds.asked import asked, made_asked, methods_asked, unasked
from law189.law import Citation, Text, Vocabulary
from law189.law.text import in_russian
from law189.profile.terms import After, Counted, OccasionKind, Term, Yearly
from law189.readings import NO_CHOICES, Chosen, said, under
from law189.rules import asking
from law189.rules.deadlines import awaits
from law189.rules.deadlines.bound import Beginning, bound
from law189.rules.deadlines.counting import LastDay, counted, moved_two_ways
from law189.rules.deadlines.endless import kept_endless
from law189.rules.deadlines.kept import kept
from law189.rules.deadlines.occurrences import occasion, occurrences, read_two_ways
from law189.verdict import Ask, Rule, Verdict

__all__ = ["Absent", "Ends", "begun_by", "ends", "first", "in_time", "set_no_more"]

_occasion, _counted, _kept = unasked(occasion), unasked(counted), unasked(kept)
_moving, _two_ways, _bound = unasked(moved_two_ways), unasked(read_two_ways), unasked(bound)
NO_TERM = Rule(
    "dispatch.no_term",
    Text(
        "Сделано {done_on}; срок, который шёл с {since}, больше не установлен.",
        "Done on {done_on}; the term that ran from {since} is set no more.",
    ),
)


class Absent(Vocabulary):
    """Почему последнего дня нет."""

    NO_TERM = "no_term", "срока нет", "there is no term"
    """No act gives the step a term."""
    NOT_SET = "not_set", "срок не установлен", "the term is not set"
    """The act that is to set the term has not set it."""
    NO_CALENDAR = "no_calendar", "последний день неизвестен", "the last day is not known"
    """The term is counted over a year whose days off are not known."""
    NO_EVENT = "no_event", "день события неизвестен", "the day of the event is not known"
    """The term is counted from an event whose day nobody has given."""
    ENDLESS = "endless", "последнего дня нет", "there is no last day"
    """The act sets a term that has no end."""


@made_asked
@methods_asked
class Ends(NamedTuple):
    """На какой день кончается срок: its last day, or why none is known.

    Without a calendar for `missing_year` the term still cannot end before the day `at_least`. `cites` is where the
    law sets the term, `asks` what gives the day of its event that is not known.
    """

    last_day: date | None
    absent: Absent | None = None
    term: Term | None = None
    at_least: date | None = None
    missing_year: int | None = None
    cites: tuple[Citation, ...] = ()
    asks: tuple[Ask, ...] = ()

    def over(self, on: date) -> bool | None:
        """Whether the term is over on the day; None where that is not known."""
        if self.last_day is not None:
            return on > self.last_day
        within_it = self.absent in (Absent.NO_TERM, Absent.ENDLESS) or (
            self.at_least is not None and on <= self.at_least
        )
        return False if within_it else None

    @property
    def bound(self) -> date | Text | None:
        """The last day, or in words the day before which it cannot be."""
        if self.last_day is not None or self.at_least is None:
            return self.last_day
        day = self.at_least
        return Text(f"не раньше {in_russian(day)}", f"not before {day.isoformat()}")

    @property
    def text(self) -> Text:
        """The last day, or why it is absent."""
        if self.last_day is not None:
            return Text(in_russian(self.last_day), self.last_day.isoformat())
        absent = self.absent or Absent.NOT_SET
        if self.term is None or absent is not Absent.NO_CALENDAR:
            return absent.text
        year, why, said = self.missing_year, absent.text, self.term.text
        if isinstance(self.term, After) and self.term.event.kind is OccasionKind.CAUSE:
            days, unit = self.term.days, self.term.unit.text
            said = Text(f"{unit.ru}: {days}", f"{days} {unit.en}")
        return Text(
            f"{said.ru}; {why.ru}: нет календаря на {year} год",
            f"{said.en}; {why.en}: no calendar for {year}",
        )


@asked
def first(*found: Ends) -> Ends:
    """The earliest of the last days of one step that has several terms; where none is known, why the first is not.

    A term that is not there says nothing beside one that is.
    """
    known = [one for one in found if one.last_day is not None]
    there = [one for one in found if one.absent is not Absent.NO_TERM]
    return min(known, key=lambda one: one.last_day or date.max, default=(there or found)[0])


@asked
def begun_by(
    term: Term,
    cause: date,
    published_on: date | None = None,
    in_force_on: date | None = None,
    come_on: date | None = None,
) -> date | None:
    """The day of the event from which the term of a step is counted; None where nobody has given it.

    `cause` is the day from which the step's own term runs; the next two are days of the act that sets the term;
    `come_on` is the day of another step, or of an item of the plan, as far as it is known.
    """
    event = _occasion(term)
    if event is None or event.kind is OccasionKind.CAUSE:
        return cause
    if event.kind in (OccasionKind.STEP, OccasionKind.ITEM):
        return come_on
    return {OccasionKind.PUBLICATION: published_on, OccasionKind.IN_FORCE: in_force_on}.get(event.kind)


@asked
def ends(
    term: Term,
    event: date | None,
    calendar: Calendar | None,
    *,
    choices: Chosen = NO_CHOICES,
    set_on: date = date.min,
) -> Ends:
    """On which day a term ends that runs from an event; None stands for an event whose day is not known.

    `set_on` is the day from which the act holds that sets the term: the term ends on no day before it.
    Where that needs a year that the calendar lacks, the answer says which, and before which day it cannot be.
    """
    if event is None:
        return Ends(None, Absent.NO_EVENT, term)
    last = _last(term, event, calendar, choices, set_on)
    if last is None:
        return Ends(None, Absent.ENDLESS, term)
    return Ends(last.day, None if last.day else Absent.NO_CALENDAR, term, last.at_least, last.missing_year)


def _last(
    term: Term, event: date, calendar: Calendar | None, choices: Mapping[str, str], set_on: date
) -> LastDay | None:
    """The last day; of a term by the calendar the first that is not before the event, else its last one."""
    last: LastDay | None = None
    if isinstance(term, Counted) and term.event is not None:
        last = _counted(term, event, calendar, choices)
    else:
        if isinstance(term, Yearly) and term.after_reported:
            term, event = _of_year_reported(term, event)
        for last in occurrences(term, since=event, calendar=calendar, choices=choices, asked=event):
            if last.day is None or last.day >= event:
                break
    if last is None or set_on <= last.at_least:
        return last
    day = None if last.day is None else max(set_on, last.day)
    return LastDay(day, set_on, last.missing_year)


def _of_year_reported(term: Yearly, event: date) -> tuple[Yearly, date]:
    """The term, and the day from which it is looked for: the event is on the last day of the year or after it."""
    over = (event.month, event.day) == (12, 31)
    return term.model_copy(update={"after_reported": False}), event + timedelta(over)


@asked
def in_time(
    done_on: date,
    event: date | None,
    term: Term,
    calendar: Calendar | None,
    *cites: Citation,
    choices: Chosen = NO_CHOICES,
    set_on: date = date.min,
    asks: tuple[Ask, ...] = (),
) -> Verdict:
    """Whether what an event made due was done in time; BREACH where it was late.

    `set_on` is the day from which the act holds that sets the term: the term ends on no day before it, and what was
    done before it broke nothing. UNKNOWN where the day of the event is not known; `asks` gives it. Where the
    calendar does not know the year, it HOLDS up to the day before which the term cannot end, and is UNKNOWN after
    it. The verdict names the first of the readings D9, D3, D11, D8, D1 and D2 on which its outcome turned, else D9
    where the last day does.
    """
    if event is None:
        awaited = _occasion(term)
        assert awaited is not None, "only a term counted from an event lacks its day"
        return awaits(term, done_on, asks or asking.occasion(awaited.of), *cites, done_on=done_on)

    def told(choices: Mapping[str, str]) -> Verdict:
        last = _last(term, event, calendar, choices, set_on)
        found = (
            kept_endless(done_on, term, *cites) if last is None else _kept(done_on, last, *cites, term=term)
        )
        return _bound(found, last, *cites, on=done_on, begun=Beginning(set_on))

    moving = _moving(term)
    verdict = under(choices, told, *moving, *_two_ways(term))
    if verdict.reading is not None or not moving:
        return verdict
    return under(choices, told, *moving, by=said)


@asked
def set_no_more(done_on: date, since: date, *cites: Citation) -> Verdict:
    """That what was done has no term any more, though one ran from the day `since`."""
    return NO_TERM.judge(True, *cites, since=since, done_on=done_on)
