"""Страница списка дел (listed): the cases that are asked for, out of the tables, and how many there are."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, exists, func, or_, select, true, tuple_

from law189.casebook.cycles import ANNULMENTS
from law189.casebook.listed import CaseList, ListedCase, Wanted, is_wanted, on_day
from law189.casebook.rows import histories, short
from law189.casebook.stores.tables import CASES, KEYS, RECORDS
from law189.cases.history import History

__all__ = ["after", "conditions", "listed", "versions", "with_records"]

NAMED = 500
"""How many places a query names: a database takes so many values and not any number."""


def with_records() -> Select[Any]:
    """Cases with their records, in the order of both."""
    columns = (*CASES.c, RECORDS.c.number, RECORDS.c.row)
    joined = CASES.outerjoin(RECORDS, RECORDS.c.place == CASES.c.place)
    return select(*columns).select_from(joined).order_by(CASES.c.place, RECORDS.c.number)


def listed(connection: Connection, of: Wanted, skip: int, most: int) -> CaseList:
    """A page of the list and the size of the whole."""
    asked = conditions(connection, of)
    those = select(*CASES.c, func.count().over().label("whole")).where(*asked).order_by(CASES.c.place)
    rows = [*connection.execute(those.offset(skip).limit(most))]
    whole = (
        rows[0].whole if rows else connection.scalar(select(func.count()).select_from(CASES).where(*asked))
    )
    places = [row.place for row in rows]
    last = {row.place: row.day for row in connection.execute(_last_days(places))}
    found = {
        row.place: ListedCase(row.id, row.lifecycle, row.state, row.version, last.get(row.place))
        for row in rows
    }
    if of.on is not None:
        for place, case in _gone_on(connection, places, of.on).items():
            found[place] = on_day(found[place], case, of.on)
    return CaseList(tuple(found.values()), whole or 0)


def versions(connection: Connection, of: Wanted) -> dict[str, int]:
    """How many records each such case has by now, by its id, in the order in which they were begun."""
    asked = select(CASES.c.id, CASES.c.version).where(*conditions(connection, of)).order_by(CASES.c.place)
    return {row[0]: row[1] for row in connection.execute(asked)}


def _last_days(places: Sequence[int]) -> Any:
    """The place of each of those cases with the day of its last record that counts; of many, of every case."""
    counts = [RECORDS.c.annulled.is_(False), RECORDS.c.kind.not_in(ANNULMENTS)]
    if len(places) <= NAMED:
        counts.append(RECORDS.c.place.in_(places))
    last = select(RECORDS.c.place, func.max(RECORDS.c.number).label("number")).where(*counts)
    of = last.group_by(RECORDS.c.place).subquery()
    joined = (RECORDS.c.place == of.c.place) & (RECORDS.c.number == of.c.number)
    return select(RECORDS.c.place, RECORDS.c.day).join(of, joined)


def _gone_on(connection: Connection, places: Sequence[int], on: date) -> Mapping[int, History[Any]]:
    """Those of the cases that have a record of a later day, each by its place."""
    those = [CASES.c.place.in_(after(on))]
    if len(places) <= NAMED:
        those.append(CASES.c.place.in_(places))
    named = {*places}
    read = histories(iter(connection.execute(with_records().where(*those))), reasons=False)
    return {place: case for place, case in read if place in named}


# ─── Условия ─────────────────────────────────────────────────────────────────────────────────────────────


def conditions(connection: Connection, of: Wanted) -> list[Any]:
    """What is asked for, as conditions of SQL."""
    found = [_in_states(of, CASES.c.state) if of.on is None else _on_day(connection, of, of.on)]
    if of.written:
        pairs = [(key.by.value, short(key.value)) for key in of.keys]
        by_number = select(KEYS.c.place).where(tuple_(KEYS.c.kind, KEYS.c.value).in_(pairs))
        found.append(or_(CASES.c.id.regexp_match(of.pattern), CASES.c.place.in_(by_number)))
    return found


def _in_states(of: Wanted, state: Any) -> Any:
    """That the state is one that is asked for, of a lifecycle that has it."""
    if not of.states:
        return true()
    return or_(*((CASES.c.lifecycle == name) & state.in_(states) for name, states in of.states.items()))


def _on_day(connection: Connection, of: Wanted, on: date) -> Any:
    """That the case had begun by the end of the day, and was in a state that is asked for.

    The database says so where a case has no later record, and where all later ones stand behind the others and none
    is annulled: then the last of the others led to the state. Any other case is read.
    """
    last = _last_made(on)
    led = select(last.c.place).join(CASES, CASES.c.place == last.c.place).where(_in_states(of, last.c.state))
    begun = select(RECORDS.c.place).where(RECORDS.c.day <= on)
    apart = with_records().where(
        CASES.c.place.in_(after(on)),
        CASES.c.place.in_(begun),
        CASES.c.place.not_in(select(last.c.place)),
    )
    read = histories(iter(connection.execute(apart)), reasons=False)
    return or_(
        CASES.c.place.not_in(after(on)) & _in_states(of, CASES.c.state),
        CASES.c.place.in_(led),
        CASES.c.place.in_([place for place, case in read if is_wanted(of, case)]),
    )


def after(on: date) -> Select[Any]:
    """The places of the cases that have a record of a later day."""
    return select(RECORDS.c.place).where(RECORDS.c.day > on)


def _last_made(on: date) -> Any:
    """Of each case that has gone on since the day, the last record made by then; none where that is not plain."""
    last, other = RECORDS.alias(), RECORDS.alias()
    of_case = select(other.c.place).where(other.c.place == last.c.place)
    against = (
        (other.c.number > last.c.number) & (other.c.day <= on),
        (other.c.number < last.c.number) & (other.c.day > on),
        other.c.kind.in_(ANNULMENTS),
    )
    plain = [~exists(of_case.where(one)) for one in against]
    return (
        select(last.c.place, last.c.state)
        .where(last.c.day <= on, last.c.place.in_(after(on)), *plain)
        .subquery()
    )
