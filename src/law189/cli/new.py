"""Новый профиль (the command `new`): a profile made by answering questions, left and taken up again at any place.

Each answer is written before the next question is asked, so that whatever ends the command (a word, Ctrl-C,
a closed terminal) loses nothing. The file itself says what is left to ask.
"""

import io
import os
import sys
from importlib import resources
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from law189.cli.console import Json, complain, fail, lost, say, say_json, stop, why_not
from law189.cli.language import Language, Misused
from law189.cli.written import put_new, taken, write_again
from law189.errors import FaultyInput
from law189.files.disk import read_text
from law189.files.foreign import encoded
from law189.files.parser import read_tree
from law189.files.wording import did_you_mean
from law189.law import Lang, Text
from law189.office.interview.blank import blank
from law189.office.interview.heads import is_begun, with_schema
from law189.office.interview.interview import HOW, Asked, Interview, begun
from law189.office.interview.sample import marked, marked_from
from law189.profile.loader import load_profile, shipped_profiles, shipped_source

__all__ = ["new_profile", "schema_address"]

_QUIT = ("выход", "quit", "exit")
_HELP = ("?", "помощь", "help")
_ONE_WAY = Text("--blank и --from: укажите одно", "--blank and --from: give one of them")
_TAKEN = Text(
    "файл уже есть, и опрос law189 new в нём не начат (или это ссылка); выберите другое имя",
    "the file exists, and no questions of law189 new were begun in it (or it is a link); choose another name",
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
_WRITTEN = Text("записано", "written")


File = Annotated[
    Path, typer.Argument(metavar="ФАЙЛ / FILE", help="новый файл или начатый / a new file, or one begun")
]
Blank = Annotated[
    bool,
    typer.Option(
        "--blank", help="записать пояснённый бланк и не спрашивать / write the commented skeleton alone"
    ),
]
Sample = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="ИМЯ ИЛИ ФАЙЛ / NAME OR FILE",
        help="взять за образец профиль из поставки или файл профиля и пометить, что не сверено"
        " / take a shipped profile or the file of one as a sample and mark what is unread",
    ),
]


def new_profile(
    file: File,
    as_blank: Blank = False,
    sample: Sample = None,
    lang: Language = "ru",
    as_json: Json = False,
) -> None:
    """Составить профиль, отвечая на вопросы / Make a profile by answering questions."""
    if as_blank and sample is not None:
        raise Misused(_ONE_WAY)
    if as_blank:
        text, words = blank(lang, schema_address()), _BLANK
    elif sample is not None:
        text, words = with_schema(_sample(sample, lang, as_json), schema_address()), _SAMPLE
    else:
        _Sitting(file, lang, as_json).asks()
        return
    put_new(file, text, lang, as_json)
    if as_json:
        say_json({"file": str(file)} | ({} if sample is None else {"sample": sample}))
    else:
        say([f"{file}: {words[lang]} {file}"])


def _sample(name: str, lang: Lang, as_json: bool) -> str:
    """The text of the sample with its marks: a shipped profile, else the file of one."""
    if name not in shipped_profiles() and not os.path.lexists(name):
        stop(_no_sample(name), name, lang, as_json)
    try:
        if name in shipped_profiles():
            return marked(shipped_source(name), name, lang)
        load_profile(Path(name))  # what is no profile is refused with its faults
        return marked_from(read_text(Path(name)), Path(name).name, lang)
    except FaultyInput as error:
        fail(error, lang, as_json)


def _no_sample(name: str) -> Text:
    hint = did_you_mean(name, shipped_profiles())
    return Text(
        f"нет ни такого профиля в поставке, ни такого файла; {hint.ru}",
        f"no profile of that name is shipped, and there is no such file; {hint.en}",
    )


def schema_address() -> str:
    """The `file:` address of the JSON Schema of profiles that is installed; empty where it is no file."""
    schema = resources.files("law189").joinpath("data/schemas/v1/profile.json")
    return schema.resolve().as_uri() if isinstance(schema, Path) and schema.is_file() else ""


# ─── Опрос ───────────────────────────────────────────────────────────────────────────────────────────────


_MOVED = Text(
    "файл изменён или заменён, пока шёл опрос; ответ не записан, начните снова: law189 new",
    "the file was changed or replaced meanwhile; the answer is not written, begin again: law189 new",
)


def _unread(said: str) -> Text | None:
    """That the answer came in another encoding, and in which; None where it was read."""
    try:
        said.encode()
    except UnicodeEncodeError:
        named = encoded(said.encode("utf-8", "surrogateescape"))
        ru, en = ("", "") if named is None else (f" (похоже, это {named})", f" (it seems to be {named})")
        return Text(
            f"ответ не в кодировке UTF-8{ru}; переключите терминал на UTF-8 и наберите ответ заново",
            f"the answer is not in UTF-8{en}; set the terminal to UTF-8 and type the answer anew",
        )
    return None


class _Sitting:
    """Один приём опроса: the questions of a file and the answers to them; with JSON, the talk goes aside."""

    def __init__(self, file: Path, lang: Lang, as_json: bool) -> None:
        self.lang: Lang = lang
        self.file, self.as_json = file, as_json
        self.tell = complain if as_json else say

    def asks(self) -> None:
        """Ask until every question is answered or left for later, or the person leaves."""
        if isinstance(sys.stdin, io.TextIOWrapper):  # what cannot be read is refused as a sign nobody sees
            sys.stdin.reconfigure(errors="surrogateescape")
        asked = Interview(self._begun(), self.lang)
        self.tell([str(self.file), HOW[self.lang]])
        try:
            while (question := self._next(asked)) is not None:
                self.tell(["", *asked.told(question)])
                said = self._said()
                if said is None or said.strip().casefold() in _QUIT:
                    break
                if said.strip().casefold() in _HELP:
                    self.tell(asked.explained(question))
                else:
                    self._takes(asked, question, said)
        except KeyboardInterrupt:
            self._ends(asked)
            raise typer.Exit(130) from None
        self._ends(asked)

    def _begun(self) -> str:
        """The text of the file, which is begun where there is none."""
        try:
            there = self.file.is_symlink() or self.file.exists()
        except OSError as error:
            self._not_written(error)
        if not there:
            put_new(self.file, begun(self.lang, schema_address()), self.lang, self.as_json)
        return self._text()

    def _text(self) -> str:
        """The text of a file that was begun by questions, or the end of the command."""
        try:
            if self.file.is_symlink() or not self.file.is_file():
                self._stops(taken(self.file, _TAKEN))
            text = read_text(self.file)
            if not is_begun(text):
                self._stops(_TAKEN)
            read_tree(text, str(self.file))
        except FaultyInput as error:
            fail(error, self.lang, self.as_json)
        except OSError as error:
            self._not_written(error)
        return text.replace("\r\n", "\n")

    def _next(self, asked: Interview) -> Asked | None:
        """The next question of the file as it stands now: somebody may have changed it by hand meanwhile."""
        asked.text = self._text()
        return asked.question

    def _said(self) -> str | None:
        """What the person types; None where nobody types any more."""
        out = sys.stderr if self.as_json else sys.stdout
        try:
            out.write("> ")
            out.flush()
        except OSError as error:
            lost(error)
        try:
            line = sys.stdin.readline()
        except (AttributeError, OSError, ValueError):  # no input at all, or a terminal that is closed
            return None
        return line or None

    def _takes(self, asked: Interview, question: Asked, said: str) -> None:
        """Take an answer and write it at once, or tell why it is refused."""
        before = asked.text
        wrong = _unread(said) or asked.answer(said)
        if wrong is not None:
            self.tell([f"  ✗ {wrong[self.lang]}"])
        elif asked.text != before:
            try:
                write_again(self.file, before.encode(), asked.text.encode())
            except FileExistsError:
                self._stops(_MOVED)
            except (OSError, ValueError) as error:
                self._not_written(error)
            self.tell([f"  ✓ {_WRITTEN[self.lang]}: {self.file}:{question.line}"])

    def _ends(self, asked: Interview) -> None:
        """Say how many questions are left, and what comes next."""
        left = len(asked.standing)
        if self.as_json:
            say_json({"file": str(self.file), "left": left})
            return
        words = _LEFT[self.lang].format(left) if left else _DONE[self.lang]
        say(["", f"{self.file}: {words} {self.file}"])

    def _not_written(self, error: OSError | ValueError) -> NoReturn:
        why = why_not(error)
        self._stops(Text(f"файл не записан: {why.ru}", f"the file was not written: {why.en}"))

    def _stops(self, words: Text) -> NoReturn:
        stop(words, str(self.file), self.lang, self.as_json)
