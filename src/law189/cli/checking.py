"""Проверка профилей (the command `check`): faults of the files and of the decrees, for people and for programs."""

from collections.abc import Iterable
from importlib import metadata
from pathlib import Path
from typing import Annotated, Literal

import typer

from law189.cli.console import Json, complain, fail, say, say_bytes, say_json
from law189.cli.inputs import FromTree, Inputs
from law189.cli.language import Language, Misused
from law189.errors import FaultyInput
from law189.files.disk import read_text
from law189.files.given import Given
from law189.law import Lang, Text
from law189.lints import linter
from law189.lints.places import placed
from law189.office.interview.left import left
from law189.profile.loader import load_with_places, shipped_profiles
from law189.report.checked import QUESTION, UNREAD, Checked, Left, checked, faulty
from law189.report.junit import as_junit
from law189.report.origins import origins
from law189.report.sarif import as_sarif
from law189.telling import act_named

__all__ = ["allowed_in", "check_profiles", "show_origins"]

Profiles = Annotated[
    list[str],
    typer.Argument(
        metavar="ПРОФИЛЬ / PROFILE",
        help="имена из поставки, файлы или «-» / shipped names, files or «-»",
    ),
]
Form = Annotated[
    Literal["text", "json", "sarif", "junit"] | None,
    typer.Option(
        "--format",
        metavar="text|json|sarif|junit",
        help="вид вывода; без ключа — текст / the form of the output; text without it",
    ),
]
ONE_FORM = Text("--json и --format: укажите одно", "--json and --format: give one of them")


def check_profiles(
    profile: Profiles,
    strict: Annotated[
        bool, typer.Option("--strict", help="замечания — тоже ошибка / lints fail too")
    ] = False,
    form: Form = None,
    given: FromTree = None,
    lang: Language = "ru",
    as_json: Json = False,
) -> None:
    """Ошибки в файле профиля и в самом постановлении / Faults of the file and of the decree."""
    if as_json and form not in (None, "json"):
        raise Misused(ONE_FORM)
    inputs = Inputs(given, *profile)
    found = [_check(inputs.profile(one)) for one in profile]
    match "json" if as_json else form:
        case "json":
            told = [one.as_json(lang) for one in found]
            say_json(told[0] if len(told) == 1 else told)
        case "sarif":
            say_json(as_sarif(found, lang, version=metadata.version("law189")))
        case "junit":
            say_bytes(as_junit(found, lang, strict=strict).encode())
        case _:
            _tell(found, lang)
    if any(one.fails(strict=strict) for one in found):
        raise typer.Exit(1)


def _check(source: str | Given) -> Checked:
    """What is wrong with the profile of that name, file or stream."""
    name = str(source)
    try:
        profile, tree = load_with_places(source)
    except FaultyInput as error:
        return faulty(name, error.faults, _left_in(source))
    own = None if name in shipped_profiles() else name
    findings = linter.lint(profile, allowed_in(source))
    found = placed(findings, profile.latest, tree)
    return checked(profile.name, own, found, _left_in(source), act=profile.latest.whole)


def _left_in(source: str | Given) -> list[Left]:
    """What the comments of a file or of a stream leave to do; nothing in one that cannot be read."""
    if str(source) in shipped_profiles():
        return []
    try:
        return left(read_text(source if isinstance(source, Given) else Path(source)))
    except FaultyInput:
        return []


def allowed_in(source: str | Given) -> list[linter.Allowance]:
    """What the comments of a file or of a stream allow; a shipped profile allows nothing."""
    if str(source) in shipped_profiles():
        return []
    return linter.allowances(read_text(source if isinstance(source, Given) else Path(source)))


COUNTED = Text("ошибок в файле: 0; замечаний к постановлению", "faults of the file: 0; lints")
LEFT = {
    QUESTION: Text("вопросов без ответа", "questions without an answer"),
    UNREAD: Text("не сверено с постановлением, значений", "values not read against the decree"),
}


def _tell(found: Iterable[Checked], lang: Lang) -> None:
    """Faults aside, lints to the output: with the lines of a file of one's own, without for a shipped profile."""
    for one in found:
        if one.faults:
            complain(problem.told(lang) for problem in one.faults)
            _tell_left(one, lang)
            continue
        say([f"{one.name}: {_of_act(COUNTED, one)[lang]}: {len(one.lints)}"])
        say(
            f"  {problem.code} {problem.words(lang)}" if one.file is None else problem.told(lang)
            for problem in one.lints
        )
        _tell_left(one, lang)


def _tell_left(one: Checked, lang: Lang) -> None:
    """What is left to do with a file, each kind under its own count."""
    for code, words in LEFT.items():
        if found := one.left(code):
            say(
                [
                    f"{one.name}: {_of_act(words, one)[lang]}: {len(found)}",
                    *(problem.told(lang) for problem in found),
                ]
            )


def _of_act(words: Text, one: Checked) -> Text:
    """The words, with the kind of the act that the profile is of; of a file that cannot be used, «акт»."""
    if one.act is not None:
        return act_named(words, (one.act,))
    return Text(words.ru.replace("постановлением", "актом"), words.en.replace("decree", "act"))


def show_origins(source: str | Given, lang: Lang, as_json: bool) -> None:
    """Which file each part of the profile comes from; its faults, and exit code 1, where it cannot be used."""
    try:
        profile, tree = load_with_places(source)
    except FaultyInput as error:
        fail(error, lang, as_json)
    found = list(origins(profile.latest, tree, str(source)))
    if as_json:
        say_json([one.as_json() for one in found])
    else:
        say(one.told(lang) for one in found)
