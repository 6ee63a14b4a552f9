"""The lifecycle of a meeting under other regulations: silent ones, none at all, and those that say more."""

from datetime import date

import pytest
from groups import group, groupless, parts, profile, seat

from law189.cases.history import Decision
from law189.testing import check_cases
from law189.verdict import Outcome
from law189.workflows import order
from law189.workflows.meeting import (
    Closed,
    Convened,
    CopiesSent,
    ItemVoted,
    MinutesDrafted,
    MinutesSigned,
    NotHeld,
    Opened,
    lifecycle,
)

DAY = date(2024, 3, 11)
SAYS_MUCH = {
    "agenda": "presiding",
    "notice": {"days": 3, "unit": "calendar_days", "materials": True},
    "proxies": "counted",
    "opinions": "counted",
    "invited": True,
    "conflict_of_interest": "abstains",
    "ballot": "open",
    "minutes": {
        "drafted_by": "secretary",
        "drafted_within": {"days": 2, "unit": "calendar_days"},
        "signed_by": ["presiding", "secretary"],
        "signed_within": {"days": 3, "unit": "calendar_days"},
        "approved_by": "chair",
        "copies_to": "members",
        "sent_within": {"days": 1, "unit": "calendar_days"},
        "dissents": "attached",
    },
    "decisions": {
        "force": "binding",
        "on": {"ru": "органы администрации", "en": "bodies of the administration"},
    },
}
SEATS = [seat(one) for one in ("chair", "deputy", "member-1", "member-2", "secretary")]
CONVENED = Convened(on="2024-03-08", by="chair", held_on=DAY)
OPENED = Opened(
    on=DAY,
    by="chair",
    present=("chair", "deputy"),
    proxies={"member-1": "chair"},
    guests=("эксперт",),
    notice={"sent_on": "2024-03-08", "materials": True},
)
VOTED = ItemVoted(
    on=DAY,
    by="chair",
    question="План",
    votes={"chair": "for", "deputy": "against", "member-1": "for"},
    opinions={"member-2": "for"},
    ballot="open",
)
CLOSED = Closed(on=DAY, by="chair")
DRAFTED = MinutesDrafted(on="2024-03-12", by="secretary")
SIGNED = MinutesSigned(
    on="2024-03-14",
    by="chair",
    also_signed=("secretary",),
    approved_by="chair",
    dissents=("deputy",),
    attached=("deputy",),
)
SENT = CopiesSent(on="2024-03-15", by="secretary", copies_to=tuple(one["id"] for one in SEATS))
STEPS = (CONVENED, OPENED, VOTED, CLOSED, DRAFTED, SIGNED, SENT)
MUCH = profile(seats=SEATS, **SAYS_MUCH)


def before(step, municipality=MUCH):
    """The history in which that step is next."""
    history = lifecycle.begin("1")
    for one in STEPS[: STEPS.index(step)]:
        history = lifecycle.advance(history, one, municipality)
    return history


def judged(step, municipality=MUCH, **changed):
    other = step.model_validate({**step.model_dump(), **changed})
    return lifecycle.judge(before(step, municipality), other, municipality)


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.kind)
def test_a_regulation_that_says_much_lets_a_meeting_that_keeps_to_it(step):
    assert judged(step).outcome is Outcome.HOLDS


@pytest.mark.parametrize(
    ("step", "changed", "rule", "outcome"),
    [
        (OPENED, {"notice": {"sent_on": "2024-03-09", "materials": True}}, "dispatch.notice_days", "breach"),
        (OPENED, {"notice": {"sent_on": "2024-03-08", "materials": False}}, "dispatch.materials", "breach"),
        (OPENED, {"notice": None}, "dispatch.notice_days", "unknown"),
        (OPENED, {"proxies": {}}, "quorum.present", "void"),
        (
            OPENED,
            {"guests": [], "proxies": {"member-1": "chair", "deputy": "chair"}},
            "proxies.proxy",
            "breach",
        ),
        (VOTED, {"ballot": "secret"}, "voting.kind_of_ballot", "breach"),
        (VOTED, {"conflicts": ["chair"]}, "voting.ballot", "breach"),
        (VOTED, {"opinions": {"deputy": "for"}}, "proxies.opinion", "breach"),
        (DRAFTED, {"on": "2024-03-14"}, "dispatch.drafted", "breach"),
        (DRAFTED, {"by": "member-1"}, "minutes.drafter", "breach"),
        (SIGNED, {"also_signed": []}, "minutes.secretary_signer", "void"),
        (SIGNED, {"on": "2024-03-15"}, "dispatch.signed", "breach"),
        (SIGNED, {"approved_by": "deputy"}, "minutes.approver", "unknown"),
        (SIGNED, {"approved_by": "member-1"}, "minutes.approver", "breach"),
        (SIGNED, {"attached": []}, "minutes.dissents", "breach"),
        (SENT, {"on": "2024-03-16"}, "dispatch.sent", "breach"),
    ],
)
def test_a_step_that_does_not_keep_to_it_is_told_why(step, changed, rule, outcome):
    verdict = judged(step, **changed)
    assert outcome in {part.outcome.value for part in parts(verdict, rule)}
    assert verdict.outcome.value == outcome


def test_a_proxy_votes_and_an_opinion_counts_in_the_lifecycle_too():
    verdict = judged(VOTED)
    (decision,) = parts(verdict, "voting.threshold")
    assert (decision.facts["in_favour"], decision.facts["present"]) == (3, 3)
    assert decision.facts["written"] == 1


def test_a_history_with_all_of_it_goes_to_json_and_back():
    history = lifecycle.advance(before(SENT), SENT, MUCH)
    assert lifecycle.load(lifecycle.dump(history)) == history


@pytest.mark.parametrize("municipality", [groupless(), profile(presiding=None, quorum=None, adoption=None)])
@pytest.mark.parametrize(
    "step", [CONVENED, NotHeld(on=DAY, by="chair", present=())], ids=["convened", "not held"]
)
def test_where_the_decree_is_silent_a_step_is_unknown_and_an_office_may_take_it(municipality, step):
    history = lifecycle.begin("1")
    decision = Decision(by="head", on=CONVENED.on, reason="до принятия положения")
    if step is not CONVENED:
        history = lifecycle.advance(history, CONVENED, municipality, decision=decision)
    assert lifecycle.judge(history, step, municipality).outcome is Outcome.UNKNOWN


def test_where_there_is_no_group_every_step_says_so_once():
    verdict = lifecycle.judge(lifecycle.begin("1"), CONVENED, groupless())
    assert len(parts(verdict, "force.no_group")) == 1
    assert not parts(verdict, "force.silent")


@pytest.mark.parametrize("decisions", [{"force": "binding"}, {"force": "advisory"}, None])
def test_what_the_decisions_of_a_group_are_is_told_with_the_advice_that_is_attached(decisions):
    municipality = profile(decisions=decisions)
    clause = order.lifecycle.clause("advice_attached")
    assert clause.cites(municipality.latest) == (group(decisions=decisions).basis("decisions"),)


@pytest.mark.parametrize(
    "municipality",
    [groupless(), profile(presiding=None, quorum=None, adoption=None, casting_vote=None), MUCH],
    ids=["no group", "silent", "says much"],
)
def test_the_laws_of_cases_hold_under_every_regulation(municipality):
    check_cases(municipality, lifecycles=[lifecycle], examples=10)


SUBGROUP = {
    "id": "schools",
    "title": {"ru": "подгруппа по школам", "en": "the subgroup on schools"},
    "seats": ["member-1", "member-2"],
    "head": "member-1",
    "quorum": {"value": {"at_least": "1/2"}, "cite": "app2.6"},
    "cite": "app2.6",
}
WITH_SUBGROUP = profile(
    seats=SEATS, agenda="presiding", minutes=SAYS_MUCH["minutes"], other={"subgroups": [SUBGROUP]}
)
SUB_STEPS = (
    Convened(on="2024-03-08", by="member-1", held_on=DAY, subgroup="schools"),
    Opened(on=DAY, by="member-1", present=("member-1", "member-2")),
    ItemVoted(on=DAY, by="member-1", question="План", votes={"member-1": "for", "member-2": "for"}),
    Closed(on=DAY, by="member-1"),
    MinutesDrafted(on=DAY, by="secretary"),
    MinutesSigned(on=DAY, by="member-1", also_signed=("secretary",), approved_by="chair"),
    CopiesSent(on=DAY, by="secretary", copies_to=("member-1", "member-2")),
)


def test_a_subgroup_meets_step_by_step_by_its_own_members():
    history = lifecycle.begin("1")
    for step in SUB_STEPS:
        verdict = lifecycle.judge(history, step, WITH_SUBGROUP)
        assert verdict.outcome is Outcome.HOLDS, verdict.as_json()
        history = lifecycle.advance(history, step, WITH_SUBGROUP)
        told = {part.rule for part in verdict.walk()}
        assert ("subgroups.as_in_the_group" in told) is isinstance(step, Opened)
        assert ("subgroups.prepared" in told) is isinstance(step, ItemVoted)


def test_only_its_head_convenes_a_subgroup_besides_whoever_leads_the_group():
    history = lifecycle.begin("1")
    for by, outcome in (("chair", "holds"), ("member-2", "breach")):
        step = Convened(on="2024-03-08", by=by, held_on=DAY, subgroup="schools")
        assert lifecycle.judge(history, step, WITH_SUBGROUP).outcome == outcome
    whole = Convened(on="2024-03-08", by="member-1", held_on=DAY)
    assert lifecycle.judge(history, whole, WITH_SUBGROUP).outcome is Outcome.BREACH


def test_a_subgroup_that_is_not_named_is_unknown_at_every_step_that_counts():
    takes = Decision(by="head", on="2024-03-08", reason="создана приказом")
    convened = Convened(on="2024-03-08", by="chair", held_on=DAY, subgroup="experts")
    history = lifecycle.advance(lifecycle.begin("1"), convened, WITH_SUBGROUP, decision=takes)
    for step in (Opened(on=DAY, by="chair", present=()), NotHeld(on=DAY, by="chair", present=())):
        verdict = lifecycle.judge(history, step, WITH_SUBGROUP)
        assert verdict.outcome is Outcome.UNKNOWN
        assert parts(verdict, "subgroups.named")
    takes = Decision(by="head", on=DAY, reason="создана приказом")
    for step in (Opened(on=DAY, by="chair", present=()), *SUB_STEPS[2:]):
        told = parts(lifecycle.judge(history, step, WITH_SUBGROUP), "subgroups.named")
        assert bool(told) is not isinstance(step, Closed)
        history = lifecycle.advance(history, step, WITH_SUBGROUP, decision=takes)
    assert history.state == "complete"
