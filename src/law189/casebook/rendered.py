"""Оказано за год (rendered): how much of each service the contracts of the cases gave in a year, with its records.

A contract counts in the year in which it ended, whichever certificate it was under.

>>> rendered_in((), 2024)
{}
"""

from collections.abc import Iterable

from law189.casebook.known import Known, Made
from law189.casebook.ledger_rows import NOTHING, Figure
from law189.measures import Unit
from law189.numbers import service_key
from law189.workflows import contract

__all__ = ["rendered_in"]


def rendered_in(cases: Iterable[Known], year: int) -> dict[tuple[str, Unit], Figure]:
    """What contracts that ended in the year rendered of each service, as `service_key` writes it, in each unit.

    A service that none of them is of is not there.
    """
    found: dict[tuple[str, Unit], Figure] = {}
    for known in cases:
        if known.history.lifecycle != contract.lifecycle.name:
            continue
        for number, event in known.events:
            if isinstance(event, contract.Fulfilled | contract.Terminated) and event.on.year == year:
                key = (service_key(known.history.the(contract.Offered).service), event.rendered.unit)
                figure = Figure(event.rendered.amount, (Made(known.history.id, number),))
                found[key] = found.get(key, NOTHING) + figure
    return found
