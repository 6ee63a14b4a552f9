"""План (plan): its stages and items, each with a term, a body and a result."""

from typing import Annotated, Self

from pydantic import AfterValidator, BeforeValidator, model_validator

from law189.law import Description, Entry, Vocabulary, flaw
from law189.profile.called import RowId
from law189.profile.dated import YearNumber
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


def _once(bodies: tuple[str, ...]) -> tuple[str, ...]:
    doubled = sorted({body for body in bodies if bodies.count(body) > 1})
    if doubled:
        raise flaw(
            "responsible_doubled",
            f"ответственные названы не раз: {', '.join(doubled)}; оставьте по одному",
            f"responsible, named more than once: {', '.join(doubled)}; keep one of each",
        )
    return bodies


def _several(value: object) -> object:
    """One body as a list of one; none, where the cell is blank, as an empty list."""
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else value


Bodies = Annotated[
    tuple[BodyId, ...],
    BeforeValidator(_several, json_schema_input_type=str | tuple[str, ...] | None),
    AfterValidator(_once),
]


class PlanItem(Entry):
    """Мероприятие плана: what is due, by when, from whom, with which result, and which act it adopts.

    What the plan does not say is left out: the stage, the result, who is responsible. `result_of` is the act that
    the source's result cell speaks of, where it speaks of one. `milestone` is the step of the lifecycles that the
    item sets a term for; `order_year` the year of the order whose agreements it speaks of, where it names one.
    """

    stage: Annotated[Annotated[Number, known("stages", "этапа", "stage")] | None, words.STAGE] = None
    title: Annotated[Description, words.MEASURE]
    term: Annotated[Term, words.TERM]
    result: Annotated[Description | None, words.RESULT] = None
    result_of: Annotated[LocalAct | None, words.RESULT_OF] = None
    responsible: Annotated[Bodies, words.RESPONSIBLE] = ()
    adopts: Annotated[tuple[LocalAct, ...], words.ADOPTS] = ()
    milestone: Annotated[Milestone | None, words.MILESTONE] = None
    order_year: Annotated[YearNumber | None, words.ORDER_YEAR] = None
    cite: Cited
    id: Annotated[RowId, words.ROW_ID] = ""

    @model_validator(mode="after")
    def _of_agreements(self) -> Self:
        if self.order_year is not None and self.milestone is not Milestone.AGREEMENTS:
            raise flaw(
                "order_year",
                "год заказа (order_year) указывают у мероприятия о соглашениях; добавьте milestone: agreements или "
                "уберите order_year",
                "the year of the order (order_year) is told of a measure on agreements; add milestone: agreements, "
                "or leave order_year out",
            )
        return self
