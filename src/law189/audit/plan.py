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

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from types import NoneType
from typing import Annotated, Any, NamedTuple, Self, TypeVar

from pydantic import model_validator

from law189.audit import words
from law189.audit.row_names import RowNames
from law189.calendar import Calendar
from law189.casebook.milestones import Reached
from law189.cases.occasions import of_decree
from law189.kinds import must_be
from law189.kinds.asked import asked
from law189.law import Day, Entry, Text, UnknownProvision, WrongValue, flaw
from law189.profile.called import called
from law189.profile.edition import Edition
from law189.profile.plan import Milestone, PlanItem
from law189.profile.profile import Profile
from law189.profile.terms import OccasionKind
from law189.readings import D5, D7, D10, Reading, said, under
from law189.rules.deadlines import Due, Status, due
from law189.rules.deadlines.bound import beginning, by_beginning
from law189.rules.deadlines.lapses import not_owed
from law189.rules.deadlines.occurrences import occasion
from law189.rules.deadlines.plan_terms import named_year
from law189.telling import joined
from law189.verdict import Verdict, plain

__all__ = ["Done", "ItemOnDay", "done_by_item", "events_by_item", "plan_on"]

V = TypeVar("V")
NO_ITEM = Text("в плане нет мероприятия «{said}»", "the plan has no item «{said}»")


class Done(Entry):
    """Сделано: one occurrence of one item, and the day on which it was done.

    `event_on` is the day of the event from which the item's term is counted; it may stand alone.
    """

    id: Annotated[str, words.MEASURE]
    done_on: Annotated[Day | None, words.DONE_ON] = None
    event_on: Annotated[Day | None, words.EVENT_ON] = None

    @model_validator(mode="after")
    def _some(self) -> Self:
        if self.done_on is None and self.event_on is None:
            raise flaw(
                "done_days",
                "нужен день: done_on (когда исполнено) или event_on (когда наступило событие)",
                "a day is needed: done_on (when it was done) or event_on (when the event came)",
            )
        return self


class ItemOnDay(NamedTuple):
    """One item on one day; `due` is the last lawful day, None where it has none or nothing is left.

    `event_on` is the day of the event from which its term is counted, as far as it is known; `done` are the numbers
    from 0 of its occurrences that were done.
    """

    item: PlanItem
    responsible: Text | None
    due: date | None
    status: Status
    verdict: Verdict
    event_on: date | None = None
    done: frozenset[int] = frozenset()

    def as_json(self) -> dict[str, Any]:
        """The item on the day as plain JSON values."""
        return {
            "id": self.item.id,
            "stage": self.item.stage,
            "title": plain(self.item.title),
            "responsible": plain(self.responsible),
            "bodies": list(self.item.responsible),
            "term": {**self.item.term.model_dump(mode="json"), "text": plain(self.item.term.text)},
            "adopts": [act.value for act in self.item.adopts],
            "due": self.due and self.due.isoformat(),
            "event_on": self.event_on and self.event_on.isoformat(),
            "status": self.status.value,
            "verdict": self.verdict.as_json(),
        }


@asked
def done_by_item(records: Iterable[Done]) -> dict[str, list[date]]:
    """The days of each item's occurrences, in order of time; what is recorded twice was done once.

    An item is called by its address, however a record spells it.
    """
    found: dict[str, list[date]] = {}
    for record in records:
        if record.done_on is not None:
            found.setdefault(called(record.id, None), []).append(record.done_on)
    return {item: sorted(set(days)) for item, days in found.items()}


@asked
def events_by_item(records: Iterable[Done]) -> dict[str, date]:
    """The day of the event from which each item's term is counted; the last record of an item counts.

    Items are called as in `done_by_item`, and stand in the order of their last records: of two names of one item
    `plan_on` takes the later.
    """
    found: dict[str, date] = {}
    for record in records:
        if record.event_on is not None:
            item = called(record.id, None)
            found.pop(item, None)
            found[item] = record.event_on
    return found


@asked
def plan_on(
    profile: Profile,
    on: date,
    done: Mapping[str, Sequence[date | Reached]] | None = None,
    *,
    calendar: Calendar | None = None,
    events: Mapping[str, date] | None = None,
) -> tuple[ItemOnDay, ...]:
    """Every item of the plan as it stands on the day, by the profile's edition of that day.

    An act recorded as adopted counts as done on its day where nothing else is recorded of its item.
    `done` gives, by the item's id, the days on which its occurrences were done, or what the cases reached
    (`casebook.milestones.done_by_cases`): an order counts for the term of its own year. A day that is told under
    two names of one item counts once. `calendar` is that of the profile where none is given. `events` gives, by the
    item's id, the day of the event from which its term is counted; what the profile or `done` records of it comes
    first, and of two names of one item the later. Raises `UnknownProvision` on a name that the plan does not have,
    `WrongValue` on the event of an item that has none.
    """
    edition = must_be(profile, Profile).on(on)
    done, events = must_be(done, Mapping, NoneType) or {}, must_be(events, Mapping, NoneType) or {}
    names = RowNames.of_plan(profile, on)
    told = _by_item(names, done, _together)
    events = _with_events(edition.plan, _by_item(names, events, lambda _, other: other))
    made = {item.id: _done(item, edition, told.get(item.id, ()), on) for item in edition.plan}
    days = {item: sorted(day for day, _ in some) for item, some in made.items()}
    known = edition.calendar if calendar is None else calendar
    return tuple(
        _item_on(
            item, edition, made[item.id], partial(_event_day, item, edition, days, events, on), on, known
        )
        for item in edition.plan
    )


def _item_on(
    item: PlanItem,
    edition: Edition,
    made: Sequence[tuple[date, int | None]],
    event_day: Callable[[Mapping[str, str]], date | None],
    on: date,
    calendar: Calendar | None,
) -> ItemOnDay:
    """The item on the day; it names reading D5 or D10 where its answer turns on it, else one of its term."""
    plain_days = [day for day, year in made if year is None]
    own = {year: day for day, year in made if year is not None}

    def standing(choices: Mapping[str, str]) -> Due:
        begun = beginning(edition.act, edition.entry_into_force, choices, of=item.cite)
        found = due(
            item.term,
            on,
            item.cite,
            done=plain_days,
            of_years={_named(item, year, choices): day for year, day in own.items()},
            since=begun.day,
            calendar=calendar,
            choices=choices,
            event=event_day(choices),
            begun=begun,
        )
        gone = edition.absent(item.cite) or edition.doubted(item.cite, on)
        return found if gone is None else not_owed(found, item.term, on, gone, item.cite)

    readings, turning = edition.readings, (*_of_force(item, edition), *((D10,) if own else ()))
    told = standing(readings)

    def answer(choices: Mapping[str, str]) -> Verdict:
        return standing(choices).verdict

    verdict = under(readings, answer, *turning, by=said) if turning else told.verdict
    verdict = by_beginning(verdict, readings, answer, D7)
    titles = _offices(item, edition.titles)
    return ItemOnDay(item, titles, told.last_day, told.status, verdict, event_day(readings), told.done)


def _of_force(item: PlanItem, edition: Edition) -> tuple[Reading, ...]:
    """Reading D5, where the day from which the decree holds may turn on it."""
    event = occasion(item.term)
    by_force = event is not None and event.kind is OccasionKind.IN_FORCE
    silent = edition.entry_into_force is None and (by_force or edition.act.published_on is not None)
    return (D5,) if silent else ()


def _named(item: PlanItem, year: int, choices: Mapping[str, str]) -> int:
    """The year whose occurrence is that of what belongs to `year`."""
    return named_year(item.term, year, choices, ahead=item.milestone is Milestone.ORDER)


def _by_item(names: RowNames[PlanItem], said: Mapping[str, V], both: Callable[[V, V], V]) -> dict[str, V]:
    """What is said of each item under its id; `both` is for one that is named in two ways.

    Raises `UnknownProvision` on a name that the plan does not have.
    """
    found: dict[str, V] = {}
    for name, one in said.items():
        item = names.row(name)
        if item is None:
            raise UnknownProvision(names.unknown(name, NO_ITEM).en)
        found[item.id] = both(found[item.id], one) if item.id in found else one
    return found


def _together(one: Sequence[date | Reached], other: Sequence[date | Reached]) -> Sequence[date | Reached]:
    """What two names of one item say was done, in order of time; what both say was done once."""
    more = [each for each in other if each not in one]
    return sorted((*one, *more), key=lambda each: each.on if isinstance(each, Reached) else each)


def _with_events(plan: Sequence[PlanItem], events: dict[str, date]) -> dict[str, date]:
    """The events as they are. Raises `WrongValue` on one of an item that has none."""
    terms = {item.id: item.term for item in plan}
    for item_id in events:
        if occasion(terms[item_id]) is None:
            raise WrongValue(f"the term of the item «{item_id}» is counted from no event")
    return events


def _event_day(
    item: PlanItem,
    edition: Edition,
    done: Mapping[str, Sequence[date]],
    events: Mapping[str, date],
    on: date,
    choices: Mapping[str, str],
) -> date | None:
    """The day of the event from which the item's term is counted, as far as it is known on the day `on`.

    An item is an event from the first day on which it was done; publication and entry into force are those of the
    decree, by reading D5 where it is silent and nothing is given. Anything else comes from `events`.
    """
    event = occasion(item.term)
    if event is None:
        return None
    given = events.get(item.id)
    if event.kind is OccasionKind.ITEM:
        return min((day for day in done.get(event.at or "", ()) if day <= on), default=given)
    if given is not None and event.kind is OccasionKind.IN_FORCE and edition.entry_into_force is None:
        return given
    return of_decree(event, edition, choices) or given


def _offices(item: PlanItem, of_bodies: Mapping[str, Text]) -> Text | None:
    """The responsible bodies as a sentence lists them; None where there are none."""
    titles = [of_bodies[body] for body in item.responsible]
    if not titles:
        return None
    return Text(joined((t.ru for t in titles), "ru"), joined((t.en for t in titles), "en"))


def _done(
    item: PlanItem, edition: Edition, recorded: Sequence[date | Reached], on: date
) -> list[tuple[date, int | None]]:
    """When occurrences were done, each with the year to which it belongs, None where nobody has said.

    As recorded, else the day by which all its acts were adopted.
    """
    adopted = None if recorded else edition.done_by_acts(item.id, on)
    if adopted is not None:
        return [(adopted, None)]
    return [(one.on, one.year) if isinstance(one, Reached) else (one, None) for one in recorded]
