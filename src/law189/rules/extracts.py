"""Что в силе на день (extracts): the register entry, the order, the agreement, the certificate put before it.

One of a later day was not there when the step was taken, and a person confirms it (`handed`).

>>> from law189.extracts import RegisterExtract
>>> entry = RegisterExtract(as_of=date(2023, 10, 2), provider="4205000009", record="12",
...                         services=("804200О.99.0.ББ52АЖ48000",), included_on=date(2023, 9, 25))
>>> [included(one, date(2023, 10, day)).outcome.value for one, day in ((entry, 2), (entry, 3), (None, 2))]
['holds', 'unknown', 'unknown']
"""

from dataclasses import replace
from datetime import date
from typing import Any

from law189.extracts import AgreementExtract, CertificateExtract, OrderExtract, RegisterExtract
from law189.kinds.asked import asked
from law189.law import Citation, Text
from law189.numbers import same_inn
from law189.rules import asking
from law189.rules.cures import order
from law189.rules.identifiers import named
from law189.verdict import DECISION, Rule, Verdict

__all__ = ["agreed", "formed", "included", "live", "of_year", "ordered"]

ASSUMED = Text(
    "Дело опирается на действующие записи других дел; без них шаг не имеет силы.",
    "A case rests on what stands in other cases; without it the step has no effect.",
)
INCLUDED = Rule(
    "standing.included",
    Text(
        "Исполнитель (ИНН {provider}) включён в реестр {since}; {until:исключён …|не исключён}; "
        "проверено на {on}.",
        "The provider {provider}: included in the register on {since}; excluded: {until:…|no}; checked for "
        "{on}.",
    ),
    unknown=Text(
        "Состоит ли исполнитель в реестре на {on}, неизвестно; дата выписки: {as_of:выписки "
        "нет}; приложите на этот день: {asks}.",
        "Unknown whether the provider is in the register on {on}; day of the extract: {as_of:no extract}; "
        "add, of that day: {asks}.",
    ),
    assumed=ASSUMED,
    asks=(asking.REGISTER,),
    cure=order.INCLUDED,
)


@asked
def included(entry: RegisterExtract | None, on: date, *cites: Citation) -> Verdict:
    """Whether the provider is in the register on the day; `excluded_on` is the first day outside.

    UNKNOWN without an extract of that day or later, unless an older one already shows the exclusion.
    """
    if entry is None:
        return INCLUDED.judge(None, *cites, on=on, as_of=None)
    left = entry.excluded_on is not None and entry.excluded_on <= on
    if left:
        holds: bool | None = False
    else:
        holds = None if entry.as_of < on else entry.included_on <= on
    return INCLUDED.judge(
        holds,
        *cites,
        provider=entry.provider,
        since=entry.included_on,
        until=entry.excluded_on,
        on=on,
        as_of=entry.as_of,
    )


ORDERED = Rule(
    "standing.ordered",
    Text(
        "Заказ № {number} на {year} год, статус {status}; {approved_on:утверждён …|не "
        "утверждён}; {published_on:размещён …|не размещён}; проверено на {on}.",
        "The order {number} for {year}, status {status}; approved: {approved_on:…|no}; published: "
        "{published_on:…|no}; checked for {on}.",
    ),
    unknown=Text(
        "Размещён ли заказ на {on} и не изменён ли он, неизвестно; дата выписки: {as_of:выписки "
        "нет}; приложите на этот день: {asks}.",
        "Unknown whether the order is published on {on} and not amended; day of the extract: {as_of:no "
        "extract}; add, of that day: {asks}.",
    ),
    assumed=ASSUMED,
    asks=(asking.ORDER,),
    cure=order.ORDERED,
)


@asked
def ordered(order: OrderExtract | None, on: date, *cites: Citation) -> Verdict:
    """Whether the order, as it stands on the day, is published by the day.

    UNKNOWN without an extract of that day or later: the order may have been amended since, and an amended one is to
    be published again. UNKNOWN also where a later extract shows an order that was amended after the day.
    """
    if order is None:
        return ORDERED.judge(None, *cites, on=on, as_of=None)
    return ORDERED.judge(
        _published(order, on),
        *cites,
        number=order.number,
        year=order.year,
        status=order.status,
        approved_on=order.approved_on,
        published_on=order.published_on,
        on=on,
        as_of=order.as_of,
    )


def _published(order: OrderExtract, on: date) -> bool | None:
    """Whether the latest approval is published by the day; None where the extract does not show that day."""
    amended_later = order.approved_on > on and order.status > 1
    if order.as_of < on or amended_later:
        return None
    if order.published_on is None or order.published_on < order.approved_on:
        return False
    return order.published_on <= on


ORDER_YEAR = Rule(
    "standing.order_year",
    Text(
        "Заказ № {number} на {year} год; проверено на {on}.",
        "The order {number} for {year}; checked for {on}.",
    ),
    unknown=Text(
        "Заказ № {number} на {year} год, который к {on} истёк; исполняется ли заказ далее, "
        "неизвестно; приложите выписку о заказе на {needed} год либо оформите решение о том, что "
        "исполняется этот: {asks}.",
        "The order {number} is for {year}, which is over by {on}; unknown whether it runs on; add an "
        "extract of the order for {needed}, or record: {asks} that it does.",
    ),
    assumed=Text(
        "Услуги по заказу могут оказывать и после его года; так ли это, решает человек. То, что кончается до "
        "начала года заказа, этим заказом не обеспечено.",
        "Services under an order may run on after its year; whether they do is for a person to decide. Nothing of "
        "an order stands behind what ends before its year begins.",
    ),
    asks=(DECISION,),
    cure=order.ORDER_YEAR,
)
BEFORE_YEAR = Text(
    "Заказ № {number} на {year} год; последний день того, что по нему оформляют: {ends_on}; проверено на {on}.",
    "The order {number} for {year}; the last day of what is made under it: {ends_on}; checked for {on}.",
)


@asked
def of_year(order: OrderExtract, on: date, *cites: Citation, ends_on: date | None = None) -> Verdict:
    """Whether the order is for the year of the day or for a later one; UNKNOWN where its year is over.

    `ends_on` is the last day of what rests on the order: VOID where that is before the year of the order.
    """
    facts: dict[str, Any] = {"number": order.number, "year": order.year, "needed": on.year, "on": on}
    if ends_on is not None and max(ends_on, on).year < order.year:
        return replace(ORDER_YEAR, text=BEFORE_YEAR).judge(False, *cites, ends_on=ends_on, **facts)
    return ORDER_YEAR.judge(True if order.year >= on.year else None, *cites, **facts)


AGREED = Rule(
    "standing.agreed",
    Text(
        "Соглашение № {number} с исполнителем (ИНН {provider}) — с {since} по {until}; "
        "{ended_on:прекращено …|не прекращено}; проверено на {on} для исполнителя (ИНН "
        "{wanted}).",
        "The agreement {number} with the provider {provider}: from {since} to {until}; ended: "
        "{ended_on:…|no}; checked for {on} and the provider {wanted}.",
    ),
    unknown=Text(
        "Действует ли соглашение на {on}, неизвестно; ИНН исполнителя: {wanted:не указан}; дата "
        "выписки: {as_of:выписки нет}; приложите на этот день: {asks}.",
        "Unknown whether an agreement stands on {on}; the provider: {wanted:not recorded}; day of the "
        "extract: {as_of:no extract}; add, of that day: {asks}.",
    ),
    assumed=ASSUMED,
    asks=(asking.AGREEMENT,),
    cure=order.AGREED,
)


@asked
def agreed(agreement: AgreementExtract | None, provider: str | None, on: date, *cites: Citation) -> Verdict:
    """Whether the agreement with that provider (INN) stands on the day; `ends_on` is its last day inside.

    UNKNOWN where no provider is named, and without an extract of that day or later, unless an older one shows
    another provider, or an agreement that had ended or run out.
    """
    if agreement is None or provider is None:
        as_of = None if agreement is None else agreement.as_of
        stale = agreement is None or agreement.as_of < on
        asks = (*([asking.AGREEMENT] if stale else []), *([asking.INN] if provider is None else []))
        return AGREED.judge(None, *cites, lacks=asks, wanted=provider, on=on, as_of=as_of)
    ended = agreement.ended_on is not None and agreement.ended_on <= on
    if ended or not same_inn(agreement.provider, provider):
        holds: bool | None = False
    elif agreement.as_of >= on:
        holds = agreement.concluded_on <= on <= agreement.ends_on
    else:
        # a running agreement may have been prolonged since; one that had run out could not be
        holds = False if agreement.ends_on < agreement.as_of else None
    return AGREED.judge(
        holds,
        *cites,
        number=agreement.number,
        provider=agreement.provider,
        wanted=provider,
        since=agreement.concluded_on,
        until=agreement.ends_on,
        ended_on=agreement.ended_on,
        on=on,
        as_of=agreement.as_of,
    )


FORMED = Rule(
    "standing.formed",
    Text(
        "Сертификат № {number} сформирован {since}; последний день: {until}; {ended_on:прекращён "
        "…|не прекращён}{suspended_on:; приостановлен …|}; {contract:занят договором № …|договором не занят}; "
        "проверено на {on}.",
        "The certificate {number}: formed on {since}; last day: {until}; ended: "
        "{ended_on:…|no}{suspended_on:; suspended: …|}; held by the contract: {contract:…|none}; checked "
        "for {on}.",
    ),
    unknown=Text(
        "Действует ли сертификат на {on} и свободен ли он, неизвестно; дата выписки: "
        "{as_of:выписки нет}; приложите на этот день: {asks}.",
        "Unknown whether the certificate is live and free on {on}; day of the extract: {as_of:no extract}; "
        "add, of that day: {asks}.",
    ),
    assumed=ASSUMED,
    asks=(asking.CERTIFICATE,),
    cure=order.FORMED,
)


@asked
def formed(
    certificate: CertificateExtract | None, on: date, *cites: Citation, service: str | None = None
) -> Verdict:
    """Whether the certificate is formed, live and free on the day; `valid_until` is its last day inside.

    Where the extract says which services are taken, it is free for any other `service`. UNKNOWN without an extract
    of that day or later, unless an older one shows that it had ended or run out; and where a contract holds it on a
    later day, which says nothing of this one.
    """
    if certificate is None:
        return FORMED.judge(None, *cites, on=on, as_of=None)
    holds = live(certificate, on)
    held = certificate.contract is not None and not _free_for(service, certificate)
    if holds and held:
        holds = False if certificate.as_of == on else None
    return FORMED.judge(
        holds,
        *cites,
        number=certificate.number,
        since=certificate.formed_on,
        until=certificate.valid_until,
        ended_on=certificate.ended_on,
        suspended_on=certificate.suspended_on,
        contract=certificate.contract,
        on=on,
        as_of=certificate.as_of,
    )


@asked
def live(certificate: CertificateExtract, on: date) -> bool | None:
    """Whether the certificate gives rights on the day: formed, neither ended nor run out, not suspended.

    None where the extract is older than the day: it may have been renewed, suspended or resumed since.
    """
    ended = certificate.ended_on is not None and certificate.ended_on <= on
    # one that had run out by the day of the extract could not be renewed after it
    if ended or certificate.valid_until < min(on, certificate.as_of):
        return False
    if certificate.as_of < on:
        return None
    suspended = certificate.suspended_on is not None and certificate.suspended_on <= on
    return certificate.formed_on <= on <= certificate.valid_until and not suspended


def _free_for(service: str | None, certificate: CertificateExtract) -> bool:
    """Whether the service is surely none of those that the certificate is taken for."""
    return service is not None and bool(certificate.taken) and named(service, certificate.taken) is False
