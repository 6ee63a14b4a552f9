"""Записанные файлы (written): a file that a command writes, never through a link and never over another's.

A new file takes a name that is free. A calendar or a sheet takes the place of an earlier one that this library
wrote, and of nothing else; that is told.

>>> import tempfile
>>> folder = tempfile.TemporaryDirectory()
>>> file = Path(folder.name) / "my.yaml"
>>> write_new(file, b"profile: my")
>>> write_new(file, b"profile: other")
Traceback (most recent call last):
    ...
FileExistsError: [Errno 17] File exists: ...
>>> folder.cleanup()
"""

import codecs
import errno
import os
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import typer

from law189.cli.console import complain, stop, why_not
from law189.errors import needs_extra
from law189.law import Lang, Text
from law189.office.papers import marked
from law189.report.style import GENERATOR

__all__ = [
    "WRITTEN",
    "check_html",
    "not_written",
    "open_new",
    "put_new",
    "taken",
    "write_again",
    "write_docx",
    "write_html",
    "write_ics",
    "write_new",
    "write_page",
]


class Ours(NamedTuple):
    """How a file of this library begins, what its head says of who made it, and what to say of another's.

    `whole` tells by all of a file that nobody has changed it since: what somebody filled in is not ours to replace.
    """

    begins: bytes
    made_by: bytes
    taken: Text
    whole: Callable[[bytes], bool] = lambda _: True


CALENDAR = Ours(
    b"BEGIN:VCALENDAR\r\n",
    b"PRODID:-//law189//",
    Text(
        "такой файл уже есть, и он не календарь от law189 (или это ссылка); выберите другое имя",
        "there is such a file, and it is no calendar written by law189 (or it is a link); choose another name",
    ),
)
SHEET = Ours(
    b"<!DOCTYPE html>\n",
    GENERATOR.encode(),
    Text(
        "такой файл уже есть, и он не лист от law189 (или это ссылка); выберите другое имя",
        "there is such a file, and it is no sheet written by law189 (or it is a link); choose another name",
    ),
)
CHANGED = Text(
    "такой файл уже есть, и он не от law189, или его меняли (или это ссылка); выберите другое имя",
    "there is such a file, and it is not as law189 wrote it, or it is a link; choose another name",
)
PAGE = Ours(b"<!DOCTYPE html>\n", marked.PAGE.encode(), CHANGED, marked.unchanged_page)
DOCX = Ours(b"PK\x03\x04", b"[Content_Types].xml", CHANGED, marked.unchanged)
LARGE = 20_000_000
"""How many bytes a file that may be replaced never has."""


def write_new(file: Path, data: bytes) -> None:
    """Write a file under a name that is free; a link, even one that leads nowhere, is not free.

    Raises OSError, and then leaves nothing behind.
    """
    opened = open_new(file)
    try:
        with os.fdopen(opened, "wb") as out:
            out.write(data)
    except OSError:
        with suppress(OSError):
            file.unlink()
        raise


def write_again(file: Path, before: bytes, data: bytes) -> None:
    """Write a file anew that holds what was read of it, all of it or nothing; never through a link.

    Ends of lines do not count in what it holds. Raises FileExistsError where it holds something else or is a link,
    and OSError where it cannot be written.
    """
    found = file.lstat()
    held = file.read_bytes() if stat.S_ISREG(found.st_mode) else b""
    lines = b"\r\n" if b"\r\n" in held else b"\n"
    if held.removeprefix(codecs.BOM_UTF8).replace(b"\r\n", b"\n") != before:
        raise FileExistsError(str(file))
    _replace(file, data.replace(b"\n", lines), stat.S_IMODE(found.st_mode))


def put_new(file: Path, text: str | bytes, lang: Lang, as_json: bool) -> None:
    """Write a new file, or stop with the sentence that says why it is not written."""
    try:
        write_new(file, text.encode() if isinstance(text, str) else text)
    except (OSError, ValueError) as error:
        stop(not_written(error, file), str(file), lang, as_json)


def write_ics(file: Path, made: Callable[[], bytes], lang: Lang, as_json: bool) -> None:
    """Write what `made` gives, which needs the extra `ics`; say where it went, or that there is nothing."""
    try:
        data = made()
    except ModuleNotFoundError:
        complain([needs_extra("ics")[lang]])
        raise typer.Exit(2) from None
    if not data:
        complain([f"{file}: {NOTHING[lang]}"])
        return
    _write(file, data, CALENDAR, lang, as_json)


def write_html(file: Path, page: str, lang: Lang, as_json: bool) -> None:
    """Write a sheet; say where it went."""
    _write(file, page.encode(), SHEET, lang, as_json)


def check_html(file: Path, lang: Lang, as_json: bool) -> None:
    """Stop, with the sentence that says why, where a sheet could not take that name."""
    try:
        if not file.parent.is_dir():
            raise OSError(errno.ENOENT, "")
        free = not file.is_symlink() and not file.exists()
        if not free and not _is(file, SHEET):
            stop(taken(file, SHEET.taken), str(file), lang, as_json)
    except (OSError, ValueError) as error:
        stop(not_written(error, file), str(file), lang, as_json)


def _is_folder(file: Path) -> bool:
    """Whether there is a folder of that name, which may be no name at all."""
    try:
        return file.is_dir()
    except (OSError, ValueError):
        return False


def taken(file: Path, otherwise: Text) -> Text:
    """What stands under the name already: a folder, or what those words say."""
    return A_FOLDER if _is_folder(file) else otherwise


def not_written(error: OSError | ValueError, file: Path) -> Text:
    """That the file was not written, why, and what to do."""
    if isinstance(error, FileExistsError):
        return taken(file, EXISTS)
    why = why_not(error)
    return Text(f"файл не записан: {why.ru}", f"the file was not written: {why.en}")


def open_new(file: Path) -> int:
    """The descriptor of a file under a name that is free; a link is not free. Raises OSError."""
    return os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)


def write_page(file: Path, page: str, lang: Lang, as_json: bool) -> None:
    """Write minutes or a notice as HTML; say where it went."""
    _write(file, page.encode(), PAGE, lang, as_json)


def write_docx(file: Path, data: bytes, lang: Lang, as_json: bool) -> None:
    """Write minutes or a notice as docx; say where it went."""
    _write(file, data, DOCX, lang, as_json)


def _write(file: Path, data: bytes, ours: Ours, lang: Lang, as_json: bool) -> None:
    """Write a file of that kind and say where it went; where it cannot be written, why not, and exit code 1."""
    try:
        replaced = _put(file, data, ours)
    except FileExistsError:
        stop(taken(file, ours.taken), str(file), lang, as_json)
    except (OSError, ValueError) as error:
        stop(not_written(error, file), str(file), lang, as_json)
    complain([f"{file}: {(REPLACED if replaced else WRITTEN)[lang]}"])


A_FOLDER = Text("это папка; добавьте к ней имя файла", "this is a folder; add the name of a file to it")
EXISTS = Text("файл уже есть; выберите другое имя", "the file exists; choose another name")
WRITTEN = Text("записан", "written")
REPLACED = Text("записан вместо прежнего", "written; it replaced the earlier one")
NOTHING = Text(
    "не записан: событий нет, а календарь без событий не бывает",
    "not written: there are no events, and no calendar is without any",
)


def _put(file: Path, data: bytes, ours: Ours) -> bool:
    """Write the file, in place of an earlier one of that kind of our own; whether there was one.

    Raises FileExistsError where something else stands there, and OSError where the file cannot be written.
    """
    try:
        write_new(file, data)
    except FileExistsError:
        if not _is(file, ours):
            raise
    else:
        return False
    _replace(file, data)
    return True


def _replace(file: Path, data: bytes, mode: int | None = None) -> None:
    """Put a file in the place of another in one step. Raises OSError, and then the other one stands."""
    beside = file.with_name(f".{file.name}.{os.getpid()}")
    write_new(beside, data)
    try:
        if mode is not None:
            beside.chmod(mode)
        beside.replace(file)
    except BaseException:  # Ctrl-C too leaves nothing behind
        with suppress(OSError):
            beside.unlink()
        raise


def _is(file: Path, ours: Ours) -> bool:
    """Whether the file is one of that kind that this library has written, and no link to one."""
    found = file.lstat()
    if not stat.S_ISREG(found.st_mode) or found.st_size > LARGE:
        return False
    data = file.read_bytes()
    head = data[:200]
    return head.startswith(ours.begins) and ours.made_by in head and ours.whole(data)
