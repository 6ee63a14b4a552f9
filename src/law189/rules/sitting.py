"""Одно заседание (one sitting): who is there, whether it may decide, and how it decides a question.

The single rules are asked in the order in which a chair asks them. All answers are kept: a meeting without
a quorum is told of its wrong agenda too.

>>> from law189.profile.loader import load_profile
>>> held = Sitting(load_profile("kemerovo").latest.working_group, ["chair", "deputy", "member-1", "member-2"])
>>> held.quorum.text.en
'Present: 4 of 10; the quorum is at least 5.'
>>> item(held, "Plan", "plan-measures", [("chair", "for")]).adopted is None
True
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from law189.law import Citation, Norm, Text
from law189.profile.group import WorkingGroup
from law189.profile.parties import NO_TITLES
from law189.rules import agenda, asking, force, voting
from law189.rules.quorum import (
    NO_CHOICES,
    attendance,
    leading,
    needed_for,
    present_of,
    presiding,
    quorum,
)
from law189.rules.voting import Decision, Vote
from law189.verdict import Outcome, Rule, Verdict, bundle

__all__ = ["Sitting", "as_convened", "established", "in_vain", "invited", "item"]

HOLDS = Outcome.HOLDS
ESTABLISHED = Rule(
    "sitting.established",
    Text(
        "Рабочая группа создана постановлением от {issued}; заседание — {held_on}.",
        "The group was set up by the decree of {issued}; the meeting is of {held_on}.",
    ),
    unknown=Text(
        "Заседание — {held_on}; дата постановления о рабочей группе не указана; внесите в профиль: {asks}.",
        "The meeting is of {held_on}; the day of the decree on the group is not known; write in the "
        "profile: {asks}.",
    ),
    asks=(asking.ACT_DATE,),
)
DAY = Rule(
    "meeting.day",
    Text(
        "Заседание назначено на {held_on}, открыто {on}.",
        "The meeting was convened for {held_on} and opened on {on}.",
    ),
    missed=Outcome.BREACH,
    assumed=Text(
        "Положение не лишает силы заседание, открытое в другой день.",
        "The regulation does not take the effect of a meeting opened on another day.",
    ),
)
NO_MEETING = Rule(
    "meeting.in_vain",
    Text(
        "{came:Явились: …|Никто не явился}; {quorum:кворум имеется|кворума нет}; "
        "{led:председательствующий есть|председательствующего нет}; заседание не состоялось.",
        "Came: {came:nobody}; {led:somebody may preside|nobody may preside}; {quorum:there is a "
        "quorum|there is no quorum}; it was not held.",
    ),
    missed=Outcome.BREACH,
    assumed=Text(
        "Положение не запрещает не проводить правомочное заседание, но созвано оно напрасно.",
        "The regulation does not forbid leaving a competent meeting unheld, but it was convened in vain.",
    ),
)
ITEM = Rule("sitting.item", Text("Вопрос: {question}", "Question: {question}"))


class Sitting:
    """A sitting as its rules see it: who is there, who presides; `members` are the filled seats.

    `vacant` are seats that nobody holds, `elected` the seat chosen to preside where reading Q3 lets it, `choices`
    the readings chosen, `established` the answer of that rule where it was asked. `present` are the members who
    count as present, and `seat` is the one that presides. On the day `on` a norm whose days are past or to come
    decides nothing, and what it would decide is UNKNOWN. `elected_at` is the path by which `elected` is asked for.
    """

    def __init__(
        self,
        group: WorkingGroup,
        entries: Sequence[str],
        *,
        vacant: Collection[str] = (),
        elected: str | None = None,
        choices: Mapping[str, str] = NO_CHOICES,
        established: Verdict | None = None,
        on: date | None = None,
        elected_at: str = "event.elected",
    ) -> None:
        self.on, self.group, self.choices, self.established = on, group, choices, established
        self.entries, self.elected, self.unheld, self.elected_at = entries, elected, vacant, elected_at
        self.invited = invited(group)
        self.present = present_of(entries, group.by_id, vacant)
        self.members = tuple(seat_id for seat_id in group.by_id if seat_id not in vacant)
        self.seat = self._leading() if self.ended("presiding") is None else None

    def _leading(self) -> str | None:
        group = self.group
        return leading(self.present, group.by_id, group.presiding, elected=self.elected, choices=self.choices)

    @property
    def attendance(self) -> Verdict:
        """Whether every entry of those present counts."""
        group, vacant, invited = self.group, self.unheld, self.invited
        seats, names = group.by_id, group.names
        return attendance(self.entries, seats, group.composition, vacant=vacant, invited=invited, names=names)

    @property
    def presiding(self) -> Verdict:
        """Whether somebody may preside, and who."""
        ended, group = self.ended("presiding"), self.group
        if ended is not None:
            return ended
        elected, choices, names, at = self.elected, self.choices, group.names, self.elected_at
        return presiding(
            self.present,
            group.by_id,
            group.presiding,
            elected=elected,
            choices=choices,
            names=names,
            asked_at=at,
        )

    @property
    def quorum(self) -> Verdict:
        """Whether enough members are present."""
        ended = self.ended("quorum")
        if ended is not None:
            return ended
        present, seats = len(self.present), len(self.group.seats)
        return quorum(present, seats, self.group.quorum, vacant=self.vacant, choices=self.choices)

    @property
    def vacant(self) -> int:
        """How many seats nobody holds."""
        return len(self.group.seats) - len(self.members)

    def ended(self, name: str) -> Verdict | None:
        """That the norm of the group does not hold on the day; None where it does, or no day is asked about."""
        norm: Norm[Any] = getattr(self.group, name)
        return None if self.on is None else force.norm(f"working_group.{name}", norm, self.on)

    @property
    def competent(self) -> bool:
        """Whether it may decide: the group exists, there is a quorum and somebody presides."""
        if self.seat is None or self.ended("quorum") is not None:
            return False
        norm, seats = self.group.quorum.value, len(self.group.seats)
        enough = len(self.present) >= needed_for(norm, seats, self.vacant, self.choices)[1]
        return enough and (self.established is None or self.established.outcome is HOLDS)


def established(held_on: date, issued: date | None, composition: Norm[Text]) -> Verdict:
    """Whether the group existed on the day of the meeting: VOID before its decree was issued."""
    holds = None if issued is None else held_on >= issued
    return ESTABLISHED.judge(holds, composition.basis, held_on=held_on, issued=issued)


def as_convened(planned: date, on: date, *cites: Citation) -> Verdict:
    """Whether the meeting was opened on the day for which it was convened; BREACH where it was not."""
    return DAY.judge(planned == on, *cites, held_on=planned, on=on)


def in_vain(
    present: Sequence[str],
    *cites: Citation,
    quorum: bool,
    led: bool,
    names: Mapping[str, Text] = NO_TITLES,
) -> Verdict:
    """Whether a meeting was left unheld for lack of quorum or of somebody to preside; BREACH where not so."""
    came = tuple(names.get(seat, seat) for seat in present)
    holds = not (quorum and led)
    return NO_MEETING.judge(holds, *cites, present=tuple(present), came=came, quorum=quorum, led=led)


def item(
    held: Sitting,
    question: str,
    kind: str | None,
    ballots: Collection[tuple[str, str]],
    *,
    kind_at: str = "event.question_kind",
    votes_at: str = "event.votes",
) -> Decision:
    """How the sitting decides one question; `kind` None where it was not recorded.

    The verdict bundles the decision, a part for each vote that does not count, and whether the question is
    the group's at all. `kind_at` and `votes_at` are the paths by which these are asked for where not recorded.
    """
    group = held.group
    counted = voting.count(
        ballots,
        held.present,
        group.by_id,
        group.adoption.basis,
        invited=held.invited,
        names=group.names,
    )
    decision = _decided(held, counted.counted, None if ballots else votes_at)
    verdict = bundle(
        ITEM,
        decision.verdict,
        *counted.refused,
        agenda.within(kind, group, asked_at=kind_at),
        question=question,
        adopted=decision.adopted,
    )
    return Decision(decision.adopted, verdict)


def _decided(held: Sitting, votes: Mapping[str, Vote], missing: str | None) -> Decision:
    """What the votes that count decide; nothing where the sitting may not decide or votes are `missing`."""
    group = held.group
    if not held.competent:
        before = (held.established, held.quorum, held.presiding)
        return voting.undecided(
            quorum=_known(held.quorum),
            led=_known(held.presiding),
            established=held.established is None or _known(held.established),
            cites=(group.quorum.basis, group.presiding.basis),
            asks=tuple(
                dict.fromkeys(ask for verdict in before if verdict is not None for ask in verdict.asks)
            ),
        )
    ended = held.ended("adoption")
    if ended is not None:
        return Decision(None, ended)
    if missing is not None:
        return voting.unrecorded(held.present, (group.adoption.basis,), missing)
    assert held.seat is not None
    return voting.decide(
        votes.items(),
        held.present,
        held.seat,
        len(group.seats),
        group.adoption,
        group.casting_vote,
        vacant=held.vacant,
        choices=held.choices,
    )


def _known(verdict: Verdict) -> bool | None:
    """Yes or no, or None where the verdict itself does not know."""
    return None if verdict.outcome is Outcome.UNKNOWN else verdict.outcome is HOLDS


def invited(group: WorkingGroup) -> tuple[str, ...]:
    """The roles that attend without being members: a secretary whom the composition does not name."""
    return ("secretary",) if group.secretary is not None and group.secretary.seat is None else ()
