"""Хранилище (store): the book of one municipality in a database, whatever library speaks to that database.

A store says how a transaction is begun and what stands in its tables. What a step asks, what it writes and what it
refuses is said here once, so that every store judges the same.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager
from datetime import date
from decimal import Decimal
from types import NoneType
from typing import Any, Protocol, TypeVar

from law189.casebook import taking
from law189.casebook.book import options_on
from law189.casebook.cycles import CYCLES, no_lifecycle
from law189.casebook.keys import Key
from law189.casebook.line import Line
from law189.casebook.listed import CaseList, ToRead, Wanted, wanted
from law189.casebook.postings import Account
from law189.casebook.rows import LONGEST, Damaged, RecordFinding, Sought
from law189.casebook.shelf import Count, Shelf, ShelfOfMoment, held
from law189.casebook.taking import Taken
from law189.casebook.taking.owed import owed_by
from law189.cases.history import History
from law189.cases.lifecycle import Duty, Option
from law189.errors import Conflict
from law189.kinds import must_be
from law189.kinds.asked import methods_asked
from law189.law import Law189Error
from law189.law.signs import storable
from law189.measures import Unit
from law189.profile.profile import Profile
from law189.verdict import Outcome, Verdict

__all__ = ["Store", "WrittenShelf"]

T = TypeVar("T")


class WrittenShelf(Shelf, Protocol):
    """Полка, на которую пишут: the shelf of one transaction."""

    def put(self, history: History[Any], before: int) -> None:
        """Write the case, which had `before` records when it was judged, and all that follows from it.

        Raises `Conflict` where it has another version by now, and then nothing of the transaction may stay.
        """
        ...


@methods_asked
class Store(ABC):
    """Хранилище: a `Shelf` that keeps the steps which it takes, each in one transaction."""

    profile: Profile

    # ─── Что говорит о себе база ───

    @abstractmethod
    def moment(self) -> AbstractContextManager[ShelfOfMoment]:
        """The shelf as it is at one moment, for what asks of it more than once: a register, the dependants."""

    @abstractmethod
    def written(self, work: Callable[[WrittenShelf], T]) -> T:
        """What the work answers, written whole or not at all, while nobody else writes.

        Raises `Busy` where the database was not free in time, and `Damaged` where the tables are none of a book, or
        hold a row already that was to be written.
        """

    @abstractmethod
    def version(self, history_id: str) -> int:
        """How many records the case has by now; 0 where there is none."""

    def cases(
        self, lifecycles: Collection[str] = (), *, owing: date | None = None, reasons: bool = True
    ) -> Iterator[History[Any]]:
        """Every case, or those of these lifecycles alone, in the order in which they were begun.

        A few are in memory at once. `owing` leaves the cases that `listed` leaves with it. Without `reasons` a case
        is read for its steps, as a register, the ledger, the plan and the duties need it, in a quarter of the time:
        the verdict of a record is its rule and its outcome, without what it rests on. Such a case is not to be told
        or saved. Raises `Law189Error` on a lifecycle that the library has not.
        """
        for name in must_be(lifecycles, Collection):
            if must_be(name, str) not in CYCLES:
                raise Law189Error(no_lifecycle(name).en)
        owes = None if must_be(owing, date, NoneType) is None else wanted("", None, None, owing)
        return self._cases(ToRead((*lifecycles,), owes, must_be(reasons, bool)))

    @abstractmethod
    def _cases(self, of: ToRead) -> Iterator[History[Any]]:
        """Such cases."""

    @abstractmethod
    def follow(self) -> None:
        """Write the keys, balances, counts and findings anew, from the records of every case."""

    @abstractmethod
    def _sought(self, of: Sought) -> Iterator[RecordFinding]:
        """Such findings, by cases and records."""

    @abstractmethod
    def _listed(self, of: Wanted, skip: int, most: int) -> CaseList:
        """Such cases in the order in which they were begun, at most so many after the first `skip`."""

    @abstractmethod
    def _versions(self, of: Wanted) -> dict[str, int]:
        """How many records each such case has, in the order in which they were begun."""

    # ─── Шаги ───

    def begin(self, lifecycle: str, history_id: str) -> History[Any] | None:
        """Begin a case in which nothing has happened yet, and commit it; None where that id has a case already.

        Not needed before a step: a case begins with its first one too. Raises `Law189Error` on a lifecycle that the
        library has not and on an id that is too long, and `Busy` as `take`.
        """
        if must_be(lifecycle, str) not in CYCLES:
            raise Law189Error(no_lifecycle(lifecycle).en)
        history = CYCLES[lifecycle].begin(_fitting(history_id))

        def new(shelf: WrittenShelf) -> History[Any] | None:
            if shelf.case(history.id) is not None:
                return None
            shelf.put(history, 0)
            return history

        return self.written(new)

    def take(self, line: Line) -> Taken:
        """The step taken beside all cases of the book, and committed.

        Raises as `law189.casebook.taking.take`, `Conflict` also where a case was written past the lock, `Busy`
        where the database was not free in time, and `Damaged` where its tables are none of a book; then nothing is
        written.
        Where the connection is lost while it commits, the error of the database comes out, and the version of the
        case says whether the step stands.
        """
        _fitting(must_be(line, Line).history)
        judged: list[Taken] = []

        def step(shelf: WrittenShelf) -> Taken:
            judged[:] = [taking.take(shelf, line, self.profile)]
            for case in judged[0].cases:
                shelf.put(case, judged[0].before[case.id])
            return judged[0]

        try:
            return self.written(step)
        except Damaged:
            self._check(judged)
            raise

    def _check(self, judged: list[Taken]) -> None:
        """Raise `Conflict` where a case of the step has another version by now."""
        for taken in judged:
            for history_id, before in taken.before.items():
                if (found := self.version(history_id)) != before:
                    raise Conflict(before, found, history_id)

    def judge(self, line: Line) -> Verdict:
        """Whether the step may be taken now, beside all cases. Raises as `take`, but never `Refused`."""
        with self.moment() as shelf:
            return taking.judged(shelf, line, self.profile).verdict

    # ─── Полка ───

    def case(self, history_id: str) -> History[Any] | None:
        """The case of that id; None where there is none yet. Raises `Damaged` on rows that are no whole case."""
        with self.moment() as shelf:
            return held(shelf, history_id)

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
        return self._sought(of) if storable(history, lifecycle, rule) else iter(())

    def listed(
        self,
        *,
        written: str = "",
        lifecycle: str | None = None,
        state: str | None = None,
        owing: date | None = None,
        on: date | None = None,
        skip: int = 0,
        most: int = 50,
    ) -> CaseList:
        """A page of the list of cases, and how many cases the whole list has; no record is read.

        `written` is a number of any kind (of an order, a certificate, an INN) or a part of the id of a case; large
        letters are as small ones, and whatever day gave it. With `on` the list is that of the end of the day: the
        cases that had begun by then, each as it was known then. `owing` leaves of them those in a state that
        somebody must lead on. Raises `Law189Error` on a lifecycle or a state that there is not, on two days, and on
        a number below zero.
        """
        of = _asked_for(written, lifecycle, state, owing, on)
        if must_be(skip, int) < 0 or must_be(most, int) < 0:
            raise Law189Error(
                "a page of a list skips no case or some, and has none or some; give numbers from 0"
            )
        return CaseList((), 0) if of.nothing else self._listed(of, skip, most)

    def versions(
        self,
        *,
        written: str = "",
        lifecycle: str | None = None,
        state: str | None = None,
        owing: date | None = None,
        on: date | None = None,
    ) -> dict[str, int]:
        """How many records each case of the list has by now, by its id, in the order in which they were begun.

        So it is seen quickly which cases have changed since they were read. Raises as `listed`.
        """
        of = _asked_for(written, lifecycle, state, owing, on)
        return {} if of.nothing else self._versions(of)

    # ─── Что можно и что должны ───

    def options(self, history_id: str, on: date) -> tuple[Option, ...]:
        """Every step of the case on the day; what the book takes from its own cases it does not ask for.

        The case and all beside it are as they stood at the end of the day. Raises `Law189Error` where there is no
        such case.
        """
        with self.moment() as shelf:
            case = held(shelf, history_id)
            if case is None:
                raise Law189Error(f"the book has no case «{history_id}»")
            return options_on(shelf, case, self.profile, on)

    def due(self, on: date) -> Iterator[tuple[str, Duty]]:
        """The open duties on the day of every case that had begun by then, each with its id, as of one moment.

        Only cases that may owe something are read. A certificate that its contracts have used up does not expire
        (see `law189.casebook.taking.owed`).
        """
        with self.moment() as shelf:
            owed = owed_by(shelf.owing(must_be(on, date)), shelf, self.profile, on)
            found = [(case.id, duty) for case, duties in owed for duty in duties]
        yield from found


def _asked_for(
    written: str, lifecycle: str | None, state: str | None, owing: date | None, on: date | None
) -> Wanted:
    return wanted(
        must_be(written, str),
        must_be(lifecycle, str, NoneType),
        must_be(state, str, NoneType),
        must_be(owing, date, NoneType),
        must_be(on, date, NoneType),
    )


def _fitting(history_id: str) -> str:
    """The id, which an index takes. Raises `Law189Error` where it does not."""
    if len(must_be(history_id, str)) > LONGEST:
        raise Law189Error(f"the id of a case in a database has up to {LONGEST} letters; give a shorter one")
    return history_id
