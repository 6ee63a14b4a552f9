"""Аннулирование записи (annulling): who may call a record an error, and what rests on it.

>>> from law189.workflows.order import lifecycle as order
>>> first(order.clauses, order.clauses[0].event) is order.clauses[0]
True
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from law189.cases.clause import Clause
from law189.cases.history import Decision, Event, History, Record, RecordAnnulled, annulled_in
from law189.cases.moment import Moment, services_of
from law189.profile.edition import Edition
from law189.profile.profile import Profile
from law189.rules.step import roles
from law189.verdict import Ask, Verdict

__all__ = ["entitled", "first", "in_person", "of_nothing", "resting", "without_force"]


def first(clauses: Sequence[Clause], kind: type[Event]) -> Clause | None:
    """The first clause of the step; None where the lifecycle has no such step."""
    return next((clause for clause in clauses if clause.event is kind), None)


def entitled(
    clauses: Sequence[Clause], history: History[Any], place: int, edition: Edition
) -> tuple[str, ...]:
    """Who may take the step of the record, of the side that took it; see `Table.entitled`."""
    event = history.records[place].event
    clause = first(clauses, type(event))
    who = None if clause is None else clause.who(edition, services_of(event, history))
    if who is None and clause is not None and clause.hands is not None:
        of_edition = Profile(((date.min, edition),))
        who = clause.hands.who(Moment(event.on, _before(history, place), of_edition, event))
    asked = roles.of_side(event.by) if who is None else who
    return tuple(one for one in asked if roles.same_side(one, event.by))


def in_person(clauses: Sequence[Clause], moment: Moment[RecordAnnulled], place: int) -> Iterator[Verdict]:
    """What the step asks of whoever takes it, asked of who annuls its record, by the case as it was then.

    What the step itself was to give is here a fact that an earlier step of the case left out.
    """
    root = _root(moment.history, place)
    event = moment.history.records[root].event
    clause = first(clauses, type(event))
    if clause is None or clause.in_person is None:
        return
    step: Moment[Any] = Moment(moment.on, _before(moment.history, root), moment.profile, event)
    for told in clause.in_person(step, moment.event.by):
        yield told.asking(_of_the_case(ask) for ask in told.lacks)


def _before(history: History[Any], place: int) -> History[Any]:
    """The case with the records before the one at `place`."""
    records = history.records[:place]
    return history._replace(records=records, annulled=annulled_in(records))


def _of_the_case(ask: Ask) -> Ask:
    return replace(ask, path=f"case.{ask.path.removeprefix('event.')}") if ask.kind == "event" else ask


def _root(history: History[Any], place: int) -> int:
    """The place of the step that the record is about: its own, or that of what it annuls in the end."""
    event = history.records[place].event
    while isinstance(event, RecordAnnulled):
        place = event.record - 1
        event = history.records[place].event
    return place


def resting(clauses: Sequence[Clause], history: History[Any], place: int) -> tuple[int, ...]:
    """The places of the later records that count and are annulled before the one at `place`.

    Those are all of them but for steps that the table declares to depend on other ones alone.
    """
    event = history.records[place].event
    if isinstance(event, RecordAnnulled):
        return _after_annulment(history, place)
    found = []
    for later, record in enumerate(history.records):
        if later <= place or later in history.annulled or isinstance(record.event, RecordAnnulled):
            continue
        clause = first(clauses, type(record.event))
        on = None if clause is None else clause.rests_on
        if on is None or type(event) in on:
            found.append(later)
    aside = any(clause.event is type(event) and clause.aside for clause in clauses)
    return () if aside else tuple(found)


def _after_annulment(history: History[Any], place: int) -> tuple[int, ...]:
    """The places of the later records that count: they rest on a history without the record that was taken out.

    An annulment of a record that is later itself leaves that history as it was.
    """
    found = []
    for later in range(place + 1, len(history.records)):
        event = history.records[later].event
        undone = isinstance(event, RecordAnnulled) and event.record - 1 > place
        if later not in history.annulled and not undone:
            found.append(later)
    return tuple(found)


def of_nothing(history: History[Any], event: Event) -> bool:
    """Whether the event annuls a record that is not there, or does not count any more."""
    if not isinstance(event, RecordAnnulled):
        return False
    return event.record > len(history.records) or event.record - 1 in history.annulled


def without_force(
    history: History[Any], event: RecordAnnulled, verdict: Verdict, decision: Decision | None
) -> History[Any]:
    """The history with an annulment that annuls nothing; as it is where there was nothing to annul."""
    if of_nothing(history, event):
        return history
    void: Record[Any] = Record(event, history.state, verdict, decision)
    annulled = history.annulled | {history.version}
    return history._replace(records=(*history.records, void), annulled=annulled)
