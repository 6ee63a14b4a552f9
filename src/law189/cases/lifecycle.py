"""Жизненный цикл (lifecycle): what a workflow is declared with, and what its histories are asked.

>>> from law189.workflows.meeting import lifecycle as meeting
>>> history = meeting.begin("2023-10-02")
>>> history.state
'planned'
>>> meeting.load({"schema": 3, "lifecycle": "meeting"})
Traceback (most recent call last):
    ...
law189.law.text.Law189Error: a history of meeting with schema 1 or 2 is needed, not meeting with schema 3; ...
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any, Generic

from law189.cases import saved
from law189.cases.clause import Assumed, Clause, Heading
from law189.cases.engine import Engine
from law189.cases.hands import Hands
from law189.cases.history import Decision, History, Record, RecordAnnulled, annulled_with
from law189.cases.moment import Moment
from law189.cases.outlook import Duty, Option, due, options
from law189.cases.schema_one import forged
from law189.cases.table import E
from law189.cases.told import Sentences
from law189.cases.within import OwedAs, Owing, Within
from law189.errors import Refused
from law189.kinds import must_be, refusal
from law189.kinds.asked import made_asked
from law189.law import Law189Error
from law189.profile.profile import Profile
from law189.rules.step import steps

__all__ = [
    "Assumed",
    "Attached",
    "Clause",
    "Duty",
    "Hands",
    "Heading",
    "Lifecycle",
    "Moment",
    "Option",
    "OwedAs",
    "Owing",
    "Within",
]


class Lifecycle(Engine[E]):
    """Жизненный цикл: its table of clauses, and the questions that a history is asked.

    `E` is the class that its events have in common: `Lifecycle[CertificateEvent]`. It takes histories of its own
    and steps of its own, and the annulment of a record.
    """

    def options(self, history: History[E], profile: Profile, on: date) -> tuple[Option, ...]:
        """Every step of the lifecycle, permitted on the day or with all that is against it.

        Raises `Refused` on a history of another lifecycle, as `advance` does.
        """
        return options(self, self._own(history, on), must_be(profile, Profile), on)

    def due(self, history: History[E], profile: Profile, on: date) -> tuple[Duty, ...]:
        """The open duties of the state, each with its last day and whether `on` is past it.

        A history that begins on a later day had no duties on this one; one in which nothing has happened yet has
        those of its first step. Raises `Refused` on a history of another lifecycle, as `advance` does.
        """
        then, of = self._own(history, on), must_be(profile, Profile)
        return () if history.records and not then.records else due(self, then, of, on)

    def as_of(self, history: History[E], day: date) -> History[E]:
        """The old name of `known_on`."""
        return self.known_on(history, day)

    def led(self, history: History[E]) -> History[E]:
        """The history in the state that its records lead to, where some of them were taken out.

        Raises `Refused` on a history of another lifecycle, LookupError where a record leads nowhere.
        """
        found = self._mine(history)
        return found._replace(state=self._fold(found.records, found.annulled))

    def _own(self, history: History[E], on: date) -> History[E]:
        """The history of this lifecycle at the end of the day. Raises `Refused` on one of another."""
        return self._mine(self.known_on(history, on))

    def _mine(self, history: History[E]) -> History[E]:
        """The history, where it is of this lifecycle. Raises `Refused` on one of another."""
        if must_be(history, History).lifecycle != self.name:
            raise Refused(steps.of_another(history.id, history.lifecycle, self.title))
        return history

    def attach(self, obj: object, state_attribute: str, history: History[E]) -> "Attached[E]":
        """Let an object of the embedder's own (an ORM row) follow the history in one attribute.

        Raises `Refused` on a history of another lifecycle, as `advance` does.
        """
        if not hasattr(obj, must_be(state_attribute, str)):
            raise refusal(obj, "object", state_attribute)
        return Attached(self, obj, state_attribute, self._mine(history))

    def dump(self, history: History[E]) -> dict[str, Any]:
        """The history as plain JSON values: schema 2, packed, each record with its hash.

        Raises `Refused` on a history of another lifecycle, as `advance` does.
        """
        return saved.dump(self._mine(history), self._sentences)

    def dump_record(self, history: History[E], number: int) -> dict[str, Any]:
        """One record, counted from 1, as plain JSON values that stand for themselves: a row of a table.

        Raises `Law189Error` where there is no such record, `Refused` on a history of another lifecycle.
        """
        return saved.dump_row(self._mine(history), must_be(number, int), self._sentences)

    def load(self, data: Mapping[str, Any]) -> History[E]:
        """The history that `dump` wrote, today or in schema 1.

        Raises `Law189Error` on another schema, lifecycle or path, on an outcome that is not the worst of its
        reasons, on a step that could not be recorded, and on days that run backwards. It compares no hashes;
        `law189.audit.verify` does.
        """
        return self._told_by(*saved.read(data, self.name, self.events, self._sentences))

    def _told_by(self, history_id: str, found: Iterable[Record[E]]) -> History[E]:
        """The history of the records that a file holds. Raises `Law189Error` on what could not be recorded."""
        history: History[E] = History(self.name, history_id, self.initial.value)
        for number, record in enumerate(found, start=1):
            moved = self._moved(history, record.event)
            wrong = forged(record) or self._astray(record, history, moved)
            if wrong is not None or moved is None:
                raise Law189Error(f"record {number} {wrong}")
            history = moved._replace(records=(*history.records, record))
        return history

    def load_record(self, row: Mapping[str, Any], *, reasons: bool = True) -> Record[E]:
        """The record that `dump_record` wrote. Raises `Law189Error` on anything else.

        Without its `reasons` the verdict is that of the step alone, its rule and its outcome: what it rests on is
        not read, which takes most of the time. Such a record is to count and to reckon by, not to be saved again.
        """
        return saved.read_row(row, self.name, self.events, self._sentences, reasons=must_be(reasons, bool))

    def load_records(self, rows: Sequence[Mapping[str, Any]]) -> History[E]:
        """The history of which these are the rows, from first to last. Raises `Law189Error` as `load` does."""
        return self._told_by(*saved.read_rows(rows, self.name, self.events, self._sentences))

    @cached_property
    def _sentences(self) -> Sentences:
        """The sentences that a saved record need not keep."""
        return Sentences((clause.code, clause.title) for clause in (*self.clauses, self.annulment))

    def _astray(self, record: Record[E], history: History[E], moved: History[E] | None) -> str | None:
        """What is wrong with the place of a saved record in its history; None where nothing is."""
        if moved is None or moved.state != record.state:
            led = "nowhere" if moved is None else moved.state
            return f"leads from {history.state} to {led}, not to {record.state}; it is no step of {self.name}"
        event, before = record.event, history
        if isinstance(event, RecordAnnulled):  # the day of the record made in error may be the error
            before = history._replace(annulled=history.annulled | {event.record - 1})
        if before.last_day is not None and event.on < before.last_day:
            return f"is of {event.on}, earlier than the one before it, of {before.last_day}"
        return None

    def _moved(self, history: History[E], event: E | RecordAnnulled) -> History[E] | None:
        """The history in the state that the event leads to, without its record; None where it leads nowhere."""
        if not isinstance(event, RecordAnnulled):
            clause = self._clause(history, event)
            return None if clause is None else history._replace(state=clause.leads(history))
        place = event.record - 1
        if place >= len(history.records) or place in history.annulled:
            return None
        annulled = annulled_with(history.records, event)
        try:
            return history._replace(state=self._fold(history.records, annulled), annulled=annulled)
        except LookupError:
            return None


@made_asked
class Attached(Generic[E]):
    """An object that follows a history: its attribute holds the state after every step recorded."""

    __slots__ = ("history", "lifecycle", "obj", "state_attribute")

    def __init__(
        self, lifecycle: Lifecycle[E], obj: object, state_attribute: str, history: History[E]
    ) -> None:
        self.lifecycle, self.obj = lifecycle, obj
        self.state_attribute, self.history = state_attribute, history
        held = getattr(obj, state_attribute)
        if held is None:
            setattr(obj, state_attribute, history.state)
        elif held != history.state:
            raise Law189Error(
                f"{type(obj).__name__}.{state_attribute} is «{held}», but its history is «{history.state}»; "
                "load the history that belongs to this object"
            )

    def advance(
        self,
        event: E | RecordAnnulled,
        profile: Profile,
        *,
        decision: Decision | None = None,
        expected_version: int | None = None,
    ) -> History[E]:
        """Record the step and move the object. Raises as `Lifecycle.advance`, and then nothing has moved."""
        history = self.lifecycle.advance(
            self.history, event, profile, decision=decision, expected_version=expected_version
        )
        setattr(self.obj, self.state_attribute, history.state)
        self.history = history
        return history
