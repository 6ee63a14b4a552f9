"""Strategies for meetings: what the law files in this folder draw from."""

from hypothesis import settings
from hypothesis import strategies as st
from night import size

from law189.audit.meeting import MeetingRecord, judge_record
from law189.profile.loader import load_profile
from law189.readings import READINGS
from law189.testing.strategies import QUESTIONS

PROFILES = {name: load_profile(name) for name in ("kemerovo", "novokuznetsk_district")}
SEATS = {name: [seat.id for seat in p.latest.working_group.seats] for name, p in PROFILES.items()}
CODES = ("Q1", "Q2", "Q3", "V1", "V2", "V3")
KINDS = ("order-proposals", "plan-measures", "request-information", "festival", None)
STRANGERS = ("member-9", "mayor", "secretary", "{x}", "{}", "{0.__class__}", "%s")
VOTES = ("for", "against", "abstain")

law = settings(max_examples=size(30, 100))
"""How long a law is tried; the same examples every time, so that a red run is red again."""


def judge(meeting):
    """The library's answer to a meeting as JSON holds it."""
    return judge_record(MeetingRecord.model_validate(meeting), PROFILES[meeting["profile"]])


def choices(codes=CODES):
    """A choice of some of the readings."""
    listed = {code: st.sampled_from(sorted(READINGS[code].choices)) for code in codes}
    return st.fixed_dictionaries({}, optional=listed)


days = st.sampled_from(("2023-09-21", "2023-09-22", "2023-09-29", "2023-10-02", "2023-10-03", "2024-02-29"))


def meetings(strangers=STRANGERS):
    """A meeting, right or wrong in every part, with any part left out."""
    return st.one_of([meetings_of(name, strangers) for name in PROFILES])


def meetings_of(name, strangers=STRANGERS):
    """Meetings of one group."""
    seats = SEATS[name]
    anybody = st.sampled_from([*seats, *strangers])
    ballot = st.fixed_dictionaries({"seat": anybody, "vote": st.sampled_from(VOTES)})
    item = st.fixed_dictionaries(
        {
            "question": QUESTIONS,
            "votes": st.lists(ballot, max_size=len(seats)),
            "kind": st.sampled_from(KINDS),
        }
    )
    agenda = st.fixed_dictionaries({}, optional={"approved_by": anybody, "approved_on": days})
    minutes = st.fixed_dictionaries(
        {},
        optional={
            "drafted_by": anybody,
            "signed_by": anybody,
            "signed_on": days,
            "copies_to": st.lists(anybody, max_size=3) | st.just(seats),
        },
    )
    enough = st.permutations(seats).flatmap(
        lambda order: st.integers(len(seats) // 2, len(seats)).map(lambda size: order[:size])
    )
    needed = {
        "profile": st.just(name),
        "held_on": days,
        "present": st.lists(anybody, max_size=len(seats)) | enough,
    }
    optional = {
        "vacant": st.lists(anybody, max_size=2),
        "elected": anybody,
        "items": st.lists(item, max_size=2),
        "agenda": agenda,
        "minutes": minutes,
        "readings": choices(),
    }
    return st.fixed_dictionaries(needed, optional=optional)
