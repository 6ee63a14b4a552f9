"""The law of one meeting: its record, its steps, its options and its duties have the same answers.

A term of the minutes and the hand that keeps or signs them are known before the step is taken; the days of a
meeting that is written down as a whole follow each other as its steps do.
"""

from datetime import date, timedelta

import pytest
from groups import parts, profile, seat
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size

from law189.audit.meeting import MeetingRecord, judge_record
from law189.cases.outlook import due, options
from law189.profile.loader import load_profile
from law189.rules.group.competence import refusing
from law189.rules.group.sitting import Sitting
from law189.rules.votes.items import item
from law189.rules.voting import count
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
law = settings(max_examples=size(150, 2000))


def minutes_of(
    drafted, signed, sent, keeper="secretary", signer="chair", also=("secretary",), to=SEATS, since=HELD
):
    drafted_on, signed_on, sent_on = (since + timedelta(days) for days in (drafted, signed, sent))
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


def lasting(days, voted):
    """The steps up to the closing of a meeting that lasted so many days longer, and the day of its closing."""
    closed_on = HELD + timedelta(days)
    item = BEFORE[2].model_copy(update={"on": HELD + timedelta(min(days, voted))})
    return (*BEFORE[:2], item, Closed(on=closed_on, by="chair")), closed_on


@given(
    st.sampled_from((TIMED, TIMELESS, LED)), st.integers(0, 20), st.integers(0, 20), *[st.integers(-3, 6)] * 3
)
@law
def test_the_terms_of_a_meeting_of_several_days_run_from_its_closing_by_both_doors(
    where, days, voted, drafted, signed, sent
):
    """Nothing can be drafted before the meeting is closed, so no term may run out before that."""
    before, closed_on = lasting(days, voted)
    kept = minutes_of(drafted, signed, sent, since=closed_on)
    record = as_record(*kept).model_copy(update={"profile": where.name, "closed_on": closed_on})
    answer = judge_record(record, where)
    assert answer.outcome is by_steps((*before, *kept), where)
    alone = as_record(*(one.model_copy(update={"on": one.on - timedelta(days)}) for one in kept))
    assert answer.outcome is judge_record(alone.model_copy(update={"profile": where.name}), where).outcome
    timed = [one for one in answer.minutes.parts if one.rule in ("dispatch.drafted", "dispatch.signed")]
    assert all(bool(parts(one, "dispatch.lasted")) is bool(days) for one in timed)


@given(st.integers(0, 20), st.integers(0, 20), st.integers(0, 25))
@law
def test_no_last_day_is_told_that_was_over_before_the_step_could_be_taken(days, voted, asked):
    before, closed_on = lasting(days, voted)
    history = recorded(before, len(before))
    today = closed_on + timedelta(asked)
    for done in (minutes_of(2, 2, 2, since=closed_on)[:steps] for steps in range(3)):
        after = history
        for step in done:
            after = lifecycle.advance(after, step, TIMED)
        for duty in lifecycle.due(after, TIMED, max(today, after.last_day)):
            assert duty.last_day >= closed_on + timedelta(2)


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


@pytest.mark.parametrize("where", [TIMED, LED])
def test_a_question_decided_both_ways_is_unknown_by_both_doors(where):
    against = dict.fromkeys(VOTES, "against")
    said = [{"question": "План", "votes": votes} for votes in (VOTES, against)]
    record = as_record(*minutes_of(0, 1, 2)).model_copy(update={"profile": where.name})
    twice = MeetingRecord.model_validate({**record.model_dump(), "items": said})
    same = MeetingRecord.model_validate({**record.model_dump(), "items": [said[0]] * 2})
    again = BEFORE[2].model_copy(update={"votes": tuple(against.items())})
    for whole, step, told in ((twice, again, 1), (same, BEFORE[2], 0)):
        found = [one for item in judge_record(whole, where).items for one in item.verdict.walk()]
        stepped = lifecycle.judge(recorded(BEFORE, 3, where), step, where)
        for verdicts in (found, [*stepped.walk()]):
            assert sum(one.rule == "sitting.decided_twice" for one in verdicts) == told
    assert stepped.outcome is Outcome.HOLDS


def test_a_record_that_leaves_out_its_questions_is_unknown_and_one_without_any_is_not():
    record = as_record(*minutes_of(0, 1, 2)).model_dump(exclude={"items"})
    silent, none = (MeetingRecord.model_validate({**record, **said}) for said in ({}, {"items": []}))
    assert (judge_record(silent, TIMED).outcome, judge_record(none, TIMED).outcome) == (
        Outcome.UNKNOWN,
        Outcome.HOLDS,
    )
    (ask,) = judge_record(silent, TIMED).agenda.asks
    assert ask.path == "meeting.items"


def test_a_vote_that_does_not_count_cites_the_norm_that_takes_it():
    group = load_profile("kemerovo").latest.working_group
    held = Sitting(group, ("chair", "member-1", "member-2", "member-3", "member-4"))
    votes = [("chair", "for"), ("mayor", "for"), ("member-8", "for")]
    told = item(held, "План", "plan-measures", votes).verdict
    cites = {one.facts["seat"]: one.cites[0] for one in told.walk() if one.rule == "voting.ballot"}
    assert cites == {"mayor": group.basis("composition"), "member-8": group.basis("adoption")}
    own = group.basis("agenda")
    (barred,) = count(
        votes[:1], ["chair"], ["chair"], group.basis("adoption"), conflicts=["chair"], bases={"conflict": own}
    ).refused
    assert barred.cites == (own,)
    assert refusing(group)["conflict"] == group.basis("conflict_of_interest")
