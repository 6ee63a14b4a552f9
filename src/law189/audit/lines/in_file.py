"""Записи, как их считает файл (in file): a record that is annulled, told by its number in the file and by its line.

The book counts the linked steps of other cases too, and no step that was refused; a file counts its lines
(`case_lines`). A record of another case, linked with this one, is told by its line alone.

>>> from law189.rules.step.steps import left_standing
>>> told = in_file(left_standing(5, (6,)), Numbers(5, 3, 4, {5: 3, 6: 4}, {5: 37, 6: 41}))
>>> told[0].en, told[1]["record"], told[1]["line"]
('Records to be annulled before record 3 (line 37): 4 (line 41) (begin with the last one).', 3, 37)
"""

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from typing import Any, NamedTuple

from law189.audit.lines.case_lines import CaseLines
from law189.casebook.book import Casebook
from law189.casebook.line import Line
from law189.casebook.made import as_made
from law189.cases.history import RecordAnnulled
from law189.facts import Fact, Frozen
from law189.law import Text
from law189.rules.step import steps
from law189.verdict import OF_CASE, Verdict

__all__ = ["Numbers", "because_of", "in_book", "in_file", "lines_of", "lost", "numbers_of", "verdict_in_file"]


class Numbers(NamedTuple):
    """Счёт записей дела: what the file calls each record of a case that the verdict on an annulment tells of.

    `annulled` is the number in the book of the record that is annulled, `written` the one that the file has for it;
    None where the case is another one, whose records no line names by a number. `before` is how many lines of the
    case stand before the annulment, `places` are the numbers that the file has for the book's, and `lines` is the
    line of each record. `lost` is the line that is meant where it left no record.
    """

    annulled: int
    written: int | None
    before: int
    places: Mapping[int, int]
    lines: Mapping[int, int]
    lost: int | None = None

    def of_file(self, record: int) -> int:
        """The number that the file has for the record."""
        if record == self.annulled and self.written is not None:
            return self.written
        return self.places.get(record, record)

    def told(self, record: int) -> Text | int:
        """The number with the line that made it; the number alone of a record that there is not."""
        number, line = self.of_file(record), self.lines.get(record)
        return number if line is None else Text(f"{number} (строка {line})", f"{number} (line {line})")

    def line(self, record: int) -> int:
        """The line that made the record; of one that was made on the way, the line that made the next one."""
        return min((line for one, line in self.lines.items() if one >= record), default=record)


def in_book(line: Line, version: int, made: Mapping[int, int], lines: CaseLines) -> Line:
    """The line, an annulment with the number that the record it is about has in the book.

    A step names the record by the place of its line among all `lines` of the case; each record of a book is a line.
    `made` are the records that lines of the case made, with the number of each line. What left no
    record is beyond the last record of the case, and no linked step is meant by it.
    """
    event = line.event
    if not isinstance(event, RecordAnnulled):
        return line
    meant = lines.line(line.history, event.record)
    record = next((one for one, at in made.items() if at == meant), version + event.record)
    return line.model_copy(update={"event": event.model_copy(update={"record": record})})


def numbers_of(
    reason: Verdict,
    number: int,
    line: Line,
    event: RecordAnnulled,
    records: Mapping[str, Mapping[int, int]],
    linked: Mapping[str, Mapping[int, int]],
    lines: CaseLines,
) -> Numbers:
    """How the file counts the records of the case that the reason is of: the line's, or one linked with it.

    `event` is the annulment as the book counts. `records` are of each case the records that its lines made,
    `linked` those that the lines of other cases made, each with the number of the line.
    """
    of = reason.facts.get(OF_CASE)
    case = line.history if of is None else str(of)
    made = {record: at for record, at in records.get(case, {}).items() if at != number}
    places = {record: lines.place(case, at) for record, at in made.items()}
    of_records = {**linked.get(case, {}), **made}
    if of is not None:
        record = reason.facts.get("record")
        return Numbers(record if isinstance(record, int) else 0, None, 0, places, of_records)
    written: Any = line.event  # it is the same annulment
    meant = lines.line(case, written.record)
    lost = meant if meant is not None and meant < number and event.record not in made else None
    return Numbers(event.record, written.record, lines.place(case, number) - 1, places, of_records, lost)


def _is_told(reason: Verdict, numbers: Numbers) -> bool:
    """Whether the reason tells of the record that is annulled."""
    return reason.rule.startswith("lifecycle.") and reason.facts.get("record") == numbers.annulled


def lost(reason: Verdict, numbers: Numbers) -> Verdict:
    """The reason; where there is a line of that number and no record of it, that the line made none."""
    if numbers.lost is None or numbers.written is None or not _is_told(reason, numbers):
        return reason
    return steps.annuls_nothing(numbers.written, numbers.lost)


def because_of(reason: Verdict, numbers: Numbers | None, void: AbstractSet[int]) -> int | None:
    """The line because of which no record is annulled: one that made none, or a void one that rests on it.

    `void` are the lines without force. None where some step that has force rests on the record.
    """
    if numbers is None:
        return None
    resting = reason.facts.get("resting")
    if reason.rule == RESTING and isinstance(resting, tuple):
        lines = [numbers.line(int(str(one))) for one in resting]
        return min(lines) if void >= {*lines} else None
    return numbers.lost if reason.rule == NOTHING else None


RESTING, NOTHING = "lifecycle.left_standing", "lifecycle.annuls_nothing"
"""The rules that refuse to annul what later records rest on, and what is no record."""


def in_file(reason: Verdict, numbers: Numbers) -> tuple[Text, Frozen[str, Fact]]:
    """The sentence and the facts of a verdict on an annulment, each record as the file counts it, with its line."""
    told = _counted(reason, numbers)
    if told is reason or numbers.written is None:
        return told.text, Frozen(told.facts)
    record, resting, facts = numbers.annulled, reason.facts.get("resting"), dict(told.facts)
    said: dict[str, Fact] = {**facts, "record": numbers.told(record)}
    if isinstance(resting, tuple):
        said["resting"] = tuple(numbers.told(int(str(one))) for one in resting)
    if record in numbers.lines:
        facts["line"] = numbers.lines[record]
    with_lines = Verdict(reason.rule, reason.outcome, reason.template, said, reason.cites, reason.reading)
    return with_lines.asking(reason.lacks).text, Frozen(facts)


def verdict_in_file(verdict: Verdict, numbers: Callable[[Verdict], Numbers]) -> Verdict:
    """The verdict on an annulment, each record in it with the number that the file has for it."""
    counts = numbers(verdict)
    told = lost(verdict, counts)
    if told is not verdict:
        return told
    told, parts = _counted(verdict, counts), tuple(verdict_in_file(part, numbers) for part in verdict.parts)
    return Verdict(
        told.rule,
        told.outcome,
        told.template,
        told.facts,
        told.cites,
        told.reading,
        parts,
        told.lacks,
        verdict.cure,
    )


def _counted(reason: Verdict, numbers: Numbers) -> Verdict:
    """The reason alone, its records as the file counts them, those of another case by their lines."""
    if not _is_told(reason, numbers):
        return reason
    facts, resting = dict(reason.facts), reason.facts.get("resting")
    rest = [int(str(one)) for one in resting] if isinstance(resting, tuple) else None
    template = reason.template
    if numbers.written is None:
        template = steps.by_lines(template)
        facts["line"] = numbers.line(int(str(facts.pop("record"))))
        if rest is not None:
            del facts["resting"]
            facts["resting_lines"] = tuple(dict.fromkeys(map(numbers.line, rest)))
        facts.pop("records", None)
    else:
        facts["record"] = numbers.of_file(numbers.annulled)
        if rest is not None:
            facts["resting"] = tuple(map(numbers.of_file, rest))
        if "records" in facts:
            facts["records"] = numbers.before
    told = Verdict(reason.rule, reason.outcome, template, facts, reason.cites, reason.reading)
    return told.asking(reason.lacks)


def lines_of(book: Casebook) -> list[tuple[int, Line]]:
    """The line of every record of the book, with the number of the record in its case, in the order of making."""
    return as_made(book.cases())
