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

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, select
from sqlalchemy.exc import IntegrityError

from law189.casebook import taking
from law189.casebook.book import options
from law189.casebook.cycles import CYCLES, no_lifecycle
from law189.casebook.keys import Key
from law189.casebook.line import Line
from law189.casebook.postings import Account
from law189.casebook.rows import LONGEST, Busy, Damaged, OtherSchema, RecordFinding
from law189.casebook.shelf import Count, Shelf
from law189.casebook.stores.opened import Database
from law189.casebook.stores.rack import Rack
from law189.casebook.stores.schema import fitting, follow, prepare
from law189.casebook.stores.sought import Sought, sought
from law189.casebook.stores.tables import SCHEMAS
from law189.casebook.taking import Taken
from law189.cases.history import History
from law189.cases.lifecycle import Duty, Option
from law189.errors import Conflict
from law189.kinds import must_be
from law189.law import Law189Error
from law189.measures import Unit
from law189.profile.profile import Profile
from law189.verdict import Outcome, Verdict

__all__ = ["Busy", "Damaged", "OtherSchema", "RecordFinding", "SqlStore"]


def _fitting(history_id: str) -> str:
    """The id, which an index takes. Raises `Law189Error` where it does not."""
    if len(must_be(history_id, str)) > LONGEST:
        raise Law189Error(f"the id of a case in a database has up to {LONGEST} letters; give a shorter one")
    return history_id


class SqlStore:
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

    # ─── Steps ───

    def begin(self, lifecycle: str, history_id: str) -> History[Any] | None:
        """Begin a case in which nothing has happened yet, and commit it; None where that id has a case already.

        Not needed before a step: a case begins with its first one too. Raises `Law189Error` on a lifecycle that the
        library has not and on an id that is too long, and `Busy` as `take`.
        """
        if must_be(lifecycle, str) not in CYCLES:
            raise Law189Error(no_lifecycle(lifecycle).en)
        history = CYCLES[lifecycle].begin(_fitting(history_id))

        def new(connection: Connection, version: int) -> History[Any] | None:
            fitting(version)
            rack = Rack(connection, keeps=True)
            if rack.case(history_id) is not None:
                return None
            rack.put(history, 0)
            return history

        return self._database.write(new)

    def take(self, line: Line) -> Taken:
        """The step taken beside all cases of the book, and committed.

        Raises as `law189.casebook.taking.take`, `Conflict` also where a case was written past the lock, and `Busy`
        where the database was not free in time; then nothing is written. Where the connection is lost while it
        commits, the error of SQLAlchemy comes out, and the version of the case says whether the step stands.
        """
        _fitting(must_be(line, Line).history)
        judged: list[Taken] = []

        def step(connection: Connection, version: int) -> Taken:
            fitting(version)
            rack = Rack(connection, keeps=True)
            judged[:] = [taking.take(rack, line, self.profile)]
            for case in judged[0].cases:
                rack.put(case, judged[0].before[case.id])
            return judged[0]

        try:
            return self._database.write(step)
        except IntegrityError:
            self._check(judged)
            raise

    def _check(self, judged: list[Taken]) -> None:
        """Raise `Conflict` where a case of the step has another version by now."""
        with self._database.reading() as connection:
            rack = Rack(connection)
            for taken in judged:
                for history_id, before in taken.before.items():
                    if (found := rack.version(history_id)) != before:
                        raise Conflict(before, found, history_id)

    def judge(self, line: Line) -> Verdict:
        """Whether the step may be taken now, beside all cases. Raises as `take`, but never `Refused`."""
        with self.moment() as shelf:
            return taking.judged(shelf, line, self.profile).verdict

    def follow(self) -> None:
        """Write the keys, balances, counts and findings anew, from the records of every case."""

        def anew(connection: Connection, version: int) -> None:
            fitting(version)
            follow(connection)

        self._database.write(anew)

    # ─── The shelf ───

    @contextmanager
    def moment(self) -> Iterator[Shelf]:
        """The shelf as it is at one moment, for what asks of it more than once: a register, the dependants."""
        with self._reading() as connection:
            yield Rack(connection)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._database.reading() as connection:
            fitting(connection.scalars(select(SCHEMAS.c.version)).one())
            yield connection

    def case(self, history_id: str) -> History[Any] | None:
        """The case of that id; None where there is none yet. Raises `Damaged` on rows that are no whole case."""
        with self.moment() as shelf:
            return shelf.case(history_id)

    def found(self, key: Key) -> tuple[str, ...]:
        """The ids of the cases with that number, in the order in which they were begun."""
        with self.moment() as shelf:
            return shelf.found(key)

    def balance(self, account: Account) -> Decimal:
        """How much stands on the account; below zero where more has left it than came."""
        with self.moment() as shelf:
            return shelf.balance(account)

    def formed(self, services: Collection[str], unit: Unit, since: date | None, until: date | None) -> Count:
        """The certificates formed for any of the services from one day to another, both included."""
        with self.moment() as shelf:
            return shelf.formed(services, unit, since, until)

    def cases(self) -> Iterator[History[Any]]:
        """Every case as of one moment, in the order in which they were begun; a few are in memory at once."""
        with self.moment() as shelf:
            yield from shelf.cases()

    # ─── What may be done, what is owed, what is wrong ───

    def options(self, history_id: str, on: date) -> tuple[Option, ...]:
        """Every step of the case on the day; what the book takes from its own cases it does not ask for.

        Raises `Law189Error` where there is no such case.
        """
        with self.moment() as shelf:
            case = shelf.case(must_be(history_id, str))
            if case is None:
                raise Law189Error(f"the book has no case «{history_id}»")
            return options(shelf, case, self.profile, on)

    def due(self, on: date) -> Iterator[tuple[str, Duty]]:
        """The open duties of every case on the day, each with the id of its case."""
        for case in self.cases():
            for duty in CYCLES[case.lifecycle].due(case, self.profile, on):
                yield case.id, duty

    def findings(
        self,
        *,
        history: str | None = None,
        lifecycle: str | None = None,
        rule: str | None = None,
        outcome: Outcome | None = None,
        since: date | None = None,
        until: date | None = None,
        annulled: bool = False,
    ) -> Iterator[RecordFinding]:
        """Every reason of a recorded step that does not hold, by cases and records; those of all that is given.

        `since` and `until` are days of the steps, both included. Those of annulled records come with `annulled`.
        """
        of = Sought(history, lifecycle, rule, outcome, since, until, annulled)
        with self._reading() as connection:
            yield from sought(connection, of)
