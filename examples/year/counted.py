"""Что сошлось (counted): the ledger of the book beside the cases themselves, and beside the plan of the town.

The ledger sums postings. Here the same is counted otherwise: what a certificate has left from the certificate, what
a contract holds from the contract, what was rendered and paid from the plan by which the town was drawn.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from law189 import History
from law189.casebook.book import Casebook
from law189.casebook.known import on_day
from law189.casebook.ledger import Ledger
from law189.casebook.postings import Stage, balances, posted
from law189.casebook.postings.moved import lapsed
from law189.measures import EXACT, Unit, total
from law189.numbers import service_key
from law189.workflows import certificate, contract
from year.providers import ADVANCE, PRICE, SUCCESSOR, agreements
from year.town import SERVICES, Town, provider_facts

__all__ = ["differences"]


def differences(book: Casebook, ledger: Ledger, town: Town) -> list[str]:
    """What does not balance, in words; nothing where all does."""
    known = [on_day(case, ledger.on) for case in book.cases()]
    moved = [(case, posted(case)) for case in known]
    more = lapsed(moved, ledger.on)
    found = balances(one for case, own in moved for one in (*own, *more.get(case.history.id, ())))
    units: dict[Unit, Decimal] = defaultdict(Decimal)
    stages: dict[tuple[Stage, Unit], Decimal] = defaultdict(Decimal)
    for account, amount in found.items():
        stage = account.stage, account.unit
        units[account.unit] = EXACT.add(units[account.unit], amount)
        stages[stage] = EXACT.add(stages[stage], amount)
    told = [f"the accounts in {unit.text.en} sum to {amount}" for unit, amount in units.items() if amount]
    below = [str(one) for one, amount in found.items() if amount < 0 and one.stage not in OUTSIDE]
    told += [f"more was taken than there was: {one}" for one in below]
    rows = {name: total(getattr(row, name).amount for row in ledger.services) for name in STAGES}
    accounts = {
        name: total(stages[stage, Unit.PERSON_HOURS] for stage in held) for name, held in STAGES.items()
    }
    told += _unlike("accounts", rows, accounts)
    told += _unlike("cases", rows, _by_cases(book.cases(), ledger.on))
    of_services = {row.service: row.rendered.amount for row in ledger.services}
    told += _unlike("plan", of_services, {service_key(one): Decimal(town.rendered(one)) for one in SERVICES})
    paid = {row.who: row.paid.amount for row in ledger.money}
    told += _unlike("payments", paid, dict(_paid(town)))
    return told


OUTSIDE = (Stage.ORDERED, Stage.LIMITS)
"""From where amounts come into the book: these accounts stand below zero."""
STAGES = {
    "live": (Stage.CERTIFICATE,),
    "held": (Stage.CONTRACT,),
    "rendered": (Stage.RENDERED, Stage.ACCEPTED),
    "accepted": (Stage.ACCEPTED,),
    "expired": (Stage.EXPIRED,),
}
"""On which accounts each figure stands: what acts have accepted was rendered too."""


def _unlike(what: str, seen: dict[Any, Any], meant: dict[Any, Decimal]) -> Iterator[str]:
    """Each figure of the ledger that is not what was meant."""
    for name, amount in meant.items():
        if seen.get(name, Decimal(0)) != amount:
            yield f"{name} by the {what}: {amount}, by the ledger: {seen.get(name)}"


def _by_cases(cases: Iterable[History[Any]], on: date) -> dict[str, Decimal]:
    """What certificates have left by their last day, and contracts hold, as each case says of itself."""
    live: list[Decimal] = []
    held: list[Decimal] = []
    for case in cases:
        if case.state in ("formed", "contracted") and certificate.holding_of(case).valid_until >= on:
            live.append(certificate.balance(case).amount)
        if case.lifecycle == contract.lifecycle.name and case.state == "concluded":
            held.append(contract.terms_of(case).volume.amount)
    return {"live": total(live), "held": total(held)}


def _paid(town: Town) -> Iterator[tuple[str, Decimal]]:
    """What each provider of the town was paid: the hours of its months, and the advances."""
    for number in range(1, town.providers + 1):
        for place, one in enumerate(agreements(number)):  # the second one is with the successor
            given = sum(town.given[number, month] for month in one.months)
            yield provider_facts(number + SUCCESSOR * place)["inn"], Decimal(given * PRICE + ADVANCE)
