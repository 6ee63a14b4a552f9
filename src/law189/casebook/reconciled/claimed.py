"""Требования и договоры (claimed): a claim for payment beside the contracts of its agreement.

Services are rendered under contracts, while these run and are not suspended. A claim whose days are over is asked
whether some contract ran on one of them: when it is made, and again when it is paid. Where it was made before a
contract gave those days up, or before the first contract, it is told at the step of the contract; where it was made
and paid for days to come, at the end of the agreement. What an office has decided of a claim is decided. Of an
agreement under which the book holds no contract one thing is asked, once: under which contracts it pays.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple, TypeAlias

from law189.casebook.keys import By
from law189.casebook.reconciled.beside import Beside
from law189.casebook.rendered.capacity import on_some_day
from law189.casebook.rendered.told import given_under, served
from law189.casebook.shelf.apart import NoneBefore, RanUnder
from law189.cases.history import History
from law189.numbers import number_key, same_number
from law189.rules.agreements import claimed
from law189.rules.agreements.payments import PeriodClaim
from law189.rules.providers.serving import CLAIM, Stretch
from law189.rules.reconciliation import contracts_held
from law189.verdict import Outcome, Verdict
from law189.workflows import agreement, contract
from law189.workflows.agreement.case import runs_to
from law189.workflows.agreement.payment import paid_so_far

__all__ = ["Decided", "claim_served", "claims_before", "claims_covered", "claims_over", "decided", "is_first"]

Claim: TypeAlias = tuple[str, date, date]
"""A claim by its number and its first and last day."""
Claims: TypeAlias = tuple[Claim, ...]
Ran: TypeAlias = tuple[tuple[Stretch, ...], ...]
"""On which days each contract ran."""


def claim_served(of: Beside) -> Iterator[Verdict]:
    """В какой-либо день требования по соглашению действовал договор."""
    event, known = of.event, decided(of.after)
    claim = event.told if isinstance(event, agreement.Claimed) else paid_so_far(of.after).claim(event.claim)
    if claim is None or known.claim(claim.number) or not _is_over(claim, of.on):
        return
    number = of.after.the(agreement.Drafted).number
    told = claim.number, claim.since, claim.until
    yield from of.told(RanUnder(number, of.history.id), _served, told, number, of.history)


def _served(ran: Ran | None, claim: Claim, number: str, before: History[Any]) -> Iterator[Verdict]:
    """The claim beside the contracts; where there is none, that is said of the first act or claim that is asked."""
    named, since, until = claim
    if ran is not None:
        many = _many(ran, since, until)
        yield claimed.claim_served(named, (since, until), agreement=number, ran=many)
    elif is_first(before):
        yield contracts_held.of_agreement(number, CLAIM, named, (since, until))


def is_first(before: History[Any]) -> bool:
    """Whether nothing of the agreement was asked for its contracts: no act and no claim of days that were over.

    One that holds, or only breaks a norm, was not asked: its contract was there, and its conclusion annulled later.
    """
    asked = (one for one in before.standing if one.verdict.outcome in (Outcome.UNKNOWN, Outcome.VOID))
    made = (one.event for one in asked if isinstance(one.event, agreement.ActDrawn | agreement.Claimed))
    return not any(one.since <= one.until <= one.on for one in made)


def claims_over(of: Beside) -> Iterator[Verdict]:
    """Соглашение окончено: то же о требованиях, которые предъявили и оплатили раньше, чем прошли их дни."""
    number, known = of.after.the(agreement.Drafted).number, decided(of.after)
    claims = tuple(
        (claim.number, claim.since, claim.until)
        for claim in paid_so_far(of.after).claims
        if _asked_on(of.after, claim) < claim.until
        and not known.claim(claim.number)
        and claim.since <= claim.until
    )
    if claims:
        yield from of.told(RanUnder(number, of.history.id), _over, claims, number, runs_to(of.after))


def _over(ran: Ran | None, claims: Claims, number: str, last: date) -> Iterator[Verdict]:
    """Each claim beside the contracts, till the last day of the agreement; nothing where there is no contract."""
    for claim, since, until in () if ran is None else claims:
        many = _many(ran or (), since, min(until, last)) if since <= last else 0
        yield claimed.claims_covered(claim, (since, until), agreement=number, ran=many)


def claims_covered(of: Beside) -> Iterator[Verdict]:
    """Договор, который отдаёт свои дни: за них ещё есть другой, если за них предъявлено требование."""
    ends = isinstance(of.event, contract.Fulfilled | contract.Terminated)
    if ends and contract.terms_of(of.history).ends_on <= of.on:
        return  # it keeps all its days
    was, now = served(of.history), served(of.after)
    for number in dict.fromkeys(key[0] for key in given_under(of.history)) if was != now else ():
        claims = tuple(
            one
            for one in _claims(of, number)
            if on_some_day(was, *one[1:]) and not on_some_day(now, *one[1:])
        )
        if claims:
            yield from of.told(RanUnder(number, of.history.id), _covered, claims, *_named(of.history))


def claims_before(of: Beside) -> Iterator[Verdict]:
    """Первый договор соглашения: за дни до него оказывать было не по чему, и требований за них нет."""
    shown = of.event.agreement
    if shown is None:
        return
    number = number_key(shown.number)
    claims = tuple(one for one in _claims(of, number) if one[2] < of.event.on)
    if claims:
        yield from of.told(NoneBefore(number, of.history.id), _before, claims, *_named(of.after))


# ─── Что уже требовали ───────────────────────────────────────────────────────────────────────────────────


class Decided(NamedTuple):
    """За что отвечает решение: the acts and the claims of an agreement that an office has answered for.

    An act and a claim may have one number. `acts` and `claims` are numbers as `number_key` writes them.
    """

    acts: frozenset[str]
    claims: frozenset[str]

    def act(self, number: str) -> bool:
        """Whether the act of that number is decided."""
        return number_key(number) in self.acts

    def claim(self, number: str) -> bool:
        """Whether the claim of that number is decided."""
        return number_key(number) in self.claims


def decided(case: History[Any]) -> Decided:
    """The acts and the claims of an agreement that an office has answered for."""

    def of(made: type[agreement.ActDrawn | agreement.Claimed]) -> frozenset[str]:
        events = (record.event for record in case.standing if record.decision is not None)
        return frozenset(number_key(one.number) for one in events if isinstance(one, made))

    return Decided(of(agreement.ActDrawn), of(agreement.Claimed))


def _claims(of: Beside, number: str) -> Iterator[tuple[str, date, date]]:
    """The claims under the agreement whose days are over, without those that rest on acts or are decided."""
    for case in of.others(By.AGREEMENT, number):
        known = decided(case)
        for claim in (one.told for one in case.events(agreement.Claimed)):
            if claim.acts or known.claim(claim.number):
                continue
            # a step of a contract may be recorded late
            if _is_over(claim, of.on) or _is_over(claim, _asked_on(case, claim)):
                yield claim.number, claim.since, claim.until


def _is_over(claim: PeriodClaim, on: date) -> bool:
    """Whether the days of the claim run forward and are over on the day; the last of them counts as over."""
    return claim.since <= claim.until <= on


def _asked_on(case: History[Any], claim: PeriodClaim) -> date:
    """The latest day on which the claim was made or paid."""
    return max(record.event.on for record in case.standing if _is_about(record.event, claim))


def _is_about(event: Any, claim: PeriodClaim) -> bool:
    """Whether the step makes the claim or pays it."""
    if isinstance(event, agreement.Claimed):
        return same_number(event.number, claim.number)
    return isinstance(event, agreement.ClaimPaid) and same_number(event.claim, claim.number)


def _named(history: History[Any]) -> tuple[str, str]:
    """The number of the agreement as the contract shows it, and that of the contract."""
    shown = history.the(contract.Concluded).agreement
    assert shown is not None, "only a contract under an agreement is asked"
    return shown.number, history.the(contract.Offered).number


# ─── Какие договоры действовали ──────────────────────────────────────────────────────────────────────────


def _many(contracts: Ran, since: date, until: date) -> int:
    """How many of the contracts ran on some day from the first to the last."""
    return sum([on_some_day(days, since, until) for days in contracts])


def _covered(others: Ran | None, claims: Claims, number: str, named: str) -> Iterator[Verdict]:
    """Each claim beside the other contracts."""
    for claim, since, until in claims:
        ran = _many(others or (), since, until)
        yield claimed.claims_covered(claim, (since, until), agreement=number, ran=ran, contract=named)


def _before(others: Any, claims: Claims, number: str, named: str) -> Iterator[Verdict]:
    """Each claim of days before the first contract; nothing where there are others, of which it was asked."""
    if not others:
        yield from _covered((), claims, number, named)
