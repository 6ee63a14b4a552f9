"""The law of votes that do not count: a record that has no others is one without votes, but for what they breach.

Whoever is absent, unknown, without a vote or in conflict of interest has not voted; what those present voted is
then not known. Where nobody who is there may vote, it is known that nobody did.
"""

from hypothesis import given, settings
from hypothesis import strategies as st
from night import size

from law189.profile.loader import load_profile
from law189.profile.regulation import Ballot
from law189.rules.group.sitting import Sitting
from law189.rules.votes.items import item
from law189.verdict import Outcome

GROUPS = {name: load_profile(name).latest.working_group for name in ("kemerovo", "novokuznetsk_district")}
VOTES = st.sampled_from(["for", "against", "abstain"])
NOBODY = ("nobody-1", "invited")


@st.composite
def refused(draw):
    """A competent sitting, votes of whom none counts, and the seats in conflict of interest."""
    name = draw(st.sampled_from(sorted(GROUPS)))
    group = GROUPS[name]
    here = draw(st.sets(st.sampled_from(group.voting), min_size=4)) | {"chair"}
    conflicts = draw(st.sets(st.sampled_from(sorted(here)), max_size=3))
    strangers = [seat for seat in (*group.voting, *NOBODY) if seat not in here]
    whose = draw(st.lists(st.sampled_from([*strangers, *sorted(conflicts)]), min_size=1, max_size=6))
    return Sitting(group, sorted(here)), [(seat, draw(VOTES)) for seat in whose], tuple(sorted(conflicts))


@settings(max_examples=size(80, 600))
@given(refused(), st.sampled_from([None, *Ballot]))
def test_votes_that_do_not_count_decide_what_no_votes_do(drawn, ballot):
    held, votes, conflicts = drawn
    if held.quorum.outcome is not Outcome.HOLDS:
        return
    kind = "order-proposals"
    none = item(held, "q", kind, [], ballot=ballot, conflicts=conflicts)
    told = item(held, "q", kind, votes, ballot=ballot, conflicts=conflicts)
    strangers = [seat for seat, _ in votes if seat not in conflicts]
    assert none.adopted is None
    if not conflicts:
        assert (told.adopted, told.verdict.parts[0].outcome) == (None, Outcome.UNKNOWN)
        assert [ask.path for ask in told.verdict.parts[0].asks] == [
            ask.path for ask in none.verdict.parts[0].asks
        ]
    elif strangers == [seat for seat, _ in votes]:
        assert told.adopted is None
    breaches = told.verdict.reasons(Outcome.BREACH)
    assert sum(one.rule == "voting.ballot" for one in breaches) >= len(strangers)
