"""Запись о заседании (record of a meeting): one meeting written down as a whole, judged as a whole.

What the record leaves out is UNKNOWN in its own verdict; it is neither an error nor a reason to deny the
quorum or the vote.

>>> from law189.profile.loader import load_profile
>>> kemerovo = load_profile("kemerovo")
>>> record = MeetingRecord.model_validate({"profile": "kemerovo", "held_on": "2023-10-02",
...     "present": ["chair", "deputy", "member-1", "member-2", "member-3"],
...     "items": [{"question": "План", "kind": "plan-measures", "votes": {"chair": "for", "deputy": "for",
...         "member-1": "for"}}]})
>>> answer = judge_record(record, kemerovo)
>>> answer.quorum.outcome, answer.items[0].adopted, answer.minutes.outcome
(<Outcome.HOLDS: 'holds'>, True, <Outcome.UNKNOWN: 'unknown'>)
>>> MeetingRecord.model_validate({"profile": "kemerovo", "held_on": "2023-02-31", "present": [], "items": []})
Traceback (most recent call last):
    ...
pydantic_core._pydantic_core.ValidationError: 1 validation error for MeetingRecord
held_on
  there is no day 2023-02-31 in the calendar; give a day that exists [type=law189, ...
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from law189.audit.meeting_record import AgendaRecord, ItemRecord, MeetingRecord, MinutesRecord
from law189.cases.given.meeting import NoticeGiven
from law189.kinds import must_be
from law189.kinds.asked import asked
from law189.profile.edition import Edition
from law189.profile.group import WorkingGroup
from law189.profile.profile import Profile
from law189.rules import (
    agenda,
    approvals,
    copies,
    dispatch,
    force,
    lapses,
    minutes,
    minutes_order,
    of_profile,
    subgroups,
)
from law189.rules.decided import again
from law189.rules.items import item
from law189.rules.met import established
from law189.rules.poll_items import poll_item
from law189.rules.polls import Poll
from law189.rules.regulation import lacking
from law189.rules.sitting import Sitting
from law189.rules.voting import Decision
from law189.verdict import Outcome, Verdict, worst

__all__ = [
    "AgendaRecord",
    "ItemAnswer",
    "ItemRecord",
    "MeetingAnswer",
    "MeetingRecord",
    "MinutesRecord",
    "judge_record",
    "sitting_of",
]


class ItemAnswer(NamedTuple):
    """One question: whether adopted (None where the meeting cannot decide) and why."""

    question: str
    adopted: bool | None
    verdict: Verdict

    @property
    def unknown(self) -> bool:
        """Whether it is not known if it is adopted, while nothing shows that it could not be decided."""
        decision, *_ = (*self.verdict.parts, self.verdict)
        return self.adopted is None and decision.outcome is not Outcome.VOID


class MeetingAnswer(NamedTuple):
    """The answer for a whole meeting, part by part; `notice` is None where the regulation sets no term for it."""

    record: MeetingRecord
    established: Verdict
    agenda: Verdict
    attendance: Verdict
    presiding_seat: str | None
    presiding: Verdict
    quorum: Verdict
    items: tuple[ItemAnswer, ...]
    minutes: Verdict
    notice: Verdict | None = None

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """All verdicts, in the order in which a meeting goes."""
        called = () if self.notice is None else (self.notice,)
        before = (self.established, *called, self.agenda, self.attendance, self.presiding, self.quorum)
        return (*before, *(answer.verdict for answer in self.items), self.minutes)

    @property
    def outcome(self) -> Outcome:
        """The worst of all its verdicts."""
        return worst(verdict.outcome for verdict in self.verdicts)

    def as_json(self) -> dict[str, Any]:
        """The answer as plain JSON values."""
        return {
            "profile": self.record.profile,
            "held_on": self.record.held_on.isoformat(),
            **({} if self.record.subgroup is None else {"subgroup": self.record.subgroup}),
            "outcome": self.outcome.value,
            "established": self.established.as_json(),
            "agenda": self.agenda.as_json(),
            "attendance": self.attendance.as_json(),
            "presiding": {"seat": self.presiding_seat, "verdict": self.presiding.as_json()},
            "quorum": self.quorum.as_json(),
            "items": [
                {"question": answer.question, "adopted": answer.adopted, "verdict": answer.verdict.as_json()}
                for answer in self.items
            ],
            "minutes": self.minutes.as_json(),
            **({} if self.notice is None else {"notice": self.notice.as_json()}),
        }


@asked
def judge_record(record: MeetingRecord, profile: Profile) -> MeetingAnswer:
    """Judge a meeting by the profile's edition of its day, every part of it, all reasons at once.

    Where the decree sets up no working group, every question is UNKNOWN and says so.
    """
    edition = must_be(profile, Profile).on(must_be(record, MeetingRecord).held_on)
    if edition.working_group is None:
        return _groupless(record, force.no_group(edition.whole))
    group = subgroups.sitting_as(edition.working_group, record.subgroup)
    if isinstance(group, Verdict):
        return _groupless(record, group)
    another = of_profile.named(record.profile, profile.name)
    other = () if another is None else (another,)
    basis, covered = group.basis("composition"), edition.covers_since
    exists = established(record.held_on, edition.act.date, basis, covered).joined(
        *_in_force(record.held_on, edition, group), *subgroups.as_in_the_group(group), *other
    )
    held = sitting_of(record, edition, group, exists)
    decided = _decided(held, record.items)
    return MeetingAnswer(
        record=record,
        established=exists,
        agenda=_agenda(record, held, edition),
        attendance=held.attendance,
        presiding_seat=held.seat,
        presiding=held.presiding,
        quorum=held.quorum_on([one.votes for one in record.items]) if isinstance(held, Poll) else held.quorum,
        items=tuple(ItemAnswer(entry.question, *decision) for entry, decision in decided),
        minutes=_minutes(record, held, edition),
        notice=_notice(record, held, edition),
    )


@asked
def sitting_of(
    record: MeetingRecord, edition: Edition, group: WorkingGroup, exists: Verdict
) -> Sitting | Poll:
    """What was held: a meeting, or a poll in writing; `exists` is the answer whether the group existed."""
    said: dict[str, Any] = {
        "vacant": record.vacant,
        "alternates": record.alternates,
        "proxies": dict(record.proxies),
        "guests": record.guests,
        "choices": {**edition.readings, **record.readings},
        "established": exists,
        "on": record.held_on,
    }
    if record.form == "absentee":
        return Poll(group, record.polled, record.present, **said)
    said |= {"elected": record.elected, "presided": record.presided}
    return Sitting(group, record.present, elected_at="meeting.elected", **said)


def _groupless(record: MeetingRecord, unknown: Verdict) -> MeetingAnswer:
    """The answer where there is no group: the same UNKNOWN to everything."""
    return MeetingAnswer(
        record=record,
        established=unknown,
        agenda=unknown,
        attendance=unknown,
        presiding_seat=None,
        presiding=unknown,
        quorum=unknown,
        items=tuple(ItemAnswer(entry.question, None, unknown) for entry in record.items),
        minutes=unknown,
    )


def _agenda(record: MeetingRecord, held: Sitting, edition: Edition) -> Verdict:
    """Whether the agenda was approved by who may, and in time."""
    told, day = record.agenda or AgendaRecord(), record.held_on
    by, on, titles = told.approved_by, told.approved_on, edition.titles
    approved = agenda.approval(by, on, held.seat, day, held.group, titles=titles, unrecorded=held.unrecorded)
    return approved if "items" in record.model_fields_set else approved.joined(agenda.unrecorded(held.group))


def _notice(record: MeetingRecord, held: Sitting, edition: Edition) -> Verdict | None:
    """Whether the notice was sent in time; None where the regulation sets no term for it, and of a poll."""
    said = held.said("notice")
    if said is None or record.form == "absentee":
        return None
    told = record.notice or NoticeGiven()
    return dispatch.notified(
        told.sent_on, told.materials, record.held_on, said, edition.calendar, held.choices
    )


def _decided(held: Sitting, entries: Sequence[ItemRecord]) -> Iterator[tuple[ItemRecord, Decision]]:
    """How each question was decided, and that one was decided otherwise before."""
    before: dict[tuple[str, str | None], dict[bool | None, None]] = {}
    for place, entry in enumerate(entries):
        found = _item(held, place, entry)
        asked = entry.question, entry.kind
        was = [(*asked, one) for one in before.get(asked, ())]
        twice = again(*asked, found.adopted, was, held.group.basis("adoption"))
        yield entry, found if twice is None else found._replace(verdict=found.verdict.joined(twice))
        before.setdefault(asked, {})[found.adopted] = None


def _item(held: Sitting, place: int, entry: ItemRecord) -> Decision:
    """How the sitting decides the question that stands at that place of the record."""
    at = f"meeting.items[{place}]"
    said: dict[str, Any] = {
        "opinions": dict(entry.opinions),
        "conflicts": entry.conflicts,
        "ballot": entry.ballot,
        "kind_at": f"{at}.kind",
        "ballot_at": f"{at}.ballot",
    }
    if isinstance(held, Poll):
        return poll_item(held, entry.question, entry.kind, entry.votes, **said)
    return item(held, entry.question, entry.kind, entry.votes, votes_at=f"{at}.votes", **said)


def _minutes(record: MeetingRecord, held: Sitting, edition: Edition) -> Verdict:
    """Whether the minutes were drafted, signed, approved and sent as the regulation says."""
    told, group, seat = record.minutes or MinutesRecord(), held.group, held.seat
    silent, day, titles = lacking(group, "minutes"), record.ended_on, edition.titles
    if silent is not None:
        return minutes.whole(record.held_on, silent)
    bodies = [norm.value for norm in edition.authorized()]
    by = group, edition.calendar, held.choices
    came = held.polled if isinstance(held, Poll) else [one for one in held.members if one in held.present]
    parts = (
        minutes.drafted(told.drafted_by, group, presiding=seat, titles=titles, unrecorded=held.unrecorded),
        *minutes_order.in_order(day, told.drafted_on, told.signed_on, told.sent_on, group),
        dispatch.drafted_in_time(told.drafted_on, record.held_on, *by, closed_on=day),
        minutes.signed(
            told.signed_by,
            told.signed_on,
            seat,
            day,
            group,
            titles=titles,
            led=record.form == "meeting",
            present=came,
            unrecorded=held.unrecorded,
        ),
        dispatch.signed_in_time(told.signed_on, record.held_on, *by, closed_on=day),
        approvals.approved(told.approved_by, group, titles=titles),
        approvals.dissents_attached(told.dissents, told.attached, group),
        copies.copied(told.copies_to, held.members, group, authorized=bodies),
        dispatch.sent_in_time(told.sent_on, told.signed_on, *by),
    )
    return minutes.whole(record.held_on, *(part for part in parts if part is not None))


NORMS = (
    "composition",
    "presiding",
    "presiding_by",
    "agenda",
    "quorum",
    "adoption",
    "casting_vote",
    "minutes",
)
"""What a meeting is judged by; a norm that does not hold on its day decides nothing."""


def _in_force(on: date, edition: Edition, group: WorkingGroup) -> Iterator[Verdict]:
    """Whether the decree holds on the day, and every norm of the group that does not."""
    law = lapses.Standing(edition.act, edition.entry_into_force, edition.lapses, edition.covers_since)
    norms = {name: getattr(group, name) for name in NORMS}
    rests = [norm.basis for norm in norms.values() if norm is not None]
    yield from lapses.standing(on, law, rests, edition.readings)
    for name, norm in norms.items():
        ended = None if norm is None else force.norm(f"working_group.{name}", norm, on)
        if ended is not None:
            yield ended
