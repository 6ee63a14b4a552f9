"""Профиль муниципалитета (profile): a municipality's own choices, each with its address.

A profile holds what one decree decided: services, working group, plan, indicators, documents, systems.
Another municipality adapts the file, not the code. An amendment is recorded in the same file, and
`Profile.on(day)` gives the edition of that day.
"""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    PrivateAttr,
    StrictInt,
    ValidationInfo,
)

from law189.documents import DocumentRule, InformationSystem, LocalAct, PaperRule
from law189.law import Act, Citation, Cite, Day, Entry, Grade, Norm, Text, UnknownProvision, flaw
from law189.parties import Body, WorkingGroup
from law189.readings import Choices
from law189.terms import Term
from law189.wording import did_you_mean

__all__ = ["Indicator", "IndicatorValue", "PlanItem", "Profile", "Service"]


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
    """Способ отбора исполнителей: which way, in which years, by which provision of the law."""

    way: Literal["certificate", "competition"]
    since: Day
    until: Day
    law: Cite
    services: Cite
    cite: Cite


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


class PlanItem(Entry):
    """Мероприятие плана: what is due, by when, from whom, with which result, and which act it adopts.

    `result_of` is the act that the source's result cell speaks of, where it speaks of one.
    """

    stage: Annotated[Number, _known("stages", "этапа", "stage")]
    title: Text
    term: Term
    result: Text
    result_of: LocalAct | None = None
    responsible: BodyId | None
    adopts: tuple[LocalAct, ...] = ()
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
    """Обязанность опубликовать: what, where, by whom and under which order."""

    what: Literal["decree", "law-documents"]
    where: Text
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


class _Editions(tuple[tuple[date, "Profile"], ...]):
    """The editions of a profile, each with its first day; equal where their days and fields are."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Editions) and self.told() == other.told()

    def __hash__(self) -> int:
        return hash(tuple(since for since, _ in self))

    def told(self) -> list[tuple[date, dict[str, object]]]:
        """Each first day with the fields of its edition."""
        return [
            (since, {name: getattr(edition, name) for name in Profile.model_fields})
            for since, edition in self
        ]


class Profile(Entry):
    """Профиль: everything one municipality decided, as one edition of its decree."""

    profile: Annotated[str, Field(pattern=r"^[a-z]+(_[a-z]+)*$")]
    title: Text
    act: Act
    acts: tuple[ActRef, ...]
    approvals: tuple[Approval, ...]
    direction: Norm[Text]
    bodies: tuple[Body, ...]
    authorized_body: Norm[BodyId] | None = None
    services: Annotated[tuple[Service, ...], Field(min_length=1)]
    excluded_schools: tuple[SchoolName, ...] = ()
    selection: tuple[Selection, ...] = ()
    documents: tuple[DocumentRule, ...]
    paper: tuple[PaperRule, ...] = ()
    systems: tuple[InformationSystem, ...]
    publication: tuple[Publication, ...]
    entry_into_force: Norm[Literal["day_after_publication", "on_publication", "on_signing"]] | None = None
    control: Norm[Text]
    working_group: WorkingGroup
    stages: tuple[Stage, ...]
    plan: tuple[PlanItem, ...]
    goals: tuple[Goal, ...]
    indicators: tuple[Indicator, ...]
    factor_analysis: Norm[FactorAnalysis] | None = None
    mentions: tuple[Mention, ...] = ()
    aliases: tuple[Alias, ...] = ()
    blanks: tuple[Blank, ...] = ()
    readings: Choices = Field(default_factory=dict)

    _editions: _Editions = PrivateAttr(default_factory=_Editions)
    _acts: dict[str, Act] = PrivateAttr(default_factory=dict)

    def model_post_init(self, context: object) -> None:
        """Keep the acts that the reader knew, so that `cite` can write their addresses."""
        if isinstance(context, dict):
            self._acts = context.get("acts", {})

    def with_editions(self, later: tuple[tuple[date, "Profile"], ...]) -> "Profile":
        """The edition and its later ones, each with its first day in order of time, as one profile."""
        if not later:
            return self
        editions = _Editions(((date.min, self), *later))
        for _, edition in editions:
            edition._editions = editions  # noqa: SLF001  # its own kind
        return self

    def on(self, day: date) -> "Profile":
        """The edition of `day`: the decree with every amendment that holds on that day."""
        if not self._editions:
            return self
        return self._editions[bisect_right(self._editions, day, key=lambda edition: edition[0]) - 1][1]

    @property
    def editions(self) -> tuple[date, ...]:
        """The days on which an amendment begins to hold."""
        return tuple(since for since, _ in self._editions[1:])

    @property
    def latest(self) -> "Profile":
        """The last edition."""
        return self._editions[-1][1] if self._editions else self

    def cite(self, address: str) -> Citation:
        """The citation of `app3.5.5` in this decree, or of `189-fz/art20.part1` in an act it names."""
        act, _, within = address.rpartition("/")
        known = self._acts | {self.act.id: self.act}
        if (act or self.act.id) not in known:
            raise UnknownProvision(f"no act «{act}» is known here; known: {', '.join(known)}")
        return known[act or self.act.id].cite(within)

    def act_of(self, ref: ActRef) -> Act:
        """The act that a reference names."""
        return self._acts[ref.id]

    @cached_property
    def norms(self) -> tuple[tuple[str, "Norm[Any]"], ...]:
        """Every value that is a norm, by its key."""
        return tuple(_norms(self, ""))


def _norms(entry: Entry, above: str) -> Iterator[tuple[str, "Norm[Any]"]]:
    for name in type(entry).model_fields:
        value = getattr(entry, name)
        if isinstance(value, Norm):
            yield above + name, value
        elif isinstance(value, Entry):
            yield from _norms(value, f"{above}{name}.")
