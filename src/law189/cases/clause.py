"""Клаузула (clause): the heading of one step, which can be read without running it, and its conditions.

What repeats on every step is declared in the heading and judged by the engine: who may act, the document and
so its form and system, the acts that must be adopted, the term, and what is known before the facts.

>>> from law189.workflows.certificate import lifecycle as certificate
>>> formed = certificate.clause("formed")
>>> formed.document, formed.within.slot
(<DocumentKind.CERTIFICATE: 'certificate'>, 'certificate.forming_term')
>>> formed.target = "used"
Traceback (most recent call last):
    ...
dataclasses.FrozenInstanceError: cannot assign to field 'target'
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Generic, NamedTuple, TypeVar

from law189.cases.history import Event, History
from law189.law import Citation, Grade, Text
from law189.profile.documents import DocumentKind, Handed, LocalAct
from law189.profile.parties import Party
from law189.profile.profile import Profile
from law189.rules import adoption, forms, periods, roles
from law189.verdict import Outcome, Verdict

__all__ = ["Assumed", "Case", "Clause", "Moment", "Within", "act_adopted", "value_unset"]

E = TypeVar("E", bound=Event)


class Case(NamedTuple):
    """What is known before the facts of a step: the day, the profile's edition of it, and the history.

    `editions` is the profile with all its editions, for what must be judged by the law of another day.
    """

    on: date
    profile: Profile
    history: History
    editions: Profile


class Moment(NamedTuple, Generic[E]):
    """What the conditions of a clause look at: the event, and the same as a case has."""

    event: E
    profile: Profile
    history: History
    editions: Profile


@dataclass(frozen=True, slots=True)
class Assumed:
    """The mark of a step that no provision names: this library's modelling choice, and why."""

    why: Text


@dataclass(frozen=True, slots=True)
class Within:
    """Срок шага: the slot that sets it, and the day from which it is counted."""

    slot: str
    since: Callable[[History], date]


@dataclass(frozen=True)
class Clause:
    """Клаузула: the heading of one step and its conditions.

    `basis` is an address in an act (`189-fz/art20.part1`), the path of a norm in the profile
    (`working_group.quorum`), or the mark `Assumed`. `by` lists who may act; None where anybody may.
    `document` is what is handed in by this step, `acts` what must be adopted for it, `values` which slots must
    be filled, `within` its term, and `given` judges what else is known before the facts. `duty` names what
    somebody must do by taking this step, and `until` gives its last day where no slot does.
    """

    event: type[Event]
    kind: str
    title: Text
    source: tuple[str, ...]
    target: str
    basis: str | Assumed
    conditions: Callable[[Any], Iterator[Verdict]]
    code: str
    norm: Callable[[Profile], Citation] | None
    by: tuple[str, ...] | None = None
    document: DocumentKind | None = None
    acts: tuple[LocalAct, ...] = ()
    values: tuple[str, ...] = ()
    within: Within | None = None
    given: tuple[Callable[[Case], Verdict | None], ...] = ()
    duty: Text | None = None
    until: Callable[[History], date | None] | None = None

    @cached_property
    def plain(self) -> bool:
        """Whether the heading asks for nothing: anybody may act, and nothing must be there first."""
        asked = (self.by, self.document, self.within, *self.acts, *self.values, *self.given)
        return all(one is None for one in asked)

    def cites(self, profile: Profile) -> tuple[Citation, ...]:
        """Where the law says so; empty where the step is assumed."""
        if self.norm is not None:
            return (self.norm(profile),)
        return (profile.cite(self.basis),) if isinstance(self.basis, str) else ()

    def who(self, profile: Profile) -> tuple[str, ...] | None:
        """Who may act, as `Event.by` names them; None where anybody may."""
        if self.by is None or Party.AUTHORIZED_BODY not in self.by:
            return self.by
        body = profile.authorized_body
        named = () if body is None else (body.value,)
        return (*named, *(party for party in self.by if party != Party.AUTHORIZED_BODY))

    def head(
        self, parts: list[Verdict], event: Event, profile: Profile, history: History, editions: Profile
    ) -> None:
        """Add to `parts` what the heading says of the step: who acts, the document, what is known before."""
        if self.by is not None:
            self._acting(parts, event.by, profile)
        if self.document is not None:
            self._handed(parts, event, profile)
        if self.acts or self.values or self.within is not None or self.given:
            self.known(parts, Case(event.on, profile, history, editions))

    def _acting(self, parts: list[Verdict], by: str, profile: Profile) -> None:
        """Whether who took the step may: told where a norm names the body, and where it is not so."""
        key = (self.by, by)  # not the code: the same step from another state may have other actors
        if (known := profile.remembered.get(key)) is not None:
            parts.append(known)
            return
        allowed, body = self.who(profile) or (), profile.authorized_body
        of_body = self.by is not None and Party.AUTHORIZED_BODY in self.by
        if of_body and body is not None:
            taken = body.grade is Grade.ASSUMED
            verdict = roles.acting(by, allowed, body.basis, titles=profile.titles, assumed=taken)
            parts.append(_kept(key, verdict, profile))
        elif by not in allowed:
            parts.append(
                roles.acting(by, () if of_body else allowed, *self.cites(profile), titles=profile.titles)
            )

    def _handed(self, parts: list[Verdict], event: Event, profile: Profile) -> None:
        """Whether the document of the step has the form and the system that are asked of it."""
        asked = None if self.document is None else profile.form_of(self.document)
        document: Handed | None = getattr(event, "document", None)
        if asked is None or document is None or any(paper.in_force(event.on) for paper in asked.paper):
            parts.extend(forms.handed_in(document, event.on, asked))
            return
        form = (self.document, document.form)
        system = (self.document, document.system if asked.systems else None)
        remembered = profile.remembered
        if form in remembered and (system in remembered or not asked.systems):
            parts.append(remembered[form])
            if asked.systems:
                parts.append(remembered[system])
            return
        for key, verdict in zip((form, system), forms.handed_in(document, event.on, asked), strict=False):
            parts.append(_kept(key, verdict, profile))

    def known(self, parts: list[Verdict], case: Case) -> None:
        """Add what can be judged before the facts: acts, values, the term, and what the heading gives."""
        profile = case.profile
        acts = (act_adopted(act, profile, case.on) for act in self.acts)
        parts.extend(verdict for verdict in acts if verdict is not None)
        parts.extend(value_unset(v, profile) for v in self.values if profile.fill_on(v, case.on) is None)
        if self.within is not None:
            parts.append(self._in_time(self.within, case))
        for given in self.given:
            verdict = given(case)
            if verdict is not None:
                parts.append(verdict)

    def _in_time(self, within: Within, case: Case) -> Verdict:
        profile = case.profile
        fill = profile.fill_on(within.slot, case.on)
        if fill is None or fill.term is None:
            return value_unset(within.slot, profile)
        since, cite = within.since(case.history), profile.federal.slot(within.slot).cite
        return periods.in_time(
            case.on, since, fill.term, profile.calendar, cite, fill.cite, choices=profile.readings
        )

    def last_day(self, history: History, profile: Profile, on: date) -> date | None:
        """The last day of the step's term; None where it has none or nobody has set it."""
        if self.until is not None:
            return self.until(history)
        fill = None if self.within is None else profile.fill_on(self.within.slot, on)
        if self.within is None or fill is None or fill.term is None:
            return None
        return periods.last_day_of(
            fill.term, self.within.since(history), profile.calendar, choices=profile.readings
        )


def act_adopted(act: LocalAct, profile: Profile, on: date) -> Verdict | None:
    """Whether the act is in force on the day; None where neither the law nor the plan asks for it."""
    asked_by = profile.asked_by(act)
    if not asked_by:
        return None
    found = profile.adopted_on(act, on)
    if found is None:
        return adoption.adopted(act, None, *asked_by)
    key = (act, found.act.id, found.since)
    known = profile.remembered.get(key)
    return known if known is not None else _kept(key, adoption.adopted(act, found, *asked_by), profile)


def value_unset(slot_id: str, profile: Profile) -> Verdict:
    """That nothing fills the slot: UNKNOWN, with who sets it by which act."""
    slot = profile.federal.slot(slot_id)
    return adoption.value_set(slot, None, *profile.asked_by(slot.adopted_by))


def _kept(key: tuple[object, ...], verdict: Verdict, profile: Profile) -> Verdict:
    """The verdict, remembered where it holds: then it turns on the edition alone."""
    if verdict.outcome is Outcome.HOLDS:
        profile.remembered[key] = verdict
    return verdict
