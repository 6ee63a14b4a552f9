"""Федеральный слой (the federal layer): what the law hands down, and the values not read for this library.

A slot has a type, a bound, a competent body and the provision that delegates it, and no default. The act
that must fill it is named, so that a step which needs it can say so.

>>> federal = load_federal()
>>> federal.slot("certificate.forming_term").cite.label.ru
'ч. 1 ст. 20 Федерального закона от 13.07.2020 № 189-ФЗ'
>>> federal.slot("certificate.term")
Traceback (most recent call last):
    ...
law189.law.act.UnknownProvision: no slot certificate.term; did you mean «certificate.forming_term»?
"""

import json
from collections.abc import Mapping
from functools import cache, cached_property
from importlib import resources
from types import MappingProxyType
from typing import Annotated, Any

from pydantic import Field, StrictInt, TypeAdapter

from law189.calendar import Calendar, CalendarYear
from law189.files.wording import did_you_mean
from law189.law import Act, Citation, Description, Entry, Grade, UnknownProvision
from law189.profile.documents import LocalAct
from law189.profile.slots import Slot
from law189.profile.words import slots as words
from law189.profile.words.common import Cited, Known

__all__ = ["Delegation", "Federal", "Value", "federal_acts", "load_calendar", "load_federal", "shipped_data"]


class Delegation(Entry):
    """Положение закона: what it requires or hands to the municipality, and by which local act."""

    what: Annotated[Description, words.WHAT]
    cite: Cited
    adopted_by: Annotated[LocalAct | None, words.ADOPTED_BY] = None
    grade: Known = Grade.EXCERPT


class Value(Entry):
    """Принятое значение: a number that this library takes from elsewhere, and where it was seen."""

    id: Annotated[str, Field(pattern=r"^[a-z]+\.[a-z_]+$"), words.SLOT_ID]
    what: Annotated[Description, words.WHAT]
    value: Annotated[StrictInt, words.NUMBER]
    why: Annotated[Description, words.NUMBER_WHY]
    grade: Known = Grade.ASSUMED


class Federal(Entry):
    """The federal layer as a whole."""

    delegations: Annotated[tuple[Delegation, ...], words.DELEGATIONS]
    slots: Annotated[tuple[Slot, ...], words.SLOTS]
    values: Annotated[tuple[Value, ...], words.VALUES]

    def slot(self, slot_id: str) -> Slot:
        """The slot of that id. Raises `UnknownProvision` where there is none."""
        if slot_id not in self._slots:
            raise UnknownProvision(f"no slot {slot_id}; {did_you_mean(slot_id, self._slots).en}")
        return self._slots[slot_id]

    def value(self, value_id: str) -> Value:
        """The assumed value of that id. Raises `UnknownProvision` where there is none."""
        if value_id not in self._values:
            raise UnknownProvision(f"no value {value_id}; {did_you_mean(value_id, self._values).en}")
        return self._values[value_id]

    @cached_property
    def _slots(self) -> Mapping[str, Slot]:
        return {slot.id: slot for slot in self.slots}

    @cached_property
    def _values(self) -> Mapping[str, Value]:
        return {value.id: value for value in self.values}


def shipped_data() -> dict[str, Any]:
    """What the package ships, as `scripts/compile_data.py` compiles it; read anew for each who asks."""
    loaded: dict[str, Any] = json.loads(_index())
    return loaded


@cache
def _index() -> str:
    return resources.files("law189").joinpath("data/index.json").read_text(encoding="utf-8")


@cache
def federal_acts() -> Mapping[str, Act]:
    """The federal acts that come with the package, by id."""
    return MappingProxyType(TypeAdapter(dict[str, Act]).validate_python(shipped_data()["acts"]))


@cache
def load_federal() -> Federal:
    """The federal layer that comes with the package."""
    return TypeAdapter(Federal).validate_python(shipped_data()["federal"], context={"cite": _cite})


@cache
def load_calendar() -> Calendar:
    """The working days of the years that come with the package."""
    years = TypeAdapter(tuple[CalendarYear, ...])
    return Calendar(years.validate_python(shipped_data()["calendar"], context={"cite": _cite}))


def _cite(address: str) -> Citation:
    act, _, within = address.rpartition("/")
    return federal_acts()[act].cite(within)
