"""Рабочая группа (the working group): its seats, who presides, its quorum and votes, its minutes and business.

A seat belongs to an office: whoever holds the office sits. So a profile has no personal names, and a
change of officials changes nothing in it.

>>> from fractions import Fraction
>>> Threshold(at_least=Fraction(1, 2)).needed(5), Threshold(more_than=Fraction(1, 2)).needed(10)
(Fraction(5, 2), Fraction(6, 1))
>>> Threshold(at_least=Fraction(1, 2), more_than=Fraction(1, 2))
Traceback (most recent call last):
    ...
pydantic_core._pydantic_core.ValidationError: 1 validation error for Threshold
  give exactly one of at_least and more_than [type=law189, ...
"""

import re
from collections import Counter
from collections.abc import Mapping
from fractions import Fraction
from functools import cached_property
from itertools import chain
from types import MappingProxyType
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, PlainSerializer, StrictBool, model_validator

from law189.law import Cite, Entry, Norm, Text, Vocabulary, flaw
from law189.profile.parties import NO_TITLES, deputy_of, named
from law189.profile.words import group as words
from law189.profile.words.common import Cited, Titled

__all__ = [
    "AgendaKind",
    "CastingVote",
    "Minutes",
    "Power",
    "Role",
    "Seat",
    "SeatId",
    "Secretary",
    "Share",
    "Threshold",
    "WorkingGroup",
]

SeatId = Annotated[str, Field(pattern=r"^(chair|deputy|member-[1-9][0-9]*)$")]
"""Место: `chair`, `deputy`, or `member-1`, `member-2` and so on, in the order of the composition."""


class Role(Vocabulary):
    """Роль в рабочей группе."""

    CHAIR = "chair", "председатель", "chair"
    DEPUTY = "deputy", "заместитель председателя", "deputy"
    MEMBER = "member", "член группы", "member"


def _share(value: object) -> object:
    if isinstance(value, Fraction):
        share = value
    elif isinstance(value, str) and (parts := re.fullmatch(r"([0-9]{1,6}) */ *([1-9][0-9]{0,5})", value)):
        share = Fraction(int(parts[1]), int(parts[2]))
    else:
        raise flaw(
            "share_form",
            f"нужна доля обыкновенной дробью, например 1/2 или 2/3, а указано: {value!r}",
            f"a share written as a fraction such as 1/2 or 2/3 is needed, not {value!r}",
        )
    if not 0 < share <= 1:
        raise flaw(
            "share_range",
            f"доля {share} вне пределов; укажите больше 0 и не больше 1",
            f"the share {share} is out of range; give more than 0 and at most 1",
        )
    return share


_WrittenShare = Annotated[str, Field(pattern=r"^[0-9]{1,6}\s*/\s*[1-9][0-9]{0,5}$")]
Share = Annotated[
    Fraction,
    BeforeValidator(_share, json_schema_input_type=_WrittenShare),
    PlainSerializer(str, return_type=str),
]
"""A part of a whole, exact: `1/2`, never 0.5."""


class Threshold(Entry):
    """Порог: at least a share, or more than a share, of the members, of those present or of the votes.

    Exactly one of `at_least` and `more_than` is given.
    """

    at_least: Annotated[Share | None, words.AT_LEAST] = None
    more_than: Annotated[Share | None, words.MORE_THAN] = None
    of: Annotated[Literal["members", "present", "votes"], words.OF] = "members"

    @model_validator(mode="after")
    def _one(self) -> Self:
        if (self.at_least is None) == (self.more_than is None):
            raise flaw(
                "threshold_form",
                "укажите ровно одно из at_least (не менее) и more_than (более)",
                "give exactly one of at_least and more_than",
            )
        if self.more_than == 1:
            raise flaw(
                "threshold_range",
                "более целого не бывает; укажите more_than меньше 1 или at_least: 1/1",
                "there is no more than the whole; give more_than below 1, or at_least: 1/1",
            )
        return self

    def needed(self, whole: int) -> Fraction:
        """How many of `whole` persons reach the threshold; not whole where the share is not."""
        if self.at_least is not None:
            return self.at_least * whole
        return Fraction(self.people(whole))

    def people(self, whole: int, *, round_down: bool = False) -> int:
        """How many people that makes: no fewer than the exact share, or rounded down."""
        people, broken = self.counted(whole)
        return people + (broken and not round_down)

    def counted(self, whole: int) -> tuple[int, bool]:
        """How many people that makes rounded down, and whether a part of one more is left."""
        share = self.more_than if self.at_least is None else self.at_least
        assert share is not None, "exactly one of the two is given"
        people, rest = divmod(share.numerator * whole, share.denominator)
        return (people + 1, False) if self.at_least is None else (people, rest > 0)


class Seat(Entry):
    """Место в рабочей группе: who sits there by office."""

    id: Annotated[SeatId, words.SEAT_ID]
    role: Annotated[Role, words.ROLE]
    office: Annotated[Text, words.OFFICE]
    cite: Cited

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if self.id.split("-")[0] != self.role:
            raise flaw(
                "seat_role",
                f"место {self.id} не подходит к роли {self.role}; исправьте id или role",
                f"the seat {self.id} does not fit the role {self.role}; mend id or role",
            )
        return self


class AgendaKind(Entry):
    """Задача, полномочие или функция: what the group may put on its agenda."""

    kind: Annotated[str, Field(pattern=r"^[a-z]+(-[a-z]+)*$"), words.KIND]
    title: Titled
    cite: Cited


class Power(AgendaKind):
    """Полномочие; `serves` lists the tasks it is given for, None where it is given for all of them."""

    serves: Annotated[tuple[str, ...] | None, words.SERVES] = None


class CastingVote(Vocabulary):
    """Чей голос решает при равенстве."""

    PRESIDING = "presiding", "решает голос председательствующего", "the presiding officer's vote decides"
    NONE = "none", "ничей голос не решает", "nobody's vote decides"


class Minutes(Entry):
    """Протокол: who drafts it (None where the regulation names nobody), signs it and gets copies."""

    drafted_by: Annotated[Literal["secretary"] | None, words.DRAFTED_BY] = None
    drafted_by_cite: Annotated[Cite | None, words.DRAFTED_BY_CITE] = None
    signed_by: Annotated[Literal["presiding"], words.SIGNED_BY] = "presiding"
    copies_to: Annotated[Literal["members", "none"], words.COPIES_TO] = "members"

    @model_validator(mode="after")
    def _cited(self) -> Self:
        if (self.drafted_by is None) != (self.drafted_by_cite is None):
            raise flaw(
                "drafter_cite",
                "drafted_by и drafted_by_cite указывают вместе: кто ведёт протокол и по какой норме",
                "drafted_by and drafted_by_cite go together: who drafts the minutes and by which provision",
            )
        return self


class Secretary(Entry):
    """Секретарь рабочей группы: a role; `seat` is None where the composition names nobody."""

    seat: Annotated[SeatId | None, words.SECRETARY_SEAT] = None
    duties: Annotated[tuple[AgendaKind, ...], words.SECRETARY_DUTIES] = ()
    cite: Cited


class WorkingGroup(Entry):
    """Рабочая группа: composition, presiding, quorum, votes, minutes, tasks, powers, functions.

    `head` is what the regulation calls who leads the group (председатель or руководитель).
    """

    head: Annotated[Text, words.HEAD]
    status: Annotated[Norm[Text] | None, words.STATUS] = None
    purpose: Annotated[Norm[Text], words.PURPOSE]
    sources: Annotated[Norm[Text], words.SOURCES]
    seats: Annotated[tuple[Seat, ...], Field(min_length=1), words.SEATS]
    composition: Annotated[Norm[Text], words.COMPOSITION]
    presiding: Annotated[Norm[Annotated[tuple[Role, ...], Field(min_length=1)]], words.PRESIDING]
    presiding_duties: Annotated[tuple[AgendaKind, ...], words.PRESIDING_DUTIES] = ()
    agenda: Annotated[Norm[Literal["presiding", "none"]], words.AGENDA]
    meetings: Annotated[Norm[Literal["as_needed"]], words.MEETINGS]
    quorum: Annotated[Norm[Threshold], words.QUORUM]
    adoption: Annotated[Norm[Threshold], words.ADOPTION]
    casting_vote: Annotated[Norm[CastingVote], words.CASTING_VOTE]
    minutes: Annotated[Norm[Minutes], words.MINUTES]
    secretary: Annotated[Secretary | None, words.SECRETARY] = None
    tasks: Annotated[tuple[AgendaKind, ...], words.TASKS]
    powers: Annotated[tuple[Power, ...], words.POWERS]
    functions: Annotated[tuple[AgendaKind, ...], words.FUNCTIONS]
    advisory: Annotated[Norm[StrictBool], words.ADVISORY]

    @model_validator(mode="after")
    def _led(self) -> Self:
        if self.quorum.value.of != "members":
            raise flaw(
                "quorum_of",
                "кворум считают от членов группы; уберите of или укажите members",
                "a quorum is counted of the members; remove of or give members",
            )
        if self.secretary is not None and self.secretary.seat not in (
            None,
            *(seat.id for seat in self.seats),
        ):
            raise flaw(
                "secretary_seat",
                f"места секретаря {self.secretary.seat} в составе нет; исправьте seat или уберите его",
                f"the composition has no seat {self.secretary.seat} of the secretary; mend seat or drop it",
            )
        roles = [seat.role for seat in self.seats]
        for role in (Role.CHAIR, Role.DEPUTY):
            if roles.count(role) > 1 or (role in self.presiding.value and role not in roles):
                raise flaw(
                    "group_roles",
                    f"мест с ролью {role} в составе: {roles.count(role)}; нужно одно",
                    f"seats with the role {role} in the composition: {roles.count(role)}; one is needed",
                )
        return self

    @cached_property
    def by_id(self) -> Mapping[str, Seat]:
        """The seats of the composition by their ids."""
        return MappingProxyType({seat.id: seat for seat in self.seats})

    @cached_property
    def business(self) -> Mapping[str, AgendaKind]:
        """Its tasks, powers and functions by their kinds."""
        return MappingProxyType(
            {entry.kind: entry for entry in chain(self.tasks, self.powers, self.functions)}
        )

    @cached_property
    def names(self) -> Mapping[str, Text]:
        """What a sentence calls each seat and the secretary: in Russian by office (of two alike with the id)."""
        told = {seat.id: self._office(seat) for seat in self.seats} | {"secretary": "секретарь"}
        alike = Counter(told.values())
        return MappingProxyType(
            {one: Text(f"{ru} ({one})" if alike[ru] > 1 else ru, one) for one, ru in told.items()}
        )

    def _office(self, seat: Seat) -> str:
        if seat.role is Role.MEMBER:
            return seat.office.ru
        return self.head.ru if seat.role is Role.CHAIR else deputy_of(self.head.ru)

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
    if who in (Role.CHAIR, Role.DEPUTY):
        return Role(who).text.ru
    return f"член группы {who[7:]}" if re.fullmatch("member-[0-9]+", who) else who
