"""The law of the open duties: a last day that `due` tells is one that `judge` holds the step to, and the other way.

A day that no act, no term of the plan and no paper of the case sets is no last day: a later step breaks nothing.
"""

import itertools
from datetime import date, timedelta

import pytest
from drawn import drawn, right
from filled import acts, filled
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size

from law189.cases.outlook import owed_from
from law189.profile.federal import shipped_data
from law189.profile.loader import load_profile
from law189.rules.deadlines.periods import Absent
from law189.testing import begins
from law189.testing.walk import ways
from law189.verdict import Outcome
from law189.workflows import LIFECYCLES
from law189.workflows.contract import lifecycle as contract

cycles = pytest.mark.parametrize("lifecycle", LIFECYCLES, ids=lambda one: one.name)


def in_calendar_days(name, **readings):
    """The decree with every term of its invented acts in calendar days, and no word on whether they move."""
    told = list(acts())
    for one in told:
        for fill in one["fills"]:
            if "term" in fill:
                fill["term"] = {**fill["term"], "unit": "calendar_days"}
    return load_profile({**shipped_data()["municipalities"][name], "adopted": told, "readings": readings})


PROFILES = (
    filled("kemerovo"),
    filled("novokuznetsk_district"),
    in_calendar_days("kemerovo"),
    in_calendar_days("novokuznetsk_district", D9="stays", D2="moves"),
)


def option(lifecycle, history, profile, on, kind):
    return next(one for one in lifecycle.options(history, profile, on) if one.kind == kind).verdict


def late_in(verdict):
    """What is told to be late, each with its last day where it tells one."""
    return [
        part.facts.get("last_day", part.facts.get("ends_on"))
        for part in verdict.walk()
        if part.outcome is Outcome.BREACH and part.facts.get("late")
    ]


def broken(lifecycle, history, profile, on, kind, data):
    """What is broken by the right step of that day, as far as it can be taken on it."""
    found = [part.rule for part in option(lifecycle, history, profile, on, kind).walk()]
    event = right(lifecycle, history, profile, on, kind, data)
    if event is not None:
        taken = event.model_copy(update={"on": on})
        found = [part.rule for part in lifecycle.judge(history, taken, profile).walk() if broke(part)]
    return set(found)


def broke(part):
    return part.outcome is Outcome.BREACH and not part.parts


def agree(lifecycle, data, met):
    profile = data.draw(st.sampled_from(PROFILES))
    history = drawn(lifecycle, profile, data, steps=8)[-1]
    on = (history.last_day or begins(profile)[0]) + timedelta(data.draw(st.integers(0, 500)))
    duties = lifecycle.due(history, profile, on)
    for duty in duties:
        late = late_in(option(lifecycle, history, profile, on, duty.kind))
        first = next(one for one in duties if one.kind == duty.kind)  # of several the earliest is taken first
        if duty.overdue and late:
            assert first.last_day == min(late)
        if late:
            assert first.overdue, (duty.kind, late)
        if duty is not first:
            assert None in (duty.last_day, first.last_day) or duty.last_day >= first.last_day
            continue
        if duty.last_day is None or duty.last_day.year >= 2027:
            assert not duty.overdue
            continue
        assert duty.ends.absent is None
        if any(one.rule == "lifecycle.state" for one in duty.against):  # another step goes before it
            continue
        met.add(duty.kind)
        last_day = max(duty.last_day, history.last_day or date.min)
        next_day = last_day + timedelta(1)
        before = broken(lifecycle, history, profile, last_day, duty.kind, data)
        after = broken(lifecycle, history, profile, next_day, duty.kind, data)
        assert after - before or last_day > duty.last_day, f"{duty.kind}: nobody says {last_day} but due"


@cycles
def test_the_last_day_of_a_duty_is_the_one_that_the_step_is_held_to(lifecycle):
    met = set()

    @settings(max_examples=size(80, 1500))
    @given(st.data())
    def tried(data):
        agree(lifecycle, data, met)

    tried()
    assert met


@cycles
def test_a_step_that_only_the_library_assumes_has_no_term_unless_judge_tells_one(lifecycle):
    for clause in lifecycle.clauses:
        if clause.duty is not None and clause.until is not None:
            assert clause.kind in {"fulfilled", "opened", "terminated"}, clause.kind
    assert Absent.NO_TERM.text.en == "there is no term"


# ─── What is ordered can be done, or says why it cannot ──────────────────────────────────────────────────


BARRED = {
    "ways.chosen": "the way is not chosen for the day; an act can choose it",
    "funding.runs": "the last day of the draft is past, and who did not conclude it by then is told so",
    "lifecycle.state": "an amended order waits to be published",
    "funding.years": "the draft has money of a year that is over, and who did not conclude it in time is told so",
    "funding.run_out": "an agreement is completed when its term is over",
}
"""What may bar the step of a duty on the day whatever its facts are, and why the duty is told all the same."""


def in_its_stead(lifecycle, state, duty):
    """The kinds of the steps that discharge the duty from the state."""
    clauses = [one for one in lifecycle.clauses if one.kind == duty.kind and one.duty is not None]
    kinds = (duty.kind, *(kind for one in clauses for kind in one.instead))
    return [one.kind for one in lifecycle.clauses if one.kind in kinds and state in one.source]


def void_on(lifecycle, history, profile, on, event):
    taken = event.model_copy(update={"on": on})
    return lifecycle.judge(history, taken, profile).outcome is Outcome.VOID


def can_be_done(lifecycle, history, profile, on, duty, data):
    """Whether a right step that discharges the duty has effect on the day; of a claim, paying something on it."""
    for kind in in_its_stead(lifecycle, history.state, duty):
        event = right(lifecycle, history, profile, on, kind, data)
        if event is not None and duty.kind == "claim_paid":
            event = event.model_copy(update={"claim": duty.which.ru})
        if event is not None and not void_on(lifecycle, history, profile, on, event):
            return True
    return False


def ordered(lifecycle, data, met):
    profile = data.draw(st.sampled_from(PROFILES))
    history = drawn(lifecycle, profile, data, steps=9)[-1]
    after = data.draw(st.sampled_from((0, 1, 30, 200, 400, 700)))
    on = (history.last_day or begins(profile)[0]) + timedelta(after)
    for duty in lifecycle.due(history, profile, on):
        against = {part.rule for part in duty.against}
        met.add((duty.kind, bool(against)))
        assert can_be_done(lifecycle, history, profile, on, duty, data) is not bool(against), (
            duty.kind,
            against,
        )
        if against:
            assert all(duty.waits)
            assert against & {*BARRED}, (duty.kind, against)
            assert "lifecycle.state" not in against or duty.kind in {"period_reported", "report_formed"}
            void = option(lifecycle, history, profile, on, duty.kind).reasons(Outcome.VOID)
            assert tuple(part.rule for part in duty.against) == tuple(part.rule for part in void)


@cycles
def test_a_duty_orders_what_has_effect_on_the_day_or_says_what_is_against_it(lifecycle):
    met = set()

    @settings(max_examples=size(120, 2000))
    @given(st.data())
    def tried(data):
        ordered(lifecycle, data, met)

    tried()
    assert {barred for _, barred in met} >= {False}


def test_what_discharges_a_duty_instead_leads_from_where_it_is_owed():
    for lifecycle in LIFECYCLES:
        for clause in lifecycle.clauses:
            assert clause.duty is not None or not (clause.instead or clause.owed_in)
            for kind in clause.instead:
                found = [one for one in lifecycle.clauses if one.kind == kind]
                assert {*clause.source} <= {state for one in found for state in one.source}, (
                    clause.kind,
                    kind,
                )
                assert kind != clause.kind


# ─── No detour hides a duty ──────────────────────────────────────────────────────────────────────────────


HIDDEN = {
    (
        "contract",
        "fulfilled",
        "suspended",
    ): "while it is suspended its end is owed: to resume or to terminate it",
    ("contract", "terminated", "concluded"): "once it is resumed there is nothing to resume",
    (
        "certificate",
        "expired",
        "contracted",
    ): "it may be used up yet: the contract, which is owed, ends first",
    ("certificate", "expired", "suspended_contracted"): "it may be used up yet: the contract ends first",
}
"""The duties of one state that another, from which the case comes back to it, does not have; and why."""


def reached(lifecycle, states, without):
    """The states to which the case gets from those without the step."""
    seen, left = set(states), list(states)
    while left:
        here = left.pop()
        new = {way.target for way in ways(lifecycle) if way.source == here and way.kind != without} - seen
        seen |= new
        left += new
    return seen


@cycles
def test_a_state_from_which_the_case_comes_back_hides_no_duty(lifecycle):
    """A duty is owed by what has happened: it is told in every state between, though its step may have to wait."""
    hidden = set()
    for kind in lifecycle.kinds:
        clauses = [one for one in lifecycle.clauses if one.kind == kind and one.duty is not None]
        states = {state for one in clauses for state in one.source}
        told = {state for one in clauses for state in owed_from(one)}
        for between in reached(lifecycle, states, kind) - told:
            if reached(lifecycle, [between], kind) & states:
                hidden.add((lifecycle.name, kind, between))
    assert hidden == {one for one in HIDDEN if one[0] == lifecycle.name}


def test_a_suspended_contract_owes_its_end_by_the_day_by_which_it_was_to_be_fulfilled():
    """The step that is owed is another, and the last day is the same."""
    (ends,) = {one.until for one in contract.clauses if one.kind == "fulfilled"}
    (paused,) = (one for one in contract.clauses if one.kind == "terminated" and one.duty is not None)
    assert paused.source == ("suspended",)

    @settings(max_examples=size(60, 600))
    @given(st.data())
    def tried(data):
        profile = data.draw(st.sampled_from(PROFILES))
        history = drawn(contract, profile, data, steps=8)[-1]
        if history.state == "suspended":
            assert paused.until(history) == ends(history)

    tried()


@cycles
def test_a_duty_that_has_a_last_day_goes_only_by_a_step_that_discharges_it_or_ends_the_case(lifecycle):
    """Between two steps of a life, asked of one day long after it: what is overdue stays so."""

    @settings(max_examples=size(80, 1500))
    @given(st.data())
    def tried(data):
        profile = data.draw(st.sampled_from(PROFILES))
        lives = drawn(lifecycle, profile, data, steps=9)
        on = (lives[-1].last_day or begins(profile)[0]) + timedelta(500)
        for before, now in itertools.pairwise(lives):
            step = now.records[-1]
            if now.state in lifecycle.final:
                continue
            had = {(duty.kind, duty.which): duty for duty in lifecycle.due(before, profile, on)}
            has = {(duty.kind, duty.which) for duty in lifecycle.due(now, profile, on)}
            for key in had.keys() - has:
                if had[key].last_day is not None and (lifecycle.name, key[0], now.state) not in HIDDEN:
                    kinds = in_its_stead(lifecycle, before.state, had[key])
                    assert step.kind in kinds, (key, step.kind, now.state)

    tried()
