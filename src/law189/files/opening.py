"""Открытие файла (opening): a plain file to read, or why it is not opened and what to do.

>>> opened(Path("no-such.yaml"))
Traceback (most recent call last):
    ...
law189.errors.FaultyInput: no-such.yaml: the file does not open: there is no such file; check its name
"""

import errno
import stat
from pathlib import Path
from typing import IO, NoReturn

from law189.files.limits import WHOLE
from law189.files.nodes import stop
from law189.law import Text

__all__ = ["EMPTY_NAME", "NO_NAME", "TOO_LARGE", "opened"]


def opened(path: Path) -> IO[bytes]:
    """The file to read; refused where reading it might never end."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            _unopened(str(path), _UNOPENED[errno.EISDIR] if stat.S_ISDIR(found.st_mode) else _NO_FILE)
        if found.st_size > WHOLE:
            _unopened(str(path), TOO_LARGE)
        return path.open("rb")
    except (OSError, ValueError) as error:
        _unopened(str(path), _UNOPENED.get(getattr(error, "errno", 0), NO_NAME))


_UNOPENED = {
    errno.ENOENT: Text("такого файла нет; проверьте имя", "there is no such file; check its name"),
    errno.EISDIR: Text("это папка; укажите файл в ней", "it is a folder; give a file in it"),
    errno.EACCES: Text("нет права читать; откройте доступ", "reading is not permitted; give access"),
}


NO_NAME = Text("такого имени не бывает; проверьте имя", "there can be no such name; check it")
EMPTY_NAME = Text("имя файла пустое; укажите файл", "the name of the file is empty; give a file")
_NO_FILE = Text(
    "это устройство или канал, чтение из него может не кончиться; сохраните данные в обычный файл",
    "it is a device or a pipe, and reading it may never end; save the data to a plain file",
)


TOO_LARGE = Text(
    f"в нём больше {WHOLE} байт; разделите его на части", f"it has more than {WHOLE} bytes; part it"
)


def _unopened(file: str, words: Text) -> NoReturn:
    stop(file, f"файл не открывается: {words.ru}", f"the file does not open: {words.en}")
