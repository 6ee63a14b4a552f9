"""Проиграть заново (replay): histories out of a file of lines, every step judged anew.

A line is one step of one history: `history`, `lifecycle`, the event's `kind`, its day and its facts, and
where it is so the `decision` of a named office and the `expected_version` of the history. Any number of
histories and lifecycles stand mixed in one file. A line with faults and a step that is refused stop nothing.

Each case is judged alone, by what its lines hand in, as long as no line names another case by `refers_to`. A file
with such a line is one book of cases, and every step of it is judged beside all of them.

>>> from law189.profile.loader import load_profile
>>> convened = {"history": "2023-10-02", "lifecycle": "meeting", "kind": "convened", "on": "2023-09-29",
...             "by": "chair", "held_on": "2023-10-02"}
>>> steps = Replay(load_profile("kemerovo"), "steps.jsonl")
>>> step = steps.take(1, LINE.validate_python(convened))
>>> step.accepted, step.history.state
(True, 'convened')
"""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from law189.audit.lines.case_lines import CaseLines
from law189.audit.lines.filed import Filed, as_the_file_counts, names_a_case
from law189.audit.lines.in_file import in_book, numbers_of, verdict_in_file
from law189.audit.lines.not_read import not_read
from law189.audit.lines.timed import in_time
from law189.audit.names import Names
from law189.casebook.cycles import CYCLES
from law189.casebook.line import LINE, Line
from law189.cases.history import Decision, Event, History, RecordAnnulled, untold
from law189.cases.ids import AlikeIds
from law189.cases.lifecycle import Duty, Lifecycle, Option
from law189.errors import Conflict, Fault, FaultyInput, Refused
from law189.files.disk import read_lines
from law189.files.given import Source
from law189.files.nodes import capped, key_of
from law189.kinds import must_be
from law189.kinds.asked import asked, methods_asked
from law189.law import Text
from law189.profile.profile import Profile
from law189.verdict import Outcome, Verdict, plain

__all__ = ["Replay", "Step", "duty_as_json", "option_as_json"]


class Step(NamedTuple):
    """Шаг: the history after it, the event, whether it was recorded, the verdict, and who decided it."""

    history: History[Any]
    event: Event
    accepted: bool
    verdict: Verdict
    decision: Decision | None = None

    @property
    def kind(self) -> str:
        """The kind of the event."""
        return str(type(self.event).model_fields["kind"].default)

    @property
    def decided(self) -> Decision | None:
        """The decision that the step rests on; None where it needed none."""
        return self.decision if self.verdict.outcome is Outcome.UNKNOWN else None

    def as_json(self) -> dict[str, Any]:
        """The step as plain JSON values."""
        return {
            "history": self.history.id,
            "lifecycle": self.history.lifecycle,
            "kind": self.kind,
            "on": self.event.on.isoformat(),
            "state": self.history.state,
            "accepted": self.accepted,
            "verdict": self.verdict.as_json(),
        }


@methods_asked
class Replay:
    """Проигрывание: the histories of one file, as far as its steps were taken.

    Where `keeps` is false the histories hold the rule and the outcome of each verdict and no more: each step still
    has its whole verdict when it is taken. Where the cases stand `together` they are one book from the first line;
    else each is judged alone, until a line names another case by `refers_to`. Then the earlier lines are put into
    the book, and `anew` are those of which it says otherwise.
    """

    def __init__(self, profile: Profile, file: str, *, keeps: bool = True, together: bool = False) -> None:
        self.profile, self.file, self._keeps = must_be(profile, Profile), must_be(file, str), keeps
        self._lines = CaseLines()
        self._made: dict[str, dict[int, int]] = {}
        self._book = self._filed() if must_be(together, bool) else None
        self._alone: list[tuple[int, Line, tuple[bool, Outcome]]] = []
        self._names = Names(profile)
        self.histories: dict[str, History[Any]] = {}
        self._begun: dict[str, int] = {}
        self.alike = AlikeIds()
        self.anew: list[tuple[int, Step | FaultyInput]] = []

    @property
    def together(self) -> bool:
        """Whether the steps are judged as one book of cases."""
        return self._book is not None

    def _filed(self) -> Filed:
        return Filed(self.profile, keeps=self._keeps, lines=self._lines)

    def of_lines(self, on: date | None = None) -> tuple[History[Any], ...]:
        """The histories by their own lines alone, on a day where one is given: records count as the file does."""
        if self._book is not None:
            return tuple(self._book.of_lines(on))
        made, lines = self._made, self._lines
        return tuple(
            as_the_file_counts(one, made.get(one.id, {}), lines, on) for one in self.histories.values()
        )

    def read(self, file: Source) -> Iterator[tuple[int, Step | FaultyInput]]:
        """Each line of the file with its number: the step it took, or what is wrong with the line.

        The lines of a book are taken in the order of their days, all others as they come. Of a stream that names
        another case in a later line, an earlier line is told once more where the book says otherwise of it. Raises
        `FaultyInput` where the file does not open.
        """
        if self._book is None and not self._alone and names_a_case(file):
            self._book = self._filed()
        lines = read_lines(file, LINE, lambda line: self._names.of(line.event))
        if self._book is None:
            for number, line in lines:
                taken = (
                    self._unread(number, line) if isinstance(line, FaultyInput) else self._taken(number, line)
                )
                yield from self.anew
                self.anew.clear()
                yield number, taken
            return
        found: list[tuple[int, Line]] = []
        for number, line in lines:
            if isinstance(line, FaultyInput):
                yield number, self._unread(number, line)
            else:
                self._lines.add(line.history, number)
                found.append((number, line))
        for number, line in in_time(found):
            yield number, self._taken(number, line)

    def _unread(self, number: int, refused: FaultyInput) -> FaultyInput:
        """The refused line, counted among those of its case."""
        if told := not_read(number, refused):
            self._lines.add(told.history, number)
        return refused

    def _taken(self, number: int, line: Line) -> Step | FaultyInput:
        """The step of the line, or why it is none."""
        try:
            return self.take(number, line)
        except FaultyInput as error:
            return error

    def take(self, number: int, line: Line) -> Step:
        """Take the step of one line. A refused step moves nothing.

        Raises `FaultyInput` where the line names a seat, an actor or a kind of question that the profile does not
        know, and where the history is of another lifecycle or has another version than expected.
        """
        self._lines.add(must_be(line, Line).history, must_be(number, int))
        wrong = [
            Fault(self.file, number, 1, key_of(loc[:2]), said) for loc, said in self._names.of(line.event)
        ]
        if wrong:
            raise FaultyInput(capped(wrong, self.file))
        cycle = CYCLES[line.lifecycle]
        history = self.histories.get(line.history)
        if history is None:
            history = self.histories[line.history] = cycle.begin(line.history)
            self._begun[line.history] = number
            self.alike.read(number, line.history)
        if history.lifecycle != cycle.name:
            raise self._fault(
                number, "lifecycle", _other_lifecycle(history, self._begun[line.history], cycle)
            )
        if self._book is None and line.refers_to:
            self._put_together()
        return self._by_itself(number, line, history) if self._book is None else self._beside(number, line)

    def _by_itself(self, number: int, line: Line, history: History[Any]) -> Step:
        """The step of the line, judged in its case alone."""
        made = self._made.setdefault(line.history, {})
        event = in_book(line, history.version, made, self._lines).event
        moved = self._advanced(number, line, history, event)
        after, verdict = (
            (history, moved) if isinstance(moved, Verdict) else (moved, moved.records[-1].verdict)
        )
        if isinstance(event, RecordAnnulled):
            none: dict[str, dict[int, int]] = {}
            of = event, {line.history: made}, none, self._lines
            verdict = verdict_in_file(verdict, lambda one: numbers_of(one, number, line, *of))
        if after is not history:
            self.histories[line.history] = after if self._keeps else untold(after)
            made[after.version] = number
        step = Step(after, line.event, after is not history, verdict, line.decision)
        self._alone.append((number, line, (step.accepted, step.verdict.outcome)))
        return step

    def _put_together(self) -> None:
        """From now on the cases are one book; `anew` are the earlier lines of which it says otherwise."""
        self._book = self._filed()
        self.histories = {one.id: CYCLES[one.lifecycle].begin(one.id) for one in self.histories.values()}
        for number, line, said in self._alone:
            try:
                step = self._beside(number, line)
            except FaultyInput as error:
                self.anew.append((number, error))
                continue
            if (step.accepted, step.verdict.outcome) != said:
                self.anew.append((number, step))
        self._alone.clear()

    def _beside(self, number: int, line: Line) -> Step:
        """The step of the line, judged beside all cases of the file."""
        assert self._book is not None, "the cases stand together"
        try:
            taken = self._book.take(number, line)
        except Conflict as conflict:
            raise self._fault(number, "expected_version", _other_version(conflict)) from None
        for case in taken.cases:
            self.histories[case.id] = case if self._keeps else untold(case)
        return Step(taken.history, taken.event, taken.accepted, taken.verdict, line.decision)

    def _advanced(
        self, number: int, line: Line, history: History[Any], event: Event
    ) -> History[Any] | Verdict:
        """The history after the step, or why it is refused."""
        try:
            return CYCLES[line.lifecycle].advance(
                history,
                event,
                self.profile,
                decision=line.decision,
                expected_version=line.expected_version,
            )
        except Conflict as conflict:
            raise self._fault(number, "expected_version", _other_version(conflict)) from None
        except Refused as refused:
            return refused.verdict

    def _fault(self, number: int, key: str, words: Text) -> FaultyInput:
        return FaultyInput([Fault(self.file, number, 1, key, words)])


def _other_lifecycle(history: History[Any], begun: int, cycle: Lifecycle[Any]) -> Text:
    was, now = history.lifecycle, cycle.name
    return Text(
        f"история «{history.id}» начата в строке {begun} как {was}, а здесь {now}; дайте другой номер истории",
        f"the history «{history.id}» was begun in line {begun} as {was}, and here it is {now}; "
        "give another history id",
    )


def _other_version(conflict: Conflict) -> Text:
    expected, found = conflict.expected, conflict.found
    return Text(
        f"ожидалась версия {expected}, а у истории версия {found}; сверьте, чего не хватает, и судите шаг заново",
        f"version {expected} was expected, but the history has version {found}; see what it lacks and judge anew",
    )


# ─── Ответы в JSON ───────────────────────────────────────────────────────────────────────────────────────


@asked
def option_as_json(option: Option) -> dict[str, Any]:
    """A possible step as plain JSON values; `permitted` says whether nothing known stops it."""
    return {
        "kind": option.kind,
        "title": plain(option.title),
        "target": option.target,
        "by": None if option.by is None else list(option.by),
        "document": None if option.document is None else option.document.value,
        "needs": [fact.name for fact in option.needs],
        "facts": [fact.as_json() for fact in option.needs],
        "permitted": not option.verdict.stops,
        "verdict": option.verdict.as_json(),
    }


@asked
def duty_as_json(duty: Duty) -> dict[str, Any]:
    """An open duty as plain JSON values; `ends` says the last day, or why it is absent."""
    return {
        "kind": duty.kind,
        "title": plain(duty.title),
        "last_day": duty.last_day and duty.last_day.isoformat(),
        "ends": plain(duty.ends.text),
        "overdue": duty.overdue,
        "which": duty.which and plain(duty.which),
        "against": [plain(part.text) for part in duty.against],
        "cites": [plain(cite) for cite in duty.cites],
    }
