"""Связанные шаги (linked): the step of another case that is one with the step taken.

A contract concluded takes its part of the certificate in the same move; fulfilled or terminated it gives back what
was not rendered, or uses the certificate up; an annulled record of the contract takes the linked record with it.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from pydantic import ValidationError

from law189.casebook.keys import By, number
from law189.casebook.shelf import Shelf
from law189.cases.history import Event, History, RecordAnnulled
from law189.extracts import ContractExtract
from law189.numbers import number_key
from law189.profile.parties import Party
from law189.workflows import certificate, contract

__all__ = ["Link", "links", "taken_already"]

Holds = certificate.Contracted | certificate.ContractChanged | certificate.ContractEnded | certificate.Used
"""The steps of a certificate that a contract takes with its own."""


class Link(NamedTuple):
    """Связанный шаг: the other case, and the event that is recorded there."""

    history: History[Any]
    event: Event


def links(shelf: Shelf, before: History[Any], after: History[Any], event: Event) -> Iterator[Link]:
    """What the step of a contract does to the certificate that the book holds."""
    if after.lifecycle != contract.lifecycle.name:
        return
    for case in _certificates(shelf, before, after):
        mine = number_key(after.the(contract.Offered).number) if after.records else ""
        try:
            found = _linked(case, before, after, mine, event)
        except (
            LookupError,
            ValidationError,
        ):  # what happened contradicts itself, and that is told where it did
            continue
        if found is not None:
            yield Link(case, found)


def _certificates(shelf: Shelf, *histories: History[Any]) -> list[History[Any]]:
    """The certificate of the contract, by the number under which it was concluded."""
    for history in histories:
        for concluded in history.events(contract.Concluded):
            if concluded.certificate is not None:
                ids = shelf.found(number(By.CERTIFICATE, concluded.certificate.number))
                cases = [shelf.case(one) for one in ids]
                return [case for case in cases if case is not None][:1]
    return []


def _linked(
    case: History[Any], before: History[Any], after: History[Any], mine: str, event: Event
) -> Event | None:
    """The event of the certificate; None where the step moves nothing there or it is recorded already."""
    match event:
        case contract.Concluded():
            if _holds(case, mine) is not None:
                return None
            return certificate.Contracted(
                on=event.on, by=Party.PROVIDER, contract=contract.extract(after, event.on)
            )
        case contract.Amended():
            if _holds(case, mine) is None:
                return None
            shown = contract.extract(after, event.on)
            return certificate.ContractChanged(on=event.on, by=Party.PROVIDER, contract=shown)
        case contract.Fulfilled() | contract.Terminated():
            if _holds(case, mine) is None:
                return None
            shown = contract.extract(after, event.on)
            kind = certificate.Used if _uses_up(case, shown) else certificate.ContractEnded
            return kind(on=event.on, by=Party.PROVIDER, contract=shown)
        case RecordAnnulled():
            place = _of_record(case, before.records[event.record - 1].event, mine)
            if place is None:
                return None
            return RecordAnnulled(on=event.on, by=Party.PROVIDER, record=place + 1, reason=event.reason)
        case _:
            return None


def _uses_up(case: History[Any], ended: ContractExtract) -> bool:
    """Whether the contract that ended leaves nothing of the certificate, and no other one runs."""
    holding = certificate.holding_of(case)
    if ended.rendered is None or holding.shared:
        return False
    return holding.left_after(holding.held_by(ended), ended.rendered) == 0


def _holds(case: History[Any], mine: str) -> int | None:
    """The place of the record by which the contract holds a part of the certificate now; None where it does not."""
    held = None
    for place, record in enumerate(case.records):
        if place in case.annulled or not isinstance(record.event, Holds):
            continue
        if number_key(record.event.contract.number) == mine:
            taken = isinstance(record.event, certificate.Contracted | certificate.ContractChanged)
            held = place if taken else None
    return held


def _of_record(case: History[Any], event: Event, mine: str) -> int | None:
    """The place of the record that is one with the contract's; None where there is none that stands."""
    kinds = next((found for step, found in TAKES.items() if isinstance(event, step)), None)
    if kinds is None:
        return None
    for place in reversed(range(len(case.records))):
        told = case.records[place].event
        stands = place not in case.annulled and isinstance(told, kinds)
        held: Any = getattr(told, "contract", None)
        if stands and number_key(held.number) == mine:
            return place
    return None


TAKES: Mapping[type[Event], tuple[type[Event], ...]] = {
    contract.Concluded: (certificate.Contracted,),
    contract.Amended: (certificate.ContractChanged,),
    contract.Fulfilled: (certificate.ContractEnded, certificate.Used),
    contract.Terminated: (certificate.ContractEnded, certificate.Used),
}
"""Which steps of the certificate each step of a contract takes with it."""


def taken_already(history: History[Any], event: Event) -> int | None:
    """The place of the linked record that the step would record again; None where it is a step of its own."""
    if not isinstance(event, Holds):
        return None
    mine, kind = number_key(event.contract.number), type(event)
    for place in reversed(range(len(history.records))):
        told = history.records[place].event
        if place in history.annulled or not isinstance(told, Holds):
            continue
        if number_key(told.contract.number) == mine:
            return place if type(told) is kind else None
    return None
