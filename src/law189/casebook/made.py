"""Как сделано (made): in which order the records of many cases were made, as far as the cases themselves say it.

A book keeps each case in its own order, and the steps of different cases by their days alone. Of one day it is said:

* a case has its own order, and a step of a contract is one with the step of the certificate that is linked with it;
* an extract that a record keeps shows how the other case stood when the step was taken;
* where neither says it, what gives back or ends stands before what takes, then the case that was begun first.

The last is a choice: two steps of one day that nothing binds are not told to be wrong for their order alone.

>>> as_made([])
[]
"""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from law189.casebook.differing import written
from law189.casebook.dependants import IN_FORCE
from law189.casebook.extracted import extract_of
from law189.casebook.keys import BY, GIVEN, Key, number
from law189.casebook.line import Line
from law189.casebook.linked import is_one, made_with
from law189.casebook.reconciled import gives_back
from law189.casebook.shown import ASKED
from law189.cases.history import History, RecordAnnulled, annulled_by
from law189.extracts.extract import Extract
from law189.kinds.asked import asked
from law189.law import Source
from law189.workflows import order

__all__ = ["as_made"]


class Run(NamedTuple):
    """Записи дела за один день: the case and the places of its records, counted from 0; `until` is not among them."""

    case: History[Any]
    since: int
    until: int

    def before(self, place: int) -> History[Any]:
        """The case as it stood before the record at that place."""
        records = self.case.records[:place]
        annulled = annulled_by([one.event for one in records])
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
        (place + 1, Line(history=case.id, lifecycle=case.lifecycle, event=made.event, decision=made.decision))
        for day in sorted(days)
        for case, place in _of_a_day(days[day])
        for made in (case.records[place],)
    ]


def _runs(case: History[Any]) -> Iterator[tuple[date, Run]]:
    """The records of each day; one of an earlier day than the record before it was made on the day of that one."""
    since, day = 0, date.min
    for place, record in enumerate(case.records):
        if record.event.on > day:
            if place:
                yield day, Run(case, since, place)
            since, day = place, record.event.on
    if case.records:
        yield day, Run(case, since, len(case.records))


def _of_a_day(runs: Sequence[Run]) -> Iterator[tuple[History[Any], int]]:
    """The records of one day, each after all that it was made after."""
    if len(runs) == 1:
        (only,) = runs
        yield from ((only.case, place) for place in range(only.since, only.until))
        return
    after = defaultdict(set)
    for one, other in _said(runs):
        after[one].add(other)
    waits: dict[Place, int] = defaultdict(int)
    for others in after.values():
        for other in others:
            waits[other] += 1
    heads = {at: run.since for at, run in enumerate(runs)}
    ready = [_ranked(runs, (at, place)) for at, place in heads.items() if not waits[at, place]]
    heapq.heapify(ready)
    while heads:
        # where the cases contradict each other, each keeps its own order
        *_, (at, place) = heapq.heappop(ready) if ready else min(_ranked(runs, one) for one in heads.items())
        if heads.get(at) != place:
            continue
        run = runs[at]
        yield run.case, place
        heads[at] = place + 1
        if place + 1 == run.until:
            del heads[at]
        freed = [(at, place + 1)] if at in heads else []
        for other in after[at, place]:
            waits[other] -= 1
            if heads.get(other[0]) == other[1] and other not in freed:
                freed.append(other)
        for one in freed:
            if waits[one] <= 0:
                heapq.heappush(ready, _ranked(runs, one))


def _ranked(runs: Sequence[Run], at: Place) -> tuple[bool, int, Place]:
    """What is first of several that nothing binds: what gives back or ends, then the case that was begun first."""
    return not _gives_back(runs[at[0]], at[1]), at[0], at


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


def _said(runs: Sequence[Run]) -> Iterator[tuple[Place, Place]]:
    """Which record was made before which one of another case, as the cases of that day say it."""
    named: dict[Key, list[int]] = defaultdict(list)
    for at, run in enumerate(runs):
        for key in dict.fromkeys(_names(run.case)):
            named[key].append(at)
    for at, run in enumerate(runs):
        for place in range(run.since, run.until):
            for source, extract in _kept(run.case.records[place].event):
                for other in named.get(number(BY[source], written(extract)), ()):
                    if other != at:
                        yield from _as_shown((at, place), source, extract, runs[other], other)
        for other, mine, theirs in _linked(run, named, runs):
            yield (at, mine), (other, theirs)
            if theirs > runs[other].since:
                yield (other, theirs - 1), (at, mine)
            if mine + 1 < run.until:
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


def _linked(
    run: Run, named: dict[Key, list[int]], runs: Sequence[Run]
) -> Iterator[tuple[int, int, int]]:
    """Which records of the contract and of a certificate are one step: the run of that, and both places."""
    for key in made_with(run.case):
        for other in named.get(key, ()):
            theirs = runs[other]
            left = [*range(theirs.since, theirs.until)]
            for mine in range(run.since, run.until):
                found = next((one for one in left if is_one(run.case, mine, theirs.case, one)), None)
                if found is not None:
                    left.remove(found)
                    yield other, mine, found
