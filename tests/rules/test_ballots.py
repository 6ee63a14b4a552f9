"""Votes as people write them: by seat, or as a list in the order of recording."""

import pytest
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter, ValidationError

from law189.rules.votes.ballots import Ballots, Held, Voiced

BALLOTS, HELD, VOICED = TypeAdapter(Ballots), TypeAdapter(Held), TypeAdapter(Voiced)


@pytest.mark.parametrize(
    "written",
    [
        {"chair": "for", "deputy": "abstain"},
        [{"seat": "chair", "vote": "for"}, {"seat": "deputy", "vote": "abstain"}],
        [["chair", "for"], ("deputy", "abstain")],
    ],
    ids=["by seat", "a list of seat and vote", "pairs"],
)
def test_votes_are_read_by_seat_or_as_a_list_in_the_order_of_recording(written):
    assert BALLOTS.validate_python(written) == (("chair", "for"), ("deputy", "abstain"))


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ({"chair": "fro"}, "a vote is for, against or abstain, not «fro»; write for"),
        ({"chair": True}, "a vote is for, against or abstain, not true; write for"),
        ({"for": 5}, "not 5; votes are given by seat, such as chair: for, and not as a number"),
        ({"for": ["chair", "member-1"]}, "the seat stands first, then its vote, such as member-1: for"),
        ({1: "for"}, "a seat is written as a word such as member-1, not 1"),
        ("for", "votes are written as seat: vote"),
        ([{"seat": "chair"}], "votes are written as seat: vote"),
        ([7], "votes are written as seat: vote, such as chair: for, not 7"),
        ([["chair", "for", "twice"]], "votes are written as seat: vote"),
    ],
    ids=[
        "a slip",
        "a yes",
        "how many voted",
        "who voted so",
        "a number for a seat",
        "one word",
        "half a vote",
        "a number",
        "a triple",
    ],
)
def test_what_is_no_vote_is_refused_in_words(written, words):
    with pytest.raises(ValidationError, match=words):
        BALLOTS.validate_python(written)


@pytest.mark.parametrize("said", ["absent", "Отсутствовал", "«отсутствует»"])
def test_who_was_absent_is_not_said_to_have_abstained(said):
    with pytest.raises(ValidationError, match="whoever was absent is not put among the votes"):
        BALLOTS.validate_python({"chair": said})


@pytest.mark.parametrize(
    ("written", "lawful"),
    [
        ({}, True),
        ({"chair": "for", "deputy": "abstain"}, True),
        ({"chair": "fro"}, False),
        ({"chair": True}, False),
        ([], True),
        ([{"seat": "chair", "vote": "for"}], True),
        ([{"seat": "chair"}], False),
        ([{"vote": "for"}], False),
        ([{"seat": 1, "vote": "for"}], False),
        ([{"seat": "chair", "vote": "fro"}], False),
        ([{"seat": "chair", "vote": "for", "why": "so"}], False),
        ([["chair", "for"], ["chair", "against"]], True),
        ([["chair", "fro"]], False),
        ([[1, "for"]], False),
        ([["chair"]], False),
        ([["chair", "for", "twice"]], False),
        (["chair"], False),
        ("for", False),
        (7, False),
    ],
)
def test_the_schema_of_votes_takes_what_is_read_and_refuses_what_is_not(written, lawful):
    schema = Draft202012Validator(BALLOTS.json_schema())
    assert schema.is_valid(written) is lawful
    try:
        BALLOTS.validate_python(written)
    except ValidationError:
        assert not lawful
    else:
        assert lawful


@pytest.mark.parametrize(
    ("written", "places"),
    [
        ({"chair": "for", "deputy": "fro", "member-1": 5}, [("deputy",), ("member-1",)]),
        ([{"seat": "chair", "vote": "for"}, {"seat": "deputy", "vote": "fro"}], [(1, "vote")]),
        ([["chair", "fro"], ["deputy", "for"], ["member-1", 5]], [(0, 1), (2, 1)]),
        ([{"seat": "chair", "vote": "for"}, ["deputy", "fro"]], [(1, 1)]),
    ],
    ids=["by seat", "a list of seat and vote", "pairs", "both"],
)
def test_each_vote_that_is_none_is_told_at_its_own_place(written, places):
    with pytest.raises(ValidationError) as told:
        BALLOTS.validate_python(written)
    assert [fault["loc"] for fault in told.value.errors()] == places


def test_proxies_and_opinions_come_back_as_they_are_kept():
    held = HELD.validate_python({"member-4": "chair", "member-5": "deputy"})
    assert held == (("member-4", "chair"), ("member-5", "deputy"))
    assert HELD.validate_python([["member-4", "chair"], ("member-5", "deputy")]) == held
    assert HELD.validate_json(HELD.dump_json(held)) == held
    voiced = VOICED.validate_python({"member-5": "for", "member-6": "abstain"})
    assert voiced == (("member-5", "for"), ("member-6", "abstain"))
    assert VOICED.validate_json(VOICED.dump_json(voiced)) == voiced


def test_of_two_opinions_of_one_seat_the_last_counts():
    assert VOICED.validate_python([["member-5", "for"], ["member-6", "for"], ["member-5", "against"]]) == (
        ("member-5", "against"),
        ("member-6", "for"),
    )


@pytest.mark.parametrize(
    "written", ["chair", 7, [["member-4"]], [["member-4", "chair", "deputy"]], [["member-4", 1]]]
)
def test_what_is_no_pair_of_seats_is_no_proxy(written):
    with pytest.raises(ValidationError, match="proxies are written as absent seat: present seat"):
        HELD.validate_python(written)
