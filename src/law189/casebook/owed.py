"""Обязанности по книге (owed): the open duties of cases as the other cases of the book leave them.

A case alone cannot know that the contracts have used its certificate up: then nobody has to say that its term is
over, whether its own case tells of them or not. Every door that has the other cases asks here.

>>> from law189 import load_profile
>>> from law189.casebook.shelf import MemoryShelf
>>> from law189.workflows import certificate
>>> owed(MemoryShelf(), certificate.lifecycle.begin("17"), load_profile("kemerovo"), date(2024, 1, 15))
()
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from law189.casebook.cycles import CYCLES
from law189.casebook.past import past
from law189.casebook.shelf import Shelf, ShelfOfMoment
from law189.casebook.used import is_used_up
from law189.cases.history import History
from law189.cases.lifecycle import Duty
from law189.kinds import must_be
from law189.kinds.asked import asked
from law189.profile.profile import Profile
from law189.workflows import certificate

__all__ = ["owed", "owed_by"]


@asked
def owed(shelf: ShelfOfMoment, case: History[Any], profile: Profile, on: date) -> tuple[Duty, ...]:
    """The open duties of the case on the day, beside the cases of the shelf as they stood at its end."""
    return tuple(duty for _, duty in owed_by([must_be(case, History)], shelf, profile, on))


def owed_by(
    cases: Iterable[History[Any]], shelf: ShelfOfMoment, profile: Profile, on: date
) -> Iterator[tuple[str, Duty]]:
    """The open duties of the cases on the day, each with the id of its case; the shelf has all other cases."""
    then: Shelf | None = None
    for case in cases:
        cycle = CYCLES[case.lifecycle]
        for duty in cycle.due(case, profile, on):
            if duty.kind == EXPIRED:
                then = past(shelf, shelf.later(on), on) if then is None else then
                if is_used_up(then, cycle.as_of(case, on), on):
                    continue
            yield case.id, duty


EXPIRED = certificate.lifecycle.clause("expired").kind
"""The step that nobody has to take where nothing of the certificate is left."""
