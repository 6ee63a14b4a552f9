"""Как книга берёт год (played): each step taken one after the other, and every reason that does not hold.

What is refused moves nothing, is told, and the year goes on.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from law189.audit.causes.reasons import against
from law189.casebook.book import Casebook
from law189.casebook.line import LINE
from law189.casebook.taking import take
from law189.errors import Refused
from law189.law import Text
from law189.profile.profile import Profile
from law189.verdict import Outcome, Verdict
from year.children import certificate, contract
from year.ordering import meeting, order, used_up
from year.planted import planted, standing
from year.providers import agreements, paid, selected
from year.steps import Step, in_time
from year.town import Town

__all__ = ["LAST_DAY", "Found", "Played", "play", "steps"]

LAST_DAY = date(2025, 2, 21)
"""The day on which the last step of the year is taken; the cases are told as they stand at its end."""


def steps(town: Town, profile: Profile) -> Iterator[Step]:
    """Every step of the year in the order of time."""
    group = profile.on(date(2023, 10, 9)).working_group
    seats = () if group is None else tuple(group.by_id)
    of_providers = range(1, town.providers + 1)
    agreed = [one for number in of_providers for one in agreements(number)]
    return in_time(
        [
            meeting(seats),
            order(town),
            *(selected(number) for number in of_providers),
            *(paid(town, one) for one in agreed),
            *(certificate(child) for child in town.children),
            *(contract(child, stay) for child in town.children for stay in child.stays),
            *used_up(town),
            *planted(),
        ]
    )


class Found(NamedTuple):
    """Замечание: against which step (0 where a case stands wrong on the last day), by which rule, in words."""

    line: int
    history: str
    lifecycle: str
    kind: str
    on: str
    rule: str
    outcome: Outcome
    text: Text


class Played(NamedTuple):
    """Сыгранный год: the book as it stands, how many steps were handed in and refused, and all that was told."""

    book: Casebook
    handed: int
    refused: int
    found: tuple[Found, ...]
    planted: frozenset[tuple[str, str, str]]


def play(town: Town, profile: Profile) -> Played:
    """The whole year, taken by a casebook step by step."""
    book, handed, refused = Casebook(profile), 0, 0
    found: list[Found] = []
    must = {*standing()}
    for handed, one in enumerate(steps(town, profile), start=1):
        line = LINE.validate_python(one.line)
        try:
            taken = take(book.shelf, line, profile)
            verdict, book = taken.verdict, book.after(taken)
        except Refused as error:
            verdict, refused = error.verdict, refused + 1
        found += dict.fromkeys(_against(verdict, handed, one.line))
        must |= {(one.line["history"], one.line["kind"], rule) for rule in one.told}
    found += _standing(book)
    return Played(book, handed, refused, tuple(found), frozenset(must))


def _against(verdict: Verdict, handed: int, line: dict[str, Any]) -> Iterator[Found]:
    """What is against a step."""
    named = line["history"], line["lifecycle"], line["kind"], line["on"]
    for one in against(verdict):
        yield Found(handed, *named, one.rule, one.outcome, one.text)


def _standing(book: Casebook) -> Iterator[Found]:
    """The cases that are in force on the last day while what they rest on is not."""
    for case, verdict, _ in book.dependants(LAST_DAY):
        last = case.records[-1]
        line = {"history": case.id, "lifecycle": case.lifecycle, "kind": last.kind}
        yield from _against(verdict, 0, {**line, "on": last.event.on.isoformat()})
