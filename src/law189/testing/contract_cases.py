"""Верные шаги соглашения, сертификата и договора (right steps of agreements, certificates and contracts).

>>> from law189.testing.cases import RIGHT
>>> sorted(RIGHT["contract"])[:2]
['concluded', 'declined']
>>> RIGHT["agreement"]["shelved"]
Traceback (most recent call last):
    ...
KeyError: 'shelved'
"""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from law189.cases.clause import Moment
from law189.cases.history import Event
from law189.extracts import (
    AgreementExtract,
    CertificateExtract,
    ContractExtract,
    FundingMode,
    Recipient,
    YearSum,
)
from law189.measures import Unit, Volume
from law189.profile.documents import DocumentKind, Form, Handed
from law189.profile.parties import Party
from law189.rules.periods import ends
from law189.rules.roles import Signature
from law189.testing.cases import (
    A_DAY,
    CENT,
    INN,
    body_of,
    entries_of,
    handed_for,
    in_register,
    ordered,
    part_of,
    right,
    service_of,
    year_after,
)
from law189.workflows import agreement, certificate, contract

# ─── Соглашение ──────────────────────────────────────────────────────────────────────────────────────────


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


# ─── Социальный сертификат ───────────────────────────────────────────────────────────────────────────────


@right("certificate", "applied_for")
def _applied_for(case: Moment[None], draw: DrawFn) -> Event:
    """A child acts through a representative, a consumer of age alone."""
    own_age = case.profile.federal.value("consumer.own_age").value
    by, years = draw(
        st.sampled_from(((Party.REPRESENTATIVE, 10), (Party.REPRESENTATIVE, 16), (Party.CONSUMER, own_age)))
    )
    return certificate.AppliedFor(
        on=case.on,
        by=by,
        document=handed_for(DocumentKind.CONSUMER_APPLICATION, case),
        recipient=Recipient(file="17", born=date(case.on.year - years, 1, 1)),
        services=(service_of(case),),
        asks=("enrolment", "certificate"),
    )


@right("certificate", "recipient_registered")
def _recipient_registered(case: Moment[None], _: DrawFn) -> Event:
    return certificate.RecipientRegistered(on=case.on, by=body_of(case), record="17")


@right("certificate", "recipient_refused")
def _recipient_refused(case: Moment[None], draw: DrawFn) -> Event:
    grounds = entries_of("certificate.refusal_grounds", case) or ("no-right",)
    ground = draw(st.sampled_from(grounds))
    return certificate.RecipientRefused(on=case.on, by=body_of(case), ground=ground, because="записей нет")


@right("certificate", "formed")
def _formed(case: Moment[None], draw: DrawFn) -> Event:
    """Valid for half a year, or for as long as the act allows."""
    profile, until = case.profile, case.on + timedelta(180)
    fill = profile.fill_on("certificate.validity_term", case.on)
    if fill is not None and fill.term is not None:
        last = ends(fill.term, case.on, profile.calendar, choices=profile.readings).last_day
        until = until if last is None else min(until, last)
    unit = draw(st.sampled_from(Unit))
    return certificate.Formed(
        on=case.on,
        by=body_of(case),
        document=handed_for(DocumentKind.CERTIFICATE, case),
        number="C-17",
        nominal=Volume(amount=draw(st.sampled_from((Decimal(144), Decimal("1000.01"), CENT))), unit=unit),
        valid_until=until,
        order=ordered(case, case.history.the(certificate.AppliedFor).services),
    )


@right("certificate", "contracted")
def _contracted(case: Moment[None], draw: DrawFn) -> Event:
    """A contract of the day on all of the balance or on a part of it; the next one has the next number."""
    number = len(list(case.history.events(certificate.Contracted))) + 1
    held = ContractExtract(
        as_of=case.on,
        number=f"{number}",
        provider=INN,
        certificate=case.history.the(certificate.Formed).number,
        service=case.history.the(certificate.AppliedFor).services[0],
        volume=part_of(certificate.balance(case.history), draw),
        concluded_on=case.on,
    )
    return certificate.Contracted(on=case.on, by=Party.PROVIDER, contract=held)


def _over(case: Moment[None], rendered: Volume) -> ContractExtract:
    """The contract that holds the certificate, ended on the day."""
    held = case.history.the(certificate.Contracted).contract
    whole = rendered == held.volume
    return held.model_copy(
        update={"as_of": case.on, "ended_on": case.on, "rendered": rendered, "fulfilled": whole}
    )


@right("certificate", "contract_ended")
def _contract_ended(case: Moment[None], draw: DrawFn) -> Event:
    """Something is left: of the contract, or of what it did not hold."""
    volume = case.history.the(certificate.Contracted).contract.volume
    rendered = part_of(volume, draw, least=Decimal(0))
    if rendered == volume and certificate.balance(case.history).amount == 0:
        rendered = Volume(amount=volume.amount - CENT, unit=volume.unit)
    return certificate.ContractEnded(on=case.on, by=body_of(case), contract=_over(case, rendered))


@right("certificate", "used")
def _used(case: Moment[None], _: DrawFn) -> Event:
    """Right where the contract held the whole balance: else something is left, and this is refused."""
    volume = case.history.the(certificate.Contracted).contract.volume
    return certificate.Used(on=case.on, by=Party.PROVIDER, contract=_over(case, volume))


@right("certificate", "annulled")
def _annulled(case: Moment[None], _: DrawFn) -> Event:
    return certificate.Annulled(on=case.on, by=body_of(case), reason="отказ получателя")


@right("certificate", "expired")
def _expired(case: Moment[None], _: DrawFn) -> Event:
    on = max(case.on, case.history.the(certificate.Formed).valid_until + A_DAY)
    return certificate.Expired(on=on, by=body_of(case))


# ─── Договор ─────────────────────────────────────────────────────────────────────────────────────────────

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
    by = draw(st.sampled_from((Party.REPRESENTATIVE, Party.CONSUMER, Party.PROVIDER)))
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
    by = draw(st.sampled_from((Party.REPRESENTATIVE, Party.CONSUMER, Party.PROVIDER)))
    return contract.Terminated(on=case.on, by=by, because="переезд", rendered=rendered)
