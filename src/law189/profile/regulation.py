"""Положение о рабочей группе (regulation): what its norms may say of notice, votes, minutes and decisions.

>>> Notice(days=3, unit="working_days").materials
False
>>> Absentee(allowed=False, quorum={"at_least": "1/2", "of": "list"})
Traceback (most recent call last):
    ...
pydantic_core._pydantic_core.ValidationError: 1 validation error for Absentee
  where no poll is allowed it has no quorum and no adoption; drop them [type=law189, ...
"""

from typing import Annotated, Literal, Self, cast

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Discriminator,
    Field,
    StrictBool,
    StrictInt,
    Tag,
    model_validator,
)

from law189.law import Cite, Description, Entry, Vocabulary, flaw
from law189.profile.often import Frequency, HowOften, Span
from law189.profile.terms import Days
from law189.profile.thresholds import Threshold, Whole
from law189.profile.words import regulation as words

__all__ = [
    "Absentee",
    "AgendaApprover",
    "AgendaBy",
    "Ballot",
    "CastingVote",
    "Decisions",
    "Force",
    "Frequency",
    "HowOften",
    "Leading",
    "Minutes",
    "Notice",
    "OnConflict",
    "Permission",
    "Span",
    "TermInDays",
    "counted_of",
    "counted_of_those_who_meet",
]


def _not_none(value: object) -> object:
    """Refuse the word that older files had for nobody."""
    if value == "none":
        raise flaw(
            "old_none",
            "слово none больше не применяется; напишите nobody",
            "the word none is no longer used; write nobody",
        )
    return value


_NoLongerNone = BeforeValidator(_not_none)


def _copied_to(value: tuple[str, ...]) -> tuple[str, ...]:
    """Refuse nobody beside somebody, and one kind of recipients twice."""
    if len(set(value)) < len(value) or ("nobody" in value and len(value) > 1):
        raise flaw(
            "copies_to",
            "каждый получатель копий — один раз, а nobody — только без других; уберите лишнее",
            "each recipient of copies once, and nobody alone; leave out what is too much",
        )
    return value


CopyTo = Literal["members", "authorized", "concerned", "nobody"]
CopiesTo = Annotated[
    Annotated[Annotated[CopyTo, _NoLongerNone], Tag("one")]
    | Annotated[
        tuple[Annotated[CopyTo, _NoLongerNone], ...],
        AfterValidator(_copied_to),
        Field(min_length=1),
        Tag("several"),
    ],
    Discriminator(lambda value: "several" if isinstance(value, list | tuple) else "one"),
]
"""To whom copies of the minutes go: to one kind of recipients, or to several."""


class CastingVote(Vocabulary):
    """Чей голос решает при равенстве."""

    PRESIDING = "presiding", "решает голос председательствующего", "the presiding officer's vote decides"
    CHAIR = "chair", "решает голос председателя", "the chair's vote decides"
    DEPUTY = "deputy", "решает голос заместителя председателя", "the deputy's vote decides"
    NOBODY = "nobody", "ничей голос не решает", "nobody's vote decides"


class Leading(Vocabulary):
    """Кто ведёт, если присутствуют несколько из тех, кому положение это даёт."""

    IN_ORDER = "in_order", "первый из присутствующих по порядку", "the first present, in order"
    IN_TURN = "in_turn", "любой из присутствующих одной роли, поочерёдно", "any present of one role, in turn"
    ON_ORDER = (
        "on_order",
        "любой из присутствующих этих ролей, по поручению",
        "any present of the roles, on order",
    )


Casting = Annotated[CastingVote, _NoLongerNone]


class AgendaApprover(Vocabulary):
    """Кто утверждает повестку."""

    PRESIDING = "presiding", "председательствующий", "whoever presides"
    CHAIR = "chair", "председатель", "the chair"
    NOBODY = "nobody", "никто", "nobody"


AgendaBy = Annotated[AgendaApprover, _NoLongerNone]


class Permission(Vocabulary):
    """Засчитывается ли то, чем отсутствующий заменяет своё участие."""

    FORBIDDEN = "forbidden", "не допускается", "not allowed"
    ALLOWED = "allowed", "допускается, но не засчитывается", "allowed, but not counted"
    COUNTED = "counted", "засчитывается", "counted"


class OnConflict(Vocabulary):
    """Что делает член группы при конфликте интересов."""

    ABSTAINS = "abstains", "в голосовании не участвует", "does not vote"


class Ballot(Vocabulary):
    """Как голосуют."""

    OPEN = "open", "открыто", "openly"
    SECRET = "secret", "тайно", "secretly"


class Force(Vocabulary):
    """Сила решений группы."""

    ADVISORY = "advisory", "рекомендательный характер", "a recommendation"
    BINDING = "binding", "обязательный характер", "binding"


DaysNumber = Annotated[StrictInt, Field(ge=1, le=366)]


class TermInDays(Entry):
    """Срок в днях: so many working or calendar days."""

    days: Annotated[DaysNumber, words.DAYS]
    unit: Annotated[Days, words.DAY_UNIT]


class Notice(TermInDays):
    """Извещение о заседании: not later than so many days before it, with or without its materials.

    Reading D11 says how the days are counted.
    """

    materials: Annotated[StrictBool, words.MATERIALS] = False


def counted_of(name: str, threshold: Threshold | None, wholes: tuple[Whole, ...], ru: str, en: str) -> None:
    """Refuse a threshold of that name of another whole than those; `ru` and `en` are what is counted."""
    if threshold is not None and threshold.of not in wholes:
        told_ru = "; ".join(f"{one.value} — {one.text.ru}" for one in wholes)
        told_en = "; ".join(f"{one.value}: {one.text.en}" for one in wholes)
        raise flaw(
            "threshold_of",
            f"{ru}; укажите в of одно из: {told_ru}",
            f"{en}; give of as one of: {told_en}",
            within=(name, "value", "of"),
        )


def counted_of_those_who_meet(quorum: Threshold | None, adoption: Threshold | None) -> None:
    """Refuse a quorum or an adoption of a meeting that is counted of what it cannot be counted of."""
    seats = (Whole.MEMBERS, Whole.LIST, Whole.FILLED)
    cast = (Whole.PRESENT, Whole.VOTES, Whole.FOR_AND_AGAINST)
    counted_of(
        "quorum", quorum, seats, "кворум считают от членов группы", "a quorum is counted of the members"
    )
    counted_of(
        "adoption",
        adoption,
        (*seats, *cast),
        "на заседании опрошенных и ответивших нет",
        "at a meeting nobody is polled and nobody answers",
    )


class Absentee(Entry):
    """Заочное голосование (опросный лист): whether it is allowed, and its own quorum and adoption."""

    allowed: Annotated[StrictBool, words.ALLOWED]
    quorum: Annotated[Threshold | None, words.POLL_QUORUM] = None
    adoption: Annotated[Threshold | None, words.POLL_ADOPTION] = None

    @model_validator(mode="after")
    def _fits(self) -> Self:
        seats = (Whole.MEMBERS, Whole.LIST, Whole.FILLED)
        answers = (Whole.POLLED, Whole.ANSWERED, Whole.VOTES, Whole.FOR_AND_AGAINST)
        counted_of(
            "quorum",
            self.quorum,
            (*seats, Whole.POLLED),
            "кворум заочного голосования считают от мест состава или от опрошенных",
            "the quorum of a poll is counted of the seats or of those polled",
        )
        counted_of(
            "adoption",
            self.adoption,
            (*seats, *answers),
            "на заочном голосовании никто не присутствует",
            "nobody is present at a poll",
        )
        if not self.allowed and (self.quorum or self.adoption):
            raise flaw(
                "no_poll",
                "заочное голосование не допускается, поэтому кворума и порога у него нет; уберите их",
                "where no poll is allowed it has no quorum and no adoption; drop them",
            )
        return self


class Decisions(Entry):
    """Решения группы: advisory or binding, and on whom."""

    force: Annotated[Force, words.FORCE]
    on: Annotated[Description | None, words.ON_WHOM] = None


def _several(value: object) -> object:
    return (value,) if isinstance(value, str) else value


_Signer = Literal["presiding", "secretary", "present"]
Signers = Annotated[
    tuple[_Signer, ...],
    BeforeValidator(_several, json_schema_input_type=_Signer | tuple[_Signer, ...]),
]


class Minutes(Entry):
    """Протокол: who drafts, signs, approves it and gets copies, and in what terms; None where it is not said.

    `drafted_by_cite` is the address of who drafts, where that stands apart. The terms of drafting and of signing
    count from the day of the meeting, that of sending from the day of signing.
    """

    drafted_by: Annotated[Literal["secretary", "presiding"] | None, words.DRAFTED_BY] = None
    drafted_by_cite: Annotated[Cite | None, words.DRAFTED_BY_CITE] = None
    drafted_within: Annotated[TermInDays | None, words.DRAFTED_WITHIN] = None
    signed_by: Annotated[Signers, words.SIGNED_BY] = ()
    signed_within: Annotated[TermInDays | None, words.SIGNED_WITHIN] = None
    approved_by: Annotated[Literal["chair"] | None, words.APPROVED_BY] = None
    copies_to: Annotated[CopiesTo | None, words.COPIES_TO] = None
    sent_within: Annotated[TermInDays | None, words.SENT_WITHIN] = None
    dissents: Annotated[Literal["attached"] | None, words.DISSENTS] = None

    @property
    def copied(self) -> tuple[str, ...]:
        """To whom copies go, one kind of recipients or several; empty where it is not said."""
        return () if self.copies_to is None else cast(tuple[str, ...], _several(self.copies_to))

    @model_validator(mode="after")
    def _cited(self) -> Self:
        if self.drafted_by is None and self.drafted_by_cite is not None:
            raise flaw(
                "drafter_cite",
                "указан адрес drafted_by_cite, но не сказано, кто ведёт протокол; добавьте drafted_by",
                "drafted_by_cite says where, but not who drafts the minutes; add drafted_by",
            )
        return self
