"""Машина состояний (state machine): every lifecycle on any path from any state, lawful steps and unlawful alike.

A machine walks to a drawn step, then takes right steps, spoilt ones and impossible ones, annuls records, and lets
an office decide what is UNKNOWN. What must hold of every case is asked after each of them. One that may begin at
any step gets deep far more often than one that must find its own way there.

>>> from law189.profile.loader import load_profile
>>> from law189.workflows import certificate
>>> seen = check_cases(load_profile("kemerovo"), lifecycles=[certificate.lifecycle], examples=5, steps=3)
>>> seen["certificate", "expected"] > 0
True
>>> check_cases(load_profile("kemerovo"), examples=5, right={})
Traceback (most recent call last):
    ...
ValueError: meeting has no right step for: convened, opened, ...; write one for each and pass it as `right`
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, ClassVar, Literal, NamedTuple

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

from law189.cases.clause import Moment
from law189.cases.history import Decision, Event, History, Record, RecordAnnulled
from law189.cases.lifecycle import Lifecycle
from law189.errors import Refused
from law189.profile.profile import Profile
from law189.rules import RULES, steps
from law189.testing.cases import RIGHT, Right, begins, right_step
from law189.testing.spoils import spoilt
from law189.verdict import Outcome, Rule, Verdict, worst
from law189.workflows import LIFECYCLES, certificate

__all__ = ["CaseMachine", "case_machine", "check_cases"]

CODES: Mapping[str, Rule] = {rule.code: rule for rule in RULES}
"""Every rule of the library by its code."""

GAPS = st.sampled_from((0, 0, 1, 2, 60))
"""Days from one step to the next."""
LAST_YEAR = 2090
"""No step is taken after it: acts name years up to 2100."""
DETOUR = 3
"""How many steps a walk may take beyond the shortest way."""


class Way(NamedTuple):
    """One line of the look-up: from which state which event leads where."""

    source: str
    event: type[Event]
    kind: str
    target: str


class Stranger(Event):
    """A step that no lifecycle has."""

    kind: Literal["stranger"] = "stranger"


# ─── The way to a step ───────────────────────────────────────────────────────────────────────────────────


def ways(lifecycle: Lifecycle) -> tuple[Way, ...]:
    """Every line of the look-up, in the order of the law."""
    return tuple(
        Way(source, event, clause.kind, clause.target)
        for (source, event), clause in sorted(
            lifecycle.lookup.items(), key=lambda line: lifecycle.clauses.index(line[1])
        )
    )


def distances(all_ways: Iterable[Way], goal: str) -> dict[str, int]:
    """How many steps each state is away from the goal; states that do not lead there are left out."""
    away, found = {goal: 0}, True
    lines = tuple(all_ways)
    while found:
        nearer = {
            way.source: away[way.target] + 1
            for way in lines
            if way.target in away and away[way.target] + 1 < away.get(way.source, len(lines) + 1)
        }
        found = bool(nearer)
        away |= nearer
    return away


def path(draw: Callable[..., Any], lifecycle: Lifecycle, last: Way) -> Iterator[Way]:
    """Steps that lead from the first state to the last one given, some of them round about."""
    every = ways(lifecycle)
    away = distances(every, last.source)
    state, spare = str(lifecycle.initial.value), draw(st.integers(0, DETOUR))
    while state != last.source or spare:
        open_ = [way for way in every if way.source == state and way.target in away]
        if not spare:
            open_ = [way for way in open_ if away[way.target] < away[state]]
        if not open_:  # nothing leads back to the last step: it is taken at once
            break
        spare -= bool(spare)
        way = draw(st.sampled_from(open_))
        yield way
        state = way.target
    yield last


# ─── The machine ─────────────────────────────────────────────────────────────────────────────────────────


def _from_here(self: "CaseMachine") -> bool:
    return bool(self.open) and self.today.year < LAST_YEAR


class CaseMachine(RuleBasedStateMachine):
    """A case of one lifecycle under one profile; `case_machine` makes the class.

    Subclass it to ask for more: an `invariant` sees `self.history`. `seen` counts the states and the steps taken
    over the runs of the class, as `(lifecycle, state)` and `(lifecycle, source, kind, target)`.
    """

    lifecycle: ClassVar[Lifecycle]
    profile: ClassVar[Profile]
    right: ClassVar[Mapping[str, Right]]
    ways: ClassVar[tuple[Way, ...]]
    seen: ClassVar[Counter[tuple[str, ...]]]

    def __init__(self) -> None:
        super().__init__()
        self.history: History = self.lifecycle.begin("1")
        self.saved = self.history
        self.checked: History | None = None
        self.first_day = begins(self.profile)[0]

    @property
    def today(self) -> date:
        """The day of the last step, or the day on which the case begins."""
        return self.history.last_day or self.first_day

    @property
    def open(self) -> tuple[Way, ...]:
        """The steps that lead from the present state."""
        return tuple(way for way in self.ways if way.source == self.history.state)

    def case(self, days: int) -> Moment[None]:
        """The case, so many days after the last step."""
        on = self.today + timedelta(days)
        return Moment(on, self.profile.on(on), self.history, self.profile)

    def drawn(self, data: st.DataObject, kind: str, days: int) -> Event:
        """A right step of that kind."""
        step = right_step(self.case(days), self.right[kind])
        return data.draw(step, label=f"right: {kind}")

    # ─── What happens ───

    @initialize(data=st.data())
    def begin(self, data: st.DataObject) -> None:
        """Walk to a drawn step with right events, and take it, perhaps after a spoilt one was tried."""
        self.first_day = data.draw(st.sampled_from(begins(self.profile)), label="the first day")
        last = data.draw(st.sampled_from((None, *self.ways)), label="a step to walk to")
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
        assert not self.take(event, decided=decided), f"taken from {self.history.state}: {event!r}"

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
        assert lifecycle.judge(self.saved, event, profile) == verdict, "the same question has another answer"
        explained(verdict)
        self.foreseen(event, verdict)
        decision = Decision(by="head", on=event.on, reason="до принятия акта") if decided else None
        stops = verdict.outcome is Outcome.VOID or (verdict.outcome is Outcome.UNKNOWN and not decided)
        try:
            new = lifecycle.advance(old, event, profile, decision=decision)
        except Refused as error:
            refused: Verdict | None = error.verdict
            new = old
        else:
            refused = None
        done = f"{verdict.outcome}, decided: {decided}: {event!r}"
        assert (refused is not None) is stops, (
            f"{'recorded' if refused is None else 'refused'}, though {done}"
        )
        if refused is not None:
            assert refused == verdict, f"refused with {refused!r}, though judged {verdict!r}"
            return False
        self.grown(old, new, Record(event, new.state, verdict, decision))
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

    @staticmethod
    def grown(old: History, new: History, last: Record) -> None:
        """A history only grows: the old records stay what they are, and the step is added as it was judged."""
        assert len(new.records) == len(old.records) + 1, "a step is one record"
        assert all(one is other for one, other in zip(old.records, new.records, strict=False)), (
            "an old record is another now"
        )
        assert new.records[-1] == last, f"recorded is {new.records[-1]!r}, not {last!r}"

    def foreseen(self, event: Event, verdict: Verdict) -> None:
        """What the options of the day say against a step is said against it when it is taken too."""
        here = {way.kind for way in self.open}
        for option in self.lifecycle.options(self.history, self.profile, event.on):
            impossible = any(part.rule == steps.STATE.code for part in option.verdict.parts)
            assert impossible is (option.kind not in here), f"options and look-up differ on {option.kind}"
            if option.kind == kind_of(event) and option.kind in here:
                assert worst((option.verdict.outcome, verdict.outcome)) is verdict.outcome, (
                    f"{option.kind} is {option.verdict.outcome} among the options, {verdict.outcome} when judged"
                )
                entitled = option.by is None or event.by in option.by
                assert entitled or verdict.stops, f"{event.by} may not take {option.kind}, and did"

    @invariant()
    def every_law_of_a_case_holds(self) -> None:
        """Asked once of each history."""
        if self.history is not self.checked:
            self.state_is_the_fold_of_what_stands()
            self.json_there_and_back()
            self.certificate_adds_up()
            self.lifecycle.due(self.history, self.profile, self.today)
            self.checked = self.history

    def state_is_the_fold_of_what_stands(self) -> None:
        """The state is the fold of the standing records over the look-up, and the last record names it."""
        state = str(self.lifecycle.initial.value)
        for record in standing(self.history):
            clause = self.lifecycle.lookup.get((state, type(record.event)))
            assert clause is not None, f"{record.event!r} stands, and does not lead from {state}"
            state = clause.target
        assert self.history.state == state, f"the records lead to {state}, the state is {self.history.state}"
        assert [*map(id, self.history.standing)] == [*map(id, standing(self.history))], "others stand"

    def json_there_and_back(self) -> None:
        """A history that went to JSON and back says the same."""
        said = self.lifecycle.dump(self.history)
        self.saved = self.lifecycle.load(json.loads(json.dumps(said, ensure_ascii=False)))
        facts, read = ([record.event for record in one.records] for one in (self.history, self.saved))
        assert self.lifecycle.dump(self.saved) == said, "what was read says something else than was written"
        assert facts == read, "other events were read than were written"
        assert (self.saved.state, self.saved.annulled) == (self.history.state, self.history.annulled), (
            "another state was read than was written"
        )

    def certificate_adds_up(self) -> None:
        """The balance is the nominal less what was rendered and what is held, and never below nought."""
        if self.lifecycle.name != certificate.lifecycle.name:
            return
        events = [record.event for record in standing(self.history)]
        formed = [event for event in events if isinstance(event, certificate.Formed)]
        if formed:
            nominal, left = formed[-1].nominal, balance(events)
            assert 0 <= left <= nominal.amount, f"the balance is {left} of {nominal.amount}"
            assert certificate.balance(self.history).amount == left, "the balance does not add up"
            assert certificate.balance(self.history).unit is nominal.unit, "the balance has another unit"


def kind_of(event: Event) -> str:
    """The one word that each kind of event has."""
    return str(type(event).model_fields["kind"].default)


def standing(history: History) -> list[Record]:
    """The records that count, worked out afresh from the last one to the first."""
    annulled: set[int] = set()
    found = []
    for number in range(len(history.records), 0, -1):
        record = history.records[number - 1]
        if number in annulled:
            continue
        if isinstance(record.event, RecordAnnulled):
            annulled.add(record.event.record)
        else:
            found.append(record)
    return found[::-1]


def balance(events: Iterable[Event]) -> Decimal:
    """Nominal less rendered less held, worked out afresh.

    A contract that an office let end with its volume unknown has used up all that it held.
    """
    nominal = rendered = held = Decimal(0)
    for event in events:
        match event:
            case certificate.Formed():
                nominal = event.nominal.amount
            case certificate.Contracted():
                held = event.contract.volume.amount
            case certificate.ContractEnded() | certificate.Used():
                used = event.contract.rendered
                rendered, held = rendered + (held if used is None else used.amount), Decimal(0)
            case _:
                pass
    return nominal - rendered - held


def explained(verdict: Verdict) -> None:
    """Every reason that does not hold has its address or the mark that it is assumed, and both languages."""
    for part in verdict.walk():
        assert part.text.ru.strip(), f"{part.rule} is silent in Russian"
        assert part.text.en.strip(), f"{part.rule} is silent in English"
        own = worst(inner.outcome for inner in part.parts)
        if part.outcome is not own:
            known = CODES.get(part.rule)
            assumed = known is not None and known.assumed is not None
            assert part.cites or assumed, f"{part.rule} cites nothing and is not marked assumed"


# ─── How it is run ───────────────────────────────────────────────────────────────────────────────────────


def case_machine(
    lifecycle: Lifecycle, profile: Profile, *, right: Mapping[str, Right] | None = None
) -> type[CaseMachine]:
    """The machine of a lifecycle under a profile with all its editions.

    `right` gives the right step for each kind of event; needed for a lifecycle of your own. Raises ValueError
    where one is missing.
    """
    known = RIGHT.get(lifecycle.name, {}) if right is None else right
    missing = [kind for kind in lifecycle.kinds if kind not in known]
    if missing:
        raise ValueError(
            f"{lifecycle.name} has no right step for: {', '.join(missing)}; "
            "write one for each and pass it as `right`"
        )
    facts = {
        "lifecycle": lifecycle,
        "profile": profile,
        "right": known,
        "ways": ways(lifecycle),
        "seen": Counter(),
    }
    return type(f"{lifecycle.name.capitalize()}Machine", (CaseMachine,), facts)


def check_cases(
    profile: Profile,
    *,
    lifecycles: Iterable[Lifecycle] = LIFECYCLES,
    examples: int = 50,
    steps: int = 10,
    right: Mapping[str, Right] | None = None,
) -> Counter[tuple[str, ...]]:
    """Run the machines under the profile: `examples` cases of each lifecycle, up to `steps` after the walk.

    Gives back how often each state and each step was seen. Raises AssertionError with the shortest path that
    breaks a law.
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
    return seen
