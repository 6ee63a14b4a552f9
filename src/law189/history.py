"""История (history): what happened, in order, each step with its verdict; append-only.

An event is a frozen fact in the past tense. A history only grows: every step gives a new one, and its
state is the fold of its records.

>>> history = History("meeting", "2023-10-02", "planned")
>>> history.version, history.state
(0, 'planned')
>>> history.records.append("something")
Traceback (most recent call last):
    ...
AttributeError: 'tuple' object has no attribute 'append'
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple, TypeVar

from law189.law import Day, Entry
from law189.verdict import Verdict

__all__ = ["Event", "History", "Record"]


class Event(Entry):
    """Событие: what was done, on which day, by whom (a seat, a role or a body), and its facts.

    Every kind of event has a field `kind` with its own one word.
    """

    on: Day
    by: str


E = TypeVar("E", bound=Event)


class Record(NamedTuple):
    """Запись: an event, the state it led to, and the verdict under which it was recorded."""

    event: Event
    state: str
    verdict: Verdict


class History(NamedTuple):
    """История одного дела: its lifecycle, its id, its state, and its records from first to last."""

    lifecycle: str
    id: str
    state: str
    records: tuple[Record, ...] = ()

    @property
    def version(self) -> int:
        """How many records there are."""
        return len(self.records)

    @property
    def last_day(self) -> date | None:
        """The day of the last record; None where there is none."""
        return self.records[-1].event.on if self.records else None

    def events(self, kind: type[E]) -> Iterator[E]:
        """The events of one kind, from first to last."""
        return (record.event for record in self.records if isinstance(record.event, kind))

    def the(self, kind: type[E]) -> E:
        """The latest event of one kind. Raises LookupError where there is none."""
        for record in reversed(self.records):
            if isinstance(record.event, kind):
                return record.event
        raise LookupError(f"nothing of kind {kind.__name__} has happened in {self.lifecycle} {self.id}")
