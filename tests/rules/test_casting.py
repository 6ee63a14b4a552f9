"""Equal votes are not decided by a vote that nobody of the composition can give; what decides then is asked for."""

import pytest
from groups import asked, profile, seat

from law189.verdict import Outcome

CAST = {"at_least": "1/2", "of": "votes"}
LEADERS = [seat("co-chair-1"), seat("co-chair-2"), seat("member-1"), seat("member-2")]
NORMS = {
    "presiding": ["co-chair"],
    "adoption": CAST,
    "casting_vote": "presiding",
    "absentee": {"allowed": True},
}
TIE = {"co-chair-1": "for", "co-chair-2": "against", "member-1": "for", "member-2": "against"}


def item_of(answer):
    return answer.items[0].verdict


def test_equal_votes_of_a_poll_of_a_group_without_a_chair_are_unknown():
    town = profile(seats=LEADERS, **NORMS)
    said = asked(town, present=(), form="absentee", polled=list(TIE), votes=TIE)
    found = item_of(said)
    assert found.outcome is Outcome.UNKNOWN
    assert "profile.working_group.casting_vote" in {ask.path for part in found.walk() for ask in part.asks}
    assert "места с такой ролью и правом голоса в составе нет" in str([part.text.ru for part in found.walk()])


def test_equal_votes_are_unknown_where_whoever_presides_has_no_vote():
    seats = [seat("chair", votes=False), *(seat(f"member-{one}") for one in (1, 2, 3, 4))]
    town = profile(seats=seats, presiding=["chair"], adoption=CAST, casting_vote="presiding")
    votes = {"member-1": "for", "member-2": "for", "member-3": "against", "member-4": "against"}
    assert item_of(asked(town, present=("chair", *votes), votes=votes)).outcome is Outcome.UNKNOWN
    uneven = votes | {"member-4": "for"}
    assert item_of(asked(town, present=("chair", *votes), votes=uneven)).outcome is Outcome.HOLDS


@pytest.mark.parametrize("reading", ["V1", "V2"])
def test_by_the_reading_of_the_threshold_nobodys_vote_is_asked(reading):
    seats = [seat("chair", votes=False), *(seat(f"member-{one}") for one in (1, 2, 3))]
    town = profile(seats=seats, presiding=["chair"], adoption=CAST, casting_vote="presiding")
    votes = {"member-1": "for", "member-2": "against"}
    present = ("chair", *votes, *(["member-3"] if reading == "V2" else []))
    said = asked(town, present=present, votes=votes, readings={reading: "threshold"})
    assert item_of(said).outcome is Outcome.HOLDS
    assert item_of(asked(town, present=present, votes=votes)).outcome is Outcome.UNKNOWN
