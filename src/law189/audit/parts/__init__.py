"""Проверка по частям (audit in parts): the same findings as of one book, with as little memory and as many cores.

The lines are parted by their histories in temporary files, and each part is audited by itself, in a process of its
own where there are several `jobs`. What only many parts show comes from a second pass over what their lines have
added to the sums and asked of them; a part with a sum that was not enough is audited again with the answer, until
nothing changes. The findings come in the order of `law189.audit.bulk.audit`.

What every part needs is held in memory: the core (see `law189.audit.parts.parting`), and of each part its own
lines. A part of more cases that name one another than `memory` has room for is still held whole.
"""

import heapq
import tempfile
from collections import deque
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from concurrent.futures import BrokenExecutor
from datetime import date
from itertools import chain
from pathlib import Path
from types import NoneType
from typing import Any

from law189.audit.bulk import audit
from law189.audit.finding import Finding
from law189.audit.lines.not_read import NotRead, known_of
from law189.audit.lines.timed import KnownUntil, undone_of
from law189.audit.parts.core import CauseOpen, Core, CoreAudit, FoundAt
from law189.audit.parts.core_lines import CoreLines
from law189.audit.parts.judged_part import JudgedPart, Read
from law189.audit.parts.part import Asked
from law189.audit.parts.parting import CORE
from law189.audit.parts.spill import Spill, no_room
from law189.audit.parts.sums import Sums
from law189.audit.parts.workers import Workers, ended
from law189.casebook.line import Line, LineNumber
from law189.casebook.shelf.added import Added
from law189.casebook.shelf.apart import answer_of
from law189.errors import FaultyInput
from law189.kinds import must_be
from law189.kinds.asked import asked
from law189.profile.profile import Profile
from law189.verdict import Outcome

__all__ = ["MEMORY", "audit_parts"]

MEMORY = 16 << 20
"""How many bytes of memory the lines of the parts take, of all that are audited at once."""
OF_A_LINE = 12
"""How many bytes of memory a byte of a line on disk takes while its part is audited."""
MOST = 1024
"""So many parts there are at most."""
FEW = 2000
"""So many lines are audited at once, without other processes."""


@asked
def audit_parts(
    lines: Iterable[tuple[LineNumber, Line | NotRead | FaultyInput]],
    profile: Profile,
    *,
    on: date | None = None,
    jobs: int = 1,
    memory: int = MEMORY,
    later: Callable[[int, Line], None] | None = None,
) -> Iterator[Finding | FaultyInput]:
    """The findings of `audit`, where the lines have no room in memory, or there are several cores.

    A line that was not read may be given as its faults, which are told first, or as what is known of it.

    `later` is as in `audit`. `jobs` processes work at once; `memory` is how many bytes their lines may take
    together. Where the disk has no room for the temporary files, what was found so far comes first, and then
    `FaultyInput` that says so.
    """
    must_be(profile, Profile)
    must_be(on, date, NoneType)
    told: list[FaultyInput] = []
    read = known_of(lines, told)
    return _audited(read, told, profile, on, max(1, must_be(jobs, int)), max(1, must_be(memory, int)), later)


def _audited(
    lines: Iterable[tuple[int, Line | NotRead]],
    told: list[FaultyInput],
    profile: Profile,
    on: date | None,
    jobs: int,
    memory: int,
    later: Callable[[int, Line], None] | None,
) -> Iterator[Finding | FaultyInput]:
    ahead, held = iter(lines), deque[tuple[int, Line | NotRead]]()
    most = FEW if jobs > 1 else max(FEW, memory // 10_000)
    for one in ahead:
        held.append(one)
        if len(held) >= most:
            break
    else:
        yield from told
        yield from audit(held, profile, on=on, later=later)
        return
    try:
        with tempfile.TemporaryDirectory(prefix="law189-") as name:
            folder = Path(name)
            day, parts, annulled = _spilt(chain(_drained(held), ahead), folder, on, jobs, memory)
            yield from told
            undone: list[tuple[int, Line]] = []
            if on is not None and annulled:
                undone = _Settling(folder, profile, KnownUntil(), day, parts, jobs, undone=True).lines_undone(
                    on
                )
            if later is not None:
                deque((later(*one) for one in undone), maxlen=0)
            until = KnownUntil(on, frozenset((line.history, number) for number, line in undone))
            yield from _Settling(folder, profile, until, day, parts, jobs).findings()
    except OSError as error:
        yield no_room(error)
    except BrokenExecutor:
        yield ended()


def _drained(held: deque[tuple[int, Line | NotRead]]) -> Iterator[tuple[int, Line | NotRead]]:
    while held:
        yield held.popleft()


def _spilt(
    lines: Iterable[tuple[int, Line | NotRead]], folder: Path, on: date | None, jobs: int, memory: int
) -> tuple[date, list[int], bool]:
    """The latest day of the lines, their parts, and whether lines of later days may be annulled."""
    day, spill = on or date.min, Spill(folder, on)
    try:
        for number, line in lines:
            spill.put(number, line)
            if on is None and isinstance(line, Line):
                day = max(day, line.event.on)
        at_once = spill.bytes * OF_A_LINE * jobs // memory
        parts = spill.part(min(MOST, max(jobs * 4 if jobs > 1 else 1, at_once)))
        return day, parts, spill.annulled
    finally:
        spill.close()


class _Settling:
    """Сведение частей: the core and the parts, judged until every answer that they were judged by is right.

    With `undone` it is for the lines that were annulled, which may be of later days than `day`: what stands wrong
    at the end of that day is not asked.
    """

    def __init__(
        self,
        folder: Path,
        profile: Profile,
        until: KnownUntil,
        day: date,
        parts: list[int],
        jobs: int,
        *,
        undone: bool = False,
    ) -> None:
        self._folder, self._profile, self._until, self._day = folder, profile, until, day
        self._jobs, self._undone = jobs, undone
        self._records: Mapping[str, Mapping[int, int]] = {}
        self._void: Container[tuple[str, int]] = ()
        self._beside: CoreAudit | None = None
        self._parts = {one: JudgedPart(folder, one) for one in parts if one != CORE}
        self._lines = CoreLines(folder, until, there=CORE in parts)
        self._of_core: list[FoundAt] = []

    def findings(self) -> Iterator[Finding | FaultyInput]:
        """Every finding, in the order of the lines; where it is broken off, those of the parts that are done."""
        try:
            with Workers(self._folder, self._profile, self._jobs) as workers:
                self._settle(workers)
        except (KeyboardInterrupt, OSError, BrokenExecutor):
            yield from self._found()
            raise
        yield from self._found()

    def lines_undone(self, on: date) -> list[tuple[int, Line]]:
        """The lines of days later than `on` that were annulled by it."""
        with Workers(self._folder, self._profile, self._jobs) as workers:
            self._settle(workers)
        lines = self._lines.all()
        found = undone_of(lines, self._records, on, self._void, self._lines.counted)
        own = [one for one in lines if (one[1].history, one[0]) in found and one[1].event.on > on]
        return [*own, *(one for part in self._parts.values() for _, _, _, one in part.read("undone"))]

    def _found(self) -> Iterator[Finding | FaultyInput]:
        of_parts = (part.read("found") for part in self._parts.values() if part.done)
        own: Iterator[Read] = ((at, None, 0, found) for at, found in self._of_core)
        merged = heapq.merge(own, *of_parts, key=lambda one: one[0])
        return (self._caused(one) for _, _, _, several in merged for one in several)

    def _caused(self, one: Finding | FaultyInput | CauseOpen) -> Finding | FaultyInput:
        """The finding with its cause; broken off while the core is judged, it has none of the core."""
        if not isinstance(one, CauseOpen):
            return one
        return one.finding if self._beside is None else self._beside.caused(one, self._day)

    def _settle(self, workers: Workers) -> None:
        core, turn = self._alone(), 0
        shown = core.shown()
        ahead: dict[int, frozenset[int] | None] = dict.fromkeys(self._parts)
        while ahead:
            workers.put(turn, core)
            tasks = [
                self._parts[one].task(turn, self._until, self._day, only, self._undone)
                for one, only in sorted(ahead.items())
            ]
            for part in workers.run(tasks):
                self._parts[part].done = True
            if None not in ahead.values() and not any(self._parts[one].told_otherwise() for one in ahead):
                return  # the sums are the same, and so is every answer that they were judged by
            del core  # there is room for one
            self._beside = None
            workers.drop()
            core, wrong = self._summed()
            ahead = {one: frozenset(labels) for one, labels in wrong.items()}
            if (now := core.shown()) != shown:
                shown, turn, ahead = now, turn + 1, dict.fromkeys(self._parts)

    def _core(self, sums: Sums) -> CoreAudit:
        """The core, of which no line was judged yet."""
        lines = self._lines
        return CoreAudit(self._profile, sums, lines.ahead, lines.unread, lines.counted)

    def _alone(self) -> Core:
        """The core, judged as if no part added anything to the sums."""
        with Sums() as sums:
            asked = self._core(sums)
            self._of_core = [
                (at, told)
                for at, number, line in self._lines.steps()
                if (told := asked.take(at, number, line))
            ]
            self._of_core += () if self._undone else asked.standing(self._day)
        self._judged(asked)
        return asked.core

    def _summed(self) -> tuple[Core, dict[int, set[int]]]:
        """The core beside the sums of all parts, and the labels of each part that have to be judged anew."""
        path = self._folder / "sums"
        path.unlink(missing_ok=True)
        with Sums(path) as sums:
            return self._added_up(sums)

    def _added_up(self, sums: Sums) -> tuple[Core, dict[int, set[int]]]:
        """The same, with what every part added put to the sums."""
        wrong = dict[int, set[int]]()
        found, asked = list[FoundAt](), self._core(sums)
        own: Iterator[Read] = ((at, None, 0, (number, line)) for at, number, line in self._lines.steps())
        of_parts = (part.read("told") for part in self._parts.values())
        for at, part, label, told in heapq.merge(own, *of_parts, key=lambda one: one[0]):
            if part is None:
                if several := asked.take(at, *told):
                    found.append((at, several))
                continue
            for one in told:
                if isinstance(one, Added):
                    sums.add(one)
                elif (needed := _needed(one, asked)) is not _SAME:
                    part.answered((one.number, one.question), needed)
                    wrong.setdefault(part.number, set()).add(label)
        self._of_core = found
        self._of_core += () if self._undone else asked.standing(self._day)
        self._judged(asked)
        return asked.core, wrong

    def _judged(self, core: CoreAudit) -> None:
        """Note what the lines of the core made, and for what follows from them how its cases stand."""
        if self._undone:
            self._records, self._void = core.audit.records, core.audit.without_force
        self._beside = core


_SAME: Any = object()


def _needed(one: Asked, beside: CoreAudit) -> Any:
    """By which answer the question has to be judged, none where it needs none; `_SAME` where it was judged so."""
    answer = answer_of(beside.shelf, one.question.of)
    judged = one.question.judge(answer, *one.question.facts)
    needed = (answer,) if any(verdict.outcome is not Outcome.HOLDS for verdict in judged) else ()
    return _SAME if str(needed) == str(one.given) else needed
