"""Услуги и объёмы (volumes): which services, how much of them, and how they are paid for."""

from typing import Annotated, Any

from pydantic import Field, SerializerFunctionWrapHandler, model_serializer

from law189.extracts import FundingMode, OrderLine, Part, YearNumber
from law189.extracts.extract import CountedIn, ServiceNamed
from law189.law import About, Entry, Source
from law189.measures import Amount, Volume
from law189.numbers import ServiceNumber, Services

__all__ = [
    "MANDATORY_TERMS",
    "SUMS",
    "Achieved",
    "AchievedAmount",
    "AchievedVolumes",
    "ContractVolume",
    "CountedIn",
    "FundedBy",
    "LineNamed",
    "Nominal",
    "OrderLines",
    "PlannedVolume",
    "Planning",
    "Rendered",
    "ServiceNamed",
    "ServicesNamed",
]

LineNamed = Annotated[
    ServiceNumber | None,
    About.of(
        "строка заказа",
        "line of the order",
        "Услуга, строка заказа о которой оплачивает сертификат на несколько услуг.",
        "The service whose line of the order pays for a certificate of several services.",
        source=Source.SERVICES,
    ),
]
ServicesNamed = Annotated[
    Services,
    About.of(
        "услуги",
        "services",
        "Уникальные номера услуг по перечню.",
        "The unique numbers of the services, as listed.",
        source=Source.SERVICES,
    ),
]
OrderLines = Annotated[
    tuple[OrderLine, ...],
    Field(min_length=1),
    About.of(
        "строки заказа",
        "lines of the order",
        "Услуга, объём и доли по способам исполнения.",
        "A service, its volume and the shares by way of execution.",
    ),
]
Nominal = Annotated[
    Volume,
    About.of(
        "номинал",
        "nominal",
        "Сколько услуг можно получить по сертификату.",
        "How much of the services the certificate gives.",
    ),
]
ContractVolume = Annotated[
    Volume,
    About.of(
        "объём", "volume", "Сколько услуги окажут по договору.", "How much of the service the contract gives."
    ),
]
Rendered = Annotated[
    Volume,
    About.of(
        "оказанный объём",
        "volume rendered",
        "Сколько оказано по договору к этому дню.",
        "How much was rendered under the contract by that day.",
    ),
]
AchievedAmount = Annotated[
    Amount,
    About.of(
        "достигнуто",
        "achieved",
        "Сколько оказано за период отчёта.",
        "How much was rendered in the period of the report.",
        example="72",
    ),
]
FundedBy = Annotated[
    FundingMode,
    About.of(
        "способ финансирования",
        "way of funding",
        "Обеспечение затрат вперёд или возмещение после.",
        "Provision ahead or reimbursement afterwards.",
        slot="agreement.modes",
    ),
]
MANDATORY_TERMS = About.of(
    "обязательные условия",
    "mandatory terms",
    "Какие обязательные условия есть в договоре.",
    "Which mandatory terms the contract has.",
    source=Source.ENTRIES,
    slot="contract.mandatory_terms",
)
SUMS = About.of(
    "суммы по годам",
    "sums by year",
    "Сколько рублей в каждом году.",
    "How many roubles in each year.",
)


class Achieved(Entry):
    """Строка отчёта: сколько услуги оказано за период отчёта, и сколько из этого каким способом.

    `parts` are empty where the report does not tell the ways apart.
    """

    service: ServiceNamed
    unit: CountedIn
    amount: AchievedAmount
    parts: Annotated[
        tuple[Part, ...],
        About.of(
            "по способам",
            "by way",
            "Сколько из этого оказано каким способом, если отчёт их различает.",
            "How much of it was rendered in which way, where the report tells them apart.",
        ),
    ] = ()

    @model_serializer(mode="wrap")
    def _as_it_was_written(self, written: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """Without empty `parts`: reports that were saved before they were known are written as they were."""
        facts: dict[str, Any] = written(self)
        return {name: fact for name, fact in facts.items() if name != "parts" or fact}


class PlannedVolume(Entry):
    """Объём планового периода: сколько услуги заказа намечено на один из двух следующих лет."""

    service: ServiceNamed
    unit: CountedIn
    year: Annotated[
        YearNumber,
        About.of(
            "год",
            "year",
            "Который год планового периода.",
            "The year of the planning period.",
            example="2025",
        ),
    ]
    amount: Annotated[
        Amount,
        About.of(
            "объём", "volume", "Сколько услуги намечено.", "How much of the service is planned.", example="72"
        ),
    ]


Planning = Annotated[
    tuple[PlannedVolume, ...],
    About.of(
        "плановый период",
        "planning period",
        "Объёмы услуг на два следующих года, если заказ их называет.",
        "Volumes of the services for the next two years, where the order has them.",
    ),
]
AchievedVolumes = Annotated[
    tuple[Achieved, ...],
    Field(min_length=1),
    About.of(
        "достигнутые объёмы",
        "volumes achieved",
        "Сколько оказано по каждой услуге заказа.",
        "How much was rendered of each service of the order.",
    ),
]
