"""Who counts and what is counted: seats without a vote, alternates, proxies, opinions, conflicts, thresholds."""

from dataclasses import replace
from datetime import date

import pytest
from groups import IDS, asked, parts, profile, seat

from law189.facts import Frozen
from law189.verdict import Outcome

FIVE = dict.fromkeys(IDS, "for")


def breaches(verdict):
    return {
        (part.rule, part.facts["seat"])
        for part in verdict.walk()
        if part.outcome is Outcome.BREACH and not part.parts and "seat" in part.facts
    }


def adopted(municipality, **record):
    return asked(municipality, **record).items[0].adopted


# ─── Seats ───────────────────────────────────────────────────────────────────────────────────────────────


def test_a_seat_without_a_vote_attends_and_counts_for_nothing():
    seats = [*(seat(one) for one in IDS[:4]), seat("secretary", votes=False)]
    answer = asked(
        profile(seats=seats), present=["chair", "secretary"], votes={"chair": "for", "secretary": "for"}
    )
    assert answer.attendance.outcome is Outcome.HOLDS
    assert (answer.quorum.facts["present"], answer.quorum.facts["members"]) == (1, 4)
    assert answer.quorum.outcome is Outcome.VOID
    assert breaches(answer.items[0].verdict) == {("voting.ballot", "secretary")}


def test_a_chair_without_a_vote_presides():
    seats = [seat("chair", votes=False), *(seat(one) for one in IDS[1:])]
    assert asked(profile(seats=seats)).presiding_seat == "chair"


def test_of_several_deputies_the_first_present_presides_and_casts():
    seats = [seat(one) for one in ("chair", "deputy-1", "deputy-2", "member-1")]
    municipality = profile(seats=seats, casting_vote="deputy")
    answer = asked(
        municipality, present=["member-1", "deputy-2"], votes={"deputy-2": "for", "member-1": "against"}
    )
    assert (answer.presiding_seat, answer.items[0].adopted) == ("deputy-2", True)
    assert parts(answer.items[0].verdict, "voting.casting_of")[0].facts["whose"].en == "the deputy"


def test_an_alternate_sits_where_the_composition_gives_the_seat_one():
    seats = [seat("chair", alternate={"ru": "зам", "en": "stand-in"}), *(seat(one) for one in IDS[1:])]
    answer = asked(profile(seats=seats), alternates=["chair"])
    assert answer.attendance.outcome is Outcome.HOLDS
    assert answer.attendance.facts["present"] == 3
    wrong = asked(profile(seats=seats), alternates=["deputy", "member-3"])
    assert breaches(wrong.attendance) == {("quorum.entry", "deputy"), ("quorum.entry", "member-3")}
    assert wrong.quorum.outcome is Outcome.VOID


@pytest.mark.parametrize(("invited", "outcome"), [(True, Outcome.HOLDS), (False, Outcome.BREACH)])
def test_invited_persons_attend_where_the_regulation_lets_them(invited, outcome):
    answer = asked(profile(invited=invited), guests=["эксперт"])
    assert parts(answer.attendance, "quorum.guests")[0].outcome is outcome


# ─── Thresholds ──────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("of", "read", "needed"),
    [
        ("members", "not_member", 3),
        ("members", "member", 4),
        ("list", "not_member", 4),
        ("filled", "member", 3),
    ],
)
def test_a_quorum_is_of_the_members_the_list_or_the_filled_seats(of, read, needed):
    municipality = profile(quorum={"at_least": "2/3", "of": of})
    answer = asked(municipality, vacant=["member-3"], readings={"Q2": read})
    assert answer.quorum.facts["needed"] == needed


@pytest.mark.parametrize(
    ("of", "in_favour", "expected"),
    [
        ("list", 2, False),
        ("list", 3, True),
        ("filled", 2, False),
        ("votes", 2, True),
        ("for_and_against", 1, False),
        ("for_and_against", 2, True),
        ("present", 2, False),
    ],
)
def test_a_decision_needs_more_than_half_of_what_the_regulation_counts(of, in_favour, expected):
    votes = dict(zip(IDS, ["for"] * in_favour + ["against"], strict=False))
    municipality = profile(adoption={"more_than": "1/2", "of": of})
    assert adopted(municipality, present=IDS, votes=votes) is expected


@pytest.mark.parametrize(("of", "expected"), [("for_and_against", True), ("votes", False)])
def test_who_abstains_has_cast_a_vote_and_is_neither_for_nor_against(of, expected):
    municipality = profile(adoption={"more_than": "1/2", "of": of})
    votes = {"chair": "for", "deputy": "abstain", "member-1": "abstain"}
    assert adopted(municipality, votes=votes) is expected


def test_unanimity_is_the_whole():
    municipality = profile(adoption={"at_least": "1/1", "of": "present"})
    assert adopted(municipality, present=IDS, votes=FIVE) is True
    assert adopted(municipality, present=IDS, votes=FIVE | {"member-3": "abstain"}) is False


@pytest.mark.parametrize(
    ("casting", "expected"), [("presiding", True), ("chair", True), ("deputy", False), ("nobody", False)]
)
def test_a_tie_goes_by_whoever_the_regulation_names(casting, expected):
    votes = {"chair": "for", "deputy": "against"}
    assert adopted(profile(casting_vote=casting), votes=votes) is expected


def test_a_casting_vote_of_a_chair_who_is_absent_is_reading_v3():
    municipality = profile(casting_vote="chair")
    votes = {"deputy": "for", "member-1": "against"}
    answer = asked(municipality, present=["deputy", "member-1", "member-2"], votes=votes)
    assert answer.items[0].adopted is False
    assert parts(answer.items[0].verdict, "voting.casting_of")[0].reading.code == "V3"


# ─── Proxies and opinions ────────────────────────────────────────────────────────────────────────────────

TWO = {"present": ["chair", "deputy"], "proxies": {"member-1": "chair"}}
VOTES = {"chair": "for", "deputy": "against", "member-1": "for"}


@pytest.mark.parametrize(
    ("proxies", "quorum", "expected", "outcome"),
    [
        ("counted", Outcome.HOLDS, True, Outcome.HOLDS),
        ("allowed", Outcome.VOID, None, Outcome.HOLDS),
        ("forbidden", Outcome.VOID, None, Outcome.BREACH),
    ],
)
def test_a_proxy_counts_where_it_is_counted_and_is_a_breach_where_it_is_forbidden(
    proxies, quorum, expected, outcome
):
    answer = asked(profile(proxies=proxies), votes=VOTES, **TWO)
    assert (answer.quorum.outcome, answer.items[0].adopted) == (quorum, expected)
    assert parts(answer.attendance, "proxies.proxy")[0].outcome is outcome
    assert breaches(answer.items[0].verdict) == (
        {("voting.ballot", "member-1")} if proxies == "forbidden" else set()
    )


def test_where_proxies_are_not_spoken_of_the_answer_is_what_counting_and_forbidding_share():
    answer = asked(profile(), votes=VOTES, **TWO)
    assert (answer.quorum.outcome, answer.items[0].adopted) == (Outcome.UNKNOWN, None)
    many = {"present": IDS[:4], "proxies": {"member-3": "chair"}}
    shared = asked(profile(), votes=FIVE, **many)
    assert (shared.quorum.outcome, shared.items[0].adopted) == (Outcome.HOLDS, True)
    assert shared.attendance.outcome is Outcome.UNKNOWN


@pytest.mark.parametrize(
    ("proxies", "reason"),
    [
        ({"deputy": "chair"}, "the seat itself is present"),
        ({"member-9": "chair"}, "there is no filled seat with a vote like it"),
        ({"member-1": "member-2"}, "whoever holds it is not present"),
    ],
)
def test_a_proxy_that_is_none_is_a_breach_with_its_reason(proxies, reason):
    answer = asked(profile(proxies="counted"), proxies=proxies, present=["chair", "deputy"])
    (part,) = parts(answer.attendance, "proxies.proxy")
    assert (part.outcome, part.facts["reason"].en) == (Outcome.BREACH, reason)
    assert answer.quorum.outcome is Outcome.VOID


@pytest.mark.parametrize(
    ("opinions", "expected", "outcome"),
    [
        ("counted", True, Outcome.HOLDS),
        ("allowed", False, Outcome.HOLDS),
        ("forbidden", False, Outcome.BREACH),
    ],
)
def test_a_written_opinion_is_a_vote_where_it_is_counted(opinions, expected, outcome):
    votes = {"chair": "for", "deputy": "against", "member-1": "for"}
    municipality = profile(opinions=opinions, adoption={"at_least": "3/5", "of": "list"})
    answer = asked(municipality, votes=votes, item={"opinions": {"member-2": "for"}})
    assert answer.items[0].adopted is expected
    (part,) = parts(answer.items[0].verdict, "proxies.opinion")
    assert part.outcome is outcome


def test_a_counted_opinion_is_a_vote_and_widens_neither_the_base_nor_the_quorum():
    municipality = profile(opinions="counted")
    answer = asked(
        municipality,
        present=["chair", "deputy"],
        votes={"chair": "for", "deputy": "for"},
        item={"opinions": {"member-1": "for"}},
    )
    assert (answer.quorum.outcome, answer.items[0].adopted) == (Outcome.VOID, None)
    votes = {"chair": "for", "deputy": "for", "member-1": "against"}
    opinion = {"opinions": {"member-2": "against"}}
    assert adopted(municipality, votes=votes) is True
    assert adopted(municipality, votes=votes, item=opinion) is True
    of_votes = profile(opinions="counted", adoption={"more_than": "1/2", "of": "votes"})
    assert adopted(of_votes, votes=votes) is True
    assert adopted(of_votes, votes=votes, item=opinion) is False


@pytest.mark.parametrize("many", [0, 1])
def test_a_sentence_tells_of_as_many_present_as_came_and_of_written_opinions_beside(many):
    """Law: «присутствуют» is how many voting members came, whatever was written by those who did not."""
    votes = {"chair": "for", "deputy": "for", "member-1": "against"}
    item = {"opinions": {"member-2": "against"}} if many else {}
    answer = asked(profile(opinions="counted"), votes=votes, item=item)
    (told,) = parts(answer.items[0].verdict, "voting.threshold")
    came = len(votes)
    assert (told.facts["present"], told.facts["written"]) == (came, many or None)
    assert f"присутствуют: {came}{', письменных мнений: 1' if many else ''};" in told.text.ru


# ─── Conflicts of interest ───────────────────────────────────────────────────────────────────────────────


def test_whoever_has_a_conflict_of_interest_does_not_vote_and_stays_in_the_base():
    votes = {"chair": "for", "deputy": "for", "member-1": "against"}
    answer = asked(profile(conflict_of_interest="abstains"), votes=votes, item={"conflicts": ["chair"]})
    (item,) = answer.items
    assert item.adopted is False
    assert breaches(item.verdict) == {("voting.ballot", "chair")}
    assert item.verdict.parts[0].facts["present"] == 3


def test_a_conflict_of_which_nothing_is_said_turns_only_what_it_would_turn():
    votes = {"chair": "for", "deputy": "for", "member-1": "against"}
    turned = asked(profile(), votes=votes, item={"conflicts": ["chair"]}).items[0]
    assert (turned.adopted, turned.verdict.outcome) == (None, Outcome.UNKNOWN)
    shared = asked(profile(), votes=votes, item={"conflicts": ["member-1"]}).items[0]
    assert (shared.adopted, shared.verdict.outcome) == (True, Outcome.UNKNOWN)


@pytest.mark.parametrize(("held", "outcome"), [("secret", Outcome.HOLDS), ("open", Outcome.BREACH)])
def test_votes_are_cast_as_the_regulation_says(held, outcome):
    answer = asked(profile(ballot="secret"), votes={"chair": "for"}, item={"ballot": held})
    assert parts(answer.items[0].verdict, "voting.kind_of_ballot")[0].outcome is outcome
    assert not parts(asked(profile(), votes={"chair": "for"}).items[0].verdict, "voting.kind_of_ballot")


# ─── Места без права голоса в числе, от которого берут долю (толкование Q4) ──────────────────────────────

TEN = [*(seat(one) for one in ("chair", "deputy", *(f"member-{n}" for n in range(1, 7)))),
       seat("member-7", votes=False), seat("member-8", votes=False)]  # fmt: skip
FOUR = ("chair", "deputy", "member-1", "member-2")


def of_ten(of, choice=None, **norms):
    """A group of ten seats, two of them without a vote, whose quorum is half of that whole."""
    norms = {"quorum": {"at_least": "1/2", "of": of}, **norms}
    return reading(profile(seats=TEN, **norms), **({} if choice is None else {"Q4": choice}))


def reading(municipality, **choices):
    first = municipality.first.model_copy(update={"readings": Frozen(choices)})
    return replace(municipality, editions=((date.min, first),))


@pytest.mark.parametrize("of", ["members", "list", "filled"])
@pytest.mark.parametrize(
    ("choice", "present", "told", "outcome"),
    [
        (None, FOUR, (4, 8, 4), Outcome.HOLDS),
        ("counted", FOUR, (4, 10, 5), Outcome.VOID),
        ("counted", (*FOUR, "member-8"), (5, 10, 5), Outcome.HOLDS),
        (None, (*FOUR, "member-8"), (4, 8, 4), Outcome.HOLDS),
    ],
)
def test_of_ten_seats_two_without_a_vote_the_reading_says_whether_half_is_four_or_five(
    of, choice, present, told, outcome
):
    quorum = asked(of_ten(of, choice), present=present).quorum
    assert tuple(quorum.facts[one] for one in ("present", "members", "needed")) == told
    assert quorum.outcome is outcome
    assert (quorum.reading.code, quorum.reading.choice) == ("Q4", choice or "not_counted")
    said = "Seats without a vote, which do not count: 2." in quorum.text.en
    assert said is (choice is None)


def test_vacant_seats_without_a_vote_are_no_members_either():
    one_vacant = {"present": FOUR, "vacant": ["member-8"]}
    facts = {
        of: asked(of_ten(of, "counted"), **one_vacant).quorum.facts for of in ("members", "list", "filled")
    }
    assert {of: (one["members"], one["needed"]) for of, one in facts.items()} == {
        "members": (9, 5),
        "list": (10, 5),
        "filled": (9, 5),
    }


def test_who_comes_without_a_vote_is_told_to_count_or_not():
    for choice, words in ((None, "does not count"), ("counted", "but counts")):
        (told,) = parts(
            asked(of_ten("list", choice), present=(*FOUR, "member-8")).attendance, "quorum.voteless"
        )
        assert words in told.text.en


@pytest.mark.parametrize(("choice", "found"), [(None, True), ("counted", False)])
def test_a_decision_of_the_whole_list_counts_its_seats_by_the_same_reading(choice, found):
    town = of_ten("list", choice, adoption={"at_least": "1/2", "of": "list"})
    here = (*FOUR, "member-3", "member-8")
    item = asked(town, present=here, votes=dict.fromkeys(FOUR, "for")).items[0]
    assert item.adopted is found
    (told,) = parts(item.verdict, "voting.threshold")
    assert told.facts["needed"] == (4 if found else 5)
    assert told.reading.code == "Q4"


def test_a_decision_of_those_present_names_no_seats_without_a_vote():
    item = asked(of_ten("list"), present=FOUR, votes=dict.fromkeys(FOUR, "for")).items[0]
    (told,) = parts(item.verdict, "voting.threshold")
    assert (told.reading, "uncounted" in told.facts) == (None, False)


def test_a_poll_counts_the_seats_by_the_same_reading():
    for choice, members in ((None, 8), ("counted", 10)):
        town = of_ten("list", choice, absentee={"allowed": True})
        answer = asked(town, form="absentee", votes=dict.fromkeys(FOUR, "for"))
        assert answer.quorum.facts["members"] == members
        assert answer.quorum.outcome is (Outcome.HOLDS if choice is None else Outcome.VOID)
