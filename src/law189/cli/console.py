"""Консоль (console): what every command shares: its options, its lines, its JSON, its exit codes.

Exit codes: 0 fine, 1 refused, breached or faulty, 2 wrong usage.

>>> day_of("2023-10-02")
datetime.date(2023, 10, 2)
>>> day_of("2023-02-31")  # doctest: +IGNORE_EXCEPTION_DETAIL
Traceback (most recent call last):
    ...
typer.BadParameter: 2023-02-31: нужен день ГГГГ-ММ-ДД / a day YYYY-MM-DD is needed
"""

import json
import sys
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer
from rich.console import Console

from law189.errors import Fault, FaultyInput, needs_extra
from law189.law import Lang, Text
from law189.profile.loader import load_profile
from law189.profile.profile import Profile
from law189.verdict import Outcome, Verdict

__all__ = [
    "DAY_HELP",
    "OUT",
    "Json",
    "Language",
    "ProfileName",
    "breaks",
    "day_of",
    "fail",
    "fault_as_json",
    "profile_of",
    "say",
    "say_json",
    "stop",
    "write_ics",
]

Language = Annotated[Lang, typer.Option("--lang", help="ru или en / ru or en")]
Json = Annotated[bool, typer.Option("--json", help="вывод в JSON / JSON output")]
ProfileName = Annotated[
    str, typer.Argument(metavar="PROFILE", help="имя из поставки или файл / a shipped name or a file")
]
DAY_HELP = "день ГГГГ-ММ-ДД / day YYYY-MM-DD"
OUT = Console(soft_wrap=True, highlight=False, markup=False)


def breaks(verdicts: Iterable[Verdict]) -> bool:
    """Whether anything in them is broken or void, even where something else is unknown."""
    bad = (Outcome.BREACH, Outcome.VOID)
    return any(part.outcome in bad for verdict in verdicts for part in verdict.walk())


def say(lines: Iterable[str]) -> None:
    """Lines to the output, as they are."""
    for line in lines:
        sys.stdout.write(f"{line}\n")


def say_json(value: Any, *, indent: int | None = 2) -> None:
    """A value as JSON, letters as they are."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=indent) + "\n")


def fail(error: FaultyInput, lang: Lang, as_json: bool) -> NoReturn:
    """Every fault of an input that cannot be used, and exit code 1."""
    if as_json:
        say_json({"errors": [fault_as_json(fault, lang) for fault in error.faults]})
    else:
        typer.echo(error.told(lang), err=True)
    raise typer.Exit(1)


def stop(words: Text, file: str, lang: Lang, as_json: bool) -> NoReturn:
    """One fault of a whole file or name, and exit code 1."""
    fail(FaultyInput([Fault(file, None, None, "", words)]), lang, as_json)


def fault_as_json(fault: Fault, lang: Lang) -> dict[str, Any]:
    """A fault as plain JSON values, in one language."""
    return {
        "file": fault.file,
        "line": fault.line,
        "column": fault.column,
        "key": fault.key,
        "message": fault.text[lang],
    }


def profile_of(name: str, lang: Lang, as_json: bool) -> Profile:
    """The profile of that name or file; what is wrong with it, and exit code 1, where it cannot be used."""
    try:
        return load_profile(name)
    except FaultyInput as error:
        fail(error, lang, as_json)


def day_of(on: str) -> date:
    """The day that an option gives; wrong usage where there is no such day."""
    try:
        return date.fromisoformat(on)
    except ValueError:
        raise typer.BadParameter(f"{on}: нужен день ГГГГ-ММ-ДД / a day YYYY-MM-DD is needed") from None


def write_ics(file: Path, made: Callable[[], bytes], lang: Lang, as_json: bool) -> None:
    """Write what `made` gives, which needs the extra `ics`; say where it went."""
    try:
        file.write_bytes(made())
    except ModuleNotFoundError:
        typer.echo(needs_extra("ics")[lang], err=True)
        raise typer.Exit(2) from None
    except OSError as error:
        words = Text(f"файл не записан: {error.strerror}", f"the file was not written: {error.strerror}")
        stop(words, str(file), lang, as_json)
    typer.echo(f"{file}: {Text('записан', 'written')[lang]}", err=True)
