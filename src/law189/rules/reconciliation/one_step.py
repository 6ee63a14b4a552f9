"""Записи одного шага (one step): what two cases recorded together is called an error in both, or in none.

>>> part_of_one("5", "договор заключён", "к-17", 2).outcome
<Outcome.VOID: 'void'>
"""

from law189.kinds.asked import asked
from law189.law import Text
from law189.verdict import Outcome, Rule, Verdict

__all__ = ["part_of_one"]

ONE = Rule(
    "reconciliation.part_of_one",
    Text(
        "Запись «{step}» сделана одним шагом с записью № {record} дела {case} (договор № {contract}); отдельно от "
        "неё запись не аннулируют.",
        "The record «{step}» was made in one step with the record {record} of the case {case} (the contract "
        "{contract}); it is not annulled apart from that one.",
    ),
    missed=Outcome.VOID,
    assumed=Text(
        "Договор занимает сертификат и возвращает его остаток тем же шагом, которым меняется сам. Если ошибочной "
        "признать одну запись из двух, один объём займут дважды или не займёт никто.",
        "A contract takes its certificate, and gives back what is left, in the step that changes the contract "
        "itself. Were one record of the two called an error, one volume would be taken twice, or by nobody.",
    ),
    cure=Text(
        "Аннулируйте запись в деле договора: запись сертификата аннулируется вместе с ней.",
        "Annul the record in the case of the contract: that of the certificate is annulled with it.",
    ),
)


@asked
def part_of_one(contract: str, step: Text | str, case: str, record: int) -> Verdict:
    """That the record is one with the record of a contract's case, which stands; VOID to annul it alone."""
    return ONE.judge(False, contract=contract, step=step, case=case, record=record)
