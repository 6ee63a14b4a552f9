"""The law of the kind of ballot: where one is prescribed, a question that does not say how it was voted is UNKNOWN.

It asks for it by the path of its own door.
"""

import pytest
from groups import asked, parts, profile
from two_doors import judged

from law189.cases.outlook import options
from law189.profile.loader import load_profile
from law189.verdict import Outcome
from law189.workflows.meeting import Convened, ItemPolled, ItemVoted, Opened, PollOpened, lifecycle

SECRET = profile(ballot="secret", absentee={"allowed": True}, agenda="presiding")
SILENT = profile(absentee={"allowed": True}, agenda="presiding")
VOTES = {"chair": "for", "deputy": "for", "member-1": "for"}
DAY = "2024-03-11"


def told(verdict):
    return [(one.outcome, [ask.path for ask in one.asks]) for one in parts(verdict, "voting.kind_of_ballot")]


@pytest.mark.parametrize("form", ["meeting", "absentee"])
@pytest.mark.parametrize(
    ("ballot", "outcome"), [(None, Outcome.UNKNOWN), ("open", Outcome.BREACH), ("secret", Outcome.HOLDS)]
)
def test_a_record_and_a_step_say_alike_how_it_was_voted(form, ballot, outcome):
    said = {} if ballot is None else {"ballot": ballot}
    (item,) = asked(SECRET, votes=VOTES, item=said, form=form).items
    by_record = ["meeting.items[0].ballot"] if ballot is None else []
    assert told(item.verdict) == [(outcome, by_record)]
    first = (
        PollOpened(on=DAY, by="chair", answers_by=DAY)
        if form == "absentee"
        else Convened(on=DAY, by="chair", held_on=DAY)
    )
    _, history = judged(lifecycle.begin("1"), first, SECRET)
    step = ItemPolled
    if form == "meeting":
        _, history = judged(history, Opened(on=DAY, by="chair", present=tuple(VOTES)), SECRET)
        step = ItemVoted
    verdict = lifecycle.judge(history, step(on=DAY, by="chair", question="План", votes=VOTES, **said), SECRET)
    assert told(verdict) == [(outcome, ["event.ballot"] if ballot is None else [])]


def test_a_regulation_that_is_silent_asks_for_no_kind_of_ballot():
    for where in (SILENT, load_profile("kemerovo"), load_profile("novokuznetsk_district")):
        assert where.latest.working_group.ballot is None
    (item,) = asked(SILENT, votes=VOTES).items
    assert told(item.verdict) == []


def test_the_kind_of_ballot_is_among_what_a_vote_needs_only_where_it_is_prescribed():
    for where, needed in ((SECRET, True), (SILENT, False)):
        _, history = judged(lifecycle.begin("1"), Convened(on=DAY, by="chair", held_on=DAY), where)
        _, history = judged(history, Opened(on=DAY, by="chair", present=tuple(VOTES)), where)
        (voted,) = [
            one
            for one in options(lifecycle, history, where, where.latest.act.date)
            if one.kind == "item_voted"
        ]
        (fact,) = [one for one in voted.needs if one.name == "ballot"] or [None]
        assert (fact is not None) is needed
