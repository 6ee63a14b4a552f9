"""Строки дела по счёту (lines of a case): which line of a file a step means that names a record by its number.

A clerk counts the lines that the file has of the case, from the first on. Every line counts: also one whose step
was refused or has no force, one that is done anew later, and one that could not be read as long as it tells its
case. So a number means the same line to every command, whatever became of the lines before it.

>>> lines = CaseLines()
>>> for number, history in ((1, "a1"), (2, "k1"), (4, "a1")):
...     lines.add(history, number)
>>> lines.line("a1", 2), lines.line("a1", 3), lines.place("a1", 4)
(4, None, 2)
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Self

from law189.audit.lines.not_read import NotRead
from law189.casebook.line import Line

__all__ = ["CaseLines"]


class CaseLines:
    """Строки дел: of each case the numbers of its lines in the file, in their order."""

    def __init__(self) -> None:
        self._of: dict[str, array[int]] = {}

    @classmethod
    def counted(cls, lines: Iterable[tuple[int, Line]], unread: Iterable[NotRead] = ()) -> Self:
        """The lines, and those that were not read."""
        found = cls()
        for number, line in lines:
            found.add(line.history, number)
        for one in unread:
            found.add(one.history, one.line)
        return found

    def add(self, history: str, number: int) -> None:
        """Count a line of the case; once, however often it is told."""
        of = self._of.setdefault(history, array("Q"))
        if not of or number > of[-1]:
            of.append(number)
        elif of[at := bisect_left(of, number)] != number:
            of.insert(at, number)

    def of(self, history: str) -> Sequence[int]:
        """The lines of the case."""
        return self._of.get(history, ())

    def line(self, history: str, place: int) -> int | None:
        """The line that is the record of that number, counted from 1; None where the case has not so many."""
        of = self.of(history)
        return of[place - 1] if 0 < place <= len(of) else None

    def place(self, history: str, number: int) -> int:
        """The number of the record that the line is, counted from 1."""
        return bisect_left(self.of(history), number) + 1
