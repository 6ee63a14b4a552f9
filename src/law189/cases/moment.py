"""Момент шага (moment): the day, the history, the profile and the event that a step is judged on.

>>> from law189.profile.loader import load_profile
>>> from law189.workflows.order import lifecycle as order
>>> Moment(date(2023, 10, 2), order.begin("1"), load_profile("kemerovo")).edition.profile
'kemerovo'
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from operator import attrgetter
from typing import Any, Generic, TypeVar

from law189.cases.history import History
from law189.kinds.asked import unasked
from law189.law.fixed import fixed
from law189.profile.edition import Edition
from law189.profile.profile import Profile

__all__ = ["Moment", "chosen_in", "services_of"]

E = TypeVar("E")
_edition_of, _choosing = unasked(Profile.on), unasked(Profile.choosing)


@fixed
@dataclass(frozen=True, slots=True)
class Moment(Generic[E]):
    """What a step is judged on: the day, the history, the profile, and the event.

    `event` is None where a step is asked about before its facts are known. `edition` is that of the day;
    `profile` serves what must be judged by the law of another day. Both are read as the case chooses: what its
    records and the event choose of readings stands above what the profile does.
    """

    on: date
    history: History[Any]
    profile: Profile
    event: E = None  # type: ignore[assignment]  # known before the facts: Moment[None]
    edition: Edition = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """The edition follows from the day, so the two cannot differ; the readings from what the case chose."""
        if chosen := chosen_in(self.history, self.event):
            object.__setattr__(self, "profile", _choosing(self.profile, chosen))
        object.__setattr__(self, "edition", _edition_of(self.profile, self.on))

    @property
    def services(self) -> tuple[str, ...]:
        """The services of the step (see `services_of`)."""
        return services_of(self.event, self.history)


EVENT = attrgetter("event")


def services_of(event: object, history: History[Any]) -> tuple[str, ...]:
    """Услуги, о которых шаг: as it tells them, else as the latest record did; empty where neither does."""
    for told in (event, *map(EVENT, reversed(history.standing))):
        if named := _services(told):
            return named
    return ()


def chosen_in(history: History[Any], event: object = None) -> Mapping[str, str]:
    """Толкования, выбранные в деле: by its records and by the event, the latest above the ones before it."""
    found: dict[str, str] = {}
    for step in (*map(EVENT, history.standing), event):
        if step is not None and (chosen := vars(step).get("readings")):
            found |= chosen
    return found


def _services(event: object) -> tuple[str, ...]:
    """The numbers that the event holds: its services, its one service, or those of its lines."""
    facts = {} if event is None else vars(event)
    one, lines = facts.get("service"), facts.get("lines", ())
    named: tuple[str, ...] = facts.get("services", ())
    return named or ((one,) if one is not None else tuple(line.service for line in lines))
