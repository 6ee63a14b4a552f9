"""Ключи (keys): by which numbers a case is found, and what it counts towards.

A certificate is found by its number and by the file of its consumer; a contract by its number and by the
certificate under which it was concluded; an entry of the register by the INN of its provider and by its record.
A number that a case has given stays known when the record that gave it is annulled, and is then told apart.

>>> from law189 import load_profile
>>> from law189.workflows.contract import Offered, lifecycle
>>> volume = {"amount": 72, "unit": "person-hours"}
>>> offered = Offered(on="2024-02-01", by="provider", number="№ 5", provider="4205 000 009", volume=volume,
...                   service="804200О.99.0.ББ52АЖ48000", ends_on="2024-05-31")
>>> history = lifecycle.advance(lifecycle.begin("17"), offered, load_profile("kemerovo"))
>>> [(key.by.value, key.value) for key in keys_of(history)]
[('contract', '5'), ('party', '4205000009')]
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any, NamedTuple

from law189.cases.history import Event, History
from law189.cases.lifecycle import Lifecycle
from law189.kinds import must_be
from law189.kinds.asked import asked, made_asked, unasked
from law189.law import Source, Vocabulary
from law189.measures import Unit
from law189.numbers import alike_key, compact, number_key, service_key
from law189.workflows import agreement, certificate, contract, order, selection

__all__ = ["BY", "COUNTED", "GIVEN", "NAMING", "By", "Formed", "Key", "alike", "formed_by", "keys_of"]
__all__ += ["number", "once_given"]


class By(Vocabulary):
    """По чему находят дело: what kind of number a key is."""

    ORDER = "order", "номер заказа", "number of the order"
    ORDER_YEAR = "order-year", "год заказа", "year of the order"
    PROVIDER = "provider", "ИНН исполнителя в реестре", "INN of the provider in the register"
    RECORD = "record", "номер реестровой записи", "number of the register record"
    AGREEMENT = "agreement", "номер соглашения", "number of the agreement"
    AGREED_WITH = "agreed-with", "ИНН стороны соглашения", "INN of the party to the agreement"
    OGRN = "ogrn", "ОГРН исполнителя в реестре", "OGRN of the provider in the register"
    LICENCE = "licence", "лицензия исполнителя в реестре", "licence of the provider in the register"
    RECIPIENT = "recipient", "номер в реестре получателей", "number in the register of recipients"
    CERTIFICATE = "certificate", "номер сертификата", "number of the certificate"
    CONSUMER = "consumer", "номер дела потребителя", "file of the consumer"
    CONTRACT = "contract", "номер договора", "number of the contract"
    UNDER = "under", "сертификат договора", "certificate of the contract"
    PAID_BY = "paid-by", "соглашение договора", "agreement of the contract"
    PARTY = "party", "ИНН исполнителя по договору", "INN of the provider of the contract"
    ANNULLED = "annulled", "номер из аннулированной записи", "number of a record that was annulled"
    ALIKE = "alike", "номер, который выглядит так же", "number that looks the same"


BY: Mapping[Source, By] = MappingProxyType(
    {
        Source.ORDER: By.ORDER,
        Source.REGISTER: By.RECORD,
        Source.AGREEMENT: By.AGREEMENT,
        Source.CERTIFICATE: By.CERTIFICATE,
        Source.CONTRACT: By.CONTRACT,
    }
)
"""By which number an extract names its case."""


@made_asked
class Key(NamedTuple):
    """Ключ: what kind of number it is, and the number as `law189.numbers` compares it."""

    by: By
    value: str


_made = unasked(Key.__new__)


@asked
def keys_of(history: History[Any]) -> tuple[Key, ...]:
    """The keys of a case: by its records that stand, and the numbers that annulled ones gave.

    A case of a meeting has none.
    """
    given = [(NAMING.get(type(one.event)), one.event) for one in must_be(history, History).standing]
    own = [key for gives, event in given if gives is not None for key in gives(event)]
    looks = [look for key in own if key.by in WRITTEN and (look := _alike(*key)) is not None]
    return tuple(dict.fromkeys((*own, *looks, *_of_annulled(history))))


@asked
def alike(by: By, written: str) -> Key | None:
    """The key of all numbers of that kind which look the same; None where no letter of the number is in doubt."""
    look = alike_key(written)
    return None if look is None else Key(By.ALIKE, f"{by.value} {look}")


_alike = unasked(alike)


@asked
def once_given(by: By, written: str | int) -> Key:
    """The key of a number that an annulled record of its case gave."""
    return Key(By.ANNULLED, f"{by.value} {_number(by, written).value}")


def _of_annulled(history: History[Any]) -> Iterator[Key]:
    """The numbers that the annulled records of a case gave."""
    for place in sorted(history.annulled):
        event: Any = history.records[place].event
        given = GIVEN.get(type(event))
        if given is not None:
            by, fact = given
            yield once_given(by, getattr(event, fact))


@asked
def number(by: By, written: str | int) -> Key:
    """The key of a number as somebody has written it."""
    return _made(Key, by, compact(str(written)) if by in PERSONS else number_key(str(written)))


_number = unasked(number)

PERSONS = (By.PROVIDER, By.OGRN, By.AGREED_WITH, By.PARTY)


def _of_order(event: order.Drafted) -> Iterator[Key]:
    yield _number(By.ORDER, event.number)
    yield _number(By.ORDER_YEAR, event.year)


def _of_selection(event: Any) -> Iterator[Key]:
    told = vars(event).get("provider")
    if told is not None:
        yield _number(By.PROVIDER, told.inn)
        if told.ogrn is not None:
            yield _number(By.OGRN, told.ogrn)
        if told.licence is not None:
            yield _number(By.LICENCE, told.licence.number)
    if isinstance(event, selection.Included):
        yield _number(By.RECORD, event.record)


def _of_agreement(event: Any) -> Iterator[Key]:
    if isinstance(event, agreement.Drafted):
        yield _number(By.AGREEMENT, event.number)
    shown = vars(event).get("provider")
    if shown is not None:
        yield _number(By.AGREED_WITH, shown.provider)


def _of_applied(event: certificate.AppliedFor) -> Iterator[Key]:
    yield _number(By.CONSUMER, event.recipient.file)


def _of_registered(event: certificate.RecipientRegistered) -> Iterator[Key]:
    yield _number(By.RECIPIENT, event.record)


def _of_formed(event: certificate.Formed) -> Iterator[Key]:
    yield _number(By.CERTIFICATE, event.number)


def _of_offered(event: contract.Offered) -> Iterator[Key]:
    yield _number(By.CONTRACT, event.number)
    yield _number(By.PARTY, event.provider)


def _of_concluded(event: contract.Concluded) -> Iterator[Key]:
    if event.certificate is not None:
        yield _number(By.UNDER, event.certificate.number)
    if event.agreement is not None:
        yield _number(By.PAID_BY, event.agreement.number)


def _steps_of(cycle: Lifecycle[Any], *names: str) -> Iterator[type[Event]]:
    """The steps of the lifecycle that have a fact of one of the names."""
    steps = (clause.event for clause in cycle.clauses)
    return (step for step in steps if not step.model_fields.keys().isdisjoint(names))


NAMING: Mapping[type[Event], Callable[[Any], Iterator[Key]]] = MappingProxyType(
    {
        order.Drafted: _of_order,
        **dict.fromkeys(_steps_of(selection.lifecycle, "provider", "record"), _of_selection),
        **dict.fromkeys(_steps_of(agreement.lifecycle, "provider", "number"), _of_agreement),
        certificate.AppliedFor: _of_applied,
        certificate.RecipientRegistered: _of_registered,
        certificate.Formed: _of_formed,
        contract.Offered: _of_offered,
        contract.Concluded: _of_concluded,
    }
)
"""What numbers each step gives its case; no other step gives any."""


GIVEN: Mapping[type[Event], tuple[By, str]] = MappingProxyType(
    {
        order.Drafted: (By.ORDER, "number"),
        selection.Included: (By.RECORD, "record"),
        agreement.Drafted: (By.AGREEMENT, "number"),
        certificate.RecipientRegistered: (By.RECIPIENT, "record"),
        certificate.Formed: (By.CERTIFICATE, "number"),
        contract.Offered: (By.CONTRACT, "number"),
    }
)
"""Which step gives a case its number, and the fact that says it."""
WRITTEN = (By.CONSUMER, *(by for by, _ in GIVEN.values()))
"""The numbers that somebody writes by hand, in letters of whatever alphabet."""


# ─── Что считают за срок ─────────────────────────────────────────────────────────────────────────────────


class Formed(NamedTuple):
    """Сформированный сертификат, как его считают за срок: its services, the day, the unit and how much."""

    services: tuple[str, ...]
    on: date
    unit: Unit
    amount: Decimal


COUNTED: frozenset[type[Event]] = frozenset(
    (certificate.AppliedFor, certificate.Formed, certificate.Amended, certificate.Annulled)
)
"""The steps by which a certificate is counted; with any other one it counts as it did."""


@asked
def formed_by(history: History[Any]) -> tuple[Formed, ...]:
    """What a certificate adds to the count of its day; once it is annulled, what its contracts have used of it.

    It is one certificate however many services it has; `services` are as `service_key` writes them, in order. One
    that was annulled before it gave anything adds nothing.
    """
    if history.lifecycle != certificate.lifecycle.name:
        return ()
    days: list[date] = []
    applied = nominal = None
    annulled = False
    for event in [record.event for record in history.standing]:
        match event:
            case certificate.AppliedFor():
                applied = event
            case certificate.Formed():
                days, nominal = [*days, event.on], event.nominal
            case certificate.Amended():
                nominal = event.nominal
            case certificate.Annulled():
                annulled = True
    if applied is None or nominal is None:
        return ()
    if annulled and (nominal := certificate.holding_of(history).spent).amount <= 0:
        return ()
    services = tuple(sorted({service_key(one) for one in applied.services}))
    return tuple(Formed(services, on, nominal.unit, nominal.amount) for on in days)
