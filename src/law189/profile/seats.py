"""Места и вопросы (seats): who sits in a working group and in what role, and what it may put on its agenda.

>>> from law189.law import Citation
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
from typing import Annotated, Any, Self

from pydantic import Field, StrictBool, model_validator

from law189.law import Entry, Text, Vocabulary, flaw
from law189.profile.words import group as words
from law189.profile.words import regulation as norms
from law189.profile.words.common import Cited, Titled

__all__ = ["SEAT", "AgendaKind", "Power", "Role", "Seat", "SeatId", "Secretary", "apart", "led_by_somebody"]

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
    office: Annotated[Text | None, words.OFFICE] = None
    votes: Annotated[StrictBool, norms.VOTES] = True
    alternate: Annotated[Text | None, norms.ALTERNATE] = None
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


def led_by_somebody(group: Any) -> None:
    """Refuse a chair who approves the agenda and is not there, and a way to preside of nobody named."""
    chaired = any(seat.role is Role.CHAIR for seat in group.seats)
    if group.agenda is not None and group.agenda.value == "chair" and not chaired:
        raise flaw(
            "group_roles",
            "повестку утверждает председатель, а места с ролью chair в составе нет; исправьте одно из двух",
            "the chair approves the agenda, and the composition has no seat with the role chair; mend either",
            within=("agenda", "value"),
        )
    if group.presiding_by is not None and group.presiding is None:
        raise flaw(
            "presiding_by",
            "сказано, кто ведёт из нескольких, но не сказано, кто эти несколько; добавьте presiding",
            "it is said who of several presides, but not who they are; add presiding",
            within=("presiding_by",),
        )
