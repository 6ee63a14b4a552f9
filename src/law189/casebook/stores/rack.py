"""Полка в таблицах SQLAlchemy (rack): how the rows of a book are read and written, in one transaction."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, exists, func, insert, select, update

from law189.casebook.keys import Key
from law189.casebook.listed import ToRead
from law189.casebook.rows import histories, short
from law189.casebook.store.following import CountRow, Row, Sizes
from law189.casebook.store.rack import Rack
from law189.casebook.stores.listed import after, conditions, with_records
from law189.casebook.stores.tables import BALANCES, CASES, COUNTS, FINDINGS, FOLLOWING, KEYS, RECORDS, SCHEMAS
from law189.cases.history import History
from law189.law.signs import storable

__all__ = ["KEPT", "SqlRack"]

AT_ONCE = 200
"""How many rows are fetched at once where every case is read."""


KEPT = {name: SCHEMAS.c[f"{name}_kept"] for name in Sizes._fields}
"""The columns in which the sizes of the tables stand that follow from the records."""


class SqlRack(Rack):
    """Полка: the tables of `law189.casebook.stores.tables` by one connection."""

    def __init__(self, connection: Connection, *, keeps: bool = False) -> None:
        super().__init__(keeps=keeps)
        self._connection = connection

    def found(self, key: Key) -> tuple[str, ...]:
        """The ids of the cases with that number, in the order in which they were begun."""
        if not storable(key.value):
            return ()
        asked = (
            select(CASES.c.id)
            .join(KEYS, KEYS.c.place == CASES.c.place)
            .where(KEYS.c.kind == key.by.value, KEYS.c.value == short(key.value))
            .order_by(CASES.c.place)
        )
        return tuple(self._connection.scalars(asked))

    def _those(self, of: ToRead) -> Iterator[tuple[int, History[Any]]]:
        asked = with_records()
        if of.lifecycles:
            asked = asked.where(CASES.c.lifecycle.in_([*of.lifecycles]))
        if of.owing is not None:
            asked = asked.where(*conditions(self._connection, of.owing))
        if of.after is not None:
            asked = asked.where(CASES.c.place.in_(after(of.after)))
        rows = self._connection.execute(asked.execution_options(yield_per=AT_ONCE))
        return histories(iter(rows), reasons=of.reasons)

    def _last_places(self) -> tuple[int, int]:
        last = [self._connection.scalar(select(func.max(table.c.place))) for table in (CASES, RECORDS)]
        return last[0] or 0, last[1] or 0

    def _without_case(self) -> bool:
        joined = RECORDS.outerjoin(CASES, CASES.c.place == RECORDS.c.place)
        asked = select(RECORDS.c.place).select_from(joined).where(CASES.c.place.is_(None)).limit(1)
        return self._connection.scalar(asked) is not None

    def _sizes(self) -> tuple[Sizes, Sizes]:
        counts = [select(func.count()).select_from(table).scalar_subquery() for table in FOLLOWING]
        return self._kept_and(counts)

    def _begun(self) -> tuple[Sizes, Sizes]:
        return self._kept_and([exists().select_from(table) for table in FOLLOWING])

    def _kept_and(self, of_tables: Sequence[Any]) -> tuple[Sizes, Sizes]:
        """What is kept of the sizes, and what the database answers of each table, of one moment."""
        row = self._connection.execute(select(*KEPT.values(), *of_tables)).one()
        return Sizes(*row[: len(KEPT)]), Sizes(*row[len(KEPT) :])

    def version(self, history_id: str) -> int:
        """How many records the case has by now; 0 where there is none."""
        asked = select(CASES.c.version).where(CASES.c.id == history_id)
        return (self._connection.scalar(asked) if storable(history_id) else None) or 0

    def _rows_of(self, history_id: str) -> Iterable[Any]:
        return self._connection.execute(with_records().where(CASES.c.id == history_id)).all()

    def _amount(self, account: str) -> str | None:
        return self._connection.scalar(select(BALANCES.c.amount).where(BALANCES.c.account == account))

    def _counts(self, since: date | None, until: date | None) -> Iterable[CountRow]:
        asked = select(*(COUNTS.c[name] for name in CountRow._fields))
        asked = asked if since is None else asked.where(COUNTS.c.day >= since)
        asked = asked if until is None else asked.where(COUNTS.c.day <= until)
        return (CountRow(*row) for row in self._connection.execute(asked))

    # ─── Что пишут ───

    def clear_following(self) -> None:
        """Delete all that follows from the records, so that it is written anew."""
        for table in FOLLOWING:
            self._connection.execute(delete(table))
        self._connection.execute(update(SCHEMAS).values(dict.fromkeys(KEPT.values(), 0)))

    def _grown(self, more: Sizes) -> None:
        grown = {column: column + getattr(more, name) for name, column in KEPT.items()}
        self._connection.execute(update(SCHEMAS).values(grown))

    def _add_case(self, history: History[Any], now: Row) -> int:
        place = self._last_places()[0] + 1
        row = {"place": place, "id": history.id, "lifecycle": history.lifecycle, **now}
        self._connection.execute(insert(CASES), row)
        return place

    def _moved(self, place: int, before: int, now: Row) -> bool:
        those = update(CASES).where(CASES.c.place == place, CASES.c.version == before)
        return self._connection.execute(those.values(dict(now))).rowcount == 1

    def _add_records(self, place: int, rows: Iterable[Row]) -> None:
        self._add(RECORDS, place, [*rows])

    def _mark(self, place: int, number: int, *, annulled: bool) -> None:
        those = update(RECORDS).where(RECORDS.c.place == place, RECORDS.c.number == number)
        self._connection.execute(those.values(annulled=annulled))

    def _add_keys(self, place: int, rows: Sequence[Row]) -> None:
        self._add(KEYS, place, rows)

    def _drop_key(self, place: int, kind: str, value: str) -> int:
        named = (KEYS.c.kind == kind, KEYS.c.value == value)
        return self._connection.execute(delete(KEYS).where(*named, KEYS.c.place == place)).rowcount

    def _put_balance(self, account: str, row: Row) -> int:
        changed = update(BALANCES).where(BALANCES.c.account == account).values(amount=row["amount"])
        if self._connection.execute(changed).rowcount:
            return 0
        self._connection.execute(insert(BALANCES), {"account": account, **row})
        return 1

    def _put_day(self, on: date, rows: Sequence[CountRow]) -> int:
        gone = self._connection.execute(delete(COUNTS).where(COUNTS.c.day == on)).rowcount
        if rows:
            self._connection.execute(insert(COUNTS), [{"day": on, **row._asdict()} for row in rows])
        return len(rows) - gone

    def _add_findings(self, place: int, rows: Sequence[Row]) -> None:
        self._add(FINDINGS, place, rows)

    def _add(self, table: Any, place: int, rows: Sequence[Row]) -> None:
        if rows:
            self._connection.execute(insert(table), [{"place": place, **row} for row in rows])
