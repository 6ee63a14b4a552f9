"""Строки по времени (timed): in which order the lines of an audit are taken, and which of them were known by a day.

>>> in_time([]), known_by([], date(2024, 1, 9))
([], [])
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from law189.casebook.line import Line
from law189.cases.history import Event, annulled_by

__all__ = ["in_time", "known_by", "placed_in_time"]


def known_by(lines: list[tuple[int, Line]], on: date) -> list[tuple[int, Line]]:
    """The lines of that day or earlier, and those that were annulled by then: whoever annuls one knows of it."""
    cases: dict[str, list[Event]] = defaultdict(list)
    places = []
    for _, line in lines:
        places.append(len(cases[line.history]))
        cases[line.history].append(line.event)
    annulled = {case: annulled_by(events, on) for case, events in cases.items()}
    return [
        (number, line)
        for (number, line), place in zip(lines, places, strict=True)
        if line.event.on <= on or place in annulled[line.history]
    ]


def in_time(lines: list[tuple[int, Line]]) -> list[tuple[int, Line]]:
    """The lines in the order of their days; a case whose days run backwards keeps its own order."""
    return [(number, line) for _, number, line in placed_in_time(lines)]


def placed_in_time(lines: Iterable[tuple[int, Line]]) -> list[tuple[date, int, Line]]:
    """The same lines, each with the day by which it has its place."""
    latest: dict[str, date] = {}
    placed = []
    for number, line in lines:
        day = latest[line.history] = max(line.event.on, latest.get(line.history, line.event.on))
        placed.append((day, number, line))
    return sorted(placed, key=lambda one: one[:2])
