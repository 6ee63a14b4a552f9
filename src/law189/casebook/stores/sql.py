"""Книга в базе (store): the cases of one municipality in SQLite or PostgreSQL, each step one transaction.

**Why nothing is overspent.** A step reads more than it writes: the balance of a share, the certificates formed for
a service, whether a number is there already. Two steps on different cases could both see the last hours of one
certificate and both take them. So steps are taken one after the other in the whole database. What a step has read
is then true until it has written: nobody else writes in between. SQLite does so with BEGIN IMMEDIATE, before
anything is read. PostgreSQL does so with a lock on the one row of `law189_schema`, the first thing that a step
does; under READ COMMITTED every statement after it sees all that the step before has committed. There is one lock,
so no two steps wait for each other. It is let go at the end of the transaction, and when a connection is lost.

Every case is written with the version at which it was judged. That guards against whoever writes past the lock.

A step is committed whole: the cases that it changed, their records, keys, balances, counts and findings. A process
that is killed before leaves nothing of it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Any, Self, TypeVar

from sqlalchemy import Connection

from law189.casebook.listed import CaseList, ToRead, Wanted
from law189.casebook.rows import Busy, Damaged, OtherSchema, RecordFinding, Sought
from law189.casebook.shelf import ShelfOfMoment
from law189.casebook.store import Store, WrittenShelf
from law189.casebook.stores.listed import listed, versions
from law189.casebook.stores.opened import Database, version_in
from law189.casebook.stores.rack import SqlRack
from law189.casebook.stores.schema import fitting, follow, prepare
from law189.casebook.stores.sought import sought
from law189.cases.history import History
from law189.cases.ids import composed
from law189.kinds import must_be
from law189.kinds.asked import methods_asked
from law189.profile.profile import Profile

__all__ = ["Busy", "Damaged", "OtherSchema", "RecordFinding", "SqlStore"]


T = TypeVar("T")


@methods_asked
class SqlStore(Store):
    """Книга в базе: a `Shelf` that keeps the steps which it takes.

    `url` is the database as SQLAlchemy writes it: `sqlite:///book.sqlite3`, `postgresql+psycopg://user@host/base`.
    The tables are made where there are none. `wait` is how many seconds a step waits for the one before. Threads
    may share a store; another process opens its own.

    Raises `OtherSchema` on tables of a version that it neither reads nor migrates, and `Law189Error` on another
    kind of database or on SQLite in memory.
    """

    def __init__(self, url: str, profile: Profile, *, wait: float = 30) -> None:
        self.profile = must_be(profile, Profile)
        self._database = Database(must_be(url, str), wait)
        try:
            prepare(self._database)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Close the connections; the store opens others when it is asked again."""
        self._database.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self.close()

    # ─── Transactions ───

    def written(self, work: Callable[[WrittenShelf], T]) -> T:
        """What the work answers, written whole or not at all, while nobody else writes. Raises `Busy`."""

        def done(connection: Connection, version: int) -> T:
            fitting(version)
            rack = SqlRack(connection, keeps=True)
            rack.whole()
            return work(rack)

        return self._database.write(done)

    def follow(self) -> None:
        """Write the keys, balances, counts and findings anew, from the records of every case."""

        def anew(connection: Connection, version: int) -> None:
            fitting(version)
            follow(connection)

        self._database.write(anew)

    @contextmanager
    def moment(self) -> Iterator[ShelfOfMoment]:
        """The shelf as it is at one moment, for what asks of it more than once: a register, the dependants."""
        with self._reading() as connection:
            yield SqlRack(connection)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._database.reading() as connection:
            fitting(version_in(connection))
            SqlRack(connection).whole()
            yield connection

    def version(self, history_id: str) -> int:
        """How many records the case has by now; 0 where there is none."""
        with self._reading() as connection:
            rack = SqlRack(connection)
            return rack.version(history_id) or rack.version(composed(history_id))

    def _cases(self, of: ToRead) -> Iterator[History[Any]]:
        """Such cases as of one moment."""
        with self._reading() as connection:
            yield from (history for _, history in SqlRack(connection).placed(of))

    def _sought(self, of: Sought) -> Iterator[RecordFinding]:
        with self._reading() as connection:
            yield from sought(connection, of)

    def _versions(self, of: Wanted) -> dict[str, int]:
        with self._reading() as connection:
            return versions(connection, of)

    def _listed(self, of: Wanted, skip: int, most: int) -> CaseList:
        with self._reading() as connection:
            return listed(connection, of, skip, most)
