"""Как сделано (made): in which order the records of many cases were made, as far as the cases themselves say it.

A book keeps each case in its own order, and the steps of different cases by their days alone. Of one day this is
said:

* a case has its own order, and a step of a contract is one with the step of the certificate that is linked with it;
* an extract that a record keeps shows how the other case stood when the step was taken;
* where neither says it, what gives back or ends stands first, what takes after it, then what mends a record, what
  only tells of other cases (an act, a refusal, a report) last; of two the one whose case was begun first.

The last is a choice: two steps of one day that nothing binds are not told to be wrong for their order alone.

>>> as_made([])
[]
"""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any, NamedTuple

from law189.casebook.differing import written
from law189.casebook.extracted import ASKED, extract_of
from law189.casebook.keys import BY, GIVEN, Key, number
from law189.casebook.line import Line
from law189.casebook.reconciled import gives_back
from law189.casebook.shown.linked import is_one, made_with
from law189.casebook.states import IN_FORCE
from law189.cases.as_given import NO_REFERENCES, References
from law189.cases.history import History, Record, RecordAnnulled, annulled_in, recorded_on
from law189.extracts.extract import Extract
from law189.facts import Frozen
from law189.kinds.asked import asked
from law189.law import Source
from law189.verdict import Outcome, Verdict
from law189.workflows import agreement, certificate, order

__all__ = ["NAMED", "as_made", "named_in"]


class Run(NamedTuple):
    """Записи дела за один день: the case and the places of its records from `since` to before `until`."""

    case: History[Any]
    since: int
    until: int

    def before(self, place: int) -> History[Any]:
        """The case as it stood before the record at that place."""
        records = self.case.records[:place]
        annulled = annulled_in(records)
        return self.case._replace(
            records=records, annulled=annulled, state=records[-1].state if records else ""
        )


Place = tuple[int, int]
"""Which of the runs of a day, and the place of the record in its case."""


@asked
def as_made(cases: Iterable[History[Any]]) -> list[tuple[int, Line]]:
    """The line of every record, with its number in its case, in the order in which they were made.

    `cases` stand in the order in which they were begun.
    """
    days: dict[date, list[Run]] = defaultdict(list)
    for case in cases:
        for day, run in _runs(case):
            days[day].append(run)
    return [
        (place + 1, _line_of(case, case.records[place]))
        for day in sorted(days)
        for case, place in _of_a_day(days[day])
    ]


def _line_of(case: History[Any], made: Record[Any]) -> Line:
    """The line that made the record, as far as the record says it: the book's own extracts are not handed in."""
    event, named = made.given
    return Line(
        history=case.id,
        lifecycle=case.lifecycle,
        event=event or made.event,
        decision=made.decision,
        refers_to=named or named_in(made.verdict),
    )


@asked
def named_in(verdict: Verdict) -> References:
    """The numbers of cases that a step named and that showed nothing, as the verdict on it says; else none.

    A record of an older version says it nowhere else.
    """
    if verdict.outcome is not Outcome.UNKNOWN:
        return NO_REFERENCES
    told = (one.facts for one in verdict.walk() if one.rule in NAMED and not one.parts)
    return Frozen({str(one["fact"]): str(one["number"]) for one in told})


NAMED = ("reconciliation.case_named", "reconciliation.several_named")
"""What says of a case that the step names why it shows nothing, and asks for its extract."""


def _runs(case: History[Any]) -> Iterator[tuple[date, Run]]:
    """The records of each day; one with a day in error was made by the order of the records (see `recorded_on`)."""
    since, days = 0, recorded_on([record.event for record in case.records])
    for day, same in groupby(days):
        until = since + len([*same])
        yield day, Run(case, since, until)
        since = until


def _of_a_day(runs: Sequence[Run]) -> Iterator[tuple[History[Any], int]]:
    """The records of one day, each after all that it was made after."""
    return ((runs[at].case, place) for at, place in _Day(runs).in_order())


class _Day:
    """Один день: the next record of each case, and after how many records of other cases each record stands.

    `linked` are the records of certificates that are one step with those of contracts.
    """

    def __init__(self, runs: Sequence[Run]) -> None:
        self.runs = runs
        self.heads = {at: run.since for at, run in enumerate(runs)}
        self.later: dict[Place, list[Place]] = defaultdict(list)
        self.waits: dict[Place, int] = defaultdict(int)
        self.linked: set[Place] = set()
        if len(runs) == 1:
            return
        named = _named(runs)
        linked = [*_linked(runs, named)]
        self.linked = {theirs for _, theirs in linked}
        for one, other in dict.fromkeys((*_by_extracts(runs, named), *_by_links(runs, linked))):
            self.later[one].append(other)
            self.waits[other] += 1

    def in_order(self) -> Iterator[Place]:
        """Every record; where the cases contradict each other, each keeps its own order."""
        if len(self.runs) == 1:
            (only,) = self.runs
            yield from ((0, place) for place in range(only.since, only.until))
            return
        ready = [self._ranked(one) for one in self.heads.items() if not self.waits[one]]
        heapq.heapify(ready)
        while self.heads:
            ranked = heapq.heappop(ready) if ready else min(self._ranked(one) for one in self.heads.items())
            if self.heads.get(ranked[1][0]) == ranked[1][1]:
                yield ranked[1]
                for one in self._freed(*ranked[1]):
                    heapq.heappush(ready, self._ranked(one))

    def _freed(self, at: int, place: int) -> Iterator[Place]:
        """Which records wait for none any more, now that this one has its place."""
        for other in self.later[at, place]:
            self.waits[other] -= 1
            if other[0] != at and self.heads.get(other[0]) == other[1] and not self.waits[other]:
                yield other
        if place + 1 == self.runs[at].until:
            del self.heads[at]
            return
        self.heads[at] = place + 1
        if not self.waits[at, place + 1]:
            yield at, place + 1

    def _ranked(self, at: Place) -> tuple[int, Place]:
        """What is first of several that nothing binds: of one rank, what is of the case that was begun first."""
        run, place = self.runs[at[0]], at[1]
        event = run.case.records[place].event
        if at in self.linked:
            return -1, at
        if _gives_back(run, place):
            return 0, at
        return next((rank for rank, steps in enumerate(LAST, 2) if isinstance(event, steps)), 1), at


LAST = (
    RecordAnnulled,
    agreement.ActDrawn | certificate.RecipientRefused,
    order.ReportFormed | order.PeriodReported,
)
"""What stands after the steps that take something: what mends one, what tells of them, and what tells of all."""


def _gives_back(run: Run, place: int) -> bool:
    """Whether the record ends what was in force, or leaves more to the other cases than there was before it."""
    made, before = run.case.records[place], run.before(place)
    in_force = IN_FORCE.get(run.case.lifecycle, ())
    if before.state in in_force and made.state not in in_force:
        return True
    stays = before.state == made.state or run.case.lifecycle == order.lifecycle.name
    if not (stays or isinstance(made.event, RecordAnnulled)):
        return False
    return gives_back(before, run.before(place + 1), made.event.on)


# ─── Что сказано о порядке ───────────────────────────────────────────────────────────────────────────────


def _named(runs: Sequence[Run]) -> Mapping[Key, Sequence[int]]:
    """Which of the cases were ever given each number."""
    named: dict[Key, list[int]] = defaultdict(list)
    for at, run in enumerate(runs):
        for key in dict.fromkeys(_names(run.case)):
            named[key].append(at)
    return named


def _by_extracts(runs: Sequence[Run], named: Mapping[Key, Sequence[int]]) -> Iterator[tuple[Place, Place]]:
    """Which record was made before which one of another case, as the extracts that they keep say it."""
    for at, run in enumerate(runs):
        for place in range(run.since, run.until):
            for source, extract in _kept(run.case.records[place].event):
                others = named.get(number(BY[source], written(extract)), ())
                for other in (one for one in others if one != at):
                    yield from _as_shown((at, place), source, extract, runs[other], other)


def _by_links(runs: Sequence[Run], linked: Iterable[tuple[Place, Place]]) -> Iterator[tuple[Place, Place]]:
    """The same, where a record of a contract and one of a certificate are one step."""
    for (at, mine), (other, theirs) in linked:
        yield (at, mine), (other, theirs)
        if theirs > runs[other].since:
            yield (other, theirs - 1), (at, mine)
        if mine + 1 < runs[at].until:
            yield (other, theirs), (at, mine + 1)


def _names(case: History[Any]) -> Iterator[Key]:
    """The numbers that the case was ever given."""
    for record in case.records:
        given = GIVEN.get(type(record.event))
        if given is not None:
            by, fact = given
            yield number(by, getattr(record.event, fact))


def _kept(event: Any) -> Iterator[tuple[Source, Extract]]:
    """The extracts that the record keeps."""
    for name, source in ASKED.get(type(event), ()):
        extract = getattr(event, name)
        if extract is not None:
            yield source, extract


def _as_shown(
    mine: Place, source: Source, extract: Extract, run: Run, at: int
) -> Iterator[tuple[Place, Place]]:
    """After which record of the other case, and before which, it showed what the extract says."""
    alike = [
        place
        for place in range(run.since, run.until + 1)
        if extract_of(source, run.before(place), extract.as_of) == extract
    ]
    if alike and alike[0] > run.since:
        yield (at, alike[0] - 1), mine
    if alike and alike[-1] < run.until:
        yield mine, (at, alike[-1])


def _linked(runs: Sequence[Run], named: Mapping[Key, Sequence[int]]) -> Iterator[tuple[Place, Place]]:
    """Which record of a contract and which one of its certificate are one step."""
    for at, run in enumerate(runs):
        for other in (one for key in made_with(run.case) for one in named.get(key, ())):
            theirs = runs[other]
            left = [*range(theirs.since, theirs.until)]
            for mine in range(run.since, run.until):
                found = next((one for one in left if is_one(run.case, mine, theirs.case, one)), None)
                if found is not None:
                    left.remove(found)
                    yield (at, mine), (other, found)
