"""Выписки из своих дел (shown): what the book itself shows to a step, in place of what is handed in.

A step that needs an extract of another case names that case by its number. Where the book holds it, the extract is
taken from it as of the day of the step; one that was handed in is compared with the case. Where the case of that
number has nothing to show on the day, as after its record was annulled, the extract handed in is not believed. What
the book does not hold stays a matter of the extract handed in.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import chain
from typing import Any, NamedTuple

from law189.casebook.cycles import CYCLES
from law189.casebook.differing import differing, written
from law189.casebook.extracted import ASKED, extract_of
from law189.casebook.line import Line
from law189.casebook.shelf import Shelf
from law189.casebook.shown.meant import Meant, meant
from law189.casebook.shown.near import near, told_apart
from law189.casebook.shown.silent import came_about, known_by, not_said, said_of, silent_case, withdrawn
from law189.cases.history import Event, History
from law189.extracts import OrderExtract
from law189.extracts.extract import Extract
from law189.law import Source
from law189.numbers import number_key
from law189.rules import reconciliation
from law189.rules.reconciliation import same_number
from law189.verdict import Verdict
from law189.workflows import contract, order

__all__ = ["NOT_LATER", "Shown", "filled", "shown", "silent_cases"]


class Shown(NamedTuple):
    """Что книга показывает шагу: the event with the book's own extracts, from which cases, and what differs."""

    event: Event
    cases: Mapping[str, History[Any]]
    verdicts: tuple[Verdict, ...]


NOT_LATER: Mapping[str, Extract] = {}
"""That nothing is known to come about later."""


def shown(shelf: Shelf, line: Line, history: History[Any], later: Mapping[str, Extract] = NOT_LATER) -> Shown:
    """The event of the line with every extract that the book can take from its own cases.

    `later` are extracts of what is known to come about on a later day, by the names of the facts.
    """
    event, own, cases = line.event, dict(later), {}
    verdicts: list[Verdict] = []
    for name, source in ASKED.get(type(event), ()):
        if name in later:
            continue
        handed: Extract | None = getattr(event, name)
        found = meant(shelf, source, line, name, history)
        if found.alike:
            apart = told_apart(source, found.alike, event.on)
            verdicts.append(same_number.several_named(name, line.refers_to[name], apart))
            continue
        for case in found.cases:
            begins = source is Source.CERTIFICATE and isinstance(event, contract.Concluded)
            extract = extract_of(source, _without(case, history) if begins else case, event.on)
            if extract is None:
                continue
            own[name], cases[name] = extract, case
            if handed is not None:
                verdicts.extend(_compared(source, handed, case, extract))
            break
        else:
            instead, against = _nothing(shelf, source, name, line, found)
            verdicts.extend(against)
            if instead is not None:
                own[name] = instead
    return Shown(event.model_copy(update=own) if own else event, cases, tuple(verdicts))


def _nothing(
    shelf: Shelf, source: Source, name: str, line: Line, found: Meant
) -> tuple[Extract | None, list[Verdict]]:
    """What stands for the extract where no case of the book shows one, and what is against the step for that."""
    handed, on = getattr(line.event, name), line.event.on
    if handed is not None:
        mute = silent_case(shelf, source, handed, on)
        if mute is not None:
            return withdrawn(source, handed, mute, on), [not_said(source, handed, mute)]
        if isinstance(handed, OrderExtract) and found.others:
            years = {case.the(order.Drafted).year for case in found.others}
            return None, [same_number.order_of_year(handed.number, handed.year, years)]
        return None, []
    named = line.refers_to.get(name)
    if named is None:
        return None, []
    held = [*known_by(shelf, source, named)]
    came = came_about(source, held, on)
    if came is not None:
        return came, []
    said = {one.id: said_of(one) for one in held}
    return None, [reconciliation.case_named(name, named, said, {} if held else near(shelf, source, named))]


def filled(shelf: Shelf, line: Line, history: History[Any]) -> Event:
    """The event of the line with the extracts that nobody handed in, from the cases of the shelf that have them."""
    event = line.event
    missing = [name for name, _ in ASKED.get(type(event), ()) if getattr(event, name) is None]
    if not missing:
        return event
    own = shown(shelf, line, history).event
    return event.model_copy(update={name: getattr(own, name) for name in missing})


def silent_cases(shelf: Shelf, event: Event) -> Mapping[str, History[Any]]:
    """The silent cases of the book that the extracts in the event are of, by the names of the facts."""
    shown = ((name, source, getattr(event, name)) for name, source in ASKED.get(type(event), ()))
    found = {
        name: silent_case(shelf, source, handed, event.on)
        for name, source, handed in shown
        if handed is not None
    }
    return {name: case for name, case in found.items() if case is not None}


def _without(case: History[Any], asking: History[Any]) -> History[Any]:
    """The certificate as it stands beside the contract that begins: its own part of it is not held against it."""
    if asking.lifecycle != contract.lifecycle.name:
        return case
    mine = {number_key(offered.number) for offered in asking.events(contract.Offered)}
    rest = tuple(
        record
        for record in case.standing
        if (held := vars(record.event).get("contract")) is None or number_key(held.number) not in mine
    )
    if len(rest) == len(case.standing):
        return case
    state = rest[-1].state if rest else case.state
    return case._replace(records=rest, annulled=frozenset(), state=state)


# ─── What differs ────────────────────────────────────────────────────────────────────────────────────────


def _compared(source: Source, handed: Extract, case: History[Any], own: Extract) -> Iterator[Verdict]:
    """Each fact in which the extract handed in differs from what the case said at the nearest moment of its day.

    The whole case is asked, with what the step's own case has put in it: an extract shows that too. `own` is the
    extract by which the step is judged; a contract that is being concluded takes nothing yet by it.
    """
    for fact, said, held in differing(handed, chain(_on_the_day(source, case, handed.as_of), [own])):
        yield reconciliation.extract_agrees(
            CYCLES[case.lifecycle].title,
            written(handed),
            handed.as_of,
            fact=fact,
            handed=said,
            case=case.id,
            held=held,
        )


def _on_the_day(source: Source, case: History[Any], day: date) -> Iterator[Extract]:
    """What the case showed after each of its steps of the day, the latest first, and before them."""
    records = case.made_by(day)
    before = sum(record.event.on < day for record in records)
    for many in range(len(records), before - 1, -1):
        if many == 0:
            continue
        then = case._replace(
            records=tuple(records[:many]), annulled=frozenset(), state=records[many - 1].state
        )
        extract = extract_of(source, then, day)
        if extract is not None:
            yield extract
