"""Команды о делах (the commands on cases): replay a file of steps, what may be done, what is owed, the drawing.

A step that is refused and a line with faults end a command with exit code 1, as what is BREACH or VOID does;
the rest of the file is still taken. What may be done and what is owed is asked of a day: no line of a later
day counts.
"""

from collections.abc import Collection, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple

import typer
from pydantic import TypeAdapter, ValidationError

from law189.audit.replay import CYCLES, Replay, Step, duty_as_json, no_lifecycle, option_as_json
from law189.cases.history import History
from law189.cases.lifecycle import Duty, Option
from law189.cli.console import (
    DAY,
    DAY_HELP,
    Json,
    Language,
    breaks,
    complain,
    day_of,
    fail,
    fault_as_json,
    profile_of,
    say,
    say_bytes,
    say_json,
    stop,
)
from law189.cli.written import write_ics
from law189.errors import FaultyInput
from law189.files.disk import read_lines
from law189.files.wording import did_you_mean, word
from law189.law import Lang, Text
from law189.profile.profile import Profile
from law189.report import text as report
from law189.report.drawing import as_svg
from law189.verdict import Outcome, Verdict

__all__ = ["diagram", "due", "options", "replay"]

StepsFile = Annotated[Path, typer.Argument(metavar="FILE", help="шаги, JSON Lines / steps, one a line")]
ByProfile = Annotated[
    str,
    typer.Option("--profile", metavar="PROFILE", help="имя из поставки или файл / a shipped name or a file"),
]
OnDay = Annotated[str, typer.Option("--on", help=DAY_HELP)]
OneHistory = Annotated[
    str | None, typer.Option("--history", metavar="ID", help="только одна история / one history only")
]


# ─── replay: шаг за шагом ────────────────────────────────────────────────────────────────────────────────

DECIDED = Text("решение", "decision")
STATES = Text("Состояние историй", "The histories stand at")
NONE_READ = Text("ни одной", "none")


def replay(
    file: StepsFile,
    profile: ByProfile,
    brief: Annotated[
        bool, typer.Option("--brief", help="по строке на шаг, без причин / a line for a step, no reasons")
    ] = False,
    lang: Language = "ru",
    as_json: Json = False,
) -> None:
    """Проиграть файл шагов: какой принят, какой нет / Replay a file of steps: which are taken."""
    replayed, good = Replay(profile_of(profile, lang, as_json), str(file)), True
    try:
        for number, step in replayed.read(file):
            if isinstance(step, FaultyInput):
                good = False
                _say_faults(number, step, lang, as_json)
                continue
            good = good and step.accepted and not breaks([step.verdict])
            if as_json:
                say_json(step.as_json(), indent=None)
            else:
                say([_told(step, lang), *(() if brief else _against(step.verdict, lang, 1))])
    except FaultyInput as error:
        fail(error, lang, as_json)
    if not (brief or as_json):
        said = [
            f"  {history.id} {history.lifecycle}: {history.state}" for history in replayed.histories.values()
        ]
        say(["", f"{STATES[lang]}:", *(said or [f"  {NONE_READ[lang]}"])])
    if not good:
        raise typer.Exit(1)


def _say_faults(number: int, error: FaultyInput, lang: Lang, as_json: bool) -> None:
    if as_json:
        say_json({"line": number, "errors": [fault_as_json(f, lang) for f in error.faults]}, indent=None)
    else:
        complain(fault.told(lang) for fault in error.faults)


def _told(step: Step, lang: Lang) -> str:
    """`mark history lifecycle kind day → state`, and who decided it where it needed a decision."""
    history, mark = step.history, report.MARKS[step.verdict.outcome]
    told = f"{mark} {history.id} {history.lifecycle} {step.kind} {step.event.on} → {history.state}"
    return f"{told} ({DECIDED[lang]}: {step.decided.by})" if step.decided is not None else told


def _against(verdict: Verdict, lang: Lang, indent: int) -> Iterator[str]:
    """Every reason that is not HOLDS, with its addresses."""
    if verdict.outcome is Outcome.HOLDS:
        return
    inner = [part for part in verdict.parts if part.outcome is not Outcome.HOLDS]
    if not inner:
        yield from report.tell(verdict, lang, indent, brief=True)
    for part in inner:
        yield from _against(part, lang, indent)


# ─── options и due: что можно и что должно ───────────────────────────────────────────────────────────────


class _Replayed(NamedTuple):
    """What a file came to at the end of a day: its histories, the lines with faults, the steps that were refused.

    `later` are the histories that begin after the day.
    """

    profile: Profile
    histories: tuple[History, ...]
    later: tuple[str, ...]
    faulty: dict[int, FaultyInput]
    refused: dict[int, Step]

    def as_json(self, on: date, lang: Lang, found: list[dict[str, Any]]) -> dict[str, Any]:
        faults = [
            {"line": number, "errors": [fault_as_json(fault, lang) for fault in error.faults]}
            for number, error in self.faulty.items()
        ]
        refused = [{"line": number, **step.as_json()} for number, step in self.refused.items()]
        whole = {"profile": self.profile.profile, "on": on.isoformat(), "histories": found}
        return {**whole, "later": list(self.later), "refused": refused, "errors": faults}

    def told(self, file: Path, lang: Lang) -> Iterator[str]:
        """What of the file was not taken, line by line, and which histories are left out."""
        for number in sorted({**self.faulty, **self.refused}):
            if number in self.faulty:
                yield from (fault.told(lang) for fault in self.faulty[number].faults)
            else:
                yield f"{file}:{number}:1: {REFUSED[lang]}: {_told(self.refused[number], lang)}"
        if self.later:
            yield f"{file}: {LATER[lang]}: {', '.join(self.later)}"


REFUSED = Text("шаг не принят", "the step was refused")
LATER = Text("начинаются после этого дня и здесь не показаны", "begin after that day and are not shown")


def _replayed(
    file: Path, on: date, profile: str, history: str | None, lang: Lang, as_json: bool
) -> _Replayed:
    """The file at the end of the day; what is wrong with it by then is told aside, and hides nothing."""
    replayed = Replay(profile_of(profile, lang, as_json), str(file))
    faulty: dict[int, FaultyInput] = {}
    steps: dict[int, Step] = {}
    try:
        for number, step in replayed.read(file):
            if isinstance(step, FaultyInput):
                faulty[number] = step
            elif step.event.on <= on:
                steps[number] = step
    except FaultyInput as error:
        fail(error, lang, as_json)
    if history is not None and history not in replayed.histories:
        hint, said = did_you_mean(history, replayed.histories), word(history)
        words = Text(
            f"истории «{said}» в файле нет; {hint.ru}", f"no history «{said}» in the file; {hint.en}"
        )
        stop(words, str(file), lang, as_json)
    written = _as_written(file, faulty)
    begun = {step.history.id for step in steps.values()}
    for number, (day, name) in written.items():
        if day is not None and day > on:
            del faulty[number]
        else:
            begun.add(name)
    chosen = [one for one in replayed.histories.values() if history in (None, one.id)]
    found = _Replayed(
        replayed.profile,
        tuple(CYCLES[one.lifecycle].as_of(one, on) for one in chosen if one.id in begun),
        tuple(one.id for one in chosen if one.id not in begun),
        faulty,
        {number: step for number, step in steps.items() if not step.accepted},
    )
    if not as_json:
        complain(found.told(file, lang))
    return found


_ANY: TypeAdapter[Any] = TypeAdapter(Any)


def _as_written(file: Path, faulty: Collection[int]) -> dict[int, tuple[date | None, str]]:
    """The day and the history that lines with faults name, so far as they can be read."""
    found: dict[int, tuple[date | None, str]] = {}
    if not faulty:
        return found
    with suppress(FaultyInput):  # a file that cannot be read twice
        for number, line in read_lines(file, _ANY):
            if number in faulty and isinstance(line, dict):
                found[number] = (_day_in(line), str(line.get("history")))
    return found


def _day_in(line: dict[str, Any]) -> date | None:
    try:
        return DAY.validate_python(line.get("on"))
    except ValidationError:
        return None


def _heading(history: History) -> dict[str, Any]:
    return {"history": history.id, "lifecycle": history.lifecycle, "state": history.state}


def _end(result: _Replayed, *, overdue: bool = False) -> None:
    """Exit code 1 where the histories are not all that the file says, or something is overdue."""
    if result.faulty or result.refused or overdue:
        raise typer.Exit(1)


def options(
    file: StepsFile,
    on: OnDay,
    profile: ByProfile,
    history: OneHistory = None,
    lang: Language = "ru",
    as_json: Json = False,
) -> None:
    """Какие шаги возможны в этот день, а какие нет и почему / Which steps are possible, which not and why."""
    day = day_of(on)
    result = _replayed(file, day, profile, history, lang, as_json)
    asked = [(one, CYCLES[one.lifecycle].options(one, result.profile, day)) for one in result.histories]
    if as_json:
        found = [{**_heading(one), "options": [option_as_json(o) for o in listed]} for one, listed in asked]
        say_json(result.as_json(day, lang, found))
    else:
        for one, listed in asked:
            say([f"{one.id} {one.lifecycle}: {one.state}"])
            say(line for option in listed for line in _tell_option(option, lang))
    _end(result)


WHO = Text("кто", "by")
ANYBODY = Text("любой", "anybody")
NOBODY = Text("никто не назван", "nobody is named")
DOCUMENT = Text("документ", "document")
NEEDS = Text("нужно", "needs")


def _tell_option(option: Option, lang: Lang) -> Iterator[str]:
    """A possible step: its mark, where it leads, who takes it and with what; then all that is against it."""
    mark = report.MARKS[option.verdict.outcome]
    who = ANYBODY[lang] if option.by is None else ", ".join(option.by) or NOBODY[lang]
    leads = f" → {option.target}" if option.target else ""  # an annulment leads where the rest leads
    yield f"  {mark} {option.kind}{leads}: {option.title[lang]}"
    document = [] if option.document is None else [f"{DOCUMENT[lang]}: {option.document}"]
    yield "      " + "; ".join(
        [f"{WHO[lang]}: {who}", *document, f"{NEEDS[lang]}: {', '.join(option.needs)}"]
    )
    yield from _against(option.verdict, lang, 2)


def due(
    file: StepsFile,
    on: OnDay,
    profile: ByProfile,
    history: OneHistory = None,
    ics: Annotated[
        Path | None, typer.Option("--ics", metavar="FILE", help="записать iCalendar / write iCalendar")
    ] = None,
    lang: Language = "ru",
    as_json: Json = False,
) -> None:
    """Открытые обязанности: последний день и что просрочено / Open duties: last day, and what is late."""
    day = day_of(on)
    result = _replayed(file, day, profile, history, lang, as_json)
    owed = [(one, CYCLES[one.lifecycle].due(one, result.profile, day)) for one in result.histories]
    if ics is not None:
        write_ics(ics, lambda: _as_ics(result.profile, day, owed, lang), lang, as_json)
    if as_json:
        found = [{**_heading(one), "duties": [duty_as_json(duty) for duty in duties]} for one, duties in owed]
        say_json(result.as_json(day, lang, found))
    else:
        for one, duties in owed:
            say([f"{one.id} {one.lifecycle}: {one.state}"])
            say(line for duty in duties for line in _tell_duty(duty, lang))
    _end(result, overdue=any(duty.overdue for _, duties in owed for duty in duties))


def _as_ics(profile: Profile, day: date, owed: list[tuple[History, tuple[Duty, ...]]], lang: Lang) -> bytes:
    from law189.report.ics import duties_ics  # the extra `ics`

    return duties_ics(profile, day, owed, lang=lang)


LAST_DAY = Text("последний день", "last day")
OVERDUE = Text("просрочено", "overdue")


def _tell_duty(duty: Duty, lang: Lang) -> Iterator[str]:
    """An open duty: what is owed by which step, until when or why that is not known; overdue is a breach."""
    mark = report.MARKS[Outcome.BREACH] if duty.overdue else "·"
    until = duty.ends.text[lang]
    if duty.last_day is not None:
        until = f"{LAST_DAY[lang]}: {until}"
    late = f"; {OVERDUE[lang]}" if duty.overdue else ""
    yield f"  {mark} {duty.title[lang]} ({duty.kind}); {until}{late}"
    yield from (f"      {cite.label[lang]}" for cite in duty.cites)


# ─── diagram: чертёж ─────────────────────────────────────────────────────────────────────────────────────


def diagram(
    lifecycle: Annotated[str, typer.Argument(metavar="LIFECYCLE", help=", ".join(CYCLES))],
    form: Annotated[
        Literal["mermaid", "svg"], typer.Option("--format", help="mermaid или svg / mermaid or svg")
    ] = "mermaid",
    lang: Language = "ru",
    as_json: Json = False,
) -> None:
    """Начертить жизненный цикл; для svg нужен Graphviz / Draw a lifecycle; svg needs Graphviz."""
    if lifecycle not in CYCLES:
        stop(no_lifecycle(lifecycle), lifecycle, lang, as_json)
    cycle = CYCLES[lifecycle]
    try:
        drawn = cycle.mermaid(lang) if form == "mermaid" else as_svg(cycle, lang)
    except FaultyInput as error:
        fail(error, lang, as_json)
    if as_json:
        say_json({"lifecycle": cycle.name, "format": form, "diagram": drawn})
    elif form == "svg":
        say_bytes(drawn.encode())
    else:
        say(drawn.splitlines())
