"""Заказ и рекомендация (orders): what the social order and the advice on it show to another case."""

from typing import Annotated, Any, Self

from pydantic import (
    Field,
    SerializerFunctionWrapHandler,
    StrictBool,
    StrictInt,
    model_serializer,
    model_validator,
)

from law189.extracts.extract import (
    CountedIn,
    Extract,
    ServiceNamed,
    Words,
    YearNumber,
    contradiction,
    follows,
)
from law189.law import About, Day, Entry, Source, Vocabulary
from law189.measures import Amount
from law189.numbers import ListedServices, Number, same_service

__all__ = ["AdviceExtract", "CertificateLine", "OrderExtract", "OrderLine", "Part", "Way"]


class Way(Vocabulary):
    """Способ исполнения заказа."""

    MUNICIPAL_TASK = "municipal-task", "муниципальное задание", "municipal task"
    CERTIFICATE = "certificate", "социальный сертификат", "social certificate"
    COMPETITION = "competition", "конкурс", "competition"
    TREASURY_INSTITUTION = (
        "treasury-institution",
        "казённое учреждение (бюджетная смета)",
        "treasury institution (budget estimate)",
    )
    OTHER = "other", "иной способ", "another way"


class Part(Entry):
    """Доля объёма, исполняемая одним способом."""

    way: Annotated[
        Way, About.of("способ", "way", "Каким способом исполняют долю.", "How the share is executed.")
    ]
    amount: Annotated[
        Amount,
        About.of("количество", "amount", "Какая часть объёма.", "How much of the volume.", example="72"),
    ]


class OrderLine(Entry):
    """Строка заказа: a service, its whole volume, and how that is split over the ways of execution."""

    service: ServiceNamed
    unit: CountedIn
    total: Annotated[
        Amount,
        About.of(
            "объём", "volume", "Весь объём услуги в заказе.", "The whole volume of the service.", example="72"
        ),
    ]
    parts: Annotated[
        tuple[Part, ...],
        Field(min_length=1),
        About.of(
            "доли",
            "shares",
            "Как объём поделён по способам исполнения.",
            "How the volume is split by way of execution.",
        ),
    ]


class AdviceExtract(Extract):
    """Рекомендация рабочей группы; `adopted` is None where the meeting could not decide."""

    held_on: Annotated[
        Day,
        About.of("день заседания", "day of the meeting", "Когда группа собиралась.", "When the group met."),
    ]
    question: Annotated[
        Words,
        About.of(
            "вопрос",
            "question",
            "О чём рекомендация.",
            "What the advice is on.",
            example="О плане мероприятий",
        ),
    ]
    adopted: Annotated[
        StrictBool | None,
        About.of(
            "принято",
            "adopted",
            "Принято ли решение; пусто, если группа не могла решать.",
            "Whether it was adopted; empty where the group could not decide.",
        ),
    ]
    subgroup: Annotated[
        Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")] | None,
        About.of(
            "подгруппа",
            "subgroup",
            "Имя подгруппы, если рекомендовала она, а не вся группа.",
            "The id of the subgroup, where it advised and not the whole group.",
            example="experts",
        ),
    ] = None

    @model_serializer(mode="wrap")
    def _as_it_was_written(self, written: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """Without a subgroup where there is none: extracts saved before it was known stay as they were."""
        facts: dict[str, Any] = written(self)
        return {name: fact for name, fact in facts.items() if name != "subgroup" or fact is not None}

    @model_validator(mode="after")
    def _held(self) -> Self:
        follows(self.held_on, self.as_of, "выписка до заседания", "an extract from before the meeting")
        return self


class CertificateLine(Entry):
    """Строка заказа для сертификата: a service, and how much of it is ordered by certificate."""

    service: ServiceNamed
    unit: CountedIn
    amount: Annotated[
        Amount,
        About.of(
            "объём по сертификату",
            "volume by certificate",
            "Сколько услуги заказано по сертификату.",
            "How much of the service is ordered by certificate.",
            example="72",
        ),
    ]


class OrderExtract(Extract):
    """Социальный заказ: its number, year, status number, and the services it orders by certificate.

    `approved_on` is the day of the latest approval. An order that was approved again may have been published
    before that; one of status 1 may not. `lines` say how much of each service is ordered by certificate; empty
    where the extract does not say it.
    """

    number: Annotated[
        Number,
        About.of(
            "номер заказа",
            "number of the order",
            "Под каким номером утверждён.",
            "The number under which it was approved.",
            example="2024/1",
        ),
    ]
    year: Annotated[
        YearNumber,
        About.of(
            "год заказа",
            "year of the order",
            "На какой год заказ.",
            "The year that the order is for.",
            example="2024",
        ),
    ]
    status: Annotated[
        StrictInt,
        About.of(
            "номер состояния",
            "status number",
            "Которая это редакция, считая с 1.",
            "Which version this is, counted from 1.",
            example="1",
        ),
    ]
    services: Annotated[
        ListedServices,
        About.of(
            "услуги по сертификату",
            "services by certificate",
            "Какие услуги заказаны по сертификату.",
            "Which services are ordered by certificate.",
            source=Source.SERVICES,
        ),
    ]
    approved_on: Annotated[
        Day, About.of("утверждён", "approved", "В какой день утверждён.", "The day on which it was approved.")
    ]
    published_on: Annotated[
        Day | None,
        About.of("размещён", "published", "В какой день размещён.", "The day on which it was published."),
    ] = None
    lines: Annotated[
        tuple[CertificateLine, ...],
        About.of(
            "строки по сертификату",
            "lines by certificate",
            "Сколько каждой услуги заказано по сертификату.",
            "How much of each service is ordered by certificate.",
        ),
    ] = ()

    @model_serializer(mode="wrap")
    def _as_it_was_written(self, written: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """Without empty `lines`: extracts that were saved before they were known are written as they were."""
        facts: dict[str, Any] = written(self)
        return {name: fact for name, fact in facts.items() if name != "lines" or fact}

    @model_validator(mode="after")
    def _lines_of_services(self) -> Self:
        for line in self.lines:
            if line.service not in self.services and not any(
                same_service(line.service, one) for one in self.services
            ):
                raise contradiction(
                    f"строка об услуге {line.service}, которой нет среди услуг по сертификату",
                    f"a line of the service {line.service}, which is none of those by certificate",
                )
        return self

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.status == 1:
            follows(
                self.approved_on, self.published_on, "размещён до утверждения", "published before approved"
            )
        return self
