"""Новый профиль (the command `new`): a profile made by answering questions, left and taken up again at any place.

Each answer is written before the next question is asked, so that whatever ends the command (a word, Ctrl-C,
a closed terminal) loses nothing. The file itself says what is left to ask.
"""

import io
import sys
from importlib import resources
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from law189.cli.console import fail, lost, say, stop, why_not
from law189.cli.language import Language, Misused
from law189.cli.written import put_new, write_again
from law189.errors import FaultyInput
from law189.files.disk import read_text
from law189.files.parser import read_tree
from law189.law import Lang, Text
from law189.office.blank import blank
from law189.office.heads import is_begun, with_schema
from law189.office.interview import HOW, Asked, Interview, begun
from law189.office.sample import marked
from law189.profile.loader import shipped_source

__all__ = ["new_profile", "schema_address"]

_QUIT = ("выход", "quit", "exit")
_HELP = ("?", "помощь", "help")
_ONE_WAY = Text("--blank и --from: укажите одно", "--blank and --from: give one of them")
_TAKEN = Text(
    "файл уже есть, и начат он не командой law189 new (или это ссылка); выберите другое имя",
    "the file exists and was not begun by law189 new (or it is a link); choose another name",
)
_BLANK = Text(
    "записан; уберите # перед нужным и проверьте: law189 check",
    "written; take the # before what you need away, then: law189 check",
)
_SAMPLE = Text(
    "записан; что сверено, с того снимите пометку, а что осталось, скажет: law189 check",
    "written; take the mark off what you have checked; what is left tells: law189 check",
)
_DONE = Text(
    "вопросов без ответа нет; проверьте: law189 check", "every question is answered; now: law189 check"
)
_LEFT = Text("вопросов без ответа: {}; продолжить: law189 new", "questions left: {}; go on: law189 new")
_CHANGED = Text("записано", "written")


def new_profile(
    file: Annotated[
        Path, typer.Argument(metavar="ФАЙЛ / FILE", help="новый файл или начатый / a new file, or one begun")
    ],
    as_blank: Annotated[
        bool,
        typer.Option(
            "--blank", help="записать пояснённый бланк и не спрашивать / write the commented skeleton alone"
        ),
    ] = False,
    sample: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="ПРОФИЛЬ / PROFILE",
            help="взять профиль из поставки за образец и пометить, что не сверено"
            " / take a shipped profile as a sample and mark what is unread",
        ),
    ] = None,
    lang: Language = "ru",
) -> None:
    """Составить профиль, отвечая на вопросы / Make a profile by answering questions."""
    if as_blank and sample is not None:
        raise Misused(_ONE_WAY)
    if as_blank:
        put_new(file, blank(lang, schema_address()), lang, False)
        say([f"{file}: {_BLANK[lang]} {file}"])
    elif sample is not None:
        try:
            text = marked(shipped_source(sample), sample, lang)
        except FaultyInput as error:
            fail(error, lang, False)
        put_new(file, with_schema(text, schema_address()), lang, False)
        say([f"{file}: {_SAMPLE[lang]} {file}"])
    else:
        _ask(file, lang)


def schema_address() -> str:
    """The `file:` address of the JSON Schema of profiles that is installed; empty where it is no file."""
    schema = resources.files("law189").joinpath("data/schemas/v1/profile.json")
    return schema.resolve().as_uri() if isinstance(schema, Path) and schema.is_file() else ""


# ─── Опрос ───────────────────────────────────────────────────────────────────────────────────────────────


def _ask(file: Path, lang: Lang) -> None:
    """Ask until every question is answered, left for later, or the person leaves."""
    if not file.exists() and not file.is_symlink():
        put_new(file, begun(lang, schema_address()), lang, False)
    asked = Interview(_text_of(file, lang), lang)
    say([f"{file}", HOW[lang]])
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(
            errors="surrogateescape"
        )  # what cannot be read is refused as a sign nobody sees
    try:
        while (question := _next(asked, file, lang)) is not None:
            say(["", *asked.told(question)])
            said = _said()
            if said is None or said.strip().casefold() in _QUIT:
                break
            if said.strip().casefold() in _HELP:
                say(asked.explained(question))
                continue
            _taken(asked, question, said, file, lang)
    except KeyboardInterrupt:
        say([""])
        _told_left(asked, file, lang)
        raise typer.Exit(130) from None
    say([""])
    _told_left(asked, file, lang)


def _next(asked: Interview, file: Path, lang: Lang) -> Asked | None:
    """The next question of the file as it stands now: somebody may have changed it by hand meanwhile."""
    asked.text = _text_of(file, lang)
    return asked.question


def _text_of(file: Path, lang: Lang) -> str:
    """The text of a file that was begun by questions, or the end of the command."""
    try:
        if file.is_symlink() or not file.is_file():
            stop(_TAKEN, str(file), lang, False)
        text = read_text(file)
        if not is_begun(text):
            stop(_TAKEN, str(file), lang, False)
        read_tree(text, str(file))
        return text.replace("\r\n", "\n")
    except FaultyInput as error:
        fail(error, lang, False)
    except OSError as error:
        _not_written(error, file, lang)


def _said() -> str | None:
    """What the person types; None where nobody types any more."""
    try:
        sys.stdout.write("> ")
        sys.stdout.flush()
    except OSError as error:
        lost(error)
    try:
        line = sys.stdin.readline()
    except (OSError, ValueError):  # a terminal that is closed
        return None
    return line if line else None


def _taken(asked: Interview, question: Asked, said: str, file: Path, lang: Lang) -> None:
    """Take an answer and write it at once, or tell why it is refused."""
    before = asked.text
    wrong = asked.answer(said)
    if wrong is not None:
        say([f"  ✗ {wrong[lang]}"])
    elif asked.text != before:
        try:
            write_again(file, before.encode(), asked.text.encode())
        except FileExistsError:
            stop(_MOVED, str(file), lang, False)
        except (OSError, ValueError) as error:
            _not_written(error, file, lang)
        say([f"  ✓ {_CHANGED[lang]}: {file}:{question.line}"])


_MOVED = Text(
    "файл изменён или заменён, пока шёл опрос; ответ не записан, начните снова: law189 new",
    "the file was changed or replaced meanwhile; the answer is not written, begin again: law189 new",
)


def _not_written(error: OSError | ValueError, file: Path, lang: Lang) -> NoReturn:
    why = why_not(error)
    stop(Text(f"файл не записан: {why.ru}", f"the file was not written: {why.en}"), str(file), lang, False)


def _told_left(asked: Interview, file: Path, lang: Lang) -> None:
    left = len(asked.standing)
    say([f"{file}: {(_LEFT[lang].format(left) if left else _DONE[lang])} {file}"])
