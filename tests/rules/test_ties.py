"""Equal votes: whether there is a tie, whose vote decides it, and under which rule it is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law189.profile.regulation import CastingVote
from law189.readings import NO_CHOICES
from law189.rules.ties import CASTING, CASTING_OF, Vote, by_casting, deciding, of_equal, told_by
from law189.rules.voting import THRESHOLD

ADOPTION = pytest.mark.provision("kemerovo-2993/app3.5.6", "novokuznetsk-277/app4.5.9")
FEW = st.integers(0, 3)
NOBODY, PRESIDING = CastingVote.NOBODY, CastingVote.PRESIDING
CHOICES = st.dictionaries(st.sampled_from(["V1", "V2"]), st.sampled_from(["casting_vote", "threshold"]))


@ADOPTION
@given(FEW, FEW, FEW, FEW, st.none() | st.integers(1, 3), st.sampled_from(CastingVote))
def test_there_is_a_tie_where_as_many_are_for_as_against_and_somebody_has_the_casting_vote(
    in_favour, against, abstain, silent, written, casting
):
    """Who wrote is not among those present: V1 is the tie in which all of both took a side."""
    voted = in_favour + against + abstain
    present = max(voted + silent - (written or 0), 0)
    tally = {
        "in_favour": in_favour,
        "against": against,
        "abstain": abstain,
        "present": present,
        "written": written,
    }
    found = of_equal(tally, casting)
    assert (found is not None) is (in_favour == against and casting is not NOBODY)
    everybody = in_favour + against == present + (written or 0)
    assert found is None or found.code == ("V1" if everybody else "V2")


@ADOPTION
@given(
    st.sampled_from([(3, 3), (3, 4)]),
    st.booleans(),
    st.none() | st.sampled_from(Vote),
    CHOICES,
    st.sampled_from(["no_decision", "threshold"]),
)
def test_equal_votes_adopt_as_the_casting_vote_says_or_the_threshold_where_that_is_chosen(
    votes, reached, vote, choices, third
):
    sides, present = votes
    tally = {"in_favour": sides, "against": sides, "present": 2 * present, "written": None}
    equality = of_equal(tally, PRESIDING)
    made = {**choices, "V3": third}
    by_threshold = choices.get(equality.code) == "threshold"
    took_side = vote in (Vote.FOR, Vote.AGAINST)
    adopted = reached if by_threshold else vote is Vote.FOR if took_side else reached and third == "threshold"
    assert by_casting(reached, vote, equality, made) is adopted
    assert deciding(vote, equality, made).code == (equality.code if by_threshold or took_side else "V3")


@given(st.sampled_from(CastingVote), st.none() | st.integers(2, 9), st.booleans())
def test_a_tie_is_told_by_whose_vote_decides_and_how_many_were_polled(casting, polled, equal):
    tally = {"in_favour": 1, "against": 1 if equal else 0, "present": 2, "written": None}
    equality = of_equal(tally, casting)
    rule, told = told_by(THRESHOLD, equality, casting, polled)
    assert told.get("polled") == polled
    assert ("polled" in told) is (polled is not None)
    if not equal or casting is NOBODY:
        assert (rule, "whose" in told) == (THRESHOLD, False)
    elif casting is PRESIDING and polled is None:
        assert (rule, "whose" in told) == (CASTING, False), "«голос председательствующего»: whoever presided"
    else:
        named = {CastingVote.DEPUTY: "заместитель председателя"}.get(casting, "председатель")
        assert (rule, told["whose"].ru) == (CASTING_OF, named), "in a poll nobody presides"


def test_a_tie_where_no_reading_is_chosen_turns_on_the_casting_vote():
    tally = {"in_favour": 2, "against": 2, "present": 4, "written": None}
    equality = of_equal(tally, PRESIDING)
    assert by_casting(False, Vote.FOR, equality, NO_CHOICES)
    assert not by_casting(True, Vote.AGAINST, equality, NO_CHOICES)
    assert not by_casting(True, None, equality, NO_CHOICES)
