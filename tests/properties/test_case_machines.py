"""Every lifecycle on any path from any state, under both decrees as shipped and with every act adopted."""

from collections import Counter
from contextlib import suppress

import pytest
from filled import filled
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, run_state_machine_as_test
from night import size

from law189.cases.moment import Moment
from law189.profile.loader import load_profile
from law189.testing import RIGHT, begins, case_machine
from law189.testing.walk import path, ways
from law189.verdict import Outcome
from law189.workflows import LIFECYCLES

NAMES = ("kemerovo", "novokuznetsk_district")
OFTEN = settings(max_examples=size(6, 30), stateful_step_count=8)


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


LED = settings(OFTEN, max_examples=80, stateful_step_count=3, phases=[Phase.generate])
STAYING = settings(LED, max_examples=240, stateful_step_count=1)
TO_TWO = ("applied_for", "recipient_registered", "formed", "contracted", "contracted")
ASKED = ("offered", "concluded", "complained")
AGREED = ("drafted", "signed_by_provider", "concluded")
PAID = ("claimed", "claim_paid")
STAYS = {
    ("certificate", "contracted", "contract_ended"): (*TO_TWO, "contract_ended"),
    ("certificate", "suspended_contracted", "contract_ended"): (*TO_TWO, "suspended", "contract_ended"),
    ("contract", "concluded", "answered"): (*ASKED, "answered"),
    ("contract", "suspended", "answered"): (*ASKED, "suspended", "answered"),
    ("contract", "fulfilled", "answered"): (*ASKED, "fulfilled", "answered"),
    ("contract", "terminated", "answered"): (*ASKED, "terminated", "answered"),
    ("agreement", "completed", "claim_paid"): (*AGREED, "completed", *PAID),
    ("agreement", "terminated", "claim_paid"): (*AGREED, "terminated", *PAID),
    ("agreement", "completed", "remainder_kept"): (*AGREED, *PAID, "completed", "remainder_kept"),
    ("agreement", "completed", "remainder_returned"): (*AGREED, *PAID, "completed", "remainder_returned"),
    ("agreement", "terminated", "remainder_kept"): (*AGREED, *PAID, "terminated", "remainder_kept"),
    ("agreement", "terminated", "remainder_returned"): (*AGREED, *PAID, "terminated", "remainder_returned"),
}
"""The steps to one that leaves the case in its state, and that chance rarely meets: what it needs came before."""


GAPS = {"agreement": (0, 180, 360)}
"""Days before such a step: what is claimed and paid belongs to the year after the one in which the case begins."""


class Found(Exception):
    """What was looked for was seen, at the end of a case that keeps its laws."""


def to_unseen(lifecycle, profile, wanted):
    """What is seen by a machine whose cases all walk to the step, until it is seen."""
    goal = next(way for way in ways(lifecycle) if (way.source, way.kind) == wanted[1:3])
    needed = STAYS.get((lifecycle.name, *wanted[1:3]), ()) if wanted[1] == wanted[-1] else ()

    class Led(case_machine(lifecycle, profile)):
        goals = (goal,)

        @initialize(data=st.data())
        def begin(self, data):
            for step in needed:
                days = data.draw(st.sampled_from(GAPS.get(lifecycle.name, (0,))))
                if not self.take(self.drawn(data, step, days), decided=True):
                    break
            if not needed:
                super().begin(data)

        def teardown(self):
            if wanted in self.seen:
                raise Found

    with suppress(Found):
        run_state_machine_as_test(Led, settings=STAYING if needed else LED)
    return Led.seen


@pytest.mark.parametrize("lifecycle", LIFECYCLES, ids=lambda cycle: cycle.name)
def test_a_case_keeps_its_laws_on_any_path_and_every_state_and_clause_is_seen(lifecycle):
    seen = Counter()
    for name in NAMES:
        for profile in (filled(name), load_profile(name)):
            machine = case_machine(lifecycle, profile)
            run_state_machine_as_test(machine, settings=OFTEN)
            seen += machine.seen
    for unseen in sorted(one for one in every(lifecycle) - set(seen) if one[2:]):
        for name in NAMES if unseen not in seen else ():
            seen += to_unseen(lifecycle, filled(name), unseen)
    assert every(lifecycle) - set(seen) <= SENT_TO_SOME
    assert set(seen) <= every(lifecycle)


SENT_TO_SOME = {("meeting", "complete", "copies_sent", "complete")}
"""A right step sends the copies to all at once, and nothing is left to send; `test_meeting` has the others."""
NEVER_RIGHT = {
    ("remainder_kept", "remainders.told_alike"),
    ("remainder_returned", "remainders.told_alike"),
    ("included", "eligibility.licensed"),
    ("used", "certificates.spent"),
    ("used", "certificates.all_held"),
    ("used", "contracts.last_one"),
    ("contracted", "contracts.service_free"),
    ("contracted", "contracts.some_free"),
    ("contracted", "volumes.positive"),
    ("answered", "complaints.answered"),
    ("advance_paid", "payments.in_year"),
    ("advance_paid", "payments.advance"),
    ("advance_paid", "debts.claims_covered"),
    ("claim_paid", "payments.of_claim"),
    ("claimed", "payments.on_acts"),
    ("claimed", "debts.claim_covered"),
    ("copies_sent", "minutes.copies_left"),
    ("claim_paid", "payments.in_year"),
    ("remainder_kept", "remainders.left_over"),
    ("remainder_returned", "remainders.left_over"),
    ("completed", "debts.paid_off"),
    ("cancelled", "execution.not_begun"),
    ("item_voted", "sitting.decided_twice"),
    ("poll_opened", "force.silent"),
    ("period_reported", "execution.period_once"),
}
"""Where the history itself leaves no right step.

An applicant has no licence; a certificate has a balance, or others run; all of it or its services is held;
there is no complaint to answer; the sum of the year is paid out or claimed, or the year has none; nothing is
claimed or nothing is left; a claim is not paid; the conditions of the year were told otherwise;
the order, or the period, was reported on; the question was put
before. Both decrees are silent on polls, so a poll has no further steps.
"""
POLLED = {"item_polled", "poll_closed", "poll_failed"}


def walked(lifecycle, profile, goal, data):
    """A way to a step of that kind with right steps, day by day; each with its verdict."""
    history, day = lifecycle.begin("1"), begins(profile)[0]
    goals = [way for way in ways(lifecycle) if way.kind == goal]
    for way in path(data.draw, lifecycle, data.draw(st.sampled_from(goals))):
        if history.state != way.source:  # a step left the case in its state
            return
        day = history.last_day or day
        event = RIGHT[lifecycle.name][way.kind](Moment(day, history, profile), data.draw)
        verdict = lifecycle.judge(history, event, profile)
        yield way.kind, verdict
        if verdict.stops:
            return
        history = lifecycle.advance(history, event, profile)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("lifecycle", LIFECYCLES, ids=lambda cycle: cycle.name)
def test_a_right_step_holds_where_every_act_is_adopted(lifecycle, name):
    told = set()

    @settings(max_examples=size(12, 30))
    @given(st.data())
    def tried(goal, data):
        for kind, verdict in walked(lifecycle, filled(name), goal, data):
            told.add(kind)
            wrong = {(kind, v.rule) for v in verdict.walk() if not v.parts and v.outcome is not Outcome.HOLDS}
            assert wrong <= NEVER_RIGHT

    for goal in lifecycle.kinds:
        tried(goal)
    assert told == set(lifecycle.kinds) - POLLED
