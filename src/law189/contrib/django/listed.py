"""Страница списка дел (listed): the cases that are asked for, out of Django's tables, and how many there are."""

from django.db.models import Q

from law189.casebook.cycles import CYCLES
from law189.casebook.listed import CaseList, ListedCase, Wanted
from law189.casebook.rows import short
from law189.contrib.django import models

__all__ = ["conditions", "listed", "versions"]


def listed(using: str, of: Wanted, skip: int, most: int) -> CaseList:
    """A page of the list and the size of the whole."""
    those = models.Case.objects.using(using).filter(*conditions(of, using))
    rows = [*those.order_by("place")[skip : skip + most]]
    counted = (
        models.Record.objects.using(using)
        .filter(case_id__in=[row.place for row in rows], annulled=False)
        .exclude(kind__in={cycle.annulment.kind for cycle in CYCLES.values()})
        .order_by("case_id", "number")
    )
    last = dict(counted.values_list("case_id", "day"))
    found = (
        ListedCase(row.number, row.lifecycle, row.state, row.version, last.get(row.place)) for row in rows
    )
    return CaseList(tuple(found), those.count())


def versions(using: str, of: Wanted) -> dict[str, int]:
    """How many records each such case has, by its id, in the order in which they were begun."""
    those = models.Case.objects.using(using).filter(*conditions(of, using)).order_by("place")
    return dict(those.values_list("number", "version"))


def conditions(of: Wanted, using: str) -> tuple[Q, Q]:
    """What is asked for, as conditions of a query over the cases."""
    return _states(of, using), _number(of, using)


def _states(of: Wanted, using: str) -> Q:
    """In which states."""
    found = Q()
    for lifecycle, states in of.states.items():
        found |= Q(lifecycle=lifecycle, state__in=states)
    if of.states and of.unless_after is not None:
        after = models.Record.objects.using(using).filter(day__gt=of.unless_after).values("case_id")
        found |= Q(lifecycle__in=[*of.states], place__in=after)
    return found


def _number(of: Wanted, using: str) -> Q:
    """By which words in a number."""
    if not of.written:
        return Q()
    by_number = Q()
    for key in of.keys:
        by_number |= Q(kind=key.by.value, value=short(key.value))
    places = models.Key.objects.using(using).filter(by_number).values("case_id")
    return Q(number__regex=of.pattern) | Q(place__in=places)
