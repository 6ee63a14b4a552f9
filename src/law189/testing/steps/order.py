"""Верные шаги социального заказа (right steps of a social order).

>>> from law189.testing.cases import RIGHT
>>> next(iter(RIGHT["order"]))
'drafted'
>>> RIGHT["order"]["shelved"]
Traceback (most recent call last):
    ...
KeyError: 'shelved'
"""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from law189.cases.history import Event
from law189.cases.moment import Moment
from law189.extracts import AdviceExtract, OrderLine, Part, Way
from law189.measures import EXACT, Unit
from law189.profile.documents import DocumentKind
from law189.rules.orders import ways
from law189.rules.orders.execution import ReportPeriod
from law189.testing.cases import body_of, entries_of, handed_for, right, service_of
from law189.verdict import Outcome
from law189.workflows import order

WHOLE = Decimal(100)


def _lines(case: Moment[None], year: int, draw: DrawFn) -> tuple[OrderLine, ...]:
    """One line, with a share by certificate if that way is chosen on the day and as the year begins."""
    days = (case.on, max(case.on, date(year, 1, 1)))
    chosen = (ways.way_chosen(Way.CERTIFICATE, day, case.profile.on(day).selection) for day in days)
    open_ = all(verdict.outcome is Outcome.HOLDS for verdict in chosen)
    share = Decimal(draw(st.sampled_from((40, 0))) if open_ else 0)
    parts = (
        Part(way=Way.MUNICIPAL_TASK, amount=EXACT.subtract(WHOLE, share)),
        Part(way=Way.CERTIFICATE, amount=share),
    )
    return (OrderLine(service=service_of(case), unit=Unit.PERSON_HOURS, total=WHOLE, parts=parts),)


@right("order", "drafted")
def _order_drafted(case: Moment[None], draw: DrawFn) -> Event:
    year = case.on.year + 1
    lines = _lines(case, year, draw)
    return order.Drafted(
        on=case.on,
        by=body_of(case),
        number="1",
        year=year,
        lines=lines,
        planning=_planning(lines, year, draw),
    )


def _planning(lines: tuple[OrderLine, ...], year: int, draw: DrawFn) -> tuple[order.PlannedVolume, ...]:
    """The same volumes for the next two years, or no planning period."""
    years = range(year + 1, year + 1 + draw(st.sampled_from((0, 2))))
    return tuple(
        order.PlannedVolume(service=line.service, unit=line.unit, year=one, amount=line.total)
        for line in lines
        for one in years
    )


@right("order", "advice_attached")
def _advice_attached(case: Moment[None], draw: DrawFn) -> Event:
    adopted = draw(st.sampled_from((True, False, None)))
    advice = AdviceExtract(as_of=case.on, held_on=case.on, question="О заказе", adopted=adopted)
    return order.AdviceAttached(on=case.on, by="chair", advice=advice)


@right("order", "approved")
def _approved(case: Moment[None], _: DrawFn) -> Event:
    document = handed_for(DocumentKind.SOCIAL_ORDER, case)
    return order.Approved(on=case.on, by=body_of(case), document=document, enabling_act="решение № 5")


def _place(case: Moment[None]) -> Any:
    duties = (duty for duty in case.edition.publication if duty.what == "law-documents")
    return next((duty.place for duty in duties if duty.place is not None), "budget-portal")


@right("order", "published")
def _published(case: Moment[None], _: DrawFn) -> Event:
    return order.Published(on=case.on, by=body_of(case), place=_place(case), evidence="запись 17")


@right("order", "amended")
def _order_amended(case: Moment[None], draw: DrawFn) -> Event:
    """The next number of the status; the first approval has 1. What was reported on keeps its lines."""
    before, year = len(list(case.history.events(order.Amended))), case.history.the(order.Drafted).year
    begun = any(case.history.events(order.PeriodReported))
    lines = order.lines_of(case.history) if begun else _lines(case, year, draw)
    return order.Amended(
        on=case.on,
        by=body_of(case),
        status=before + 2,
        lines=lines,
        planning=_planning(lines, year, draw),
        reason="спрос",
        document=handed_for(DocumentKind.SOCIAL_ORDER, case),
        enabling_act="решение № 5",
    )


def _achieved(case: Moment[None], rendered: int, draw: DrawFn) -> tuple[order.Achieved, ...]:
    """All of each line where `rendered` is 1, nothing where it is 0, with the ways told apart or not."""
    apart = draw(st.booleans())
    return tuple(
        order.Achieved(
            service=line.service,
            unit=line.unit,
            amount=EXACT.multiply(line.total, rendered),
            parts=tuple(Part(way=one.way, amount=EXACT.multiply(one.amount, rendered)) for one in line.parts)
            if apart
            else (),
        )
        for line in order.lines_of(case.history)
    )


@right("order", "period_reported")
def _period_reported(case: Moment[None], draw: DrawFn) -> Event:
    """For the first period of the year that the act asks for, when it is over."""
    year = case.history.the(order.Drafted).year
    asked = entries_of("order.report_periodicity", case) or ("quarter",)
    since, until = next(ReportPeriod(asked[0]).days(year))
    on = max(case.on, until)
    rendered = draw(st.sampled_from((0, 1)))
    achieved = _achieved(case, rendered, draw)
    document = handed_for(DocumentKind.ORDER_REPORT, replace(case, on=on))
    return order.PeriodReported(
        on=on, by=body_of(case), since=since, until=until, achieved=achieved, document=document
    )


@right("order", "report_formed")
def _report_formed(case: Moment[None], draw: DrawFn) -> Event:
    """Not before the year of the order is over."""
    on = max(case.on, date(case.history.the(order.Drafted).year, 12, 31))
    achieved = _achieved(case, 1, draw)
    document = handed_for(DocumentKind.ORDER_REPORT, replace(case, on=on))
    return order.ReportFormed(on=on, by=body_of(case), achieved=achieved, document=document)


@right("order", "report_published")
def _report_published(case: Moment[None], _: DrawFn) -> Event:
    return order.ReportPublished(on=case.on, by=body_of(case), place=_place(case), evidence="запись 18")


@right("order", "cancelled")
def _order_cancelled(case: Moment[None], _: DrawFn) -> Event:
    return order.Cancelled(on=case.on, by=body_of(case), reason="денег нет", begun=False)


@right("order", "closed")
def _order_closed(case: Moment[None], _: DrawFn) -> Event:
    return order.Closed(on=case.on, by=body_of(case))
