"""Исполнено в срок (kept): whether what was done was done by the last day of its term.

>>> from datetime import date
>>> within(date(2023, 10, 2), date(2023, 9, 30)).outcome
<Outcome.BREACH: 'breach'>
>>> within(date(2023, 9, 30), date(2023, 9, 30)).outcome
<Outcome.HOLDS: 'holds'>
"""

from dataclasses import replace
from datetime import date
from typing import Any

from law189.kinds.asked import asked, unasked
from law189.law import Citation, Text
from law189.profile.terms import Term
from law189.rules import asking
from law189.rules.deadlines.counting import LastDay
from law189.rules.deadlines.endless import early
from law189.verdict import Outcome, Rule, Verdict

__all__ = ["WITHIN", "kept", "within"]

WITHIN = Rule(
    "deadlines.within",
    Text(
        "Последний день срока: {last_day}; исполнено: {done_on}; {late:просрочка, календарных дней: "
        "…|просрочки нет|просрочки нет}.",
        "Last day of the term: {last_day}; done: {done_on}; late, calendar days: {late:…|0|0}.",
    ),
    missed=Outcome.BREACH,
    unknown=Text(
        "Последний день срока неизвестен: нет календаря рабочих дней на {year} год; исполнено: {done_on}; "
        "нужно: {asks}.",
        "The last day of the term is not known: no calendar of working days for {year}; done: {done_on}; "
        "needed: {asks}.",
    ),
    assumed=Text(
        "Исполненное с просрочкой исполнено; срок нарушен. Месяц, квартал, полугодие, год и несколько их подряд "
        "говорят, когда исполнение запланировано, и не называют дня, раньше которого исполнять нельзя: "
        "исполненное до них исполнено в срок. «Далее ежегодно» — начиная с года, следующего за первым сроком.",
        "What is done late is done; the term is broken. A month, a quarter, a half-year, a year and several of "
        "them on end say when it is planned and name no day before which it may not be done: what is done before "
        "them is done in time. «Then yearly» begins with the year after the first term.",
    ),
)
OF_YEAR = Text(
    "Последний день срока: {last_day}; исполнено: {done_on}; срок {of_year} года; {late:просрочка, "
    "календарных дней: …|просрочки нет|просрочки нет}.",
    "Last day of the term: {last_day}; done: {done_on}; of the year: {of_year}; late, calendar days: "
    "{late:…|0|0}.",
)
"""Where the term is due anew each year, and two of its occurrences may end on one day."""
NOT_BEFORE = Rule(
    "deadlines.not_before",
    Text(
        "Срок истекает не раньше {at_least} (далее нужен календарь на {year} год); исполнено: {done_on}.",
        "The term does not end before {at_least} (further on a calendar for {year} is needed); done: "
        "{done_on}.",
    ),
    assumed=Text(
        "Рабочий день не короче дня, а с выходного срок переносят только вперёд: раньше этого дня он не "
        "кончается.",
        "A working day is no shorter than a day, and a term moves off a day off only forward: it ends no "
        "sooner.",
    ),
)


@asked
def within(done_on: date, last_day: date, *cites: Citation, of_year: int | None = None) -> Verdict:
    """Whether what was done on `done_on` was done in time; BREACH where it was late.

    `of_year` is the year to which it belongs, where the term is due anew each year.
    """
    late = max((done_on - last_day).days, 0)
    rule = WITHIN if of_year is None else replace(WITHIN, text=OF_YEAR)
    told: dict[str, Any] = {} if of_year is None else {"of_year": str(of_year)}
    return rule.judge(late == 0, *cites, last_day=last_day, done_on=done_on, late=late, **told)


_early, _within = unasked(early), unasked(within)


@asked
def kept(
    done_on: date, last: LastDay, *cites: Citation, term: Term | None = None, of_year: int | None = None
) -> Verdict:
    """Whether what was done on `done_on` was done in time; BREACH where it was late, or before the term began.

    Where the last day is not known, it HOLDS up to the day before which that cannot be, and is UNKNOWN after it.
    """
    sooner = None if term is None else _early(done_on, term, *cites)
    if sooner is not None:
        return sooner
    if last.day is not None:
        return _within(done_on, last.day, *cites, of_year=of_year)
    year = last.missing_year
    if last.over(done_on) is None:
        return WITHIN.judge(None, *cites, lacks=asking.days_off(year), done_on=done_on, year=year)
    return NOT_BEFORE.judge(True, *cites, at_least=last.at_least, year=year, done_on=done_on)
