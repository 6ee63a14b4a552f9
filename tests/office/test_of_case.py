"""The record of a meeting's case: judged as a whole it says what the steps said, as far as the case has come."""

import pytest
import stories
from pydantic import ValidationError

from law189.audit.meeting import MeetingRecord, judge_record
from law189.cases.given.meeting import NoticeGiven
from law189.law import Law189Error
from law189.office.papers.document import as_text
from law189.office.papers.minutes import minutes_of
from law189.office.papers.of_case import record_of
from law189.profile.loader import load_profile
from law189.verdict import Outcome
from law189.workflows import certificate, meeting

KEMEROVO = load_profile("kemerovo")
SEATS = ("chair", "deputy", "member-1", "member-2", "member-3")
VOTES = dict.fromkeys(SEATS[:4], "for") | {SEATS[4]: "against"}
ASKED = {"question": "План", "question_kind": "plan-measures", "votes": VOTES}
STEPS = (
    meeting.Convened(on="2023-09-29", by="chair", held_on="2023-10-02"),
    meeting.Opened(on="2023-10-02", by="chair", present=SEATS, notice=NoticeGiven(sent_on="2023-09-25")),
    meeting.ItemVoted(on="2023-10-02", by="chair", **ASKED),
    meeting.Closed(on="2023-10-02", by="chair"),
    meeting.MinutesDrafted(on="2023-10-03", by="member-1"),
    meeting.MinutesSigned(on="2023-10-04", by="chair"),
    meeting.CopiesSent(on="2023-10-05", by="member-1", copies_to=SEATS),
)


def held(*events):
    history = meeting.lifecycle.begin("1")
    for event in events:
        history, _ = meeting.lifecycle.happened(history, event, KEMEROVO)
    return history


@pytest.mark.parametrize("count", range(1, len(STEPS) + 1))
def test_a_record_has_what_the_steps_have(count):
    record = record_of(held(*STEPS[:count]), KEMEROVO)
    answer = judge_record(record, KEMEROVO)
    assert (record.held_on.isoformat(), record.agenda.approved_by) == ("2023-10-02", "chair")
    assert record.present == (SEATS if count > 1 else ())
    assert [one.adopted for one in answer.items] == ([True] if count > 2 else [])
    assert (record.minutes is not None) == (count > 4)
    assert as_text(minutes_of(answer, KEMEROVO, "ru"))
    if count == len(STEPS):
        assert (record.minutes.signed_by, record.minutes.copies_to) == ("chair", SEATS)


def test_what_a_whole_meeting_comes_to_is_what_its_steps_came_to():
    history = stories.STORIES["meeting"].told()
    answer = judge_record(record_of(history, KEMEROVO), KEMEROVO)
    voted = next(record for record in history.records if record.kind == "item_voted")
    assert answer.items[0].verdict.outcome is voted.verdict.outcome
    assert answer.quorum.outcome is Outcome.HOLDS


def test_a_meeting_that_was_not_held_and_a_poll_have_their_record():
    came = record_of(
        held(STEPS[0], meeting.NotHeld(on="2023-10-02", by="chair", present=("chair",))), KEMEROVO
    )
    assert (came.present, came.items) == (("chair",), ())
    opened = meeting.PollOpened(on="2023-10-02", by="chair", answers_by="2023-10-06", polled=SEATS)
    asked = meeting.ItemPolled(on="2023-10-06", by="chair", **ASKED)
    poll = record_of(held(opened, asked, meeting.PollClosed(on="2023-10-09", by="chair")), KEMEROVO)
    assert (poll.form, poll.polled, poll.held_on.isoformat()) == ("absentee", SEATS, "2023-10-09")
    assert record_of(held(opened), KEMEROVO).held_on.isoformat() == "2023-10-06"


def test_a_meeting_of_several_days_has_the_day_of_its_closing_in_its_record_and_its_papers():
    steps = (*STEPS[:3], meeting.Closed(on="2023-10-05", by="chair"))
    record = record_of(held(*steps), KEMEROVO)
    assert (record.held_on.isoformat(), record.ended_on.isoformat()) == ("2023-10-02", "2023-10-05")
    paper = as_text(minutes_of(judge_record(record, KEMEROVO), KEMEROVO, "ru"))
    assert [one for one in paper if one.startswith(("Дата", "Закрыто"))] == [
        "Дата: 02.10.2023",
        "Закрыто: 05.10.2023",
    ]
    assert record_of(held(*STEPS[:4]), KEMEROVO).closed_on is None


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"closed_on": "2023-10-01", "present": []}, "closed before it was held"),
        ({"closed_on": "2023-10-03", "form": "absentee"}, "drop closed_on"),
    ],
)
def test_a_meeting_is_closed_on_its_day_or_later_and_a_poll_has_one_day(said, words):
    with pytest.raises(ValidationError, match=words):
        MeetingRecord.model_validate({"profile": "kemerovo", "held_on": "2023-10-02", **said})


def test_a_second_signature_stands_beside_the_first():
    signed = meeting.MinutesSigned(on="2023-10-04", by="chair", also_signed=("member-1",))
    record = record_of(held(*STEPS[:5], signed), KEMEROVO)
    assert record.minutes.signed_by == ("chair", "member-1")


def test_a_case_that_is_no_meeting_is_refused():
    with pytest.raises(Law189Error, match="give a case of a meeting"):
        record_of(certificate.lifecycle.begin("1"), KEMEROVO)
    with pytest.raises(Law189Error, match="no meeting was convened"):
        record_of(meeting.lifecycle.begin("1"), KEMEROVO)
