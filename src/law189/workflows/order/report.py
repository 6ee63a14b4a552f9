"""Отчёт об исполнении заказа (report): of a period, of the year, published; a cancelled order, a closed case."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from law189.cases.given.documents import Document, Evidence, PublishedIn
from law189.cases.given.events import NO_DAYS, EventDays
from law189.cases.given.grounds import Begun, Reason
from law189.cases.given.payments import PeriodSince, PeriodUntil
from law189.cases.given.volumes import Achieved, AchievedVolumes
from law189.cases.history import History
from law189.cases.lifecycle import Assumed, Heading, Moment, Owing, Within
from law189.law import Citation, Text
from law189.law.text import in_russian
from law189.measures import Volume
from law189.profile.documents import DocumentKind
from law189.profile.slots import Fill
from law189.readings import D6, under
from law189.rules import orders, volumes
from law189.rules.acts import publication
from law189.rules.orders import execution, reported_amended, reported_parts, reported_periods
from law189.rules.orders.reported_rows import ReportRow
from law189.verdict import Outcome, Verdict
from law189.workflows.order.approval import Amended, Drafted, Published, in_its_year
from law189.workflows.order.case import BODY, FORMING, OrderEvent, State, lifecycle, lines_of

__all__ = ["Achieved", "Cancelled", "Closed", "PeriodReported", "ReportFormed", "ReportPublished"]


# ─── Отчёт об исполнении ─────────────────────────────────────────────────── 189-ФЗ, ст. 7, ч. 5 ───


class PeriodReported(OrderEvent):
    """Отчёт за период года заказа: с какого по какой день, сколько оказано каждой услуги заказа."""

    kind: Literal["period_reported"] = "period_reported"
    since: PeriodSince
    until: PeriodUntil
    achieved: AchievedVolumes
    document: Document = None


PERIODICITY, DEVIATION = "order.report_periodicity", "order.permitted_deviation"
APART = "189-fz/art19.part1"


def _period_left(case: Moment[Any]) -> Verdict | None:
    """Whether some period for which the act asks a report is over and open to one; None where no act asks."""
    fill = case.edition.fill_on(PERIODICITY, case.on)
    if fill is None:
        return None
    cites = (case.edition.federal.slot(PERIODICITY).cite, fill.cite)

    def told(choices: Mapping[str, str]) -> Verdict:
        periods = _periods(case, choices)
        return execution.period_left(case.on, _told(case), *cites, year=_year(case), periods=periods)

    return under(case.edition.readings, told, D6)


def _told(case: Moment[Any]) -> list[tuple[date, date]]:
    """The first and the last days of the reports for a period."""
    return [(one.since, one.until) for one in case.history.events(PeriodReported)]


def _year(case: Moment[Any]) -> int:
    return case.history.the(Drafted).year


def _asking(case: Moment[Any], last: date, choices: Mapping[str, str]) -> Fill | None:
    """The act that says of which periods with that last day a report is owed; None where no act says.

    The duty begins with the last day, and goes by the act of it; reading D6 tells otherwise.
    """
    now = case.edition.fill_on(PERIODICITY, case.on)
    if last >= case.on or D6.chosen(choices) != "as_begun":
        return now
    return case.profile.on(last).fill_on(PERIODICITY, last) or now


def _ids(fill: Fill | None) -> list[str]:
    return [] if fill is None else [one.id for one in fill.entries or ()]


def _periods(case: Moment[Any], choices: Mapping[str, str]) -> list[execution.PeriodOfYear]:
    """The periods of the year for which the act asks a report; none where no act says."""
    days = [(of, first, last) for of in execution.ReportPeriod for first, last in of.days(_year(case))]
    asked = {last: _ids(_asking(case, last, choices)) for last in {last for _, _, last in days}}
    return [one for one in days if one[0].value in asked[one[2]]]


def _was_published(case: Moment[Any]) -> bool:
    """Whether the order has been in force as a published one: an amendment ends no duty to report on it."""
    return any(case.history.events(Published))


def _periods_left(case: Moment[Any]) -> tuple[Owing, ...]:
    """Each period for which the act asks a report that is over and not reported; nothing sets the report a term."""
    left = execution.periods_left(case.on, _told(case), _periods(case, case.edition.readings))
    return tuple(
        Owing(
            Text(
                f"{of.text.ru}: с {in_russian(since)} по {in_russian(until)}",
                f"{of.text.en}: from {since.isoformat()} to {until.isoformat()}",
            )
        )
        for of, since, until in left
    )


@lifecycle.on(
    PeriodReported,
    Heading(
        title=Text("сформирован отчёт за период", "report for a period formed"),
        source=State.PUBLISHED,
        target=State.PUBLISHED,
        basis="189-fz/art7.part5",
        by=BODY,
        document=DocumentKind.ORDER_REPORT,
        acts=FORMING,
        values=(PERIODICITY,),
        fits=(_period_left,),
        duty=Text("сформировать отчёт за период", "form the report for a period"),
        owed=_was_published,
        owed_in=(State.APPROVED,),
        owing=_periods_left,
    ),
)
def report_period(m: Moment[PeriodReported]) -> Iterator[Verdict]:
    """До конца года отчитываются за те периоды, которые называет акт; строки отчёта — как в отчёте за год."""
    event = m.event
    if _asking(m, event.until, m.edition.readings) is not None:
        yield _of_period(m)
    yield execution.period_over(m.on, event.until)
    earlier = m.history.events(PeriodReported)
    same = [one.on for one in earlier if (one.since, one.until) == (event.since, event.until)]
    yield execution.period_once(event.since, event.until, same)
    yield from _executed(m)
    yield from _beside_others(m, event.since, event.until)


def _of_period(m: Moment[PeriodReported]) -> Verdict:
    """Whether the act asks a report of that period; by which act, reading D6 says."""
    event, slot = m.event, m.edition.federal.slot(PERIODICITY).cite

    def told(choices: Mapping[str, str]) -> Verdict:
        fill = _asking(m, event.until, choices)
        cites = (slot,) if fill is None else (slot, fill.cite)
        return execution.of_period(event.since, event.until, *cites, year=_year(m), periods=_ids(fill))

    return under(m.edition.readings, told, D6)


Report = Moment[PeriodReported] | Moment["ReportFormed"]


def _permitted(case: Moment[Any]) -> tuple[Decimal | None, tuple[Citation, ...]]:
    """The permitted deviation in per cent, and what sets it; None where no act does."""
    fill = case.edition.fill_on(DEVIATION, case.on)
    if fill is None or fill.number is None:
        return None, ()
    return fill.number, (case.edition.federal.slot(DEVIATION).cite, fill.cite)


def _executed(m: Report) -> Iterator[Verdict]:
    """Строки отчёта — услуги заказа в его единицах; сверх допустимого отклонения не оказано ничего."""
    ordered, choices = volumes.ordered_in(lines_of(m.history)), m.edition.readings
    achieved, (permitted, cites) = _volumes(m.event), _permitted(m)
    yield volumes.reported(ordered, achieved, choices=choices)
    yield from _parts(m, permitted, *cites)
    if permitted is None:
        yield volumes.executed(ordered, achieved, choices=choices)
    else:
        yield execution.deviated(ordered, achieved, permitted, *cites, choices=choices)


def _beside_others(m: Report, since: date, until: date) -> Iterator[Verdict]:
    """Отчёт согласен с другими о его днях; отдельные периоды вместе не больше заказа, как и весь год."""
    others, lines, readings = _reported(m.history), lines_of(m.history), m.edition.readings
    permitted, cites = _permitted(m)
    of_period = isinstance(m.event, PeriodReported)
    for row in _rows(m.event, since, until):
        # that a period is told of twice is one fault, whatever the second report says
        beside = [one for one in others if not of_period or (one.since, one.until) != (since, until)]
        found = list(reported_periods.agree(row, beside, choices=readings))
        yield from found
        if of_period and all(one.outcome is Outcome.HOLDS for one in found):
            yield from reported_periods.together(
                row, beside, lines, *cites, permitted=permitted, choices=readings
            )


def _rows(event: "PeriodReported | ReportFormed", since: date, until: date) -> Iterator[ReportRow]:
    return (ReportRow(since, until, one.service, one.unit, one.amount, one.parts) for one in event.achieved)


def _reported(history: History[Any]) -> tuple[ReportRow, ...]:
    """The rows of the reports of periods that the case has."""
    reports = history.events(PeriodReported)
    return tuple(row for one in reports for row in _rows(one, one.since, one.until))


def _parts(m: Report, permitted: Decimal | None, *cites: Citation) -> Iterator[Verdict]:
    """Где отчёт различает способы: части складываются в строку, и каждая сравнивается с долей способа."""
    lines, apart, choices = lines_of(m.history), m.edition.cite(APART), m.edition.readings
    for row in m.event.achieved:
        if row.parts:
            yield reported_parts.parted(row.service, row.unit, row.amount, row.parts)
            yield from reported_parts.ordered_ways(row.service, row.parts, lines, choices=choices)
            yield from reported_parts.by_share(
                row.service, row.unit, row.parts, lines, apart, *cites, permitted=permitted, choices=choices
            )


def _volumes(event: "PeriodReported | ReportFormed") -> list[tuple[str, Volume]]:
    return [(one.service, Volume(amount=one.amount, unit=one.unit)) for one in event.achieved]


class ReportFormed(OrderEvent):
    """Отчёт об исполнении сформирован: сколько оказано каждой услуги заказа."""

    kind: Literal["report_formed"] = "report_formed"
    achieved: AchievedVolumes
    document: Document = None
    event_on: EventDays = NO_DAYS


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
        within=Within(
            "order.report_term",
            since=lambda history: date(history.the(Drafted).year, 12, 31),
            counted=Text("с последнего дня года заказа", "from the last day of the year of the order"),
        ),
        given=(lambda case: orders.year_over(case.on, case.history.the(Drafted).year),),
        duty=Text("сформировать отчёт об исполнении заказа", "form the report on the order"),
        owed=_was_published,
        owed_in=(State.APPROVED,),
    ),
)
def form_report(m: Moment[ReportFormed]) -> Iterator[Verdict]:
    """Отчёт называет каждую услугу заказа, не больше заказанного, и согласен с отчётами за периоды года."""
    year = m.history.the(Drafted).year
    yield from _executed(m)
    yield from _beside_others(m, date(year, 1, 1), date(year, 12, 31))


class ReportPublished(OrderEvent):
    """Отчёт размещён: где и чем это подтверждается."""

    kind: Literal["report_published"] = "report_published"
    place: PublishedIn
    evidence: Evidence
    event_on: EventDays = NO_DAYS


@lifecycle.on(
    ReportPublished,
    Heading(
        title=Text("отчёт об исполнении размещён", "report published"),
        source=State.REPORTED,
        target=State.REPORT_PUBLISHED,
        basis="minfin-243n/act",
        by=BODY,
        within=Within(
            "order.publication_term",
            since=lambda history: history.the(ReportFormed).on,
            counted=Text("со дня отчёта", "from the report"),
        ),
        duty=Text("разместить отчёт об исполнении заказа", "publish the report on the order"),
    ),
)
def publish_report(m: Moment[ReportPublished]) -> Iterator[Verdict]:
    """Отчёт размещают там же, где заказ."""
    yield publication.placed(m.event.place, m.event.evidence, m.edition.publication)


# ─── Изменение заказа, о котором уже отчитывались ────────────────────────────────────────────────────────


@lifecycle.throughout(Amended)
def covers_reported(m: Moment[Any]) -> Iterator[Verdict]:
    """Изменённый заказ не меньше того, что по отчётам уже оказано; до шага новых строк ещё нет."""
    if m.event is None:
        return
    before, reports, readings = lines_of(m.history), _reported(m.history), m.edition.readings
    permitted, cites = _permitted(m)
    yield from reported_amended.amended_below(
        before, m.event.lines, reports, *cites, permitted=permitted, choices=readings
    )


# ─── Отмена заказа и закрытие дела ───────────────────────────────────────────────────────────────────────────


class Cancelled(OrderEvent):
    """Заказ отменён: почему, и начато ли его исполнение."""

    kind: Literal["cancelled"] = "cancelled"
    reason: Reason
    begun: Begun = None


@lifecycle.on(
    Cancelled,
    Heading(
        title=Text("заказ отменён", "order cancelled"),
        source=(State.APPROVED, State.PUBLISHED),
        target=State.CANCELLED,
        basis=Assumed(
            Text(
                "Об отмене заказа известные нам акты молчат; без этого шага отменённый заказ числился бы "
                "действующим.",
                "The acts known here are silent on cancelling an order; without this step a cancelled order would "
                "seem to stand.",
            )
        ),
        by=BODY,
        acts=FORMING,
        fits=(lambda case: execution.not_begun(None, reported=True) if _begun(case) else None,),
        given=(in_its_year,),
    ),
)
def cancel(m: Moment[Cancelled]) -> Iterator[Verdict]:
    """Отменяют заказ, по которому ещё ничего не оказано."""
    yield execution.not_begun(m.event.begun, reported=_begun(m))


def _begun(case: Moment[Any]) -> bool:
    """Whether a report of a period tells that something was rendered."""
    return any(one.amount > 0 for one in _reported(case.history))


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
