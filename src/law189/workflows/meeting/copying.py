"""Кому направляют копии протокола (copying): by which regulation, where it was changed after the signing.

The duty begins on the day on which the minutes were signed, and so goes by the regulation of that day; reading D6
tells otherwise. Where that regulation says nothing of copies, it is that of the day on which they are sent.

>>> from law189.profile.loader import load_profile
>>> days = Days(date(2023, 10, 3), date(2023, 10, 4))
>>> regulating(load_profile("kemerovo"), days, None).addressees
('members',)
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from law189.kinds.asked import unasked
from law189.profile.edition import Edition
from law189.profile.group import WorkingGroup
from law189.profile.profile import Profile
from law189.readings import D6, NO_CHOICES, under
from law189.rules import minutes
from law189.rules.group.regulation import lacking
from law189.rules.minutes import copies
from law189.verdict import Verdict
from law189.workflows.meeting.holding import who_sits

__all__ = ["Days", "Regulating", "all_copied", "regulating"]

_copied, _lacking, _said_of = unasked(copies.copied), unasked(lacking), unasked(minutes.said_of)


class Days(NamedTuple):
    """Дни копий: on which the minutes were signed, and on which copies are sent or asked of."""

    signed_on: date
    on: date


class Regulating(NamedTuple):
    """Положение, по которому направляют копии: the edition of the decree, and the group that it has."""

    edition: Edition
    group: WorkingGroup

    @property
    def addressees(self) -> tuple[str, ...]:
        """To whom copies go, as `Minutes.copied` names them; empty where it is not said."""
        said: tuple[str, ...] = _said_of(self.group).copied
        return said

    def judge(self, sent: Collection[str] | None, members: Iterable[str]) -> Verdict:
        """Whether all who must have a copy got one; where it is not said who must, that is told."""
        bodies = [norm.value for norm in self.edition.authorized()]
        told: Verdict | None = _copied(
            sent, members, self.group, authorized=bodies, titles=self.edition.titles
        )
        return copies.unsaid(self.group.basis("minutes")) if told is None else told


def regulating(
    profile: Profile, days: Days, subgroup: str | None, choices: Mapping[str, str] = NO_CHOICES
) -> Regulating | None:
    """By which regulation copies of the minutes go; None where the decree has no such group or subgroup.

    Raises `WrongValue` on a choice that reading D6 does not have.
    """
    if D6.chosen(choices) == "as_begun":
        begun = _of(profile, days.signed_on, subgroup)
        if (
            begun is not None
            and begun.addressees
            and _lacking(begun.group, "minutes", days.signed_on) is None
        ):
            return begun
    return _of(profile, days.on, subgroup)


def _of(profile: Profile, day: date, subgroup: str | None) -> Regulating | None:
    edition = profile.on(day)
    group = who_sits(edition.working_group, subgroup)
    return Regulating(edition, group) if isinstance(group, WorkingGroup) else None


def all_copied(
    sent: Collection[str] | None,
    members: Iterable[str],
    profile: Profile,
    days: Days,
    subgroup: str | None,
    choices: Mapping[str, str] = NO_CHOICES,
) -> Verdict | None:
    """Whether all who must have a copy got one (`copies.copied`); None where nobody is said to get one.

    It names reading D6 where the other regulation would answer otherwise. Raises as `regulating`.
    """
    seats = tuple(members)

    def by(choices: Mapping[str, str]) -> Regulating | None:
        return regulating(profile, days, subgroup, choices)

    def told(choices: Mapping[str, str]) -> Verdict:
        found = by(choices)
        return copies.unsaid(profile.on(days.on).whole) if found is None else found.judge(sent, seats)

    either = (by({**choices, D6.code: one}) for one in D6.choices)
    if not any(found is not None and found.addressees for found in either):
        return None
    return under(choices, told, D6)
