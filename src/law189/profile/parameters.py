"""Параметры услуг (parameters): what a municipality sets for a service or for a group of services.

Who receives it, what a certificate gives, what a unit costs, how many certificates there may be, in which periods
and where it is rendered. Everything may be left out; what is left out is not asked.

>>> Consumers(age_from=18, age_to=5)
Traceback (most recent call last):
    ...
pydantic_core._pydantic_core.ValidationError: 1 validation error for Consumers
  age_from 18 is more than age_to 5; swap them [type=law189, ...
"""

from typing import Annotated, Self

from pydantic import Field, StrictInt, model_validator

from law189.law import Description, Entry, Period, flaw
from law189.measures import Amount, Unit, Volume
from law189.numbers import same_service
from law189.profile.references import BodyId, ListedService
from law189.profile.slots import Ground, Word
from law189.profile.words import parameters as words
from law189.profile.words.common import Cited, Since, Until

__all__ = ["Consumers", "Limit", "Nominal", "Normative", "Parameters", "Season"]

Age = Annotated[StrictInt, Field(ge=0, le=150)]
Count = Annotated[StrictInt, Field(ge=1, lt=10**9)]


class Consumers(Entry):
    """Потребители услуги: ages in full years, both included, the categories served and those left out."""

    age_from: Annotated[Age | None, words.AGE_FROM] = None
    age_to: Annotated[Age | None, words.AGE_TO] = None
    categories: Annotated[tuple[Ground, ...], words.CATEGORIES] = ()
    excluded: Annotated[tuple[Ground, ...], words.EXCLUDED] = ()

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        first, last = self.age_from, self.age_to
        if first is not None and last is not None and first > last:
            raise flaw(
                "ages",
                f"age_from {first} больше age_to {last}; поменяйте местами",
                f"age_from {first} is more than age_to {last}; swap them",
            )
        return self


class Nominal(Entry):
    """Номинал сертификата для категории; `category` is None for all whom no other entry names."""

    category: Annotated[Word | None, words.CATEGORY] = None
    volume: Annotated[Volume, words.VOLUME]


class Normative(Entry):
    """Нормативные затраты: roubles for one unit of volume; `category` as of a nominal."""

    category: Annotated[Word | None, words.CATEGORY] = None
    roubles: Annotated[Amount, words.PRICE]
    unit: Annotated[Unit, words.UNIT]


class Limit(Period):
    """Предел на срок: at most so many certificates, and so much volume."""

    certificates: Annotated[Count | None, words.MOST_CERTIFICATES] = None
    volume: Annotated[Volume | None, words.MOST_VOLUME] = None
    since: Since = None
    until: Until = None


class Season(Period):
    """Срок программы: from which day and to which the service is rendered."""

    since: Since = None
    until: Until = None


class Parameters(Entry):
    """Параметры одной услуги или нескольких; `services` empty means all of the list."""

    services: Annotated[tuple[ListedService, ...], words.SERVICES] = ()
    body: Annotated[BodyId | None, words.BODY] = None
    consumers: Annotated[Consumers | None, words.CONSUMERS] = None
    nominals: Annotated[tuple[Nominal, ...], words.NOMINALS] = ()
    normatives: Annotated[tuple[Normative, ...], words.NORMATIVES] = ()
    certificates: Annotated[Count | None, words.CERTIFICATES] = None
    limits: Annotated[tuple[Limit, ...], words.LIMITS] = ()
    periods: Annotated[tuple[Season, ...], words.PERIODS] = ()
    duration: Annotated[Description | None, words.DURATION] = None
    place: Annotated[Description | None, words.PLACE] = None
    cite: Cited

    def of(self, service: str) -> bool:
        """Whether they are set for the service of that number."""
        return not self.services or any(same_service(service, number) for number in self.services)
