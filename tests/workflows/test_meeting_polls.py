"""A poll in writing, step by step: to whom, until which day, what was answered, and how it ended."""

from datetime import date

import pytest
from groups import HALF, groupless, parts, profile

from law189.cases.history import Decision, RecordAnnulled
from law189.profile.profile import Profile
from law189.verdict import Outcome
from law189.workflows.meeting import (
    CopiesSent,
    ItemPolled,
    MinutesDrafted,
    MinutesSigned,
    PollClosed,
    PollFailed,
    PollOpened,
    lifecycle,
)

LAST = date(2024, 3, 15)
ALLOWED = {"allowed": True, "quorum": HALF, "adoption": {"more_than": "1/2", "of": "answered"}}
MINUTES = {"drafted_by": "secretary", "signed_by": "secretary", "copies_to": "members"}
PLACE = profile(
    agenda="presiding", absentee=ALLOWED, minutes=MINUTES, other={"secretary": {"cite": "app2.3"}}
)
THREE = {"chair": "for", "deputy": "for", "member-1": "against"}
ALL = {**THREE, "member-2": "for", "member-3": "for"}
OPENED = PollOpened(on="2024-03-11", by="chair", answers_by=LAST)
ASKED = ItemPolled(on="2024-03-14", by="chair", question="План", votes=THREE)
CLOSED = PollClosed(on=LAST, by="chair")
FAILED = PollFailed(on=LAST, by="chair", answered=("chair",))
DRAFTED = MinutesDrafted(on=LAST, by="secretary")
SIGNED = MinutesSigned(on="2024-03-18", by="secretary")
SENT = CopiesSent(on="2024-03-18", by="secretary", copies_to=tuple(ALL))
STEPS = (OPENED, ASKED, CLOSED, DRAFTED, SIGNED, SENT)
TAKES = Decision(by="head", on="2024-03-01", reason="решено")


def before(step, where=PLACE):
    history = lifecycle.begin("1")
    for one in STEPS[: STEPS.index(step)]:
        history = lifecycle.advance(history, one, where, decision=TAKES)
    return history


def judged(step, where=PLACE, *, place=None, **changed):
    other = step.model_validate({**step.model_dump(), **changed})
    return lifecycle.judge(before(place or step, where), other, where)


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.kind)
def test_a_poll_that_keeps_to_the_regulation_runs_to_its_end(step):
    assert judged(step).outcome is Outcome.HOLDS


def test_it_ends_as_a_meeting_does():
    history = lifecycle.advance(before(SENT), SENT, PLACE)
    assert history.state == "complete"
    assert lifecycle.load(lifecycle.dump(history)) == history


@pytest.mark.parametrize(
    ("step", "changed", "rule", "outcome"),
    [
        (OPENED, {"answers_by": "2024-03-10"}, "agenda.before_meeting", "breach"),
        (OPENED, {"by": "member-1"}, "agenda.approver", "breach"),
        (OPENED, {"by": "deputy"}, "agenda.approver", "unknown"),
        (OPENED, {"polled": ["chair", "chair"]}, "polls.entry", "breach"),
        (OPENED, {"vacant": ["mayor"]}, "polls.entry", "breach"),
        (ASKED, {"on": "2024-03-16"}, "polls.in_time", "breach"),
        (ASKED, {"votes": {"chair": "for"}}, "polls.quorum", "void"),
        (ASKED, {"votes": {**THREE, "mayor": "for"}}, "voting.ballot", "breach"),
        (ASKED, {"opinions": {"member-2": "for"}}, "proxies.opinion", "breach"),
        (ASKED, {"question_kind": "request-information"}, "agenda.power", "holds"),
        (CLOSED, {"on": "2024-03-14"}, "polls.closed", "breach"),
        (DRAFTED, {"by": "chair"}, "minutes.drafter", "breach"),
        (SIGNED, {"by": "chair"}, "minutes.secretary_signer", "void"),
        (SENT, {"copies_to": ["chair"]}, "minutes.copies", "breach"),
    ],
)
def test_each_condition_is_told_by_its_rule(step, changed, rule, outcome):
    found = parts(judged(step, **changed), rule)
    assert [one.outcome for one in found] == ([outcome] if outcome != "holds" else [])


def test_a_poll_is_closed_before_its_last_day_once_all_have_answered():
    history = lifecycle.advance(before(ASKED), ASKED.model_copy(update={"votes": tuple(ALL.items())}), PLACE)
    early = PollClosed(on="2024-03-14", by="chair")
    assert lifecycle.judge(history, early, PLACE).outcome is Outcome.HOLDS
    assert parts(lifecycle.judge(before(ASKED), early, PLACE), "polls.closed")[0].outcome is Outcome.BREACH


def test_a_poll_without_a_question_has_no_quorum_to_close_with():
    assert parts(lifecycle.judge(before(ASKED), CLOSED, PLACE), "polls.quorum")[0].outcome is Outcome.VOID


@pytest.mark.parametrize(
    ("answered", "outcome", "words"),
    [
        ((), "holds", "Никто не ответил; кворума нет; заочное голосование не состоялось."),
        (("chair", "chair", "mayor"), "holds", "кворума нет"),
        (tuple(THREE), "breach", "кворум имеется"),
    ],
)
def test_a_poll_without_enough_answers_failed(answered, outcome, words):
    verdict = judged(FAILED, place=ASKED, answered=answered)
    (found,) = parts(verdict, "polls.in_vain")
    assert found.outcome == outcome
    assert words in found.text.ru


@pytest.mark.parametrize(
    ("said", "rule", "outcome"),
    [({"allowed": False}, "polls.allowed", "void"), (None, "force.silent", "unknown")],
)
def test_a_poll_is_opened_where_the_regulation_allows_it(said, rule, outcome):
    verdict = lifecycle.judge(lifecycle.begin("1"), OPENED, profile(absentee=said, agenda="presiding"))
    assert verdict.outcome == outcome
    assert outcome in {part.outcome for part in parts(verdict, rule)}


def test_where_it_is_not_known_whether_there_was_a_quorum_a_failed_poll_asks():
    silent = profile(absentee={"allowed": True}, quorum=None, agenda="presiding")
    verdict = judged(FAILED, silent, place=ASKED)
    assert verdict.outcome is Outcome.UNKNOWN
    assert "profile.working_group.quorum" in {ask.path for ask in verdict.asks}


def test_without_a_group_every_step_of_a_poll_is_unknown_and_a_person_decides():
    history = lifecycle.begin("1")
    for step in STEPS:
        verdict = lifecycle.judge(history, step, groupless())
        assert (verdict.outcome is Outcome.UNKNOWN) is (step is not CLOSED), step.kind
        history = lifecycle.advance(history, step, groupless(), decision=TAKES)
    assert history.state == "complete"
    failed = lifecycle.advance(lifecycle.begin("2"), OPENED, groupless(), decision=TAKES)
    assert lifecycle.judge(failed, FAILED, groupless()).outcome is Outcome.UNKNOWN


def test_a_group_that_was_set_up_later_has_no_term_for_the_minutes_of_what_was_held_before_it():
    """Who was asked is said by the decree of that day, which had no group; a later term is not theirs."""
    terms = {**MINUTES, "drafted_within": {"days": 1, "unit": "calendar_days"}}
    later = profile(
        agenda="presiding", absentee=ALLOWED, minutes=terms, other={"secretary": {"cite": "app2.3"}}
    )
    place = Profile(((date.min, groupless().first), (date(2024, 3, 16), later.first)))
    history = lifecycle.begin("1")
    for step in (OPENED, ASKED, CLOSED):
        history = lifecycle.advance(history, step, place, decision=TAKES)
    drafted = MinutesDrafted(on="2024-03-28", by="secretary")
    told = {part.rule for part in lifecycle.judge(history, drafted, place).walk()}
    assert "dispatch.drafted" not in told
    assert [(one.kind, one.last_day) for one in lifecycle.due(history, place, drafted.on)] == [
        ("minutes_drafted", None)
    ]
    held = lifecycle.begin("2")
    for step in (OPENED, ASKED, CLOSED):
        held = lifecycle.advance(held, step, later, decision=TAKES)
    assert "dispatch.drafted" in {part.rule for part in lifecycle.judge(held, drafted, later).walk()}
    (duty,) = lifecycle.due(held, later, drafted.on)
    assert (duty.last_day, duty.overdue) == (date(2024, 3, 18), True)  # the 16th is a Saturday


def test_a_subgroup_is_polled_by_its_own_members():
    title = {"ru": "подгруппа", "en": "subgroup"}
    quorum = {"value": HALF, "cite": "app2.6"}
    own = {
        "id": "schools",
        "title": title,
        "seats": ["member-1", "member-2"],
        "head": "member-1",
        "cite": "app2.6",
    }
    where = profile(absentee=ALLOWED, agenda="presiding", other={"subgroups": [{**own, "quorum": quorum}]})
    opened = OPENED.model_copy(update={"by": "member-1", "subgroup": "schools"})
    verdict = lifecycle.judge(lifecycle.begin("1"), opened, where)
    assert verdict.outcome is Outcome.HOLDS
    assert parts(verdict, "polls.asked")[0].facts["polled"] == 2
    history = lifecycle.advance(lifecycle.begin("1"), opened, where)
    item = ASKED.model_copy(update={"votes": (("member-1", "for"),)})
    found = lifecycle.judge(history, item, where)
    assert parts(found, "polls.quorum") or parts(found, "polls.threshold")
    unnamed = lifecycle.judge(lifecycle.begin("1"), opened.model_copy(update={"subgroup": "experts"}), where)
    assert parts(unnamed, "subgroups.named")[0].outcome is Outcome.UNKNOWN


def test_an_annulled_question_counts_for_nothing_when_the_poll_is_closed():
    history = before(CLOSED)
    annulled = RecordAnnulled(on=LAST, by="chair", record=2, reason="ошибка")
    history = lifecycle.advance(history, annulled, PLACE)
    assert parts(lifecycle.judge(history, CLOSED, PLACE), "polls.quorum")[0].outcome is Outcome.VOID
