"""Проверка (audit): a file of steps as one book of cases, and all that is wrong in it.

What happened is recorded, whatever is wrong with it, and the rest is judged as the record says. A finding is one
reason against one step, or against a case that rests on another which is in force no more. A line that follows only
from an earlier finding names the line of that one as its cause.

>>> from law189 import load_profile
>>> from law189.casebook.line import LINE
>>> approved = {"history": "1", "lifecycle": "order", "kind": "approved", "on": "2023-12-01", "by": "education"}
>>> found = audit([(1, LINE.validate_python(approved))], load_profile("kemerovo"))
>>> [(one.line, one.rule, one.outcome.value) for one in found if isinstance(one, Finding)]
[(1, 'lifecycle.state', 'void')]
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import date
from types import NoneType
from typing import Any

from law189.audit.finding import Finding, LastLine
from law189.audit.in_file import in_book, in_file, lines_of, numbers_of
from law189.audit.names import Names
from law189.audit.reasons import against, handed_in
from law189.audit.timed import Order, in_time, undone_of
from law189.casebook.book import Casebook
from law189.casebook.dependants import dependants
from law189.casebook.line import LINE, Line, parted
from law189.casebook.linked import beside
from law189.casebook.made import as_made
from law189.casebook.shelf import ChangingShelf, MemoryShelf
from law189.casebook.taking import OfAnother, Taken, judged, undone
from law189.cases.history import History, RecordAnnulled, untold
from law189.errors import Conflict, Fault, FaultyInput
from law189.facts import Frozen
from law189.files.disk import read_lines
from law189.files.given import Source
from law189.kinds import must_be
from law189.kinds.asked import asked, inside, methods_asked
from law189.law import Text
from law189.profile.profile import Profile
from law189.verdict import Outcome, Verdict

__all__ = [
    "Audit",
    "Finding",
    "audit",
    "audit_book",
    "audit_cases",
    "in_time",
    "lines_of",
    "read_steps",
]


@asked
def read_steps(file: Source, profile: Profile) -> Iterator[tuple[int, Line | FaultyInput]]:
    """Each line of a file of steps with its number, or what is wrong with it.

    Raises `FaultyInput` where the file does not open.
    """
    names = Names(must_be(profile, Profile))
    return read_lines(file, LINE, lambda line: names.of(line.event))


@asked
def audit(
    lines: Iterable[tuple[int, Line | FaultyInput]],
    profile: Profile,
    *,
    on: date | None = None,
    file: str = "",
    later: Callable[[int, Line], None] | None = None,
) -> Iterator[Finding | FaultyInput]:
    """Every finding of the steps, and of the cases as they stand at the end of the day `on`.

    What could not be read is told first; a line of another lifecycle or version than its case is told and left out.

    The steps are taken in the order of their days; those of one day, and all of one case, as they stand. Lines of a
    later day than `on` do not count (see `known_by`); without it the day is the latest of all lines. `later` is
    told of those that count all the same.
    """
    return _audited(lines, Audit(profile, file), must_be(on, date, NoneType), later)


def _audited(
    lines: Iterable[tuple[int, Line | FaultyInput]],
    asked: "Audit",
    on: date | None,
    later: Callable[[int, Line], None] | None = None,
    said: Callable[[int, Line], Verdict] | None = None,
    order: Order = in_time,
) -> Iterator[Finding | FaultyInput]:
    last, read = None, (yield from parted(lines))
    ahead = deque(order(read if on is None else known_by(read, on, asked.profile, order)))
    for number, line in ahead:
        if on is not None and later is not None and line.event.on > on:
            later(number, line)
    while ahead:
        number, line = ahead.popleft()  # what is judged is held by the book alone
        last = line.event.on if last is None else max(last, line.event.on)
        try:
            yield from asked.take(number, line, None if said is None else said(number, line))
        except FaultyInput as error:
            yield error
    day = on or last
    if day is not None:
        yield from asked.standing(day)


@asked
def audit_book(book: Casebook, on: date | None = None) -> Iterator[Finding]:
    """Every finding of a book, each record judged anew beside all cases; `line` is the number of the record.

    For cases that came from elsewhere, and for what was found out later. `on` is as in `audit`. The steps of one
    day are taken in the order of `law189.casebook.made`. What was wrong with the papers that were handed in is told
    as the record says it: the book keeps its own extracts in their place.
    """
    found = audit_cases(must_be(book, Casebook).cases(), book.profile, on=on)
    return (one for one in found if isinstance(one, Finding))


@asked
def audit_cases(
    cases: Iterable[History[Any]], profile: Profile, *, on: date | None = None
) -> Iterator[Finding | FaultyInput]:
    """The same of the cases of a book, in the order in which they were begun."""
    found = {case.id: case for case in cases}

    def said(number: int, line: Line) -> Verdict:
        return found[line.history].records[number - 1].verdict

    asked, day = Audit(must_be(profile, Profile), of_book=True), must_be(on, date, NoneType)
    return _audited(as_made(found.values()), asked, day, said=said, order=list)


def known_by(
    lines: list[tuple[int, Line]], on: date, profile: Profile, order: Order = in_time
) -> list[tuple[int, Line]]:
    """The lines of that day or earlier, and those that were annulled by then: whoever annuls one knows of it."""
    late = {line.history for _, line in lines if line.event.on > on}
    asked = any(isinstance(one.event, RecordAnnulled) and one.history in late for _, one in lines)
    undone = _undone(order(lines), on, profile) if asked else frozenset()
    return [(at, line) for at, line in lines if line.event.on <= on or (line.history, at) in undone]


def _undone(lines: list[tuple[int, Line]], on: date, profile: Profile) -> frozenset[tuple[str, int]]:
    """The lines, each with its case, whose records were annulled by the day; a line without a record has none."""
    asked = Audit(profile)
    for at, line in lines:
        with suppress(FaultyInput):
            deque(asked.take(at, line), maxlen=0)
    return undone_of(lines, asked.records, on, asked.without_force)


@methods_asked
class Audit:
    """Проверка, шаг за шагом: the cases as it happened, and where each finding was first made.

    `shelf` is where the cases stand: all of them, or those of a part of the book. `of_book` says that the lines are
    records of a book, numbered by their cases, and not those of a file. `records` are of each case the records that
    its lines made, with the number of the line; `without_force` are lines that annul without force.
    """

    def __init__(
        self, profile: Profile, file: str = "", shelf: ChangingShelf | None = None, *, of_book: bool = False
    ) -> None:
        self.profile, self.file = must_be(profile, Profile), must_be(file, str)
        self.shelf: ChangingShelf = MemoryShelf() if shelf is None else shelf
        self.records: dict[str, dict[int, int]] = {}
        self.without_force: set[int] = set()
        self._linked: dict[str, dict[int, int]] | None = None if of_book else {}
        self.last: dict[str, LastLine] = {}
        self._void: dict[str, int] = {}
        self._seen: dict[tuple[Any, ...], int] = {}

    def take(self, number: int, line: Line, said: Verdict | None = None) -> Iterator[Finding]:
        """The findings of one step, which is recorded whatever is wrong with it.

        `said` is what its record says; of it is told what was wrong with the papers that the record does not keep.
        Raises `FaultyInput` where its case is of another lifecycle, or has another version than the line expects.
        """
        yield from inside(self._taken(number, line, said))

    def _taken(self, number: int, line: Line, said: Verdict | None) -> Iterator[Finding]:
        try:
            shelf = undone(self.shelf, told := self._numbered(line), profile := self.profile)
            taken = judged(shelf, told, profile, happened=True)
        except Conflict as conflict:
            words = Text(conflict.told("ru"), conflict.told("en"))
            raise FaultyInput([Fault(self.file, number, 1, "expected_version", words)]) from None
        except OfAnother as error:
            raise FaultyInput([Fault(self.file, number, 1, "lifecycle", error.words)]) from None
        self.shelf = shelf
        self._keep(number, line, taken)
        found: dict[tuple[Any, ...], Finding] = {}
        for reason in (*against(taken.verdict), *(() if said is None else handed_in(said))):
            finding = self._finding(number, line, taken, reason)
            found.setdefault((finding.rule, finding.facts), finding)
        yield from found.values()

    def standing(self, on: date) -> Iterator[Finding]:
        """The cases that are in force at the end of the day while what they rest on is not.

        A case with a void step of its own is not in force, and that is told already.
        """
        for history, verdict, ground in dependants(self.shelf, on):
            if any(record.verdict.outcome is Outcome.VOID for record in history.standing):
                continue
            line, kind, day, _ = self.last[history.id]
            rested = self.last.get(ground.id)
            cause = rested.line if rested is not None and rested.told else None  # else a first cause
            for reason in against(verdict):
                yield Finding(
                    history.id,
                    history.lifecycle,
                    line,
                    kind,
                    day,
                    reason.rule,
                    reason.outcome,
                    reason.text,
                    Frozen(reason.facts),
                    reason.cites,
                    cause if cause != line else None,
                )

    @property
    def book(self) -> Casebook:
        """The cases as a book. Raises `WrongType` where only a part of them stands here."""
        return Casebook(self.profile, self.shelf)  # type: ignore[arg-type]  # what is no book is refused there

    def _numbered(self, line: Line) -> Line:
        """The line with the number that its record has in the book, where linked steps stand between."""
        of = self.shelf.case(line.history) if isinstance(line.event, RecordAnnulled) else None
        made = self.records.get(line.history, {})
        return line if of is None else in_book(line, of.version, made, of_book=self._linked is None)

    def _keep(self, number: int, line: Line, taken: Taken) -> None:
        """Note which record the line made, and that it is the latest of its case."""
        if taken.cases:
            self.shelf = self.shelf.with_cases(map(untold, taken.cases))
        event: Any = taken.event
        if isinstance(event, RecordAnnulled) and taken.verdict.outcome is Outcome.VOID:
            self.without_force.add(number)
        told, of = taken.verdict.outcome is not Outcome.HOLDS, line.history
        self.last[of] = LastLine(number, event.kind, event.on, told)
        records = self.records.setdefault(of, {})
        if taken.again:
            records[taken.place + 1] = number
        elif taken.cases:
            made = len(taken.history.records)
            self.records[of] = {one: at for one, at in records.items() if one < made} | {made: number}
        for case in taken.cases[1:]:
            self.last.setdefault(case.id, LastLine(number, "", event.on, told))
            if self._linked is not None:
                self._linked.setdefault(case.id, {})[case.version] = number

    def _finding(self, number: int, line: Line, taken: Taken, reason: Verdict) -> Finding:
        """The finding of one reason; it follows from an earlier one that says the same, or that broke the chain.

        What a linked step of another case says of a case that is void already follows from that. A step of a
        contract and that of its certificate are one, so what is said of the one is said of the other.
        """
        facts = {name: fact for name, fact in reason.facts.items() if name != "on"}
        if taken.verdict.outcome is Outcome.UNKNOWN and line.decision is not None:
            facts = {**reason.facts, "decided_by": line.decision.by}
        said = (line.history, reason.rule, Frozen(facts))
        one = (line.history, *beside(self.shelf, taken.history, taken.event))
        cause = next((self._seen[key] for case in one if (key := (case, *said[1:])) in self._seen), None)
        linked = any(reason is told for verdict in taken.linked for told in against(verdict))
        if reason.rule == BROKEN or linked:
            cause = next((self._void[case] for case in one if case in self._void), cause)
        self._seen.setdefault(said, number)
        text, told = reason.text, Frozen(reason.facts)
        if self._linked is not None and isinstance(taken.event, RecordAnnulled):
            text, told = in_file(
                reason, numbers_of(reason, number, line, taken.event, self.records, self._linked)
            )
        if reason.outcome is Outcome.VOID:
            self._void.setdefault(line.history, number)
        return Finding(
            line.history,
            line.lifecycle,
            number,
            taken.event.kind,  # type: ignore[attr-defined]  # every kind has it
            taken.event.on,
            reason.rule,
            reason.outcome,
            text,
            Frozen({**told, "decided_by": facts["decided_by"]}) if "decided_by" in facts else told,
            reason.cites,
            cause if cause != number else None,
        )


BROKEN = "lifecycle.state"
"""The rule that refuses a step because of the state; it follows from what broke the chain before."""
