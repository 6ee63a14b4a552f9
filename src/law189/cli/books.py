"""Профиль книгой (books): a profile written as a workbook, and read from one."""

from pathlib import Path
from typing import Annotated, NoReturn

import typer

from law189.cli.console import Json, complain, fail, fault_as_json, say, say_json
from law189.cli.inputs import From, Inputs
from law189.cli.language import Language
from law189.cli.written import put_new
from law189.errors import FaultyInput, needs_extra
from law189.files.disk import read_data
from law189.law import Lang, Text

__all__ = ["read", "workbook"]


def workbook(
    profile: Annotated[
        str,
        typer.Argument(
            metavar="ПРОФИЛЬ / PROFILE",
            help="имя из поставки, файл или «-» / a shipped name, a file or «-»",
        ),
    ],
    new: Annotated[
        Path, typer.Argument(metavar="КНИГА / BOOK", help="куда записать .xlsx / where to write the .xlsx")
    ],
    form: From = None,
    lang: Language = "ru",
    as_json: Json = False,
) -> None:
    """Записать профиль книгой Excel, без комментариев / Write a profile as a workbook, without comments."""
    source = Inputs(form, profile).profile(profile)
    try:
        from law189.office.book import as_workbook

        data = as_workbook(source)
    except ModuleNotFoundError:
        _without_office(lang)
    except FaultyInput as error:
        fail(error, lang, as_json)
    put_new(new, data, lang, as_json)
    if as_json:
        say_json({"profile": profile, "new": str(new)})
    else:
        say([f"{new}: {BOOK[lang]} {new}"])


def read(
    book: Annotated[Path, typer.Argument(metavar="КНИГА / BOOK", help="книга .xlsx / an .xlsx workbook")],
    new: Annotated[
        Path | None,
        typer.Argument(metavar="НОВЫЙ / NEW", help="куда записать; без него — на экран / where to write it"),
    ] = None,
    lang: Language = "ru",
    as_json: Json = False,
) -> None:
    """Прочитать профиль из книги Excel / Read a profile from a workbook."""
    try:
        from law189.office.book import read_workbook
        from law189.office.opened import LARGEST

        found = read_workbook(read_data(book, LARGEST), str(book), (new or book).parent)
    except ModuleNotFoundError:
        _without_office(lang)
    except FaultyInput as error:
        fail(error, lang, as_json)
    if found.faults:
        fail(FaultyInput(found.faults), lang, as_json)
    if new is not None:
        put_new(new, found.text, lang, as_json)
    if as_json:
        where = {"text": found.text} if new is None else {"new": str(new)}
        say_json({"file": str(book), "notes": [fault_as_json(one, lang) for one in found.notes], **where})
        return
    complain(one.told(lang) for one in found.notes)
    say(found.text.splitlines() if new is None else [f"{new}: {PROFILE[lang]} {new}"])


def _without_office(lang: Lang) -> NoReturn:
    complain([needs_extra("office")[lang]])
    raise typer.Exit(2) from None


BOOK = Text(
    "записана; измените её в Excel и прочитайте: law189 read",
    "written; change it in Excel and read it: law189 read",
)
PROFILE = Text("записан; проверьте: law189 check", "written; now check it: law189 check")
