"""Обязанности председателя (chairing): who is the chair, who may act for the chair, and who led a meeting.

«В период отсутствия председателя рабочей группы его обязанности исполняет заместитель председателя» (Kemerovo:
п. 5.2 прил. 3; the district: п. 5.1 прил. 4). No record says that the chair was absent on a day on which nobody
met, so what the deputy did in the chair's place is for a person to confirm. That it is not recorded who led a
meeting is not the same as that nobody led it.

>>> from law189.profile.loader import load_profile
>>> group = load_profile("kemerovo").latest.working_group
>>> [as_chair(who, group) for who in ("chair", "deputy", "member-1")]
[True, None, False]
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import NamedTuple

from law189.kinds.asked import asked, made_asked
from law189.law import Text
from law189.profile.group import Role, Seat, WorkingGroup
from law189.profile.parties import headed_as
from law189.verdict import Ask, Rule

__all__ = ["Unrecorded", "as_chair", "as_leader", "in_office", "led_by", "of_head"]


@made_asked
class Unrecorded(NamedTuple):
    """Кто вёл, не записано: any of `may` may have led, and `asks` is what to give."""

    may: tuple[str, ...]
    asks: tuple[Ask, ...]


@asked
def of_head(rule: Rule, head: Text) -> Rule:
    """The rule, whose sentences call who leads the group what the regulation calls them (`head`)."""
    text, unknown = headed_as(rule.text, head), rule.unknown
    told = None if unknown is None else headed_as(unknown, head)
    return rule if (text, told) == (rule.text, unknown) else replace(rule, text=text, unknown=told)


@asked
def led_by(
    hands: Collection[str] | None, presiding: str | None, unrecorded: Unrecorded | None = None
) -> bool | None:
    """Whether one of the hands led; None where the hands, or who led, are not recorded.

    `presiding` is who led; None without `unrecorded` says that nobody did.
    """
    if hands is None or (presiding is None and unrecorded is not None):
        return None
    return presiding is not None and presiding in hands


@asked
def in_office(seats: Mapping[str, Seat], role: str, there: Collection[str]) -> str | None:
    """The first of the seats of that role that is among those there; None where none is."""
    return next((seat.id for seat in seats.values() if seat.role == role and seat.id in there), None)


@asked
def as_chair(who: str, group: WorkingGroup) -> bool | None:
    """Whether what is the chair's to do is theirs; None where they may act for a chair who is absent.

    That of a subgroup is its head's, and whoever may do it for the whole group may do it too. None also where the
    composition has no chair: then nobody can be told to be one.
    """
    seats = (*group.seats, *group.whole.seats)
    return _in_either(_for_chair, who, group) if any(seat.role is Role.CHAIR for seat in seats) else None


@asked
def as_leader(who: str, group: WorkingGroup) -> bool | None:
    """Whether what is for who presides to do is theirs by their role; None where it is for who is absent.

    The chair may always, and who is first in the order of presiding. Where the regulation does not say who presides
    any seat may have. Of a subgroup whoever leads the group may as well.
    """
    return _in_either(_for_leader, who, group)


def _in_either(may: Callable[[str, WorkingGroup], bool | None], who: str, group: WorkingGroup) -> bool | None:
    """The answer of the group, of a subgroup else that of the whole."""
    own = may(who, group)
    return may(who, group.whole) if own is False and group.subgroup is not None else own


def _order(group: WorkingGroup) -> tuple[Role, ...]:
    return () if group.presiding is None else group.presiding.value


def _for_chair(who: str, group: WorkingGroup) -> bool | None:
    seat = group.seat(who)
    if seat is None or seat.role is Role.CHAIR:
        return seat is not None
    return None if seat.role is Role.DEPUTY or seat.role in _order(group) else False


def _for_leader(who: str, group: WorkingGroup) -> bool | None:
    seat, order = group.seat(who), _order(group)
    if seat is not None and order[:1] == (seat.role,):
        return True
    own = _for_chair(who, group)
    return None if own is False and seat is not None and not order else own
