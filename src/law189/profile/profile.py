"""Профиль муниципалитета (profile): a municipality's own choices, each with its address.

A profile holds what one decree decided: services, working group, plan, indicators, documents, systems.
Another municipality adapts the file, not the code. An amendment is recorded in the same file, and
`Profile.on(day)` gives the edition of that day.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Annotated, Any, Literal

from pydantic import Field, GetJsonSchemaHandler, PrivateAttr, TypeAdapter
from pydantic_core import CoreSchema

from law189.calendar import Calendar
from law189.law import Act, Citation, Entry, Norm, Text, UnknownProvision
from law189.profile.acts import ActRef, Alias, Approval, Blank, Mention, Publication
from law189.profile.amendments import Amendment
from law189.profile.documents import Asked, DocumentKind, DocumentRule, InformationSystem, LocalAct, PaperRule
from law189.profile.federal import Federal
from law189.profile.group import WorkingGroup
from law189.profile.indicators import FactorAnalysis, Goal, Indicator
from law189.profile.parties import Body
from law189.profile.plan import Milestone, PlanItem, Stage
from law189.profile.references import BodyId
from law189.profile.services import SchoolName, Selection, Service
from law189.profile.slots import Adopted, Fill
from law189.readings import NO_CHOICES, Choices

__all__ = ["Profile"]


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
    adopted: tuple[Adopted, ...] = ()
    mentions: tuple[Mention, ...] = ()
    aliases: tuple[Alias, ...] = ()
    blanks: tuple[Blank, ...] = ()
    readings: Choices = NO_CHOICES

    _editions: _Editions = PrivateAttr(default_factory=_Editions)
    _acts: dict[str, Act] = PrivateAttr(default_factory=dict)
    _federal: Federal = PrivateAttr(default=Federal(delegations=(), slots=(), values=()))
    _calendar: Callable[[], Calendar] | None = PrivateAttr(default=None)

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """The JSON Schema of its file, which may hold amendments beside the fields of the first edition."""
        schema = handler.resolve_ref_schema(handler(core))
        if handler.mode == "validation":
            amendments = handler(TypeAdapter(tuple[Amendment, ...]).core_schema)
            schema["properties"]["amendments"] = {**amendments, "title": "Amendments"}
        return schema

    def model_post_init(self, context: object) -> None:
        """Keep what the reader knew: acts, so that `cite` can write addresses, the federal layer, the days."""
        if isinstance(context, dict):
            self._acts = context.get("acts", {})
            self._federal = context.get("federal", self._federal)
            self._calendar = context.get("calendar")

    def with_editions(self, later: tuple[tuple[date, "Profile"], ...]) -> "Profile":
        """The edition and its later ones, each with its first day in order of time, as one profile."""
        if not later:
            return self
        editions = _Editions(((date.min, self), *later))
        for _, edition in editions:
            edition._editions = editions  # noqa: SLF001  # its own kind
            vars(edition).pop("_dated", None)
        return self

    @cached_property
    def _dated(self) -> tuple[list[date], list["Profile"]]:
        """The first days of the editions and the editions; empty where there is one only."""
        return [since for since, _ in self._editions], [edition for _, edition in self._editions]

    def on(self, day: date) -> "Profile":
        """The edition of `day`: the decree with every amendment that holds on that day."""
        days, editions = self._dated
        return editions[bisect_right(days, day) - 1] if editions else self

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
    def federal(self) -> Federal:
        """The federal layer that the profile was read with."""
        return self._federal

    @cached_property
    def calendar(self) -> Calendar | None:
        """The working days that terms are counted in; None where the profile was read without them."""
        return None if self._calendar is None else self._calendar()

    def form_of(self, kind: DocumentKind) -> Asked | None:
        """What is asked of a document's form; None where the decree does not mention the document."""
        return self._forms.get(kind)

    @cached_property
    def _forms(self) -> Mapping[DocumentKind, Asked]:
        return {
            rule.kind: Asked(
                rule,
                tuple(paper for paper in self.paper if rule.kind in paper.documents),
                tuple(system for system in self.systems if rule.kind in system.forms),
                self.systems,
            )
            for rule in self.documents
        }

    def asked_by(self, act: LocalAct) -> tuple[Citation, ...]:
        """The provisions of the law and of the plan that ask for the act; empty where nothing does."""
        return self._asked.get(act, ())

    @cached_property
    def _asked(self) -> Mapping[LocalAct, tuple[Citation, ...]]:
        delegated = [(d.adopted_by, d.cite) for d in self._federal.delegations if d.adopted_by is not None]
        promised = [(act, item.cite) for item in self.plan for act in item.adopts]
        return {
            act: tuple(cite for about, cite in (*delegated, *promised) if about == act) for act in LocalAct
        }

    def adopted_on(self, act: LocalAct, day: date) -> Adopted | None:
        """The act of that kind that is in force on the day; the latest, where there are several."""
        for one in self._acts_of.get(act, ()):
            if one.in_force(day):
                return one
        return None

    def fill_on(self, slot_id: str, day: date) -> Fill | None:
        """The value that an act in force on the day gives to a slot; the latest, where there are several."""
        found = self.filled_on(slot_id, day)
        return None if found is None else found[1]

    def filled_on(self, slot_id: str, day: date) -> tuple[Adopted, Fill] | None:
        """The same value with the act that gives it."""
        return next((pair for pair in self._fills.get(slot_id, ()) if pair[0].in_force(day)), None)

    @cached_property
    def _acts_of(self) -> Mapping[LocalAct, tuple[Adopted, ...]]:
        latest = sorted(self.adopted, key=lambda one: one.since, reverse=True)
        return {act: tuple(one for one in latest if act in one.adopts) for act in LocalAct}

    @cached_property
    def _fills(self) -> Mapping[str, tuple[tuple[Adopted, Fill], ...]]:
        latest = sorted(self.adopted, key=lambda one: one.since, reverse=True)
        fills = [(one, fill) for one in latest for fill in one.fills]
        return {
            slot.id: tuple(pair for pair in fills if pair[1].slot == slot.id) for slot in self.federal.slots
        }

    @cached_property
    def titles(self) -> Mapping[str, Text]:
        """What a sentence calls each seat and each body, by its id."""
        bodies = {body.id: body.title for body in self.bodies}
        return MappingProxyType({**self.working_group.names, **bodies})

    @cached_property
    def numbers(self) -> tuple[tuple[str, Citation], ...]:
        """The unique number of every service, with its address."""
        return tuple((service.number, service.cite) for service in self.services)

    def milestone(self, milestone: Milestone) -> PlanItem | None:
        """The plan item that sets a term for a step of the lifecycles; None where none does."""
        return self._milestones.get(milestone)

    @cached_property
    def _milestones(self) -> Mapping[Milestone, PlanItem]:
        return {item.milestone: item for item in reversed(self.plan) if item.milestone is not None}

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
