"""Есть ли договоры (contracts held): what is paid or reported, beside contracts of which the cases hold none.

Services are rendered under contracts. Where the cases hold no contract of an agreement or of an order, they do not
say what was rendered: it may have been rendered under contracts that were not recorded, or under none.

>>> from law189.rules.providers.serving import ACT
>>> of_agreement("С-1", ACT, "А-1", (date(2024, 3, 1), date(2024, 3, 31))).outcome.value
'unknown'
>>> of_order("2024/1", (date(2024, 1, 1), date(2024, 12, 31)), ["804200О.99.0.ББ52АЖ48000"]).outcome.value
'unknown'
"""

from collections.abc import Sequence
from datetime import date

from law189.kinds.asked import asked
from law189.law import Text
from law189.verdict import DECISION, Ask, Rule, Verdict

__all__ = ["of_agreement", "of_order"]

KEEPER = Text("тот, кто ведёт дела о договорах", "whoever keeps the cases of contracts")
CONTRACTS = Ask("case.contracts", Text("дела о договорах", "the cases of the contracts"), KEEPER)
UNDER = Rule(
    "reconciliation.contracts_held",
    Text(
        "{what} № {paper} с {since} по {until}; соглашение № {number}, договоров по нему в делах: {held}.",
        "{what} {paper}, from {since} to {until}; the agreement {number}, contracts of it in the cases: {held}.",
    ),
    unknown=Text(
        "{what} № {paper} с {since} по {until}; соглашение № {number}, договоров по нему в делах: {held}; по каким "
        "договорам оказаны услуги, неизвестно; внесите или получите: {asks}.",
        "{what} {paper}, from {since} to {until}; the agreement {number}, contracts of it in the cases: {held}; "
        "under which contracts the services were rendered is unknown; record or get: {asks}.",
    ),
    assumed=Text(
        "Соглашение оплачивает услуги, оказанные по договорам. Если ни одного договора по нему в делах нет, их не "
        "внесли или их не было, и это говорит человек; спрашивают один раз, у первого акта или требования.",
        "An agreement pays for services that are rendered under contracts. Where the cases hold none of it, they "
        "were not recorded or there were none, and a person says which; it is asked once, of the first act or "
        "claim.",
    ),
    asks=(CONTRACTS, DECISION),
)
REPORTED = Rule(
    "reconciliation.report_contracts",
    Text(
        "Отчёт с {since} по {until}; заказ № {number}, договоров по его сертификатам в делах: {held}; по отчёту по "
        "сертификатам оказаны или могли быть оказаны услуги: {services}.",
        "The report from {since} to {until}; the order {number}, contracts of it in the cases: {held}; "
        "by the report services were rendered under certificates, or may have been: {services}.",
    ),
    unknown=Text(
        "Отчёт с {since} по {until}; заказ № {number}, договоров по его сертификатам в делах: {held}; по отчёту по "
        "сертификатам оказаны или могли быть оказаны услуги: {services}; так ли это, дела не говорят; внесите или "
        "получите: {asks}.",
        "The report from {since} to {until}; the order {number}, contracts of it in the cases: {held}; "
        "by the report services were rendered under certificates, or may have been: {services}; whether it is so "
        "the cases do not say; record or get: {asks}.",
    ),
    assumed=Text(
        "По сертификатам услуги оказывают по договорам. Если ни одного договора этого заказа в делах нет, сверить "
        "отчёт не с чем: договоры не внесли или их не было, и это говорит человек.",
        "Services are rendered under certificates by contracts. Where the cases hold none of the order, there is "
        "nothing to compare a report with: they were not recorded or there were none, and a person says which.",
    ),
    asks=(CONTRACTS, DECISION),
)


@asked
def of_agreement(number: str, what: Text, paper: str, period: tuple[date, date]) -> Verdict:
    """That the cases hold no contract under the agreement of an act or a claim; always UNKNOWN."""
    since, until = period
    return UNDER.judge(None, number=number, what=what, paper=paper, since=since, until=until, held=0)


@asked
def of_order(number: str, period: tuple[date, date], services: Sequence[str]) -> Verdict:
    """That the cases hold no contract of the order of a report which tells of certificates; always UNKNOWN."""
    since, until = period
    return REPORTED.judge(None, number=number, since=since, until=until, held=0, services=tuple(services))
