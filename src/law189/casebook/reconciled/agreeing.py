"""Согласие дел (agreeing): the licence of an entry of the register, and a report, beside what the cases say."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import partial

from law189.casebook.reconciled.beside import Beside
from law189.casebook.rendered import Rendered, order_key
from law189.casebook.rendered.contracts import What
from law189.casebook.shelf.apart import RenderedByAll
from law189.cases.given.volumes import Achieved
from law189.extracts import OrderLine, Part, Way
from law189.measures import total
from law189.numbers import service_key
from law189.rules import reconciliation
from law189.rules.acts import force
from law189.rules.reconciliation import contracts_held
from law189.verdict import Outcome, Verdict
from law189.workflows import order, selection

__all__ = ["licence_runs", "report_agrees"]


def licence_runs(of: Beside) -> Iterator[Verdict]:
    """У исполнителя реестра лицензия действует в день шага."""
    case, asked = of.cases.get("provider"), of.edition.licence
    if case is None or asked is None or not force.holds(asked, of.on):
        return
    licence = selection.provider_of(case).licence
    if licence is not None and licence.ends_on is not None and licence.ends_on < of.on:
        provider = selection.provider_of(case).inn
        yield reconciliation.licence_runs(provider, licence.number, licence.ends_on, of.on, asked.basis)


def report_agrees(of: Beside) -> Iterator[Verdict]:
    """Отчёт говорит то же, что дела: сколько за его период оказано по сертификатам этого заказа."""
    drafted, lines, event = of.after.the(order.Drafted), order.lines_of(of.after), of.event
    named, period = (drafted.number, drafted.year), _period(event, drafted.year)
    yield from of.told(RenderedByAll(), _reported, named, lines, event.achieved, period)


def _reported(
    rendered: Rendered,
    of: tuple[str, int],
    lines: Sequence[OrderLine],
    achieved: Sequence[Achieved],
    period: tuple[date, date],
) -> Iterator[Verdict]:
    """What the report says was achieved, beside what the contracts rendered; `of` is the order."""
    key, (since, until) = order_key(*of), period
    if not rendered.some_of(key):
        services = [row.service for row in achieved if _may_be_certified(row, lines)]
        if services:
            yield contracts_held.of_order(of[0], period, services)
        return
    said = {(service_key(row.service), row.unit) for row in achieved}
    told = [(row.service, row.unit, row.amount, row.parts) for row in achieved]
    others = ((name, what[1]) for what, name in rendered.contracts.named().items() if what not in said)
    for service, unit, amount, parts in (*told, *((*one, Decimal(0), ()) for one in others)):
        what = service_key(service), unit
        ordered = _ordered(lines, what)
        found = rendered.within(key, what, since, until)
        if not (found.least or (what in said and (found.most or _by_certificate(ordered)))):
            continue
        asked = partial(
            reconciliation.report_agrees,
            service,
            unit,
            amount,
            _sum(part for part in parts if part.way is Way.CERTIFICATE) if parts else None,
            others=_sum(part for part in ordered if part.way is not Way.CERTIFICATE),
            period=period,
        )
        verdict = asked(found)
        void = () if verdict.outcome is Outcome.HOLDS else rendered.void(what)
        if void:
            doubted = asked(rendered.doubted().within(key, what, since, until))
            verdict = asked(found, void=void) if _better(doubted.outcome, verdict.outcome) else verdict
        yield verdict


def _ordered(lines: Iterable[OrderLine], what: What) -> list[Part]:
    return [part for one in lines if (service_key(one.service), one.unit) == what for part in one.parts]


def _may_be_certified(row: Achieved, lines: Iterable[OrderLine]) -> bool:
    """Whether the row tells of something rendered by certificate, or does not tell the ways apart and it may be."""
    if row.parts:
        return _sum(part for part in row.parts if part.way is Way.CERTIFICATE) > 0
    ordered = _ordered(lines, (service_key(row.service), row.unit))
    return row.amount > 0 and _by_certificate(part for part in ordered if part.amount > 0)


def _better(one: Outcome, other: Outcome) -> bool:
    """Whether it holds, or is no more than unknown where the other is a breach."""
    return one is Outcome.HOLDS or (one is Outcome.UNKNOWN and other is Outcome.BREACH)


def _by_certificate(parts: Iterable[Part]) -> bool:
    return any(part.way is Way.CERTIFICATE for part in parts)


def _sum(parts: Iterable[Part]) -> Decimal:
    return total(part.amount for part in parts)


def _period(event: order.ReportFormed | order.PeriodReported, year: int) -> tuple[date, date]:
    """The first and the last day that a report is for."""
    if isinstance(event, order.PeriodReported):
        return event.since, event.until
    return date(year, 1, 1), date(year, 12, 31)
