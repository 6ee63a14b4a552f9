"""Замечания, которые ищут (sought): the reasons of recorded steps that do not hold, out of the tables."""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from law189.casebook.rows import RecordFinding, findings_in
from law189.casebook.stores.tables import CASES, FINDINGS, RECORDS
from law189.verdict import Outcome

__all__ = ["Sought", "sought"]

AT_ONCE = 200


class Sought(NamedTuple):
    """Что ищут: what is None is not asked; the days are those of the steps."""

    history: str | None
    lifecycle: str | None
    rule: str | None
    outcome: Outcome | None
    since: date | None
    until: date | None
    annulled: bool

    @property
    def conditions(self) -> list[Any]:
        """The same as conditions of SQL."""
        asked = [
            (CASES.c.id.__eq__, self.history),
            (CASES.c.lifecycle.__eq__, self.lifecycle),
            (FINDINGS.c.rule.__eq__, self.rule),
            (FINDINGS.c.outcome.__eq__, None if self.outcome is None else self.outcome.value),
            (RECORDS.c.day.__ge__, self.since),
            (RECORDS.c.day.__le__, self.until),
        ]
        found = [compare(value) for compare, value in asked if value is not None]
        return found if self.annulled else [*found, RECORDS.c.annulled.is_(False)]


def sought(connection: Connection, of: Sought) -> Iterator[RecordFinding]:
    """The findings, by cases and records."""
    columns = (CASES.c.id, CASES.c.lifecycle, RECORDS, FINDINGS.c.reason)
    asked = (
        select(*columns)
        .join(RECORDS, (RECORDS.c.place == FINDINGS.c.place) & (RECORDS.c.number == FINDINGS.c.number))
        .join(CASES, CASES.c.place == FINDINGS.c.place)
        .where(*of.conditions)
        .order_by(FINDINGS.c.place, FINDINGS.c.number, FINDINGS.c.reason)
        .execution_options(yield_per=AT_ONCE)
    )
    yield from findings_in(connection.execute(asked))
