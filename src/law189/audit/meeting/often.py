"""Периодичность по записям (often): whether the meetings of a file were held as often as the regulation says.

The periods are those from the one of the first meeting recorded to the last that had ended by the day of the last
one: what was before the file and what comes after it the file does not say. Only those count that lay under the
norm from their first day to their last; it begins with the decree, or with the amendment that brought it. A meeting
without a quorum was not held, a poll is no meeting, and a subgroup is not the group.

>>> from law189.profile.loader import load_profile
>>> Met().often(load_profile("kemerovo"))
()
"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby
from typing import Any, NamedTuple

from law189.audit.meeting import MeetingAnswer
from law189.kinds import must_be
from law189.kinds.asked import methods_asked
from law189.law import Norm
from law189.profile.edition import Edition
from law189.profile.profile import Profile
from law189.profile.regulation import HowOften
from law189.rules.deadlines.first_days import first_day
from law189.rules.deadlines.lapses import lapsed
from law189.rules.group.frequency import Owed, held_often
from law189.verdict import Outcome, Verdict

__all__ = ["Met"]


@methods_asked
class Met:
    """Дни заседаний: the days of the meetings of one group that were recorded, and of those that were held."""

    def __init__(self) -> None:
        self.recorded: list[date] = []
        self.held: list[date] = []

    def add(self, answer: MeetingAnswer) -> None:
        """Take the answer for a meeting into account."""
        record = must_be(answer, MeetingAnswer).record
        if record.form != "meeting" or record.subgroup is not None:
            return
        self.recorded.append(record.held_on)
        if Outcome.VOID not in (answer.established.outcome, answer.quorum.outcome, answer.presiding.outcome):
            self.held.append(record.held_on)

    def often(self, profile: Profile) -> tuple[Verdict, ...]:
        """Of each period that ended, whether the group met as often as the regulation of those days says."""
        if not self.recorded:
            return ()
        first, last = min(self.recorded), max(self.recorded)
        found: list[Verdict] = []
        for said in _said(must_be(profile, Profile)):
            if said.norm is None or isinstance(said.norm.value, str):
                continue
            months = said.norm.value.per.months
            begins = date(first.year, first.month - (first.month - 1) % months, 1)
            owed = held_often(self.held, last, said.norm, since=max(begins, said.since))
            found += [one.verdict for one in owed if one.last_day < last and said.all_of(one)]
        return tuple(found)


class _Said(NamedTuple):
    """Одна норма о периодичности: from which to which day it stood, through what editions of the decree."""

    norm: Norm[HowOften] | None
    since: date
    until: date
    edition: Edition

    def all_of(self, owed: Owed) -> bool:
        """Whether the norm stood on every day of the period; what ended or was suspended in it owes no part."""
        if owed.last_day > self.until or self.norm is None:
            return False
        lapses, whole = self.edition.lapses, self.edition.act.whole
        days = (owed.last_day - owed.first).days + 1 if lapses else 0
        each = (owed.first + timedelta(day) for day in range(days))
        return not any([*lapsed(day, (self.norm.basis,), lapses, whole)] for day in each)


def _said(profile: Profile) -> Iterator[_Said]:
    """Each norm of the frequency with its days; an amendment of anything else leaves it as it is."""
    runs = [list(run) for _, run in groupby(profile.editions, key=lambda one: _value(one[1]))]
    ends = [*(run[0][0] - timedelta(1) for run in runs[1:]), date.max]
    for run, until in zip(runs, ends, strict=True):
        (since, edition), latest = run[0], run[-1][1]
        group = edition.working_group
        norm = None if group is None else group.meetings
        of = None if norm is None else norm.basis
        begun = first_day(edition.act, edition.entry_into_force, edition.readings, of=of)
        published = None if norm is None else norm.published
        yield _Said(norm, max(day for day in (since, begun, published) if day is not None), until, latest)


def _value(edition: Edition) -> Any:
    group = edition.working_group
    return None if group is None or group.meetings is None else group.meetings.value
