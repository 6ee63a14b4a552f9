"""Стороны (parties): who provides and who receives a service; people are numbers of files, never names."""

from typing import Annotated, Any, Self

from pydantic import SerializerFunctionWrapHandler, StrictBool, model_serializer, model_validator

from law189.extracts.extract import Words, follows
from law189.kinds.asked import methods_asked
from law189.law import About, Day, Entry, Source, Vocabulary, flaw
from law189.numbers import Inn, Number, Ogrn, same_inn

__all__ = ["Licence", "Provider", "ProviderKind", "Recipient", "Sector"]


class ProviderKind(Vocabulary):
    """Кто исполнитель: a legal entity, a sole proprietor or a natural person."""

    LEGAL_ENTITY = "legal-entity", "юридическое лицо", "legal entity"
    SOLE_PROPRIETOR = "sole-proprietor", "индивидуальный предприниматель", "sole proprietor"
    NATURAL_PERSON = "natural-person", "физическое лицо", "natural person"


class Sector(Vocabulary):
    """Сектор исполнителя: whether it is a state institution, a municipal one, or neither.

    A sole proprietor and a natural person are neither. The decrees tell them from «государственные или
    муниципальные учреждения» (Kemerovo: табл. прил. 5; the district: прил. 3).
    """

    STATE = "state", "государственное учреждение", "state institution"
    MUNICIPAL = "municipal", "муниципальное учреждение", "municipal institution"
    NON_STATE = (
        "non-state",
        "не государственное и не муниципальное учреждение",
        "neither a state nor a municipal institution",
    )


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


@methods_asked
class Provider(Entry):
    """Исполнитель услуг: its kind, INN, OGRN (a sole proprietor's OGRNIP), licence, kind name and sector.

    `school` is the kind of an organisation of a special name, by the name that the profile gives it or in the words
    of the charter; None for everybody else. `alone` is whether a sole proprietor teaches alone, with no other
    teachers. `sector` is None where nobody told it.
    """

    @model_serializer(mode="wrap")
    def _as_before(self, fields: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """Older versions told neither who teaches nor the sector: what is not said is not written."""
        written: dict[str, Any] = fields(self)
        return {key: one for key, one in written.items() if one is not None or key not in ("alone", "sector")}

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
    sector: Annotated[
        Sector | None,
        About.of(
            "сектор",
            "sector",
            "Государственное учреждение, муниципальное или ни то ни другое.",
            "A state institution, a municipal one, or neither.",
        ),
    ] = None

    @model_validator(mode="after")
    def _of_nobody(self) -> Self:
        persons = self.kind is not ProviderKind.LEGAL_ENTITY
        if persons and self.sector not in (None, Sector.NON_STATE):
            raise flaw(
                "provider_sector",
                "предприниматель и физическое лицо учреждением не бывают; исправьте kind или sector",
                "a sole proprietor and a natural person are no institution; mend kind or sector",
            )
        return self

    @property
    def known_sector(self) -> Sector | None:
        """The sector, also where it follows from the kind; None where neither tells it."""
        return self.sector if self.kind is ProviderKind.LEGAL_ENTITY else Sector.NON_STATE

    def contradicts(self, other: "Provider") -> bool:
        """Whether two legal entities have one INN and two OGRN, or one OGRN and two INN.

        A sole proprietor who is registered anew has another OGRNIP.
        """
        kinds = {self.kind, other.kind}
        if kinds != {ProviderKind.LEGAL_ENTITY} or self.ogrn is None or other.ogrn is None:
            return False
        return same_inn(self.inn, other.inn) is not same_inn(self.ogrn, other.ogrn)


class Recipient(Entry):
    """Потребитель услуг: the number of the file that holds the name, the day of birth, the categories.

    `categories` is None where nobody told them, and empty where the consumer belongs to none.
    """

    @model_serializer(mode="wrap")
    def _as_before(self, fields: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """Older versions told no categories: what is not told is not written; that there are none is."""
        written: dict[str, Any] = fields(self)
        return {key: one for key, one in written.items() if one is not None or key != "categories"}

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
        tuple[Words, ...] | None,
        About.of(
            "категории",
            "categories",
            "К каким категориям из акта относится потребитель, по их именам в профиле; пустой список — ни к какой.",
            "To which categories of the act the consumer belongs, by their ids in the profile; an empty list is "
            "none.",
            example="large-family",
        ),
    ] = None
