"""The law of lives that are filled in by `needs` alone: no later step wants what an earlier one did not ask for."""

import pytest
from drawn import moment
from filled import filled
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size

from law189.testing import RIGHT, begins, walk
from law189.verdict import Outcome
from law189.workflows import LIFECYCLES

TOWNS = {name: filled(name) for name in ("kemerovo", "novokuznetsk_district")}
BY_NATURE = {
    "roles.acting",
    "eligibility.licensed",
}
"""What a right step itself may be drawn without."""
cycles = pytest.mark.parametrize("lifecycle", LIFECYCLES, ids=lambda one: one.name)


def needed_only(event, needs):
    """The step with the facts that the form asks for, and no other."""
    asked = {fact.name for fact in needs}
    fields = type(event).model_fields
    loose = {name: one for name, one in fields.items() if not one.is_required() and name not in asked}
    return event.model_copy(
        update={
            name: one.get_default(call_default_factory=True) for name, one in loose.items() if name != "kind"
        }
    )


@cycles
def test_a_life_by_needs_alone_is_told_nothing_that_the_whole_one_is_not(lifecycle):
    @settings(max_examples=size(3, 40))
    @given(st.sampled_from(sorted(TOWNS)), st.data())
    def tried(way, name, data):
        profile = TOWNS[name]
        histories = {"whole": lifecycle.begin("1"), "bare": lifecycle.begin("1")}
        for step in walk.path(data.draw, lifecycle, way):
            history = histories["whole"]
            on = history.last_day or begins(profile)[0]
            event = RIGHT[lifecycle.name][step.kind](moment(history, profile, on), data.draw)
            option = next(
                one
                for one in lifecycle.options(histories["bare"], profile, event.on)
                if one.kind == step.kind
            )
            steps = {"whole": event, "bare": needed_only(event, option.needs)}
            said = {}
            for which, taken in steps.items():
                histories[which], said[which] = lifecycle.happened(histories[which], taken, profile)
            told = {which: wrong(verdict) for which, verdict in said.items()}
            assert told["bare"] <= told["whole"] | BY_NATURE, (step.kind, told)

    for way in walk.ways(lifecycle):
        tried(way)


def wrong(verdict):
    return {part.rule for part in verdict.reasons(Outcome.BREACH, Outcome.UNKNOWN, Outcome.VOID)}
