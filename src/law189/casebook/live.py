"""Действует ли сертификат (live): whether the certificate of a case stands on a day, and whether it gives a right.

A file need not write the steps of a contract into the case of its certificate. A certificate of which the own cases
of its contracts have left nothing gives no right any more, whether its own case says that it is used or not.

>>> from law189.workflows import certificate
>>> stands(certificate.lifecycle.begin("17"), date(2024, 1, 15)), used_up([])
(False, {})
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from law189.casebook.known import Known, Made
from law189.cases.history import History
from law189.measures import Unit, Volume, total
from law189.numbers import number_key
from law189.workflows import certificate, contract
from law189.workflows.certificate.table import LIVE, STANDING

__all__ = ["UsedUp", "is_live", "stands", "taken_by_own", "used_up"]


def stands(case: History[Any], on: date) -> bool:
    """Whether the certificate is formed and not yet over on the day, be it suspended; the case is as it stands.

    It has its place then: in its share, and against a second one of the same consumer.
    """
    known = case.lifecycle == certificate.lifecycle.name and case.state in STANDING
    return known and bool(certificate.holding_of(case).valid_until >= on)


def is_live(case: History[Any], on: date) -> bool:
    """Whether the certificate gives a right on the day: it stands, and is not suspended."""
    return stands(case, on) and case.state in LIVE


# ─── Израсходован по делам договоров ─────────────────────────────────────────────────────────────────────


class UsedUp(NamedTuple):
    """Сертификат израсходован: the day from which nothing of it is left, and the record that left nothing.

    It is the end of the last of its contracts, or an amendment after it to what was rendered.
    """

    on: date
    made_by: Made


ENDS = (contract.Fulfilled, contract.Terminated)


class _Contract(NamedTuple):
    """What the case of a contract says: under which certificate, since when, how much, and its end."""

    number: str
    certificate: str
    begun: date
    amount: Decimal
    unit: Unit
    end: UsedUp | None


def used_up(cases: Iterable[Known]) -> Mapping[str, UsedUp]:
    """The certificates of which the cases of their contracts have left nothing, by the ids of their cases.

    All their contracts have ended, and what was rendered is the nominal. A contract without a case of its own
    counts as the certificate's case tells of it. Of several certificates of one number a contract is under the
    latest that was formed by then.
    """
    known = list(cases)
    of_contracts = [one for one in known if one.history.lifecycle == contract.lifecycle.name]
    if not any(isinstance(event, ENDS) for one in of_contracts for _, event in one.events):
        return {}
    told: dict[str, list[_Contract]] = {}
    for found in map(_contract, of_contracts):
        if found is not None:
            told.setdefault(found.certificate, []).append(found)
    formed: dict[str, list[tuple[date, Known]]] = {}
    for one in known:
        if one.history.lifecycle == certificate.lifecycle.name:
            for event in (event for _, event in one.events if isinstance(event, certificate.Formed)):
                formed.setdefault(number_key(event.number), []).append((event.on, one))
    used: dict[str, UsedUp] = {}
    for written, contracts in told.items():
        for case, own in _parted(contracts, formed.get(written, [])):
            end = _used_by(case, own) if case.history.state in STANDING else None
            if end is not None:
                used[case.history.id] = end
    return used


def _parted(
    contracts: list[_Contract], formed: list[tuple[date, Known]]
) -> Iterable[tuple[Known, list[_Contract]]]:
    """The certificates of one number, each with the contracts that are under it."""
    if len(formed) == 1:
        return [(formed[0][1], contracts)]
    found: dict[int, list[_Contract]] = {}
    for one in contracts if formed else ():
        days = [(on, place) for place, (on, _) in enumerate(formed) if on <= one.begun]
        found.setdefault(max(days, default=(date.min, 0))[1], []).append(one)
    return [(formed[place][1], own) for place, own in found.items()]


def _contract(known: Known) -> _Contract | None:
    """What the case of a concluded contract says; None where no extract of a certificate was put before it."""
    concluded = terms = end = None
    number = ""
    for record, event in known.events:
        match event:
            case contract.Offered():
                number, terms = number_key(event.number), event.volume
            case contract.Concluded():
                concluded = event
            case contract.Amended():
                terms = event.volume
            case contract.Fulfilled() | contract.Terminated():
                terms, end = event.rendered, UsedUp(event.on, Made(known.history.id, record))
    if concluded is None or terms is None or concluded.certificate is None:
        return None
    written = number_key(concluded.certificate.number)
    return _Contract(number, written, concluded.on, terms.amount, terms.unit, end)


def _used_by(case: Known, contracts: list[_Contract]) -> UsedUp | None:
    """The end of the last contract, where all have ended and nothing of the certificate is left."""
    ends = [one.end for one in contracts if one.end is not None]
    if len(ends) < len(contracts):
        return None
    holding = certificate.holding_of(case.history)
    told = {one.number for one in contracts}
    unit = holding.nominal.unit
    others = {number: amount for number, amount in taken_by_own(case, unit).items() if number not in told}
    if any(number_key(one.number) in others for one in holding.running):
        return None
    taken = total((*others.values(), *(one.amount for one in contracts if one.unit is unit)))
    if taken < holding.nominal.amount:
        return None
    return max((*ends, *_lessened(case, others)), key=lambda end: end.on)


def _lessened(case: Known, others: Collection[str]) -> Iterator[UsedUp]:
    """The own records of the certificate that may leave less: another nominal, an end of those contracts."""
    nominal: Volume | None = None
    for at, event in case.events:
        match event:
            case certificate.Formed() | certificate.Amended():
                if nominal not in (None, event.nominal):
                    yield UsedUp(event.on, Made(case.history.id, at))
                nominal = event.nominal
            case certificate.ContractEnded(contract=shown) | certificate.Used(contract=shown):
                if number_key(shown.number) in others:
                    yield UsedUp(event.on, Made(case.history.id, at))


def taken_by_own(known: Known, unit: Unit) -> Mapping[str, Decimal]:
    """How much of that unit each contract takes of a certificate, by its number, as the case of that tells."""
    own: dict[str, Decimal] = {}
    for _, event in known.events:
        match event:
            case certificate.Contracted(contract=shown) | certificate.ContractChanged(contract=shown):
                own[number_key(shown.number)] = shown.volume.in_unit(unit)
            case certificate.ContractEnded(contract=shown) | certificate.Used(contract=shown):
                if shown.rendered is not None:
                    own[number_key(shown.number)] = shown.rendered.in_unit(unit)
    return own
