"""Книга из файла (filed): the lines of a file taken as one book, each beside the cases that stand by then.

A line that is refused moves nothing. With the step of a contract goes that of its certificate, which the file need
not hold: `cases` have both, and `of_lines` is a case by its own lines alone, in the state that these lead to;
whoever counts asks the cases of the contracts beside it. Its records count as the file does: by the lines of the
case, taken or not (`case_lines`).

>>> from law189 import load_profile
>>> from law189.casebook.line import LINE
>>> convened = {"history": "2023-10-02", "lifecycle": "meeting", "kind": "convened", "on": "2023-09-29",
...             "by": "chair", "held_on": "2023-10-02"}
>>> filed = Filed(load_profile("kemerovo"))
>>> filed.take(1, LINE.validate_python(convened)).accepted, [case.state for case in filed.cases()]
(True, ['convened'])
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from law189.audit.lines.case_lines import CaseLines
from law189.audit.lines.in_file import in_book, numbers_of, verdict_in_file
from law189.casebook.cycles import CYCLES
from law189.casebook.line import Line
from law189.casebook.shelf import MemoryShelf
from law189.casebook.shown.linked import contract_of
from law189.casebook.taking import Taken, judged
from law189.cases.history import Event, History, Record, RecordAnnulled, untold
from law189.errors import FaultyInput
from law189.files.given import Given, Source
from law189.files.opened import lines_in, open_plain
from law189.kinds import must_be
from law189.kinds.asked import asked, methods_asked
from law189.law import Text
from law189.profile.profile import Profile
from law189.verdict import Outcome, Verdict

__all__ = ["Filed", "as_the_file_counts", "names_a_case"]

NAMES = re.compile(rb'"refers_to"\s*:\s*\{\s*"')


@asked
def names_a_case(file: Source) -> bool:
    """Whether a line of the file names another case; a stream is not read ahead."""
    if isinstance(file, Given):
        return False
    try:
        with open_plain(file) as opened:
            return any(NAMES.search(line) for line in lines_in(opened))
    except FaultyInput:  # whoever reads the file tells it
        return False


@methods_asked
class Filed:
    """Книга из файла: the cases, and of each which records its lines made.

    Where it `keeps` no verdicts, a record holds the rule and the outcome of its verdict and no more. `lines` are
    those of each case, as far as they are known; every line that is taken is counted too.
    """

    def __init__(self, profile: Profile, *, keeps: bool = True, lines: CaseLines | None = None) -> None:
        self._profile, self._keeps = must_be(profile, Profile), must_be(keeps, bool)
        self._shelf = MemoryShelf()
        self._lines = CaseLines() if lines is None else lines
        self._made: dict[str, dict[int, int]] = {}
        self._linked: dict[str, dict[int, int]] = {}

    def take(self, number: int, line: Line) -> Taken:
        """The step of the line, judged beside all cases; what it moves stands from now on.

        The event and the verdict count the records of the case as the file does. Raises `Conflict` where the case
        has another version than the line expects, and `OfAnother` where it is of another lifecycle.
        """
        case, made = self._shelf.case(must_be(line, Line).history), self._made.setdefault(line.history, {})
        self._lines.add(line.history, must_be(number, int))
        told = in_book(line, 0 if case is None else case.version, made, self._lines)
        taken = judged(self._shelf, told, self._profile)
        event = taken.event
        if isinstance(event, RecordAnnulled):
            verdict = verdict_in_file(
                taken.verdict,
                lambda one: numbers_of(one, number, line, event, self._made, self._linked, self._lines),
            )
            taken = taken._replace(event=line.event, verdict=verdict)
        if taken.again:
            made[taken.place + 1] = number
        elif taken.cases:
            kept = taken.cases if self._keeps else [untold(one) for one in taken.cases]
            self._shelf = self._shelf.with_cases(kept)
            made[taken.history.version] = number
            for other in taken.cases[1:]:
                self._linked.setdefault(other.id, {})[other.version] = number
        return taken

    def cases(self) -> Iterator[History[Any]]:
        """Every case as the book has it, with the linked steps, in the order in which they were begun."""
        return self._shelf.cases()

    def of_lines(self, on: date | None = None) -> Iterator[History[Any]]:
        """Every case by its own lines alone, as it stood at the end of the day where one is given.

        Its records are numbered as the file counts them: in the place of a line that left none stands an annulment
        without force, which counts for nothing.
        """
        return (
            as_the_file_counts(case, self._made.get(case.id, {}), self._lines, on)
            for case in self._shelf.cases()
        )


def as_the_file_counts(
    case: History[Any], made: Mapping[int, int], lines: CaseLines, on: date | None = None
) -> History[Any]:
    """The case without the records that no line of its own made, each of the others in the place of its line.

    `made` are the records that lines made, with the number of each line. What a line tells of a contract whose own
    steps made records here is told by the case of the contract, and is left out with them: alone it would follow
    from nothing.
    """
    order = _of_its_own(case, sorted(made, key=made.__getitem__))
    by_own = {at: lines.place(case.id, made[record]) for at, record in enumerate(order, start=1)}
    own = case
    if order != [*range(1, case.version + 1)]:
        short = {record: at for at, record in enumerate(order, start=1)}
        records = tuple(_numbered(case.records[record - 1], short) for record in order)
        annulled = frozenset(at - 1 for record, at in short.items() if record - 1 in case.annulled)
        own = CYCLES[case.lifecycle].led(case._replace(records=records, annulled=annulled))
    known = own if on is None else CYCLES[case.lifecycle].known_on(own, on)
    if len(known.records) == len(own.records) and all(at == place for at, place in by_own.items()):
        return known
    left = iter(enumerate(own.records, start=1))
    places = [by_own[next(at for at, one in left if one is record)] for record in known.records]
    return _spread(known, places, by_own)


def _of_its_own(case: History[Any], made: Sequence[int]) -> list[int]:
    """Those of the records that tell nothing of a contract which is told with its own case."""
    if len(made) == case.version:
        return [*made]
    told = {at: contract_of(case, record.event) for at, record in enumerate(case.records, start=1)}
    linked = {told[at] for at in told.keys() - {*made}} - {None}
    return [at for at in made if told[at] not in linked]


def _spread(known: History[Any], places: Sequence[int], by_own: Mapping[int, int]) -> History[Any]:
    """The case with each record in its place, and in every other place up to the last one nothing that counts."""
    records: list[Record[Any]] = []
    annulled = {place - 1 for at, place in enumerate(places) if at in known.annulled}
    for place, record in zip(places, known.records, strict=True):
        state = records[-1].state if records else CYCLES[known.lifecycle].initial.value
        while len(records) < place - 1:
            annulled.add(len(records))
            records.append(_nothing(record.event, state))
        records.append(_numbered(record, by_own))
    return known._replace(records=tuple(records), annulled=frozenset(annulled))


def _nothing(event: Event, state: str) -> Record[Any]:
    """In the place of a line that left no record: what annuls nothing and has no force."""
    empty = RecordAnnulled(on=event.on, by=event.by, record=1, reason="записи нет")
    return Record(empty, state, Verdict("", Outcome.VOID, Text("", ""), {}))


def _numbered(record: Record[Any], numbers: Mapping[int, int]) -> Record[Any]:
    """The record; an annulment names the record that it is about by its new number."""
    event = record.event
    if not isinstance(event, RecordAnnulled):
        return record
    told = event.model_copy(update={"record": numbers.get(event.record, event.record)})
    return record._replace(event=told)
