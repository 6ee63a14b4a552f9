"""Одно заседание (one sitting): who is there, whether it may decide, and how it decides a question.

The single rules are asked in the order in which a chair asks them. All answers are kept: a meeting without
a quorum is told of its wrong agenda too.

>>> from law189.profile.loader import load_profile
>>> held = Sitting(load_profile("kemerovo").latest.working_group, ["chair", "deputy", "member-1", "member-2"])
>>> held.quorum.text.en
'Present: 4 of 10; the quorum is at least 5.'
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any, TypeVar

from law189.kinds.asked import asked, methods_asked, unasked
from law189.law import Norm
from law189.profile.group import WorkingGroup
from law189.profile.regulation import Ballot, CastingVote, Leading, Permission
from law189.readings import NO_CHOICES, Chosen
from law189.rules.acts import force
from law189.rules.group.attendance import attendance, guests_told, present_of
from law189.rules.group.chairing import Unrecorded, in_office
from law189.rules.group.led import may_lead, of_several, otherwise
from law189.rules.group.presiding import chosen, leading, presiding
from law189.rules.group.proxies import held_by, proxies_told
from law189.rules.group.regulation import lacking
from law189.rules.quorum import Voteless, quorum, reached
from law189.verdict import Outcome, Verdict

__all__ = ["Sitting", "invited"]

_lacking, _attendance = unasked(lacking), unasked(attendance)
_presiding, _quorum = unasked(presiding), unasked(quorum)
_here, _leader, _may_lead = unasked(present_of), unasked(leading), unasked(may_lead)
_holds, _reached, _in_office = unasked(force.holds), unasked(reached), unasked(in_office)

T = TypeVar("T")
NO_PROXIES: Mapping[str, str] = MappingProxyType({})
HOLDS = Outcome.HOLDS


@methods_asked
class Sitting:
    """A sitting as its rules see it: who is there, who presides; `members` are the filled seats that vote.

    `vacant` are seats that nobody holds, `alternates` those whose alternate came, `proxies` absent seats with
    whom they vote through, `guests` invited persons. `elected` is the seat chosen to preside where reading Q3
    lets it, `presided` the seat recorded as having led, `may` those present that may lead by the regulation.
    `choices` are the readings chosen, `established` the answer of that rule where it was asked. `here` are the
    seats that are there, `present` those of them that vote, and `seat` is the one that presides. On the day `on` a
    norm whose days are past or to come decides nothing, and what it would decide is UNKNOWN. `elected_at` is the
    path by which `elected` is asked for.
    """

    def __init__(
        self,
        group: WorkingGroup,
        entries: Sequence[str],
        *,
        vacant: Collection[str] = (),
        alternates: Collection[str] = (),
        proxies: Mapping[str, str] = NO_PROXIES,
        guests: Sequence[str] = (),
        elected: str | None = None,
        presided: str | None = None,
        choices: Chosen = NO_CHOICES,
        established: Verdict | None = None,
        on: date | None = None,
        elected_at: str = "event.elected",
    ) -> None:
        self.on, self.group, self.choices, self.established = on, group, choices, established
        self.entries, self.elected, self.unheld, self.elected_at = entries, elected, vacant, elected_at
        self.alternates, self.proxies, self.guests = alternates, proxies, guests
        self.invited = _invited(group)
        self.here = _here(entries, group.by_id, vacant, alternates)
        self.present = self.here.intersection(group.voting)
        self.members = tuple(seat_id for seat_id in group.voting if seat_id not in vacant)
        self.presided, self.may = presided, self._may()
        self.seat = self._leading()

    def _leading(self) -> str | None:
        group, here = self.group, self.here
        if group.presiding is None:
            return self.elected if self.elected in here else None
        order = self._said("presiding")
        if order is None:
            return None
        if len(self.may) > 1:
            return next((one for one in (self.presided, self.elected) if one in self.may), None)
        return _leader(here, group.by_id, order, elected=self.elected, choices=self.choices)

    def _may(self) -> tuple[str, ...]:
        """Who of those present may preside where the regulation lets any of several; none where one does."""
        way = None if self.group.presiding_by is None else self._said("presiding_by")
        order = None if way is None or way.value is Leading.IN_ORDER else self._said("presiding")
        return (
            () if way is None or order is None else _may_lead(self.here, self.group.by_id, order, way.value)
        )

    def lacking(self, name: str) -> Verdict | None:
        """That the norm of the group is not said, or does not hold on the day; None where it holds."""
        return _lacking(self.group, name, self.on)

    def unsaid(self, name: str) -> Verdict:
        """That the norm of the group is not said, or does not hold on the day, where that is so."""
        silent = self.lacking(name)
        assert silent is not None, "it is asked of a norm that is lacking"
        return silent

    def said(self, name: str) -> Norm[Any] | None:
        """The norm of the group; None where it is not said or does not hold on the day."""
        return self._said(name)

    def _said(self, name: str) -> Norm[Any] | None:
        norm: Norm[Any] | None = getattr(self.group, name)
        return norm if norm is None or self.on is None or _holds(norm, self.on) else None

    def value(self, name: str) -> Any:
        """The value of the norm; None where it is not said or does not hold on the day."""
        norm = self._said(name)
        return None if norm is None else norm.value

    def secret(self, ballot: Ballot | None) -> bool:
        """Whether nobody's vote may be told: votes were cast secretly, or the regulation says that they are."""
        return Ballot.SECRET in (ballot, self.value("ballot"))

    def ways(self, name: str, recorded: object, every: tuple[T, ...]) -> tuple[T, ...]:
        """The value of the norm; where it is silent all of `every` if a fact is recorded, else the first."""
        norm = self._said(name)
        return (norm.value,) if norm is not None else every if recorded else every[:1]

    @property
    def attendance(self) -> Verdict:
        """Whether every entry of those present counts, and every proxy and invited person may be there."""
        group, names = self.group, self.group.names
        told = _attendance(
            self.entries,
            group.by_id,
            group.basis("composition"),
            vacant=self.unheld,
            alternates=self.alternates,
            invited=self.invited,
            names=names,
            of_subgroup=group.subgroup is not None,
            choices=self.choices,
        )
        parts: list[Verdict | None] = []
        if self.proxies:
            permission, basis = self.value("proxies"), group.basis("proxies")
            parts += proxies_told(self.proxies, self.present, self.members, permission, basis, names)
            parts.append(self.lacking("proxies"))
        if self.guests:
            allowed = self._said("invited")
            parts.append(self.lacking("invited") if allowed is None else guests_told(self.guests, allowed))
        found = [part for part in parts if part is not None]
        return told.joined(*found) if found else told

    @property
    def presiding(self) -> Verdict:
        """Whether somebody may preside, and who; what was recorded of who led or was elected otherwise besides."""
        told, led, elected = self._presiding(), self.presided, self.elected
        told = told if (ended := self._unled()) is None else told.joined(ended)
        if led is None and elected is None:
            return told
        may = self.may or (() if self.seat is None else (self.seat,))
        basis, names = self.group.basis("presiding"), self.group.names
        said = {"presided": led, "elected": elected}
        parts = tuple(otherwise(self.seat, may, basis, **said, names=names, unrecorded=self.unrecorded))
        return told.joined(*parts) if parts else told

    def _presiding(self) -> Verdict:
        group, names, here = self.group, self.group.names, self.here
        order, elected = self._said("presiding"), self.elected
        if order is None:
            silent = self.unsaid("presiding")
            return silent if group.presiding else self._chosen(silent)
        if len(self.may) > 1:
            cites = (order.basis, group.basis("presiding_by"))
            return of_several(self.seat, self.may, *cites, names=names, asked_at=self._presided_at)
        return _presiding(
            here,
            group.by_id,
            order,
            elected=elected,
            choices=self.choices,
            names=names,
            asked_at=self.elected_at,
            headed=group.subgroup is not None and group.subgroup.head is not None,
            head=group.head,
        )

    def _chosen(self, silent: Verdict) -> Verdict:
        group = self.group
        return chosen(self.elected, self.here, group.by_id, silent, group.names, head=group.head)

    def _unled(self) -> Verdict | None:
        """That the norm of which of several presides does not hold on the day; None where no several came."""
        order = self._said("presiding")
        if self.group.presiding_by is None or order is None:
            return None
        several = len(_may_lead(self.here, self.group.by_id, order, Leading.ON_ORDER)) > 1
        return self.lacking("presiding_by") if several else None

    @property
    def unrecorded(self) -> Unrecorded | None:
        """Who may have led and what would tell it, where that is not known; None where it is, or nobody may."""
        if self.seat is not None or (told := self._presiding()).outcome is not Outcome.UNKNOWN:
            return None
        there = tuple(one for one in self.group.by_id if one in self.here)
        return Unrecorded(self.may or there, told.asks)

    @property
    def _presided_at(self) -> str:
        return f"{self.elected_at.removesuffix('elected')}presided"

    def proxied(self, permission: Permission) -> frozenset[str]:
        """The absent seats that count by proxy under that permission."""
        if permission is not Permission.COUNTED:
            return frozenset()
        return frozenset(held_by(self.proxies, self.present, self.members))

    def lent(self, permission: Permission) -> frozenset[str]:
        """The absent seats whose proxy is allowed and does not count."""
        allowed = permission is Permission.ALLOWED
        return frozenset(held_by(self.proxies, self.present, self.members)) if allowed else frozenset()

    @property
    def proxy_ways(self) -> tuple[Permission, ...]:
        """What the norm on proxies says; where it is silent and one is recorded, what it could say."""
        return self.ways("proxies", self.proxies, (Permission.FORBIDDEN, Permission.COUNTED))

    def reaches(self, permission: Permission) -> bool | None:
        """Whether enough members are present, where proxies are so permitted; None where the norm is silent."""
        norm = self._said("quorum")
        if norm is None:
            return None
        present, seats = len(self.present | self.proxied(permission)), len(self.group.voting)
        said: dict[str, Any] = {"vacant": self.vacant, "choices": self.choices, "voteless": self.voteless}
        return _reached(present, seats, norm.value, **said)

    def quorum_by(self, permission: Permission) -> Verdict:
        """Whether enough members are present, where proxies are so permitted."""
        norm = self._said("quorum")
        if norm is None:
            return self.unsaid("quorum")
        present = len(self.present | self.proxied(permission))
        said: dict[str, Any] = {"vacant": self.vacant, "choices": self.choices, "voteless": self.voteless}
        return _quorum(present, len(self.group.voting), norm, **said)

    @property
    def quorum(self) -> Verdict:
        """Whether enough members are present; UNKNOWN where that turns on proxies of which nothing is said."""
        first, *others = (self.quorum_by(permission) for permission in self.proxy_ways)
        if all(other.outcome is first.outcome for other in others):
            return first
        return self.unsaid("proxies")

    @property
    def competent(self) -> bool:
        """Whether it may decide: the group exists, there is a quorum and somebody presides."""
        exists = self.established is None or self.established.outcome is HOLDS
        return exists and self.seat is not None and self.quorum.outcome is HOLDS

    @property
    def vacant(self) -> int:
        """How many voting seats nobody holds."""
        return len(self.group.voting) - len(self.members)

    @property
    def voteless(self) -> Voteless:
        """The seats without a vote: how many there are, how many nobody holds, and how many came."""
        own = self.group.voteless
        vacant = sum(seat_id in self.unheld for seat_id in own)
        return Voteless(len(own), vacant, len(self.here.intersection(own)))

    def casting_seat(self, casting: CastingVote, counted: Collection[str]) -> str | None:
        """The seat whose vote decides equal votes under that norm; None where it neither is there nor votes.

        `counted` are the seats whose votes count: one of the role that is absent votes by proxy or in writing, and
        decides where none of the role is present.
        """
        if casting is CastingVote.PRESIDING:
            return self.seat
        seats, role = self.group.by_id, casting.value
        return _in_office(seats, role, self.present) or _in_office(seats, role, counted)


@asked
def invited(group: WorkingGroup) -> tuple[str, ...]:
    """The roles that attend without being members: a secretary whom the composition does not name."""
    outside = group.secretary is not None and group.secretary.seat is None
    return ("secretary",) if outside and "secretary" not in group.by_id else ()


_invited = unasked(invited)
