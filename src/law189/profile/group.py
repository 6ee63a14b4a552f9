"""Рабочая группа (the working group): its seats, who presides, its quorum and votes, its minutes and business.

A seat belongs to an office: whoever holds the office sits. So a profile has no personal names, and a
change of officials changes nothing in it. Every norm but the seats may be left out: the regulation is silent.

>>> from law189.profile.loader import load_profile
>>> group = load_profile("kemerovo").latest.working_group
>>> len(group.seats), len(group.voting), group.proxies
(10, 10, None)
"""

import re
from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from itertools import chain
from types import MappingProxyType
from typing import Annotated, Any, Self

from pydantic import Field, PrivateAttr, StrictBool, model_validator

from law189.law import Citation, Description, Entry, Norm, Text, flaw
from law189.profile.parties import NO_TITLES, deputy_of, named
from law189.profile.regulation import (
    Absentee,
    AgendaBy,
    Ballot,
    Casting,
    CastingVote,
    Decisions,
    HowOften,
    Leading,
    Minutes,
    Notice,
    OnConflict,
    Permission,
    counted_of_those_who_meet,
)
from law189.profile.seats import (
    SEAT,
    AgendaKind,
    Power,
    Role,
    Seat,
    SeatId,
    Secretary,
    apart,
    roles_there,
)
from law189.profile.subgroups import Subgroup, checked
from law189.profile.thresholds import Share, Threshold
from law189.profile.words import group as words
from law189.profile.words import regulation as norms

__all__ = [
    "LEADER",
    "AgendaKind",
    "CastingVote",
    "Minutes",
    "Power",
    "Role",
    "Seat",
    "SeatId",
    "Secretary",
    "Share",
    "Subgroup",
    "Threshold",
    "WorkingGroup",
]

LEADER = Text("председатель", "chair")
"""What whoever leads the group is called where the regulation has no other word."""


class WorkingGroup(Entry):
    """Рабочая группа: composition, presiding, quorum, votes, minutes, tasks, powers, functions.

    `head` is what the regulation calls who leads the group. None stands for a norm of which it is silent.
    """

    head: Annotated[Description, words.HEAD] = LEADER
    status: Annotated[Norm[Description] | None, words.STATUS] = None
    purpose: Annotated[Norm[Description] | None, words.PURPOSE] = None
    sources: Annotated[Norm[Description] | None, words.SOURCES] = None
    seats: Annotated[tuple[Seat, ...], Field(min_length=1), words.SEATS]
    composition: Annotated[Norm[Description] | None, words.COMPOSITION] = None
    presiding: Annotated[Norm[Annotated[tuple[Role, ...], Field(min_length=1)]] | None, words.PRESIDING] = (
        None
    )
    presiding_by: Annotated[Norm[Leading] | None, words.PRESIDING_BY] = None
    presiding_duties: Annotated[tuple[AgendaKind, ...], words.PRESIDING_DUTIES] = ()
    agenda: Annotated[Norm[AgendaBy] | None, words.AGENDA] = None
    meetings: Annotated[Norm[HowOften] | None, words.MEETINGS] = None
    notice: Annotated[Norm[Notice] | None, norms.NOTICE] = None
    quorum: Annotated[Norm[Threshold] | None, words.QUORUM] = None
    adoption: Annotated[Norm[Threshold] | None, words.ADOPTION] = None
    casting_vote: Annotated[Norm[Casting] | None, words.CASTING_VOTE] = None
    ballot: Annotated[Norm[Ballot] | None, norms.BALLOT] = None
    absentee: Annotated[Norm[Absentee] | None, norms.ABSENTEE] = None
    proxies: Annotated[Norm[Permission] | None, norms.PROXIES] = None
    opinions: Annotated[Norm[Permission] | None, norms.OPINIONS] = None
    invited: Annotated[Norm[StrictBool] | None, norms.INVITED] = None
    conflict_of_interest: Annotated[Norm[OnConflict] | None, norms.CONFLICT] = None
    subgroups: Annotated[tuple[Subgroup, ...], norms.SUBGROUPS] = ()
    minutes: Annotated[Norm[Minutes] | None, words.MINUTES] = None
    secretary: Annotated[Secretary | None, words.SECRETARY] = None
    tasks: Annotated[tuple[AgendaKind, ...], words.TASKS] = ()
    powers: Annotated[tuple[Power, ...], words.POWERS] = ()
    functions: Annotated[tuple[AgendaKind, ...], words.FUNCTIONS] = ()
    decisions: Annotated[Norm[Decisions] | None, norms.DECISIONS] = None

    _decree: Citation | None = PrivateAttr(default=None)
    _whole: Any = PrivateAttr(default=None)
    _subgroup: Subgroup | None = PrivateAttr(default=None)

    @model_validator(mode="before")
    @classmethod
    def _no_longer(cls, value: Any) -> Any:
        if isinstance(value, dict) and "advisory" in value:
            raise flaw(
                "old_advisory",
                "ключ advisory больше не применяется; напишите decisions: {value: {force: advisory}, cite: …}",
                "the key advisory is no longer used; write decisions: {value: {force: advisory}, cite: …}",
            )
        return value

    @model_validator(mode="after")
    def _checked(self) -> Self:
        ids = [seat.id for seat in self.seats]
        roles = [seat.role for seat in self.seats]
        if roles.count(Role.CHAIR) > 1:
            raise flaw(
                "group_roles",
                f"мест с ролью chair в составе: {roles.count(Role.CHAIR)}; нужно одно",
                f"seats with the role chair in the composition: {roles.count(Role.CHAIR)}; one is needed",
                within=("seats",),
            )
        roles_there(self)
        counted_of_those_who_meet(
            None if self.quorum is None else self.quorum.value,
            None if self.adoption is None else self.adoption.value,
        )
        self._secretary_seat(ids)
        checked(self.subgroups, ids)
        return self

    def _secretary_seat(self, ids: list[str]) -> None:
        """Refuse a seat of the secretary that the composition does not have."""
        seat = None if self.secretary is None else self.secretary.seat
        if seat is not None and seat not in ids:
            raise flaw(
                "secretary_seat",
                f"места секретаря {seat} в составе нет; исправьте seat или уберите его",
                f"the composition has no seat {seat} of the secretary; mend seat or drop it",
                within=("secretary", "seat"),
            )

    def model_post_init(self, context: object) -> None:
        """Keep how the decree is cited as a whole, for what it does not say."""
        if isinstance(context, dict) and "cite" in context:
            self._decree = context["cite"]("act")

    __hash__ = Entry.__hash__

    def __eq__(self, other: object) -> bool:
        """Groups are equal whose fields are, wherever they were read."""
        names = type(self).model_fields
        return type(self) is type(other) and all(getattr(self, one) == getattr(other, one) for one in names)

    @property
    def silence(self) -> Citation:
        """What is cited of that which the regulation does not say: the decree, where it is known."""
        return self.subgroup.cite if self.subgroup is not None else self._decree or self.seats[0].cite

    @property
    def whole(self) -> "WorkingGroup":
        """The group of which this is a subgroup; itself where it is none."""
        return self if self.subgroup is None or self._whole is None else self._whole

    @cached_property
    def subgroup(self) -> Subgroup | None:
        """The subgroup that this group is (see `of`); None of a whole group."""
        return self._subgroup

    def of(self, subgroup: Subgroup) -> "WorkingGroup":
        """The subgroup as a group: its seats, its head, its norms; where it has none of its own, the group's.

        A quorum it has of its own only. Its decisions are not those of the group: they have the force that the
        regulation gives them.
        """
        secretaries = [one for one in self.secretaries if one in self.by_id]
        own: dict[str, Any] = {
            "seats": subgroup.composed(self.by_id, secretaries),
            "composition": Norm[Description](value=subgroup.title, basis=subgroup.cite),
            "presiding": (presiding := self._presiding_in(subgroup)),
            "presiding_by": None if presiding is not self.presiding else self.presiding_by,
            "quorum": subgroup.quorum,
            "adoption": subgroup.adoption or self.adoption,
            "decisions": subgroup.decisions,
            "subgroups": (),
        }
        if subgroup.tasks:
            own |= {"tasks": subgroup.tasks, "powers": (), "functions": ()}
        if self.absentee is not None:
            poll = self.absentee.value.model_copy(update={"quorum": None})
            own["absentee"] = self.absentee.model_copy(update={"value": poll})
        found = WorkingGroup.model_construct(
            **{name: getattr(self, name) for name in type(self).model_fields} | own
        )
        found._whole, found._subgroup = self, subgroup  # noqa: SLF001  # of this class
        return found

    def _presiding_in(self, subgroup: Subgroup) -> Norm[tuple[Role, ...]] | None:
        """Who presides the subgroup: its head, else who presides the group, where its members hold such a role."""
        if subgroup.head is not None:
            return Norm[tuple[Role, ...]](value=(Role.CHAIR,), basis=subgroup.cite)
        roles = {self.by_id[one].role for one in subgroup.seats}
        norm = self.presiding
        return norm if norm is not None and not roles.isdisjoint(norm.value) else None

    def basis(self, name: str) -> Citation:
        """Where the norm of that name stands; the decree as a whole where it is silent."""
        norm: Norm[Any] | None = getattr(self, name)
        return self.silence if norm is None else norm.basis

    @cached_property
    def by_id(self) -> Mapping[str, Seat]:
        """The seats of the composition by their ids."""
        return MappingProxyType({seat.id: seat for seat in self.seats})

    @cached_property
    def voting(self) -> tuple[str, ...]:
        """The seats that vote, in the order of the composition."""
        return tuple(seat.id for seat in self.seats if seat.votes)

    @cached_property
    def voteless(self) -> tuple[str, ...]:
        """The seats that do not vote, in the order of the composition."""
        return tuple(seat.id for seat in self.seats if not seat.votes)

    @cached_property
    def secretaries(self) -> tuple[str, ...]:
        """By what ids the secretary is called: the seat where there is one, and the word itself."""
        seats = [seat.id for seat in self.seats if seat.role is Role.SECRETARY]
        named = [] if self.secretary is None else [self.secretary.seat or "secretary", "secretary"]
        return tuple(dict.fromkeys([*named, *seats]))

    @cached_property
    def business(self) -> Mapping[str, AgendaKind]:
        """Its tasks, powers and functions by their kinds."""
        every = chain(self.tasks, self.powers, self.functions)
        return MappingProxyType({entry.kind: entry for entry in every})

    @cached_property
    def names(self) -> Mapping[str, Text]:
        """What a sentence calls a seat and the secretary: in Russian by office (of two alike with the number)."""
        told = {"secretary": "секретарь"} | {seat.id: self._office(seat) for seat in self.seats}
        told |= {one.id: one.office.ru for group in self.subgroups for one in group.invited}
        alike = Counter(told.values())
        twice = {one: apart(ru, one, self._seated(one)) for one, ru in told.items() if alike[ru] > 1}
        return MappingProxyType({one: Text(ru, one) for one, ru in {**told, **twice}.items()})

    def _seated(self, one: str) -> Seat | None:
        """The seat as the whole group has it."""
        return (None if self._whole is None else self._whole.seat(one)) or self.by_id.get(one)

    def _office(self, seat: Seat) -> str:
        seat = self._seated(seat.id) or seat
        if seat.role is Role.MEMBER:
            return f"член группы {seat.number}" if seat.office is None else seat.office.ru
        if seat.role in (Role.CHAIR, Role.DEPUTY):
            return self.head.ru if seat.role is Role.CHAIR else deputy_of(self.head.ru)
        return seat.role.text.ru

    def named(self, who: str | None, titles: Mapping[str, Text] = NO_TITLES) -> Text | None:
        """What a sentence calls a seat, the secretary, a party or whom `titles` know; anybody else by the id."""
        if who is None:
            return None
        words = self.names.get(who) or named(who, titles)
        return words if isinstance(words, Text) else Text(_not_seated(words), words)

    def seat(self, seat_id: str) -> Seat | None:
        """The seat of that id, or None."""
        return self.by_id.get(seat_id)


def _not_seated(who: str) -> str:
    """A seat that the composition does not have, by its role; anybody else as written."""
    if not re.fullmatch(SEAT, who):
        return who
    role, number = re.sub("-[0-9]+$", "", who), re.search("[0-9]+$", who)
    return f"{Role(role).text.ru} {number[0]}" if number else Role(role).text.ru
