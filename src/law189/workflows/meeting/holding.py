"""Созыв и открытие (holding): the agenda, then a meeting that is opened, or one that could not be held.

>>> Convened(on="2023-09-29", by="chair", held_on="2023-10-02").held_on.isoformat()
'2023-10-02'
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated, Any, Literal

from law189.cases.given.meeting import (
    ELECTED,
    PRESIDED,
    Alternates,
    Guests,
    MeetingDay,
    NoticeGiven,
    NoticeSent,
    Present,
    Proxies,
    ReadingsChosen,
    SubgroupNamed,
    Vacant,
)
from law189.cases.history import History
from law189.cases.lifecycle import Hands, Heading, Moment
from law189.kinds.asked import unasked
from law189.law import Text, When
from law189.profile.edition import Edition
from law189.profile.group import WorkingGroup
from law189.profile.profile import Profile
from law189.profile.regulation import Leading
from law189.readings import NO_CHOICES, Q3
from law189.rules.group import approving, dispatch, met, sitting, subgroups
from law189.verdict import Outcome, Verdict
from law189.workflows.meeting.case import MeetingEvent, State, lifecycle
from law189.workflows.meeting.governing import called_by, in_place, of_agenda

__all__ = [
    "APPROVED",
    "OF_THE_GROUP",
    "Convened",
    "NotHeld",
    "Opened",
    "agenda_asked_of",
    "approvers",
    "entitled",
    "exists",
    "group_of",
    "held",
    "unknown",
    "who_sits",
]


# ─── Созыв: повестку утверждает тот, кто ведёт группу ────────────────────────────────────────────────────


class Convened(MeetingEvent):
    """Назначено заседание на день `held_on`; повестка утверждена в день события; какие толкования выбраны."""

    LATER = MeetingEvent.LATER | {"readings"}

    kind: Literal["convened"] = "convened"
    held_on: MeetingDay
    subgroup: SubgroupNamed = None
    readings: ReadingsChosen = NO_CHOICES


_established, _met_as_convened = unasked(met.established), unasked(met.as_convened)
_unheld = unasked(met.unheld)


def exists(on: date, edition: Edition, group: WorkingGroup) -> Verdict:
    """Whether the group existed on the day, by the decree of the edition."""
    return _established(on, edition.act.date, group.basis("composition"), edition.covers_since)


_sitting_as, _as_in_the_group = unasked(subgroups.sitting_as), unasked(subgroups.as_in_the_group)


def who_sits(group: WorkingGroup | None, subgroup: str | None) -> WorkingGroup | Verdict | None:
    """The group or the subgroup that meets; a verdict where it is not known, None where there is no group."""
    return None if group is None else _sitting_as(group, subgroup)


def group_of(history: History[MeetingEvent], edition: Edition) -> WorkingGroup | Verdict | None:
    """The group that was convened, or its subgroup, as the edition has it (see `who_sits`)."""
    return who_sits(edition.working_group, history.the(Convened).subgroup)


def unknown(sits: WorkingGroup | Verdict | None) -> Iterator[Verdict]:
    """That it is not known who sits; nothing where it is."""
    if isinstance(sits, Verdict):
        yield sits


def agenda_asked_of(m: Moment[Any]) -> WorkingGroup | None:
    """The group or the subgroup whose agenda is approved, by the edition of its day; None where none is known."""
    called = called_by(m)
    group = who_sits(of_agenda(m).working_group, None if called is None else called.subgroup)
    return group if isinstance(group, WorkingGroup) else None


def approvers(m: Moment[Any], choices: Mapping[str, str]) -> tuple[str, ...] | None:
    """Who may approve the agenda of the group or the subgroup that meets; None where there is no group."""
    sits = agenda_asked_of(m) or of_agenda(m).working_group
    return None if sits is None else approving.approvers(sits, choices)


APPROVED = Text("кто утверждает повестку по положению", "who approves the agenda by the regulation")


def entitled(m: Moment[Any]) -> tuple[str, ...] | None:
    """Who takes the steps of a meeting: whoever belongs to the group, or keeps its minutes; None of no group."""
    group = m.edition.working_group
    if group is None or not group.by_id:
        return None
    return (*group.by_id, *(() if "secretary" in group.by_id else ("secretary",)))


OF_THE_GROUP = Hands(
    entitled,
    Text("кто входит в группу или ведёт её протокол", "whoever is of the group or keeps its minutes"),
)
"""Who takes the steps of a meeting and of a poll."""


@lifecycle.on(
    Convened,
    Heading(
        title=Text("повестка утверждена", "agenda approved"),
        source=State.PLANNED,
        target=State.CONVENED,
        basis="working_group.agenda",
        if_said=("working_group.composition",),
        in_place=in_place,
        hands=Hands(lambda m: approvers(m, m.edition.readings), APPROVED),
        duty=Text("утвердить повестку заседания", "approve the agenda of the meeting"),
        instead=("poll_opened",),
    ),
)
def convene(m: Moment[Convened]) -> Iterator[Verdict]:
    """Повестку утверждают не позже дня заседания; её ли утверждать, видно, когда известно, кто ведёт."""
    event, group = m.event, who_sits(m.edition.working_group, m.event.subgroup)
    asked, choices, titles = agenda_asked_of(m), m.edition.readings, m.edition.titles
    if asked is not None:
        yield approving.foreseen(event.by, event.on, event.held_on, asked, choices, titles=titles)
    yield from unknown(group)
    if isinstance(group, WorkingGroup):
        yield exists(event.held_on, m.edition, group)


def _held_on(history: History[MeetingEvent]) -> date:
    return history.the(Convened).held_on


def _as_convened(case: Moment[Any]) -> Verdict | None:
    """Whether the day is that for which the meeting was convened."""
    group = group_of(case.history, case.edition)
    if not isinstance(group, WorkingGroup):
        return None
    return _met_as_convened(_held_on(case.history), case.on, group.basis("agenda"))


def _day_come(case: Moment[Any]) -> Verdict | None:
    """Whether the day for which the meeting was convened has come."""
    group = group_of(case.history, case.edition)
    if not isinstance(group, WorkingGroup):
        return None
    return _unheld(_held_on(case.history), case.on, group.basis("quorum"))


# ─── Открытие: кворум и председательствующий ────────────────────────────────────────────────────────────────


BY_ELECTION = When(
    Text("толкование Q3: вести избирают", "reading Q3: who presides is elected"),
    lambda m: Q3.chosen(m.edition.readings) == "elected",
)


def _may_choose(m: Moment[Any]) -> bool:
    """Whether any of several may preside, so that it must be said who does."""
    group = group_of(m.history, m.edition)
    said = group.presiding_by if isinstance(group, WorkingGroup) else None
    return said is not None and said.value is not Leading.IN_ORDER


BY_CHOICE = When(
    Text("положение: ведёт любой из нескольких", "the regulation: any of several may preside"),
    _may_choose,
)


class Opened(MeetingEvent):
    """Заседание открыто: кто присутствует, какие места не замещены, кто ведёт, какие толкования."""

    kind: Literal["opened"] = "opened"
    present: Present
    vacant: Vacant = ()
    alternates: Alternates = ()
    proxies: Proxies = ()
    guests: Guests = ()
    notice: NoticeSent = None
    elected: Annotated[str | None, ELECTED.when(BY_ELECTION)] = None
    presided: Annotated[str | None, PRESIDED.when(BY_CHOICE)] = None
    readings: ReadingsChosen = NO_CHOICES


@lifecycle.on(
    Opened,
    Heading(
        title=Text("заседание открыто", "meeting opened"),
        source=State.CONVENED,
        target=State.OPEN,
        basis="working_group.quorum",
        if_said=("working_group.composition", "working_group.presiding"),
        in_place=in_place,
        duty=Text("провести заседание", "hold the meeting"),
        instead=("not_held",),
        until=_held_on,
        hands=OF_THE_GROUP,
        given=(_as_convened,),
    ),
)
def open_meeting(m: Moment[Opened]) -> Iterator[Verdict]:
    """Заседание правомочно, когда есть кворум и есть кому его вести."""
    group = group_of(m.history, m.edition)
    if group is None or isinstance(group, Verdict):
        yield from unknown(group)
        return
    opened, convened = _sitting(m.event, m.edition, group), m.history.the(Convened)
    yield exists(m.event.on, m.edition, group)
    yield from _as_in_the_group(group)
    if (notice := opened.said("notice")) is not None:
        sent = m.event.notice or NoticeGiven()
        yield dispatch.notified(
            sent.sent_on, sent.materials, m.event.on, notice, m.edition.calendar, opened.choices
        )
    choices, titles = opened.choices, m.edition.titles
    led, not_known = opened.seat, opened.unrecorded
    if (asked := agenda_asked_of(m)) is not None:
        told = approving.presided(
            convened.by, led, asked, choices=choices, titles=titles, unrecorded=not_known
        )
        yield from () if told is None else (told,)
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
        in_place=in_place,
        hands=OF_THE_GROUP,
        given=(_day_come,),
    ),
)
def not_held(m: Moment[NotHeld]) -> Iterator[Verdict]:
    """Без кворума или председательствующего заседания нет; видно это в день, на который оно назначено."""
    group = group_of(m.history, m.edition)
    if group is None or isinstance(group, Verdict):
        yield from unknown(group)
        return
    came = _sitting(m.event, m.edition, group)
    yield came.attendance
    found = came.quorum
    if found.outcome is Outcome.UNKNOWN or came.said("presiding") is None:
        yield from (one for one in (found, came.presiding) if one.outcome is Outcome.UNKNOWN)
    # where any of several who came may preside, somebody does, though it is not said who
    quorum, led = found.outcome is Outcome.HOLDS, came.seat is not None or bool(came.may)
    yield met.in_vain(m.event.present, group.basis("quorum"), quorum=quorum, led=led, names=group.names)


# ─── Что открыто ─────────────────────────────────────────────────────────────────────────────────────────


def _sitting(
    event: Opened | NotHeld,
    edition: Edition,
    group: WorkingGroup,
    elected_at: str = "event.elected",
) -> sitting.Sitting:
    """The sitting of the group by the law of its own day (`edition`), whatever is amended later."""
    return sitting.Sitting(
        group,
        event.present,
        vacant=event.vacant,
        alternates=event.alternates,
        proxies=dict(event.proxies),
        guests=event.guests if isinstance(event, Opened) else (),
        elected=event.elected,
        presided=event.presided if isinstance(event, Opened) else None,
        choices=edition.readings,
        on=event.on,
        elected_at=elected_at,
    )


def held(history: History[MeetingEvent], profile: Profile) -> sitting.Sitting | None:
    """The sitting that was opened; None where the decree of its day set up no group.

    The profile is read as the case chooses (see `Moment`).
    """
    opened = history.the(Opened)
    edition = profile.on(opened.on)
    group = group_of(history, edition)
    if not isinstance(group, WorkingGroup):
        return None
    return _sitting(opened, edition, group, "case.elected")
