"""Акты (acts): what the decree rests on, approves, publishes, mentions, calls by two names or left blank."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from law189.law import Act, Cite, Description, Entry, Vocabulary, flaw
from law189.law.act import DocumentName
from law189.law.address import RESERVED
from law189.law.words import CITE, DOCUMENT_ID
from law189.profile.references import BodyId, Number, known
from law189.profile.words import acts as words
from law189.profile.words.common import Cited

__all__ = ["ActRef", "Alias", "Approval", "Blank", "Mention", "Place", "Publication"]


class ActRef(Entry):
    """Акт, который знает профиль: its id among the known acts or the act itself, why, and where it is named."""

    id: Annotated[str, known("acts", "акта", "act"), words.ACT_ID] = Field(default_factory=str)
    act: Annotated[Act | None, words.DESCRIBED] = None
    why: Annotated[Description | None, words.WHY] = None
    cite: Annotated[Cite | None, CITE] = None

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if bool(self.id) == (self.act is not None):
            raise flaw(
                "act_ref",
                "укажите ровно одно из id (известный акт) и act (описание акта)",
                "give exactly one of id and act",
            )
        if self.act is not None:
            object.__setattr__(self, "id", self.act.id)  # the entry is being made; nobody has seen it yet
        return self


class Approval(Entry):
    """Что постановление утверждает: which annex, and what it is.

    `annex` is None for an annex without a number. A document with numbers of its own has an `id`, with which its
    addresses begin, and a name (`document`).
    """

    annex: Annotated[Number | None, words.ANNEX] = None
    what: Annotated[Description, words.APPROVED]
    id: Annotated[Annotated[str, Field(pattern=r"^[a-z]+$")] | None, DOCUMENT_ID] = None
    document: Annotated[DocumentName | None, words.DOCUMENT] = None
    cite: Cited

    @model_validator(mode="after")
    def _named(self) -> Self:
        if (self.id is None) != (self.document is None):
            raise flaw(
                "approval_document",
                "укажите и id, и document, или уберите оба: они идут вместе",
                "id and document go together: give both or neither",
            )
        if self.id in RESERVED:
            raise flaw(
                "document_name",
                f"имя документа занято: {self.id}; дайте другое",
                f"the name of a document is taken: {self.id}; give another",
            )
        return self


class Place(Vocabulary):
    """Место опубликования."""

    BUDGET_PORTAL = "budget-portal", "единый портал бюджетной системы", "single portal of the budget system"
    OWN_SITE = "own-site", "собственный сайт", "own site"
    PRESS = "press", "печатное издание", "press"


class Publication(Entry):
    """Обязанность опубликовать: what, where, by whom and under which order.

    `place` is the place as the steps of a case call it.
    """

    what: Annotated[Literal["decree", "law-documents"], words.PUBLISHED]
    where: Annotated[Description, words.WHERE]
    place: Annotated[Place | None, words.PLACE] = None
    responsible: Annotated[BodyId | None, words.RESPONSIBLE] = None
    under: Annotated[Cite | None, words.UNDER] = None
    cite: Cited


class Mention(Entry):
    """Упоминание органа: its name in the text, and its id among the bodies; None where none is named."""

    name: Annotated[Description, words.MENTIONED]
    body: Annotated[BodyId | None, words.BODY]
    cite: Cited


class Alias(Entry):
    """Два имени одного: the name (`name_cite`) and what the source also calls it (`cite`)."""

    name: Annotated[Description, words.NAME]
    name_cite: Annotated[Cite, words.NAME_CITE]
    also: Annotated[Description, words.ALSO]
    cite: Annotated[Cite, words.ALSO_CITE]


class Blank(Entry):
    """Пропуск в тексте: a place that the source left empty."""

    what: Annotated[Description, words.LEFT_EMPTY]
    cite: Cited
