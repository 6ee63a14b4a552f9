"""Замечания, которые ищут (sought): the reasons of recorded steps that do not hold, out of the tables."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, select

from law189.casebook.rows import RecordFinding, Sought, findings_in
from law189.casebook.stores.tables import CASES, FINDINGS, RECORDS

__all__ = ["sought"]

AT_ONCE = 200


def _conditions(of: Sought) -> list[Any]:
    """What is sought, as conditions of SQL."""
    asked = [
        (CASES.c.id.__eq__, of.history),
        (CASES.c.lifecycle.__eq__, of.lifecycle),
        (FINDINGS.c.rule.__eq__, of.rule),
        (FINDINGS.c.outcome.__eq__, None if of.outcome is None else of.outcome.value),
        (RECORDS.c.day.__ge__, of.since),
        (RECORDS.c.day.__le__, of.until),
    ]
    found = [compare(value) for compare, value in asked if value is not None]
    return found if of.annulled else [*found, RECORDS.c.annulled.is_(False)]


def sought(connection: Connection, of: Sought) -> Iterator[RecordFinding]:
    """The findings, by cases and records."""
    columns = (CASES.c.id, CASES.c.lifecycle, RECORDS, FINDINGS.c.reason)
    asked = (
        select(*columns)
        .join(RECORDS, (RECORDS.c.place == FINDINGS.c.place) & (RECORDS.c.number == FINDINGS.c.number))
        .join(CASES, CASES.c.place == FINDINGS.c.place)
        .where(*_conditions(of))
        .order_by(FINDINGS.c.place, FINDINGS.c.number, FINDINGS.c.reason)
        .execution_options(yield_per=AT_ONCE)
    )
    yield from findings_in(connection.execute(asked))
