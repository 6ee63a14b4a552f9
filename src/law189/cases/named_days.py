"""Дни, названные словами (named days): which day of a case an act means by the words of an event.

An act names the event of a term in words: «со дня поступления заявления». Where they are those of a day that the
case or an extract of its steps has, the term is counted from it. Words are matched whole: one word more and they
name another day, which the step tells. A paper may be registered or sent on another day than it was filed.

>>> said = Occasion(kind="other", what={"ru": "поступления заявления потребителя", "en": "the application"})
>>> in_case(said, "certificate").at, in_case(said, "order") is said
('certificate.applied_for', True)
>>> begins("certificate.registration_term", said), begins("certificate.forming_term", said)
(True, False)
>>> [one.ru for one in days_known("contract.complaint_term")]
['заключения договора', 'подачи жалобы']
"""

import re
from typing import NamedTuple

from law189.law import Text
from law189.profile.term_words import plain_words
from law189.profile.terms import Occasion, OccasionKind

__all__ = ["NAMED", "NamedDay", "begins", "days_known", "in_case", "known"]


class NamedDay(NamedTuple):
    """День, который знает дело: its usual words in the genitive, the step of that day, and all its words."""

    said: Text
    step: str
    words: str


_COME = "(?:подачи|поступления|получения|представления|приема)"
_BY = "(?: (?:потребителем|получателем|заявителем|исполнителем|представителем|уполномоченным органом))?"
_TO = "(?: (?:в уполномоченный орган|уполномоченному органу|уполномоченным органом))?"
_PARENT = r"(?:родителя|законного представителя|родителя \(законного представителя\))"
_PERSON = f"(?:потребителя|получателя|заявителя|{_PARENT})"
_SOCIAL = "(?:социального )?сертификата"
_ABOUT = (
    rf"(?: (?:о (?:выдаче|предоставлении|формировании|получении)|на (?:выдачу|получение|формирование)) {_SOCIAL}"
    r"| о включении в реестр получателей(?: социального сертификата| социальных сертификатов)?)?"
)
_SERVICES = r"(?: (?:(?:муниципальных|государственных \(муниципальных\)) )?услуг(?: в социальной сфере)?)?"
_TO_REGISTER = rf"(?: (?:на|о) включени[ие] в реестр исполнителей{_SERVICES})?"
_ORDER = "(?:муниципального )?(?:социального )?заказа"
_AGREEMENT = "(?:проекта )?соглашения"
_PAYMENT = "(?: (?:об оплате|о выплате|на оплату))?"

_ORDERS = (
    NamedDay(
        Text("утверждения социального заказа", "the order being approved"),
        "order.approved",
        rf"утверждения {_ORDER}",
    ),
    NamedDay(
        Text("размещения социального заказа", "the order being published"),
        "order.published",
        rf"(?:размещения|опубликования) {_ORDER}",
    ),
)
_REPORT = NamedDay(
    Text("формирования отчёта об исполнении заказа", "the report being formed"),
    "order.report_formed",
    rf"(?:формирования|составления|подготовки) отчета(?: об исполнении {_ORDER})?",
)
_INCLUDED = NamedDay(
    Text("включения исполнителя в реестр исполнителей", "the provider being included in the register"),
    "selection.included",
    r"(?:включения|внесения)(?:(?: исполнителя| сведений об исполнителе) в реестр|"
    rf"(?: исполнителя| сведений об исполнителе)? в реестр исполнителей{_SERVICES})",
)
NAMED: dict[str, tuple[NamedDay, ...]] = {
    "order": (*_ORDERS, _REPORT),
    "selection": (
        NamedDay(
            Text("подачи заявки", "the application being made"),
            "selection.applied",
            rf"{_COME}{_BY} (?:заявки|заявления)(?: исполнителя| заявителя)?{_BY}{_TO_REGISTER}{_TO}",
        ),
        _INCLUDED,
    ),
    "agreement": (
        NamedDay(
            Text("составления проекта соглашения", "the agreement being drafted"),
            "agreement.drafted",
            "(?:составления|подготовки|оформления) проекта соглашения",
        ),
        NamedDay(
            Text("подписания соглашения исполнителем", "the provider signing the agreement"),
            "agreement.signed_by_provider",
            rf"подписания (?:{_AGREEMENT} исполнителем|исполнителем {_AGREEMENT})",
        ),
        NamedDay(
            Text("заключения соглашения", "the agreement being concluded"),
            "agreement.concluded",
            "заключения соглашения",
        ),
        NamedDay(
            Text("предъявления требования", "the claim being made"),
            "agreement.claimed",
            rf"(?:предъявления|{_COME}){_BY} требования(?: исполнителя)?{_BY}{_PAYMENT}{_TO}",
        ),
        _INCLUDED,
        *_ORDERS,
    ),
    "certificate": (
        NamedDay(
            Text("подачи заявления", "the application being made"),
            "certificate.applied_for",
            rf"{_COME}{_BY} заявления(?: {_PERSON})?{_BY}{_ABOUT}{_TO}",
        ),
        NamedDay(
            Text("включения в реестр получателей", "the recipient being entered in the register"),
            "certificate.recipient_registered",
            rf"(?:включения|внесения)(?: {_PERSON}| сведений о(?: потребителе| получателе))? в реестр получателей"
            r"(?: социального сертификата| социальных сертификатов| сертификатов)?",
        ),
        NamedDay(
            Text("формирования сертификата", "the certificate being formed"),
            "certificate.formed",
            rf"(?:формирования|выдачи) {_SOCIAL}",
        ),
        *_ORDERS,
    ),
    "contract": (
        NamedDay(
            Text("заключения договора", "the contract being concluded"),
            "contract.concluded",
            "заключения договора",
        ),
        NamedDay(
            Text("подачи жалобы", "the complaint being made"),
            "contract.complained",
            rf"{_COME}{_BY} жалобы(?: {_PERSON})?{_BY}{_TO}",
        ),
    ),
}
"""The days that each lifecycle knows, as acts call them; days of other cases as extracts of its steps show them."""

_CAUSES = {
    "order.publication_term": "order.report_formed",
    "selection.decision_term": "selection.applied",
    "agreement.signing_term": "agreement.drafted",
    "agreement.conclusion_term": "agreement.signed_by_provider",
    "agreement.payment_term": "agreement.claimed",
    "certificate.registration_term": "certificate.applied_for",
    "certificate.forming_term": "certificate.recipient_registered",
    "certificate.validity_term": "certificate.formed",
    "contract.complaint_term": "contract.complained",
}
"""The step from which the term of a slot is counted where its act names no event."""


def in_case(event: Occasion, lifecycle: str) -> Occasion:
    """The step that the words name, of those whose days a case of the lifecycle knows; else the event as it is."""
    for one in NAMED.get(lifecycle, ()):
        if _names(event, one):
            return Occasion(kind=OccasionKind.STEP, at=one.step)
    return event


def begins(slot: str, event: Occasion) -> bool:
    """Whether the words name the day from which the term of the slot is counted where its act names none."""
    return any(one.step == _CAUSES.get(slot) and _names(event, one) for one in _of(slot))


def known(slot: str, event: Occasion) -> bool:
    """Whether the words name a day from which a term of the slot can be counted without being told it."""
    return any(_names(event, one) for one in _of(slot))


def days_known(slot: str) -> tuple[Text, ...]:
    """The words of the days from which a term of the slot can be counted without being told them."""
    return tuple(one.said for one in _of(slot))


def _of(slot: str) -> tuple[NamedDay, ...]:
    return NAMED.get(slot.partition(".")[0], ())


def _names(event: Occasion, day: NamedDay) -> bool:
    """Whether the event is told in the words of that day."""
    if event.kind is not OccasionKind.OTHER or event.what is None:
        return False
    return re.fullmatch(day.words, plain_words(event.what.ru)) is not None
