"""Запись о предстоящем заседании (planned meeting): a record that may not say yet who came and how they voted.

It takes whatever a record of a meeting takes. Where `present` is left out, the attendance is not recorded; an empty
list says that nobody came.

>>> PlannedRecord(profile="kemerovo", held_on="2023-10-02", items=[{"question": "План"}]).items[0].votes
()
"""

from typing import Annotated, ClassVar

from law189.audit import words
from law189.audit.meeting import ItemRecord, MeetingRecord
from law189.cases.given.meeting import VotesCast

__all__ = ["PlannedItem", "PlannedRecord"]


class PlannedItem(ItemRecord):
    """Вопрос повестки, о котором ещё могли не голосовать."""

    votes: VotesCast = ()


class PlannedRecord(MeetingRecord):
    """Заседание, которое состоялось или только назначено."""

    attended: ClassVar[bool] = False

    items: Annotated[tuple[PlannedItem, ...], words.ITEMS] = ()  # pyright: ignore[reportIncompatibleVariableOverride]  # frozen
