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

from law189.cases.clause import Moment
from law189.cases.history import Event
from law189.rules.voting import Vote
from law189.testing.cases import right
from law189.workflows import meeting


@right("meeting", "convened")
def _convened(case: Moment[None], draw: DrawFn) -> Event:
    held_on = case.on + timedelta(draw(st.integers(0, 9)))
    return meeting.Convened(on=case.on, by="chair", held_on=held_on)


def _held_on(case: Moment[None]) -> date:
    return max(case.on, case.history.the(meeting.Convened).held_on)


@right("meeting", "opened")
def _opened(case: Moment[None], draw: DrawFn) -> Event:
    """The chair and so many members that there is a quorum."""
    group = case.edition.working_group
    seats = sorted((seat.id for seat in group.seats), key=lambda seat_id: seat_id != "chair")
    least = group.quorum.value.people(len(seats))
    present = seats[: draw(st.integers(least, len(seats)))]
    return meeting.Opened(on=_held_on(case), by="chair", present=tuple(present))


@right("meeting", "not_held")
def _not_held(case: Moment[None], _: DrawFn) -> Event:
    return meeting.NotHeld(on=_held_on(case), by="chair", present=())


@right("meeting", "item_voted")
def _item_voted(case: Moment[None], draw: DrawFn) -> Event:
    """A question that is the group's own; everybody present votes."""
    votes = {seat: draw(st.sampled_from(Vote)) for seat in case.history.the(meeting.Opened).present}
    kind = draw(st.sampled_from(list(case.edition.working_group.business)))
    return meeting.ItemVoted.model_validate(
        {"on": case.on, "by": "chair", "question": "План", "question_kind": kind, "votes": votes}
    )


@right("meeting", "closed")
def _closed(case: Moment[None], _: DrawFn) -> Event:
    return meeting.Closed(on=case.on, by="chair")


@right("meeting", "minutes_drafted")
def _minutes_drafted(case: Moment[None], _: DrawFn) -> Event:
    return meeting.MinutesDrafted(
        on=case.on, by=case.edition.working_group.minutes.value.drafted_by or "chair"
    )


@right("meeting", "minutes_signed")
def _minutes_signed(case: Moment[None], _: DrawFn) -> Event:
    return meeting.MinutesSigned(on=case.on, by="chair")


@right("meeting", "copies_sent")
def _copies_sent(case: Moment[None], _: DrawFn) -> Event:
    everybody = tuple(seat.id for seat in case.edition.working_group.seats)
    return meeting.CopiesSent(on=case.on, by="secretary", copies_to=everybody)
