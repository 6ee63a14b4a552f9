"""Бумаги заседания (papers): the commands `minutes` and `agenda`, a draft of the minutes and of the notice.

A record is read as `meeting` reads it, but that it may not say yet who came and how they voted. A draft is written
whatever it says: what is to be checked in it is told, and the exit code is 0.
"""

from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Annotated

import typer

from law189.audit.meeting import MeetingAnswer
from law189.audit.records import Meetings
from law189.cli.console import Json, complain, fail, say, say_json, stop
from law189.cli.inputs import From, Inputs
from law189.cli.language import Language
from law189.cli.written import write_docx, write_page
from law189.errors import FaultyInput, Refused, needs_extra
from law189.law import Lang, Text
from law189.office.papers.document import Document, as_text
from law189.profile.profile import Profile

__all__ = ["agenda", "minutes"]

MeetingFile = Annotated[
    str,
    typer.Argument(
        metavar="ФАЙЛ / FILE",
        help="одно заседание: YAML, JSON, JSON Lines или «-» / one meeting: YAML, JSON, JSON Lines or «-»",
    ),
]
AsDocx = Annotated[
    Path | None,
    typer.Option(
        "--docx",
        metavar="ФАЙЛ / FILE",
        help="вместо текста записать docx (добавка office) / write docx, not the text (extra office)",
    ),
]
AsHtml = Annotated[
    Path | None,
    typer.Option(
        "--html", metavar="ФАЙЛ / FILE", help="вместо текста записать HTML / write HTML, not the text"
    ),
]
SEVERAL = Text(
    "заседаний в файле больше одного, а бумагу составляют об одном; сохраните его запись в отдельный файл",
    "the file has more than one meeting, and a paper is of one; save its record to a file of its own",
)
CHECK = Text("надо проверить (в рамках)", "to be checked (within frames)")


def minutes(
    file: MeetingFile,
    docx: AsDocx = None,
    html: AsHtml = None,
    form: From = None,
    lang: Language = "ru",
    as_json: Json = False,
) -> None:
    """Составить проект протокола заседания / Draft the minutes of a meeting."""
    from law189.office.papers.minutes import minutes_of  # only this command needs it

    _put_out(_paper(file, form, minutes_of, lang, as_json), docx, html, as_json)


def agenda(
    file: MeetingFile,
    docx: AsDocx = None,
    html: AsHtml = None,
    form: From = None,
    lang: Language = "ru",
    as_json: Json = False,
) -> None:
    """Составить извещение о заседании с повесткой / Draft the notice of a meeting with its agenda."""
    from law189.office.papers.notice import notice_of  # only this command needs it

    _put_out(_paper(file, form, notice_of, lang, as_json), docx, html, as_json)


def _paper(
    file: str,
    form: From,
    drafted: Callable[[MeetingAnswer, Profile, Lang], Document],
    lang: Lang,
    as_json: bool,
) -> Document:
    """The paper of the one meeting in the file; where there is none, why not, and exit code 1."""
    from law189.office.papers.planned import PlannedRecord  # only a paper needs it

    meetings = Meetings(Inputs(form, file).records(file), PlannedRecord)
    try:
        found = [answer for _, answer in islice(meetings, 2)]
    except FaultyInput as error:
        fail(error, lang, as_json)
    answer = found[0]
    if isinstance(answer, FaultyInput):
        fail(answer, lang, as_json)
    if len(found) > 1:
        stop(SEVERAL, str(meetings.file), lang, as_json)
    try:
        return drafted(answer, meetings.profiles[answer.record.profile], lang)
    except Refused as refused:
        stop(refused.verdict.text, str(meetings.file), lang, as_json)


def _put_out(paper: Document, docx: Path | None, html: Path | None, as_json: bool) -> None:
    """Write the files that are asked for; where none is, the text."""
    lang = paper.lang
    data = None if docx is None else _docx(paper)
    if docx is not None and data is not None:
        write_docx(docx, data, lang, as_json)
    if html is not None:
        from law189.office.papers.pages import as_page  # only a page needs it

        write_page(html, as_page(paper), lang, as_json)
    if as_json:
        say_json(paper.as_json())
    elif data is None and html is None:
        say(as_text(paper))
    elif paper.points:
        complain([f"{CHECK[lang]}: {len(paper.points)}"])


def _docx(paper: Document) -> bytes:
    try:
        from law189.office.papers.docx import as_docx  # the extra `office`
    except ModuleNotFoundError:
        complain([needs_extra("office")[paper.lang]])
        raise typer.Exit(2) from None
    return as_docx(paper)
