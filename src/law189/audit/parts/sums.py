"""Суммы (sums): what the cases of all parts come to, each number written as its addends are.

What each contract and certificate says is kept in a file, so that memory does not grow with them.

>>> from law189.casebook.rendered.told import CaseTold
>>> sums, agreed = Sums(), ("1", "S", Unit.PERSON_HOURS)
>>> part = GivenIn(Decimal(72), ())
>>> sums.add(Added(case=OfCase("k1", (0, 1, 1), True, CaseTold(), ("1",), ((agreed, (part,)),))))
>>> [one.amount for one in sums.given(*agreed, but="k2")], sums.given(*agreed, but="k1")
([Decimal('72')], None)
"""

import pickle
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from struct import Struct
from typing import Any, Self

from law189.casebook.postings.accounts import Account
from law189.casebook.rendered.capacity import GivenIn
from law189.casebook.rendered.contracts import Contracts, What
from law189.casebook.rendered.told import Agreed, ContractTold, FormedUnder, VoidLine
from law189.casebook.shelf import Count, DayCounts, changed_days, counted_in
from law189.casebook.shelf.added import Added, OfCase
from law189.casebook.shelf.following import NO_CASE
from law189.measures import EXACT, Unit
from law189.rules.providers.serving import Stretch

__all__ = ["Sums"]

BEGUN = Struct(">BQQ")
"""Where a case was begun, so written that the bytes have the order of the places."""
STRETCH = Struct(">II")
"""The first and the last of days in a row, as `date.toordinal` counts them."""
TABLES = """
    PRAGMA journal_mode = OFF;
    PRAGMA synchronous = OFF;
    CREATE TABLE contracts (
        history TEXT, begun BLOB, service TEXT, unit TEXT, named TEXT, agreement TEXT, certificate TEXT, said BLOB
    );
    CREATE INDEX of_history ON contracts (history);
    CREATE INDEX of_service ON contracts (service, unit, agreement, begun);
    CREATE INDEX of_certificate ON contracts (certificate);
    CREATE TABLE formed (history TEXT, begun BLOB, number TEXT, said BLOB);
    CREATE INDEX formed_in ON formed (history);
    CREATE INDEX formed_as ON formed (number, begun);
    CREATE TABLE lines (history TEXT, number TEXT, line TEXT);
    CREATE INDEX line_in ON lines (history);
    CREATE INDEX line_as ON lines (line, number);
    CREATE TABLE paid (history TEXT, begun BLOB, agreement TEXT, days BLOB);
    CREATE INDEX paid_to ON paid (history);
    CREATE INDEX paid_by ON paid (agreement, begun);
    CREATE TABLE given (history TEXT, agreement TEXT, service TEXT, unit TEXT, amount TEXT, days BLOB);
    CREATE INDEX given_in ON given (history);
    BEGIN
"""
"""The tables of a file that is of one run and is never read again, so nothing need survive a crash."""


class _Kept(Contracts):
    """Договоры и сертификаты всех частей, in a file; each case as it was put last. Raises OSError."""

    def __init__(self, path: Path | None) -> None:
        try:
            self._file = sqlite3.connect(":memory:" if path is None else path, isolation_level=None)
            self._file.executescript(TABLES)
        except sqlite3.Error as error:
            raise OSError(str(error)) from error

    def put(self, case: OfCase) -> None:
        """Keep what the case says in place of what it said."""
        history, begun = case.history, BEGUN.pack(*case.begun)
        for table in ("contracts", "paid", "given") if case.contract else ("formed", "lines"):
            self._done(f"DELETE FROM {table} WHERE history = ?", history)  # noqa: S608  # our own names
        for one in case.told.contracts:
            what = one.service, one.unit.value, one.named, one.agreement, one.certificate
            self._add("contracts", history, begun, *what, _kept(one))
        for made in case.told.formed:
            self._add("formed", history, begun, made.number, _kept(made))
            for line in made.lines:
                self._add("lines", history, made.number, line)
        for agreement in case.paid_by:
            self._add("paid", history, begun, agreement, _days_kept(case.days))
        for (agreement, service, unit), parts in case.given:
            for part in parts:
                amount, days = str(part.amount), _days_kept(part.days)
                self._add("given", history, agreement, service, unit.value, amount, days)

    def _add(self, table: str, *row: str | bytes | None) -> None:
        places = ", ".join("?" * len(row))
        self._done(f"INSERT INTO {table} VALUES ({places})", *row)  # noqa: S608  # our own names

    def _done(self, what: str, *values: str | bytes | None) -> None:
        try:
            self._file.execute(what, values)
        except sqlite3.Error as error:
            raise OSError(str(error)) from error

    def _all(self, what: str, *values: str | bytes | None) -> list[Any]:
        """What is found; all of it at once, for what is held in memory anyway."""
        try:
            return self._file.execute(what, values).fetchall()
        except sqlite3.Error as error:
            raise OSError(str(error)) from error

    def _rows(self, what: str, *values: str | bytes | None) -> Iterator[tuple[Any, ...]]:
        try:
            yield from self._file.execute(what, values)
        except sqlite3.Error as error:
            raise OSError(str(error)) from error

    def some_paid_by(self, agreement: str, but: str) -> bool:
        """Whether the agreement pays for a contract, without that case."""
        of = "SELECT 1 FROM paid WHERE agreement = ? AND history <> ? LIMIT 1"
        return bool(self._all(of, agreement, but))

    def ran(self, agreement: str, but: str) -> tuple[tuple[Stretch, ...], ...]:
        """The days on which each contract ran that the agreement pays for, without that case."""
        of = "SELECT days FROM paid WHERE agreement = ? AND history <> ? ORDER BY begun"
        return tuple([_days_of(days) for (days,) in self._all(of, agreement, but)])

    def given(self, agreed: Agreed, but: str) -> tuple[GivenIn, ...]:
        """What contracts give of a service, in a unit, that the agreement pays for, without that case."""
        agreement, service, unit = agreed
        of = """
            SELECT given.amount, given.days FROM paid JOIN given
            ON given.history = paid.history AND given.agreement = paid.agreement AND service = ? AND unit = ?
            WHERE paid.agreement = ? AND paid.history <> ? ORDER BY begun, given.rowid
        """
        found = self._all(of, service, unit.value, agreement, but)
        return tuple([GivenIn(Decimal(amount), _days_of(days)) for amount, days in found])

    def units(self, agreement: str, service: str, but: str) -> tuple[Unit, ...]:
        """The units in which contracts give the service that the agreement pays for, without that case."""
        of = """
            SELECT DISTINCT given.unit FROM paid JOIN given
            ON given.history = paid.history AND given.agreement = paid.agreement AND service = ?
            WHERE paid.agreement = ? AND paid.history <> ?
        """
        return tuple([Unit(unit) for (unit,) in self._all(of, service, agreement, but)])

    def named(self) -> Mapping[What, str]:
        """Each service and unit of the contracts, in their order, with its number as an offer writes it."""
        of = """
            SELECT service, unit, max(named) AS named FROM contracts GROUP BY service, unit
            UNION ALL
            SELECT DISTINCT line, unit, NULL FROM lines JOIN contracts ON certificate = number
            WHERE service <> line
        """
        found = self._rows(f"SELECT service, unit, max(named) FROM ({of}) GROUP BY 1, 2 ORDER BY 1, 2")  # noqa: S608
        return {(service, Unit(unit)): named or service for service, unit, named in found}

    def of(self, what: What) -> Iterable[ContractTold]:
        """The contracts of the service, and those whose certificate its line may pay for."""
        service, unit = _named(what)
        of = """
            SELECT agreement, service, begun, said FROM contracts WHERE service = ? AND unit = ?
            UNION ALL
            SELECT agreement, service, begun, said FROM contracts WHERE service <> ? AND unit = ?
            AND certificate IN (SELECT number FROM lines WHERE line = ?)
            ORDER BY 1, 2, 3
        """
        return (pickle.loads(said) for *_, said in self._rows(of, service, unit, service, unit, service))  # noqa: S301

    def under(self, agreed: Agreed) -> int:
        """How many contracts of a service, in a unit, the agreement pays for."""
        agreement, service, unit = agreed
        of = "SELECT count(*) FROM contracts WHERE service = ? AND unit = ? AND agreement = ?"
        ((count,),) = self._all(of, service, unit.value, agreement)
        return int(count)

    def formed(self, certificate: str) -> Sequence[FormedUnder]:
        """The certificates of that number, in the order in which their cases were begun."""
        found = self._all("SELECT said FROM formed WHERE number = ? ORDER BY begun, rowid", certificate)
        return [pickle.loads(said) for (said,) in found]  # noqa: S301  # our own, of this very run

    def close(self) -> None:
        """Close the file."""
        self._file.close()


def _named(what: What) -> tuple[str, str]:
    """The service and the unit as the file has them."""
    return what[0], what[1].value


def _kept(one: Any) -> bytes:
    return pickle.dumps(one, pickle.HIGHEST_PROTOCOL)


def _days_kept(days: Iterable[Stretch]) -> bytes:
    return b"".join([STRETCH.pack(one.since.toordinal(), one.until.toordinal()) for one in days])


def _days_of(kept: bytes) -> tuple[Stretch, ...]:
    found = STRETCH.iter_unpack(kept)
    return tuple([Stretch(date.fromordinal(since), date.fromordinal(until)) for since, until in found])


class Sums:
    """Суммы всех частей, as far as their steps were added. `path` is a file that is not there yet.

    Without one all is held in memory. Raises OSError where the file cannot be written; it is a context that closes
    the file.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._balances: dict[Account, Decimal] = {}
        self._days: dict[date, DayCounts] = {}
        self._kept = _Kept(path)
        self.void: dict[str, VoidLine] = {}

    def add(self, more: Added) -> None:
        """Add what one step has added."""
        for account, amount in more.moved:
            self._balances[account] = EXACT.add(self._balances.get(account, Decimal(0)), amount)
        if more.formed[0] != more.formed[1]:
            had, has = (NO_CASE._replace(formed=one) for one in more.formed)
            self._days |= changed_days(self._days.get, had, has)
        if more.case is not None:
            self.keep(more.case)

    def keep(self, case: OfCase) -> None:
        """Keep what a case says in place of what it said."""
        if case.void is not None:
            self.void[case.history] = case.void
        self._kept.put(case)

    @property
    def contracts(self) -> Contracts:
        """What the contracts and certificates of all parts say of what was rendered."""
        return self._kept

    def balance(self, account: Account) -> Decimal:
        """How much stands on the account."""
        return self._balances.get(account, Decimal(0))

    def formed(self, *of: Any) -> Count:
        """The certificates formed in the term."""
        services, unit, since, until = of
        days = {day for day in self._days if (since or day) <= day <= (until or day)}
        return counted_in((self._days[day] for day in sorted(days)), services, unit)

    def given(self, agreement: str, service: str, unit: Unit, but: str) -> tuple[GivenIn, ...] | None:
        """What other contracts than that one give under the agreement; None where there is none."""
        given = self._kept.given((agreement, service, unit), but)
        return given if given or self.some_under(agreement, but) else None

    def units(self, agreement: str, service: str, but: str) -> tuple[Unit, ...]:
        """The units in which other contracts than that one give the service under the agreement."""
        return self._kept.units(agreement, service, but)

    def ran(self, agreement: str, but: str) -> tuple[tuple[Stretch, ...], ...] | None:
        """On which days each other contract than that one ran under the agreement; None where there is none."""
        return self._kept.ran(agreement, but) or None

    def some_under(self, agreement: str, but: str) -> bool:
        """Whether there is another contract than that one under the agreement."""
        return self._kept.some_paid_by(agreement, but)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._kept.close()
