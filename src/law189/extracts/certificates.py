"""Сертификат и договор (certificates): what a certificate and a contract show to each other."""

from typing import Annotated, Any, Self

from pydantic import SerializerFunctionWrapHandler, StrictBool, model_serializer, model_validator

from law189.extracts.extract import Extract, ServiceNamed, contradiction, follows
from law189.extracts.parties import Recipient
from law189.law import About, Day, Source
from law189.measures import Volume
from law189.numbers import Inn, Number, ServiceNumber, Services

__all__ = ["CertificateExtract", "ContractExtract"]


def _without_empty(facts: dict[str, Any], *later: str) -> dict[str, Any]:
    """The facts without those of `later` that are empty."""
    return {name: fact for name, fact in facts.items() if name not in later or fact}


class CertificateExtract(Extract):
    """Сертификат: its recipient, services, nominal and balance, and the last day it may be used.

    `contract` is the number of the contract that holds it now, the latest where several hold parts of it, and
    `taken` are the services of those that hold it. `ended_on` is the day it was used up, annulled or expired.
    """

    number: Annotated[
        Number,
        About.of(
            "номер сертификата",
            "number of the certificate",
            "Под каким номером сформирован.",
            "The number under which it was formed.",
            example="100500",
        ),
    ]
    recipient: Annotated[
        Recipient,
        About.of(
            "потребитель",
            "consumer",
            "Чей это сертификат, без имени.",
            "Whose certificate it is, without a name.",
        ),
    ]
    services: Annotated[
        Services,
        About.of(
            "услуги", "services", "На какие услуги выдан.", "The services it is for.", source=Source.SERVICES
        ),
    ]
    nominal: Annotated[
        Volume, About.of("номинал", "nominal", "Сколько услуг он даёт.", "How much of the services it gives.")
    ]
    balance: Annotated[
        Volume, About.of("остаток", "balance", "Сколько ещё не использовано.", "How much is not used yet.")
    ]
    formed_on: Annotated[
        Day, About.of("сформирован", "formed", "В какой день сформирован.", "The day on which it was formed.")
    ]
    valid_until: Annotated[
        Day,
        About.of(
            "действует по",
            "valid until",
            "Последний день использования.",
            "The last day on which it may be used.",
        ),
    ]
    contract: Annotated[
        Number | None,
        About.of(
            "номер договора",
            "number of the contract",
            "Какой договор держит его сейчас.",
            "The contract that holds it now.",
            example="5",
        ),
    ] = None
    taken: Annotated[
        tuple[ServiceNumber, ...],
        About.of(
            "занятые услуги",
            "services taken",
            "Услуги договоров, которые держат его сейчас.",
            "The services of the contracts that hold it now.",
            source=Source.SERVICES,
        ),
    ] = ()
    ended_on: Annotated[
        Day | None,
        About.of(
            "прекращён",
            "ended",
            "Когда использован, аннулирован или истёк.",
            "When it was used up, annulled or expired.",
        ),
    ] = None
    suspended_on: Annotated[
        Day | None,
        About.of(
            "приостановлен",
            "suspended",
            "С какого дня приостановлен, если приостановлен сейчас.",
            "Since when it is suspended, where it is now.",
        ),
    ] = None

    @model_serializer(mode="wrap")
    def _as_it_was_written(self, written: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """Without `taken` and `suspended_on` where they are empty: older extracts are written as they were."""
        return _without_empty(written(self), "taken", "suspended_on")

    @model_validator(mode="after")
    def _in_order_and_covered(self) -> Self:
        if self.balance.unit is not self.nominal.unit or self.balance.amount > self.nominal.amount:
            raise contradiction(
                "остаток больше номинала или в других единицах",
                "the balance exceeds the nominal or has another unit",
            )
        for day in (self.valid_until, self.ended_on):
            follows(self.formed_on, day, "кончается до формирования", "ends before it was formed")
        follows(self.formed_on, self.suspended_on, "приостановлен до формирования", "suspended before formed")
        if self.contract is not None or self.balance != self.nominal:
            follows(self.formed_on, self.as_of, "занят до формирования", "spent before it was formed")
        return self


class ContractExtract(Extract):
    """Договор; `rendered` is what was rendered under it by the day it ended, None while it runs.

    `certificate` is None where an office let it be concluded without one. `ends_on` is its last day, None where an
    older extract does not show it.
    """

    number: Annotated[
        Number,
        About.of(
            "номер договора",
            "number of the contract",
            "Под каким номером заключён.",
            "The number under which it was concluded.",
            example="5",
        ),
    ]
    provider: Annotated[
        Inn,
        About.of(
            "ИНН исполнителя",
            "INN of the provider",
            "ИНН стороны договора.",
            "The INN of the party.",
            example="4205000009",
        ),
    ]
    certificate: Annotated[
        Number | None,
        About.of(
            "номер сертификата",
            "number of the certificate",
            "По какому сертификату заключён.",
            "The certificate under which it was concluded.",
            example="100500",
        ),
    ]
    service: ServiceNamed
    volume: Annotated[
        Volume,
        About.of("объём", "volume", "Сколько услуги по договору.", "How much of the service it gives."),
    ]
    concluded_on: Annotated[
        Day, About.of("заключён", "concluded", "В какой день заключён.", "The day on which it was concluded.")
    ]
    ended_on: Annotated[
        Day | None,
        About.of(
            "прекращён",
            "ended",
            "В какой день исполнен или расторгнут.",
            "The day on which it was fulfilled or terminated.",
        ),
    ] = None
    rendered: Annotated[
        Volume | None,
        About.of(
            "оказано",
            "rendered",
            "Сколько оказано к дню прекращения.",
            "How much was rendered by the day it ended.",
        ),
    ] = None
    fulfilled: Annotated[
        StrictBool,
        About.of(
            "исполнен",
            "fulfilled",
            "Кончился ли исполнением; оказано может быть и меньше объёма.",
            "Whether it ended fulfilled; less than its volume may have been rendered.",
        ),
    ] = False
    ends_on: Annotated[
        Day | None,
        About.of("действует по", "runs until", "Последний день договора.", "The last day of the contract."),
    ] = None

    @model_serializer(mode="wrap")
    def _as_it_was_written(self, written: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """Without `ends_on` where it is not shown: older extracts are written as they were."""
        return _without_empty(written(self), "ends_on")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        follows(self.concluded_on, self.ended_on, "прекращён до заключения", "ended before concluded")
        follows(self.concluded_on, self.ends_on, "кончается до заключения", "runs out before concluded")
        if self.ended_on is None and (self.rendered is not None or self.fulfilled):
            raise contradiction("оказано по непрекращённому", "rendered or fulfilled, yet not ended")
        return self
