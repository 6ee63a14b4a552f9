"""Заседание рабочей группы (meeting of the working group), from its agenda to the copies of its minutes.

Decisions of the group are advice: they are attached to other histories and move nothing by themselves
(Kemerovo: п. 1.3 прил. 3; the district: п. 1.4 прил. 4). Here the meeting runs step by step; one
written down as a whole is judged by `law189.audit.meeting`.

>>> from law189.profile.loader import load_profile
>>> kemerovo = load_profile("kemerovo")
>>> history = lifecycle.begin("2023-10-02")
>>> convened = Convened(on=date(2023, 9, 29), by="chair", held_on=date(2023, 10, 2))
>>> lifecycle.judge(history, convened, kemerovo).outcome
<Outcome.HOLDS: 'holds'>
>>> lifecycle.judge(history, Opened(on=date(2023, 10, 2), by="chair", present=("chair",)), kemerovo).outcome
<Outcome.VOID: 'void'>
"""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal

from law189.cases.given.meeting import (
    ELECTED,
    CopiesTo,
    MeetingDay,
    Present,
    Question,
    QuestionKind,
    ReadingsChosen,
    Vacant,
    VotesCast,
)
from law189.cases.history import Event, History
from law189.cases.lifecycle import Assumed, Heading, Lifecycle, Moment
from law189.law import Text, Vocabulary, When
from law189.profile.profile import Profile
from law189.readings import NO_CHOICES, Q3
from law189.rules import agenda, minutes, sitting
from law189.verdict import Outcome, Verdict

__all__ = [
    "Closed",
    "Convened",
    "CopiesSent",
    "ItemVoted",
    "MeetingEvent",
    "MinutesDrafted",
    "MinutesSigned",
    "NotHeld",
    "Opened",
    "lifecycle",
]


class State(Vocabulary):
    """Состояние заседания."""

    PLANNED = "planned", "предстоит", "planned"
    CONVENED = "convened", "созвано", "convened"
    OPEN = "open", "открыто", "open"
    NOT_HELD = "not_held", "не состоялось", "not held"
    CLOSED = "closed", "закрыто", "closed"
    DRAFTED = "drafted", "протокол составлен", "minutes drafted"
    SIGNED = "signed", "протокол подписан", "minutes signed"
    COMPLETE = "complete", "завершено: копии направлены", "complete: copies sent"


class MeetingEvent(Event):
    """Событие заседания рабочей группы: what every step of a meeting is."""


lifecycle: Lifecycle[MeetingEvent] = Lifecycle(
    "meeting", Text("заседание рабочей группы", "meeting of the working group"), State, State.PLANNED
)


# ─── Созыв: повестку утверждает тот, кто ведёт группу ────────────────────────────────────────────────────


class Convened(MeetingEvent):
    """Назначено заседание на день `held_on`; повестка утверждена в день события."""

    kind: Literal["convened"] = "convened"
    held_on: MeetingDay


@lifecycle.on(
    Convened,
    Heading(
        title=Text("повестка утверждена", "agenda approved"),
        source=State.PLANNED,
        target=State.CONVENED,
        basis="working_group.agenda",
        norms=("working_group.composition",),
        by=("chair", "deputy"),
        duty=Text("утвердить повестку заседания", "approve the agenda of the meeting"),
    ),
)
def convene(m: Moment[Convened]) -> Iterator[Verdict]:
    """Повестку утверждают не позже дня заседания."""
    group = m.edition.working_group
    yield agenda.approval(m.event.by, m.event.on, m.event.by, m.event.held_on, group, titles=m.edition.titles)
    yield sitting.established(m.event.held_on, m.edition.act.date, group.composition)


def _held_on(history: History[MeetingEvent]) -> date:
    return history.the(Convened).held_on


# ─── Открытие: кворум и председательствующий ────────────────────────────────────────────────────────────────


BY_ELECTION = When(
    Text("толкование Q3: вести избирают", "reading Q3: who presides is elected"),
    lambda m: Q3.chosen(m.edition.readings) == "elected",
)


class Opened(MeetingEvent):
    """Заседание открыто: кто присутствует, какие места не замещены, кого избрали вести, какие толкования."""

    kind: Literal["opened"] = "opened"
    present: Present
    vacant: Vacant = ()
    elected: Annotated[str | None, ELECTED.when(BY_ELECTION)] = None
    readings: ReadingsChosen = NO_CHOICES


@lifecycle.on(
    Opened,
    Heading(
        title=Text("заседание открыто", "meeting opened"),
        source=State.CONVENED,
        target=State.OPEN,
        basis="working_group.quorum",
        norms=("working_group.composition", "working_group.presiding"),
        duty=Text("провести заседание", "hold the meeting"),
        until=_held_on,
    ),
)
def open_meeting(m: Moment[Opened]) -> Iterator[Verdict]:
    """Заседание правомочно, когда есть кворум и есть кому его вести."""
    planned = m.history.the(Convened).held_on
    yield sitting.as_convened(planned, m.event.on, m.edition.working_group.agenda.basis)
    opened = _sitting(m.event, m.profile)
    yield sitting.established(m.event.on, m.edition.act.date, m.edition.working_group.composition)
    yield opened.attendance
    yield opened.presiding
    yield opened.quorum


class NotHeld(MeetingEvent):
    """Заседание не состоялось: кто пришёл."""

    kind: Literal["not_held"] = "not_held"
    present: Present
    vacant: Vacant = ()
    elected: Annotated[str | None, ELECTED] = None
    readings: ReadingsChosen = NO_CHOICES


@lifecycle.on(
    NotHeld,
    Heading(
        title=Text("заседание не состоялось", "meeting not held"),
        source=State.CONVENED,
        target=State.NOT_HELD,
        basis="working_group.quorum",
        norms=("working_group.composition", "working_group.presiding"),
    ),
)
def not_held(m: Moment[NotHeld]) -> Iterator[Verdict]:
    """Без кворума или председательствующего заседания нет."""
    came = _sitting(m.event, m.profile)
    quorum = came.quorum.outcome is Outcome.HOLDS
    led = came.seat is not None
    group = m.edition.working_group
    basis = group.quorum.basis
    yield sitting.in_vain(m.event.present, basis, quorum=quorum, led=led, names=group.names)


# ─── Голосование по вопросу ──────────────────────────────────────────────────────────────────────────────


class ItemVoted(MeetingEvent):
    """Вопрос поставлен на голосование: его вид и голоса по местам."""

    kind: Literal["item_voted"] = "item_voted"
    question: Question
    question_kind: QuestionKind = None
    votes: VotesCast


@lifecycle.on(
    ItemVoted,
    Heading(
        title=Text("вопрос решён голосованием", "question voted"),
        source=State.OPEN,
        target=State.OPEN,
        basis="working_group.adoption",
        norms=("working_group.casting_vote",),
        rests_on=(Convened, Opened),
    ),
)
def vote(m: Moment[ItemVoted]) -> Iterator[Verdict]:
    """Решение — рекомендация; принято оно или нет, говорит `facts["adopted"]`."""
    held = _held(m.history, m.profile)
    yield sitting.item(held, m.event.question, m.event.question_kind, m.event.votes).verdict


class Closed(MeetingEvent):
    """Заседание закрыто."""

    kind: Literal["closed"] = "closed"


@lifecycle.on(
    Closed,
    Heading(
        title=Text("заседание закрыто", "meeting closed"),
        source=State.OPEN,
        target=State.CLOSED,
        basis=Assumed(
            Text(
                "Положения не описывают закрытия; без него нельзя считать повестку исчерпанной.",
                "The regulations do not describe closing; without it the agenda cannot be taken as finished.",
            )
        ),
    ),
)
def close(_: Moment[Closed]) -> Iterator[Verdict]:
    """Закрытие не имеет условий."""
    yield from ()


# ─── Протокол: вести, подписать, разослать ───────────────────────────────────────────────────────────────


class MinutesDrafted(MeetingEvent):
    """Протокол составлен; составил `by`."""

    kind: Literal["minutes_drafted"] = "minutes_drafted"


@lifecycle.on(
    MinutesDrafted,
    Heading(
        title=Text("протокол составлен", "minutes drafted"),
        source=State.CLOSED,
        target=State.DRAFTED,
        basis="working_group.minutes",
        duty=Text("составить протокол", "draft the minutes"),
    ),
)
def draft(m: Moment[MinutesDrafted]) -> Iterator[Verdict]:
    """Протокол ведёт секретарь, если он есть в положении."""
    verdict = minutes.drafted(m.event.by, m.edition.working_group, titles=m.edition.titles)
    if verdict is not None:
        yield verdict


class MinutesSigned(MeetingEvent):
    """Протокол подписан; подписал `by`."""

    kind: Literal["minutes_signed"] = "minutes_signed"


@lifecycle.on(
    MinutesSigned,
    Heading(
        title=Text("протокол подписан", "minutes signed"),
        source=State.DRAFTED,
        target=State.SIGNED,
        basis="working_group.minutes",
        duty=Text("подписать протокол", "sign the minutes"),
    ),
)
def sign(m: Moment[MinutesSigned]) -> Iterator[Verdict]:
    """Подписывает тот, кто вёл заседание."""
    presiding = _held(m.history, m.profile).seat
    held_on = m.history.the(Opened).on
    group, titles = m.edition.working_group, m.edition.titles
    yield minutes.signed(m.event.by, m.event.on, presiding, held_on, group, titles=titles)


class CopiesSent(MeetingEvent):
    """Копии протокола направлены."""

    kind: Literal["copies_sent"] = "copies_sent"
    copies_to: CopiesTo


@lifecycle.on(
    CopiesSent,
    Heading(
        title=Text("копии протокола направлены", "copies of the minutes sent"),
        source=State.SIGNED,
        target=State.COMPLETE,
        basis="working_group.minutes",
        duty=Text("направить копии протокола всем членам", "send copies of the minutes to every member"),
    ),
)
def send_copies(m: Moment[CopiesSent]) -> Iterator[Verdict]:
    """Копии получают все члены группы."""
    members = _held(m.history, m.profile).members
    yield minutes.copied(m.event.copies_to, members, m.edition.working_group)


def _sitting(event: Opened | NotHeld, profile: Profile, elected_at: str = "event.elected") -> sitting.Sitting:
    """The sitting by the law of its own day, whatever is amended later."""
    edition = profile.on(event.on)
    return sitting.Sitting(
        edition.working_group,
        event.present,
        vacant=event.vacant,
        elected=event.elected,
        choices={**edition.readings, **event.readings},
        on=event.on,
        elected_at=elected_at,
    )


def _held(history: History[MeetingEvent], profile: Profile) -> sitting.Sitting:
    """The sitting that was opened."""
    return _sitting(history.the(Opened), profile, "case.elected")
