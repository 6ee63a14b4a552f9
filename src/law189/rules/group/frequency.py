"""Периодичность заседаний (frequency): whether the group met as often as its regulation says, period by period.

«Не реже» is a duty with a last day: that of each month, quarter, half a year or year. A period that ended with
fewer meetings is a BREACH; one that is not over yet is none. Neither shipped decree says how often the group meets.

>>> from law189.law import Citation
>>> item = Citation("x", "p1", Text("п. 1", "item 1"))
>>> twice = Norm[HowOften](value={"at_least": 2, "per": "quarter"}, basis=item)
>>> held = [date(2024, 1, 15), date(2024, 3, 20), date(2024, 4, 2)]
>>> [owed.verdict.outcome.value for owed in held_often(held, date(2024, 7, 1), twice, since=date(2024, 1, 1))]
['holds', 'breach', 'holds']
"""

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

from law189.kinds.asked import asked, made_asked
from law189.law import Norm, Text
from law189.profile.regulation import HowOften, Span
from law189.rules.cures import meeting
from law189.verdict import Outcome, Rule, Verdict

__all__ = ["Owed", "held_often"]

OFTEN = Rule(
    "frequency.often",
    Text(
        "Заседаний с {first} по {last_day}: {held}; нужно не менее: {needed} (за {per}); день проверки: {on}.",
        "Meetings from {first} to {last_day}: {held}; needed at least: {needed} (in {per}); asked on {on}.",
    ),
    missed=Outcome.BREACH,
    assumed=Text(
        "Положение не говорит, как считать неполный период; считаются периоды, начавшиеся не раньше нормы, а норма "
        "начинается со дня вступления акта в силу или со дня изменения.",
        "The regulation does not say how a part of a period counts; those that began under the norm are "
        "counted, and "
        "the norm begins when the act comes into force or when it is amended.",
    ),
    cure=meeting.OFTEN,
)


@made_asked
class Owed(NamedTuple):
    """Один период: its first and last day, how many meetings are needed and how many were held, and the verdict."""

    first: date
    last_day: date
    needed: int
    held: int
    verdict: Verdict


@asked
def held_often(held: Collection[date], on: date, norm: Norm[HowOften], *, since: date) -> tuple[Owed, ...]:
    """Every period from `since` to the one of the day `on`, with the meetings held by that day.

    Only whole periods count: those that begin on `since` or later, and while the norm holds. A meeting counts once,
    two of one day count as two. Where the group meets as needed nothing is owed.
    """
    said = norm.value
    if isinstance(said, str):
        return ()
    found = []
    for first, last_day in _periods(since, on, said.per):
        if norm.in_force(first) and norm.in_force(last_day):
            days = [day for day in held if first <= day <= min(last_day, on)]
            holds = len(days) >= said.at_least or on <= last_day
            verdict = OFTEN.judge(
                holds,
                norm.basis,
                first=first,
                last_day=last_day,
                held=len(days),
                needed=said.at_least,
                per=said.per.text,
                on=on,
            )
            found.append(Owed(first, last_day, said.at_least, len(days), verdict))
    return tuple(found)


def _periods(since: date, on: date, per: Span) -> Iterator[tuple[date, date]]:
    """The periods of the calendar that begin on `since` or later and not after `on`."""
    months = per.months
    first = date(since.year, 1, 1)
    while first <= on:
        last_day = first + relativedelta(months=months - 1, day=31)
        if first >= since:
            yield first, last_day
        if last_day == date.max:
            return
        first = last_day + timedelta(1)
