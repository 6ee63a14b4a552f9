"""Из-за чего (because): whether a step of a certificate is impossible because of a void step of a contract.

What happened is recorded, and a contract that is void took its part of the certificate all the same. A step that
the certificate would allow without that follows from the void step.

>>> from law189.workflows.certificate import Expired, lifecycle
>>> free = lifecycle.begin("17")
>>> possible_without(free, (), Expired(on="2025-01-09", by="education"))
False
"""

from collections.abc import Collection
from typing import Any

from law189.casebook.cycles import CYCLES
from law189.cases.history import Event, History
from law189.numbers import number_key

__all__ = ["possible_without"]


def possible_without(history: History[Any], places: Collection[int], event: Event) -> bool:
    """Whether the step would follow, had the contracts that the records at those places are of not been there."""
    cycle = CYCLES[history.lifecycle]
    gone = {number for place in places if (number := _contract(history.records[place].event)) is not None}
    case = cycle.begin(history.id)
    for record in history.standing:
        clause = cycle.lookup.get((case.state, type(record.event)))
        if clause is not None and _contract(record.event) not in gone:
            case = case._replace(state=clause.leads(case), records=(*case.records, record))
    return bool(gone) and (case.state, type(event)) in cycle.lookup


def _contract(event: Event) -> str | None:
    """The number of the contract that the step tells of; None where it tells of none."""
    told = vars(event).get("contract")
    return None if told is None else number_key(told.number)
