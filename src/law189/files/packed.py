r"""Сжатые строки (packed): lines of a file that is packed by gzip, unpacked as they are read.

A line is never held whole where it is longer than a file may be, however well it was packed.

>>> import gzip, tempfile
>>> folder = tempfile.TemporaryDirectory()
>>> file = Path(folder.name) / "steps.jsonl.gz"
>>> _ = file.write_bytes(gzip.compress(b'{"a": 1}\n{"a": 2}\n'))
>>> [*gzipped(file).lines()]
[b'{"a": 1}\n', b'{"a": 2}\n']
>>> _ = file.write_bytes(b"plain")
>>> [*gzipped(file).lines()]
Traceback (most recent call last):
    ...
law189.files.given.Unread: it is not packed by gzip or is damaged; pack it anew
>>> folder.cleanup()
"""

import gzip
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import IO, cast

from law189.files.given import Given, Unread
from law189.files.opened import open_plain
from law189.law import Text

__all__ = ["Packed", "gzipped"]

CUT = Text(
    "архив gzip обрывается; передайте или упакуйте файл заново",
    "it breaks off before the end of what gzip packed; copy or pack the file anew",
)
NOT_PACKED = Text(
    "файл не упакован gzip или повреждён; упакуйте его заново",
    "it is not packed by gzip or is damaged; pack it anew",
)
NO_SUM = Text(
    "контрольная сумма архива gzip не сходится: строки прочитаны, но какие-то могли измениться; передайте или "
    "упакуйте файл заново",
    "the check sum of what gzip packed is wrong: the lines were read, and some may have changed; copy or pack the "
    "file anew",
)
TRAILING = Text(
    "после архива gzip стоят лишние данные: строки архива прочитаны, остальное нет; упакуйте файл заново",
    "data follow what gzip packed: its lines were read, and the rest was not; pack the file anew",
)


class Packed(Given):
    """Поток из файла: lines of what `opens` unpacks; whoever reads it closes it."""

    def __init__(self, name: str, opens: Callable[[], IO[bytes]]) -> None:
        super().__init__(name, opens, ("jsonl",), "jsonl")

    def close(self) -> None:
        """Close what was opened."""
        if self._stream is not None:
            self._stream.close()


def gzipped(path: Path) -> Packed:
    """The lines of a file packed by gzip. They raise `FaultyInput` where it does not open."""
    return Packed(str(path), lambda: cast(IO[bytes], _Unpacked(path)))


class _Unpacked(gzip.GzipFile):
    """A packed file that says what is wrong with it."""

    def __init__(self, path: Path) -> None:
        self._packed = open_plain(path)
        self._read = False
        super().__init__(fileobj=self._packed, mode="rb")

    def readline(self, size: int | None = -1) -> bytes:
        """The next line, or as much of it as `size`. Raises `Unread` where there is no more to unpack."""
        try:
            line = super().readline(-1 if size is None else size)
        except EOFError:
            raise Unread(CUT) from None
        except (gzip.BadGzipFile, zlib.error) as error:
            raise Unread(self._why(error)) from None
        self._read = self._read or bool(line)
        return line

    def _why(self, error: Exception) -> Text:
        """What is wrong: at its beginning it is no archive, at its end its sum or what follows it is wrong."""
        if str(error).startswith(("CRC check failed", "Incorrect length")):
            return NO_SUM
        return TRAILING if isinstance(error, gzip.BadGzipFile) and self._read else NOT_PACKED

    def close(self) -> None:
        """Close both."""
        super().close()
        self._packed.close()
