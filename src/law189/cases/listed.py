"""Перечень услуг (the list of services): where a decree has it, and whether what a step is about stands in it.

Item 1 of a decree says for which services it organises their rendering; the list itself is an annex, and an item
may say that it is (Kemerovo: п. 1, прил. 1; the district: п. 1, п. 4, прил. 1).

>>> from law189.profile.loader import load_profile
>>> [cite.address for cite in load_profile("novokuznetsk_district").latest.listed_at]
['p1', 'p4', 'app1']
>>> [cite.address for cite in load_profile("kemerovo").latest.listed_at]
['p1', 'app1']
"""

from collections.abc import Iterable, Iterator

from law189.profile.edition import Edition
from law189.rules.providers import eligibility
from law189.verdict import Verdict

__all__ = ["on_list"]


def on_list(services: Iterable[str], edition: Edition) -> Iterator[Verdict]:
    """Стоит ли в перечне каждая из услуг, о которых шаг."""
    return (
        eligibility.listed(one, edition.numbers, *edition.listed_at, choices=edition.readings)
        for one in services
    )
