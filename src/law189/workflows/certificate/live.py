"""Сформированный сертификат (live): the contracts that hold parts of it, and what goes back when they end.

>>> lifecycle.clause("contracted").source
('formed', 'contracted')
"""

from collections.abc import Iterator
from typing import Literal

from law189.cases.given.shown import ContractShown
from law189.cases.history import History
from law189.cases.lifecycle import Assumed, Heading, Moment
from law189.law import Text
from law189.rules import certificates
from law189.rules.holding import Holding
from law189.verdict import Verdict
from law189.workflows.certificate.application import AppliedFor
from law189.workflows.certificate.forming import Formed
from law189.workflows.certificate.table import RECORDERS, CertificateEvent, State, lifecycle

__all__ = ["ContractEnded", "Contracted", "Used", "holding_of"]

RETURNS = Assumed(Text("Неоказанное остаётся получателю.", "What is not rendered stays the recipient's."))


# ─── Договор по сертификату: занимает часть, а неиспользованное возвращается ─────────────────────────────


class Contracted(CertificateEvent):
    """Заключён договор по сертификату; договор — по выписке."""

    kind: Literal["contracted"] = "contracted"
    contract: ContractShown


@lifecycle.on(
    Contracted,
    Heading(
        title=Text("заключён договор по сертификату", "contract concluded under it"),
        source=(State.FORMED, State.CONTRACTED),
        target=State.CONTRACTED,
        basis=Assumed(Text("Статья о договоре не прочитана.", "The article on contracts was not read.")),
        by=RECORDERS,
        given=(
            lambda case: certificates.still_valid(case.history.the(Formed).valid_until, case.on),
            lambda case: holding_of(case.history).some_free(case.edition.readings),
        ),
    ),
)
def contract_it(m: Moment[Contracted]) -> Iterator[Verdict]:
    """Договор — по этому сертификату, на его незанятую услугу и не больше остатка."""
    yield from holding_of(m.history).takes(m.event.contract, m.event.on, m.edition.readings)


class ContractEnded(CertificateEvent):
    """Договор кончился, а сертификат израсходован не весь; остаток возвращается."""

    kind: Literal["contract_ended"] = "contract_ended"
    contract: ContractShown


@lifecycle.on(
    ContractEnded,
    Heading(
        title=Text("договор прекращён, остаток возвращён", "contract ended, the rest returned"),
        source=State.CONTRACTED,
        target=State.FORMED,
        basis=RETURNS,
        by=RECORDERS,
        stays=lambda history: holding_of(history).shared,
    ),
)
def return_rest(m: Moment[ContractEnded]) -> Iterator[Verdict]:
    """Возвращается то, что по договору не оказано; пока идёт другой договор, сертификат занят им."""
    yield from holding_of(m.history).goes_back(m.event.contract, m.event.on, m.edition.readings)


class Used(CertificateEvent):
    """Сертификат использован: договор кончился, и остатка нет."""

    kind: Literal["used"] = "used"
    contract: ContractShown


@lifecycle.on(
    Used,
    Heading(
        title=Text("сертификат использован", "certificate used"),
        source=State.CONTRACTED,
        target=State.USED,
        basis=RETURNS,
        by=RECORDERS,
        given=(lambda case: holding_of(case.history).last_one(),),
    ),
)
def use(m: Moment[Used]) -> Iterator[Verdict]:
    """Использован тот сертификат, от которого ничего не осталось."""
    yield from holding_of(m.history).used_up(m.event.contract, m.event.on, m.edition.readings)


def holding_of(history: History[CertificateEvent]) -> Holding:
    """Сертификат с договорами, которые его занимают и занимали."""
    made, services = history.the(Formed), history.the(AppliedFor).services
    holding = Holding(
        made.number, services, made.nominal, made.on, made.valid_until, left=made.nominal.amount
    )
    for record in history.standing:
        match record.event:
            case Contracted(contract=contract):
                holding = holding.taking(contract)
            case ContractEnded(contract=contract, on=on) | Used(contract=contract, on=on):
                holding = holding.returning(contract, on)
    return holding
