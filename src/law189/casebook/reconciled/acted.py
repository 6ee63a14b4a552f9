"""Акты и договоры (acted): acts of periods bear out no more than the contracts of their agreement give.

It is asked of an act, and again of a contract that gives less after it: amended, ended, or its record annulled.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from law189.casebook.accounts import balances, rendered_under
from law189.casebook.apart import Under, given_by_others
from law189.casebook.keys import By
from law189.casebook.postings import postings
from law189.casebook.reconciled.beside import Beside
from law189.casebook.told import given_under
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
    for line in of.event.rendered:
        service = service_key(line.service)
        given = given_by_others(of.shelf, drafted.number, service, line.unit, of.history.id)
        if given is None:
            return
        yield sufficiency.of_contracts(
            _acted([of.after], service, line.unit),
            given,
            line.unit,
            number=drafted.number,
            service=line.service,
        )


def acts_covered(of: Beside) -> Iterator[Verdict]:
    """Договор, который даёт меньше прежнего, всё ещё даёт то, что по нему подтвердили акты."""
    ends = isinstance(of.event, contract.Fulfilled | contract.Terminated)
    if ends and of.event.rendered == contract.terms_of(of.history).volume:
        return  # it gave all that it was to give
    before, after = given_under(of.history), given_under(of.after)
    for (agreed, service, unit), gave in before.items():
        now = after.get((agreed, service, unit), Decimal(0))
        acted = _acted(of.others(By.AGREEMENT, agreed), service, unit) if now < gave else Decimal(0)
        if acted <= 0:
            continue
        shown, offered = of.history.the(contract.Concluded).agreement, of.history.the(contract.Offered)
        number = agreed if shown is None else shown.number
        under = Under(agreed, service, unit, of.history.id, _moved(of, agreed, service, unit))
        yield from of.told(under, _covered, acted, now, unit, number, offered.service, offered.number)


def _moved(of: Beside, agreed: str, service: str, unit: Unit) -> Decimal:
    """How much more stands rendered under the agreement after the step."""
    account, none = rendered_under(agreed, service, unit), Decimal(0)
    was, now = (balances(postings(one)).get(account, none) for one in (of.history, of.after))
    return EXACT.subtract(now, was)


def _covered(
    others: Decimal | None, acted: Decimal, own: Decimal, unit: Unit, number: str, service: str, named: str
) -> Iterator[Verdict]:
    """The acts beside what the contract and the others give; nothing where acts accept what was rendered."""
    if others is not None:
        given = EXACT.add(own, others)
        yield sufficiency.acts_covered(acted, given, unit, number=number, service=service, contract=named)


def _acted(agreements: Iterable[History[Any]], service: str, unit: Unit) -> Decimal:
    """How much of the service the acts of the agreements bear out."""
    acts = (act for case in agreements for act in case.events(agreement.ActDrawn))
    lines = (one for act in acts for one in act.rendered)
    return sum(
        (one.amount for one in lines if service_key(one.service) == service and one.unit is unit), Decimal(0)
    )
