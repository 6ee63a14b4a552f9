"""How a decision answers to one more vote against, and to one more vote for.

One would expect that a vote against never helps and a vote for never harms. With the decrees' «at least half
of those present» both laws hold exactly where reading V2 is `threshold`, whatever Q1, V1 and V3 are. Where
V2 is `casting_vote`, as it is by default, both fail at one place: a vote can make an equality below half, or
unmake it, and in an equality the presiding officer's vote decides. Where another municipality asks for more
than half, V1 makes such a place too, at exactly half, and the first law holds only where both V1 and V2 are
`threshold`.
"""

from fractions import Fraction
from functools import cache
from itertools import combinations_with_replacement, product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from meetings import SEATS, judge, law

from law189.profile.group import Threshold
from law189.profile.loader import load_profile
from law189.readings import READINGS
from law189.rules.voting import decide

GROUP = load_profile("kemerovo").latest.working_group


def meeting_of(name, votes, **readings):
    """A meeting that puts one question; `votes` by seat, None for a member who stays silent."""
    cast = {seat: vote for seat, vote in votes.items() if vote}
    item = {"question": "План", "kind": "plan-measures", "votes": cast}
    held = {"profile": name, "held_on": "2023-10-02", "present": list(votes)}
    return held | {"items": [item], "readings": readings}


def decided(name, votes, readings):
    """Whether the question is adopted, and the reading named by the decision."""
    (item,) = judge(meeting_of(name, votes, **readings)).items
    reading = item.verdict.parts[0].reading
    return item.adopted, reading.code if reading else None


def equal(votes):
    cast = list(votes.values())
    return cast.count("for") == cast.count("against")


@st.composite
def turned_votes(draw, to):
    """The votes of a competent meeting, and the same with one vote turned `to` the other side."""
    name = draw(st.sampled_from(sorted(SEATS)))
    seats = SEATS[name][draw(st.integers(0, 1)) :]
    size = draw(st.integers((len(SEATS[name]) + 1) // 2, len(seats)))
    vote = st.sampled_from(("for", "against", "abstain", None))
    votes = {seat: draw(vote) for seat in seats[:size]}
    turned = draw(st.sampled_from([seat for seat in votes if votes[seat] != to] or [seats[0]]))
    return name, votes, votes | {turned: to}


def some(*codes):
    return st.fixed_dictionaries({code: st.sampled_from(sorted(READINGS[code].choices)) for code in codes})


# ─── The counterexample ──────────────────────────────────────────────────────────────────────────────────

VOTES = ["for"] * 4 + ["against"] * 3 + ["abstain"] * 3
REJECTED = dict(zip(SEATS["kemerovo"], VOTES, strict=True))
ADOPTED = REJECTED | {"member-8": "against"}


def test_by_default_one_more_vote_against_can_adopt_a_question():
    assert decided("kemerovo", REJECTED, {}) == (False, None)  # 4 for, 3 against of 10: below half
    assert decided("kemerovo", ADOPTED, {}) == (True, "V2")  # 4 for, 4 against: the chair is for


def test_by_default_one_more_vote_for_can_reject_a_question():
    five = ADOPTED | {"member-7": "for"}
    assert decided("kemerovo", five, {})[0] is True  # 5 for of 10 are half: no counterexample yet
    three = {seat: "abstain" if seat in ("deputy", "member-8") else vote for seat, vote in ADOPTED.items()}
    assert decided("kemerovo", three, {}) == (True, "V2")  # 3 for, 3 against: the chair is for
    assert decided("kemerovo", three | {"member-8": "for"}, {}) == (False, None)  # 4 for, 3 against of 10


def test_the_verdict_of_the_counterexample_says_what_the_threshold_would_have_answered():
    (item,) = judge(meeting_of("kemerovo", ADOPTED)).items
    (other,) = item.verdict.parts[0].reading.otherwise
    assert other.choice == "threshold"
    assert other.text.en.endswith("Adopted: no.")


# ─── The laws ────────────────────────────────────────────────────────────────────────────────────────────


@law
@given(turned_votes("against"), some("Q1", "V1", "V3"))
def test_where_v2_is_the_threshold_more_votes_against_never_adopt(turned, readings):
    name, before, after = turned
    if decided(name, before, readings | {"V2": "threshold"})[0] is False:
        assert decided(name, after, readings | {"V2": "threshold"})[0] is False


@law
@given(turned_votes("for"), some("Q1", "V1", "V3"))
def test_where_v2_is_the_threshold_more_votes_for_never_reject(turned, readings):
    name, before, after = turned
    if decided(name, before, readings | {"V2": "threshold"})[0] is True:
        assert decided(name, after, readings | {"V2": "threshold"})[0] is True


@law
@given(turned_votes("against"), some("V1", "V3"))
def test_otherwise_a_vote_against_adopts_only_by_making_an_equality_and_the_verdict_names_v2(
    turned, readings
):
    name, before, after = turned
    if decided(name, before, readings)[0] is False and decided(name, after, readings)[0] is True:
        assert equal(after)
        assert decided(name, after, readings)[1] == "V2"


@law
@given(turned_votes("for"), some("V1", "V3"))
def test_otherwise_a_vote_for_rejects_only_by_leaving_an_equality_whose_verdict_named_v2(turned, readings):
    name, before, after = turned
    if decided(name, before, readings)[0] is True and decided(name, after, readings)[0] is False:
        assert equal(before)
        assert decided(name, before, readings)[1] == "V2"


@law
@given(turned_votes("against"), some("Q1", "V1", "V2", "V3"))
def test_everybody_for_always_adopts_and_nobody_for_never_does(turned, readings):
    name, votes, _ = turned
    assert decided(name, dict.fromkeys(votes, "for"), readings)[0] is True
    nobody = {seat: None if vote == "for" else vote for seat, vote in votes.items()}
    recorded = any(vote is not None for vote in nobody.values())
    assert decided(name, nobody, readings)[0] is (False if recorded else None)


# ─── Under exactly which readings, by trying every vote of up to six ─────────────────────────────────────

COMBINATIONS = list(product(("exact", "round_down"), *[("casting_vote", "threshold")] * 2))
ANSWERS = ("for", "against", "abstain", "silent")
EVERY_VOTE = [
    (chair, *others)
    for present in range(1, 7)
    for chair in ANSWERS
    for others in combinations_with_replacement(ANSWERS, present - 1)
]


def turns(votes, to):
    """The same votes with one of them turned `to` that side."""
    return [(*votes[:n], to, *votes[n + 1 :]) for n, vote in enumerate(votes) if vote != to]


@cache
def adopted(votes, threshold, combination):
    seats = SEATS["kemerovo"][: len(votes)]
    cast = [(seat, vote) for seat, vote in zip(seats, votes, strict=True) if vote != "silent"]
    norm = GROUP.adoption.model_copy(update={"value": threshold})
    readings = dict(zip(("Q1", "V1", "V2"), combination, strict=True))
    return decide(cast, set(seats), "chair", 10, norm, GROUP.casting_vote, choices=readings).adopted


def lawful(to, threshold):
    """The combinations of Q1, V1 and V2 under which a vote turned `to` a side never works against it."""
    good = to == "for"
    return [
        combination
        for combination in COMBINATIONS
        if not any(
            adopted(votes, threshold, combination) is good
            and adopted(turned, threshold, combination) is not good
            for votes in EVERY_VOTE
            for turned in turns(votes, to)
        )
    ]


V2_IS_THE_THRESHOLD = [c for c in COMBINATIONS if c[2] == "threshold"]
V1_AND_V2_ARE = [c for c in V2_IS_THE_THRESHOLD if c[1] == "threshold"]


@pytest.mark.parametrize("to", ["for", "against"])
def test_with_half_of_those_present_the_laws_hold_exactly_where_v2_is_the_threshold(to):
    assert lawful(to, Threshold(at_least=Fraction(1, 2), of="present")) == V2_IS_THE_THRESHOLD


@pytest.mark.parametrize(
    "threshold",
    [
        Threshold(at_least=Fraction(2, 3), of="present"),
        Threshold(more_than=Fraction(1, 2), of="present"),
        Threshold(more_than=Fraction(1, 2), of="members"),
    ],
    ids=["two thirds of those present", "more than half of those present", "more than half of the members"],
)
def test_with_more_than_half_votes_against_never_adopt_exactly_where_v1_and_v2_are_the_threshold(threshold):
    assert lawful("against", threshold) == V1_AND_V2_ARE
