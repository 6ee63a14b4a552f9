"""Остаток сертификата (balances): what no contract holds or has used, known before a contract is shown.

>>> from datetime import date
>>> from decimal import Decimal
>>> from law189.measures import Volume
>>> nominal = Volume(amount=144, unit="person-hours")
>>> free = Holding("C-17", ("804200О.99.0.ББ52АЖ48000",), nominal, date(2024, 1, 12), date(2024, 12, 31),
...                nominal.amount)
>>> some_left(free).outcome, all_held(free).outcome
(<Outcome.HOLDS: 'holds'>, <Outcome.VOID: 'void'>)
>>> some_left(free._replace(left=Decimal(0))).outcome, all_held(free._replace(left=Decimal(0))).outcome
(<Outcome.VOID: 'void'>, <Outcome.HOLDS: 'holds'>)
"""

from law189.kinds.asked import asked
from law189.law import Text
from law189.rules.certificates.holding import Holding
from law189.rules.cures import certificate
from law189.verdict import Rule, Verdict

__all__ = ["all_held", "some_left"]

SOME_LEFT = Rule(
    "certificates.some_left",
    Text(
        "Не занято договорами и не израсходовано, {unit}: {left}; договор занимает больше нуля.",
        "Held by no contract and not used, {unit}: {left}; a contract takes more than 0.",
    ),
    assumed=Text(
        "Больше остатка взять нельзя, а нулевой объём ничего не даёт.",
        "Nobody can take more than there is, and a volume of zero gives nothing.",
    ),
    cure=certificate.SOME_LEFT,
)
ALL_HELD = Rule(
    "certificates.all_held",
    Text(
        "Не занято договорами и не израсходовано, {unit}: {left}; сертификат использован, когда остатка нет.",
        "Held by no contract and not used, {unit}: {left}; a certificate is used when nothing is left.",
    ),
    assumed=Text(
        "Остаток даёт право на новый договор, сколько бы ни оказали по прежнему.",
        "What is left gives a right to a new contract, however much was rendered under the last one.",
    ),
    cure=certificate.ALL_HELD,
)


@asked
def some_left(held: Holding) -> Verdict:
    """Whether something of the certificate is left for one more contract."""
    return SOME_LEFT.judge(held.left > 0, left=held.left, unit=held.nominal.unit.text)


@asked
def all_held(held: Holding) -> Verdict:
    """Whether nothing is left besides what contracts hold."""
    return ALL_HELD.judge(held.left <= 0, left=held.left, unit=held.nominal.unit.text)
