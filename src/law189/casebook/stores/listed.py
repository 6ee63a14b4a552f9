"""Страница списка дел (listed): the cases that are asked for, out of the tables, and how many there are."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, func, or_, select, tuple_

from law189.casebook.cycles import CYCLES
from law189.casebook.listed import CaseList, ListedCase, Wanted
from law189.casebook.rows import short
from law189.casebook.stores.tables import CASES, KEYS, RECORDS

__all__ = ["conditions", "listed", "versions"]

NAMED = 500
"""How many places a query names: a database takes so many values and not any number."""


def listed(connection: Connection, of: Wanted, skip: int, most: int) -> CaseList:
    """A page of the list and the size of the whole."""
    those = select(CASES).where(*conditions(of))
    whole = connection.scalar(select(func.count()).select_from(those.subquery()))
    rows = [*connection.execute(those.order_by(CASES.c.place).offset(skip).limit(most))]
    days = connection.execute(_last_days([row.place for row in rows]))
    last = {row.place: row.day for row in days}
    found = (ListedCase(row.id, row.lifecycle, row.state, row.version, last.get(row.place)) for row in rows)
    return CaseList(tuple(found), whole or 0)


def versions(connection: Connection, of: Wanted) -> dict[str, int]:
    """How many records each such case has, by its id, in the order in which they were begun."""
    asked = select(CASES.c.id, CASES.c.version).where(*conditions(of)).order_by(CASES.c.place)
    return {row[0]: row[1] for row in connection.execute(asked)}


def _last_days(places: Sequence[int]) -> Any:
    """The place of each of those cases with the day of its last record that counts; of many, of every case."""
    counts = [
        RECORDS.c.annulled.is_(False),
        RECORDS.c.kind.not_in({cycle.annulment.kind for cycle in CYCLES.values()}),
    ]
    if len(places) <= NAMED:
        counts.append(RECORDS.c.place.in_(places))
    last = select(RECORDS.c.place, func.max(RECORDS.c.number).label("number")).where(*counts)
    of = last.group_by(RECORDS.c.place).subquery()
    joined = (RECORDS.c.place == of.c.place) & (RECORDS.c.number == of.c.number)
    return select(RECORDS.c.place, RECORDS.c.day).join(of, joined)


def conditions(of: Wanted) -> list[Any]:
    """What is asked for, as conditions of SQL."""
    found: list[Any] = []
    if of.states:
        states = [
            (CASES.c.lifecycle == lifecycle) & CASES.c.state.in_(states)
            for lifecycle, states in of.states.items()
        ]
        found.append(or_(*states, *_later(of)))
    if of.written:
        pairs = [(key.by.value, short(key.value)) for key in of.keys]
        by_number = select(KEYS.c.place).where(tuple_(KEYS.c.kind, KEYS.c.value).in_(pairs))
        found.append(or_(CASES.c.id.regexp_match(of.pattern), CASES.c.place.in_(by_number)))
    return found


def _later(of: Wanted) -> list[Any]:
    """That the case is of a wanted lifecycle and has a record of a later day."""
    if of.unless_after is None:
        return []
    after = select(RECORDS.c.place).where(RECORDS.c.day > of.unless_after)
    return [CASES.c.lifecycle.in_([*of.states]) & CASES.c.place.in_(after)]
