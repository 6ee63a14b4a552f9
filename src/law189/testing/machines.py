"""Машина состояний (state machine): every lifecycle on any path from any state, lawful steps and unlawful alike.

A machine walks to a drawn step, then takes right steps, spoilt ones, ones with too large an amount and
impossible ones, annuls records, and lets an office decide what is UNKNOWN. What must hold of every case is
asked after each of them. The walk leads to late steps far more often than drawn steps alone would.

>>> from law189.profile.loader import load_profile
>>> from law189.workflows import certificate
>>> seen = check_cases(load_profile("kemerovo"), lifecycles=[certificate.lifecycle], examples=5, steps=3)
>>> seen["certificate", "expected"] > 0
True
>>> check_cases(load_profile("kemerovo"), examples=5, right={})
Traceback (most recent call last):
    ...
law189.law.text.WrongValue: meeting has no right step for: convened, opened, ...; write one for each and pass \
it as `right`
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date, timedelta
from typing import Any, ClassVar, Literal

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from law189.cases.history import Decision, Event, History, Record, RecordAnnulled
from law189.cases.lifecycle import Lifecycle
from law189.cases.moment import Moment
from law189.errors import Refused, WrongValue
from law189.profile.profile import Profile
from law189.rules.step import steps
from law189.testing import case_laws
from law189.testing.reached import tell_unreached
from law189.testing.spoils import measured, raised, spoilt
from law189.testing.steps import RIGHT, Right, begins, right_step
from law189.testing.walk import GAPS, Way, path, ways
from law189.verdict import Outcome, Verdict
from law189.workflows import LIFECYCLES

__all__ = ["CaseMachine", "case_machine", "check_cases"]

LAST_YEAR = 2090
"""No step is taken after it: acts name years up to 2100."""


class Stranger(Event):
    """A step that no lifecycle has."""

    kind: Literal["stranger"] = "stranger"


def _from_here(self: "CaseMachine") -> bool:
    return bool(self.open) and self.today.year < LAST_YEAR


class CaseMachine(RuleBasedStateMachine):
    """A case of one lifecycle under one profile; `case_machine` makes the class.

    Subclass it to ask for more: an `invariant` sees `self.history`, and a case first walks to one of `goals` (None:
    it begins anywhere). `seen` counts the states and the steps taken over the runs of the class, as
    `(lifecycle, state)` and `(lifecycle, source, kind, target)`.
    """

    lifecycle: ClassVar[Lifecycle[Any]]
    profile: ClassVar[Profile]
    right: ClassVar[Mapping[str, Right]]
    ways: ClassVar[tuple[Way, ...]]
    goals: ClassVar[tuple[Way | None, ...]]
    seen: ClassVar[Counter[tuple[str, ...]]]

    def __init__(self) -> None:
        super().__init__()
        self.history: History[Any] = self.lifecycle.begin("1")
        self.saved = self.history
        self.checked: History[Any] | None = None
        self.first_day = begins(self.profile)[0]

    @property
    def today(self) -> date:
        """The day of the last step, or the day on which the case begins."""
        return self.history.last_day or self.first_day

    @property
    def open(self) -> tuple[Way, ...]:
        """The steps that lead from the present state."""
        return tuple(way for way in self.ways if way.source == self.history.state)

    @property
    def measured(self) -> tuple[Way, ...]:
        """Those of them that may have an amount."""
        return tuple(way for way in self.open if measured(way.event))

    def case(self, days: int) -> Moment[None]:
        """The case, so many days after the last step."""
        on = self.today + timedelta(days)
        return Moment(on, self.history, self.profile)

    def drawn(self, data: st.DataObject, kind: str, days: int) -> Event:
        """A right step of that kind."""
        step = right_step(self.case(days), self.right[kind])
        return data.draw(step, label=f"right: {kind}")

    # ─── What happens ───

    @initialize(data=st.data())
    def begin(self, data: st.DataObject) -> None:
        """Walk to a drawn step with right events, and take it, perhaps after a spoilt one was tried."""
        self.first_day = data.draw(st.sampled_from(begins(self.profile)), label="the first day")
        last = data.draw(st.sampled_from(self.goals), label="a step to walk to")
        self.saw(self.history.state)
        steps = [] if last is None else list(path(data.draw, self.lifecycle, last))
        for number, way in enumerate(steps, start=1):
            days = data.draw(GAPS)
            event = self.drawn(data, way.kind, days)
            if number == len(steps) and data.draw(st.booleans()):
                wrong = data.draw(spoilt(event, self.case(days)), label=f"spoilt: {way.kind}")
                if self.take(wrong, decided=True):
                    break
            if not self.take(event, decided=True):
                break

    @precondition(_from_here)
    @rule(data=st.data(), days=GAPS, decided=st.booleans())
    def take_a_right_step(self, data: st.DataObject, days: int, *, decided: bool) -> None:
        """A step of the present state, as a diligent office takes it."""
        way = data.draw(st.sampled_from(self.open))
        self.take(self.drawn(data, way.kind, days), decided=decided)

    @precondition(_from_here)
    @rule(data=st.data(), days=GAPS, decided=st.booleans())
    def take_a_spoilt_step(self, data: st.DataObject, days: int, *, decided: bool) -> None:
        """The same with one or two facts wrong."""
        way = data.draw(st.sampled_from(self.open))
        event = self.drawn(data, way.kind, days)
        self.take(data.draw(spoilt(event, self.case(days)), label=f"spoilt: {way.kind}"), decided=decided)

    @precondition(lambda self: _from_here(self) and self.measured)
    @rule(data=st.data(), days=GAPS, decided=st.booleans())
    def take_more(self, data: st.DataObject, days: int, *, decided: bool) -> None:
        """A right step but for an amount, which is larger: mostly more than there is."""
        way = data.draw(st.sampled_from(self.measured))
        more = raised(self.drawn(data, way.kind, days))
        self.take(data.draw(more, label=f"more: {way.kind}"), decided=decided)

    @precondition(lambda self: self.today.year < LAST_YEAR)
    @rule(data=st.data(), days=GAPS, decided=st.booleans())
    def take_an_impossible_step(self, data: st.DataObject, days: int, *, decided: bool) -> None:
        """A step that does not lead from the present state, or that no lifecycle has."""
        case = self.case(days)
        event: Event = Stranger(on=case.on, by="nobody")
        others = sorted(set(self.lifecycle.kinds) - {way.kind for way in self.open})
        kind = data.draw(st.sampled_from([kind_of(event), *others]))
        with suppress(LookupError):  # what has not happened yet has no facts for the next step to rest on
            event = self.drawn(data, kind, days) if kind in others else event
        if self.take(event, decided=decided):
            raise AssertionError(f"taken where it does not lead: {event!r}")

    @rule(data=st.data(), days=GAPS, decided=st.booleans())
    def annul(self, data: st.DataObject, days: int, *, decided: bool) -> None:
        """Annul a record: the last ones may go, one that others rest on may not, one that is not there never."""
        record = data.draw(st.integers(1, self.history.version + 1))
        on = self.today + timedelta(days)
        self.take(RecordAnnulled(on=on, by="education", record=record, reason="ошибка"), decided=decided)

    def take(self, event: Event, *, decided: bool) -> bool:
        """Take the step or be refused, and ask of the answer what must hold of every answer."""
        old, lifecycle, profile = self.history, self.lifecycle, self.profile
        verdict = lifecycle.judge(old, event, profile)
        if lifecycle.judge(self.saved, event, profile) != verdict:
            raise AssertionError("the same question has another answer")
        case_laws.explained(verdict)
        self.foreseen(event, verdict)
        decision = Decision(by="head", on=event.on, reason="до принятия акта") if decided else None
        stops = verdict.outcome is Outcome.VOID or (verdict.outcome is Outcome.UNKNOWN and not decided)
        refused: Verdict | None = None
        try:
            new = lifecycle.advance(old, event, profile, decision=decision)
        except Refused as error:
            new, refused = old, error.verdict
        if (refused is not None) is not stops:
            done = "recorded" if refused is None else "refused"
            raise AssertionError(f"{done}, though {verdict.outcome}, decided: {decided}: {event!r}")
        if refused is not None:
            if refused != verdict:
                raise AssertionError(f"refused with {refused!r}, though judged {verdict!r}")
            return False
        case_laws.has_grown(old, new, Record(event, new.state, verdict, decision))
        self.history = new
        if not isinstance(event, RecordAnnulled):
            self.seen[lifecycle.name, old.state, kind_of(event), new.state] += 1
        self.saw(new.state)
        self.every_law_of_a_case_holds()
        return True

    def saw(self, state: str) -> None:
        """Count the state."""
        self.seen[self.lifecycle.name, state] += 1

    # ─── What must hold ───

    def foreseen(self, event: Event, verdict: Verdict) -> None:
        """What the options of the day say against a step is said against it when it is taken too.

        Nothing is compared on a day before the latest record, whose options leave that record out.
        """
        if any(event.on < record.event.on for record in self.history.records):
            return
        here = {way.kind for way in self.open} | {self.lifecycle.annulment.kind}
        for option in self.lifecycle.options(self.history, self.profile, event.on):
            impossible = any(part.rule == steps.STATE.code for part in option.verdict.parts)
            if impossible is not (option.kind not in here):
                raise AssertionError(f"options and look-up differ on {option.kind}")
            taken = option.kind == kind_of(event) and option.kind in here
            if taken and case_laws.is_last(event, self.history):
                case_laws.no_better_than_foreseen(option, event, verdict)

    @invariant()
    def every_law_of_a_case_holds(self) -> None:
        """Asked once of each history."""
        if self.history is not self.checked:
            case_laws.is_fold_of_what_stands(self.lifecycle, self.history)
            self.json_there_and_back()
            case_laws.adds_up(self.history)
            self.lifecycle.due(self.history, self.profile, self.today)
            self.checked = self.history

    def json_there_and_back(self) -> None:
        """A history that went to JSON and back says the same."""
        self.saved = case_laws.read_back(self.lifecycle, self.history)


def kind_of(event: Event) -> str:
    """The one word that each kind of event has."""
    return str(type(event).model_fields["kind"].default)


def case_machine(
    lifecycle: Lifecycle[Any], profile: Profile, *, right: Mapping[str, Right] | None = None
) -> type[CaseMachine]:
    """The machine of a lifecycle under a profile with all its editions.

    `right` gives the right step for each kind of event; needed for a lifecycle of your own. Raises `WrongValue`
    where one is missing.
    """
    known = RIGHT.get(lifecycle.name, {}) if right is None else right
    missing = [kind for kind in lifecycle.kinds if kind not in known]
    if missing:
        raise WrongValue(
            f"{lifecycle.name} has no right step for: {', '.join(missing)}; "
            "write one for each and pass it as `right`"
        )
    facts = {
        "lifecycle": lifecycle,
        "profile": profile,
        "right": known,
        "ways": ways(lifecycle),
        "goals": (None, *ways(lifecycle)),
        "seen": Counter(),
    }
    return type(f"{lifecycle.name.capitalize()}Machine", (CaseMachine,), facts)


def check_cases(
    profile: Profile,
    *,
    lifecycles: Iterable[Lifecycle[Any]] = LIFECYCLES,
    examples: int = 50,
    steps: int = 10,
    right: Mapping[str, Right] | None = None,
) -> Counter[tuple[str, ...]]:
    """Run the machines under the profile: `examples` cases of each lifecycle, up to `steps` after the walk.

    Gives back how often each state and each step was seen. Raises AssertionError with a short path that breaks a
    law. Warns with `NotReached` of each lifecycle that has states to which no right step leads under the profile.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    how = settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        database=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    for lifecycle in lifecycles:
        machine = case_machine(lifecycle, profile, right=right)
        run_state_machine_as_test(machine, settings=how)
        seen += machine.seen
        tell_unreached(lifecycle, profile, machine.right, seen)
    return seen
