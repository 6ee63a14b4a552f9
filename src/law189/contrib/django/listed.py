"""Страница списка дел (listed): the cases that are asked for, out of Django's tables, and how many there are."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q

from law189.casebook.cycles import ANNULMENTS
from law189.casebook.listed import CaseList, ListedCase, Wanted, is_wanted, on_day
from law189.casebook.rows import histories, short
from law189.cases.history import History
from law189.contrib.django import models

__all__ = ["after", "conditions", "listed", "versions"]

Read = Callable[..., Iterable[Any]]
"""What reads cases with their records, in the order of both, by conditions of a query over the cases."""


def listed(using: str, read: Read, of: Wanted, skip: int, most: int) -> CaseList:
    """A page of the list and the size of the whole."""
    those = models.Case.objects.using(using).filter(*conditions(of, using, read))
    rows = [*those.order_by("place")[skip : skip + most]]
    places = [row.place for row in rows]
    counted = (
        _records(using)
        .filter(case_id__in=places, annulled=False)
        .exclude(kind__in=ANNULMENTS)
        .order_by("case_id", "number")
    )
    last = dict(counted.values_list("case_id", "day"))
    found = {
        row.place: ListedCase(row.number, row.lifecycle, row.state, row.version, last.get(row.place))
        for row in rows
    }
    if of.on is not None:
        for place, case in _gone_on(using, read, places, of.on).items():
            found[place] = on_day(found[place], case, of.on)
    return CaseList(tuple(found.values()), those.count())


def versions(using: str, read: Read, of: Wanted) -> dict[str, int]:
    """How many records each such case has by now, by its id, in the order in which they were begun."""
    those = models.Case.objects.using(using).filter(*conditions(of, using, read)).order_by("place")
    return dict(those.values_list("number", "version"))


def after(on: date, using: str) -> Q:
    """That the case has a record of a later day."""
    return Q(place__in=_records(using).filter(day__gt=on).values("case_id"))


def _gone_on(using: str, read: Read, places: Sequence[int], on: date) -> Mapping[int, History[Any]]:
    """Those of the cases that have a record of a later day, each by its place."""
    return dict(histories(iter(read(after(on, using), place__in=places)), reasons=False))


def _records(using: str) -> Any:
    return models.Record.objects.using(using)


# ─── Условия ─────────────────────────────────────────────────────────────────────────────────────────────


def conditions(of: Wanted, using: str, read: Read) -> tuple[Q, Q]:
    """What is asked for, as conditions of a query over the cases."""
    days = _in_states(of) if of.on is None else _on_day(of, of.on, using, read)
    return days, _number(of, using)


def _in_states(of: Wanted, lifecycle: str = "lifecycle") -> Q:
    """That the state is one that is asked for, of a lifecycle that has it, as the field `lifecycle` says."""
    found = Q()
    for name, states in of.states.items():
        found |= Q(**{lifecycle: name}, state__in=states)
    return found


def _on_day(of: Wanted, on: date, using: str, read: Read) -> Q:
    """That the case had begun by the end of the day, and was in a state that is asked for.

    The database says so where a case has no later record, and where all later ones stand behind the others and none
    is annulled: then the last of the others led to the state. Any other case is read.
    """
    later, last = after(on, using), _last_made(on, using)
    begun = Q(place__in=_records(using).filter(day__lte=on).values("case_id"))
    apart = histories(iter(read(later, begun, ~Q(place__in=last.values("case_id")))), reasons=False)
    led = last.filter(_in_states(of, "case__lifecycle")).values("case_id")
    places = [place for place, case in apart if is_wanted(of, case)]
    return (~later & _in_states(of)) | Q(place__in=led) | Q(place__in=places)


def _last_made(on: date, using: str) -> Any:
    """Of each case that has gone on since the day, the last record made by then; none where that is not plain."""
    other = _records(using).filter(case_id=OuterRef("case_id"))
    against = (
        other.filter(number__gt=OuterRef("number"), day__lte=on),
        other.filter(number__lt=OuterRef("number"), day__gt=on),
        other.filter(kind__in=ANNULMENTS),
    )
    gone_on = _records(using).filter(day__gt=on).values("case_id")
    made = _records(using).filter(day__lte=on, case_id__in=gone_on)
    return made.filter(*(~Exists(one) for one in against))


def _number(of: Wanted, using: str) -> Q:
    """By which words in a number."""
    if not of.written:
        return Q()
    by_number = Q()
    for key in of.keys:
        by_number |= Q(kind=key.by.value, value=short(key.value))
    places = models.Key.objects.using(using).filter(by_number).values("case_id")
    return Q(number__regex=of.pattern) | Q(place__in=places)
