"""Запись перешла (passed): the record of a provider is of a successor, and what it began before still runs.

A record is found by the INN of everybody whose it ever was. Who is in the register by it is the holder alone; what
was begun on it while it was another's still rests on it.

>>> from law189 import load_profile
>>> from law189.extracts import Provider
>>> told = Provider(kind="legal-entity", inn="4205000009", ogrn="1024200000000")
>>> applied = selection.Applied(
...     on="2023-10-16", by="provider", provider=told, services=["804200О.99.0.ББ52АЖ48000"]
... )
>>> entry, _ = selection.lifecycle.happened(selection.lifecycle.begin("1"), applied, load_profile("kemerovo"))
>>> held_by(entry, "4205000009"), held_by(entry, "4205000016")
(True, False)
>>> ever_held_by(entry, "4205000009", date(2024, 3, 1))
True
"""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any

from law189.casebook.cycles import CYCLES
from law189.cases.history import History
from law189.numbers import same_inn
from law189.rules import reconciliation
from law189.verdict import Verdict
from law189.workflows import selection

__all__ = ["ever_held_by", "held_by", "passed_on"]


def held_by(entry: History[Any], provider: str) -> bool:
    """Whether the record is that provider's now: it has not passed on from it, nor is it another's."""
    return same_inn(selection.provider_of(entry).inn, provider)


def ever_held_by(entry: History[Any], provider: str, since: date) -> bool:
    """Whether the record was that provider's on that day or later, whoever holds it now."""
    held = [*_holders(entry)]
    left = [on for on, _ in held[1:]] + [date.max]
    return any(same_inn(inn, provider) and on >= since for (_, inn), on in zip(held, left, strict=True))


def passed_on(case: History[Any], named: str, provider: str, entry: History[Any], on: date) -> Verdict:
    """That a contract or an agreement is in force on the day while the record of its provider is of a successor."""
    return reconciliation.passed_on(
        CYCLES[case.lifecycle].title,
        named,
        on,
        provider=provider,
        record=entry.the(selection.Included).record,
        successor=selection.provider_of(entry).inn,
        since=max(_passings(entry)),
    )


def _passings(entry: History[Any]) -> Iterator[date]:
    """The days on which the provider of the record became another one."""
    return (on for (_, before), (on, inn) in pairwise(_holders(entry)) if not same_inn(inn, before))


def _holders(entry: History[Any]) -> Iterator[tuple[date, str]]:
    """Each provider that the entry tells of, with the day of the step."""
    told = ((one.event.on, vars(one.event).get("provider")) for one in entry.standing)
    return ((on, provider.inn) for on, provider in told if provider is not None)
