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
    LATER,
    AlsoSigned,
    Alternates,
    ApprovedBy,
    Attached,
    BallotHeld,
    Conflicts,
    CopiesTo,
    Dissents,
    Guests,
    MeetingDay,
    NoticeGiven,
    NoticeSent,
    Opinions,
    Present,
    Proxies,
    Question,
    QuestionKind,
    ReadingsChosen,
    Vacant,
    VotesCast,
)
from law189.cases.history import Event, History
from law189.cases.lifecycle import Assumed, Heading, Lifecycle, Moment
from law189.law import Text, Vocabulary, When
from law189.profile.group import WorkingGroup
from law189.profile.profile import Profile
from law189.readings import NO_CHOICES, Q3
from law189.rules import agenda, approvals, dispatch, items, minutes, sitting
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

    LATER = Event.LATER | LATER


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
        if_said=("working_group.composition",),
        by=("chair", "deputy"),
        duty=Text("утвердить повестку заседания", "approve the agenda of the meeting"),
    ),
)
def convene(m: Moment[Convened]) -> Iterator[Verdict]:
    """Повестку утверждают не позже дня заседания."""
    group, event = m.edition.working_group, m.event
    if group is not None:
        yield agenda.approval(event.by, event.on, event.by, event.held_on, group, titles=m.edition.titles)
        yield sitting.established(event.held_on, m.edition.act.date, group.basis("composition"))


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
    alternates: Alternates = ()
    proxies: Proxies = ()
    guests: Guests = ()
    notice: NoticeSent = None
    elected: Annotated[str | None, ELECTED.when(BY_ELECTION)] = None
    readings: ReadingsChosen = NO_CHOICES


@lifecycle.on(
    Opened,
    Heading(
        title=Text("заседание открыто", "meeting opened"),
        source=State.CONVENED,
        target=State.OPEN,
        basis="working_group.quorum",
        if_said=("working_group.composition", "working_group.presiding"),
        duty=Text("провести заседание", "hold the meeting"),
        until=_held_on,
    ),
)
def open_meeting(m: Moment[Opened]) -> Iterator[Verdict]:
    """Заседание правомочно, когда есть кворум и есть кому его вести."""
    group, planned = m.edition.working_group, m.history.the(Convened).held_on
    if group is None:
        return
    yield sitting.as_convened(planned, m.event.on, group.basis("agenda"))
    opened = _sitting(m.event, m.profile, group)
    yield sitting.established(m.event.on, m.edition.act.date, group.basis("composition"))
    if (notice := opened.said("notice")) is not None:
        sent = m.event.notice or NoticeGiven()
        yield dispatch.notified(sent.sent_on, sent.materials, m.event.on, notice, m.edition.calendar)
    yield opened.attendance
    yield opened.presiding
    yield opened.quorum


class NotHeld(MeetingEvent):
    """Заседание не состоялось: кто пришёл."""

    kind: Literal["not_held"] = "not_held"
    present: Present
    vacant: Vacant = ()
    alternates: Alternates = ()
    proxies: Proxies = ()
    elected: Annotated[str | None, ELECTED] = None
    readings: ReadingsChosen = NO_CHOICES


@lifecycle.on(
    NotHeld,
    Heading(
        title=Text("заседание не состоялось", "meeting not held"),
        source=State.CONVENED,
        target=State.NOT_HELD,
        basis="working_group.quorum",
        if_said=("working_group.composition", "working_group.presiding"),
    ),
)
def not_held(m: Moment[NotHeld]) -> Iterator[Verdict]:
    """Без кворума или председательствующего заседания нет."""
    group = m.edition.working_group
    if group is None:
        return
    came = _sitting(m.event, m.profile, group)
    found = came.quorum
    if found.outcome is Outcome.UNKNOWN or came.said("presiding") is None:
        yield from (one for one in (found, came.presiding) if one.outcome is Outcome.UNKNOWN)
    quorum, led = found.outcome is Outcome.HOLDS, came.seat is not None
    yield sitting.in_vain(m.event.present, group.basis("quorum"), quorum=quorum, led=led, names=group.names)


# ─── Голосование по вопросу ──────────────────────────────────────────────────────────────────────────────


class ItemVoted(MeetingEvent):
    """Вопрос поставлен на голосование: его вид и голоса по местам."""

    kind: Literal["item_voted"] = "item_voted"
    question: Question
    question_kind: QuestionKind = None
    votes: VotesCast
    opinions: Opinions = ()
    conflicts: Conflicts = ()
    ballot: BallotHeld = None


@lifecycle.on(
    ItemVoted,
    Heading(
        title=Text("вопрос решён голосованием", "question voted"),
        source=State.OPEN,
        target=State.OPEN,
        basis="working_group.adoption",
        if_said=("working_group.casting_vote",),
        rests_on=(Convened, Opened),
    ),
)
def vote(m: Moment[ItemVoted]) -> Iterator[Verdict]:
    """Решение — рекомендация; принято оно или нет, говорит `facts["adopted"]`."""
    held, event = _held(m.history, m.profile), m.event
    if held is not None:
        yield items.item(
            held,
            event.question,
            event.question_kind,
            event.votes,
            opinions=dict(event.opinions),
            conflicts=event.conflicts,
            ballot=event.ballot,
        ).verdict


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
    """Протокол ведёт тот, кого называет положение, и составляет в срок, если он установлен."""
    held, group, on = _held(m.history, m.profile), m.edition.working_group, m.event.on
    if held is None or group is None:
        return
    since, calendar = m.history.the(Opened).on, m.edition.calendar
    told = (
        minutes.drafted(m.event.by, group, presiding=held.seat, titles=m.edition.titles),
        dispatch.drafted_in_time(on, since, group, calendar, m.edition.readings),
    )
    yield from (verdict for verdict in told if verdict is not None)


class MinutesSigned(MeetingEvent):
    """Протокол подписан; подписал `by`, и кто ещё; утвердил `approved_by`; особые мнения приложены."""

    kind: Literal["minutes_signed"] = "minutes_signed"
    also_signed: AlsoSigned = ()
    approved_by: ApprovedBy = None
    dissents: Dissents = ()
    attached: Attached = None


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
    """Подписывает тот, кто вёл заседание, и кто ещё назван в положении."""
    held, group, event = _held(m.history, m.profile), m.edition.working_group, m.event
    if held is None or group is None:
        return
    held_on, titles = m.history.the(Opened).on, m.edition.titles
    hands = (event.by, *event.also_signed) if event.also_signed else event.by
    yield minutes.signed(hands, event.on, held.seat, held_on, group, titles=titles)
    told = (
        dispatch.signed_in_time(event.on, held_on, group, m.edition.calendar, m.edition.readings),
        approvals.approved(event.approved_by, group, titles=titles),
        approvals.dissents_attached(event.dissents, event.attached, group),
    )
    yield from (verdict for verdict in told if verdict is not None)


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
    """Копии получают те, кого называет положение, и в срок, если он установлен."""
    held, group, event = _held(m.history, m.profile), m.edition.working_group, m.event
    if held is None or group is None:
        return
    signed_on, calendar = m.history.the(MinutesSigned).on, m.edition.calendar
    told = (
        minutes.copied(event.copies_to, held.members, group),
        dispatch.sent_in_time(event.on, signed_on, group, calendar, m.edition.readings),
    )
    yield from (verdict for verdict in told if verdict is not None)


def _sitting(
    event: Opened | NotHeld, profile: Profile, group: WorkingGroup, elected_at: str = "event.elected"
) -> sitting.Sitting:
    """The sitting of the group by the law of its own day, whatever is amended later."""
    edition = profile.on(event.on)
    return sitting.Sitting(
        group,
        event.present,
        vacant=event.vacant,
        alternates=event.alternates,
        proxies=dict(event.proxies),
        guests=event.guests if isinstance(event, Opened) else (),
        elected=event.elected,
        choices={**edition.readings, **event.readings} if event.readings else edition.readings,
        on=event.on,
        elected_at=elected_at,
    )


def _held(history: History[MeetingEvent], profile: Profile) -> sitting.Sitting | None:
    """The sitting that was opened; None where the decree of its day set up no group."""
    opened = history.the(Opened)
    group = profile.on(opened.on).working_group
    return None if group is None else _sitting(opened, profile, group, "case.elected")
