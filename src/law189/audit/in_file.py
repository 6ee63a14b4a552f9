"""Записи, как их считает файл (in file): a record that is annulled, told by its number in the file and by its line.

The book counts the linked steps of other cases too, and a file does not: whoever reads the file wants its line.

>>> from law189.rules.steps import left_standing
>>> told = in_file(left_standing(5, (6,)), Numbers(5, 3, (1, 2, 5, 6), {5: 37, 6: 41}))
>>> told[0].en, told[1]["record"], told[1]["line"]
('Later records rest on record 3 (line 37): 4 (line 41); annul them first.', 3, 37)
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from law189.casebook.book import Casebook
from law189.casebook.line import Line
from law189.casebook.made import as_made
from law189.cases.history import RecordAnnulled
from law189.facts import Fact, Frozen
from law189.law import Text
from law189.verdict import OF_CASE, Verdict

__all__ = ["Numbers", "in_book", "in_file", "lines_of", "numbers_of", "verdict_in_file"]


class Numbers(NamedTuple):
    """Счёт записей дела: of the record that is annulled, of those that lines made, and the line of each record.

    `annulled` is its number in the book, `written` that in the file. `own` are the book's numbers of the records
    that earlier lines of the case made, in their order.
    """

    annulled: int
    written: int
    own: Sequence[int]
    lines: Mapping[int, int]

    def of_file(self, record: int) -> int:
        """The number that the file has for it; that of the book for a linked step, which is no line of the case."""
        if record == self.annulled:
            return self.written
        return self.own.index(record) + 1 if record in self.own else record

    def told(self, record: int) -> Text | int:
        """The number with the line that made it; the number alone of a record that there is not."""
        number, line = self.of_file(record), self.lines.get(record)
        return number if line is None else Text(f"{number} (строка {line})", f"{number} (line {line})")


def in_book(line: Line, version: int, made: Mapping[int, int], *, of_book: bool) -> Line:
    """The line, an annulment with the number that the record it is about has in the book.

    A record of a book is named by its number there, one of a file by its place among the `made`: the records that
    lines of the case made, with the number of each line. What no line made is beyond the last record of the case,
    and no linked step is meant by it.
    """
    event = line.event
    if not isinstance(event, RecordAnnulled):
        return line
    named = {at: one for one, at in made.items()} if of_book else dict(enumerate(made, start=1))
    record = named.get(event.record, version + event.record - (0 if of_book else len(made)))
    return line.model_copy(update={"event": event.model_copy(update={"record": record})})


def numbers_of(
    reason: Verdict,
    number: int,
    line: Line,
    event: RecordAnnulled,
    records: Mapping[str, Mapping[int, int]],
    linked: Mapping[str, Mapping[int, int]],
) -> Numbers:
    """How the file counts the records of the case that the reason is of: the line's, or one linked with it.

    `event` is the annulment as the book counts. `records` are of each case the records that its lines made,
    `linked` those that the lines of other cases made, each with the number of the line.
    """
    of = reason.facts.get(OF_CASE)
    case = line.history if of is None else str(of)
    made = records.get(case, {})
    own = [one for one in made if made[one] != number]
    lines = {**linked.get(case, {}), **made}
    if of is None:
        written: Any = line.event  # it is the same annulment
        return Numbers(event.record, written.record, own, lines)
    record = reason.facts.get("record")
    annulled = record if isinstance(record, int) else 0
    return Numbers(annulled, own.index(annulled) + 1 if annulled in own else annulled, own, lines)


def in_file(reason: Verdict, numbers: Numbers) -> tuple[Text, Frozen[str, Fact]]:
    """The sentence and the facts of a verdict on an annulment, each record as the file counts it, with its line."""
    if not reason.rule.startswith("lifecycle.") or reason.facts.get("record") != numbers.annulled:
        return reason.text, Frozen(reason.facts)
    record, resting = numbers.annulled, reason.facts.get("resting")
    facts = {**reason.facts, "record": numbers.of_file(record)}
    said: dict[str, Fact] = {**reason.facts, "record": numbers.told(record)}
    if isinstance(resting, tuple):
        facts["resting"] = tuple(numbers.of_file(int(str(one))) for one in resting)
        said["resting"] = tuple(numbers.told(int(str(one))) for one in resting)
    if "records" in facts:
        facts["records"] = said["records"] = len(numbers.own)
    if record in numbers.lines:
        facts["line"] = numbers.lines[record]
    told = Verdict(reason.rule, reason.outcome, reason.template, said, reason.cites, reason.reading)
    return told.asking(reason.lacks).text, Frozen(facts)


def verdict_in_file(verdict: Verdict, numbers: Callable[[Verdict], Numbers]) -> Verdict:
    """The verdict on an annulment, each record in it with the number that the file has for it."""
    parts = tuple(verdict_in_file(part, numbers) for part in verdict.parts)
    counts, facts = numbers(verdict), Frozen(verdict.facts)
    if verdict.rule.startswith("lifecycle.") and facts.get("record") == counts.annulled:
        told: dict[str, Fact] = {**facts, "record": counts.of_file(counts.annulled)}
        resting = facts.get("resting")
        if isinstance(resting, tuple):
            told["resting"] = tuple(counts.of_file(int(str(one))) for one in resting)
        if "records" in facts:
            told["records"] = len(counts.own)
        facts = Frozen(told)
    rule, cites, lacks = verdict.rule, verdict.cites, verdict.lacks
    return Verdict(
        rule, verdict.outcome, verdict.template, facts, cites, verdict.reading, parts, lacks, verdict.cure
    )


def lines_of(book: Casebook) -> list[tuple[int, Line]]:
    """The line of every record of the book, with the number of the record in its case, in the order of making."""
    return as_made(book.cases())
