"""The law of the lists of seats: an entry that is not counted is told of, whichever step or record has the list.

A meeting that was opened, the same that was not held and its record say the same of who came; a poll that failed
says of every answer that is none of a polled seat what the answers to a question say.
"""

import pytest
from groups import IDS, parts, profile
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size
from two_doors import told

from law189.audit.meeting import judge_record
from law189.law.about import Source, about
from law189.office.papers.of_case import record_of
from law189.verdict import Outcome
from law189.workflows.meeting import (
    Closed,
    Convened,
    CopiesSent,
    ItemPolled,
    ItemVoted,
    MinutesDrafted,
    MinutesSigned,
    NotHeld,
    Opened,
    PollClosed,
    PollFailed,
    PollOpened,
    lifecycle,
)

DAY = "2024-03-11"
STRANGERS = ("member-9", "mayor", "804200")
WHERE = profile(agenda="presiding", proxies="counted", absentee={"allowed": True})
SILENT = profile(agenda="presiding")
LAW = settings(max_examples=size(60, 1500))

anybody = st.lists(st.sampled_from((*IDS, *STRANGERS)), max_size=7)
came = st.fixed_dictionaries(
    {"present": anybody},
    optional={
        "vacant": st.lists(st.sampled_from((*IDS, *STRANGERS)), max_size=2),
        "alternates": st.lists(st.sampled_from((*IDS, *STRANGERS)), max_size=2),
        "proxies": st.dictionaries(st.sampled_from((*IDS, *STRANGERS)), st.sampled_from(IDS), max_size=2),
    },
)


def convened(where):
    step = Convened(on="2024-03-08", by="chair", held_on=DAY)
    return lifecycle.advance(lifecycle.begin("1"), step, where)


def said_of_who_came(verdict):
    return [told(one) for one in parts(verdict, "quorum.attendance")]


@given(st.sampled_from((WHERE, SILENT)), came)
@LAW
def test_a_meeting_that_was_not_held_is_told_of_who_came_what_one_that_was_opened_and_its_record_are(
    where, facts
):
    history = convened(where)
    left = NotHeld(on=DAY, by="chair", **facts)
    opened = lifecycle.judge(history, Opened(on=DAY, by="chair", **facts), where)
    unheld = lifecycle.judge(history, left, where)
    assert said_of_who_came(unheld) == said_of_who_came(opened)
    if unheld.outcome in (Outcome.HOLDS, Outcome.BREACH):
        record = record_of(lifecycle.advance(history, left, where), where)
        assert said_of_who_came(unheld) == [told(judge_record(record, where).attendance)]


def polling(polled):
    step = PollOpened(on="2024-03-08", by="chair", answers_by=DAY, polled=polled)
    return lifecycle.advance(lifecycle.begin("1"), step, WHERE)


@given(st.none() | st.lists(st.sampled_from(IDS), unique=True), anybody)
@LAW
def test_a_poll_that_failed_is_told_of_each_answer_that_is_none_as_the_answers_to_a_question_are(
    polled, answered
):
    history = polling(polled)
    votes = [{"seat": one, "vote": "for"} for one in answered]
    item = lifecycle.judge(history, ItemPolled(on=DAY, by="chair", question="План", votes=votes), WHERE)
    failed = lifecycle.judge(history, PollFailed(on=DAY, by="chair", answered=answered), WHERE)
    wrong = [one.facts["seat"] for one in parts(failed, "voting.ballot")]
    assert set(wrong) == {one.facts["seat"] for one in parts(item, "voting.ballot")}
    assert all(one.outcome is Outcome.BREACH for one in parts(failed, "voting.ballot"))


def test_by_hand_a_stranger_and_a_seat_entered_twice():
    for present, why in (
        (("chair", "mayor"), "такого места в составе нет"),
        (("chair", "chair"), "место указано повторно"),
    ):
        verdict = lifecycle.judge(convened(WHERE), NotHeld(on=DAY, by="chair", present=present), WHERE)
        assert verdict.outcome is Outcome.BREACH
        (entry,) = parts(verdict, "quorum.entry")
        assert why in entry.text.ru
    for answered, why in (
        (("chair", "mayor"), "такого места в составе нет"),
        (("chair", "chair"), "голос уже подан"),
    ):
        failed = PollFailed(on=DAY, by="chair", answered=answered)
        verdict = lifecycle.judge(polling(None), failed, WHERE)
        assert verdict.outcome is Outcome.BREACH
        (entry,) = parts(verdict, "voting.ballot")
        assert why in entry.text.ru


MINUTES = {
    "drafted_by": "presiding",
    "signed_by": "presiding",
    "approved_by": "chair",
    "copies_to": "members",
}
FULL = profile(
    agenda="presiding",
    proxies="counted",
    opinions="counted",
    conflict_of_interest="abstains",
    absentee={"allowed": True},
    minutes={**MINUTES, "dissents": "attached"},
)
VOTES = {"chair": "for", "deputy": "for", "member-1": "for"}
AT = {"on": DAY, "by": "chair"}
HELD = (
    Convened(on="2024-03-08", by="chair", held_on=DAY),
    Opened(**AT, present=IDS[:3]),
    ItemVoted(**AT, question="План", votes=VOTES),
    Closed(**AT),
    MinutesDrafted(**AT),
    MinutesSigned(**AT, approved_by="chair", attached=()),
    CopiesSent(**AT, copies_to=IDS),
)
UNHELD = (HELD[0], NotHeld(**AT, present=("chair",)))
POLLED = (
    PollOpened(on="2024-03-08", by="chair", answers_by=DAY, polled=IDS),
    ItemPolled(**AT, question="План", votes=dict.fromkeys(IDS, "for")),
    PollClosed(**AT),
)
FAILED = (POLLED[0], PollFailed(**AT, answered=("chair",)))
UNTOLD = {
    ("opened", "elected"): "an election where the regulation says who presides decides nothing",
    ("not_held", "elected"): "an election where the regulation says who presides decides nothing",
    ("item_voted", "conflicts"): "whoever has no vote has none to be kept from",
    ("item_polled", "conflicts"): "whoever has no vote has none to be kept from",
    ("minutes_signed", "also_signed"): "another signature takes nothing from those that the minutes need",
    ("minutes_signed", "attached"): "what else is attached takes nothing from what must be",
    ("copies_sent", "copies_to"): "a copy may go to anybody besides",
}
"""Lists in which a stranger is no breach, and why."""
NOT_RECORDED = ("poll_failed", "answered")
"""The record of a poll holds votes on questions alone."""
EVERY = [
    (steps, place, name)
    for steps in (HELD, UNHELD, POLLED, FAILED)
    for place, step in enumerate(steps)
    for name in type(step).model_fields
    if (said := about(type(step), name)) is not None and said.source is Source.SEATS
]


def with_stranger(step, name):
    """The step with somebody in that field who is not of the group."""
    fact = getattr(step, name)
    if name in ("votes", "opinions"):
        other = {**dict(fact), "mayor": "for"}
    elif name == "proxies":
        other = {"mayor": "chair"}
    else:
        other = (*(fact or ()), "mayor") if isinstance(fact, tuple) or name == "attached" else "mayor"
    return type(step).model_validate({**step.model_dump(), name: other})


def breaches(verdicts):
    """The rules by which something is a breach, and of whom."""
    found = [one for whole in verdicts for one in whole.walk() if not one.parts]
    return {(one.rule, one.facts.get("seat")) for one in found if one.outcome is Outcome.BREACH}


@pytest.mark.parametrize(
    ("steps", "place", "name"), EVERY, ids=[f"{steps[place].kind}.{name}" for steps, place, name in EVERY]
)
def test_a_stranger_in_any_list_of_seats_is_told_by_the_step_as_by_the_record(steps, place, name):
    history, step = lifecycle.begin("1"), with_stranger(steps[place], name)
    for before in steps[:place]:
        history = lifecycle.advance(history, before, FULL)
    plain = breaches([lifecycle.judge(history, steps[place], FULL)])
    more = breaches([lifecycle.judge(history, step, FULL)]) - plain
    records = []
    for taken in (steps[place], step):
        after = lifecycle.advance(history, taken, FULL)
        records.append(breaches(judge_record(record_of(after, FULL), FULL).verdicts))
    field = step.kind, name
    assert bool(more) is (field not in UNTOLD), more
    assert records[1] - records[0] == (set() if field == NOT_RECORDED else more)


def test_every_list_of_seats_of_every_step_was_tried():
    every = {
        (clause.kind, name)
        for clause in lifecycle.clauses
        for name in clause.event.model_fields
        if (said := about(clause.event, name)) is not None and said.source is Source.SEATS
    }
    assert {(steps[place].kind, name) for steps, place, name in EVERY} == every
