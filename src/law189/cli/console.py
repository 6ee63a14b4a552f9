r"""Консоль (console): what every command shares: its options, its lines, its JSON, its exit codes.

Exit codes: 0 fine, 1 refused, breached or faulty, 2 wrong usage, 130 broken off, 141 whoever read the output has
closed it.

What a command says comes out on every machine: a sign that the encoding of the output lacks is replaced, a
sign that steers a terminal is shown by its code, JSON is UTF-8 always, and an output that takes nothing is told.

>>> day_of("2023-10-02")
datetime.date(2023, 10, 2)
>>> one_line("a\x1b[31m\nb")
'a\\x1b[31m\\nb'
>>> day_of("2023-W40-4")  # doctest: +IGNORE_EXCEPTION_DETAIL
Traceback (most recent call last):
    ...
law189.cli.language.Misused: --on: a day of the form YYYY-MM-DD is needed, ...
"""

import codecs
import errno
import json
import os
import re
import sys
from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from typing import IO, Annotated, Any, NoReturn
from unicodedata import category

import typer
from pydantic import TypeAdapter
from rich.console import Console

from law189.cli.language import Misused
from law189.errors import Fault, FaultyInput
from law189.files.asked_day import read_day
from law189.files.given import Given
from law189.law import Day, Lang, Text
from law189.profile.loader import load_given
from law189.profile.profile import Profile
from law189.verdict import Outcome, Verdict

__all__ = [
    "DAY",
    "ON",
    "OUT",
    "Json",
    "Lost",
    "ProfileName",
    "breaks",
    "complain",
    "day_of",
    "end_of_output",
    "fail",
    "fault_as_json",
    "lost",
    "one_line",
    "profile_of",
    "say",
    "say_bytes",
    "say_json",
    "shown_as_json",
    "stop",
    "why_not",
]

Json = Annotated[bool, typer.Option("--json", help="вывод в JSON / JSON output")]
ProfileName = Annotated[
    str,
    typer.Argument(
        metavar="ПРОФИЛЬ / PROFILE",
        help="имя из поставки, файл или «-» / a shipped name, a file or «-»",
    ),
]
ON = typer.Option("--on", metavar="ДЕНЬ / DAY", help="день ГГГГ-ММ-ДД / a day YYYY-MM-DD")
DAY: TypeAdapter[date] = TypeAdapter(Day)
OUT = Console(soft_wrap=True, highlight=False, markup=False)


def breaks(verdicts: Iterable[Verdict]) -> bool:
    """Whether anything in them is broken or void, even where something else is unknown."""
    bad = (Outcome.BREACH, Outcome.VOID)
    return any(part.outcome in bad for verdict in verdicts for part in verdict.walk())


# ─── Вывод: what comes out, whatever the machine ─────────────────────────────────────────────────────────

IN_ASCII = {
    "✓": "+",
    "✗": "x",
    "→": "->",
    "·": "-",
    "─": "-",
    "—": "-",
    "–": "-",
    "…": "...",
    "«": '"',
    "»": '"',
    "№": "No",
}
"""What stands for a sign that the output cannot show; for every other, a question mark."""


def _replaced(error: UnicodeError) -> tuple[str, int]:
    """In place of what the encoding lacks: a mark never turns into the mark of another outcome."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lost = error.object[error.start : error.end]
    return "".join(IN_ASCII.get(sign, "?") for sign in lost), error.end


codecs.register_error("law189", _replaced)


class Lost(Exception):
    """The answer cannot be put out; `words` say it and why. `unread` says that whoever read it has read enough."""

    def __init__(self, why: Text, *, unread: bool = False) -> None:
        super().__init__(why.en)
        self.unread = unread
        self.words = Text(f"ответ не выведен: {why.ru}", f"the answer was not put out: {why.en}")


def end_of_output() -> None:
    """Put out what is left, so that nothing is lost when the process is already ending. Raises `Lost`."""
    try:
        if sys.stderr is not None:
            sys.stderr.flush()
    except OSError:
        _drop(sys.stderr)
    try:
        sys.stdout.flush()
    except OSError as error:
        lost(error)
    except AttributeError:  # no output at all
        pass


def lost(error: OSError | None) -> NoReturn:
    """Give the output up, and raise `Lost`."""
    _drop(sys.stdout)
    why = Text("вывод закрыт", "the output is closed") if error is None else why_not(error)
    raise Lost(why, unread=error is not None and error.errno in (errno.EPIPE, errno.EINVAL)) from None


def _drop(stream: IO[str] | None) -> None:
    """Let what the stream still holds go nowhere, so that nobody tries to put it out again."""
    with suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())  # type: ignore[union-attr]  # None is suppressed
        os.close(nowhere)


def one_line(words: str) -> str:
    """The words on one line, with every sign that breaks a line or steers a terminal shown by its code."""
    if words.isprintable():
        return words
    return "".join(
        sign if sign.isprintable() or category(sign) == "Zs" else sign.encode("unicode_escape").decode()
        for sign in words
    )


def say(lines: Iterable[str]) -> None:
    """Lines to the output, each of them one line."""
    for line in lines:
        _write(f"{one_line(line)}\n")


def _write(words: str) -> None:
    try:
        sys.stdout.write(words)
    except OSError as error:
        lost(error)


def say_bytes(data: bytes) -> None:
    """Bytes to the output, as they are."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
    except OSError as error:
        lost(error)


def say_json(value: Any, *, indent: int | None = 2) -> None:
    """A value as JSON in UTF-8."""
    say_bytes(f"{shown_as_json(value, indent=indent)}\n".encode())


def shown_as_json(value: Any, *, indent: int | None = 2) -> str:
    """A value as JSON, letters as they are; a sign that nobody sees by its code."""
    told = json.dumps(value, ensure_ascii=False, indent=indent)
    return _UNSEEN.sub(lambda found: json.dumps(found[0])[1:-1], told)


_UNSEEN = re.compile("[\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")


def complain(lines: Iterable[str]) -> None:
    """Lines aside, to the error output; where nobody takes them the exit code still tells."""
    with suppress(OSError, AttributeError):
        for line in lines:
            sys.stderr.write(f"{one_line(line)}\n")
        sys.stderr.flush()


# ─── Ошибки и конец команды ──────────────────────────────────────────────────────────────────────────────


def fail(error: FaultyInput, lang: Lang, as_json: bool) -> NoReturn:
    """Every fault of an input that cannot be used, and exit code 1."""
    if as_json:
        say_json({"errors": [fault_as_json(fault, lang) for fault in error.faults]})
    else:
        complain(fault.told(lang) for fault in error.faults)
    raise typer.Exit(1)


def stop(words: Text, file: str, lang: Lang, as_json: bool) -> NoReturn:
    """One fault of a whole file or name, and exit code 1."""
    fail(FaultyInput([Fault(file, None, None, "", words)]), lang, as_json)


def fault_as_json(fault: Fault, lang: Lang) -> dict[str, Any]:
    """A fault as plain JSON values, in one language; one of a workbook has its sheet and its cell too."""
    cell = {name: getattr(fault, name) for name in ("sheet", "cell") if hasattr(fault, name)}
    return {
        "file": fault.file,
        "line": fault.line,
        "column": fault.column,
        "key": fault.key,
        "message": fault.text[lang],
        **cell,
    }


def why_not(error: OSError | ValueError) -> Text:
    """Why something cannot be written, and what to do."""
    number = getattr(error, "errno", None)
    if number is None:  # such as a name with a sign that no name has
        return _NO_NAME
    words = Text(f"ошибка системы {number}; проверьте диск", f"error {number} of the system; check the disk")
    return _NOT_WRITTEN.get(number, words)


_NO_NAME = Text("такого имени не бывает; выберите другое", "there can be no such name; choose another")


_NOT_WRITTEN = {
    errno.ENOENT: Text("такой папки нет; создайте её", "there is no such folder; make it"),
    errno.ENOTDIR: Text("это не папка; проверьте путь", "that is no folder; check the path"),
    errno.EISDIR: Text("это папка; укажите файл в ней", "it is a folder; give a file in it"),
    errno.ELOOP: Text(
        "ссылка ведёт сама на себя; возьмите другое имя", "the link leads to itself; take another name"
    ),
    errno.EACCES: Text("нет права писать; откройте доступ", "writing is not permitted; give access"),
    errno.EROFS: Text("диск только для чтения; выберите другой", "the disk is read-only; take another"),
    errno.ENOSPC: Text("на диске нет места; освободите его", "no space is left on the disk; free some"),
    errno.EDQUOT: Text("место по квоте кончилось; освободите его", "the quota is used up; free some space"),
    errno.EFBIG: Text(
        "файл больше, чем разрешено; разделите вход на части",
        "the file is larger than is permitted; part the input",
    ),
    errno.ENAMETOOLONG: Text("имя слишком длинное; укоротите его", "the name is too long; make it shorter"),
    errno.EPIPE: Text("вывод закрыт", "the output is closed"),
    errno.EBADF: Text("вывод закрыт", "the output is closed"),
}


def profile_of(name: str | Given, lang: Lang, as_json: bool) -> Profile:
    """The profile of that name, file or stream; what is wrong with it, and exit code 1, where it cannot be used."""
    try:
        return load_given(name)
    except FaultyInput as error:
        fail(error, lang, as_json)


def day_of(on: str) -> date:
    """The day that an option gives, as files write it; wrong usage where there is no such day."""
    try:
        return read_day(on, "--on")
    except FaultyInput as error:
        raise Misused(Text(error.told("ru"), error.told("en"))) from None
