"""A poll in writing: whether it is allowed, its quorum over the answers, and what the answers decide."""

import pytest
from groups import CAST, HALF, IDS, SMALL, asked, parts, profile, regulation
from pydantic import ValidationError

from law189.audit.meeting import MeetingRecord, judge_record
from law189.profile.loader import load_profile
from law189.rules import RULES
from law189.verdict import Outcome

ALLOWED = {"allowed": True}
THREE = {"chair": "for", "deputy": "for", "member-1": "against"}


def poll(votes, *, said=ALLOWED, item=None, record=None, **norms):
    return asked(profile(absentee=said, **norms), form="absentee", votes=votes, item=item, **(record or {}))


@pytest.mark.parametrize(
    ("said", "outcome"),
    [(ALLOWED, Outcome.HOLDS), ({"allowed": False}, Outcome.VOID), (None, Outcome.UNKNOWN)],
)
def test_a_poll_decides_where_the_regulation_allows_it(said, outcome):
    answer = poll(THREE, said=said)
    assert answer.quorum.outcome is outcome
    assert answer.items[0].adopted is (True if outcome is Outcome.HOLDS else None)
    assert answer.presiding_seat is None
    assert answer.presiding.rule == "polls.led"


def test_the_quorum_is_of_those_who_answered():
    assert poll({"chair": "for", "deputy": "for"}).quorum.outcome is Outcome.VOID
    answer = poll({"chair": "for", "deputy": "abstain", "member-1": "abstain"})
    assert (answer.quorum.outcome, answer.quorum.facts["present"]) == (Outcome.HOLDS, 3)


def test_where_a_poll_has_no_norms_of_its_own_those_of_a_meeting_are_taken_and_that_is_said():
    answer = poll(THREE)
    assert parts(answer.quorum, "polls.as_at_a_meeting")
    assert parts(answer.items[0].verdict, "polls.as_at_a_meeting")
    own = poll(THREE, said=ALLOWED | {"quorum": HALF, "adoption": {"at_least": "1/2", "of": "answered"}})
    assert own.items[0].adopted is True
    assert not [part for one in own.verdicts for part in parts(one, "polls.as_at_a_meeting")]


@pytest.mark.parametrize(
    ("of", "expected"), [("polled", False), ("answered", True), ("list", False), ("votes", True)]
)
def test_a_poll_is_adopted_by_a_share_of_those_polled_or_of_those_who_answered(of, expected):
    answer = poll(THREE, said=ALLOWED | {"adoption": {"more_than": "1/2", "of": of}})
    assert answer.items[0].adopted is expected


@pytest.mark.parametrize(
    ("polled", "answered", "outcome"),
    [
        (3, 2, Outcome.HOLDS),
        (3, 1, Outcome.VOID),
        (4, 2, Outcome.VOID),
        (4, 3, Outcome.HOLDS),
        (1, 1, Outcome.HOLDS),
    ],
)
def test_a_quorum_may_be_counted_of_those_polled(polled, answered, outcome):
    """«Более половины опрошенных»: whom nobody asked does not count, whether the seat is held or not."""
    said = ALLOWED | {"quorum": {"more_than": "1/2", "of": "polled"}}
    votes = dict.fromkeys(IDS[:answered], "for")
    answer = poll(votes, said=said, record={"polled": list(IDS[:polled]), "vacant": [IDS[-1]]})
    facts = answer.quorum.facts
    assert (answer.quorum.outcome, facts["present"], facts["members"]) == (outcome, answered, polled)


def test_only_those_polled_answer():
    answer = poll(THREE | {"member-3": "for"}, record={"polled": list(IDS[:3])})
    refused = parts(answer.items[0].verdict, "voting.ballot")
    assert [(part.facts["seat"], part.facts["reason"].en) for part in refused] == [
        ("member-3", "the seat was not polled")
    ]
    assert answer.attendance.facts["polled"] == 3


def test_what_belongs_to_a_meeting_is_a_breach_of_a_poll():
    record = {"present": ["chair"], "proxies": {"chair": "deputy"}, "polled": ["chair", "chair", "mayor"]}
    municipality = profile(absentee=ALLOWED, proxies="counted")
    items = [{"question": "План", "votes": {"chair": "for"}, "opinions": {"deputy": "for"}}]
    written = {"profile": "small_town", "held_on": "2024-03-11", "form": "absentee", "items": items, **record}
    answer = judge_record(MeetingRecord.model_validate(written), municipality)
    found = {
        (part.facts["seat"], part.facts["reason"].en)
        for part in answer.attendance.parts
        if part.outcome is Outcome.BREACH
    }
    assert found == {
        ("chair", "a poll is held without a meeting"),
        ("chair", "the seat is entered a second time"),
        ("mayor", "there is no filled seat with a vote like it"),
        ("chair", "whoever holds it is not present"),
    }


@pytest.mark.parametrize(
    ("casting", "votes", "expected"),
    [
        ("presiding", {"chair": "for", "deputy": "against", "member-1": "abstain"}, True),
        ("chair", {"chair": "against", "deputy": "for", "member-1": "abstain"}, False),
        ("deputy", {"chair": "against", "deputy": "for", "member-1": "abstain"}, True),
        ("nobody", {"chair": "for", "deputy": "against", "member-1": "abstain"}, False),
        ("presiding", {"member-2": "for", "deputy": "against", "member-1": "abstain"}, False),
        (None, {"chair": "for", "deputy": "against", "member-1": "abstain"}, None),
    ],
)
def test_equal_answers_go_by_the_chair_where_the_presiding_officer_would_decide(casting, votes, expected):
    assert poll(votes, casting_vote=casting).items[0].adopted is expected


@pytest.mark.parametrize(
    ("casting", "votes", "readings", "said"),
    [
        ("presiding", {"chair": "for", "deputy": "against", "member-1": "abstain"}, {}, True),
        (
            "presiding",
            {"chair": "for", "deputy": "against", "member-1": "abstain"},
            {"V2": "threshold"},
            False,
        ),
        ("presiding", {"chair": "for", "deputy": "for", "member-1": "abstain"}, {}, False),
        ("chair", {"chair": "for", "deputy": "against", "member-1": "abstain"}, {}, False),
    ],
)
def test_that_the_chair_casts_in_a_poll_is_a_named_assumption(casting, votes, readings, said):
    """The norm speaks of whoever presides, and nobody presides a poll."""
    written = {
        **SMALL,
        "working_group": regulation(absentee=ALLOWED, casting_vote=casting),
        "readings": readings,
    }
    answer = asked(load_profile(written), form="absentee", votes=votes)
    told = parts(answer.items[0].verdict, "polls.casts")
    assert bool(told) is said
    assert all("при опросе" in one.assumed.ru for one in RULES if one.code == "polls.casts")


def test_questions_of_a_poll_have_a_quorum_each():
    municipality = profile(absentee=ALLOWED)
    items = [{"question": "Один", "votes": THREE}, {"question": "Два", "votes": {"chair": "for"}}]
    answer = asked(municipality, form="absentee", items=items)
    assert answer.quorum.rule == "polls.quorums"
    assert [part.outcome for part in answer.quorum.parts] == [Outcome.HOLDS, Outcome.VOID]
    assert [item.adopted for item in answer.items] == [True, None]


def test_a_conflict_of_interest_keeps_an_answer_from_counting_and_not_from_being_one():
    answer = poll(THREE, item={"conflicts": ["member-1"]}, conflict_of_interest="abstains", adoption=CAST)
    assert (answer.quorum.outcome, answer.items[0].adopted) == (Outcome.HOLDS, True)
    silent = poll(THREE, item={"conflicts": ["chair"]})
    assert silent.items[0].adopted is None


def test_silence_on_quorum_or_adoption_is_asked_of_a_poll_too():
    assert poll(THREE, quorum=None).quorum.outcome is Outcome.UNKNOWN
    item = poll(THREE, adoption=None).items[0]
    assert [ask.path for ask in item.verdict.parts[0].asks] == ["profile.working_group.adoption"]


def test_a_poll_has_no_presiding_officer_to_sign_its_minutes():
    norms = {"signed_by": "presiding", "copies_to": "nobody"}
    record = {"minutes": {"signed_by": "chair", "signed_on": "2024-03-12"}}
    answer = poll(THREE, minutes=norms, record=record)
    assert parts(answer.minutes, "minutes.unled_signer")[0].outcome is Outcome.UNKNOWN


def test_a_meeting_has_those_present_and_nobody_polled():
    plain = {"profile": "small_town", "held_on": "2024-03-11"}
    with pytest.raises(ValidationError, match="add present"):
        MeetingRecord.model_validate(plain)
    with pytest.raises(ValidationError, match="add form: absentee"):
        MeetingRecord.model_validate(plain | {"present": [], "polled": ["chair"]})
