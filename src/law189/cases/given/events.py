"""Дни событий (events): on which day the event came from which an act counts a term of the step."""

from typing import Annotated

from pydantic import Field

from law189.facts import Frozen
from law189.law import About, Day

__all__ = ["NO_DAYS", "EventDays"]

_Days = Frozen[Annotated[str, Field(pattern=r"^[a-z]+(_[a-z]+)*$")], Day]
EventDays = Annotated[
    _Days,
    About.of(
        "дни событий",
        "days of the events",
        "День события, от которого муниципальный акт считает срок шага, по имени срока; нужен, если срок считают "
        "не от самого дела и день больше нигде не записан.",
        "The day of the event from which an act of the municipality counts a term of the step, by the name of the "
        "term; needed where the term is not counted from the case itself and the day is recorded nowhere else.",
    ),
]
NO_DAYS: _Days = Frozen()
"""No day is given."""
