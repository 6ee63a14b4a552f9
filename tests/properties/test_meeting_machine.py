"""The meeting on any path from any state: a machine that takes lawful and unlawful steps alike."""

from datetime import date, timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from meetings import KINDS, PROFILES, SEATS, STRANGERS, VOTES, choices
from night import size

from law189.errors import Refused
from law189.verdict import Outcome
from law189.workflows.meeting import (
    Closed,
    Convened,
    CopiesSent,
    ItemVoted,
    MinutesDrafted,
    MinutesSigned,
    NotHeld,
    Opened,
)
from law189.workflows.meeting import lifecycle as meeting

HELD_ON = date(2023, 10, 2)
STATES = {state.value for state in meeting.states} - {"polling"}
"""The states of a meeting; both decrees are silent on polls, whose steps have a law of their own."""
POLL = {"poll_opened", "item_polled", "poll_closed", "poll_failed"}
CLAUSES = [clause for clause in meeting.clauses if clause.kind not in POLL]
TARGETS = {(source, c.kind): c.target for c in CLAUSES for source in c.source}

VISITED, TAKEN, REFUSED = set(), set(), set()
"""What the machine has seen: states, and kinds of steps."""

ALL_SEATS = sorted({seat for seats in SEATS.values() for seat in seats})
seats = st.sampled_from([*ALL_SEATS, *STRANGERS])
leaders = st.sampled_from(("chair", "deputy", "member-1", "secretary"))
entries = st.lists(seats, max_size=4) | st.sampled_from([ALL_SEATS, ALL_SEATS[1:], ALL_SEATS[2:]])
later = st.sampled_from((0, 0, 0, 1, 2, -1))

VOTED = ItemVoted(
    on=HELD_ON, by="chair", question="План", question_kind="plan-measures", votes={"chair": "for"}
)


def path(state, everybody):
    """Lawful steps that lead to a state."""
    convened = Convened(on=HELD_ON, by="chair", held_on=HELD_ON)
    if state == "not_held":
        return [convened, NotHeld(on=HELD_ON, by="chair", present=())]
    steps = [
        convened,
        Opened(on=HELD_ON, by="chair", present=everybody),
        Closed(on=HELD_ON, by="chair"),
        MinutesDrafted(on=HELD_ON, by="secretary"),
        MinutesSigned(on=HELD_ON, by="chair"),
        CopiesSent(on=HELD_ON, by="secretary", copies_to=everybody),
    ]
    order = ["planned", "convened", "open", "closed", "drafted", "signed", "complete"]
    lawful = steps[: order.index(state)]
    return [*lawful[:2], VOTED, *lawful[2:]] if len(lawful) > 2 else lawful


def possible(kind):
    """A rule for the states that the step of this kind may be taken from."""
    return precondition(lambda self: (self.history.state, kind) in TARGETS)


class MeetingMachine(RuleBasedStateMachine):
    @initialize(name=st.sampled_from(sorted(PROFILES)), state=st.sampled_from(sorted(STATES)))
    def begin(self, name, state):
        self.profile = PROFILES[name]
        self.history = meeting.begin("2023-10-02")
        for event in path(state, SEATS[name]):
            self.step(event)
        assert self.history.state == state

    def step(self, event):
        """Take the step or be refused, as its verdict says; the old history stays as it was."""
        old, before = self.history, meeting.dump(self.history)
        verdict = meeting.judge(old, event, self.profile)
        if verdict.stops:
            with pytest.raises(Refused) as caught:
                meeting.advance(old, event, self.profile)
            assert caught.value.verdict == verdict
            REFUSED.add(event.kind)
        else:
            new = meeting.advance(old, event, self.profile)
            assert new.records[:-1] == old.records
            assert new.records[-1].verdict == verdict
            assert new.records[-1].event is event
            self.history = new
            TAKEN.add(event.kind)
        assert meeting.dump(old) == before

    def day(self, days):
        return (self.history.last_day or HELD_ON) + timedelta(days)

    @possible("convened")
    @rule(days=later, by=leaders, ahead=st.integers(-1, 9))
    def convene(self, days, by, ahead):
        on = self.day(days)
        self.step(Convened(on=on, by=by, held_on=on + timedelta(ahead)))

    @possible("opened")
    @rule(
        days=later, present=entries, vacant=st.lists(seats, max_size=2), elected=leaders, readings=choices()
    )
    def open(self, days, present, vacant, elected, readings):
        facts = {"present": present, "vacant": vacant, "elected": elected, "readings": readings}
        self.step(Opened(on=self.day(days), by="chair", **facts))

    @possible("not_held")
    @rule(days=later, present=entries)
    def not_held(self, days, present):
        self.step(NotHeld(on=self.day(days), by="chair", present=present))

    @possible("item_voted")
    @rule(days=later, kind=st.sampled_from(KINDS), votes=st.dictionaries(seats, st.sampled_from(VOTES)))
    def vote(self, days, kind, votes):
        facts = {"question": "План", "question_kind": kind, "votes": votes}
        self.step(ItemVoted(on=self.day(days), by="chair", **facts))

    @possible("closed")
    @rule(days=later)
    def close(self, days):
        self.step(Closed(on=self.day(days), by="chair"))

    @possible("minutes_drafted")
    @rule(days=later, by=leaders)
    def draft(self, days, by):
        self.step(MinutesDrafted(on=self.day(days), by=by))

    @possible("minutes_signed")
    @rule(days=later, by=leaders)
    def sign(self, days, by):
        self.step(MinutesSigned(on=self.day(days), by=by))

    @possible("copies_sent")
    @rule(days=later, copies_to=entries)
    def send_copies(self, days, copies_to):
        self.step(CopiesSent(on=self.day(days), by="secretary", copies_to=copies_to))

    @rule(days=later, data=st.data())
    def step_from_another_state(self, days, data):
        everything = [*path("complete", ALL_SEATS), *path("not_held", ALL_SEATS)]
        strange = [event for event in everything if (self.history.state, event.kind) not in TARGETS]
        event = data.draw(st.sampled_from(strange))
        self.step(event.model_copy(update={"on": self.day(days)}))

    @invariant()
    def the_state_is_the_fold_of_the_records(self):
        state = meeting.initial.value
        for record in self.history.records:
            state = TARGETS[state, record.event.kind]
            assert record.state == state
        assert self.history.state == state
        VISITED.add(state)

    @invariant()
    def days_never_go_back(self):
        days = [record.event.on for record in self.history.records]
        assert days == sorted(days)

    @invariant()
    def nothing_void_or_unknown_is_on_record(self):
        assert not any(record.verdict.stops for record in self.history.records)

    @invariant()
    def dump_and_load_are_identity(self):
        dumped = meeting.dump(self.history)
        assert meeting.load(dumped) == self.history
        assert meeting.dump(meeting.load(dumped)) == dumped

    @invariant()
    def the_open_steps_are_those_of_the_machine(self):
        options = meeting.options(self.history, self.profile, self.day(0))
        possible = {option.kind for option in options if not option.verdict.stops}
        expected = set(meeting.machine.get_triggers(self.history.state)) - POLL
        if self.history.state == "complete" and not self.some_have_no_copy():
            expected -= {"copies_sent"}
        assert possible - {"record_annulled"} == expected
        assert {duty.kind for duty in meeting.due(self.history, self.profile, self.day(0))} <= expected

    def some_have_no_copy(self):
        """Whether the last step by which copies were sent left somebody out."""
        sent = [record.verdict for record in self.history.records if record.event.kind == "copies_sent"]
        return any(part.rule == "minutes.copies" for part in sent[-1].reasons(Outcome.BREACH))


def test_a_meeting_keeps_its_laws_on_any_path_and_every_state_and_step_is_seen():
    often = settings(max_examples=size(40, 100), stateful_step_count=12)
    run_state_machine_as_test(MeetingMachine, settings=often)
    assert VISITED == STATES
    assert TAKEN == REFUSED == {clause.kind for clause in CLAUSES}
