"""Расхождения (differing): in which facts an extract handed in differs from what its case has shown.

>>> from law189.extracts import RegisterExtract
>>> told = {"as_of": "2024-02-01", "provider": "4205000009", "record": "12", "included_on": "2023-10-18"}
>>> own = RegisterExtract(**told, services=("804200О.99.0.ББ52АЖ48000",))
>>> handed = RegisterExtract(**{**told, "record": "13"}, services=("804200о990бб52аж48000",))
>>> [(title.en, said, held) for title, said, held in differing(handed, [own])]
[('number of the record', '13', '12')]
"""

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import BaseModel

from law189.extracts import (
    AgreementExtract,
    CertificateExtract,
    ContractExtract,
    OrderExtract,
    RegisterExtract,
)
from law189.extracts.extract import Extract
from law189.facts import Fact
from law189.law import Text, Vocabulary, about
from law189.measures import Volume
from law189.numbers import canonical, number_key
from law189.telling import shown

__all__ = ["differing", "written"]

UNSAID = {(OrderExtract, "lines"), (ContractExtract, "ends_on"), (RegisterExtract, "before")}
"""The facts that an older extract does not have; where one is empty the extract says nothing of it."""


def written(extract: Extract) -> str:
    """The number by which the extract names its case, as it is written."""
    match extract:
        case RegisterExtract(record=record):
            return record
        case OrderExtract() | AgreementExtract() | CertificateExtract() | ContractExtract():
            return extract.number
        case _:
            return ""


def differing(handed: Extract, seen: Iterable[Extract]) -> Iterator[tuple[Text, Fact, Fact]]:
    """Each fact in which it differs from the nearest of the extracts seen: in words, as handed in, as that has it.

    One that is as some extract seen, in all facts together, differs in none.
    """
    kind = type(handed)
    asked = [name for name in kind.model_fields if name != "as_of" and not _unsaid(handed, name)]
    held: Extract | None = None
    differs: list[str] = []
    for one in seen:
        left = [name for name in asked if not _alike(getattr(handed, name), getattr(one, name))]
        if not left:
            return
        if held is None or len(left) < len(differs):
            held, differs = one, left
    for name in differs:
        words = about(kind, name)
        assert words is not None, "every field of an extract says what it is"
        yield words.title, _fact(getattr(handed, name)), _fact(getattr(held, name))


def _unsaid(handed: Extract, name: str) -> bool:
    """Whether the extract is one of an older form, which says nothing of that fact."""
    return (type(handed), name) in UNSAID and not getattr(handed, name)


def _alike(said: Any, held: Any) -> bool:
    return bool(said == held or _key(said) == _key(held))


def _key(fact: Any) -> Any:
    """A fact in the one form in which two are compared: numbers however written, lists in any order."""
    match fact:
        case str():
            return canonical(fact) or number_key(fact)
        case tuple():
            return frozenset(_key(one) for one in fact)
        case BaseModel():
            return type(fact), tuple(_key(getattr(fact, name)) for name in type(fact).model_fields)
        case _:
            return fact


def _fact(value: Any) -> Fact:
    """The value as a verdict tells it: a volume and a person in words, all else as it is."""
    if isinstance(value, tuple):
        return tuple(_fact(one) for one in value)
    match value:
        case Volume() | Vocabulary():
            return value.text
        case BaseModel():
            return tuple(_worded(value, name) for name in type(value).model_fields)
        case _:
            return value  # type: ignore[no-any-return]  # a plain value of an extract


def _worded(value: BaseModel, name: str) -> Text:
    """One fact of an entry with what it is called."""
    words, fact = about(type(value), name), _fact(getattr(value, name))
    assert words is not None, "every field of an extract says what it is"
    return Text(f"{words.title.ru}: {shown(fact, 'ru')}", f"{words.title.en}: {shown(fact, 'en')}")
