"""Таблица жизненного цикла (table): the clauses of one lifecycle, and what is derived from them.

From the clauses come the `transitions` machine, the look-up and the drawing: nothing is
stated twice.

>>> from law189.workflows.meeting import lifecycle as meeting
>>> print(meeting.mermaid("en").splitlines()[1])
    [*] --> planned
>>> meeting.clause("reopened")
Traceback (most recent call last):
    ...
law189.law.act.UnknownProvision: meeting has no event «reopened»; did you mean «opened»?
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import Annotated, Any, Generic, TypeVar

from pydantic import Field, TypeAdapter
from transitions import Machine

from law189.cases import annulling
from law189.cases.clause import Asked, Assumed, Clause, Heading
from law189.cases.history import Event, History, RecordAnnulled
from law189.cases.moment import Moment
from law189.cases.named import shown
from law189.files.wording import did_you_mean
from law189.kinds import must_be
from law189.kinds.asked import made_asked
from law189.law import Lang, Text, UnknownProvision, Vocabulary, WrongValue
from law189.law.fixed import Fixed
from law189.profile.edition import Edition
from law189.profile.parties import Party
from law189.rules.step import handed, steps
from law189.verdict import Verdict

__all__ = ["AT_ANY_TIME", "Table", "flat"]

E = TypeVar("E", bound=Event)
One = TypeVar("One", bound=Event)
Conditions = Callable[[Moment[Any]], Iterator[Verdict]]
ANNULMENT = Text("запись аннулирована", "a record annulled")
AT_ANY_TIME = Text(
    "ошибочную запись аннулируют, и состояние — то, к которому ведут остальные",
    "a record made in error is annulled, and the state is the one that the others lead to",
)
WHY = Text(
    "Ошибочную запись не правят: её аннулируют записью с причиной, и обе остаются видны.",
    "A record made in error is not edited: a record with its reason annuls it, and both stay visible.",
)


@made_asked
class Table(Fixed, Generic[E]):
    """Клаузулы одного цикла, declared in the order of the law with `on`; `E` is what its events have in common.

    `between` are the parties that conclude what the lifecycle is about; empty where nothing is concluded.
    """

    name: str
    title: Text
    states: type[StrEnum]
    initial: StrEnum
    between: tuple[Party, ...]
    clauses: tuple[Clause, ...]
    always: tuple[tuple[tuple[type[Event], ...], Conditions], ...]
    annulment: Clause

    def __init__(
        self,
        name: str,
        title: Text,
        states: type[StrEnum],
        initial: StrEnum,
        *,
        between: tuple[Party, ...] = (),
    ) -> None:
        self._hold(name=name, title=title, states=states, initial=initial, between=between)
        self._hold(clauses=(), always=())
        self._hold(
            annulment=Clause(
                title=ANNULMENT,
                basis=Assumed(WHY),
                event=RecordAnnulled,
                kind="record_annulled",
                code=f"{name}.record_annulled",
                source=tuple(state.value for state in states),
                target="",
                conditions=self._annulled,
            )
        )

    def on(
        self, event: type[One], heading: Heading
    ) -> Callable[[Callable[[Moment[One]], Iterator[Verdict]]], Callable[[Moment[One]], Iterator[Verdict]]]:
        """Declare a clause; the decorated function yields one verdict per special condition.

        Raises `WrongValue` where a state is foreign, the same step from the same state is declared twice, or a
        document is declared and the event has no such fact.
        """
        if "kind" not in event.model_fields:
            raise WrongValue(f"{self.name}: {event.__name__} has no field `kind` with a word of its own")
        kind = str(event.model_fields["kind"].default)
        sources = heading.source if isinstance(heading.source, tuple) else (heading.source,)
        named = (*sources, heading.target, *heading.owed_in)
        foreign = [state for state in named if not isinstance(state, self.states)]
        if foreign:
            raise WrongValue(f"{self.name}.{kind}: foreign states {foreign}")
        taken = {(state, clause.kind) for clause in self.clauses for state in clause.source}
        doubled = {state for state in sources if (state, kind) in taken or sources.count(state) > 1}
        if doubled:
            raise WrongValue(f"{self.name}.{kind} is declared twice from {sorted(doubled)}")
        if heading.document is not None and "document" not in event.model_fields:
            raise WrongValue(f"{self.name}.{kind} hands in a document, and {event.__name__} has none")

        def declare(conditions: Callable[[Moment[One]], Iterator[Verdict]]) -> Any:
            said = {field.name: getattr(heading, field.name) for field in fields(Asked)}
            clause = Clause(
                **said,
                event=event,
                kind=kind,
                code=f"{self.name}.{kind}",
                source=tuple(state.value for state in sources),
                target=heading.target.value,
                conditions=conditions,
            )
            self._hold(clauses=(*self.clauses, clause))
            self._derive_anew()
            return conditions

        return declare

    def _derive_anew(self) -> None:
        """Forget what was derived from the clauses that were there before."""
        for name in [*vars(self)]:
            if isinstance(getattr(type(self), name, None), cached_property):
                del vars(self)[name]

    def throughout(self, *events: type[Event]) -> Callable[[Conditions], Conditions]:
        """Declare what must hold at each of these steps, declared once; it is asked before their facts."""

        def declare(conditions: Conditions) -> Conditions:
            self._hold(always=(*self.always, (events, conditions)))
            return conditions

        return declare

    def standing(self, clause: Clause, moment: Moment[Any]) -> Iterator[Verdict]:
        """What must hold at every step of its kind; of any step, that each extract was there on its day."""
        for name, extract in () if moment.event is None else shown(moment.event):
            if extract.as_of > moment.on:
                yield handed.at_hand(name, extract.as_of, moment.on)
        for events, conditions in self.always:
            if clause.event in events:
                yield from conditions(moment)

    # ─── Аннулирование: запись ошибочна, и на ней ничего не держится ─────────────────────────────────────

    def _annulled(self, moment: Moment[RecordAnnulled]) -> Iterator[Verdict]:
        """Аннулируют запись, которая есть и на которой ничего не держится; кто её делает — или решением."""
        event, history, edition = moment.event, moment.history, moment.edition
        place, records = event.record - 1, history.records
        already = place in history.annulled
        exists = place < len(records) and not already
        found = records[place] if place < len(records) else None
        kind, what = (None, None) if found is None else (found.kind, self.called(found.event))
        yield steps.annulled(
            event.record, kind, len(records), event.reason, exists=exists, step=what, already=already
        )
        if exists and what is not None:
            entitled = self.entitled(history, place, edition)
            annulled = records[place].event
            yield steps.may_annul(event.record, what, event.by, entitled, edition.titles, whose=annulled.by)
            if event.by in entitled:
                yield from annulling.in_person(self.clauses, moment, place)
            if event.on < annulled.on:
                yield steps.annulled_earlier(event.record, what, annulled.on, event.on)
            yield steps.left_standing(event.record, [other + 1 for other in self.resting(history, place)])

    def called(self, event: Event) -> Text:
        """What a sentence calls the step that the event takes."""
        kind = type(must_be(event, Event))
        found = [clause.title for clause in (*self.clauses, self.annulment) if clause.event is kind]
        return found[0] if found else Text(kind.__name__, kind.__name__)

    def entitled(self, history: History[Any], place: int, edition: Edition) -> tuple[str, ...]:
        """Who may call the record an error: who may take its step, of the side that took it.

        Where anybody may take it, and of an annulment, it is the side that took it.
        """
        return annulling.entitled(self.clauses, must_be(history, History), place, must_be(edition, Edition))

    def resting(self, history: History[Any], place: int) -> tuple[int, ...]:
        """The places of the later records that count and are annulled before the one at `place`."""
        return annulling.resting(self.clauses, must_be(history, History), place)

    def clause(self, kind: str) -> Clause:
        """The first clause of that kind of event. Raises `UnknownProvision` where there is none."""
        for clause in (*self.clauses, self.annulment):
            if clause.kind == must_be(kind, str):
                return clause
        hint = did_you_mean(kind, self.kinds)
        raise UnknownProvision(f"{self.name} has no event «{kind}»; {hint.en}")

    @property
    def words(self) -> Mapping[str, Text]:
        """Every state in words, by its code; the code itself where the states are no `Vocabulary`."""
        return MappingProxyType(
            {
                state.value: state.text if isinstance(state, Vocabulary) else Text(state.value, state.value)
                for state in self.states
            }
        )

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """Every kind of event, in the order of the law."""
        return tuple(dict.fromkeys(clause.kind for clause in self.clauses))

    @property
    def final(self) -> frozenset[str]:
        """The states that no step leaves for another."""
        left = {source for clause in self.clauses for source in clause.source if source != clause.target}
        return frozenset(state.value for state in self.states) - left

    @property
    def machine(self) -> Machine:
        """The same clauses as one class-level `transitions` machine, for whoever knows that library; a new one."""
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
        return MappingProxyType(compiled)

    @cached_property
    def events(self) -> TypeAdapter[E | RecordAnnulled]:
        """Reads a mapping into an event of this lifecycle, by its `kind`; annulments too."""
        union: Any = RecordAnnulled
        for event in dict.fromkeys(clause.event for clause in self.clauses):
            union |= event
        tagged: Any = Annotated[union, Field(discriminator="kind")]
        return TypeAdapter(tagged)

    def mermaid(self, lang: Lang) -> str:
        """The lifecycle as a Mermaid state diagram; what Mermaid would read as its own signs stands as a code."""
        lines = ["stateDiagram-v2", f"    [*] --> {self.initial.value}"]
        for clause in self.clauses:
            label = _coded(clause.title[lang])
            lines += [f"    {source} --> {clause.target}: {label}" for source in clause.source]
        lines += [f"    {state.value} --> [*]" for state in self.states if state.value in self.final]
        lines.append(f"    note right of {self.initial.value}: {_coded(AT_ANY_TIME[lang])}")
        return "\n".join(lines) + "\n"


def flat(words: str) -> str:
    """The words on one line, without signs that nobody sees."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in words).split())


def _coded(words: str) -> str:
    """The words on one line, each sign that Mermaid or HTML reads as its own by its code (`#59;`)."""
    return "".join(f"#{ord(sign)};" if sign in _MERMAID else sign for sign in flat(words))


_MERMAID = '"#%&:;<>[\\]`{|}'
