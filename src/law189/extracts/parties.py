"""Стороны (parties): who provides and who receives a service; people are numbers of files, never names."""

from typing import Annotated, Any, Self

from pydantic import SerializerFunctionWrapHandler, StrictBool, model_serializer, model_validator

from law189.extracts.extract import Words, follows
from law189.law import About, Day, Entry, Source, Vocabulary
from law189.numbers import Inn, Number, Ogrn

__all__ = ["Licence", "Provider", "ProviderKind", "Recipient"]


class ProviderKind(Vocabulary):
    """Кто исполнитель: a legal entity, a sole proprietor or a natural person."""

    LEGAL_ENTITY = "legal-entity", "юридическое лицо", "legal entity"
    SOLE_PROPRIETOR = "sole-proprietor", "индивидуальный предприниматель", "sole proprietor"
    NATURAL_PERSON = "natural-person", "физическое лицо", "natural person"


class Licence(Entry):
    """Лицензия исполнителя; `ends_on` is the last day it holds, None where it has none."""

    number: Annotated[
        Number,
        About.of(
            "номер лицензии",
            "number of the licence",
            "Номер из реестра лицензий.",
            "The number in the register of licences.",
            example="Л035-01258-42/00212345",
        ),
    ]
    issued_on: Annotated[
        Day, About.of("выдана", "issued", "В какой день выдана.", "The day on which it was issued.")
    ]
    ends_on: Annotated[
        Day | None,
        About.of(
            "действует по",
            "holds to",
            "Последний день; у бессрочной его нет.",
            "The last day; none where it has no end.",
        ),
    ] = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        follows(self.issued_on, self.ends_on, "лицензия кончилась до выдачи", "ended before it was issued")
        return self


class Provider(Entry):
    """Исполнитель услуг: its kind, INN, OGRN (a sole proprietor's OGRNIP), licence and kind name.

    `school` is the kind of an organisation of a special name, by the name that the profile gives it or in the words
    of the charter; None for everybody else. `alone` is whether a sole proprietor teaches alone, with no other
    teachers.
    """

    @model_serializer(mode="wrap")
    def _as_before(self, fields: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """Older versions did not tell who teaches: where that is not said, nothing is written of it."""
        written: dict[str, Any] = fields(self)
        return {key: one for key, one in written.items() if one is not None or key != "alone"}

    kind: Annotated[
        ProviderKind,
        About.of(
            "кто это",
            "what it is",
            "Юридическое лицо, предприниматель или физическое лицо.",
            "A legal entity, a sole proprietor or a natural person.",
        ),
    ]
    inn: Annotated[
        Inn,
        About.of(
            "ИНН",
            "INN",
            "Идентификационный номер налогоплательщика.",
            "The taxpayer's number.",
            example="4205000009",
        ),
    ]
    ogrn: Annotated[
        Ogrn | None,
        About.of(
            "ОГРН или ОГРНИП",
            "OGRN or OGRNIP",
            "Основной государственный регистрационный номер.",
            "The main state registration number.",
            example="1024200000003",
        ),
    ] = None
    licence: Annotated[
        Licence | None,
        About.of(
            "лицензия",
            "licence",
            "Лицензия исполнителя, если она нужна для услуги.",
            "The licence of the provider, where the service needs one.",
        ),
    ] = None
    school: Annotated[
        Words | None,
        About.of(
            "специальное наименование",
            "special kind name",
            "Вид организации: наименование из постановления или устава.",
            "The kind of organisation: the name in the decree or the charter.",
            source=Source.SCHOOLS,
        ),
    ] = None
    alone: Annotated[
        StrictBool | None,
        About.of(
            "ведёт занятия один",
            "teaches alone",
            "Ведёт ли предприниматель занятия сам, без других педагогов.",
            "Whether a sole proprietor teaches alone, with no other teachers.",
        ),
    ] = None


class Recipient(Entry):
    """Потребитель услуг: the number of the file that holds the name, the day of birth, the categories."""

    @model_serializer(mode="wrap")
    def _as_before(self, fields: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """Older versions told no categories: where there are none, nothing is written of them."""
        written: dict[str, Any] = fields(self)
        return {key: one for key, one in written.items() if one or key != "categories"}

    file: Annotated[
        Number,
        About.of(
            "номер дела",
            "number of the file",
            "Дело, в котором имя; самого имени здесь нет.",
            "The file that holds the name; the name is not here.",
            example="17",
        ),
    ]
    born: Annotated[
        Day,
        About.of(
            "день рождения",
            "day of birth",
            "По нему считают возраст.",
            "The age is counted from it.",
            example="2014-05-01",
        ),
    ]
    categories: Annotated[
        tuple[Words, ...],
        About.of(
            "категории",
            "categories",
            "К каким категориям из акта относится потребитель, по их именам в профиле.",
            "To which categories of the act the consumer belongs, by their ids in the profile.",
            example="large-family",
        ),
    ] = ()
