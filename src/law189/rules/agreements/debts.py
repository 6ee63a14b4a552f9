"""Долг по соглашению (debts): claims of which something is not paid, while the agreement runs and after its end.

The end of an agreement ends no debt: what was rendered while it ran is acted, claimed and paid afterwards too. The
order of paying is for the act on subsidies (189-ФЗ, ст. 22, ч. 2), of which none was read for this library.

>>> from law189.extracts import YearSum
>>> claim = PeriodClaim("3", date(2024, 5, 1), date(2024, 5, 31), Decimal(600))
>>> account = Account(FundingMode.PROVISION, (YearSum(year=2024, roubles=1000),), claims=(claim,))
>>> payable(account).outcome, paid_off(account).outcome
(<Outcome.HOLDS: 'holds'>, <Outcome.BREACH: 'breach'>)
>>> payable(account._replace(claims=())).outcome
<Outcome.VOID: 'void'>
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from law189.extracts import FundingMode
from law189.kinds.asked import asked
from law189.law import Text
from law189.measures import EXACT, total
from law189.numbers import same_number
from law189.rules import asking
from law189.rules.agreements.payments import Account, PeriodClaim
from law189.rules.cures import money
from law189.verdict import Outcome, Rule, Verdict

__all__ = [
    "acted",
    "advance_left",
    "claim_covered",
    "claim_in_term",
    "claims_covered",
    "covered",
    "left_to_claim",
    "owing",
    "paid_off",
    "payable",
]

IN_TERM = Rule(
    "debts.claim_in_term",
    Text(
        "Требование № {number} за период с {since} по {until}; соглашение действует с {first} по {last}; в периоде "
        "нужен хотя бы один его день.",
        "The claim {number} for {since} to {until}; the agreement runs from {first} to {last}; the period needs at "
        "least one of its days.",
    ),
    assumed=Text(
        "По соглашению оплачивают то, что оказано, пока оно действует; требовать можно и после его конца.",
        "An agreement pays for what is rendered while it runs; that may be claimed after its end too.",
    ),
    cure=money.IN_TERM,
)
ACTED = Rule(
    "debts.acted",
    Text(
        "Способ финансирования: {mode}; акты, по которым ещё не требовали: {acts:…|нет}.",
        "The way of funding: {mode}; acts on which nothing is claimed yet: {acts:…|none}.",
    ),
    unknown=Text(
        "Способ финансирования: {mode}; акта, по которому ещё не требовали, в деле нет; укажите: {asks}.",
        "The way of funding: {mode}; the case has no act on which nothing is claimed yet; give: {asks}.",
    ),
    assumed=Text(
        "Возмещают затраты на то, что оказано, а оказанное подтверждает акт; один акт оплачивают один раз.",
        "Costs are reimbursed of what was rendered, and an act bears it out; an act is paid for once.",
    ),
    asks=(asking.ACTS,),
)
PAYABLE = Rule(
    "debts.payable",
    Text(
        "Требования, по которым оплачено не всё, и сколько осталось, руб.: {unpaid:…|нет}; из них за годы, в сумме "
        "которых есть остаток: {covered:…|нет}; платят по такому требованию.",
        "Claims of which something is not paid, and how much, roubles: {unpaid:…|none}; of these, of years "
        "whose sum has something left: {covered:…|none}; it is paid on such a claim.",
    ),
    assumed=Text(
        "Платят по требованию и не сверх суммы его года; без такого требования платить не по чему.",
        "It is paid on a claim, and no more than the sum of its year; without such a claim there is nothing to "
        "pay.",
    ),
    cure=money.PAYABLE,
)
CLAIM_COVERED = Rule(
    "debts.claim_covered",
    Text(
        "Требование № {number}, руб.: {roubles}; сумма соглашения на {year} год: {limit}; выплачено за этот год: "
        "{paid}; не оплачено по другим требованиям за него: {asked}; сверх остатка суммы: {beyond:…|нет}.",
        "The claim {number}, roubles: {roubles}; the sum of the agreement for {year}: {limit}; paid for that year: "
        "{paid}; not paid on other claims for it: {asked}; beyond what is left of the sum: {beyond:…|none}.",
    ),
    missed=Outcome.BREACH,
    assumed=Text(
        "Сверх суммы года по соглашению не платят. Требование силы не теряет: сумму ещё могут изменить, а до "
        "этого сверх неё по нему ничего не должны.",
        "No more is paid than the sum of the year. The claim keeps its effect: the sum may be changed yet, and "
        "until then nothing beyond it is owed on the claim.",
    ),
    cure=money.CLAIM_COVERED,
)
CLAIMS_COVERED = Rule(
    "debts.claims_covered",
    Text(
        "Требования, по которым оплачено не всё, и сколько осталось, руб.: {unpaid:…|нет}; годы, в сумме "
        "которых шаг оставляет на них меньше, чем нужно и чем было, и сколько не хватает, руб.: {beyond:…|нет}.",
        "Claims of which something is not paid, and how much, roubles: {unpaid:…|none}; years in whose sum the "
        "step leaves less for them than is needed and than there was, and how much is lacking, roubles: "
        "{beyond:…|none}.",
    ),
    missed=Outcome.BREACH,
    assumed=Text(
        "Сверх суммы года по требованию не платят и не должны, поэтому шаг, после которого суммы на "
        "предъявленное не хватает, назван нарушением, как и требование, предъявленное после него. Силы он не "
        "теряет: сумму ещё могут изменить.",
        "Beyond the sum of the year nothing is paid or owed on a claim, so a step after which the sum lacks "
        "for what is claimed is named as a breach, as a claim made after it is. It keeps its effect: the sum "
        "may be changed yet.",
    ),
    cure=money.CLAIMS_COVERED,
)
ADVANCE_LEFT = Rule(
    "debts.advance_left",
    Text(
        "Сумма соглашения на {year} год, руб.: {limit}; выплачено ранее: {before}; аванс платят, пока сумма года "
        "не исчерпана.",
        "The sum of the agreement for {year}, roubles: {limit}; paid before: {before}; an advance is paid while "
        "the sum of the year is not used up.",
    ),
    assumed=Text(
        "Аванс относится к году выплаты, и сверх суммы этого года по соглашению не платят.",
        "An advance belongs to the year in which it is paid, and no more than its sum is paid.",
    ),
    cure=money.ADVANCE_LEFT,
)
PAID_OFF = Rule(
    "debts.paid_off",
    Text(
        "Требования, по которым оплачено не всё, и сколько осталось, руб.: {unpaid:…|нет}; из них за годы, в сумме "
        "которых есть остаток: {covered:…|нет}; исполненное соглашение по ним оплачено.",
        "Claims of which something is not paid, and how much, roubles: {unpaid:…|none}; of these, of years whose "
        "sum has something left: {covered:…|none}; an agreement carried out is paid on those.",
    ),
    missed=Outcome.BREACH,
    assumed=Text(
        "Соглашение, по которому остался долг, ещё не исполнено; срок его всё равно прошёл, поэтому завершение "
        "записано, нарушение названо, а долг остаётся и после завершения. Что потребовали сверх суммы года, долгом "
        "по соглашению не стало.",
        "An agreement with a debt is not carried out yet; its term is over either way, so the completion is "
        "recorded, the breach is named, and the debt stays after it. What is claimed beyond the sum of a year has "
        "become no debt of the agreement.",
    ),
    cure=money.PAID_OFF,
)
OWING = Rule(
    "debts.owing",
    Text(
        "Требования, по которым оплачено не всё, и сколько осталось, руб.: {unpaid:…|нет}; из них за годы, в сумме "
        "которых есть остаток: {covered:…|нет}; расторжение долга по ним не прекращает.",
        "Claims of which something is not paid, and how much, roubles: {unpaid:…|none}; of these, of years whose "
        "sum has something left: {covered:…|none}; a termination ends no debt on those.",
    ),
    assumed=Text(
        "Расторжение прекращает соглашение на будущее: оказанное до него оплачивают, но не сверх суммы года. Ничто "
        "из прочитанного не говорит иного.",
        "A termination ends the agreement for the time to come: what was rendered before is paid for, yet no more "
        "than the sum of the year. Nothing that was read says otherwise.",
    ),
)


@asked
def claim_in_term(claim: PeriodClaim, first: date, last: date) -> Verdict:
    """Whether some day of the claim is one on which the agreement runs, from `first` to `last`."""
    since, until = claim.since, claim.until
    holds = since <= last and first <= until
    return IN_TERM.judge(holds, number=claim.number, since=since, until=until, first=first, last=last)


@asked
def acted(account: Account) -> Verdict | None:
    """Where costs are reimbursed, whether an act is left to claim on; UNKNOWN where none is. None of provision."""
    if account.mode is not FundingMode.REIMBURSEMENT:
        return None
    used = [number for claim in account.claims for number in claim.acts]
    left = [act.number for act in account.acts if not any(same_number(act.number, one) for one in used)]
    return ACTED.judge(True if left else None, mode=account.mode.text, acts=tuple(left))


@asked
def claim_covered(claim: PeriodClaim, account: Account) -> Verdict:
    """Whether the sum of its year leaves so much for the claim; a BREACH where it does not.

    What earlier claims still ask of that year comes first. The account is as it was before the claim.
    """
    year = claim.until.year
    limit, paid, asked = account.sum_of(year), account.paid_in(year), _asked(account, year)
    left = left_to_claim(account, year)
    beyond = EXACT.subtract(claim.roubles, left) if claim.roubles > left else None
    return CLAIM_COVERED.judge(
        beyond is None,
        number=claim.number,
        roubles=claim.roubles,
        year=year,
        limit=limit,
        paid=paid,
        asked=asked,
        beyond=beyond,
    )


@asked
def left_to_claim(account: Account, year: int) -> Decimal:
    """How much of the sum of the year is neither paid nor asked by a claim; zero where they come to more."""
    taken = EXACT.add(account.paid_in(year), _asked(account, year))
    return max(Decimal(0), EXACT.subtract(account.sum_of(year), taken))


@asked
def claims_covered(before: Account, after: Account) -> Verdict | None:
    """Whether a step leaves as much for the claims that are not paid; a BREACH where a year lacks more after it.

    The accounts are as they were before the step and are after it. None where all claims are paid.
    """
    years = sorted({one.until.year for one in after.unpaid})
    lacks = ((year, _lacking(before, year), _lacking(after, year)) for year in years)
    beyond = {str(year): now for year, was, now in lacks if now > was}
    unpaid = _left(after.unpaid, after)
    return CLAIMS_COVERED.judge(not beyond, unpaid=unpaid, beyond=beyond) if years else None


def _lacking(account: Account, year: int) -> Decimal:
    """By how much the sum of the year is less than what is paid and claimed for it."""
    taken = EXACT.add(account.paid_in(year), _asked(account, year))
    return max(Decimal(0), EXACT.subtract(taken, account.sum_of(year)))


def _asked(account: Account, year: int) -> Decimal:
    """What is not paid yet on the claims for the year."""
    claims = (one for one in account.unpaid if one.until.year == year)
    return total(_left(claims, account).values())


@asked
def covered(account: Account) -> tuple[PeriodClaim, ...]:
    """The claims on which something can be paid: not paid in full, and the sum of their year is not used up."""
    return tuple(
        one for one in account.unpaid if account.paid_in(one.until.year) < account.sum_of(one.until.year)
    )


@asked
def payable(account: Account) -> Verdict:
    """Whether something can be paid on some claim (see `covered`)."""
    numbers = _numbers(covered(account))
    return PAYABLE.judge(bool(numbers), unpaid=_left(account.unpaid, account), covered=numbers)


@asked
def advance_left(account: Account, year: int) -> Verdict:
    """Whether anything is left of the sum of the year to pay ahead."""
    limit, before = account.sum_of(year), account.paid_in(year)
    return ADVANCE_LEFT.judge(before < limit, year=year, limit=limit, before=before)


@asked
def paid_off(account: Account) -> Verdict:
    """Whether all that can be paid on claims is paid; a BREACH where something is not (see `covered`)."""
    numbers = _numbers(covered(account))
    return PAID_OFF.judge(not numbers, unpaid=_left(account.unpaid, account), covered=numbers)


@asked
def owing(account: Account) -> Verdict | None:
    """What is not paid on claims when the agreement is terminated; it HOLDS. None where all is paid."""
    unpaid = _left(account.unpaid, account)
    return OWING.judge(True, unpaid=unpaid, covered=_numbers(covered(account))) if unpaid else None


def _numbers(claims: Iterable[PeriodClaim]) -> tuple[str, ...]:
    return tuple(one.number for one in claims)


def _left(claims: Iterable[PeriodClaim], account: Account) -> dict[str, Decimal]:
    """How much is not paid yet, by the number of the claim."""
    pairs = ((one.number, account.paid_on(one.number), one.roubles) for one in claims)
    return {number: EXACT.subtract(roubles, paid) for number, paid, roubles in pairs}
