"""Оплата по соглашению (payments): claims, the acts on which they rest, and what is paid of the sums by year.

What is paid on a claim belongs to the year of its period; an advance, which no claim counts, to that of payment.

>>> account = Account(FundingMode.PROVISION, (YearSum(year=2024, roubles=100),), paid=(Payment(2024, Decimal(60)),))
>>> [in_year(Decimal(sum_), 2024, account).outcome.value for sum_ in (40, "40.01")]
['holds', 'void']
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from law189.extracts import FundingMode, YearSum
from law189.kinds.asked import asked
from law189.law import Text
from law189.measures import EXACT
from law189.numbers import same_number
from law189.rules import asking
from law189.rules.agreements.account import Account, Payment, PeriodClaim
from law189.rules.agreements.rendering import PeriodAct
from law189.rules.cures import money
from law189.verdict import DECISION, Rule, Verdict

__all__ = ["Account", "Payment", "PeriodClaim", "advance", "claim_period", "in_year", "new_number"]
__all__ += ["of_claim", "on_acts", "positive", "still_covered"]


# ─── Требование об оплате ────────────────────────────────────────────────────────────────────────────────

NUMBER = Rule(
    "payments.number",
    Text(
        "Номер: {number}; такой номер в деле {found:уже есть|не занят}.",
        "The number: {number}; the case already has it: {found:yes|no}.",
    ),
    assumed=Text(
        "Из двух документов под одним номером нельзя понять, на какой ссылаются.",
        "Of two documents under one number nobody can tell which is meant.",
    ),
    cure=money.NUMBER,
)
POSITIVE = Rule(
    "payments.positive",
    Text(
        "Сумма, руб.: {roubles}; должна быть больше нуля.",
        "The sum, roubles: {roubles}; more than 0 is needed.",
    ),
    assumed=Text(
        "На нулевую сумму нечего требовать и платить.", "Of nothing there is nothing to claim or pay."
    ),
    cure=money.POSITIVE,
)
CLAIM_PERIOD = Rule(
    "payments.period",
    Text(
        "Требование № {number} за период с {since} по {until}; первый день нужен не позже последнего; год, к сумме "
        "которого его относят: {year}.",
        "The claim {number} for {since} to {until}; the first day is needed no later than the last; the year to "
        "whose sum it is counted: {year}.",
    ),
    unknown=Text(
        "Требование № {number} за период с {since} по {until}: в нём дни не одного года, а суммы соглашения "
        "названы по годам; к сумме какого года его отнести, неизвестно; предъявите за дни каждого года своё "
        "требование, а акт за дни не одного года аннулируйте и составьте за дни каждого, или получите: {asks}; "
        "по нему требование относят к сумме на {year} год.",
        "The claim {number} for {since} to {until}: its days are of more than one year, and the sums of an "
        "agreement are by year; to the sum of which year it is counted is unknown; make a claim for the days of "
        "each year, and annul an act of days of more than one and draw up one for those of each, or get: {asks}; "
        "by that the claim is counted to the sum for {year}.",
    ),
    assumed=Text(
        "Суммы соглашения названы по годам. К сумме какого из них относят требование за дни не одного года, "
        "известные здесь акты не говорят, и решает человек; решённое относят к году последнего дня: до него "
        "требовать было рано.",
        "The sums of an agreement are by year. The acts known here do not say to which of them a claim for days of "
        "more than one year is counted, and a person decides; one that is decided is counted to the year of its "
        "last day: before it was over it was too early to claim.",
    ),
    asks=(DECISION,),
    cure=money.CLAIM_PERIOD,
)
ON_ACTS = Rule(
    "payments.on_acts",
    Text(
        "Требование № {number}; способ финансирования: {mode}; акты: {acts:…|не указаны}; из них нет в деле: "
        "{missing:…|нет}; уже предъявлены или названы дважды: {used:…|нет}; за другие дни: {outside:…|нет}.",
        "The claim {number}; the way of funding: {mode}; acts: {acts:…|not named}; not in the case: "
        "{missing:…|none}; already claimed or named twice: {used:…|none}; of other days: {outside:…|none}.",
    ),
    unknown=Text(
        "Требование № {number}; способ финансирования: {mode}; не указан акт, которым подтверждено оказанное; "
        "укажите: {asks}.",
        "The claim {number}; the way of funding: {mode}; no act is named that bears out what was rendered; give: "
        "{asks}.",
    ),
    assumed=Text(
        "Возмещают затраты на то, что оказано, а оказанное подтверждает акт; один акт оплачивают один раз.",
        "Costs are reimbursed of what was rendered, and an act bears it out; an act is paid for once.",
    ),
    asks=(asking.ACTS,),
    cure=money.ON_ACTS,
)


@asked
def new_number(number: str, numbers: Iterable[str]) -> Verdict:
    """Whether no other document of its kind has the number."""
    found = True in [same_number(number, one) for one in numbers]
    return NUMBER.judge(not found, number=number, found=found)


@asked
def positive(roubles: Decimal) -> Verdict:
    """Whether the sum is more than zero."""
    return POSITIVE.judge(roubles > 0, roubles=roubles)


@asked
def claim_period(claim: PeriodClaim) -> Verdict:
    """Whether the days of the claim run forward; UNKNOWN where they are not of one year.

    It is counted to the sum of the year of its last day, also by the decision on it.
    """
    one_year = True if claim.since.year == claim.until.year else None
    return CLAIM_PERIOD.judge(
        one_year if claim.since <= claim.until else False,
        number=claim.number,
        since=claim.since,
        until=claim.until,
        year=claim.until.year,
    )


@asked
def on_acts(claim: PeriodClaim, account: Account) -> Verdict:
    """Whether the acts of the claim are in the case, of its days, and claimed once.

    Where costs are reimbursed a claim without an act is UNKNOWN; where they are provided for it needs none.
    """
    known = {number: _act(number, account.acts) for number in claim.acts}
    before = [number for one in account.claims for number in one.acts]
    missing = tuple(number for number, act in known.items() if act is None)
    used = tuple(
        number
        for at, number in enumerate(claim.acts)
        if any(same_number(number, one) for one in (*before, *claim.acts[:at]))
    )
    outside = tuple(
        number
        for number, act in known.items()
        if act is not None and not claim.since <= act.since <= act.until <= claim.until
    )
    lacking = not claim.acts and account.mode is FundingMode.REIMBURSEMENT
    return ON_ACTS.judge(
        None if lacking else not (missing or used or outside),
        number=claim.number,
        mode=account.mode.text,
        acts=claim.acts,
        missing=missing,
        used=used,
        outside=outside,
    )


def _act(number: str, acts: Sequence[PeriodAct]) -> PeriodAct | None:
    return next((one for one in acts if same_number(one.number, number)), None)


# ─── Выплата ─────────────────────────────────────────────────────────────────────────────────────────────

ADVANCE = Rule(
    "payments.advance",
    Text(
        "Способ финансирования: {mode}; аванс платят при финансовом обеспечении.",
        "The way of funding: {mode}; an advance is paid where funds are provided beforehand.",
    ),
    assumed=Text(
        "Возмещают то, что уже затрачено; платить вперёд по такому соглашению не за что.",
        "What is reimbursed has been spent already; under such an agreement there is nothing to pay ahead for.",
    ),
    cure=money.ADVANCE,
)
OF_CLAIM = Rule(
    "payments.of_claim",
    Text(
        "Требование № {claim}, руб.: {claimed:…|в деле его нет}; оплачено ранее: {before}; теперь: {roubles}.",
        "The claim {claim}, roubles: {claimed:…|the case has no such claim}; paid before: {before}; now: "
        "{roubles}.",
    ),
    assumed=Text(
        "Платят по требованию и не больше, чем требуют.",
        "It is paid on a claim, and no more than is claimed.",
    ),
    cure=money.OF_CLAIM,
)
IN_YEAR = Rule(
    "payments.in_year",
    Text(
        "Сумма соглашения на {year} год, руб.: {limit}; выплачено ранее: {before}; теперь: {roubles}.",
        "The sum of the agreement for {year}, roubles: {limit}; paid before: {before}; now: {roubles}.",
    ),
    assumed=Text(
        "Сверх суммы года по соглашению не платят. Оплату требования относят к году его периода, аванс — к году "
        "выплаты.",
        "No more is paid than the sum of the year. What is paid on a claim belongs to the year of its period, an "
        "advance to the year in which it is paid.",
    ),
    cure=money.IN_YEAR,
)
COVERED = Rule(
    "payments.still_covered",
    Text(
        "Годы, за которые выплачено больше новой суммы: {over:…|нет}.",
        "Years for which more was paid than the new sum: {over:…|none}.",
    ),
    assumed=Text(
        "Сумму года не уменьшают ниже того, что за него уже выплачено.",
        "The sum of a year is not cut below what was paid for it.",
    ),
    cure=money.COVERED,
)


@asked
def advance(mode: FundingMode) -> Verdict:
    """Whether an advance may be paid under an agreement that pays in this way."""
    return ADVANCE.judge(mode is FundingMode.PROVISION, mode=mode.text)


@asked
def of_claim(number: str, roubles: Decimal, account: Account) -> Verdict:
    """Whether the claim is in the case, and no more is paid on it than it asks."""
    claim, before = account.claim(number), account.paid_on(number)
    return OF_CLAIM.judge(
        claim is not None and EXACT.add(before, roubles) <= claim.roubles,
        claim=number,
        claimed=None if claim is None else claim.roubles,
        before=before,
        roubles=roubles,
    )


@asked
def in_year(roubles: Decimal, year: int, account: Account) -> Verdict:
    """Whether so much more may be paid for the year."""
    limit, before = account.sum_of(year), account.paid_in(year)
    holds = EXACT.add(before, roubles) <= limit
    return IN_YEAR.judge(holds, year=year, limit=limit, before=before, roubles=roubles)


@asked
def still_covered(sums: tuple[YearSum, ...], account: Account) -> Verdict:
    """Whether the new sums cover what was paid for each year."""
    new = account._replace(sums=sums)
    paid = {one.year: new.paid_in(one.year) for one in new.paid}
    over = {str(year): amount for year, amount in sorted(paid.items()) if amount > new.sum_of(year)}
    return COVERED.judge(not over, over=over)
