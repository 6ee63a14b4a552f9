"""Строки таблиц (rows): a case and its records as rows, and back, whatever library writes them to the database.

What was written is taken as it stands, except that the rows must be those of one whole case: numbered from 1, each
with the hash of the one before it, and with the state and the version that the case says it has. Whether a record
was changed together with its hash `law189.audit.verify` tells.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from hashlib import sha256
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple

from law189.casebook.cycles import CYCLES
from law189.casebook.postings import Account
from law189.cases.history import History, Record, annulled_in
from law189.kinds.asked import asked
from law189.law import Law189Error
from law189.verdict import Outcome, Verdict

__all__ = [
    "BUSY",
    "LONGEST",
    "SCHEMA",
    "WRONG",
    "Busy",
    "Damaged",
    "OtherSchema",
    "RecordFinding",
    "Sought",
    "account_text",
    "amount_text",
    "as_it_was",
    "compact_json",
    "findings_in",
    "findings_of",
    "histories",
    "record_rows",
    "short",
    "state_of",
]

SCHEMA = 9
"""The version of the tables: raised where a table changes, or what follows from the records."""
LONGEST = 400
"""How many letters of a value an index takes; PostgreSQL takes no row of an index over 2704 bytes."""
NOT_HOLDS = tuple(one for one in Outcome if one is not Outcome.HOLDS)


class Damaged(Law189Error):
    """A row of the book is none that the library writes; restore the book from a copy."""


WRONG = (LookupError, TypeError, ValueError, ArithmeticError, Law189Error)
"""What is raised where a row holds what the library never writes there."""


class Busy(Law189Error):
    """Others had the database for longer than the store waits; nothing was written, try again."""


BUSY = "the database was not free in time, and nothing was written; try again"
"""What is said where others have the database, or all connections of the store."""


class OtherSchema(Law189Error):
    """The tables are of a version that this law189 neither reads nor migrates."""

    def __init__(self, found: int) -> None:
        super().__init__(found)
        self.found = found

    def __str__(self) -> str:
        older = (
            "open the book with the law189 that wrote it" if self.found < SCHEMA else "install a newer law189"
        )
        return f"the tables of the book are of version {self.found}, and {SCHEMA} is needed; {older}"


class RecordFinding(NamedTuple):
    """Замечание к записи: the case, the record (from 1) with its step and its day, and the reason itself."""

    history: str
    lifecycle: str
    number: int
    kind: str
    on: date
    annulled: bool
    verdict: Verdict


class Sought(NamedTuple):
    """Какие замечания ищут: what is None is not asked; the days are those of the steps, both included."""

    history: str | None
    lifecycle: str | None
    rule: str | None
    outcome: Outcome | None
    since: date | None
    until: date | None
    annulled: bool


# ─── В таблицы ───────────────────────────────────────────────────────────────────────────────────────────


@asked
def short(value: str) -> str:
    """The value as an index takes it: one that is too long by its SHA-256."""
    return value if len(value) <= LONGEST else f"sha256:{sha256(value.encode()).hexdigest()}"


@asked
def amount_text(amount: Decimal) -> str:
    """The exact number in digits, without a power of ten."""
    return f"{amount:f}"


@asked
def account_text(account: Account) -> str:
    """All of an account in one text: two accounts have the same where they are one."""
    return short(compact_json([None if one is None else str(one) for one in account]))


@asked
def record_rows(history: History[Any], since: int) -> Iterator[dict[str, Any]]:
    """The rows of the records after the first `since`, without the place of the case."""
    cycle = CYCLES[history.lifecycle]
    for place, record in enumerate(history.records[since:], start=since):
        yield {
            "number": place + 1,
            "day": record.event.on,
            "kind": record.kind,
            "outcome": record.verdict.outcome.value,
            "annulled": place in history.annulled,
            "state": record.state,
            "row": compact_json(cycle.dump_record(history, place + 1)),
        }


@asked
def state_of(row: str) -> str:
    """The state to which the record of the row led. Raises `Damaged` on a row that is none of a record."""
    try:
        return str(json.loads(row)["state"])
    except WRONG as error:
        raise Damaged(
            f"a record does not say to which state it led ({error}); restore the book from a copy"
        ) from error


@asked
def findings_of(record: Record[Any]) -> tuple[Verdict, ...]:
    """The reasons of a record that do not hold."""
    return record.verdict.reasons(*NOT_HOLDS)


@asked
def as_it_was(history: History[Any], version: int) -> History[Any]:
    """The history when it had so many records; a step only adds to them."""
    records = history.records[:version]
    state = records[-1].state if records else CYCLES[history.lifecycle].initial.value
    annulled = annulled_in(records)
    return History(history.lifecycle, history.id, state, records, annulled)


@asked
def compact_json(value: Any) -> str:
    """The value as JSON without spaces, Russian letters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


# ─── Из таблиц ───────────────────────────────────────────────────────────────────────────────────────────


@asked
def histories(rows: Iterable[Any], *, reasons: bool = True) -> Iterator[tuple[int, History[Any]]]:
    """The place of each case and the case, from rows of cases joined with their records, in their order.

    Without `reasons` the verdicts of the records are read alone, as `Lifecycle.load_record` says.
    """
    for place, those in groupby(rows, attrgetter("place")):
        yield place, _history([*those], reasons)


@asked
def findings_in(rows: Iterable[Any]) -> Iterator[RecordFinding]:
    """The findings of which these are the rows, each joined with its record and its case, in their order.

    Raises `Damaged` where a row is none of its record.
    """
    for _, those in groupby(rows, attrgetter("place", "number")):
        found = [*those]
        one = found[0]
        try:
            reasons = findings_of(CYCLES[one.lifecycle].load_record(json.loads(one.row)))
            of_rows = [reasons[row.reason] for row in found]
        except WRONG as error:
            raise Damaged(f"{one.lifecycle} {one.id}: {error}") from error
        for reason in of_rows:
            yield RecordFinding(one.id, one.lifecycle, one.number, one.kind, one.day, one.annulled, reason)


def _history(rows: Sequence[Any], reasons: bool) -> History[Any]:
    """The case of which these are the rows. Raises `Damaged` where they are not those of one whole case."""
    of = rows[0]
    said = [row for row in rows if row.number is not None]
    try:
        cycle = CYCLES[of.lifecycle]
        read = [json.loads(row.row) for row in said]
        records = tuple(cycle.load_record(one, reasons=reasons) for one in read)
    except WRONG as error:
        raise Damaged(f"{of.lifecycle} {of.id}: {error}") from error
    if (own := next((one["id"] for one in read if one["id"] != of.id), None)) is not None:
        raise Damaged(
            f"{of.lifecycle} {of.id}: its records are those of the case «{own}»; restore the case from a copy"
        )
    before = [None, *(record.kept.hash for record in records[:-1])]
    whole = (
        of.version == len(said)
        and [row.number for row in said] == [*range(1, len(said) + 1)]
        and [record.kept.before for record in records] == before[: len(records)]
        and of.state == (records[-1].state if records else CYCLES[of.lifecycle].initial.value)
    )
    if not whole:
        raise Damaged(
            f"{of.lifecycle} {of.id}: its {len(said)} records are not those of version {of.version} in state "
            f"{of.state}; restore the case from a copy"
        )
    annulled = annulled_in(records)
    return History(of.lifecycle, of.id, of.state, records, annulled)
