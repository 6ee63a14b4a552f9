"""One question of a sitting: its votes under every norm that there could be, and what is told beside them."""

from itertools import product

import pytest
from groups import group, parts
from hypothesis import given
from hypothesis import strategies as st

from law189.profile.regulation import Ballot
from law189.rules.group.sitting import Sitting
from law189.rules.votes.items import Question, ballot_told, cast, item
from law189.rules.voting import Vote
from law189.verdict import Outcome

HOLDS, BREACH, UNKNOWN, VOID = Outcome
HERE = ("chair", "member-1", "member-2")
WORDS = list(product(("proxies", "opinions"), ("forbidden", "allowed", "counted")))
SAID = {
    **{(norm, word): group(**{norm: word}) for norm, word in WORDS},
    ("conflict_of_interest", "abstains"): group(conflict_of_interest="abstains"),
    ("ballot", "open"): group(ballot="open"),
    ("ballot", "secret"): group(ballot="secret"),
    None: group(),
}
VOTES = st.dictionaries(st.sampled_from([*HERE, "deputy", "member-3"]), st.sampled_from(Vote))


def decided(said, votes, present=HERE, **more):
    told = {one: more.pop(one) for one in ("proxies", "on") if one in more}
    return item(Sitting(said, present, **told), "План", None, [*votes.items()], **more)


@given(VOTES, st.sampled_from(["for", "against", "abstain"]))
def test_a_silent_norm_is_asked_for_where_the_decision_turns_on_it_and_else_what_all_share_is_said(
    votes, vote
):
    """A norm that forbids and one that counts are the two that there could be."""
    for norm, more in (
        ("opinions", {"opinions": {"member-3": vote}}),
        ("proxies", {"proxies": {"deputy": "chair"}}),
    ):
        one, other = (decided(SAID[norm, word], votes, **more) for word in ("forbidden", "counted"))
        silent = decided(SAID[None], votes, **more)
        decision = silent.verdict.parts[0]
        alike = (one.adopted, one.verdict.parts[0].outcome) == (other.adopted, other.verdict.parts[0].outcome)
        assert silent.adopted is (one.adopted if alike else None)
        assert (decision.rule == "voting.silent") is not alike
        if not alike:
            assert [ask.path for ask in decision.asks] == [f"profile.working_group.{norm}"]
        if norm == "opinions":
            assert parts(silent.verdict, "force.silent"), "what the regulation is silent on is told anyway"


@given(VOTES, st.sets(st.sampled_from([*HERE, "member-3"])), st.sampled_from(["for", "against"]))
def test_the_votes_that_count_are_of_those_there_and_of_those_who_wrote_without_a_conflict(
    votes, conflicts, vote
):
    opinions = {"member-3": vote}
    asked = Question([*votes.items()], opinions=opinions, conflicts=conflicts)
    for norm in (("opinions", "counted"), ("opinions", "allowed"), None):
        counted, there = cast(Sitting(SAID[norm], HERE), asked)
        written = {
            seat: Vote(said)
            for seat, said in opinions.items()
            if norm == ("opinions", "counted") and seat not in conflicts
        }
        voted = {seat: said for seat, said in votes.items() if seat in HERE and seat not in conflicts}
        assert counted == voted | written
        assert there == {*HERE, *written}


@pytest.mark.parametrize("needed", ["open", "secret"])
@pytest.mark.parametrize("ballot", [None, *Ballot])
def test_votes_are_cast_openly_or_secretly_as_the_regulation_says(needed, ballot):
    (told,) = ballot_told(Sitting(SAID["ballot", needed], HERE), ballot)
    assert told.outcome is (UNKNOWN if ballot is None else HOLDS if ballot.value == needed else BREACH)
    assert (told.facts["held"], [ask.path for ask in told.asks]) == (
        None if ballot is None else ballot.text,
        ["event.ballot"] if ballot is None else [],
    )
    assert list(ballot_told(Sitting(SAID[None], HERE), ballot)) == [], "a silent regulation asks nothing"


def test_where_nobody_voted_and_nobody_wrote_the_votes_are_asked_for():
    nothing = decided(SAID[None], {})
    assert (nothing.adopted, nothing.verdict.parts[0].rule) == (None, "voting.recorded")
    wrote = decided(SAID["opinions", "counted"], {}, opinions={"member-3": "for"})
    assert (wrote.adopted, wrote.verdict.parts[0].rule) == (False, "voting.threshold")


@pytest.mark.parametrize("said", [None, ("conflict_of_interest", "abstains")])
def test_a_vote_in_a_conflict_of_interest_is_not_counted_where_the_regulation_keeps_from_voting(said):
    votes = {"chair": "for", "member-1": "for", "member-2": "against"}
    told = decided(SAID[said], votes, conflicts=["member-1"])
    refused = [part.facts["seat"] for part in parts(told.verdict, "voting.ballot")]
    assert (told.adopted, refused) == ((None, []) if said is None else (False, ["member-1"]))
    assert bool(parts(told.verdict, "force.silent")) is (said is None)
