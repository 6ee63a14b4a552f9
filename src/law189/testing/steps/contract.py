"""Верные шаги договора (right steps of a contract).

>>> from law189.testing.cases import RIGHT
>>> next(iter(RIGHT["contract"]))
'offered'
>>> RIGHT["contract"]["shelved"]
Traceback (most recent call last):
    ...
KeyError: 'shelved'
"""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from law189.cases.history import Event
from law189.cases.moment import Moment
from law189.extracts import AgreementExtract, CertificateExtract, FundingMode, Recipient
from law189.measures import Unit, Volume
from law189.profile.documents import DocumentKind
from law189.profile.parties import Party
from law189.testing.cases import (
    INN,
    entries_of,
    handed_for,
    in_register,
    part_of,
    right,
    service_of,
    year_after,
)
from law189.workflows import contract

SEVENTY_TWO = Volume(amount=Decimal(72), unit=Unit.PERSON_HOURS)


@right("contract", "offered")
def _offered(case: Moment[None], draw: DrawFn) -> Event:
    return contract.Offered(
        on=case.on,
        by=Party.PROVIDER,
        number="5",
        provider=INN,
        service=service_of(case),
        volume=part_of(SEVENTY_TWO, draw),
        ends_on=case.on + timedelta(90),
        terms=entries_of("contract.mandatory_terms", case),
    )


@right("contract", "declined")
def _declined(case: Moment[None], draw: DrawFn) -> Event:
    by = draw(st.sampled_from((Party.REPRESENTATIVE, Party.PROVIDER)))
    return contract.Declined(on=case.on, by=by)


@right("contract", "concluded")
def _contract_concluded(case: Moment[None], _: DrawFn) -> Event:
    """On a certificate, a register entry and an agreement of the day, all on the service that was offered."""
    offered = case.history.the(contract.Offered)
    services, ends_on = (offered.service,), year_after(case.on)
    return contract.Concluded(
        on=case.on,
        by=Party.REPRESENTATIVE,
        document=handed_for(DocumentKind.CONTRACT, case),
        certificate=CertificateExtract(
            as_of=case.on,
            number="C-17",
            recipient=Recipient(file="17", born=date(case.on.year - 10, 1, 1)),
            services=services,
            nominal=offered.volume,
            balance=offered.volume,
            formed_on=case.on,
            valid_until=max(ends_on, offered.ends_on),
        ),
        provider=in_register(case).model_copy(update={"provider": offered.provider, "services": services}),
        agreement=AgreementExtract(
            as_of=case.on,
            number="3",
            provider=offered.provider,
            services=services,
            mode=FundingMode.PROVISION,
            concluded_on=case.on,
            ends_on=ends_on,
        ),
    )


@right("contract", "fulfilled")
def _fulfilled(case: Moment[None], draw: DrawFn) -> Event:
    rendered = part_of(case.history.the(contract.Offered).volume, draw)
    return contract.Fulfilled(on=case.on, by=Party.PROVIDER, act="акт № 9", rendered=rendered)


@right("contract", "terminated")
def _contract_terminated(case: Moment[None], draw: DrawFn) -> Event:
    rendered = part_of(case.history.the(contract.Offered).volume, draw, least=Decimal(0))
    by = draw(st.sampled_from((Party.REPRESENTATIVE, Party.PROVIDER)))
    return contract.Terminated(on=case.on, by=by, because="переезд", rendered=rendered)
