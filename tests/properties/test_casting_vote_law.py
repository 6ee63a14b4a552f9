"""The law of the casting vote: a vote that counts decides a tie, however it came; it is never told as not cast."""

import pytest
from groups import asked, parts, profile, seat
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size

from law189.verdict import Outcome

law = settings(max_examples=size(150, 2000))
IDS = ("chair", "deputy", "deputy-2", "member-1", "member-2", "member-3", "member-4")
SIDES = ("for", "against", "abstain")
LOW = {"at_least": "1/10", "of": "members"}
VOTES = {"at_least": "1/2", "of": "votes"}
SUBGROUP = {
    "id": "experts",
    "title": {"ru": "подгруппа", "en": "subgroup"},
    "quorum": {"value": LOW, "cite": "app3"},
}


def town(**norms):
    said = {"quorum": LOW, "adoption": VOTES, "opinions": "counted", "proxies": "counted", **norms}
    return profile(seats=[seat(one) for one in IDS], presiding=["chair", "deputy", "member"], **said)


@st.composite
def ties(draw):
    """A meeting, of the group or of a subgroup, each vote of which is given in its own way."""
    casting = draw(st.sampled_from(("chair", "deputy", "presiding")))
    cast = draw(st.dictionaries(st.sampled_from(IDS), st.sampled_from(SIDES), min_size=1))
    ways = {one: draw(st.sampled_from(("here", "here", "proxy", "opinion"))) for one in cast}
    here = [one for one in cast if ways[one] == "here"] or ["member-4"]
    cast = {one: vote for one, vote in cast.items() if one not in here or ways[one] == "here"}
    item = {
        "opinions": {one: vote for one, vote in cast.items() if ways[one] == "opinion" and one not in here}
    }
    secret = draw(st.booleans())
    record = {
        "present": here,
        "votes": {one: vote for one, vote in cast.items() if one not in item["opinions"]},
        "proxies": {one: here[0] for one in cast if ways[one] == "proxy" and one not in here},
        "item": item | ({"ballot": "secret"} if secret else {}),
        "readings": draw(st.sampled_from(({}, {"V1": "threshold"}, {"V3": "threshold"}))),
    }
    head = draw(st.sampled_from((None, "deputy", "member-1")))
    if head is not None:
        record["subgroup"] = "experts"
    group = {**SUBGROUP, "seats": list(IDS), "cite": "app3", **({} if head is None else {"head": head})}
    where = town(casting_vote=casting, other={"subgroups": [group]})
    return casting, head, cast, here, secret, record["readings"], asked(where, **record)


def holder(casting, head, cast, here):
    """Whose vote decides: the first of the role in the room, else the first whose vote counts; None of nobody."""
    of_role = [one for one in IDS if one.startswith(casting)]
    if head is not None:
        of_role = [head] if casting == "chair" else []
    return next(
        iter([*(one for one in of_role if one in here), *(one for one in of_role if one in cast)]), None
    )


@given(ties())
@law
def test_the_casting_vote_that_counts_is_told_and_decides(world):
    casting, head, cast, here, secret, readings, answer = world
    (item,) = answer.items
    who = holder(casting, head, cast, here)
    taken = parts(item.verdict, "voting.absent_decides")
    assert all(one.facts["seat"] == who and who not in here for one in taken)
    for told in parts(item.verdict, "voting.casting_of") if who in cast else ():
        words = {"for": "за", "against": "против", "abstain": "воздержался"}[cast[who]]
        assert told.facts["casting"].ru == ("тайный" if secret else words)
        if cast[who] != "abstain" and not readings:
            assert item.adopted is (cast[who] == "for")
            assert bool(taken) is (who not in here)


TIE = {
    "deputy": "for",
    "member-1": "for",
    "member-2": "against",
    "member-3": "against",
    "member-4": "against",
}
VOTED = (
    {"item": {"opinions": {"chair": "for"}}, "votes": TIE},
    {"proxies": {"chair": "deputy"}, "votes": {**TIE, "chair": "for"}},
)


@pytest.mark.parametrize("way", VOTED, ids=("opinion", "proxy"))
@pytest.mark.parametrize("ballot", ["open", "secret"])
def test_the_absent_chair_whose_vote_counts_decides_the_tie(way, ballot):
    record = {**way, "item": {**way.get("item", {}), "ballot": ballot}}
    (item,) = asked(town(casting_vote="chair"), present=tuple(TIE), **record).items
    (told,) = parts(item.verdict, "voting.casting_of")
    assert item.adopted is True
    assert told.facts["casting"].ru == ("за" if ballot == "open" else "тайный")
    (said,) = parts(item.verdict, "voting.absent_decides")
    assert said.outcome is Outcome.HOLDS
    assert said.text.ru == (
        "При равенстве голосов решает голос отсутствующего (председатель): он засчитан, поэтому принят за поданный."
    )


def test_the_absent_deputy_whose_opinion_counts_decides_where_the_deputy_has_the_casting_vote():
    votes = {"chair": "for", "member-1": "for", "member-2": "against"}
    record = {"votes": votes, "item": {"opinions": {"deputy": "against"}}}
    (item,) = asked(town(casting_vote="deputy"), present=tuple(votes), **record).items
    assert item.adopted is False
    (told,) = parts(item.verdict, "voting.casting_of")
    assert told.facts["casting"].ru == "против"


def test_the_deputy_in_the_room_decides_before_one_who_wrote():
    votes = {"deputy-2": "for", "member-1": "for", "member-2": "against"}
    record = {"votes": votes, "item": {"opinions": {"deputy": "against"}}}
    (item,) = asked(town(casting_vote="deputy"), present=tuple(votes), **record).items
    assert item.adopted is True
    assert not parts(item.verdict, "voting.absent_decides")


def test_whoever_presides_decides_and_not_the_absent_chair_who_wrote():
    votes = {"deputy": "against", "member-1": "against", "member-2": "for"}
    record = {"votes": votes, "item": {"opinions": {"chair": "for"}}}
    (item,) = asked(town(casting_vote="presiding"), present=tuple(votes), **record).items
    assert item.adopted is False
    assert not parts(item.verdict, "voting.absent_decides")


@pytest.mark.parametrize("way", VOTED, ids=("opinion", "proxy"))
def test_by_the_reading_of_the_threshold_nothing_is_taken_of_the_absent(way):
    where = town(casting_vote="chair")
    (item,) = asked(where, present=tuple(TIE), readings={"V1": "threshold"}, **way).items
    assert not parts(item.verdict, "voting.absent_decides")


def test_a_vote_that_does_not_count_decides_nothing():
    where = town(casting_vote="chair", opinions="forbidden")
    votes = {one: TIE[one] for one in ("deputy", "member-1", "member-2", "member-3")}
    record = {"votes": votes, "item": {"opinions": {"chair": "for"}}}
    (item,) = asked(where, present=tuple(votes), **record).items
    (told,) = parts(item.verdict, "voting.casting_of")
    assert (item.adopted, told.facts["casting"].ru) == (False, "не подан")
