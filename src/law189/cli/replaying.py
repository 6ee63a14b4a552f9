"""Команда replay (replaying): a file of steps played through, and one case of it told as a page or a workbook.

A step that is refused and a line with faults end the command with exit code 1, as what is BREACH or VOID does; the
rest of the file is still taken.
"""

from collections.abc import Iterator
from typing import Annotated, Any

import typer

from law189.audit.parts.workers import seldom_collected
from law189.audit.replay import Replay, Step
from law189.cases.history import History
from law189.cli.complaints import Complaints
from law189.cli.console import Json, breaks, complain, fail, fault_as_json, profile_of, say, say_json
from law189.cli.handed import Handed, Html, Tables, Xlsx, check_xlsx
from law189.cli.inputs import ByProfile, FromLines, Inputs, StepsFile
from law189.cli.language import Language, Misused
from law189.cli.standing import OneHistory, against, known_history, told_heading, told_step
from law189.errors import FaultyInput
from law189.law import Lang, Text
from law189.profile.profile import Profile
from law189.report.findings import tell_alike

__all__ = ["replay"]

STATES = Text("Состояние историй", "The histories stand at")
NONE_READ = Text("ни одной", "none")
ONE_CASE = Text(
    "--html и --xlsx рассказывают одно дело; назовите его: --history",
    "--html and --xlsx tell one case; name it: --history",
)


def replay(
    file: StepsFile,
    profile: ByProfile,
    brief: Annotated[
        bool, typer.Option("--brief", help="по строке на шаг, без причин / a line for a step, no reasons")
    ] = False,
    history: OneHistory = None,
    html: Html = None,
    xlsx: Xlsx = None,
    form: FromLines = None,
    lang: Language = "ru",
    as_json: Json = False,
) -> None:
    """Проиграть файл шагов: какой принят, какой нет / Replay a file of steps: which are taken."""
    handed = Handed(html, xlsx)
    if handed.any and history is None:
        raise Misused(ONE_CASE)
    check_xlsx(xlsx, lang)
    steps = (inputs := Inputs(form, file, profile)).lines(file)
    judged_by = profile_of(inputs.profile(profile), lang, as_json)
    replayed, aside = Replay(judged_by, str(steps), keeps=handed.any), Complaints(lang)
    telling = _Telling(replayed, brief, handed.any, aside, lang, as_json)
    try:
        with seldom_collected():
            for number, step in replayed.read(steps):
                if isinstance(step, FaultyInput) or history in (None, step.history.id):
                    telling.tell(number, step)
    except FaultyInput as error:
        aside.end()
        fail(error, lang, as_json)
    aside.end()
    known_history(history, replayed, steps, lang, as_json)
    if history is not None and handed.any:
        _hand_over(replayed.histories[history], replayed.profile, handed, lang, as_json)
    elif not as_json:
        say(_told_states(replayed, history, brief, lang))
    if not telling.good:
        raise typer.Exit(1)


class _Telling:
    """What is said of each line; `good` is False once one was not taken or is in breach.

    Where the case goes into a file, only what was refused is told, aside.
    """

    def __init__(
        self, replayed: Replay, brief: bool, filed: bool, aside: Complaints, lang: Lang, as_json: bool
    ) -> None:
        self.good = True
        self._replayed, self._brief, self._filed = replayed, brief, filed
        self._aside, self._as_json = aside, as_json
        self._lang: Lang = lang

    def tell(self, number: int, step: Step | FaultyInput) -> None:
        """Say of a line what became of it."""
        lang = self._lang
        if isinstance(step, FaultyInput):
            self.good = False
            _say_faults(number, step, lang, self._aside, self._as_json)
            return
        self.good = self.good and step.accepted and not breaks([step.verdict])
        if self._as_json:
            say_json(step.as_json(), indent=None)
        elif not self._filed:
            say(self._lines(step))
        elif not step.accepted:
            complain(self._lines(step))

    def _lines(self, step: Step) -> list[str]:
        told = told_step(step, self._lang, self._replayed.profile)
        return [told, *(() if self._brief else against(step.verdict, self._lang, 1))]


def _hand_over(case: History[Any], profile: Profile, handed: Handed, lang: Lang, as_json: bool) -> None:
    """Write the case told as a page and as a workbook."""
    from law189.report.case import case_book, case_page  # only a report needs it

    handed.write(
        lambda: case_page(case, profile, lang), lambda: Tables(*case_book(case, profile, lang)), lang, as_json
    )


def _told_states(replayed: Replay, history: str | None, brief: bool, lang: Lang) -> Iterator[str]:
    """Where every history stands at the end of the file, unless it is told in brief, and which ids look alike."""
    if not brief:
        told = [one for one in replayed.histories.values() if history in (None, one.id)]
        yield from ("", f"{STATES[lang]}:")
        yield from [f"  {told_heading(one, lang)}" for one in told] or [f"  {NONE_READ[lang]}"]
    yield from () if history is not None else tell_alike(replayed.alike.found, lang)


def _say_faults(number: int, error: FaultyInput, lang: Lang, aside: Complaints, as_json: bool) -> None:
    if as_json:
        say_json({"line": number, "errors": [fault_as_json(f, lang) for f in error.faults]}, indent=None)
    else:
        aside.tell(error)
