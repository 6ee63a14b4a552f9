"""Выписка (extract): the day on which it was taken, and when it contradicts itself."""

from datetime import date
from typing import Annotated

from pydantic import Field, StrictInt
from pydantic_core import PydanticCustomError

from law189.law import About, Day, Entry, Source, Words, flaw
from law189.measures import Unit
from law189.numbers import ServiceNumber

__all__ = ["CountedIn", "Extract", "ServiceNamed", "Words", "YearNumber", "contradiction", "follows"]


YearNumber = Annotated[StrictInt, Field(ge=2000, le=2100)]
ServiceNamed = Annotated[
    ServiceNumber,
    About.of(
        "услуга",
        "service",
        "Уникальный номер услуги по перечню.",
        "The unique number of the service, as listed.",
        source=Source.SERVICES,
    ),
]
CountedIn = Annotated[
    Unit, About.of("единица", "unit", "В чём измерен объём.", "What the volume is counted in.")
]


def contradiction(ru: str, en: str) -> PydanticCustomError:
    """The refusal of a document that contradicts itself, in those words."""
    return flaw(
        "contradiction",
        f"{ru}: выписка противоречит себе; сверьте её с источником",
        f"{en}: the document contradicts itself; check it against its source",
    )


def follows(first: date, then: date | None, ru: str, en: str) -> None:
    """Refuse a document in which what follows came before what it follows; the words name that."""
    if then is not None and then < first:
        raise contradiction(f"{ru} ({then} раньше {first})", f"{en} ({then} is before {first})")


class Extract(Entry):
    """Выписка: the day on which it was taken."""

    as_of: Annotated[
        Day,
        About.of(
            "выписка на день",
            "taken on",
            "На какой день сделана выписка.",
            "The day on which the extract was taken.",
        ),
    ]
