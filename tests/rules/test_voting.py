"""Which votes count, whether the threshold is reached, and whose vote decides a tie."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law189.profile.group import CastingVote, Threshold
from law189.profile.loader import load_profile
from law189.readings import READINGS
from law189.rules.group.competence import undecided, unrecorded
from law189.rules.voting import NoVote, Vote, count, decide
from law189.verdict import Outcome

KEMEROVO = load_profile("kemerovo").latest.working_group
DISTRICT = load_profile("novokuznetsk_district").latest.working_group
ADOPTION = pytest.mark.provision("kemerovo-2993/app3.5.6", "novokuznetsk-277/app4.5.9")
EVERYBODY = [seat.id for seat in KEMEROVO.seats]
BASIS = KEMEROVO.adoption.basis


def norm(**threshold):
    """Kemerovo's threshold with another value, as another municipality's file would give it."""
    return KEMEROVO.adoption.model_copy(update={"value": Threshold(**threshold)})


def decided(in_favour, against, present, chair="for", *, threshold=KEMEROVO.adoption, casting=None, **more):
    """A vote of Kemerovo's first `present` seats; the chair votes as told, None for silent; rest abstain."""
    here = EVERYBODY[:present]
    votes = ["for"] * in_favour + ["against"] * against
    votes += ["abstain"] * (present - len(votes))
    if chair in votes:
        votes.remove(chair)
    else:
        votes.pop()  # the chair is silent
    ballots = list(zip(here[1:], votes, strict=False))
    if chair:
        ballots.insert(0, ("chair", chair))
    return decide(
        ballots, set(here), "chair", len(EVERYBODY), threshold, casting or KEMEROVO.casting_vote, **more
    )


def answers(decision):
    """The decision, the reading it turned on, and what `otherwise` says."""
    reading = decision.verdict.reading
    others = {
        other.choice: other.text.en.rpartition("Adopted: ")[2].rstrip(".") for other in reading.otherwise
    }
    return decision.adopted, reading.code, others


# ─── Which votes count ───────────────────────────────────────────────────────────────────────────────────


def test_one_vote_of_each_present_member_counts():
    counted = count([("chair", "for"), ("deputy", "abstain")], {"chair", "deputy"}, EVERYBODY, BASIS)
    assert counted.counted == {"chair": Vote.FOR, "deputy": Vote.ABSTAIN}
    assert counted.refused == ()


@pytest.mark.parametrize(
    ("seat", "reason"),
    [
        ("chair", "this seat has voted already"),
        ("deputy", "the seat is not present at the meeting"),
        ("secretary", "this is not a member of the group"),
        ("mayor", "the composition has no such seat"),
    ],
    ids=["doubled", "absent", "no member", "unknown"],
)
def test_a_vote_that_cannot_count_is_a_breach_that_names_the_seat_and_the_reason(seat, reason):
    counted = count([("chair", "for"), (seat, "against")], {"chair"}, EVERYBODY, BASIS, invited=["secretary"])
    assert counted.counted == {"chair": Vote.FOR}
    (refused,) = counted.refused
    assert refused.outcome is Outcome.BREACH
    assert refused.facts["seat"] == seat
    assert refused.facts["vote"] == "against"
    assert refused.facts["reason"].en == reason
    assert refused.cites == (BASIS,)


def test_the_first_vote_recorded_is_the_one_that_counts():
    counted = count([("chair", "against"), ("chair", "for")], {"chair"}, EVERYBODY, BASIS)
    assert counted.counted == {"chair": Vote.AGAINST}


@pytest.mark.parametrize("seat", ["chair", "mayor"])
def test_a_word_that_is_no_vote_is_an_error_whoever_cast_it(seat):
    with pytest.raises(ValueError, match="«aye» is no vote"):
        count([(seat, "aye")], {"chair"}, EVERYBODY, BASIS)


def test_a_long_word_that_is_no_vote_is_told_by_its_beginning():
    with pytest.raises(NoVote) as error:
        count([("chair", "за" * 21)], {"chair"}, EVERYBODY, BASIS)
    assert error.value.told("ru") == f"«{'за' * 20}» — не голос; возможны: for, against, abstain"
    assert error.value.told("en") == f"«{'за' * 20}» is no vote; possible: for, against, abstain"


# ─── The threshold ───────────────────────────────────────────────────────────────────────────────────────


@ADOPTION
@pytest.mark.parametrize(
    ("in_favour", "against", "present", "adopted"),
    [(5, 4, 10, True), (4, 3, 10, False), (3, 2, 5, True), (2, 1, 5, False), (10, 0, 10, True)],
)
def test_at_least_half_of_those_present_adopt_and_abstentions_weigh_against(
    in_favour, against, present, adopted
):
    assert decided(in_favour, against, present).adopted is adopted


def test_a_member_who_stays_silent_is_present_all_the_same():
    decision = decide(
        [("chair", "for"), ("deputy", "for")],
        set(EVERYBODY[:5]),
        "chair",
        10,
        KEMEROVO.adoption,
        KEMEROVO.casting_vote,
    )
    assert decision.adopted is False
    assert decision.verdict.facts["silent"] == 3


def test_a_lawful_no_holds():
    assert decided(4, 3, 10).verdict.outcome is Outcome.HOLDS


def test_a_decision_without_a_tie_cites_the_threshold_alone():
    assert decided(5, 4, 10).verdict.cites == (KEMEROVO.adoption.basis,)
    assert decided(5, 4, 10).verdict.reading is None


def test_q1_says_whether_half_of_five_present_is_three_or_two():
    assert answers(decided(2, 1, 5)) == (False, "Q1", {"round_down": "yes"})
    assert answers(decided(2, 1, 5, choices={"Q1": "round_down"})) == (True, "Q1", {"exact": "no"})


def test_rounding_down_never_adopts_a_question_that_nobody_is_for():
    decision = decide(
        [("chair", "against")],
        {"chair"},
        "chair",
        10,
        KEMEROVO.adoption,
        KEMEROVO.casting_vote,
        choices={"Q1": "round_down"},
    )
    assert decision.adopted is False
    assert decision.verdict.facts["needed"] == 1


# ─── Ties ────────────────────────────────────────────────────────────────────────────────────────────────


@ADOPTION
@pytest.mark.parametrize(("chair", "adopted"), [("for", True), ("against", False)])
def test_v1_where_all_vote_and_half_are_for_the_presiding_officer_decides(chair, adopted):
    decision = decided(5, 5, 10, chair)
    assert answers(decision) == (adopted, "V1", {"threshold": "yes"})
    assert decision.verdict.facts["casting"].en == chair


@pytest.mark.parametrize("chair", ["for", "against"])
def test_v1_threshold_lets_half_adopt_whatever_the_presiding_officer_votes(chair):
    adopted, code, others = answers(decided(5, 5, 10, chair, choices={"V1": "threshold"}))
    assert (adopted, code) == (True, "V1")
    assert others == {"casting_vote": "yes" if chair == "for" else "no"}


@ADOPTION
@pytest.mark.parametrize(("chair", "adopted"), [("for", True), ("against", False)])
def test_v2_where_some_abstain_the_presiding_officer_decides_a_tie_below_half(chair, adopted):
    assert answers(decided(4, 4, 10, chair)) == (adopted, "V2", {"threshold": "no"})


@pytest.mark.parametrize("chair", ["for", "against"])
def test_v2_threshold_adopts_nothing_below_half(chair):
    adopted, code, others = answers(decided(4, 4, 10, chair, choices={"V2": "threshold"}))
    assert (adopted, code) == (False, "V2")
    assert others == {"casting_vote": "yes" if chair == "for" else "no"}


@pytest.mark.parametrize("chair", ["abstain", None], ids=["abstains", "stays silent"])
def test_v3_where_the_presiding_officer_takes_no_side_no_decision_is_taken(chair):
    decision = decided(4, 4, 10, chair)
    assert answers(decision) == (False, "V3", {"threshold": "no"})
    assert decision.verdict.facts["casting"].en == (chair or "not cast")


def test_v3_threshold_can_adopt_where_the_threshold_is_reached_without_the_presiding_officer():
    two_of_five = {"threshold": norm(at_least=Fraction(1, 2), of="present")}
    rounded = {"Q1": "round_down"}
    no_decision = decided(2, 2, 5, "abstain", **two_of_five, choices=rounded)
    assert answers(no_decision) == (False, "V3", {"threshold": "yes"})
    threshold = decided(2, 2, 5, "abstain", **two_of_five, choices={**rounded, "V3": "threshold"})
    assert answers(threshold) == (True, "V3", {"no_decision": "no"})


def test_nobody_for_and_nobody_against_is_a_tie_that_adopts_nothing():
    assert answers(decided(0, 0, 5, "abstain")) == (False, "V3", {"threshold": "no"})


def test_a_tie_of_the_acting_deputy_is_decided_by_the_acting_deputy():
    ballots = [("deputy", "for"), ("member-1", "against")]
    decision = decide(ballots, {"deputy", "member-1"}, "deputy", 5, DISTRICT.adoption, DISTRICT.casting_vote)
    assert decision.adopted is True


def test_a_tie_cites_the_casting_vote_too_where_it_stands_apart():
    apart = KEMEROVO.casting_vote.model_copy(update={"basis": KEMEROVO.quorum.basis})
    decision = decided(5, 5, 10, casting=apart)
    assert decision.verdict.cites == (KEMEROVO.adoption.basis, KEMEROVO.quorum.basis)
    assert decided(5, 5, 10).verdict.cites == (KEMEROVO.adoption.basis,)


@pytest.mark.parametrize(("silent", "code"), [((), "V1"), (("member-1", "member-2"), "V2")])
def test_those_who_sent_an_opinion_in_writing_are_among_all_who_took_a_side(silent, code):
    """Four are present and two wrote: everybody took a side where nobody of the four stays silent."""
    votes = ["for", "against"] * 3
    ballots = [(seat, vote) for seat, vote in zip(EVERYBODY[:6], votes, strict=True) if seat not in silent]
    decision = decide(
        ballots, set(EVERYBODY[:4]), "chair", 10, KEMEROVO.adoption, KEMEROVO.casting_vote, written=2
    )
    assert decision.verdict.reading.code == code
    assert (decision.verdict.facts["written"], decision.verdict.facts["silent"]) == (2, len(silent))


# ─── Other municipalities ────────────────────────────────────────────────────────────────────────────────


def test_a_municipality_without_a_casting_vote_decides_ties_by_the_threshold():
    none = KEMEROVO.casting_vote.model_copy(update={"value": CastingVote.NOBODY})
    assert decided(5, 5, 10, "against", casting=none).adopted is True
    assert decided(4, 4, 10, "for", casting=none).adopted is False
    assert decided(4, 4, 10, "for", casting=none).verdict.rule == "voting.threshold"


def test_a_municipality_may_need_two_thirds_of_those_present():
    two_thirds = norm(at_least=Fraction(2, 3), of="present")
    assert decided(6, 4, 10, threshold=two_thirds).adopted is False
    assert decided(7, 3, 10, threshold=two_thirds).adopted is True


def test_a_municipality_may_need_more_than_half_of_all_members():
    majority = norm(more_than=Fraction(1, 2), of="members")
    assert decided(5, 0, 7, threshold=majority).adopted is False
    assert decided(6, 0, 7, threshold=majority).adopted is True


def test_a_municipality_may_count_the_votes_cast_and_not_the_silent():
    votes = norm(at_least=Fraction(1, 2), of="votes")
    ballots = [("chair", "for"), ("deputy", "for"), ("member-1", "against")]
    decision = decide(ballots, set(EVERYBODY), "chair", 10, votes, KEMEROVO.casting_vote)
    assert decision.adopted is True
    assert decision.verdict.facts["needed"] == 2


@pytest.mark.parametrize(
    ("of", "needed"), [("polled", 4), ("answered", 3), ("votes", 2), ("for_and_against", 2), ("members", 5)]
)
def test_in_a_poll_half_is_of_those_asked_of_those_who_answered_or_of_the_votes_as_the_municipality_says(
    of, needed
):
    """Eight of ten are asked and five answer: two are for, one is against, one abstains and one says nothing."""
    ballots = [("chair", "for"), ("deputy", "for"), ("member-1", "against"), ("member-2", "abstain")]
    half = norm(at_least=Fraction(1, 2), of=of)
    decision = decide(ballots, set(EVERYBODY[:5]), None, 10, half, KEMEROVO.casting_vote, polled=8)
    assert (decision.verdict.facts["needed"], decision.verdict.facts["polled"]) == (needed, 8)
    assert decision.adopted is (needed <= 2)


def test_where_all_members_count_the_verdict_names_q2_on_vacant_seats():
    majority = norm(more_than=Fraction(1, 2), of="members")
    decision = decided(5, 0, 7, threshold=majority, vacant=2)
    assert answers(decision) == (True, "Q2", {"member": "no"})
    kept = decided(5, 0, 7, threshold=majority, vacant=2, choices={"Q2": "member"})
    assert answers(kept) == (False, "Q2", {"not_member": "yes"})


# ─── A meeting that cannot decide ────────────────────────────────────────────────────────────────────────


def test_a_meeting_that_cannot_decide_leaves_the_question_open():
    for missing in ("established", "quorum", "led"):
        facts = {"established": True, "quorum": True, "led": True} | {missing: False}
        decision = undecided(**facts, cites=(BASIS,))
        assert decision.adopted is None
        assert decision.verdict.outcome is Outcome.VOID
        assert decision.verdict.facts == facts


def test_what_is_not_known_makes_the_decision_unknown_and_not_void():
    not_known = undecided(established=None, quorum=True, led=True, cites=(BASIS,))
    assert not_known.verdict.outcome is Outcome.UNKNOWN
    assert "the group is not known to exist" in not_known.verdict.text.en
    void_anyway = undecided(established=None, quorum=False, led=True, cites=(BASIS,))
    assert void_anyway.verdict.outcome is Outcome.VOID


# ─── Слова выбора и ответ при нём ────────────────────────────────────────────────────────────────────────

SHARES = st.fractions(Fraction(1, 6), Fraction(5, 6), max_denominator=6)
THRESHOLDS = st.builds(
    lambda key, share, of: norm(**{key: share, "of": of}),
    st.sampled_from(["at_least", "more_than"]),
    SHARES,
    st.sampled_from(["members", "present", "votes"]),
)


def contradicted(words, adopted):
    """Whether the words of a choice say outright that a question is adopted or not, and the answer is the other."""
    says_no = "no decision" in words.en or "not adopted" in words.en
    says_yes = not says_no and "adopts" in words.en
    return (says_no and adopted) or (says_yes and not adopted)


@given(THRESHOLDS, st.integers(1, 4), st.integers(0, 2), st.sampled_from(["for", "against", None]))
def test_the_words_of_a_reading_never_contradict_what_it_would_answer(threshold, pairs, rest, chair):
    decision = decided(pairs, pairs, 2 * pairs + rest + (chair is None), chair, threshold=threshold)
    reading = decision.verdict.reading
    if reading is None or not reading.code.startswith("V"):
        return
    choices = READINGS[reading.code].choices
    assert not contradicted(choices[reading.choice], decision.adopted)
    for other in reading.otherwise:
        assert not contradicted(choices[other.choice], other.text.en.endswith("Adopted: yes."))


def test_under_more_than_half_the_threshold_never_says_that_half_adopts():
    verdict = decided(5, 5, 10, threshold=norm(more_than=Fraction(1, 2), of="present")).verdict
    (other,) = verdict.reading.otherwise
    assert (verdict.reading.code, other.choice) == ("V1", "threshold")
    assert other.text.en.endswith("Adopted: no.")
    assert READINGS["V1"].choices["threshold"].en == "the threshold: adopted where it is reached"


def test_where_no_vote_is_recorded_the_answer_is_unknown_and_says_what_to_give():
    decision = unrecorded(EVERYBODY[:5], (BASIS,))
    assert (decision.adopted, decision.verdict.outcome) == (None, Outcome.UNKNOWN)
    assert (
        decision.verdict.text.en
        == "Not one vote on the question is recorded (present: 5); give: votes (votes) — from the secretary, or "
        "whoever presided."
    )


def test_who_did_not_vote_is_told():
    text = decide([("chair", "for")], EVERYBODY[:5], "chair", 10, KEMEROVO.adoption, KEMEROVO.casting_vote)
    assert "did not vote: 4;" in text.verdict.text.en
    assert "не голосовали — 4;" in text.verdict.text.ru


@given(st.integers(0, 4), st.integers(0, 4), st.sampled_from(CastingVote))
def test_equal_votes_cite_the_norm_on_the_casting_vote_whoever_has_it(in_favour, against, value):
    """«Голос председательствующего решающим не является» is a norm too: it says why equal votes adopt nothing."""
    own = DISTRICT.casting_vote.basis
    casting = KEMEROVO.casting_vote.model_copy(update={"value": value, "basis": own})
    ballots = [*zip(EVERYBODY, ["for"] * in_favour + ["against"] * against, strict=False)]
    found = decide(ballots, EVERYBODY, "chair", 10, KEMEROVO.adoption, casting)
    assert (own in found.verdict.cites) == (in_favour == against)
    assert BASIS in found.verdict.cites
