"""Обязанности по книге (owed): the open duties of cases as the other cases of the book leave them.

A case alone cannot know that the contracts have used its certificate up: then nobody has to say that its term is
over, whether its own case tells of them or not. Nor does it know that another case bars the step, such as an entry
of the register that was excluded. Every door that has the other cases asks here.

>>> from law189 import load_profile
>>> from law189.casebook.shelf import MemoryShelf
>>> from law189.workflows import certificate
>>> owed(MemoryShelf(), certificate.lifecycle.begin("17"), load_profile("kemerovo"), date(2024, 1, 15))
()
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from law189.casebook.cycles import CYCLES
from law189.casebook.shelf import Shelf, ShelfOfMoment
from law189.casebook.shelf.past import past
from law189.casebook.shelf.used import is_used_up
from law189.casebook.taking.tried import against_it
from law189.cases import outlook
from law189.cases.history import History
from law189.cases.lifecycle import Duty
from law189.cases.moment import Moment
from law189.kinds import must_be
from law189.kinds.asked import asked
from law189.profile.profile import Profile
from law189.verdict import Verdict
from law189.workflows import certificate

__all__ = ["owed", "owed_by"]


@asked
def owed(shelf: ShelfOfMoment, case: History[Any], profile: Profile, on: date) -> tuple[Duty, ...]:
    """The open duties of the case on the day, beside the cases of the shelf as they stood at its end."""
    [(_, duties)] = owed_by([must_be(case, History)], shelf, profile, on)
    return duties


def owed_by(
    cases: Iterable[History[Any]], shelf: ShelfOfMoment, profile: Profile, on: date, *, barred: bool = True
) -> Iterator[tuple[History[Any], tuple[Duty, ...]]]:
    """Each of the cases with its open duties on the day; the shelf has all other cases, and is put back once.

    Where it is not asked what other cases have against a step (`barred`), it need not be put back for most duties.
    A case of which every record is annulled has not begun, and owes nothing.
    """
    then: Shelf | None = None
    for case in cases:
        cycle, found = CYCLES[case.lifecycle], list[Duty]()
        known = cycle.known_on(case, on)
        begun = not known.records or bool(known.standing)
        for duty in cycle.due(case, profile, on) if begun else ():
            alone = duty.against or not barred
            if alone and duty.kind != EXPIRED:
                found.append(duty)
                continue
            then = past(shelf, shelf.later(on), on) if then is None else then
            if duty.kind != EXPIRED or not is_used_up(then, known, on):
                found.append(duty if alone else _beside(then, known, duty, profile, on))
        yield case, tuple(found)


def _beside(shelf: Shelf, case: History[Any], duty: Duty, profile: Profile, on: date) -> Duty:
    """The duty with what other cases have against its step, where no step in its stead can be taken either."""
    cycle = CYCLES[case.lifecycle]
    moment: Moment[None] = Moment(on, case, profile)
    found = tuple[Verdict, ...]()
    for one in outlook.discharging(cycle, case.state, duty.kind):
        told = outlook.barred(cycle, one, moment)
        told = told or against_it(shelf, case, one.event, outlook.takers(one, moment), profile, on)
        if not told:
            return duty
        found = found or told
    return replace(duty, against=found)


EXPIRED = certificate.lifecycle.clause("expired").kind
"""The step that nobody has to take where nothing of the certificate is left."""
