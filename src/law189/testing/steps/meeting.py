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
from law189.profile.regulation import Ballot, Leading
from law189.rules import minutes
from law189.rules.group.approving import approvers
from law189.rules.group.chairing import as_chair
from law189.rules.group.led import may_lead
from law189.rules.voting import Vote
from law189.testing.cases import right
from law189.workflows import meeting
from law189.workflows.meeting.holding import held
from law189.workflows.meeting.polling import polled_in


@right("meeting", "convened")
def _convened(case: Moment[None], draw: DrawFn) -> Event:
    held_on = case.on + timedelta(draw(st.integers(0, 9)))
    return meeting.Convened(on=case.on, by=_approver(case), held_on=held_on)


def _held_on(case: Moment[None]) -> date:
    return max(case.on, case.history.the(meeting.Convened).held_on)


def _group(case: Moment[None]) -> WorkingGroup | None:
    """The group of the edition; None where the decree sets up none, and an office takes every step."""
    return case.edition.working_group


def _leader(case: Moment[None]) -> str:
    """Who presides by the regulation where everybody came; the chair where it does not say, or has no group."""
    group = _group(case)
    if group is None or not group.by_id:
        return "chair"
    order = group.presiding
    led = () if order is None else may_lead(tuple(group.by_id), group.by_id, order, Leading.IN_ORDER)
    return next(iter((*led, *(one for one in group.by_id if one == "chair"), *group.by_id)))


def _approver(case: Moment[None]) -> str:
    """Who approves the agenda by the regulation: who presides, where that one may."""
    group, leader = _group(case), _leader(case)
    may = () if group is None else approvers(group, case.edition.readings)
    return leader if leader in may or not may else may[0]


def _ballot(case: Moment[None]) -> Ballot | None:
    """How votes are cast by the regulation."""
    group = _group(case)
    return None if group is None or group.ballot is None else group.ballot.value


def _minutes(case: Moment[None]) -> Minutes:
    """What the regulation says of the minutes; nothing where it is silent."""
    group = _group(case)
    return Minutes() if group is None or group.minutes is None else group.minutes.value


@right("meeting", "opened")
def _opened(case: Moment[None], draw: DrawFn) -> Event:
    """Who presides and so many members that there is a quorum; the notice in good time where one is asked for."""
    group, on, leader = _group(case), _held_on(case), _leader(case)
    if group is None:
        return meeting.Opened(on=on, by=leader, present=(leader,))
    seats = sorted(group.voting, key=lambda seat_id: seat_id != leader)
    least = 1 if group.quorum is None else group.quorum.value.people(len(seats))
    came = seats[: draw(st.integers(min(least, len(seats)), len(seats)))]
    notice = None
    if group.notice is not None:
        early = on - timedelta(3 * group.notice.value.days + 14)
        notice = NoticeGiven(sent_on=early, materials=True)
    any_of_several = group.presiding_by is not None and group.presiding_by.value is not Leading.IN_ORDER
    return meeting.Opened(
        on=on,
        by=leader,
        present=tuple(dict.fromkeys((leader, *came))),
        notice=notice,
        presided=leader if any_of_several else None,
    )


@right("meeting", "not_held")
def _not_held(case: Moment[None], _: DrawFn) -> Event:
    return meeting.NotHeld(on=_held_on(case), by=_leader(case), present=())


@right("meeting", "item_voted")
def _item_voted(case: Moment[None], draw: DrawFn) -> Event:
    """A question that is the group's own; everybody present who has a vote votes, as the regulation says."""
    group, present = _group(case), case.history.the(meeting.Opened).present
    voting = [seat for seat in present if group is None or seat in group.voting]
    votes = {seat: draw(st.sampled_from(Vote)) for seat in voting}
    kind = draw(st.sampled_from(list(group.business if group else ()) or ["question"]))
    said = {"question": "План", "question_kind": kind, "votes": votes, "ballot": _ballot(case)}
    return meeting.ItemVoted.model_validate({"on": case.on, "by": _leader(case), **said})


@right("meeting", "closed")
def _closed(case: Moment[None], _: DrawFn) -> Event:
    return meeting.Closed(on=case.on, by=_leader(case))


@right("meeting", "poll_opened")
def _poll_opened(case: Moment[None], draw: DrawFn) -> Event:
    last_day = case.on + timedelta(draw(st.integers(0, 9)))
    return meeting.PollOpened(on=case.on, by=_approver(case), answers_by=last_day)


@right("meeting", "item_polled")
def _item_polled(case: Moment[None], draw: DrawFn) -> Event:
    """A question that is the group's own; everybody who votes answers, as the regulation says."""
    group = _group(case)
    votes = {
        seat: draw(st.sampled_from(Vote)) for seat in ((_leader(case),) if group is None else group.voting)
    }
    kind = draw(st.sampled_from(list(group.business if group else ()) or ["question"]))
    said = {"question": "План", "question_kind": kind, "votes": votes, "ballot": _ballot(case)}
    return meeting.ItemPolled.model_validate({"on": case.on, "by": _leader(case), **said})


@right("meeting", "poll_closed")
def _poll_closed(case: Moment[None], _: DrawFn) -> Event:
    return meeting.PollClosed(on=_last_day(case), by=_leader(case))


def _last_day(case: Moment[None]) -> date:
    return max(case.on, case.history.the(meeting.PollOpened).answers_by)


@right("meeting", "poll_failed")
def _poll_failed(case: Moment[None], _: DrawFn) -> Event:
    return meeting.PollFailed(on=_last_day(case), by=_leader(case), answered=())


def _led(case: Moment[None]) -> str:
    """Who presided at the meeting; who would have, where there was a poll or that is not known."""
    opened = next(case.history.events(meeting.Opened), None)
    sits = None if opened is None else held(case.history, case.profile)
    return _leader(case) if sits is None or sits.seat is None else sits.seat


@right("meeting", "minutes_drafted")
def _minutes_drafted(case: Moment[None], _: DrawFn) -> Event:
    group, led = _group(case), _led(case)
    keeps = None if group is None else minutes.may_draft(group, led)
    return meeting.MinutesDrafted(on=case.on, by=keeps[0] if keeps else led)


def _signers(case: Moment[None]) -> tuple[str, ...]:
    """Whose signatures the minutes need by the regulation; of who presided where it does not say."""
    group, led, said = _group(case), _led(case), _minutes(case).signed_by
    if group is None or not said:
        return (led,)
    leads = (led,) if "presiding" in said else ()
    keeps = (group.secretaries[:1] or ("secretary",)) if "secretary" in said else ()
    return tuple(dict.fromkeys((*leads, *keeps, *(_came(case) if "present" in said else ())))) or (led,)


def _came(case: Moment[None]) -> tuple[str, ...]:
    """The members who were there, of a poll those who were asked."""
    if next(case.history.events(meeting.PollOpened), None) is not None:
        poll = polled_in(case.history, case.profile)
        return () if poll is None else poll.polled
    sits = held(case.history, case.profile)
    return () if sits is None else tuple(sorted(sits.present))


@right("meeting", "minutes_signed")
def _minutes_signed(case: Moment[None], _: DrawFn) -> Event:
    by, *besides = _signers(case)
    group = _group(case)
    chairs = () if group is None else tuple(one for one in group.by_id if as_chair(one, group))
    approved_by = chairs[0] if chairs else _leader(case)
    return meeting.MinutesSigned(on=case.on, by=by, also_signed=tuple(besides), approved_by=approved_by)


@right("meeting", "copies_sent")
def _copies_sent(case: Moment[None], _: DrawFn) -> Event:
    """To everybody of the group, and to the authorised body."""
    group, bodies = _group(case), (norm.value for norm in case.edition.authorized())
    everybody = () if group is None else tuple(group.by_id)
    return meeting.CopiesSent(on=case.on, by="secretary", copies_to=(*everybody, *bodies))
