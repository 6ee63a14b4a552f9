"""The same question has the same answer, whatever was asked before it."""

from datetime import timedelta

from filled import filled
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size

from law189 import load_profile
from law189.cases.moment import Moment
from law189.testing import RIGHT, begins, right_step
from law189.testing.spoils import spoilt
from law189.workflows import LIFECYCLES

MAKERS = (
    lambda: load_profile("kemerovo"),
    lambda: load_profile("novokuznetsk_district"),
    lambda: filled.__wrapped__("kemerovo"),
    lambda: filled.__wrapped__("novokuznetsk_district"),
)
PROFILES = [make() for make in MAKERS]


@st.composite
def questions(draw, index):
    """A step in a history that right steps have reached, right or with another fact."""
    profile, lifecycle = PROFILES[index], draw(st.sampled_from(LIFECYCLES))
    history, on = lifecycle.begin("1"), draw(st.sampled_from(begins(profile)))
    for length in range(draw(st.integers(0, 5)), -1, -1):
        on += timedelta(draw(st.integers(0, 3)))
        kind = draw(st.sampled_from([c.kind for c in lifecycle.clauses if history.state in c.source]))
        case = Moment(on, history, profile)
        event = draw(right_step(case, RIGHT[lifecycle.name][kind]))
        stopped = lifecycle.judge(history, event, profile).stops
        if length == 0 or stopped:
            return lifecycle, history, draw(st.one_of(st.just(event), spoilt(event, case)))
        after = lifecycle.advance(history, event, profile)
        if not any(after.state in clause.source for clause in lifecycle.clauses):
            return lifecycle, history, event
        history = after
    raise AssertionError("the last length is 0")


@settings(max_examples=size(40, 150))
@given(st.data(), st.integers(0, len(MAKERS) - 1))
def test_an_answer_does_not_depend_on_what_was_asked_before(data, index):
    lifecycle, history, event = data.draw(questions(index))
    other, its_history, its_event = data.draw(questions(index))
    alone, asked = MAKERS[index](), MAKERS[index]()  # profiles that nobody has asked anything
    other.judge(its_history, its_event, asked)
    other.options(its_history, asked, its_event.on)
    first = lifecycle.judge(history, event, alone).as_json()
    assert lifecycle.judge(history, event, asked).as_json() == first
    assert lifecycle.judge(history, event, asked).as_json() == first
