"""Команда diff (the command on what differs): two profiles compared in meaning, and a case they decide differently.

Exit codes: 0 where nothing differs, 1 where something does or a profile cannot be used, 2 on wrong usage and where
the extra `testing` is missing.
"""

from datetime import date
from typing import Annotated, Any

import typer

from law189.audit.compare import Difference, compare
from law189.cli.console import ON, Json, complain, day_of, profile_of, say, say_json
from law189.cli.inputs import FromTree, Inputs
from law189.cli.language import Language
from law189.cli.progress import on_terminal
from law189.errors import needs_extra
from law189.law import Lang, Text
from law189.profile.edition import Edition
from law189.profile.profile import Profile
from law189.report.differences import tell_differences
from law189.verdict import plain

__all__ = ["diff"]

EXAMPLES = 200
"""So many meetings and so many files of steps are tried for a witness."""
NOT_FOUND = Text(
    f"Свидетеля нет среди испытанных заседаний и файлов шагов (до {EXAMPLES} каждого вида); это не доказывает, "
    "что его не бывает.",
    f"None of the meetings and files of steps that were tried (up to {EXAMPLES} of each) is decided differently; "
    "that does not prove that there is none.",
)
NOT_ASKED = Text("Различий нет, свидетеля не ищут.", "Nothing differs, so no witness is looked for.")
RUN = {
    "meeting": Text(
        "Заседание решено по-разному; две строки ниже — для law189 meeting",
        "A meeting is decided differently; the two lines below are for law189 meeting",
    ),
    "replay": Text(
        "Шаги решены по-разному; строки ниже — для law189 replay с каждым из профилей",
        "Steps are decided differently; the lines below are for law189 replay with each of the profiles",
    ),
}


def _side(letter: str) -> Any:
    return typer.Argument(
        metavar=letter,
        help="имя из поставки, файл или «-» / a shipped name, a file or «-»",
    )


def diff(
    a: Annotated[str, _side("А / A")],
    b: Annotated[str, _side("Б / B")],
    on: Annotated[str | None, ON] = None,
    witness: Annotated[
        bool,
        typer.Option(
            "--witness",
            help="найти заседание или шаги, решённые по-разному / find a meeting or steps decided differently",
        ),
    ] = False,
    form: FromTree = None,
    lang: Language = "ru",
    as_json: Json = False,
) -> None:
    """Чем различаются два профиля; код 1, если различаются / What differs between two profiles; 1 if anything."""
    inputs, day = Inputs(form, a, b), None if on is None else day_of(on)
    profiles = tuple(profile_of(inputs.profile(name), lang, as_json) for name in (a, b))
    of = (_on(profiles[0], day), _on(profiles[1], day))
    found = compare(*of)
    if witness and found and on_terminal():
        complain([SEARCH[lang]])
    case = _witness((profiles[0], profiles[1]), (a, b), of, lang) if witness and found else None
    if as_json:
        told: dict[str, Any] = {**_heading(of, day), "differences": [one.as_json() for one in found]}
        say_json(told | ({"witness": _case_as_json(case)} if witness else {}))
    else:
        say(tell_differences(found, of, lang))
        if witness:
            _say_case(case, found, lang)
    if found:
        raise typer.Exit(1)


SEARCH = Text(
    "ищется случай, который профили решают по-разному; это может занять минуту",
    "looking for a case that the profiles decide differently; this may take a minute",
)


def _on(profile: Profile, day: date | None) -> Edition:
    return profile.latest if day is None else profile.on(day)


def _heading(of: tuple[Edition, Edition], day: date | None) -> dict[str, Any]:
    sides = {
        side: {"profile": edition.profile, "title": plain(edition.title), "act": plain(edition.whole)}
        for side, edition in zip(("a", "b"), of, strict=True)
    }
    return {**sides, "on": day and day.isoformat()}


# ─── Свидетель: добавка testing ──────────────────────────────────────────────────────────────────────────


def _witness(
    profiles: tuple[Profile, Profile], given: tuple[str, str], of: tuple[Edition, Edition], lang: Lang
) -> Any:
    """A case that the two decide differently; without the extra `testing`, what to install, and exit code 2."""
    try:
        from law189.testing.witness import witness  # the extra `testing`
    except ModuleNotFoundError:
        complain([needs_extra("testing")[lang]])
        raise typer.Exit(2) from None
    called = [profile.name if name == "-" else name for profile, name in zip(profiles, given, strict=True)]
    return witness(*profiles, names=(called[0], called[1]), of=of, examples=EXAMPLES)


def _case_as_json(case: Any) -> dict[str, Any] | None:
    if case is None:
        return None
    differs = {"part": plain(case.part), "a": plain(case.a), "b": plain(case.b)}
    return {"command": case.command, "lines": list(case.lines), **differs}


def _say_case(case: Any, found: tuple[Difference, ...], lang: Lang) -> None:
    if case is None:
        say(["", (NOT_FOUND if found else NOT_ASKED)[lang]])
        return
    say(["", f"{RUN[case.command][lang]}: {case.part[lang]} — {case.a[lang]} | {case.b[lang]}"])
    for line in case.lines:
        say_json(line, indent=None)
