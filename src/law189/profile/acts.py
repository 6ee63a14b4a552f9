"""Акты (acts): what the decree rests on, approves, publishes, mentions, calls by two names or left blank."""

from typing import Annotated, Literal

from law189.law import Cite, Entry, Text, Vocabulary
from law189.profile.references import BodyId, Number, known

__all__ = ["ActRef", "Alias", "Approval", "Blank", "Mention", "Place", "Publication"]


class ActRef(Entry):
    """Акт, на который опирается постановление: its id among the known acts, why, and where it says so."""

    id: Annotated[str, known("acts", "акта", "act")]
    why: Text
    cite: Cite


class Approval(Entry):
    """Что постановление утверждает: which annex, and what it is."""

    annex: Number
    what: Text
    cite: Cite


class Place(Vocabulary):
    """Место опубликования."""

    BUDGET_PORTAL = "budget-portal", "единый портал бюджетной системы", "single portal of the budget system"
    OWN_SITE = "own-site", "свой сайт", "own site"
    PRESS = "press", "печать", "press"


class Publication(Entry):
    """Обязанность опубликовать: what, where, by whom and under which order.

    `place` is the place as the steps of a case call it.
    """

    what: Literal["decree", "law-documents"]
    where: Text
    place: Place | None = None
    responsible: BodyId | None = None
    under: Cite | None = None
    cite: Cite


class Mention(Entry):
    """Упоминание органа: its name in the text, and its id among the bodies; None where none is named."""

    name: Text
    body: BodyId | None
    cite: Cite


class Alias(Entry):
    """Два имени одного: the name (`name_cite`) and what the source also calls it (`cite`)."""

    name: Text
    name_cite: Cite
    also: Text
    cite: Cite


class Blank(Entry):
    """Пропуск в тексте: a place that the source left empty."""

    what: Text
    cite: Cite
