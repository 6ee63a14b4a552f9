"""Документы (documents): what offices hand each other, and the form it comes in.

The decrees list which documents are electronic, which information system forms them, and where paper was
still allowed. Acts that a municipality must adopt before a lifecycle can run are documents too.

>>> DocumentKind("contract").text.ru
'договор исполнителя с получателем сертификата'
>>> DocumentKind("kontract")
Traceback (most recent call last):
    ...
ValueError: 'kontract' is not a valid DocumentKind
"""

from datetime import date
from typing import Annotated, NamedTuple, Self

from pydantic import BeforeValidator, Field, model_validator

from law189.files.said_days import says_a_day
from law189.files.wording import word
from law189.kinds.asked import methods_asked
from law189.law import (
    About,
    Cite,
    Day,
    Description,
    Entry,
    Period,
    Source,
    Text,
    Vocabulary,
    Words,
    as_written,
    flaw,
    in_order,
)
from law189.law.entry import says_nothing
from law189.law.words import SINCE, UNTIL
from law189.profile.words import documents as words
from law189.profile.words.common import Cited, Titled

__all__ = [
    "Asked",
    "Asks",
    "Condition",
    "DocumentKind",
    "DocumentRule",
    "Form",
    "Handed",
    "InformationSystem",
    "LocalAct",
    "PaperRule",
]


class DocumentKind(Vocabulary):
    """Вид документа."""

    SOCIAL_ORDER = "social-order", "муниципальный социальный заказ", "municipal social order"
    ORDER_REPORT = "order-report", "отчёт об исполнении социального заказа", "report on the social order"
    PROVIDER_APPLICATION = (
        "provider-application",
        "заявка на включение в реестр исполнителей",
        "application for the register of providers",
    )
    AGREEMENT = (
        "agreement",
        "соглашение о финансовом обеспечении (возмещении) затрат",
        "agreement on financing or reimbursement",
    )
    CONSUMER_APPLICATION = (
        "consumer-application",
        "заявление потребителя о получении сертификата",
        "application of a consumer for a certificate",
    )
    CERTIFICATE = "certificate", "социальный сертификат", "social certificate"
    CONTRACT = (
        "contract",
        "договор исполнителя с получателем сертификата",
        "contract of a provider with a certificate holder",
    )


class LocalAct(Vocabulary):
    """Муниципальный акт, который план обещает принять: what a later step needs to be adopted first."""

    ORDER_FORMING = "order-forming", "о формировании социальных заказов", "on forming social orders"
    PROVIDER_REGISTER = "provider-register", "о реестре исполнителей", "on the register of providers"
    CERTIFICATE_FORMING = "certificate-forming", "о формировании сертификатов", "on forming certificates"
    SUBSIDY = "subsidy", "о субсидиях исполнителям", "on subsidies to providers"
    STANDARD_AGREEMENT = (
        "standard-agreement",
        "о типовой форме соглашения",
        "on the standard form of the agreement",
    )
    ELECTRONIC_AGREEMENT = (
        "electronic-agreement",
        "о заключении соглашений в электронной форме",
        "on concluding agreements electronically",
    )
    CONTRACT_TERMS = "contract-terms", "об иных условиях договора", "on other terms of the contract"
    SINGLE_CERTIFICATE = "single-certificate", "о едином сертификате", "on the single certificate"
    BUDGET_AMENDMENT = "budget-amendment", "об изменении бюджета", "amending the budget"
    MEDIA_PLAN = "media-plan", "о медиаплане", "on the media plan"
    MONITORING_METHOD = "monitoring-method", "о методике мониторинга", "on the method of monitoring"


class Form(Vocabulary):
    """Форма документа."""

    ELECTRONIC = "electronic", "электронная", "electronic"
    PAPER = "paper", "бумажная", "paper"


def _recorded(value: object) -> object:
    """What records it, and no yes or no."""
    if says_nothing(value) and value != "":
        told = as_written(value)
        raise flaw(
            "says_nothing",
            f"указано: {told.ru}; впишите, чем подтверждена невозможность; если её не было, уберите ключ",
            f"it says {told.en}; write what records it; if there was none, leave the key out",
        )
    return value


class Handed(Entry):
    """Документ, как его вручили: its form, the system that formed it, and why it could not be electronic.

    `impossibility` says where the technical impossibility of the electronic form is recorded; None where
    nothing is recorded.
    """

    form: Annotated[Form, About.of("форма", "form", "Электронный или на бумаге.", "Electronic or on paper.")]
    system: Annotated[
        str | None,
        About.of(
            "система",
            "system",
            "В какой информационной системе сделан.",
            "The information system that made it.",
            source=Source.SYSTEMS,
        ),
    ] = None
    impossibility: Annotated[
        Annotated[Words, BeforeValidator(_recorded)] | None,
        About.of(
            "техническая невозможность",
            "technical impossibility",
            "Чем подтверждено, что сделать электронно нельзя.",
            "What records that the electronic form was impossible.",
            example="акт о сбое от 10.01.2024 № 4",
        ),
    ] = None


class Asks(Vocabulary):
    """О чём просят в заявлении."""

    ENROLMENT = "enrolment", "зачислении", "enrolment"
    CERTIFICATE = "certificate", "сертификате", "a certificate"
    SERVICE = "service", "предоставлении услуги", "the service"


class DocumentRule(Entry):
    """Форма документа: what form a kind of document must have; `asks` is what one application asks for at once."""

    kind: Annotated[DocumentKind, words.KIND]
    form: Annotated[Form, words.FORM]
    asks: Annotated[tuple[Asks, ...], words.ASKS] = ()
    title: Titled
    cite: Cited


class Condition(Vocabulary):
    """Условие, при котором допускается бумага."""

    UNCONDITIONAL = "unconditional", "без условий", "without conditions"
    TECHNICAL_IMPOSSIBILITY = (
        "technical-impossibility",
        "при технической невозможности электронной формы",
        "where the electronic form is technically impossible",
    )


@methods_asked
class PaperRule(Period):
    """Бумага вместо электронной формы: for which documents, on which days, on which condition.

    It ends with a day (`until`), or with an event (`until_event`). Once that has come, `ended_on` is the last day
    on which paper was allowed.
    """

    documents: Annotated[tuple[DocumentKind, ...], Field(min_length=1), words.ON_PAPER]
    since: Annotated[Day, SINCE]  # pyright: ignore[reportIncompatibleVariableOverride]  # frozen
    until: Annotated[Day | None, UNTIL] = None
    until_event: Annotated[Description | None, words.UNTIL_EVENT] = None
    ended_on: Annotated[Day | None, words.ENDED_ON] = None
    condition: Annotated[Condition, words.CONDITION]
    cite: Cited

    @model_validator(mode="after")
    def _ends(self) -> Self:
        if (self.until is None) == (self.until_event is None):
            raise flaw(
                "paper_end",
                "укажите ровно одно из until (день) и until_event (событие)",
                "give exactly one of until and until_event",
            )
        if self.until_event is not None and says_a_day(self.until_event.ru):
            said = word(self.until_event.ru)
            raise flaw(
                "event_day",
                f"«{said}» — день, а не событие; укажите его под until, например 2023-12-31, или назовите событие",
                f"«{said}» is a day and no event; give it under until, such as 2023-12-31, or name an event",
            )
        if self.ended_on is not None and self.until_event is None:
            raise flaw(
                "paper_ended",
                "ended_on — день события; укажите и until_event: они идут вместе",
                "until_event and ended_on go together: ended_on is the day of the event",
            )
        in_order(self.since, self.ended_on)
        return self

    def in_force(self, day: date) -> bool:
        """Whether `day` is within the term; before the event is recorded, whether it may be."""
        return super().in_force(day) and (self.ended_on is None or day <= self.ended_on)

    @property
    def open(self) -> bool:
        """Whether its end is an event whose day is not recorded, so that nobody knows whether it has come."""
        return self.until_event is not None and self.ended_on is None

    @property
    def last(self) -> date | Text | None:
        """The last day, or the event with which it ends where its day is not recorded."""
        return self.until or self.ended_on or self.until_event


class InformationSystem(Entry):
    """Информационная система: what it is and which documents must be formed with it.

    `forms_cite` is the provision that says so; `forms_others` names what else it forms by other acts.
    """

    id: Annotated[str, Field(pattern=r"^[a-z]+(-[a-z]+)*$"), words.SYSTEM_ID]
    title: Titled
    cite: Cited
    forms: Annotated[tuple[DocumentKind, ...], words.FORMS] = ()
    forms_cite: Annotated[Cite | None, words.FORMS_CITE] = None
    forms_others: Annotated[Description | None, words.FORMS_OTHERS] = None

    @model_validator(mode="after")
    def _cited(self) -> Self:
        if (self.forms or self.forms_others) and self.forms_cite is None:
            raise flaw(
                "forms_cite",
                "перечислены формируемые документы, но нет адреса нормы; добавьте forms_cite",
                "documents are listed, but no provision that says so; add forms_cite",
            )
        return self


class Asked(NamedTuple):
    """What a decree asks of one kind of document: its form, paper instead of it, the systems that form it.

    `known` are all the systems that the decree names.
    """

    rule: DocumentRule
    paper: tuple[PaperRule, ...]
    systems: tuple[InformationSystem, ...]
    known: tuple[InformationSystem, ...] = ()
