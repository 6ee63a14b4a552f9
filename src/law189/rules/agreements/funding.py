"""Оплата соглашения (funding): how an agreement pays, its sums by year, its term, its provider.

An agreement provides funds beforehand (финансовое обеспечение) or reimburses costs afterwards (возмещение); which
of the two a municipality uses is for its act on subsidies to say (189-ФЗ, ст. 22, ч. 2). Sums are roubles and
kopecks, exact, one for a year.

>>> from law189.extracts import YearSum
>>> sums = [YearSum(year=2023, roubles="120000.50"), YearSum(year=2024, roubles=480000)]
>>> [verdict.outcome.value for verdict in paid(sums, 2023, 2024)]
['holds', 'holds', 'holds', 'holds']
>>> [verdict.outcome.value for verdict in paid(sums, 2023, 2023)]
['holds', 'holds', 'holds', 'void']
>>> f"{total(sums)}"
'600000.50'
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from law189 import measures
from law189.extracts import FundingMode, OrderExtract, RegisterExtract, YearSum
from law189.kinds.asked import asked
from law189.law import Citation, Text
from law189.numbers import same_inn
from law189.rules import asking
from law189.rules.agreements.order_term import term_of_order
from law189.rules.cures import money
from law189.verdict import Outcome, Rule, Verdict

__all__ = [
    "in_mode",
    "of_provider",
    "paid",
    "paid_in_term",
    "run_out",
    "runs",
    "still_runs",
    "term_of_order",
    "total",
]

MODE = Rule(
    "funding.mode",
    Text(
        "Способ финансирования: {mode}; актом предусмотрено: {allowed}.",
        "The way of funding: {mode}; the act provides for: {allowed}.",
    ),
    cure=Text("Выберите способ, который акт предусматривает.", "Choose a mode that the act provides for."),
    assumed=Text(
        "Соглашение со способом финансирования, не предусмотренным актом, не имеет силы.",
        "An agreement that pays in a way that the act does not have has no effect.",
    ),
)


@asked
def in_mode(mode: FundingMode, allowed: Collection[str], *cites: Citation) -> Verdict:
    """Whether the act on subsidies has the way of paying; `allowed` are the ids that it lists."""
    words = tuple(one.text for one in FundingMode if one in allowed)
    return MODE.judge(mode in allowed, *cites, mode=mode.text, allowed=words)


# ─── Суммы по годам ──────────────────────────────────────────────────────────────────────────────────────

ONCE = Rule(
    "funding.once",
    Text(
        "Суммы указаны по годам: {years}; годы, указанные более одного раза: {doubled}.",
        "Sums are given for: {years}; repeated: {doubled}.",
    ),
    cure=Text("Укажите каждый год один раз.", "Give each year once."),
    assumed=Text(
        "Из двух сумм на один год нельзя понять, которая причитается.",
        "Of two sums for one year nobody can tell which is due.",
    ),
)
POSITIVE = Rule(
    "funding.positive",
    Text(
        "Сумма на {year} год, руб.: {roubles}; должна быть больше нуля.",
        "The sum for the year {year}, roubles: {roubles}; more than 0 is needed.",
    ),
    assumed=Text("За счёт нулевой суммы ничего не финансируется.", "A sum of zero pays for nothing."),
    cure=money.POSITIVE,
)
YEARS = Rule(
    "funding.years",
    Text(
        "Годы соглашения: с {first} по {last}; годы сумм вне срока соглашения: {outside}.",
        "The years of the agreement: from {first} to {last}; sums for years outside them: {outside}.",
    ),
    cure=Text(
        "Уберите эти годы или измените срок соглашения.",
        "Take those years out, or change the term of the agreement.",
    ),
    assumed=Text(
        "По соглашению не финансируют годы, в которые оно не действует.",
        "An agreement does not pay for years in which it does not run.",
    ),
)


@asked
def paid(sums: Sequence[YearSum], first: int, last: int) -> Iterator[Verdict]:
    """Whether each year has one sum, each sum is more than zero, and each year is one of the agreement's.

    `first` and `last` are the years in which the agreement begins and ends. A year may be without a sum.
    """
    years = sorted(one.year for one in sums)
    doubled = tuple(year for year in dict.fromkeys(years) if years.count(year) > 1)
    yield ONCE.judge(not doubled, years=tuple(years), doubled=doubled)
    for one in sums:
        yield POSITIVE.judge(one.roubles > 0, year=one.year, roubles=one.roubles)
    yield in_years(sums, first, last)


@asked
def in_years(sums: Sequence[YearSum], first: int, last: int) -> Verdict:
    """Whether each sum is for a year from `first` to `last`, those in which the agreement begins and ends.

    One that is over when it begins has the year of its last day alone; that it is over, `runs` says.
    """
    first = min(first, last)
    outside = tuple(sorted({one.year for one in sums if not first <= one.year <= last}))
    return YEARS.judge(not outside, first=first, last=last, outside=outside)


@asked
def paid_in_term(
    sums: Sequence[YearSum],
    first: int,
    ends_on: date,
    order: OrderExtract | None,
    *cites: Citation,
    agreed_to: date | None = None,
) -> Iterator[Verdict]:
    """The same of the years from `first` to the last day, which is also compared with the order's year.

    `agreed_to` is the last day of an agreement that is amended, as it was.
    """
    if order is not None:
        yield term_of_order(ends_on, order.year, *cites, agreed_to=agreed_to)
    yield from paid(sums, first, ends_on.year)


@asked
def total(sums: Sequence[YearSum]) -> Decimal:
    """The sums of all years together, in roubles and kopecks."""
    return measures.total(one.roubles for one in sums)


# ─── Срок соглашения ─────────────────────────────────────────────────────────────────────────────────────

RUNS = Rule(
    "funding.runs",
    Text(
        "Последний день соглашения: {ends_on}; проверено на {on}.",
        "The last day of the agreement: {ends_on}; checked for {on}.",
    ),
    assumed=Text(
        "Соглашение, срок которого прошёл, не заключают и не продлевают, и вперёд по нему не платят: заключают "
        "новое.",
        "An agreement whose term is over is neither concluded nor prolonged, and nothing is paid under it in "
        "advance: a new one is concluded.",
    ),
    cure=money.RUNS,
)


@asked
def runs(ends_on: date, on: date, *cites: Citation) -> Verdict:
    """Whether the agreement's term is not over on the day; `ends_on` is its last day."""
    return RUNS.judge(on <= ends_on, *cites, ends_on=ends_on, on=on)


RUN_OUT = Rule(
    "funding.run_out",
    Text(
        "Последний день соглашения: {ends_on}; завершено: {on}.",
        "The last day of the agreement: {ends_on}; completed: {on}.",
    ),
    assumed=Text(
        "До последнего дня услуги ещё могут быть оказаны; раньше соглашение не завершают, а расторгают, "
        "указав "
        "основание.",
        "Until its last day services may still be rendered; before it an agreement is not completed but "
        "terminated, with the ground named.",
    ),
    cure=money.RUN_OUT,
)


@asked
def run_out(ends_on: date, on: date, *cites: Citation) -> Verdict:
    """Whether the agreement may be completed on the day: on its last day or later."""
    return RUN_OUT.judge(on >= ends_on, *cites, ends_on=ends_on, on=on)


STILL_RUNS = Rule(
    "funding.still_runs",
    Text(
        "Последний день соглашения: {ends_on}; расторгнуто: {on}; досрочно расторгают "
        "соглашение, срок которого не истёк, а соглашение с истёкшим сроком завершают.",
        "The last day of the agreement: {ends_on}; terminated: {on}; an agreement whose term runs is ended "
        "early, "
        "one whose term is over is completed.",
    ),
    missed=Outcome.BREACH,
    assumed=Text(
        "Прошедшее нельзя прекратить досрочно; соглашения и так больше нет, поэтому расторжение записано, а "
        "нарушение названо.",
        "What is over cannot be ended early; the agreement is at its end either way, so the termination is "
        "recorded and the breach is named.",
    ),
    cure=money.STILL_RUNS,
)


@asked
def still_runs(ends_on: date, on: date, *cites: Citation) -> Verdict:
    """Whether the agreement may still be ended early on the day; BREACH after its last day."""
    return STILL_RUNS.judge(on <= ends_on, *cites, ends_on=ends_on, on=on)


# ─── Сторона соглашения ──────────────────────────────────────────────────────────────────────────────────

SAME_PROVIDER = Rule(
    "funding.provider",
    Text(
        "ИНН исполнителя в выписке: {shown}; в проекте соглашения: {drafted}.",
        "The provider's INN in the extract: {shown}; in the draft of the agreement: {drafted}.",
    ),
    cure=Text(
        "Приложите выписку об этом исполнителе или исправьте проект.",
        "Attach an extract about that provider, or correct the draft.",
    ),
    unknown=Text(
        "С кем заключается соглашение, неизвестно; ИНН исполнителя в выписке: {shown:не указан}; "
        "в проекте соглашения: {drafted:не указан}; приложите: {asks}.",
        "Unknown with whom the agreement is; the INN in the extract: {shown:not recorded}; in the draft: "
        "{drafted:not recorded}; add: {asks}.",
    ),
    assumed=Text(
        "Соглашение заключают с тем, для кого составлен проект.",
        "An agreement is concluded with whom it was drafted for.",
    ),
)


DRAFTED = replace(asking.REGISTER, path="case.provider")


@asked
def of_provider(shown: RegisterExtract | None, drafted: RegisterExtract | None, *cites: Citation) -> Verdict:
    """Whether the fresh extract is of the provider that the draft names; UNKNOWN where either is missing."""
    inns = tuple(None if entry is None else entry.provider for entry in (shown, drafted))
    one, other = inns
    same = None if one is None or other is None else same_inn(one, other)
    asks = tuple(ask for ask, inn in ((asking.REGISTER, one), (DRAFTED, other)) if inn is None)
    return SAME_PROVIDER.judge(same, *cites, lacks=asks, shown=one, drafted=other)
