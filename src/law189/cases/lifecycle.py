"""Жизненный цикл (lifecycle): the one engine that every workflow uses.

A workflow is a table of clauses. A step is judged on its heading and on its conditions, every reason at once;
it is recorded unless a reason stops it. What the law leaves unknown a named office may decide; what is void
nobody can.

>>> from law189.workflows.meeting import lifecycle as meeting
>>> history = meeting.begin("2023-10-02")
>>> history.state
'planned'
>>> meeting.load({"schema": 2, "lifecycle": "meeting"})
Traceback (most recent call last):
    ...
law189.law.Law189Error: a history of meeting with schema 1 is needed, not meeting with schema 2; ...
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from law189.cases.clause import Assumed, Case, Clause, Moment, Within
from law189.cases.history import Decision, Event, History, Record, RecordAnnulled, annulled_by, read_saved
from law189.cases.outlook import Duty, Option, due, options, out_of_state
from law189.cases.table import Table
from law189.errors import Conflict, Refused
from law189.law import Law189Error, Text
from law189.profile.profile import Profile
from law189.rules import steps
from law189.verdict import Outcome, Verdict, worst

__all__ = ["Assumed", "Attached", "Case", "Clause", "Duty", "Lifecycle", "Moment", "Option", "Within"]

_made = tuple.__new__
"""Makes a named tuple on the hot path in a third of the time of its constructor."""
SCHEMA = 1
"""The version of the JSON form of a history."""

ANNULMENT = Text("запись аннулирована", "a record annulled")


class Lifecycle(Table):
    """Жизненный цикл: its table of clauses, and the questions that a history is asked."""

    def begin(self, history_id: str) -> History:
        """A history in which nothing has happened yet."""
        return History(self.name, history_id, self.initial.value)

    def judge(self, history: History, event: Event, profile: Profile) -> Verdict:
        """Whether the step may be taken: every reason at once, each with its address. Never raises."""
        clause = self._clause(history, event)
        if clause is not None:
            return self._judge(clause, history, event, profile)
        if isinstance(event, RecordAnnulled) and history.lifecycle == self.name:
            return self._judge_annulment(history, event, profile)
        return out_of_state(self, history.state, type(event))

    def _clause(self, history: History, event: Event) -> Clause | None:
        """The clause of this step; None from another state, or in a history of another lifecycle."""
        return self.lookup.get((history.state, type(event))) if history.lifecycle == self.name else None

    def _judge(self, clause: Clause, history: History, event: Event, profile: Profile) -> Verdict:
        parts: list[Verdict] = []
        last_day = history.last_day
        if last_day is not None and event.on < last_day:
            parts.append(steps.forward(event.on, last_day))
        edition = profile.on(event.on)
        if not clause.plain:
            clause.head(parts, event, edition, history, profile)
        parts.extend(clause.conditions(_made(Moment, (event, edition, history, profile))))
        outcome = worst([part.outcome for part in parts])
        return Verdict(clause.code, outcome, clause.title, {}, clause.cites(edition), None, tuple(parts))

    def advance(
        self,
        history: History,
        event: Event,
        profile: Profile,
        *,
        decision: Decision | None = None,
        expected_version: int | None = None,
    ) -> History:
        """The history with the step recorded; the old one stays as it was.

        Raises `Refused` on VOID, and on UNKNOWN unless a `decision` says who takes it; `Conflict` where the
        history does not have the expected version.
        """
        if expected_version is not None and expected_version != history.version:
            raise Conflict(expected_version, history.version)
        clause = self._clause(history, event)
        verdict = (
            self.judge(history, event, profile)
            if clause is None
            else self._judge(clause, history, event, profile)
        )
        outcome = verdict.outcome
        if outcome is Outcome.VOID or (outcome is Outcome.UNKNOWN and decision is None):
            raise Refused(verdict)
        if clause is None:
            return self._annul(history, event, verdict, decision)
        target = clause.target
        records = (*history.records, _made(Record, (event, target, verdict, decision)))
        return _made(History, (self.name, history.id, target, records, history.annulled))

    def _judge_annulment(self, history: History, event: RecordAnnulled, profile: Profile) -> Verdict:
        """Whether the record may be annulled: it stands, and what stands without it is still a path."""
        records, place = history.records, event.record - 1
        exists = self._stands(history, event)
        what = records[place].event.model_dump()["kind"] if place < len(records) else None
        step = {**{one.kind: one.title for one in self.clauses}, "record_annulled": ANNULMENT}.get(what or "")
        parts = [steps.annulled(event.record, what, len(records), event.reason, exists=exists, step=step)]
        if exists:
            after = self._annulled(history, event)
            previous = history._replace(annulled=after).last_day  # the day of the error may be the error
            if previous is not None and event.on < previous:
                parts.append(steps.forward(event.on, previous))
            broken = self._broken(after, records, profile)
            parts.append(steps.left_standing(event.record, broken))
        code, outcome = f"{self.name}.record_annulled", worst([part.outcome for part in parts])
        return Verdict(code, outcome, ANNULMENT, {}, (), None, tuple(parts))

    @staticmethod
    def _stands(history: History, event: RecordAnnulled) -> bool:
        """Whether the record that the event annuls exists and is not annulled yet."""
        return event.record <= len(history.records) and event.record - 1 not in history.annulled

    @staticmethod
    def _annulled(history: History, event: Event) -> frozenset[int]:
        return annulled_by([*(record.event for record in history.records), event])

    def _broken(self, annulled: frozenset[int], records: tuple[Record, ...], profile: Profile) -> int | None:
        """The number of the first record that does not stand without the annulled ones, or None."""
        standing = self.begin("")
        for place, record in enumerate(records):
            if place in annulled or isinstance(record.event, RecordAnnulled):
                continue
            clause = self._clause(standing, record.event)
            if clause is None or self.judge(standing, record.event, profile).outcome is Outcome.VOID:
                return place + 1
            standing = standing._replace(state=clause.target, records=(*standing.records, record))
        return None

    def _annul(self, history: History, event: Event, verdict: Verdict, decision: Decision | None) -> History:
        annulled = self._annulled(history, event)
        state = self._fold(history.records, annulled)
        records = (*history.records, Record(event, state, verdict, decision))
        return History(self.name, history.id, state, records, annulled)

    def _fold(self, records: tuple[Record, ...], annulled: frozenset[int]) -> str:
        """The state that the records lead to. Raises LookupError where one of them leads nowhere."""
        state: str = self.initial.value
        for place, record in enumerate(records):
            if place not in annulled and not isinstance(record.event, RecordAnnulled):
                state = self.lookup[state, type(record.event)].target
        return state

    def options(self, history: History, profile: Profile, on: date) -> tuple[Option, ...]:
        """Every step of the lifecycle, permitted on the day or with all that is against it."""
        return options(self, history, profile, on)

    def due(self, history: History, profile: Profile, on: date) -> tuple[Duty, ...]:
        """The open duties of the state, each with its last day and whether `on` is past it."""
        return due(self, history, profile, on)

    def attach(self, obj: object, state_attribute: str, history: History) -> "Attached":
        """Let an object of the embedder's own (an ORM row) follow the history in one attribute."""
        return Attached(self, obj, state_attribute, history)

    def dump(self, history: History) -> dict[str, Any]:
        """The history as plain JSON values, with the version of the form."""
        return {
            "schema": SCHEMA,
            "lifecycle": history.lifecycle,
            "id": history.id,
            "records": [
                {
                    "event": record.event.model_dump(mode="json"),
                    "state": record.state,
                    "verdict": record.verdict.as_json(),
                    **(
                        {}
                        if record.decision is None
                        else {"decision": record.decision.model_dump(mode="json")}
                    ),
                }
                for record in history.records
            ],
        }

    def load(self, data: Mapping[str, Any]) -> History:
        """The history that `dump` wrote. Raises `Law189Error` on another schema, lifecycle or path."""
        given: Mapping[str, Any] = data if isinstance(data, Mapping) else {}
        if given.get("schema") != SCHEMA or given.get("lifecycle") != self.name:
            raise Law189Error(
                f"a history of {self.name} with schema {SCHEMA} is needed, not {given.get('lifecycle')} with "
                f"schema {given.get('schema')}; read it with the version of law189 that wrote it"
            )
        saved = read_saved(data, self.events)
        history = self.begin(saved.id)
        for number, record in enumerate(saved.records, start=1):
            event, state, verdict, decision = record.event, record.state, record.verdict, record.decision
            if verdict.outcome is Outcome.VOID or (verdict.stops and decision is None):
                raise Law189Error(f"record {number} is {verdict.outcome}, and such a step is never recorded")
            moved = self._moved(history, event)
            if moved is None or moved.state != state:
                led = "nowhere" if moved is None else moved.state
                raise Law189Error(
                    f"record {number} leads from {history.state} to {led}, not to {state}; "
                    f"it is no step of {self.name}"
                )
            history = moved._replace(records=(*history.records, Record(event, state, verdict, decision)))
        return history

    def _moved(self, history: History, event: Event) -> History | None:
        """The history in the state that the event leads to, without its record; None where it leads nowhere."""
        if not isinstance(event, RecordAnnulled):
            clause = self._clause(history, event)
            return None if clause is None else history._replace(state=clause.target)
        if not self._stands(history, event):
            return None
        annulled = self._annulled(history, event)
        try:
            return history._replace(state=self._fold(history.records, annulled), annulled=annulled)
        except LookupError:
            return None


class Attached:
    """An object that follows a history: its attribute holds the state after every step recorded."""

    __slots__ = ("history", "lifecycle", "obj", "state_attribute")

    def __init__(self, lifecycle: Lifecycle, obj: object, state_attribute: str, history: History) -> None:
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
        event: Event,
        profile: Profile,
        *,
        decision: Decision | None = None,
        expected_version: int | None = None,
    ) -> History:
        """Record the step and move the object. Raises as `Lifecycle.advance`, and then nothing has moved."""
        history = self.lifecycle.advance(
            self.history, event, profile, decision=decision, expected_version=expected_version
        )
        setattr(self.obj, self.state_attribute, history.state)
        self.history = history
        return history
