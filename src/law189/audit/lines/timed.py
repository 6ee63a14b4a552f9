"""Строки по времени (timed): in which order the lines of an audit are taken, and which were annulled by a day.

>>> in_time([]), undone_of([], {}, date(2024, 1, 9), (), CaseLines())
([], frozenset())
"""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from law189.audit.lines.case_lines import CaseLines
from law189.casebook.line import Line
from law189.cases.history import Event, RecordAnnulled, annulled_by, recorded_on

__all__ = ["KnownUntil", "Order", "in_time", "placed_in_time", "undone_of"]


Order = Callable[[list[tuple[int, Line]]], list[tuple[int, Line]]]
"""In which order lines are taken."""


class LinePlace(NamedTuple):
    """Место строки во времени: the day on which it is put, and the latest that its case says there till then."""

    day: date
    said: date


class KnownUntil(NamedTuple):
    """До какого дня: lines of later days do not count but for the `undone`, each of a case and a number.

    Without a day all lines count.
    """

    on: date | None = None
    undone: frozenset[tuple[str, int]] = frozenset()

    def knows(self, number: int, line: Line) -> bool:
        """Whether the line counts."""
        return self.on is None or line.event.on <= self.on or (line.history, number) in self.undone


def in_time(lines: list[tuple[int, Line]]) -> list[tuple[int, Line]]:
    """The lines in the order of their days; a case whose days run backwards keeps its own order (`recorded_on`).

    A line that says a later day than its case leaves it comes after the other lines of the day on which it is put,
    and with it what its case has there after it: where lines of other cases stand in the file does not matter.
    """
    return [(number, line) for _, number, line in placed_in_time(lines)]


def placed_in_time(lines: Iterable[tuple[int, Line]]) -> list[tuple[LinePlace, int, Line]]:
    """The same lines, each with the days by which it has its place."""
    cases: dict[str, list[tuple[int, Line]]] = {}
    for number, line in lines:
        cases.setdefault(line.history, []).append((number, line))
    made = (zip(_placed([line.event for _, line in case]), case, strict=True) for case in cases.values())
    placed = [(day, number, line) for case in made for day, (number, line) in case]
    return sorted(placed, key=lambda one: one[:2])


def _placed(events: Sequence[Event]) -> list[LinePlace]:
    """The place of each line of a case, none before that of the line before it."""
    found: list[LinePlace] = []
    for day, event in zip(recorded_on(events), events, strict=True):
        before = found[-1].said if found and found[-1].day == day else day
        found.append(LinePlace(day, max(before, event.on)))
    return found


def undone_of(
    lines: Iterable[tuple[int, Line]],
    records: Mapping[str, Mapping[int, int]],
    on: date,
    without_force: Container[tuple[str, int]],
    counted: CaseLines,
) -> frozenset[tuple[str, int]]:
    """The lines, each with its case, whose records were annulled by the day; a line without a record has none.

    `records` are of each case the records that its lines made, with the number of the line; `without_force` are the
    lines that annul without force, each with its case. `counted` are the lines of each case, by which an
    annulment names a record.
    """
    events = {
        (line.history, at): None if (line.history, at) in without_force else line.event for at, line in lines
    }
    undone = []
    for case, own in ((case, [*of.values()]) for case, of in records.items()):
        told = [_of_records(events[case, at], case, own, counted) for at in own]
        undone.append((case, own, annulled_by(told, on)))
    return frozenset((case, own[at]) for case, own, places in undone for at in places if at < len(own))


def _of_records(event: Event | None, case: str, own: list[int], counted: CaseLines) -> Event | None:
    """The event; an annulment with the place of its record among those of the lines, beyond them without one."""
    if not isinstance(event, RecordAnnulled):
        return event
    meant = counted.line(case, event.record)
    return event.model_copy(update={"record": own.index(meant) + 1 if meant in own else len(own) + 1})
