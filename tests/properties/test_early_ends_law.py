"""The law of early ends: what is not known before a day is not told before it.

Nobody knows before the last day of answers that a poll has no quorum, unless the answers that are missing could not
make it; nobody knows before the day of a meeting who will come to it. Whoever may not vote on a question is not
waited for.
"""

from datetime import date, timedelta

import pytest
from groups import HALF, IDS, parts, profile
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size

from law189.cases.history import Decision
from law189.verdict import Outcome
from law189.workflows.meeting import (
    Convened,
    ItemPolled,
    NotHeld,
    PollClosed,
    PollFailed,
    PollOpened,
    lifecycle,
)

FIRST, LAST = date(2024, 3, 11), date(2024, 3, 15)
POLL = {"allowed": True, "quorum": HALF, "adoption": {"more_than": "1/2", "of": "answered"}}
NEEDED = 3
BARS = profile(absentee=POLL, agenda="presiding", conflict_of_interest="abstains")
SILENT = profile(absentee=POLL, agenda="presiding")
TAKES = Decision(by="head", on=FIRST, reason="решено")

SEATS = st.sets(st.sampled_from(IDS))
DAYS = st.integers(0, 6).map(lambda days: FIRST + timedelta(days))


def opened(polled, where):
    step = PollOpened(on=FIRST, by="chair", answers_by=LAST, polled=sorted(polled))
    return lifecycle.advance(lifecycle.begin("1"), step, where, decision=TAKES)


@given(SEATS, SEATS, DAYS)
@settings(max_examples=size(200, 2000))
def test_a_poll_has_failed_when_nothing_more_can_make_a_quorum(polled, answered, on):
    answered &= polled
    verdict = lifecycle.judge(
        opened(polled, BARS), PollFailed(on=on, by="chair", answered=sorted(answered)), BARS
    )
    had = len(answered) >= NEEDED
    early = not had and on < LAST and len(polled) >= NEEDED
    assert [one.outcome for one in parts(verdict, "polls.in_vain")] == [
        Outcome.BREACH if had else Outcome.HOLDS
    ]
    assert [one.outcome for one in parts(verdict, "polls.failed")] == (
        [] if had else [Outcome.BREACH if early else Outcome.HOLDS]
    )
    assert verdict.outcome is (Outcome.BREACH if had or early else Outcome.HOLDS)


@given(SEATS, SEATS.filter(lambda seats: len(seats) >= NEEDED), SEATS, DAYS, st.sampled_from([BARS, SILENT]))
@settings(max_examples=size(300, 3000))
def test_a_poll_is_closed_early_once_all_who_may_vote_have_answered(polled, answered, barred, on, where):
    """Where the regulation is silent on conflicts of interest, whether to wait for such a seat is not known."""
    polled |= answered
    item = ItemPolled(
        on=FIRST,
        by="chair",
        question="План",
        votes=dict.fromkeys(sorted(answered), "for"),
        conflicts=sorted(barred),
    )
    history = lifecycle.advance(opened(polled, where), item, where, decision=TAKES)
    verdict = lifecycle.judge(history, PollClosed(on=on, by="chair"), where)
    left = polled - answered
    waits = bool(left - barred) if where is BARS else None if left and left <= barred else bool(left)
    expected = Outcome.HOLDS if on >= LAST else {True: "breach", False: "holds", None: "unknown"}[waits]
    (found,) = parts(verdict, "polls.closed")
    assert (found.outcome, verdict.outcome) == (expected, expected)
    assert found.facts["full"] is (None if waits is None else not waits)
    if expected == "unknown":
        assert {ask.path for ask in verdict.asks} == {"profile.working_group.conflict_of_interest"}


@given(SEATS.filter(lambda seats: len(seats) >= NEEDED), SEATS, DAYS)
def test_a_poll_has_not_failed_once_a_question_had_its_quorum(answered, told, on):
    """Whoever answered a question has answered, whether the failure names that seat or not."""
    item = ItemPolled(on=FIRST, by="chair", question="План", votes=dict.fromkeys(sorted(answered), "abstain"))
    history = lifecycle.advance(opened(IDS, BARS), item, BARS)
    verdict = lifecycle.judge(history, PollFailed(on=on, by="chair", answered=sorted(told)), BARS)
    (found,) = parts(verdict, "polls.in_vain")
    assert (found.outcome, verdict.outcome) == (Outcome.BREACH, Outcome.BREACH)
    assert found.facts["quorum"] is True
    assert len(found.facts["answered"]) == len(answered | told)


@given(DAYS, DAYS, SEATS)
def test_that_a_meeting_was_not_held_is_not_known_before_its_day(held_on, on, present):
    convened = Convened(on=FIRST, by="chair", held_on=held_on)
    history = lifecycle.advance(lifecycle.begin("1"), convened, BARS)
    verdict = lifecycle.judge(history, NotHeld(on=on, by="chair", present=sorted(present)), BARS)
    (found,) = parts(verdict, "meeting.unheld")
    assert found.outcome is (Outcome.BREACH if on < held_on else Outcome.HOLDS)
    assert verdict.outcome is not Outcome.VOID


@pytest.mark.parametrize(
    ("answered", "conflicts", "outcome"),
    [
        (IDS, ["chair"], "breach"),
        (IDS[1:], ["chair"], "holds"),
        (IDS[1:], ["deputy"], "holds"),
    ],
)
def test_one_who_may_not_vote_breaks_the_norm_by_answering_and_not_by_silence(answered, conflicts, outcome):
    item = ItemPolled(
        on=FIRST, by="chair", question="План", votes=dict.fromkeys(answered, "for"), conflicts=conflicts
    )
    verdict = lifecycle.judge(opened(IDS, BARS), item, BARS)
    refused = parts(verdict, "voting.ballot")
    assert bool(refused) is (conflicts[0] in answered)
    assert verdict.outcome == ("breach" if refused else outcome)
