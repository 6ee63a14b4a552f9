"""Профиль книгой (books): a profile written as a workbook and read from one, and tables of a decree read."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from law189.cli.console import Json, complain, fail, fault_as_json, say, say_json
from law189.cli.inputs import FromTree, Inputs
from law189.cli.language import Language, Misused
from law189.cli.written import put_new
from law189.errors import Fault, FaultyInput, needs_extra
from law189.files.disk import read_data
from law189.files.wording import word
from law189.law import Lang, Text
from law189.profile.loader import load_given

__all__ = ["read", "workbook"]


Book = Annotated[
    Path,
    typer.Argument(
        metavar="КНИГА / BOOK", help="книга .xlsx или текст .docx / an .xlsx workbook or a .docx text"
    ),
]
New = Annotated[
    Path | None,
    typer.Argument(metavar="НОВЫЙ / NEW", help="куда записать; без него — на экран / where to write it"),
]
Plan = Annotated[
    bool,
    typer.Option("--plan", help="только таблица плана из постановления / only the decree's table of a plan"),
]
Indicators = Annotated[
    bool,
    typer.Option("--indicators", help="только таблица показателей / only the decree's table of indicators"),
]
At = Annotated[
    str | None,
    typer.Option(
        "--at",
        metavar="АДРЕС / ADDRESS",
        help="адрес приложения с таблицей: app4 / the annex of the table: app4",
    ),
]
Bodies = Annotated[
    str | None,
    typer.Option(
        "--bodies",
        metavar="ПРОФИЛЬ / PROFILE",
        help="профиль с органами из таблицы / the profile that has the bodies of the table",
    ),
]


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
    form: FromTree = None,
    lang: Language = "ru",
    as_json: Json = False,
) -> None:
    """Записать профиль книгой Excel, без комментариев / Write a profile as a workbook, without comments."""
    source = Inputs(form, profile).profile(profile)
    try:
        from law189.office.workbook.book import as_workbook

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
    book: Book,
    new: New = None,
    plan: Plan = False,
    indicators: Indicators = False,
    at: At = None,
    bodies: Bodies = None,
    lang: Language = "ru",
    as_json: Json = False,
) -> None:
    """Прочитать профиль из книги или таблицы из текста / Read a profile from a workbook, or tables from a text."""
    if plan and indicators:
        raise Misused(BOTH)
    try:
        from law189.office.workbook.from_tables import is_text
        from law189.office.workbook.headed import address_in
        from law189.office.workbook.packed import LARGEST

        found = None if at is None else address_in(at)
        if at is not None and found is None:
            raise Misused(Text(NO_ADDRESS.ru.format(at=word(at)), NO_ADDRESS.en.format(at=word(at))))
        at = found
        data = read_data(book, LARGEST)
        if plan or indicators or is_text(data, str(book)):
            kind = "plan" if plan else "indicators" if indicators else None
            text, questions = _tables(data, book, at, bodies, kind, lang)
            words = PART
        elif at is not None or bodies is not None:
            raise Misused(NO_TABLE)
        else:
            text, questions = _profile(data, book, (new or book).parent, lang, as_json)
            words = Text(f"{PROFILE.ru} {new}", f"{PROFILE.en} {new}")
    except ModuleNotFoundError:
        _without_office(lang)
    except FaultyInput as error:
        fail(error, lang, as_json)
    _put_out(text, questions, book, new, words, lang, as_json)


def _put_out(
    text: str,
    questions: Sequence[Fault],
    book: Path,
    new: Path | None,
    words: Text,
    lang: Lang,
    as_json: bool,
) -> None:
    """Write what was read and say `words` of it, or show it; tell aside what was not read with certainty."""
    if new is not None:
        put_new(new, text, lang, as_json)
    if as_json:
        where = {"text": text} if new is None else {"new": str(new)}
        say_json({"file": str(book), "notes": [fault_as_json(one, lang) for one in questions], **where})
        return
    complain(one.told(lang) for one in questions)
    say(text.splitlines() if new is None else [f"{new}: {words[lang]}"])


def _profile(data: bytes, book: Path, folder: Path, lang: Lang, as_json: bool) -> tuple[str, Sequence[Fault]]:
    """The text of the profile that a workbook holds, and what was not read; or its faults, and exit code 1."""
    from law189.office.workbook.book import read_workbook

    found = read_workbook(data, str(book), folder)
    if found.faults:
        if not as_json:
            complain(one.told(lang) for one in found.notes)
        fail(FaultyInput(found.faults), lang, as_json)
    return found.text, found.notes


def _tables(
    data: bytes, book: Path, at: str | None, bodies: str | None, kind: str | None, lang: Lang
) -> tuple[str, Sequence[Fault]]:
    """The part of a profile that tables of a decree hold, and the questions that are left."""
    from law189.office.workbook.from_tables import read_tables

    known = {} if bodies is None else {body.title.ru: body.id for body in load_given(bodies).latest.bodies}
    found = read_tables(data, str(book), at, known, kind)
    return found.text(lang), found.questions


def _without_office(lang: Lang) -> NoReturn:
    complain([needs_extra("office")[lang]])
    raise typer.Exit(2) from None


BOOK = Text(
    "записана; измените её в Excel и прочитайте: law189 read",
    "written; change it in Excel and read it: law189 read",
)
NO_ADDRESS = Text(
    "--at: адрес приложения «{at}» не той формы; пишите, например, app4",
    "--at: the address «{at}» of the annex has a wrong form; write it like app4",
)
BOTH = Text(
    "--plan и --indicators вместе не нужны: без них читаются обе таблицы; оставьте один ключ",
    "--plan and --indicators are not needed together: without them both tables are read; keep one",
)
NO_TABLE = Text(
    "--at и --bodies нужны таблице постановления; добавьте --plan или --indicators",
    "--at and --bodies are for a table of a decree; add --plan or --indicators",
)
PART = Text(
    "записан; перенесите его записи в профиль и проверьте: law189 check",
    "written; move its entries into a profile, then: law189 check",
)
PROFILE = Text("записан; проверьте: law189 check", "written; now check it: law189 check")
