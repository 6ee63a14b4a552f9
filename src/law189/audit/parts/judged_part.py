"""Часть, как её судили (judged part): when each of its cases was judged last, and what was found and told then.

What a part has found and told is on the disk, each time in files of its own; of a case that was judged again, the
last time counts.
"""

import heapq
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import zip_longest
from pathlib import Path
from typing import Any, TypeAlias

from law189.audit.lines.timed import KnownUntil
from law189.audit.parts.part import Asked
from law189.audit.parts.spill import read_pickled
from law189.audit.parts.versions import PlaceInTime
from law189.audit.parts.workers import Task
from law189.casebook.shelf.added import Added
from law189.casebook.shelf.apart import Answer, Question

__all__ = ["JudgedPart", "Read"]


class JudgedPart:
    """Часть, как её судили: which time is the last for each label, and what is answered to its questions."""

    def __init__(self, folder: Path, number: int) -> None:
        self._folder, self.number = folder, number
        self.answers: dict[tuple[int, Question], tuple[Answer]] = {}
        self._first = self._times = 0
        self._latest: Mapping[int, int] = {}
        self._before: Mapping[int, int] = {}
        self.done = False

    def task(
        self, core: int, until: KnownUntil, day: date, only: frozenset[int] | None, undone: bool
    ) -> Task:
        """To judge the part once more, whole or those labels alone; what was judged of them before is void."""
        time = self._times
        self._times += 1
        self._before = self._latest
        if only is None:
            self._first, self._latest, self.done = time, {}, False
        else:
            self._latest = {**self._latest, **dict.fromkeys(only, time)}
        return Task(self.number, time, core, until, day, self.answers, only, undone)

    def read(self, kind: str) -> Iterator["Read"]:
        """What was found or told of the part, by the order of lines, each with its place and its label."""
        return self._read(kind, self._latest, self._times)

    def told_otherwise(self) -> bool:
        """Whether those that were judged last have now added or asked anything else than the time before."""
        anew = {label for label, time in self._latest.items() if time == self._times - 1}
        was, now = (
            (
                (at, _asked_of(told))
                for at, _, label, told in self._read("told", latest, times)
                if label in anew
            )
            for latest, times in ((self._before, self._times - 1), (self._latest, self._times))
        )
        return any(one != other for one, other in zip_longest(was, now))

    def _read(self, kind: str, latest: Mapping[int, int], times: int) -> Iterator["Read"]:
        several = (self._of(time, kind, latest) for time in range(self._first, times))
        return heapq.merge(*several, key=lambda one: one[0])

    def _of(self, time: int, kind: str, latest: Mapping[int, int]) -> Iterator["Read"]:
        path = self._folder / f"{self.number}.{time}.{kind}"
        for label, at, told in read_pickled(path) if path.exists() else ():
            if latest.get(label, self._first) == time:
                yield at, self, label, told

    def answered(self, question: tuple[int, Question], answer: tuple[Answer] | tuple[()]) -> None:
        """Note by what the question has to be judged; nothing where it may be left open."""
        if answer:
            self.answers[question] = answer
        else:
            del self.answers[question]


Read: TypeAlias = tuple[PlaceInTime, JudgedPart | None, int, Any]
"""What was read back: its place, the part (None for the core), its label, and what was found or told."""


def _asked_of(told: tuple[Added | Asked, ...]) -> tuple[Added | Asked, ...]:
    """What was added and asked, whatever the answer was."""
    return tuple(one._replace(given=()) if isinstance(one, Asked) else one for one in told)
