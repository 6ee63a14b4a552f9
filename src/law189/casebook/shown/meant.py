"""Какое дело имеется в виду (meant): the case of the book that a step's extract is of."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from law189.casebook.differing import differing, written
from law189.casebook.extracted import ASKED, extract_of, is_over, last_day
from law189.casebook.keys import BY, GIVEN, By, number
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
from law189.law import Source
from law189.numbers import number_key, same_inn, service_key
from law189.verdict import Outcome
from law189.workflows import agreement, certificate, contract, order
from law189.workflows.agreement.case import shown_provider

__all__ = ["Meant", "held_for", "meant"]


class _Wanted(NamedTuple):
    """Какое дело нужно шагу: what the step and its case say of the one that they rest on.

    `services` are none where no step says them, `party` is the INN of the provider, `before` the number of the
    extract that the case was shown last, `until` the last day that the step or the case sets.
    """

    source: Source
    handed: Extract | None
    on: date
    services: set[str]
    years: tuple[int, ...]
    party: str | None
    before: str | None
    until: date

    @classmethod
    def by(cls, source: Source, handed: Extract | None, event: Event, history: History[Any]) -> "_Wanted":
        """What the step wants, beside its case."""
        return cls(
            source,
            handed,
            event.on,
            _services_of(event, history),
            _years(event),
            _party(event, history),
            _shown_before(source, history),
            _until(event, history),
        )


class Meant(NamedTuple):
    """Что имеется в виду: the cases that a fact may be an extract of, the likeliest first.

    `alike` are cases of the number that the step names, where nothing in it tells which of them it means; `others`
    are orders of the number in the extract handed in, where the book has none of its year.
    """

    cases: tuple[History[Any], ...]
    alike: tuple[History[Any], ...] = ()
    others: tuple[History[Any], ...] = ()


def meant(shelf: Shelf, source: Source, line: Line, name: str, history: History[Any]) -> Meant:
    """Which cases of the book the fact may be an extract of."""
    found = _found(shelf, dict.fromkeys(_numbers(source, line, name, history)))
    handed: Extract | None = getattr(line.event, name, None)
    if isinstance(handed, RegisterExtract) and not found:  # the record is there, and has another provider
        found = _found(shelf, {(handed.record, By.RECORD): None})
    if isinstance(handed, OrderExtract):
        own = [case for case in found if _year(case) == handed.year]
        slips = [case for case in found if _same_but_year(case, handed, line.event.on)]
        if not own and not slips:
            return Meant((), others=tuple(found))
        found = own or slips
    if len(found) == 1:
        return Meant(tuple(found))
    wanted = _Wanted.by(source, handed, line.event, history)
    ranks = [(_unlikely(case, wanted), case) for case in found]
    ranks.sort(key=lambda one: one[0])
    alike = [case for rank, case in ranks if rank == ranks[0][0]]
    asks = handed is None and name in line.refers_to and len(alike) > 1
    shows = asks and extract_of(source, alike[0], line.event.on) is not None
    return Meant(tuple(case for _, case in ranks), tuple(alike) if shows else ())


def _found(shelf: Shelf, numbers: Mapping[tuple[str | int, By], None]) -> list[History[Any]]:
    """The cases that the shelf has under any of the numbers."""
    ids = dict.fromkeys(one for told, by in numbers for one in shelf.found(number(by, told)))
    return [case for one in ids if (case := shelf.case(one)) is not None]


def _year(case: History[Any]) -> int:
    """The year of an order, which its draft says."""
    year: int = case.the(order.Drafted).year
    return year


def _same_but_year(case: History[Any], handed: OrderExtract, on: date) -> bool:
    """Whether the extract handed in is of that order under another year: two are not approved on one day."""
    own = extract_of(Source.ORDER, case, on)
    return isinstance(own, OrderExtract) and own.approved_on == handed.approved_on


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
    """The services that the case is for; none where its steps do not say it."""
    named: set[str] = set()
    for one in (*(record.event for record in history.standing), event):
        if isinstance(one, contract.Offered):
            named = {service_key(one.service)}
        elif isinstance(one, agreement.Drafted | certificate.AppliedFor):
            named = {service_key(service) for service in one.services}
    return named


def _unlikely(case: History[Any], wanted: _Wanted) -> tuple[int, ...]:
    """How far the case is from what is meant, first of all one that shows nothing on the day.

    Then one of another year, number, party or services than the step tells, one that ended by the day or whose last
    day is past, another one than the case was shown before, one that ends before the step's last day, one from
    which the extract handed in differs more, one that was given its number without force.
    """
    extract = extract_of(wanted.source, case, wanted.on)
    if extract is None:
        return True, _without_force(case)
    last, handed = last_day(extract), wanted.handed
    services, inn = getattr(extract, "services", None), getattr(extract, "provider", None)
    return (
        False,
        isinstance(extract, OrderExtract) and extract.year not in wanted.years,
        handed is not None and _number(extract) != _number(handed),
        services is not None and not wanted.services <= {service_key(one) for one in services},
        inn is not None and wanted.party is not None and not same_inn(inn, wanted.party),
        is_over(extract, wanted.on),
        wanted.before is not None and _number(extract) != wanted.before,
        last is not None and last < wanted.until,
        0 if handed is None else sum(1 for _ in differing(handed, iter([extract]))),
        _without_force(case),
    )


def _shown_before(source: Source, history: History[Any]) -> str | None:
    """The number of the extract that the case was shown last; None where it was shown none."""
    for record in reversed(history.standing):
        for name, of in ASKED.get(type(record.event), ()):
            extract: Extract | None = getattr(record.event, name) if of is source else None
            if extract is not None:
                return _number(extract)
    return None


def _until(event: Event, history: History[Any]) -> date:
    """The last day that the step or the case sets; the day of the step where neither does."""
    for told in (event, *(record.event for record in reversed(history.standing))):
        until: date | None = getattr(told, "ends_on", None) or getattr(told, "valid_until", None)
        if until is not None:
            return until
    return event.on


def _years(event: Event) -> tuple[int, ...]:
    """The years that a step is for: those of its sums, else from its day to the last day that it sets."""
    told: Any = event
    if sums := getattr(told, "sums", ()):
        return tuple(one.year for one in sums)
    until: date = getattr(told, "valid_until", None) or getattr(told, "ends_on", None) or event.on
    return tuple(range(event.on.year, until.year + 1))


def _party(event: Event, history: History[Any]) -> str | None:
    """The INN of the provider by the offer of a contract, or by the extract that an agreement was begun on."""
    offers = [one for one in (*history.events(contract.Offered), event) if isinstance(one, contract.Offered)]
    if offers:
        return offers[-1].provider
    shown = shown_provider(history)
    return None if shown is None else shown.provider


def _without_force(case: History[Any]) -> bool:
    """Whether the step that gave the case its number was void."""
    return any(one.verdict.outcome is Outcome.VOID for one in case.standing if type(one.event) in GIVEN)


def _number(extract: Extract) -> str:
    return number_key(written(extract))
