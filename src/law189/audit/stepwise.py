"""Проверка, шаг за шагом (stepwise): each line recorded as it happened, and every reason against it told.

>>> from law189 import load_profile
>>> from law189.casebook.line import LINE
>>> approved = {"history": "1", "lifecycle": "order", "kind": "approved", "on": "2023-12-01", "by": "education"}
>>> found = Audit(load_profile("kemerovo")).take(1, LINE.validate_python(approved))
>>> [(one.rule, one.outcome.value) for one in found]
[('lifecycle.state', 'void')]
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from law189.audit.causes.because import Stopped
from law189.audit.causes.behind import behind_contract, behind_linked, behind_step
from law189.audit.causes.reasons import against, handed_in
from law189.audit.causes.rested import Noted, Suspect, found_at, in_force_without, lost_by, void_in
from law189.audit.causes.settled import settled
from law189.audit.causes.unread_cause import silent_because, unread_behind, unread_end
from law189.audit.finding import Finding, LastLine, stands_at
from law189.audit.lines.case_lines import CaseLines
from law189.audit.lines.in_file import Numbers, because_of, in_book, in_file, lost, numbers_of
from law189.audit.lines.numbered import CASE_NAMED, START, Missed, Traces, missed
from law189.casebook.book import Casebook
from law189.casebook.dependants import Dependant, dependants
from law189.casebook.known import Made
from law189.casebook.line import Line
from law189.casebook.rendered.told import VoidLine, void_amounts
from law189.casebook.shelf import ChangingShelf, MemoryShelf
from law189.casebook.shelf.apart import Apart
from law189.casebook.shown.linked import beside
from law189.casebook.taking import OfAnother, Taken, judged, undone
from law189.cases.history import History, Record, RecordAnnulled, untold
from law189.errors import Conflict, Fault, FaultyInput
from law189.facts import Frozen
from law189.kinds import must_be
from law189.kinds.asked import inside, methods_asked
from law189.law import Text
from law189.profile.profile import Profile
from law189.verdict import Outcome, Verdict

__all__ = ["Audit"]


@methods_asked
class Audit:
    """Проверка, шаг за шагом: the cases as it happened, and where each finding was first made.

    `shelf` is where the cases stand: all, or those of a part of the book. `of_book` are the records of a book that
    the lines are, in their order; none of a file. `records` are of each case the records that its lines made,
    with the number of the line; `without_force` are lines that annul without force, each with its case. `lines` are
    those of each case by which a file counts its records: all known before, and each taken. `noted` says how a
    case would stand without some records.
    """

    def __init__(
        self,
        profile: Profile,
        file: str = "",
        shelf: ChangingShelf | None = None,
        *,
        of_book: Sequence[Made] = (),
        traces: tuple[Traces, ...] = (),
    ) -> None:
        self.profile, self.file = must_be(profile, Profile), must_be(file, str)
        self.shelf: ChangingShelf = MemoryShelf() if shelf is None else shelf
        self.records: dict[str, dict[int, int]] = {}
        self.without_force: set[tuple[str, int]] = set()
        self.lines = CaseLines()
        self._linked: dict[str, dict[int, int]] | None = None if of_book else {}
        self.last: dict[str, LastLine] = {}
        self._before = self.shelf
        self._stopped: dict[str, list[Stopped]] = {}
        self.noted = Noted(self.records, self._stopped, self.profile, {})
        self._void_lines: set[int] = set()
        self._seen: dict[tuple[Any, ...], int] = {}
        self._first: dict[tuple[str, str], int] = {}
        self.traces = traces or (Traces(of_book),)
        self.at = START

    def take(self, number: int, line: Line, said: Record[Any] | None = None) -> Iterator[Finding]:
        """The findings of one step, which is recorded whatever is wrong with it.

        `said` is its record in a book; of it is told what was wrong with the papers that the record does not keep.
        Raises `FaultyInput` where its case is of another lifecycle, or has another version than the line expects.
        """
        yield from inside(self._taken(number, line, said))

    def _taken(self, number: int, line: Line, said: Record[Any] | None) -> Iterator[Finding]:
        self.lines.add(line.history, number)
        try:
            shelf = undone(self.shelf, told := self._numbered(line), profile := self.profile)
            taken = judged(shelf, told, profile, happened=True)
            reasons = [*against(taken.verdict)]
            gone = self._missed(shelf, told, reasons)
            if gone is not None and gone.later:
                taken = judged(shelf, told, profile, happened=True, later=gone.later)
                reasons = [*against(taken.verdict)]
        except Conflict as conflict:
            words = Text(conflict.told("ru"), conflict.told("en"))
            raise FaultyInput([Fault(self.file, number, 1, "expected_version", words)]) from None
        except OfAnother as error:
            raise FaultyInput([Fault(self.file, number, 1, "lifecycle", error.words)]) from None
        self.shelf = shelf
        self._keep(number, line, taken)
        self._before = shelf
        found: dict[tuple[Any, ...], Finding] = {}
        for reason in (*reasons, *(() if said is None else handed_in(said))):
            finding = self._finding(number, line, taken, reason, gone)
            found.setdefault((finding.rule, finding.facts), finding)
        self._note(number, line, taken, gone, found.values())
        yield from found.values()

    def standing(self, on: date) -> Iterator[Finding]:
        """The cases that are in force at the end of the day while what they rest on is not.

        A case that only a step without force brought into force is none, and that is told already.
        """
        return (self.caused(found, one, on) for found, one in self.rested(on))

    def caused(self, found: Finding, of: Dependant, on: date) -> Finding:
        """The finding with the line without force from which it follows, where there is one."""
        cause = lost_by(self.shelf, *self.of_own(found.history), of.ground.id, on, self.noted)
        return found if cause is None else found._replace(cause=cause)

    def rested(self, on: date) -> Iterator[tuple[Finding, Dependant]]:
        """The same, each with what it is about; as the cause only a line that was not read is named."""
        for one in inside(dependants(self.shelf, on)):
            if not in_force_without(*self.of_own(one.history.id), on, self.noted):
                continue
            made, last = self.records.get(one.history.id, {}), self.last[one.history.id]
            at, cause = stands_at(one.history, made, last), unread_end(self.traces, one.history)
            yield from ((told, one) for told in found_at(one, at, cause if cause != at.line else None))

    def of_own(self, history: str) -> tuple[History[Any], tuple[Suspect, ...]]:
        """The case with every record that it has, and its steps without force."""
        case: Any = self.shelf.case(history)
        return case, void_in(case, self.records.get(history, {}))

    @property
    def book(self) -> Casebook:
        """The cases as a book. Raises `WrongType` where only a part of them stands here."""
        return Casebook(self.profile, self.shelf)  # type: ignore[arg-type]  # what is no book is refused there

    def _missed(self, shelf: ChangingShelf, line: Line, reasons: Iterable[Verdict]) -> Missed | None:
        """What the file says of cases that the step names and that show nothing; None where there are none."""
        named = [one for one in reasons if one.rule == CASE_NAMED]
        return missed(self.traces, shelf, line, self.at, named) if named else None

    def _note(
        self, number: int, line: Line, taken: Taken, gone: Missed | None, found: Iterable[Finding]
    ) -> None:
        """Note for other cases that the line made no record, or one without an extract, and by which line."""
        if not (taken.cases or taken.again):
            broken = (one.cause for one in found if one.rule == BROKEN and one.cause is not None)
            stopped = Stopped(taken.event, next(broken, number))
            if not isinstance(taken.event, RecordAnnulled):
                self._stopped.setdefault(line.history, []).append(stopped)
            self.traces[0].stopped(self.at, line, stopped.because_of)
        elif gone is not None:
            for fact in gone.told:
                self.traces[0].lacked(self.at, line, gone.causes.get(fact, number))

    def _numbered(self, line: Line) -> Line:
        """The line; an annulment with the number that the record it is about has in the book."""
        if not isinstance(line.event, RecordAnnulled):
            return line
        of = self.shelf.case(line.history)
        made = self.records.get(line.history, {})
        version = 0 if of is None else of.version
        return in_book(line, version, made, self.lines)

    def _keep(self, number: int, line: Line, taken: Taken) -> None:
        """Note which record the line made, and that it is the latest of its case."""
        if taken.cases:
            self.shelf = self.shelf.with_cases(map(untold, taken.cases))
        event: Any = taken.event
        if taken.verdict.outcome is Outcome.VOID:
            self._void_lines.add(number)
            if isinstance(event, RecordAnnulled):
                self.without_force.add((line.history, number))
        of = line.history
        self.last[of] = LastLine(number, event.kind, event.on)
        records = self.records.setdefault(of, {})
        if taken.again:
            records[taken.place + 1] = number
        elif taken.cases:
            made = len(taken.history.records)
            self.records[of] = {one: at for one, at in records.items() if one < made} | {made: number}
        for case in taken.cases[1:]:
            self.last.setdefault(case.id, LastLine(number, "", event.on))
            if self._linked is not None:
                self._linked.setdefault(case.id, {})[case.version] = number

    def _finding(
        self, number: int, line: Line, taken: Taken, reason: Verdict, gone: Missed | None
    ) -> Finding:
        """The finding of one reason, with the line that it follows from."""
        if gone is not None and reason.rule == CASE_NAMED:
            reason = gone.told.get(str(reason.facts["fact"]), reason)
        counts = self._counts(number, line, taken, reason)
        if counts is not None:
            reason = lost(reason, counts)
        facts = {name: fact for name, fact in reason.facts.items() if name != "on"}
        if taken.verdict.outcome is Outcome.UNKNOWN and line.decision is not None:
            facts = {**reason.facts, "decided_by": line.decision.by}
        said = (line.history, reason.rule, Frozen(facts))
        cause = because_of(reason, counts, self._void_lines) or self._cause(number, taken, reason, said, gone)
        self._seen.setdefault(said, number)
        self._first.setdefault(said[:2], number)
        decided_by = facts.get("decided_by") if reason.outcome is Outcome.UNKNOWN else None
        if decided_by is not None:
            reason = settled(reason)
        text, told = (reason.text, Frozen(reason.facts)) if counts is None else in_file(reason, counts)
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
            None if decided_by is None else str(decided_by),
        )

    def _counts(self, number: int, line: Line, taken: Taken, reason: Verdict) -> Numbers | None:
        """How the file counts the records that the reason against an annulment tells of; None of any other step."""
        if self._linked is None or not isinstance(taken.event, RecordAnnulled):
            return None
        return numbers_of(reason, number, line, taken.event, self.records, self._linked, self.lines)

    def _cause(
        self, number: int, taken: Taken, reason: Verdict, said: tuple[Any, ...], gone: Missed | None
    ) -> int | None:
        """The line from which the reason follows: one that says the same, or that broke the chain.

        What a linked step of another case says follows from the void step without which it would not. A step of a
        contract and that of its certificate are one, so what is said of the one is said of the other. What asks for
        a case that the step names follows from the line because of which that has nothing to show.
        """
        one = (taken.history.id, *beside(self.shelf, taken.history, taken.event))
        cause = next((self._seen[key] for case in one if (key := (case, *said[1:])) in self._seen), None)
        if any(reason is told for verdict in taken.linked for told in against(verdict)):
            cause = behind_linked(self._before, taken, reason, self.noted) or cause
        elif reason.rule == BROKEN:
            cause = behind_step(taken.history, taken.event, self.noted) or self._of_one_step(one[1:]) or cause
        for rule in FOLLOWS.get(reason.rule, ()) if cause is None else ():
            cause = self._first.get((taken.history.id, rule), cause)
        if reason.rule == BROKEN:
            cause, made = self.traces[0].broken_by(taken.history, number) or cause, self._linked or {}
            cause = cause or behind_contract(taken, made.get(taken.history.id, {}), self._void_lines)
            return cause or self._unread(number, taken, reason)
        if cause is None and isinstance(void := reason.facts.get("void"), tuple):
            cases = (str(one) for one in void) if reason.rule == REPORT else ()
            void_lines = (line for one in cases if (line := self.void_line(one)) is not None)
            cause = first.line if (first := min(void_lines, default=None)) is not None else None
        if gone is not None:
            cause = gone.cause(reason) or cause
        return (
            cause
            or silent_because(self.traces, self.shelf, taken.verdict, reason, number)
            or self._unread(number, taken, reason)
        )

    def _of_one_step(self, cases: Iterable[str]) -> int | None:
        """The first line without force of the cases with which the step is one, where they are known here."""
        known = (case for case in cases if self.shelf.case(case) is not None)
        first = min((one for case in known for one in self.of_own(case)[1]), default=None)
        return None if first is None else first.line

    def _unread(self, number: int, taken: Taken, reason: Verdict) -> int | None:
        """The line that was not read and would have given what the reason misses."""
        return unread_behind(self.traces, self.shelf, taken.history, taken.event, reason, number)

    def void_line(self, history: str) -> VoidLine | None:
        """The first line that says without force how much a contract rendered; None where it is not known."""
        case = self.shelf.case(history)
        if case is None:
            return self.shelf.void_line(history) if isinstance(self.shelf, Apart) else None
        made = self.records.get(history, {})
        said = (at for at in void_amounts(case) if at + 1 in made)
        return next((VoidLine(case.records[at].event.on, history, made[at + 1]) for at in said), None)


REPORT = "reconciliation.report_agrees"
"""The rule that tells of a report, and which void steps of contracts it may differ by."""
FOLLOWS = {
    "reconciliation.could_serve": ("reconciliation.licence_runs", "standing.included"),
    "reconciliation.claim_served": ("reconciliation.of_contracts",),
}
"""Which rules say already, at an earlier step of the same case, what the rule says."""
BROKEN = "lifecycle.state"
"""The rule that refuses a step because of the state; it follows from what broke the chain before."""
