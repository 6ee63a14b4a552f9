"""Социальный заказ (orders): its status number, its advice, and the year it reports on.

Advice of the working group is attached and decides nothing (Kemerovo: п. 1.3 прил. 3;
the district: п. 1.4 прил. 4).

>>> next_status(3, previous=1).outcome
<Outcome.BREACH: 'breach'>
"""

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from law189.extracts import AdviceExtract, OrderLine
from law189.kinds.asked import asked
from law189.law import Citation, Norm, Text
from law189.measures import Volume
from law189.profile.regulation import Decisions, Force
from law189.readings import NO_CHOICES, Chosen
from law189.rules import volumes
from law189.rules.cures import order
from law189.rules.providers import eligibility
from law189.verdict import DECISION, Outcome, Rule, Verdict

__all__ = [
    "advice",
    "advised",
    "in_year",
    "next_status",
    "of_lines",
    "parted",
    "still_listed",
    "year_over",
]

ADVISORY = Decisions(force=Force.ADVISORY)
ADVICE = Rule(
    "orders.advice",
    Text(
        "Рекомендация по вопросу «{question}» на заседании от {held_on} {adopted:принята|не "
        "принята|не принималась}; она приложена к проекту, носит рекомендательный характер и о "
        "заказе ничего не решает.",
        "The advice on «{question}», meeting of {held_on}, adopted: {adopted:yes|no|not decided}; it is "
        "attached, it is advisory, and decides nothing of the order.",
    ),
)
BINDING = Rule(
    "orders.advice_binding",
    Text(
        "Решение по вопросу «{question}» на заседании от {held_on} {adopted:принято|не принято|не принималось}; "
        "оно приложено к проекту; решения группы имеют обязательный характер{on_whom: (для кого: …)|}.",
        "The decision on «{question}», meeting of {held_on}, adopted: {adopted:yes|no|not decided}; it is "
        "attached; the decisions of the group are binding{on_whom: on …|}.",
    ),
)
HELD = Rule(
    "orders.advice_held",
    Text(
        "Рекомендация по вопросу «{question}» — заседания от {held_on}; приложена {on}.",
        "The advice on «{question}» is of the meeting of {held_on}; attached on {on}.",
    ),
    cure=Text(
        "Приложите рекомендацию не раньше дня заседания.",
        "Attach the advice no sooner than on the day of the meeting.",
    ),
    assumed=Text(
        "Заседания ещё не было: рекомендовать было некому.",
        "The meeting has not been held yet: nobody could advise.",
    ),
)
IN_YEAR = Rule(
    "orders.in_year",
    Text(
        "Заказ на {year} год; шаг совершён {on}.",
        "The order is for {year}; the step was taken on {on}.",
    ),
    unknown=Text(
        "Заказ на {year} год, который к {on} истёк; исполняется ли заказ далее, неизвестно; "
        "составьте или измените заказ на {needed} год либо оформите решение о том, что исполняется этот: "
        "{asks}.",
        "The order is for {year}, which is over by {on}; unknown whether it runs on; draft or amend the order for "
        "{needed}, or record: {asks} that this one does.",
    ),
    assumed=Text(
        "Услуги по заказу могут оказывать и после его года; так ли это, решает человек. Размещают же и после года "
        "то, что утверждено.",
        "Services under an order may run on after its year; whether they do is for a person to decide. What is "
        "approved is published also after it.",
    ),
    asks=(DECISION,),
)
STATUS = Rule(
    "orders.status",
    Text("Номер статуса: {status}; должен быть: {needed}.", "Status number: {status}; needed: {needed}."),
    cure=Text("Исправьте номер статуса.", "Correct the status number."),
    missed=Outcome.BREACH,
    assumed=Text(
        "Статус — поле формы заказа; здесь у первого утверждения статус 1, у каждого изменения — следующий.",
        "The status is a field of the order's form; here the first approval has 1, each amendment the next.",
    ),
)
YEAR_OVER = Rule(
    "orders.year_over",
    Text(
        "Отчёт сформирован {on}; год заказа оканчивается {year_end}; отчёт формируют не раньше этого дня.",
        "The report was formed on {on}; the year of the order ends on {year_end}; it is formed on it or later.",
    ),
    missed=Outcome.BREACH,
    assumed=Text(
        "Отчёт раньше последнего дня года не показывает исполнения за весь год, но он сформирован.",
        "A report before the last day of the year does not show the whole year, but it is formed.",
    ),
    cure=order.YEAR_OVER,
)


@asked
def advised(
    question: str,
    held_on: date,
    adopted: bool | None,
    on: date,
    *cites: Citation,
    said: Decisions = ADVISORY,
) -> Verdict:
    """Whatever the group advised, or whether it could decide (`adopted` is None if not): it HOLDS.

    `said` is what the regulation says of its decisions: they advise or they bind. What a binding decision asks of
    the order is for whoever approves it to say; that it is attached moves nothing. VOID where the meeting has not
    been held by the day on which the advice is attached.
    """
    if held_on > on:
        return HELD.judge(False, *cites, question=question, held_on=held_on, on=on)
    if said.force is Force.BINDING:
        on_whom = said.on
        return BINDING.judge(
            True, *cites, question=question, held_on=held_on, adopted=adopted, on_whom=on_whom
        )
    return ADVICE.judge(True, *cites, question=question, held_on=held_on, adopted=adopted)


@asked
def advice(shown: AdviceExtract, on: date, said: Norm[Decisions]) -> Verdict:
    """What is said of the advice that is attached on the day, by what the regulation says of its decisions."""
    return advised(shown.question, shown.held_on, shown.adopted, on, said.basis, said=said.value)


@asked
def in_year(on: date, year: int) -> Verdict:
    """Whether the order is drafted, approved, amended or cancelled before its year is over; UNKNOWN where it is."""
    return IN_YEAR.judge(True if on.year <= year else None, year=year, on=on, needed=on.year)


@asked
def next_status(status: int, previous: int) -> Verdict:
    """Whether the status number of an amendment follows the one before."""
    return STATUS.judge(status == previous + 1, status=status, needed=previous + 1)


@asked
def year_over(on: date, year: int) -> Verdict:
    """Whether the year of the order is over on the day; its last day counts as over."""
    year_end = date(year, 12, 31)
    return YEAR_OVER.judge(on >= year_end, on=on, year_end=year_end)


@asked
def of_lines(
    lines: Sequence[OrderLine],
    listed: Sequence[tuple[str, Citation]],
    list_basis: Collection[Citation],
    whole: Citation,
    choices: Chosen = NO_CHOICES,
) -> Iterator[Verdict]:
    """Whether each service is one of those `listed` and named once, and its shares make its whole volume.

    `list_basis` is where the services are listed, `whole` where the law parts the volume.
    """
    yield from still_listed(lines, listed, list_basis, choices)
    yield from parted(lines, whole, choices)


@asked
def parted(lines: Sequence[OrderLine], whole: Citation, choices: Chosen = NO_CHOICES) -> Iterator[Verdict]:
    """Whether each service is named once and its shares make its volume; `whole` is where the law parts it."""
    for line in lines:
        yield volumes.positive(Volume(amount=line.total, unit=line.unit))
        yield volumes.shares(line, whole)
    yield volumes.once([line.service for line in lines], choices=choices)


@asked
def still_listed(
    lines: Sequence[OrderLine],
    listed: Sequence[tuple[str, Citation]],
    list_basis: Collection[Citation],
    choices: Chosen = NO_CHOICES,
) -> Iterator[Verdict]:
    """Whether each service of the lines is one of those `listed`; `list_basis` is where."""
    for line in lines:
        yield eligibility.listed(line.service, listed, *list_basis, choices=choices)
