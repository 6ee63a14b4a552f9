"""The law of own norms: what does not govern a sitting neither decides it nor leaves it open by its absence.

A poll goes by its own quorum and threshold where the regulation gives them, and nobody presides it; a subgroup
by its own quorum, and by its own threshold and head where it has them. Whose vote decides equal votes is asked
of equal votes alone, and which of several presides where several came. A norm that is not of these may end, be
suspended, begin later or not be there at all: the record and the steps answer as if it stood. Where a norm
governs, both doors ask for it.
"""

import copy
from datetime import date, timedelta
from functools import cache
from itertools import product

import pytest
from groups import SMALL, seat
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size

from law189.audit.meeting import MeetingRecord, judge_record
from law189.cases.history import Decision
from law189.profile.loader import load_profile
from law189.verdict import Outcome, worst
from law189.workflows.meeting import (
    Closed,
    Convened,
    CopiesSent,
    ItemPolled,
    ItemVoted,
    MinutesDrafted,
    MinutesSigned,
    Opened,
    PollClosed,
    PollOpened,
    lifecycle,
)

HOLDS, UNKNOWN, VOID = Outcome.HOLDS, Outcome.UNKNOWN, Outcome.VOID
HELD, DAY = date(2024, 3, 11), timedelta(1)
CAME = ("chair", "member-1")
SEATS = ("chair", "deputy", "member-1", "member-2")
VOTES = {
    "one": dict.fromkeys(CAME, "for"),
    "even": {"chair": "for", "member-1": "against"},
}
GROUP = {
    "presiding": ["chair", "deputy"],
    "presiding_by": "on_order",
    "agenda": "chair",
    "quorum": {"at_least": "1/2", "of": "members"},
    "adoption": {"more_than": "1/2", "of": "votes"},
    "casting_vote": "chair",
    "minutes": {"drafted_by": "secretary", "signed_by": ["secretary"], "copies_to": "members"},
    "absentee": {"allowed": True},
}
ADDRESS = {name: f"app2.{place}" for place, name in enumerate((*GROUP, "sub_quorum", "sub_adoption"), 1)}
QUORUM, ADOPTION = {"at_least": "1/2", "of": "members"}, {"more_than": "1/2", "of": "votes"}
CHANGES = ("repealed", "suspended", "begins", "until", "silent")


class Town:
    """A regulation: which norms the poll and the subgroup have of their own."""

    def __init__(self, poll_quorum, poll_adoption, sub_adoption, sub_head):
        self.poll = {"quorum": poll_quorum, "adoption": poll_adoption}
        self.sub_adoption, self.sub_head = sub_adoption, sub_head

    def governs(self, name, poll, subgroup, votes):
        """Whether a sitting of that form goes by the norm of that name."""
        own_poll = {"quorum": self.poll["quorum"] and not subgroup, "adoption": self.poll["adoption"]}
        if name in ("agenda", "minutes"):
            return True
        if name == "absentee":
            return poll
        if name == "presiding":
            return not poll and not (subgroup and self.sub_head)
        if name == "presiding_by":
            return False  # of those who may preside one alone came
        if name == "casting_vote":
            return votes == "even"
        if name == "quorum":
            return not subgroup and not (poll and own_poll["quorum"])
        if name == "sub_quorum":
            return subgroup
        of_subgroup = subgroup and self.sub_adoption
        if poll and own_poll["adoption"]:
            return False
        return of_subgroup if name == "sub_adoption" else not of_subgroup

    def written(self, change=None, name=None):
        values = copy.deepcopy(GROUP)
        values["absentee"] |= {
            one: value for one, value in (("quorum", QUORUM), ("adoption", ADOPTION)) if self.poll[one]
        }
        values |= {"sub_quorum": QUORUM, "sub_adoption": ADOPTION}
        norms = {one: {"value": value, "cite": ADDRESS[one]} for one, value in values.items()}
        if not self.sub_adoption:
            del norms["sub_adoption"]
        more = {}
        if change == "silent":
            for one in (name, "presiding_by") if name == "presiding" else (name,):
                norms.pop(one, None)
        elif change == "until" and name in norms:
            norms[name]["until"] = HELD - 5 * DAY
        elif change == "repealed":
            more["lapses"] = [{"of": [ADDRESS[name]], "repealed_on": HELD - 5 * DAY, "cite": "p1"}]
        elif change == "suspended":
            days = {"since": HELD - 5 * DAY, "until": HELD + 5 * DAY}
            more["lapses"] = [{"of": [ADDRESS[name]], "suspended": days, "cite": "p1"}]
        elif change == "begins":
            parts = [{"of": [ADDRESS[name]], "starts": {"on_day": HELD + 5 * DAY}}, {"starts": "on_signing"}]
            more["entry_into_force"] = {"value": parts, "cite": "p3"}
        experts = {"id": "experts", "title": {"ru": "эксперты", "en": "experts"}, "seats": CAME}
        experts |= {"head": "chair"} if self.sub_head else {}
        for key in ("quorum", "adoption"):
            norm = norms.pop(f"sub_{key}", None)
            experts |= {} if norm is None else {key: norm}
        decisions = {"value": {"force": "advisory"}, "cite": "app3.1"}
        experts |= {"decisions": decisions, "cite": "app3.1"}
        group = {
            "seats": [*map(seat, SEATS), seat("secretary", votes=False)],
            "subgroups": [experts],
            **norms,
        }
        return load_profile({**copy.deepcopy(SMALL), "readings": {}, "working_group": group, **more})


@cache
def town(own, change=None, name=None):
    return Town(*own).written(change, name)


def steps_of(poll, subgroup, votes):
    sub, members = {"subgroup": "experts"} if subgroup else {}, CAME if subgroup else SEATS
    said = {"on": HELD, "by": "chair"}
    if poll:
        held = (
            PollOpened(**said, answers_by=HELD, **sub),
            ItemPolled(**said, question="План", votes=VOTES[votes]),
            PollClosed(**said),
        )
    else:
        held = (
            Convened(**said, held_on=HELD, **sub),
            Opened(**said, present=CAME),
            ItemVoted(**said, question="План", votes=VOTES[votes]),
            Closed(**said),
        )
    said["by"] = "secretary"
    return (*held, MinutesDrafted(**said), MinutesSigned(**said), CopiesSent(**said, copies_to=members))


def record_of(poll, subgroup, votes, where):
    kept = {"drafted_by": "secretary", "signed_by": "secretary", "copies_to": CAME if subgroup else SEATS}
    days = dict.fromkeys(("drafted_on", "signed_on", "sent_on"), HELD)
    return MeetingRecord.model_validate(
        {
            "profile": where.name,
            "held_on": HELD,
            "agenda": {"approved_by": "chair", "approved_on": HELD},
            "items": [{"question": "План", "votes": VOTES[votes]}],
            "minutes": kept | days,
            **({"form": "absentee"} if poll else {"present": CAME}),
            **({"subgroup": "experts"} if subgroup else {}),
        }
    )


def by_steps(steps, where):
    history, found = lifecycle.begin("1"), []
    for step in steps:
        found.append(told := lifecycle.judge(history, step, where))
        if told.outcome is VOID:
            break
        decided = Decision(by="head", on=step.on, reason="решено") if told.outcome is UNKNOWN else None
        history = lifecycle.advance(history, step, where, decision=decided)
    return found


def asked(verdicts):
    return {ask.path for verdict in verdicts for one in verdict.walk() for ask in one.asks}


OWN = st.tuples(*[st.booleans()] * 4)
law = settings(max_examples=size(150, 3000))


@given(OWN, st.sampled_from(CHANGES), st.sampled_from([*ADDRESS]), st.booleans(), st.booleans(), st.data())
@law
def test_what_does_not_govern_a_sitting_leaves_nothing_open_at_either_door(
    own, change, name, poll, subgroup, data
):
    votes = data.draw(st.sampled_from([*VOTES]))
    plain, where = town(own), town(own, change, name)
    governs = Town(*own).governs(name, poll, subgroup, votes)
    steps = steps_of(poll, subgroup, votes)
    answer = judge_record(record_of(poll, subgroup, votes, where), where)
    told = by_steps(steps, where)
    sitting = worst(one.outcome for one in told)
    assert answer.outcome is sitting
    before = judge_record(record_of(poll, subgroup, votes, plain), plain)
    if not governs:
        assert answer.outcome is before.outcome
        assert [one.adopted for one in answer.items] == [one.adopted for one in before.items]
    elif change != "silent":
        key = name.removeprefix("sub_")
        path = (
            f"working_group.subgroups[experts].{key}" if name.startswith("sub_") else f"working_group.{key}"
        )
        assert sitting is UNKNOWN
        for verdicts in (told, answer.verdicts):
            assert path in {one.removeprefix("profile.") for one in asked(verdicts)}


EVERY = [*product((False, True), repeat=4)]


@pytest.mark.parametrize("own", EVERY)
@pytest.mark.parametrize("poll", [False, True])
@pytest.mark.parametrize("subgroup", [False, True])
def test_with_every_norm_in_force_each_sitting_holds(own, poll, subgroup):
    where = town(own)
    answer = judge_record(record_of(poll, subgroup, "one", where), where)
    assert worst(one.outcome for one in by_steps(steps_of(poll, subgroup, "one"), where)) is answer.outcome
    assert (answer.outcome, [one.adopted for one in answer.items]) == (HOLDS, [True])


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("name", ["quorum", "adoption", "presiding"])
def test_a_poll_with_a_quorum_and_a_threshold_of_its_own_goes_by_them(change, name):
    where = town((True, True, False, False), change, name)
    answer = judge_record(record_of(True, False, "one", where), where)
    found = (answer.outcome, answer.quorum.outcome, [one.adopted for one in answer.items])
    assert found == (HOLDS, HOLDS, [True])
    assert {one.outcome for one in by_steps(steps_of(True, False, "one"), where)} == {HOLDS}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("name", ["quorum", "adoption", "presiding"])
@pytest.mark.parametrize("poll", [False, True])
def test_a_subgroup_with_norms_of_its_own_goes_by_them(change, name, poll):
    where = town((False, False, True, True), change, name)
    answer = judge_record(record_of(poll, True, "one", where), where)
    assert (answer.outcome, [one.adopted for one in answer.items]) == (HOLDS, [True])
    assert {one.outcome for one in by_steps(steps_of(poll, True, "one"), where)} == {HOLDS}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("poll", [False, True])
def test_equal_votes_turn_on_the_norm_of_whose_vote_decides_and_name_it(change, poll):
    where = town((False,) * 4, change, "casting_vote")
    (item,) = judge_record(record_of(poll, False, "even", where), where).items
    (told,) = [one for one in item.verdict.walk() if one.rule == "voting.silent"]
    assert (item.adopted, told.outcome) == (None, UNKNOWN)
    assert ("решающий голос" in told.text.ru, "casting vote" in told.text.en) == (True, True)
