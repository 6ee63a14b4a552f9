"""Жизненный цикл (lifecycle): the one engine that every workflow uses.

A workflow is a table of clauses. A step is judged on its heading and on its conditions, every reason at once;
it is recorded unless a reason stops it. What the law leaves unknown a named office may decide; what is void
nobody can.

>>> from law189.workflows.meeting import lifecycle as meeting
>>> history = meeting.begin("2023-10-02")
>>> history.state
'planned'
>>> meeting.load({"schema": 3, "lifecycle": "meeting"})
Traceback (most recent call last):
    ...
law189.law.text.Law189Error: a history of meeting with schema 1 or 2 is needed, not meeting with schema 3; ...
"""

import sys
from collections.abc import Container, Mapping, Sequence
from datetime import date
from importlib import import_module
from pickle import PicklingError
from types import NoneType
from typing import Any, Generic, Self

from law189.cases import saved
from law189.cases.clause import Assumed, Clause, Heading, Within
from law189.cases.history import Decision, Event, History, Record, RecordAnnulled, annulled_by, read_id
from law189.cases.moment import Moment
from law189.cases.outlook import Duty, Option, against, due, options, out_of_state, stepped
from law189.cases.schema_one import forged
from law189.cases.table import E, Table
from law189.cases.told import Sentences
from law189.errors import Conflict, Refused
from law189.kinds import must_be
from law189.law import Law189Error
from law189.profile.profile import Profile
from law189.rules import steps
from law189.verdict import Outcome, Verdict

__all__ = ["Assumed", "Attached", "Clause", "Duty", "Heading", "Lifecycle", "Moment", "Option", "Within"]


class Lifecycle(Table[E]):
    """Жизненный цикл: its table of clauses, and the questions that a history is asked.

    `E` is the class that its events have in common: `Lifecycle[CertificateEvent]`. It takes histories of its own
    and steps of its own, and the annulment of a record.
    """

    def __reduce__(self) -> tuple[Any, ...]:
        """A lifecycle is declared once, in a module; another process finds it there."""
        for module in dict.fromkeys(clause.conditions.__module__ for clause in self.clauses):
            for name, value in vars(sys.modules[module]).items():
                if value is self:
                    return _declared, (module, name)
        raise PicklingError(
            f"the lifecycle {self.name} has no name in the module of its clauses; give it one"
        )

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self

    def begin(self, history_id: str) -> History[E]:
        """A history in which nothing has happened yet. Raises `Law189Error` on an id that a file cannot have."""
        return History(self.name, read_id(history_id), self.initial.value)

    def judge(self, history: History[E], event: E | RecordAnnulled, profile: Profile) -> Verdict:
        """Whether the step may be taken: every reason at once, each with its address.

        Raises nothing but `WrongType`, on what is no history, event or profile.
        """
        _given(history, event, profile)
        return self._judge(self._clause(history, event), history, event, profile)

    def _judge(
        self, clause: Clause | None, history: History[E], event: E | RecordAnnulled, profile: Profile
    ) -> Verdict:
        """The verdict under the clause of this step; None where it has none here."""
        if clause is not None:
            moment = Moment(event.on, history, profile, event)
            return stepped(clause, tuple(against(self, clause, moment)), moment.edition)
        if history.lifecycle != self.name:
            return steps.of_another(history.id, history.lifecycle, self.title)
        return out_of_state(self, history.state, type(event))

    def _clause(self, history: History[E], event: E | RecordAnnulled) -> Clause | None:
        """The clause of this step; None from another state, or in a history of another lifecycle."""
        if history.lifecycle != self.name:
            return None
        return (
            self.annulment
            if isinstance(event, RecordAnnulled)
            else self.lookup.get((history.state, type(event)))
        )

    def advance(
        self,
        history: History[E],
        event: E | RecordAnnulled,
        profile: Profile,
        *,
        decision: Decision | None = None,
        expected_version: int | None = None,
        also: Sequence[Verdict] = (),
    ) -> History[E]:
        """The history with the step recorded; the old one stays as it was.

        `also` is what was judged of the step beside the case itself, by whoever keeps many cases. Raises `Refused`
        on VOID, and on UNKNOWN unless a `decision` says who takes it: an office, by the day of the step. Raises
        `Conflict` where the history does not have the expected version.
        """
        _given(history, event, profile)
        must_be(decision, Decision, NoneType)
        must_be(expected_version, int, NoneType)
        if expected_version is not None and expected_version != history.version:
            raise Conflict(expected_version, history.version, history.id)
        clause = self._clause(history, event)
        verdict = _with(self._judge(clause, history, event, profile), also)
        if verdict.outcome is Outcome.UNKNOWN and decision is not None:
            allowed = steps.decided(decision.by, decision.on, event.on)
            if allowed.stops:
                raise Refused(verdict.joined(allowed))
        elif verdict.stops:
            raise Refused(verdict)
        assert clause is not None, "what has no clause is void"
        return self._recorded(clause, history, event, verdict, decision)

    def happened(
        self,
        history: History[E],
        event: E | RecordAnnulled,
        profile: Profile,
        *,
        decision: Decision | None = None,
        also: Sequence[Verdict] = (),
    ) -> tuple[History[E], Verdict]:
        """The step as it happened, and the verdict on it: recorded though it is refused.

        For a check after the fact: what was done wrong is told, and the rest is judged as the record says. A step
        that leads nowhere from the state, and an annulment that nothing can follow, leave the history as it is.
        """
        _given(history, event, profile)
        clause = self._clause(history, event)
        verdict = _with(self._judge(clause, history, event, profile), also)
        if clause is None:
            return history, verdict
        try:
            return self._recorded(clause, history, event, verdict, decision), verdict
        except LookupError:
            return history, verdict

    def _recorded(
        self,
        clause: Clause,
        history: History[E],
        event: E | RecordAnnulled,
        verdict: Verdict,
        decision: Decision | None,
    ) -> History[E]:
        """The history with the step. Raises LookupError where an annulment leaves steps that lead nowhere."""
        if isinstance(event, RecordAnnulled):
            return self._annul(history, event, verdict, decision)
        state = clause.leads(history)
        record: Record[E] = Record(event, state, verdict, decision)
        return History(self.name, history.id, state, (*history.records, record), history.annulled)

    def _annul(
        self, history: History[E], event: RecordAnnulled, verdict: Verdict, decision: Decision | None
    ) -> History[E]:
        annulled = annulled_by([*(record.event for record in history.records), event])
        state = self._fold(history.records, annulled)
        records = (*history.records, Record(event, state, verdict, decision))
        return History(self.name, history.id, state, records, annulled)

    def _fold(self, records: Sequence[Record[E]], annulled: Container[int]) -> str:
        """The state that the records lead to. Raises LookupError where one of them leads nowhere."""
        folded = self.begin("fold")
        standing: list[Record[E]] = []
        for place, record in enumerate(records):
            if place in annulled or isinstance(record.event, RecordAnnulled):
                continue
            clause = self.lookup[folded.state, type(record.event)]
            if clause.stays is not None:
                folded = folded._replace(records=tuple(standing))
            folded = folded._replace(state=clause.leads(folded))
            standing.append(record)
        return folded.state

    def as_of(self, history: History[E], day: date) -> History[E]:
        """The history as it stood at the end of the day, whatever was recorded of later days."""
        must_be(day, date)
        late = {
            place for place, record in enumerate(must_be(history, History).records) if record.event.on > day
        }
        if not late or history.lifecycle != self.name:
            return history
        before = [record.event for place, record in enumerate(history.records) if place not in late]
        if late == set(range(len(before), len(history.records))):  # all later ones stand at the end
            records, annulled = history.records[: len(before)], annulled_by(before)
        else:
            records = tuple(r for p, r in enumerate(history.records) if p not in late | history.annulled)
            annulled = frozenset()
        return History(history.lifecycle, history.id, self._fold(records, annulled), records, annulled)

    def options(self, history: History[E], profile: Profile, on: date) -> tuple[Option, ...]:
        """Every step of the lifecycle, permitted on the day or with all that is against it."""
        return options(self, self.as_of(history, on), must_be(profile, Profile), on)

    def due(self, history: History[E], profile: Profile, on: date) -> tuple[Duty, ...]:
        """The open duties of the state, each with its last day and whether `on` is past it."""
        return due(self, self.as_of(history, on), must_be(profile, Profile), on)

    def attach(self, obj: object, state_attribute: str, history: History[E]) -> "Attached[E]":
        """Let an object of the embedder's own (an ORM row) follow the history in one attribute."""
        return Attached(self, obj, state_attribute, must_be(history, History))

    def dump(self, history: History[E]) -> dict[str, Any]:
        """The history as plain JSON values: schema 2, packed, each record with its hash."""
        return saved.dump(must_be(history, History), self._sentences)

    def dump_record(self, history: History[E], number: int) -> dict[str, Any]:
        """One record, counted from 1, as plain JSON values that stand for themselves: a row of a table.

        Raises `Law189Error` where there is no such record.
        """
        return saved.dump_row(must_be(history, History), number, self._sentences)

    def load(self, data: Mapping[str, Any]) -> History[E]:
        """The history that `dump` wrote, today or in schema 1.

        Raises `Law189Error` on another schema, lifecycle or path, on an outcome that is not the worst of its
        reasons, on a step that could not be recorded, and on days that run backwards. It compares no hashes;
        `law189.audit.verify` does.
        """
        history_id, found = saved.read(data, self.name, self.events, self._sentences)
        history = self.begin(history_id)
        for number, record in enumerate(found, start=1):
            moved = self._moved(history, record.event)
            wrong = forged(record) or self._astray(record, history, moved)
            if wrong is not None or moved is None:
                raise Law189Error(f"record {number} {wrong}")
            history = moved._replace(records=(*history.records, record))
        return history

    def load_record(self, row: Mapping[str, Any]) -> Record[E]:
        """The record that `dump_record` wrote. Raises `Law189Error` on anything else."""
        return saved.read_row(row, self.name, self.events, self._sentences)

    def load_records(self, rows: Sequence[Mapping[str, Any]]) -> History[E]:
        """The history of which these are the rows, from first to last. Raises `Law189Error` as `load` does."""
        return self.load(saved.saved_rows(rows, self.name))

    @property
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
        annulled = annulled_by([*(record.event for record in history.records), event])
        try:
            return history._replace(state=self._fold(history.records, annulled), annulled=annulled)
        except LookupError:
            return None


def _with(verdict: Verdict, also: Sequence[Verdict]) -> Verdict:
    return verdict.joined(*also) if also else verdict


def _given(history: object, event: object, profile: object) -> None:
    """Raise `WrongType` on what no step can be judged with."""
    must_be(history, History)
    must_be(event, Event)
    must_be(profile, Profile)


def _declared(module: str, name: str) -> Any:
    """The lifecycle that a module declares under that name."""
    return getattr(import_module(module), name)


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
