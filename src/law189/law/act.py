"""Акт и адреса в нём (acts, and addresses within them).

Every answer has an address in law. An act knows what its own numbers mean and what it is called. The forms of an
address stand in `law189.law.address`, the words for an act in `law189.law.label`. No file is read: acts arrive as
values.

>>> from datetime import date
>>> decree = Act(id="kemerovo-2993", number="2993", date=date(2023, 9, 22))
>>> decree.cite("app3.5.5").label.ru
'п. 5.5 прил. 3 к постановлению № 2993 от 22.09.2023'
>>> Act(kind="распоряжение", number=12).cite("p3.1.а").label.ru
'подп. «а» п. 3.1 распоряжения № 12'
>>> decree.cite("annex 3")
Traceback (most recent call last):
    ...
law189.law.act.UnknownProvision: kemerovo-2993 has no address «annex 3»; write it like p3.1, ...
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any, ClassVar, Self

from pydantic import (
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationInfo,
    model_validator,
)

from law189.law import words
from law189.law.address import FORM, RESERVED, normal, root_of, worded
from law189.law.entry import Day, Description, Entry, Words
from law189.law.fixed import fixed
from law189.law.label import ActKind, ActNumber, declined, document_words, id_of, kind_in, made
from law189.law.published import published_day
from law189.law.text import Law189Error, Text, Vocabulary, as_written, flaw, must_hold

__all__ = [
    "ID",
    "Act",
    "ActDocument",
    "ActLabel",
    "Citation",
    "Cite",
    "DocumentName",
    "Grade",
    "Level",
    "Numbering",
    "Published",
    "UnknownProvision",
]

_STRICT = ConfigDict(extra="forbid")
ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"


class UnknownProvision(Law189Error, LookupError):
    """An address that the act cannot have; the message says which form was needed."""


class Grade(Vocabulary):
    """Насколько известна норма: read in full, seen quoted, or chosen by this library."""

    FULL_TEXT = "full_text", "прочитано полностью", "read in full"
    EXCERPT = "excerpt", "известно по выдержке", "known by an excerpt"
    ASSUMED = "assumed", "принято библиотекой", "assumed by this library"


@fixed
@dataclass(frozen=True, slots=True)
class Citation:
    """Адрес нормы: the act's id, the address within it, and how a lawyer writes it."""

    act: Annotated[str, words.CITED_ACT]
    address: Annotated[str, words.CITED_ADDRESS]
    label: Annotated[Text, words.CITED_LABEL]
    __pydantic_config__: ClassVar = _STRICT

    def __post_init__(self) -> None:
        """Raise `WrongValue` on a value of another kind."""
        if type(self.act) is not str or type(self.address) is not str or type(self.label) is not Text:
            must_hold(self, {"act": str, "address": str, "label": Text})

    @property
    def id(self) -> str:
        """`act/address`, as the list of provisions writes it."""
        return f"{self.act}/{self.address}"


class ActLabel(Entry):
    """Краткое обозначение акта: in the Russian nominative (`ru`), genitive (`of`), dative (`to`), and in English.

    What is left out the act makes of its kind, number and date, or of the nominative.
    """

    ru: Annotated[Words, words.NOMINATIVE] = Field(default_factory=str)
    of: Annotated[Words, words.GENITIVE] = Field(default_factory=str)
    to: Annotated[Words, words.DATIVE] = Field(default_factory=str)
    en: Annotated[Words, words.ENGLISH] = Field(default_factory=str)


class Numbering(Entry):
    """Нумерация: what an act's own numbers mean, where they are not plain «пункт».

    `subitems` lists the addresses whose children are «подпункты», `paragraphs` those whose children
    are unnumbered «абзацы», `rows` the annexes that are tables of goals and rows.
    """

    subitems: Annotated[tuple[str, ...], words.SUBITEMS] = ()
    paragraphs: Annotated[tuple[str, ...], words.PARAGRAPHS] = ()
    rows: Annotated[tuple[str, ...], words.ROWS] = ()


class Level(Vocabulary):
    """Уровень акта."""

    FEDERAL = "federal", "федеральный", "federal"
    REGIONAL = "regional", "региональный", "regional"
    MUNICIPAL = "municipal", "муниципальный", "municipal"


class Published(Entry):
    """Официальное опубликование: the day, and the place where it was."""

    on: Annotated[Day, words.PUBLISHED_DAY]
    where: Annotated[Words | None, words.PUBLISHED_WHERE] = None


class DocumentName(Entry):
    """Название документа: in the nominative and in the genitive («Положение», «Положения»), and in English.

    The genitive and the English name may be left out for the usual words.
    """

    ru: Annotated[Words, words.DOCUMENT_NAME]
    of: Annotated[Words, words.DOCUMENT_GENITIVE] = Field(default_factory=str)
    en: Annotated[Words, words.DOCUMENT_ENGLISH] = Field(default_factory=str)

    @model_validator(mode="after")
    def _complete(self) -> Self:
        of, en = document_words(self.ru)
        object.__setattr__(self, "of", self.of or of)  # the entry is being made; nobody has seen it yet
        object.__setattr__(self, "en", self.en or en)
        if not self.of:
            raise flaw(
                "document_case",
                f"название «{self.ru}» само не склоняется; добавьте родительный падеж of",
                f"the name «{self.ru}» is not declined by itself; add its genitive as of",
            )
        return self


class ActDocument(DocumentName):
    """Документ, который акт утвердил: numbered by itself, and addressed by its id as `reg.2.1`."""

    id: Annotated[str, Field(pattern=r"^[a-z]+$"), words.DOCUMENT_ID]


class Act(Entry):
    """Правовой акт: who issued it, when, under which number, and how its provisions are addressed.

    `number` and `date` are None where the source names the act without them. What a file leaves out is made of
    what it says: the id and the label of the kind (постановление where none is given), the number and the date.
    `documents` are what the act approves that has numbers of its own.
    """

    id: Annotated[str, Field(pattern=ID), words.ACT_ID] = Field(default_factory=str)
    kind: Annotated[ActKind | None, words.ACT_KIND] = None
    number: Annotated[ActNumber | None, words.NUMBER] = None
    date: Annotated[Day | None, words.DATE] = None
    title: Annotated[Description | None, words.ACT_TITLE] = None
    label: Annotated[ActLabel, words.LABEL] = Field(default_factory=ActLabel)
    numbering: Annotated[Numbering, words.NUMBERING] = Numbering()
    issued_by: Annotated[Description | None, words.ISSUED_BY] = None
    level: Annotated[Level | None, words.LEVEL] = None
    read_at: Annotated[Words | None, words.READ_AT] = None
    published: Annotated[Published | None, words.PUBLISHED] = None
    published_on: Annotated[Day | None, words.PUBLISHED_ON] = None
    grade: Annotated[Grade, words.GRADE] = Grade.FULL_TEXT
    documents: Annotated[tuple[ActDocument, ...], words.ACT_DOCUMENTS] = ()

    @model_validator(mode="after")
    def _completed(self) -> Self:
        """Make what the file leaves out, and refuse what it says twice."""
        found: dict[str, Any] = {"label": self._named(), "id": self.id or id_of(self.kind, self.number)}
        if found["id"] is None:
            raise flaw(
                "act_id",
                "у акта нет краткого имени, из вида и номера оно не получается; добавьте id, например id: town-12",
                "the act has no short name, and its kind and number give none; add id, such as id: town-12",
            )
        placed = None if self.published is None else self.published.on
        found["published_on"] = published_day(self.date, self.published_on, placed)
        for name, value in found.items():
            object.__setattr__(self, name, value)  # the entry is being made; nobody has seen it yet
        self._distinct()
        return self

    def _named(self) -> ActLabel:
        """The label with each case that the file leaves out."""
        given, own = self.label, made(self.kind, self.number, self.date)
        ru = given.ru or own.ru
        of = given.of or (declined(ru, "of") if given.ru else own.of)
        to = given.to or (declined(ru, "to") if given.ru else own.to)
        if of is None or to is None:
            case = Text("of", "of") if of is None else Text("to", "to")
            raise flaw(
                "label_case",
                f"обозначение «{ru}» само не склоняется; добавьте в label падеж {case.ru}",
                f"the label «{ru}» is not declined by itself; add the case {case.en} to label",
            )
        return ActLabel.model_construct(ru=ru, of=of, to=to, en=given.en or self._english(ru, own.en))

    def _english(self, ru: str, own: str) -> str:
        """The English label that is made, or the Russian one where its words are not known."""
        kind = kind_in(ru)
        known = kind is not None and (self.number is not None or self.date is not None)
        made_of = made(kind, self.number, self.date).en if known else ru
        return made_of if self.label.ru else own

    def _distinct(self) -> None:
        """Refuse a document that cannot be told from another, or from a word of an address."""
        for what in ("id", "ru"):
            names = [getattr(one, what) for one in self.documents]
            doubled = sorted({name for name in names if names.count(name) > 1})
            taken = sorted(set(names) & set(RESERVED))
            if doubled or taken:
                shown = ", ".join(doubled or taken)
                raise flaw(
                    "document_name",
                    f"имя документа занято: {shown}; дайте другое",
                    f"the name of a document is taken: {shown}; give another",
                )

    @property
    def heading(self) -> Text:
        """Its title; the label where it has none."""
        return self.title or self.whole.label

    @cached_property
    def whole(self) -> Citation:
        """The citation of the act as a whole."""
        return self.cite("act")

    def cite(self, address: str) -> Citation:
        """The citation of `address`: `p3.1.1`, `app3.5.5`, `art20.part1`, `preamble` or `act`.

        Raises `UnknownProvision` where the address has no such form, or names a document that the act has not.
        """
        own = normal(address) if isinstance(address, str) else None
        label = None if own is None else self._label(own)
        if own is None or label is None:
            raise UnknownProvision(
                f"{self.id} has no address «{address}»; write it like p3.1, app3.5.5 or art20.part1"
            )
        return Citation(self.id, own, label)

    def _label(self, address: str) -> Text | None:
        """How a lawyer writes the normal address; None where it names a document that the act has not."""
        if address == "act":
            return Text(self.label.ru, self.label.en)
        numbering = self.numbering
        said = worded(address, numbering.subitems, numbering.paragraphs, numbering.rows)
        root = root_of(address)
        if root.startswith("app"):
            assert said is not None, "an annex has words of its own"
            return Text(f"{said.ru} к {self.label.to}", f"{said.en} to {self.label.en}")
        if not root:
            assert said is not None, "only a document has no words of its own"
            return Text(f"{said.ru} {self.label.of}", f"{said.en} of {self.label.en}")
        document = next((one for one in self.documents if one.id == root), None)
        if document is None:
            return None
        ru, en = f"({self.label.ru})", f"({self.label.en})"
        if said is None:
            return Text(f"{document.ru} {ru}", f"{document.en} {en}")
        return Text(f"{said.ru} {document.of} {ru}", f"{said.en} of {document.en} {en}")


def _resolve(value: object, info: ValidationInfo) -> object:
    """Read `app3.5.5` or `189-fz/art20.part1` against the acts that the reader knows."""
    if not isinstance(value, str):
        return value
    context: Any = info.context if isinstance(info.context, dict) else {}
    resolve: Callable[[str], Citation] | None = context.get("cite")
    if resolve is None:
        raise flaw(
            "cite_alone",
            f"адрес {as_written(value).ru} читается только вместе с актом",
            f"the address {as_written(value).en} is read only together with its act",
        )
    return resolve(value)


_WrittenCite = Annotated[str, Field(json_schema_extra={"pattern": rf"^([a-z0-9-]+/)?({FORM})$"})]
Cite = Annotated[Citation, BeforeValidator(_resolve, json_schema_input_type=_WrittenCite)]
"""A citation; in a file the bare address, `act/address` where it is of another act."""
