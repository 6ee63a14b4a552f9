"""Сроки от события (terms counted from an event): days or months after it, its day, before it, until it.

An act names the event in words; on which day it came is a fact that the act does not have.

>>> After(kind="after", days=5, unit="working_days").text.ru
'рабочих дней после события: 5'
>>> Occasion(kind="limits", at="app4.4")
Traceback (most recent call last):
    ...
pydantic_core._pydantic_core.ValidationError: 1 validation error for Occasion
  leave at out: the event «limits» has no address [type=law189, ...
"""

from typing import Annotated, Literal, Self

from pydantic import Field, StrictBool, StrictInt, model_validator

from law189.files.said_days import says_a_day
from law189.files.wording import word
from law189.law import Day, Description, Entry, Text, Vocabulary, flaw
from law189.law.text import in_russian
from law189.profile.ends import End
from law189.profile.spans import Per
from law189.profile.step_titles import STEP_TITLES
from law189.profile.words import terms as words

__all__ = [
    "After",
    "AfterMonths",
    "Ahead",
    "Counted",
    "Days",
    "NextMonth",
    "Occasion",
    "OccasionKind",
    "SameDay",
    "Until",
]


class OccasionKind(Vocabulary):
    """Какое это событие."""

    CAUSE = "cause", "событие, с которым связан сам шаг", "the event that the step itself follows"
    STEP = "step", "другой шаг", "another step"
    ITEM = "item", "другое мероприятие плана", "another item of the plan"
    PUBLICATION = "publication", "официальное опубликование акта", "official publication of the act"
    IN_FORCE = "in_force", "вступление акта в силу", "entry into force of the act"
    LIMITS = (
        "limits",
        "доведение лимитов бюджетных обязательств",
        "bringing of the limits of budget obligations",
    )
    OTHER = "other", "событие, которое акт называет словами", "an event that the act names in words"

    @property
    def of_decree(self) -> bool:
        """Whether it comes to the act itself: its publication or its entry into force."""
        return self in (OccasionKind.PUBLICATION, OccasionKind.IN_FORCE)


_OF = {
    OccasionKind.CAUSE: Text("события", "the event"),
    OccasionKind.PUBLICATION: Text("официального опубликования акта", "the official publication of the act"),
    OccasionKind.IN_FORCE: Text("вступления акта в силу", "the entry into force of the act"),
    OccasionKind.LIMITS: Text(
        "доведения лимитов бюджетных обязательств", "the bringing of the limits of budget obligations"
    ),
}
"""What stands after «после» and «до» in Russian."""


class Occasion(Entry):
    """Событие, от которого считают срок: its kind, its address where it is a step or an item, else its words.

    `what` is in Russian in the genitive, as it stands after «после» or «до».
    """

    kind: Annotated[OccasionKind, words.OCCASION_KIND]
    at: Annotated[Annotated[str, Field(pattern=r"^[a-z0-9_.-]+$")] | None, words.OCCASION_AT] = None
    what: Annotated[Description | None, words.OCCASION_WHAT] = None

    @model_validator(mode="after")
    def _whole(self) -> Self:
        placed = self.kind in (OccasionKind.STEP, OccasionKind.ITEM)
        if placed != (self.at is not None):
            do = Text("добавьте at: у события «{}» есть адрес", "add at: the event «{}» has an address")
            leave = Text(
                "уберите at: у события «{}» нет адреса", "leave at out: the event «{}» has no address"
            )
            said = do if placed else leave
            raise flaw("occasion_at", said.ru.format(self.kind.value), said.en.format(self.kind.value))
        if (self.kind is OccasionKind.OTHER) != (self.what is not None):
            raise flaw(
                "occasion_what",
                "слова what нужны событию вида other, и только ему",
                "the words what are needed by an event of the kind other, and by no other one",
            )
        if self.what is not None and says_a_day(self.what.ru):
            raise flaw(
                "event_day",
                f"«{word(self.what.ru)}» — день, а не событие; для дня есть другие виды срока: before, by, on",
                f"«{word(self.what.ru)}» is a day and no event; other kinds of term have a day: before, by, on",
            )
        return self

    @property
    def of(self) -> Text:
        """The event as it stands after «после» or «до»."""
        if self.what is not None:
            return self.what
        if self.kind is OccasionKind.ITEM:
            return Text(f"исполнения мероприятия «{self.at}»", f"the item «{self.at}» being done")
        if self.kind is OccasionKind.STEP:
            title = STEP_TITLES.get(self.at or "")
            if title is None:
                return Text(f"шага «{self.at}»", f"the step «{self.at}»")
            return Text(f"шага «{title.ru}» ({self.at})", f"the step «{title.en}» ({self.at})")
        return _OF[self.kind]


CAUSE = Occasion(kind=OccasionKind.CAUSE)


class Days(Vocabulary):
    """Какими днями считают срок."""

    WORKING = "working_days", "рабочих дней", "working days"
    CALENDAR = "calendar_days", "календарных дней", "calendar days"


class After(Entry):
    """«В течение N дней»: so many working or calendar days after an event.

    `moves` says whether a term of calendar days that would end on a day off ends on the next working day; None
    where the act does not say, and reading D9 does.
    """

    kind: Annotated[Literal["after"], words.KIND]
    days: Annotated[StrictInt, Field(ge=1, le=3660), words.DAYS]
    unit: Annotated[Days, words.DAY_UNIT]
    event: Annotated[Occasion, words.EVENT] = CAUSE
    moves: Annotated[StrictBool | None, words.MOVES] = None

    @property
    def text(self) -> Text:
        """The term in words."""
        unit, of = self.unit.text, self.event.of
        return Text(f"{unit.ru} после {of.ru}: {self.days}", f"{unit.en} after {of.en}: {self.days}")


class AfterMonths(Entry):
    """«В течение N месяцев»: so many months after an event; it ends on the day of the same number.

    Where the last month has no such day, it ends on the last day of that month, by either choice of reading D3,
    which is about terms of days. `moves` is as in `After`.
    """

    kind: Annotated[Literal["after_months"], words.KIND]
    months: Annotated[StrictInt, Field(ge=1, le=120), words.MONTHS]
    event: Annotated[Occasion, words.EVENT] = CAUSE
    moves: Annotated[StrictBool | None, words.MOVES] = None

    @property
    def text(self) -> Text:
        """The term in words."""
        of = self.event.of
        return Text(f"месяцев после {of.ru}: {self.months}", f"months after {of.en}: {self.months}")


class NextMonth(Entry):
    """«До 10-го числа месяца, следующего за отчётным»: a day of the month after the period of an event.

    `of` is the period after which that month comes: the month, the quarter, the half-year or the year to which the
    day of the event belongs. Where the month has no such day, it is its last day, which is before that number too.
    """

    kind: Annotated[Literal["next_month"], words.KIND]
    end: Annotated[End, words.END]
    day: Annotated[StrictInt, Field(ge=1, le=31), words.DAY_OF_MONTH]
    of: Annotated[Per, words.NEXT_AFTER] = Per.MONTH
    event: Annotated[Occasion, words.EVENT] = CAUSE

    @property
    def text(self) -> Text:
        """The term in words."""
        end, of, after = self.end.text, self.event.of, self.of.after
        that = "that" if self.of is Per.MONTH else f"the {after.en}"
        return Text(
            f"{end.ru} {self.day}-го числа месяца, следующего за {after.ru} {of.ru}",
            f"{end.en} day {self.day} of the month after {that} of {of.en}",
        )


class SameDay(Entry):
    """«В тот же день», «в день опубликования»: on the day of the event."""

    kind: Annotated[Literal["same_day"], words.KIND]
    event: Annotated[Occasion, words.EVENT] = CAUSE

    @property
    def text(self) -> Text:
        """The term in words."""
        return Text(f"в день {self.event.of.ru}", f"on the day of {self.event.of.en}")


class Ahead(Entry):
    """«Не позднее N рабочих дней до»: so many days or more before a day or before an event.

    Reading D11 says how they are counted.
    """

    kind: Annotated[Literal["ahead"], words.KIND]
    days: Annotated[StrictInt, Field(ge=1, le=3660), words.DAYS_AHEAD]
    unit: Annotated[Days, words.DAY_UNIT]
    day: Annotated[Day | None, words.AHEAD_OF] = None
    event: Annotated[Occasion | None, words.EVENT_AHEAD] = None

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if (self.day is None) == (self.event is None):
            raise flaw(
                "ahead_of",
                "укажите ровно одно из day (день) и event (событие)",
                "give exactly one of day and event",
            )
        return self

    @property
    def text(self) -> Text:
        """The term in words."""
        unit = self.unit.text
        if self.event is not None:
            of = self.event.of
        else:
            assert self.day is not None
            of = Text(in_russian(self.day), self.day.isoformat())
        return Text(
            f"до {of.ru}, {unit.ru} не менее: {self.days}", f"{unit.en} or more before {of.en}: {self.days}"
        )


class Until(Entry):
    """«До утверждения порядка»: until an event; reading D1 says whether on its day too."""

    kind: Annotated[Literal["until"], words.KIND]
    event: Annotated[Occasion, words.EVENT]

    @property
    def text(self) -> Text:
        """The term in words."""
        return Text(f"до {self.event.of.ru}", f"until {self.event.of.en}")


Counted = After | AfterMonths | NextMonth | SameDay | Ahead | Until
