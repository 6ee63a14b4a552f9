"""Достаточность (sufficiency): whether the share of an order covers its certificates, a certificate its contracts.

What was ordered, formed and concluded in all cases together is counted by whoever keeps them. The law as far as
it is known here is silent on what exceeds it; the consequences are this library's choice.

>>> of_share(Decimal(72), Decimal(600), Decimal(576), Unit.PERSON_HOURS, number="2024/1", service="1").outcome
<Outcome.VOID: 'void'>
>>> cut_below(Decimal(600), Decimal(576), Unit.PERSON_HOURS, number="2024/1", service="1").outcome
<Outcome.HOLDS: 'holds'>
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from law189.kinds.asked import asked
from law189.law import Text
from law189.measures import EXACT, Unit, Volume
from law189.rules.cures import money
from law189.verdict import DECISION, Ask, Outcome, Rule, Verdict

__all__ = [
    "acts_covered",
    "cut_below",
    "line_named",
    "of_certificate",
    "of_contracts",
    "of_share",
]

LINE = Rule(
    "reconciliation.line_named",
    Text(
        "Услуги сертификата: {services}; строка заказа, из которой он оплачен: {line}.",
        "Services of the certificate: {services}; the line of the order that pays for it: {line}.",
    ),
    unknown=Text(
        "Услуги сертификата: {services}; из какой строки заказа он оплачен, не указано; укажите: {asks}.",
        "Services of the certificate: {services}; the line of the order that pays for it is not told; give: "
        "{asks}.",
    ),
    assumed=Text(
        "Единый сертификат оплачивают из строки одной услуги, и всё оказанное по нему исполняет эту строку, "
        "какой бы из его услуг ни был договор; без неё долю заказа не проверить.",
        "A single certificate is paid from the line of one service, and all that is rendered under it executes "
        "that line, whichever of its services a contract is for; without it the share cannot be checked.",
    ),
    asks=(
        Ask(
            "event.line",
            Text("строка заказа", "line of the order"),
            Text("тот, кто совершает шаг", "whoever takes the step"),
        ),
    ),
)
SHARE = Rule(
    "reconciliation.of_share",
    Text(
        "Заказ № {number}, услуга {service}: доля сертификатов ({unit}): {share}; уже сформировано: {certified}; "
        "этот сертификат: {asked}; остаток доли: {left}.",
        "The order {number}, service {service}: share of certificates ({unit}): {share}; formed already: "
        "{certified}; "
        "this certificate: {asked}; left of the share: {left}.",
    ),
    cure=Text(
        "Уменьшите номинал или сначала измените заказ.", "Make the nominal smaller, or amend the order first."
    ),
    assumed=Text(
        "Сертификат сверх доли заказа ничем не обеспечен: заказано меньше.",
        "Nothing stands behind a certificate beyond the share of the order: less was ordered.",
    ),
)
CUT = Rule(
    "reconciliation.cut_below",
    Text(
        "Заказ № {number}, услуга {service}: новая доля сертификатов ({unit}): {share}; уже сформировано: "
        "{certified}.",
        "The order {number}, service {service}: new share of certificates ({unit}): {share}; formed already: "
        "{certified}.",
    ),
    cure=Text("Назначьте долю не меньше сформированного.", "Set a share of no less than is certified."),
    assumed=Text(
        "Сформированные сертификаты уже дают право на свой объём; заказать меньше нельзя, пока они действуют.",
        "Certificates that are formed give a right to their volume already; less cannot be ordered while they "
        "live.",
    ),
)
COVERS = Rule(
    "reconciliation.of_certificate",
    Text(
        "Сертификат № {number}, номинал ({unit}): {nominal}; занято другими договорами и оказано: {taken}; этот "
        "договор: {asked}.",
        "The certificate {number}, nominal ({unit}): {nominal}; taken by other contracts or rendered: "
        "{taken}; this "
        "contract: {asked}.",
    ),
    cure=Text("Уменьшите объём договора.", "Make the volume of the contract smaller."),
    assumed=Text(
        "Договоры вместе не берут из сертификата больше, чем он даёт.",
        "Contracts together take no more of a certificate than it gives.",
    ),
)
ACTED = Rule(
    "reconciliation.of_contracts",
    Text(
        "Соглашение № {number}, услуга {service} ({unit}): по договорам{since:, не оконченным до …|}"
        "{until:, заключённым по … и не приостановленным на все эти дни,|}"
        "{acts:, действовавшим в дни этих актов,|} оказывают: {given}; "
        "актами{acts: № …|}{until: за дни|}{since: с …|}{until: по …|} вместе с этим подтверждено: {acted}.",
        "The agreement {number}, service {service} ({unit}): given under "
        "contracts{since: not ended before …|}{until: concluded by … and not suspended on all these days|}"
        "{acts: that ran on the days of these acts|}: {given}; borne out by acts{acts: …|}"
        "{until: of days|}{since: from …|}{until: up to …|} with this one: {acted}.",
    ),
    unknown=Text(
        "Соглашение № {number}, услуга {service} ({unit}): по договорам{since:, не оконченным до …|}"
        "{until:, заключённым по … и не приостановленным на все эти дни,|}"
        "{acts:, действовавшим в дни этих актов,|} оказывают: {given}; "
        "актами{acts: № …|}{until: за дни|}{since: с …|}{until: по …|} вместе с этим подтверждено: {acted}; есть "
        "договоры на неё в других единицах: {elsewhere}; разные единицы не складывают, и подтверждено ли актом то, "
        "что по ним оказано, неизвестно; составьте акт в единице договора или получите: {asks}.",
        "The agreement {number}, service {service} ({unit}): given under "
        "contracts{since: not ended before …|}{until: concluded by … and not suspended on all these days|}"
        "{acts: that ran on the days of these acts|}: {given}; borne out by acts{acts: …|}"
        "{until: of days|}{since: from …|}{until: up to …|} with this one: {acted}; there are contracts of it in "
        "other units: {elsewhere}; different units are not added, and whether the act bears out what was rendered "
        "under those is unknown; draw up the act in the unit of the contract, or get: {asks}.",
    ),
    asks=(DECISION,),
    cure=Text("Уменьшите объём в акте.", "Make the volume of the act smaller."),
    assumed=Text(
        "Акт подтверждает оказанное по договорам в его дни; сверх них, до них и после них, и пока они "
        "приостановлены, по соглашению платить не за что. Изменение договора говорит, сколько оказано ко дню "
        "изменения включительно: на дни по этот приходится не больше, на следующие остальное.",
        "An act bears out what was rendered under contracts in its days; beyond, before and after them, and "
        "while they are suspended, the agreement has nothing to pay for. An amendment of a contract says how much "
        "was rendered by the end of its day: no more falls on the days up to it, and the rest on those after it.",
    ),
)
ACTS = Rule(
    "reconciliation.acts_covered",
    Text(
        "Договор № {contract}; соглашение № {number}, услуга {service} ({unit}): по договорам{since:, не "
        "оконченным до …|}{until:, заключённым по … и не приостановленным на все эти дни,|}"
        "{acts:, действовавшим в дни этих актов,|} оказывают "
        "теперь: {given}; актами{acts: № …|}{until: за дни|}{since: с …|}{until: по …|} подтверждено "
        "раньше: {acted}.",
        "The contract {contract}; the agreement {number}, service {service} ({unit}): given under "
        "contracts{since: not ended before …|}{until: concluded by … and not suspended on all these days|}"
        "{acts: that ran on the days of these acts|} now: {given}; borne out by acts{acts: …|}"
        "{until: of days|}{since: from …|}{until: up to …|} before: {acted}.",
    ),
    missed=Outcome.BREACH,
    assumed=Text(
        "Договор заключают, изменяют, приостанавливают и прекращают и после акта, поэтому шаг остаётся в "
        "силе; но акт подтвердил больше, чем договоры в итоге дают: ошибочен он или запись о договоре, и "
        "ошибочное аннулируют. Изменение говорит, сколько оказано ко дню изменения включительно: на дни по этот "
        "приходится не больше, на следующие остальное.",
        "A contract is concluded, amended, suspended and ended after an act too, so the step stands; but the "
        "act bears out more than the contracts give in the end: it is an error, or the record of the "
        "contract is, and the error is annulled. An amendment says how much was rendered by the end of its day: "
        "no more falls on the days up to it, and the rest on those after it.",
    ),
    cure=money.ACTS,
)


@asked
def line_named(services: Sequence[str], line: str | None) -> Verdict:
    """Whether a certificate of several services names the line of the order that pays; UNKNOWN where not."""
    return LINE.judge(None if line is None else True, services=tuple(services), line=line)


@asked
def of_share(
    asked: Decimal, share: Decimal, certified: Decimal, unit: Unit, *, number: str, service: str
) -> Verdict:
    """Whether the share of the order covers the certificate beside those that are formed already."""
    left = EXACT.subtract(share, certified)
    return SHARE.judge(
        asked <= left,
        number=number,
        service=service,
        unit=unit.text,
        share=share,
        certified=certified,
        asked=asked,
        left=left,
    )


@asked
def cut_below(share: Decimal, certified: Decimal, unit: Unit, *, number: str, service: str) -> Verdict:
    """Whether an amended order still covers the certificates that are formed."""
    return CUT.judge(
        certified <= share, number=number, service=service, unit=unit.text, share=share, certified=certified
    )


@asked
def of_certificate(asked: Volume, nominal: Volume, taken: Decimal, *, number: str) -> Verdict:
    """Whether a certificate that is known by its extract alone covers the contract beside its other ones."""
    holds = asked.unit is nominal.unit and EXACT.add(asked.amount, taken) <= nominal.amount
    return COVERS.judge(
        holds,
        number=number,
        unit=nominal.unit.text,
        nominal=nominal.amount,
        taken=taken,
        asked=asked.amount,
        asked_unit=asked.unit.text,
    )


@asked
def of_contracts(
    acted: Decimal,
    given: Decimal,
    unit: Unit,
    *,
    number: str,
    service: str,
    since: date | None = None,
    until: date | None = None,
    acts: Sequence[str] = (),
    elsewhere: Sequence[Unit] = (),
) -> Verdict:
    """Whether the acts under an agreement bear out no more than its contracts give.

    `elsewhere` are the other units in which contracts of it give the service: UNKNOWN where acts bear out more than
    those of this unit give, and there are some. What is in another unit is neither added nor compared.
    With `since` and `until` it is of the acts of days between them, and of the contracts that ran in those days and
    were not suspended; with `acts` of those of these numbers, and of the contracts that ran in their days.
    """
    return ACTED.judge(
        True if acted <= given else None if elsewhere else False,
        number=number,
        service=service,
        unit=unit.text,
        since=since,
        until=until,
        acts=tuple(acts) or None,
        given=given,
        acted=acted,
        elsewhere=tuple(one.text for one in elsewhere) or None,
    )


@asked
def acts_covered(
    acted: Decimal,
    given: Decimal,
    unit: Unit,
    *,
    number: str,
    service: str,
    contract: str,
    since: date | None = None,
    until: date | None = None,
    acts: Sequence[str] = (),
) -> Verdict:
    """Whether the contracts of an agreement, of which one now gives less, still give what its acts bear out.

    With `since` and `until` it is of the acts of days between them, and of the contracts that ran in those days and
    were not suspended; with `acts` of those of these numbers, and of the contracts that ran in their days.
    """
    return ACTS.judge(
        acted <= given,
        contract=contract,
        number=number,
        service=service,
        unit=unit.text,
        since=since,
        until=until,
        acts=tuple(acts) or None,
        given=given,
        acted=acted,
    )
