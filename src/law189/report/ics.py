"""План и обязанности в календарь (the plan and the duties for a calendar program; extra `ics`).

One event for each occurrence of the plan still due, or for each open duty that has a last day. The same
question always gives the same bytes: every event has a stable UID (the municipality's act, then item and number
of the occurrence, or lifecycle, history, kind of step and its number) and the stamp of the day asked about. Two
municipalities never give the same UID. A calendar has at least one event (RFC 5545, section 3.6): where there is
none, there is no calendar, and the bytes are empty.

>>> from law189.profile.loader import load_profile
>>> written = plan_ics(load_profile("kemerovo"), date(2023, 10, 5)).decode()
>>> "UID:kemerovo-2993.app4.4.1@law189" in written
True
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import MAXYEAR, UTC, date, datetime, timedelta
from typing import Any
from unicodedata import category
from urllib.parse import quote

from icalendar import Calendar as Ics
from icalendar import Event as IcsEvent
from icalendar import vText

from law189.audit.plan import ItemOnDay, plan_on
from law189.calendar import Calendar
from law189.casebook.cycles import CYCLES
from law189.casebook.milestones import Reached
from law189.cases.history import History
from law189.cases.lifecycle import Assumed, Duty
from law189.kinds import must_be
from law189.kinds.asked import asked
from law189.law import Citation, Lang, Text
from law189.profile.edition import Edition
from law189.profile.profile import Profile
from law189.rules.deadlines.bound import over_before
from law189.rules.deadlines.first_days import first_day
from law189.rules.deadlines.lapses import held_to
from law189.rules.deadlines.occurrences import occurrences
from law189.telling import shown

__all__ = ["duties_ics", "plan_ics"]


@asked
def plan_ics(
    profile: Profile,
    on: date,
    done: Mapping[str, Sequence[date | Reached]] | None = None,
    *,
    calendar: Calendar | None = None,
    events: Mapping[str, date] | None = None,
    lang: Lang = "ru",
) -> bytes:
    """The occurrences not done by `on` that end by the end of the year after it, as an iCalendar file.

    Empty where there are none. A term that was over before the decree held
    binds nobody, and has no event. Where terms move off days off, they go as far as these are published.
    An item whose event has not come has no day and is left out. Raises as `plan_on` does.
    """
    must_be(profile, Profile)
    must_be(on, date)
    file = _file(profile.on(on).title[lang], "plan")
    edition = profile.on(on)
    days_off = edition.calendar if calendar is None else calendar
    for entry in plan_on(profile, on, done, calendar=days_off, events=events):
        item = entry.item
        who = [entry.responsible[lang]] if entry.responsible is not None else []
        told = [item.cite.label[lang], item.term.text[lang], *who]
        for number, last_day in _still_due(edition, entry, on, days_off):
            uid = _uid(profile, item.cite, number)
            file.add_component(_event(uid, on, last_day, item.title[lang], told))
    return _bytes(file)


@asked
def duties_ics(
    profile: Profile, on: date, owed: Iterable[tuple[History[Any], Iterable[Duty]]], *, lang: Lang = "ru"
) -> bytes:
    """The open duties of each history that have a last day, as an iCalendar file; overdue ones too.

    Empty where there are none.
    """
    file = _file(must_be(profile, Profile).on(on).title[lang], "due")
    for history, duties in owed:
        same: Counter[str] = Counter()
        for duty in duties:
            same[duty.kind] += 1
            if duty.last_day is None:
                continue
            taken = sum(type(r.event).model_fields["kind"].default == duty.kind for r in history.standing)
            case = f"{history.lifecycle}.{quote(history.id, safe='')}"
            uid = f"{profile.act.id}.{case}.{duty.kind}.{taken + same[duty.kind]}"
            title = f"{duty.text[lang]} ({history.id})"
            told = [cite.label[lang] for cite in duty.cites] or [_assumed(history, duty, lang)]
            told += [why[lang] for why in duty.waits]
            told += [LATE[lang].format(day=shown(duty.last_day, lang))] if duty.overdue else []
            file.add_component(_event(uid, on, duty.last_day, title, told))
    return _bytes(file)


NO_NORM = Text(
    "принято: срок этой обязанности ни одна известная норма не называет",
    "assumed: no provision known here states the term of this duty",
)
ASSUMED = Text("принято: {reason}", "assumed: {reason}")
LATE = Text("просрочено: последний день был {day}", "overdue: the last day was {day}")


def _assumed(history: History[Any], duty: Duty, lang: Lang) -> str:
    """Why a duty without an address is owed: what its step is assumed by, else that nothing says it."""
    cycle = CYCLES.get(history.lifecycle)
    steps = () if cycle is None else tuple(one for one in cycle.clauses if one.kind == duty.kind)
    reasons = [one.basis.why for one in steps if isinstance(one.basis, Assumed)]
    return ASSUMED[lang].format(reason=reasons[0][lang]) if reasons else NO_NORM[lang]


def _uid(profile: Profile, cite: Citation, number: int) -> str:
    """Whose plan it is, the item's address, and the number of the occurrence."""
    act = profile.act.id
    return ".".join((act, *(() if cite.act == act else (cite.act,)), cite.address, str(number)))


def _bytes(file: Ics) -> bytes:
    """The calendar; nothing where it has no event."""
    return bytes(file.to_ical()) if file.subcomponents else b""


def _text(words: str) -> str:
    """Words for a calendar program: their line breaks stay, and other signs that nobody sees are left out."""
    lines = words.splitlines()
    return "\n".join("".join(s for s in line if s.isprintable() or category(s) == "Zs") for line in lines)


def _file(title: str, what: str) -> Ics:
    file = Ics()
    file.add("prodid", f"-//law189//{what}//EN")
    file.add("version", "2.0")
    file.add("x-wr-calname", vText(" ".join(_text(title).splitlines())))
    return file


def _event(uid: str, on: date, last_day: date, title: str, told: Sequence[str]) -> IcsEvent:
    """One whole day that blocks no time."""
    event = IcsEvent()
    event.add("uid", f"{uid}@law189")
    event.add("dtstamp", datetime(on.year, on.month, on.day, tzinfo=UTC))
    event.add("dtstart", last_day)
    if last_day < date.max:  # without an end, an event of a day lasts that day
        event.add("dtend", last_day + timedelta(1))
    event.add("summary", _text(title))
    event.add("description", _text("\n".join(told)))
    event.add("transp", "TRANSPARENT")
    return event


def _still_due(
    edition: Edition, entry: ItemOnDay, on: date, calendar: Calendar | None
) -> Iterator[tuple[int, date]]:
    """Each occurrence that was not done, binds and has a last day that is known, with its number from 1."""
    horizon = date(min(on.year + 1, MAXYEAR - 1), 12, 31)
    issued = first_day(edition.act, edition.entry_into_force, edition.readings, of=entry.item.cite)
    days = occurrences(
        entry.item.term,
        since=issued,
        calendar=calendar,
        choices=edition.readings,
        event=entry.event_on,
        asked=on,
    )
    for number, last in enumerate(days):
        if last.at_least > horizon:
            return
        gone = edition.absent(entry.item.cite) or edition.effective(last.at_least).absent(entry.item.cite)
        if gone is not None and not held_to(gone, last.at_least):
            continue
        if last.day is not None and number not in entry.done and over_before(last, issued) is None:
            yield number + 1, last.day
