"""Строки на диске (spill): the lines of a file too large for memory, parted by their histories in temporary files.

They are written once by history and once by part; a part is then read whole, and no more of them at once.
"""

import pickle
import tempfile
from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path
from struct import Struct
from typing import IO, Any, Self

from law189.audit.lines.not_read import NotRead
from law189.audit.parts.parting import CORE, Companions, node_of
from law189.casebook.line import Line
from law189.cases.history import RecordAnnulled
from law189.errors import Fault, FaultyInput
from law189.law import Text

__all__ = ["PickledFile", "Spill", "lines_of_part", "no_room", "read_pickled"]

BUCKETS = 64
ROOM = 1 << 20
"""So many bytes of all parts wait to be written."""
HEAD = Struct("<QQIB")
"""Of each line its history, in a part the label of all that go together, its number, its size, and what it is."""
LATER, ANNULS = 1, 2
"""What a line is: of a later day than that of the audit, or one that annuls a record."""


class Spill:
    """Разложенные строки: takes lines, and then parts them.

    `annulled` says whether a case with lines of later days than `on` has an annulment, once they are parted.
    """

    def __init__(self, folder: Path, on: date | None = None) -> None:
        self._folder, self._on, self.annulled = folder, on, False
        self._together = Companions(folder, BUCKETS)
        self._files: list[IO[bytes]] = [(folder / f"lines.{one}").open("wb") for one in range(BUCKETS)]
        self.bytes = 0

    def put(self, number: int, line: Line | NotRead) -> None:
        """Keep a line, or what is known of one that was not read."""
        history, data = node_of(line.history), pickle.dumps(line, pickle.HIGHEST_PROTOCOL)
        self._together.add(history, line)
        self._files[history % BUCKETS].write(HEAD.pack(history, number, len(data), self._kind(line)) + data)
        self.bytes += len(data)

    def _kind(self, line: Line | NotRead) -> int:
        if isinstance(line, NotRead):
            return 0
        event = line.event
        later = LATER if self._on is not None and event.on > self._on else 0
        return later | (ANNULS if isinstance(event, RecordAnnulled) else 0)

    def part(self, parts: int) -> list[int]:
        """Write the lines by part, the core as 0 and the others from 1; which parts have lines."""
        for file in self._files:
            file.close()
        labels = self._together.labels()
        out: dict[int, _Out] = {}
        for bucket in range(BUCKETS):
            of, path = labels(bucket), self._folder / f"lines.{bucket}"
            kinds: dict[int, int] = {}
            with path.open("rb") as file:
                while head := file.read(HEAD.size):
                    history, number, size, kind = HEAD.unpack(head)
                    if kind:
                        kinds[history] = kinds.get(history, 0) | kind
                    label = of[history] if history in of else history  # noqa: SIM401  # `get` may give None to a type checker
                    part = 0 if label == CORE else 1 + label % parts
                    if part not in out:
                        out[part] = _Out(self._folder / f"{part}.lines", ROOM // parts)
                    out[part].write(HEAD.pack(label, number, size, kind) + file.read(size))
            path.unlink()
            self.annulled = self.annulled or LATER | ANNULS in kinds.values()
        for one in out.values():
            one.close()
        return sorted(out)

    def close(self) -> None:
        """Close what is open."""
        for file in self._files:
            file.close()


class _Out:
    """A file that is opened for a while only, so that there may be many; so many bytes of it are held at once."""

    def __init__(self, path: Path, at_once: int) -> None:
        self._path, self._at_once, self._held = path, at_once, bytearray()

    def write(self, data: bytes) -> None:
        self._held += data
        if len(self._held) >= self._at_once:
            self.close()

    def close(self) -> None:
        with self._path.open("ab") as file:
            file.write(self._held)
        self._held.clear()


def lines_of_part(
    folder: Path, part: int, only: Collection[int] | None = None
) -> tuple[list[tuple[int, Line]], dict[str, int], list[NotRead]]:
    """The lines of a part, those of one history in their order, the label of each history, and what was not read.

    Where labels are given, only the lines that have one of them.
    """
    found, labels, unread = list[tuple[int, Line]](), dict[str, int](), list[NotRead]()
    with (folder / f"{part}.lines").open("rb") as file:
        while head := file.read(HEAD.size):
            label, number, size, _ = HEAD.unpack(head)
            data = file.read(size)
            if only is None or label in only:
                line = pickle.loads(data)  # noqa: S301  # our own, of this very run
                labels[line.history] = label
                if isinstance(line, NotRead):
                    unread.append(line)
                else:
                    found.append((number, line))
    return found, labels, unread


class PickledFile:
    """Файл ответов: what was put into it one after the other; a context that closes it."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("wb")

    def put(self, one: Any) -> None:
        """Keep one more."""
        pickle.dump(one, self._file, pickle.HIGHEST_PROTOCOL)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()


def read_pickled(path: Path) -> Iterator[Any]:
    """What was put into the file, one after the other.

    Many such files are read side by side, so none has a buffer; a pickle knows how much of the file it takes.
    """
    with path.open("rb", buffering=0) as file:
        while True:
            try:
                yield pickle.load(file)  # noqa: S301  # our own, of this very run
            except EOFError:
                return


def no_room(error: OSError) -> FaultyInput:
    """That the temporary files are not written or read, and what to do."""
    why = error.strerror or str(error)
    words = Text(
        f"временные файлы не пишутся или не читаются ({why}); освободите диск, укажите другую папку в TMPDIR или "
        "дайте больше памяти",
        f"the temporary files are not written or read ({why}); free the disk, name another folder in TMPDIR, or "
        "give more memory",
    )
    return FaultyInput([Fault(tempfile.gettempdir(), None, None, "", words)])
