"""The law of the day of an agenda: it is asked for by the regulation of its approval, at the latest of the meeting.

An agenda that is approved after the meeting is late by the norm that stood on the day of the meeting, whatever
became of the norm by then; who may approve it is told by the same norm. The record and the steps have the same
answer.
"""

import copy
from datetime import date, timedelta
from functools import cache

import pytest
from groups import HALF, SMALL, seat
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size

from law189.audit.meeting import MeetingRecord, judge_record
from law189.profile.loader import load_profile
from law189.verdict import Outcome, worst
from law189.workflows.meeting import Convened, Opened, PollOpened, lifecycle

HOLDS, BREACH, UNKNOWN, VOID = Outcome
HELD, DAY = date(2024, 3, 11), timedelta(1)
SEATS = ("chair", "deputy", "member-1")
WORDS = ("nobody", "chair", "presiding")
OLD, NEW = "app2.4", "am-1/p1"


@cache
def town(old, new, since):
    """The agenda is approved by `old` and from the day by `new`: another, or None where the norm is repealed."""
    more = {}
    if new is None:
        more["lapses"] = [{"of": [OLD], "repealed_on": since, "cite": "p1"}]
    elif new != old:
        act = {"id": "am-1", "number": "1", "date": date(2024, 1, 9), "title": {"ru": "О", "en": "On"}}
        to = {"value": new, "cite": NEW}
        change = {"do": "set", "at": ["working_group", "agenda"], "to": to}
        more["amendments"] = [{"act": act, "since": since, "changes": [change]}]
    said = {
        "presiding": ["chair", "deputy"],
        "quorum": HALF,
        "adoption": {"more_than": "1/2", "of": "votes"},
        "absentee": {"allowed": True},
    }
    norms = {name: {"value": value, "cite": "app2.5"} for name, value in said.items()}
    norms["agenda"] = {"value": old, "cite": OLD}
    group = {"seats": [seat(one) for one in SEATS], **norms}
    return load_profile(
        {**copy.deepcopy(SMALL), "readings": {"Q3": "cannot_be_held"}, "working_group": group, **more}
    )


def record(where, by, on, form="meeting"):
    came = {"present": SEATS} if form == "meeting" else {"form": form}
    agenda = {"approved_by": by, "approved_on": on}
    said = {"profile": where.name, "held_on": HELD, "agenda": agenda, "items": [], **came}
    return judge_record(MeetingRecord.model_validate(said), where).agenda


def by_steps(where, by, on, form="meeting"):
    """What is told of the agenda at the step that approves it, and once it is known who presides."""
    history = lifecycle.begin("1")
    if form == "absentee":
        return [lifecycle.judge(history, PollOpened(on=on, by=by, answers_by=HELD), where)]
    called = Convened(on=on, by=by, held_on=HELD)
    found = [lifecycle.judge(history, called, where)]
    if found[0].outcome in (HOLDS, BREACH) and on <= HELD:
        history = lifecycle.advance(history, called, where)
        found.append(lifecycle.judge(history, Opened(on=HELD, by="chair", present=SEATS), where))
    return found


def expected(asked, by, late):
    """By hand: the chair presides, and whether the chair was absent when the deputy approved is for a person."""
    if asked == "nobody":
        return HOLDS
    if asked is None:
        return UNKNOWN
    if by == "deputy":
        return UNKNOWN
    return BREACH if by == "member-1" or late else HOLDS


law = settings(max_examples=size(300, 3000))


@given(
    st.sampled_from(WORDS),
    st.sampled_from((*WORDS, None)),
    st.integers(-6, 6),
    st.integers(-4, 6),
    st.sampled_from(SEATS),
    st.sampled_from(("meeting", "absentee")),
)
@law
def test_an_agenda_is_asked_for_by_the_norm_of_its_day_and_no_later_than_of_the_meeting(
    old, new, change, approved, by, form
):
    since, on = HELD + change * DAY, HELD + approved * DAY
    where = town(old, new, since)
    asked = new if since <= min(on, HELD) else old
    told, steps = record(where, by, on, form), by_steps(where, by, on, form)
    assert told.outcome is expected(asked, by, on > HELD)
    found = worst(one.outcome for one in steps)
    if by == "chair":
        assert found is told.outcome
    assert (found is HOLDS) is (told.outcome is HOLDS)
    cites = {cite.id for one in told.walk() for cite in one.cites}
    assert (NEW in cites) is (asked is new is not None and new != old)


@pytest.mark.parametrize("form", ["meeting", "absentee"])
def test_an_agenda_approved_after_the_meeting_is_late_though_nobody_approves_agendas_any_more(form):
    where = town("chair", "nobody", HELD + DAY)
    for told in (record(where, "chair", HELD + DAY, form), *by_steps(where, "chair", HELD + DAY, form)):
        late = [one for one in told.walk() if one.rule == "agenda.before_meeting"]
        assert [one.outcome for one in late] == [BREACH]
        assert {cite.address for one in late for cite in one.cites} == {OLD}
