"""План апробации на день (the approbation plan on a day): what is due, done, late, and from whom.

>>> from law189.profile.loader import load_profile
>>> kemerovo = load_profile("kemerovo")
>>> items = {item.item.id: item for item in plan_on(kemerovo, date(2023, 10, 5))}
>>> items["app4.4"].due, items["app4.4"].status, items["app4.4"].verdict.facts["late"]
(datetime.date(2023, 9, 30), <Status.OVERDUE: 'overdue'>, 5)
>>> plan_on(kemerovo, date(2023, 10, 5), {"app4.44": [date(2023, 10, 1)]})
Traceback (most recent call last):
    ...
law189.law.act.UnknownProvision: the plan has no item «app4.44»; did you mean «app4.4»?
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from types import NoneType
from typing import Annotated, Any, NamedTuple

from law189.audit import words
from law189.calendar import Calendar
from law189.files.wording import did_you_mean
from law189.kinds import must_be
from law189.law import Day, Entry, Text, UnknownProvision
from law189.profile.edition import Edition
from law189.profile.plan import PlanItem
from law189.profile.profile import Profile
from law189.rules.deadlines import Status, due
from law189.verdict import Verdict, plain

__all__ = ["Done", "ItemOnDay", "done_by_item", "plan_on"]


class Done(Entry):
    """Сделано: one occurrence of one item, and the day on which it was done."""

    id: Annotated[str, words.MEASURE]
    done_on: Annotated[Day, words.DONE_ON]


class ItemOnDay(NamedTuple):
    """One item on one day; `due` is the last lawful day, None where it has none or nothing is left."""

    item: PlanItem
    responsible: Text | None
    due: date | None
    status: Status
    verdict: Verdict

    def as_json(self) -> dict[str, Any]:
        """The item on the day as plain JSON values."""
        return {
            "id": self.item.id,
            "stage": self.item.stage,
            "title": plain(self.item.title),
            "responsible": plain(self.responsible),
            "term": {**self.item.term.model_dump(mode="json"), "text": plain(self.item.term.text)},
            "adopts": [act.value for act in self.item.adopts],
            "due": self.due and self.due.isoformat(),
            "status": self.status.value,
            "verdict": self.verdict.as_json(),
        }


def done_by_item(records: Iterable[Done]) -> dict[str, list[date]]:
    """The days of each item's occurrences, in order of time; what is recorded twice was done once."""
    found: dict[str, list[date]] = {}
    for record in records:
        found.setdefault(record.id, []).append(record.done_on)
    return {item: sorted(set(days)) for item, days in found.items()}


def plan_on(
    profile: Profile,
    on: date,
    done: Mapping[str, Sequence[date]] | None = None,
    *,
    calendar: Calendar | None = None,
) -> tuple[ItemOnDay, ...]:
    """Every item of the plan as it stands on the day, by the profile's edition of that day.

    An act recorded as adopted counts as done on its day where nothing else is recorded of its item.
    `done` gives, by the item's id, the days on which its occurrences were done, in order of time. `calendar`
    is needed for reading D2. Raises `UnknownProvision` on an id that the plan does not have.
    """
    edition = must_be(profile, Profile).on(on)
    done = must_be(done, Mapping, NoneType) or {}
    known = [item.id for item in edition.plan]
    for item_id in done:
        if item_id not in known:
            hint = did_you_mean(item_id, known)
            raise UnknownProvision(f"the plan has no item «{item_id}»; {hint.en}")
    titles = {body.id: body.title for body in edition.bodies}
    return tuple(
        ItemOnDay(
            item,
            titles[item.responsible] if item.responsible is not None else None,
            *due(
                item.term,
                on,
                item.cite,
                done=_done(item, edition, done.get(item.id, ()), on),
                since=edition.act.date,
                calendar=calendar,
                choices=edition.readings,
            ),
        )
        for item in edition.plan
    )


def _done(item: PlanItem, edition: Edition, recorded: Sequence[date], on: date) -> Sequence[date]:
    """The days on which occurrences were done: as recorded, else the day by which all its acts were adopted."""
    if recorded or not item.adopts:
        return recorded
    days = [
        min((one.day for one in edition.adopted if act in one.adopts and one.day <= on), default=None)
        for act in item.adopts
    ]
    known = [day for day in days if day is not None]
    return (max(known),) if len(known) == len(days) else ()
