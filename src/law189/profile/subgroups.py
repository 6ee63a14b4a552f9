"""Подгруппы (subgroups): some of the seats of a group, and whom it invites, that prepare its questions.

A decree may leave out who belongs to a subgroup, who leads it, its quorum. What it leaves out is silence, told
where a meeting of the subgroup needs it.

>>> from law189.law import Citation, Text
>>> cite = Citation("my-1", "p2", Text("п. 2", "item 2"))
>>> Subgroup(id="experts", title=Text("подгруппа"), seats=("member-1",), cite=cite).members
('member-1',)
>>> Subgroup(id="experts", title=Text("подгруппа"), seats=("member-1", "member-1"), cite=cite)
Traceback (most recent call last):
    ...
pydantic_core._pydantic_core.ValidationError: 1 validation error for Subgroup
  the subgroup has member-1 twice; keep one [type=law189, ...
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Annotated, Self

from pydantic import Field, StrictBool, model_validator

from law189.law import Description, Entry, Norm, flaw
from law189.profile.regulation import Decisions, counted_of_those_who_meet
from law189.profile.seats import SEAT, AgendaKind, Role, Seat, SeatId
from law189.profile.thresholds import Threshold
from law189.profile.words import subgroups as words
from law189.profile.words.common import Cited, Titled

__all__ = ["Invited", "Subgroup", "checked"]

_INVITED = "invited-[1-9][0-9]*"
InvitedId = Annotated[str, Field(pattern=f"^{_INVITED}$")]
HeadId = Annotated[str, Field(pattern=f"{SEAT.removesuffix(')$')}|{_INVITED})$")]


class Invited(Entry):
    """Приглашённый в подгруппу: who takes part in it by office, outside the composition of the group."""

    id: Annotated[InvitedId, words.INVITED_ID]
    office: Annotated[Description, words.INVITED_OFFICE]
    votes: Annotated[StrictBool, words.INVITED_VOTES] = False
    cite: Cited

    @property
    def seat(self) -> Seat:
        """What the invited is in the subgroup: a seat of a member."""
        return Seat.model_construct(
            id=self.id, role=Role.MEMBER, office=self.office, votes=self.votes, alternate=None, cite=self.cite
        )


class Subgroup(Entry):
    """Подгруппа: some of the seats and the invited, under a title of its own, with its head and its norms.

    It prepares questions; where `decisions` says so its own decisions advise or bind. None and an empty list stand
    for what the regulation does not say.
    """

    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"), words.ID]
    title: Titled
    seats: Annotated[tuple[SeatId, ...], words.SEATS] = ()
    invited: Annotated[tuple[Invited, ...], words.INVITED] = ()
    head: Annotated[HeadId | None, words.HEAD] = None
    tasks: Annotated[tuple[AgendaKind, ...], words.TASKS] = ()
    quorum: Annotated[Norm[Threshold] | None, words.QUORUM] = None
    adoption: Annotated[Norm[Threshold] | None, words.ADOPTION] = None
    decisions: Annotated[Norm[Decisions] | None, words.DECISIONS] = None
    cite: Cited

    @model_validator(mode="after")
    def _whole(self) -> Self:
        twice = next((one for place, one in enumerate(self.members) if one in self.members[:place]), None)
        if twice is not None:
            raise flaw(
                "subgroup_twice",
                f"в подгруппе дважды указано {twice}; оставьте одно",
                f"the subgroup has {twice} twice; keep one",
            )
        counted_of_those_who_meet(
            None if self.quorum is None else self.quorum.value,
            None if self.adoption is None else self.adoption.value,
        )
        return self

    @property
    def members(self) -> tuple[str, ...]:
        """Who belongs to it: seats of the composition, then the invited."""
        return (*self.seats, *(one.id for one in self.invited))

    def composed(self, seats: Mapping[str, Seat], secretaries: Collection[str]) -> tuple[Seat, ...]:
        """Its members as the composition of a group of its own.

        `seats` are those of the whole group. The head has the role of a chair in it. A head or one of the
        `secretaries` who holds a seat of the group and is no member attends without a vote.
        """
        beside = dict.fromkeys((self.head or "", *secretaries))
        found = [*(seats[one] for one in self.seats), *(one.seat for one in self.invited)]
        found += [
            seats[one].model_copy(update={"votes": False})
            for one in beside
            if one in seats and one not in self.seats
        ]
        return tuple(found if self.head is None else map(self._led, found))

    def _led(self, seat: Seat) -> Seat:
        """The seat with its role in the subgroup."""
        kept = Role.SECRETARY if seat.role is Role.SECRETARY else Role.MEMBER
        return seat.model_copy(update={"role": Role.CHAIR if seat.id == self.head else kept})


def checked(subgroups: Sequence[Subgroup], seats: Collection[str]) -> None:
    """Refuse a seat or a head that the composition does not have, and an id of two of the invited."""
    taken: set[str] = set()
    for place, group in enumerate(subgroups):
        heads = () if group.head is None else (("head", group.head),)
        named = [*((("seats", index), one) for index, one in enumerate(group.seats)), *heads]
        for where, one in named:
            if one not in seats and one not in group.members[len(group.seats) :]:
                raise flaw(
                    "subgroup_seat",
                    f"места {one} подгруппы «{group.id}» в составе нет; исправьте {_key(where)}",
                    f"the composition has no seat {one} of the subgroup «{group.id}»; mend {_key(where)}",
                    within=("subgroups", place, *((where,) if isinstance(where, str) else where)),
                )
        for index, guest in enumerate(group.invited):
            if guest.id in taken:
                raise flaw(
                    "invited_twice",
                    f"имя {guest.id} носят двое приглашённых; дайте другой номер",
                    f"two of the invited are called {guest.id}; give another number",
                    within=("subgroups", place, "invited", index, "id"),
                )
            taken.add(guest.id)


def _key(where: str | tuple[str, int]) -> str:
    return where if isinstance(where, str) else where[0]
