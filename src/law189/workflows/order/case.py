"""Дело о заказе (case of an order): its states, and its lines as they stand.

>>> lifecycle.name, State.PLANNED.value
('order', 'planned')
"""

from typing import Any

from law189.cases.history import Event, History
from law189.cases.lifecycle import Lifecycle
from law189.errors import NothingYet
from law189.extracts import OrderLine
from law189.kinds.asked import asked
from law189.law import Text, Vocabulary
from law189.profile.documents import LocalAct
from law189.profile.parties import Party

__all__ = ["BODY", "FORMING", "VOIDED", "OrderEvent", "State", "lifecycle", "lines_of"]


class State(Vocabulary):
    """Состояние социального заказа."""

    PLANNED = "planned", "заказ предстоит", "order planned"
    DRAFTED = "drafted", "проект есть", "drafted"
    APPROVED = "approved", "утверждён", "approved"
    PUBLISHED = "published", "размещён", "published"
    REPORTED = "reported", "отчёт есть", "report formed"
    REPORT_PUBLISHED = "report_published", "отчёт размещён", "report published"
    CANCELLED = "cancelled", "заказ отменён", "order cancelled"
    CLOSED = "closed", "дело о заказе закрыто", "case of the order closed"


VOIDED = frozenset({State.CANCELLED})
"""Where the order came to nothing."""


class OrderEvent(Event):
    """Событие социального заказа: what every step of a social order is."""


lifecycle: Lifecycle[OrderEvent] = Lifecycle(
    "order", Text("социальный заказ", "social order"), State, State.PLANNED
)
BODY, FORMING = (Party.AUTHORIZED_BODY,), (LocalAct.ORDER_FORMING,)


@asked
def lines_of(history: History[Any]) -> tuple[OrderLine, ...]:
    """The lines of the order as it stands. Raises `NothingYet` where nothing is drafted."""
    for record in reversed(history.standing):
        lines: tuple[OrderLine, ...] | None = vars(record.event).get("lines")
        if lines is not None:
            return lines
    raise NothingYet(f"nothing of kind Drafted has happened in {history.lifecycle} {history.id}")
