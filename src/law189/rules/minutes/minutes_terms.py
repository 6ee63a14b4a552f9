"""Сроки протокола (terms of the minutes): whether they are drafted, signed and sent in the terms of the regulation.

The terms of drafting and of signing are counted from the day of the meeting, that of sending from the day of
signing. A meeting that lasts several days is held when it is closed (`lasting`). Neither shipped decree sets such a
term.

>>> ends(None, None).last_day is None
True
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from law189.calendar import Calendar
from law189.kinds.asked import asked, unasked
from law189.law import Text
from law189.profile.group import WorkingGroup
from law189.profile.regulation import Minutes, TermInDays
from law189.profile.terms import After
from law189.readings import D6, NO_CHOICES, Chosen, under
from law189.rules import asking
from law189.rules.deadlines import periods
from law189.rules.deadlines.periods import Absent, Ends
from law189.rules.minutes import SIGNED_ON
from law189.rules.minutes.lasting import from_closing
from law189.rules.minutes.regulated import Regulated, Running, running
from law189.verdict import Outcome, Rule, Verdict

__all__ = ["drafted_in_time", "ends", "sent_in_time", "signed_in_time"]

_running, _set_no_more = unasked(running), unasked(periods.set_no_more)

DRAFTED_ON = asking.written(
    "minutes.drafted_on", "дата составления протокола", "the day on which the minutes were drafted"
)
COPIES_ON = asking.written(
    "minutes.sent_on", "дата рассылки копий протокола", "the day on which copies of the minutes were sent"
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
def drafted_in_time(
    drafted_on: date | None,
    held_on: date,
    group: WorkingGroup,
    calendar: Calendar | None,
    choices: Chosen = NO_CHOICES,
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
    choices: Chosen = NO_CHOICES,
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
    choices: Chosen = NO_CHOICES,
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
    if done_on is not None and since is not None:
        return None if done_on < since else _in_its_term(rule, done_on, since, asked, calendar, choices)
    runs = asked.since(since or date.max, choices)
    if runs is None:
        return None
    asks = (SIGNED_ON,) if since is None else rule.asks
    return rule.judge(None, runs.basis, lacks=asks, done_on=done_on, since=since, **_shown(runs))


def _in_its_term(
    rule: Rule,
    done_on: date,
    since: date,
    asked: _Runs,
    calendar: Calendar | None,
    choices: Mapping[str, str],
) -> Verdict | None:
    """Whether it was done in the term that runs by reading D6; None where by no choice of it there is one."""
    if all(asked.since(since, {**choices, D6.code: one}) is None for one in D6.choices):
        return None

    def told(choices: Mapping[str, str]) -> Verdict:
        runs = asked.since(since, choices)
        if runs is not None:
            return _done(rule, done_on, runs, calendar, choices)
        return _set_no_more(done_on, since, asked.regulations[-1].group.basis("minutes"))

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
    choices: Chosen = NO_CHOICES,
) -> Ends:
    """On which day a term of the minutes ends that runs; none where the regulation sets none."""
    if runs is None:
        return Ends(None, Absent.NO_TERM)
    found = periods.ends(_after(runs.term), runs.since, calendar, choices=choices)
    return found._replace(cites=(runs.basis,))
