"""Every lifecycle on any path from any state, under both decrees as shipped and with every act adopted."""

from collections import Counter

import pytest
from filled import filled
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import run_state_machine_as_test

from law189.cases.moment import Moment
from law189.profile.loader import load_profile
from law189.testing import RIGHT, begins, case_machine
from law189.testing.walk import ways
from law189.verdict import Outcome
from law189.workflows import LIFECYCLES

NAMES = ("kemerovo", "novokuznetsk_district")
OFTEN = settings(
    max_examples=30,
    stateful_step_count=8,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def every(lifecycle):
    """Every state, and every clause from each of its states; twice where it may leave the case in its state."""
    states = {(lifecycle.name, state.value) for state in lifecycle.states}
    clauses = {
        (lifecycle.name, source, clause.kind, target)
        for clause in lifecycle.clauses
        for source in clause.source
        for target in ((clause.target,) if clause.stays is None else (clause.target, source))
    }
    return states | clauses


LED = settings(OFTEN, max_examples=15, stateful_step_count=1)
FAR = settings(OFTEN, max_examples=80, stateful_step_count=1)
"""For what leads to more than one state: that a step leaves a case in its state is rarely met by chance."""


def led(lifecycle, profile, source, kind):
    """A machine whose cases all walk to the step."""
    goal = next(way for way in ways(lifecycle) if (way.source, way.kind) == (source, kind))

    class Led(case_machine(lifecycle, profile)):
        goals = (goal,)

    return Led


@pytest.mark.parametrize("lifecycle", LIFECYCLES, ids=lambda cycle: cycle.name)
def test_a_case_keeps_its_laws_on_any_path_and_every_state_and_clause_is_seen(lifecycle):
    seen = Counter()
    for name in NAMES:
        for profile in (filled(name), load_profile(name)):
            machine = case_machine(lifecycle, profile)
            run_state_machine_as_test(machine, settings=OFTEN)
            seen += machine.seen
    for _, source, kind, target in sorted(one for one in every(lifecycle) if one[2:]):
        doubtful = lifecycle.clause(kind).stays is not None and source == target
        for name in NAMES:
            if (lifecycle.name, source, kind, target) in seen:
                break
            machine = led(lifecycle, filled(name), source, kind)
            run_state_machine_as_test(machine, settings=FAR if doubtful else LED)
            seen += machine.seen
    assert every(lifecycle) - set(seen) == set()
    assert set(seen) <= every(lifecycle)


NEVER_RIGHT = {
    ("included", "eligibility.licensed"),
    ("used", "certificates.spent"),
    ("used", "contracts.last_one"),
    ("contracted", "contracts.service_free"),
    ("contracted", "contracts.some_free"),
    ("contracted", "volumes.positive"),
}
"""Where the history itself leaves no right step.

An applicant has no licence; a certificate has a balance, or others run; all of it or its services is held.
"""


def walked(lifecycle, profile, data, told):
    """A way through the lifecycle with right steps, those not `told` yet first; each with its verdict."""
    history, day = lifecycle.begin("1"), begins(profile)[0]
    for _ in range(8):
        kinds = [clause.kind for clause in lifecycle.clauses if history.state in clause.source]
        if not kinds:
            return
        day = history.last_day or day
        kind = data.draw(st.sampled_from([kind for kind in kinds if kind not in told] or kinds))
        event = RIGHT[lifecycle.name][kind](Moment(day, history, profile), data.draw)
        verdict = lifecycle.judge(history, event, profile)
        yield kind, verdict
        if verdict.stops:
            return
        history = lifecycle.advance(history, event, profile)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("lifecycle", LIFECYCLES, ids=lambda cycle: cycle.name)
def test_a_right_step_holds_where_every_act_is_adopted(lifecycle, name):
    told = set()

    @settings(max_examples=60, deadline=None, derandomize=True, database=None)
    @given(st.data())
    def tried(data):
        for kind, verdict in walked(lifecycle, filled(name), data, told):
            told.add(kind)
            wrong = {(kind, v.rule) for v in verdict.walk() if not v.parts and v.outcome is not Outcome.HOLDS}
            assert wrong <= NEVER_RIGHT

    tried()
    assert told == set(lifecycle.kinds)
