"""Как шаг дан (as given): what the line of a step gave, where its record shows another thing.

A book puts the extracts of its own cases before a step: in place of those that were handed in, and where none were.
The record shows what the step was judged by. What was given beside it is kept, so that whoever judges the step
anew asks what was asked then: the event without the book's own extracts, and the numbers by which the step named
other cases. A record that older versions saved says nothing of it.

>>> AsGiven() == AS_RECORDED, dict(AS_RECORDED.refers_to)
(True, {})
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from law189.facts import Frozen
from law189.law import flaw
from law189.numbers import Number

__all__ = ["AS_RECORDED", "NO_REFERENCES", "AsGiven", "References", "differing", "read_given"]

References = Frozen[str, Number]
"""Which case an extract is of: the name of the fact and the number of the case."""
NO_REFERENCES: References = Frozen()
"""That the line names no case: the book finds each by what the step and its case know."""


class AsGiven(NamedTuple):
    """Как шаг был дан: the event as the line gave it, and which cases it named.

    `event` is None where the event of the record is the one that was given.
    """

    event: Any = None
    refers_to: References = NO_REFERENCES


AS_RECORDED = AsGiven()
"""That the step was given as it is recorded, and named no case; or that nobody has noted it."""


def differing(given: Any, event: Any) -> dict[str, Any]:
    """The facts of the event as given that the recorded one has otherwise, as plain JSON values."""
    was, now = given.model_dump(mode="json"), event.model_dump(mode="json")
    return {name: was.get(name) for name in {**was, **now} if was.get(name) != now.get(name)}


def read_given(facts: Any, event: Any, read: Any) -> Any:
    """The event as it was given, of the recorded one and the facts that it had otherwise; `read` reads an event.

    Raises the `flaw` of a value that is no such facts, and what `read` does.
    """
    if not isinstance(facts, Mapping):
        raise flaw(
            "given",
            "нужны факты шага, какими их дали, — ключи и значения",
            "the facts of the step as they were given are needed: keys and values",
        )
    if event is None:  # which is a fault already
        return None
    fields = type(event).model_fields
    if all(fact is None and name in fields and fields[name].default is None for name, fact in facts.items()):
        return event.model_copy(update=dict(facts))
    found = read({**event.model_dump(mode="json"), **facts})
    if type(found) is not type(event):
        raise flaw("given", "это факты другого шага", "these are the facts of another step")
    return found
