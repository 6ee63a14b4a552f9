"""Проверка профилей (the command `check`): faults of the files and of the decrees, for people and for programs."""

from collections.abc import Iterable
from importlib import metadata
from pathlib import Path
from typing import Annotated, Literal

import typer

from law189.cli.console import Json, Language, complain, say, say_bytes, say_json
from law189.errors import FaultyInput
from law189.law import Lang, Text
from law189.lints import linter
from law189.lints.places import placed
from law189.profile.loader import load_with_places, shipped_profiles
from law189.report.checked import Checked, checked, faulty
from law189.report.junit import as_junit
from law189.report.sarif import as_sarif

__all__ = ["check_profiles"]

Profiles = Annotated[
    list[str],
    typer.Argument(metavar="PROFILE...", help="имена из поставки или файлы / shipped names or files"),
]
Form = Annotated[
    Literal["text", "json", "sarif", "junit"] | None,
    typer.Option("--format", help="вид вывода; без него text / the form of the output; text without it"),
]
ONE_FORM = "--json и --format: укажите одно / --json and --format: give one of them"


def check_profiles(
    profile: Profiles,
    strict: Annotated[
        bool, typer.Option("--strict", help="замечания — тоже ошибка / lints fail too")
    ] = False,
    form: Form = None,
    lang: Language = "ru",
    as_json: Json = False,
) -> None:
    """Ошибки в файле профиля и в самом постановлении / Faults of the file and of the decree."""
    if as_json and form not in (None, "json"):
        raise typer.BadParameter(ONE_FORM)
    found = [_check(one) for one in profile]
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


def _check(name: str) -> Checked:
    """What is wrong with the profile of that name or file."""
    try:
        profile, tree = load_with_places(name)
    except FaultyInput as error:
        return faulty(name, error.faults)
    own = None if name in shipped_profiles() else name
    allowed = [] if own is None else linter.allowances(Path(own).read_text(encoding="utf-8-sig"))
    findings = linter.lint(profile, allowed)
    return checked(profile.name, own, placed(findings, profile.latest, tree))


COUNTED = Text("ошибок в файле: 0; замечаний к постановлению", "faults of the file: 0; lints")


def _tell(found: Iterable[Checked], lang: Lang) -> None:
    """Faults aside, lints to the output: with the lines of a file of one's own, without for a shipped profile."""
    for one in found:
        if one.faults:
            complain(problem.told(lang) for problem in one.faults)
            continue
        say([f"{one.name}: {COUNTED[lang]}: {len(one.lints)}"])
        say(
            f"  {problem.code} {problem.words(lang)}" if one.file is None else problem.told(lang)
            for problem in one.lints
        )
