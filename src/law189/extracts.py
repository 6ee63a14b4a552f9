"""Выписки (extracts): what one case shows another, as a document that is put before it.

A contract is judged on the certificate, the register entry and the agreement that are put before it, never by
reaching into another case. Each extract says on which day it was taken (`as_of`). People are named by the
number of a file (`recipient`), never by their names.

>>> extract = RegisterExtract(as_of="2023-10-02", provider="4205000000", record="12",
...                           services=("804200О.99.0.ББ52АЖ48000",), included_on="2023-09-25")
>>> extract.excluded_on is None
True
>>> RegisterExtract(as_of="2023-10-02", provider="4205000000", record="12", services=(), included_on="2023")
Traceback (most recent call last):
    ...
pydantic_core._pydantic_core.ValidationError: 2 validation errors for RegisterExtract
services
  ...
"""

from typing import Annotated, Self

from pydantic import AfterValidator, Field, StrictBool, StrictInt, model_validator

from law189.law import Day, Entry, Vocabulary, flaw
from law189.measures import Amount, Unit, Volume

__all__ = [
    "AdviceExtract",
    "AgreementExtract",
    "CertificateExtract",
    "ContractExtract",
    "Extract",
    "FundingMode",
    "Licence",
    "OrderExtract",
    "OrderLine",
    "Part",
    "Provider",
    "ProviderKind",
    "Recipient",
    "RegisterExtract",
    "Services",
    "Way",
    "Words",
    "YearNumber",
    "YearSum",
]


def _not_blank(value: str) -> str:
    if not value.strip():
        raise flaw("blank", "пустой текст; впишите значение", "empty text; write the value")
    return value


Words = Annotated[str, AfterValidator(_not_blank)]
"""Words that say something: not blank."""
Services = Annotated[tuple[Words, ...], Field(min_length=1)]
"""Unique numbers of services."""
YearNumber = Annotated[StrictInt, Field(ge=2000, le=2100)]


class ProviderKind(Vocabulary):
    """Кто исполнитель: a legal entity, a sole proprietor or a natural person."""

    LEGAL_ENTITY = "legal-entity", "юридическое лицо", "legal entity"
    SOLE_PROPRIETOR = "sole-proprietor", "индивидуальный предприниматель", "sole proprietor"
    NATURAL_PERSON = "natural-person", "физическое лицо", "natural person"


class FundingMode(Vocabulary):
    """Финансовое обеспечение затрат (вперёд) или их возмещение (после)."""

    PROVISION = "provision", "финансовое обеспечение", "provision"
    REIMBURSEMENT = "reimbursement", "возмещение", "reimbursement"


class Way(Vocabulary):
    """Способ исполнения заказа."""

    MUNICIPAL_TASK = "municipal-task", "муниципальное задание", "municipal task"
    CERTIFICATE = "certificate", "социальный сертификат", "social certificate"
    COMPETITION = "competition", "конкурс", "competition"


class Licence(Entry):
    """Лицензия на образовательную деятельность; `ends_on` is the last day it holds, None where it has none."""

    number: Words
    issued_on: Day
    ends_on: Day | None = None


class Provider(Entry):
    """Исполнитель услуг: its kind, INN, OGRN (a sole proprietor's OGRNIP), licence and kind of school.

    `school` is the kind of an art school, by the name the profile gives it or in the words of the charter;
    None for everybody else.
    """

    kind: ProviderKind
    inn: Words
    ogrn: Words | None = None
    licence: Licence | None = None
    school: Words | None = None


class Recipient(Entry):
    """Потребитель услуг: the number of the file that holds the name, and the day of birth."""

    file: Words
    born: Day


class Part(Entry):
    """Доля объёма, исполняемая одним способом."""

    way: Way
    amount: Amount


class OrderLine(Entry):
    """Строка заказа: a service, its whole volume, and how that is split over the ways of execution."""

    service: Words
    unit: Unit
    total: Amount
    parts: Annotated[tuple[Part, ...], Field(min_length=1)]


class YearSum(Entry):
    """Сумма соглашения на один год, в рублях и копейках."""

    year: YearNumber
    roubles: Amount


class Extract(Entry):
    """Выписка: the day on which it was taken."""

    as_of: Day


class AdviceExtract(Extract):
    """Рекомендация рабочей группы; `adopted` is None where the meeting could not decide."""

    held_on: Day
    question: Words
    adopted: StrictBool | None


class OrderExtract(Extract):
    """Социальный заказ: its number, year, status number, and the services it orders by certificate."""

    number: Words
    year: YearNumber
    status: StrictInt
    services: tuple[Words, ...]
    approved_on: Day
    published_on: Day | None = None


class RegisterExtract(Extract):
    """Запись реестра исполнителей; `provider` is the INN, `excluded_on` the first day outside."""

    provider: Words
    record: Words
    services: Services
    included_on: Day
    excluded_on: Day | None = None


class AgreementExtract(Extract):
    """Соглашение; `ends_on` is its last day, `ended_on` the day it was terminated or completed."""

    number: Words
    provider: Words
    services: Services
    mode: FundingMode
    concluded_on: Day
    ends_on: Day
    ended_on: Day | None = None


class CertificateExtract(Extract):
    """Сертификат: its recipient, services, nominal and balance, and the last day it may be used.

    `contract` is the number of the contract that holds it now, `ended_on` the day it was used up, annulled or
    expired.
    """

    number: Words
    recipient: Recipient
    services: Services
    nominal: Volume
    balance: Volume
    formed_on: Day
    valid_until: Day
    contract: Words | None = None
    ended_on: Day | None = None

    @model_validator(mode="after")
    def _covered(self) -> Self:
        if self.balance.unit is not self.nominal.unit or self.balance.amount > self.nominal.amount:
            raise flaw(
                "certificate_balance",
                "остаток больше номинала или в других единицах; выписка неверна",
                "the balance exceeds the nominal or has another unit; the extract is wrong",
            )
        return self


class ContractExtract(Extract):
    """Договор; `rendered` is what was rendered under it by the day it ended, None while it runs.

    `certificate` is None where an office let it be concluded without one.
    """

    number: Words
    provider: Words
    certificate: Words | None
    service: Words
    volume: Volume
    concluded_on: Day
    ended_on: Day | None = None
    rendered: Volume | None = None
    fulfilled: StrictBool = False
