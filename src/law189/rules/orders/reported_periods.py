"""Отчёты об одном заказе (reports of one order): what several of them say of the same days, and of the order.

A report is of a part of the order's year, alone or from its beginning, or of the whole (189-ФЗ, ст. 7, ч. 5). What
two of them tell of the same days cannot be two things, and what separate periods tell is added up beside the order.

>>> from datetime import date
>>> row = ReportRow(date(2024, 1, 1), date(2024, 3, 31), "804200О.99.0.ББ52АЖ48000", Unit.PERSON_HOURS, Decimal(80))
>>> next_one = row._replace(since=date(2024, 4, 1), until=date(2024, 6, 30))
>>> [one.outcome.value for one in agree(next_one, (row,))]
['holds']
>>> [one.outcome.value for one in agree(row._replace(until=date(2024, 12, 31), amount=Decimal(20)), (row,))]
['breach']
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from law189.extracts import OrderLine, Way
from law189.kinds.asked import asked
from law189.law import Citation, Text
from law189.measures import EXACT, Unit
from law189.readings import NO_CHOICES, S1, Chosen, under
from law189.rules.cures import order
from law189.rules.identifiers import named
from law189.rules.orders.reported_rows import (
    NOT_ADDED,
    ReportRow,
    beyond,
    in_all,
    may_be_of,
    ordered_of,
    rendered_of,
    spans_of,
    ways_of,
)
from law189.rules.orders.summed import DaysTold, SpanTold, agreeing, counted_anew, of_days
from law189.telling import shown
from law189.verdict import Outcome, Rule, Verdict

__all__ = ["agree", "together"]


AGREE = Rule(
    "execution.reports_agree",
    Text(
        "Услуга {service}{way:; способ: …|}; отчёт с {since} по {until}, {unit}: {amount}; по другим отчётам о "
        "заказе за эти дни: {bounds}; эти отчёты: {by:…|нет}.",
        "The service {service}{way:; the way: …|}; the report for {since} to {until}, {unit}: {amount}; by other "
        "reports on the order, of these days: {bounds}; those reports: {by:…|none}.",
    ),
    missed=Outcome.BREACH,
    assumed=Text(
        "Об одних и тех же днях два отчёта не могут говорить разного: за весь период оказано не меньше, чем за его "
        "части, а если они его составляют — столько же. Который верен, понять нельзя; силы ни один не теряет, "
        "ошибочный аннулируют. Человека могли обслужить в нескольких периодах, поэтому людей не складывают; часы в "
        "неделю — не сумма, и их по периодам не сравнивают.",
        "Of the same days two reports cannot say two things: of a whole period no less is rendered than of its "
        "parts, and as much where they make it up. Nobody can tell which is right; neither loses its effect, and "
        "one made in error is annulled. One person may be served in several periods, so persons are not added; "
        "hours a week are no sum and are not compared by period.",
    ),
    cure=order.REPORTS_AGREE,
)
TOGETHER = Rule(
    "execution.reported_together",
    Text(
        "Услуга {service}{way:; способ: …|}; заказано, {unit}: {ordered}; оказано по прежним отчётам: {before}, "
        "вместе с этим: {together}; отклонение: {deviation}; допустимое отклонение, процентов: "
        "{permitted}; за отдельные периоды вместе больше заказанного не оказывают.",
        "The service {service}{way:; the way: …|}; ordered, {unit}: {ordered}; rendered by the earlier reports: "
        "{before}, together with this one: {together}; deviation: {deviation}; permitted deviation, per cent: "
        "{permitted}; no more than ordered is to be rendered in separate periods together.",
    ),
    missed=Outcome.BREACH,
    assumed=Text(
        "Оказанного сверх заказа никто не заказывал, в одном периоде или в нескольких; отчёт, который об этом "
        "говорит, силы не теряет. Отчёт, который ничего не добавляет, о прежнем превышении снова не говорит.",
        "What was rendered beyond the order nobody ordered, in one period or in several; a report that says so "
        "keeps its effect. One that adds nothing does not tell again what was over before.",
    ),
    cure=order.EXECUTED,
)


@asked
def agree(
    row: ReportRow, others: Sequence[ReportRow], *cites: Citation, choices: Chosen = NO_CHOICES
) -> Iterator[Verdict]:
    """Whether the row may be so beside what other reports tell of the service; a BREACH where it may not.

    Each way is asked too where the row tells them apart and the whole agrees. Nothing is said where no other report
    has the service in this unit, or the unit is hours a week. Reading S1 says which numbers mean one service.
    """
    if not row.span(None).forward or row.unit is Unit.HOURS_A_WEEK:
        return
    of_it = [one for one in others if may_be_of(one, row.service, row.unit)]
    whole = _agrees(row, of_it, None, cites, choices) if of_it else None
    if whole is None:
        return
    yield whole
    if row.parts and whole.outcome is Outcome.HOLDS:
        for way in ways_of(row, *of_it):
            yield _agrees(row, of_it, way, cites, choices)


def _agrees(
    row: ReportRow,
    others: Sequence[ReportRow],
    way: Way | None,
    cites: Sequence[Citation],
    choices: Mapping[str, str],
) -> Verdict:
    days = counted_anew if row.unit is Unit.PERSONS else of_days
    span = row.span(way)

    def told(choices: Mapping[str, str]) -> Verdict:
        groups = agreeing(spans_of(others, row.service, way, choices), days)
        found = [days(group, row.since, row.until) for group in groups]
        said = next((one for one in found if not one.allows(span)), found[0])
        return AGREE.judge(
            said.allows(span),
            *cites,
            service=row.service,
            way=None if way is None else way.text,
            since=row.since,
            until=row.until,
            unit=row.unit.text,
            amount=span.amount,
            least=said.least,
            most=said.most,
            bounds=_bounds(said),
            by=tuple(_named(one) for one in said.by),
        )

    return under(choices, told, S1)


@asked
def together(
    row: ReportRow,
    earlier: Sequence[ReportRow],
    lines: Sequence[OrderLine],
    *cites: Citation,
    permitted: Decimal | None = None,
    choices: Chosen = NO_CHOICES,
) -> Iterator[Verdict]:
    """Whether what the row and earlier reports tell of separate periods is no more than ordered; else a BREACH.

    The same of each way that the row tells, beside its share. What the row alone has beyond the order is for
    `volumes.executed` and `reported_parts.by_share` to tell. `permitted` is the permitted deviation in per cent.
    """
    of_it = [one for one in earlier if may_be_of(one, row.service, row.unit)]
    own = [one for one in lines if named(row.service, (one.service,), choices) and one.unit is row.unit]
    if not (of_it and own and row.unit not in NOT_ADDED and row.span(None).forward):
        return
    ways = (None, *(ways_of(row) if row.parts else ()))
    for way in ways:
        ordered, alone = ordered_of(own, way), row.span(way).amount
        if way is not None and ordered == 0:
            continue
        if not beyond(alone, ordered, permitted):
            yield _together(row, of_it, way, ordered, permitted, cites, choices)


def _together(
    row: ReportRow,
    earlier: Sequence[ReportRow],
    way: Way | None,
    ordered: Decimal,
    permitted: Decimal | None,
    cites: Sequence[Citation],
    choices: Mapping[str, str],
) -> Verdict:
    def told(choices: Mapping[str, str]) -> Verdict:
        spans = spans_of(earlier, row.service, way, choices)
        before, all_ = rendered_of(spans, row.unit), in_all(agreeing((row.span(way), *spans))[0])
        return TOGETHER.judge(
            all_ <= before or not beyond(all_, ordered, permitted),
            *cites,
            service=row.service,
            way=None if way is None else way.text,
            unit=row.unit.text,
            ordered=ordered,
            before=before,
            together=all_,
            deviation=EXACT.subtract(all_, ordered),
            permitted=permitted,
        )

    return under(choices, told, S1)


def _bounds(said: DaysTold) -> Text:
    least, most = said.least, said.most
    ru, en = f"не меньше {shown(least, 'ru')}", f"no less than {shown(least, 'en')}"
    if most is None:
        return Text(ru, en)
    return Text(f"{ru} и не больше {shown(most, 'ru')}", f"{en} and no more than {shown(most, 'en')}")


def _named(span: SpanTold) -> Text:
    since, until, amount = span.since, span.until, span.amount
    return Text(
        f"с {shown(since, 'ru')} по {shown(until, 'ru')}: {shown(amount, 'ru')}",
        f"from {since} to {until}: {shown(amount, 'en')}",
    )
