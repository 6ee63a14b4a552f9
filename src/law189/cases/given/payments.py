"""Оплата (payments): acts of what was rendered, claims, sums paid, and what is left of the year's sum."""

from typing import Annotated

from pydantic import Field, StrictBool

from law189.cases.given.volumes import CountedIn, ServiceNamed
from law189.extracts import YearNumber
from law189.law import About, Day, Entry, Text
from law189.measures import Amount
from law189.numbers import Number

__all__ = [
    "ACTS_NAMED",
    "ActNumber",
    "ClaimNamed",
    "ClaimNumber",
    "ConditionsKept",
    "PeriodSince",
    "PeriodUntil",
    "RemainderYear",
    "RenderedLine",
    "RenderedLines",
    "Roubles",
]

ActNumber = Annotated[
    Number,
    About.of(
        "номер акта",
        "number of the act",
        "Номер акта об оказанном за период.",
        "The number of the act of what was rendered in a period.",
        example="5",
    ),
]
ClaimNumber = Annotated[
    Number,
    About.of(
        "номер требования",
        "number of the claim",
        "Номер требования об оплате.",
        "The number of the claim for payment.",
        example="3",
    ),
]
ClaimNamed = Annotated[
    Number,
    About.of(
        "какое требование оплачено",
        "claim that is paid",
        "Номер требования, по которому платят.",
        "The number of the claim on which it is paid.",
        example="3",
    ),
]
PeriodSince = Annotated[
    Day,
    About.of(
        "первый день периода",
        "first day of the period",
        "С какого дня, включительно.",
        "From which day on, that day counted.",
        example="2024-01-15",
    ),
]
PeriodUntil = Annotated[
    Day,
    About.of(
        "последний день периода",
        "last day of the period",
        "По какой день, включительно.",
        "To which day, that day counted.",
        example="2024-01-31",
    ),
]
Roubles = Annotated[
    Amount,
    About.of(
        "сумма",
        "sum",
        "Сколько рублей и копеек.",
        "How many roubles and kopecks.",
        example="12000.50",
        unit=Text("рублей", "roubles"),
    ),
]
ACTS_NAMED = About.of(
    "акты",
    "acts",
    "Номера актов, на которых стоит требование.",
    "The numbers of the acts on which the claim rests.",
    example="5",
)
RemainderYear = Annotated[
    YearNumber,
    About.of(
        "год остатка",
        "year of the remainder",
        "За какой финансовый год остаток.",
        "The financial year of the remainder.",
        example="2024",
    ),
]
ConditionsKept = Annotated[
    StrictBool | None,
    About.of(
        "соблюдены ли условия соглашения",
        "conditions of the agreement kept",
        "Соблюдал ли исполнитель условия соглашения.",
        "Whether the provider kept the conditions of the agreement.",
        needed=True,
    ),
]


class RenderedLine(Entry):
    """Строка акта: сколько услуги оказано за период."""

    service: ServiceNamed
    unit: CountedIn
    amount: Annotated[
        Amount,
        About.of(
            "оказано за период",
            "rendered in the period",
            "Сколько услуги оказано за дни периода.",
            "How much of the service was rendered on the days of the period.",
            example="72",
        ),
    ]


RenderedLines = Annotated[
    tuple[RenderedLine, ...],
    Field(min_length=1),
    About.of(
        "оказано по услугам",
        "rendered, by service",
        "Сколько каждой услуги оказано за период.",
        "How much of each service was rendered in the period.",
    ),
]
