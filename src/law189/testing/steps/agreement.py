"""Верные шаги соглашения (right steps of an agreement).

>>> from law189.testing.cases import RIGHT
>>> next(iter(RIGHT["agreement"]))
'drafted'
>>> RIGHT["agreement"]["shelved"]
Traceback (most recent call last):
    ...
KeyError: 'shelved'
"""

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from law189.cases.history import Event
from law189.cases.moment import Moment
from law189.extracts import FundingMode, YearSum
from law189.measures import EXACT, Unit
from law189.profile.documents import DocumentKind, Form, Handed
from law189.profile.parties import Party
from law189.rules.agreements import debts
from law189.rules.step.roles import Signature
from law189.testing.cases import (
    A_DAY,
    CENT,
    body_of,
    entries_of,
    handed_for,
    in_register,
    ordered,
    right,
    service_of,
    year_after,
)
from law189.workflows import agreement
from law189.workflows.agreement.case import runs_to


def _sums(case: Moment[None], draw: DrawFn) -> tuple[YearSum, ...]:
    """For the year of the day, by whose end something may be paid already, and for the next."""
    roubles = draw(st.sampled_from((Decimal("120000.50"), CENT)))
    return tuple(YearSum(year=year, roubles=roubles) for year in (case.on.year, case.on.year + 1))


@right("agreement", "drafted")
def _agreement_drafted(case: Moment[None], draw: DrawFn) -> Event:
    modes = entries_of("agreement.modes", case) or tuple(FundingMode)
    return agreement.Drafted(
        on=case.on,
        by=body_of(case),
        document=handed_for(DocumentKind.AGREEMENT, case),
        number="7",
        mode=FundingMode(draw(st.sampled_from(modes))),
        sums=_sums(case, draw),
        provider=in_register(case),
        order=ordered(case, (service_of(case),), case.on.year + 1),
        services=(service_of(case),),
        ends_on=year_after(case.on),
    )


def _signature(document: Handed | None) -> Signature:
    on_paper = document is not None and document.form is Form.PAPER
    return Signature.HANDWRITTEN if on_paper else Signature.QUALIFIED


@right("agreement", "signed_by_provider")
def _signed_by_provider(case: Moment[None], _: DrawFn) -> Event:
    signature = _signature(case.history.the(agreement.Drafted).document)
    return agreement.SignedByProvider(on=case.on, by=Party.PROVIDER, signature=signature)


@right("agreement", "lapsed")
def _lapsed(case: Moment[None], _: DrawFn) -> Event:
    """Not before the term to sign is over, where an act sets one."""
    ends = agreement.lifecycle.clause("signed_by_provider").ends(case.history, case.profile, case.on)
    on = case.on if ends.last_day is None else max(case.on, ends.last_day + A_DAY)
    return agreement.Lapsed(on=on, by=body_of(case), because="письмо осталось без ответа")


@right("agreement", "concluded")
def _agreement_concluded(case: Moment[None], _: DrawFn) -> Event:
    signature = _signature(case.history.the(agreement.Drafted).document)
    return agreement.Concluded(on=case.on, by=body_of(case), signature=signature, provider=in_register(case))


def _number(case: Moment[None], kind: type[Event]) -> str:
    """A number that no document of the kind has yet, whatever was annulled."""
    return str(1 + sum(isinstance(record.event, kind) for record in case.history.records))


@right("agreement", "advance_paid")
def _advance_paid(case: Moment[None], _: DrawFn) -> Event:
    return agreement.AdvancePaid(on=case.on, by=body_of(case), roubles=CENT)


@right("agreement", "act_drawn")
def _act_drawn(case: Moment[None], draw: DrawFn) -> Event:
    """Of the days after the latest act, or of those from the conclusion, as far as the agreement runs."""
    acts = agreement.account_of(case.history).acts
    first = max((act.until + A_DAY for act in acts), default=case.history.the(agreement.Concluded).on)
    until = max(first, min(first + A_DAY * draw(st.sampled_from((0, 0, 5))), runs_to(case.history), case.on))
    line = agreement.RenderedLine(service=service_of(case), unit=Unit.PERSON_HOURS, amount=Decimal(72))
    return agreement.ActDrawn(
        on=max(case.on, until),
        by=draw(st.sampled_from((Party.PROVIDER.value, body_of(case)))),
        number=_number(case, agreement.ActDrawn),
        since=first,
        until=until,
        rendered=(line,),
    )


@right("agreement", "claimed")
def _claimed(case: Moment[None], draw: DrawFn) -> Event:
    """On the first act that no claim rests on; on none where there is none such, of a day of the agreement.

    For no more than is left of the sum of the year, as far as anything is.
    """
    account = agreement.account_of(case.history)
    used = {number for claim in account.claims for number in claim.acts}
    act = next((one for one in account.acts if one.number not in used), None)
    day = min(case.on, runs_to(case.history))
    days = (day, day) if act is None else (act.since, act.until)
    left = debts.left_to_claim(account, days[1].year) or CENT
    return agreement.Claimed(
        on=case.on,
        by=Party.PROVIDER,
        number=_number(case, agreement.Claimed),
        since=days[0],
        until=days[1],
        roubles=min(left, draw(st.sampled_from((Decimal("60000.25"), CENT)))),
        acts=() if act is None else (act.number,),
    )


@right("agreement", "claim_paid")
def _claim_paid(case: Moment[None], _: DrawFn) -> Event:
    """On a claim of which something can be paid, else on any that is unpaid, else on one that is not there."""
    account = agreement.account_of(case.history)
    found = (*debts.covered(account), *account.unpaid)
    number = found[0].number if found else "1"
    return agreement.ClaimPaid(on=case.on, by=body_of(case), claim=number, roubles=CENT)


def _enough(case: Moment[None], draw: DrawFn) -> tuple[YearSum, ...]:
    """For each year no less than is paid and claimed of its sum."""
    account = agreement.account_of(case.history)
    sums = {one.year: one.roubles for one in _sums(case, draw)}
    for year in {one.year for one in account.sums}:
        taken = EXACT.subtract(account.sum_of(year), debts.left_to_claim(account, year))
        if taken > sums.get(year, 0):
            sums[year] = taken
    return tuple(YearSum(year=year, roubles=roubles) for year, roubles in sorted(sums.items()))


@right("agreement", "amended")
def _agreement_amended(case: Moment[None], draw: DrawFn) -> Event:
    document = handed_for(DocumentKind.AGREEMENT, case)
    return agreement.Amended(
        on=case.on,
        by=body_of(case),
        document=document,
        number=f"7/{_number(case, agreement.Amended)}",
        sums=_enough(case, draw),
        ends_on=year_after(case.on),
        reason="спрос",
        provider_signature=_signature(document),
        signature=_signature(document),
        provider=in_register(case),
    )


@right("agreement", "terminated")
def _agreement_terminated(case: Moment[None], draw: DrawFn) -> Event:
    by = draw(st.sampled_from((body_of(case), Party.PROVIDER.value)))
    return agreement.Terminated(on=case.on, by=by, ground="пункт 7.2", because="лицензия отозвана")


@right("agreement", "completed")
def _completed(case: Moment[None], _: DrawFn) -> Event:
    """Not before the last day of the agreement as last amended."""
    amended = list(case.history.events(agreement.Amended))
    last = amended[-1] if amended else case.history.the(agreement.Drafted)
    return agreement.Completed(on=max(case.on, last.ends_on), by=body_of(case))


@right("agreement", "remainder_kept")
def _remainder_kept(case: Moment[None], _: DrawFn) -> Event:
    return agreement.RemainderKept(**_left(case), by=body_of(case), roubles=CENT, conditions_kept=True)


@right("agreement", "remainder_returned")
def _remainder_returned(case: Moment[None], draw: DrawFn) -> Event:
    by = draw(st.sampled_from((body_of(case), Party.PROVIDER.value)))
    return agreement.RemainderReturned(**_left(case), by=by, roubles=CENT, conditions_kept=False)


def _left(case: Moment[None]) -> dict[str, Any]:
    """A year of whose payments something is not told as left, and a day when it is over."""
    account = agreement.account_of(case.history)
    years = sorted({one.year for one in account.paid})
    open_ = [year for year in years if account.settled_in(year) < account.paid_in(year)]
    year = next(iter((*open_, *years)), case.on.year)
    return {"on": max(case.on, date(year, 12, 31)), "year": year}
