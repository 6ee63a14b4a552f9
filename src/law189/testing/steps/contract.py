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
from law189.extracts import (
    AgreementExtract,
    CertificateExtract,
    ContractExtract,
    FundingMode,
    RegisterExtract,
)
from law189.measures import EXACT, Unit, Volume
from law189.profile.documents import DocumentKind
from law189.profile.parameters import Parameters
from law189.profile.parties import Party
from law189.rules.certificates import consumers
from law189.rules.contracts.complaints import Matter
from law189.testing.cases import (
    CENT,
    INN,
    body_of,
    consumer_of,
    entries_of,
    handed_for,
    in_register,
    part_of,
    right,
    service_of,
    year_after,
)
from law189.verdict import Outcome
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
        ends_on=_in_season((case.on + timedelta(90),), service_of(case), case)[0],
        terms=entries_of("contract.mandatory_terms", case),
    )


def _in_season(days: tuple[date, ...], service: str, case: Moment[None]) -> tuple[date, ...]:
    """Those of the days on which the service is rendered, else the last day to come of one of its periods.

    The days as they are where it has no such period.
    """
    parameters = case.edition.parameters_of((service,))
    bounds = [day for one in parameters for period in one.periods for day in (period.until, period.since)]
    ahead = [day for day in bounds if day is not None and day >= case.on]
    rendered = [day for day in (*days, *ahead) if _rendered_on(day, parameters)]
    return tuple(day for day in rendered if day in days) or tuple(rendered[:1]) or days


def _rendered_on(day: date, parameters: tuple[Parameters, ...]) -> bool:
    return all(one.outcome is Outcome.HOLDS for one in consumers.in_season(day, parameters))


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
            recipient=consumer_of(services, 10, case),
            services=services,
            nominal=offered.volume,
            balance=offered.volume,
            formed_on=case.on,
            valid_until=max(ends_on, offered.ends_on),
        ),
        provider=_entry(case),
        agreement=_agreement(case, ends_on),
    )


def _entry(case: Moment[None]) -> RegisterExtract:
    """The entry of the provider that offered, on the service that was offered."""
    offered = case.history.the(contract.Offered)
    return in_register(case).model_copy(update={"provider": offered.provider, "services": (offered.service,)})


def _agreement(case: Moment[None], ends_on: date) -> AgreementExtract:
    """The agreement with it."""
    offered = case.history.the(contract.Offered)
    return AgreementExtract(
        as_of=case.on,
        number="3",
        provider=offered.provider,
        services=(offered.service,),
        mode=FundingMode.PROVISION,
        concluded_on=case.on,
        ends_on=ends_on,
    )


@right("contract", "amended")
def _amended(case: Moment[None], draw: DrawFn) -> Event:
    """As much as before, more or less; the day is that of the certificate, of which the rest is free."""
    now, certified = _now(case), case.history.the(contract.Concluded).certificate
    rendered = _rendered(case)
    more = draw(st.sampled_from((Decimal(0), CENT, Decimal(10))))
    volume = draw(st.sampled_from((EXACT.add(now.volume.amount, more), max(rendered.amount, CENT))))
    until = year_after(case.on) if certified is None else certified.valid_until
    days = (now.ends_on or case.on, max(case.on, until))
    ends_on = draw(st.sampled_from(_in_season(days, now.service, case)))
    return contract.Amended(
        on=case.on,
        by=Party.PROVIDER,
        document=handed_for(DocumentKind.CONTRACT, case),
        volume=Volume(amount=volume, unit=now.volume.unit),
        ends_on=ends_on,
        rendered=rendered,
        agreed_by=Party.REPRESENTATIVE,
        certificate=None if certified is None else _still(case, certified, more),
        provider=_entry(case),
        agreement=_agreement(case, max(ends_on, year_after(case.on))),
    )


def _now(case: Moment[None]) -> ContractExtract:
    return contract.extract(case.history, case.on)


def _rendered(case: Moment[None]) -> Volume:
    """What was rendered by the last amendment, nothing before one."""
    amended = [event.rendered for event in case.history.events(contract.Amended)]
    return amended[-1] if amended else Volume(amount=Decimal(0), unit=_now(case).volume.unit)


def _still(case: Moment[None], certified: CertificateExtract, free: Decimal) -> CertificateExtract:
    """The certificate on the day: the contract holds it, and so much is free."""
    now = _now(case)
    nominal = Volume(amount=EXACT.add(now.volume.amount, free), unit=now.volume.unit)
    balance = Volume(amount=free, unit=now.volume.unit)
    held = {"contract": now.number, "taken": (now.service,), "nominal": nominal, "balance": balance}
    return certified.model_copy(update={"as_of": case.on, **held})


@right("contract", "moved")
def _moved(case: Moment[None], draw: DrawFn) -> Event:
    programme = draw(st.sampled_from((None, "Робототехника")))
    return contract.Moved(on=case.on, by=Party.REPRESENTATIVE, group="2", programme=programme)


@right("contract", "suspended")
def _suspended(case: Moment[None], _: DrawFn) -> Event:
    return contract.Suspended(on=case.on, by=Party.PROVIDER, reason="ремонт помещения")


@right("contract", "resumed")
def _resumed(case: Moment[None], _: DrawFn) -> Event:
    return contract.Resumed(on=case.on, by=Party.PROVIDER, reason="ремонт окончен")


@right("contract", "complained")
def _complained(case: Moment[None], draw: DrawFn) -> Event:
    matter = draw(st.sampled_from(Matter))
    return contract.Complained(
        on=case.on, by=Party.REPRESENTATIVE, matter=matter, because="занятия не проводились"
    )


@right("contract", "answered")
def _answered(case: Moment[None], _: DrawFn) -> Event:
    """Right where there is a complaint to answer: else this is refused."""
    return contract.Answered(on=case.on, by=body_of(case), answer="занятия восстановлены")


@right("contract", "fulfilled")
def _fulfilled(case: Moment[None], draw: DrawFn) -> Event:
    rendered = part_of(_now(case).volume, draw, least=max(_rendered(case).amount, CENT))
    return contract.Fulfilled(on=case.on, by=Party.PROVIDER, act="акт № 9", rendered=rendered)


@right("contract", "terminated")
def _contract_terminated(case: Moment[None], draw: DrawFn) -> Event:
    """A representative need not say why, a provider does."""
    rendered = part_of(_now(case).volume, draw, least=_rendered(case).amount)
    by, because = draw(
        st.sampled_from(
            ((Party.REPRESENTATIVE, None), (Party.REPRESENTATIVE, "переезд"), (Party.PROVIDER, "лицензия"))
        )
    )
    return contract.Terminated(on=case.on, by=by, because=because, rendered=rendered)
