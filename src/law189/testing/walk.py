"""Путь к шагу (the walk to a step): how a machine gets from the first state of a lifecycle to the step it drew.

>>> from law189.workflows.contract import lifecycle
>>> [way.kind for way in ways(lifecycle)][:2]
['offered', 'declined']
>>> distances(ways(lifecycle), "expected")["offered"]
Traceback (most recent call last):
    ...
KeyError: 'offered'
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from hypothesis import strategies as st

from law189.cases.history import Event
from law189.cases.lifecycle import Lifecycle

__all__ = ["DETOUR", "FIRST", "GAPS", "Way", "distances", "path", "ways"]

DETOUR = 3
"""How many steps a walk may take beyond the shortest way."""
GAPS = st.sampled_from((0, 0, 1, 2, 60))
"""Days from one step to the next."""


FIRST: dict[tuple[str, str], tuple[str, ...]] = {
    ("agreement", "claimed"): ("act_drawn",),
    ("agreement", "claim_paid"): ("act_drawn", "claimed"),
    ("agreement", "remainder_kept"): ("act_drawn", "claimed", "claim_paid"),
    ("agreement", "remainder_returned"): ("act_drawn", "claimed", "claim_paid"),
    ("contract", "answered"): ("complained",),
    ("meeting", "poll_closed"): ("item_polled",),
}
"""Steps that leave the state as it is, and that the step of that lifecycle and kind rests on."""


class Way(NamedTuple):
    """One line of the look-up: from which state which event leads where."""

    source: str
    event: type[Event]
    kind: str
    target: str


def ways(lifecycle: Lifecycle[Any]) -> tuple[Way, ...]:
    """Every line of the look-up, in the order of the law."""
    return tuple(
        Way(source, event, clause.kind, clause.target)
        for (source, event), clause in sorted(
            lifecycle.lookup.items(), key=lambda line: lifecycle.clauses.index(line[1])
        )
    )


def distances(all_ways: Iterable[Way], goal: str) -> dict[str, int]:
    """How many steps each state is away from the goal; states that do not lead there are left out."""
    away, found = {goal: 0}, True
    lines = tuple(all_ways)
    while found:
        nearer = {
            way.source: away[way.target] + 1
            for way in lines
            if way.target in away and away[way.target] + 1 < away.get(way.source, len(lines) + 1)
        }
        found = bool(nearer)
        away |= nearer
    return away


def path(draw: Callable[..., Any], lifecycle: Lifecycle[Any], last: Way) -> Iterator[Way]:
    """Steps that lead from the first state to the last one given, some of them round about.

    Those that the last one rests on and that leave the state as it is come in it as soon as they can.
    """
    every = ways(lifecycle)
    away = distances(every, last.source)
    state, spare = str(lifecycle.initial.value), draw(st.integers(0, DETOUR))
    first = list(FIRST.get((lifecycle.name, last.kind), ()))
    while True:
        staying = [way for way in every if first and way[::2] == (state, first[0]) == (way.target, first[0])]
        if staying:
            del first[0]
            yield staying[0]
            continue
        leading = [way for way in every if way.source == state and way.target in away]
        nearer = [way for way in leading if away[way.target] < away[state]]
        round_about = [way for way in leading if way not in nearer] if spare else []
        if state == last.source and not (round_about and draw(st.booleans())):
            break
        way = draw(st.sampled_from(nearer + round_about))
        spare -= way in round_about
        yield way
        state = way.target
    yield last
