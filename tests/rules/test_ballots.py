"""Votes as people write them: by seat, or as a list in the order of recording."""

import pytest
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter, ValidationError

from law189.rules.ballots import Ballots

BALLOTS = TypeAdapter(Ballots)


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
