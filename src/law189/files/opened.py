"""Открытый файл (opened): the bytes of a plain file or of a stream, or why it does not open or is read no further.

Whoever reads the bytes meets `FaultyInput` where the disk gives no more of them, and no error of the system.

>>> open_plain(Path("no-such.yaml"))
Traceback (most recent call last):
    ...
law189.errors.FaultyInput: no-such.yaml: the file does not open: there is no such file; check its name
"""

import errno
import io
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, NoReturn

from law189.files.given import Given, Unread
from law189.files.limits import SIZE, WHOLE
from law189.files.nodes import stop
from law189.law import Text

__all__ = ["EMPTY_NAME", "NO_NAME", "lines_in", "not_read", "open_plain"]


AT_ONCE = 1 << 17
"""How many bytes are asked of the disk at once."""


class _Plain(io.FileIO):
    """The bytes of a plain file; what cannot be read on is refused in words."""

    def readinto(self, buffer: Any) -> int | None:
        """The next bytes. Raises `FaultyInput` where there are more, and they are not given."""
        try:
            return self._next(buffer)
        except OSError:
            _broken(str(self.name))

    def _next(self, buffer: Any) -> int | None:
        return super().readinto(buffer)

    def readall(self) -> bytes:
        """All bytes that are left. Raises `FaultyInput` as `readinto` does."""
        try:
            return super().readall()
        except OSError:
            _broken(str(self.name))


def open_plain(path: Path) -> IO[bytes]:
    """The bytes of a plain file, to be closed by the caller; refused where reading it might never end.

    Raises `FaultyInput` where it does not open, and later where it is not read to its end.
    """
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            _unopened(str(path), _UNOPENED[errno.EISDIR] if stat.S_ISDIR(found.st_mode) else _NO_FILE)
        if found.st_size > WHOLE:
            _unopened(str(path), _TOO_LARGE)
        return io.BufferedReader(_Plain(path), AT_ONCE)
    except (OSError, ValueError) as error:
        _unopened(str(path), _UNOPENED.get(getattr(error, "errno", 0), NO_NAME))


def lines_in(opened: IO[bytes]) -> Iterator[bytes]:
    """Each line; of one that is too long, as much as shows that it is."""
    while data := opened.readline(SIZE + 1):
        yield data
        while len(data) > SIZE and not data.endswith(b"\n"):
            data = opened.readline(SIZE + 1)


def not_read(given: Given, error: OSError | ValueError) -> NoReturn:
    """Why a stream is not read, with what to do."""
    words = _TOO_LARGE if getattr(error, "errno", None) == errno.EFBIG else _NOT_READ
    if isinstance(error, Unread):
        words = error.words
    stop(str(given), f"не читается: {words.ru}", f"it is not read: {words.en}")


def _broken(file: str) -> NoReturn:
    stop(
        file,
        "файл не читается до конца; проверьте диск или скопируйте данные в обычный файл",
        "the file is not read to its end; check the disk, or copy the data to a plain file",
    )


def _unopened(file: str, words: Text) -> NoReturn:
    stop(file, f"файл не открывается: {words.ru}", f"the file does not open: {words.en}")


_UNOPENED = {
    errno.ENOENT: Text("такого файла нет; проверьте имя", "there is no such file; check its name"),
    errno.EISDIR: Text("это папка; укажите файл в ней", "it is a folder; give a file in it"),
    errno.ELOOP: Text(
        "ссылка ведёт сама на себя; укажите сам файл", "the link leads to itself; give the file"
    ),
    errno.EACCES: Text("нет права читать; откройте доступ", "reading is not permitted; give access"),
}


EMPTY_NAME = Text("имя файла пустое; укажите файл", "the name of the file is empty; give a file")
NO_NAME = Text("такого имени не бывает; проверьте имя", "there can be no such name; check it")
_NO_FILE = Text(
    "это устройство или канал, и чтение может не кончиться; сохраните данные в обычный файл",
    "it is a device or a pipe, and reading it may never end; save the data to a plain file",
)


_TOO_LARGE = Text(
    f"в нём больше {WHOLE} байт; разделите его на части", f"it has more than {WHOLE} bytes; part it"
)
_NOT_READ = Text(
    "поток оборвался или закрыт; проверьте, что в него подаётся",
    "the stream broke off or is closed; check what is put into it",
)
