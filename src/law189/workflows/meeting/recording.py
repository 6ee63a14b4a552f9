"""Протокол (recording): the minutes are drafted, signed, and their copies sent.

>>> MinutesDrafted(on="2023-10-02", by="secretary").by
'secretary'
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from law189.cases.given.meeting import (
    AlsoSigned,
    ApprovedBy,
    Attached,
    CopiesTo,
    Dissents,
)
from law189.cases.history import History
from law189.cases.lifecycle import Hands, Heading, Moment, OwedAs
from law189.kinds.asked import unasked
from law189.law import Citation, Text
from law189.law.fixed import fixed
from law189.profile.group import WorkingGroup
from law189.profile.profile import Profile
from law189.profile.regulation import Minutes, TermInDays
from law189.rules import minutes
from law189.rules.deadlines.periods import Absent, Ends
from law189.rules.group.sitting import Sitting
from law189.rules.minutes import approvals, copies, minutes_terms
from law189.rules.minutes.regulated import Regulated, running
from law189.rules.votes.polls import Poll
from law189.verdict import Outcome, Verdict
from law189.workflows.meeting.case import MeetingEvent, State, lifecycle
from law189.workflows.meeting.copying import Days, all_copied, regulating
from law189.workflows.meeting.deciding import Closed
from law189.workflows.meeting.governing import in_place
from law189.workflows.meeting.holding import Convened, Opened, entitled, group_of, held, unknown, who_sits
from law189.workflows.meeting.polling import PollClosed, group_polled, opened_in, polled_in

__all__ = ["CopiesSent", "MinutesDrafted", "MinutesSigned", "regulations"]


_drafted, _signed, _to_send = unasked(minutes.drafted), unasked(minutes.signed), unasked(copies.owed)
_approved, _dissents_attached = unasked(approvals.approved), unasked(approvals.dissents_attached)

# ─── Протокол: вести, подписать, разослать ───────────────────────────────────────────────────────────────


def _held(m: Moment[Any]) -> tuple[Sitting | None, WorkingGroup | Verdict | None]:
    """What was held, a meeting or a poll, by the law of its day; then the group or the subgroup as it is now.

    None where the decree of that day had no group.
    """
    history, edition = m.history, m.edition
    if opened_in(history) is None:
        return held(history, m.profile), group_of(history, edition)
    return polled_in(history, m.profile), group_polled(history, edition.working_group)


def _held_on(history: History[MeetingEvent]) -> date:
    """The day of the meeting, of a poll that on which it was closed."""
    return history.the(Opened if opened_in(history) is None else PollClosed).on


def _closed_on(history: History[MeetingEvent]) -> date:
    """The day on which the meeting or the poll was closed."""
    return history.the(Closed if opened_in(history) is None else PollClosed).on


@fixed
@dataclass(frozen=True, slots=True)
class _Term:
    """Срок по положению: whether the step is taken in it, and on which day it ends; both before the facts.

    It runs from the day `since`, or from that of the closing where the rule asks for it (`of_meeting`).
    """

    in_time: Callable[..., Verdict | None]
    since: Callable[[History[Any]], date]
    within: Callable[[Minutes], TermInDays | None]
    of_meeting: bool = True

    def __call__(self, case: Moment[Any]) -> Verdict | None:
        """Whether the step is taken in the term; None where the regulation sets it none."""
        (sits, group), since = _held(case), self.since(case.history)
        if sits is None or not isinstance(group, WorkingGroup):
            return None
        by: dict[str, Any] = {"closed_on": _closed_on(case.history)} if self.of_meeting else {}
        by["regulations"] = _regulations(case)
        return self.in_time(case.on, since, group, case.edition.calendar, sits.choices, **by)

    def ends(self, case: Moment[Any]) -> Ends:
        """The last day of the term; none where the regulation sets none."""
        sits, group = _held(case)
        if sits is None or not isinstance(group, WorkingGroup):
            return Ends(None, Absent.NO_TERM)
        since = _closed_on(case.history) if self.of_meeting else self.since(case.history)
        runs = running(_regulations(case), since, self.within, sits.choices)
        return minutes_terms.ends(runs, case.edition.calendar, sits.choices)


def regulations(profile: Profile, on: date, subgroup: str | None) -> tuple[Regulated, ...]:
    """The regulations of the group, or of its subgroup, up to the day, each from its first day."""
    days = (date.min, *(first for first, _ in profile.editions[1:]))
    sits = (
        (first, who_sits(edition.working_group, subgroup))
        for first, (_, edition) in zip(days, profile.editions, strict=True)
        if first <= on
    )
    return tuple(Regulated(first, group) for first, group in sits if isinstance(group, WorkingGroup))


def _regulations(case: Moment[Any]) -> tuple[Regulated, ...]:
    """The regulations of the group or the subgroup that met or was polled, up to the day of the step."""
    return regulations(case.profile, case.on, _held_by(case.history))


def _came(sits: Sitting | Poll) -> tuple[str, ...]:
    """Who was there; of a poll who was asked."""
    return tuple(sits.polled if isinstance(sits, Poll) else sorted(sits.present))


def _sat(case: Moment[Any]) -> tuple[Sitting | None, WorkingGroup | Verdict | None]:
    """What was held and the group, as `_held` says; the whole group and None while nothing has been held."""
    if opened_in(case.history) is None and next(case.history.events(Opened), None) is None:
        return None, case.edition.working_group
    return _held(case)


def _may_draft(case: Moment[Any]) -> tuple[str, ...] | None:
    """Who keeps the minutes by the regulation; whoever is of the group where it is not known who presided."""
    sits, group = _sat(case)
    if not isinstance(group, WorkingGroup) or group.minutes is None or group.minutes.value.drafted_by is None:
        return None
    return minutes.may_draft(group, None if sits is None else sits.seat) or entitled(case)


def _may_sign(case: Moment[Any]) -> tuple[str, ...] | None:
    """Whose signatures the minutes need by the regulation; whoever is of the group where that is not known yet."""
    sits, group = _sat(case)
    if not isinstance(group, WorkingGroup) or group.minutes is None or not group.minutes.value.signed_by:
        return None
    led = not isinstance(sits, Poll)
    found = None if sits is None else minutes.may_sign(group, sits.seat, _came(sits), led=led)
    return found or entitled(case)


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
        in_place=in_place,
        duty=Text("составить протокол", "draft the minutes"),
        hands=Hands(
            _may_draft, Text("кто ведёт протокол по положению", "who keeps the minutes by the regulation")
        ),
        given=(_Term(minutes_terms.drafted_in_time, _held_on, lambda said: said.drafted_within),),
    ),
)
def draft(m: Moment[MinutesDrafted]) -> Iterator[Verdict]:
    """Протокол ведёт тот, кого называет положение, и составляет в срок, если он установлен."""
    sitting, group = _held(m)
    if sitting is None or not isinstance(group, WorkingGroup):
        yield from unknown(group)
        return
    led, titles = sitting.seat, m.edition.titles
    kept = _drafted(m.event.by, group, presiding=led, titles=titles, unrecorded=sitting.unrecorded)
    yield from () if kept is None else (kept,)


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
        in_place=in_place,
        duty=Text("подписать протокол", "sign the minutes"),
        hands=Hands(
            _may_sign,
            Text("кто подписывает протокол по положению", "who signs the minutes by the regulation"),
        ),
        given=(_Term(minutes_terms.signed_in_time, _held_on, lambda said: said.signed_within),),
    ),
)
def sign(m: Moment[MinutesSigned]) -> Iterator[Verdict]:
    """Подписывает тот, кто вёл заседание, и кто ещё назван в положении."""
    (sitting, group), event = _held(m), m.event
    if sitting is None or not isinstance(group, WorkingGroup):
        yield from unknown(group)
        return
    closed_on, titles = _closed_on(m.history), m.edition.titles
    hands = (event.by, *event.also_signed) if event.also_signed else event.by
    led, came = not isinstance(sitting, Poll), _came(sitting)
    yield _signed(
        hands,
        event.on,
        sitting.seat,
        closed_on,
        group,
        titles=titles,
        led=led,
        present=came,
        unrecorded=sitting.unrecorded,
    )
    others = (
        _approved(event.approved_by, group, titles=titles),
        _dissents_attached(event.dissents, event.attached, group),
    )
    yield from (verdict for verdict in others if verdict is not None)


def _signed_on(history: History[MeetingEvent]) -> date:
    return history.the(MinutesSigned).on


class CopiesSent(MeetingEvent):
    """Копии протокола направлены."""

    kind: Literal["copies_sent"] = "copies_sent"
    copies_to: CopiesTo


def _sent_to(history: History[MeetingEvent]) -> tuple[str, ...]:
    """To whom copies were sent so far, by every step that says so."""
    return tuple(dict.fromkeys(one for event in history.events(CopiesSent) for one in event.copies_to))


def _held_by(history: History[Any]) -> str | None:
    """The subgroup that met or was polled; None where it was the group."""
    return (opened_in(history) or history.the(Convened)).subgroup


def _of_all(case: Moment[Any], on: date, sits: Sitting | Poll, sent: Sequence[str]) -> Verdict | None:
    """Whether all who must have a copy on the day have one; None where nobody must."""
    days = Days(_signed_on(case.history), on)
    return all_copied(sent, sits.members, case.profile, days, _held_by(case.history), sits.choices)


def _some_left(case: Moment[Any]) -> bool:
    """Whether somebody who must have a copy has none yet; once all had one, a later change makes nobody wait."""
    sits, _ = _held(case)
    if sits is None:
        return False
    sent = list[str]()
    for event in case.history.events(CopiesSent):
        sent += event.copies_to
        told = _of_all(case, event.on, sits, sent)
        if told is None or told.outcome is Outcome.HOLDS:
            return False
    told = _of_all(case, case.on, sits, sent)
    return told is not None and told.outcome is Outcome.BREACH


def _choices(case: Moment[Any]) -> Mapping[str, str]:
    """The readings of what was held; those of the profile where the decree of that day had no group."""
    sits, _ = _held(case)
    return case.edition.readings if sits is None else sits.choices


def _regulated(case: Moment[Any]) -> tuple[tuple[str, ...], Citation]:
    """To whom copies go, empty where it is not said, and where the regulation by which they go has it."""
    days, subgroup = Days(_signed_on(case.history), case.on), _held_by(case.history)
    found = regulating(case.profile, days, subgroup, _choices(case))
    if found is None:
        return (), case.edition.whole
    return found.addressees, found.group.basis("minutes")


def _rest(case: Moment[Any]) -> Verdict:
    """Кому-то из тех, кому копии направляют, они ещё не направлены."""
    return copies.rest(_some_left(case), _regulated(case)[1])


def _to_somebody(case: Moment[Any]) -> bool:
    """Whether copies have to be sent, also where it is not said to whom."""
    return "nobody" not in _regulated(case)[0]


def _to_addressees(case: Moment[Any]) -> OwedAs:
    addressees, cite = _regulated(case)
    return OwedAs(_to_send(addressees), cite)


TO_OTHERS = Text("направить копии протокола остальным", "send copies of the minutes to the others")


SENDING = Heading(
    title=Text("копии протокола направлены", "copies of the minutes sent"),
    source=State.SIGNED,
    target=State.COMPLETE,
    basis="working_group.minutes",
    in_place=in_place,
    duty=copies.SEND,
    owed=_to_somebody,
    owed_as=_to_addressees,
    given=(_Term(minutes_terms.sent_in_time, _signed_on, lambda said: said.sent_within, of_meeting=False),),
)
SENDING_THE_REST = replace(
    SENDING,
    source=State.COMPLETE,
    duty=TO_OTHERS,
    owed=_some_left,
    owed_as=lambda case: OwedAs(TO_OTHERS, _regulated(case)[1]),
    given=(*SENDING.given, _rest),
)


@lifecycle.on(CopiesSent, SENDING_THE_REST)
@lifecycle.on(CopiesSent, SENDING)
def send_copies(m: Moment[CopiesSent]) -> Iterator[Verdict]:
    """Копии получают те, кого называет положение, и в срок, если он установлен; остальным их направляют потом."""
    sitting, group = _held(m)
    if sitting is None or not isinstance(group, WorkingGroup):
        yield from unknown(group)
        return
    sent = _of_all(m, m.on, sitting, (*_sent_to(m.history), *m.event.copies_to))
    yield from () if sent is None else (sent,)
