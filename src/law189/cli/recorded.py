"""Записанное в строках (recorded): what is done and what is reported, line by line, as of a day.

A file of JSON Lines says each thing once: two lines that say different things of one item or one value are a fault.
What is of a later day than is asked counts for nothing, and its lines are told. What was done before the day of the
decree counts, and its lines are told too: a year may be mistyped.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from typing import Any, Generic, NamedTuple, TypeVar

from pydantic import TypeAdapter

from law189.audit.indicators import Reported
from law189.audit.plan import Done
from law189.audit.row_names import RowNames
from law189.cli.console import complain
from law189.errors import Fault, FaultyInput
from law189.files.disk import read_all
from law189.files.given import Source
from law189.files.nodes import Loc, capped
from law189.law import Lang, Text
from law189.profile.edition import Edition
from law189.profile.plan import PlanItem
from law189.profile.profile import Profile
from law189.profile.terms import (
    After,
    AfterMonths,
    Ahead,
    AsNeeded,
    From,
    InYear,
    NextMonth,
    Regular,
    SameDay,
    Term,
    Until,
    Yearly,
)
from law189.rules.deadlines.bound import Beginning, passed_over
from law189.rules.deadlines.occurrences import occasion, occurrences
from law189.telling import joined, shown

__all__ = ["Recorded", "done_in", "reported_in"]

R = TypeVar("R", Done, Reported)
_DONE: TypeAdapter[Done] = TypeAdapter(Done)
_REPORTED: TypeAdapter[Reported] = TypeAdapter(Reported)
LATER = Text(
    "после этого дня, и здесь не считается то, что сказано в строках",
    "of a later day, and not counted here, is what is said in the lines",
)

AGAIN = Text(
    "исполнение того же мероприятия в тот же день уже есть в строке выше и второй раз не считается; строки",
    "the item was done on the same day by a line before, and a second time in a day is not counted; the lines",
)
BEFORE_ACT = Text(
    "исполнено раньше дня самого акта; это считается, но проверьте день; строки",
    "done before the day of the act itself; it counts, but check the day; the lines",
)


class Recorded(NamedTuple, Generic[R]):
    """Записанное к дню: the records that count by then, and the lines that say something of a later day."""

    counted: tuple[R, ...]
    later: tuple[int, ...]
    again: tuple[int, ...] = ()
    before_act: tuple[int, ...] = ()

    def told(self, file: Source | str, lang: Lang) -> None:
        """Say aside which lines are of a later day, tell a thing again, or are of a day before the decree."""
        for words, lines in ((LATER, self.later), (AGAIN, self.again), (BEFORE_ACT, self.before_act)):
            if lines:
                complain([f"{file}: {words[lang]}: {joined(map(str, lines), lang)}"])


NOTHING: Recorded[Any] = Recorded((), ())


def done_in(file: Source, profile: Profile, on: date) -> Recorded[Done]:
    """What a file says was done by the day. Raises `FaultyInput` with its faults.

    The day of an event to come counts where the term runs up to it: such a term can be kept only before its event.
    """
    items = {item.id: item for item in profile.on(on).plan}

    def wrong(record: Done) -> Iterator[tuple[Loc, Text]]:
        item = items.get(record.id)
        if record.event_on is not None and item is not None and occasion(item.term) is None:
            yield ("event_on",), NO_EVENT
        elif item is not None and isinstance(item.term, After | AfterMonths | NextMonth | SameDay):
            done, event = record.done_on, record.event_on
            if done is not None and event is not None and done < event:
                yield ("done_on",), _before(done, event)

    def says(record: Done) -> tuple[object, object] | None:
        return None if record.event_on is None else (record.id, record.event_on)

    def once(record: Done) -> tuple[object, object] | None:
        item = items.get(record.id)
        several = item is None or isinstance(item.term, _SEVERAL) or _then(item.term)
        return None if several or record.done_on is None else (record.id, record.done_on)

    lines = _lines(file, _DONE, RowNames.of_plan(profile, on), wrong)
    _agreed(lines, says, "event_on", OTHER_EVENT, str(file))
    _agreed(lines, once, "done_on", DONE_TWICE, str(file))
    counted, later = [], []
    for number, record in lines:
        item = items.get(record.id)
        until = date.max if item is not None and isinstance(item.term, Ahead | Until) else on
        ends = ((record.done_on, on), (record.event_on, until))
        days = [None if day is None or day > end else day for day, end in ends]
        if days != [record.done_on, record.event_on]:
            later.append(number)
        if days != [None, None]:
            counted.append(record.model_copy(update={"done_on": days[0], "event_on": days[1]}))
    before = tuple(_before_act(lines, items, profile.on(on)))
    return Recorded(tuple(counted), tuple(later), tuple(_again(lines)), before)


def _before_act(
    lines: Iterable[tuple[int, Done]], items: Mapping[str, PlanItem], edition: Edition
) -> Iterator[int]:
    """The lines that tell a doing of a day before the decree, for a term that was not over by then."""
    issued = edition.act.date or date.min
    for number, record in lines:
        item, done = items.get(record.id), record.done_on
        if item is not None and done is not None and done < issued and not _over(item, done, issued, edition):
            yield number


def _over(item: PlanItem, done: date, issued: date, edition: Edition) -> bool:
    """Whether the term for which it counts was over by the day of the decree."""
    days = partial(occurrences, item.term, since=issued, calendar=edition.calendar, choices=edition.readings)
    passed, first = passed_over(days(), Beginning(issued)), next(days(), None)
    if passed:
        return passed[-1].over(done) is not True
    return first is not None and first.over(issued) is True


def _again(lines: Iterable[tuple[int, Done]]) -> Iterator[int]:
    """The lines that tell a doing of a day that a line before told of the same item."""
    told: set[tuple[str, date]] = set()
    for number, record in lines:
        if record.done_on is not None:
            if (record.id, record.done_on) in told:
                yield number
            told.add((record.id, record.done_on))


def reported_in(file: Source, profile: Profile, on: date | None) -> Recorded[Reported]:
    """What a file reports by the day, all of it without one. Raises `FaultyInput` with its faults."""

    def says(record: Reported) -> tuple[object, object]:
        return (record.id, record.on, record.year), (isinstance(record.value, bool), record.value)

    lines = _lines(file, _REPORTED, RowNames.of_indicators(profile, on), lambda _: iter(()))
    _agreed(lines, says, "value", OTHER_VALUE, str(file))
    by, later = list[Reported](), list[int]()
    for number, record in lines:
        if on is not None and record.on is not None and record.on > on:
            later.append(number)
        else:
            by.append(record)
    return Recorded(tuple(by), tuple(later))


NO_EVENT = Text(
    "срок этого мероприятия не считают от события; уберите event_on",
    "the term of this item is counted from no event; leave event_on out",
)
BEFORE_EVENT = Text(
    "исполнено {done}, а срок считают от события, которое наступило {event}; исправьте один из дней",
    "done on {done}, yet the term is counted from an event of {event}; correct one of the days",
)
DONE_TWICE = Text(
    "день исполнения здесь — {now}, а в строке {line} — {was}; мероприятие исполняют один раз, оставьте один",
    "the day is {now} here, and {was} in line {line}; this item is done once, keep one day",
)
_SEVERAL = Yearly | InYear | Regular | AsNeeded | From
"""Terms that come more than once."""


def _before(done: date, event: date) -> Text:
    ru, en = (BEFORE_EVENT[lang].format(done=shown(done, lang), event=shown(event, lang)) for lang in LANGS)
    return Text(ru, en)


def _then(term: Term) -> bool:
    """Whether the same is due again each year after the first term."""
    return getattr(term, "then_yearly_before", None) is not None


OTHER_EVENT = Text(
    "день события здесь — {now}, а в строке {line} — {was}; оставьте один",
    "the day of the event is {now} here, and {was} in line {line}; keep one",
)
OTHER_VALUE = Text(
    "значение здесь — {now}, а в строке {line} о том же дне и годе — {was}; оставьте одно или дайте дни (on)",
    "the value is {now} here, and {was} of the same day and year in line {line}; keep one, or give their days (on)",
)


def _agreed(
    lines: Iterable[tuple[int, R]],
    says: Callable[[R], tuple[object, object] | None],
    key: str,
    words: Text,
    file: str,
) -> None:
    """Raises `FaultyInput` where two lines say different things of one; each such line names the first."""
    first: dict[object, tuple[int, object]] = {}
    faults: list[Fault] = []
    for number, record in lines:
        said = says(record)
        if said is None:
            continue
        line, was = first.setdefault(said[0], (number, said[1]))
        if was != said[1]:
            faults.append(Fault(file, number, 1, key, _other(words, line, was, said[1])))
    if faults:
        raise FaultyInput(capped(faults, file))


def _other(words: Text, line: int, *values: object) -> Text:
    """The words with the line and both values in them."""
    was, now = (one[1] if isinstance(one, tuple) else one for one in values)
    ru, en = ({"line": line, "was": shown(was, lang), "now": shown(now, lang)} for lang in LANGS)
    return Text(words.ru.format(**ru), words.en.format(**en))


LANGS: tuple[Lang, Lang] = ("ru", "en")


def _lines(
    file: Source,
    adapter: TypeAdapter[R],
    rows: RowNames[Any],
    wrong: Callable[[R], Iterator[tuple[Loc, Text]]],
) -> list[tuple[int, R]]:
    """The records of a JSON Lines file under the ids of their rows, with their lines.

    Raises `FaultyInput` with its faults.
    """

    def under_its_id(record: R) -> R:
        row = rows.row(record.id)
        return record if row is None else record.model_copy(update={"id": row.id})

    def unknown(record: R) -> Iterator[tuple[Loc, Text]]:
        if rows.row(record.id) is None:
            yield ("id",), rows.unknown(record.id)
        else:
            yield from wrong(under_its_id(record))

    return [(number, under_its_id(record)) for number, record in read_all(file, adapter, unknown)]
