"""Meetings and polls of drawn groups: the library and an oracle written from the words alone agree on every one.

The oracle answers of counting: who is there, who presides, the quorum, what is not counted, what is silent, and
what is adopted. It imports nothing of the library, and its author did not see the rules.
"""

import copy

import group_oracle
import pytest
from bad_profiles import small
from group_drawn import cases
from group_worked import WORKED
from hypothesis import given, settings
from night import size

from law189.audit.meeting import MeetingRecord, judge_record
from law189.profile.loader import load_profile
from law189.verdict import Outcome

MARKS = {Outcome.HOLDS: "decided", Outcome.VOID: "void", Outcome.UNKNOWN: "unknown"}
SMALL = small()


def profile_of(group):
    """A profile whose decree sets up that group."""
    group = copy.deepcopy(group)
    readings = group.pop("readings", {})
    return load_profile({**copy.deepcopy(SMALL), "working_group": group, "readings": readings})


def answered(group, meeting):
    """The library's answer to a meeting as JSON holds it."""
    record = {key: value for key, value in meeting.items() if value is not None}
    profile = profile_of(group)
    return judge_record(MeetingRecord.model_validate({"profile": profile.name, **record}), profile)


def refused(verdicts):
    """The seats whose entries are not counted in breach; guests by the word that the oracle has for them."""
    found = [part for verdict in verdicts for part in verdict.walk() if part.outcome is Outcome.BREACH]
    told = {part.facts["seat"] for part in found if not part.parts and "seat" in part.facts}
    return told | {"invited" for part in found if part.rule == "quorum.guests"}


def silent(*verdicts):
    """The norms of which a verdict says that the regulation is silent."""
    parts = [part for verdict in verdicts for part in verdict.walk() if part.rule == "force.silent"]
    return {part.facts["path"].removeprefix("working_group.") for part in parts}


def compare(group, meeting):
    """Where the two answers differ, as pairs."""
    said, told = group_oracle.answer(group, meeting), answered(group, meeting)
    alike = {
        "presiding": (said["presiding"], told.presiding_seat),
        "known": (said["presiding_known"], told.presiding.outcome is not Outcome.UNKNOWN),
        "quorum": (said["quorum"] or told.quorum.outcome.value, told.quorum.outcome.value),
        "breaches": ({entry for _, entry in said["breaches"]}, refused([told.attendance])),
        "items": (len(said["items"]), len(told.items)),
    }
    if said["form"] == "meeting":
        voteless = [part for part in told.attendance.parts if part.rule == "quorum.voteless"]
        came = len(said["present"]) + len([part for part in voteless if part.facts["counted"]])
        alike["present"] = (came, told.attendance.facts["present"])
    for place, (one, item) in enumerate(zip(said["items"], told.items, strict=True)):
        decision, *beside = item.verdict.parts
        alike[f"adopted {place}"] = (one["adopted"], item.adopted)
        alike[f"mark {place}"] = (one["mark"], MARKS[decision.outcome])
        # A vote that silence on proxies leaves out for one reason or another is in breach: the oracle, which takes
        # what is in breach for the same reason under every norm that there could be, does not tell it.
        either = set(meeting.get("proxies") or {}) & set(meeting["items"][place].get("conflicts") or ())
        either = set() if "proxies" in group else either
        wanted = {entry for _, entry in one["breaches"]}
        alike[f"breaches {place}"] = (wanted - either, refused(beside) - either)
        wanted = {key for key in one["silent"] if key in ("opinions", "conflict_of_interest")}
        alike[f"silent {place}"] = (wanted, silent(*beside) & {"opinions", "conflict_of_interest"})
        whys = [why.removesuffix(" silent") for why in one["why"] if why.endswith(" silent")]
        asks = {f"profile.working_group.{why}" for why in whys}
        if one["mark"] == "unknown":
            alike[f"asks {place}"] = (asks, {ask.path for ask in decision.asks if ask.path in asks})
    return {what: pair for what, pair in alike.items() if pair[0] != pair[1]}


@settings(max_examples=size(200, 20_000))
@given(cases())
def test_the_library_and_the_oracle_agree_on_every_group_that_is_drawn(case):
    assert compare(*case) == {}


UNWRITTEN = (
    "a group of one without a chair: 1 of 1, nobody presides",
    "an opinion that does not count is no vote",
    "nobody came: 0 of 5",
)
"""What no file of a meeting or of a group can say, and the oracle answers of all the same."""


@pytest.mark.parametrize(
    ("group", "meeting"),
    [
        pytest.param(*worked.values[:2], id=worked.id)
        for worked in WORKED
        if worked.id not in UNWRITTEN and "held_on" in worked.values[1]
    ],
)
def test_the_library_and_the_oracle_agree_on_every_example_that_was_worked_by_hand(group, meeting):
    """What is drawn seldom meets each of them."""
    assert compare(group, meeting) == {}
