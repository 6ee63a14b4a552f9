"""One sitting: every rule asked in turn, and how a question is decided."""

from copy import deepcopy
from datetime import date, timedelta

import pytest

from law189.profile.federal import shipped_data
from law189.profile.loader import load_profile
from law189.rules.group.met import established
from law189.rules.group.sitting import Sitting, invited
from law189.rules.votes.items import item
from law189.verdict import Outcome

KEMEROVO = load_profile("kemerovo").latest.working_group
DISTRICT = load_profile("novokuznetsk_district").latest.working_group
EVERYBODY = [seat.id for seat in KEMEROVO.seats]
FIVE = EVERYBODY[:5]


def adapted(**norms):
    """Another municipality: Kemerovo's file with other values, and not a line of code."""
    file = deepcopy(shipped_data()["municipalities"]["kemerovo"])
    for name, value in norms.items():
        file["working_group"][name]["value"] = value
    return load_profile(file).latest.working_group


def voted(held, **votes):
    return item(held, "План", "plan-measures", [(seat.replace("_", "-"), v) for seat, v in votes.items()])


# ─── The day ─────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("held_on", "issued", "outcome"),
    [
        (date(2023, 9, 21), date(2023, 9, 22), Outcome.VOID),
        (date(2023, 9, 22), date(2023, 9, 22), Outcome.HOLDS),
        (date(2023, 9, 22), None, Outcome.UNKNOWN),
    ],
    ids=["the day before the decree", "its day", "a decree without a date"],
)
def test_the_group_exists_from_the_day_of_its_decree(held_on, issued, outcome):
    verdict = established(held_on, issued, KEMEROVO.basis("composition"))
    assert verdict.outcome is outcome
    assert verdict.cites == (KEMEROVO.composition.basis,)


# ─── The sitting ─────────────────────────────────────────────────────────────────────────────────────────


def test_a_sitting_with_a_quorum_and_a_chair_is_competent():
    held = Sitting(KEMEROVO, FIVE)
    assert held.competent
    assert held.seat == "chair"
    assert held.members == tuple(EVERYBODY)


@pytest.mark.parametrize(
    ("entries", "more", "norm"),
    [
        (FIVE[1:], {}, "quorum"),
        (EVERYBODY[2:], {}, "presiding"),
        (
            EVERYBODY,
            {"established": established(date(2023, 9, 1), date(2023, 9, 22), KEMEROVO.basis("composition"))},
            "composition",
        ),
        (
            EVERYBODY,
            {"established": established(date(2023, 9, 1), None, KEMEROVO.basis("composition"))},
            "composition",
        ),
    ],
    ids=["no quorum", "nobody presides", "no group yet", "a group of unknown age"],
)
def test_a_sitting_that_may_not_decide_leaves_every_question_open(entries, more, norm):
    held = Sitting(KEMEROVO, entries, **more)
    assert not held.competent
    decision = voted(held, chair="for", deputy="for", member_1="for")
    assert decision.adopted is None
    assert decision.verdict.parts[0].rule == "voting.competent"
    assert decision.verdict.parts[0].cites == (KEMEROVO.basis(norm),)
    assert decision.verdict.stops


def test_what_is_not_known_of_a_sitting_leaves_the_decision_unknown_and_not_void():
    no_date = established(date(2023, 10, 2), None, KEMEROVO.basis("composition"))
    assert voted(Sitting(KEMEROVO, FIVE, established=no_date)).verdict.outcome is Outcome.UNKNOWN
    not_recorded = Sitting(KEMEROVO, EVERYBODY[2:], choices={"Q3": "elected"})
    assert voted(not_recorded).verdict.outcome is Outcome.UNKNOWN


def test_an_elected_member_presides_and_has_the_casting_vote():
    held = Sitting(KEMEROVO, EVERYBODY[2:8], elected="member-2", choices={"Q3": "elected"})
    decision = voted(held, member_1="for", member_2="against")
    assert held.seat == "member-2"
    assert decision.adopted is False
    assert decision.verdict.parts[0].reading.code == "V2"


def test_vacant_seats_are_no_members():
    held = Sitting(KEMEROVO, EVERYBODY[:4], vacant=["member-7", "member-8", "mayor"])
    assert held.members == tuple(EVERYBODY[:8])
    assert held.competent
    assert held.attendance.outcome is Outcome.BREACH


LAST = date(2023, 12, 31)


@pytest.mark.parametrize("name", ["presiding", "quorum", "adoption"])
def test_a_norm_of_the_group_decides_on_its_last_day_and_leaves_the_decision_unknown_after_it(name):
    ending = getattr(KEMEROVO, name).model_copy(update={"until": LAST})
    group = KEMEROVO.model_copy(update={name: ending})
    votes = dict.fromkeys(("chair", "deputy", "member_1"), "for")
    for day in (LAST, None):  # no day: the norms are asked as they stand
        held = Sitting(group, FIVE, on=day)
        assert held.competent
        assert {held.quorum.outcome, held.presiding.outcome} == {Outcome.HOLDS}
        assert voted(held, **votes).adopted is True
    held = Sitting(group, FIVE, on=LAST + timedelta(1))
    told = {"presiding": held.presiding, "quorum": held.quorum, "adoption": held.lacking("adoption")}
    for norm, verdict in told.items():
        if norm == name:
            assert (verdict.rule, verdict.outcome) == ("force.norm", Outcome.UNKNOWN)
            assert verdict.facts["path"] == f"working_group.{name}"
            assert verdict.facts["until"] == LAST
            assert verdict.cites == (ending.basis,)
        else:
            assert verdict is None or verdict.outcome is Outcome.HOLDS
    assert held.competent is (name == "adoption")
    decision = voted(held, **votes)
    assert (decision.adopted, decision.verdict.outcome) == (None, Outcome.UNKNOWN)


@pytest.mark.provision("novokuznetsk-277/app4.5.7")
def test_only_the_district_has_a_secretary_who_attends_without_a_seat():
    assert invited(KEMEROVO) == ()
    assert invited(DISTRICT) == ("secretary",)
    seated = DISTRICT.secretary.model_copy(update={"seat": "member-3"})
    assert invited(DISTRICT.model_copy(update={"secretary": seated})) == ()


# ─── A question ──────────────────────────────────────────────────────────────────────────────────────────


def test_a_question_bundles_the_decision_the_votes_that_do_not_count_and_its_kind():
    held = Sitting(KEMEROVO, FIVE)
    decision = voted(held, chair="for", deputy="for", member_1="for", member_8="against", mayor="for")
    assert decision.adopted is True
    rules = [part.rule for part in decision.verdict.parts]
    assert rules == ["voting.threshold", "voting.ballot", "voting.ballot", "agenda.within"]
    assert decision.verdict.outcome is Outcome.BREACH
    assert decision.verdict.facts == {"question": "План", "adopted": True}


def test_a_vote_that_does_not_count_is_told_even_where_nothing_can_be_decided():
    decision = voted(Sitting(KEMEROVO, ["chair"]), mayor="for")
    assert [part.rule for part in decision.verdict.parts][1] == "voting.ballot"


def test_the_secretary_has_no_vote():
    held = Sitting(DISTRICT, ["chair", "deputy", "member-1", "secretary"])
    decision = voted(held, secretary="for")
    assert decision.verdict.parts[1].facts["reason"].en == "this is not a member of the group"


# ─── Other municipalities, by their file alone ───────────────────────────────────────────────────────────


def test_two_thirds_for_a_quorum():
    group = adapted(quorum={"at_least": "2/3"})
    assert not Sitting(group, EVERYBODY[:6]).competent
    assert Sitting(group, EVERYBODY[:7]).competent


def test_more_than_half_of_all_members_to_adopt_counts_the_absent_too():
    group = adapted(adoption={"more_than": "1/2", "of": "members"})
    for_all = dict.fromkeys(("chair", "deputy", "member_1", "member_2", "member_3"), "for")
    assert voted(Sitting(group, EVERYBODY), **for_all).adopted is False
    assert voted(Sitting(group, EVERYBODY), **for_all, member_4="for").adopted is True
    two_vacant = Sitting(group, FIVE, vacant=["member-7", "member-8"])
    decision = voted(two_vacant, **for_all)
    assert decision.adopted is True
    assert decision.verdict.parts[0].reading.code == "Q2"


def test_no_casting_vote_leaves_a_tie_to_the_threshold():
    group = adapted(casting_vote="nobody")
    tie = {"chair": "against", "deputy": "for", "member_1": "for", "member_2": "against"}
    held = Sitting(group, EVERYBODY[:4], vacant=["member-7", "member-8"])
    assert voted(held, **tie).adopted is True
    assert voted(Sitting(KEMEROVO, EVERYBODY[:4], vacant=["member-7", "member-8"]), **tie).adopted is False


def test_a_share_of_the_votes_cast_leaves_out_the_silent_and_not_those_who_abstain():
    held = Sitting(adapted(adoption={"at_least": "2/3", "of": "votes"}), EVERYBODY)
    two_to_one = {"chair": "for", "deputy": "for", "member_1": "against"}
    assert voted(held, **two_to_one).adopted is True
    assert voted(held, **two_to_one, member_2="abstain").adopted is False


def test_a_share_rounded_down_is_a_reading_that_the_file_can_choose():
    held = Sitting(DISTRICT, ["chair", "deputy"], choices={"Q1": "round_down"})
    assert held.competent
    assert not Sitting(DISTRICT, ["chair", "deputy"]).competent
