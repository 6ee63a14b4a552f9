"""Сделано заново (anew): which step is a void one of its case done again, where the step leaves the state as it is.

A step that leads to another state is done anew where it follows only from the state before. Of a step that leaves
the state, what it is of decides: the act of that number, the report for that period, the terms as a whole. A second
payment, complaint or answer is another one, so those are never replaced.

>>> from law189.workflows import order
>>> first, other = (order.PeriodReported.model_construct(since=date(2024, 1, 1), until=date(2024, month, day))
...                 for month, day in ((3, 31), (6, 30)))
>>> of_the_same(first, first), of_the_same(first, other)
(True, False)
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from law189.cases.history import Event
from law189.numbers import number_key
from law189.workflows import agreement, certificate, contract, meeting, order, selection

__all__ = ["of_the_same"]

NAMED: Mapping[type[Event], tuple[str, ...]] = {
    meeting.ItemVoted: ("question",),
    order.Drafted: ("number",),
    order.AdviceAttached: (),
    order.Amended: ("status",),
    order.PeriodReported: ("since", "until"),
    selection.Changed: (),
    selection.Succeeded: (),
    agreement.ActDrawn: ("number",),
    agreement.Claimed: ("number",),
    agreement.ClaimPaid: ("claim",),
    agreement.Amended: ("number",),
    agreement.RemainderKept: ("year",),
    agreement.RemainderReturned: ("year",),
    certificate.Amended: (),
    certificate.Renewed: (),
    contract.Amended: (),
    contract.Moved: (),
}
"""The facts that say of what each step is; a step of none is of the terms of its case as a whole."""
NUMBERS = ("number", "claim")


def of_the_same(event: Event, other: Event) -> bool:
    """Whether both are one step, of the same document, period or terms."""
    names = NAMED.get(type(event))
    return (
        names is not None
        and type(other) is type(event)
        and all(_fact(event, name) == _fact(other, name) for name in names)
    )


def _fact(event: Any, name: str) -> str | date | int:
    fact: str | date | int = getattr(event, name)
    return number_key(fact) if name in NUMBERS and isinstance(fact, str) else fact
