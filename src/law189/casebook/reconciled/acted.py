"""Акты и договоры (acted): acts of periods bear out no more than the contracts of their agreement give.

It is asked of an act, and again of a contract that gives less after it: amended, ended, or its record annulled.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from law189.casebook.accounts import balances, rendered_under
from law189.casebook.keys import By, number
from law189.casebook.postings import postings
from law189.casebook.reconciled.beside import Beside
from law189.casebook.reconciled.claims import of_less_given
from law189.cases.history import History
from law189.measures import EXACT, Unit
from law189.numbers import service_key
from law189.rules import sufficiency
from law189.verdict import Verdict
from law189.workflows import agreement, contract

__all__ = ["acts_covered", "of_contracts"]


def of_contracts(of: Beside) -> Iterator[Verdict]:
    """Акты за периоды подтверждают не больше, чем оказывают по договорам этого соглашения."""
    drafted = of.after.the(agreement.Drafted)
    contracts = of.others(By.PAID_BY, drafted.number)
    for line in of.event.rendered if any(map(_concluded, contracts)) else ():
        service = service_key(line.service)
        yield sufficiency.of_contracts(
            _acted([of.after], service, line.unit),
            _given(contracts, drafted.number, service, line.unit),
            line.unit,
            number=drafted.number,
            service=line.service,
        )


def acts_covered(of: Beside) -> Iterator[Verdict]:
    """Договор, который даёт меньше прежнего, всё ещё даёт то, что по нему подтвердили акты."""
    ends = isinstance(of.event, contract.Fulfilled | contract.Terminated)
    if ends and of.event.rendered == contract.terms_of(of.history).volume:
        return  # it gave all that it was to give
    before, after = of_less_given(of.history), of_less_given(of.after)
    for (agreed, service, unit), gave in before.items():
        if after.get((agreed, service, unit), Decimal(0)) <= gave:
            continue
        account, none = rendered_under(agreed, service, unit), Decimal(0)
        was, now = (balances(postings(one)).get(account, none) for one in (of.history, of.after))
        if EXACT.add(of.shelf.balance(account), EXACT.subtract(now, was)) >= 0:
            continue  # acts accept no more than was rendered by contracts that have ended
        acted = _acted(of.others(By.AGREEMENT, agreed), service, unit)
        if acted > 0:
            offered, shown = of.history.the(contract.Offered), of.history.the(contract.Concluded).agreement
            yield sufficiency.acts_covered(
                acted,
                _given([of.after, *of.others(By.PAID_BY, agreed)], agreed, service, unit),
                unit,
                number=agreed if shown is None else shown.number,
                service=offered.service,
                contract=offered.number,
            )


def _concluded(case: History[Any]) -> bool:
    return any(case.events(contract.Concluded))


def _acted(agreements: Iterable[History[Any]], service: str, unit: Unit) -> Decimal:
    """How much of the service the acts of the agreements bear out."""
    acts = (act for case in agreements for act in case.events(agreement.ActDrawn))
    lines = (one for act in acts for one in act.rendered)
    return sum(
        (one.amount for one in lines if service_key(one.service) == service and one.unit is unit), Decimal(0)
    )


def _given(contracts: Iterable[History[Any]], agreed: str, service: str, unit: Unit) -> Decimal:
    """How much of the service the contracts of the agreement give."""
    key = number(By.AGREEMENT, agreed).value, service, unit
    found = Decimal(0)
    for case in contracts:
        found = EXACT.subtract(found, of_less_given(case).get(key, Decimal(0)))
    return found
