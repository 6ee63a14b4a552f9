"""Клаузула (clause): the heading of one step, which can be read without running it, and its conditions.

What repeats on every step is declared in the heading and judged by the engine: who may act, the document and
so its form and system, the acts that must be adopted, the term, and what is known before the facts.

>>> from law189.workflows.certificate import lifecycle
>>> formed = lifecycle.clause("formed")
>>> formed.document, formed.within.slot
(<DocumentKind.CERTIFICATE: 'certificate'>, 'certificate.forming_term')
>>> formed.target = "used"
Traceback (most recent call last):
    ...
dataclasses.FrozenInstanceError: cannot assign to field 'target'
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from law189.cases.acts import act_adopted, value_unset
from law189.cases.hands import Hands
from law189.cases.history import Event, History
from law189.cases.moment import Moment
from law189.cases.occasions import begun_by
from law189.cases.planned import Ending
from law189.cases.standing import InItsPlace, Resting, resting, standing
from law189.cases.within import OwedAs, Owing, RunningTerm, Within
from law189.kinds.asked import made_asked, unasked
from law189.law import Citation, Grade, Text
from law189.law.fixed import fixed
from law189.profile.documents import DocumentKind, Handed, LocalAct
from law189.profile.edition import Edition
from law189.profile.parties import Party
from law189.profile.profile import Profile
from law189.readings import D6, under
from law189.rules.acts import force
from law189.rules.deadlines import periods
from law189.rules.deadlines.periods import Absent, Ends
from law189.rules.step import forms, roles
from law189.verdict import Verdict

__all__ = ["Assumed", "Clause", "Heading", "Within", "act_adopted"]

_NO_BODY = frozenset(Party) - {Party.AUTHORIZED_BODY}
_basis, _authorized = unasked(Edition.basis), unasked(Edition.authorized)
_filled_on, _edition_of = unasked(Edition.filled_on), unasked(Profile.on)


@made_asked
@fixed
@dataclass(frozen=True, slots=True)
class Assumed:
    """The mark of a step that no provision names: this library's modelling choice, and why."""

    why: Text


Known = Callable[[Moment[Any]], Verdict | None]


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What a heading says besides the states.

    `basis` is an address in an act (`189-fz/art20.part1`), the path of a norm in the profile
    (`working_group.quorum`), or the mark `Assumed`. `by` lists who may act, None where anybody may, `hands` whom
    the conditions let then. `document` is what is handed in by this step, `acts` what
    must be adopted for it, `values` which slots must be filled, `norms` the paths of other norms of the profile
    that it rests on, `if_said` those that matter only where the decree has them, `in_place` what governs the
    case in place of any of these norms, `within` its term, and `given` judges what else is known before the
    facts. `values_since` is the day when terms among the `values` began with another step; its own conditions
    ask for them. `fits` says, while facts are not known, whether any could fit: its answer follows from what
    the conditions say of each. `duty` is what somebody must do by taking this step, `owed` says of a day
    whether it is due at all (always where None), `owed_as` how it is called and by which provision, where the
    case decides that, `owing` which ones are where several may be, and `until` gives its last day where no slot
    does. `owed_in` are states in which it is owed while the step must wait, `instead` the kinds of other steps
    that discharge it. `rests_on` are the steps on whose records this one rests, None for all before it; nothing
    rests on what stands `aside`. `stays` says where a step leaves the state as it is. `in_person` asks what
    must be true of whoever takes the step, or annuls its record, as a person.
    """

    title: Text
    basis: str | Assumed
    by: tuple[str, ...] | None = None
    hands: Hands | None = None
    document: DocumentKind | None = None
    acts: tuple[LocalAct, ...] = ()
    values: tuple[str, ...] = ()
    values_since: Callable[[History[Any]], date | None] | None = None
    norms: tuple[str, ...] = ()
    if_said: tuple[str, ...] = ()
    in_place: InItsPlace | None = None
    within: Within | None = None
    given: tuple[Known, ...] = ()
    fits: tuple[Known, ...] = ()
    duty: Text | None = None
    owed: Callable[[Moment[Any]], bool] | None = None
    owed_as: Callable[[Moment[Any]], OwedAs] | None = None
    owing: Callable[[Moment[Any]], tuple[Owing, ...]] | None = None
    owed_in: tuple[StrEnum, ...] = ()
    instead: tuple[str, ...] = ()
    until: Callable[[History[Any]], date | None] | None = None
    rests_on: tuple[type[Event], ...] | None = None
    aside: bool = False
    stays: Callable[[History[Any]], bool] | None = None
    in_person: Callable[[Moment[Any], str], Iterator[Verdict]] | None = None


@dataclass(frozen=True, kw_only=True)
class Heading(Asked):
    """Заголовок шага: from which states to which, and all that `Asked` tells."""

    source: StrEnum | tuple[StrEnum, ...]
    target: StrEnum


@dataclass(frozen=True, kw_only=True)
class Clause(Asked):
    """Клаузула: the heading of one step and its conditions, by the event that takes the step."""

    event: type[Event]
    kind: str
    code: str
    source: tuple[str, ...]
    target: str
    conditions: Callable[[Moment[Any]], Iterator[Verdict]]

    def cites(self, edition: Edition) -> tuple[Citation, ...]:
        """Where the law says so; empty where the step is assumed."""
        if isinstance(self.basis, Assumed):
            return ()
        return (edition.cite(self.basis) if "/" in self.basis else _basis(edition, self.basis),)

    def who(self, edition: Edition, services: Collection[str] = ()) -> tuple[str, ...] | None:
        """Who may act for the services, as `Event.by` names them; None where anybody may."""
        if self.by is None or Party.AUTHORIZED_BODY not in self.by:
            return self.by
        named = [body.value for body in _authorized(edition, services)]
        return (*named, *(party for party in self.by if party != Party.AUTHORIZED_BODY))

    def leads(self, history: History[Any]) -> str:
        """The state that the step leads to."""
        return history.state if self.stays is not None and self.stays(history) else self.target

    def heading(self, moment: Moment[Any]) -> Iterator[Verdict]:
        """What the heading says of the step: who acts, the document, what is known before the facts."""
        edition = moment.edition
        if moment.event is not None:
            yield from self._acting(moment.event.by, moment)
            yield from self._handed(moment.event, edition)
        elif self.who(edition) == ():
            yield roles.acting("—", (), *self.cites(edition))
        yield from self._known(moment, edition)
        by_norm = isinstance(self.basis, str) and "/" not in self.basis
        cites = self.cites(edition) if edition.bounded and not by_norm else ()
        rests = [resting(path, moment, self.in_place) for path in self._paths(edition)]
        yield from standing(moment, cites, (one.norm for one in rests), self.document, self.code)
        said = (resting(path, moment, self.in_place) for path in self.if_said)
        yield from _lacking((*rests, *(one for one in said if one.norm is not None)))

    def _paths(self, edition: Edition) -> tuple[str, ...]:
        """The paths of the norms on which the step rests, and of that which names who acts."""
        of_body = self.by is not None and Party.AUTHORIZED_BODY in self.by
        named = ("authorized_body",) if of_body and edition.authorized_body is not None else ()
        own = (self.basis,) if isinstance(self.basis, str) and "/" not in self.basis else ()
        return tuple(dict.fromkeys((*own, *self.norms, *named)))

    def _acting(self, by: str, moment: Moment[Any]) -> Iterator[Verdict]:
        """Whether who took the step may: told where a norm names the body, and where it is not so."""
        if self.by is None:
            return
        edition, of_body = moment.edition, Party.AUTHORIZED_BODY in self.by
        services = moment.services if of_body and edition.bodies_of_services else ()
        allowed = self.who(edition, services) or ()
        bodies = _authorized(edition, services) if of_body else ()
        if of_body and by not in _NO_BODY and not all(force.holds(body, moment.on) for body in bodies):
            return  # who answers then is not known: `_lacking` tells so
        if of_body and bodies:
            taken = any(body.grade is Grade.ASSUMED for body in bodies)
            cites = (body.basis for body in bodies)
            yield roles.acting(by, allowed, *cites, titles=edition.titles, assumed=taken)
        elif by not in allowed:
            yield roles.acting(by, () if of_body else allowed, *self.cites(edition), titles=edition.titles)

    def _handed(self, event: Event, edition: Edition) -> Iterator[Verdict]:
        """Whether the document of the step has the form and the system that are asked of it."""
        if self.document is not None:
            document: Handed | None = getattr(event, "document", None)
            yield from forms.handed_in(document, event.on, edition.form_of(self.document))

    def _known(self, moment: Moment[Any], edition: Edition) -> Iterator[Verdict]:
        """What can be judged before the facts: acts, values, the term, and what the heading gives."""
        for act in self.acts:
            if (adopted := act_adopted(act, edition, moment.on)) is not None:
                yield adopted
        for value in self.values if self.values_since is None else ():
            if edition.fill_on(value, moment.on) is None:
                yield value_unset(value, edition)
        if self.within is not None:
            yield from self._in_term(self.within, moment)
        for known in self.given if moment.event is not None else (*self.given, *self.fits):
            if (told := known(moment)) is not None:
                yield told

    def _in_term(self, within: Within, moment: Moment[Any]) -> Iterator[Verdict]:
        """The verdict on the term, where it has begun and is asked for; reading D6 where an act has changed it."""
        begun, edition, slot = within.begun(moment), moment.edition, within.slot
        if begun is None:
            return
        cite = edition.federal.slot(slot).cite

        def told(choices: Mapping[str, str]) -> Verdict:
            found = self.running(slot, moment, begun, choices)
            if found is None:
                unset = value_unset(slot, edition)
                return unset if within.needed else periods.set_no_more(moment.on, begun, cite)
            return periods.in_time(
                moment.on,
                found.since,
                found.term,
                edition.calendar,
                cite,
                found.cite,
                choices=choices,
                set_on=found.set_on,
                asks=found.asks,
            )

        either = ({**edition.readings, D6.code: one} for one in D6.choices)
        if within.needed or any(self.running(slot, moment, begun, one) for one in either):
            yield under(edition.readings, told, D6)

    def running(
        self, slot: str, moment: Moment[Any], begun: date, choices: Mapping[str, str]
    ) -> RunningTerm | None:
        """The term of the slot; None where no act sets it.

        Where none was set when it would have begun, it is counted from the day on which its act holds.
        """
        first = _filled_on(_edition_of(moment.profile, begun), slot, begun)
        now = _filled_on(moment.edition, slot, moment.on)
        found = now if first in (None, now) or D6.chosen(choices) != "as_begun" else first
        if found is None or found[1].term is None:
            return None
        adopted, fill = found
        assert fill.term is not None
        cause = max(begun, adopted.since) if first is None else begun
        since = begun_by(slot, fill.term, cause, adopted, moment, self.event)
        return RunningTerm(fill.term, since.day, adopted.since, fill.cite, since.asks, since.told)

    def ends(
        self,
        history: History[Any],
        profile: Profile,
        on: date,
        since: date | None = None,
        event: Event | None = None,
    ) -> Ends:
        """The last day of the step's term, or why it has none; `since` where one of several terms is asked for.

        `event` is a step that is judged by this term, and may tell from which day it is counted.
        """
        if self.until is not None:
            last_day = self.until(history)
            return Ends(last_day, Absent.NO_TERM if last_day is None else None)
        moment: Moment[Any] = Moment(on, history, profile, event)
        given = (one.ends(moment) for one in list[object](self.given) if isinstance(one, Ending))
        return periods.first(self._within_ends(moment, since), *given)

    def _within_ends(self, moment: Moment[Any], since: date | None) -> Ends:
        """The last day of the term that a slot sets, or why there is none."""
        if self.within is None:  # for what is owed of each period acts set terms that no key of a profile has
            return Ends(None, Absent.NO_TERM if self.owing is None else Absent.NOT_SET)
        begun = since or self.within.since(moment.history)
        if begun is None:
            return Ends(None, Absent.NO_TERM)
        choices = moment.edition.readings
        found = self.running(self.within.slot, moment, begun, choices)
        if found is None:
            return Ends(None, Absent.NOT_SET)
        calendar = moment.edition.calendar
        ends = periods.ends(found.term, found.since, calendar, choices=choices, set_on=found.set_on)
        return ends._replace(
            cites=(moment.edition.federal.slot(self.within.slot).cite, found.cite), asks=found.asks
        )


def _lacking(norms: Sequence[Resting]) -> Iterator[Verdict]:
    """That a norm is not said or does not hold on the day, each told once: first those not said."""
    found = [one.lacking for unsaid in (True, False) for one in norms if (one.norm is None) is unsaid]
    told = [one for one in found if one is not None]
    yield from (one for place, one in enumerate(told) if one not in told[:place])
