"""Председательствующий (presiding): who leads the meeting, by the order of roles or by election.

>>> from law189.profile.loader import load_profile
>>> group = load_profile("kemerovo").latest.working_group
>>> leading({"deputy", "member-1"}, group.by_id, group.presiding)
'deputy'
"""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from law189.kinds.asked import asked, unasked
from law189.law import Norm, Text
from law189.profile.group import LEADER, Role, Seat
from law189.profile.parties import NO_TITLES, headed_as
from law189.readings import NO_CHOICES, Q3, Chosen, under
from law189.rules import asking
from law189.rules.cures import meeting
from law189.rules.group.chairing import in_office, of_head
from law189.verdict import Rule, Verdict

__all__ = ["by_role", "chosen", "leading", "presiding"]

_in_office = unasked(in_office)

PRESIDING = Rule(
    "quorum.presiding",
    Text(
        "Председатель группы {chair:присутствует|отсутствует}; заместитель "
        "{deputy:присутствует|отсутствует}; председательствующий: {who}.",
        "The chair is present: {chair:yes|no}; the deputy is present: {deputy:yes|no}; presiding: {who}.",
    ),
    unknown=Text(
        "Председатель группы и заместитель отсутствуют; избранный "
        "председательствующий не указан; укажите: {asks}.",
        "Neither the chair nor the deputy is present; who was elected to preside is not recorded; give: "
        "{asks}.",
    ),
    cure=meeting.PRESIDING,
)
HEADED = Rule(
    "quorum.headed",
    Text(
        "Руководитель подгруппы {chair:присутствует|отсутствует}; председательствующий: {who}.",
        "The head of the subgroup is present: {chair:yes|no}; presiding: {who}.",
    ),
    unknown=Text(
        "Руководитель подгруппы отсутствует; избранный председательствующий не указан; укажите: {asks}.",
        "The head of the subgroup is not present; who was elected to preside is not recorded; give: {asks}.",
    ),
    cure=meeting.HEADED,
)
LED = Text("Председательствующий: {who}.", "Presiding: {who}.")
"""Of a composition that has neither a chair nor a deputy."""
ORDERED = Text(
    "По положению ведёт первый из присутствующих: {order}; присутствуют из них: {there:никто}; "
    "председательствующий: {who}.",
    "The regulation lets the first present of these preside: {order}; present of them: {there:nobody}; "
    "presiding: {who}.",
)
"""Of a composition that has no chair or no deputy, or where others preside besides them or before."""
NOBODY_OF_THEM = Text(
    "Из тех, кто ведёт по положению ({order}), никто не присутствует; избранный председательствующий не "
    "указан; укажите: {asks}.",
    "Of those whom the regulation lets preside ({order}) nobody is present; who was elected to preside is "
    "not recorded; give: {asks}.",
)
NOBODY = Text("нет", "nobody")


@asked
def presiding(
    present: Collection[str],
    seats: Mapping[str, Seat],
    order: Norm[tuple[Role, ...]],
    *,
    elected: str | None = None,
    choices: Chosen = NO_CHOICES,
    names: Mapping[str, Text] = NO_TITLES,
    asked_at: str = "event.elected",
    headed: bool = False,
    head: Text = LEADER,
) -> Verdict:
    """Whether somebody presides: the first role of `order` whose seat is present, else what reading Q3 says.

    `present` are those of the `seats` that are there; of several seats of a role the first in the order of the
    list presides. `elected` is the seat that those present chose, where reading Q3 lets them;
    `names` is what a sentence calls it, `asked_at` the path by which `elected` is asked for. `headed`: it is a
    subgroup with a head, who has the role of a chair; `head` is what the regulation calls who leads the group.
    """
    chair, deputy = (any(seats[one].role is role for one in present) for role in (Role.CHAIR, Role.DEPUTY))
    by_office = _first(present, seats, order) is not None

    def told(choices: Mapping[str, str]) -> Verdict:
        first = leading(present, seats, order, elected=elected, choices=choices)
        unrecorded = not (first or elected) and Q3.chosen(choices) == "elected"
        who = first and (_called(first, seats, names) if by_office else names.get(first, first))
        holds = None if unrecorded else first is not None
        asks = (asking.elected(asked_at),) if unrecorded else ()
        if headed:
            return HEADED.judge(holds, order.basis, lacks=asks, chair=chair, who=who or NOBODY)
        facts: dict[str, Any] = {"chair": chair, "deputy": deputy, "who": who or NOBODY}
        rule, more = _by_order(present, seats, order.value, names, head)
        return of_head(rule, head).judge(holds, order.basis, lacks=asks, **facts, **more)

    return told(choices) if by_office else under(choices, told, Q3, by=None)


@asked
def leading(
    present: Collection[str],
    seats: Mapping[str, Seat],
    order: Norm[tuple[Role, ...]],
    *,
    elected: str | None = None,
    choices: Chosen = NO_CHOICES,
) -> str | None:
    """The seat that presides, None where nobody may or it is not recorded who was elected (see `presiding`)."""
    seat = _first(present, seats, order)
    if seat is not None:
        return seat
    return elected if elected in present and Q3.chosen(choices) == "elected" else None


@asked
def chosen(
    elected: str | None,
    present: Collection[str],
    seats: Mapping[str, Seat],
    silent: Verdict,
    names: Mapping[str, Text],
    *,
    head: Text = LEADER,
) -> Verdict:
    """Who presides where the regulation is `silent`: whom those present elected, VOID where that seat is not there.

    UNKNOWN where nobody is recorded as elected.
    """
    if elected is None:
        return silent
    chair, deputy = (any(seats[one].role is role for one in present) for role in (Role.CHAIR, Role.DEPUTY))
    leads = elected in present
    who = names.get(elected, elected) if leads else NOBODY
    officers = {seat.role for seat in seats.values()} >= {Role.CHAIR, Role.DEPUTY}
    rule = PRESIDING if officers else replace(PRESIDING, text=LED, cure=meeting.ORDERED)
    return of_head(rule, head).judge(leads, *silent.cites, chair=chair, deputy=deputy, who=who)


def _by_order(
    present: Collection[str],
    seats: Mapping[str, Seat],
    order: tuple[Role, ...],
    names: Mapping[str, Text],
    head: Text,
) -> tuple[Rule, dict[str, Any]]:
    """The rule in words that fit the composition, and what they say of who may preside."""
    if order == (Role.CHAIR, Role.DEPUTY) and {seat.role for seat in seats.values()} >= {*order}:
        return PRESIDING, {}
    leads = (one for one in seats if one in present and seats[one].role in order)
    there = tuple(_called(one, seats, names) for one in leads)
    rule = replace(PRESIDING, text=ORDERED, unknown=NOBODY_OF_THEM, cure=meeting.ORDERED)
    return rule, {"order": tuple(headed_as(role.text, head) for role in order), "there": there}


def _called(seat_id: str, seats: Mapping[str, Seat], names: Mapping[str, Text]) -> Text | str:
    """What a sentence calls whoever may preside: the office, else the name of the seat."""
    office = seats[seat_id].office
    return names.get(seat_id, seat_id) if office is None else office


@asked
def by_role(present: Collection[str], seats: Mapping[str, Seat], order: Norm[tuple[Role, ...]]) -> str | None:
    """The first seat present of the first role that has one; None where no role of the order has one."""
    return next((seat for role in order.value if (seat := _in_office(seats, role, present))), None)


_first = unasked(by_role)
