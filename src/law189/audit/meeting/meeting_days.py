"""По дню шага (by the day of a step): agenda and minutes of a record, each judged by the edition of its own day.

The agenda is approved before the meeting and the minutes are kept after it; the decree may come into force, be
amended or lapse between these days. A norm that does not hold leaves open what it governs, and nothing else.

>>> from law189.profile.loader import load_profile
>>> edition, group = of_day(load_profile("kemerovo"), date(2023, 10, 2), None)
>>> group.by_id["chair"].role.value
'chair'
"""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from law189.audit.meeting.meeting_record import AgendaRecord, MeetingRecord, MinutesRecord
from law189.cases.standing import law_of
from law189.profile.edition import Edition
from law189.profile.group import WorkingGroup
from law189.profile.profile import Profile
from law189.rules import minutes
from law189.rules.acts import force
from law189.rules.deadlines import lapses
from law189.rules.group import agenda, approving, subgroups
from law189.rules.group.regulation import lacking
from law189.rules.group.sitting import Sitting
from law189.rules.minutes import approvals, minutes_order, minutes_terms
from law189.rules.votes.polls import Poll
from law189.verdict import Outcome, Verdict
from law189.workflows.meeting.copying import Days, all_copied
from law189.workflows.meeting.recording import regulations

__all__ = ["agenda_of", "decree_on", "minutes_of", "not_held", "of_day"]


def of_day(profile: Profile, day: date, subgroup: str | None) -> tuple[Edition, WorkingGroup | Verdict]:
    """The edition of the day, and the group or the subgroup that sits by it; a verdict where it has none."""
    edition = profile.on(day)
    if edition.working_group is None:
        return edition, force.no_group(edition.whole)
    return edition, subgroups.sitting_as(edition.working_group, subgroup)


def decree_on(day: date, edition: Edition) -> Iterator[Verdict]:
    """Whether the decree is in force on the day."""
    return lapses.standing(day, law_of(edition), (), edition.readings)


def not_held(day: date, group: WorkingGroup, *names: str) -> Iterator[Verdict]:
    """Every norm of the group by those names that does not hold on the day."""
    said = (name for name in names if getattr(group, name) is not None)
    return (ended for name in said if (ended := lacking(group, name, day)) is not None)


def _with_norms(found: Verdict, day: date, group: WorkingGroup, *names: str) -> Verdict:
    """The verdict, with each norm by which it is judged and that does not hold on the day, told once."""
    told = [*found.walk()]
    return found.joined(*(one for one in not_held(day, group, *names) if one not in told))


def agenda_of(record: MeetingRecord, profile: Profile, held: Sitting) -> Verdict:
    """Whether the agenda was approved by who may, in time, and under a decree in force.

    It is asked for by the regulation of its day, at the latest of the day of the meeting.
    """
    told = record.agenda or AgendaRecord()
    approved = told.approved_on or record.held_on
    day = min(approved, record.held_on)
    edition, group = of_day(profile, day, record.subgroup)
    in_force = decree_on(approved, profile.on(approved))
    against = [one for one in in_force if one.outcome is not Outcome.HOLDS]
    if isinstance(group, Verdict):
        return group.joined(*against)
    by, on, titles = told.approved_by, told.approved_on, edition.titles
    found = approving.approval(
        by, on, held.seat, record.held_on, group, titles=titles, unrecorded=held.unrecorded
    )
    if "items" not in record.model_fields_set:
        found = found.joined(agenda.unrecorded(held.group))
    return _with_norms(found, day, group, "agenda").joined(*(against if approved != record.held_on else ()))


class _Day(NamedTuple):
    """День шага: the record, what was held, and the regulation of the day of a step."""

    record: MeetingRecord
    told: MinutesRecord
    held: Sitting
    group: WorkingGroup
    edition: Edition
    profile: Profile
    day: date

    @property
    def term(self) -> dict[str, Any]:
        """By what a term of the minutes is counted."""
        had = regulations(self.profile, self.day, self.record.subgroup)
        calendar, choices = self.edition.calendar, self.held.choices
        return {"calendar": calendar, "choices": choices, "regulations": had}


def _drafted(of: _Day) -> Iterator[Verdict | None]:
    told, held, group = of.told, of.held, of.group
    titles, not_known, ended_on = of.edition.titles, held.unrecorded, of.record.ended_on
    yield minutes.drafted(told.drafted_by, group, presiding=held.seat, titles=titles, unrecorded=not_known)
    yield from minutes_order.in_order(ended_on, told.drafted_on, told.signed_on, told.sent_on, group)
    yield minutes_terms.drafted_in_time(
        told.drafted_on, of.record.held_on, group, closed_on=ended_on, **of.term
    )


def _signed(of: _Day) -> Iterator[Verdict | None]:
    told, held, group, ended_on = of.told, of.held, of.group, of.record.ended_on
    yield minutes.signed(
        told.signed_by,
        told.signed_on,
        held.seat,
        ended_on,
        group,
        titles=of.edition.titles,
        led=of.record.form == "meeting",
        present=held.polled
        if isinstance(held, Poll)
        else [one for one in held.members if one in held.present],
        unrecorded=held.unrecorded,
    )
    yield minutes_terms.signed_in_time(
        told.signed_on, of.record.held_on, group, closed_on=ended_on, **of.term
    )
    yield approvals.approved(told.approved_by, group, titles=of.edition.titles)
    yield approvals.dissents_attached(told.dissents, told.attached, group)


def _sent(of: _Day) -> Iterator[Verdict | None]:
    told, group, subgroup = of.told, of.group, of.record.subgroup
    days = Days(told.signed_on or of.day, told.sent_on or told.signed_on or of.day)
    yield all_copied(told.copies_to, of.held.members, of.profile, days, subgroup, of.held.choices)
    yield minutes_terms.sent_in_time(told.sent_on, told.signed_on, group, **of.term)


def minutes_of(record: MeetingRecord, profile: Profile, held: Sitting) -> Verdict:
    """Whether the minutes were drafted, signed, approved and sent as the regulation of each day says."""
    told, parts = record.minutes or MinutesRecord(), list[Verdict]()
    steps = (told.drafted_on, _drafted), (told.signed_on, _signed), (told.sent_on, _sent)
    for on, judged in steps:
        day = on or record.held_on
        edition, group = of_day(profile, day, record.subgroup)
        unsaid = group if isinstance(group, Verdict) else lacking(group, "minutes", day)
        if isinstance(group, WorkingGroup) and unsaid is None:
            found = judged(_Day(record, told, held, group, edition, profile, day))
            parts += [one for one in found if one is not None]
        elif unsaid is not None and unsaid not in parts:
            parts.append(unsaid)
    return minutes.whole(record.held_on, *parts)
