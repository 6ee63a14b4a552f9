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

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, NamedTuple

from pydantic import Field

from law189.audit import words
from law189.cases.given.meeting import (
    ELECTED,
    Present,
    Question,
    QuestionKind,
    ReadingsChosen,
    Vacant,
    VotesCast,
)
from law189.kinds import must_be
from law189.law import Day, Entry
from law189.profile.edition import Edition
from law189.profile.profile import Profile
from law189.readings import NO_CHOICES
from law189.rules import agenda, force, lapses, minutes
from law189.rules.sitting import Sitting, established, item
from law189.rules.voting import Decision
from law189.verdict import Outcome, Verdict, worst

__all__ = ["AgendaRecord", "ItemRecord", "MeetingAnswer", "MeetingRecord", "MinutesRecord", "judge_record"]


class AgendaRecord(Entry):
    """Повестка: who approved it and when; None where that is not recorded."""

    approved_by: Annotated[str | None, words.APPROVED_BY] = None
    approved_on: Annotated[Day | None, words.APPROVED_ON] = None


class ItemRecord(Entry):
    """Вопрос повестки: its words, its kind (None where not recorded), and the votes by seat."""

    question: Question
    kind: QuestionKind = None
    votes: VotesCast


class MinutesRecord(Entry):
    """Протокол: who drafted it, who signed it and when, who got copies; None where not recorded."""

    drafted_by: Annotated[str | None, words.DRAFTED_BY] = None
    signed_by: Annotated[str | None, words.SIGNED_BY] = None
    signed_on: Annotated[Day | None, words.SIGNED_ON] = None
    copies_to: Annotated[tuple[str, ...] | None, words.COPIES_TO] = None


class MeetingRecord(Entry):
    """Запись о заседании.

    `profile` is a shipped name or a path, `present` seats of the composition. `vacant` are seats that
    nobody holds on the day, `elected` the seat that those present chose to preside (reading Q3), `readings`
    the choices made for this meeting.
    """

    profile: Annotated[str, Field(min_length=1), words.PROFILE]
    held_on: Annotated[Day, words.HELD_ON]
    agenda: Annotated[AgendaRecord | None, words.AGENDA] = None
    present: Present
    vacant: Vacant = ()
    elected: Annotated[str | None, ELECTED] = None
    items: Annotated[tuple[ItemRecord, ...], words.ITEMS] = ()
    minutes: Annotated[MinutesRecord | None, words.MINUTES] = None
    readings: ReadingsChosen = NO_CHOICES


class ItemAnswer(NamedTuple):
    """One question: whether adopted (None where the meeting cannot decide) and why."""

    question: str
    adopted: bool | None
    verdict: Verdict


class MeetingAnswer(NamedTuple):
    """The answer for a whole meeting, part by part."""

    record: MeetingRecord
    established: Verdict
    agenda: Verdict
    attendance: Verdict
    presiding_seat: str | None
    presiding: Verdict
    quorum: Verdict
    items: tuple[ItemAnswer, ...]
    minutes: Verdict

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """All verdicts, in the order in which a meeting goes."""
        before = (self.established, self.agenda, self.attendance, self.presiding, self.quorum)
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
        }


def judge_record(record: MeetingRecord, profile: Profile) -> MeetingAnswer:
    """Judge a meeting by the profile's edition of its day, every part of it, all reasons at once."""
    edition = must_be(profile, Profile).on(must_be(record, MeetingRecord).held_on)
    group = edition.working_group
    exists = established(record.held_on, edition.act.date, group.composition).joined(
        *_in_force(record.held_on, edition)
    )
    held = Sitting(
        group,
        record.present,
        vacant=record.vacant,
        elected=record.elected,
        choices={**edition.readings, **record.readings},
        established=exists,
        on=record.held_on,
        elected_at="meeting.elected",
    )
    approved = record.agenda or AgendaRecord()
    seat = held.seat
    decided = ((entry, _item(held, place, entry)) for place, entry in enumerate(record.items))
    return MeetingAnswer(
        record=record,
        established=exists,
        agenda=agenda.approval(
            approved.approved_by, approved.approved_on, seat, record.held_on, group, titles=edition.titles
        ),
        attendance=held.attendance,
        presiding_seat=seat,
        presiding=held.presiding,
        quorum=held.quorum,
        items=tuple(ItemAnswer(entry.question, *decision) for entry, decision in decided),
        minutes=_minutes(record, held, edition),
    )


def _item(held: Sitting, place: int, entry: ItemRecord) -> Decision:
    """How the sitting decides the question that stands at that place of the record."""
    at = f"meeting.items[{place}]"
    return item(held, entry.question, entry.kind, entry.votes, kind_at=f"{at}.kind", votes_at=f"{at}.votes")


def _minutes(record: MeetingRecord, held: Sitting, edition: Edition) -> Verdict:
    """Whether the minutes were drafted, signed and sent as the regulation says."""
    written, group = record.minutes or MinutesRecord(), edition.working_group
    seat, day, titles = held.seat, record.held_on, edition.titles
    parts = (
        minutes.drafted(written.drafted_by, group, titles=titles),
        minutes.signed(written.signed_by, written.signed_on, seat, day, group, titles=titles),
        minutes.copied(written.copies_to, held.members, group),
    )
    return minutes.whole(day, *(part for part in parts if part is not None))


NORMS = ("composition", "presiding", "agenda", "quorum", "adoption", "casting_vote", "minutes")
"""What a meeting is judged by; a norm that does not hold on its day decides nothing."""


def _in_force(on: date, edition: Edition) -> Iterator[Verdict]:
    """Whether the decree holds on the day, and every norm of the group that does not."""
    law = lapses.Standing(edition.act, edition.entry_into_force, edition.lapses)
    norms = {name: getattr(edition.working_group, name) for name in NORMS}
    rests = [norm.basis for norm in norms.values() if norm is not None]
    yield from lapses.standing(on, law, rests, edition.readings)
    for name, norm in norms.items():
        ended = force.norm(f"working_group.{name}", norm, on)
        if ended is not None:
            yield ended
