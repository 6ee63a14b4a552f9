"""Дело на день (a case on a day): as it stood at its end, each record with the number that it has in the case.

>>> from datetime import date
>>> from law189.workflows import certificate
>>> on_day(certificate.lifecycle.begin("17"), date(2024, 1, 15)).events
()
"""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from law189.casebook.cycles import CYCLES, no_lifecycle
from law189.cases.history import Event, History, RecordAnnulled
from law189.errors import Law189Error
from law189.files.wording import word
from law189.kinds import must_be
from law189.kinds.asked import asked, unasked

__all__ = ["Known", "Made", "latest", "on_day", "whole"]


class Made(NamedTuple):
    """Откуда взято: a record, counted from 1, of the history of that id."""

    history: str
    record: int

    def as_json(self) -> dict[str, Any]:
        """The place as plain JSON values."""
        return {"history": self.history, "record": self.record}


class Known(NamedTuple):
    """Дело, каким оно было: the history of the day, and the number of each of its records.

    A record is counted from 1 among all records of the case, also those that a later day annulled or brought.
    """

    history: History[Any]
    numbers: Sequence[int]

    @property
    def events(self) -> tuple[tuple[int, Any], ...]:
        """The events that neither are annulled nor annul, each with its record's number."""
        annulled, numbered = self.history.annulled, zip(self.numbers, self.history.records, strict=True)
        if not annulled:  # then none annuls either
            return tuple([(number, record.event) for number, record in numbered])
        return tuple(
            (number, record.event)
            for place, (number, record) in enumerate(numbered)
            if place not in annulled and not isinstance(record.event, RecordAnnulled)
        )

    @asked
    def of(self, kinds: frozenset[type[Event]]) -> tuple[tuple[int, Any], ...]:
        """Those events that are of one of the kinds, each with its record's number."""
        return tuple([pair for pair in self.events if type(pair[1]) in kinds])


@asked
def whole(history: History[Any]) -> Known:
    """The case with every record that it has."""
    return Known(history, range(1, len(history.records) + 1))


_whole = unasked(whole)


@asked
def latest(history: History[Any]) -> date:
    """The latest day of any record, also of those that are annulled; the first day of all where there is none.

    >>> from law189.workflows import certificate
    >>> latest(certificate.lifecycle.begin("17"))
    datetime.date(1, 1, 1)
    """
    return max([record.event.on for record in history.records], default=date.min)


@asked
def on_day(history: History[Any], on: date) -> Known:
    """The case at the end of the day, whatever was recorded of later days.

    Raises `Law189Error` where the library has no lifecycle of that name.
    """
    must_be(on, date)
    cycle = CYCLES.get(must_be(history, History).lifecycle)
    if cycle is None:
        raise Law189Error(f"{word(history.id)}: {no_lifecycle(history.lifecycle).en}")
    known = history if on == date.max else cycle.known_on(history, on)
    if known is history:  # nothing is of a later day
        return _whole(history)
    left = iter(enumerate(history.records, start=1))
    return Known(known, [next(number for number, one in left if one is record) for record in known.records])
