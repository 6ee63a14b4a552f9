"""Строки ядра (lines of the core): on disk in the order in which they are judged, so that they are held one by one.

>>> from tempfile import TemporaryDirectory
>>> with TemporaryDirectory() as folder:
...     [*CoreLines(Path(folder), KnownUntil(), there=False).steps()]
[]
"""

import heapq
from collections.abc import Iterator
from pathlib import Path

from law189.audit.lines.case_lines import CaseLines
from law189.audit.lines.not_read import NotRead
from law189.audit.lines.numbered import ON_THE_WAY
from law189.audit.lines.timed import KnownUntil
from law189.audit.parts.core import InTime, steps_of
from law189.audit.parts.parting import CORE
from law189.audit.parts.spill import PickledFile, lines_of_part, read_pickled
from law189.casebook.line import Line

__all__ = ["CoreLines"]


class CoreLines:
    """Строки ядра: `ahead` those at which other lines look before their time, held in memory; the rest on disk.

    `counted` are the lines of each case, and `unread` those that were not read. `there` is whether the core has
    lines. Raises OSError where the disk takes no more.
    """

    def __init__(self, folder: Path, until: KnownUntil, *, there: bool) -> None:
        self._folder, self._there, self._path = folder, there, folder / "core.steps"
        lines, self.unread = self._read()
        self.counted = CaseLines.counted(lines, self.unread)
        self.ahead: list[InTime] = []
        with PickledFile(self._path) as rest:
            for one in steps_of(lines, until):
                if type(one[2].event) in ON_THE_WAY:
                    self.ahead.append(one)
                else:
                    rest.put((one[0], one[2]))

    def _read(self) -> tuple[list[tuple[int, Line]], list[NotRead]]:
        lines, _, unread = lines_of_part(self._folder, CORE) if self._there else ([], {}, [])
        return lines, unread

    def all(self) -> list[tuple[int, Line]]:
        """Every line, those of one case in their order, also those that do not count on the day of the audit."""
        return self._read()[0]

    def steps(self) -> Iterator[InTime]:
        """The lines that count, in the order in which they are judged."""
        rest = ((at, at[2], line) for at, line in read_pickled(self._path))
        return heapq.merge(self.ahead, rest, key=lambda one: one[0])
