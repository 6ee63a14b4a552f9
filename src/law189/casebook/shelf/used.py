"""Израсходован (used): whether the contracts that the book has under a certificate have left nothing of it.

>>> from law189.casebook.shelf import MemoryShelf
>>> is_used_up(MemoryShelf(), certificate.lifecycle.begin("17"), date(2024, 1, 15))
False
"""

from datetime import date
from typing import Any

from law189.casebook.keys import By, number
from law189.casebook.known import on_day
from law189.casebook.live import used_up
from law189.casebook.shelf import Shelf
from law189.cases.history import History
from law189.kinds.asked import asked
from law189.workflows import certificate

__all__ = ["is_used_up"]


@asked
def is_used_up(shelf: Shelf, case: History[Any], on: date) -> bool:
    """Whether the cases of its contracts have left nothing of the certificate by the end of the day.

    The shelf is as it stood then. Beside the contracts the other certificates of its number are looked at, for a
    contract is under one of them.
    """
    numbers = [one.event.number for one in case.standing if isinstance(one.event, certificate.Formed)]
    keys = [number(by, one) for one in numbers for by in (By.CERTIFICATE, By.UNDER)]
    named = dict.fromkeys((case.id, *(found for key in keys for found in shelf.found(key))))
    beside = (case if one == case.id else shelf.case(one) for one in named)
    return case.id in used_up(on_day(one, on) for one in beside if one is not None)
