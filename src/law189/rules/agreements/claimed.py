"""Требования и договоры (claimed): whether anybody could render a service on the days that a claim is for.

An agreement pays for services, and these are rendered under contracts. Neither the law as far as it is known here
nor the decrees say what follows for a claim of days on which no contract ran; a person decides.

>>> march = (date(2024, 3, 1), date(2024, 3, 31))
>>> claim_served("Т-1", march, agreement="С-1", ran=0).outcome.value
'unknown'
>>> claim_served("Т-1", march, agreement="С-1", ran=1).outcome.value
'holds'
"""

from datetime import date

from law189.kinds.asked import asked
from law189.law import Text
from law189.rules.cures import money
from law189.verdict import DECISION, Outcome, Rule, Verdict

__all__ = ["claim_served", "claims_covered"]

SERVED = Rule(
    "reconciliation.claim_served",
    Text(
        "Требование № {number} с {since} по {until}; соглашение № {agreement}, договоров, по которым в "
        "какой-либо из этих дней могли оказывать услуги: {ran}.",
        "The claim {number}, from {since} to {until}; the agreement {agreement}, contracts under which "
        "services could be rendered on any of these days: {ran}.",
    ),
    unknown=Text(
        "Требование № {number} с {since} по {until}; соглашение № {agreement}, договоров, по которым в "
        "какой-либо из этих дней могли оказывать услуги: {ran}; платить ли за эти дни, неизвестно; исправьте "
        "период или получите: {asks}.",
        "The claim {number}, from {since} to {until}; the agreement {agreement}, contracts under which "
        "services could be rendered on any of these days: {ran}; unknown whether these days are paid for; "
        "correct the period, or get: {asks}.",
    ),
    assumed=Text(
        "Соглашение оплачивает услуги, а оказывают их по договорам, пока они действуют и не приостановлены. "
        "Что следует, если в дни требования такого договора не было, известные здесь акты не говорят, и "
        "решает человек.",
        "An agreement pays for services, and these are rendered under contracts while they run and are not "
        "suspended. The acts known here do not say what follows where on the days of a claim there was no "
        "such contract, and a person decides.",
    ),
    asks=(DECISION,),
)
COVERED = Rule(
    "reconciliation.claims_covered",
    Text(
        "Требование № {number} с {since} по {until}; {contract:договор № …, |}соглашение № {agreement}, "
        "договоров, по которым в какой-либо из этих дней могли оказывать услуги: {ran}.",
        "The claim {number}, from {since} to {until}; {contract:the contract …, |}the agreement {agreement}, "
        "contracts under which services could be rendered on any of these days: {ran}.",
    ),
    missed=Outcome.BREACH,
    assumed=Text(
        "Договор заключают, приостанавливают и прекращают, а соглашение завершают и после требования, "
        "поэтому шаг остаётся в силе; но требование — за дни, в которые услуг в итоге не оказывал никто: "
        "ошибочно оно или запись о договоре, и ошибочное аннулируют.",
        "A contract is concluded, suspended and ended, and an agreement is completed, after a claim too, so "
        "the step stands; but the claim is for days on which in the end nobody rendered services: it is an "
        "error, or the record of the contract is, and the error is annulled.",
    ),
    cure=money.CLAIMS,
)


@asked
def claim_served(number: str, period: tuple[date, date], *, agreement: str, ran: int) -> Verdict:
    """Whether some contract of the agreement ran, and was not suspended, on some day of the claim.

    `ran` is how many such contracts there are. UNKNOWN where there is none.
    """
    since, until = period
    return SERVED.judge(
        True if ran else None, number=number, since=since, until=until, agreement=agreement, ran=ran
    )


@asked
def claims_covered(
    number: str, period: tuple[date, date], *, agreement: str, ran: int, contract: str | None = None
) -> Verdict:
    """Whether, after a step of a contract or at the end of the agreement, the same is so of a claim made before.

    `contract` is the number of the contract, None where the agreement ends. A BREACH where `ran` is 0.
    """
    since, until = period
    return COVERED.judge(
        bool(ran),
        contract=contract,
        number=number,
        since=since,
        until=until,
        agreement=agreement,
        ran=ran,
    )
