"""Шаг в книге дел (taking): one step judged beside all cases, and every case as it is after it.

The extracts that the book can take from its own cases are put before the step; then the case judges, then the rules
of many cases, then the linked step of another case. It is taken whole or not at all.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from law189.casebook.cycles import CYCLES
from law189.casebook.line import Line
from law189.casebook.reconciled import on_annulment, reconciled
from law189.casebook.shelf import AnyShelf, Shelf
from law189.casebook.shown import NOT_LATER, Shown, shown, silent_cases
from law189.casebook.shown.linked import Link, contract_told, links, one_with, taken_already
from law189.casebook.taking.anew import of_the_same
from law189.cases.as_given import References
from law189.cases.history import Decision, Event, History, Record, RecordAnnulled, annulled_in
from law189.cases.lifecycle import Lifecycle
from law189.errors import Conflict, Refused
from law189.extracts.extract import Extract
from law189.kinds import must_be
from law189.kinds.asked import asked, asked_once
from law189.law import Law189Error, Text
from law189.profile.profile import Profile
from law189.rules import reconciliation
from law189.rules.reconciliation import one_step
from law189.verdict import Outcome, Verdict

__all__ = ["OfAnother", "Taken", "apart", "judged", "take", "undone"]


class OfAnother(Law189Error):
    """Дело другого процесса: the line gives the id of a case of another lifecycle."""

    def __init__(self, history: History[Any], wanted: Text) -> None:
        found, case = CYCLES[history.lifecycle].title, history.id
        self.words = Text(
            f"дело «{case}» — {found.ru}, а шаг — {wanted.ru}; дайте другой номер дела",
            f"the case «{case}» is of the lifecycle {found.en}, the step of {wanted.en}; give another id",
        )
        super().__init__(self.words.en)


NOTHING_MOVED: Mapping[str, int] = {}


class Taken(NamedTuple):
    """Что вышло из шага: the verdict, the event as judged, and the cases as they are after it.

    `cases` are those that the step changed, its own first; empty where it was refused or moved nothing. `before`
    are the versions at which they were judged, by their ids. `again` says that the step was recorded before, with
    the step of another case, at `place`. `linked` is what the linked steps of other cases say against it.
    """

    verdict: Verdict
    event: Event
    history: History[Any]
    cases: tuple[History[Any], ...] = ()
    before: Mapping[str, int] = NOTHING_MOVED
    again: bool = False
    linked: tuple[Verdict, ...] = ()
    place: int = -1

    @property
    def accepted(self) -> bool:
        """Whether the step stands in its case."""
        return bool(self.cases) or self.again


@asked
def take(shelf: Shelf, line: Line, profile: Profile) -> Taken:
    """The step of the line, taken beside all cases of the shelf.

    Raises `Refused` as `Lifecycle.advance` does, `Conflict` where the case has another version than the line
    expects, and `OfAnother` where the case is of another lifecycle.
    """
    found = judged(shelf, line, profile)
    verdict, decision = found.verdict, line.decision
    if verdict.outcome is Outcome.VOID or (verdict.outcome is Outcome.UNKNOWN and decision is None):
        raise Refused(verdict)
    return found


@asked_once
def judged(
    shelf: Shelf,
    line: Line,
    profile: Profile,
    *,
    happened: bool = False,
    later: Mapping[str, Extract] = NOT_LATER,
) -> Taken:
    """The step judged, and the cases after it where it may be taken; `happened` records it whatever is wrong.

    `later` are extracts of what is known to come about on a later day, by the names of the facts.
    """
    must_be(line, Line)
    must_be(profile, Profile)
    cycle, history = _case(shelf, line)
    again = taken_already(shelf, history, line.event)
    if again is not None:
        return _again(shelf, line, history, again)
    seen = shown(shelf, line, history, later)
    also = [*_beside(shelf, cycle, history, seen, profile)]
    if not happened:
        return _advanced(shelf, line, cycle, history, seen.event, profile, also)
    by = line.decision
    after, verdict = cycle.happened(history, seen.event, profile, decision=by, also=also)
    after = _as_given(history, after, line)
    linked, against, had = _linked(shelf, history, after, seen.event, profile, by)
    if against and verdict.outcome is not Outcome.VOID:
        after, verdict = cycle.happened(history, seen.event, profile, decision=by, also=[*also, *against])
        after = _as_given(history, after, line)
    moved = () if after is history else (after, *linked)
    if isinstance(seen.event, RecordAnnulled) and verdict.outcome is Outcome.VOID:
        moved = moved[:1]  # without force nothing is annulled with it
    before = {case.id: had.get(case.id, history.version) for case in moved}
    return Taken(verdict, seen.event, after, moved, before, linked=tuple(against))


def _beside(
    shelf: Shelf, cycle: Lifecycle[Any], history: History[Any], seen: Shown, profile: Profile
) -> Iterator[Verdict]:
    """What the other cases say of the step; nothing where it leads nowhere."""
    event, edition = seen.event, profile.on(seen.event.on)
    if isinstance(event, RecordAnnulled):
        yield from apart(shelf, history, event.record - 1)
        after, _ = cycle.supposed(history, event, profile)
        if after is not history:
            yield from on_annulment(shelf, history, after, event, edition, _cases_of(shelf))
    elif (history.state, type(event)) in cycle.lookup:
        yield from seen.verdicts
        yield from reconciled(shelf, history, event, edition, seen.cases)


@asked
def apart(shelf: Shelf, history: History[Any], place: int) -> Iterator[Verdict]:
    """That the record at `place` is not annulled apart from the contract's record which is one with it."""
    if place >= history.version or place in history.annulled:
        return
    whole = one_with(shelf, history, place)
    if whole is not None:
        event, (case, record) = history.records[place].event, whole
        step = CYCLES[history.lifecycle].called(event)
        yield one_step.part_of_one(contract_told(history, event), step, case.id, record)


def _as_given(before: History[Any], after: History[Any], line: Line) -> History[Any]:
    """The case after the step, whose record keeps what the line gave."""
    if after is before or (after.records[-1].event is line.event and not line.refers_to):
        return after
    *records, last = after.records
    return after._replace(records=(*records, last._replace(given=line.given(last.event))))


def _cases_of(shelf: Shelf) -> Callable[[History[Any], Event, References], Mapping[str, History[Any]]]:
    """From which cases of the shelf the extracts of a step are taken, on its day; those that are silent too."""

    def cases_of(history: History[Any], event: Event, named: References) -> Mapping[str, History[Any]]:
        line = Line(history=history.id, lifecycle=history.lifecycle, event=event, refers_to=named)
        return {**silent_cases(shelf, event), **shown(shelf, line, history).cases}

    return cases_of


def _case(shelf: Shelf, line: Line) -> tuple[Lifecycle[Any], History[Any]]:
    """The lifecycle and the case of the line, begun where it is not there yet."""
    cycle = CYCLES[line.lifecycle]
    history = shelf.case(line.history)
    if history is None:
        history = History(cycle.name, line.history, cycle.initial.value)  # the line has read its id
    if history.lifecycle != cycle.name:
        raise OfAnother(history, cycle.title)
    if line.expected_version is not None and line.expected_version != history.version:
        raise Conflict(line.expected_version, history.version, history.id)
    return cycle, history


def _again(shelf: Shelf, line: Line, history: History[Any], place: int) -> Taken:
    """A linked step that stands already: told, and its extract compared with the case of the contract."""
    record = history.records[place]
    verdicts = shown(shelf, line, history).verdicts
    told = reconciliation.already_taken(record.event.on, contract_told(history, line.event)).joined(*verdicts)
    return Taken(told, line.event, history, again=True, place=place)


def _advanced(
    shelf: Shelf,
    line: Line,
    cycle: Lifecycle[Any],
    history: History[Any],
    event: Event,
    profile: Profile,
    also: list[Verdict],
) -> Taken:
    """The step taken, with the linked step of another case; nothing is moved where either is refused."""
    try:
        after = cycle.advance(history, event, profile, decision=line.decision, also=also)
        linked, verdicts, had = _linked(shelf, history, after, event, profile, line.decision)
        if verdicts:
            after = cycle.advance(history, event, profile, decision=line.decision, also=[*also, *verdicts])
    except Refused as refused:
        return Taken(refused.verdict, event, history)
    after = _as_given(history, after, line)
    before = {after.id: history.version, **had}
    return Taken(after.records[-1].verdict, event, after, (after, *linked), before)


def _linked(
    shelf: Shelf,
    before: History[Any],
    after: History[Any],
    event: Event,
    profile: Profile,
    by: Decision | None,
) -> tuple[list[History[Any]], list[Verdict], dict[str, int]]:
    """The other cases with their linked steps, what is against them, and the versions that the cases had.

    Whoever decided the one decided all.
    """
    cases, verdicts, had = [], [], {}
    for link in links(shelf, before, after, event):
        moved, verdict = _link(shelf, link, profile, by)
        cases.append(moved)
        had[moved.id] = link.history.version
        if verdict.outcome is not Outcome.HOLDS:
            verdicts.append(verdict.of_case(moved.id))
    return cases, verdicts, had


def _link(
    shelf: Shelf, link: Link, profile: Profile, by: Decision | None = None
) -> tuple[History[Any], Verdict]:
    """The other case with its linked step, and the verdict on it; an annulment is judged beside the others."""
    case, event = link
    moved, verdict = CYCLES[case.lifecycle].supposed(case, event, profile, decision=by)
    if isinstance(event, RecordAnnulled) and moved is not case:
        edition = profile.on(event.on)
        verdict = verdict.joined(*on_annulment(shelf, case, moved, event, edition, _cases_of(shelf)))
    return moved, verdict


@asked
def undone(shelf: AnyShelf, line: Line, profile: Profile) -> AnyShelf:
    """The shelf without the last refused steps of the case, where the line takes such a step anew.

    With them go the linked steps of other cases: what was refused and is done anew counts once.
    """
    cycle, history = CYCLES[line.lifecycle], shelf.case(line.history)
    if (
        history is None
        or history.lifecycle != cycle.name
        or taken_already(shelf, history, line.event) is not None
    ):
        return shelf
    found = _before_refused(cycle, history, line.event)
    for number in range(history.version, found.version, -1):
        annulled = RecordAnnulled(
            on=line.event.on, by=line.event.by, record=number, reason="шаг сделан заново"
        )
        for link in links(shelf, history, history, annulled):
            shelf = shelf.with_cases([_link(shelf, link, profile)[0]])
    return shelf if found is history else shelf.with_cases([found])


def _before_refused(cycle: Lifecycle[Any], history: History[Any], event: Event) -> History[Any]:
    """The history without its last refused steps, where the event follows only from there: it is done anew.

    A void step that leaves the state is done anew by one of the same document, period or terms.
    """
    found = history
    while found.records and _void_before(found, event):
        found = _without_last(cycle, found)
    before = found
    while (found.state, type(event)) not in cycle.lookup:
        if not found.records or not _refused(found.records[-1]):
            return before
        found = _without_last(cycle, found)
    return found


def _void_before(history: History[Any], event: Event) -> bool:
    """Whether the last record is the same step, and void."""
    last = history.records[-1]
    return last.verdict.outcome is Outcome.VOID and of_the_same(last.event, event)


def _without_last(cycle: Lifecycle[Any], history: History[Any]) -> History[Any]:
    records = history.records[:-1]
    state = records[-1].state if records else cycle.initial.value
    annulled = annulled_in(records)
    return history._replace(records=records, state=state, annulled=annulled)


def _refused(record: Record[Any]) -> bool:
    """Whether the step would have been refused: it is void, or unknown and nobody has decided it."""
    return record.verdict.stops and (record.verdict.outcome is Outcome.VOID or record.decision is None)
