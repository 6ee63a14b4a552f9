"""Молчание положения (regulation): that the regulation does not say what a question turns on.

>>> from law189.profile.loader import load_profile
>>> group = load_profile("kemerovo").latest.working_group
>>> lacking(group, "quorum") is None, lacking(group, "proxies").outcome
(True, <Outcome.UNKNOWN: 'unknown'>)
>>> lacking(group, "proxies").asks[0].path
'profile.working_group.proxies'
"""

from datetime import date
from typing import Any

from law189.law import Norm, Text, about
from law189.profile.group import WorkingGroup
from law189.rules import force
from law189.verdict import Verdict

__all__ = ["lacking", "title_of"]


def title_of(name: str) -> Text:
    """What the norm of that name is called."""
    said = about(WorkingGroup, name)
    assert said is not None, "every field of a profile says what it is"
    return said.title


def lacking(group: WorkingGroup, name: str, on: date | None = None) -> Verdict | None:
    """That the regulation has no norm of that name, or that it does not hold on the day; None where it holds.

    The verdict is UNKNOWN and asks for the norm. Without a day nothing is asked of the days of the norm.
    """
    norm: Norm[Any] | None = getattr(group, name)
    path = f"working_group.{name}"
    if norm is None:
        return force.silent(path, title_of(name), group.silence)
    return None if on is None else force.norm(path, norm, on)
