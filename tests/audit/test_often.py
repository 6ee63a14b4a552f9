"""Whether the meetings of a file were held as often as the regulation says."""

import copy
from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from groups import SMALL, profile, regulation, seat
from hypothesis import given
from hypothesis import strategies as st

from law189.audit.meeting import MeetingRecord, judge_record
from law189.audit.meeting.often import Met
from law189.profile.loader import load_profile

SEATS = [seat(one) for one in ("chair", "deputy", "member-1", "member-2")]
ALL = tuple(one["id"] for one in SEATS)


def told(per, days, present=ALL, **more):
    return judged(profile(seats=SEATS, meetings={"at_least": 1, "per": per}), days, present, **more)


def judged(town, days, present=ALL, **more):
    met = Met()
    for day in days:
        met.add(judge_record(MeetingRecord(profile=town.name, held_on=day, present=present, **more), town))
    return [(one.facts["first"], one.outcome.value) for one in met.often(town)]


@pytest.mark.parametrize(
    ("per", "days", "found"),
    [
        ("month", ["2024-06-14"], []),
        (
            "month",
            ["2024-06-14", "2024-08-16", "2024-09-13"],
            [(date(2024, 6, 1), "holds"), (date(2024, 7, 1), "breach"), (date(2024, 8, 1), "holds")],
        ),
        (
            "quarter",
            ["2024-06-14", "2024-10-01"],
            [(date(2024, 4, 1), "holds"), (date(2024, 7, 1), "breach")],
        ),
        (
            "half_year",
            ["2024-12-31", "2025-07-01"],
            [(date(2024, 7, 1), "holds"), (date(2025, 1, 1), "breach")],
        ),
        ("year", ["2024-03-14", "2024-12-31"], []),
        ("month", ["2024-08-16", "2024-06-14"], [(date(2024, 6, 1), "holds"), (date(2024, 7, 1), "breach")]),
    ],
)
def test_every_period_that_ended_between_the_first_and_the_last_meeting_is_judged(per, days, found):
    assert told(per, days) == found


def test_a_meeting_without_a_quorum_was_not_held_and_a_poll_is_no_meeting():
    days = ["2024-06-14", "2024-07-15"]
    assert told("month", days, present=("chair",)) == [(date(2024, 6, 1), "breach")]
    assert told("month", days, present=(), form="absentee") == []


def test_where_the_group_meets_as_needed_or_nothing_is_said_nothing_is_owed():
    for said in ({"meetings": "as_needed"}, {}):
        town, met = profile(seats=SEATS, **said), Met()
        for day in ("2024-01-10", "2024-12-10"):
            met.add(judge_record(MeetingRecord(profile=town.name, held_on=day, present=ALL), town))
        assert met.often(town) == ()


# ─── С какого дня норма действует ────────────────────────────────────────────────────────────────────────


def of_decree(issued, per="month", at_least=1, meetings=None, **keys):
    """A town whose decree of that day sets up the group; `keys` are other keys of the file."""
    act = {**SMALL["act"], "date": issued, **keys.pop("act", {})}
    often = meetings or {"at_least": at_least, "per": per}
    group = regulation(seats=SEATS, meetings=often)
    return load_profile({**copy.deepcopy(SMALL), "act": act, "working_group": group, "readings": {}, **keys})


def amended(since, *at, to, **cite):
    act = {"id": "my-99", "number": "99", "date": since, "title": {"ru": "Об изменениях", "en": "On changes"}}
    return [{"act": act, "since": since, "changes": [{"do": "set", "at": at, "to": to, **cite}]}]


def starts(found):
    return [first.isoformat() for first, _ in found]


@pytest.mark.parametrize(
    ("per", "days", "found"),
    [
        ("month", ["2023-09-25", "2023-11-01"], ["2023-10-01"]),
        ("quarter", ["2023-09-25", "2024-02-01"], ["2023-10-01"]),
        ("half_year", ["2023-11-12", "2024-07-02"], ["2024-01-01"]),
        ("year", ["2023-11-12", "2024-02-01"], []),
        ("year", ["2023-11-12", "2025-02-01"], ["2024-01-01"]),
    ],
)
def test_a_period_that_began_before_the_decree_owes_no_meeting(per, days, found):
    """A decree of 22.09.2023: its first month is October, its first half-year and year those of 2024."""
    assert starts(judged(of_decree("2023-09-22", per), days)) == found


def test_a_decree_that_holds_after_its_publication_owes_no_meeting_before_it():
    says = {"entry_into_force": {"value": "day_after_publication", "cite": "p1"}}
    days = ["2023-10-25", "2024-01-20"]
    published = of_decree("2023-09-22", act={"published_on": "2023-10-01"}, **says)
    assert starts(judged(published, days)) == ["2023-11-01", "2023-12-01"]
    assert starts(judged(of_decree("2023-09-22", **says), days)) == ["2023-10-01", "2023-11-01", "2023-12-01"]


def test_a_silent_decree_holds_from_the_day_that_reading_d5_says():
    days = ["2023-10-25", "2024-01-20"]
    for choice, found in (("on_signing", 3), ("on_publication", 2)):
        town = of_decree("2023-09-22", act={"published_on": "2023-10-05"}, readings={"D5": choice})
        assert len(judged(town, days)) == found


def test_a_part_of_the_decree_that_holds_later_owes_meetings_from_its_own_first_day():
    parts = [{"starts": "on_signing"}, {"starts": {"on_day": "2023-11-15"}, "of": ["app2.5"]}]
    town = of_decree("2023-09-22", entry_into_force={"value": parts, "cite": "p1"})
    assert starts(judged(town, ["2023-10-25", "2024-01-20"])) == ["2023-12-01"]


def test_an_amendment_of_something_else_leaves_the_period_in_which_it_came():
    casting = amended("2024-02-15", "working_group", "casting_vote", "value", to="presiding", cite="my-99/p1")
    town = of_decree("2023-09-22", "quarter", amendments=casting)
    assert starts(judged(town, ["2024-01-10", "2024-07-02"])) == ["2024-01-01", "2024-04-01"]


def test_an_amendment_that_brings_the_norm_owes_the_first_period_that_begins_under_it():
    often = {"value": {"at_least": 1, "per": "quarter"}, "cite": "my-99/p1"}
    brings = amended("2024-02-15", "working_group", "meetings", to=often)
    town = of_decree("2023-09-22", meetings="as_needed", amendments=brings)
    assert starts(judged(town, ["2024-01-10", "2024-07-02"])) == ["2024-04-01"]


def test_a_decree_that_was_repealed_or_suspended_owes_no_period_that_it_did_not_cover():
    days = ["2024-01-10", "2024-05-20"]
    repealed = of_decree("2023-09-22", lapses=[{"repealed_on": "2024-03-10", "cite": "p1"}])
    assert starts(judged(repealed, days)) == ["2024-01-01", "2024-02-01"]
    pause = {"since": "2024-02-10", "until": "2024-02-20"}
    suspended = of_decree("2023-09-22", lapses=[{"suspended": pause, "cite": "p1"}])
    assert starts(judged(suspended, days)) == ["2024-01-01", "2024-03-01", "2024-04-01"]


MONTHS = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}


@given(
    st.dates(date(2023, 1, 1), date(2024, 12, 31)),
    st.sampled_from([*MONTHS]),
    st.lists(st.dates(date(2023, 1, 1), date(2025, 12, 31)), min_size=1, max_size=4),
)
def test_law_no_period_is_owed_that_did_not_lie_under_the_norm(issued, per, days):
    found = judged(of_decree(issued.isoformat(), per), [day.isoformat() for day in days])
    assert all(issued <= first for first, _ in found)
    first, last = date(min(days).year, 1, 1), max(days)
    every = []
    while (end := first + relativedelta(months=MONTHS[per]) - timedelta(1)) < last:
        if first >= issued and end >= min(days):
            every.append(first)
        first = end + timedelta(1)
    assert [one for one, _ in found] == every
