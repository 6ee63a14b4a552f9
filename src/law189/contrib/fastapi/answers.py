"""Что отвечает сервер (what the server answers): a model for each answer, from which OpenAPI is made."""

from functools import reduce
from operator import or_
from typing import Annotated, Any

from pydantic import BaseModel, Field

from law189.audit.schemas.outlook_forms import DutyForm, OptionForm
from law189.casebook.cycles import CYCLES
from law189.cases.history import Decision
from law189.law import Day, Text
from law189.verdict import Outcome, Verdict

__all__ = ["CaseState", "DueDuties", "Options", "ProblemKind", "ShownCase", "ShownRecord", "StepTaken"]


def _events() -> Any:
    """Every event of every lifecycle: within one lifecycle its `kind` says which it is."""
    clauses = ((*cycle.clauses, cycle.annulment) for cycle in CYCLES.values())
    unions = (reduce(or_, dict.fromkeys(clause.event for clause in those)) for those in clauses)
    return reduce(or_, (Annotated[union, Field(discriminator="kind")] for union in unions))


class CaseState(BaseModel):
    """Где стоит дело: its lifecycle and id, its state, and how many records it has."""

    lifecycle: str
    id: str
    state: str
    version: int


class ShownRecord(BaseModel):
    """Запись дела: the event, the state after it, and what was said of it in one language."""

    event: _events()  # type: ignore[valid-type]  # made at run time
    state: str
    outcome: Outcome
    told: list[str]
    decision: Decision | None
    annulled: bool


class ShownCase(CaseState):
    """Дело с записями: from first to last."""

    title: str
    records: list[ShownRecord]


class StepTaken(CaseState):
    """Шаг записан: where the case stands after it, the verdict, and the cases that it moved besides."""

    verdict: Verdict
    linked: list[CaseState]


class Options(CaseState):
    """Возможные шаги на день: each permitted, or with all that is against it."""

    on: Day
    options: list[OptionForm]


class DueDuties(CaseState):
    """Открытые обязанности на день."""

    on: Day
    duties: list[DutyForm]


class ProblemKind(BaseModel):
    """Вид отказа: its status and its title."""

    status: int
    title: Text
