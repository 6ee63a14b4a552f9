"""A subgroup: who sits in it, whose norms it goes by, and that it decides nothing in place of the group."""

import pytest
from groups import CAST, HALF, asked, groupless, parts, profile, seat
from pydantic import ValidationError

from law189.audit.meeting import MeetingRecord
from law189.errors import FaultyInput
from law189.law import Citation, Text
from law189.lints.linter import lint
from law189.office.papers.minutes import minutes_of
from law189.profile.subgroups import Invited, Subgroup
from law189.rules.group.subgroups import as_in_the_group, sitting_as
from law189.verdict import Outcome, Verdict

TITLE = {"ru": "подгруппа по школам", "en": "the subgroup on schools"}
TEACHER = {"id": "invited-1", "office": {"ru": "директор школы", "en": "head of a school"}, "cite": "app2.6"}
HEADED = {"seats": ["member-1", "member-2"], "head": "member-1", "quorum": {"value": HALF, "cite": "app2.6"}}
FOR = {"member-1": "for", "member-2": "for"}
HERE = ("member-1", "member-2")
TASK = {"kind": "school-questions", "title": {"ru": "школы", "en": "schools"}, "cite": "app2.6"}
GROUPS = {"kind": "plan-measures", "title": {"ru": "план", "en": "the plan"}, "cite": "app2.2"}


def municipality(said=HEADED, *, other=None, **norms):
    listed = [{"id": "schools", "title": TITLE, "cite": "app2.6", **said}]
    return profile(other={"subgroups": listed, **(other or {})}, **norms)


def met(said=HEADED, *, present=HERE, votes=None, item=None, other=None, norms=None, **record):
    where = municipality(said, other=other, **(norms or {}))
    return asked(where, present=present, votes=votes, item=item, **{"subgroup": "schools", **record})


# ─── Кто заседает ────────────────────────────────────────────────────────────────────────────────────────


def test_attendance_presiding_and_quorum_are_counted_of_the_members_of_the_subgroup():
    answer = met(votes=FOR)
    assert (answer.quorum.outcome, answer.quorum.facts["members"]) == (Outcome.HOLDS, 2)
    assert answer.attendance.facts["present"] == 2
    assert "подгруппы" in answer.attendance.text.ru
    assert answer.presiding_seat == "member-1"
    assert answer.items[0].adopted is True
    assert answer.as_json()["subgroup"] == "schools"


def test_a_seat_of_the_group_that_is_none_of_the_subgroup_is_not_counted():
    answer = met(present=(*HERE, "chair"))
    assert [part.facts["seat"] for part in parts(answer.attendance, "quorum.entry")] == ["chair"]
    assert answer.quorum.facts["present"] == 2


def test_where_the_head_is_absent_nobody_leads_it():
    answer = met(present=("member-2",))
    assert (answer.presiding.rule, answer.presiding.outcome) == ("quorum.headed", Outcome.VOID)
    elected = met(present=("member-2",), readings={"Q3": "elected"})
    assert elected.presiding.outcome is Outcome.UNKNOWN
    assert [ask.path for ask in elected.presiding.asks] == ["meeting.elected"]
    chosen = met(present=("member-2",), readings={"Q3": "elected"}, elected="member-2")
    assert chosen.presiding_seat == "member-2"


def test_without_a_head_whoever_presides_the_group_does_where_a_member():
    answer = met({**HEADED, "head": None, "seats": ["deputy", "member-1"]}, present=("deputy", "member-1"))
    assert (answer.presiding_seat, answer.presiding.rule) == ("deputy", "quorum.presiding")
    silent = met({**HEADED, "head": None})
    assert silent.presiding.outcome is Outcome.UNKNOWN
    assert [ask.path for ask in silent.presiding.asks] == ["profile.working_group.subgroups[schools].head"]


def test_the_quorum_of_a_subgroup_is_never_that_of_the_group():
    answer = met({**HEADED, "quorum": None}, votes=FOR)
    assert answer.quorum.outcome is Outcome.UNKNOWN
    assert [ask.path for ask in answer.quorum.asks] == ["profile.working_group.subgroups[schools].quorum"]
    assert answer.items[0].adopted is None
    poll = met(
        {**HEADED, "quorum": None},
        votes=FOR,
        form="absentee",
        norms={"absentee": {"allowed": True, "quorum": HALF}},
    )
    assert poll.quorum.outcome is Outcome.UNKNOWN


def test_a_poll_of_a_subgroup_asks_its_members():
    answer = met(votes=FOR, form="absentee", norms={"absentee": {"allowed": True}})
    assert answer.attendance.facts["polled"] == 2
    assert answer.items[0].adopted is True


@pytest.mark.parametrize(("votes", "members"), [(True, 3), (False, 2), (None, 2)])
def test_whoever_is_invited_to_a_subgroup_counts_where_the_regulation_gives_a_vote(votes, members):
    invited = TEACHER if votes is None else {**TEACHER, "votes": votes}
    answer = met({**HEADED, "invited": [invited]}, present=(*HERE, "invited-1"))
    assert answer.quorum.facts["members"] == members
    assert answer.attendance.outcome is Outcome.HOLDS
    assert len(parts(answer.attendance, "quorum.voteless")) == 3 - members


def test_whoever_is_invited_may_lead_it_and_is_called_by_office():
    answer = met({**HEADED, "invited": [TEACHER], "head": "invited-1"}, present=(*HERE, "invited-1"))
    assert answer.presiding_seat == "invited-1"
    assert "директор школы" in answer.presiding.text.ru


def test_a_head_or_a_secretary_who_is_no_member_attends_and_counts_for_nothing():
    secretary = {"secretary": {"seat": "member-3", "cite": "app2.3"}}
    answer = met({**HEADED, "head": "deputy"}, present=(*HERE, "deputy", "member-3"), other=secretary)
    assert answer.presiding_seat == "deputy"
    assert (answer.quorum.facts["present"], answer.quorum.facts["members"]) == (2, 2)
    assert answer.attendance.outcome is Outcome.HOLDS


def test_seats_of_a_subgroup_are_called_as_in_the_group():
    group = municipality({**HEADED, "seats": ["chair", "member-2"], "head": "member-2"}).latest.working_group
    own = group.of(group.subgroups[0])
    assert {one: own.names[one] for one in own.by_id} == {one: group.names[one] for one in own.by_id}


# ─── Чьи нормы ───────────────────────────────────────────────────────────────────────────────────────────


def test_norms_that_it_lacks_are_those_of_the_group_and_that_is_told():
    answer = met(votes=FOR)
    taken = parts(answer.established, "subgroups.as_in_the_group")
    assert [one.en for one in taken[0].facts["what"]] == ["adoption", "casting vote"]
    assert taken[0].outcome is Outcome.HOLDS
    own = met({**HEADED, "adoption": {"value": CAST, "cite": "app2.6"}}, norms={"casting_vote": None})
    assert not parts(own.established, "subgroups.as_in_the_group")


def test_its_own_adoption_goes_before_that_of_the_group():
    strict = {**HEADED, "adoption": {"value": {"at_least": "1/1", "of": "members"}, "cite": "app2.6"}}
    assert met(strict, votes={"member-1": "for", "member-2": "against"}).items[0].adopted is False
    assert met(strict, votes=FOR).items[0].adopted is True


def test_its_tasks_are_what_it_may_consider_and_without_any_those_of_the_group():
    other = {"tasks": [GROUPS]}
    for said, kind, outcome in (
        (HEADED, "plan-measures", Outcome.HOLDS),
        (HEADED, "school-questions", Outcome.BREACH),
        ({**HEADED, "tasks": [TASK]}, "school-questions", Outcome.HOLDS),
        ({**HEADED, "tasks": [TASK]}, "plan-measures", Outcome.BREACH),
    ):
        found = parts(
            met(said, votes=FOR, item={"kind": kind}, other=other).items[0].verdict, "agenda.within"
        )
        assert [(one.outcome, "подгруппа" in one.text.ru) for one in found] == [(outcome, True)]


# ─── Что оно решает ──────────────────────────────────────────────────────────────────────────────────────


def test_a_subgroup_prepares_a_question_and_decides_nothing_for_the_group():
    (told,) = parts(
        met(votes=FOR, norms={"decisions": {"force": "binding"}}).items[0].verdict, "subgroups.prepared"
    )
    assert told.outcome is Outcome.HOLDS
    assert told.text.ru == (
        "Вопрос рассматривает подгруппа «подгруппа по школам»; она готовит вопрос, и решения рабочей группы это не "
        "заменяет."
    )
    poll = met(votes=FOR, form="absentee", norms={"absentee": {"allowed": True}})
    assert parts(poll.items[0].verdict, "subgroups.prepared")


def test_its_decisions_have_the_force_that_the_regulation_gives_them():
    norm = {"value": {"force": "advisory", "on": {"ru": "школы", "en": "schools"}}, "cite": "app2.7"}
    (told,) = parts(met({**HEADED, "decisions": norm}, votes=FOR).items[0].verdict, "subgroups.prepared")
    assert told.text.ru.endswith("характер её решений — рекомендательный характер, для кого: школы.")
    assert [cite.address for cite in told.cites] == ["app2.7"]
    past = {**norm, "until": "2024-03-01"}
    (ended,) = parts(met({**HEADED, "decisions": past}, votes=FOR).items[0].verdict, "force.norm")
    assert ended.asks[0].path == "profile.working_group.subgroups[schools].decisions"


def test_a_meeting_of_the_whole_group_says_nothing_of_subgroups():
    answer = met(present=("chair", "deputy", "member-1"), votes={"chair": "for"}, subgroup=None)
    assert not [
        one for verdict in answer.verdicts for one in verdict.walk() if one.rule.startswith("subgroups")
    ]
    assert "subgroup" not in answer.as_json()


# ─── О чём положение молчит ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("said", "subgroup", "path"),
    [
        (HEADED, "experts", "profile.working_group.subgroups[experts]"),
        ({"seats": []}, "schools", "profile.working_group.subgroups[schools].seats"),
    ],
)
def test_a_subgroup_that_is_not_named_or_has_nobody_is_unknown_and_asks(said, subgroup, path):
    answer = met(said, votes=FOR, subgroup=subgroup)
    assert {one.outcome for one in answer.verdicts} == {Outcome.UNKNOWN}
    assert [ask.path for ask in answer.quorum.asks] == [path]
    assert answer.items[0].adopted is None
    found = sitting_as(municipality(said).latest.working_group, subgroup)
    assert isinstance(found, Verdict)


def test_without_a_group_there_is_no_subgroup_of_it():
    assert asked(groupless(), subgroup="schools").established.rule == "force.no_group"


def test_only_a_subgroup_takes_norms_of_a_group():
    assert list(as_in_the_group(municipality().latest.working_group)) == []


# ─── Что о ней пишут ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "said",
    [
        {"seats": ["member-1", "member-1"]},
        {"seats": ["member-9"]},
        {"seats": ["member-1"], "head": "member-9"},
        {"seats": ["member-1"], "head": "invited-1"},
        {"invited": [TEACHER, TEACHER]},
        {"invited": [TEACHER], "quorum": {"value": CAST, "cite": "app2.6"}},
        {"seats": ["member-1"], "head": "mayor"},
    ],
)
def test_what_cannot_be_a_subgroup_is_refused(said):
    with pytest.raises(FaultyInput, match="subgroups"):
        municipality(said)


def test_two_of_the_invited_may_not_share_an_id_across_subgroups():
    both = [{"id": one, "title": TITLE, "cite": "app2.6", "invited": [TEACHER]} for one in ("a", "b")]
    with pytest.raises(FaultyInput, match="invited-1"):
        profile(other={"subgroups": both})


def test_a_subgroup_lists_its_members_once():
    cite = Citation("my-1", "p2", Text("п. 2", "item 2"))
    teacher = Invited(id="invited-1", office=Text("директор"), cite=cite)
    assert teacher.seat.votes is False
    assert Subgroup(id="a", title=Text("а"), seats=("chair",), invited=(teacher,), cite=cite).members == (
        "chair",
        "invited-1",
    )
    with pytest.raises(ValidationError):
        Invited(id="member-1", office=Text("директор"), cite=cite)


def test_the_minutes_of_a_subgroup_call_it_by_its_title():
    where = municipality(
        seats=[seat(one, office={"ru": one}) for one in ("chair", "deputy", "member-1", "member-2")]
    )
    answer = asked(where, present=HERE, votes=FOR, subgroup="schools")
    told = minutes_of(answer, where, "ru").sentences
    assert TITLE["ru"] in told
    assert any("член группы 1" in one or "member-1" in one for one in told)


def test_a_record_says_which_subgroup_met():
    record = MeetingRecord(profile="small_town", held_on="2024-03-11", subgroup="schools", present=())
    assert record.subgroup == "schools"
    assert not [one for one in lint(municipality()) if one.code in ("A34", "A35")]
