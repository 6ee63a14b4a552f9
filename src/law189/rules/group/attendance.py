"""Присутствие (attendance): which recorded entries count as members present, and who merely attends.

A seat that somebody holds counts once. A secretary outside the composition, a seat without a vote and an invited
person attend and count for nothing.

>>> from law189.profile.loader import load_profile
>>> group = load_profile("kemerovo").latest.working_group
>>> attendance(["chair", "member-9"], group.by_id, group.silence).outcome
<Outcome.BREACH: 'breach'>
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from law189.kinds.asked import asked
from law189.law import Citation, Norm, Text
from law189.profile.group import Seat
from law189.profile.parties import NO_TITLES
from law189.readings import NO_CHOICES, Q4, Chosen
from law189.rules.cures import meeting
from law189.verdict import Outcome, Rule, Verdict

__all__ = ["attendance", "guests_told", "present_of"]

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
OF_SUBGROUP = Text(
    "Присутствует членов подгруппы: {present}; не засчитано записей о присутствии: {refused}.",
    "Members of the subgroup counted as present: {present}; entries not counted: {refused}.",
)
ENTRY = Rule(
    "quorum.entry",
    Text(
        "Запись о присутствии не засчитана ({who}): {reason}.", "The entry «{who}» is not counted: {reason}."
    ),
    missed=Outcome.BREACH,
    assumed=ATTENDANCE.assumed,
    cure=meeting.ENTRY,
)
INVITED = Rule(
    "quorum.invited",
    Text(
        "Присутствует: {who}; членом рабочей группы не является и в кворум не входит.",
        "«{who}» attends, but is not a member and does not count for the quorum.",
    ),
)
VOTELESS = Rule(
    "quorum.voteless",
    Text(
        "Присутствует: {who}; права голоса не имеет{counted:, но в кворум входит| и в кворум не входит}.",
        "«{who}» attends; has no vote{counted:, but counts| and does not count} for the quorum.",
    ),
)
GUESTS = Rule(
    "quorum.guests",
    Text(
        "Приглашены: {guests}; присутствие приглашённых без права голоса {allowed:допускается|не допускается}.",
        "Invited: {guests}; that invited persons attend without a vote is {allowed:allowed|not allowed}.",
    ),
    missed=Outcome.BREACH,
    assumed=Text(
        "Положение не лишает силы заседание, на котором был посторонний.",
        "The regulation does not take the effect of a meeting that an outsider attended.",
    ),
    cure=meeting.GUESTS,
)
REASONS = {
    "duplicate": Text("место указано повторно", "the seat is entered a second time"),
    "vacant": Text("вакантное место", "the seat is vacant"),
    "unknown": Text("такого места в составе нет", "the composition has no such seat"),
    "absent": Text(
        "место, которое занимает замещающее лицо, среди присутствующих не указано",
        "the seat that an alternate takes is not entered as present",
    ),
    "alternate": Text(
        "замещающее лицо составом не предусмотрено", "the composition gives the seat no alternate"
    ),
}


@asked
def attendance(
    entries: Sequence[str],
    seats: Mapping[str, Seat],
    basis: Citation,
    *,
    alternates: Collection[str] = (),
    vacant: Collection[str] = (),
    invited: Collection[str] = (),
    names: Mapping[str, Text] = NO_TITLES,
    of_subgroup: bool = False,
    choices: Chosen = NO_CHOICES,
) -> Verdict:
    """Whether every recorded entry counts as a present member (see `present_of`).

    `seats` are those of the composition (of a subgroup, where `of_subgroup`), `vacant` those that nobody holds on
    the day, `alternates` those whose alternate came, `basis` the address of the composition; `invited` are
    roles that attend without being members (the secretary), `names` what a sentence calls each; whether a seat
    without a vote counts, reading Q4 says. A doubled, vacant or unknown seat is a BREACH of its own and is not
    counted; so is one given as vacant that the composition lacks.
    """
    seen, parts = set[str](), list[Verdict]()
    counted = Q4.chosen(choices) == "counted"
    for entry in entries:
        seat = seats.get(entry)
        why = _why(entry, seat, seen, vacant, alternates)
        if seat is None and entry in invited:
            parts.append(INVITED.judge(True, basis, seat=entry, who=names.get(entry, entry)))
        elif why is not None:
            parts.append(_refused(entry, basis if seat is None else seat.cite, why, names))
        elif seat is not None and not seat.votes:
            who = names.get(entry, entry)
            parts.append(VOTELESS.judge(True, seat.cite, seat=entry, who=who, counted=counted))
        if why is None:
            seen.add(entry)
    parts += [_refused(one, basis, "unknown", names) for one in vacant if one not in seats]
    absent = [one for one in dict.fromkeys(alternates) if one not in entries]
    parts += [_refused(one, basis, "absent", names) for one in absent]
    rule = replace(ATTENDANCE, text=OF_SUBGROUP) if of_subgroup else ATTENDANCE
    return _counted(rule, parts, sum(counted or seats[one].votes for one in seen), basis)


def _counted(rule: Rule, parts: Sequence[Verdict], present: int, basis: Citation) -> Verdict:
    count = sum(part.outcome is Outcome.BREACH for part in parts)
    return rule.judge(not count, basis, parts=tuple(parts), present=present, refused=count)


def _why(
    entry: str,
    seat: Seat | None,
    seen: Collection[str],
    vacant: Collection[str],
    alternates: Collection[str],
) -> str | None:
    """Why an entry is not counted; None where it is, or where its seat merely attends."""
    if seat is None:
        return "unknown"
    if entry in seen:
        return "duplicate"
    if entry in vacant:
        return "vacant"
    return "alternate" if entry in alternates and seat.alternate is None else None


@asked
def present_of(
    entries: Sequence[str],
    seats: Mapping[str, Seat],
    vacant: Collection[str] = (),
    alternates: Collection[str] = (),
) -> frozenset[str]:
    """Which seats are taken by the entries: those that the composition has and somebody holds, voting or not.

    A seat whose alternate came counts where the composition gives it one.
    """
    return frozenset(
        entry for entry in entries if _why(entry, seats.get(entry), (), vacant, alternates) is None
    )


@asked
def guests_told(guests: Sequence[str], allowed: Norm[bool]) -> Verdict:
    """Whether invited persons may attend; BREACH where they may not."""
    return GUESTS.judge(allowed.value, allowed.basis, guests=tuple(guests), allowed=allowed.value)


def _refused(entry: str, cite: Citation, reason: str, names: Mapping[str, Text]) -> Verdict:
    return ENTRY.judge(False, cite, seat=entry, who=names.get(entry, entry), reason=REASONS[reason])
