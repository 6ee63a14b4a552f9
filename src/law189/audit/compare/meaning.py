"""Что значит поле (meaning): which fields of an edition carry no meaning, why, and when two values mean the same.

Two municipalities that decided the same have other titles, labels, addresses and numbers. None of these decides
anything, so none is compared; each is listed here with the reason. Every other field is compared, one that is added
to the model later too. Free words are the same where they differ in letter case, «ё», blanks and punctuation only.

>>> from law189.profile.services import Service
>>> unsaid(Service, "title").ru, unsaid(Service, "attendance")
('так вещь названа; решения в названии нет', None)
>>> same_words("Очная, с «ё»") == same_words("очная с е")
True
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import cache
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel

from law189.law import Citation, Entry, Text
from law189.law.fixed import fixed
from law189.numbers import canonical
from law189.profile.edition import Edition
from law189.profile.references import list_of

__all__ = ["ORDERED", "Side", "meaningful", "meant", "same_words", "unsaid", "written"]

_ADDRESS = Text(
    "адрес: он стоит рядом со значением, а сам ничего не решает",
    "an address: it stands beside the value and decides nothing itself",
)
_TITLE = Text("так вещь названа; решения в названии нет", "what the thing is called; a name decides nothing")
_NUMBERING = Text("номер внутри постановления или файла", "a number or a name within the decree or the file")
_OF_THE_TEXT = Text(
    "недостаток самого текста; его показывает law189 check",
    "a fault of the text itself, which law189 check tells",
)
_WHY = Text(
    "пояснение, почему акт назван; решает то, что он назван",
    "words on why an act is named; what decides is that it is named",
)
_PUBLISHED = Text(
    "день опубликования нормы; действие решают её первый и последний день",
    "the day a norm was published; its first and last day decide when it holds",
)
_TITLES = ("title", "name", "office", "label", "head")
_UNSAID: Mapping[str, Mapping[str, Text]] = MappingProxyType(
    {
        "Edition": {
            "profile": _NUMBERING,
            "mentions": _OF_THE_TEXT,
            "aliases": _OF_THE_TEXT,
            "blanks": _OF_THE_TEXT,
        },
        "Act": {"id": _NUMBERING, "number": _NUMBERING, "numbering": _NUMBERING},
        "ActRef": {"why": _WHY},
        "Approval": {"annex": _NUMBERING, "what": _TITLE},
        "Body": {"id": _NUMBERING},
        "ExcludedProvider": {"id": _NUMBERING},
        "InformationSystem": {"id": _NUMBERING},
        "Stage": {"id": _NUMBERING},
        "Goal": {"id": _NUMBERING},
        "Seat": {"id": _NUMBERING},
        "PlanItem": {"id": _NUMBERING},
        "Indicator": {"id": _NUMBERING},
        "LocalCondition": {"id": _NUMBERING},
    }
)
_NAMES_THAT_DECIDE = ("ExcludedProvider.name",)
"""A name that is the decision itself: the kind of organisation that the decree leaves out."""
ORDERED = ("presiding",)
"""The fields whose order is what the act decides; of every other list the order means nothing."""


@cache
def unsaid(entry: type[BaseModel], name: str) -> Text | None:
    """Why the field carries no meaning; None where it carries one."""
    if name in ("cite", "basis") or name.endswith("_cite"):
        return _ADDRESS
    if name in _TITLES and f"{entry.__name__}.{name}" not in _NAMES_THAT_DECIDE:
        return _TITLE
    if name == "published":
        return _PUBLISHED
    return _UNSAID.get(entry.__name__, {}).get(name)


@cache
def meaningful(entry: type[BaseModel]) -> tuple[str, ...]:
    """The fields of the entry that are compared, in the order of declaration."""
    return tuple(name for name in entry.model_fields if unsaid(entry, name) is None)


@cache
def _refers(entry: type[BaseModel], name: str) -> str | None:
    """Which list of the edition the field names an entry of; None where it names none."""
    field = entry.model_fields[name]
    return list_of(field.annotation, field.metadata)


@fixed
@dataclass(frozen=True, slots=True)
class Side:
    """Одна из двух сравниваемых редакций: the edition, and how the comparison calls what its ids name."""

    edition: Edition
    keys: Mapping[tuple[str, Any], str]

    def key(self, what: str | None, value: Any) -> Any:
        """The value, by the key of the entry it names where it names one."""
        return self.keys.get((what, value), value) if what is not None else value


def same_words(words: str) -> str:
    """The words without letter case, «ё», blanks and punctuation: what two texts that say the same share."""
    plain = words.casefold().replace("ё", "е")
    return " ".join(re.findall(r"\w+", plain)) or plain.strip()


def meant(value: Any, side: Side, name: str = "", what: str | None = None) -> Any:
    """What a value means, as JSON holds it: equal for two values that mean the same.

    `name` is the field that holds it, `what` the list whose entries it names.
    """
    match value:
        case Text():
            return same_words(value.ru)
        case Citation():
            return "own" if value.act == side.edition.act.id else value.id
        case Entry():
            kind = type(value)
            return {
                field: meant(
                    getattr(value, field), side, name if field == "value" else field, _refers(kind, field)
                )
                for field in meaningful(kind)
            }
        case tuple():
            each = [meant(inner, side, name, what) for inner in value]
            return each if name in ORDERED else sorted(each, key=written)
        case Mapping():
            return {key: meant(inner, side) for key, inner in value.items()}
        case Decimal():
            return str(Fraction(value))
        case Fraction() | date():
            return str(value)
    return _named(value, side, name, what)


def _named(value: Any, side: Side, name: str, what: str | None) -> Any:
    """A plain value; where it names something, by what the other edition can name too."""
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, str):
        group = side.edition.working_group
        if name in ("seat", "seats", "head") and group is not None and (seat := group.seat(value)):
            return seat.role.value
        if name in ("number", "services"):
            return canonical(value) or same_words(value)
    return side.key(what, value)


def written(value: Any) -> str:
    """What `meant` gives as one text, to sort by."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
