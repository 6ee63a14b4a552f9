"""Сформированный сертификат (live): how it is changed, and the contracts that hold parts of it.

An amendment sets the nominal and the last day anew and keeps the term of validity from the day it began; a renewal
begins a new term. A contract takes a part; what it did not use goes back when it ends.

>>> [clause.kind for clause in lifecycle.clauses if clause.event in (Contracted, ContractChanged)]
['contracted', 'contract_changed', 'contract_changed']
>>> lifecycle.clause("contracted").source
('formed', 'contracted')
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any, Literal

from law189.cases.besides import Besides, Granted
from law189.cases.given.documents import Document
from law189.cases.given.events import NO_DAYS, EventDays
from law189.cases.given.grounds import Reason
from law189.cases.given.numbers import EndsOn
from law189.cases.given.shown import ContractShown, OrderShown
from law189.cases.given.volumes import Nominal
from law189.cases.history import Event, History
from law189.cases.lifecycle import Assumed, Heading, Moment
from law189.law import Text
from law189.profile.documents import DocumentKind, LocalAct
from law189.rules import certificates, volumes
from law189.rules.agreements import weekly
from law189.rules.certificates import balances, changes
from law189.rules.certificates.holding import Holding
from law189.verdict import Verdict
from law189.workflows.certificate.application import AppliedFor
from law189.workflows.certificate.forming import (
    VALIDITY,
    Formed,
    nominal_kept,
    services_and_way,
    under_order,
    within_term,
)
from law189.workflows.certificate.table import BODY, RECORDERS, CertificateEvent, State, lifecycle

__all__ = [
    "Amended",
    "ContractChanged",
    "ContractEnded",
    "Contracted",
    "Renewed",
    "Resumed",
    "Suspended",
    "Used",
    "besides",
    "held_by",
]

RETURNS = Assumed(Text("Неоказанное остаётся получателю.", "What is not rendered stays the recipient's."))


# ─── Изменение и продление: условия формирования спрашивают снова ────────────────────────────────────────


def valid_since(history: History[Any]) -> date | None:
    """The day from which the term of validity runs: of the latest renewal, else of the forming; None before it."""
    days = [record.event.on for record in history.standing if isinstance(record.event, (Formed, Renewed))]
    return days[-1] if days else None


class Amended(CertificateEvent):
    """Сертификат изменён: номинал и последний день, какими они стали, и почему."""

    kind: Literal["amended"] = "amended"
    document: Document = None
    nominal: Nominal
    valid_until: EndsOn
    reason: Reason
    order: OrderShown = None
    event_on: EventDays = NO_DAYS


def _not_over(case: Moment[Any]) -> Verdict:
    return certificates.not_over(held_by(case.history).valid_until, case.on)


AMENDED = Heading(
    title=Text("сертификат изменён", "certificate amended"),
    source=State.FORMED,
    target=State.FORMED,
    basis=Assumed(
        Text(
            "Норма об изменении сертификата не прочитана; изменяют действующий сертификат, и так, как его "
            "формируют: номинал больше прежнего — в пределах акта этого дня, последний день позже прежнего — в "
            "пределах срока действия, который уже идёт, и то и другое — по размещённому заказу на услуги перечня. "
            "Что дано раньше, новый акт не отбирает: у изменения, которое не даёт больше или дольше, не спрашивают "
            "ни заказа, ни перечня, ни способа, ни срока. Приостановленный сначала возобновляют.",
            "The provision on amending a certificate was not read; a live certificate is amended, and in the way "
            "in which it is formed: a larger nominal within the act of that day, a later last day within the term "
            "of validity that already runs, and both under a published order, for services of the list. A new act "
            "takes away nothing that was given before: an amendment by which no more is given, and not for longer, "
            "is not asked of the order, the list, the way or the term. A suspended one is resumed first.",
        )
    ),
    by=BODY,
    document=DocumentKind.CERTIFICATE,
    acts=(LocalAct.CERTIFICATE_FORMING,),
    values=(VALIDITY,),
    values_since=valid_since,
    given=(_not_over,),
)


@lifecycle.on(Amended, replace(AMENDED, source=State.CONTRACTED, target=State.CONTRACTED))
@lifecycle.on(Amended, AMENDED)
def amend(m: Moment[Amended]) -> Iterator[Verdict]:
    """Оказанное и занятое договорами остаётся покрыто; о том, что дано сверх прежнего, — как при формировании.

    Что дано раньше и не прибавлено, судили по акту того дня; новый акт его не отбирает.
    """
    event, holding, more = m.event, held_by(m.history), besides(m)
    yield changes.covers(event.nominal, holding.spent)
    yield from changes.contracts_in_term(event.valid_until, holding.valid_until, holding.running)
    yield volumes.positive(event.nominal)
    if (counted := weekly.counted(event.nominal)) is not None:
        yield counted
    yield certificates.ahead(event.valid_until, event.on)
    if more.more:
        yield from nominal_kept(m, event.nominal)
    if more.anything:
        yield from services_and_way(m)
        yield from under_order(m)
    if more.longer and (since := valid_since(m.history)) is not None:
        yield from within_term(event.valid_until, since, m)


def besides(m: Moment[Any]) -> Besides:
    """Что изменённый сертификат даёт сверх прежнего."""
    event, holding = m.event, held_by(m.history)
    before = Granted({holding.nominal.unit: holding.nominal.amount}, holding.valid_until)
    return Granted({event.nominal.unit: event.nominal.amount}, event.valid_until).besides(before)


class Renewed(CertificateEvent):
    """Сертификат продлён: новый последний день и почему."""

    kind: Literal["renewed"] = "renewed"
    document: Document = None
    valid_until: EndsOn
    reason: Reason
    order: OrderShown = None
    event_on: EventDays = NO_DAYS


RENEWED = replace(
    AMENDED,
    values_since=None,
    title=Text("сертификат продлён", "certificate renewed"),
    basis=Assumed(
        Text(
            "Норма о продлении сертификата не прочитана; продлевают действующий сертификат, и его новый срок "
            "считают со дня продления. Приостановленный сначала возобновляют.",
            "The provision on renewing a certificate was not read; a live certificate is renewed, and its new term "
            "is counted from the day of the renewal. A suspended one is resumed first.",
        )
    ),
)


lifecycle.throughout(Renewed)(services_and_way)


@lifecycle.on(Renewed, replace(RENEWED, source=State.CONTRACTED, target=State.CONTRACTED))
@lifecycle.on(Renewed, RENEWED)
def renew(m: Moment[Renewed]) -> Iterator[Verdict]:
    """Последний день переносят вперёд, не дольше, чем позволяет акт, и по размещённому заказу."""
    event = m.event
    yield changes.moved_on(event.valid_until, held_by(m.history).valid_until)
    yield from under_order(m)
    yield from within_term(event.valid_until, event.on, m)


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
            lambda case: certificates.still_valid(held_by(case.history).valid_until, case.on),
            lambda case: held_by(case.history).some_free(case.edition.readings),
        ),
        fits=(lambda case: balances.some_left(held_by(case.history)),),
    ),
)
def contract_it(m: Moment[Contracted]) -> Iterator[Verdict]:
    """Договор — по этому сертификату, на его незанятую услугу и не больше остатка."""
    yield from held_by(m.history).takes(m.event.contract, m.event.on, m.edition.readings)


class ContractChanged(CertificateEvent):
    """Договор, который занимает сертификат, изменён; каким он стал — по выписке."""

    kind: Literal["contract_changed"] = "contract_changed"
    contract: ContractShown


CHANGED = Heading(
    title=Text("изменён договор по сертификату", "contract under it amended"),
    source=State.CONTRACTED,
    target=State.CONTRACTED,
    basis=Assumed(
        Text(
            "Норма об изменении договора не прочитана; сертификат занят тем, что в договоре теперь. Если "
            "сертификат приостановлен, договор не занимает больше, чем занимал.",
            "The provision on amending a contract was not read; a certificate is held for what the contract gives "
            "now. While it is suspended a contract takes no more than it held.",
        )
    ),
    by=RECORDERS,
)


@lifecycle.on(ContractChanged, replace(CHANGED, source=State.HELD, target=State.HELD))
@lifecycle.on(ContractChanged, CHANGED)
def change_contract(m: Moment[ContractChanged]) -> Iterator[Verdict]:
    """Договор — тот же, действует, и разницу покрывает остаток."""
    yield from held_by(m.history).changes(m.event.contract, m.event.on, m.edition.readings)


class ContractEnded(CertificateEvent):
    """Договор кончился, а сертификат израсходован не весь; остаток возвращается."""

    kind: Literal["contract_ended"] = "contract_ended"
    contract: ContractShown


def _shared(history: History[Any]) -> bool:
    return held_by(history).shared


ENDED = Heading(
    title=Text("договор прекращён, остаток возвращён", "contract ended, the rest returned"),
    source=State.CONTRACTED,
    target=State.FORMED,
    basis=RETURNS,
    by=RECORDERS,
    stays=_shared,
)


@lifecycle.on(ContractEnded, replace(ENDED, source=State.HELD, target=State.SUSPENDED))
@lifecycle.on(ContractEnded, ENDED)
def return_rest(m: Moment[ContractEnded]) -> Iterator[Verdict]:
    """Возвращается то, что по договору не оказано; пока идёт другой договор, сертификат занят им."""
    yield from held_by(m.history).goes_back(m.event.contract, m.event.on, m.edition.readings)


class Used(CertificateEvent):
    """Сертификат использован: договор кончился, и остатка нет."""

    kind: Literal["used"] = "used"
    contract: ContractShown


@lifecycle.on(
    Used,
    Heading(
        title=Text("сертификат использован", "certificate used"),
        source=(State.CONTRACTED, State.HELD),
        target=State.USED,
        basis=RETURNS,
        by=RECORDERS,
        given=(
            lambda case: held_by(case.history).last_one(),
            lambda case: balances.all_held(held_by(case.history)),
        ),
    ),
)
def use(m: Moment[Used]) -> Iterator[Verdict]:
    """Использован тот сертификат, от которого ничего не осталось."""
    yield from held_by(m.history).used_up(m.event.contract, m.event.on, m.edition.readings)


# ─── Приостановление: новых договоров нет, прежние идут ──────────────────────────────────────────────────


class Suspended(CertificateEvent):
    """Действие сертификата приостановлено; почему."""

    kind: Literal["suspended"] = "suspended"
    reason: Reason


PAUSED = Assumed(
    Text(
        "Известные нам акты о приостановлении молчат. Пока сертификат приостановлен, нового договора по нему нет, "
        "его не изменяют и не продлевают; договоры, которые уже идут, изменяют и прекращают, сертификат "
        "возобновляют, аннулируют, а после последнего дня он истекает.",
        "The acts known here are silent on suspending. While a certificate is suspended no new contract takes it, "
        "and it is not amended or renewed; contracts that run are amended and ended, and the certificate is "
        "resumed, annulled, or expires after its last day.",
    )
)
SUSPENDED = Heading(
    title=Text("сертификат приостановлен", "certificate suspended"),
    source=State.FORMED,
    target=State.SUSPENDED,
    basis=PAUSED,
    by=BODY,
    given=(_not_over,),
)


@lifecycle.on(Suspended, replace(SUSPENDED, source=State.CONTRACTED, target=State.HELD))
@lifecycle.on(Suspended, SUSPENDED)
def suspend(_: Moment[Suspended]) -> Iterator[Verdict]:
    """Оснований известные нам акты не называют: причину записывают."""
    yield from ()


class Resumed(CertificateEvent):
    """Действие сертификата возобновлено; почему."""

    kind: Literal["resumed"] = "resumed"
    reason: Reason


RESUMED = Heading(
    title=Text("сертификат возобновлён", "certificate resumed"),
    source=State.SUSPENDED,
    target=State.FORMED,
    basis=PAUSED,
    by=BODY,
    given=(_not_over,),
)


@lifecycle.on(Resumed, replace(RESUMED, source=State.HELD, target=State.CONTRACTED))
@lifecycle.on(Resumed, RESUMED)
def resume(_: Moment[Resumed]) -> Iterator[Verdict]:
    """Последний день от приостановления не переносится: для этого сертификат продлевают."""
    yield from ()


# ─── Что от сертификата занято и что осталось ────────────────────────────────────────────────────────────


def held_by(history: History[CertificateEvent]) -> Holding:
    """Сертификат с договорами, которые его занимают и занимали. Raises `NothingYet` before forming."""
    made, services = history.the(Formed), history.the(AppliedFor).services
    holding = Holding(
        made.number, services, made.nominal, made.on, made.valid_until, left=made.nominal.amount
    )
    for record in history.standing:
        holding = _after(holding, record.event)
    return holding


def _after(holding: Holding, event: Event) -> Holding:
    match event:
        case Amended(nominal=nominal, valid_until=until):
            return holding.amended(nominal, until)
        case Renewed(valid_until=until):
            return holding.amended(holding.nominal, until)
        case Contracted(contract=contract):
            return holding.taking(contract)
        case ContractChanged(contract=contract):
            return holding.with_changed(contract)
        case ContractEnded(contract=contract, on=on) | Used(contract=contract, on=on):
            return holding.returning(contract, on)
        case Suspended(on=on):
            return holding._replace(suspended_on=on)
        case Resumed(on=on):
            return holding.resumed(on)
        case _:
            return holding
