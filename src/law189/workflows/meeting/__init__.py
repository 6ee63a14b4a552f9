"""Заседание рабочей группы (meeting of the working group), from its agenda to the copies of its minutes.

Decisions of the group are advice: they are attached to other histories and move nothing by themselves
(Kemerovo: п. 1.3 прил. 3; the district: п. 1.4 прил. 4). Here the meeting, or the poll in
writing that stands in its place, runs step by step; one
written down as a whole is judged by `law189.audit.meeting`.

>>> from law189.profile.loader import load_profile
>>> kemerovo = load_profile("kemerovo")
>>> history = lifecycle.begin("2023-10-02")
>>> convened = Convened(on="2023-09-29", by="chair", held_on="2023-10-02")
>>> lifecycle.judge(history, convened, kemerovo).outcome
<Outcome.HOLDS: 'holds'>
>>> lifecycle.judge(history, Opened(on="2023-10-02", by="chair", present=("chair",)), kemerovo).outcome
<Outcome.VOID: 'void'>
"""

from collections.abc import Iterator
from typing import Any

from law189.cases.lifecycle import Moment
from law189.rules.group.approving import asked_for
from law189.rules.step import roles
from law189.verdict import Verdict
from law189.workflows.meeting.case import MeetingEvent, State, lifecycle
from law189.workflows.meeting.deciding import Closed, ItemVoted
from law189.workflows.meeting.holding import Convened, NotHeld, Opened, agenda_asked_of, entitled
from law189.workflows.meeting.polling import ItemPolled, PollClosed, PollFailed, PollOpened
from law189.workflows.meeting.recording import CopiesSent, MinutesDrafted, MinutesSigned

__all__ = [
    "Closed",
    "Convened",
    "CopiesSent",
    "ItemPolled",
    "ItemVoted",
    "MeetingEvent",
    "MinutesDrafted",
    "MinutesSigned",
    "NotHeld",
    "Opened",
    "PollClosed",
    "PollFailed",
    "PollOpened",
    "State",
    "lifecycle",
]


# ─── Что верно на каждом шаге ────────────────────────────────────────────────────────────────────────────


@lifecycle.throughout(
    Convened, PollOpened, Opened, NotHeld, ItemVoted, Closed, ItemPolled, PollClosed, PollFailed
)
def by_the_group(m: Moment[Any]) -> Iterator[Verdict]:
    """Заседание ведёт группа: шаг делает тот, кто входит в её состав, или секретарь.

    Кто утверждает повестку, говорит положение; если утвердил другой, это нарушение, а шаг остаётся.
    """
    group, hands = m.edition.working_group, entitled(m)
    if m.event is None or group is None or hands is None:
        return
    if isinstance(m.event, Convened | PollOpened) and (asked := agenda_asked_of(m)) and asked_for(asked):
        return
    if m.event.by not in (*hands, *(one.id for sub in group.subgroups for one in sub.invited)):
        yield roles.acting(m.event.by, hands, group.basis("composition"), titles=m.edition.titles)
