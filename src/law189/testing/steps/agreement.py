"""Верные шаги соглашения (right steps of an agreement).

>>> from law189.testing.cases import RIGHT
>>> next(iter(RIGHT["agreement"]))
'drafted'
>>> RIGHT["agreement"]["shelved"]
Traceback (most recent call last):
    ...
KeyError: 'shelved'
"""

from decimal import Decimal

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from law189.cases.history import Event
from law189.cases.moment import Moment
from law189.extracts import FundingMode, YearSum
from law189.profile.documents import DocumentKind, Form, Handed
from law189.profile.parties import Party
from law189.rules.roles import Signature
from law189.testing.cases import (
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


def _sums(case: Moment[None], draw: DrawFn) -> tuple[YearSum, ...]:
    roubles = draw(st.sampled_from((Decimal("120000.50"), CENT)))
    return (YearSum(year=case.on.year + 1, roubles=roubles),)


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
        order=ordered(case, (service_of(case),)),
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


@right("agreement", "concluded")
def _agreement_concluded(case: Moment[None], _: DrawFn) -> Event:
    signature = _signature(case.history.the(agreement.Drafted).document)
    return agreement.Concluded(on=case.on, by=body_of(case), signature=signature, provider=in_register(case))


@right("agreement", "amended")
def _agreement_amended(case: Moment[None], draw: DrawFn) -> Event:
    document = handed_for(DocumentKind.AGREEMENT, case)
    return agreement.Amended(
        on=case.on,
        by=body_of(case),
        document=document,
        number="7/1",
        sums=_sums(case, draw),
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
