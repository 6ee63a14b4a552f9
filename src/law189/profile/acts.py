"""Акты (acts): what the decree rests on, approves, publishes, mentions, calls by two names or left blank."""

from typing import Annotated, Literal

from law189.law import Cite, Entry, Text, Vocabulary
from law189.profile.references import BodyId, Number, known
from law189.profile.words import acts as words
from law189.profile.words.common import Cited

__all__ = ["ActRef", "Alias", "Approval", "Blank", "Mention", "Place", "Publication"]


class ActRef(Entry):
    """Акт, на который опирается постановление: its id among the known acts, why, and where it says so."""

    id: Annotated[str, known("acts", "акта", "act"), words.ACT_ID]
    why: Annotated[Text, words.WHY]
    cite: Cited


class Approval(Entry):
    """Что постановление утверждает: which annex, and what it is."""

    annex: Annotated[Number, words.ANNEX]
    what: Annotated[Text, words.APPROVED]
    cite: Cited


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
    where: Annotated[Text, words.WHERE]
    place: Annotated[Place | None, words.PLACE] = None
    responsible: Annotated[BodyId | None, words.RESPONSIBLE] = None
    under: Annotated[Cite | None, words.UNDER] = None
    cite: Cited


class Mention(Entry):
    """Упоминание органа: its name in the text, and its id among the bodies; None where none is named."""

    name: Annotated[Text, words.MENTIONED]
    body: Annotated[BodyId | None, words.BODY]
    cite: Cited


class Alias(Entry):
    """Два имени одного: the name (`name_cite`) and what the source also calls it (`cite`)."""

    name: Annotated[Text, words.NAME]
    name_cite: Annotated[Cite, words.NAME_CITE]
    also: Annotated[Text, words.ALSO]
    cite: Annotated[Cite, words.ALSO_CITE]


class Blank(Entry):
    """Пропуск в тексте: a place that the source left empty."""

    what: Annotated[Text, words.LEFT_EMPTY]
    cite: Cited
