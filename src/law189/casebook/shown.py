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

from pydantic import BaseModel

from law189.casebook.cycles import CYCLES
from law189.casebook.differing import differing, written
from law189.casebook.extracted import EXTRACTS, extract_of
from law189.casebook.keys import BY, By, number
from law189.casebook.line import Line
from law189.casebook.near import near
from law189.casebook.shelf import Shelf
from law189.casebook.silent import came_about, known_by, not_said, said_of, silent_case, withdrawn
from law189.cases.history import Event, History
from law189.extracts import (
    AgreementExtract,
    CertificateExtract,
    ContractExtract,
    OrderExtract,
    RegisterExtract,
)
from law189.extracts.extract import Extract
from law189.law import Source, about
from law189.numbers import number_key, service_key
from law189.rules import reconciliation
from law189.verdict import Verdict
from law189.workflows import agreement, contract, order

__all__ = ["NOT_LATER", "Shown", "cases_of", "filled", "held_for", "shown"]


class Shown(NamedTuple):
    """Что книга показывает шагу: the event with the book's own extracts, from which cases, and what differs."""

    event: Event
    cases: Mapping[str, History[Any]]
    verdicts: tuple[Verdict, ...]


NOT_LATER: Mapping[str, Extract] = {}
"""That nothing is known to come about later."""


def _asked_of(event: type[BaseModel]) -> tuple[tuple[str, Source], ...]:
    """The facts of the event that are extracts of cases which a book holds."""
    sources = (
        (name, None if (of := about(event, name)) is None else of.source) for name in event.model_fields
    )
    return tuple((name, source) for name, source in sources if source is not None and source in EXTRACTS)


ASKED: Mapping[type[Event], tuple[tuple[str, Source], ...]] = {
    clause.event: _asked_of(clause.event) for cycle in CYCLES.values() for clause in cycle.clauses
}
"""For each event, which of its facts are extracts, and of what."""


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


# ─── Which case is meant ─────────────────────────────────────────────────────────────────────────────────


def cases_of(
    shelf: Shelf, source: Source, line: Line, name: str, history: History[Any]
) -> Iterator[History[Any]]:
    """The cases of the book that the fact may be an extract of, the likeliest first."""
    keys = dict.fromkeys(
        key for written, by in _numbers(source, line, name, history) for key in [number(by, written)]
    )
    ids = dict.fromkeys(history_id for key in keys for history_id in shelf.found(key))
    found = [case for one in ids if (case := shelf.case(one)) is not None]
    handed = getattr(line.event, name, None)
    if isinstance(handed, OrderExtract):  # orders of two years may have one number
        found = [case for case in found if case.the(order.Drafted).year == handed.year]
    if len(found) == 1:
        yield found[0]
        return
    wanted = _services_of(line.event, history)
    yield from sorted(found, key=lambda case: _unlikely(source, case, handed, wanted, line.event.on))


def _numbers(source: Source, line: Line, name: str, history: History[Any]) -> Iterator[tuple[str | int, By]]:
    """By which numbers the case may be found: as the line names it, as it is handed in, as the case knows it."""
    of, named, handed = BY[source], line.refers_to.get(name), getattr(line.event, name, None)
    if named is not None:
        yield named, of
        return
    match handed:
        case RegisterExtract(provider=inn):
            yield inn, By.PROVIDER
        case OrderExtract() | AgreementExtract() | CertificateExtract() | ContractExtract():
            yield handed.number, of
        case _:
            sums = getattr(line.event, "sums", ())
            yield from _known(source, history, sums[0].year if sums else line.event.on.year)


def held_for(shelf: Shelf, event: type[Event], history: History[Any], on: date) -> frozenset[str]:
    """The facts of a coming step that the book can take from its own cases on the day, though nobody names them."""
    found = set()
    for name, source in ASKED.get(event, ()):
        ids = [one for told, by in _known(source, history, on.year) for one in shelf.found(number(by, told))]
        cases = [case for one in ids if (case := shelf.case(one)) is not None]
        if any(extract_of(source, case, on) is not None for case in cases):
            found.add(name)
    return frozenset(found)


def _known(source: Source, history: History[Any], year: int) -> Iterator[tuple[str | int, By]]:
    """What the case itself knows of the other one, where the step names nothing; an order is of the year."""
    records: list[Any] = [record.event for record in history.standing]
    if source in (Source.REGISTER, Source.AGREEMENT):
        by = By.PROVIDER if source is Source.REGISTER else By.AGREED_WITH
        for one in records:
            if isinstance(one, contract.Offered):
                yield one.provider, by
            elif source is Source.REGISTER and isinstance(getattr(one, "provider", None), RegisterExtract):
                yield one.provider.provider, by
    if source is Source.ORDER:
        yield year, By.ORDER_YEAR
    if source is Source.CERTIFICATE:
        for one in records:
            if isinstance(one, contract.Concluded) and one.certificate is not None:
                yield one.certificate.number, By.CERTIFICATE


def _services_of(event: Event, history: History[Any]) -> set[str]:
    """The services that a contract or an agreement is for; none where it is another case."""
    named: set[str] = set()
    for one in (*(record.event for record in history.standing), event):
        if isinstance(one, contract.Offered):
            named = {service_key(one.service)}
        elif isinstance(one, agreement.Drafted):
            named = {service_key(service) for service in one.services}
    return named


def _unlikely(
    source: Source, case: History[Any], handed: Extract | None, wanted: set[str], on: date
) -> tuple[int, ...]:
    """How far the case is from what is meant: another number than handed in, other services, ended by the day.

    Of several that are as near it is the one from which the extract handed in differs least.
    """
    extract = extract_of(source, case, on)
    other = handed is not None and extract is not None and _number(extract) != _number(handed)
    foreign = isinstance(extract, RegisterExtract | AgreementExtract) and not wanted <= {
        service_key(one) for one in extract.services
    }
    over = any(
        day is not None and day <= on
        for day in (getattr(extract, "ended_on", None), getattr(extract, "excluded_on", None))
    )
    differs = sum(1 for _ in differing(handed, iter([extract]))) if handed and extract else 0
    return extract is None, other, foreign, over, differs


def _number(extract: Extract) -> str:
    return number_key(written(extract))


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
