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
from law189.casebook.extracted import extract_of
from law189.casebook.line import Line
from law189.casebook.meant import ASKED, cases_of
from law189.casebook.near import near
from law189.casebook.shelf import Shelf
from law189.casebook.silent import came_about, known_by, not_said, said_of, silent_case, withdrawn
from law189.cases.history import Event, History
from law189.extracts.extract import Extract
from law189.law import Source
from law189.numbers import number_key
from law189.rules import reconciliation
from law189.verdict import Verdict
from law189.workflows import contract

__all__ = ["NOT_LATER", "Shown", "filled", "shown"]


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
        for case in cases_of(shelf, source, line, name, history):
            seen = _without(case, history) if source is Source.CERTIFICATE else case
            extract = extract_of(source, seen, event.on)
            if extract is None:
                continue
            own[name], cases[name] = extract, case
            if handed is not None:
                verdicts.extend(_compared(source, handed, seen, extract))
            break
        else:
            mute = None if handed is None else silent_case(shelf, source, handed, event.on)
            if handed is not None and mute is not None:
                own[name] = withdrawn(source, handed, mute, event.on)
                verdicts.append(not_said(source, handed, mute))
            if handed is None and (named := line.refers_to.get(name)) is not None:
                held = [*known_by(shelf, source, named)]
                came = came_about(source, held, event.on)
                if came is not None:
                    own[name] = came
                else:
                    said = {one.id: said_of(one) for one in held}
                    like = {} if held else near(shelf, source, named)
                    verdicts.append(reconciliation.case_named(name, named, said, like))
    return Shown(event.model_copy(update=own) if own else event, cases, tuple(verdicts))


def filled(shelf: Shelf, line: Line, history: History[Any]) -> Event:
    """The event of the line with the extracts that nobody handed in, from the cases of the shelf that have them."""
    event = line.event
    missing = [name for name, _ in ASKED.get(type(event), ()) if getattr(event, name) is None]
    if not missing:
        return event
    own = shown(shelf, line, history).event
    return event.model_copy(update={name: getattr(own, name) for name in missing})


def _without(case: History[Any], asking: History[Any]) -> History[Any]:
    """The certificate as it stands beside the contract that asks: its own part of it is not held against it."""
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
    """Each fact of the extract handed in that the case did not say at any moment of its day."""
    seen = _on_the_day(source, case, handed.as_of)
    for fact, said, held in differing(handed, chain([next(seen, own)], seen)):
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
