"""Исполнение заказа (execution): reports of a period, the permitted deviation, and whether it has begun.

The act on forming orders sets the form and the terms of the report (189-ФЗ, ст. 7, ч. 5); the form has its
periodicity, and an order may have a permitted deviation. Neither has a default here.

>>> asked = dict(year=2024, periods=("quarter",))
>>> of_period(date(2024, 1, 1), date(2024, 3, 31), **asked).outcome
<Outcome.HOLDS: 'holds'>
>>> of_period(date(2024, 1, 1), date(2024, 1, 31), **asked).outcome
<Outcome.VOID: 'void'>
"""

from calendar import monthrange
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from law189.kinds.asked import asked, methods_asked
from law189.law import Citation, Text, Vocabulary
from law189.measures import EXACT, Volume
from law189.readings import NO_CHOICES, S1, Chosen, under
from law189.rules import asking, volumes
from law189.rules.cures import order
from law189.verdict import Outcome, Rule, Verdict

__all__ = [
    "ReportPeriod",
    "deviated",
    "not_begun",
    "of_period",
    "period_left",
    "period_once",
    "period_over",
    "periods_left",
    "permits",
]


@methods_asked
class ReportPeriod(Vocabulary):
    """За какой период отчитываются до конца года."""

    MONTH = "month", "месяц", "month"
    QUARTER = "quarter", "квартал", "quarter"
    HALF_YEAR = "half-year", "полугодие", "half-year"
    NINE_MONTHS = "nine-months", "девять месяцев", "nine months"

    def days(self, year: int) -> Iterator[tuple[date, date]]:
        """Its first and last days in the year."""
        length = {"month": 1, "quarter": 3, "half-year": 6, "nine-months": 9}[self.value]
        for last in range(length, 13, length):
            yield date(year, last - length + 1, 1), date(year, last, monthrange(year, last)[1])


PERIOD = Rule(
    "execution.period",
    Text(
        "Отчёт за период с {since} по {until}; год заказа: {year}; акт требует отчёта за: {periods}; период — "
        "календарный, отдельно или с начала года.",
        "The report is for {since} to {until}; the year of the order: {year}; the act asks for reports for: "
        "{periods}; a period is one of the calendar, alone or from the beginning of the year.",
    ),
    assumed=Text(
        "Отчёта за такой период акт не требует, и отчётом о заказе он не считается.",
        "The act asks for no report for such a period, and it does not count as a report on the order.",
    ),
    cure=order.PERIOD,
)
PERIOD_OVER = Rule(
    "execution.period_over",
    Text(
        "Отчёт сформирован {on}; последний день его периода: {until}; отчёт формируют не раньше этого дня.",
        "The report was formed on {on}; the last day of its period: {until}; it is formed on it or later.",
    ),
    missed=Outcome.BREACH,
    assumed=Text(
        "Отчёт раньше последнего дня периода не показывает исполнения за весь период, но он сформирован.",
        "A report before the last day of the period does not show the whole of it, but it is formed.",
    ),
    cure=order.PERIOD_OVER,
)
PERIOD_ONCE = Rule(
    "execution.period_once",
    Text(
        "Отчёт за период с {since} по {until}; дни других отчётов за тот же период: {others:…|нет}.",
        "The report is for {since} to {until}; the days of other reports for the same period: "
        "{others:…|none}.",
    ),
    missed=Outcome.BREACH,
    assumed=Text(
        "Из двух отчётов за один период нельзя понять, какой верен; силы ни один не теряет, ошибочный аннулируют.",
        "Of two reports for one period nobody can tell which is right; neither loses its effect, and one made in "
        "error is annulled.",
    ),
    cure=order.PERIOD_ONCE,
)
PERIOD_LEFT = Rule(
    "execution.period_left",
    Text(
        "Год заказа: {year}; акт требует отчёта за: {periods}; окончен к {on} и отчёта о нём ещё нет: "
        "{since:период с …|такого периода нет}{until: по …|}{other_since:; можно отчитаться и за период с …|}"
        "{other_until: по …: о нём отчитались в другом виде|}.",
        "The year of the order: {year}; the act asks for reports for: {periods}; over by {on} and not reported "
        "yet: {since:the period from …|none}{until: to …|}{other_since:; a report may be formed for the period "
        "from …|}{other_until: to … too: it is reported in the other form|}.",
    ),
    cure=Text("Сформируйте отчёт за этот период.", "Form the report for that period."),
    missed=Outcome.BREACH,
    assumed=Text(
        "Отчёт раньше последнего дня периода и второй отчёт за него — нарушения, но силы они не теряют. Отчёт за "
        "период отдельно и отчёт с начала года — два вида одного: сделан один, другого не ждут. После отчёта за "
        "год отчётов о его периодах не ждут: он показывает год целиком.",
        "A report before the last day of its period and a second one for it are breaches, but keep their effect. A "
        "report of the period alone and one from the beginning of the year are two forms of one: where one is made "
        "the other is not awaited. After the report of the year none for its periods is awaited: it shows the "
        "whole year.",
    ),
)
DEVIATED = Rule(
    "execution.deviation",
    Text(
        "Заказано: {ordered}; оказано: {achieved}; отклонение: {deviation}; допустимое отклонение, процентов: "
        "{permitted}; в его пределах: {within:…|нет}; сверх него: {beyond:…|нет}; нарушение — оказать сверх него "
        "больше заказанного, а не меньше.",
        "Ordered: {ordered}; rendered: {achieved}; deviation: {deviation}; permitted deviation, per cent: "
        "{permitted}; within it: {within:…|none}; beyond it: {beyond:…|none}; to render more than ordered "
        "beyond it is a breach, to render less is none.",
    ),
    missed=Outcome.BREACH,
    assumed=volumes.EXECUTED.assumed,
    cure=order.DEVIATED,
)
NOT_BEGUN = Rule(
    "execution.not_begun",
    Text(
        "Исполнение заказа {begun:начато|не начато|не указано}; отчёты об оказанном за период: "
        "{reported:есть|нет}; отменяют заказ, исполнение которого не начато.",
        "The execution of the order has begun: {begun:yes|no|not recorded}; reports of a period on what was "
        "rendered: {reported:yes|no}; an order is cancelled before its execution begins.",
    ),
    unknown=Text(
        "Отменяют заказ, исполнение которого не начато; начато ли оно, неизвестно; укажите: {asks}.",
        "An order is cancelled before its execution begins; whether it has begun is not known; give: {asks}.",
    ),
    assumed=Text(
        "То, что исполняется, не отменяют, а изменяют.",
        "What is being executed is not cancelled but amended.",
    ),
    asks=(asking.BEGUN,),
    cure=order.NOT_BEGUN,
)


@asked
def of_period(since: date, until: date, *cites: Citation, year: int, periods: Collection[str]) -> Verdict:
    """Whether the days are those of a period for which the act asks a report, alone or from the year's beginning.

    `periods` are the ids of `ReportPeriod` that the act lists.
    """
    asked = tuple(one for one in ReportPeriod if one.value in periods)
    spans = [span for one in asked for span in one.days(year)]
    found = any(until == last and since in (first, date(year, 1, 1)) for first, last in spans)
    told = tuple(one.text for one in asked)
    return PERIOD.judge(found, *cites, since=since, until=until, year=year, periods=told)


@asked
def period_over(on: date, until: date) -> Verdict:
    """Whether the period of the report is over on the day; its last day counts as over."""
    return PERIOD_OVER.judge(_over(on, until), on=on, until=until)


def _over(on: date, until: date) -> bool:
    """Whether a period is over on the day; its last day counts, as the last of the year does for its report.

    From that day on the report may be formed, and is owed.
    """
    return on >= until


@asked
def period_once(since: date, until: date, others: Sequence[date]) -> Verdict:
    """Whether no other report of the case is for the same days; `others` are the days on which such were formed."""
    return PERIOD_ONCE.judge(not others, since=since, until=until, others=tuple(others))


PeriodOfYear = tuple[ReportPeriod, date, date]


@asked
def period_left(
    on: date,
    reported: Collection[tuple[date, date]],
    *cites: Citation,
    year: int,
    periods: Collection[PeriodOfYear],
) -> Verdict:
    """Whether a period for which the act asks a report is over on the day and open to one; a BREACH where none is.

    `reported` are the first and last days of the reports of the case, `periods` are as in `periods_left`. A period
    that awaits a report is told first; where there is none, one that is reported in the other form alone.
    """
    left = periods_left(on, reported, periods)
    forms = {form for one in _ended(on, periods) for form in _forms(one)}
    open_ = () if left else sorted(forms - set(reported), key=lambda form: (form[1], form[0]))
    since, until = left[0][1:] if left else (None, None)
    other_since, other_until = open_[0] if open_ else (None, None)
    return PERIOD_LEFT.judge(
        bool(left or open_),
        *cites,
        year=year,
        periods=tuple(one.text for one in ReportPeriod if any(one is of for of, _, _ in periods)),
        on=on,
        since=since,
        until=until,
        other_since=other_since,
        other_until=other_until,
    )


@asked
def periods_left(
    on: date, reported: Collection[tuple[date, date]], periods: Collection[PeriodOfYear]
) -> tuple[PeriodOfYear, ...]:
    """Each period for which the act asks a report that is over on the day and has none, by its last day.

    `periods` are those of the year, each with its first and last days. A report of the period alone will do, and so
    will one from the beginning of the year.
    """
    told = set(reported)
    return tuple(one for one in _ended(on, periods) if not told & _forms(one))


def _ended(on: date, periods: Collection[PeriodOfYear]) -> tuple[PeriodOfYear, ...]:
    """Each period for which the act asks a report that is over on the day, by its last day."""
    ended = (one for one in periods if _over(on, one[2]))
    return tuple(sorted(ended, key=lambda one: (one[2], one[1])))


def _forms(period: PeriodOfYear) -> set[tuple[date, date]]:
    """The days of a report for the period: of the period alone, or from the beginning of the year."""
    _, first, last = period
    return {(first, last), (date(last.year, 1, 1), last)}


@asked
def deviated(
    ordered: Sequence[tuple[str, Volume]],
    achieved: Sequence[tuple[str, Volume]],
    permitted: Decimal,
    *cites: Citation,
    choices: Chosen = NO_CHOICES,
) -> Verdict:
    """The same as `volumes.executed`, where a deviation of so many per cent of what is ordered is permitted.

    What was rendered beyond the order holds within it, and is a BREACH beyond it. Less than ordered HOLDS; the
    facts say of each service whether its deviation, zero too, is within the permitted one or beyond it.
    """

    def told(choices: Mapping[str, str]) -> Verdict:
        facts = volumes.executed(ordered, achieved, choices=choices).facts
        asked, done, deviation = (_amounts(facts[name]) for name in ("ordered", "achieved", "deviation"))
        kept = [
            (service, amount, permits(permitted, asked[service], amount))
            for service, amount in deviation.items()
        ]
        within = {service: amount for service, amount, allowed in kept if allowed}
        beyond = {service: amount for service, amount, allowed in kept if not allowed}
        return DEVIATED.judge(
            all(amount <= 0 for amount in beyond.values()),
            *cites,
            ordered=asked,
            achieved=done,
            deviation=deviation,
            permitted=permitted,
            within=within,
            beyond=beyond,
        )

    return under(choices, told, S1)


@asked
def permits(permitted: Decimal, ordered: Decimal, deviation: Decimal) -> bool:
    """Whether so many per cent of what is ordered permit a deviation, to either side."""
    return EXACT.multiply(EXACT.abs(deviation), Decimal(100)) <= EXACT.multiply(permitted, ordered)


def _amounts(fact: object) -> dict[str, Decimal]:
    """A fact that holds an amount for each service."""
    assert isinstance(fact, Mapping)
    return {str(service): Decimal(str(amount)) for service, amount in fact.items()}


@asked
def not_begun(begun: bool | None, *, reported: bool) -> Verdict:
    """Whether the execution of the order has not begun, by what is told and by reports of a period."""
    holds = False if reported else None if begun is None else not begun
    return NOT_BEGUN.judge(holds, begun=begun, reported=reported)
