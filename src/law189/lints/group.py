"""Замечания о рабочей группе (lints of the working group): its powers, its secretary, its seats.

>>> from law189.profile.loader import load_profile
>>> [cite.address for cite, _ in role_not_in_composition.find(load_profile("novokuznetsk_district").latest)]
['app4.5.7']
>>> list(role_not_in_composition.find(load_profile("kemerovo").latest))
[]
"""

from collections import Counter
from collections.abc import Iterator

from law189.law import Text
from law189.lints.lint import Place, Severity, declared
from law189.profile.edition import Edition
from law189.profile.group import Role, Seat, WorkingGroup

__all__ = ["power_without_task", "role_not_in_composition", "same_office_twice"]


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
    tasks = {task.kind for task in edition.working_group.tasks}
    for power in edition.working_group.powers:
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
        "Положение возлагает обязанности на секретаря, а в составе его нет: неясно, кто ведёт протокол. "
        "Назовите его в составе.",
        "The regulation gives duties to a secretary whom the composition does not name: it is unclear who "
        "keeps the minutes. Name one in the composition.",
    ),
)
def role_not_in_composition(edition: Edition) -> Iterator[Place]:
    """A secretary with duties but without a seat."""
    group = edition.working_group
    if group.secretary is not None and group.secretary.seat is None:
        yield (
            group.secretary.cite,
            Text("секретарь в составе группы не назван", "the composition names no secretary"),
        )
    elif group.secretary is None and group.minutes.value.drafted_by_cite is not None:
        yield (
            group.minutes.value.drafted_by_cite,
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
    seats = group.seats
    for office, number in Counter(seat.office.ru for seat in seats).items():
        if number > 1:
            held = [seat for seat in seats if seat.office.ru == office]
            ru, en = ", ".join(_place(seat, group) for seat in held), ", ".join(seat.id for seat in held)
            yield held[0].cite, Text(f"{office}: {ru}", f"{held[0].office.en}: {en}")


def _place(seat: Seat, group: WorkingGroup) -> str:
    """A seat by its role, a member by the number in the composition: the office would not tell two apart."""
    if seat.role is Role.MEMBER:
        return f"член группы {seat.id.removeprefix('member-')}"
    return group.names[seat.id].ru
