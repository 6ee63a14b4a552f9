"""Сроки протокола и извещения (dispatch): whether minutes and notices go out in the terms of the regulation.

The terms of drafting and of signing are counted from the day of the meeting, that of sending from the day of
signing. A meeting that lasts several days is held when it is closed (`lasting`). A notice goes out not later than
so many days before the meeting, counted as any such term (`days_before`, reading D11). Neither shipped decree sets
such a term.

>>> from law189.law import Citation, Norm
>>> item = Citation("x", "p1", Text("п. 1", "item 1"))
>>> said = Norm[Notice](value={"days": 3, "unit": "calendar_days"}, basis=item)
>>> [notified(date(2024, 3, day), None, date(2024, 3, 11), said, None).outcome.value for day in (8, 9)]
['holds', 'breach']
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from law189.calendar import Calendar, CalendarNotPublished
from law189.kinds.asked import asked, unasked
from law189.law import Norm, Text
from law189.profile.group import WorkingGroup
from law189.profile.regulation import Minutes, Notice, TermInDays
from law189.profile.terms import After, Days
from law189.readings import D6, D11, NO_CHOICES, under
from law189.rules import asking, periods
from law189.rules.counting import days_before
from law189.rules.lasting import from_closing
from law189.rules.minutes import SIGNED_ON
from law189.rules.periods import Absent, Ends
from law189.rules.regulated import Regulated, Running, running
from law189.verdict import Outcome, Rule, Verdict

__all__ = [
    "drafted_in_time",
    "ends",
    "last_day_of_notice",
    "notified",
    "sent_in_time",
    "signed_in_time",
]

_running = unasked(running)

SENT_ON = asking.written("notice.sent_on", "дата извещения о заседании", "the day of the notice")
MATERIALS = asking.written(
    "notice.materials", "направлены ли материалы заседания", "whether the materials were sent"
)
DRAFTED_ON = asking.written(
    "minutes.drafted_on", "дата составления протокола", "the day on which the minutes were drafted"
)
COPIES_ON = asking.written(
    "minutes.sent_on", "дата рассылки копий протокола", "the day on which copies of the minutes were sent"
)
NOTICE = Rule(
    "dispatch.notice",
    Text("Извещение о заседании от {held_on}.", "The notice of the meeting of {held_on}."),
)
NOTICE_DAYS = Rule(
    "dispatch.notice_days",
    Text(
        "Извещение направлено {sent_on}, заседание — {held_on}; извещают не позднее чем за {unit}: {days}.",
        "The notice was sent on {sent_on}, the meeting was on {held_on}; it is sent at least so many {unit} "
        "before it: {days}.",
    ),
    missed=Outcome.BREACH,
    unknown=Text(
        "Направлено ли извещение не позднее чем за {unit}: {days}, неизвестно; укажите: {asks}.",
        "Unknown whether the notice was sent at least so many {unit} before the meeting: {days}; give: "
        "{asks}.",
    ),
    assumed=Text(
        "Положение не лишает силы заседание, о котором известили поздно.",
        "The regulation does not take the effect of a meeting whose notice was late.",
    ),
)
NOTICE_MATERIALS = Rule(
    "dispatch.materials",
    Text(
        "Вместе с извещением направляют материалы заседания; материалы {materials:направлены|не направлены}.",
        "The materials go out with the notice; the materials {materials:were sent|were not sent}.",
    ),
    cure=Text("Направьте материалы.", "Send the materials."),
    missed=Outcome.BREACH,
    unknown=Text(
        "Направлены ли материалы заседания, не указано; укажите: {asks}.",
        "Whether the materials were sent is not recorded; give: {asks}.",
    ),
    assumed=Text(
        "Положение не лишает силы заседание, материалы которого не направили.",
        "The regulation does not take the effect of a meeting whose materials were not sent.",
    ),
    asks=(MATERIALS,),
)
DRAFTED = Rule(
    "dispatch.drafted",
    Text(
        "Протокол составлен {done_on}; срок — {unit}: {days}, считая от дня заседания {since}.",
        "The minutes were drafted on {done_on}; the term in {unit}: {days}, from the day of the meeting, {since}.",
    ),
    missed=Outcome.BREACH,
    unknown=Text(
        "Составлен ли протокол в срок ({unit}: {days}), неизвестно; укажите: {asks}.",
        "Unknown whether the minutes were drafted in time ({unit}: {days}); give: {asks}.",
    ),
    assumed=Text(
        "Протокол, составленный позже срока, остаётся протоколом.",
        "Minutes drafted after their term are still minutes.",
    ),
    asks=(DRAFTED_ON,),
)
SIGNED = Rule(
    "dispatch.signed",
    Text(
        "Протокол подписан {done_on}; срок — {unit}: {days}, считая от дня заседания {since}.",
        "The minutes were signed on {done_on}; the term in {unit}: {days}, from the day of the meeting, {since}.",
    ),
    missed=Outcome.BREACH,
    unknown=Text(
        "Подписан ли протокол в срок ({unit}: {days}), неизвестно; укажите: {asks}.",
        "Unknown whether the minutes were signed in time ({unit}: {days}); give: {asks}.",
    ),
    assumed=DRAFTED.assumed,
    asks=(SIGNED_ON,),
)
SENT = Rule(
    "dispatch.sent",
    Text(
        "Копии протокола направлены {done_on}; срок — {unit}: {days}, считая от дня подписания {since}.",
        "Copies of the minutes were sent on {done_on}; the term in {unit}: {days}, from the signing, {since}.",
    ),
    missed=Outcome.BREACH,
    unknown=Text(
        "Направлены ли копии протокола в срок ({unit}: {days}), неизвестно; укажите: {asks}.",
        "Unknown whether copies of the minutes were sent in time ({unit}: {days}); give: {asks}.",
    ),
    assumed=Text(
        "Копия, направленная позже срока, не лишает протокол силы.",
        "A copy sent after its term does not take the effect of the minutes.",
    ),
    asks=(COPIES_ON,),
)


@asked
def notified(
    sent_on: date | None,
    materials: bool | None,
    held_on: date,
    said: Norm[Notice],
    calendar: Calendar | None,
    choices: Mapping[str, str] = NO_CHOICES,
) -> Verdict:
    """Whether the notice was sent so many days before the meeting, with its materials where they are needed.

    None stands for what is not recorded. The last day is that of any term «not later than so many days before»
    (`days_before`); the verdict names reading D11 where its outcome turned on it. UNKNOWN where no calendar knows
    the year.
    """

    def told(choices: Mapping[str, str]) -> Verdict:
        return _sent_early(sent_on, held_on, said, calendar, choices)

    parts = [under(choices, told, D11)]
    if said.value.materials:
        parts.append(NOTICE_MATERIALS.judge(materials, said.basis, materials=materials))
    return NOTICE.judge(True, said.basis, parts=tuple(parts), held_on=held_on)


def _sent_early(
    sent_on: date | None,
    held_on: date,
    said: Norm[Notice],
    calendar: Calendar | None,
    choices: Mapping[str, str],
) -> Verdict:
    """The same of the days alone, by the choice; working days are no fewer than calendar days."""
    term, early = said.value, None
    last = days_before(held_on, term.days, term.unit, calendar, choices)
    plain = days_before(held_on, term.days, Days.CALENDAR, None, choices)
    if sent_on is not None:
        early = False if sent_on > plain.at_least else None if last.day is None else sent_on <= last.day
    return NOTICE_DAYS.judge(
        early,
        said.basis,
        lacks=(SENT_ON,) if sent_on is None else asking.days_off(last.missing_year),
        sent_on=sent_on,
        held_on=held_on,
        unit=term.unit.text,
        days=term.days,
    )


@asked
def last_day_of_notice(
    held_on: date, term: TermInDays, calendar: Calendar | None, choices: Mapping[str, str] = NO_CHOICES
) -> date:
    """The last day on which a notice of the meeting is early enough (see `notified`).

    Raises `CalendarNotPublished` where the days off of a year are not known.
    """
    last = days_before(held_on, term.days, term.unit, calendar, choices)
    if last.day is None:
        raise CalendarNotPublished(last.missing_year or held_on.year)
    return last.day


@asked
def drafted_in_time(
    drafted_on: date | None,
    held_on: date,
    group: WorkingGroup,
    calendar: Calendar | None,
    choices: Mapping[str, str] = NO_CHOICES,
    *,
    closed_on: date | None = None,
    regulations: Sequence[Regulated] = (),
) -> Verdict | None:
    """Whether the minutes were drafted in their term; None where the regulation sets none.

    The term runs from `closed_on` where the meeting lasted to another day than `held_on`. `regulations` are those
    that the group has had up to the day, where that of `group` is not the only one.
    """
    runs = _Runs(regulations or (Regulated(date.min, group),), lambda said: said.drafted_within)
    days = drafted_on, closed_on or held_on
    return from_closing(held_on, closed_on, _in_time(DRAFTED, days, runs, calendar, choices))


@asked
def signed_in_time(
    signed_on: date | None,
    held_on: date,
    group: WorkingGroup,
    calendar: Calendar | None,
    choices: Mapping[str, str] = NO_CHOICES,
    *,
    closed_on: date | None = None,
    regulations: Sequence[Regulated] = (),
) -> Verdict | None:
    """Whether the minutes were signed in their term; all else is as in `drafted_in_time`."""
    runs = _Runs(regulations or (Regulated(date.min, group),), lambda said: said.signed_within)
    days = signed_on, closed_on or held_on
    return from_closing(held_on, closed_on, _in_time(SIGNED, days, runs, calendar, choices))


@asked
def sent_in_time(
    sent_on: date | None,
    signed_on: date | None,
    group: WorkingGroup,
    calendar: Calendar | None,
    choices: Mapping[str, str] = NO_CHOICES,
    *,
    regulations: Sequence[Regulated] = (),
) -> Verdict | None:
    """Whether copies were sent in their term after the signing; all else is as in `drafted_in_time`."""
    runs = _Runs(regulations or (Regulated(date.min, group),), lambda said: said.sent_within)
    return _in_time(SENT, (sent_on, signed_on), runs, calendar, choices)


class _Runs(NamedTuple):
    """Which term of the minutes is asked about, by the regulations up to the day."""

    regulations: Sequence[Regulated]
    within: Callable[[Minutes], TermInDays | None]

    def since(self, day: date, choices: Mapping[str, str]) -> Running | None:
        """The term that runs from the day; None where none does."""
        found: Running | None = _running(self.regulations, day, self.within, choices)
        return found


def _in_time(
    rule: Rule,
    days: tuple[date | None, date | None],
    asked: _Runs,
    calendar: Calendar | None,
    choices: Mapping[str, str],
) -> Verdict | None:
    """Whether what was due so many days after a day was done by then; UNKNOWN where either day is not known.

    What was done before the day from which its term runs has no term: `minutes_order` judges it.
    """
    done_on, since = days
    if done_on is not None and since is not None and done_on < since:
        return None
    runs = asked.since(since or date.max, choices)
    if runs is None:
        return None
    if done_on is None or since is None:
        asks = (SIGNED_ON,) if since is None else rule.asks
        return rule.judge(None, runs.basis, lacks=asks, done_on=done_on, since=since, **_shown(runs))
    done, begun = done_on, since

    def told(choices: Mapping[str, str]) -> Verdict:
        return _done(rule, done, asked.since(begun, choices) or runs, calendar, choices)

    return under(choices, told, D6)


def _done(
    rule: Rule, done_on: date, runs: Running, calendar: Calendar | None, choices: Mapping[str, str]
) -> Verdict:
    """Whether it was done in the term that runs."""
    found = periods.in_time(done_on, runs.since, _after(runs.term), calendar, runs.basis, choices=choices)
    holds = None if found.outcome is Outcome.UNKNOWN else found.outcome is Outcome.HOLDS
    return rule.judge(holds, runs.basis, parts=(found,), done_on=done_on, since=runs.since, **_shown(runs))


def _shown(runs: Running) -> dict[str, Any]:
    return {"unit": runs.term.unit.text, "days": runs.term.days}


def _after(term: TermInDays) -> After:
    return After(kind="after", days=term.days, unit=term.unit)


@asked
def ends(
    runs: Running | None,
    calendar: Calendar | None,
    choices: Mapping[str, str] = NO_CHOICES,
) -> Ends:
    """On which day a term of the minutes ends that runs; none where the regulation sets none."""
    if runs is None:
        return Ends(None, Absent.NO_TERM)
    found = periods.ends(_after(runs.term), runs.since, calendar, choices=choices)
    return found._replace(cites=(runs.basis,))
