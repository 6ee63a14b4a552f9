"""Дело под номером (numbered): where in a file the case of a number is, when the book shows nothing of it.

A step names a case by its number. The book may not have it on the day because a later line gives the number, or
brings the case to where it has something to show; because the line that was to do so is void, or could not be read.
The case is in the file all the same, and is told: with the day on which it came about, or with the line at fault.

>>> from law189.law import Source
>>> Traces().fault(number(BY[Source.AGREEMENT], "С-1"), (), START) is None
True
"""

from bisect import insort
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, NamedTuple

from law189.audit.lines.not_read import NotRead
from law189.casebook.cycles import CYCLES
from law189.casebook.extracted import ASKED
from law189.casebook.keys import BY, GIVEN, Key, number
from law189.casebook.known import Made
from law189.casebook.line import Line
from law189.casebook.shelf import Shelf
from law189.casebook.shown import filled
from law189.casebook.shown.near import near
from law189.casebook.shown.silent import GIVES, came_about, said_of
from law189.cases.history import Event, History, Record
from law189.cases.lifecycle import Lifecycle
from law189.extracts.extract import Extract
from law189.law import Text
from law189.law.text import in_russian
from law189.rules.reconciliation import case_named
from law189.verdict import Outcome, Verdict

__all__ = ["CASE_NAMED", "ON_THE_WAY", "START", "Coming", "Missed", "Traces", "missed"]

CASE_NAMED = "reconciliation.case_named"
"""The rule that tells of a case which shows nothing."""
At = tuple[int, int, int]
"""The place of a line among all, in the order in which they are taken."""
START: At = (0, 0, 0)
NOT_JUDGED = Verdict("", Outcome.HOLDS, Text("", ""), {})


class Coming(NamedTuple):
    """Строка на своём месте: where it is taken, its number and what it says."""

    at: At
    number: int
    line: Line


class _Why(NamedTuple):
    """What is wrong with a line of a file, and with a record of a book."""

    of_line: Text
    of_record: Text


VOID = _Why(
    Text("шаг не имеет силы из-за строки", "the step is void because of line"),
    Text("шаг не имеет силы из-за записи", "the step is void because of record"),
)
NOT_READ = _Why(
    Text("не прочитана строка", "a line was not read, line"),
    Text("не прочитана запись", "a record was not read, record"),
)
WITHOUT = _Why(
    Text("нет выписки, нужной шагу, строка", "an extract that a step needs is missing, line"),
    Text("нет выписки, нужной шагу, запись", "an extract that a step needs is missing, record"),
)


class _AtFault(NamedTuple):
    """Строка, из-за которой показать нечего: its number, the case that it is in the way of, and what is wrong."""

    line: int
    history: str
    lifecycle: str
    why: _Why

    def said(self, case: History[Any] | None, records: Sequence[Made]) -> Text:
        """What the case is, how far it has come, and what is wrong with the line, or with the record that it is."""
        of = CYCLES[self.lifecycle].title if case is None else said_of(case)
        why, at = self.why.of_line, Text(str(self.line), str(self.line))
        if records:
            made, why = records[self.line - 1], self.why.of_record
            at = Text(f"{made.record} (дело «{made.history}»)", f"{made.record} (case «{made.history}»)")
        return Text(f"{of.ru}; {why.ru}: {at.ru}", f"{of.en}; {why.en}: {at.en}")


class _Stopped(NamedTuple):
    """A line that made no record, or stands without an extract, by the place at which it was taken."""

    at: At
    fault: _AtFault


class Traces:
    """Следы номеров: the lines that are still to come, those that made no record, and those that were not read.

    The lines to come are looked at when they are first asked for; most files never ask. `records` are those of a
    book that the lines are, in their order; none of a file.
    """

    def __init__(self, records: Sequence[Made] = ()) -> None:
        self.records = records
        self._ahead: Callable[[], Iterable[Coming]] | None = None
        self._cases: dict[str, list[Coming]] = {}
        self._given: dict[Key, list[Coming]] = {}
        self._stopped: dict[str | Key, _Stopped] = {}
        self._unread: dict[str | Key, list[NotRead]] = {}
        self._lacked: dict[str, _Stopped] = {}

    def come(self, ahead: Callable[[], Iterable[Coming]]) -> None:
        """Say which lines are to come."""
        self._ahead = ahead

    def unread(self, told: NotRead) -> None:
        """Note a line that was not read; of several the first of the file is named, in whatever order they come."""
        for of in (told.history, *(() if told.key is None else (told.key,))):
            insort(self._unread.setdefault(of, []), told, key=lambda one: one.line)

    @property
    def any_unread(self) -> bool:
        """Whether any line was not read."""
        return bool(self._unread)

    def unread_of(self, history: str) -> Sequence[NotRead]:
        """The lines of the case that were not read."""
        return self._unread.get(history, ())

    def stopped(self, at: At, line: Line, because_of: int) -> None:
        """Note a line that was to bring the case further and made no record, because of that line or of itself."""
        if type(line.event) not in ON_THE_WAY:
            return  # the case has no less to show without it
        told = _Stopped(at, _AtFault(because_of, line.history, line.lifecycle, VOID))
        key = _key_of(line.event)
        self._stopped.setdefault(line.history, told)
        if key is not None:
            self._stopped.setdefault(key, told)

    def broken_by(self, history: History[Any], line: int) -> int | None:
        """The earlier line that was not read and without which the case did not go on; None where none is."""
        found = (
            one.line
            for one in self._unread.get(history.id, ())
            if one.line < line and one.of(history.lifecycle) and one.fits(history.state)
        )
        return next(found, None)

    def lacked(self, at: At, line: Line, because_of: int) -> None:
        """Note that a step which brings the case further stands without an extract, because of that line."""
        if type(line.event) not in ON_THE_WAY:
            return
        told = _Stopped(at, _AtFault(because_of, line.history, line.lifecycle, WITHOUT))
        self._lacked.setdefault(line.history, told)

    def fault(self, key: Key, cases: Iterable[History[Any]], at: At) -> _AtFault | None:
        """The line because of which no case has that number, or its cases have nothing to show."""
        unread, noted = [*self._unread.get(key, ())], [self._stopped.get(key)]
        for case in cases:
            unread += (one for one in self._unread.get(case.id, ()) if one.fits(case.state))
            noted += (self._stopped.get(case.id), self._lacked.get(case.id))
        for told in unread:
            return _AtFault(told.line, told.history, told.lifecycle, NOT_READ)
        return next((one.fault for one in noted if one is not None and one.at <= at), None)

    def later(self, key: Key, cases: Iterable[str], at: At) -> Iterator[tuple[str, list[Coming]]]:
        """The cases that a later line gives the number, and those named, each with its lines to come."""
        self.settle()
        giving = [one.line.history for one in self._given.get(key, ()) if one.at > at]
        for history in dict.fromkeys((*cases, *giving)):
            lines = [one for one in self._cases.get(history, ()) if one.at > at]
            if lines:
                yield history, lines

    def giver(self, key: Key, at: At) -> Coming | None:
        """The first later line that gives the number."""
        self.settle()
        return next((one for one in self._given.get(key, ()) if one.at > at), None)

    def settle(self) -> None:
        """Note the lines to come by which a case comes to where it has something to show."""
        ahead, self._ahead = self._ahead, None
        for one in () if ahead is None else ahead():
            if type(one.line.event) in ON_THE_WAY:
                self._cases.setdefault(one.line.history, []).append(one)
                key = _key_of(one.line.event)
                if key is not None:
                    self._given.setdefault(key, []).append(one)


def _way_to(step: type[Event], cycle: Lifecycle[Any]) -> tuple[type[Event], ...]:
    """The steps of the shortest way from the beginning of a case to that step, with it."""
    ways: dict[str, tuple[type[Event], ...]] = {cycle.initial.value: ()}
    states = [*ways]
    for state in states:  # which grows
        for clause in cycle.clauses:
            if state in clause.source:
                if clause.target not in ways:
                    ways[clause.target] = *ways[state], clause.event
                    states.append(clause.target)
                if clause.event is step:
                    return *ways[state], step
    return ()


ON_THE_WAY = frozenset(
    event for step in GIVES.values() for cycle in CYCLES.values() for event in _way_to(step, cycle)
)
"""The steps by which a case comes to where it has something to show to others."""


def _key_of(event: Event) -> Key | None:
    given = GIVEN.get(type(event))
    return None if given is None else number(given[0], getattr(event, given[1]))


# ─── Что сказать шагу ────────────────────────────────────────────────────────────────────────────────────


class Missed(NamedTuple):
    """Чего шаг не нашёл: extracts of a later day, what is told of the others, and from which lines that follows.

    Each by the name of the fact for which an extract was to stand.
    """

    later: dict[str, Extract]
    told: dict[str, Verdict]
    causes: dict[str, int]

    def cause(self, reason: Verdict) -> int | None:
        """The line from which the reason follows, where it asks for one of those extracts."""
        paths = (ask.path.removeprefix("event.").partition(".")[0] for ask in reason.asks)
        return next((self.causes[path] for path in paths if path in self.causes), None)


def missed(traces: Sequence[Traces], shelf: Shelf, line: Line, at: At, reasons: Iterable[Verdict]) -> Missed:
    """What the file says of the cases that the step names and that show nothing."""
    found, sources = Missed({}, {}, {}), dict(ASKED.get(type(line.event), ()))
    for reason in reasons:
        fact, named = str(reason.facts["fact"]), str(reason.facts["number"])
        source = sources[fact]
        key = number(BY[source], named)
        held = [case for one in _ids(reason) if (case := shelf.case(one)) is not None]
        later = chain.from_iterable(one.later(key, [case.id for case in held], at) for one in traces)
        shown = came_about(source, [_going_on(shelf, *one) for one in later], line.event.on)
        if shown is not None:
            found.later[fact] = shown
            continue
        said = {case.id: said_of(case) for case in held}
        fault = next((told for one in traces if (told := one.fault(key, held, at)) is not None), None)
        giver = next((coming for one in traces if (coming := one.giver(key, at)) is not None), None)
        if fault is not None:
            found.causes[fact] = fault.line
            said[fault.history] = fault.said(shelf.case(fault.history), traces[0].records)
        elif giver is not None and not said:
            said[giver.line.history] = _given_later(giver, traces[0].records)
        found.told[fact] = case_named(fact, named, said, {} if said else near(shelf, source, named))
    return found


def _ids(reason: Verdict) -> tuple[str, ...]:
    cases = reason.facts["cases"]
    return tuple(str(one) for one in cases) if isinstance(cases, tuple) else ()


def _going_on(shelf: Shelf, history: str, lines: Sequence[Coming]) -> History[Any]:
    """The case with the lines to come, as far as its states let them; nothing of them is judged."""
    cycle = CYCLES[lines[0].line.lifecycle]
    case = shelf.case(history) or cycle.begin(history)
    for one in lines:
        clause = cycle.lookup.get((case.state, type(one.line.event)))
        if clause is not None and case.lifecycle == one.line.lifecycle:
            event, state = filled(shelf, one.line, case), clause.leads(case)
            case = case._replace(state=state, records=(*case.records, Record(event, state, NOT_JUDGED)))
    return case


def _given_later(giver: Coming, records: Sequence[Made]) -> Text:
    """What the case is, and which later line gives the number."""
    title, on = CYCLES[giver.line.lifecycle].title, giver.line.event.on
    ru, en = f"строка {giver.number}", f"line {giver.number}"
    if records:
        ru, en = (f"{word} {records[giver.number - 1].record}" for word in ("запись", "record"))
    return Text(
        f"{title.ru}; номер дан {in_russian(on)}, {ru}",
        f"{title.en}; the number is given on {on.isoformat()}, {en}",
    )
