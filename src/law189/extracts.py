"""Выписки (extracts): what one case shows another, as a document that is put before it.

A contract is judged on the certificate, the register entry and the agreement that are put before it, never by
reaching into another case. Each extract says on which day it was taken (`as_of`). People are named by the
number of a file (`recipient`), never by their names.

One that contradicts itself is refused when it is read. A day after `as_of` alone is an intention, and no rule
takes it for more; more rendered than agreed, or approved again, is for rules to judge.

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

from datetime import date
from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    Field,
    SerializerFunctionWrapHandler,
    StrictBool,
    StrictInt,
    model_serializer,
    model_validator,
)
from pydantic_core import PydanticCustomError

from law189.law import Day, Entry, Vocabulary, flaw
from law189.measures import Amount, Unit, Volume
from law189.numbers import Inn, ListedServices, Number, Ogrn, ServiceNumber, Services

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
YearNumber = Annotated[StrictInt, Field(ge=2000, le=2100)]


def _contradiction(ru: str, en: str) -> PydanticCustomError:
    return flaw(
        "contradiction",
        f"{ru}: выписка противоречит себе; сверьте её с источником",
        f"{en}: the document contradicts itself; check it against its source",
    )


def _follows(first: date, then: date | None, ru: str, en: str) -> None:
    """Refuse a document in which what follows came before what it follows; the words name that."""
    if then is not None and then < first:
        raise _contradiction(f"{ru} ({then} раньше {first})", f"{en} ({then} is before {first})")


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

    number: Number
    issued_on: Day
    ends_on: Day | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        _follows(self.issued_on, self.ends_on, "лицензия кончилась до выдачи", "ended before it was issued")
        return self


class Provider(Entry):
    """Исполнитель услуг: its kind, INN, OGRN (a sole proprietor's OGRNIP), licence and kind of school.

    `school` is the kind of an art school, by the name the profile gives it or in the words of the charter;
    None for everybody else.
    """

    kind: ProviderKind
    inn: Inn
    ogrn: Ogrn | None = None
    licence: Licence | None = None
    school: Words | None = None


class Recipient(Entry):
    """Потребитель услуг: the number of the file that holds the name, and the day of birth."""

    file: Number
    born: Day


class Part(Entry):
    """Доля объёма, исполняемая одним способом."""

    way: Way
    amount: Amount


class OrderLine(Entry):
    """Строка заказа: a service, its whole volume, and how that is split over the ways of execution."""

    service: ServiceNumber
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

    @model_validator(mode="after")
    def _held(self) -> Self:
        _follows(self.held_on, self.as_of, "выписка до заседания", "an extract from before the meeting")
        return self


class OrderExtract(Extract):
    """Социальный заказ: its number, year, status number, and the services it orders by certificate.

    `approved_on` is the day of the latest approval. An order that was approved again may have been published
    before that; one of status 1 may not.
    """

    number: Number
    year: YearNumber
    status: StrictInt
    services: ListedServices
    approved_on: Day
    published_on: Day | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.status == 1:
            _follows(
                self.approved_on, self.published_on, "размещён до утверждения", "published before approved"
            )
        return self


class RegisterExtract(Extract):
    """Запись реестра исполнителей; `provider` is the INN, `excluded_on` the first day outside."""

    provider: Inn
    record: Number
    services: Services
    included_on: Day
    excluded_on: Day | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        _follows(self.included_on, self.excluded_on, "исключён до включения", "excluded before included")
        return self


class AgreementExtract(Extract):
    """Соглашение; `ends_on` is its last day, `ended_on` the day it was terminated or completed."""

    number: Number
    provider: Inn
    services: Services
    mode: FundingMode
    concluded_on: Day
    ends_on: Day
    ended_on: Day | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        for day in (self.ends_on, self.ended_on):
            _follows(self.concluded_on, day, "кончается до заключения", "ends before it was concluded")
        return self


class CertificateExtract(Extract):
    """Сертификат: its recipient, services, nominal and balance, and the last day it may be used.

    `contract` is the number of the contract that holds it now, the latest where several hold parts of it, and
    `taken` are the services of those that hold it. `ended_on` is the day it was used up, annulled or expired.
    """

    number: Number
    recipient: Recipient
    services: Services
    nominal: Volume
    balance: Volume
    formed_on: Day
    valid_until: Day
    contract: Number | None = None
    taken: tuple[ServiceNumber, ...] = ()
    ended_on: Day | None = None

    @model_serializer(mode="wrap")
    def _as_it_was_written(self, written: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """Without an empty `taken`: extracts that were saved before it was known are written as they were."""
        facts: dict[str, Any] = written(self)
        return {name: fact for name, fact in facts.items() if name != "taken" or fact}

    @model_validator(mode="after")
    def _in_order_and_covered(self) -> Self:
        if self.balance.unit is not self.nominal.unit or self.balance.amount > self.nominal.amount:
            raise _contradiction(
                "остаток больше номинала или в других единицах",
                "the balance exceeds the nominal or has another unit",
            )
        for day in (self.valid_until, self.ended_on):
            _follows(self.formed_on, day, "кончается до формирования", "ends before it was formed")
        if self.contract is not None or self.balance != self.nominal:
            _follows(self.formed_on, self.as_of, "занят до формирования", "spent before it was formed")
        return self


class ContractExtract(Extract):
    """Договор; `rendered` is what was rendered under it by the day it ended, None while it runs.

    `certificate` is None where an office let it be concluded without one.
    """

    number: Number
    provider: Inn
    certificate: Number | None
    service: ServiceNumber
    volume: Volume
    concluded_on: Day
    ended_on: Day | None = None
    rendered: Volume | None = None
    fulfilled: StrictBool = False

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        _follows(self.concluded_on, self.ended_on, "прекращён до заключения", "ended before concluded")
        if self.ended_on is None and (self.rendered is not None or self.fulfilled):
            raise _contradiction("оказано по непрекращённому", "rendered or fulfilled, yet not ended")
        return self
