"""Строка, которая не прочитана (not read): what is known of a line that was refused, for what follows from it.

>>> from law189.errors import Fault
>>> from law189.law import Text
>>> refused = FaultyInput([Fault("steps.jsonl", 6, 1, "mode", Text("нет такого значения", "no such value"))])
>>> refused.given = {"history": "a1", "lifecycle": "agreement", "kind": "drafted", "number": "С-1"}
>>> told = not_read(6, refused)
>>> told is not None and (told.history, told.key and told.key.value, told.fits("expected"))
('a1', 'с-1', True)
"""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from law189.casebook.cycles import CYCLES
from law189.casebook.keys import GIVEN, Key, number
from law189.casebook.line import Line
from law189.cases.history import Event
from law189.cases.ids import composed
from law189.errors import FaultyInput
from law189.numbers import number_key

__all__ = ["NotRead", "known_of", "not_read"]


class NotRead(NamedTuple):
    """Непрочитанная строка: its number, its case, its step and the number that it would have given.

    `event` and `key` are None where that cannot be told, and `lifecycle` is empty. `number` is the one that the
    document of the step has, be it that of a case or not.
    """

    line: int
    history: str
    lifecycle: str
    event: type[Event] | None
    key: Key | None
    number: str | None = None

    def fits(self, state: str) -> bool:
        """Whether the step would have been possible in the state; of an unknown step it may have been."""
        return self.event is None or (state, self.event) in CYCLES[self.lifecycle].lookup

    def of(self, lifecycle: str) -> bool:
        """Whether the line may be of a case of that lifecycle."""
        return self.lifecycle in ("", lifecycle)


def not_read(line: int, refused: FaultyInput) -> NotRead | None:
    """What is known of the refused line of that number; None where not even its case is."""
    given: Any = refused.given
    if not isinstance(given, dict):
        return None
    history, lifecycle, kind = (given.get(key) for key in ("history", "lifecycle", "kind"))
    if not isinstance(history, str):
        return None
    if not (isinstance(lifecycle, str) and lifecycle in CYCLES):
        return NotRead(line, composed(history), "", None, None)
    clauses = CYCLES[lifecycle].clauses
    event = next((clause.event for clause in clauses if clause.kind == kind), None)
    key = None if event is None else _given(event, given)
    written = given.get("number")
    named = number_key(written) if isinstance(written, str) else None
    return NotRead(line, composed(history), lifecycle, event, key, named)


def _given(event: type[Event], facts: dict[str, Any]) -> Key | None:
    """The number that the step gives, where it was written as one."""
    by, fact = GIVEN.get(event, (None, ""))
    written = facts.get(fact)
    return number(by, written) if by is not None and isinstance(written, str) else None


def known_of(
    lines: Iterable[tuple[int, Line | NotRead | FaultyInput]], told: list[FaultyInput]
) -> Iterator[tuple[int, Line | NotRead]]:
    """The lines, with what is known of one that was not read in its place; its faults go to `told`."""
    for place, line in lines:
        if isinstance(line, FaultyInput):
            told.append(line)
            if (known := not_read(place, line)) is not None:
                yield place, known
        else:
            yield place, line
