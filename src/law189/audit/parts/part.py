"""Часть книги (part): the audit of the cases of one part, each line with what it adds to the sums and asks of them.

A part is judged on its own cases and on the core, as that stood at each line. What only the sums of all parts say
is left open and asked; where it was answered before, it is judged by the answer. So a part is first judged as if
every sum were enough, and judged again only where one was not.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple, Self, TypeAlias

from law189.audit.finding import Finding
from law189.audit.lines.case_lines import CaseLines
from law189.audit.lines.not_read import NotRead
from law189.audit.lines.numbered import Coming, Traces
from law189.audit.lines.timed import KnownUntil, undone_of
from law189.audit.parts.core import CauseOpen, Core, FoundAt, steps_of
from law189.audit.parts.shelves import EMPTY, HalfShelf
from law189.audit.parts.versions import PlaceInTime
from law189.audit.stepwise import Audit
from law189.casebook.keys import Key
from law189.casebook.line import Line
from law189.casebook.rendered import Rendered
from law189.casebook.shelf import Changed, MemoryShelf
from law189.casebook.shelf.added import Added, OfCase, added, of_case, says_the_same
from law189.casebook.shelf.apart import Answer, Question
from law189.casebook.shelf.following import NO_CASE
from law189.cases.history import History
from law189.errors import FaultyInput
from law189.kinds.asked import inside
from law189.profile.profile import Profile
from law189.verdict import Verdict

__all__ = ["Asked", "PartAudit"]

_Answers: TypeAlias = Mapping[tuple[int, Question], tuple[Answer]]
"""To the questions of a line, by its number."""


class Asked(NamedTuple):
    """Заданный вопрос: what was asked, and the answer by which it was judged; none where it was left open."""

    number: int
    question: Question
    given: tuple[Answer, ...]


_Told: TypeAlias = tuple[PlaceInTime, tuple[Added | Asked, ...]]
"""What a line has added to the sums and asked of them, in the order in which it did."""


class _Turn:
    """Строка, которую судят: its place and number, the core beside it, the answers given and what was asked."""

    def __init__(self, core: Core, answers: _Answers) -> None:
        self.core, self._answers = core, answers
        self.at: PlaceInTime = (0, 0, 0)
        self.number = 0
        self.asked: list[tuple[int, Asked]] = []

    def ask(self, question: Question, place: int) -> tuple[Verdict, ...]:
        """What is judged by the answer, nothing where it was left open; asked after so many changes of the line."""
        given = self._answers.get((self.number, question), ())
        self.asked.append((place, Asked(self.number, question, given)))
        return tuple(verdict for one in given for verdict in question.judge(one, *question.facts))


class _PartShelf(HalfShelf):
    """Полка части: its own cases, and the core as it stood at the line that is judged."""

    def __init__(self, own: MemoryShelf, changes: tuple[Changed, ...], turn: _Turn) -> None:
        super().__init__(own, changes)
        self._turn = turn

    def _with(self, own: MemoryShelf, changes: tuple[Changed, ...]) -> Self:
        return type(self)(own, changes, self._turn)

    def case(self, history_id: str) -> History[Any] | None:
        return super().case(history_id) or self._turn.core.case(history_id, self._turn.at)

    def found(self, key: Key) -> tuple[str, ...]:
        return (*self._turn.core.found(key, self._turn.at), *super().found(key))

    def told(self, question: Question) -> tuple[Verdict, ...]:
        return self._turn.ask(question, len(self.changes))

    def rendered(self) -> Rendered:
        raise NotImplementedError  # reports are of the core


class PartAudit:
    """Проверка части: its findings, and what each line has added to the sums and asked of them."""

    def __init__(self, profile: Profile, core: Core, answers: _Answers) -> None:
        self._turn = _Turn(core, answers)
        self._traces = Traces()
        shelf = _PartShelf(EMPTY, (), self._turn)
        self._audit = Audit(profile, shelf=shelf, traces=(self._traces, core.traces))
        self._begun: dict[str, PlaceInTime] = {}
        self._said: dict[str, OfCase] = {}

    def steps(
        self, lines: list[tuple[int, Line]], until: KnownUntil, unread: Iterable[NotRead] = ()
    ) -> Iterator[tuple[str, FoundAt, _Told]]:
        """Of each line its history, its findings, and what it has added and asked.

        `unread` are the lines of the part that were not read.
        """
        turn, unread = self._turn, [*unread]
        for one in unread:
            self._traces.unread(one)
        self._audit.lines = CaseLines.counted(lines, unread)
        self._traces.come(lambda: (Coming(*one) for one in steps_of(lines, until)))
        for turn.at, turn.number, line in steps_of(lines, until):
            turn.asked.clear()
            self._audit.at = turn.at
            try:
                found: tuple[Finding | FaultyInput, ...] = tuple(self._audit.take(turn.number, line))
            except FaultyInput as error:
                yield line.history, (turn.at, (error,)), (turn.at, ())
                continue
            yield line.history, (turn.at, found), (turn.at, inside(self._told()))

    def _told(self) -> Iterator[Added | Asked]:
        shelf = self._audit.shelf
        assert isinstance(shelf, _PartShelf), "it was begun with one"
        for place, (before, after) in enumerate(shelf.changes):
            case = after.history
            begun = self._begun.setdefault(case.id, self._turn.at)
            yield from (asked for when, asked in self._turn.asked if when == place)
            had = NO_CASE if before is None else before.follows
            was = now = self._said.get(case.id)
            if before is None or not says_the_same(before.history, case):
                now = of_case(case, begun)
                if now is not None and now.contract:
                    now = now._replace(void=self._audit.void_line(case.id))
            more = added(was, now, had, after.follows)
            if now is not None:
                self._said[case.id] = now
            if more is not None:
                yield more
        yield from (asked for when, asked in self._turn.asked if when >= len(shelf.changes))
        self._audit.shelf = shelf.settled()

    def standing(self, on: date) -> Iterator[tuple[str, FoundAt]]:
        """The cases of the part that stand wrong at the end of the day, each with its history.

        What is wrong with a step of the core is not known yet: where the case rests on one of the core, the cause
        is left open.
        """
        self._turn.at = (1, 0, 0)
        shelf = self._audit.shelf
        assert isinstance(shelf, _PartShelf), "it was begun with one"
        for found, one in self._audit.rested(on):
            told: Finding | CauseOpen = CauseOpen(found, *self._audit.of_own(found.history), one.ground.id)
            if shelf.own.case(one.ground.id) is not None:
                told = self._audit.caused(found, one, on)
            yield found.history, ((1, *self._begun[found.history][1:]), (told,))

    def undone(self, lines: list[tuple[int, Line]], on: date) -> list[tuple[int, Line]]:
        """The lines of later days that were annulled by the day, after all steps."""
        found = undone_of(lines, self._audit.records, on, self._audit.without_force, self._audit.lines)
        return [(at, line) for at, line in lines if (line.history, at) in found and line.event.on > on]
