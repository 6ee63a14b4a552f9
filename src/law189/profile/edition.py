"""Редакция (edition): what the decree said between two of its amendments, each value with its address.

An edition holds services, working group, plan, indicators, documents, systems and the acts adopted. It is what
rules, steps and lints see. `law189.profile.profile` keeps the editions of one decree together.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Annotated, Any

from pydantic import Field, PrivateAttr, model_validator

from law189.calendar import Calendar
from law189.kinds.asked import methods_asked
from law189.law import Act, Citation, Day, Description, Norm, Text, UnknownProvision, about
from law189.profile.acts import ActRef, Alias, Approval, Blank, Mention, Publication
from law189.profile.conditions import LocalCondition
from law189.profile.documents import Asked, DocumentKind, DocumentRule, InformationSystem, LocalAct, PaperRule
from law189.profile.effect import Effective
from law189.profile.federal import Federal
from law189.profile.group import WorkingGroup
from law189.profile.indicators import FactorAnalysis, Goal, Indicator
from law189.profile.norms import GROUP, norms_of, owner_of
from law189.profile.parameters import Parameters
from law189.profile.parties import Body
from law189.profile.plan import Milestone, PlanItem, Stage
from law189.profile.references import BodyId
from law189.profile.services import ExcludedProvider, Selection, Service
from law189.profile.slots import Adopted, Fill, OwnValue
from law189.profile.validity import Entering, Lapse, in_its_time
from law189.profile.words import edition as words
from law189.profile.words.validity import LAPSES
from law189.readings import NO_CHOICES, Choices

__all__ = ["Edition"]


@methods_asked
class Edition(Effective):
    """Редакция: everything one municipality had decided by a day; `load_profile` alone reads it."""

    profile: Annotated[str, Field(pattern=r"^[a-z]+(_[a-z]+)*$"), words.PROFILE]
    title: Annotated[Description, words.TITLE]
    act: Annotated[Act, words.ACT]
    acts: Annotated[tuple[ActRef, ...], words.ACTS] = ()
    approvals: Annotated[tuple[Approval, ...], words.APPROVALS] = ()
    direction: Annotated[Norm[Description] | None, words.DIRECTION] = None
    bodies: Annotated[tuple[Body, ...], words.BODIES] = ()
    authorized_body: Annotated[Norm[BodyId] | None, words.AUTHORIZED_BODY] = None
    services: Annotated[tuple[Service, ...], words.SERVICES] = ()
    excluded_providers: Annotated[tuple[ExcludedProvider, ...], words.EXCLUDED_PROVIDERS] = ()
    licence: Annotated[Norm[Description] | None, words.LICENCE] = None
    parameters: Annotated[tuple[Parameters, ...], words.PARAMETERS] = ()
    selection: Annotated[tuple[Selection, ...], words.SELECTION] = ()
    documents: Annotated[tuple[DocumentRule, ...], words.DOCUMENTS] = ()
    paper: Annotated[tuple[PaperRule, ...], words.PAPER] = ()
    systems: Annotated[tuple[InformationSystem, ...], words.SYSTEMS] = ()
    publication: Annotated[tuple[Publication, ...], words.PUBLICATION] = ()
    entry_into_force: Annotated[Norm[Entering] | None, words.ENTRY_INTO_FORCE] = None
    covers_since: Annotated[Norm[Day] | None, words.COVERS_SINCE] = None
    lapses: Annotated[tuple[Lapse, ...], LAPSES] = ()
    control: Annotated[Norm[Description] | None, words.CONTROL] = None
    working_group: Annotated[WorkingGroup | None, words.WORKING_GROUP] = None
    stages: Annotated[tuple[Stage, ...], words.STAGES] = ()
    plan: Annotated[tuple[PlanItem, ...], words.PLAN] = ()
    goals: Annotated[tuple[Goal, ...], words.GOALS] = ()
    indicators: Annotated[tuple[Indicator, ...], words.INDICATORS] = ()
    factor_analysis: Annotated[Norm[FactorAnalysis] | None, words.FACTOR_ANALYSIS] = None
    adopted: Annotated[tuple[Adopted, ...], words.ADOPTED] = ()
    values: Annotated[tuple[OwnValue, ...], words.VALUES] = ()
    mentions: Annotated[tuple[Mention, ...], words.MENTIONS] = ()
    aliases: Annotated[tuple[Alias, ...], words.ALIASES] = ()
    blanks: Annotated[tuple[Blank, ...], words.BLANKS] = ()
    conditions: Annotated[tuple[LocalCondition, ...], words.CONDITIONS] = ()
    readings: Annotated[Choices, words.READINGS] = NO_CHOICES

    _acts: dict[str, Act] = PrivateAttr(default_factory=dict)
    _federal: Federal = PrivateAttr(default=Federal(delegations=(), slots=(), values=()))
    _calendar: Callable[[], Calendar] | None = PrivateAttr(default=None)
    _amended_by: tuple[tuple[date, Act], ...] = PrivateAttr(default=())

    _in_its_time = model_validator(mode="after")(in_its_time)

    def model_post_init(self, context: object) -> None:
        """Keep what the reader knew: acts, so that `cite` can write addresses, the federal layer, the days."""
        if isinstance(context, dict):
            self._acts = context.get("acts", {})
            self._federal = context.get("federal", self._federal)
            self._calendar = context.get("calendar")
            self._amended_by = context.get("amended_by", ())

    def cite(self, address: str) -> Citation:
        """The citation of `app3.5.5` in this decree, or of `189-fz/art20.part1` in an act it names."""
        act, _, within = address.rpartition("/")
        if act in ("", self.act.id):
            return self.act.cite(within)
        found = self._acts.get(act)
        if found is None:
            known = ", ".join([*self._acts, self.act.id])
            raise UnknownProvision(f"no act «{act}» is known here; known: {known}")
        return found.cite(within)

    @property
    def whole(self) -> Citation:
        """The citation of the decree as a whole."""
        return self.act.whole

    def act_of(self, ref: ActRef) -> Act:
        """The act that a reference names."""
        return self._acts[ref.id]

    @property
    def amended(self) -> tuple[date, ...]:
        """The days from which the amendments hold that made this edition, in order of time."""
        return tuple(since for since, _ in self._amended_by)

    @property
    def amended_by(self) -> tuple[tuple[date, Act], ...]:
        """The acts that made this edition, each with the day from which it holds, in order of time."""
        return self._amended_by

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
        promised = [
            (act, item.cite) for item in self.plan if not self.absent(item.cite) for act in item.adopts
        ]
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
        """The same value with the act that gives it. Raises `UnknownProvision` on a slot that no law leaves."""
        if self._fills:
            self.federal.slot(slot_id)
        given = [pair for pair in self._fills.get(slot_id, ()) if pair[0].in_force(day)]
        return given[0] if given else None

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

    def done_by_acts(self, item_id: str, on: date) -> date | None:
        """The day by which all acts of a plan item were adopted; None while one is not, and where it has none."""
        acts = next((item.adopts for item in self.plan if item.id == item_id), ())
        days = {act: [a.day for a in self.adopted if act in a.adopts and a.day <= on] for act in acts}
        return max(min(of_act) for of_act in days.values()) if days and all(days.values()) else None

    def parameters_of(self, services: Iterable[str]) -> tuple[Parameters, ...]:
        """What is set for any of the services."""
        named = tuple(services)
        return tuple(one for one in self.parameters if any(one.of(service) for service in named))

    @cached_property
    def bodies_of_services(self) -> tuple[Parameters, ...]:
        """The parameters that name a body of their own for some services."""
        return tuple(one for one in self.parameters if one.body is not None)

    def authorized(self, services: Collection[str] = ()) -> tuple[Norm[str], ...]:
        """Уполномоченные органы: who answers for the services, each once; empty where nobody is named.

        An act may name a body for some services; the authorised body answers for the rest. Where no service is
        named yet, all of them are given.
        """
        whole = () if self.authorized_body is None else (self.authorized_body,)
        if not (named := self.bodies_of_services):
            return whole
        own = {
            one.body: Norm[str](value=one.body, basis=one.cite)
            for one in named
            if one.body is not None and (not services or any(one.of(service) for service in services))
        }
        rest = not services or any(not any(one.of(service) for one in named) for service in services)
        found = {norm.value: norm for norm in (*(whole if rest else ()), *own.values())}
        return tuple(found.values())

    def conditions_at(self, step: str, day: date) -> tuple[LocalCondition, ...]:
        """What the municipality adds to the step, such as `certificate.applied_for`, on the day."""
        return tuple(one for one in self.conditions if one.step == step and one.in_force(day))

    @cached_property
    def titles(self) -> Mapping[str, Text]:
        """What a sentence calls each seat and each body, by its id."""
        bodies = {body.id: body.title for body in self.bodies}
        seats = {} if self.working_group is None else self.working_group.names
        return MappingProxyType({**seats, **bodies})

    @cached_property
    def numbers(self) -> tuple[tuple[str, Citation], ...]:
        """The unique number of every service, with its address."""
        return tuple((service.number, service.cite) for service in self.services)

    @cached_property
    def listed_at(self) -> tuple[Citation, ...]:
        """Where the decree organises its services and where it lists them: the items, and each annex once."""
        said = [one.services for one in self.selection if one.services is not None]
        annexes = [
            self.cite(f"{service.cite.act}/{annex}")
            for service in self.services
            for annex, dot, _ in (service.cite.address.partition("."),)
            if dot and annex.startswith("app")
        ]
        return tuple(dict.fromkeys((self.basis("direction"), *said, *annexes, *self._unlisted)))

    def milestone(self, milestone: Milestone) -> PlanItem | None:
        """The plan item that sets a term for a step of the lifecycles; None where none does."""
        return self._milestones.get(milestone)

    def due_by(self, milestone: Milestone) -> tuple[Citation, ...]:
        """Where the plan sets a term for the step; empty where it sets none."""
        item = self._milestones.get(milestone)
        return () if item is None or self.absent(item.cite) else (item.cite,)

    @cached_property
    def _milestones(self) -> Mapping[Milestone, PlanItem]:
        return {item.milestone: item for item in reversed(self.plan) if item.milestone is not None}

    def norm(self, path: str) -> "Norm[Any] | None":
        """The norm at a path such as `working_group.quorum`; None where the decree is silent.

        Raises `UnknownProvision` on a path that no profile has.
        """
        above, _, name = path.rpartition(".")
        entry: Any = self if not above else self.working_group if above == GROUP else None
        said = {} if entry is None else vars(entry)
        norm: Norm[Any] | None = said.get(name)
        if not isinstance(norm, Norm) and (norm is not None or name not in said):
            owner_of(path, Edition)
        return norm

    def basis(self, path: str) -> Citation:
        """Where the decree has the norm at that path; the decree as a whole where it is silent."""
        norm = self.norm(path)
        return self.whole if norm is None else norm.basis

    @staticmethod
    def title_of(path: str) -> Text:
        """What the norm at that path is called. Raises `UnknownProvision` on a path that no profile has."""
        said = about(owner_of(path, Edition), path.rpartition(".")[2])
        assert said is not None, "every field of a profile says what it is"
        return said.title

    @cached_property
    def norms(self) -> tuple[tuple[str, "Norm[Any]"], ...]:
        """Every value that is a norm, by its key."""
        return tuple(norms_of(self))
