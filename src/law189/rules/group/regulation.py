"""Молчание положения (regulation): that the regulation does not say what a question turns on.

>>> from law189.profile.loader import load_profile
>>> group = load_profile("kemerovo").latest.working_group
>>> lacking(group, "quorum") is None, lacking(group, "proxies").outcome
(True, <Outcome.UNKNOWN: 'unknown'>)
>>> lacking(group, "proxies").asks[0].path
'profile.working_group.proxies'
"""

from datetime import date
from types import MappingProxyType
from typing import Any

from law189.kinds.asked import asked, unasked
from law189.law import Norm, Text, about
from law189.profile.group import WorkingGroup
from law189.profile.subgroups import Subgroup
from law189.rules.acts import force
from law189.verdict import Verdict

__all__ = ["lacking", "title_of"]

_holds, _ended = unasked(force.holds), unasked(force.norm)


@asked
def title_of(name: str) -> Text:
    """What the norm of that name is called."""
    said = about(WorkingGroup, name)
    assert said is not None, "every field of a profile says what it is"
    return said.title


OWN = MappingProxyType(
    {"quorum": "quorum", "adoption": "adoption", "presiding": "head", "decisions": "decisions"}
)
"""The norms that a subgroup may have of its own, each with the key under which they stand in it."""


@asked
def lacking(group: WorkingGroup, name: str, on: date | None = None) -> Verdict | None:
    """That the regulation has no norm of that name, or that it does not hold on the day; None where it holds.

    The verdict is UNKNOWN and asks for the norm. Without a day nothing is asked of the days of the norm.
    """
    norm: Norm[Any] | None = getattr(group, name)
    if norm is not None and (on is None or _holds(norm, on)):
        return None
    path, title = _place(group, name)
    return force.silent(path, title, group.silence) if norm is None or on is None else _ended(path, norm, on)


def _place(group: WorkingGroup, name: str) -> tuple[str, Text]:
    """The path of the norm in the profile, and its title: of a subgroup its own, where it is its own."""
    own, key = group.subgroup, OWN.get(name)
    if own is None or key is None or _taken(group, own, name):
        return f"working_group.{name}", title_of(name)
    said = about(Subgroup, key)
    assert said is not None, "every field of a profile says what it is"
    return f"working_group.subgroups[{own.id}].{key}", said.title


def _taken(group: WorkingGroup, own: Subgroup, name: str) -> bool:
    """Whether the subgroup goes by that norm of the whole group: its threshold, and who presides."""
    if name == "adoption":
        return own.adoption is None
    return name == "presiding" and own.head is None and group.presiding is not None
