"""Источники (sources): where the steps of an audit come from: files, packed or not, folders, a book in a database.

Lines are numbered through all sources in their order, so that a number names one line; `Steps.place` says which
line of which source it is. A source that cannot be read, or not to its end, is a fault like that of a line: the
others are read, and what was read of it counts.
"""

import os
import re
import stat
import sys
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol
from urllib.parse import unquote

from law189.audit.bulk import read_steps
from law189.audit.columns import needed, parquet_lines
from law189.audit.summary import FileRead
from law189.casebook.line import Line
from law189.errors import Fault, FaultyInput
from law189.files.given import Source
from law189.files.opened import open_plain
from law189.files.packed import Packed, gzipped
from law189.kinds.asked import asked, made_asked, methods_asked
from law189.law import Text
from law189.profile.profile import Profile

__all__ = ["FileSource", "Steps", "StepsSource", "files_of", "is_address", "place_of"]

STDIN = "<stdin>"
Read = Iterator[tuple[int, Line | FaultyInput]]
ENDINGS = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz", ".parquet")
NO_FILES = Text(
    f"в папке нет файлов с шагами ({', '.join(ENDINGS)}); укажите другую или файл",
    f"the folder has no files of steps ({', '.join(ENDINGS)}); give another one or a file",
)
NOT_LISTED = Text("папка не читается; откройте доступ к ней", "the folder is not read; give access to it")


@asked
def is_address(name: str) -> bool:
    """Whether the name is the address of a database, such as `sqlite:///book.sqlite3`."""
    return re.match(r"[a-z][a-z0-9_+]*://", name) is not None


class StepsSource(Protocol):
    """Источник шагов: its name, and its lines as a profile names their bodies."""

    @property
    def name(self) -> str:
        """What faults and summaries call it."""
        ...

    def read(self, profile: Profile) -> Read:
        """Each line with its number in the source, or what is wrong with it. Raises `FaultyInput`."""
        ...


@made_asked
@methods_asked
class FileSource(NamedTuple):
    """Файл шагов: what it is called, and how it is opened anew each time it is read."""

    name: str
    opened: Callable[[], Source]

    def read(self, profile: Profile) -> Read:
        """Each line of the file. Raises `FaultyInput` where it does not open or ends before its end."""
        source = self.opened()
        try:
            yield from read_steps(source, profile)
        except OSError as error:
            words = Text(
                f"чтение оборвалось (ошибка системы {error.errno}); проверьте диск",
                f"reading broke off (error {error.errno} of the system); check the disk",
            )
            raise FaultyInput([Fault(self.name, None, None, "", words)]) from None
        finally:
            if isinstance(source, Packed):
                source.close()

    def size(self) -> int | None:
        """How many lines the file has; None where that is not known before it is read."""
        try:
            source = self.opened()
            if isinstance(source, Packed):
                try:
                    return sum(1 for _ in source.lines())
                finally:
                    source.close()
            if not isinstance(source, Path):
                return None
            with open_plain(source) as file:
                return sum(part.count(b"\n") for part in iter(lambda: file.read(1 << 20), b""))
        except (OSError, FaultyInput):
            return None


@asked
def place_of(name: str) -> tuple[object, ...]:
    """Where the bytes stand that a name means, so that one file has one place under all its names.

    Links, hard ones too, other spellings of a path and the address of a database in a file lead to one place; so
    does the standard input (`<stdin>`) that a file was turned into.
    """
    path = Path(name)
    if is_address(name):
        scheme, _, rest = name.partition("://")
        database = rest.partition("?")[0].removeprefix("/")
        if scheme.partition("+")[0] != "sqlite" or not database:
            return (name,)
        path = Path(unquote(database))
    try:
        found = os.fstat(sys.stdin.fileno()) if name == STDIN else path.stat()
    except (OSError, ValueError, AttributeError):  # it is not there, is closed, or is a loop of links
        return (os.path.abspath(name),)  # noqa: PTH100  # which takes `..` out of a name, whatever is there
    return (found.st_dev, found.st_ino) if stat.S_ISREG(found.st_mode) else (name,)


@asked
def files_of(name: str) -> list[FileSource]:
    """The file of that name, or the files of the folder in the order of their names.

    Raises `FaultyInput` where a folder has no file of steps, and `NeedsExtra` on Parquet without the extra `arrow`.
    """
    path = Path(name)
    try:
        folder = path.is_dir()
        listed = sorted(one for one in path.iterdir() if _is_steps(one)) if folder else [path]
    except (OSError, ValueError):
        if not path.is_dir():
            return [FileSource(name, lambda: path)]
        raise FaultyInput([Fault(name, None, None, "", NOT_LISTED)]) from None
    if folder and not listed:
        raise FaultyInput([Fault(name, None, None, "", NO_FILES)])
    return [_file(one) for one in listed]


def _is_steps(path: Path) -> bool:
    return path.name.lower().endswith(ENDINGS) and not path.name.startswith((".", "~$")) and not path.is_dir()


def _file(path: Path) -> FileSource:
    match path.suffix.lower():
        case ".gz":
            return FileSource(str(path), lambda: gzipped(path))
        case ".parquet":
            needed()
            return FileSource(str(path), lambda: parquet_lines(path))
    return FileSource(str(path), lambda: path)


@methods_asked
class Steps:
    """Шаги всех источников подряд: each line with its number through all of them, or what is wrong with it.

    A fault of a whole source has the number 0. Reading again begins anew.
    """

    def __init__(self, sources: Sequence[StepsSource], profile: Profile) -> None:
        self._sources, self._profile = tuple(sources), profile
        self._firsts: list[int] = []
        self._lines: list[int] = []

    def __iter__(self) -> Read:
        self._firsts, self._lines, last = [], [], 0
        for source in self._sources:
            before = last
            self._firsts.append(before + 1)
            self._lines.append(0)
            try:
                for number, line in source.read(self._profile):
                    last = before + number
                    self._lines[-1] = number
                    yield last, line
            except FaultyInput as error:
                yield 0, error

    @property
    def files(self) -> tuple[FileRead, ...]:
        """What has been read so far of which source."""
        return tuple(
            FileRead(source.name, first, lines)
            for source, first, lines in zip(self._sources, self._firsts, self._lines, strict=False)
        )

    def place(self, number: int) -> tuple[str, int]:
        """The name of the source in which a line stands, and its number there."""
        at = max(0, bisect_right(self._firsts, number) - 1)
        return self._sources[at].name, number - (self._firsts[at] - 1 if self._firsts else 0)
