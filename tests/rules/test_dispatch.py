"""Notice, terms of the minutes, two signatures, approval, dissents, and how often the group meets."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from groups import asked, group, parts, profile, seat
from hypothesis import given
from hypothesis import strategies as st

from law189.audit.meeting import MeetingRecord, judge_record
from law189.law import Norm
from law189.profile.federal import load_calendar
from law189.profile.regulation import HowOften, Notice
from law189.rules.group.dispatch import notified
from law189.rules.group.frequency import held_often
from law189.verdict import Outcome

HOLDS, BREACH, UNKNOWN, VOID = Outcome.HOLDS, Outcome.BREACH, Outcome.UNKNOWN, Outcome.VOID
CITE = group().silence
MONDAY = date(2024, 3, 11)  # after 8 March, a holiday, and a weekend


def notice(**said):
    return Norm[Notice](value=said, basis=CITE)


# ─── Notice ──────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("unit", "sent_on", "outcome"),
    [
        ("calendar_days", date(2024, 3, 8), HOLDS),
        ("calendar_days", date(2024, 3, 9), BREACH),
        ("working_days", date(2024, 3, 5), HOLDS),
        ("working_days", date(2024, 3, 6), BREACH),
        ("working_days", None, UNKNOWN),
        ("calendar_days", None, UNKNOWN),
    ],
)
def test_a_notice_is_sent_so_many_days_before_the_meeting(unit, sent_on, outcome):
    verdict = notified(sent_on, None, MONDAY, notice(days=3, unit=unit), load_calendar())
    assert verdict.outcome is outcome


@pytest.mark.parametrize(("materials", "outcome"), [(True, HOLDS), (False, BREACH), (None, UNKNOWN)])
def test_the_materials_go_out_with_it_where_they_must(materials, outcome):
    said = notice(days=1, unit="calendar_days", materials=True)
    verdict = notified(date(2024, 3, 1), materials, MONDAY, said, None)
    assert verdict.outcome is outcome


@pytest.mark.parametrize("calendar", [None, load_calendar()])
def test_working_days_of_a_year_without_a_calendar_are_unknown_unless_surely_too_few(calendar):
    said = notice(days=3, unit="working_days")
    early, late = date(2031, 3, 3), date(2031, 3, 9)
    assert notified(early, None, date(2031, 3, 10), said, calendar).outcome is UNKNOWN
    assert notified(late, None, date(2031, 3, 10), said, calendar).outcome is BREACH


def test_a_meeting_is_told_of_its_notice_where_the_regulation_sets_a_term():
    municipality = profile(notice={"days": 3, "unit": "calendar_days"})
    assert asked(municipality).notice.outcome is UNKNOWN
    answer = asked(municipality, notice={"sent_on": "2024-03-10"})
    assert answer.notice.outcome is BREACH
    assert answer.as_json()["notice"]["outcome"] == "breach"
    assert asked(municipality, form="absentee").notice is None


# ─── Minutes ─────────────────────────────────────────────────────────────────────────────────────────────

WEEK = {"days": 3, "unit": "working_days"}
SEATS = [seat(one) for one in ("chair", "deputy", "member-1", "member-2", "secretary")]


def minutes(said, written):
    return asked(profile(seats=SEATS, minutes=said), minutes=written).minutes


@pytest.mark.parametrize(
    ("said", "written", "rule", "outcome"),
    [
        ({"drafted_within": WEEK}, {"drafted_on": "2024-03-14"}, "dispatch.drafted", HOLDS),
        ({"drafted_within": WEEK}, {"drafted_on": "2024-03-15"}, "dispatch.drafted", BREACH),
        ({"drafted_within": WEEK}, {}, "dispatch.drafted", UNKNOWN),
        ({"signed_within": WEEK}, {"signed_on": "2024-03-14"}, "dispatch.signed", HOLDS),
        ({"signed_within": WEEK}, {"signed_on": "2024-03-15"}, "dispatch.signed", BREACH),
        ({"signed_within": WEEK}, {}, "dispatch.signed", UNKNOWN),
        ({"sent_within": WEEK}, {"signed_on": "2024-03-15", "sent_on": "2024-03-20"}, "dispatch.sent", HOLDS),
        (
            {"sent_within": WEEK},
            {"signed_on": "2024-03-15", "sent_on": "2024-03-21"},
            "dispatch.sent",
            BREACH,
        ),
        ({"sent_within": WEEK}, {"sent_on": "2024-03-21"}, "dispatch.sent", UNKNOWN),
        ({"drafted_by": "presiding"}, {"drafted_by": "chair"}, "minutes.led_drafter", HOLDS),
        ({"drafted_by": "presiding"}, {"drafted_by": "member-1"}, "minutes.led_drafter", BREACH),
        ({"drafted_by": "presiding"}, {}, "minutes.led_drafter", UNKNOWN),
        ({"drafted_by": "secretary"}, {"drafted_by": "secretary"}, "minutes.drafter", HOLDS),
        ({"signed_by": ["presiding"]}, {"signed_by": ["chair"]}, "minutes.signer", HOLDS),
        ({"signed_by": "presiding"}, {"signed_by": "deputy"}, "minutes.signer", VOID),
        (
            {"signed_by": ["presiding", "secretary"]},
            {"signed_by": ["chair", "secretary"]},
            "minutes.secretary_signer",
            HOLDS,
        ),
        ({"signed_by": ["presiding", "secretary"]}, {"signed_by": "chair"}, "minutes.secretary_signer", VOID),
        ({"signed_by": ["secretary"]}, {}, "minutes.secretary_signer", UNKNOWN),
        ({"approved_by": "chair"}, {"approved_by": "chair"}, "minutes.approver", HOLDS),
        ({"approved_by": "chair"}, {"approved_by": "deputy"}, "minutes.approver", UNKNOWN),
        ({"approved_by": "chair"}, {"approved_by": "member-1"}, "minutes.approver", BREACH),
        ({"approved_by": "chair"}, {}, "minutes.approver", UNKNOWN),
        (
            {"dissents": "attached"},
            {"dissents": ["member-1"], "attached": ["member-1"]},
            "minutes.dissents",
            HOLDS,
        ),
        ({"dissents": "attached"}, {"dissents": ["member-1"], "attached": []}, "minutes.dissents", BREACH),
        ({"dissents": "attached"}, {"dissents": ["member-1"]}, "minutes.dissents", UNKNOWN),
        ({"copies_to": "members"}, {"copies_to": ["chair"]}, "minutes.copies", BREACH),
        ({"copies_to": "nobody"}, {}, "minutes.copies", HOLDS),
    ],
)
def test_the_minutes_are_what_the_regulation_says(said, written, rule, outcome):
    (part,) = parts(minutes(said, written), rule)
    assert part.outcome is outcome
    assert part.cites


def test_of_what_the_regulation_does_not_say_of_the_minutes_nothing_is_told():
    verdict = minutes({}, {"signed_on": "2024-03-11", "dissents": ["member-1"]})
    assert {part.rule for part in verdict.walk()} == {
        "meeting.minutes",
        "minutes.signed",
        "minutes.after_meeting",
    }
    assert verdict.outcome is HOLDS


# ─── How often ───────────────────────────────────────────────────────────────────────────────────────────


def often(at_least, per):
    return Norm[HowOften](value={"at_least": at_least, "per": per}, basis=CITE)


def test_a_period_that_ended_with_too_few_meetings_is_a_breach_and_one_that_runs_is_not():
    held = [date(2024, 1, 15), date(2024, 3, 20), date(2024, 4, 2)]
    owed = held_often(held, date(2024, 7, 1), often(2, "quarter"), since=date(2024, 1, 1))
    assert [(one.last_day, one.held, one.verdict.outcome) for one in owed] == [
        (date(2024, 3, 31), 2, HOLDS),
        (date(2024, 6, 30), 1, BREACH),
        (date(2024, 9, 30), 0, HOLDS),
    ]


def test_meetings_of_the_first_and_the_last_day_of_a_period_are_its_own():
    held = [date(2024, 1, 1), date(2024, 3, 31), date(2024, 4, 1)]
    owed = held_often(held, date(2024, 4, 1), often(2, "quarter"), since=date(2024, 1, 1))
    assert [one.held for one in owed] == [2, 1]


@pytest.mark.parametrize(("per", "number"), [("month", 12), ("quarter", 4), ("half_year", 2), ("year", 1)])
def test_a_year_has_its_periods(per, number):
    owed = held_often([], date(2024, 12, 31), often(1, per), since=date(2024, 1, 1))
    assert len(owed) == number
    assert owed[-1].last_day == date(2024, 12, 31)
    assert owed[-1].verdict.outcome is HOLDS


def test_the_period_in_which_the_norm_begins_is_not_owed_nor_is_any_where_they_meet_as_needed():
    assert held_often([], date(2024, 3, 31), often(1, "quarter"), since=date(2024, 1, 2)) == ()
    needed = Norm[HowOften](value="as_needed", basis=CITE)
    assert held_often([], date(2024, 3, 31), needed, since=date(2023, 1, 1)) == ()


@given(
    st.lists(st.dates(date(2024, 1, 1), date(2025, 12, 31)), max_size=8),
    st.dates(date(2024, 1, 1), date(2026, 1, 31)),
    st.sampled_from(["month", "quarter", "half_year", "year"]),
    st.integers(1, 3),
)
def test_one_more_meeting_never_makes_a_period_a_breach(held, on, per, at_least):
    before = held_often(held, on, often(at_least, per), since=date(2024, 1, 1))
    after = held_often([*held, on], on, often(at_least, per), since=date(2024, 1, 1))
    assert [one.last_day for one in before] == [one.last_day for one in after]
    for one, other in zip(before, after, strict=True):
        assert other.held >= one.held
        assert not (one.verdict.outcome is HOLDS and other.verdict.outcome is BREACH)


@given(
    st.lists(st.dates(date(2024, 1, 1), date(2025, 12, 31)), max_size=8),
    st.dates(date(2024, 1, 1), date(2026, 1, 31)),
    st.dates(date(2023, 11, 1), date(2024, 5, 1)),
    st.sampled_from([("month", 1), ("quarter", 3), ("half_year", 6), ("year", 12)]),
    st.integers(1, 3),
)
def test_each_whole_period_since_the_norm_is_owed_the_meetings_held_by_the_day(held, on, since, of, at_least):
    """By hand: a period is owed nothing before its last day is over, and a meeting of a later day is none yet."""
    per, months = of
    owed = held_often(held, on, often(at_least, per), since=since)
    begins = [date(year, month, 1) for year in range(2023, 2028) for month in range(1, 13, months)]
    expected = []
    for first, following in pairwise(begins):
        last_day = following - timedelta(1)
        if since <= first <= on:
            count = sum(first <= day <= last_day and day <= on for day in held)
            outcome = HOLDS if count >= at_least or on <= last_day else BREACH
            expected.append((first, last_day, count, outcome))
    assert [(one.first, one.last_day, one.held, one.verdict.outcome) for one in owed] == expected
    for one in owed:
        facts = {name: one.verdict.facts[name] for name in ("first", "last_day", "held", "needed")}
        assert facts == {"first": one.first, "last_day": one.last_day, "held": one.held, "needed": at_least}


def test_a_frequency_is_read_from_a_file_as_words_or_as_a_number():
    said = group(meetings={"at_least": 2, "per": "half_year"}).meetings.value
    assert (said.at_least, said.per.value) == (2, "half_year")
    assert group(meetings="as_needed").meetings.value == "as_needed"


def test_a_record_of_a_meeting_goes_to_json_and_back_with_all_it_may_hold():
    record = MeetingRecord.model_validate(
        {
            "profile": "small_town",
            "held_on": "2024-03-11",
            "present": ["chair"],
            "alternates": ["chair"],
            "proxies": {"member-1": "chair"},
            "guests": ["эксперт"],
            "notice": {"sent_on": "2024-03-01", "materials": True},
            "items": [
                {
                    "question": "План",
                    "votes": {"chair": "for"},
                    "opinions": {"member-2": "against"},
                    "conflicts": ["chair"],
                    "ballot": "secret",
                }
            ],
            "minutes": {"signed_by": ["chair", "secretary"], "dissents": ["chair"], "attached": ["chair"]},
        }
    )
    assert MeetingRecord.model_validate_json(record.model_dump_json()) == record
    assert judge_record(record, profile()).as_json()
