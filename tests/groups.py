"""Invented regulations of a working group, and meetings of them: each norm is given by its value, or left out."""

import copy

from bad_profiles import small

from law189.audit.meeting import MeetingRecord, judge_record
from law189.profile.loader import load_profile

SMALL = small()
HALF = {"at_least": "1/2", "of": "members"}
CAST = {"more_than": "1/2", "of": "present"}
NORMS = {"presiding": ["chair", "deputy"], "quorum": HALF, "adoption": CAST, "casting_vote": "nobody"}
"""What every invented regulation says unless a test leaves it out (None) or says otherwise."""
IDS = ("chair", "deputy", "member-1", "member-2", "member-3")


def seat(seat_id, **more):
    return {"id": seat_id, "role": seat_id.rstrip("-0123456789"), "cite": "app3", **more}


def regulation(*, seats=None, other=None, **norms):
    """The working group of a profile; `other` are keys that are no norms."""
    said = {name: value for name, value in {**NORMS, **norms}.items() if value is not None}
    written = {name: {"value": value, "cite": "app2.5"} for name, value in said.items()}
    return {"seats": seats or [seat(one) for one in IDS], **written, **(other or {})}


def profile(**said):
    """The profile of an invented municipality with that regulation."""
    group = regulation(**said)
    return load_profile({**copy.deepcopy(SMALL), "working_group": group, "readings": {}})


def groupless():
    """The profile of a municipality whose decree sets up no working group."""
    return load_profile({key: value for key, value in copy.deepcopy(SMALL).items() if key != "working_group"})


def group(**said):
    return profile(**said).latest.working_group


def asked(municipality, *, present=("chair", "deputy", "member-1"), votes=None, item=None, **record):
    """The library's answer to a meeting of one question, or of none where there are no votes."""
    items = (
        [] if votes is None and item is None else [{"question": "План", "votes": votes or {}, **(item or {})}]
    )
    written = {"profile": "small_town", "held_on": "2024-03-11", "items": items, **record}
    if record.get("form") != "absentee":
        written["present"] = list(present)
    return judge_record(MeetingRecord.model_validate(written), municipality)


def parts(verdict, rule):
    """The parts of a verdict that one rule says."""
    return [part for part in verdict.walk() if part.rule == rule]
