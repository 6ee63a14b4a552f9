"""Проверка (audit): a file of steps as one book of cases, and all that is wrong in it.

What happened is recorded, whatever is wrong with it, and the rest is judged as the record says. A finding is one
reason against one step, or against a case that rests on another which is in force no more. A line that follows only
from an earlier finding names the line of that one as its cause.

>>> from law189 import load_profile
>>> from law189.casebook.line import LINE
>>> approved = {"history": "1", "lifecycle": "order", "kind": "approved", "on": "2023-12-01", "by": "education"}
>>> found = audit([(1, LINE.validate_python(approved))], load_profile("kemerovo"))
>>> [(one.line, one.rule, one.outcome.value) for one in found if isinstance(one, Finding)]
[(1, 'lifecycle.state', 'void')]
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from types import NoneType
from typing import Any

from law189.audit.finding import Finding
from law189.audit.lines.case_lines import CaseLines
from law189.audit.lines.in_file import lines_of
from law189.audit.lines.not_read import NotRead, not_read
from law189.audit.lines.numbered import Coming
from law189.audit.lines.timed import Order, in_time, undone_of
from law189.audit.names import Names
from law189.audit.stepwise import Audit
from law189.casebook.book import Casebook
from law189.casebook.known import Made
from law189.casebook.line import LINE, Line, LineNumber, parted
from law189.casebook.made import as_made
from law189.cases.history import History, Record, RecordAnnulled
from law189.errors import FaultyInput
from law189.files.disk import read_lines
from law189.files.given import Source
from law189.kinds import must_be
from law189.kinds.asked import asked
from law189.profile.profile import Profile

__all__ = [
    "Audit",
    "Finding",
    "audit",
    "audit_book",
    "audit_cases",
    "in_time",
    "lines_of",
    "read_steps",
]


@asked
def read_steps(file: Source, profile: Profile) -> Iterator[tuple[int, Line | FaultyInput]]:
    """Each line of a file of steps with its number, or what is wrong with it.

    Raises `FaultyInput` where the file does not open.
    """
    names = Names(must_be(profile, Profile))
    return read_lines(file, LINE, lambda line: names.of(line.event))


@asked
def audit(
    lines: Iterable[tuple[LineNumber, Line | NotRead | FaultyInput]],
    profile: Profile,
    *,
    on: date | None = None,
    file: str = "",
    later: Callable[[int, Line], None] | None = None,
) -> Iterator[Finding | FaultyInput]:
    """Every finding of the steps, and of the cases as they stand at the end of the day `on`.

    What could not be read is told first; a line of another lifecycle or version than its case is told and left out.

    The steps are taken in the order of their days; those of one day, and all of one case, as they stand. Lines of a
    later day than `on` do not count (see `known_by`); without it the day is the latest of all lines. `later` is
    told of those that count all the same.
    """
    return _audited(lines, Audit(profile, file), must_be(on, date, NoneType), later)


def _audited(
    lines: Iterable[tuple[int, Line | NotRead | FaultyInput]],
    asked: Audit,
    on: date | None,
    later: Callable[[int, Line], None] | None = None,
    said: Callable[[int, Line], Record[Any]] | None = None,
    order: Order = in_time,
) -> Iterator[Finding | FaultyInput]:
    traces, place = asked.traces[0], 0
    last, read = None, (yield from parted(noted(lines, asked)))
    for number, line in read:
        asked.lines.add(line.history, number)
    known = read if on is None else known_by(read, on, asked.profile, order, asked.lines)
    ahead = deque(order(known))
    traces.come(lambda: (Coming((0, 0, at), *one) for at, one in enumerate(ahead, start=place + 1)))
    for number, line in ahead:
        if on is not None and later is not None and line.event.on > on:
            later(number, line)
    while ahead:
        number, line = ahead.popleft()  # what is judged is held by the book alone
        last = line.event.on if last is None else max(last, line.event.on)
        place += 1
        asked.at = (0, 0, place)
        try:
            yield from asked.take(number, line, None if said is None else said(number, line))
        except FaultyInput as error:
            yield error
    day = on or last
    if day is not None:
        yield from asked.standing(day)


@asked
def audit_book(book: Casebook, on: date | None = None) -> Iterator[Finding]:
    """Every finding of a book, each record judged anew beside all cases; `line` is the number of the record.

    `cause` is the number of a record too, of the case that `cause_history` names.

    For cases that came from elsewhere, and for what was found out later. `on` is as in `audit`. The steps of one
    day are taken in the order of `law189.casebook.made`. Each is judged by what its line gave (see `Record`). Of a
    record that an older version saved, what was wrong with the papers handed in is told as the record says it.
    """
    found = audit_cases(must_be(book, Casebook).cases(), book.profile, on=on)
    return (one for one in found if isinstance(one, Finding))


@asked
def audit_cases(
    cases: Iterable[History[Any]], profile: Profile, *, on: date | None = None
) -> Iterator[Finding | FaultyInput]:
    """The same of the cases of a book, in the order in which they were begun."""
    found = {case.id: case for case in cases}
    made = as_made(found.values())
    records = [Made(line.history, record) for record, line in made]

    def said(number: int, line: Line) -> Record[Any]:
        return found[line.history].records[records[number - 1].record - 1]

    asked, day = Audit(must_be(profile, Profile), of_book=records), must_be(on, date, NoneType)
    lines = enumerate((line for _, line in made), start=1)
    return (_of_record(one, records) for one in _audited(lines, asked, day, said=said, order=list))


def _of_record(one: Finding | FaultyInput, records: Sequence[Made]) -> Finding | FaultyInput:
    """The finding with the numbers of records in their cases in place of those of lines; so with what is wrong."""
    if isinstance(one, FaultyInput):
        return FaultyInput(
            fault if fault.line is None else replace(fault, line=records[fault.line - 1].record)
            for fault in one.faults
        )
    cause = None if one.cause is None else records[one.cause - 1]
    return one._replace(
        line=records[one.line - 1].record,
        cause=None if cause is None else cause.record,
        cause_history=None if cause is None else cause.history,
    )


def noted(
    lines: Iterable[tuple[int, Line | NotRead | FaultyInput]], asked: Audit
) -> Iterator[tuple[int, Line | FaultyInput]]:
    """The lines, and those that were not read noted for what follows from them, and counted in their cases."""
    for number, one in lines:
        told = one if isinstance(one, NotRead) else None
        if isinstance(one, FaultyInput):
            told = not_read(number, one)
        if told is not None:
            asked.traces[0].unread(told)
            asked.lines.add(told.history, told.line)
        if not isinstance(one, NotRead):
            yield number, one


def known_by(
    lines: list[tuple[int, Line]],
    on: date,
    profile: Profile,
    order: Order = in_time,
    counted: CaseLines | None = None,
) -> list[tuple[int, Line]]:
    """The lines of that day or earlier, and those that were annulled by then: whoever annuls one knows of it.

    `counted` are the lines of each case, where there are more of them than these.
    """
    late = {line.history for _, line in lines if line.event.on > on}
    asked = any(isinstance(one.event, RecordAnnulled) and one.history in late for _, one in lines)
    undone = _undone(order(lines), on, profile, counted or CaseLines.counted(lines)) if asked else frozenset()
    return [(at, line) for at, line in lines if line.event.on <= on or (line.history, at) in undone]


def _undone(
    lines: list[tuple[int, Line]], on: date, profile: Profile, counted: CaseLines
) -> frozenset[tuple[str, int]]:
    """The lines, each with its case, whose records were annulled by the day; a line without a record has none."""
    asked = Audit(profile)
    asked.lines = counted
    for at, line in lines:
        with suppress(FaultyInput):
            deque(asked.take(at, line), maxlen=0)
    return undone_of(lines, asked.records, on, asked.without_force, counted)
