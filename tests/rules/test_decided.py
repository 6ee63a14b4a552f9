"""A question decided twice at one meeting: which of the two counts nobody says, so a person must."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law189.law import Citation, Text
from law189.rules.votes.decided import again
from law189.verdict import Outcome

CITE = Citation("town-5", "p3", Text("п. 3", "item 3"))
QUESTIONS, KINDS = st.sampled_from(("План", "Перечень")), st.sampled_from((None, "plan-measures"))
SAID = st.sampled_from((True, False, None))
BEFORE = st.lists(st.tuples(QUESTIONS, KINDS, SAID), max_size=4)


@given(QUESTIONS, KINDS, SAID, BEFORE)
def test_only_the_other_answer_to_the_same_question_of_the_same_kind_leaves_open_which_counts(
    question, kind, adopted, before
):
    """By hand: yes after no, or no after yes; what was not decided is neither."""
    other = {True: False, False: True}.get(adopted, "neither")
    turned = (question, kind, other) in before
    verdict = again(question, kind, adopted, before, CITE)
    assert (verdict is not None) is turned
    if verdict is not None:
        assert (verdict.rule, verdict.outcome) == ("sitting.decided_twice", Outcome.UNKNOWN)
        assert (verdict.facts["before"], verdict.facts["now"], verdict.cites) == (other, adopted, (CITE,))


@pytest.mark.parametrize(
    ("was", "now", "words"),
    [
        (True, False, "уже решали: принято; теперь: не принято"),
        (False, True, "уже решали: не принято; теперь: принято"),
    ],
)
def test_both_answers_are_told(was, now, words):
    verdict = again("План", None, now, [("План", None, was)])
    assert words in verdict.text.ru
    assert "какое решение действует, положение не говорит" in verdict.text.ru
