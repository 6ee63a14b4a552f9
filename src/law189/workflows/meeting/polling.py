"""Заочное голосование (polling): a poll by answer sheets, from its opening to its end, without a meeting.

It is judged by the rules that judge the record of a poll written down as a whole, and its minutes go as those of a
meeting do. Where the regulation does not speak of polls every step of it is UNKNOWN.

>>> PollOpened(on="2023-10-02", by="chair", answers_by="2023-10-06").polled is None
True
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Literal

from law189.cases.given.meeting import (
    BallotHeld,
    Conflicts,
    Opinions,
    Question,
    QuestionKind,
    ReadingsChosen,
    SubgroupNamed,
    Vacant,
    VotesCast,
)
from law189.cases.given.polls import Answered, LastDayOfAnswers, Polled
from law189.cases.history import History
from law189.cases.lifecycle import Assumed, Hands, Heading, Moment
from law189.law import Text
from law189.profile.group import WorkingGroup
from law189.profile.profile import Profile
from law189.readings import NO_CHOICES
from law189.rules.group import approving, subgroups
from law189.rules.votes import decided, poll_steps
from law189.rules.votes.poll_items import not_answers, poll_item
from law189.rules.votes.polls import Poll, governing
from law189.rules.voting import Decision
from law189.verdict import Outcome, Verdict
from law189.workflows.meeting.case import MeetingEvent, State, lifecycle
from law189.workflows.meeting.governing import in_place
from law189.workflows.meeting.holding import (
    APPROVED,
    OF_THE_GROUP,
    agenda_asked_of,
    approvers,
    exists,
    unknown,
    who_sits,
)

__all__ = ["ItemPolled", "PollClosed", "PollFailed", "PollOpened", "group_polled", "opened_in", "polled_in"]


# ─── Опрос начат ─────────────────────────────────────────────────────────────────────────────────────────


class PollOpened(MeetingEvent):
    """Опросные листы направлены: кому (пусто — всем замещённым местам) и до какого дня отвечают."""

    kind: Literal["poll_opened"] = "poll_opened"
    answers_by: LastDayOfAnswers
    subgroup: SubgroupNamed = None
    polled: Polled = None
    vacant: Vacant = ()
    readings: ReadingsChosen = NO_CHOICES


def _approvers(m: Moment[Any]) -> tuple[str, ...] | None:
    """Who may approve the questions; nobody presides a poll, so nobody can be elected to it."""
    return approvers(m, NO_CHOICES)


@lifecycle.on(
    PollOpened,
    Heading(
        title=Text("заочное голосование начато", "poll opened"),
        source=State.PLANNED,
        target=State.POLLING,
        basis="working_group.absentee",
        if_said=("working_group.composition", "working_group.agenda"),
        in_place=in_place,
        hands=Hands(_approvers, APPROVED),
    ),
)
def open_poll(m: Moment[PollOpened]) -> Iterator[Verdict]:
    """Опрос проводят, если положение его допускает; вопросы утверждают не позже последнего дня ответов."""
    event, group = m.event, who_sits(m.edition.working_group, m.event.subgroup)
    if not isinstance(group, WorkingGroup):
        yield from unknown(group)
        return
    poll = _poll(event, m.profile, group)
    if (asked := agenda_asked_of(m)) is not None:
        yield approving.approval(
            event.by, event.on, poll.seat, event.answers_by, asked, titles=m.edition.titles
        )
    yield exists(event.on, m.edition, group)
    yield from subgroups.as_in_the_group(group)
    if group.absentee is not None:
        yield poll.allowed
    yield poll.attendance


def _last_day(history: History[MeetingEvent]) -> date:
    return history.the(PollOpened).answers_by


def _in_days(case: Moment[Any]) -> Verdict | None:
    """Whether the answers are in by the last day on which they are taken."""
    poll = polled_in(case.history, case.profile)
    if poll is None:
        return None
    return poll_steps.in_time(case.on, _last_day(case.history), poll.group.basis("absentee"))


# ─── Ответы по вопросу ───────────────────────────────────────────────────────────────────────────────────


class ItemPolled(MeetingEvent):
    """Ответы по одному вопросу собраны: его вид и голоса по местам."""

    kind: Literal["item_polled"] = "item_polled"
    question: Question
    question_kind: QuestionKind = None
    votes: VotesCast
    opinions: Opinions = ()
    conflicts: Conflicts = ()
    ballot: BallotHeld = None


@lifecycle.on(
    ItemPolled,
    Heading(
        title=Text("вопрос решён заочно", "question polled"),
        source=State.POLLING,
        target=State.POLLING,
        basis="working_group.adoption",
        in_place=in_place,
        rests_on=(PollOpened,),
        hands=OF_THE_GROUP,
        given=(_in_days,),
    ),
)
def poll_question(m: Moment[ItemPolled]) -> Iterator[Verdict]:
    """Кворум и порог считают по ответам на каждый вопрос; ответы принимают до последнего дня."""
    poll, event = polled_in(m.history, m.profile), m.event
    if poll is None:
        yield from unknown(group_polled(m.history, m.edition.working_group))
        return
    found = _polled(poll, event)
    asked = (one for one in m.history.events(ItemPolled) if one.question == event.question)
    before = [(one.question, one.question_kind, _polled(poll, one).adopted) for one in asked]
    basis = poll.group.basis(governing(poll.group, "adoption"))
    twice = decided.again(event.question, event.question_kind, found.adopted, before, basis)
    yield found.verdict if twice is None else found.verdict.joined(twice)


def _polled(poll: Poll, event: ItemPolled) -> Decision:
    """How the answers decide the question."""
    return poll_item(
        poll,
        event.question,
        event.question_kind,
        event.votes,
        opinions=dict(event.opinions),
        conflicts=event.conflicts,
        ballot=event.ballot,
    )


# ─── Опрос завершён или не состоялся ─────────────────────────────────────────────────────────────────────


class PollClosed(MeetingEvent):
    """Заочное голосование завершено, итоги подведены."""

    kind: Literal["poll_closed"] = "poll_closed"


@lifecycle.on(
    PollClosed,
    Heading(
        title=Text("заочное голосование завершено", "poll closed"),
        source=State.POLLING,
        target=State.CLOSED,
        basis=Assumed(
            Text(
                "Положения не описывают, как завершают опрос; без этого нельзя считать ответы собранными.",
                "The regulations do not describe how a poll is ended; without it the answers are not all in.",
            )
        ),
        duty=Text("подвести итоги заочного голосования", "sum up the poll"),
        instead=("poll_failed",),
        hands=OF_THE_GROUP,
    ),
)
def close_poll(m: Moment[PollClosed]) -> Iterator[Verdict]:
    """Раньше последнего дня опрос завершают, когда на каждый вопрос ответили все, кто вправе по нему голосовать."""
    poll = polled_in(m.history, m.profile)
    if poll is None:
        yield from unknown(group_polled(m.history, m.edition.working_group))
        return
    items = [*m.history.events(ItemPolled)]
    yield poll.quorum_on([item.votes for item in items])
    yield _all_in(m, poll, items)


def _all_in(m: Moment[PollClosed], poll: Poll, items: Sequence[ItemPolled]) -> Verdict:
    """Whether nobody's answer was waited for any more; who has a conflict of interest does not vote."""
    left = [poll.unanswered(item.votes) for item in items]
    barred = [seats.intersection(item.conflicts) for seats, item in zip(left, items, strict=True)]
    waited = not items or any(seats - kept for seats, kept in zip(left, barred, strict=True))
    kept_out = [seat for seat in poll.polled if any(seat in seats for seats in barred)]
    silent = poll.lacking("conflict_of_interest") if kept_out and not waited else None
    norms = ("absentee", *(("conflict_of_interest",) if kept_out else ()))
    return poll_steps.closed(
        m.event.on,
        _last_day(m.history),
        *dict.fromkeys(poll.group.basis(norm) for norm in norms),
        full=None if silent is not None else not waited,
        barred=kept_out,
        names=poll.group.names,
        asks=() if silent is None else silent.asks,
    )


class PollFailed(MeetingEvent):
    """Заочное голосование не состоялось: кто ответил."""

    kind: Literal["poll_failed"] = "poll_failed"
    answered: Answered


@lifecycle.on(
    PollFailed,
    Heading(
        title=Text("заочное голосование не состоялось", "poll failed"),
        source=State.POLLING,
        target=State.NOT_HELD,
        basis="working_group.absentee",
        if_said=("working_group.composition",),
        in_place=in_place,
        hands=OF_THE_GROUP,
    ),
)
def fail_poll(m: Moment[PollFailed]) -> Iterator[Verdict]:
    """Без кворума ответов опрос не состоялся; пока ответы могут его дать, раньше последнего дня это не известно."""
    poll = polled_in(m.history, m.profile)
    if poll is None:
        yield from unknown(group_polled(m.history, m.edition.working_group))
        return
    yield from not_answers(poll, m.event.answered)
    items = [item.votes for item in m.history.events(ItemPolled)]
    came = [one for one in dict.fromkeys(m.event.answered) if one in poll.polled]
    quorum = poll.quorum_of(len(came))
    if quorum.outcome is Outcome.UNKNOWN:
        yield quorum
    held = [quorum, *(poll.quorum_of(len(poll.answers(votes))) for votes in items)]
    had = any(one.outcome is Outcome.HOLDS for one in held)
    answers = (seat for votes in items for seat in sorted(poll.answers(votes)))
    yield poll_steps.in_vain(
        tuple(dict.fromkeys((*m.event.answered, *answers))),
        poll.group.basis("absentee"),
        quorum=had,
        names=poll.group.names,
    )
    yield from () if had else _over(m, poll)


def _over(m: Moment[PollFailed], poll: Poll) -> Iterator[Verdict]:
    """Whether no answer that is missing could make the quorum; UNKNOWN where the quorum of all of them is."""
    most = poll.quorum_of(len(poll.polled))
    until, could = _last_day(m.history), most.outcome is not Outcome.VOID
    if m.event.on < until and most.outcome is Outcome.UNKNOWN:
        yield most
        return
    yield poll_steps.failed(m.event.on, until, poll.group.basis("absentee"), could=could)


# ─── Что опрошено ────────────────────────────────────────────────────────────────────────────────────────


def _poll(event: PollOpened, profile: Profile, group: WorkingGroup) -> Poll:
    """The poll of the group by the law of the day on which it was opened."""
    choices = profile.on(event.on).readings
    return Poll(group, event.polled, vacant=event.vacant, choices=choices, on=event.on)


def opened_in(history: History[MeetingEvent]) -> PollOpened | None:
    """How the poll was opened; None where the case is of a meeting."""
    return next(history.events(PollOpened), None)


def group_polled(history: History[MeetingEvent], group: WorkingGroup | None) -> WorkingGroup | Verdict | None:
    """The group that was polled, or its subgroup (see `who_sits`)."""
    return who_sits(group, history.the(PollOpened).subgroup)


def polled_in(history: History[MeetingEvent], profile: Profile) -> Poll | None:
    """The poll that was opened; None where the decree of its day set up no such group."""
    opened = history.the(PollOpened)
    group = group_polled(history, profile.on(opened.on).working_group)
    return _poll(opened, profile, group) if isinstance(group, WorkingGroup) else None
