"""План (plan): its stages and items, each with a term, a body and a result."""

from typing import Annotated

from law189.law import Entry, Text, Vocabulary
from law189.profile.documents import LocalAct
from law189.profile.references import BodyId, Number, known
from law189.profile.terms import Term
from law189.profile.words import plan as words
from law189.profile.words.common import Cited, Titled

__all__ = ["Milestone", "PlanItem", "Stage"]


class Stage(Entry):
    """Этап плана."""

    id: Annotated[Number, words.STAGE_ID]
    title: Titled
    cite: Cited


class Milestone(Vocabulary):
    """Веха: what a plan item sets a term for, besides the adoption of an act."""

    ORDER = "order", "заказ сформирован, утверждён, размещён", "the order is formed, approved, published"
    REGISTER = "register", "реестр исполнителей сформирован", "the register of providers is formed"
    AGREEMENTS = "agreements", "соглашения заключены", "the agreements are concluded"
    CERTIFICATES = (
        "certificates",
        "сертификаты и реестр получателей сформированы",
        "the certificates and the register of recipients are formed",
    )
    SELECTION = "selection", "отбор исполнителей проведён", "the providers are selected"


class PlanItem(Entry):
    """Мероприятие плана: what is due, by when, from whom, with which result, and which act it adopts.

    `result_of` is the act that the source's result cell speaks of, where it speaks of one. `milestone` is the
    step of the lifecycles that the item sets a term for.
    """

    stage: Annotated[Number, known("stages", "этапа", "stage"), words.STAGE]
    title: Annotated[Text, words.MEASURE]
    term: Annotated[Term, words.TERM]
    result: Annotated[Text, words.RESULT]
    result_of: Annotated[LocalAct | None, words.RESULT_OF] = None
    responsible: Annotated[BodyId | None, words.RESPONSIBLE]
    adopts: Annotated[tuple[LocalAct, ...], words.ADOPTS] = ()
    milestone: Annotated[Milestone | None, words.MILESTONE] = None
    cite: Cited

    @property
    def id(self) -> str:
        """Its address, which is how the list of provisions calls it."""
        return self.cite.address
