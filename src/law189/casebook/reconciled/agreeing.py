"""Согласие дел (agreeing): the licence of an entry of the register, and a report, beside what the cases say."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from law189.casebook.apart import Apart
from law189.casebook.known import on_day
from law189.casebook.ledger_rows import NOTHING, Figure
from law189.casebook.reconciled.beside import Beside
from law189.casebook.rendered import rendered_in
from law189.casebook.shelf import Shelf
from law189.extracts import Way
from law189.measures import Unit
from law189.numbers import service_key
from law189.rules import reconciliation
from law189.verdict import Verdict
from law189.workflows import contract, order, selection

__all__ = ["licence_runs", "report_agrees"]


def licence_runs(of: Beside) -> Iterator[Verdict]:
    """У исполнителя реестра лицензия действует в день шага."""
    case, asked = of.cases.get("provider"), of.edition.licence
    if case is None or asked is None:
        return
    licence = selection.provider_of(case).licence
    if licence is not None and licence.ends_on is not None and licence.ends_on < of.on:
        provider = selection.provider_of(case).inn
        yield reconciliation.licence_runs(provider, licence.number, licence.ends_on, of.on, asked.basis)


def report_agrees(of: Beside) -> Iterator[Verdict]:
    """Отчёт говорит то же, что дела: сколько оказано по сертификатам; остальное могли оказать иначе."""
    drafted, lines = of.after.the(order.Drafted), order.lines_of(of.after)
    rendered = _rendered(of.shelf, drafted.year)
    if rendered is None:
        return
    for row in of.event.achieved:
        ordered = [
            one
            for one in lines
            if service_key(one.service) == service_key(row.service) and one.unit is row.unit
        ]
        if not any(part.way is Way.CERTIFICATE for line in ordered for part in line.parts):
            continue
        others = [p.amount for line in ordered for p in line.parts if p.way is not Way.CERTIFICATE]
        parts = (part.amount for part in row.parts if part.way is Way.CERTIFICATE)
        yield reconciliation.report_agrees(
            row.service,
            row.unit,
            row.amount,
            sum(parts, Decimal(0)) if row.parts else None,
            rendered.get((service_key(row.service), row.unit), NOTHING).amount,
            sum(others, Decimal(0)),
        )


def _rendered(shelf: Shelf, year: int) -> Mapping[tuple[str, Unit], Figure] | None:
    """How much of each service the contracts of the year rendered; None where the book holds no contract."""
    if isinstance(shelf, Apart):
        return shelf.rendered(year)
    contracts = [case for case in shelf.cases() if case.lifecycle == contract.lifecycle.name]
    return rendered_in((on_day(case, date.max) for case in contracts), year) if contracts else None
