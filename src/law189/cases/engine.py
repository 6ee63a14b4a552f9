"""Движок (engine): how one step of a case is judged and recorded, whatever the workflow.

A workflow is a table of clauses. A step is judged on its heading and on its conditions, every reason at once; it is
recorded unless a reason stops it. What the law leaves unknown a named office may decide; what is void nobody can.
"""

import sys
from collections.abc import Container, Iterator, Sequence
from datetime import date
from importlib import import_module
from pickle import PicklingError
from typing import Any

from law189.cases import annulling
from law189.cases.clause import Clause
from law189.cases.history import (
    Decision,
    Event,
    History,
    Record,
    RecordAnnulled,
    annulled_in,
    annulled_with,
)
from law189.cases.ids import read_id
from law189.cases.misread import misread
from law189.cases.moment import Moment, services_of
from law189.cases.outlook import against, out_of_state, stepped
from law189.cases.table import E, Table
from law189.errors import Conflict, Refused
from law189.kinds import must_be, refusal
from law189.kinds.asked import inside
from law189.law import Entry
from law189.profile.parties import Party
from law189.profile.profile import Profile
from law189.rules.step import steps
from law189.verdict import Outcome, Verdict

__all__ = ["Engine"]


class Engine(Table[E]):
    """Движок жизненного цикла: a table of clauses that judges a step and records it."""

    def __reduce__(self) -> tuple[Any, ...]:
        """A lifecycle is declared once, in a module; another process finds it there."""
        for module in dict.fromkeys(clause.conditions.__module__ for clause in self.clauses):
            for name, value in vars(sys.modules[module]).items():
                if value is self:
                    return _declared, (module, name)
        raise PicklingError(
            f"the lifecycle {self.name} has no name in the module of its clauses; give it one"
        )

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
            try:
                moment = Moment(event.on, history, profile, event)
                return stepped(clause, inside(against(self, clause, moment)), moment.edition)
            except Exception:
                events = (event, *(record.event for record in history.records))
                if (wrong := next(filter(None, map(misread, events)), None)) is not None:
                    raise wrong from None
                raise
        if history.lifecycle != self.name:
            return steps.of_another(history.id, history.lifecycle, self.title)
        return out_of_state(self, history.state, type(event))

    def _clause(self, history: History[E], event: E | RecordAnnulled) -> Clause | None:
        """The clause of this step; None from another state, or in a history of another lifecycle."""
        if history.lifecycle != self.name:
            return None
        found = self.lookup.get((history.state, type(event)))
        return self.annulment if found is None and isinstance(event, RecordAnnulled) else found

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
        if decision is not None:
            must_be(decision, Decision)
        if expected_version is not None and must_be(expected_version, int) != history.version:
            raise Conflict(expected_version, history.version, history.id)
        clause = self._clause(history, event)
        verdict = _with(self._judge(clause, history, event, profile), also)
        if verdict.outcome is Outcome.UNKNOWN and decision is not None:
            allowed = self._decided(history, event, profile, decision)
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
        that leads nowhere from the state, and an annulment of nothing, leave the history as it is. An annulment
        without force is recorded, and the record that it is about stands.
        """
        after, verdict = self.supposed(history, event, profile, decision=decision, also=also)
        if isinstance(event, RecordAnnulled) and verdict.outcome is Outcome.VOID:
            after = annulling.without_force(history, event, verdict, decision)
        return after, verdict

    def supposed(
        self,
        history: History[E],
        event: E | RecordAnnulled,
        profile: Profile,
        *,
        decision: Decision | None = None,
        also: Sequence[Verdict] = (),
    ) -> tuple[History[E], Verdict]:
        """The same, as if an annulment had its force: for asking what it would change in other cases.

        A step that leads nowhere from the state, and an annulment of nothing or that nothing can follow, leave the
        history as it is.
        """
        _given(history, event, profile)
        if decision is not None:
            must_be(decision, Decision)
        clause = self._clause(history, event)
        verdict = _with(self._judge(clause, history, event, profile), also)
        if verdict.outcome is Outcome.UNKNOWN and decision is not None:
            allowed = self._decided(history, event, profile, decision)
            verdict = verdict.joined(allowed) if allowed.stops else verdict
        if clause is None or annulling.of_nothing(history, event):
            return history, verdict
        try:
            return self._recorded(clause, history, event, verdict, decision), verdict
        except LookupError:
            return history, verdict

    def _decided(
        self, history: History[E], event: E | RecordAnnulled, profile: Profile, decision: Decision
    ) -> Verdict:
        """Whether the decision could allow the step: its office is no party, and the case had begun.

        A case begins with its first record, or with the decision that let it be made. A decision may be of the days
        before the decree that it covers.
        """
        edition = Moment(event.on, history, profile, event).edition
        parties = [*_called(event), *(one for record in history.records for one in _called(record.event))]
        if Party.AUTHORIZED_BODY in self.between:
            for body in edition.authorized(services_of(event, history)):
                title = edition.titles.get(body.value)
                parties += [body.value, *(() if title is None else (title.ru, title.en))]
        first = edition.act.date if edition.covers_since is None else edition.covers_since.value
        since = max([day for day in (first, _begun(history, event)) if day is not None], default=None)
        return steps.decided(decision.by, decision.on, event.on, since=since, parties=parties)

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
        annulled = annulled_with(history.records, event)
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

    def known_on(self, history: History[E], day: date) -> History[E]:
        """The history as it was known at the end of the day, whatever was recorded of later days.

        A record of a later day that was annulled by the end of this one was known on it, and is one made in error.
        Where the days run backwards, what stands is asked alone (see `History.made_by`). `History.as_of` has the
        records alone that count.
        """
        must_be(day, date)
        records = must_be(history, History).records
        if history.lifecycle != self.name or max([record.event.on for record in records], default=day) <= day:
            return history
        annulled = annulled_in(records, day)
        late = {place for place, one in enumerate(records) if one.event.on > day and place not in annulled}
        before = len(records) - len(late)
        if min(late, default=before) == before:  # all later ones stand at the end
            records = records[:before]
        else:
            records, annulled = history.made_by(day), frozenset()
        return History(history.lifecycle, history.id, self._fold(records, annulled), records, annulled)


def _begun(history: History[Event], event: Event) -> date | None:
    """The day on which the case began, with its first record or with the decision that let it be made.

    None where nothing is recorded; a record that the event annulls is left out: its day may be the error.
    """
    error = event.record - 1 if isinstance(event, RecordAnnulled) else None
    for place, record in enumerate(history.records):
        step, decision = record.event, record.decision
        if place in history.annulled or place == error or isinstance(step, RecordAnnulled):
            continue
        if decision is None or record.verdict.outcome is not Outcome.UNKNOWN:
            return step.on
        return min(step.on, decision.on)
    return None


def _with(verdict: Verdict, also: Sequence[Verdict]) -> Verdict:
    return verdict.joined(*also) if also else verdict


def _given(history: object, event: object, profile: object) -> None:
    """Raise `WrongType` on what no step can be judged with."""
    for value, kind in ((history, History), (event, Event), (profile, Profile)):
        if not isinstance(value, kind):
            raise refusal(value, kind.__name__)


def _declared(module: str, name: str) -> Any:
    """The lifecycle that a module declares under that name."""
    return getattr(import_module(module), name)


def _called(told: Any) -> Iterator[str]:
    """By which numbers and names the facts of an event call a party: an INN, an OGRN, a file, a kind name."""
    if not isinstance(told, Entry):
        return
    for name in type(told).model_fields:
        value = getattr(told, name)
        if isinstance(value, str) and (name in NAMES):
            yield value
        elif isinstance(value, Entry):
            yield from _called(value)


NAMES = ("provider", "inn", "ogrn", "file", "school")
"""The facts by which a party is called in a case."""
