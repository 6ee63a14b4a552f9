"""Реестр и соглашение (agreements): what the register of providers and an agreement show to another case."""

from typing import Annotated, Any, Self

from pydantic import SerializerFunctionWrapHandler, model_serializer, model_validator

from law189.extracts.extract import Extract, YearNumber, follows
from law189.law import About, Day, Entry, Source, Text, Vocabulary
from law189.measures import Amount
from law189.numbers import Inn, Number, Services

__all__ = ["AgreementExtract", "FundingMode", "RegisterExtract", "YearSum"]


class FundingMode(Vocabulary):
    """Финансовое обеспечение затрат (вперёд) или их возмещение (после)."""

    PROVISION = "provision", "финансовое обеспечение", "provision"
    REIMBURSEMENT = "reimbursement", "возмещение", "reimbursement"


class YearSum(Entry):
    """Сумма соглашения на один год, в рублях и копейках."""

    year: Annotated[
        YearNumber, About.of("год", "year", "На какой год сумма.", "The year of the sum.", example="2024")
    ]
    roubles: Annotated[
        Amount,
        About.of(
            "рублей",
            "roubles",
            "Сколько рублей и копеек.",
            "How many roubles and kopecks.",
            example="120000.00",
            unit=Text("рублей", "roubles"),
        ),
    ]


class RegisterExtract(Extract):
    """Запись реестра исполнителей; `provider` is the INN, `excluded_on` the first day outside.

    `before` are those whose record it was until it passed to a successor, the first one first; empty where it never
    passed, or where the extract does not say it.
    """

    provider: Annotated[
        Inn,
        About.of(
            "ИНН исполнителя",
            "INN of the provider",
            "ИНН из реестровой записи.",
            "The INN in the record.",
            example="4205000009",
        ),
    ]
    record: Annotated[
        Number,
        About.of(
            "номер записи",
            "number of the record",
            "Номер реестровой записи.",
            "The number of the record in the register.",
            example="12",
        ),
    ]
    services: Annotated[
        Services,
        About.of(
            "услуги",
            "services",
            "Какие услуги может оказывать.",
            "Which services it may render.",
            source=Source.SERVICES,
        ),
    ]
    included_on: Annotated[
        Day,
        About.of(
            "включён", "included", "В какой день включён в реестр.", "The day on which it was included."
        ),
    ]
    excluded_on: Annotated[
        Day | None,
        About.of("исключён", "excluded", "Первый день вне реестра.", "The first day outside the register."),
    ] = None
    before: Annotated[
        tuple[Inn, ...],
        About.of(
            "прежние исполнители",
            "earlier providers",
            "ИНН тех, от кого запись перешла к правопреемнику, начиная с первого.",
            "The INN of those from whom the record has passed to a successor, from the first on.",
            example="4205000016",
        ),
    ] = ()

    @model_serializer(mode="wrap")
    def _as_it_was_written(self, written: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """Without empty `before`: extracts that were saved before it was known are written as they were."""
        facts: dict[str, Any] = written(self)
        return {name: fact for name, fact in facts.items() if name != "before" or fact}

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        follows(self.included_on, self.excluded_on, "исключён до включения", "excluded before included")
        return self


class AgreementExtract(Extract):
    """Соглашение; `ends_on` is its last day, `ended_on` the day it was terminated or completed."""

    number: Annotated[
        Number,
        About.of(
            "номер соглашения",
            "number of the agreement",
            "Под каким номером заключено.",
            "The number under which it was concluded.",
            example="7",
        ),
    ]
    provider: Annotated[
        Inn,
        About.of(
            "ИНН исполнителя",
            "INN of the provider",
            "ИНН стороны соглашения.",
            "The INN of the party.",
            example="4205000009",
        ),
    ]
    services: Annotated[
        Services,
        About.of(
            "услуги",
            "services",
            "Какие услуги оплачивает.",
            "Which services it pays for.",
            source=Source.SERVICES,
        ),
    ]
    mode: Annotated[
        FundingMode,
        About.of(
            "способ финансирования",
            "way of funding",
            "Обеспечение вперёд или возмещение после.",
            "Provision ahead or reimbursement afterwards.",
        ),
    ]
    concluded_on: Annotated[
        Day,
        About.of("заключено", "concluded", "В какой день заключено.", "The day on which it was concluded."),
    ]
    ends_on: Annotated[
        Day,
        About.of("последний день", "last day", "По какой день действует.", "The last day on which it holds."),
    ]
    ended_on: Annotated[
        Day | None,
        About.of(
            "прекращено",
            "ended",
            "В какой день расторгнуто или исполнено.",
            "The day on which it was terminated or completed.",
        ),
    ] = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        for day in (self.ends_on, self.ended_on):
            follows(self.concluded_on, day, "кончается до заключения", "ends before it was concluded")
        return self
