"""Голосование (deciding): each question that is put to the vote, until the meeting is closed.

>>> ItemVoted(on="2023-10-02", by="chair", question="План", votes={"chair": "for"}).votes
(('chair', <Vote.FOR: 'for'>),)
"""

from collections.abc import Iterator
from typing import Literal

from law189.cases.given.meeting import (
    BallotHeld,
    Conflicts,
    Opinions,
    Question,
    QuestionKind,
    VotesCast,
)
from law189.cases.lifecycle import Assumed, Heading, Moment
from law189.kinds.asked import unasked
from law189.law import Text
from law189.rules.group.sitting import Sitting
from law189.rules.votes import decided, items
from law189.rules.voting import Decision
from law189.verdict import Verdict
from law189.workflows.meeting.case import MeetingEvent, State, lifecycle
from law189.workflows.meeting.governing import in_place
from law189.workflows.meeting.holding import OF_THE_GROUP, Convened, Opened, group_of, held, unknown

__all__ = ["Closed", "ItemVoted"]


_item, _again = unasked(items.item), unasked(decided.again)

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
        in_place=in_place,
        rests_on=(Convened, Opened),
        hands=OF_THE_GROUP,
    ),
)
def vote(m: Moment[ItemVoted]) -> Iterator[Verdict]:
    """Решение — рекомендация; принято оно или нет, говорит `facts["adopted"]`."""
    sitting, event = held(m.history, m.profile), m.event
    yield from unknown(group_of(m.history, m.edition))
    if sitting is None:
        return
    found = _voted(sitting, event)
    yield found.verdict
    voted = (one for one in m.history.events(ItemVoted) if one.question == event.question)
    before = [(one.question, one.question_kind, _voted(sitting, one).adopted) for one in voted]
    basis = sitting.group.basis("adoption")
    twice = _again(event.question, event.question_kind, found.adopted, before, basis)
    yield from () if twice is None else (twice,)


def _voted(held: Sitting, event: ItemVoted) -> Decision:
    """How the sitting decides the question."""
    return _item(
        held,
        event.question,
        event.question_kind,
        event.votes,
        opinions=dict(event.opinions),
        conflicts=event.conflicts,
        ballot=event.ballot,
    )


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
        hands=OF_THE_GROUP,
    ),
)
def close(_: Moment[Closed]) -> Iterator[Verdict]:
    """Закрытие не имеет условий."""
    yield from ()
