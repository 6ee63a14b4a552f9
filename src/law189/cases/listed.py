"""Перечень услуг (the list of services): where a decree has it, and whether what a step is about stands in it.

Item 1 of a decree says for which services it organises their rendering; the list itself is an annex, and an item
may say that it is (Kemerovo: п. 1, прил. 1; the district: п. 1, п. 4, прил. 1).

>>> from law189.profile.loader import load_profile
>>> [cite.address for cite in list_of(load_profile("novokuznetsk_district").latest)]
['p1', 'p4', 'app1']
>>> [cite.address for cite in list_of(load_profile("kemerovo").latest)]
['p1', 'app1']
"""

from collections.abc import Iterable, Iterator

from law189.law import Citation
from law189.profile.edition import Edition
from law189.rules import eligibility
from law189.verdict import Verdict

__all__ = ["list_of", "on_list"]


def list_of(edition: Edition) -> tuple[Citation, ...]:
    """Where the decree organises its services and where it lists them: the items, and each annex once."""
    said = [one.services for one in edition.selection if one.services is not None]
    annexes = [
        edition.cite(f"{service.cite.act}/{annex}")
        for service in edition.services
        for annex, dot, _ in (service.cite.address.partition("."),)
        if dot and annex.startswith("app")
    ]
    return tuple(dict.fromkeys((edition.basis("direction"), *said, *annexes)))


def on_list(services: Iterable[str], edition: Edition) -> Iterator[Verdict]:
    """Стоит ли в перечне каждая из услуг, о которых шаг."""
    cites = list_of(edition)
    return (eligibility.listed(one, edition.numbers, *cites, choices=edition.readings) for one in services)
