"""The law of who may act: what a table and the options of any state say is what the engine takes.

Whoever takes a step that stands is among those whom the options name for it, from every state of the case before;
and where they name nobody, nobody is refused for being who he is.
"""

from datetime import date

import pytest
from drawn import drawn
from filled import filled
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size
from places import ROOT

from law189.cases.history import RecordAnnulled
from law189.profile.loader import load_profile
from law189.verdict import Outcome
from law189.workflows import LIFECYCLES, meeting

PROFILES = {
    name: profile
    for name in ("kemerovo", "novokuznetsk_district")
    for name, profile in ((name, load_profile(name)), (f"{name}, filled", filled(name)))
}
OUTSIDER = "сторонний"
cycles = pytest.mark.parametrize("lifecycle", LIFECYCLES, ids=lambda one: one.name)
ACTING = (
    "roles.acting",
    "minutes.signer",
    "minutes.secretary_signer",
    "minutes.present_signers",
    "minutes.drafter",
)


def option_of(lifecycle, history, profile, event):
    kind = type(event).model_fields["kind"].default
    return next(one for one in lifecycle.options(history, profile, event.on) if one.kind == kind)


def refused_for_who(verdict):
    return {one.rule for one in verdict.reasons(Outcome.VOID) if one.rule.startswith(ACTING)}


@cycles
@settings(max_examples=size(15, 300))
@given(data=st.data())
def test_the_options_name_whoever_may_take_the_step(lifecycle, data):
    profile = PROFILES[data.draw(st.sampled_from(sorted(PROFILES)))]
    found = drawn(lifecycle, profile, data)
    for place, after in enumerate(found[1:], start=1):
        event, outcome = after.records[-1].event, after.records[-1].verdict.outcome
        for before in found[:place]:
            told = option_of(lifecycle, before, profile, event).by
            if told is None:
                outsider = event.model_copy(update={"by": OUTSIDER})
                assert not refused_for_who(lifecycle.judge(found[place - 1], outsider, profile))
            elif outcome is Outcome.HOLDS and not isinstance(event, RecordAnnulled):
                assert event.by in told


@pytest.mark.parametrize("name", PROFILES)
def test_no_step_of_the_group_is_anybodys_in_any_state(name):
    profile = PROFILES[name]
    on = date(2024, 2, 1)
    told = {one.kind: one.by for one in meeting.lifecycle.options(meeting.lifecycle.begin("1"), profile, on)}
    group = {seat.id for seat in profile.latest.working_group.seats}
    for kind in ("opened", "not_held", "item_voted", "closed", "item_polled", "poll_closed", "poll_failed"):
        assert group <= {*told[kind]}, kind
    assert told["minutes_signed"]


def test_the_table_says_it_too():
    rows = (ROOT / "docs" / "reference" / "lifecycles.md").read_text(encoding="utf-8").splitlines()
    steps = {row.split("`")[1]: row.split(" | ")[3] for row in rows if row.startswith("| `")}
    assert steps["opened"] == steps["poll_failed"] == "whoever is of the group or keeps its minutes"
    assert steps["minutes_signed"] == "who signs the minutes by the regulation"
    assert steps["copies_sent"] == "anybody"
