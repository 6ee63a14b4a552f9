"""Что записано о заседании (record of a meeting): the entries of a meeting or a poll written down as a whole.

>>> MeetingRecord(profile="kemerovo", held_on="2023-10-02", form="absentee", polled=("chair",)).present
()
>>> MeetingRecord(profile="kemerovo", held_on="2023-10-02")
Traceback (most recent call last):
    ...
pydantic_core._pydantic_core.ValidationError: 1 validation error for MeetingRecord
  who was present is not given; add present [type=law189, ...
"""

from datetime import date
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from law189.audit import words
from law189.cases.given.meeting import (
    ELECTED,
    PRESIDED,
    Alternates,
    Attached,
    BallotHeld,
    Conflicts,
    Dissents,
    Guests,
    NoticeSent,
    Opinions,
    Proxies,
    Question,
    QuestionKind,
    ReadingsChosen,
    Seats,
    SubgroupNamed,
    Vacant,
    VotesCast,
)
from law189.files.needed import CLOCK
from law189.law import Day, Entry, Words, flaw
from law189.readings import NO_CHOICES

__all__ = ["AgendaRecord", "ItemRecord", "MeetingRecord", "MinutesRecord"]


class AgendaRecord(Entry):
    """Повестка: who approved it and when; None where that is not recorded."""

    approved_by: Annotated[str | None, words.APPROVED_BY] = None
    approved_on: Annotated[Day | None, words.APPROVED_ON] = None


class ItemRecord(Entry):
    """Вопрос повестки: its words, its kind (None where not recorded), and the votes by seat."""

    question: Question
    kind: QuestionKind = None
    votes: VotesCast
    opinions: Opinions = ()
    conflicts: Conflicts = ()
    ballot: BallotHeld = None


class MinutesRecord(Entry):
    """Протокол: who drafted, signed and approved it and when, who got copies; None where not recorded.

    `signed_by` is one seat or several; `dissents` are the seats that gave one, `attached` those whose are attached.
    """

    drafted_by: Annotated[str | None, words.DRAFTED_BY] = None
    drafted_on: Annotated[Day | None, words.DRAFTED_ON] = None
    signed_by: Annotated[str | tuple[str, ...] | None, words.SIGNED_BY] = None
    signed_on: Annotated[Day | None, words.SIGNED_ON] = None
    approved_by: Annotated[str | None, words.MINUTES_APPROVED] = None
    copies_to: Annotated[tuple[str, ...] | None, words.COPIES_TO] = None
    sent_on: Annotated[Day | None, words.SENT_ON] = None
    dissents: Dissents = ()
    attached: Attached = None


class MeetingRecord(Entry):
    """Запись о заседании или заочном голосовании: which of the two (`form`), who was there or was asked (`polled`).

    `number`, `time` and `place` stand in its papers, and are blanks there where they are not recorded.
    `profile` is a shipped name or a path, `present` seats of the composition. `vacant` are seats that
    nobody holds on the day, `elected` the seat that those present chose to preside (reading Q3), `presided`
    the seat that presided in fact, `readings` the choices made for this meeting.
    """

    attended: ClassVar[bool] = True
    """Whether a record of a meeting must say who was present."""

    profile: Annotated[str, Field(min_length=1), words.PROFILE]
    held_on: Annotated[Day, words.HELD_ON]
    closed_on: Annotated[Day | None, words.CLOSED_ON] = None
    number: Annotated[Words | None, words.NUMBER] = None
    time: Annotated[Annotated[str, Field(pattern=CLOCK)] | None, words.TIME] = None
    place: Annotated[Words | None, words.PLACE] = None
    notice: NoticeSent = None
    subgroup: SubgroupNamed = None
    form: Annotated[Literal["meeting", "absentee"], words.FORM] = "meeting"
    agenda: Annotated[AgendaRecord | None, words.AGENDA] = None
    present: Annotated[Seats, words.PRESENT] = ()
    polled: Annotated[tuple[str, ...] | None, words.POLLED] = None
    vacant: Vacant = ()
    alternates: Alternates = ()
    proxies: Proxies = ()
    guests: Guests = ()
    elected: Annotated[str | None, ELECTED] = None
    presided: Annotated[str | None, PRESIDED] = None
    items: Annotated[tuple[ItemRecord, ...], words.ITEMS] = ()
    minutes: Annotated[MinutesRecord | None, words.MINUTES] = None
    readings: ReadingsChosen = NO_CHOICES

    @property
    def ended_on(self) -> date:
        """The last day of the meeting; that of the poll."""
        return self.closed_on or self.held_on

    @model_validator(mode="after")
    def _closed_after_it_was_opened(self) -> Self:
        if self.closed_on is not None and self.form == "absentee":
            raise flaw(
                "closed_poll",
                "день заочного голосования — тот, в который оно завершено; уберите closed_on",
                "the day of a poll is that on which it was closed; drop closed_on",
            )
        if self.closed_on is not None and self.closed_on < self.held_on:
            raise flaw(
                "closed_before",
                "заседание закрыто раньше, чем прошло; исправьте closed_on или held_on",
                "the meeting was closed before it was held; correct closed_on or held_on",
            )
        return self

    @model_validator(mode="after")
    def _of_its_form(self) -> Self:
        if self.attended and self.form == "meeting" and "present" not in self.model_fields_set:
            raise flaw(
                "no_present",
                "не указано, кто присутствовал; добавьте present",
                "who was present is not given; add present",
            )
        if self.form == "absentee" and (self.elected is not None or self.presided is not None):
            raise flaw(
                "led_poll",
                "заочное голосование никто не ведёт; уберите elected и presided",
                "nobody presides a poll; drop elected and presided",
            )
        if self.form == "meeting" and self.polled is not None:
            raise flaw(
                "polled_meeting",
                "опрошенные бывают только при заочном голосовании; добавьте form: absentee или уберите polled",
                "only a poll has polled; add form: absentee, or drop polled",
            )
        return self
