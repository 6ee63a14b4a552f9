"""Итог проверки (summary): how much was audited and what was found, counted one by one as it comes.

Nothing of a line or a finding is kept but its counts: four bytes a line for who took the step, and a number for
each case. First causes are counted by rule, step, body, provision and month; what only follows from an earlier
finding is counted apart. The caller measures the time.

>>> tally = AuditCount()
>>> tally.fault()
>>> told = tally.summary(seconds=0)
>>> told.events, told.faults, told.findings
(0, 1, 0)
"""

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from types import NoneType
from typing import Any, NamedTuple

from law189.audit.finding import Finding
from law189.casebook.line import Line
from law189.cases.ids import AlikeIds
from law189.facts import Frozen
from law189.kinds import must_be
from law189.kinds.asked import made_asked, methods_asked
from law189.law import Text
from law189.verdict import Outcome

__all__ = ["AuditCount", "FileRead", "Following", "Summary"]


@made_asked
class FileRead(NamedTuple):
    """Прочитанный файл: its name, the number of its first line through all files, and how many lines it has."""

    name: str
    first: int
    lines: int

    def as_json(self) -> dict[str, Any]:
        """The file as plain JSON values."""
        return {"name": self.name, "first": self.first, "lines": self.lines}


class Following(NamedTuple):
    """Следствия: the findings that only follow from an earlier one, by outcome and by rule."""

    findings: int
    outcomes: Frozen[str, int]
    by_rule: Frozen[str, int]

    def as_json(self) -> dict[str, Any]:
        """The counts as plain JSON values."""
        return {
            "findings": self.findings,
            "outcomes": dict(self.outcomes),
            "by_rule": dict(self.by_rule),
        }


class Summary(NamedTuple):
    """Итог: the lines taken and their cases, the first causes in six counts, what follows from them, the files.

    Counts stand from the largest to the smallest, months in their order. `by_kind` is by lifecycle and step,
    `by_body` by who took the step, `labels` says how each provision of `by_provision` is written. `faults` counts
    the lines and files that could not be read or taken, `seconds` is the time that the caller has measured. `later`
    are the cases that begin after the day of the audit, of which nothing else is counted. `alike` are the first
    lines of cases whose id looks like that of an earlier one. `decided` are the findings of what was unknown and a
    recorded decision has settled: nobody has to mend them, and they are in no other count.
    """

    events: int
    histories: int
    findings: int
    outcomes: Frozen[str, int]
    by_rule: Frozen[str, int]
    by_kind: Frozen[str, int]
    by_body: Frozen[str, int]
    by_provision: Frozen[str, int]
    by_month: Frozen[str, Frozen[str, int]]
    following: Following
    faults: int
    seconds: float
    interrupted: bool
    files: tuple[FileRead, ...]
    labels: Frozen[str, Text]
    later: int = 0
    alike: Frozen[str, int] = Frozen()
    decided: int = 0

    @property
    def told(self) -> int:
        """How many findings there are, first causes or not."""
        return self.findings + self.following.findings + self.decided

    @property
    def bad(self) -> bool:
        """Whether anything is a breach or has no effect, or could not be read."""
        worst = (*self.outcomes, *self.following.outcomes)
        return bool(self.faults) or any(one in worst for one in ("breach", "void"))

    def as_json(self) -> dict[str, Any]:
        """The summary as plain JSON values."""
        return {
            "events": self.events,
            "histories": self.histories,
            "findings": self.findings,
            "outcomes": dict(self.outcomes),
            "by_rule": dict(self.by_rule),
            "by_kind": dict(self.by_kind),
            "by_body": dict(self.by_body),
            "by_provision": dict(self.by_provision),
            "by_month": {month: dict(of) for month, of in self.by_month.items()},
            "following": self.following.as_json(),
            "faults": self.faults,
            "seconds": self.seconds,
            "interrupted": self.interrupted,
            "files": [one.as_json() for one in self.files],
            "later": self.later,
            "alike": dict(self.alike),
            "decided": self.decided,
        }


@methods_asked
class AuditCount:
    """Счёт проверки: told of every line that is audited and of every finding, and asked for the summary.

    Lines of a later day than `on` do not count, but for those of which the audit says that they were annulled by
    then (`known`); how many cases have no other is told.
    """

    def __init__(self, on: date | None = None) -> None:
        self._on = must_be(on, date, NoneType)
        self._events = self._faults = self._decided = 0
        self._cases = AlikeIds()
        self._later: set[int] = set()
        self._bodies: dict[str, int] = {}
        self._names = [""]
        self._by = array("I")
        self._first: Counter[Outcome] = Counter()
        self._after: Counter[Outcome] = Counter()
        self._after_rule: Counter[str] = Counter()
        self._rule: Counter[str] = Counter()
        self._kind: Counter[str] = Counter()
        self._body: Counter[str] = Counter()
        self._provision: Counter[str] = Counter()
        self._month: dict[str, Counter[Outcome]] = {}
        self._labels: dict[str, Text] = {}

    def read(self, number: int, line: Line) -> None:
        """Count a line that was read; its number, from 1, is that of the findings."""
        if self._on is not None and line.event.on > self._on:
            self._later.add(hash(line.history))
            return
        self.known(number, line)

    def known(self, number: int, line: Line) -> None:
        """Count a line of whatever day: on the day of the audit it was known."""
        event = line.event
        self._events += 1
        self._cases.read(number, line.history)
        missing = number + 1 - len(self._by)
        if missing > 0:
            self._by.frombytes(bytes(missing * self._by.itemsize))
        who = self._bodies.get(event.by)
        if who is None:
            who = self._bodies[event.by] = len(self._names)
            self._names.append(event.by)
        self._by[number] = who

    def fault(self) -> None:
        """Count a line or a file that could not be read or taken."""
        self._faults += 1

    def found(self, finding: Finding) -> None:
        """Count a finding; who took the step is known where its line was counted."""
        if finding.cause is None and not finding.open:
            self._decided += 1
            return
        if finding.cause is not None:
            self._after[finding.outcome] += 1
            self._after_rule[finding.rule] += 1
            return
        self._first[finding.outcome] += 1
        self._rule[finding.rule] += 1
        self._kind[f"{finding.lifecycle}.{finding.kind}" if finding.kind else finding.lifecycle] += 1
        self._month.setdefault(f"{finding.on:%Y-%m}", Counter())[finding.outcome] += 1
        by = self._names[self._by[finding.line]] if 0 <= finding.line < len(self._by) else ""
        if by:
            self._body[by] += 1
        for cite in dict.fromkeys(finding.cites):
            self._provision[cite.id] += 1
            self._labels.setdefault(cite.id, cite.label)

    def summary(
        self, *, seconds: float, files: Iterable[FileRead] = (), interrupted: bool = False
    ) -> Summary:
        """What has been counted so far; `seconds` is the time that it took."""
        return Summary(
            events=self._events,
            histories=len(self._cases),
            findings=self._first.total(),
            outcomes=_by_outcome(self._first),
            by_rule=_sorted(self._rule),
            by_kind=_sorted(self._kind),
            by_body=_sorted(self._body),
            by_provision=_sorted(self._provision),
            by_month=Frozen({month: _by_outcome(self._month[month]) for month in sorted(self._month)}),
            following=Following(self._after.total(), _by_outcome(self._after), _sorted(self._after_rule)),
            faults=self._faults,
            seconds=round(float(seconds), 3),
            interrupted=interrupted,
            files=tuple(files),
            labels=Frozen(self._labels),
            later=len(self._later - self._cases.hashes),
            alike=Frozen(self._cases.found),
            decided=self._decided,
        )


def _by_outcome(counted: Mapping[Outcome, int]) -> Frozen[str, int]:
    return Frozen({one.value: counted[one] for one in Outcome if counted.get(one)})


def _sorted(counted: Mapping[str, int]) -> Frozen[str, int]:
    """From the largest to the smallest; of like ones the first in the alphabet."""
    return Frozen(dict(sorted(counted.items(), key=lambda one: (-one[1], one[0]))))
