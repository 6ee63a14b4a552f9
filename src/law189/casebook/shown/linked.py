"""Связанные шаги (linked): the step of another case that is one with the step taken.

A contract concluded takes its part of the certificate in the same move; fulfilled or terminated it gives back what
was not rendered, or uses the certificate up; an annulled record of the contract takes the linked record with it.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from law189.casebook.extracted import extract_of
from law189.casebook.keys import By, Key, number, once_given
from law189.casebook.shelf import Shelf
from law189.cases.history import Event, History, RecordAnnulled
from law189.extracts import ContractExtract
from law189.law import Source
from law189.numbers import number_key
from law189.profile.parties import Party
from law189.workflows import certificate, contract

__all__ = [
    "Link",
    "beside",
    "contract_of",
    "contract_told",
    "is_one",
    "links",
    "made_with",
    "one_with",
    "taken_already",
]

Holds = certificate.Contracted | certificate.ContractChanged | certificate.ContractEnded | certificate.Used
"""The steps of a certificate that a contract takes with its own."""


class Link(NamedTuple):
    """Связанный шаг: the other case, and the event that is recorded there."""

    history: History[Any]
    event: Event


def links(shelf: Shelf, before: History[Any], after: History[Any], event: Event) -> Iterator[Link]:
    """What the step of a contract does to the certificate that the book holds.

    Nothing where the contract has no offer, or contradicts itself: that is told where it happened.
    """
    if after.lifecycle != contract.lifecycle.name:
        return
    offers = (offered.number for history in (after, before) for offered in history.events(contract.Offered))
    offered = next(offers, None)
    if offered is None:
        return
    for case in _certificates(shelf, before, after):
        found = _linked(case, before, after, number_key(offered), event)
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
    if isinstance(event, RecordAnnulled):
        place = _annulled_with(case, before, event, mine)
        if place is None:
            return None
        by = case.records[place].event.by  # with the contract's record goes its own, whoever made it
        return RecordAnnulled(on=event.on, by=by, record=place + 1, reason=event.reason)
    shown = extract_of(Source.CONTRACT, after, event.on)
    if not isinstance(shown, ContractExtract) or _holds(case, mine) is isinstance(event, contract.Concluded):
        return None
    kind: type[Holds] | None = None
    match event:
        case contract.Concluded():
            kind = certificate.Contracted
        case contract.Amended():
            kind = certificate.ContractChanged
        case contract.Fulfilled() | contract.Terminated():
            kind = certificate.Used if _uses_up(case, shown) else certificate.ContractEnded
    return None if kind is None else kind(on=event.on, by=Party.PROVIDER, contract=shown)


def _annulled_with(case: History[Any], before: History[Any], event: RecordAnnulled, mine: str) -> int | None:
    """The place of what is annulled there: the linked record, or what annulled it where that is taken back."""
    told: Event = event
    depth = 0
    while isinstance(told, RecordAnnulled):
        if told.record > len(before.records):
            return None
        told, depth = before.records[told.record - 1].event, depth + 1
    if depth % 2:
        return _of_record(case, told, mine)
    kinds = _taken_with(told)
    places = [
        place
        for place in sorted(case.annulled)
        if isinstance(was := case.records[place].event, Holds)
        and isinstance(was, kinds)
        and was.on == told.on
        and number_key(was.contract.number) == mine
    ]
    standing = [(at, one.event) for at, one in enumerate(case.records) if at not in case.annulled]
    undid = [at for at, one in standing if isinstance(one, RecordAnnulled) and one.record - 1 in places[-1:]]
    return undid[-1] if undid else None


def _uses_up(case: History[Any], ended: ContractExtract) -> bool:
    """Whether the contract that ended leaves nothing of the certificate, and no other one runs."""
    holding = certificate.holding_of(case)
    if ended.rendered is None or holding.shared:
        return False
    return holding.left_after(holding.held_by(ended), ended.rendered) == 0


def _mine(case: History[Any], mine: str) -> Iterator[tuple[int, Holds]]:
    """The standing records of the certificate about the contract, each with its place, the latest first."""
    return (
        (place, record.event)
        for place, record in reversed([*enumerate(case.records)])
        if isinstance(record.event, Holds)
        and place not in case.annulled
        and number_key(record.event.contract.number) == mine
    )


def _holds(case: History[Any], mine: str) -> bool:
    """Whether the contract holds a part of the certificate now."""
    latest = next(_mine(case, mine), None)
    return latest is not None and isinstance(latest[1], certificate.Contracted | certificate.ContractChanged)


def _of_record(case: History[Any], event: Event, mine: str) -> int | None:
    """The place of the record that is one with the contract's; None where there is none that stands."""
    kinds = _taken_with(event)
    return next((place for place, told in _mine(case, mine) if isinstance(told, kinds)), None)


def _taken_with(event: Event) -> tuple[type[Any], ...]:
    """The kinds of steps of the certificate that the step of a contract takes with it."""
    return next((found for step, found in TAKES.items() if isinstance(event, step)), ())


TAKES: Mapping[type[Event], tuple[type[Event], ...]] = {
    contract.Concluded: (certificate.Contracted,),
    contract.Amended: (certificate.ContractChanged,),
    contract.Fulfilled: (certificate.ContractEnded, certificate.Used),
    contract.Terminated: (certificate.ContractEnded, certificate.Used),
}
"""Which steps of the certificate each step of a contract takes with it."""


def made_with(case: History[Any]) -> tuple[Key, ...]:
    """The numbers of the certificates under which a contract was ever concluded."""
    events: list[Any] = [record.event for record in case.records]
    shown = [one.certificate for one in events if isinstance(one, contract.Concluded)]
    return tuple(dict.fromkeys(number(By.CERTIFICATE, one.number) for one in shown if one is not None))


def beside(shelf: Shelf, history: History[Any], event: Event) -> tuple[str, ...]:
    """The ids of the cases of which a step may be one with this one: of the contract, or of its certificate."""
    if history.lifecycle == contract.lifecycle.name:
        keys = made_with(history)
    else:
        about = _undone(history, event)
        keys = (number(By.CONTRACT, about.contract.number),) if isinstance(about, Holds) else ()
    return tuple(dict.fromkeys(one for key in keys for one in shelf.found(key) if one != history.id))


def is_one(case: History[Any], place: int, other: History[Any], at: int) -> bool:
    """Whether the record of a contract at that place and the one of a certificate are one step."""
    step, linked = case.records[place].event, other.records[at].event
    if step.on != linked.on:
        return False
    if isinstance(step, RecordAnnulled) or isinstance(linked, RecordAnnulled):
        return (
            isinstance(step, RecordAnnulled)
            and isinstance(linked, RecordAnnulled)
            and step.record <= place
            and linked.record <= at
            and is_one(case, step.record - 1, other, linked.record - 1)
        )
    events: list[Any] = [record.event for record in case.records]
    mine = {number_key(one.number) for one in events if isinstance(one, contract.Offered)}
    return isinstance(linked, _taken_with(step)) and number_key(linked.contract.number) in mine


def one_with(shelf: Shelf, history: History[Any], place: int) -> tuple[History[Any], int] | None:
    """The contract's case, and the number of its standing record that is one with the certificate's at `place`.

    None where the book has no such record of a contract under this certificate.
    """
    about = _undone(history, history.records[place].event)
    if not isinstance(about, Holds):
        return None
    events: list[Any] = [record.event for record in history.records]
    own = {number(By.CERTIFICATE, one.number) for one in events if isinstance(one, certificate.Formed)}
    for case in map(shelf.case, shelf.found(number(By.CONTRACT, about.contract.number))):
        if case is None or own.isdisjoint(made_with(case)):
            continue
        for at in range(len(case.records)):
            if at not in case.annulled and is_one(case, at, history, place):
                return case, at + 1
    return None


def contract_told(history: History[Any], event: Event) -> str:
    """The number of the contract that a linked step is about; an annulment is about that of what it annuls."""
    held = _undone(history, event)
    assert isinstance(held, Holds), "only linked steps are taken again"
    return held.contract.number


def contract_of(history: History[Any], event: Event) -> str | None:
    """The number of the contract that the step of a certificate is about; None where it is about none."""
    about = _undone(history, event)
    return number_key(about.contract.number) if isinstance(about, Holds) else None


def _undone(history: History[Any], event: Event) -> Event | None:
    """The step that an annulment is about in the end, through all that annul one another; any other one itself."""
    told: Event = event
    while isinstance(told, RecordAnnulled):
        if told.record > len(history.records):
            return None
        told = history.records[told.record - 1].event
    return told


def _annulled_already(history: History[Any], event: RecordAnnulled) -> int | None:
    """The place of the linked annulment of that day that annuls the same record; None where there is none."""
    same = (
        place
        for place, record in enumerate(history.records)
        if place not in history.annulled
        and isinstance(record.event, RecordAnnulled)
        and (record.event.record, record.event.on) == (event.record, event.on)
    )
    return next(same, None)


def taken_already(shelf: Shelf, history: History[Any], event: Event) -> int | None:
    """The place of the linked record that the step would record again; None where it is a step of its own.

    Where no case of the contract is there, nothing was recorded with its steps.
    """
    about = _undone(history, event)
    if not isinstance(about, Holds):
        return None
    has_case = bool(shelf.found(number(By.CONTRACT, about.contract.number)))
    if isinstance(event, RecordAnnulled):
        once = has_case or shelf.found(once_given(By.CONTRACT, about.contract.number))
        return _annulled_already(history, event) if once else None
    if not has_case or not isinstance(event, Holds):
        return None
    latest = next(_mine(history, number_key(event.contract.number)), None)
    return latest[0] if latest is not None and type(latest[1]) is type(event) else None
