"""Остаток после договора (leaving): what a contract that ended leaves of the certificate, something or nothing.

>>> returned(Decimal(72), Unit.PERSON_HOURS).outcome.value, spent(Decimal(72), Unit.PERSON_HOURS).outcome.value
('holds', 'void')
"""

from decimal import Decimal

from law189.kinds.asked import asked
from law189.law import Text
from law189.measures import Unit
from law189.rules.cures import certificate
from law189.verdict import Rule, Verdict

__all__ = ["returned", "spent"]

RETURNED = Rule(
    "certificates.returned",
    Text(
        "Остаток объёма после договора, {unit}: {left}; возвращается остаток больше нуля.",
        "Left after the contract, {unit}: {left}; what is left goes back where it is more than 0.",
    ),
    assumed=Text(
        "Сертификат, от которого ничего не осталось, использован: новый договор по нему невозможен.",
        "A certificate of which nothing is left is used: no new contract is possible under it.",
    ),
    cure=certificate.RETURNED,
)
SPENT = Rule(
    "certificates.spent",
    Text(
        "Остаток объёма после договора, {unit}: {left}; сертификат считается использованным, когда остатка нет.",
        "Left after the contract, {unit}: {left}; a certificate is used when nothing is left.",
    ),
    assumed=Text(
        "Остаток даёт право на новый договор, поэтому сертификат ещё не использован. Часы в неделю считают "
        "количеством: оказанное заново не дают.",
        "What is left gives a right to a new contract, so the certificate is not used yet. Hours a week are "
        "counted as an amount: what was rendered is not given again.",
    ),
    cure=certificate.SPENT,
)


@asked
def returned(left: Decimal, unit: Unit) -> Verdict:
    """Whether a contract that ended leaves something of the certificate."""
    return RETURNED.judge(left > 0, left=left, unit=unit.text)


@asked
def spent(left: Decimal, unit: Unit) -> Verdict:
    """Whether a contract that ended leaves nothing of the certificate."""
    return SPENT.judge(left == 0, left=left, unit=unit.text)
