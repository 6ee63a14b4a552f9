"""План в календарь (the plan for a calendar program): one event for each occurrence still due (extra `ics`).

The same question always gives the same bytes: every event has a stable UID (act, item, number of the
occurrence) and the stamp of the day asked about.

>>> from law189.loader import load_profile
>>> written = plan_ics(load_profile("kemerovo"), date(2023, 10, 5)).decode()
>>> "UID:kemerovo-2993.app4.4.1@law189" in written
True
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import MAXYEAR, UTC, date, datetime, timedelta
from itertools import islice

from icalendar import Calendar as Ics
from icalendar import Event as IcsEvent

from law189.calendar import Calendar, CalendarNotPublished
from law189.law import Lang
from law189.plan import plan_on
from law189.profile import PlanItem, Profile
from law189.rules.deadlines import last_days

__all__ = ["plan_ics"]


def plan_ics(
    profile: Profile,
    on: date,
    done: Mapping[str, Sequence[date]] | None = None,
    *,
    calendar: Calendar | None = None,
    lang: Lang = "ru",
) -> bytes:
    """The occurrences not done by `on` that end by the end of the year after it, as an iCalendar file.

    Where reading D2 moves the terms, they go as far as the days off are published.
    Raises `UnknownProvision` on an id in `done` that the plan does not have.
    """
    edition = profile.on(on)
    horizon = date(min(on.year + 1, MAXYEAR - 1), 12, 31)
    file = Ics()
    file.add("prodid", "-//law189//plan//EN")
    file.add("version", "2.0")
    file.add("x-wr-calname", edition.title[lang])
    for standing in plan_on(edition, on, done, calendar=calendar):
        item = standing.item
        past = sum(day <= on for day in (done or {}).get(item.id, ()))
        for number, last_day in _still_due(edition, item, past, horizon, calendar):
            event = IcsEvent()
            event.add("uid", f"{item.cite.act}.{item.cite.address}.{number}@law189")
            event.add("dtstamp", datetime(on.year, on.month, on.day, tzinfo=UTC))
            event.add("dtstart", last_day)
            event.add("dtend", last_day + timedelta(1))
            event.add("summary", item.title[lang])
            who = [standing.responsible[lang]] if standing.responsible is not None else []
            event.add("description", "\n".join([item.cite.label[lang], item.term.text[lang], *who]))
            event.add("transp", "TRANSPARENT")
            file.add_component(event)
    return bytes(file.to_ical())


def _still_due(
    profile: Profile, item: PlanItem, past: int, horizon: date, calendar: Calendar | None
) -> Iterator[tuple[int, date]]:
    """Each occurrence after the `past` ones, with its number from 1."""
    days = last_days(item.term, since=profile.act.date, calendar=calendar, choices=profile.readings)
    try:
        for number, last_day in islice(enumerate(days, start=1), past, None):
            if last_day > horizon:
                return
            yield number, last_day
    except CalendarNotPublished:
        return
