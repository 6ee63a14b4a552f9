"""Файл на день (a file of steps at the end of a day): no line of a later day counts, and no fault in one.

What is wrong with the file by that day is told aside, so that it hides nothing of the answer.
"""

from collections.abc import Collection, Iterator
from contextlib import suppress
from datetime import date
from typing import Annotated, Any, NamedTuple

import typer
from pydantic import TypeAdapter, ValidationError

from law189.audit.replay import Replay, Step
from law189.casebook.cycles import CYCLES
from law189.casebook.shelf import MemoryShelf
from law189.cases.history import History
from law189.cli.console import DAY, complain, fail, fault_as_json, stop
from law189.cli.progress import Progress
from law189.errors import FaultyInput
from law189.files.disk import read_lines
from law189.files.given import Source
from law189.files.nodes import FAULTS, capped
from law189.files.wording import did_you_mean, word
from law189.law import Lang, Text
from law189.law.text import in_russian
from law189.profile.profile import Profile
from law189.report import text as report
from law189.report.tables import told_by
from law189.verdict import Outcome, Verdict

__all__ = [
    "HISTORIES",
    "OneHistory",
    "Standing",
    "against",
    "end",
    "heading",
    "known_history",
    "standing_on",
    "told_heading",
    "told_step",
]

DECIDED = Text("решение", "decision")
OneHistory = Annotated[
    str | None,
    typer.Option("--history", metavar="НОМЕР / ID", help="только одна история / one history only"),
]


def told_step(step: Step, lang: Lang, profile: Profile) -> str:
    """`mark history lifecycle kind day → state`, and who decided it where it needed that; in Russian in words."""
    history, mark, on = step.history, report.MARKS[step.verdict.outcome], step.event.on
    told = f"{mark} {history.id} {history.lifecycle} {step.kind} {on} → {history.state}"
    if lang == "ru" and history.lifecycle in CYCLES:
        cycle = CYCLES[history.lifecycle]
        words, state = cycle.called(step.event).ru, cycle.words[history.state].ru
        told = f"{mark} {history.id}, {cycle.title.ru}: {words} {in_russian(on)} → {state}"
    if step.decided is None:
        return told
    return f"{told} ({DECIDED[lang]}: {told_by(step.decided.by, lang, profile.on(on))})"


def told_heading(history: History[Any], lang: Lang) -> str:
    """`history lifecycle: state`; in Russian in words."""
    if lang != "ru" or history.lifecycle not in CYCLES:
        return f"{history.id} {history.lifecycle}: {history.state}"
    cycle = CYCLES[history.lifecycle]
    return f"{history.id}, {cycle.title.ru}: {cycle.words[history.state].ru}"


class Standing(NamedTuple):
    """What a file came to at the end of a day: its histories, the lines with faults, the steps that were refused.

    The file is one book: each step is judged beside all its cases, and with the step of a contract goes that of its
    certificate. `histories` are as the book has them; `of_lines` are the same by their own lines alone, so that a
    record has the number that the file gives it. `shelf` has all the cases, also those that are not asked for;
    `later` are the histories that begin after the day.
    """

    profile: Profile
    histories: tuple[History[Any], ...]
    later: tuple[str, ...]
    faulty: dict[int, FaultyInput]
    refused: dict[int, Step]
    of_lines: tuple[History[Any], ...]
    shelf: MemoryShelf

    def as_json(self, on: date, lang: Lang) -> dict[str, Any]:
        """What the file came to, with what of it was not taken; the histories are left to whoever tells of them."""
        faults = [
            {"line": number, "errors": [fault_as_json(fault, lang) for fault in error.faults]}
            for number, error in self.faulty.items()
        ]
        refused = [{"line": number, **step.as_json()} for number, step in self.refused.items()]
        whole = {"profile": self.profile.name, "on": on.isoformat(), HISTORIES: []}
        return {**whole, "later": list(self.later), "refused": refused, "errors": faults}

    def told(self, file: Source, lang: Lang) -> Iterator[str]:
        """What of the file was not taken, line by line, and which histories are left out."""
        left = FAULTS
        for number in sorted({**self.faulty, **self.refused}):
            if number in self.faulty:
                faults = self.faulty[number].faults
                yield from (fault.told(lang) for fault in faults[: max(left, 0)])
                left -= len(faults)
            else:
                step = self.refused[number]
                yield f"{file}:{number}:1: {REFUSED[lang]}: {told_step(step, lang, self.profile)}"
                yield from against(step.verdict, lang, 1)
        yield from (fault.told(lang) for fault in capped([], str(file), FAULTS - left))
        if self.later:
            more = len(self.later) - FAULTS
            rest = "" if more <= 0 else f"; {MORE[lang]}: {more}"
            yield f"{file}: {LATER[lang]}: {', '.join(self.later[:FAULTS])}{rest}"


HISTORIES = "histories"
REFUSED = Text("шаг не принят", "the step was refused")
MORE = Text("и ещё", "and more")
LATER = Text("начинаются после этого дня и здесь не показаны", "begin after that day and are not shown")


def standing_on(
    file: Source, on: date, profile: Profile, history: str | None, lang: Lang, as_json: bool
) -> Standing:
    """The file at the end of the day; what is wrong with it by then is told aside, and hides nothing."""
    replayed, progress = Replay(profile, str(file), together=True), Progress(None, lang)
    faulty: dict[int, FaultyInput] = {}
    steps: dict[int, Step] = {}
    try:
        for number, step in replayed.read(file):
            progress.read()
            if isinstance(step, FaultyInput):
                faulty[number] = step
            elif step.event.on <= on:
                steps[number] = step
    except FaultyInput as error:
        progress.clear()
        fail(error, lang, as_json)
    progress.clear()
    known_history(history, replayed, file, lang, as_json)
    written = _as_written(file, faulty)
    begun = {step.history.id for step in steps.values()}
    for number, (day, name) in written.items():
        if day is not None and day > on:
            del faulty[number]
        else:
            begun.add(name)
    refused = {number: step for number, step in steps.items() if not step.accepted}
    found = _stood(replayed, on, begun, history, faulty, refused)
    if not as_json:
        complain(found.told(file, lang))
    return found


def _stood(
    replayed: Replay,
    on: date,
    begun: Collection[str],
    history: str | None,
    faulty: dict[int, FaultyInput],
    refused: dict[int, Step],
) -> Standing:
    """The cases as they stood at the end of the day, those that had begun, of all or of one history."""
    stood = [CYCLES[one.lifecycle].known_on(one, on) for one in replayed.histories.values()]
    chosen = [one for one in stood if history in (None, one.id)]
    return Standing(
        replayed.profile,
        tuple(one for one in chosen if one.id in begun),
        tuple(one.id for one in chosen if one.id not in begun),
        faulty,
        refused,
        tuple(one for one in replayed.of_lines(on) if one.id in begun),
        MemoryShelf().with_cases(one for one in stood if one.version),
    )


def known_history(history: str | None, replayed: Replay, file: Source, lang: Lang, as_json: bool) -> None:
    """End the command where the file has no history of that id."""
    if history is not None and history not in replayed.histories:
        hint, said = did_you_mean(history, replayed.histories), word(history)
        words = Text(
            f"истории «{said}» в файле нет; {hint.ru}", f"no history «{said}» in the file; {hint.en}"
        )
        stop(words, str(file), lang, as_json)


_ANY: TypeAdapter[Any] = TypeAdapter(Any)


def _as_written(file: Source, faulty: Collection[int]) -> dict[int, tuple[date | None, str]]:
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


def heading(history: History[Any]) -> dict[str, Any]:
    """Which history an answer is of, and where it stands."""
    return {"history": history.id, "lifecycle": history.lifecycle, "state": history.state}


def end(standing: Standing, *, overdue: bool = False) -> None:
    """Exit code 1 where the histories are not all that the file says, or something is overdue."""
    if standing.faulty or standing.refused or overdue:
        raise typer.Exit(1)


def _told(verdict: Verdict) -> bool:
    """Whether it does not hold, or would not by another reading."""
    readings = (one.reading for one in verdict.walk() if one.reading is not None)
    worse = (other.outcome is not Outcome.HOLDS for reading in readings for other in reading.otherwise)
    return verdict.outcome is not Outcome.HOLDS or any(worse)


def against(verdict: Verdict, lang: Lang, indent: int) -> Iterator[str]:
    """Every reason that is not HOLDS, and every one that holds by a reading alone, with its addresses."""
    if not _told(verdict):
        return
    inner = [part for part in verdict.parts if _told(part)]
    if not inner:
        yield from report.tell(verdict, lang, indent, brief=True)
    for part in inner:
        yield from against(part, lang, indent)
