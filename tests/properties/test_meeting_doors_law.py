"""The law of one meeting: its record, its steps, its options and its duties have the same answers.

A term of the minutes and the hand that keeps or signs them are known before the step is taken; the days of a
meeting that is written down as a whole follow each other as its steps do.
"""

from datetime import date, timedelta

import pytest
from groups import profile, seat
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size

from law189.audit.meeting import MeetingRecord, judge_record
from law189.cases.outlook import due, options
from law189.verdict import Outcome, worst
from law189.workflows.meeting import (
    Closed,
    Convened,
    CopiesSent,
    ItemVoted,
    MinutesDrafted,
    MinutesSigned,
    Opened,
    lifecycle,
)

HELD = date(2024, 3, 11)
SEATS = ("chair", "deputy", "member-1", "member-2", "secretary")
KEPT = {"drafted_by": "secretary", "signed_by": ["presiding", "secretary"], "copies_to": "members"}
WITHIN = {
    name: {"days": 2, "unit": "calendar_days"} for name in ("drafted_within", "signed_within", "sent_within")
}
TIMED = profile(seats=[seat(one) for one in SEATS], agenda="presiding", minutes=KEPT | WITHIN)
TIMELESS = profile(seats=[seat(one) for one in SEATS], agenda="presiding", minutes=KEPT)
LED = profile(
    seats=[seat(one) for one in SEATS],
    agenda="presiding",
    minutes={"drafted_by": "presiding", "signed_by": "presiding", "copies_to": "members"},
)
VOTES = {"chair": "for", "deputy": "for", "member-1": "for"}
BEFORE = (
    Convened(on="2024-03-08", by="chair", held_on=HELD),
    Opened(on=HELD, by="chair", present=("chair", "deputy", "member-1")),
    ItemVoted(on=HELD, by="chair", question="План", votes=VOTES),
    Closed(on=HELD, by="chair"),
)
HANDS = st.sampled_from(SEATS)
law = settings(max_examples=size(150, 2000), deadline=None, derandomize=True)


def minutes_of(drafted, signed, sent, keeper="secretary", signer="chair", also=("secretary",), to=SEATS):
    drafted_on, signed_on, sent_on = (HELD + timedelta(days) for days in (drafted, signed, sent))
    return (
        MinutesDrafted(on=drafted_on, by=keeper),
        MinutesSigned(on=signed_on, by=signer, also_signed=also),
        CopiesSent(on=sent_on, by="secretary", copies_to=to),
    )


def by_steps(steps, where):
    """The worst of what the steps are told, up to the first that has no effect."""
    history, found = lifecycle.begin("1"), []
    for step in steps:
        found.append(lifecycle.judge(history, step, where).outcome)
        if found[-1] not in (Outcome.HOLDS, Outcome.BREACH):
            break
        history = lifecycle.advance(history, step, where)
    return worst(found)


def as_record(drafted, signed, sent):
    return MeetingRecord(
        profile=TIMED.name,
        held_on=HELD,
        agenda={"approved_by": "chair", "approved_on": "2024-03-08"},
        present=("chair", "deputy", "member-1"),
        items=[{"question": "План", "votes": VOTES}],
        minutes={
            "drafted_by": drafted.by,
            "drafted_on": drafted.on,
            "signed_by": (signed.by, *signed.also_signed),
            "signed_on": signed.on,
            "copies_to": sent.copies_to,
            "sent_on": sent.on,
        },
    )


def recorded(steps, places, where=TIMED):
    history = lifecycle.begin("1")
    for step in steps[:places]:
        history = lifecycle.advance(history, step, where)
    return history


@given(
    st.sampled_from((TIMED, TIMELESS, LED)),
    *[st.integers(-3, 6)] * 3,
    HANDS,
    HANDS,
    st.lists(HANDS, max_size=2, unique=True),
    st.sampled_from((SEATS, ("chair",), ())),
)
@law
def test_a_meeting_written_down_as_a_whole_is_answered_as_the_same_meeting_step_by_step(
    where, drafted, signed, sent, keeper, signer, also, to
):
    kept = minutes_of(drafted, signed, sent, keeper, signer, also, to)
    record = as_record(*kept).model_copy(update={"profile": where.name})
    assert judge_record(record, where).outcome is by_steps((*BEFORE, *kept), where)


@pytest.mark.parametrize("place", range(3))
@pytest.mark.parametrize("late", range(6))
def test_the_option_and_the_duty_of_the_minutes_know_the_term_that_the_step_is_judged_by(place, late):
    steps = (*BEFORE, *minutes_of(0, 0, 0))
    history, step = recorded(steps, len(BEFORE) + place), steps[len(BEFORE) + place]
    day = HELD + timedelta(late)
    taken = lifecycle.judge(history, step.model_copy(update={"on": day}), TIMED)
    (offered,) = [one for one in options(lifecycle, history, TIMED, day) if one.kind == step.kind]
    (owed,) = due(lifecycle, history, TIMED, day)
    assert (offered.verdict.outcome, owed.overdue) == (taken.outcome, taken.outcome is Outcome.BREACH)
    assert (owed.last_day, owed.overdue) == (HELD + timedelta(2), late > 2)
    (endless,) = due(lifecycle, history, TIMELESS, day)
    assert (endless.last_day, endless.overdue) == (None, False)


@given(st.sampled_from((TIMED, TIMELESS, LED)), st.integers(1, 6), st.sampled_from((*SEATS, "provider")))
@law
def test_whom_an_option_names_may_take_the_step_and_nobody_else(where, place, who):
    steps = (*BEFORE, *minutes_of(0, 1, 2))
    if where is LED:
        steps = (*BEFORE, *minutes_of(0, 1, 2, keeper="chair", also=()))
    history, step = recorded(steps, place, where), steps[place]
    (offered,) = [one for one in options(lifecycle, history, where, step.on) if one.kind == step.kind]
    also = set(SEATS if hasattr(step, "also_signed") and where is not LED else ()) - {who}
    changed = {"by": who} | ({"also_signed": tuple(also)} if also else {})
    taken = lifecycle.judge(history, step.model_copy(update=changed), where)
    if offered.by is not None:
        assert (who in offered.by) or taken.outcome is not Outcome.HOLDS or also
        assert (who not in offered.by) or taken.outcome is Outcome.HOLDS


def test_a_meeting_is_offered_to_be_opened_on_its_day():
    history = recorded(BEFORE, 1)
    for day, outcome in ((HELD, Outcome.HOLDS), (HELD + timedelta(1), Outcome.BREACH)):
        (offered,) = [one for one in options(lifecycle, history, TIMED, day) if one.kind == "opened"]
        assert offered.verdict.outcome is outcome
