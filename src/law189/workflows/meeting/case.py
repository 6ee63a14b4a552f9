"""Дело о заседании (case of a meeting): its states, and what every step of it is.

>>> lifecycle.name, State.PLANNED.value
('meeting', 'planned')
"""

from law189.cases.given.meeting import LATER
from law189.cases.history import Event
from law189.cases.lifecycle import Lifecycle
from law189.law import Text, Vocabulary

__all__ = ["MeetingEvent", "State", "lifecycle"]


class State(Vocabulary):
    """Состояние заседания."""

    PLANNED = "planned", "предстоит", "planned"
    CONVENED = "convened", "созвано", "convened"
    OPEN = "open", "открыто", "open"
    POLLING = "polling", "идёт заочное голосование", "poll under way"
    NOT_HELD = "not_held", "не состоялось", "not held"
    CLOSED = "closed", "закрыто", "closed"
    DRAFTED = "drafted", "протокол составлен", "minutes drafted"
    SIGNED = "signed", "протокол подписан", "minutes signed"
    COMPLETE = "complete", "завершено: копии направлены", "complete: copies sent"


class MeetingEvent(Event):
    """Событие заседания рабочей группы: what every step of a meeting is."""

    LATER = Event.LATER | LATER


lifecycle: Lifecycle[MeetingEvent] = Lifecycle(
    "meeting", Text("заседание рабочей группы", "meeting of the working group"), State, State.PLANNED
)
