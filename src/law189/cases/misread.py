"""Нечитаемое событие (misread): an event that was put together past its own checks, and why nobody can judge it.

`model_copy` and `model_construct` take any facts. What is no right event is told as a slip of the program that
calls, by the key that is wrong.

>>> from datetime import date
>>> from law189.workflows.order import Closed
>>> print(misread(Closed.model_construct(on=date(2024, 1, 9))))
by: the event Closed cannot be read: the required key by is missing; ...
>>> misread(Closed(on="2024-01-09", by="education")) is None
True
"""

from pydantic import ValidationError

from law189.cases.history import Event
from law189.cases.schema_one import fault_of
from law189.kinds import WrongType
from law189.law import Text

__all__ = ["misread"]

SOME_FACT = Text("значение не того вида", "a value of another kind")


def misread(event: Event) -> WrongType | None:
    """The refusal of an event that does not read from its own facts; None where it does."""
    kind = type(event)
    key, words = "", SOME_FACT
    try:
        read = kind.model_validate(event.model_dump(warnings=False))
        if read == event:
            return None
        key = next((name for name, value in read if getattr(event, name, None) != value), "")
    except ValidationError as error:
        fault = fault_of(kind.__name__, error.errors(include_url=False)[0])
        key, words = fault.key, fault.text
    except (TypeError, ValueError, AttributeError):  # what nobody could write down either
        pass
    where, name = f"{key}: " if key else "", kind.__name__
    return WrongType(
        Text(
            f"{where}событие {name} не читается: {words.ru}; создайте его через {name}(...), где факты проверяют",
            f"{where}the event {name} cannot be read: {words.en}; make it by {name}(...), which checks its facts",
        )
    )
