"""Книга из файла (filed): the lines of a file taken as one book, each beside the cases that stand by then.

A line that is refused moves nothing. With the step of a contract goes that of its certificate, which the file need
not hold: `cases` have both, and `of_lines` is a case by its own lines alone, whose records count as the file does.

>>> from law189 import load_profile
>>> from law189.casebook.line import LINE
>>> convened = {"history": "2023-10-02", "lifecycle": "meeting", "kind": "convened", "on": "2023-09-29",
...             "by": "chair", "held_on": "2023-10-02"}
>>> filed = Filed(load_profile("kemerovo"))
>>> filed.take(1, LINE.validate_python(convened)).accepted, [case.state for case in filed.cases()]
(True, ['convened'])
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from law189.audit.in_file import in_book, numbers_of, verdict_in_file
from law189.casebook.line import Line
from law189.casebook.shelf import MemoryShelf
from law189.casebook.taking import Taken, judged
from law189.cases.history import History, Record, RecordAnnulled, untold
from law189.errors import FaultyInput
from law189.files.given import Given, Source
from law189.files.opened import lines_in, open_plain
from law189.kinds import must_be
from law189.kinds.asked import asked, methods_asked
from law189.profile.profile import Profile

__all__ = ["Filed", "names_a_case"]

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

    Where it `keeps` no verdicts, a record holds the rule and the outcome of its verdict and no more.
    """

    def __init__(self, profile: Profile, *, keeps: bool = True) -> None:
        self._profile, self._keeps = must_be(profile, Profile), must_be(keeps, bool)
        self._shelf = MemoryShelf()
        self._made: dict[str, dict[int, int]] = {}

    def take(self, number: int, line: Line) -> Taken:
        """The step of the line, judged beside all cases; what it moves stands from now on.

        The event and the verdict count the records of the case as the file does. Raises `Conflict` where the case
        has another version than the line expects, and `OfAnother` where it is of another lifecycle.
        """
        case, made = self._shelf.case(must_be(line, Line).history), self._made.setdefault(line.history, {})
        told = line if case is None else in_book(line, case.version, made, of_book=False)
        taken = judged(self._shelf, told, self._profile)
        event = taken.event
        if isinstance(event, RecordAnnulled):
            of = numbers_of
            verdict = verdict_in_file(
                taken.verdict, lambda reason: of(reason, number, line, event, self._made, {})
            )
            taken = taken._replace(event=line.event, verdict=verdict)
        if taken.again:
            made[taken.place + 1] = must_be(number, int)
        elif taken.cases:
            kept = taken.cases if self._keeps else [untold(one) for one in taken.cases]
            self._shelf = self._shelf.with_cases(kept)
            made[taken.history.version] = must_be(number, int)
        return taken

    def cases(self) -> Iterator[History[Any]]:
        """Every case as the book has it, with the linked steps, in the order in which they were begun."""
        return self._shelf.cases()

    def of_lines(self) -> Iterator[History[Any]]:
        """Every case by its own lines alone: its records are numbered as the file counts them."""
        return (_of_lines(case, self._made.get(case.id, {})) for case in self._shelf.cases())


def _of_lines(case: History[Any], made: Mapping[int, int]) -> History[Any]:
    """The case without the records that no line of its own made."""
    if len(made) == case.version:
        return case
    numbers = {record: at for at, record in enumerate(made, start=1)}
    return case._replace(
        records=tuple(_numbered(case.records[record - 1], numbers) for record in made),
        annulled=frozenset(at - 1 for record, at in numbers.items() if record - 1 in case.annulled),
    )


def _numbered(record: Record[Any], numbers: Mapping[int, int]) -> Record[Any]:
    """The record; an annulment names the record that it is about as the file counts it."""
    event = record.event
    if not isinstance(event, RecordAnnulled):
        return record
    told = event.model_copy(update={"record": numbers.get(event.record, event.record)})
    return Record(told, record.state, record.verdict, record.decision, record.kept)
