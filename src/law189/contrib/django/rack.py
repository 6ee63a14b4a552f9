"""Полка в таблицах Django (rack): how the rows of a book are read and written, in one transaction."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Count, Exists, F, Max, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce

from law189.casebook.keys import Key
from law189.casebook.listed import ToRead
from law189.casebook.rows import Damaged, histories, short
from law189.casebook.store.following import CountRow, Row, Sizes
from law189.casebook.store.rack import LOST, Rack
from law189.cases.history import History
from law189.contrib.django import models
from law189.contrib.django.listed import after, conditions
from law189.law.signs import storable

__all__ = ["DjangoRack"]

AT_ONCE = 200
"""How many cases are read at once where every case is."""

KEPT = {name: f"{name}_kept" for name in Sizes._fields}
"""The fields of `Book` in which the sizes of the tables stand that follow from the records."""


class _OfCase(NamedTuple):
    """A case with one of its records, as `law189.casebook.rows` reads it."""

    place: int
    id: str
    lifecycle: str
    state: str
    version: int
    number: int | None
    row: str | None


class DjangoRack(Rack):
    """Полка: the tables of `law189.contrib.django.models` in one database."""

    def __init__(self, using: str, *, keeps: bool = False) -> None:
        super().__init__(keeps=keeps)
        self._using = using

    def _all(self, model: Any) -> Any:
        return model._base_manager.using(self._using)  # noqa: SLF001  # Django names it so

    def found(self, key: Key) -> tuple[str, ...]:
        """The ids of the cases with that number, in the order in which they were begun."""
        if not storable(key.value):
            return ()
        those = self._all(models.Key).filter(kind=key.by.value, value=short(key.value))
        return tuple(those.order_by("case__place").values_list("case__number", flat=True))

    def _those(self, of: ToRead) -> Iterator[tuple[int, History[Any]]]:
        those: tuple[Q, ...] = () if of.owing is None else conditions(of.owing, self._using, self.rows)
        those = (*those, Q(lifecycle__in=[*of.lifecycles])) if of.lifecycles else those
        those = those if of.after is None else (*those, after(of.after, self._using))
        last = 0
        while True:
            further = self._all(models.Case).filter(*those, place__gt=last).order_by("place")
            places = [*further.values_list("place", flat=True)[:AT_ONCE]]
            if not places:
                return
            rows = self.rows(*those, place__gt=last, place__lte=places[-1])
            yield from histories(iter(rows), reasons=of.reasons)
            last = places[-1]

    def _last_places(self) -> tuple[int, int]:
        cases = self._all(models.Case).aggregate(last=Max("place"))["last"]
        records = self._all(models.Record).aggregate(last=Max("case_id"))["last"]
        return cases or 0, records or 0

    def _without_case(self) -> bool:
        of_it = self._all(models.Case).filter(place=OuterRef("case_id"))
        without: bool = self._all(models.Record).filter(~Exists(of_it)).exists()
        return without

    def _sizes(self) -> tuple[Sizes, Sizes]:
        return self._kept_and(self._many)

    def _begun(self) -> tuple[Sizes, Sizes]:
        return self._kept_and(lambda model: Exists(self._all(model).all()))

    def _many(self, model: Any) -> Any:
        """How many rows the table has, as a part of a query."""
        one = self._all(model).order_by().annotate(one=Value(1)).values("one")
        return Coalesce(Subquery(one.annotate(many=Count("*")).values("many")), 0)

    def _kept_and(self, of: Callable[[Any], Any]) -> tuple[Sizes, Sizes]:
        """What is kept of the sizes, and what the database answers of each table: one query is one moment."""
        asked = dict(zip(Sizes._fields, map(of, models.FOLLOWING), strict=True))
        rows = self._all(models.Book).values_list(*KEPT.values(), *asked.values())
        row = rows.first()
        if row is None:  # the first step writes it beside the first case
            if not self._all(models.Case).exists():
                return Sizes(), Sizes()
            row = rows.first()
        if row is None:
            raise Damaged(LOST)
        return Sizes(*row[: len(KEPT)]), Sizes(*row[len(KEPT) :])

    def version(self, history_id: str) -> int:
        """How many records the case has by now; 0 where there is none."""
        return self._all(models.Case).filter(number=history_id).values_list("version", flat=True).first() or 0

    def _rows_of(self, history_id: str) -> Iterable[_OfCase]:
        return self.rows(number=history_id)

    def rows(self, *those: Q, **asked: Any) -> list[_OfCase]:
        """Cases with their records, in the order of both: one query, so each case is of one moment."""
        joined = self._all(models.Case).filter(*those, **asked).order_by("place", "records__number")
        columns = ("place", "number", "lifecycle", "state", "version", "records__number", "records__row")
        return [_OfCase(*row) for row in joined.values_list(*columns)]

    def _amount(self, account: str) -> str | None:
        found: str | None = (
            self._all(models.Balance).filter(account=account).values_list("amount", flat=True).first()
        )
        return found

    def _counts(self, since: date | None, until: date | None) -> Iterable[CountRow]:
        asked = self._all(models.DayCount).all()
        asked = asked if since is None else asked.filter(day__gte=since)
        asked = asked if until is None else asked.filter(day__lte=until)
        return (CountRow(*row) for row in asked.values_list(*CountRow._fields))

    # ─── Что пишут ───

    def clear_following(self) -> None:
        """Delete all that follows from the records, so that it is written anew."""
        for model in models.FOLLOWING:
            self._all(model).all().delete()
        self._all(models.Book).update(**dict.fromkeys(KEPT.values(), 0))

    def _grown(self, more: Sizes) -> None:
        grown = {column: F(column) + getattr(more, name) for name, column in KEPT.items()}
        self._all(models.Book).update(**grown)

    def _add_case(self, history: History[Any], now: Row) -> int:
        cases = self._all(models.Case)
        place = self._last_places()[0] + 1
        cases.create(place=place, number=history.id, lifecycle=history.lifecycle, **now)
        return place

    def _moved(self, place: int, before: int, now: Row) -> bool:
        changed: int = self._all(models.Case).filter(place=place, version=before).update(**now)
        return changed == 1

    def _add_records(self, place: int, rows: Iterable[Row]) -> None:
        self._add(models.Record, place, rows)

    def _mark(self, place: int, number: int, *, annulled: bool) -> None:
        self._all(models.Record).filter(case_id=place, number=number).update(annulled=annulled)

    def _add_keys(self, place: int, rows: Sequence[Row]) -> None:
        self._add(models.Key, place, rows)

    def _drop_key(self, place: int, kind: str, value: str) -> int:
        gone: int = self._all(models.Key).filter(kind=kind, value=value, case_id=place).delete()[0]
        return gone

    def _put_balance(self, account: str, row: Row) -> int:
        _, new = self._all(models.Balance).update_or_create(account=account, defaults=dict(row))
        return int(new)

    def _put_day(self, on: date, rows: Sequence[CountRow]) -> int:
        days = self._all(models.DayCount)
        gone: int = days.filter(day=on).delete()[0]
        days.bulk_create([models.DayCount(day=on, **row._asdict()) for row in rows])
        return len(rows) - gone

    def _add_findings(self, place: int, rows: Sequence[Row]) -> None:
        self._add(models.Finding, place, rows)

    def _add(self, model: Any, place: int, rows: Iterable[Row]) -> None:
        self._all(model).bulk_create([model(case_id=place, **row) for row in rows])
