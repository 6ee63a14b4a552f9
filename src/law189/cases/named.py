"""Названное в шаге (named): the INNs and the lists of services of a step and of the extracts put before it.

Wherever a field holds an INN or services it is asked the same; the type of the field says which it holds. A
`Provider`, who is told with its kind, is for the conditions of admission to judge.

>>> from law189.workflows.contract import Offered
>>> sorted(name for name, _ in _marked(Offered))
['provider']
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import get_args

from law189.extracts import Extract
from law189.law import Entry
from law189.numbers import Holds
from law189.rules import identifiers, naming
from law189.verdict import Outcome, Verdict

__all__ = ["misnamed", "shown"]


def shown(entry: Entry) -> Iterator[tuple[str, Extract]]:
    """The extracts that are put before a step, by the names of its facts."""
    for name, _ in _marked(type(entry)):
        if isinstance(value := getattr(entry, name), Extract):
            yield name, value


def misnamed(entry: Entry, choices: Mapping[str, str]) -> Iterator[Verdict]:
    """What is wrong with an INN or a list of services; nothing where nothing is."""
    for name, holds in _marked(type(entry)):
        value = getattr(entry, name)
        if isinstance(value, Extract):
            yield from misnamed(value, choices)
        elif value is None:
            continue
        elif holds is Holds.INN and identifiers.inn(value) is None:
            yield naming.named_by_inn(value)
        elif holds is Holds.SERVICES and len(value) > 1:
            told = naming.each_once(value, choices)
            if told.outcome is not Outcome.HOLDS:
                yield told


@cache
def _marked(kind: type[Entry]) -> tuple[tuple[str, Holds | None], ...]:
    """The fields of a class that may hold such a thing: which it is, None where it may be an extract."""
    return tuple(_fields(kind))


def _fields(kind: type[Entry]) -> Iterator[tuple[str, Holds | None]]:
    for name, field in kind.model_fields.items():
        holds = next((mark for mark in field.metadata if isinstance(mark, Holds)), None)
        kinds = (field.annotation, *get_args(field.annotation))
        if holds is not None or any(isinstance(one, type) and issubclass(one, Extract) for one in kinds):
            yield name, holds
