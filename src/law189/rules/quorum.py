"""Правомочность заседания (competence of a meeting): who is present, who presides, is there a quorum.

Shares are exact fractions: half of five members is two and a half, so two are too few. The numbers come
from the regulation of the working group (Kemerovo: п. 5.2 and 5.5 прил. 3; the district: п. 5.1 and 5.6
прил. 4).

>>> from law189.profile.loader import load_profile
>>> group = load_profile("novokuznetsk_district").latest.working_group
>>> quorum(3, 5, group.quorum).text.ru
'Присутствуют: 3 из 5; для кворума нужно не менее 3.'
>>> quorum(2, 5, group.quorum).outcome
<Outcome.VOID: 'void'>
"""

from collections.abc import Callable, Collection, Mapping, Sequence

from law189.law import Citation, Norm, Text
from law189.profile.group import Role, Seat, Threshold
from law189.profile.parties import NO_TITLES
from law189.readings import NO_CHOICES, Q1, Q2, Q3, outcome, said, under
from law189.rules import asking
from law189.verdict import Outcome, Rule, Verdict

__all__ = [
    "NO_CHOICES",
    "attendance",
    "leading",
    "members_of",
    "people",
    "present_of",
    "presiding",
    "quorum",
    "reaching",
]

ATTENDANCE = Rule(
    "quorum.attendance",
    Text(
        "Присутствует членов рабочей группы: {present}; не засчитано записей о присутствии: {refused}.",
        "Seats of the composition counted as present: {present}; entries not counted: {refused}.",
    ),
    missed=Outcome.BREACH,
    assumed=Text(
        "Положение не говорит, что делать с записью о том, кого нет в составе; запись не считается.",
        "The regulation does not say what to do with an entry outside the composition; it is not counted.",
    ),
)
ENTRY = Rule(
    "quorum.entry",
    Text(
        "Запись о присутствии не засчитана ({who}): {reason}.", "The entry «{who}» is not counted: {reason}."
    ),
    missed=Outcome.BREACH,
    assumed=ATTENDANCE.assumed,
)
INVITED = Rule(
    "quorum.invited",
    Text(
        "Присутствует: {who}; членом рабочей группы не является и в кворум не входит.",
        "«{who}» attends, but is not a member and does not count for the quorum.",
    ),
)
PRESIDING = Rule(
    "quorum.presiding",
    Text(
        "Председатель (руководитель) группы {chair:присутствует|отсутствует}; заместитель "
        "{deputy:присутствует|отсутствует}; председательствующий: {who}.",
        "The chair is present: {chair}; the deputy is present: {deputy}; presiding: {who}.",
    ),
    unknown=Text(
        "Председатель (руководитель) группы и заместитель отсутствуют; избранный "
        "председательствующий не указан; укажите: {asks}.",
        "Neither the chair nor the deputy is present; who was elected to preside is not recorded; give: "
        "{asks}.",
    ),
)
QUORUM = Rule(
    "quorum.present",
    Text(
        "Присутствуют: {present} из {members}; для кворума нужно не менее {needed}.",
        "Present: {present} of {members}; the quorum is at least {needed}.",
    ),
)
NOBODY = Text("нет", "nobody")
REASONS = {
    "duplicate": Text("место указано повторно", "the seat is entered a second time"),
    "vacant": Text("вакантное место", "the seat is vacant"),
    "unknown": Text("такого места в составе нет", "the composition has no such seat"),
}


def attendance(
    entries: Sequence[str],
    seats: Mapping[str, Seat],
    composition: Norm[Text],
    *,
    vacant: Collection[str] = (),
    invited: Collection[str] = (),
    names: Mapping[str, Text] = NO_TITLES,
) -> Verdict:
    """Whether every recorded entry counts as a present member (see `present_of`).

    `seats` are those of the composition by their ids, `vacant` those that nobody holds on the day;
    `invited` are roles that attend without being members (the secretary), `names` what a sentence calls
    each. A doubled, vacant or unknown seat is a BREACH of its own and is not counted; so is one that is
    given as vacant, but that the composition does not have.
    """
    present, seen = present_of(entries, seats, vacant), set[str]()
    parts: list[Verdict] = []
    for entry in entries:
        seat = seats.get(entry)
        if seat is None and entry in invited:
            parts.append(INVITED.judge(True, composition.basis, seat=entry, who=names.get(entry, entry)))
        elif seat is None:
            parts.append(_refused(entry, composition.basis, "unknown", names))
        elif entry in seen:
            parts.append(_refused(entry, seat.cite, "duplicate", names))
        elif entry not in present:
            parts.append(_refused(entry, seat.cite, "vacant", names))
        else:
            seen.add(entry)
    parts += [_refused(one, composition.basis, "unknown", names) for one in vacant if one not in seats]
    count = sum(part.outcome is Outcome.BREACH for part in parts)
    return ATTENDANCE.judge(
        not count, composition.basis, parts=tuple(parts), present=len(present), refused=count
    )


def present_of(
    entries: Sequence[str], seats: Collection[str], vacant: Collection[str] = ()
) -> frozenset[str]:
    """Which members are present by the entries: those whose seat the composition has and somebody holds."""
    return frozenset(entry for entry in entries if entry in seats and entry not in vacant)


def _refused(entry: str, cite: Citation, reason: str, names: Mapping[str, Text]) -> Verdict:
    return ENTRY.judge(False, cite, seat=entry, who=names.get(entry, entry), reason=REASONS[reason])


def presiding(
    present: Collection[str],
    seats: Mapping[str, Seat],
    order: Norm[tuple[Role, ...]],
    *,
    elected: str | None = None,
    choices: Mapping[str, str] = NO_CHOICES,
    names: Mapping[str, Text] = NO_TITLES,
    asked_at: str = "event.elected",
) -> Verdict:
    """Whether somebody presides: the first role of `order` whose seat is present, else what reading Q3 says.

    `present` are those of the `seats` that count as present; the seat of a role that leads is called like
    the role. `elected` is the seat that those present chose, where reading Q3 lets them;
    `names` is what a sentence calls it, `asked_at` the path by which `elected` is asked for.
    """
    chair, deputy = "chair" in present, "deputy" in present
    by_office = any(role in present for role in order.value)

    def told(choices: Mapping[str, str]) -> Verdict:
        seat = leading(present, seats, order, elected=elected, choices=choices)
        unrecorded = not (seat or elected) and Q3.chosen(choices) == "elected"
        who = seat and (seats[seat].office if by_office else names.get(seat, seat))
        holds = None if unrecorded else seat is not None
        asks = (asking.elected(asked_at),) if unrecorded else ()
        return PRESIDING.judge(holds, order.basis, lacks=asks, chair=chair, deputy=deputy, who=who or NOBODY)

    return told(choices) if by_office else under(choices, told, Q3, by=None)


def leading(
    present: Collection[str],
    seats: Mapping[str, Seat],
    order: Norm[tuple[Role, ...]],
    *,
    elected: str | None = None,
    choices: Mapping[str, str] = NO_CHOICES,
) -> str | None:
    """The seat that presides, None where nobody may or it is not recorded who was elected (see `presiding`)."""
    for role in order.value:
        if role in present:
            return seats[role].id
    return elected if elected in present and Q3.chosen(choices) == "elected" else None


def members_of(seats: int, vacant: int, choices: Mapping[str, str] = NO_CHOICES) -> int:
    """How many members the group has on the day; reading Q2 says whether vacant seats count."""
    return seats - vacant if Q2.chosen(choices) == "not_member" else seats


def people(threshold: Threshold, whole: int, choices: Mapping[str, str] = NO_CHOICES) -> int:
    """How many people reach the threshold, at least one; reading Q1 says how a broken share is made whole."""
    return threshold.people(whole, round_down=Q1.chosen(choices) == "round_down") or 1


def needed_for(
    threshold: Threshold, seats: int, vacant: int, choices: Mapping[str, str] = NO_CHOICES
) -> tuple[int, int]:
    """How many members there are, and how many of them make the quorum."""
    members = members_of(seats, vacant, choices)
    return members, people(threshold, members, choices)


def reaching(
    choices: Mapping[str, str],
    told: Callable[[Mapping[str, str]], Verdict],
    threshold: Threshold,
    whole: int,
    vacant: int,
    *,
    by: Callable[[Verdict], object] = outcome,
) -> Verdict:
    """The answer on a threshold; it names Q2 where it turns on it, else what moves a fact of it.

    `told` answers under any choices; `by` is what makes one answer another. Q2 is about `vacant` seats, Q1
    about a share of the `whole` that is not a whole number: where there is neither, nothing turns on them.
    """
    if not vacant:
        broken = threshold.counted(whole)[1]
        return under(choices, told, Q1, by=said) if broken else told(choices)
    verdict = under(choices, told, Q2, by=by)
    return verdict if verdict.reading is not None else under(choices, told, Q1, Q2, by=said)


def quorum(
    present: int,
    seats: int,
    threshold: Norm[Threshold],
    *,
    vacant: int = 0,
    choices: Mapping[str, str] = NO_CHOICES,
) -> Verdict:
    """Whether `present` members make the meeting competent; VOID where they are too few.

    `seats` counts all seats of the composition, `vacant` those that nobody holds. The verdict names the
    reading on which it turns (see `reaching`). Raises ValueError where more are present or vacant than
    there are seats, or a number is negative.
    """
    if not (0 <= present <= seats and 0 <= vacant <= seats):
        raise ValueError(f"{present} present and {vacant} vacant of {seats} seats cannot be")

    def told(choices: Mapping[str, str]) -> Verdict:
        members, needed = needed_for(threshold.value, seats, vacant, choices)
        return QUORUM.judge(
            present >= needed, threshold.basis, present=present, members=members, needed=needed
        )

    return reaching(choices, told, threshold.value, seats, vacant)
