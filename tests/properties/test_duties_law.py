"""The law of the open duties: a last day that `due` tells is one that `judge` holds the step to, and the other way.

A day that no act, no term of the plan and no paper of the case sets is no last day: a later step breaks nothing.
"""

from datetime import date, timedelta

import pytest
from drawn import drawn, right
from filled import acts, filled
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from night import size

from law189.profile.federal import shipped_data
from law189.profile.loader import load_profile
from law189.rules.periods import Absent
from law189.testing import begins
from law189.verdict import Outcome
from law189.workflows import LIFECYCLES

QUICK = {
    "deadline": None,
    "derandomize": True,
    "database": None,
    "suppress_health_check": [HealthCheck.too_slow, HealthCheck.data_too_large],
}
cycles = pytest.mark.parametrize("lifecycle", LIFECYCLES, ids=lambda one: one.name)


def in_calendar_days(name, **readings):
    """The decree with every term of its invented acts in calendar days, and no word on whether they move."""
    told = list(acts())
    for one in told:
        for fill in one["fills"]:
            if "term" in fill:
                fill["term"] = {**fill["term"], "unit": "calendar_days"}
    return load_profile({**shipped_data()["municipalities"][name], "adopted": told, "readings": readings})


PROFILES = (
    filled("kemerovo"),
    filled("novokuznetsk_district"),
    in_calendar_days("kemerovo"),
    in_calendar_days("novokuznetsk_district", D9="stays", D2="moves"),
)


def option(lifecycle, history, profile, on, kind):
    return next(one for one in lifecycle.options(history, profile, on) if one.kind == kind).verdict


def late_in(verdict):
    """What is told to be late, each with its last day where it tells one."""
    return [
        part.facts.get("last_day", part.facts.get("ends_on"))
        for part in verdict.walk()
        if part.outcome is Outcome.BREACH and part.facts.get("late")
    ]


def broken(lifecycle, history, profile, on, kind, data):
    """What is broken by the right step of that day, as far as it can be taken on it."""
    found = [part.rule for part in option(lifecycle, history, profile, on, kind).walk()]
    event = right(lifecycle, history, profile, on, kind, data)
    if event is not None:
        taken = event.model_copy(update={"on": on})
        found = [part.rule for part in lifecycle.judge(history, taken, profile).walk() if broke(part)]
    return set(found)


def broke(part):
    return part.outcome is Outcome.BREACH and not part.parts


def agree(lifecycle, data, met):
    profile = data.draw(st.sampled_from(PROFILES))
    history = drawn(lifecycle, profile, data, steps=8)[-1]
    on = (history.last_day or begins(profile)[0]) + timedelta(data.draw(st.integers(0, 500)))
    duties = lifecycle.due(history, profile, on)
    for duty in duties:
        late = late_in(option(lifecycle, history, profile, on, duty.kind))
        first = next(one for one in duties if one.kind == duty.kind)  # of several the earliest is taken first
        if duty.overdue and late:
            assert first.last_day == min(late)
        if late:
            assert first.overdue, (duty.kind, late)
        if duty is not first:
            assert None in (duty.last_day, first.last_day) or duty.last_day >= first.last_day
            continue
        if duty.last_day is None or duty.last_day.year >= 2027:
            assert not duty.overdue
            continue
        assert duty.ends.absent is None
        met.add(duty.kind)
        last_day = max(duty.last_day, history.last_day or date.min)
        next_day = last_day + timedelta(1)
        before = broken(lifecycle, history, profile, last_day, duty.kind, data)
        after = broken(lifecycle, history, profile, next_day, duty.kind, data)
        assert after - before or last_day > duty.last_day, f"{duty.kind}: nobody says {last_day} but due"


@cycles
def test_the_last_day_of_a_duty_is_the_one_that_the_step_is_held_to(lifecycle):
    met = set()

    @settings(max_examples=size(80, 1500), **QUICK)
    @given(st.data())
    def tried(data):
        agree(lifecycle, data, met)

    tried()
    assert met


@cycles
def test_a_step_that_only_the_library_assumes_has_no_term_unless_judge_tells_one(lifecycle):
    for clause in lifecycle.clauses:
        if clause.duty is not None and clause.until is not None:
            assert clause.kind in {"fulfilled", "opened", "terminated"}, clause.kind
    assert Absent.NO_TERM.text.en == "there is no term"
