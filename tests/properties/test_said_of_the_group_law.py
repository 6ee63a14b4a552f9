"""The law of what is said of a group: no officer whom its composition does not have, no conflict left untold."""

from groups import asked, parts, profile, seat
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size

from law189.audit.meeting import MeetingRecord, judge_record
from law189.verdict import Outcome

HEADS = ("chair", "co-chair-1", "co-chair-2", "deputy", "deputy-2", "secretary")
law = settings(max_examples=size(150, 2000))


@st.composite
def worlds(draw):
    """A group led by anybody in any order, and a meeting of it."""
    heads = draw(st.lists(st.sampled_from(HEADS), unique=True, max_size=4))
    ids = (*heads, "member-1", "member-2", "member-3")
    roles = list(dict.fromkeys(one.rstrip("-0123456789") for one in heads))
    order = draw(st.permutations(roles)) if roles else None
    where = profile(seats=[seat(one) for one in ids], presiding=order, agenda="presiding")
    here = draw(st.lists(st.sampled_from(ids), unique=True))
    readings = draw(st.sampled_from(({}, {"Q3": "elected"})))
    elected = draw(st.none() | st.sampled_from(ids))
    return where, asked(where, present=here, votes={}, readings=readings, elected=elected)


@given(worlds())
@law
def test_no_sentence_on_who_presides_names_an_officer_whom_the_composition_does_not_have(world):
    where, answer = world
    seats = {one.role for one in where.latest.working_group.seats}
    for verdict in answer.presiding.walk():
        cured = (verdict.cure,) if verdict.outcome is Outcome.VOID and verdict.cure else ()
        for text in (verdict.text, *cured):
            assert "chair" in seats or "председатель (рук" not in text.ru.lower()
            assert "chair" in seats or ("с председателем" not in text.ru and "The chair " not in text.en)
            assert "deputy" in seats or ("заместител" not in text.ru and "deputy" not in text.en)


@given(
    st.lists(st.sampled_from(("chair", "member-1", "member-2", "mayor")), unique=True, min_size=1),
    st.dictionaries(st.sampled_from(("chair", "deputy", "member-1")), st.just("for"), min_size=1),
    st.sampled_from(("meeting", "absentee")),
)
@law
def test_a_conflict_of_interest_is_told_whether_it_was_kept_or_not(conflicts, votes, form):
    where = profile(conflict_of_interest="abstains", absentee={"allowed": True})
    here = ("chair", "deputy", "member-1")
    (item,) = asked(where, present=here, votes=votes, item={"conflicts": conflicts}, form=form).items
    told = [name for one in parts(item.verdict, "conflicts.kept_out") for name in one.facts["who"]]
    broken = [one.facts["seat"] for one in parts(item.verdict, "voting.ballot")]
    taking_part = here if form == "meeting" else where.latest.working_group.voting
    assert len(told) == len([one for one in conflicts if one in taking_part and one not in votes])
    assert {one for one in conflicts if one in votes} <= set(broken)


def test_a_silent_regulation_keeps_nobody_out():
    record = {"profile": "small_town", "held_on": "2024-03-11", "present": ["chair", "deputy"], "items": []}
    answer = judge_record(MeetingRecord.model_validate(record), profile())
    assert not [one for one in answer.verdicts if parts(one, "conflicts.kept_out")]
    (item,) = asked(profile(), votes={"deputy": "for"}, item={"conflicts": ["chair"]}).items
    assert not parts(item.verdict, "conflicts.kept_out")


@given(st.sampled_from(("for", "against")), st.sampled_from((None, ["chair", "deputy"])), st.booleans())
@law
def test_where_the_vote_of_whom_they_elected_decides_a_tie_the_answer_says_that_it_is_taken_so(
    vote, order, led
):
    """The regulations give the casting vote to the chair or to the acting deputy (Q3 adds one more)."""
    where = profile(presiding=order, casting_vote="presiding")
    here = ("chair" if led else "member-3", "member-1")
    other = "against" if vote == "for" else "for"
    elected = None if led and order else here[0]
    (item,) = asked(
        where,
        present=(*here, "member-2"),
        votes={here[0]: vote, here[1]: other},
        readings={"Q3": "elected"},
        elected=elected,
    ).items
    told = parts(item.verdict, "presiding.elected_decides")
    assert bool(told) is (elected is not None)
    assert item.adopted is (vote == "for")
