"""По какой норме идёт дело (governing): the norms of the subgroup that sits, and of a poll its own.

A heading names the norms of the group. A subgroup and a poll may have their own in place of them, and then whether
that of the group holds on the day does not matter.

>>> from law189.profile.loader import load_profile
>>> from law189.workflows.meeting import lifecycle
>>> moment = Moment(date(2023, 10, 2), lifecycle.begin("1"), load_profile("kemerovo"))
>>> in_place(moment, "working_group.quorum") is None
True
"""

from typing import Any

from law189.cases.moment import Moment
from law189.cases.standing import Resting
from law189.kinds.asked import unasked
from law189.profile.group import WorkingGroup
from law189.rules import polls, regulation, subgroups

__all__ = ["called_by", "in_place"]

_sitting_as, _lacking = unasked(subgroups.sitting_as), unasked(regulation.lacking)
_of_a_poll = unasked(polls.governing)
_OF_GROUP = "working_group."


def called_by(m: Moment[Any]) -> Any:
    """The event by which the meeting was called or the poll opened; None where there is none yet."""
    events = (m.event, *(record.event for record in m.history.standing))
    return next((one for one in events if hasattr(one, "subgroup")), None)


def in_place(m: Moment[Any], path: str) -> Resting | None:
    """What governs the case in place of the norm of the group at that path; None where nothing is called yet."""
    called, whole = called_by(m), m.edition.working_group
    if called is None or whole is None or not path.startswith(_OF_GROUP):
        return None
    group = _sitting_as(whole, called.subgroup)
    if not isinstance(group, WorkingGroup):
        return None
    name = path.removeprefix(_OF_GROUP)
    name = _of_a_poll(group, name) if called.kind == "poll_opened" else name
    return Resting(getattr(group, name), _lacking(group, name, m.on))
