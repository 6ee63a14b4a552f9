"""Полка в базе (rack): the shelf that a step is judged beside, in one transaction of a database.

What is read in one transaction is one moment of the book. Which library reads and writes the rows is said by a rack
of its own (`law189.casebook.stores.rack`, `law189.contrib.django.rack`); what a row holds is the same for all.
"""

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from law189.casebook.keys import Key
from law189.casebook.listed import EVERY, ToRead, later_than, owing_on
from law189.casebook.postings import Account
from law189.casebook.rows import (
    WRONG,
    Damaged,
    account_text,
    as_it_was,
    histories,
    record_rows,
    short,
)
from law189.casebook.shelf import Count, DayCounts, changed_balances, changed_days, counted_in
from law189.casebook.shelf.following import NO_CASE, following
from law189.casebook.store.following import (
    FOLLOW,
    CountRow,
    Row,
    Sizes,
    amount_row,
    count_row,
    counted,
    finding_rows,
)
from law189.cases.history import History
from law189.errors import Conflict
from law189.law.signs import storable
from law189.measures import Unit

__all__ = ["LOST", "Rack"]

LOST = f"the book has not all rows that follow from its records; {FOLLOW}"
"""What is said where such rows were deleted, or others were added, past the store."""
WITHOUT_CASE = "the book has records whose cases are not in it; restore it from a copy"
"""What is said where cases were deleted and their records were not."""


class Rack(ABC):
    """Полка в базе: a `ShelfOfMoment`, and what writes the cases as a step has left them.

    `keeps` says that a case is read once in the transaction, as a step needs it: it is written as it was judged.
    """

    def __init__(self, *, keeps: bool = False) -> None:
        self._keeps = keeps
        self._read: dict[str, tuple[int, History[Any]] | None] = {}

    # ─── Что спрашивает книга ───

    def case(self, history_id: str) -> History[Any] | None:
        """The case of that id; None where there is none yet. Raises `Damaged` on rows that are no whole case."""
        found = self._placed(history_id)
        return None if found is None else found[1]

    @abstractmethod
    def found(self, key: Key) -> tuple[str, ...]:
        """The ids of the cases with that number, in the order in which they were begun."""

    def balance(self, account: Account) -> Decimal:
        """How much stands on the account; below zero where more has left it than came."""
        named = account_text(account)
        try:
            return Decimal((self._amount(named) if storable(named) else None) or 0)
        except WRONG as error:
            raise Damaged(f"{named}: the account holds no amount; {FOLLOW}") from error

    def formed(self, services: Collection[str], unit: Unit, since: date | None, until: date | None) -> Count:
        """The certificates formed for any of the services from one day to another, both included."""
        return counted_in([counted(self._counts(since, until))], services, unit)

    def cases(self) -> Iterator[History[Any]]:
        """Every case, in the order in which they were begun; a few are in memory at once."""
        return (history for _, history in self.placed())

    def later(self, on: date) -> Iterator[History[Any]]:
        """The cases that have a record of a later day."""
        return (history for _, history in self.placed(later_than(on)))

    def owing(self, on: date) -> Iterator[History[Any]]:
        """The cases of which somebody may have to take a step on the day, read for their steps."""
        return (history for _, history in self.placed(owing_on(on)))

    def placed(self, of: ToRead = EVERY) -> Iterator[tuple[int, History[Any]]]:
        """Every case that is asked for with its place, in their order.

        Raises `Damaged` on rows that are no whole case, and where every case is read and a record has none, or a
        row is gone of what follows from the records.
        """
        if of.every:
            if self._without_case():
                raise Damaged(WITHOUT_CASE)
            kept, there = self._sizes()
            if kept != there:
                raise Damaged(LOST)
        return self._those(of)

    def whole(self) -> None:
        """Raise `Damaged` where a table was emptied: the last records have no case, or what follows is gone."""
        cases, records = self._last_places()
        if not isinstance(records, int) or records > cases:
            raise Damaged(WITHOUT_CASE)
        kept, there = self._begun()
        if [one != 0 for one in kept] != [*map(bool, there)]:
            raise Damaged(LOST)

    @abstractmethod
    def _sizes(self) -> tuple[Sizes, Sizes]:
        """How many rows were written to each table of what follows from the records, and how many are there."""

    @abstractmethod
    def _begun(self) -> tuple[Sizes, Sizes]:
        """The same, but of what is there only whether any row is: 0 or 1."""

    @abstractmethod
    def _those(self, of: ToRead) -> Iterator[tuple[int, History[Any]]]:
        """Such cases with their places, in their order."""

    @abstractmethod
    def _last_places(self) -> tuple[int, int]:
        """The last place of a case, and the last of a record; 0 where there is none."""

    @abstractmethod
    def _without_case(self) -> bool:
        """Whether there is a record whose case is not there."""

    @abstractmethod
    def version(self, history_id: str) -> int:
        """How many records the case has by now; 0 where there is none."""

    def _placed(self, history_id: str) -> tuple[int, History[Any]] | None:
        if history_id in self._read:
            return self._read[history_id]
        rows = self._rows_of(history_id) if storable(history_id) else ()
        found = next(histories(iter(rows)), None)
        if self._keeps:
            self._read[history_id] = found
        return found

    @abstractmethod
    def _rows_of(self, history_id: str) -> Iterable[Any]:
        """The case with each of its records, in their order, all of one moment."""

    @abstractmethod
    def _amount(self, account: str) -> str | None:
        """What is written on the account; None where nothing was moved."""

    @abstractmethod
    def _counts(self, since: date | None, until: date | None) -> Iterable[CountRow]:
        """The counts of the days from one to another, both included."""

    # ─── Что пишут ───

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

    def put_following(self, place: int, was: History[Any] | None, now: History[Any]) -> None:
        """Write what follows from the case: its keys, what it moved and counts towards, and its findings."""
        had = NO_CASE if was is None else following(was)
        has = following(now, was, had)
        findings = [*finding_rows(now, 0 if was is None else was.version)]
        self._add_findings(place, findings)
        balances = changed_balances(self, had, has).items()
        days = changed_days(self._counted_on, had, has).items()
        more = Sizes(
            keys=self._put_keys(place, had.keys, has.keys),
            balances=sum(
                [self._put_balance(account_text(one), amount_row(one, much)) for one, much in balances]
            ),
            counts=sum(
                [self._put_day(on, [count_row(*one) for one in counted.items()]) for on, counted in days]
            ),
            findings=len(findings),
        )
        if any(more):
            self._grown(more)

    @abstractmethod
    def clear_following(self) -> None:
        """Delete all that follows from the records, so that it is written anew."""

    @abstractmethod
    def _grown(self, more: Sizes) -> None:
        """Note that each table has so many rows more, or fewer where it is below zero."""

    def _put_case(self, history: History[Any], before: int) -> int:
        found, now = self._placed(history.id), {"state": history.state, "version": history.version}
        if found is None:
            return self._add_case(history, now)
        if not self._moved(found[0], before, now):
            raise Conflict(before, self.version(history.id), history.id)
        return found[0]

    def _put_records(self, place: int, history: History[Any], before: int) -> None:
        self._add_records(place, record_rows(history, before))
        was = as_it_was(history, before).annulled
        for one in sorted((was ^ history.annulled) & {*range(before)}):
            self._mark(place, one + 1, annulled=one in history.annulled)

    def _put_keys(self, place: int, had: Sequence[Key], has: Sequence[Key]) -> int:
        """Write the keys of the case; how many more it has now."""
        gone = [self._drop_key(place, key.by.value, short(key.value)) for key in had if key not in has]
        new = [{"kind": key.by.value, "value": short(key.value)} for key in has if key not in had]
        self._add_keys(place, new)
        return len(new) - sum(gone)

    def _counted_on(self, on: date) -> DayCounts:
        return counted(self._counts(on, on))

    @abstractmethod
    def _add_case(self, history: History[Any], now: Row) -> int:
        """Write a new case, behind all others; its place."""

    @abstractmethod
    def _moved(self, place: int, before: int, now: Row) -> bool:
        """Write the state and the version of the case, where it still has the version that it had before."""

    @abstractmethod
    def _add_records(self, place: int, rows: Iterable[Row]) -> None: ...

    @abstractmethod
    def _mark(self, place: int, number: int, *, annulled: bool) -> None: ...

    @abstractmethod
    def _add_keys(self, place: int, rows: Sequence[Row]) -> None: ...

    @abstractmethod
    def _drop_key(self, place: int, kind: str, value: str) -> int:
        """Delete the key; how many rows it had."""

    @abstractmethod
    def _put_balance(self, account: str, row: Row) -> int:
        """Write what stands on the account; 1 where nothing stood on it before, else 0."""

    @abstractmethod
    def _put_day(self, on: date, rows: Sequence[CountRow]) -> int:
        """Write the counts of one day anew; how many rows more it has now."""

    @abstractmethod
    def _add_findings(self, place: int, rows: Sequence[Row]) -> None: ...
