"""Обязанности дня по порядку (owed): over all pages, however many cases there are, and not judged at each view.

What a case owes on a day follows from its records and the day, and records are only added. So of each case it is
kept when its duties end, beside the version of the case that was asked: a page asks the database which cases may
owe and of which version each is, and judges only those that have changed, and those that it shows. A certificate
whose contracts use it up without a record of its own is left out of what a page shows from then on. The first time
that a day of a large book is asked for, its cases are read behind the page; until then a page tells of the cases of
its own alone, and says so.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from threading import Lock, Thread
from typing import Any, NamedTuple

from desk.told import Listed, Search, page_of
from law189 import History
from law189.casebook.stores.sql import SqlStore
from law189.casebook.taking.owed import owed_by
from law189.cases.lifecycle import Duty

__all__ = ["Owed", "Owing"]

AT_ONCE = 25
"""How many duties a page tells; while a day is read, of how many cases it does."""
WAITED_FOR = 200
"""How many changed cases a page reads before it answers; where more have changed, they are read behind it."""
DAYS = 4
"""Of how many days the duties are kept, those last asked for."""


class Kept(NamedTuple):
    """Что запомнено о деле: its version; of each duty whether it is not overdue, and its last day."""

    version: int
    ends: tuple[tuple[bool, date], ...]


class Owed(NamedTuple):
    """Страница обязанностей; `by_case` says that its numbers are those of cases, for the day is being read."""

    listed: Listed
    by_case: bool


class Owing:
    """Обязанности по книге дел: what is kept of each day that was asked for."""

    def __init__(self, store: SqlStore) -> None:
        self.store = store
        self._days: dict[date, dict[str, Kept]] = {}
        self._read: dict[date, Thread] = {}
        self._wrong: dict[date, Exception] = {}
        self._lock = Lock()

    def page(self, of: Search, on: date) -> Owed:
        """A page of the open duties: the overdue first, then by their last day and by case, over all pages.

        Raises what kept the cases of the day from being read.
        """
        kept = self._of(on)
        if (wrong := self._wrong.pop(on, None)) is not None:
            raise wrong
        asked = self.store.versions(written=of.q, lifecycle=of.lifecycle, state=of.state_code, owing=on)
        changed = [
            case for case, version in asked.items() if case not in kept or kept[case].version < version
        ]
        if len(changed) > WAITED_FOR:
            self._behind(on, kept)
            return self._by_case(of, [*asked], on)
        self._note(kept, self._cases(changed), on)
        return self._in_order(of, asked, kept, on)

    def wait(self) -> None:
        """Wait until the days that are being read are read."""
        for thread in [*self._read.values()]:
            thread.join()

    # ─── Что запоминают ───

    def _of(self, on: date) -> dict[str, Kept]:
        """What is kept of the day; the day longest not asked for is let go."""
        with self._lock:
            kept = self._days[on] = self._days.pop(on, {})
            for old in [*self._days][:-DAYS]:
                del self._days[old]
                self._read.pop(old, None)
                self._wrong.pop(old, None)
            return kept

    def _behind(self, on: date, kept: dict[str, Kept]) -> None:
        """Read the cases of the day behind the page, once at a time."""
        with self._lock:
            if on in self._read and self._read[on].is_alive():
                return
            self._read[on] = Thread(target=self._whole, args=(kept, on), daemon=True)
            self._read[on].start()

    def _whole(self, kept: dict[str, Kept], on: date) -> None:
        try:
            self._note(kept, self.store.cases(owing=on, reasons=False), on)
        except Exception as error:  # noqa: BLE001  # whatever it is, the next page of the day says it
            self._wrong[on] = error

    def _note(self, kept: dict[str, Kept], cases: Iterable[History[Any]], on: date) -> None:
        for case, duties in self._due(cases, on):
            ends = tuple((not duty.overdue, duty.last_day or date.max) for duty in duties)
            kept[case.id] = Kept(case.version, ends)

    def _due(
        self, cases: Iterable[History[Any]], on: date
    ) -> Iterator[tuple[History[Any], tuple[Duty, ...]]]:
        """The cases with what each owes; what other cases have against a step the page of the case tells."""
        with self.store.moment() as shelf:
            yield from owed_by(cases, shelf, self.store.profile, on, barred=False)

    def _cases(self, ids: Iterable[str]) -> Iterator[History[Any]]:
        with self.store.moment() as shelf:
            yield from filter(None, map(shelf.case, ids))

    # ─── Страницы ───

    def _in_order(self, of: Search, ids: Iterable[str], kept: dict[str, Kept], on: date) -> Owed:
        """The page of the duties of those cases, which are judged again where it shows them."""
        every = sorted((*end, case, place) for case in ids for place, end in enumerate(kept[case].ends))
        page = page_of(of.page, every, AT_ONCE)
        duties = {case.id: due for case, due in self._due(self._cases({one[2] for one in page.rows}), on)}
        shown = [(case, duties[case][place]) for *_, case, place in page.rows if place < len(duties[case])]
        return Owed(page._replace(rows=shown), by_case=False)

    def _by_case(self, of: Search, ids: Sequence[str], on: date) -> Owed:
        """The page of those cases in the order in which they were begun, its duties in their own order."""
        page = page_of(of.page, ids, AT_ONCE)
        found = [(case.id, duty) for case, due in self._due(self._cases(page.rows), on) for duty in due]
        return Owed(page._replace(rows=sorted(found, key=_told_first)), by_case=True)


def _told_first(owing: tuple[str, Duty]) -> tuple[bool, date, str]:
    """The overdue first, then the nearest, one without a known day last; of one day by the case."""
    case_id, duty = owing
    return not duty.overdue, duty.last_day or date.max, case_id
