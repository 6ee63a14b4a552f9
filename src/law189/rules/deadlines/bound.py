"""Связывает ли срок (bound): a term that ended before its act was in force binds nobody, whoever is asked.

A term is told as its act writes it: its last day, and how late something is. Whether that is a breach depends on
the first day on which the act that sets it was in force.

>>> last = LastDay(date(2023, 9, 30), date(2023, 9, 30))
>>> [excuse(date(2023, 11, 1), last, date(2023, month, 22)) is None for month in (9, 10)]
[True, False]
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from itertools import pairwise, takewhile
from typing import Any, NamedTuple

from law189.kinds.asked import asked, made_asked, unasked
from law189.law import Act, Citation, Norm, Text
from law189.readings import D7, NO_CHOICES, Chosen, Reading, under
from law189.rules import asking
from law189.rules.acts.force import begins
from law189.rules.deadlines.counting import LastDay
from law189.rules.deadlines.first_days import first_day
from law189.verdict import Ask, Outcome, Rule, Verdict

__all__ = [
    "Beginning",
    "beginning",
    "bound",
    "by_beginning",
    "excuse",
    "excused_by",
    "over_before",
    "passed_over",
    "passing_over",
]

TERM_BEFORE_ACT = Rule(
    "orders.term_before_act",
    Text(
        "Последний день срока: {last_day}; постановление, которым установлен срок, действует с "
        "{issued}; такой срок никого не связывает.",
        "Last day of the term: {last_day}; the decree that sets it holds from {issued}; such a term binds nobody.",
    ),
    assumed=Text(
        "Срок, который истёк раньше, чем акт стал действовать, соблюсти уже нельзя.",
        "A term that ended before the act held can no longer be kept.",
    ),
)
PASSED_OVER = Rule(
    "deadlines.passed_over",
    Text(
        "Последний день прежнего срока: {last_day}; постановление, которым он установлен, действует с {issued}; "
        "такой срок никого не связывает, и состояние — по следующему.",
        "Last day of an earlier term: {last_day}; the decree that sets it holds from {issued}; such a term binds "
        "nobody, and the state is that of the next one.",
    ),
    assumed=Text(
        "Срок, который истёк раньше, чем акт стал действовать, соблюсти уже нельзя; сроки следующих лет связывают. "
        "Что исполнено, когда такой срок истёк, засчитано в следующий.",
        "A term that ended before the act held can no longer be kept; the terms of the next years bind. What was "
        "done when such a term was over counts for the next one.",
    ),
)
NOT_YET = Rule(
    "orders.term_not_yet",
    Text(
        "Постановление, которым установлен срок, действует с {issued}; на {on} срок никого не связывает.",
        "The decree that sets the term holds from {issued}; on {on} the term binds nobody.",
    ),
    unknown=Text(
        "С какого дня действует постановление, которым установлен срок, неизвестно; связывает ли срок на {on}, "
        "зависит от этого дня; нужно: {asks}.",
        "The day from which the decree that sets the term holds is not known; whether the term binds on {on} "
        "depends on it; needed: {asks}.",
    ),
    assumed=Text(
        "До дня, с которого акт действует, его сроки никого не связывают.",
        "Before the day from which an act holds its terms bind nobody.",
    ),
)


@made_asked
class Beginning(NamedTuple):
    """Начало действия нормы: its first day; where `asks` are to be given, it is no sooner than that day."""

    day: date | None
    asks: tuple[Ask, ...] = ()


@asked
def beginning(
    act: Act,
    says: Norm[Any] | None,
    choices: Chosen = NO_CHOICES,
    *,
    of: Citation | None = None,
) -> Beginning:
    """From which day a norm of the decree holds, as `first_days.first_day` says, and what is to be given for it.

    A day of publication that is not recorded is asked for where reading D7 says that it is then not known.
    """
    day = first_day(act, says, choices, of=of)
    if begins(act.date, act.published_on, says, choices, of=of) is not None:
        return Beginning(day)
    if act.date is None:
        return Beginning(day, (asking.ACT_DATE,))
    return Beginning(day, (asking.PUBLISHED_ON,) if D7.chosen(choices) == "unknown" else ())


@asked
def over_before(last: LastDay, issued: date | None, *cites: Citation) -> Verdict | None:
    """That the term was over before the first day of the norm that sets it (`issued`); None where it was not."""
    if issued is None or not last.over(issued):
        return None
    return TERM_BEFORE_ACT.judge(True, *cites, last_day=last.day, issued=issued)


_over_before = unasked(over_before)


@asked
def passed_over(ends: Iterable[LastDay], begun: Beginning | None) -> tuple[LastDay, ...]:
    """The occurrences of a term, from its first on, that bind nobody and are followed by another.

    `ends` are the last days of the occurrences in order, read as far as they are needed; `begun` is from which day
    the norm holds that sets the term; None where that is not asked.

    >>> ends = [LastDay(day, day) for day in (date(2023, 9, 30), date(2023, 12, 31))]
    >>> days = date(2023, 9, 30), date(2023, 10, 1), date(2024, 1, 1)
    >>> [len(passed_over(ends, Beginning(day))) for day in days]
    [0, 1, 1]
    """
    day = None if begun is None else begun.day
    if day is None:
        return ()
    return tuple(one for one, _ in takewhile(lambda two: two[0].over(day) is True, pairwise(ends)))


@asked
def passing_over(
    passed: Sequence[LastDay], done: Collection[int], begun: Beginning | None, *cites: Citation
) -> tuple[Verdict, ...]:
    """That the last of the occurrences `passed_over` that was not done is not the one whose state is told.

    `done` has the numbers from 0 of those that were done; nothing where all were.
    """
    issued = None if begun is None else begun.day
    left = [last for place, last in enumerate(passed) if place not in done]
    return tuple(PASSED_OVER.judge(True, *cites, last_day=last.day, issued=issued) for last in left[-1:])


@asked
def excuse(
    on: date,
    last: LastDay | None,
    issued: date | None,
    *cites: Citation,
    unsure: tuple[Ask, ...] = (),
) -> Verdict | None:
    """Why a term that is missed on the day binds nobody; None where it binds.

    `issued` is the first day of the norm that sets it, `last` its last day (None where it has none). UNKNOWN where
    that day turns on what is to be given (`unsure`).
    """
    over = None if last is None else _over_before(last, issued, *cites)
    if over is not None:
        return over
    if issued is not None and on < issued:
        return NOT_YET.judge(True, *cites, issued=issued, on=on)
    return NOT_YET.judge(None, *cites, lacks=unsure, issued=issued, on=on) if unsure else None


_excuse = unasked(excuse)


@asked
def by_beginning(
    found: Verdict,
    choices: Chosen,
    told: Callable[[Mapping[str, str]], Verdict],
    *readings: Reading,
) -> Verdict:
    """What is found under the choices; it names the first of the readings that turns its outcome.

    These are of the day from which the decree holds: a reading of the term that turns the outcome, and which the
    verdict names already, comes before them.
    """
    named = found.reading
    if named is not None and any(other.outcome is not found.outcome for other in named.otherwise):
        return found
    turned = under(choices, told, *readings)
    return (
        turned
        if turned.reading is not None and turned.reading.code in {one.code for one in readings}
        else found
    )


@asked
def excused_by(told: Verdict) -> Verdict | None:
    """Why what is told of a missed term is no breach, as `bound` says; None where it says nothing of it."""
    codes = (TERM_BEFORE_ACT.code, NOT_YET.code)
    return next((part for part in told.parts if part.rule in codes), None)


@asked
def bound(
    told: Verdict, last: LastDay | None, *cites: Citation, on: date, begun: Beginning | None
) -> Verdict:
    """What is told of a term on the day; where it is missed and binds nobody, it is no breach, and says why.

    `begun` is from which day the norm holds that sets it; None where that is not asked.
    """
    if told.outcome is not Outcome.BREACH or begun is None:
        return told
    why = _excuse(on, last, begun.day, *cites, unsure=begun.asks)
    return told if why is None else told.excused(why)
