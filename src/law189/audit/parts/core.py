"""Ядро книги (core): the cases at which every part looks, judged beside the sums of all parts.

It holds the orders, the entries of the register and the agreements, and notes how each stood at every line.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from hashlib import blake2b
from typing import Any, NamedTuple, Self, TypeAlias

from law189.audit.causes.rested import Suspect, lost_by
from law189.audit.finding import Finding
from law189.audit.lines.case_lines import CaseLines
from law189.audit.lines.not_read import NotRead
from law189.audit.lines.numbered import Coming, Traces
from law189.audit.lines.timed import KnownUntil, placed_in_time
from law189.audit.parts.shelves import EMPTY, CoreShelf
from law189.audit.parts.sums import Sums
from law189.audit.parts.versions import CaseVersions, PlaceInTime
from law189.audit.stepwise import Audit
from law189.casebook.keys import Key
from law189.casebook.line import Line
from law189.casebook.shelf import Placed
from law189.casebook.shelf.added import of_case
from law189.cases.history import History
from law189.errors import FaultyInput
from law189.profile.profile import Profile

__all__ = [
    "CauseOpen",
    "Core",
    "CoreAudit",
    "FoundAt",
    "InTime",
    "steps_of",
]

InTime: TypeAlias = tuple[PlaceInTime, int, Line]
"""A line with its place in time and its number."""


class CauseOpen(NamedTuple):
    """Замечание о деле, которое стояло на деле ядра: what it follows from only the core knows, once all is judged.

    `case` is what has lost its ground, `own` its steps without force, and `ground` the case of the core.
    """

    finding: Finding
    case: History[Any]
    own: tuple[Suspect, ...]
    ground: str


FoundAt: TypeAlias = tuple[PlaceInTime, tuple[Finding | FaultyInput | CauseOpen, ...]]


class Core:
    """Ядро по строкам: every case of the core as it stood at each line, for the parts."""

    def __init__(self) -> None:
        self._cases: dict[str, CaseVersions] = {}
        self.traces = Traces()
        self._ever: dict[Key, tuple[str, ...]] = {}

    def pieces(self) -> Iterator[Any]:
        """What it holds, one case after the other: to pickle it whole takes as much memory again."""
        yield self.traces, self._ever
        yield from self._cases.items()

    @classmethod
    def of_pieces(cls, pieces: Iterator[Any]) -> Self:
        """The core that `pieces` has told of."""
        core = cls()
        core.traces, core._ever = next(pieces)
        core._cases.update(pieces)
        return core

    def add(self, since: PlaceInTime, placed: Placed) -> None:
        """Note a case as the line has left it."""
        history, keys = placed.history, placed.follows.keys
        if history.id not in self._cases:
            self._cases[history.id] = CaseVersions(history.lifecycle, history.id)
        self._cases[history.id].add(since, history, keys)
        for key in keys:
            ids = self._ever.get(key, ())
            if history.id not in ids:
                self._ever[key] = (*ids, history.id)

    def case(self, history_id: str, at: PlaceInTime) -> History[Any] | None:
        """The case as it stood at the line; None where there was none yet."""
        case = self._cases.get(history_id)
        version = None if case is None else case.before(at)
        return None if case is None or version is None else case.history(version)

    def found(self, key: Key, at: PlaceInTime) -> tuple[str, ...]:
        """The ids of the cases that had that number at the line, in the order in which they were begun."""
        ids = self._ever.get(key)
        if ids is None:
            return ()
        cases = ((one, self._cases[one]) for one in ids)
        had = [
            (case.begun, one)
            for one, case in cases
            if (version := case.before(at)) is not None and key in case.keys(version)
        ]
        return tuple(one for _, one in sorted(had))

    def shown(self) -> bytes:
        """A digest of what the parts see: every step, state and annulment, whatever was judged of them."""
        digest = blake2b()
        for case in self._cases.values():
            for seen in case.seen():
                digest.update(repr(seen).encode(errors="surrogatepass"))
        return digest.digest()


def steps_of(lines: list[tuple[int, Line]], until: KnownUntil) -> Iterator[InTime]:
    """The lines that count in the order of their days, each once, with its place and its number."""
    ahead = placed_in_time(one for one in lines if until.knows(*one))[::-1]
    while ahead:
        placed, number, line = ahead.pop()
        rank = placed.day.toordinal() << DAYS | placed.said.toordinal()
        yield (0, rank, number), number, line


DAYS = date.max.toordinal().bit_length()
"""In how many bits the number of a day stands."""


class CoreAudit:
    """Проверка ядра: line by line, beside the sums of all parts; it notes how the core stood at each.

    `ahead` are the lines of the core at which others look before their time, in their order, and `unread` those
    that were not read. `counted` are the lines of each case, also those that do not count on the day of the audit.
    """

    def __init__(
        self,
        profile: Profile,
        sums: Sums,
        ahead: Iterable[InTime] = (),
        unread: Iterable[NotRead] = (),
        counted: CaseLines | None = None,
    ) -> None:
        self._begun: dict[str, PlaceInTime] = {}
        self.core = Core()
        shelf = CoreShelf(EMPTY, (), sums, self._begun)
        self.audit = Audit(profile, shelf=shelf, traces=(self.core.traces,))
        if counted is not None:
            self.audit.lines = counted
        for one in unread:
            self.core.traces.unread(one)
        self.core.traces.come(lambda: (Coming(*one) for one in ahead))
        self.core.traces.settle()

    @property
    def shelf(self) -> CoreShelf:
        """The cases of the core, beside the sums."""
        shelf = self.audit.shelf
        assert isinstance(shelf, CoreShelf), "it was begun with one"
        return shelf

    def take(self, at: PlaceInTime, number: int, line: Line) -> tuple[Finding | FaultyInput, ...]:
        """The findings of a line, or that it was not taken."""
        self.audit.at = at
        try:
            found = tuple(self.audit.take(number, line))
        except FaultyInput as error:
            return (error,)
        shelf = self.shelf
        for change in shelf.changes:
            self.core.add(at, change.after)
            case = change.after.history
            self._begun.setdefault(case.id, at)
            if (now := of_case(case, self._begun[case.id])) is not None:
                shelf.all.keep(now._replace(paid_by=()))  # what it gives its agreement its own shelf says
        self.audit.shelf = shelf.settled()
        return found

    def caused(self, one: CauseOpen, on: date) -> Finding:
        """The finding with the line without force from which it follows, where there is one."""
        cause = lost_by(self.shelf, one.case, one.own, one.ground, on, self.audit.noted)
        return one.finding if cause is None else one.finding._replace(cause=cause)

    def standing(self, on: date) -> Iterator[FoundAt]:
        """The cases of the core that stand wrong at the end of the day."""
        return (((1, *self._begun[one.history][1:]), (one,)) for one in self.audit.standing(on))
