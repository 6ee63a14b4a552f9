"""Что видно только по многим делам (reconciled): the rules of reconciliation, each asked at its steps.

A step of one case is judged beside all others: whether its number is used, whether the consumer has a live
certificate already, whether the share of the order and the limits of the act still cover it, whether a report says
what the cases say. What the book does not hold is not asked.
"""

from collections.abc import Callable, Iterator, Mapping

from law189.casebook.keys import By
from law189.casebook.reconciled.agreeing import licence_runs, report_agrees
from law189.casebook.reconciled.beside import Beside
from law189.casebook.reconciled.once import number_of, one_certificate, one_record
from law189.casebook.reconciled.sufficient import (
    cut_below,
    exhausted,
    of_certificate,
    of_contracts,
    of_share,
    within_limits,
)
from law189.cases.history import Event
from law189.verdict import Verdict
from law189.workflows import agreement, certificate, contract, order, selection

__all__ = ["Beside", "reconciled"]


def reconciled(of: Beside) -> Iterator[Verdict]:
    """Every verdict on the step that only the other cases give."""
    for judge in ASKED.get(type(of.event), ()):
        yield from judge(of)


ASKED: Mapping[type[Event], tuple[Callable[[Beside], Iterator[Verdict]], ...]] = {
    order.Drafted: (number_of(By.ORDER),),
    order.Amended: (cut_below,),
    order.Cancelled: (cut_below,),
    order.ReportFormed: (report_agrees,),
    selection.Included: (one_record,),
    selection.Changed: (one_record,),
    agreement.Drafted: (number_of(By.AGREEMENT), licence_runs),
    agreement.Concluded: (licence_runs,),
    agreement.ActDrawn: (of_contracts,),
    certificate.RecipientRefused: (exhausted,),
    certificate.Formed: (number_of(By.CERTIFICATE), one_certificate, within_limits, of_share),
    contract.Offered: (number_of(By.CONTRACT),),
    contract.Concluded: (of_certificate, licence_runs),
}
"""Which rules of many cases each step is asked."""
