"""Whether the meetings of a file were held as often as the regulation says."""

from datetime import date

import pytest
from groups import profile, seat

from law189.audit.meeting import MeetingRecord, judge_record
from law189.audit.often import Met

SEATS = [seat(one) for one in ("chair", "deputy", "member-1", "member-2")]
ALL = tuple(one["id"] for one in SEATS)


def told(per, days, present=ALL, **more):
    town = profile(seats=SEATS, meetings={"at_least": 1, "per": per})
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
