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
from typing import Any, NamedTuple

from law189.audit.meeting.meeting_days import agenda_of, decree_on, minutes_of, not_held
from law189.audit.meeting.meeting_record import AgendaRecord, ItemRecord, MeetingRecord, MinutesRecord
from law189.cases.given.meeting import NoticeGiven
from law189.kinds import must_be
from law189.kinds.asked import asked
from law189.profile.edition import Edition
from law189.profile.group import WorkingGroup
from law189.profile.profile import Profile
from law189.rules.acts import force
from law189.rules.group import dispatch, of_profile, subgroups
from law189.rules.group.met import established
from law189.rules.group.sitting import Sitting
from law189.rules.votes.decided import again
from law189.rules.votes.items import item
from law189.rules.votes.poll_items import poll_item
from law189.rules.votes.polls import Poll, governing
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

    What the record chooses of readings stands above the choices of the profile. Where the decree sets up no working
    group, every question is UNKNOWN and says so.
    """
    profile = must_be(profile, Profile).choosing(must_be(record, MeetingRecord).readings)
    edition = profile.on(record.held_on)
    if edition.working_group is None:
        return _groupless(record, force.no_group(edition.whole))
    group = subgroups.sitting_as(edition.working_group, record.subgroup)
    if isinstance(group, Verdict):
        return _groupless(record, group)
    another = of_profile.named(record.profile, profile.name)
    other = () if another is None else (another,)
    basis, covered, day = group.basis("composition"), edition.covers_since, record.held_on
    exists = established(day, edition.act.date, basis, covered).joined(
        *decree_on(day, edition),
        *not_held(day, group, "composition"),
        *subgroups.as_in_the_group(group),
        *other,
    )
    held = sitting_of(record, edition, group, exists)
    decided = _decided(held, record.items)
    quorum = held.quorum_on([one.votes for one in record.items]) if isinstance(held, Poll) else held.quorum
    return MeetingAnswer(
        record=record,
        established=exists,
        agenda=agenda_of(record, profile, held),
        attendance=held.attendance,
        presiding_seat=held.seat,
        presiding=held.presiding,
        quorum=quorum,
        items=tuple(ItemAnswer(entry.question, *decision) for entry, decision in decided),
        minutes=minutes_of(record, profile, held),
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
        name = governing(held.group, "adoption") if isinstance(held, Poll) else "adoption"
        twice = again(*asked, found.adopted, was, held.group.basis(name))
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
