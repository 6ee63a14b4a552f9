"""Зависимые дела (dependants): cases in force on a day while what they rest on is not.

A contract rests on its certificate, on the entry of its provider in the register and on the agreement; an agreement
on the entry; a certificate on the order; an entry on the licence. What the book does not hold is not asked.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from law189.casebook.cycles import CYCLES
from law189.casebook.keys import By, number
from law189.casebook.shelf import Shelf
from law189.cases.history import History
from law189.extracts import Way
from law189.law import Text
from law189.numbers import same_service
from law189.rules import reconciliation, ways
from law189.verdict import Outcome, Verdict
from law189.workflows import agreement, certificate, contract, order, selection

__all__ = ["Dependant", "dependants"]


class Dependant(NamedTuple):
    """Зависимое дело: the case, the verdict on it, and the case that it rests on."""

    history: History[Any]
    verdict: Verdict
    ground: History[Any]


def dependants(shelf: Shelf, on: date) -> Iterator[Dependant]:
    """Every case in force at the end of the day, beside what it rests on that is in force no more."""
    for case in shelf.cases():
        then = CYCLES[case.lifecycle].as_of(case, on)
        ask = ASKED.get(case.lifecycle)
        if ask is not None and then.state in IN_FORCE[case.lifecycle]:
            for ground, verdict in ask(shelf, then, on):
                if verdict.outcome is not Outcome.HOLDS:
                    yield Dependant(case, verdict, ground)


Found = Iterator[tuple[History[Any], Verdict]]
IN_FORCE: Mapping[str, tuple[str, ...]] = {
    contract.lifecycle.name: ("concluded", "suspended"),
    agreement.lifecycle.name: ("concluded",),
    certificate.lifecycle.name: ("formed", "contracted", "suspended", "suspended_contracted"),
    selection.lifecycle.name: ("included",),
}
"""The states in which a case is in force and rests on others."""


def _held(shelf: Shelf, by: By, written: str, on: date) -> list[History[Any]]:
    """The cases of that number as they stood at the end of the day."""
    found = (shelf.case(one) for one in shelf.found(number(by, written)))
    return [CYCLES[case.lifecycle].as_of(case, on) for case in found if case is not None]


def _told(case: History[Any], named: str, on: date, ground: History[Any], shown_as: str) -> Verdict:
    """That the case is in force, and the other one is in that state since its last step."""
    own, other = CYCLES[case.lifecycle], CYCLES[ground.lifecycle]
    since = ground.last_day
    assert since is not None, "a case of a number has a record"
    return reconciliation.rests_on(
        own.title,
        named,
        on,
        ground=other.title,
        named=shown_as,
        state=other.words[ground.state],
        since=since,
    )


def _of_contract(shelf: Shelf, case: History[Any], on: date) -> Found:
    offered, concluded = case.the(contract.Offered), case.the(contract.Concluded)
    yield from _entry(shelf, case, offered.number, offered.provider, offered.service, on)
    if (shown := concluded.certificate) is not None:
        yield from _over(shelf, case, offered.number, By.CERTIFICATE, shown.number, on)
    if (agreed := concluded.agreement) is not None:
        yield from _over(shelf, case, offered.number, By.AGREEMENT, agreed.number, on)


def _over(shelf: Shelf, case: History[Any], named: str, by: By, written: str, on: date) -> Found:
    """The certificate or the agreement of that number, where it has ended."""
    for one in _held(shelf, by, written, on):
        if one.state in ("annulled", "expired", "terminated", "completed"):
            yield one, _told(case, named, on, one, written)


def _entry(
    shelf: Shelf, case: History[Any], named: str, provider: str, service: str | None, on: date
) -> Found:
    """The provider's entry of the register, where it was excluded and no other one stands for the service."""
    entries = _held(shelf, By.PROVIDER, provider, on)
    live = [one for one in entries if one.state == "included" and _serves(one, service)]
    for one in entries:
        if one.state == "excluded" and not live:
            yield one, _told(case, named, on, one, provider)


def _serves(entry: History[Any], service: str | None) -> bool:
    services = selection.services_of(entry)
    return service is None or any(same_service(service, one) for one in services)


def _of_agreement(shelf: Shelf, case: History[Any], on: date) -> Found:
    """The entry of the provider, where some extract ever named the provider."""
    shown = (getattr(record.event, "provider", None) for record in case.standing)
    entry = next((one for one in shown if one is not None), None)
    if entry is not None:
        yield from _entry(shelf, case, case.the(agreement.Drafted).number, entry.provider, None, on)


def _of_certificate(shelf: Shelf, case: History[Any], on: date) -> Found:
    """The order no longer has the service by certificate."""
    formed, services = case.the(certificate.Formed), case.the(certificate.AppliedFor).services
    shown = formed.order
    if shown is None:
        return
    for one in _held(shelf, By.ORDER, shown.number, on):
        if one.the(order.Drafted).year != shown.year or one.state in ("planned", "drafted"):
            continue
        lines = order.lines_of(one)
        ordered = [line.service for line in lines if Way.CERTIFICATE in ways.used([line])]
        if not all(any(same_service(service, other) for other in ordered) for service in services):
            yield one, _told(case, formed.number, on, one, shown.number)


def _of_entry(_: Shelf, case: History[Any], on: date) -> Found:
    """The licence of a provider of the register has ended."""
    provider = selection.provider_of(case)
    licence = provider.licence
    if licence is not None and licence.ends_on is not None and licence.ends_on < on:
        verdict = reconciliation.rests_on(
            Text("запись реестра исполнителей", "entry of the register of providers"),
            case.the(selection.Included).record,
            on,
            ground=Text("лицензия", "licence"),
            named=licence.number,
            state=Text("кончилась", "ended"),
            since=licence.ends_on,
        )
        yield case, verdict


ASKED: Mapping[str, Callable[[Shelf, History[Any], date], Found]] = {
    contract.lifecycle.name: _of_contract,
    agreement.lifecycle.name: _of_agreement,
    certificate.lifecycle.name: _of_certificate,
    selection.lifecycle.name: _of_entry,
}
