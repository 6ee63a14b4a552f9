"""A decision that is known by every norm says by which of them its votes are told, where the count would differ."""

from groups import group, parts

from law189.law import Text
from law189.rules.group.sitting import Sitting
from law189.rules.votes.items import item
from law189.rules.votes.poll_items import poll_item
from law189.rules.votes.polls import Poll

SEATS = ["chair", "deputy", "member-1", "member-2"]
VOTES = list(zip(SEATS, ["for", "for", "for", "against"], strict=True))
OPINION = {"opinions": {"member-3": "for"}, "conflicts": ["member-3"]}
NO_VOTE = Text("при конфликте интересов не голосуют", "whoever has a conflict of interest does not vote")


def said(regulation, **more):
    decision = item(Sitting(regulation, SEATS), "В", None, VOTES, **more)
    return decision.adopted, parts(decision.verdict, "voting.either_way")


def test_an_opinion_that_counts_only_by_another_norm_is_said_beside_the_tally():
    adopted, (told,) = said(group(opinions="counted"), **OPINION)
    assert adopted is True
    assert told.facts["supposed"] == (NO_VOTE,)
    assert "the decision is the same" in told.text.en
    assert "решение то же" in told.text.ru


def test_a_vote_of_a_seat_in_conflict_that_counts_only_by_another_norm_is_said_too():
    adopted, (told,) = said(group(), conflicts=["member-2"])
    assert (adopted, told.facts["supposed"]) == (True, (NO_VOTE,))


def test_an_opinion_is_said_not_to_count_where_the_regulation_is_silent_of_opinions():
    _, (told,) = said(group(), opinions={"member-3": "for"})
    assert told.facts["supposed"][0].en.startswith("a written opinion: ")


def test_nothing_is_said_where_the_regulation_says_the_norm_or_every_norm_counts_alike():
    ruled = group(opinions="counted", conflict_of_interest="abstains")
    assert said(ruled, **OPINION)[1] == []
    assert said(group())[1] == []
    assert said(group(), conflicts=["member-3"])[1] == []


def test_the_answers_of_a_poll_are_told_by_the_same_norm():
    poll = Poll(group(absentee={"allowed": True}), None)
    answers = [*VOTES, ("member-3", "for")]
    decision = poll_item(poll, "В", None, answers, conflicts=["member-3"])
    assert [one.facts["supposed"] for one in parts(decision.verdict, "voting.either_way")] == [(NO_VOTE,)]
    assert parts(poll_item(poll, "В", None, answers).verdict, "voting.either_way") == []
