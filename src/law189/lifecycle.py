"""Жизненный цикл (lifecycle): the one engine that every workflow uses.

A workflow declares its clauses in the order of the law. A clause has a heading (from which state to which,
who may act, by which provision) that can be read without running it, and yields one verdict per special
condition. From the clauses come the `transitions` machine, the look-up for the hot path, the drawing, the
options and the duties: nothing is stated twice.

>>> from law189.workflows.meeting import meeting
>>> meeting.begin("2023-10-02").state
'planned'
>>> print(meeting.mermaid("en").splitlines()[1])
    [*] --> planned
>>> meeting.clause("reopened")
Traceback (most recent call last):
    ...
law189.law.UnknownProvision: meeting has no event «reopened»; did you mean «opened»?
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from operator import attrgetter
from typing import Annotated, Any, Generic, NamedTuple, TypeVar

from pydantic import Field, TypeAdapter
from transitions import Machine

from law189.errors import Refused
from law189.history import Event, History, Record
from law189.law import Citation, Lang, Law189Error, Text, UnknownProvision
from law189.profile import Profile
from law189.verdict import Outcome, Rule, Verdict, worst
from law189.wording import did_you_mean

__all__ = ["Assumed", "Attached", "Clause", "Duty", "Lifecycle", "Moment", "Option"]

E = TypeVar("E", bound=Event)
SCHEMA = 1
"""The version of the JSON form of a history."""

STATE = Rule(
    "lifecycle.state",
    Text(
        "Состояние: {state}; шаг «{kind}» возможен из: {sources}.",
        "State: {state}; the step «{kind}» is possible from: {sources}.",
    ),
    assumed=Text("Порядок состояний — модель библиотеки.", "The order of states is this library's model."),
)
ORDER = Rule(
    "lifecycle.order",
    Text(
        "Шаг сделан {on}, предыдущий {previous}; история идёт вперёд по времени.",
        "The step was taken on {on}, the one before on {previous}; a history goes forward in time.",
    ),
    assumed=STATE.assumed,
)
ACTOR = Rule(
    "lifecycle.actor",
    Text("Действует: {by}; вправе: {allowed}.", "Acting: {by}; entitled: {allowed}."),
    assumed=Text("Шаг лица без полномочий не имеет силы.", "A step by somebody not entitled has no effect."),
)
RULES = (STATE, ORDER, ACTOR)
STOPPING = (Outcome.UNKNOWN, Outcome.VOID)


class Moment(NamedTuple, Generic[E]):
    """What a clause looks at: the event, the profile's edition of its day, and the history before it.

    `editions` is the profile with all its editions, for what must be judged by the law of an earlier day.
    """

    event: E
    profile: Profile
    history: History
    editions: Profile


@dataclass(frozen=True, slots=True)
class Assumed:
    """The mark of a step that no provision names: this library's modelling choice, and why."""

    why: Text


@dataclass(frozen=True, slots=True)
class Clause:
    """Клаузула: the heading of one step and its conditions.

    `basis` is an address in an act (`189-fz/art20.part1`), the path of a norm in the profile
    (`working_group.quorum`), or the mark `Assumed`. `by` lists who may act; None where anybody may.
    `duty` names what somebody must do by taking this step, and `until` gives its last day, if it has one.
    """

    event: type[Event]
    kind: str
    title: Text
    source: tuple[str, ...]
    target: str
    basis: str | Assumed
    by: tuple[str, ...] | None
    duty: Text | None
    until: Callable[[History], date | None] | None
    conditions: Callable[[Any], Iterator[Verdict]]
    code: str
    norm: Callable[[Profile], Citation] | None

    def cites(self, profile: Profile) -> tuple[Citation, ...]:
        """Where the law says so; empty where the step is assumed."""
        if self.norm is not None:
            return (self.norm(profile),)
        return (profile.cite(self.basis),) if isinstance(self.basis, str) else ()


@dataclass(frozen=True, slots=True)
class Option:
    """Возможный шаг: its kind and title, where it leads, which facts it needs, and whether it may be taken.

    The verdict is on what is known before the facts of the step: the state and the day.
    """

    kind: str
    title: Text
    target: str
    needs: tuple[str, ...]
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Duty:
    """Открытая обязанность: what is owed, by which step, until which day (None where no term is set)."""

    kind: str
    title: Text
    last_day: date | None
    overdue: bool
    cites: tuple[Citation, ...]


class Lifecycle:
    """Жизненный цикл, declared clause by clause with `on`."""

    def __init__(self, name: str, title: Text, states: type[StrEnum], initial: StrEnum) -> None:
        self.name, self.title, self.states, self.initial = name, title, states, initial
        self.clauses: list[Clause] = []

    def on(
        self,
        event: type[E],
        *,
        title: Text,
        source: StrEnum | tuple[StrEnum, ...],
        target: StrEnum,
        basis: str | Assumed,
        by: tuple[str, ...] | None = None,
        duty: Text | None = None,
        until: Callable[[History], date | None] | None = None,
    ) -> Callable[[Callable[[Moment[E]], Iterator[Verdict]]], Callable[[Moment[E]], Iterator[Verdict]]]:
        """Declare a clause; the decorated function yields one verdict per special condition.

        Raises ValueError where a state is foreign or the same step from the same state is declared twice.
        """
        sources = source if isinstance(source, tuple) else (source,)
        kind = str(event.model_fields["kind"].default)
        foreign = [state for state in (*sources, target) if not isinstance(state, self.states)]
        if foreign:
            raise ValueError(f"{self.name}.{kind}: foreign states {foreign}")
        taken = {(state, clause.kind) for clause in self.clauses for state in clause.source}
        doubled = {state for state in sources if (state, kind) in taken or sources.count(state) > 1}
        if doubled:
            raise ValueError(f"{self.name}.{kind} is declared twice from {sorted(doubled)}")

        def declare(conditions: Callable[[Moment[E]], Iterator[Verdict]]) -> Any:
            in_profile = isinstance(basis, str) and "/" not in basis
            norm = attrgetter(f"{basis}.basis") if in_profile else None
            names = tuple(state.value for state in sources)
            code = f"{self.name}.{kind}"
            self.clauses.append(
                Clause(
                    event, kind, title, names, target.value, basis, by, duty, until, conditions, code, norm
                )
            )
            return conditions

        return declare

    def clause(self, kind: str) -> Clause:
        """The first clause of that kind of event. Raises `UnknownProvision` where there is none."""
        for clause in self.clauses:
            if clause.kind == kind:
                return clause
        hint = did_you_mean(kind, dict.fromkeys(clause.kind for clause in self.clauses))
        raise UnknownProvision(f"{self.name} has no event «{kind}»; {hint.en}")

    @cached_property
    def machine(self) -> Machine:
        """The same clauses as one class-level `transitions` machine, for whoever knows that library."""
        return Machine(
            model=None,
            states=[state.value for state in self.states],
            initial=self.initial.value,
            transitions=[
                {"trigger": clause.kind, "source": source, "dest": clause.target}
                for clause in self.clauses
                for source in clause.source
            ],
            auto_transitions=False,
        )

    @cached_property
    def lookup(self) -> Mapping[tuple[str, type[Event]], Clause]:
        """(state, type of event) to clause, compiled from the machine's own transitions."""
        compiled = {}
        for kind, event in self.machine.events.items():
            for source, found in event.transitions.items():
                for clause in self.clauses:
                    if clause.kind == kind and source in clause.source and found[0].dest == clause.target:
                        compiled[source, clause.event] = clause
        return compiled

    def begin(self, history_id: str) -> History:
        """A history in which nothing has happened yet."""
        return History(self.name, history_id, self.initial.value)

    def judge(self, history: History, event: Event, profile: Profile) -> Verdict:
        """Whether the step may be taken: every reason at once, each with its address. Never raises."""
        clause = self._clause(history, event)
        if clause is None:
            return self._out_of_state(history.state, type(event))
        return self._judge(clause, history, event, profile)

    def _clause(self, history: History, event: Event) -> Clause | None:
        """The clause of this step; None from another state, or in a history of another lifecycle."""
        return self.lookup.get((history.state, type(event))) if history.lifecycle == self.name else None

    def _judge(self, clause: Clause, history: History, event: Event, profile: Profile) -> Verdict:
        parts: list[Verdict] = []
        records = history.records
        if records and event.on < records[-1].event.on:
            parts.append(ORDER.judge(False, on=event.on, previous=history.last_day))
        edition = profile.on(event.on)
        cites = clause.cites(edition)
        if clause.by is not None and event.by not in clause.by:
            parts.append(ACTOR.judge(False, *cites, by=event.by, allowed=clause.by))
        parts.extend(clause.conditions(Moment(event, edition, history, profile)))
        outcome = worst([part.outcome for part in parts])
        return Verdict(clause.code, outcome, clause.title, {}, cites, None, tuple(parts))

    def advance(self, history: History, event: Event, profile: Profile) -> History:
        """The history with the step recorded. Raises `Refused` on VOID and UNKNOWN; the old one stays."""
        clause = self._clause(history, event)
        if clause is None:
            raise Refused(self._out_of_state(history.state, type(event)))
        verdict = self._judge(clause, history, event, profile)
        if verdict.outcome in STOPPING:
            raise Refused(verdict)
        target = clause.target
        return History(self.name, history.id, target, (*history.records, Record(event, target, verdict)))

    def options(self, history: History, profile: Profile, on: date) -> tuple[Option, ...]:
        """Every step of the lifecycle, permitted on the day or with all that is against it."""
        found = []
        for kind in dict.fromkeys(clause.kind for clause in self.clauses):
            clause = next(
                (c for c in self.clauses if c.kind == kind and history.state in c.source), self.clause(kind)
            )
            parts = []
            if history.state not in clause.source:
                parts.append(self._out_of_state(history.state, clause.event))
            if history.last_day is not None and on < history.last_day:
                parts.append(ORDER.judge(False, on=on, previous=history.last_day))
            verdict = Verdict(
                clause.code,
                worst(part.outcome for part in parts),
                clause.title,
                {},
                clause.cites(profile.on(on)),
                None,
                tuple(parts),
            )
            needs = tuple(name for name, field in clause.event.model_fields.items() if field.is_required())
            found.append(Option(kind, clause.title, clause.target, needs, verdict))
        return tuple(found)

    def due(self, history: History, profile: Profile, on: date) -> tuple[Duty, ...]:
        """The open duties of the state, each with its last day and whether `on` is past it."""
        duties = []
        for clause in self.clauses:
            if clause.duty is not None and history.state in clause.source:
                last_day = clause.until(history) if clause.until else None
                overdue = last_day is not None and on > last_day
                duties.append(Duty(clause.kind, clause.duty, last_day, overdue, clause.cites(profile.on(on))))
        return tuple(duties)

    def attach(self, obj: object, state_attribute: str, history: History) -> "Attached":
        """Let an object of the embedder's own (an ORM row) follow the history in one attribute."""
        return Attached(self, obj, state_attribute, history)

    def mermaid(self, lang: Lang) -> str:
        """The lifecycle as a Mermaid state diagram."""
        lines = ["stateDiagram-v2", f"    [*] --> {self.initial.value}"]
        left = {source for clause in self.clauses for source in clause.source}
        for clause in self.clauses:
            lines += [f"    {source} --> {clause.target}: {clause.title[lang]}" for source in clause.source]
        lines += [f"    {state.value} --> [*]" for state in self.states if state.value not in left]
        return "\n".join(lines) + "\n"

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
                }
                for record in history.records
            ],
        }

    def load(self, data: Mapping[str, Any]) -> History:
        """The history that `dump` wrote. Raises `Law189Error` on another schema, lifecycle or path."""
        if data.get("schema") != SCHEMA or data.get("lifecycle") != self.name:
            raise Law189Error(
                f"a history of {self.name} with schema {SCHEMA} is needed, "
                f"not {data.get('lifecycle')} with schema {data.get('schema')}"
            )
        records = tuple(
            Record(
                self._events.validate_python(record["event"]),
                self.states(record["state"]).value,
                Verdict.from_json(record["verdict"]),
            )
            for record in data["records"]
        )
        state = self.initial.value
        for number, record in enumerate(records, start=1):
            clause = self.lookup.get((state, type(record.event)))
            if clause is None or clause.target != record.state:
                raise Law189Error(
                    f"record {number} leads from {state} to {record.state}, which is no step of {self.name}"
                )
            state = record.state
        return History(self.name, data["id"], state, records)

    @cached_property
    def _events(self) -> TypeAdapter[Event]:
        kinds = tuple(dict.fromkeys(clause.event for clause in self.clauses))
        union: Any = kinds[0]
        for kind in kinds[1:]:
            union |= kind
        tagged: Any = Annotated[union, Field(discriminator="kind")]
        return TypeAdapter(tagged)

    def _out_of_state(self, state: str, event: type[Event]) -> Verdict:
        found = [clause for clause in self.clauses if clause.event is event]
        sources = [source for clause in found for source in clause.source]
        kind = found[0].kind if found else event.__name__
        return STATE.judge(False, state=state, kind=kind, sources=sources)


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

    def advance(self, event: Event, profile: Profile) -> History:
        """Record the step and move the object. Raises `Refused`, and then nothing has moved."""
        history = self.lifecycle.advance(self.history, event, profile)
        setattr(self.obj, self.state_attribute, history.state)
        self.history = history
        return history
