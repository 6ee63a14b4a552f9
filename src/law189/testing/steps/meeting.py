"""Верные шаги заседания (right steps of a meeting).

>>> from law189.testing.cases import RIGHT
>>> next(iter(RIGHT["meeting"]))
'convened'
>>> RIGHT["meeting"]["shelved"]
Traceback (most recent call last):
    ...
KeyError: 'shelved'
"""

from datetime import date, timedelta

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from law189.cases.given.meeting import NoticeGiven
from law189.cases.history import Event
from law189.cases.moment import Moment
from law189.profile.group import Minutes, WorkingGroup
from law189.rules.voting import Vote
from law189.testing.cases import right
from law189.workflows import meeting


@right("meeting", "convened")
def _convened(case: Moment[None], draw: DrawFn) -> Event:
    held_on = case.on + timedelta(draw(st.integers(0, 9)))
    return meeting.Convened(on=case.on, by="chair", held_on=held_on)


def _held_on(case: Moment[None]) -> date:
    return max(case.on, case.history.the(meeting.Convened).held_on)


def _group(case: Moment[None]) -> WorkingGroup | None:
    """The group of the edition; None where the decree sets up none, and an office takes every step."""
    return case.edition.working_group


def _minutes(case: Moment[None]) -> Minutes:
    """What the regulation says of the minutes; nothing where it is silent."""
    group = _group(case)
    return Minutes() if group is None or group.minutes is None else group.minutes.value


@right("meeting", "opened")
def _opened(case: Moment[None], draw: DrawFn) -> Event:
    """The chair and so many members that there is a quorum; the notice in good time where one is asked for."""
    group, on = _group(case), _held_on(case)
    if group is None:
        return meeting.Opened(on=on, by="chair", present=("chair",))
    seats = sorted(group.voting, key=lambda seat_id: seat_id != "chair")
    least = 1 if group.quorum is None else group.quorum.value.people(len(seats))
    present = seats[: draw(st.integers(least, len(seats)))]
    notice = None
    if group.notice is not None:
        early = on - timedelta(3 * group.notice.value.days + 14)
        notice = NoticeGiven(sent_on=early, materials=True)
    return meeting.Opened(on=on, by="chair", present=tuple(present), notice=notice)


@right("meeting", "not_held")
def _not_held(case: Moment[None], _: DrawFn) -> Event:
    return meeting.NotHeld(on=_held_on(case), by="chair", present=())


@right("meeting", "item_voted")
def _item_voted(case: Moment[None], draw: DrawFn) -> Event:
    """A question that is the group's own; everybody present votes."""
    votes = {seat: draw(st.sampled_from(Vote)) for seat in case.history.the(meeting.Opened).present}
    group = _group(case)
    kind = draw(st.sampled_from(list(group.business if group else ()) or ["question"]))
    return meeting.ItemVoted.model_validate(
        {"on": case.on, "by": "chair", "question": "План", "question_kind": kind, "votes": votes}
    )


@right("meeting", "closed")
def _closed(case: Moment[None], _: DrawFn) -> Event:
    return meeting.Closed(on=case.on, by="chair")


@right("meeting", "poll_opened")
def _poll_opened(case: Moment[None], draw: DrawFn) -> Event:
    last_day = case.on + timedelta(draw(st.integers(0, 9)))
    return meeting.PollOpened(on=case.on, by="chair", answers_by=last_day)


@right("meeting", "item_polled")
def _item_polled(case: Moment[None], draw: DrawFn) -> Event:
    """A question that is the group's own; everybody who votes answers."""
    group = _group(case)
    votes = {seat: draw(st.sampled_from(Vote)) for seat in (("chair",) if group is None else group.voting)}
    kind = draw(st.sampled_from(list(group.business if group else ()) or ["question"]))
    return meeting.ItemPolled.model_validate(
        {"on": case.on, "by": "chair", "question": "План", "question_kind": kind, "votes": votes}
    )


@right("meeting", "poll_closed")
def _poll_closed(case: Moment[None], _: DrawFn) -> Event:
    return meeting.PollClosed(on=_last_day(case), by="chair")


def _last_day(case: Moment[None]) -> date:
    return max(case.on, case.history.the(meeting.PollOpened).answers_by)


@right("meeting", "poll_failed")
def _poll_failed(case: Moment[None], _: DrawFn) -> Event:
    return meeting.PollFailed(on=_last_day(case), by="chair", answered=())


@right("meeting", "minutes_drafted")
def _minutes_drafted(case: Moment[None], _: DrawFn) -> Event:
    keeps = "secretary" if _minutes(case).drafted_by == "secretary" else "chair"
    return meeting.MinutesDrafted(on=case.on, by=keeps)


@right("meeting", "minutes_signed")
def _minutes_signed(case: Moment[None], _: DrawFn) -> Event:
    group = _group(case)
    besides = group.secretaries[:1] if group and "secretary" in _minutes(case).signed_by else ()
    return meeting.MinutesSigned(on=case.on, by="chair", also_signed=besides, approved_by="chair")


@right("meeting", "copies_sent")
def _copies_sent(case: Moment[None], _: DrawFn) -> Event:
    group = _group(case)
    everybody = () if group is None else tuple(group.by_id)
    return meeting.CopiesSent(on=case.on, by="secretary", copies_to=everybody)
