"""Отчёт об исполнении заказа (report): formed, published, and the case closed."""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from law189.cases.given.documents import Document, Evidence, PublishedIn
from law189.cases.given.volumes import Achieved, AchievedVolumes
from law189.cases.lifecycle import Assumed, Heading, Moment, Within
from law189.law import Text
from law189.measures import Volume
from law189.profile.documents import DocumentKind
from law189.rules import orders, publication, volumes
from law189.verdict import Verdict
from law189.workflows.order.approval import Drafted
from law189.workflows.order.case import BODY, FORMING, OrderEvent, State, lifecycle, lines_of

__all__ = ["Achieved", "Closed", "ReportFormed", "ReportPublished"]


# ─── Отчёт об исполнении ─────────────────────────────────────────────────── 189-ФЗ, ст. 7, ч. 5 ───


class ReportFormed(OrderEvent):
    """Отчёт об исполнении сформирован: сколько оказано каждой услуги заказа."""

    kind: Literal["report_formed"] = "report_formed"
    achieved: AchievedVolumes
    document: Document = None


@lifecycle.on(
    ReportFormed,
    Heading(
        title=Text("отчёт об исполнении сформирован", "report formed"),
        source=State.PUBLISHED,
        target=State.REPORTED,
        basis="189-fz/art7.part5",
        by=BODY,
        document=DocumentKind.ORDER_REPORT,
        acts=FORMING,
        within=Within("order.report_term", since=lambda history: date(history.the(Drafted).year, 12, 31)),
        duty=Text("сформировать отчёт об исполнении заказа", "form the report on the order"),
    ),
)
def form_report(m: Moment[ReportFormed]) -> Iterator[Verdict]:
    """Отчёт называет каждую услугу заказа один раз и в единицах заказа; сверх заказа не оказано ничего."""
    yield orders.year_over(m.event.on, m.history.the(Drafted).year)
    ordered, choices = volumes.ordered_in(lines_of(m.history)), m.edition.readings
    achieved = [(one.service, Volume(amount=one.amount, unit=one.unit)) for one in m.event.achieved]
    yield volumes.reported(ordered, achieved, choices=choices)
    yield volumes.executed(ordered, achieved, choices=choices)


class ReportPublished(OrderEvent):
    """Отчёт размещён: где и чем это подтверждается."""

    kind: Literal["report_published"] = "report_published"
    place: PublishedIn
    evidence: Evidence


@lifecycle.on(
    ReportPublished,
    Heading(
        title=Text("отчёт об исполнении размещён", "report published"),
        source=State.REPORTED,
        target=State.REPORT_PUBLISHED,
        basis="minfin-243n/act",
        by=BODY,
        within=Within("order.publication_term", since=lambda history: history.the(ReportFormed).on),
        duty=Text("разместить отчёт об исполнении заказа", "publish the report on the order"),
    ),
)
def publish_report(m: Moment[ReportPublished]) -> Iterator[Verdict]:
    """Отчёт размещают там же, где заказ."""
    yield publication.placed(m.event.place, m.event.evidence, m.edition.publication)


class Closed(OrderEvent):
    """Дело о заказе закрыто."""

    kind: Literal["closed"] = "closed"


@lifecycle.on(
    Closed,
    Heading(
        title=Text("заказ закрыт", "order closed"),
        source=State.REPORT_PUBLISHED,
        target=State.CLOSED,
        basis=Assumed(
            Text(
                "Закрытия никто не описывает; после размещения отчёта с заказом больше ничего не делают.",
                "Nobody describes closing; once its report is published nothing more is done with an order.",
            )
        ),
        by=BODY,
    ),
)
def close(_: Moment[Closed]) -> Iterator[Verdict]:
    """Закрытие не имеет условий."""
    yield from ()
