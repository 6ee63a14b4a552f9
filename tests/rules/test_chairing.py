"""Who is the chair, who may act for the chair, and what follows where it is not recorded who led."""

import pytest
from groups import asked, group, parts, profile, seat

from law189.audit.meeting import MeetingRecord, judge_record
from law189.profile.loader import load_profile
from law189.rules.group.chairing import Unrecorded, as_chair, as_leader, in_office, led_by
from law189.rules.group.sitting import Sitting
from law189.verdict import DECISION, Outcome
from law189.workflows.meeting import (
    Closed,
    Convened,
    ItemVoted,
    MinutesDrafted,
    MinutesSigned,
    NotHeld,
    Opened,
    lifecycle,
)

HOLDS, BREACH, UNKNOWN, VOID = Outcome.HOLDS, Outcome.BREACH, Outcome.UNKNOWN, Outcome.VOID
KEMEROVO = load_profile("kemerovo")
SIX = tuple(f"member-{number}" for number in range(1, 7))
DAY = "2024-03-11"
CHAIR_APPROVES = {"signed_by": "presiding", "approved_by": "chair", "copies_to": "nobody"}
ACTING = pytest.mark.provision("kemerovo-2993/app3.5.2", "novokuznetsk-277/app4.5.1")


def six_members(**said):
    """The meeting of six members of Kemerovo, without the chair and the deputy, who may elect one of themselves."""
    record = {
        "profile": "kemerovo",
        "held_on": "2023-10-02",
        "present": list(SIX),
        "items": [{"question": "План", "kind": "plan-measures", "votes": dict.fromkeys(SIX, "for")}],
        "agenda": {"approved_by": "member-3", "approved_on": "2023-09-29"},
        "minutes": {
            "signed_by": "member-3",
            "signed_on": "2023-10-03",
            "copies_to": ["chair", "deputy", *(f"member-{number}" for number in range(1, 9))],
        },
        "readings": {"Q3": "elected"},
    }
    return judge_record(MeetingRecord.model_validate({**record, **said}), KEMEROVO)


def told(verdict, rule):
    """The outcome of the one part that the rule says."""
    (one,) = parts(verdict, rule)
    return one.outcome


# ─── Who led is not recorded ─────────────────────────────────────────────────────────────────────────────


def test_a_meeting_whose_elected_leader_is_recorded_holds():
    assert six_members(elected="member-3").outcome is HOLDS


def test_where_whom_they_elected_is_not_recorded_nothing_is_void_or_a_breach_and_all_ask_for_it():
    answer = six_members()
    assert answer.outcome is UNKNOWN
    for verdict, rule in ((answer.agenda, "agenda.approver"), (answer.minutes, "minutes.signer")):
        (one,) = parts(verdict, rule)
        assert (one.outcome, [ask.path for ask in one.asks]) == (UNKNOWN, ["meeting.elected"])
    assert answer.presiding.asks[0].path == "meeting.elected"


def test_where_nobody_may_lead_the_minutes_of_another_are_void_as_before():
    answer = six_members(readings={})
    assert answer.presiding.outcome is VOID
    assert told(answer.minutes, "minutes.signer") is VOID
    assert told(answer.agenda, "agenda.approver") is BREACH


def test_one_who_could_not_have_led_approved_the_agenda_in_breach_whoever_was_elected():
    for who in ("mayor", "member-8"):
        answer = six_members(agenda={"approved_by": who, "approved_on": "2023-09-29"})
        assert told(answer.agenda, "agenda.approver") is BREACH


def test_who_is_recorded_as_having_led_and_may_have_been_elected_is_no_breach():
    answer = six_members(presided="member-3")
    assert not parts(answer.presiding, "presiding.led_by")
    assert told(six_members(presided="member-8").presiding, "presiding.led_by") is BREACH


def test_a_silent_regulation_leaves_the_signature_unknown_and_an_election_answers_it():
    where = profile(presiding=None, agenda="presiding", minutes={"signed_by": "presiding"})
    kept = {
        "agenda": {"approved_by": "member-1", "approved_on": DAY},
        "minutes": {"signed_by": "member-1", "signed_on": DAY},
    }
    silent = asked(where, **kept)
    assert told(silent.minutes, "minutes.signer") is UNKNOWN
    assert told(silent.agenda, "agenda.approver") is UNKNOWN
    elected = asked(where, elected="member-1", **kept)
    assert told(elected.minutes, "minutes.signer") is HOLDS
    assert told(elected.agenda, "agenda.approver") is HOLDS
    assert not parts(asked(where, presided="member-1", **kept).presiding, "presiding.led_by")


def test_by_steps_too_the_signature_and_the_agenda_are_unknown_until_it_is_recorded_who_was_elected():
    readings = {"Q3": "elected"}
    convened = Convened(on="2023-09-29", by="member-3", held_on="2023-10-02", readings=readings)
    history = lifecycle.advance(lifecycle.begin("1"), convened, KEMEROVO)
    opened = lifecycle.judge(history, Opened(on="2023-10-02", by="member-1", present=SIX), KEMEROVO)
    assert opened.outcome is UNKNOWN
    assert told(opened, "agenda.approver") is UNKNOWN
    right = Opened(on="2023-10-02", by="member-1", present=SIX, elected="member-3")
    assert lifecycle.judge(history, right, KEMEROVO).outcome is HOLDS


def test_a_drafter_who_may_have_led_is_asked_who_led():
    where = profile(minutes={"drafted_by": "presiding"})
    (one,) = parts(
        asked(
            where,
            present=("member-1", "member-2", "member-3"),
            minutes={"drafted_by": "member-1"},
            readings={"Q3": "elected"},
        ).minutes,
        "minutes.led_drafter",
    )
    assert (one.outcome, [ask.path for ask in one.asks]) == (UNKNOWN, ["meeting.elected"])


def test_a_meeting_that_any_of_several_could_lead_was_not_left_unheld_for_want_of_a_leader():
    seats = [seat(one) for one in ("co-chair-1", "co-chair-2", "member-1", "member-2")]
    where = profile(seats=seats, presiding=["co-chair"], presiding_by="in_turn", agenda="presiding")
    history = lifecycle.advance(lifecycle.begin("1"), Convened(on=DAY, by="co-chair-1", held_on=DAY), where)
    for present, outcome in (
        (("co-chair-1", "co-chair-2", "member-1"), BREACH),
        (("co-chair-1", "member-1"), BREACH),
        (("member-1", "member-2"), HOLDS),
        (("co-chair-1",), HOLDS),
    ):
        step = NotHeld(on=DAY, by="co-chair-1", present=present)
        assert told(lifecycle.judge(history, step, where), "meeting.in_vain") is outcome, present


@pytest.mark.parametrize(
    ("hands", "presiding", "unrecorded", "outcome"),
    [
        (("chair",), "chair", None, True),
        (("deputy",), "chair", None, False),
        (("chair",), None, None, False),
        (("chair",), None, Unrecorded(("chair", "deputy"), (DECISION,)), None),
        (("mayor",), None, Unrecorded(("chair", "deputy"), (DECISION,)), None),
        (None, "chair", None, None),
    ],
)
def test_whether_one_of_the_hands_led(hands, presiding, unrecorded, outcome):
    assert led_by(hands, presiding, unrecorded) is outcome


def test_a_sitting_says_who_may_have_led_and_what_would_tell_it():
    group_of = KEMEROVO.latest.working_group
    unrecorded = Sitting(group_of, SIX, choices={"Q3": "elected"}).unrecorded
    assert (unrecorded.may, [ask.path for ask in unrecorded.asks]) == (SIX, ["event.elected"])
    for known in (Sitting(group_of, SIX), Sitting(group_of, ("chair", *SIX))):
        assert known.unrecorded is None


# ─── Who may act for the chair ───────────────────────────────────────────────────────────────────────────


@ACTING
@pytest.mark.parametrize(
    ("who", "chair", "leader"),
    [("chair", True, True), ("deputy", None, None), ("member-1", False, False), ("mayor", False, False)],
)
def test_the_deputy_acts_for_the_chair_where_the_chair_is_absent_which_a_person_says(who, chair, leader):
    for group_of in (KEMEROVO.latest.working_group, group()):
        assert (as_chair(who, group_of), as_leader(who, group_of)) == (chair, leader)


def test_where_the_regulation_does_not_say_who_leads_any_seat_may_have_led_and_none_is_the_chair():
    silent = group(presiding=None)
    assert (as_chair("member-1", silent), as_leader("member-1", silent)) == (False, None)
    first = group(presiding=["deputy", "chair"])
    assert (as_chair("deputy", first), as_leader("deputy", first)) == (None, True)


@ACTING
@pytest.mark.parametrize(
    ("who", "outcome"),
    [("chair", HOLDS), ("deputy", UNKNOWN), ("member-1", BREACH), ("mayor", BREACH), (None, UNKNOWN)],
)
@pytest.mark.parametrize("present", [("chair", "deputy", "member-1"), ("deputy", "member-1", "member-2")])
def test_minutes_and_agenda_that_are_the_chairs_to_approve_are_answered_alike(who, outcome, present):
    where = profile(agenda="chair", minutes=CHAIR_APPROVES)
    answer = asked(
        where,
        present=present,
        agenda={"approved_by": who, "approved_on": DAY},
        minutes={"approved_by": who, "signed_by": present[0], "signed_on": DAY},
    )
    assert told(answer.agenda, "agenda.chair_approver") is outcome
    (minutes,) = parts(answer.minutes, "minutes.approver")
    assert minutes.outcome is outcome
    if outcome is UNKNOWN:
        asks = (DECISION,) if who else minutes.asks
        assert minutes.asks == asks
        assert who is None or ("absent" in minutes.text.en and "отсутствие" in minutes.text.ru)


def test_the_head_of_a_subgroup_and_the_chair_of_the_group_approve_the_minutes_of_the_subgroup():
    sub = {
        "id": "experts",
        "title": {"ru": "Эксперты", "en": "Experts"},
        "seats": ["member-1", "member-2"],
        "head": "member-1",
        "cite": "app3",
    }
    where = profile(minutes=CHAIR_APPROVES, other={"subgroups": [sub]})
    for who, outcome in (("member-1", HOLDS), ("chair", HOLDS), ("deputy", UNKNOWN), ("member-2", BREACH)):
        answer = asked(
            where, present=("member-1", "member-2"), subgroup="experts", minutes={"approved_by": who}
        )
        assert told(answer.minutes, "minutes.approver") is outcome, who


def test_of_a_composition_without_a_chair_nobody_can_be_told_to_be_one():
    seats = [seat(one) for one in ("co-chair-1", "co-chair-2", "member-1")]
    where = group(seats=seats, presiding=["co-chair"])
    assert {as_chair(who, where) for who in ("chair", "co-chair-1", "member-1")} == {None}


def test_an_office_is_held_by_the_first_of_its_seats_that_is_there():
    seats = group().by_id
    assert in_office(seats, "chair", ("deputy", "chair")) == "chair"
    assert in_office(seats, "member", ("member-3", "member-2")) == "member-2"
    assert in_office(seats, "deputy", ("chair",)) is None


def test_the_step_of_signing_asks_who_was_absent_where_the_deputy_approved():
    where = profile(agenda="chair", minutes=CHAIR_APPROVES)
    history = lifecycle.begin("1")
    here = ("deputy", "member-1", "member-2")
    for step in (
        Convened(on=DAY, by="chair", held_on=DAY),
        Opened(on=DAY, by="deputy", present=here),
        ItemVoted(on=DAY, by="deputy", question="План", votes=dict.fromkeys(here, "for")),
        Closed(on=DAY, by="deputy"),
        MinutesDrafted(on=DAY, by="deputy"),
    ):
        history = lifecycle.advance(history, step, where)
    signed = MinutesSigned(on=DAY, by="deputy", approved_by="deputy")
    assert told(lifecycle.judge(history, signed, where), "minutes.approver") is UNKNOWN
