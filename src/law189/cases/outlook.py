"""Взгляд вперёд (outlook): which steps are possible on a day, and which duties are open.

It is told before the facts of a step are known: by the state, the day, the acts, the values and the terms.

>>> from law189.profile.loader import load_profile
>>> from law189.workflows.order import lifecycle as order
>>> drafted = options(order, order.begin("1"), load_profile("kemerovo"), date(2023, 10, 2))[0]
>>> drafted.kind, drafted.by, drafted.verdict.outcome  # the act on forming orders is not adopted
('drafted', ('education',), <Outcome.UNKNOWN: 'unknown'>)
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from law189.cases.awaited import awaited_needs, on_events
from law189.cases.clause import Clause
from law189.cases.fact import Choice, Described, needs
from law189.cases.history import Event, History, RecordAnnulled
from law189.cases.local import local_needs, on_conditions
from law189.cases.moment import Moment
from law189.cases.named import misnamed
from law189.cases.table import Table
from law189.cases.within import Owing
from law189.kinds.asked import inside
from law189.law import Citation, Text
from law189.law.fixed import fixed
from law189.profile.documents import DocumentKind
from law189.profile.edition import Edition
from law189.profile.parties import named
from law189.profile.profile import Profile
from law189.rules.deadlines.periods import Ends
from law189.rules.step import steps
from law189.verdict import Outcome, Verdict, worst

__all__ = [
    "Duty",
    "Option",
    "against",
    "barred",
    "discharging",
    "due",
    "options",
    "out_of_state",
    "owed_from",
    "stepped",
    "takers",
]


NO_EFFECT = Text("в этот день шаг не имел бы силы", "on that day the step would have no effect")


@fixed
@dataclass(frozen=True, slots=True)
class Option:
    """Возможный шаг: its kind and title, where it leads, who may take it, its document, the facts it needs.

    The verdict is on what is known before the facts: the state, the day, the acts, the term. `by` is None
    where anybody may act.
    """

    kind: str
    title: Text
    target: str
    by: tuple[str, ...] | None
    document: DocumentKind | None
    needs: tuple[Described, ...]
    verdict: Verdict


@fixed
@dataclass(frozen=True, slots=True)
class Duty:
    """Открытая обязанность: what is owed, by which step, until which day, and why no such day is known.

    `cites` says where the law has the step and its term. `which` tells apart those of one step of which several are
    open: the claim, the complaint, the period; else it is None. `against` is why the step would have no effect on
    the day, as `options` says it; empty where it, or another by which the duty is discharged, can be taken.
    """

    kind: str
    title: Text
    ends: Ends
    overdue: bool
    cites: tuple[Citation, ...]
    which: Text | None = None
    against: tuple[Verdict, ...] = ()

    @property
    def text(self) -> Text:
        """What is owed, with which of several it is."""
        if self.which is None:
            return self.title
        return Text(f"{self.title.ru}: {self.which.ru}", f"{self.title.en}: {self.which.en}")

    @property
    def waits(self) -> tuple[Text, ...]:
        """What is against the step, each in a sentence that says so."""
        return tuple(
            Text(f"{NO_EFFECT.ru}: {part.text.ru}", f"{NO_EFFECT.en}: {part.text.en}")
            for part in self.against
        )

    @property
    def last_day(self) -> date | None:
        """The last day; None where there is none, or it is not known (see `ends`)."""
        return self.ends.last_day


def options(table: Table[Any], history: History[Any], profile: Profile, on: date) -> tuple[Option, ...]:
    """Every step of the lifecycle, permitted on the day or with all that is against it.

    `history` is as it stood at the end of the day.
    """
    moment: Moment[None] = Moment(on, history, profile)
    edition, found = moment.edition, []
    for kind in table.kinds:
        here = [one for one in table.clauses if one.kind == kind and _leads_from(table, history, one)]
        clause = here[0] if here else table.clause(kind)
        verdict = stepped(clause, inside(against(table, clause, moment)), edition)
        own = history.lifecycle == table.name
        who = takers(clause, moment) if own else clause.who(edition, moment.services)
        formed = None if clause.document is None else edition.form_of(clause.document)
        document = None if formed is None else clause.document
        asked = needs(clause.event, moment if here else None, document=document, by=who)
        if here:
            known = {fact.name for fact in asked}
            asked += tuple(one for one in awaited_needs(clause, moment) if one.name not in known)
            asked += local_needs(edition, clause.code, on)
        else:
            asked = _called(asked, edition)
        found.append(Option(kind, clause.title, clause.target, who, clause.document, asked, verdict))
    return (*found, _annulment(table, moment))


def takers(clause: Clause, moment: Moment[Any]) -> tuple[str, ...] | None:
    """Who may take the step, of a state from which it does not lead whom it may come to; None where anybody may."""
    who = clause.who(moment.edition, moment.services)
    return clause.hands.who(moment) if who is None and clause.hands is not None else who


def _called(asked: tuple[Described, ...], edition: Edition) -> tuple[Described, ...]:
    """The facts of a step from another state: whoever may take it is called as the edition does."""

    def called(choice: Choice) -> Choice:
        words = named(choice.value, edition.titles)
        return Choice(choice.value, words) if isinstance(words, Text) else choice

    return tuple(
        replace(fact, choices=tuple(map(called, fact.choices))) if fact.name == "by" else fact
        for fact in asked
    )


def _leads_from(table: Table[Any], history: History[Any], clause: Clause) -> bool:
    """Whether the step leads from the state; another lifecycle may have a state of the same name."""
    return history.lifecycle == table.name and history.state in clause.source


def _annulment(table: Table[Any], moment: Moment[None]) -> Option:
    """That the last step that counts may be called an error, and by whom; where none does, the last annulment."""
    clause, history = table.annulment, moment.history
    places = [p for p, r in enumerate(history.records) if p not in history.annulled]
    steps_made = [p for p in places if not isinstance(history.records[p].event, RecordAnnulled)]
    last = max(steps_made or places, default=None)
    parts = [*inside(against(table, clause, moment))]
    if last is None:
        parts.append(steps.annulled(0, None, len(history.records), "", exists=False))
    who = () if last is None else table.entitled(history, last, moment.edition)
    if last is not None and not who:
        event = history.records[last].event
        titles = moment.edition.titles
        parts.append(steps.may_annul(last + 1, table.called(event), "—", (), titles, whose=event.by))
    verdict = stepped(clause, tuple(parts), moment.edition)
    asked = needs(RecordAnnulled, moment, by=who or None)
    return Option(clause.kind, clause.title, clause.target, who, None, asked, verdict)


def against(table: Table[Any], clause: Clause, moment: Moment[Any]) -> Iterator[Verdict]:
    """What can be said of the step at the moment: before its facts, or with them where there is an event."""
    history = moment.history
    if history.lifecycle != table.name:
        yield steps.of_another(history.id, history.lifecycle, table.title)
        return
    last_day = _before(moment) if clause is table.annulment else history.last_day
    if last_day is not None and moment.on < last_day:
        yield steps.forward(moment.on, last_day)
    if history.state not in clause.source:
        yield out_of_state(table, history.state, clause.event)
        return
    yield from clause.heading(moment)
    yield from table.standing(clause, moment)
    event, edition = moment.event, moment.edition
    if event is not None:
        yield from clause.conditions(moment)
        yield from misnamed(event, edition.readings)
        if clause.in_person is not None:
            yield from clause.in_person(moment, event.by)
        if edition.conditions or event.local:
            yield from on_conditions(event, clause.code, edition, moment.profile)
        yield from on_events(clause, moment)


def _before(moment: Moment[Any]) -> date | None:
    """The day before which the step may not be taken; the day of a record made in error may be the error."""
    event, history = moment.event, moment.history
    if isinstance(event, RecordAnnulled):
        history = history._replace(annulled=history.annulled | {event.record - 1})
    return history.last_day


def stepped(clause: Clause, parts: tuple[Verdict, ...], edition: Edition) -> Verdict:
    """The verdict on a step: as good as its worst part, citing where the law names the step."""
    outcome = worst([part.outcome for part in parts])
    if outcome is not Outcome.HOLDS:  # two conditions may want the same norm
        parts = tuple(part for place, part in enumerate(parts) if part not in parts[:place])
    return Verdict(clause.code, outcome, clause.title, {}, clause.cites(edition), None, parts)


def due(table: Table[Any], history: History[Any], profile: Profile, on: date) -> tuple[Duty, ...]:
    """The open duties, each with its last day, whether `on` is past it, and what its step still waits for.

    `history` is as it stood at the end of the day.
    """
    moment: Moment[None] = Moment(on, history, profile)
    here = history.state if history.lifecycle == table.name else None
    found = [one for one in table.clauses if here in owed_from(one)]
    return tuple(duty for clause in found for duty in _duties(table, clause, moment))


def owed_from(clause: Clause) -> tuple[str, ...]:
    """The states in which the step may be a duty; none where it is no duty."""
    return () if clause.duty is None else (*clause.source, *(state.value for state in clause.owed_in))


def _duties(table: Table[Any], clause: Clause, moment: Moment[None]) -> Iterator[Duty]:
    """What is owed by the step: once, or each claim, complaint or period where several may be."""
    assert clause.duty is not None, "it is asked of a step that is a duty"
    owed = clause.owed is None or clause.owed(moment)
    several: tuple[Owing | None, ...] = () if not owed else (None,)
    if owed and clause.owing is not None:
        several = clause.owing(moment)
    barred = _barred(table, clause, moment) if several else ()
    title, by = clause.duty, clause.cites(moment.edition)
    if several and clause.owed_as is not None:
        title, by = (said := clause.owed_as(moment)).title, (said.cite,)
    for one in several:
        since, which = (None, None) if one is None else (one.since, one.which)
        ends = clause.ends(moment.history, moment.profile, moment.on, since)
        cites = dict.fromkeys((*by, *ends.cites))
        late = ends.over(moment.on) is True
        yield Duty(clause.kind, title, ends, late, tuple(cites), which, barred)


def _barred(table: Table[Any], clause: Clause, moment: Moment[None]) -> tuple[Verdict, ...]:
    """Why the step would have no effect at the moment; nothing where it or one in its stead can be taken."""
    found: tuple[Verdict, ...] = ()
    for one in discharging(table, moment.history.state, clause.kind):
        void = barred(table, one, moment)
        if not void:
            return ()
        found = found or void
    return found


def discharging(table: Table[Any], state: str, kind: str) -> tuple[Clause, ...]:
    """The headings by which the duty of that kind is discharged in the state: its own, then those in its stead.

    A kind of step may have a heading for each state. Empty where it is no duty in this one.
    """
    own = next((one for one in table.clauses if one.kind == kind and state in owed_from(one)), None)
    if own is None:
        return ()
    return (own, *(one for one in table.clauses if one.kind in own.instead and state in one.source))


def barred(table: Table[Any], clause: Clause, moment: Moment[None]) -> tuple[Verdict, ...]:
    """Why this step would have no effect at the moment, by its case alone; whether it is late is not asked."""
    bare = replace(clause, within=None, acts=(), values=())  # a late or an unknown step may have its effect
    told = inside(against(table, bare, moment))
    return tuple(part for part in told if part.outcome is Outcome.VOID)


def out_of_state(table: Table[Any], state: str, event: type[Event]) -> Verdict:
    """The refusal of a step that does not lead from the state."""
    found = [clause for clause in table.clauses if clause.event is event]
    sources = [source for clause in found for source in clause.source]
    kind, step = (found[0].kind, found[0].title) if found else (event.__name__, None)
    return steps.out_of_state(state, kind, sources, step=step, words=table.words)
