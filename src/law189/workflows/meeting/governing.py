"""По какой норме идёт дело (governing): the norms of the subgroup that sits, and of a poll its own.

A heading names the norms of the group. A subgroup and a poll may have their own in place of them, and then whether
that of the group holds on the day does not matter.

>>> from law189.profile.loader import load_profile
>>> from law189.workflows.meeting import lifecycle
>>> moment = Moment(date(2023, 10, 2), lifecycle.begin("1"), load_profile("kemerovo"))
>>> in_place(moment, "working_group.quorum") is None
True
"""

from datetime import date
from typing import Any

from law189.cases.moment import Moment
from law189.cases.standing import Resting
from law189.kinds.asked import unasked
from law189.profile.edition import Edition
from law189.profile.group import WorkingGroup
from law189.profile.profile import Profile
from law189.rules.group import regulation, subgroups
from law189.rules.votes import polls

__all__ = ["called_by", "in_place", "of_agenda"]

_sitting_as, _lacking = unasked(subgroups.sitting_as), unasked(regulation.lacking)
_of_a_poll, _edition_of = unasked(polls.governing), unasked(Profile.on)
_OF_GROUP = "working_group."


def called_by(m: Moment[Any]) -> Any:
    """The event by which the meeting was called or the poll opened; None where there is none yet."""
    events = (m.event, *(record.event for record in m.history.standing))
    return next((one for one in events if hasattr(one, "subgroup")), None)


def in_place(m: Moment[Any], path: str) -> Resting | None:
    """What governs the case in place of the norm of the group at that path; None where nothing is called yet."""
    called, name = called_by(m), path.removeprefix(_OF_GROUP)
    if called is None or not path.startswith(_OF_GROUP):
        return None
    day = _day_of_agenda(called) if name == "agenda" else m.on
    whole = m.edition.working_group if day == m.on else _edition_of(m.profile, day).working_group
    group = None if whole is None else _sitting_as(whole, called.subgroup)
    if not isinstance(group, WorkingGroup):
        return None
    name = _of_a_poll(group, name) if called.kind == "poll_opened" else name
    lacking = _lacking(group, name, day)
    return Resting(getattr(group, name) if day == m.on or lacking is not None else None, lacking)


def of_agenda(m: Moment[Any]) -> Edition:
    """The edition by which the agenda is approved: of its own day, at the latest of the day of the meeting."""
    called = called_by(m)
    return m.edition if called is None else _edition_of(m.profile, _day_of_agenda(called))


def _day_of_agenda(called: Any) -> date:
    last: date = called.answers_by if called.kind == "poll_opened" else called.held_on
    on: date = called.on
    return min(on, last)
