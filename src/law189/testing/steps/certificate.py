"""Верные шаги социального сертификата (right steps of a social certificate).

>>> from law189.testing.cases import RIGHT
>>> next(iter(RIGHT["certificate"]))
'applied_for'
>>> RIGHT["certificate"]["shelved"]
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
from law189.extracts import CertificateExtract, ContractExtract
from law189.measures import EXACT, Unit, Volume
from law189.profile.documents import Asks, DocumentKind, LocalAct
from law189.profile.parties import Party
from law189.rules.certificates.consumers import nominal_of
from law189.rules.deadlines.counting import STILL
from law189.rules.deadlines.periods import ends
from law189.testing.cases import (
    A_DAY,
    CENT,
    INN,
    ages_of,
    body_of,
    consumer_of,
    entries_of,
    handed_for,
    ordered,
    part_of,
    right,
    service_of,
)
from law189.workflows import certificate


@right("certificate", "applied_for")
def _applied_for(case: Moment[None], draw: DrawFn) -> Event:
    """A child acts through a representative, a consumer of age alone; two services where one certificate may."""
    services = draw(st.sampled_from(_named(case)))
    own_age = case.edition.federal.value("consumer.own_age").value
    alone = [age for age in ages_of(services, case) if age >= own_age][:1]
    by, years = draw(
        st.sampled_from(
            (
                (Party.REPRESENTATIVE, 10),
                (Party.REPRESENTATIVE, 16),
                *((Party.CONSUMER, age) for age in alone),
            )
        )
    )
    return certificate.AppliedFor(
        on=case.on,
        by=by,
        document=handed_for(DocumentKind.CONSUMER_APPLICATION, case),
        recipient=consumer_of(services, years, case),
        services=services,
        asks=tuple(Asks),
    )


def _named(case: Moment[None]) -> tuple[tuple[str, ...], ...]:
    """What an application may name: one service, or two where the act on a single certificate is adopted."""
    single = case.edition.adopted_on(LocalAct.SINGLE_CERTIFICATE, case.on)
    both = tuple(service.number for service in case.edition.services[:2])
    return ((service_of(case),), both) if single is not None and len(both) > 1 else ((service_of(case),),)


@right("certificate", "withdrawn")
def _withdrawn(case: Moment[None], _: DrawFn) -> Event:
    return certificate.Withdrawn(on=case.on, by=Party.REPRESENTATIVE)


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
    """Valid for half a year, or for as long as the act allows; the line is that of one of its services.

    The nominal is no more than the act sets, in its unit.
    """
    services = case.history.the(certificate.AppliedFor).services
    return certificate.Formed(
        on=case.on,
        by=body_of(case),
        document=handed_for(DocumentKind.CERTIFICATE, case),
        number="C-17",
        nominal=_nominal(case, draw),
        valid_until=_valid(case, case.on, 180),
        order=ordered(case, services, case.on.year),
        line=draw(st.sampled_from((None, *services))),
    )


def _nominal(case: Moment[None], draw: DrawFn) -> Volume:
    amount = draw(st.sampled_from((Decimal(144), Decimal("1000.01"), CENT)))
    asked = case.history.the(certificate.AppliedFor)
    set_by = [one.nominals for one in case.edition.parameters_of(asked.services) if one.nominals]
    units = [each.volume.unit for nominals in set_by for each in nominals]
    unit = draw(st.sampled_from(units or list(Unit)))
    limits = [nominal_of(asked.recipient.categories or (), nominals, unit) for nominals in set_by]
    most = [one.volume for one in limits if one is not None]
    unit = next((one.unit for one in most), unit)
    return Volume(amount=min(amount, *(one.amount for one in most)) if most else amount, unit=unit)


def _valid(case: Moment[None], since: date, days: int) -> date:
    """The day so many days after the step, or the last one that the act allows, counted from `since`."""
    edition, until = case.edition, case.on + timedelta(days)
    amended = certificate.lifecycle.clause("amended")
    found = amended.running("certificate.validity_term", case, since, edition.readings)
    if found is not None:
        began = found.since or since
        last = ends(found.term, began, edition.calendar, choices={**edition.readings, **STILL}).last_day
        until = until if last is None else min(until, last)
    return until


@right("certificate", "amended")
def _amended(case: Moment[None], draw: DrawFn) -> Event:
    """As much as is spent, or more; to the last day of its contracts, or for as long as the act allows."""
    held = _held(case)
    spent = EXACT.subtract(held.nominal.amount, held.balance.amount)
    amount = max(EXACT.add(spent, draw(st.sampled_from((Decimal(0), CENT, Decimal(10))))), CENT)
    shortest = max((case.on + timedelta(60), *(one.ends_on or held.valid_until for one in _running(case))))
    longest = max(held.valid_until, _valid(case, _term_began(case), 200))
    return certificate.Amended(
        on=case.on,
        by=body_of(case),
        document=handed_for(DocumentKind.CERTIFICATE, case),
        nominal=Volume(amount=amount, unit=held.nominal.unit),
        valid_until=draw(st.sampled_from((min(shortest, longest), longest))),
        reason="изменился объём средств",
        order=ordered(case, held.services, case.on.year),
    )


def _term_began(case: Moment[None]) -> date:
    """The day from which the term of validity runs."""
    renewed = [event.on for event in case.history.events(certificate.Renewed)]
    return renewed[-1] if renewed else case.history.the(certificate.Formed).on


@right("certificate", "renewed")
def _renewed(case: Moment[None], _: DrawFn) -> Event:
    """A day more than before, or as many as half a year gives."""
    held = _held(case)
    return certificate.Renewed(
        on=case.on,
        by=body_of(case),
        document=handed_for(DocumentKind.CERTIFICATE, case),
        valid_until=max(held.valid_until + A_DAY, _valid(case, case.on, 180)),
        reason="программа продолжается",
        order=ordered(case, held.services, case.on.year),
    )


def _held(case: Moment[None]) -> CertificateExtract:
    return certificate.extract(case.history, case.on)


@right("certificate", "contracted")
def _contracted(case: Moment[None], draw: DrawFn) -> Event:
    """A contract of the day on all of the balance or on a part of it; the next one is on another service."""
    number = len(list(case.history.events(certificate.Contracted))) + 1
    services = case.history.the(certificate.AppliedFor).services
    taken = {contract.service for contract in _running(case)}
    held = ContractExtract(
        as_of=case.on,
        number=f"{number}",
        provider=INN,
        certificate=case.history.the(certificate.Formed).number,
        service=next((service for service in services if service not in taken), services[0]),
        volume=part_of(certificate.balance(case.history), draw),
        concluded_on=case.on,
        ends_on=max(case.on, min(_held(case).valid_until, case.on + timedelta(60))),
    )
    return certificate.Contracted(on=case.on, by=Party.PROVIDER, contract=held)


def _running(case: Moment[None]) -> tuple[ContractExtract, ...]:
    """The contracts that have not ended as they are now, the latest last."""
    over = {event.contract.number for event in case.history.events(certificate.ContractEnded)}
    held = {event.contract.number: event.contract for event in case.history.events(certificate.Contracted)}
    held |= {
        event.contract.number: event.contract for event in case.history.events(certificate.ContractChanged)
    }
    return tuple(contract for number, contract in held.items() if number not in over)


@right("certificate", "contract_changed")
def _contract_changed(case: Moment[None], draw: DrawFn) -> Event:
    """A contract that gives less now, or more where the certificate is not suspended."""
    held, certified = _running(case)[-1], _held(case)
    free = Decimal(0) if certified.suspended_on else certified.balance.amount
    most = Volume(amount=EXACT.add(held.volume.amount, free), unit=held.volume.unit)
    shown = held.model_copy(update={"as_of": case.on, "volume": part_of(most, draw)})
    return certificate.ContractChanged(on=case.on, by=Party.PROVIDER, contract=shown)


def _over(case: Moment[None], rendered: Volume) -> ContractExtract:
    """The latest contract that holds the certificate, ended on the day."""
    held = _running(case)[-1]
    whole = rendered == held.volume
    return held.model_copy(
        update={"as_of": case.on, "ended_on": case.on, "rendered": rendered, "fulfilled": whole}
    )


@right("certificate", "contract_ended")
def _contract_ended(case: Moment[None], draw: DrawFn) -> Event:
    """Something is left: of the contract, or of what it did not hold."""
    volume = _running(case)[-1].volume
    rendered = part_of(volume, draw, least=Decimal(0))
    if rendered == volume and certificate.balance(case.history).amount == 0:
        rendered = Volume(amount=EXACT.subtract(volume.amount, CENT), unit=volume.unit)
    return certificate.ContractEnded(on=case.on, by=body_of(case), contract=_over(case, rendered))


@right("certificate", "used")
def _used(case: Moment[None], _: DrawFn) -> Event:
    """Right where the contract held the whole balance: else something is left, and this is refused."""
    volume = _running(case)[-1].volume
    return certificate.Used(on=case.on, by=Party.PROVIDER, contract=_over(case, volume))


@right("certificate", "suspended")
def _suspended(case: Moment[None], _: DrawFn) -> Event:
    return certificate.Suspended(on=case.on, by=body_of(case), reason="проверка сведений")


@right("certificate", "resumed")
def _resumed(case: Moment[None], _: DrawFn) -> Event:
    return certificate.Resumed(on=case.on, by=body_of(case), reason="сведения подтверждены")


@right("certificate", "annulled")
def _annulled(case: Moment[None], draw: DrawFn) -> Event:
    """On a ground of the act's list, where it sets one."""
    grounds = entries_of("certificate.annulment_grounds", case) or (None,)
    ground = draw(st.sampled_from(grounds))
    return certificate.Annulled(on=case.on, by=body_of(case), reason="отказ получателя", ground=ground)


@right("certificate", "expired")
def _expired(case: Moment[None], _: DrawFn) -> Event:
    on = max(case.on, _held(case).valid_until + A_DAY)
    return certificate.Expired(on=on, by=body_of(case))
