"""Разделы профиля (sections of a profile): the entries that a municipality's file is made of.

Each entry has the address where the decree says so. References within the file go by id.

>>> IndicatorValue(value="tbd", year=2023).value
'tbd'
>>> IndicatorValue(value=0.5, year=2023)
Traceback (most recent call last):
    ...
pydantic_core._pydantic_core.ValidationError: 1 validation error for IndicatorValue
value
  ...
"""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, StrictInt, ValidationInfo, model_validator

from law189.documents import LocalAct
from law189.extracts import Way
from law189.files.wording import did_you_mean
from law189.law import Cite, Day, Entry, Grade, Text, flaw, in_order
from law189.terms import Term

__all__ = [
    "ActRef",
    "Alias",
    "Approval",
    "Blank",
    "BodyId",
    "FactorAnalysis",
    "Goal",
    "Indicator",
    "IndicatorValue",
    "Mention",
    "Milestone",
    "PlanItem",
    "Publication",
    "SchoolName",
    "Selection",
    "Service",
    "Stage",
]


def _known(what: str, ru: str, en: str) -> AfterValidator:
    """A reference to an entry of the same file, by its id."""

    def look(value: Any, info: ValidationInfo) -> Any:
        ids = info.context.get(what, ()) if isinstance(info.context, dict) else (value,)
        if value not in ids:
            hint = did_you_mean(str(value), ids)
            raise flaw(
                "unknown_reference",
                f"{ru} «{value}» в файле нет; {hint.ru}",
                f"the file has no {en} «{value}»; {hint.en}",
            )
        return value

    return AfterValidator(look)


BodyId = Annotated[str, _known("bodies", "органа", "body")]
Number = Annotated[StrictInt, Field(ge=1)]


class Service(Entry):
    """Услуга перечня: its place in the list, its unique number as the source writes it, its kind."""

    number: Annotated[str, Field(min_length=1)]
    title: Text
    direction: Text | None = None
    attendance: Text | None = None
    cite: Cite

    @property
    def id(self) -> str:
        """Its address, which is how the list of provisions calls it."""
        return self.cite.address


class SchoolName(Entry):
    """Особое наименование: a kind of school that the decree leaves out, by its official kind name."""

    id: str
    name: Text
    cite: Cite


class Selection(Entry):
    """Способ отбора исполнителей: which way, on which days, by which provision of the law.

    `since` and `until` are both within the term, None where the source names no such day. `services` is where
    it says for which services.
    """

    way: Literal[Way.CERTIFICATE, Way.COMPETITION]
    since: Day | None = None
    until: Day | None = None
    law: Cite | None = None
    services: Cite | None = None
    cite: Cite
    grade: Grade = Grade.FULL_TEXT

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        in_order(self.since, self.until)
        return self

    def holds(self, day: date) -> bool:
        """Whether the way is chosen for the day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    @cached_property
    def text(self) -> Text:
        """The choice in words, with its days."""
        ru, en = Way(self.way).text.ru, Way(self.way).text.en
        if self.since is not None:
            ru, en = f"{ru} с {self.since:%d.%m.%Y}", f"{en} from {self.since.isoformat()}"
        if self.until is not None:
            ru, en = f"{ru} по {self.until:%d.%m.%Y}", f"{en} to {self.until.isoformat()}"
        if self.grade is Grade.ASSUMED:
            ru, en = f"{ru} (взято по смыслу)", f"{en} (taken from the sense)"
        return Text(ru, en)


class ActRef(Entry):
    """Акт, на который опирается постановление: its id among the known acts, why, and where it says so."""

    id: Annotated[str, _known("acts", "акта", "act")]
    why: Text
    cite: Cite


class Approval(Entry):
    """Что постановление утверждает: which annex, and what it is."""

    annex: Number
    what: Text
    cite: Cite


class Stage(Entry):
    """Этап плана."""

    id: Number
    title: Text
    cite: Cite


class Milestone(StrEnum):
    """Веха: what a plan item sets a term for, besides the adoption of an act."""

    ORDER = "order"
    REGISTER = "register"
    AGREEMENTS = "agreements"
    CERTIFICATES = "certificates"
    SELECTION = "selection"


class PlanItem(Entry):
    """Мероприятие плана: what is due, by when, from whom, with which result, and which act it adopts.

    `result_of` is the act that the source's result cell speaks of, where it speaks of one. `milestone` is the
    step of the lifecycles that the item sets a term for.
    """

    stage: Annotated[Number, _known("stages", "этапа", "stage")]
    title: Text
    term: Term
    result: Text
    result_of: LocalAct | None = None
    responsible: BodyId | None
    adopts: tuple[LocalAct, ...] = ()
    milestone: Milestone | None = None
    cite: Cite

    @property
    def id(self) -> str:
        """Its address, which is how the list of provisions calls it."""
        return self.cite.address


def _quantity(value: object) -> object:
    if isinstance(value, bool | Decimal) or value == "tbd":
        return value
    if isinstance(value, int):
        return Decimal(value)
    raise flaw(
        "indicator_value",
        f"нужно целое число, true, false или tbd (будет определено), а указано: {value!r}",
        f"a whole number, true, false or tbd (to be determined) is needed, not {value!r}",
    )


class IndicatorValue(Entry):
    """Значение показателя: a number, yes or no, or `tbd`, which is a state and not a zero.

    `year` is None where the source leaves it blank; `month` where the source names none.
    """

    value: Annotated[Decimal | bool | Literal["tbd"], BeforeValidator(_quantity)]
    year: Annotated[StrictInt, Field(ge=2000, le=2100)] | None
    month: Annotated[StrictInt, Field(ge=1, le=12)] | None = None


class Indicator(Entry):
    """Показатель эффективности: goal, type, unit, base and target.

    `unit` is None where nothing tells it, and graded `assumed` where it follows from the words only;
    `responsible` is None where the source leaves the cell blank.
    """

    goal: Annotated[Number, _known("goals", "цели", "goal")]
    type: Literal["process", "intermediate", "final"]
    title: Text
    unit: Literal["units", "persons", "percent", "yes_no", "exists_none"] | None
    unit_grade: Grade = Grade.FULL_TEXT
    base: IndicatorValue
    target: IndicatorValue
    responsible: BodyId | None
    cite: Cite

    @property
    def id(self) -> str:
        """Its address, which is how the list of provisions calls it."""
        return self.cite.address


class Goal(Entry):
    """Цель, по которой сгруппированы показатели."""

    id: Number
    title: Text
    cite: Cite


class Publication(Entry):
    """Обязанность опубликовать: what, where, by whom and under which order.

    `place` is the place as the steps of a case call it.
    """

    what: Literal["decree", "law-documents"]
    where: Text
    place: Literal["budget-portal", "own-site", "press"] | None = None
    responsible: BodyId | None = None
    under: Cite | None = None
    cite: Cite


class FactorAnalysis(Entry):
    """Пофакторный анализ: until when it must give the values that are still to be determined."""

    before: Day
    method: Text


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
