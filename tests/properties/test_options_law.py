"""The law that options is judge with less known."""

from datetime import timedelta

import pytest
from cases_at_hand import named
from drawn import decided, drawn, moment, open_kinds, right
from filled import filled
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size

from law189.cases.fact import needs
from law189.cases.history import History
from law189.cases.lifecycle import Moment
from law189.errors import Refused
from law189.profile.loader import load_profile
from law189.testing import begins, spoilt
from law189.verdict import Outcome
from law189.workflows import LIFECYCLES

PROFILES = {"filled": filled("kemerovo"), "shipped": load_profile("novokuznetsk_district")}
FILLED = (PROFILES["filled"], filled("novokuznetsk_district"))
cycles = pytest.mark.parametrize("lifecycle", LIFECYCLES, ids=lambda one: one.name)


def option_of(lifecycle, history, profile, event):
    kind = type(event).model_fields["kind"].default
    return next(one for one in lifecycle.options(history, profile, event.on) if one.kind == kind)


def bare(event, needed):
    """The event without the optional facts that are not needed."""
    fields = type(event).model_fields
    dropped = {name: field.default for name, field in fields.items() if name not in (*needed, "kind")}
    return event.model_copy(update=dropped)


def agree_once(lifecycle, data):
    profile = PROFILES[data.draw(st.sampled_from(sorted(PROFILES)))]
    history = drawn(lifecycle, profile, data)[-1]
    on = history.last_day or begins(profile)[0]
    kind = data.draw(st.sampled_from([*open_kinds(lifecycle, history) * 3, *lifecycle.kinds]))
    event = right(lifecycle, history, profile, on, kind, data)
    if event is None:
        return set()
    wrong = data.draw(spoilt(event, moment(history, profile, on)))
    met = set()
    for taken in (event, wrong):
        option = option_of(lifecycle, history, profile, taken)
        outcome = lifecycle.judge(history, taken, profile).outcome
        met.add(option.verdict.outcome)
        if option.verdict.outcome is Outcome.VOID:
            assert outcome is Outcome.VOID
            with pytest.raises(Refused):
                lifecycle.advance(history, taken, profile, decision=decided(taken))
    option = option_of(lifecycle, history, profile, event)
    if option.verdict.outcome is Outcome.HOLDS:
        full = lifecycle.judge(history, event, profile).outcome
        least = lifecycle.judge(history, bare(event, named(option.needs)), profile)
        missing = [part.rule for part in least.reasons(Outcome.UNKNOWN)]
        assert full is Outcome.UNKNOWN or not missing, (
            f"{kind} needs {named(option.needs)}, and lacks {missing}"
        )
    return met


def agree(lifecycle, examples):
    met = set()

    @settings(max_examples=examples)
    @given(st.data())
    def tried(data):
        met.update(agree_once(lifecycle, data))

    tried()
    assert met >= {Outcome.HOLDS, Outcome.VOID}


@cycles
def test_options_is_judge_with_less_known(lifecycle):
    agree(lifecycle, size(60, 2000))


def takeable(lifecycle, data, met):
    """Every option that holds on the day is taken by the right step of that day."""
    profile = data.draw(st.sampled_from(FILLED))
    history = drawn(lifecycle, profile, data, steps=8)[-1]
    on = (history.last_day or begins(profile)[0]) + timedelta(
        data.draw(st.sampled_from((0, 1, 30, 200, 400)))
    )
    for option in lifecycle.options(history, profile, on):
        if option.verdict.outcome is not Outcome.HOLDS or option.kind not in lifecycle.kinds:
            continue
        event = right(lifecycle, history, profile, on, option.kind, data)
        if event is None or (event.on != on and lifecycle.name == "meeting"):
            continue  # a meeting may be opened on another day than it is convened for: a breach, and it is taken
        assert event.on == on, f"{option.kind} waits for {event.on}"
        verdict = lifecycle.judge(history, event, profile)
        void = [part.rule for part in verdict.walk() if not part.parts and part.outcome is Outcome.VOID]
        assert verdict.outcome is not Outcome.VOID, f"{option.kind} is refused: {void}"
        met.add(option.kind)


@cycles
def test_an_option_that_holds_can_be_taken_on_that_day(lifecycle):
    met = set()

    @settings(max_examples=size(60, 2000))
    @given(st.data())
    def tried(data):
        takeable(lifecycle, data, met)

    tried()
    assert len(met) > 3


def refuses(lifecycle, history, profile, on):
    """Options and duties are refused by the verdict that refuses a step."""
    for asked in (lifecycle.options, lifecycle.due):
        with pytest.raises(Refused) as refused:
            asked(history, profile, on)
        assert refused.value.verdict.outcome is Outcome.VOID


@cycles
def test_a_history_of_another_lifecycle_is_refused_in_every_state(lifecycle):
    profile = PROFILES["filled"]
    on = begins(profile)[0]
    for other in LIFECYCLES:
        if other is not lifecycle:
            for state in other.states:
                refuses(lifecycle, History(other.name, "1", state.value), profile, on)


@cycles
@settings(max_examples=size(30, 300))
@given(st.data())
def test_a_case_of_another_lifecycle_is_refused_on_any_day(lifecycle, data):
    profile = PROFILES["filled"]
    other = data.draw(st.sampled_from([one for one in LIFECYCLES if one is not lifecycle]))
    history = drawn(other, profile, data)[-1]
    day = begins(profile)[0] + timedelta(data.draw(st.integers(-2, 10)))
    refuses(lifecycle, history, profile, day)


# ─── What is needed of whom ──────────────────────────────────────────────────────────────────────────────


@cycles
@settings(max_examples=size(30, 600))
@given(data=st.data())
def test_a_document_is_needed_exactly_where_the_decree_asks_for_its_form(lifecycle, data):
    """Said in every state of the case; without it the step is UNKNOWN for that."""
    profile = data.draw(st.sampled_from([*PROFILES.values(), *FILLED]))
    history = drawn(lifecycle, profile, data)[-1]
    on = history.last_day or begins(profile)[0]
    kinds = open_kinds(lifecycle, history)
    event = right(lifecycle, history, profile, on, data.draw(st.sampled_from(kinds)), data) if kinds else None
    if event is None or "document" not in type(event).model_fields:
        return
    without = event.model_copy(update={"document": None})
    unknown = {one.rule for one in lifecycle.judge(history, without, profile).reasons(Outcome.UNKNOWN)}
    for case in (history, lifecycle.begin("1")):
        told = named(option_of(lifecycle, case, profile, event).needs)
        assert ("document" in told) == ("forms.form" in unknown), event.kind


@cycles
def test_what_a_step_is_said_to_need_it_does_not_hold_without(lifecycle):
    """A fact that only some steps of a kind need, of whom or where they do more, is said so (`When`)."""
    profiles = FILLED

    @settings(max_examples=size(60, 1500))
    @given(st.data())
    def tried(data):
        profile = data.draw(st.sampled_from(profiles))
        history = drawn(lifecycle, profile, data)[-1]
        on = history.last_day or begins(profile)[0]
        kinds = open_kinds(lifecycle, history)
        event = (
            right(lifecycle, history, profile, on, data.draw(st.sampled_from(kinds)), data) if kinds else None
        )
        if event is None or lifecycle.judge(history, event, profile).outcome is not Outcome.HOLDS:
            return
        fields, asked = type(event).model_fields, Moment(event.on, history, profile, event)
        for fact in needs(type(event), asked):
            if fact.name in fields and not fields[fact.name].is_required():
                without = event.model_copy(update={fact.name: fields[fact.name].default})
                told = lifecycle.judge(history, without, profile).outcome
                assert without == event or told is not Outcome.HOLDS, (event.kind, event.by, fact.name)

    tried()
