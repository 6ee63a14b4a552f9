"""Срок по положению (regulated): which term of the minutes runs, where the regulation of the group was changed.

>>> from law189.profile.loader import load_profile
>>> group = load_profile("kemerovo").latest.working_group
>>> running([Regulated(date(2023, 9, 29), group)], date(2023, 10, 2), lambda said: said.drafted_within) is None
True
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from law189.kinds.asked import asked, made_asked, unasked
from law189.law import Citation
from law189.profile.group import WorkingGroup
from law189.profile.regulation import Minutes, TermInDays
from law189.readings import D6, NO_CHOICES, Chosen
from law189.rules.minutes import said_of

__all__ = ["Regulated", "Running", "running"]

_said_of = unasked(said_of)


@made_asked
class Regulated(NamedTuple):
    """Положение с этого дня: from which day the group has this regulation."""

    first: date
    group: WorkingGroup


@made_asked
class Running(NamedTuple):
    """Срок, который идёт: the term, from which day it is counted, and where it is set."""

    term: TermInDays
    since: date
    basis: Citation


@asked
def running(
    regulations: Sequence[Regulated],
    since: date,
    within: Callable[[Minutes], TermInDays | None],
    choices: Chosen = NO_CHOICES,
) -> Running | None:
    """The term that runs from the day `since`; None where none does.

    `regulations` are those of the group up to the day of the step, in their order; the last is that of the day.
    Reading D6 says which of them holds where the term had begun before it was changed. One that was set only
    later is counted from the day since which it is set.
    """
    begun = max((one for one in regulations if one.first <= since), default=regulations[0])
    first, now = within(_said_of(begun.group)), within(_said_of(regulations[-1].group))
    if first is not None and D6.chosen(choices) == "as_begun":
        return Running(first, since, begun.group.basis("minutes"))
    if now is None:
        return None
    if first is None:
        since = max(
            since, min(one.first for one in regulations if _sets(one, within) and one.first >= begun.first)
        )
    return Running(now, since, regulations[-1].group.basis("minutes"))


def _sets(one: Regulated, within: Callable[[Minutes], TermInDays | None]) -> bool:
    return within(_said_of(one.group)) is not None
