"""Дни перемен (days): by which days something of what a contract rests on may be lost or regained.

>>> to_end(agreement.lifecycle.begin("1"), date(2024, 2, 1))
False
"""

from datetime import date, timedelta
from typing import Any

from law189.casebook.dependants.grounds import as_of, past
from law189.casebook.dependants.passed import held_by
from law189.casebook.dependants.registered import registered
from law189.casebook.keys import By, number
from law189.casebook.shelf import Shelf
from law189.casebook.shown.silent import known_by
from law189.casebook.states import IN_FORCE
from law189.cases.history import History
from law189.law import Source
from law189.numbers import same_service
from law189.workflows import agreement, contract, selection

__all__ = ["changing_of", "in_force", "over_before", "to_end"]

PAID = (agreement.ActDrawn, agreement.Claimed, agreement.AdvancePaid, agreement.ClaimPaid)
"""What changes nothing of an agreement that a contract rests on."""


def to_end(ground: History[Any], on: date) -> bool:
    """Whether it is an agreement in force on the day: it is only to end before a contract that rests on it does."""
    of_agreement = ground.lifecycle == agreement.lifecycle.name
    return of_agreement and ground.state in IN_FORCE[ground.lifecycle] and past(ground, on) is None


def in_force(ground: History[Any], provider: str, service: str, on: date) -> bool:
    """Whether a contract could rest on it on the day, by the records that were not annulled since.

    `provider` and `service` are those of the contract: an entry is asked for both.
    """
    if not ground.made_by(on):
        return False
    held = ground.as_of(on)
    if held.state not in IN_FORCE[held.lifecycle] or past(held, on) is not None:
        return False
    if held.lifecycle != selection.lifecycle.name:
        return True
    return held_by(held, provider) and any(same_service(service, one) for one in selection.services_of(held))


def over_before(ground: History[Any], on: date) -> bool:
    """Whether the term of the case was over when the day began."""
    return past(as_of(ground, on - timedelta(1)), on) is not None


def changing_of(shelf: Shelf, case: History[Any], on: date) -> set[date]:
    """The days of records of what the contract rests on, or ever rested on, and the days after the last of a term.

    With the days of the contract's own records; of terms those that were told by the day.
    """
    changing = {record.event.on for record in case.standing}
    for one in _grounds(shelf, case):
        days = {record.event.on for record in one.records if not isinstance(record.event, PAID)}
        ends = [past(as_of(one, day), date.max) for day in days if day <= on]
        changing |= days | {last + timedelta(1) for last in ends if last is not None}
    return changing


def _grounds(shelf: Shelf, case: History[Any]) -> list[History[Any]]:
    """The entries of every party, and each certificate and agreement of which the contract was ever shown."""
    events: list[Any] = [record.event for record in case.standing]
    parties = dict.fromkeys(
        [case.the(contract.Offered).provider, *(one.provider for one in registered(case))]
    )
    entries = [shelf.case(found) for one in parties for found in shelf.found(number(By.PROVIDER, one))]
    shown = {
        (source, told.number): None
        for source, name in ((Source.CERTIFICATE, "certificate"), (Source.AGREEMENT, "agreement"))
        for event in events
        if (told := getattr(event, name, None)) is not None
    }
    others = [one for source, written in shown for one in known_by(shelf, source, written)]
    return [*(one for one in entries if one is not None), *others]
