"""Полка в таблицах Django (rack): the shelf that a step is judged beside, in one transaction.

What stands in a row, and how it is read back, is said in `law189.casebook.rows`.
"""

import json
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from django.db.models import Max, Q

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
from law189.cases.history import History
from law189.contrib.django import models
from law189.contrib.django.listed import conditions
from law189.errors import Conflict
from law189.measures import EXACT, Unit

__all__ = ["Rack"]

AT_ONCE = 200
"""How many cases are read at once where every case is."""


class _Row(NamedTuple):
    """A case with one of its records, as `law189.casebook.rows` reads it."""

    place: int
    id: str
    lifecycle: str
    state: str
    version: int
    number: int | None
    row: str | None


class Rack:
    """Полка: a `Shelf` over the tables of one database, and what writes the cases as a step has left them.

    `keeps` says that a case is read once in the transaction, as a step needs it: it is written as it was judged.
    """

    def __init__(self, using: str, *, keeps: bool = False) -> None:
        self._using, self._keeps = using, keeps
        self._read: dict[str, tuple[int, History[Any]] | None] = {}

    def _all(self, model: Any) -> Any:
        return model._base_manager.using(self._using)  # noqa: SLF001  # Django names it so

    # ─── Что спрашивает книга ───

    def case(self, history_id: str) -> History[Any] | None:
        """The case of that id; None where there is none yet. Raises `Damaged` on rows that are no whole case."""
        found = self._placed(history_id)
        return None if found is None else found[1]

    def found(self, key: Key) -> tuple[str, ...]:
        """The ids of the cases with that number, in the order in which they were begun."""
        those = self._all(models.Key).filter(kind=key.by.value, value=short(key.value))
        return tuple(those.order_by("case__place").values_list("case__number", flat=True))

    def balance(self, account: Account) -> Decimal:
        """How much stands on the account; below zero where more has left it than came."""
        those = self._all(models.Balance).filter(account=account_text(account))
        return Decimal(those.values_list("amount", flat=True).first() or 0)

    def formed(self, services: Collection[str], unit: Unit, since: date | None, until: date | None) -> Count:
        """The certificates formed for any of the services from one day to another, both included."""
        asked = self._all(models.DayCount).all()
        if since is not None:
            asked = asked.filter(day__gte=since)
        if until is not None:
            asked = asked.filter(day__lte=until)
        certificates, amount = 0, Decimal(0)
        for row in asked:
            if any(one in services for one in json.loads(row.services)):
                certificates += row.certificates
                amount = EXACT.add(amount, Decimal(row.amount)) if row.unit == unit.value else amount
        return Count(certificates, amount)

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
        """Every case that is asked for with its place, in their order."""
        those = () if of.owing is None else conditions(of.owing, self._using)
        those = (*those, Q(lifecycle__in=[*of.lifecycles])) if of.lifecycles else those
        last = 0
        while True:
            after = self._all(models.Case).filter(*those, place__gt=last).order_by("place")
            places = [*after.values_list("place", flat=True)[:AT_ONCE]]
            if not places:
                return
            rows = self._rows(*those, place__gt=last, place__lte=places[-1])
            yield from histories(iter(rows), reasons=of.reasons)
            last = places[-1]

    def _rows(self, *those: Q, **asked: Any) -> list[_Row]:
        """Cases with their records, in the order of both: one query, so each case is of one moment."""
        joined = self._all(models.Case).filter(*those, **asked).order_by("place", "records__number")
        columns = ("place", "number", "lifecycle", "state", "version", "records__number", "records__row")
        return [_Row(*row) for row in joined.values_list(*columns)]

    def _placed(self, history_id: str) -> tuple[int, History[Any]] | None:
        if history_id in self._read:
            return self._read[history_id]
        found = next(histories(iter(self._rows(number=history_id))), None)
        if self._keeps:
            self._read[history_id] = found
        return found

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

    def _put_case(self, history: History[Any], before: int) -> int:
        found, now = self._placed(history.id), {"state": history.state, "version": history.version}
        cases = self._all(models.Case)
        if found is None:
            place = (cases.aggregate(last=Max("place"))["last"] or 0) + 1
            cases.create(place=place, number=history.id, lifecycle=history.lifecycle, **now)
            return place
        place = found[0]
        if cases.filter(place=place, version=before).update(**now) != 1:
            raise Conflict(before, cases.values_list("version", flat=True).get(place=place), history.id)
        return place

    def _put_records(self, place: int, history: History[Any], before: int) -> None:
        rows = [models.Record(case_id=place, **row) for row in record_rows(history, before)]
        self._all(models.Record).bulk_create(rows)
        was = as_it_was(history, before).annulled
        for one in sorted((was ^ history.annulled) & {*range(before)}):
            those = self._all(models.Record).filter(case_id=place, number=one + 1)
            those.update(annulled=one in history.annulled)

    def put_following(self, place: int, was: History[Any] | None, now: History[Any]) -> None:
        """Write what follows from the case: its keys, what it moved and counts towards, and its findings."""
        had = NO_CASE if was is None else following(was)
        has = following(now, was, had)
        self._put_keys(place, had.keys, has.keys)
        for account, amount in changed_balances(self, had, has).items():
            row = account._asdict() | {"stage": account.stage.value, "unit": account.unit.value}
            row |= {"way": None if account.way is None else account.way.value, "amount": amount_text(amount)}
            self._all(models.Balance).update_or_create(account=account_text(account), defaults=row)
        for on, counted in changed_days(self._counted, had, has).items():
            self._put_day(on, counted)
        since = 0 if was is None else was.version
        found = [
            models.Finding(
                case_id=place, number=number, reason=reason, rule=of.rule, outcome=of.outcome.value
            )
            for number, record in enumerate(now.records[since:], start=since + 1)
            for reason, of in enumerate(findings_of(record))
        ]
        self._all(models.Finding).bulk_create(found)

    def clear_following(self) -> None:
        """Delete all that follows from the records, so that it is written anew."""
        for model in models.FOLLOWING:
            self._all(model).all().delete()

    def _put_keys(self, place: int, had: Sequence[Key], has: Sequence[Key]) -> None:
        keys = self._all(models.Key)
        for key in had:
            if key not in has:
                keys.filter(kind=key.by.value, value=short(key.value), case_id=place).delete()
        new = [key for key in has if key not in had]
        rows = [models.Key(kind=key.by.value, value=short(key.value), case_id=place) for key in new]
        keys.bulk_create(rows)

    def _counted(self, on: date) -> DayCounts:
        return {
            Kind(tuple(json.loads(row.services)), Unit(row.unit)): Count(
                row.certificates, Decimal(row.amount)
            )
            for row in self._all(models.DayCount).filter(day=on)
        }

    def _put_day(self, on: date, counted: DayCounts) -> None:
        """Write the counts of one day anew."""
        days = self._all(models.DayCount)
        days.filter(day=on).delete()
        rows = [
            models.DayCount(
                day=on,
                services=compact_json(kind.services),
                unit=kind.unit.value,
                certificates=count.certificates,
                amount=amount_text(count.amount),
            )
            for kind, count in counted.items()
        ]
        days.bulk_create(rows)
