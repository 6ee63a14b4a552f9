"""Дни без основания (lost): on which days what a contract rests on was in force no more, and since when again.

A ground is gone from the day on which it was lost to that on which it, or another one in its place, is there again.
A service can have been rendered on both of these days while it was there: only the days between are without it.
One whose term is over is gone from the beginning of the next day. An agreement that is to end before the contract
does is in force until it ends. A loss whose record was annulled as an error was none.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import takewhile
from typing import Any, NamedTuple

from law189.casebook.dependants import Dependant, of_case
from law189.casebook.dependants.days import changing_of, in_force, over_before, to_end
from law189.casebook.extracted import is_over
from law189.casebook.shelf import Shelf
from law189.cases.history import History
from law189.numbers import same_service
from law189.rules.providers.serving import Stretch
from law189.workflows import agreement, certificate, contract, selection

__all__ = ["Lost", "lost"]

DAY = timedelta(1)


class Lost(NamedTuple):
    """Утраченное основание: what is told of it on the day on which it was lost, and the days without it.

    `since` is the day on which it was lost, `regained` that since which it is there again; None where it is not.
    """

    found: Dependant
    since: date
    regained: date | None
    days: Stretch


def lost(shelf: Shelf, case: History[Any], first: date, last: date) -> Iterator[Lost]:
    """Each time from the first day to the last that a ground of the contract was lost, with whole days without it.

    The first day is that of the conclusion. What was in force by the extract shown then, and is gone by the end of
    the day, was lost after it; of what was gone already the step that concluded the contract is told.
    """
    days = [first, *sorted(day for day in changing_of(shelf, case, last) if first < day <= last)]
    gone = [_gone(shelf, case, day) for day in days]
    concluded = case.the(contract.Concluded)
    before = [{one for one in gone[0] if not _shown_in_force(case, concluded, gone[0][one].ground)}, *gone]
    for at in range(len(days)):
        for one in [one for one in gone[at] if one not in before[at]]:
            without = at + len([*takewhile(lambda held, one=one: one in held, gone[at:])])  # type: ignore[misc]
            regained = days[without] if without < len(days) else None
            begun = days[at] if over_before(gone[at][one].ground, days[at]) else days[at] + DAY
            until = last if regained is None else regained - DAY
            if begun <= until:
                yield Lost(gone[at][one], days[at], regained, Stretch(begun, until))


def _shown_in_force(case: History[Any], concluded: contract.Concluded, ground: History[Any]) -> bool:
    """Whether the extract of the ground that the conclusion was put before says that it is in force."""
    name = {
        agreement.lifecycle.name: "agreement",
        certificate.lifecycle.name: "certificate",
        selection.lifecycle.name: "provider",
    }[ground.lifecycle]
    shown: Any = getattr(concluded, name)
    if shown is None:
        return False
    service = case.the(contract.Offered).service
    return not is_over(shown, concluded.on) and any(same_service(service, one) for one in shown.services)


def _gone(shelf: Shelf, case: History[Any], on: date) -> dict[str, Dependant]:
    """The grounds of the contract that are gone by the end of the day, by their cases."""
    offered = case.the(contract.Offered)

    def is_gone(ground: History[Any]) -> bool:
        held = shelf.case(ground.id) or ground
        return not (to_end(ground, on) or in_force(held, offered.provider, offered.service, on))

    return {found.ground.id: found for found in of_case(shelf, case, on) if is_gone(found.ground)}
