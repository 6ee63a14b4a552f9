"""Ход проверки (audit run): the sources of a command as one audit, told as it goes on, and counted.

A line that cannot be read is told and dropped, so that no number of them takes memory.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from law189.audit.finding import Finding
from law189.audit.lines.not_read import NotRead, not_read
from law189.audit.parts import MEMORY, audit_parts
from law189.audit.parts.workers import seldom_collected
from law189.audit.sources import FileSource, Steps, StepsSource, files_of, is_address, place_of
from law189.audit.summary import AuditCount, Summary
from law189.casebook.line import Line
from law189.cli.console import complain, fail, fault_as_json, say_json
from law189.cli.inputs import STDIN, Inputs
from law189.cli.language import Misused
from law189.cli.progress import Progress, on_terminal
from law189.errors import Fault, FaultyInput
from law189.law import Lang, Text
from law189.profile.profile import Profile

__all__ = ["Asked", "Run", "sources_of"]


class Asked(NamedTuple):
    """Что спрошено: the sources, the day, how the answer is told, how many processes and bytes it may take."""

    sources: tuple[StepsSource, ...]
    on: date | None
    lang: Lang
    as_json: bool
    jobs: int = 1
    memory: int = MEMORY


def sources_of(
    names: Sequence[str], inputs: Inputs, lang: Lang, as_json: bool, *, again: bool
) -> tuple[StepsSource, ...]:
    """The sources that the words name, which may be read `again`; wrong usage where one is named twice.

    Raises `NeedsExtra` where one needs an extra that is missing.
    """
    found: list[StepsSource] = []
    for name in names:
        if name == "-":
            given = inputs.lines(name, again=again)
            found.append(FileSource(STDIN, lambda given=given: given))  # type: ignore[misc]  # bound at once
        elif is_address(name):
            from law189.audit.stored import StoreSource  # the extra `store`

            found.append(StoreSource(name))
        else:
            try:
                found += files_of(name)
            except FaultyInput as error:
                fail(error, lang, as_json)
    called: dict[tuple[object, ...], str] = {}
    for one in found:
        place = place_of(one.name)
        if place in called:
            raise Misused(_twice(called[place], one.name))
        called[place] = one.name
    return tuple(found)


def _twice(before: str, name: str) -> Text:
    """That two names are of one file."""
    if before == name:
        return Text(
            f"«{name}» указан дважды, а шаг считают один раз; оставьте один",
            f"«{name}» is given twice, and a step counts once; keep one",
        )
    return Text(
        f"«{before}» и «{name}» — один и тот же файл, он указан дважды, а шаг считают один раз; оставьте одно имя",
        f"«{before}» and «{name}» are one file, which is given twice, and a step counts once; keep one name",
    )


class Run:
    """Одна проверка: its findings one by one, its faults told at once, its summary at any time."""

    def __init__(self, asked: Asked, profile: Profile, *, quiet: bool = False) -> None:
        self._asked, self._profile, self._quiet = asked, profile, quiet
        self.steps = Steps(asked.sources, profile)
        self.tally = AuditCount(asked.on)
        self.lines = 0
        self.progress = Progress(_size(asked.sources) if on_terminal() else None, asked.lang)

    def findings(self) -> Iterator[Finding]:
        """Every finding; each is counted before it comes."""
        asked = self._asked
        found = audit_parts(
            self._read(),
            self._profile,
            on=asked.on,
            jobs=asked.jobs,
            memory=asked.memory,
            later=self.tally.known,
        )
        with seldom_collected():
            for one in found:
                if isinstance(one, FaultyInput):
                    self._faulty(one.faults[0].line or 0, self._placed(one))
                    continue
                self.tally.found(one)
                self.progress.found()
                yield one

    def place(self, number: int) -> tuple[str, int]:
        """The file of a line, where there are several, and its number there."""
        return self.steps.place(number) if len(self._asked.sources) > 1 else ("", number)

    def summary(self, *, interrupted: bool = False) -> Summary:
        """What is counted so far."""
        self.progress.clear()
        seconds = self.progress.seconds
        return self.tally.summary(seconds=seconds, files=self.steps.files, interrupted=interrupted)

    def _read(self) -> Iterator[tuple[int, Line | NotRead]]:
        for number, line in self.steps:
            if isinstance(line, FaultyInput):
                self._faulty(number, line)
                told = not_read(number, line)
                if told is not None:
                    yield number, told
                continue
            self.tally.read(number, line)
            self.lines += 1
            self.progress.read()
            yield number, line
        self.progress.ended()

    def _faulty(self, number: int, error: FaultyInput) -> None:
        """Tell what is wrong with a line, or with a whole source, whose number is 0."""
        self.tally.fault()
        if number:
            self.lines += 1
            self.progress.read()
        if self._quiet:
            return
        self.progress.clear()
        lang = self._asked.lang
        if self._asked.as_json:
            line = {"line": number} if number else {}
            say_json({**line, "errors": [fault_as_json(one, lang) for one in error.faults]}, indent=None)
        else:
            complain(one.told(lang) for one in error.faults)

    def _placed(self, error: FaultyInput) -> FaultyInput:
        """The faults of a line that was not taken, by its own file and the number there."""
        placed = []
        for one in error.faults:
            if one.line is None:
                placed.append(one)
                continue
            name, line = self.steps.place(one.line)
            placed.append(Fault(name, line, one.column, one.key, one.text))
        return FaultyInput(placed)


def _size(sources: Sequence[StepsSource]) -> int | None:
    """How many lines all sources have; None where one of them does not tell."""
    whole = 0
    for one in sources:
        size = one.size() if isinstance(one, FileSource) else None
        if size is None:
            return None
        whole += size
    return whole
