"""Остаток субсидии (remainder): kept by the provider at the year's end, or returned.

What was not used in the reporting year stays with a provider that kept the conditions of the agreement (БК РФ,
ст. 78.4, п. 4). It may be settled after the agreement is at its end too.
"""

from collections.abc import Iterator
from typing import Any, Literal

from law189.cases.given.payments import ConditionsKept, RemainderYear, Roubles
from law189.cases.history import History
from law189.cases.lifecycle import Assumed, Heading, Moment
from law189.kinds.asked import asked
from law189.law import Text
from law189.profile.parties import Party
from law189.rules.agreements import payments, remainders
from law189.rules.agreements.payments import Account, Payment
from law189.verdict import Verdict
from law189.workflows.agreement.case import BODY, SETTLED_IN, AgreementEvent, lifecycle
from law189.workflows.agreement.payment import paid_so_far

__all__ = ["RemainderKept", "RemainderReturned", "account_of"]

ITEM = "budget-code/art78.4.item4"


# ─── Остаток остаётся у исполнителя ──────────────────────────────────── БК РФ, ст. 78.4, п. 4 ───────────


class RemainderKept(AgreementEvent):
    """Остаток остаётся у исполнителя: за какой год, сколько, соблюдал ли он условия соглашения."""

    kind: Literal["remainder_kept"] = "remainder_kept"
    year: RemainderYear
    roubles: Roubles
    conditions_kept: ConditionsKept = None


def keep(m: Moment[RemainderKept]) -> Iterator[Verdict]:
    """Остаток — из выплаченного за год, который кончился; условия соглашения исполнитель соблюдал."""
    yield from _left(m)
    yield remainders.stays(m.edition.cite(ITEM), kept=m.event.conditions_kept)


# ─── Остаток возвращён ───────────────────────────────────────────────────────────────────────────────────


class RemainderReturned(AgreementEvent):
    """Остаток возвращён: за какой год, сколько, соблюдал ли исполнитель условия соглашения."""

    kind: Literal["remainder_returned"] = "remainder_returned"
    year: RemainderYear
    roubles: Roubles
    conditions_kept: ConditionsKept = None


def give_back(m: Moment[RemainderReturned]) -> Iterator[Verdict]:
    """Остаток — из выплаченного за год, который кончился; условий соглашения исполнитель не соблюдал."""
    yield from _left(m)
    yield remainders.goes_back(m.edition.cite(ITEM), kept=m.event.conditions_kept)


def _left(m: Moment[RemainderKept] | Moment[RemainderReturned]) -> Iterator[Verdict]:
    yield remainders.year_over(m.event.year, m.on)
    yield payments.positive(m.event.roubles)
    yield remainders.left_over(m.event.roubles, m.event.year, account_of(m.history))
    told = [one.conditions_kept for one in _of_year(m.history, m.event.year)]
    known = [kept for kept in told if kept is not None]
    if known and m.event.conditions_kept is not None:
        other = (kept for kept in known if kept is not m.event.conditions_kept)
        yield remainders.told_alike(m.event.year, m.event.conditions_kept, next(other, known[-1]))


def _of_year(history: History[Any], year: int) -> Iterator[RemainderKept | RemainderReturned]:
    """Что уже учтено остатком за этот год."""
    for record in history.standing:
        if isinstance(record.event, RemainderKept | RemainderReturned) and record.event.year == year:
            yield record.event


def _to_settle(case: Moment[Any]) -> Verdict:
    return remainders.to_settle(account_of(case.history), case.on)


for _state in SETTLED_IN:  # where the agreement stands, it stays
    lifecycle.on(
        RemainderKept,
        Heading(
            title=Text("остаток остаётся у исполнителя", "remainder kept by the provider"),
            source=_state,
            target=_state,
            basis=ITEM,
            by=BODY,
            fits=(_to_settle,),
        ),
    )(keep)
    lifecycle.on(
        RemainderReturned,
        Heading(
            title=Text("остаток возвращён", "remainder returned"),
            source=_state,
            target=_state,
            basis=Assumed(
                Text(
                    "Что делают с остатком, если условия соглашения не соблюдены, известная нам статья не говорит; "
                    "здесь он возвращается.",
                    "What becomes of the remainder where the conditions were not kept the article known here does "
                    "not say; here it is returned.",
                )
            ),
            by=(Party.PROVIDER, *BODY),
            fits=(_to_settle,),
        ),
    )(give_back)


@asked
def account_of(history: History[AgreementEvent]) -> Account:
    """Счёт соглашения: what may be paid by year, what was rendered, claimed, paid, and told as left over.

    Raises `NothingYet` where there is no draft yet.
    """
    events = (record.event for record in history.standing)
    left = (one for one in events if isinstance(one, RemainderKept | RemainderReturned))
    return paid_so_far(history)._replace(settled=tuple(Payment(one.year, one.roubles) for one in left))
