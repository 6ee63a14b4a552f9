"""Таблица жизненного цикла (table): the clauses of one lifecycle, and what is derived from them.

From the clauses come the `transitions` machine, the look-up for the hot path and the drawing: nothing is
stated twice.

>>> from law189.workflows.meeting import lifecycle as meeting
>>> print(meeting.mermaid("en").splitlines()[1])
    [*] --> planned
>>> meeting.clause("reopened")
Traceback (most recent call last):
    ...
law189.law.UnknownProvision: meeting has no event «reopened»; did you mean «opened»?
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from functools import cached_property
from operator import attrgetter
from typing import Annotated, Any, TypeVar

from pydantic import Field, TypeAdapter
from transitions import Machine

from law189.cases.clause import Assumed, Case, Clause, Moment, Within
from law189.cases.history import Event, History, RecordAnnulled
from law189.files.wording import did_you_mean
from law189.law import Lang, Text, UnknownProvision, Vocabulary
from law189.profile.documents import DocumentKind, LocalAct
from law189.verdict import Verdict

__all__ = ["Table"]

E = TypeVar("E", bound=Event)


class Table:
    """Клаузулы одного цикла, declared in the order of the law with `on`."""

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
        document: DocumentKind | None = None,
        acts: tuple[LocalAct, ...] = (),
        values: tuple[str, ...] = (),
        within: Within | None = None,
        given: tuple[Callable[[Case], Verdict | None], ...] = (),
        duty: Text | None = None,
        until: Callable[[History], date | None] | None = None,
    ) -> Callable[[Callable[[Moment[E]], Iterator[Verdict]]], Callable[[Moment[E]], Iterator[Verdict]]]:
        """Declare a clause; the decorated function yields one verdict per special condition.

        Raises ValueError where a state is foreign, the same step from the same state is declared twice, or a
        document is declared and the event has no such fact.
        """
        sources = source if isinstance(source, tuple) else (source,)
        if "kind" not in event.model_fields:
            raise ValueError(f"{self.name}: {event.__name__} has no field `kind` with a word of its own")
        kind = str(event.model_fields["kind"].default)
        foreign = [state for state in (*sources, target) if not isinstance(state, self.states)]
        if foreign:
            raise ValueError(f"{self.name}.{kind}: foreign states {foreign}")
        taken = {(state, clause.kind) for clause in self.clauses for state in clause.source}
        doubled = {state for state in sources if (state, kind) in taken or sources.count(state) > 1}
        if doubled:
            raise ValueError(f"{self.name}.{kind} is declared twice from {sorted(doubled)}")
        if document is not None and "document" not in event.model_fields:
            raise ValueError(f"{self.name}.{kind} hands in a document, and {event.__name__} has none")

        def declare(conditions: Callable[[Moment[E]], Iterator[Verdict]]) -> Any:
            in_profile = isinstance(basis, str) and "/" not in basis
            clause = Clause(
                event,
                kind,
                title,
                tuple(state.value for state in sources),
                target.value,
                basis,
                conditions,
                f"{self.name}.{kind}",
                attrgetter(f"{basis}.basis") if in_profile else None,
                by=by,
                document=document,
                acts=acts,
                values=values,
                within=within,
                given=given,
                duty=duty,
                until=until,
            )
            self.clauses.append(clause)
            for derived in ("machine", "lookup", "events"):
                vars(self).pop(derived, None)
            return conditions

        return declare

    def clause(self, kind: str) -> Clause:
        """The first clause of that kind of event. Raises `UnknownProvision` where there is none."""
        for clause in self.clauses:
            if clause.kind == kind:
                return clause
        hint = did_you_mean(kind, self.kinds)
        raise UnknownProvision(f"{self.name} has no event «{kind}»; {hint.en}")

    @property
    def words(self) -> Mapping[str, Text]:
        """Every state in words, by its code; the code itself where the states are no `Vocabulary`."""
        return {
            state.value: state.text if isinstance(state, Vocabulary) else Text(state.value, state.value)
            for state in self.states
        }

    @property
    def kinds(self) -> tuple[str, ...]:
        """Every kind of event, in the order of the law."""
        return tuple(dict.fromkeys(clause.kind for clause in self.clauses))

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

    @cached_property
    def events(self) -> TypeAdapter[Event]:
        """Reads a mapping into an event of this lifecycle, by its `kind`; annulments too."""
        union: Any = RecordAnnulled
        for event in dict.fromkeys(clause.event for clause in self.clauses):
            union |= event
        tagged: Any = Annotated[union, Field(discriminator="kind")]
        return TypeAdapter(tagged)

    def mermaid(self, lang: Lang) -> str:
        """The lifecycle as a Mermaid state diagram."""
        lines = ["stateDiagram-v2", f"    [*] --> {self.initial.value}"]
        left = {source for clause in self.clauses for source in clause.source}
        for clause in self.clauses:
            lines += [f"    {source} --> {clause.target}: {clause.title[lang]}" for source in clause.source]
        lines += [f"    {state.value} --> [*]" for state in self.states if state.value not in left]
        return "\n".join(lines) + "\n"
