"""Места и вопросы (seats): who sits in a working group and in what role, and what it may put on its agenda.

>>> from law189.law import Description, Citation
>>> cite = Citation("my-1", "p2", Text("п. 2", "item 2"))
>>> Seat(id="deputy-2", role="deputy", cite=cite).votes
True
>>> Seat(id="deputy-2", role="chair", cite=cite)
Traceback (most recent call last):
    ...
pydantic_core._pydantic_core.ValidationError: 1 validation error for Seat
  the seat deputy-2 does not fit the role chair; mend id or role [type=law189, ...
"""

import re
from collections.abc import Iterator
from typing import Annotated, Any, NamedTuple, Self

from pydantic import Field, StrictBool, model_validator

from law189.law import Description, Entry, Text, Vocabulary, flaw
from law189.profile.parties import headed_in
from law189.profile.words import group as words
from law189.profile.words import regulation as norms
from law189.profile.words.common import Cited, Titled

__all__ = ["SEAT", "AgendaKind", "Power", "Role", "Seat", "SeatId", "Secretary", "apart", "roles_there"]

SEAT = r"^(chair|co-chair-[1-9][0-9]*|deputy(-[1-9][0-9]*)?|secretary|member-[1-9][0-9]*)$"
SeatId = Annotated[str, Field(pattern=SEAT)]
"""Место: `chair`, `co-chair-1`, `deputy` or `deputy-1`, `secretary`, or `member-1` and so on."""


class Role(Vocabulary):
    """Роль в рабочей группе."""

    CHAIR = "chair", "председатель", "chair"
    CO_CHAIR = "co-chair", "сопредседатель", "co-chair"
    DEPUTY = "deputy", "заместитель председателя", "deputy"
    SECRETARY = "secretary", "секретарь", "secretary"
    MEMBER = "member", "член группы", "member"


class Seat(Entry):
    """Место в рабочей группе: who sits there by office (None where the composition names no office).

    `votes` says whether the seat votes, `alternate` who takes part in place of whoever holds it.
    """

    id: Annotated[SeatId, words.SEAT_ID]
    role: Annotated[Role, words.ROLE]
    office: Annotated[Description | None, words.OFFICE] = None
    votes: Annotated[StrictBool, norms.VOTES] = True
    alternate: Annotated[Description | None, norms.ALTERNATE] = None
    cite: Cited

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if re.sub("-[0-9]+$", "", self.id) != self.role:
            raise flaw(
                "seat_role",
                f"место {self.id} не подходит к роли {self.role}; исправьте id или role",
                f"the seat {self.id} does not fit the role {self.role}; mend id or role",
            )
        return self

    @property
    def number(self) -> str:
        """The number at the end of its id; empty where it has none."""
        return found[1] if (found := re.search("-([0-9]+)$", self.id)) else ""


def apart(office: str, who: str, seat: Seat | None) -> str:
    """What a Russian sentence calls whoever has an office that another has too: by the number, else by the id."""
    if seat is None or not seat.number:
        return f"{office} ({who})"
    return f"{office} (член группы {seat.number})" if seat.role is Role.MEMBER else f"{office} {seat.number}"


class AgendaKind(Entry):
    """Задача, полномочие или функция: what the group may put on its agenda."""

    kind: Annotated[str, Field(pattern=r"^[a-z]+(-[a-z]+)*$"), words.KIND]
    title: Titled
    cite: Cited


class Power(AgendaKind):
    """Полномочие; `serves` lists the tasks it is given for, None where it is given for all of them."""

    serves: Annotated[tuple[str, ...] | None, words.SERVES] = None


class Secretary(Entry):
    """Секретарь рабочей группы: a role; `seat` is None where the composition names nobody."""

    seat: Annotated[SeatId | None, words.SECRETARY_SEAT] = None
    duties: Annotated[tuple[AgendaKind, ...], words.SECRETARY_DUTIES] = ()
    cite: Cited


def roles_there(group: Any) -> None:
    """Refuse a norm that gives something to a role which the composition does not have, each norm alike."""
    for named in _named(group):
        if not named.there:
            what = headed_in(named.what, group)
            raise flaw(
                "group_roles",
                f"{what.ru}, {named.lacks.ru}; исправьте одно из двух{named.instead.ru}",
                f"{what.en}, {named.lacks.en}; mend either{named.instead.en}",
                within=named.at,
            )
    if group.presiding_by is not None and group.presiding is None:
        raise flaw(
            "presiding_by",
            "сказано, кто ведёт из нескольких, но не сказано, кто эти несколько; добавьте presiding",
            "it is said who of several presides, but not who they are; add presiding",
            within=("presiding_by",),
        )


class _Named(NamedTuple):
    """A norm that names a role: where it stands, what it gives, whether that role is there, and what is lacking."""

    at: tuple[str, ...]
    what: Text
    there: bool
    lacks: Text
    instead: Text = Text("", "")


def _named(group: Any) -> Iterator[_Named]:
    """Each norm of the group that gives something to a role."""
    roles = {seat.role for seat in group.seats}
    voting = {seat.role for seat in group.seats if seat.votes}
    chair = _no_seat(Role.CHAIR)
    if group.agenda is not None and group.agenda.value == "chair":
        what = Text("повестку утверждает председатель", "the chair approves the agenda")
        yield _Named(("agenda", "value"), what, Role.CHAIR in roles, chair)
    for role in () if group.presiding is None else group.presiding.value:
        what = Text(f"заседание ведёт {role.text.ru}", f"the {role.text.en} presides")
        yield _Named(("presiding", "value"), what, role in roles, _no_seat(role))
    casting = None if group.casting_vote is None else group.casting_vote.value.value
    if casting in (Role.CHAIR, Role.DEPUTY):
        role = Role(casting)
        what = Text(f"при равенстве решает {role.text.ru}", f"at equal votes the {role.text.en} decides")
        lacks = Text(
            f"а места с ролью {role} и правом голоса в составе нет",
            f"and the composition has no seat with the role {role} and a vote",
        )
        yield _Named(("casting_vote", "value"), what, role in voting, lacks, _PRESIDING)
    minutes = None if group.minutes is None else group.minutes.value
    if minutes is not None and minutes.approved_by == "chair":
        what = Text("протокол утверждает председатель", "the chair approves the minutes")
        yield _Named(("minutes", "value", "approved_by"), what, Role.CHAIR in roles, chair)
    if minutes is not None and "secretary" in minutes.signed_by:
        what = Text("протокол подписывает секретарь", "the secretary signs the minutes")
        there = Role.SECRETARY in roles or group.secretary is not None
        yield _Named(("minutes", "value", "signed_by"), what, there, _NO_SECRETARY)


def _no_seat(role: Role) -> Text:
    return Text(
        f"а места с ролью {role} в составе нет", f"and the composition has no seat with the role {role}"
    )


_PRESIDING = Text(
    "; если решает тот, кто ведёт заседание, это пишут «presiding»",
    "; where whoever presides decides, it is written «presiding»",
)
_NO_SECRETARY = Text(
    "а секретаря нет ни в составе, ни под ключом secretary",
    "and neither the seats nor the key secretary have one",
)
