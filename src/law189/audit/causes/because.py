"""Из-за чего (because): whether a case would stand otherwise without a record, and which void record made it so.

What happened is recorded, and a step without force leads on all the same. What would be so without that step too
does not follow from it.

>>> from law189.workflows.certificate import Expired, lifecycle
>>> free = lifecycle.begin("17")
>>> possible_without(free, (), Expired(on="2025-01-09", by="education"))
False
>>> first_needed([1, 2, 3], lambda left_out: 2 in left_out), first_needed([1], lambda left_out: False)
(2, None)
"""

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any, NamedTuple, TypeVar

from law189.casebook.cycles import CYCLES
from law189.cases.history import Event, History, Record, RecordAnnulled, annulled_in
from law189.numbers import number_key
from law189.profile.profile import Profile
from law189.verdict import Outcome

__all__ = ["Stopped", "as_if", "first_needed", "led_to", "possible_without", "without"]

One = TypeVar("One")


class Stopped(NamedTuple):
    """Шаг без записи: a step that its case refused because of its state, and the line because of which it did."""

    event: Event
    because_of: int


def without(history: History[Any], places: Collection[int]) -> History[Any]:
    """The case as if the records at those places had not been made, nor what then leads nowhere.

    Places are counted from 0; an annulment of a record that is left out goes with it.
    """
    kept = _kept(history, places)
    cycle, annulled = CYCLES[history.lifecycle], annulled_in([record for _, record in kept])
    case, nowhere, standing = cycle.begin(history.id), set[int](), list[Record[Any]]()
    for number, (place, record) in enumerate(kept):
        if number in annulled or isinstance(record.event, RecordAnnulled):
            continue
        clause = cycle.lookup.get((case.state, type(record.event)))
        if clause is None:
            nowhere.add(place)
            continue
        if clause.stays is not None:
            case = case._replace(records=tuple(standing))
        case = case._replace(state=clause.leads(case))
        standing.append(record)
    if nowhere:
        return without(history, {*places, *nowhere})
    return case._replace(records=tuple(record for _, record in kept), annulled=annulled)


def as_if(
    history: History[Any], places: Collection[int], refused: Iterable[Event], profile: Profile
) -> History[Any]:
    """The same, with the steps that the case refused because of its state, where they would have force then."""
    if not places:
        return history
    case, cycle = without(history, places), CYCLES[history.lifecycle]
    for event in refused:
        moved, verdict = cycle.happened(case, event, profile)
        if verdict.outcome is not Outcome.VOID:
            case = moved
    return case


def _kept(history: History[Any], places: Collection[int]) -> list[tuple[int, Record[Any]]]:
    """The records that are left, each with the place that it had; an annulment names the record where it is now."""
    kept: list[tuple[int, Record[Any]]] = []
    now: dict[int, int] = {}
    for place, record in enumerate(history.records):
        event = record.event
        if place in places or (isinstance(event, RecordAnnulled) and event.record - 1 not in now):
            continue
        now[place] = len(kept)
        if isinstance(event, RecordAnnulled):
            event = event.model_copy(update={"record": now[event.record - 1] + 1})
        kept.append((place, record._replace(event=event)))
    return kept


def possible_without(history: History[Any], places: Collection[int], event: Event) -> bool:
    """Whether the step would follow, had the contracts that the records at those places are of not been there."""
    gone = {number for place in places if (number := _contract(history.records[place].event)) is not None}
    if not gone:
        return False
    theirs = [at for at, record in enumerate(history.records) if _contract(record.event) in gone]
    return (without(history, theirs).state, type(event)) in CYCLES[history.lifecycle].lookup


def _contract(event: Event) -> str | None:
    """The number of the contract that the step tells of; None where it tells of none."""
    told = vars(event).get("contract")
    return None if told is None else number_key(told.number)


def first_needed(suspects: Sequence[One], vanishes: Callable[[Sequence[One]], bool]) -> One | None:
    """The last of the suspects such that what was found is not there without it and those after it.

    None where it is there without all of them too.
    """
    if not suspects or not vanishes(suspects):
        return None
    return suspects[bisect_left(range(1, len(suspects)), True, key=lambda at: not vanishes(suspects[at:]))]


def led_to(history: History[Any], refused: Iterable[Stopped], event: Event) -> int | None:
    """The line of the first of the refused steps which was to come yet, and after which the step would follow.

    A case that is past the step, such as one that has ended, does not get there by it.
    """
    cycle = CYCLES[history.lifecycle]
    ahead = [history.state]
    for reached in ahead:  # which grows
        targets = (one.target for one in cycle.clauses if reached in one.source)
        ahead += [one for one in dict.fromkeys(targets) if one not in ahead]
    for step in refused:
        clauses = (one for one in cycle.clauses if one.event is type(step.event))
        led = (one.target for one in clauses if any(at in ahead for at in one.source))
        if any((target, type(event)) in cycle.lookup for target in led):
            return step.because_of
    return None
