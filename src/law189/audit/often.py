"""Периодичность по записям (often): whether the meetings of a file were held as often as the regulation says.

The periods are those from the one of the first meeting recorded to the last that had ended by the day of the last
one: what was before the file and what comes after it the file does not say. A meeting without a quorum was not
held, a poll is no meeting, and a subgroup is not the group.

>>> from law189.profile.loader import load_profile
>>> Met().often(load_profile("kemerovo"))
()
"""

from datetime import date

from law189.audit.meeting import MeetingAnswer
from law189.kinds import must_be
from law189.kinds.asked import methods_asked
from law189.profile.profile import Profile
from law189.rules.frequency import MONTHS, held_often
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
        starts = (
            first,
            *(since for since, _ in must_be(profile, Profile).editions[1:] if first < since <= last),
        )
        for edition in map(profile.on, dict.fromkeys(starts)):
            norm = None if edition.working_group is None else edition.working_group.meetings
            if norm is None or isinstance(norm.value, str):
                continue
            months = MONTHS[norm.value.per]
            begins = date(first.year, first.month - (first.month - 1) % months, 1)
            owed = held_often(self.held, last, norm, since=begins)
            ended = [one for one in owed if one.last_day < last]
            own = [
                one
                for one in ended
                if profile.on(one.first) is edition and profile.on(one.last_day) is edition
            ]
            found += [one.verdict for one in own]
        return tuple(found)
