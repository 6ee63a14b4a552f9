"""Полка в базе (rack): the shelf that a step is judged beside, in one transaction of the database.

What is read in one transaction is one moment of the book.
"""

import json
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, Select, delete, func, insert, select, update

from law189.casebook.following import NO_CASE, following
from law189.casebook.keys import Key
from law189.casebook.listed import EVERY, ToRead, later_than, owing_on
from law189.casebook.postings import Account
from law189.casebook.rows import (
    account_text,
    amount_text,
    as_it_was,
    compact_json,
    findings_of,
    histories,
    record_rows,
    short,
)
from law189.casebook.shelf import Count, DayCounts, Kind, changed_balances, changed_days
from law189.casebook.stores.listed import conditions
from law189.casebook.stores.tables import BALANCES, CASES, COUNTS, FINDINGS, FOLLOWING, KEYS, RECORDS
from law189.cases.history import History
from law189.errors import Conflict
from law189.measures import EXACT, Unit

__all__ = ["Rack"]

AT_ONCE = 200
"""How many rows are fetched at once where every case is read."""


def _cases() -> Select[Any]:
    """Cases with their records, in the order of both."""
    columns = (*CASES.c, RECORDS.c.number, RECORDS.c.row)
    joined = CASES.outerjoin(RECORDS, RECORDS.c.place == CASES.c.place)
    return select(*columns).select_from(joined).order_by(CASES.c.place, RECORDS.c.number)


class Rack:
    """Полка в базе: a `Shelf` over one transaction, and what writes the cases as a step has left them.

    `keeps` says that a case is read once in the transaction, as a step needs it: it is written as it was judged.
    """

    def __init__(self, connection: Connection, *, keeps: bool = False) -> None:
        self._connection, self._keeps = connection, keeps
        self._read: dict[str, tuple[int, History[Any]] | None] = {}

    # ─── What the book asks of a shelf ───

    def case(self, history_id: str) -> History[Any] | None:
        """The case of that id; None where there is none yet. Raises `Damaged` on rows that are no whole case."""
        found = self._placed(history_id)
        return None if found is None else found[1]

    def found(self, key: Key) -> tuple[str, ...]:
        """The ids of the cases with that number, in the order in which they were begun."""
        asked = (
            select(CASES.c.id)
            .join(KEYS, KEYS.c.place == CASES.c.place)
            .where(KEYS.c.kind == key.by.value, KEYS.c.value == short(key.value))
            .order_by(CASES.c.place)
        )
        return tuple(self._connection.scalars(asked))

    def balance(self, account: Account) -> Decimal:
        """How much stands on the account; below zero where more has left it than came."""
        asked = select(BALANCES.c.amount).where(BALANCES.c.account == account_text(account))
        return Decimal(self._connection.scalar(asked) or 0)

    def formed(self, services: Collection[str], unit: Unit, since: date | None, until: date | None) -> Count:
        """The certificates formed for any of the services from one day to another, both included."""
        asked = select(COUNTS)
        if since is not None:
            asked = asked.where(COUNTS.c.day >= since)
        if until is not None:
            asked = asked.where(COUNTS.c.day <= until)
        certificates, amount = 0, Decimal(0)
        for row in self._connection.execute(asked):
            if any(one in services for one in json.loads(row.services)):
                certificates += row.certificates
                amount = EXACT.add(amount, Decimal(row.amount)) if row.unit == unit.value else amount
        return Count(certificates, amount)

    def cases(self) -> Iterator[History[Any]]:
        """Every case, in the order in which they were begun; a few are in memory at once."""
        return (history for _, history in self.placed())

    # ─── What the store asks besides ───

    def later(self, on: date) -> Iterator[History[Any]]:
        """The cases that have a record of a later day."""
        return (history for _, history in self.placed(later_than(on)))

    def owing(self, on: date) -> Iterator[History[Any]]:
        """The cases of which somebody may have to take a step on the day, read for their steps."""
        return (history for _, history in self.placed(owing_on(on)))

    def placed(self, of: ToRead = EVERY) -> Iterator[tuple[int, History[Any]]]:
        """Every case that is asked for with its place, in their order."""
        asked = _cases()
        if of.lifecycles:
            asked = asked.where(CASES.c.lifecycle.in_([*of.lifecycles]))
        if of.owing is not None:
            asked = asked.where(*conditions(of.owing))
        rows = self._connection.execute(asked.execution_options(yield_per=AT_ONCE))
        return histories(iter(rows), reasons=of.reasons)

    def version(self, history_id: str) -> int:
        """How many records the case has by now; 0 where there is none."""
        return self._connection.scalar(select(CASES.c.version).where(CASES.c.id == history_id)) or 0

    def _placed(self, history_id: str) -> tuple[int, History[Any]] | None:
        if history_id in self._read:
            return self._read[history_id]
        asked = _cases().where(CASES.c.id == history_id)
        found = next(histories(iter(self._connection.execute(asked).all())), None)
        if self._keeps:
            self._read[history_id] = found
        return found

    # ─── What is written ───

    def put(self, history: History[Any], before: int) -> None:
        """Write the case, which had `before` records when it was judged, and all that follows from it.

        Raises `Conflict` where it has another version by now, and then nothing of the transaction may stay.
        """
        was = None if self._placed(history.id) is None else as_it_was(history, before)
        place = self._put_case(history, before)
        self._put_records(place, history, before)
        self.put_following(place, was, history)
        if self._keeps:
            self._read[history.id] = place, history

    def _put_case(self, history: History[Any], before: int) -> int:
        found, now = self._placed(history.id), {"state": history.state, "version": history.version}
        if found is None:
            place = (self._connection.scalar(select(func.max(CASES.c.place))) or 0) + 1
            row = {"place": place, "id": history.id, "lifecycle": history.lifecycle, **now}
            self._connection.execute(insert(CASES), row)
            return place
        place = found[0]
        those = update(CASES).where(CASES.c.place == place, CASES.c.version == before)
        if self._connection.execute(those.values(now)).rowcount != 1:
            raise Conflict(before, self.version(history.id), history.id)
        return place

    def _put_records(self, place: int, history: History[Any], before: int) -> None:
        self._all(RECORDS, [{"place": place, **row} for row in record_rows(history, before)])
        was = as_it_was(history, before).annulled
        for one in sorted((was ^ history.annulled) & {*range(before)}):
            those = update(RECORDS).where(RECORDS.c.place == place, RECORDS.c.number == one + 1)
            self._connection.execute(those.values(annulled=one in history.annulled))

    def put_following(self, place: int, was: History[Any] | None, now: History[Any]) -> None:
        """Write what follows from the case: its keys, what it moved and counts towards, and its findings."""
        had = NO_CASE if was is None else following(was)
        has = following(now, was, had)
        self._put_keys(place, had.keys, has.keys)
        for account, amount in changed_balances(self, had, has).items():
            self._put_balance(account, amount)
        for on, counted in changed_days(self._counted, had, has).items():
            self._put_day(on, counted)
        since = 0 if was is None else was.version
        self._all(
            FINDINGS,
            [
                {
                    "place": place,
                    "number": number,
                    "reason": reason,
                    "rule": of.rule,
                    "outcome": of.outcome.value,
                }
                for number, record in enumerate(now.records[since:], start=since + 1)
                for reason, of in enumerate(findings_of(record))
            ],
        )

    def clear_following(self) -> None:
        """Delete all that follows from the records, so that it is written anew."""
        for table in FOLLOWING:
            self._connection.execute(delete(table))

    def _put_keys(self, place: int, had: Sequence[Key], has: Sequence[Key]) -> None:
        for key in had:
            if key not in has:
                named = (KEYS.c.kind == key.by.value, KEYS.c.value == short(key.value))
                self._connection.execute(delete(KEYS).where(*named, KEYS.c.place == place))
        new = [
            {"kind": key.by.value, "value": short(key.value), "place": place} for key in has if key not in had
        ]
        self._all(KEYS, new)

    def _put_balance(self, account: Account, amount: Decimal) -> None:
        written, text = account_text(account), amount_text(amount)
        changed = update(BALANCES).where(BALANCES.c.account == written).values(amount=text)
        if self._connection.execute(changed).rowcount == 0:
            row = {"account": written, "amount": text, **account._asdict()}
            row |= {"stage": account.stage.value, "unit": account.unit.value}
            row["way"] = None if account.way is None else account.way.value
            self._connection.execute(insert(BALANCES), row)

    def _counted(self, on: date) -> DayCounts:
        rows = self._connection.execute(select(COUNTS).where(COUNTS.c.day == on))
        return {
            Kind(tuple(json.loads(row.services)), Unit(row.unit)): Count(
                row.certificates, Decimal(row.amount)
            )
            for row in rows
        }

    def _put_day(self, on: date, counted: DayCounts) -> None:
        """Write the counts of one day anew."""
        self._connection.execute(delete(COUNTS).where(COUNTS.c.day == on))
        self._all(
            COUNTS,
            [
                {
                    "day": on,
                    "services": compact_json(kind.services),
                    "unit": kind.unit.value,
                    "certificates": count.certificates,
                    "amount": amount_text(count.amount),
                }
                for kind, count in counted.items()
            ],
        )

    def _all(self, table: Any, rows: Sequence[dict[str, Any]]) -> None:
        if rows:
            self._connection.execute(insert(table), [*rows])
