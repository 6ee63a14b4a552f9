"""Книга дел в базе Django (store): the same book as `SqlStore`, on Django's own tables and transactions.

A step takes the one row of `Book` first, by an UPDATE: so steps are taken one after the other in the whole
database, in SQLite and in PostgreSQL alike, and what a step has read is true until it has written. In an `atomic`
of your own the step is a part of it, and others wait until that ends.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any, NamedTuple, TypeVar

from django.db import connections, transaction
from django.db.models import F

from law189.casebook.listed import CaseList, ToRead, Wanted
from law189.casebook.rows import SCHEMA, OtherSchema, RecordFinding, Sought, findings_in
from law189.casebook.shelf import ShelfOfMoment
from law189.casebook.store import Store, WrittenShelf
from law189.cases.history import History
from law189.cases.ids import composed
from law189.contrib.django import models
from law189.contrib.django.busy import refusals_told
from law189.contrib.django.chosen import the_profile
from law189.contrib.django.listed import listed, versions
from law189.contrib.django.rack import DjangoRack
from law189.kinds import must_be
from law189.law.signs import storable
from law189.profile.profile import Profile

__all__ = ["DjangoStore"]

T = TypeVar("T")
ONE = 1
"""The number of the one row of `Book`."""
FINDING = ("case__place", "number", "reason", "case__number", "case__lifecycle")


class _Found(NamedTuple):
    """A finding with its record and its case, as `law189.casebook.rows` reads it."""

    place: int
    number: int
    reason: int
    id: str
    lifecycle: str
    kind: str
    day: date
    annulled: bool
    row: str


class DjangoStore(Store):
    """Книга дел в базе Django: a `Shelf` that keeps the steps which it takes.

    `profile` is that of the settings unless given, `using` the alias of the database. `wait` is how many seconds
    a step waits in PostgreSQL for the one before; SQLite waits for the `timeout` of its `OPTIONS`. The tables are
    made by `migrate`. What follows from the records is written anew where a newer law189 finds that of an older
    one; that of a newer one is refused with `OtherSchema`.
    """

    def __init__(self, profile: Profile | None = None, *, using: str = "default", wait: float = 30) -> None:
        self.profile = the_profile() if profile is None else must_be(profile, Profile)
        self.using, self._wait = using, wait

    def written(self, work: Callable[[WrittenShelf], T]) -> T:
        """What the work answers, written whole or not at all, while nobody else writes. Raises `Busy`."""
        with refusals_told(), transaction.atomic(using=self.using):
            self._hold()
            with self._whole(keeps=True) as rack:
                return work(rack)

    def _hold(self) -> None:
        """Take the row of the book; whoever writes waits here for the one before."""
        if connections[self.using].vendor == "postgresql":
            with connections[self.using].cursor() as cursor:
                cursor.execute("SELECT set_config('lock_timeout', %s, true)", [self._milliseconds()])
        rows = models.Book.objects.using(self.using).filter(number=ONE)
        if not rows.update(form=F("form")):
            models.Book.objects.using(self.using).bulk_create(
                [models.Book(number=ONE, form=SCHEMA)], ignore_conflicts=True
            )
            rows.update(form=F("form"))
        found = rows.values_list("form", flat=True).get()
        if found > SCHEMA:
            raise OtherSchema(found)
        if found < SCHEMA:
            self._anew()
            rows.update(form=SCHEMA)

    def _milliseconds(self) -> str:
        return f"{max(1, round(self._wait * 1000))}ms"

    def follow(self) -> None:
        """Write the keys, balances, counts and findings anew, from the records of every case."""
        with refusals_told(), transaction.atomic(using=self.using):
            self._hold()
            self._anew()

    def _anew(self) -> None:
        rack = DjangoRack(self.using)
        rack.clear_following()
        for place, history in rack.placed():
            rack.put_following(place, None, history)

    @contextmanager
    def moment(self) -> Iterator[ShelfOfMoment]:
        """The shelf as it is at one moment, for what asks of it more than once: a register, the dependants.

        In an `atomic` of your own it is what that transaction sees, and in PostgreSQL this may change between two
        questions.
        """
        with self._reading() as rack:
            yield rack

    @contextmanager
    def _reading(self) -> Iterator[DjangoRack]:
        self._fitting()
        connection = connections[self.using]
        first = connection.vendor == "postgresql" and not connection.in_atomic_block
        with refusals_told(), transaction.atomic(using=self.using):
            if first:
                with connection.cursor() as cursor:
                    cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            with self._whole() as rack:
                yield rack

    @contextmanager
    def _whole(self, *, keeps: bool = False) -> Iterator[DjangoRack]:
        """The rack; what the database refuses is told. Raises `Damaged` where the last records have no case."""
        with refusals_told():
            rack = DjangoRack(self.using, keeps=keeps)
            rack.whole()
            yield rack

    def _fitting(self) -> None:
        """What follows from the records is of today's version, or is written anew. Raises `OtherSchema`."""
        rows = models.Book.objects.using(self.using).filter(number=ONE)
        with refusals_told():
            found = rows.values_list("form", flat=True).first()
        if found is not None and found > SCHEMA:
            raise OtherSchema(found)
        if found is not None and found < SCHEMA:
            self.written(lambda _: None)

    def version(self, history_id: str) -> int:
        """How many records the case has by now; 0 where there is none."""
        named = (history_id, composed(history_id)) if storable(history_id) else ()
        those = models.Case.objects.using(self.using).filter(number__in=named)
        self._fitting()
        with self._whole():
            return those.values_list("version", flat=True).first() or 0

    def _cases(self, of: ToRead) -> Iterator[History[Any]]:
        """Such cases.

        No transaction stays open between two of them, so a step taken meanwhile may show in a later one; `moment`
        has all cases of one moment.
        """
        self._fitting()
        with self._whole() as rack:
            yield from (history for _, history in rack.placed(of))

    def _sought(self, of: Sought) -> Iterator[RecordFinding]:
        self._fitting()
        with self._whole():
            yield from self._found(of)

    def _found(self, of: Sought) -> Iterator[RecordFinding]:
        asked = {
            "case__number": of.history,
            "case__lifecycle": of.lifecycle,
            "rule": of.rule,
            "outcome": None if of.outcome is None else of.outcome.value,
        }
        said = {name: value for name, value in asked.items() if value is not None}
        found = models.Finding.objects.using(self.using).filter(**said)
        return findings_in(self._joined(found, of))

    def _versions(self, of: Wanted) -> dict[str, int]:
        with self._reading() as rack:
            return versions(self.using, rack.rows, of)

    def _listed(self, of: Wanted, skip: int, most: int) -> CaseList:
        with self._reading() as rack:
            return listed(self.using, rack.rows, of, skip, most)

    def _joined(self, found: Any, of: Sought) -> Iterator[_Found]:
        """The rows of findings, each with its record and its case."""
        days = {"day__gte": of.since, "day__lte": of.until, "annulled": None if of.annulled else False}
        wanted = {name: value for name, value in days.items() if value is not None}
        records: dict[int, dict[int, Any]] = {}
        for row in found.order_by("case__place", "number", "reason").values_list(*FINDING):
            place, number, reason, history, lifecycle = row
            if place not in records:
                of_case = models.Record.objects.using(self.using).filter(case_id=place, **wanted)
                records = {place: {record.number: record for record in of_case}}
            record = records[place].get(number)
            if record is not None:
                said = (record.kind, record.day, record.annulled, record.row)
                yield _Found(place, number, reason, history, lifecycle, *said)
