"""Замечания о рабочей группе (lints of the working group): its powers, its secretary, its seats.

>>> from law189.profile.loader import load_profile
>>> [cite.address for cite, _ in role_not_in_composition.find(load_profile("novokuznetsk_district").latest)]
['app4.5.7']
>>> list(role_not_in_composition.find(load_profile("kemerovo").latest))
[]
"""

from collections import Counter
from collections.abc import Iterator

from law189.law import Norm, Text
from law189.lints.lint import Place, Severity, declared
from law189.profile.edition import Edition
from law189.profile.group import Role, Seat, WorkingGroup
from law189.profile.parties import headed_as
from law189.profile.thresholds import Threshold

__all__ = [
    "head_of_no_member",
    "more_persons_than_seats",
    "power_without_task",
    "role_not_in_composition",
    "same_office_twice",
    "subgroup_of_nobody",
]


@declared(
    "A7",
    Severity.NOTICE,
    Text("полномочие без задачи", "a power without a task"),
    Text(
        "Полномочие дано ни для какой задачи группы: его нельзя применить. Дополните задачи или уберите "
        "полномочие.",
        "The power serves no task of the group and cannot be used. Add the task or drop the power.",
    ),
)
def power_without_task(edition: Edition) -> Iterator[Place]:
    """Powers that serve no task of the group."""
    group = edition.working_group
    if group is None:
        return
    tasks = {task.kind for task in group.tasks}
    for power in group.powers:
        serves = tasks if power.serves is None else tasks & set(power.serves)
        if not serves:
            yield (
                power.cite,
                Text(f"нет задачи для: {power.title.ru}", f"no task for: {power.title.en}"),
            )


@declared(
    "A9",
    Severity.WARNING,
    Text("роль, которой нет в составе", "a role that the composition lacks"),
    Text(
        "Положение возлагает обязанности на секретаря, а в составе его нет, или в составе нет того, кто "
        "возглавляет группу: неясно, кто ведёт протокол или заседание. Назовите его в составе.",
        "The regulation gives duties to a secretary whom the composition does not name, or the composition has "
        "nobody who leads the group: it is unclear who keeps the minutes or runs the meeting. Name one in the "
        "composition.",
    ),
)
def role_not_in_composition(edition: Edition) -> Iterator[Place]:
    """A secretary with duties but without a seat; a composition in which nobody presides."""
    group = edition.working_group
    if group is None:
        return
    if group.seats and not any(seat.role in (Role.CHAIR, Role.CO_CHAIR) for seat in group.seats):
        yield (
            group.seats[0].cite,
            headed_as(
                Text(
                    "председателя (chair) в составе нет, нужно одно место",
                    "the chair (chair) is not in the composition; one seat is needed",
                ),
                group.head,
            ),
        )
    named = None if group.minutes is None else group.minutes.value.drafted_by
    if group.secretary is not None and group.secretary.seat is None and "secretary" not in group.by_id:
        yield (
            group.secretary.cite,
            Text("секретарь в составе группы не назван", "the composition names no secretary"),
        )
    elif group.minutes is not None and named == "secretary" and not group.secretaries:
        yield (
            group.minutes.value.drafted_by_cite or group.minutes.basis,
            Text(
                "протокол ведёт секретарь, которого положение не вводит", "minutes are kept by no known role"
            ),
        )


@declared(
    "A13",
    Severity.NOTICE,
    Text("две одинаковые должности в составе", "two seats by one office"),
    Text(
        "Состав задан должностями, и две из них совпадают: по должности не узнать, кто на каком месте. "
        "Уточните должности.",
        "The composition goes by office, and two offices are the same: who sits where cannot be told. Say more.",
    ),
)
def same_office_twice(edition: Edition) -> Iterator[Place]:
    """Offices that hold more than one seat."""
    group = edition.working_group
    offices = (
        [] if group is None else [(seat, seat.office) for seat in group.seats if seat.office is not None]
    )
    for office, number in Counter(office.ru for _, office in offices).items():
        if number > 1 and group is not None:
            held = [(seat, said) for seat, said in offices if said.ru == office]
            ru, en = (
                ", ".join(_place(seat, group) for seat, _ in held),
                ", ".join(seat.id for seat, _ in held),
            )
            yield held[0][0].cite, Text(f"{office}: {ru}", f"{held[0][1].en}: {en}")


def _place(seat: Seat, group: WorkingGroup) -> str:
    """A seat by its role, a member by the number in the composition: the office would not tell two apart."""
    if seat.role is Role.MEMBER:
        return f"член группы {seat.id.removeprefix('member-')}"
    return group.names[seat.id].ru


@declared(
    "A34",
    Severity.WARNING,
    Text("руководитель подгруппы не входит в неё", "a head who is no member of the subgroup"),
    Text(
        "Подгруппу ведёт тот, кого в ней нет: считать ли его в кворуме и голосует ли он, неясно. Назовите его в "
        "составе подгруппы или другого руководителя.",
        "The subgroup is led by somebody who does not belong to it: whether to count that seat for the quorum and "
        "in a vote is unclear. Name it among the members, or name another head.",
    ),
)
def head_of_no_member(edition: Edition) -> Iterator[Place]:
    """Subgroups whose head is none of their members."""
    group = edition.working_group
    for one in () if group is None else group.subgroups:
        if group is not None and one.head is not None and one.members and one.head not in one.members:
            who = group.names[one.head]
            yield one.cite, Text(f"{one.title.ru}: {who.ru}", f"{one.title.en}: {who.en}")


@declared(
    "A35",
    Severity.NOTICE,
    Text("подгруппа, состава которой нет", "a subgroup without members"),
    Text(
        "Подгруппа названа, а кто в неё входит, не сказано: её заседание не считают правомочным, пока состав не "
        "известен. Назовите места или приглашённых.",
        "A subgroup is named, and who belongs to it is not said: whether its meeting is competent is unknown until "
        "that is. Name its seats or whom it invites.",
    ),
)
def subgroup_of_nobody(edition: Edition) -> Iterator[Place]:
    """Subgroups to which nobody belongs."""
    group = edition.working_group
    for one in () if group is None else group.subgroups:
        if not one.members:
            yield one.cite, one.title


@declared(
    "A36",
    Severity.WARNING,
    Text("больше человек, чем мест", "more persons than seats"),
    Text(
        "Порог требует больше человек, чем в составе голосующих мест: его никогда не достичь. Исправьте число или "
        "дополните состав.",
        "The threshold needs more persons than the composition has voting seats: it is never reached. Mend the "
        "number or add to the composition.",
    ),
)
def more_persons_than_seats(edition: Edition) -> Iterator[Place]:
    """Thresholds of so many persons that no meeting, poll or subgroup of this composition can have them."""
    group = edition.working_group
    for norm, sits in () if group is None else _thresholds(group):
        if norm.value.persons is not None and norm.value.persons > len(sits.voting):
            needed, seats = norm.value.persons, len(sits.voting)
            yield norm.basis, Text(f"нужно {needed}, мест {seats}", f"{needed} are needed of {seats} seats")


def _thresholds(group: WorkingGroup) -> Iterator[tuple[Norm[Threshold], WorkingGroup]]:
    """Each threshold of the group, of its polls and of its subgroups, with the composition that has to reach it."""
    polls = None if group.absentee is None else group.absentee.value
    own = () if polls is None else (polls.quorum, polls.adoption)
    for norm in (group.quorum, group.adoption):
        yield from () if norm is None else ((norm, group),)
    for said in own:
        if said is not None and group.absentee is not None:
            yield Norm[Threshold](value=said, basis=group.absentee.basis), group
    for subgroup in group.subgroups:
        if subgroup.members:
            yield from _thresholds(group.of(subgroup))
