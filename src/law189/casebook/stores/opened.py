"""Как открыта база (opened): its transactions, and what of its refusals the store tells or tries again.

A transaction that writes has the database to itself. In SQLite it begins with BEGIN IMMEDIATE, in PostgreSQL with
the lock of the one row of `law189_schema`: whoever writes waits there for the one before. A transaction that reads
sees one moment of the book and waits for nobody.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NoReturn, TypeVar

from sqlalchemy import URL, Connection, Engine, create_engine, event, func, select, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.exc import TimeoutError as NoneFree

from law189.casebook.rows import BUSY, Busy, Damaged
from law189.casebook.store.driver import broken_off, damage, waited
from law189.casebook.stores.tables import SCHEMAS
from law189.law import Law189Error
from law189.law.signs import storable

__all__ = ["TRIES", "Database", "version_in"]

T = TypeVar("T")
TRIES = 5
"""How many times a transaction is tried that the database itself has broken off."""
CREATING = 189_000_189
"""The number of the lock under which PostgreSQL makes the tables, once."""


def version_in(connection: Connection, *, locks: bool = False) -> int:
    """The version of the tables; with `locks` nobody else writes until the end of the transaction.

    Raises `Damaged` where the table that says it does not have its one row.
    """
    asked = select(SCHEMAS.c.version)
    found: Sequence[int] = connection.scalars(asked.with_for_update() if locks else asked).all()
    if len(found) != 1:
        raise Damaged(f"{SCHEMAS.name}: it has {len(found)} rows and not one; restore the book from a copy")
    return found[0]


class Database:
    """База: transactions that write, one after the other, and transactions that read one moment."""

    def __init__(self, url: str, wait: float) -> None:
        where = _address(url)
        self.name = where.get_backend_name()
        if self.name not in ("sqlite", "postgresql"):
            raise Law189Error(f"a book stands in SQLite or PostgreSQL, not in {self.name}; give another URL")
        if self.name == "sqlite" and where.database in (None, "", ":memory:"):
            raise Law189Error("SQLite in memory has one connection only; give a file, or use a Casebook")
        more = {"connect_args": {"timeout": wait}} if self.name == "sqlite" else {}
        self._wait = wait
        self.engine: Engine = create_engine(url, pool_timeout=wait, **more)
        if self.name == "sqlite":
            event.listen(self.engine, "connect", _connected)
            event.listen(self.engine, "begin", _begun)
            self._writes = self.engine.execution_options(law189_begin="BEGIN IMMEDIATE")
            self._reads = self.engine.execution_options(law189_begin="BEGIN")
        else:
            self._writes = self.engine.execution_options(isolation_level="READ COMMITTED")
            self._reads = self.engine.execution_options(
                isolation_level="REPEATABLE READ", postgresql_readonly=True
            )

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one moment of the book.

        Raises `Busy` where the database was not free in time, `Damaged` where the tables are none of a book.
        """
        try:
            with self._reads.connect() as connection, connection.begin():
                yield connection
        except NoneFree as error:
            raise Busy(BUSY) from error
        except DBAPIError as error:
            _refuse(error)

    def write(self, work: Callable[[Connection, int], T]) -> T:
        """What the work answers, written whole or not at all; it is given the version of the tables.

        Raises `Busy` where the database was not free in time, `Damaged` where the tables are none of a book or hold
        a row already that was to be written, and whatever the work raises.
        """
        return self._tried(lambda: self._write(work))

    def _write(self, work: Callable[[Connection, int], T]) -> T:
        with self._writes.begin() as connection:
            self._patient(connection)
            return work(connection, version_in(connection, locks=True))

    def create(self, work: Callable[[Connection], None]) -> None:
        """Do what makes the tables; no other does it at once."""
        if self.name == "sqlite":
            self._log_ahead()

        def made() -> None:
            with self._writes.begin() as connection:
                self._patient(connection)
                if self.name == "postgresql":
                    connection.execute(select(func.pg_advisory_xact_lock(CREATING)))
                work(connection)

        self._tried(made)

    def _log_ahead(self) -> None:
        """SQLite writes ahead to a log, so that who reads keeps nobody from writing; the file remembers it.

        SQLite refuses this change at once where another is in a transaction, and does not wait for its end. So the
        store waits in a transaction that has the file to itself, and asks again.
        """
        as_asked = self.engine.execution_options(law189_begin=None)
        for left in reversed(range(TRIES)):
            try:
                with as_asked.connect() as connection:
                    connection.exec_driver_sql("PRAGMA journal_mode = WAL")
            except DBAPIError as error:
                if not left or not waited(error.orig):
                    _refuse(error)
            else:
                return
            self._tried(self._alone)

    def _alone(self) -> None:
        """Have the file to itself for a moment, once whoever reads or writes it has ended."""
        with self.engine.execution_options(law189_begin="BEGIN EXCLUSIVE").begin():
            pass

    def _patient(self, connection: Connection) -> None:
        """PostgreSQL waits for a lock no longer than SQLite does."""
        if self.name == "postgresql":
            connection.execute(text(f"SET LOCAL lock_timeout = {max(1, round(self._wait * 1000))}"))

    def _tried(self, work: Callable[[], T]) -> T:
        for left in reversed(range(TRIES)):
            try:
                return work()
            except NoneFree as error:
                raise Busy(BUSY) from error
            except DBAPIError as error:
                if not left or not broken_off(error.orig):
                    _refuse(error)
        raise AssertionError("the last try answers or raises")


def _address(url: str) -> URL:
    """The address, taken apart. Raises `Law189Error` on a text that is none; its words are not told back."""
    try:
        if storable(url):
            return make_url(url)
    except (ArgumentError, ValueError):
        pass
    raise Law189Error("the address of a book is one such as sqlite:///cases.sqlite3; give another URL")


def _connected(connection: Any, _: Any) -> None:
    """The driver begins no transaction of its own accord; the store says which is begun."""
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")


def _begun(connection: Connection) -> None:
    words = connection.get_execution_options().get("law189_begin")
    if words is not None:
        connection.exec_driver_sql(words)


def _refuse(error: DBAPIError) -> NoReturn:
    """Raise what the store says of it: `Busy`, `Damaged`, or the error itself where it is of neither."""
    busy = waited(error.orig) or broken_off(error.orig)
    told = Busy(BUSY) if busy else damage(error.orig)
    if told is None:
        raise error
    raise told from error
