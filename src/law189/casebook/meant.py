"""Какое дело имеется в виду (meant): the case of the book that a step's extract is of.

>>> [name for name, _ in ASKED[contract.Concluded]]
['certificate', 'provider', 'agreement']
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from pydantic import BaseModel

from law189.casebook.cycles import CYCLES
from law189.casebook.differing import differing, written
from law189.casebook.extracted import EXTRACTS, extract_of
from law189.casebook.keys import BY, By, number
from law189.casebook.line import Line
from law189.casebook.shelf import Shelf
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
from law189.workflows import agreement, contract, order

__all__ = ["ASKED", "cases_of", "held_for"]


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
