"""Ядро рядом с суммами (added up): of each line of the core, whether the sums of all parts say what it was told.

As long as they do, nothing of it is judged again: its cases stand as the line left them. From the first line on of
which the sums say otherwise the core is judged anew.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

from law189.audit.parts.core import CoreAudit, CoreLine, FoundAt, InTime
from law189.audit.parts.shelves import EMPTY, CoreShelf, CoreTurn
from law189.audit.parts.sums import Sums
from law189.cases.history import History
from law189.verdict import Verdict

__all__ = ["Anew", "CoreBeside"]

Anew: TypeAlias = Callable[[], tuple[CoreAudit, Iterator[InTime]]]
"""It gives the core beside the same sums, of which no line was judged yet, and its lines."""


class CoreBeside:
    """Ядро рядом с суммами: `shelf` has its cases at the line that was taken last.

    `audit` is how the core was judged, and `anew` begins to judge it once more; `found` is what was found where it
    was, None where it was not.
    """

    def __init__(self, audit: CoreAudit, sums: Sums, anew: Anew) -> None:
        self.audit, self._anew = audit, anew
        self.found: list[FoundAt] | None = None
        self._steps: Iterator[InTime] = iter(())
        self.shelf = CoreShelf(EMPTY, (), sums, audit.begun, CoreTurn())
        self._changes = Counter[str]()

    def take(self, line: CoreLine) -> None:
        """Take the next of the lines, as they were judged."""
        if self.found is None:
            if self._as_told(line):
                return
            self.found = self._until(line)
        at, number, step = next(self._steps)
        if several := self.audit.take(at, number, step):
            self.found.append((at, several))
        self.shelf = self.audit.shelf

    def _as_told(self, line: CoreLine) -> bool:
        """Whether the sums say what the line was told; then the cases stand as it left them."""
        shelf, changed = self.shelf, iter(line.changed)
        for one in line.asked:
            while len(shelf.changes) < one.place:
                shelf = shelf.with_cases([self._next(next(changed))])
            if _said(shelf.answered(one.of)) != _said(one.told):
                return False
        for history in changed:
            shelf = shelf.with_cases([self._next(history)])
        self.shelf = shelf.settled()
        return True

    def _next(self, history: str) -> History[Any]:
        """The case after its next change."""
        self._changes[history] += 1
        return self.audit.core.version(history, self._changes[history] - 1)

    def _until(self, last: CoreLine) -> list[FoundAt]:
        """The findings of the lines before that one, each judged by what it was told."""
        found, before = list[FoundAt](), self.audit.lines
        self.audit, self._steps = self._anew()
        self.shelf = self.audit.shelf
        for line in before:
            if line is last:
                break
            at, number, step = next(self._steps)
            if several := self.audit.take(at, number, step, line.asked):
                found.append((at, several))
        return found


def _said(told: Any) -> Any:
    """What was told, as it is written: 72 and 72.0 are told otherwise."""
    return [one.as_json() if isinstance(one, Verdict) else one for one in told or ()]
