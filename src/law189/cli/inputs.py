"""Что читают команды (inputs): files, shipped names, and `-` for the standard input.

Wherever a command reads a file, `-` is the standard input; a file of that name is `./-`. Faults call it `<stdin>`,
the same in both languages, because programs read the beginning of a fault. It is bound as a file is, and
read once, so that only one input of a command may be `-`.
"""

import sys
from pathlib import Path
from typing import IO, Annotated

import typer

from law189.cli.language import Misused
from law189.files.given import FORMS, Form, Given, Source, Unread
from law189.files.packed import gzipped
from law189.law import Text

__all__ = ["STDIN", "ByProfile", "From", "FromLines", "FromTree", "Inputs", "StepsFile", "called"]

STDIN = "<stdin>"
_DASH = "-"
_TREES: tuple[Form, ...] = ("yaml", "json")
_LINES: tuple[Form, ...] = ("jsonl",)

From = Annotated[
    Form | None,
    typer.Option(
        "--from",
        metavar="|".join(FORMS),
        help="вид того, что подано через «-»; без ключа: начинается с { или [ — JSON (первые две строки с { — "
        "JSON Lines, где они читаются), иначе YAML"
        " / the form of what «-» gives; without it: what begins with { or [ is JSON (JSON Lines, where they are "
        "read, if the first two lines begin with {), everything else is YAML",
    ),
]

FromLines = Annotated[
    Form | None,
    typer.Option(
        "--from",
        metavar="|".join(FORMS),
        help="вид того, что подано через «-»: шаги и другие записи — jsonl, профиль — yaml или json; без ключа вид "
        "профиля виден по его началу"
        " / the form of what «-» gives: steps and other records are jsonl, a profile is yaml or json; without it "
        "the beginning of the profile tells its form",
    ),
]
"""The same of a command where `-` is a profile, or lines that have one form."""
FromTree = Annotated[
    Form | None,
    typer.Option(
        "--from",
        metavar="|".join(_TREES),
        help="вид того, что подано через «-»; без ключа: начинается с { или [ — JSON, иначе YAML"
        " / the form of what «-» gives; without it: what begins with { or [ is JSON, everything else is YAML",
    ),
]
"""The same of a command where `-` is one value and no lines."""

StepsFile = Annotated[
    str,
    typer.Argument(metavar="ФАЙЛ / FILE", help="шаги, JSON Lines, или «-» / steps, JSON Lines, or «-»"),
]
ByProfile = Annotated[
    str,
    typer.Option(
        "--profile",
        metavar="ПРОФИЛЬ / PROFILE",
        help="имя из поставки, файл или «-» / a shipped name, a file or «-»",
    ),
]


def called(name: str | None) -> str:
    """What answers call the file of that name; one that is not given has no name."""
    return STDIN if name == _DASH else name or ""


class Inputs:
    """Входы одной команды: all that it was told to read, and the form of the one that is `-`.

    Raises `Misused` where two of them are `-`, and where a form is given and none is.
    """

    def __init__(self, form: Form | None, *named: str | None) -> None:
        self._form = form
        dashes = named.count(_DASH)
        if dashes > 1:
            raise Misused(_TWICE)
        if form is not None and not dashes:
            raise Misused(_NO_DASH)

    def profile(self, name: str) -> str | Given:
        """A shipped name or the name of a file, as they are; or what the standard input gives."""
        return self._given(_TREES) if name == _DASH else name

    def records(self, name: str) -> Source:
        """A file of YAML, JSON or JSON Lines, which may be packed by gzip."""
        if name == _DASH:
            return self._given(FORMS)
        path = Path(name)
        packed = path.name.lower().endswith((".jsonl.gz", ".ndjson.gz"))
        return gzipped(path) if packed and path.is_file() else path

    def lines(self, name: str, *, again: bool = False) -> Source:
        """A file of JSON Lines, which may be read `again`."""
        return self._given(_LINES, again=again) if name == _DASH else Path(name)

    def _given(self, forms: tuple[Form, ...], *, again: bool = False) -> Given:
        if self._form is not None and self._form not in forms:
            taken = ", ".join(forms)
            raise Misused(
                Text(
                    f"--from {self._form}: здесь «-» принимает {taken}; укажите одно из этого",
                    f"--from {self._form}: here «-» takes {taken}; give one of them",
                )
            )
        form = forms[0] if len(forms) == 1 else self._form
        return Given(STDIN, _standard, forms, form, again=again)


_TWICE = Text(
    "«-» указан дважды, а стандартный ввод один; сохраните одно из двух в файл",
    "«-» is given twice, and there is one standard input; save one of the two to a file",
)
_NO_DASH = Text(
    "--from говорит о том, что подано через «-», а «-» не указан; у файла вид говорит его имя",
    "--from tells of what «-» gives, and «-» is not given; the name of a file tells its form",
)
_CLOSED = Text(
    "стандартный ввод закрыт; подайте данные: law189 … - < файл",
    "the standard input is closed; give it data: law189 … - < file",
)
_TERMINAL = Text(
    "стандартный ввод — терминал; подайте файл или вывод другой программы: law189 … - < файл",
    "the standard input is a terminal; give it a file or what another program puts out: law189 … - < file",
)


def _standard() -> IO[bytes]:
    """The bytes of the standard input. Raises `Unread` where there are none to wait for."""
    stream = sys.stdin
    if stream is None or stream.closed:
        raise Unread(_CLOSED)
    if stream.isatty():
        raise Unread(_TERMINAL)
    return stream.buffer
