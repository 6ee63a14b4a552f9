"""Факт шага (fact): which facts of an event must be given, although the event can be read without them.

A fact without which the step is UNKNOWN is marked where it is declared: `Annotated[Handed | None, Needed()]`. Where
it is needed only sometimes, the mark has a question about the moment.

>>> from typing import Annotated
>>> from law189.cases.history import Event
>>> class Signed(Event):
...     kind: str = "signed"
...     signature: Annotated[str | None, Needed()] = None
...     remark: str | None = None
>>> needs(Signed, None)
('on', 'by', 'signature')
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from law189.cases.history import Event

__all__ = ["Needed", "needs"]


@dataclass(frozen=True, slots=True)
class Needed:
    """Нужный факт: without it the step is UNKNOWN; always, or where `when` says so of the moment."""

    when: Callable[[Any], bool] | None = None


def needs(event: type[Event], moment: Any) -> tuple[str, ...]:
    """The facts that a step of the kind needs at that moment, in the order of declaration.

    Without a moment only what is always needed.
    """
    found = []
    for name, field in event.model_fields.items():
        marks = [mark for mark in field.metadata if isinstance(mark, Needed)]
        known = moment is not None
        if field.is_required() or any(mark.when is None or (known and mark.when(moment)) for mark in marks):
            found.append(name)
    return tuple(found)
