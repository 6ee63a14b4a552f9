"""Голосование (voting): which votes count, whether the threshold is reached, whose vote decides a tie.

«Не менее половины присутствующих» counts everybody present, those who abstain or stay silent too. Where for
and against are equal, the presiding officer's vote decides (readings V1-V3). Kemerovo: п. 5.6 прил. 3; the
district: п. 5.9 прил. 4.

>>> from law189.loader import load_profile
>>> group = load_profile("kemerovo").working_group
>>> ballots = [("chair", "for"), ("deputy", "against"), ("member-1", "for"), ("member-2", "against")]
>>> decision = decide(ballots, {seat for seat, _ in ballots}, "chair", 10, group.adoption, group.casting_vote)
>>> decision.adopted, decision.verdict.reading.code
(True, 'V1')
>>> decide([("chair", "aye")], {"chair"}, "chair", 10, group.adoption, group.casting_vote)
Traceback (most recent call last):
    ...
ValueError: 'aye' is not a valid Vote
"""

from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from law189.law import Citation, Norm, Text
from law189.parties import CastingVote, Threshold
from law189.readings import Q1, V1, V2, V3
from law189.rules.quorum import NO_CHOICES, people
from law189.verdict import Applied, Outcome, Reading, Rule, Verdict

__all__ = ["Ballots", "Decision", "Vote", "count", "decide", "undecided"]


class Vote(StrEnum):
    """Голос."""

    FOR = "for"
    AGAINST = "against"
    ABSTAIN = "abstain"


THRESHOLD = Rule(
    "voting.threshold",
    Text(
        "За: {in_favour}, против: {against}, воздержались: {abstain}; присутствуют: {present}; "
        "для принятия нужно голосов за: {needed}. Решение принято: {adopted}.",
        "For: {in_favour}, against: {against}, abstain: {abstain}; present: {present}; "
        "votes for needed to adopt: {needed}. Adopted: {adopted}.",
    ),
)
CASTING = Rule(
    "voting.casting",
    Text(
        "Голоса равны: за {in_favour}, против {against} (воздержались: {abstain}, присутствуют: {present}); "
        "голос ведущего: {casting}. Решение принято: {adopted}.",
        "The votes are equal: {in_favour} for, {against} against (abstain: {abstain}, present: {present}); "
        "the presiding officer's vote: {casting}. Adopted: {adopted}.",
    ),
)
BALLOT = Rule(
    "voting.ballot",
    Text("Голос «{seat}» не засчитан: {reason}.", "The vote of «{seat}» is not counted: {reason}."),
    missed=Outcome.BREACH,
    assumed=Text(
        "Положение не говорит, что делать с лишним голосом; он не считается, решение остаётся в силе.",
        "The regulation does not say what to do with a vote too many; it is not counted, the decision stands.",
    ),
)
COMPETENT = Rule(
    "voting.competent",
    Text(
        "Заседание решает вопрос, когда группа создана: {established}; есть кворум: {quorum}; "
        "есть кому вести: {led}.",
        "The meeting decides when the group exists: {established}; there is a quorum: {quorum}; "
        "somebody presides: {led}.",
    ),
)
NOT_CAST = Text("не подан", "not cast")
WORDS = {
    Vote.FOR: Text("за", "for"),
    Vote.AGAINST: Text("против", "against"),
    Vote.ABSTAIN: Text("воздержался", "abstain"),
}
REASONS = {
    "absent": Text("место не присутствует на заседании", "the seat is not present at the meeting"),
    "duplicate": Text("голос этого места уже подан", "this seat has voted already"),
    "non_member": Text("это не член рабочей группы", "this is not a member of the group"),
    "unknown": Text("такого места в составе нет", "the composition has no such seat"),
}


class Ballots(NamedTuple):
    """The votes that count, by seat, and a verdict on each one that does not."""

    counted: dict[str, Vote]
    refused: tuple[Verdict, ...]


class Decision(NamedTuple):
    """Whether the question is adopted (None where the meeting cannot decide) and why."""

    adopted: bool | None
    verdict: Verdict


def count(
    ballots: Iterable[tuple[str, str]],
    present: Collection[str],
    seats: Collection[str],
    basis: Citation,
    *,
    invited: Collection[str] = (),
) -> Ballots:
    """Which votes count: one of each present member, the first one recorded.

    `seats` are all seats of the composition, `invited` roles without a seat. A vote of somebody absent,
    unknown or no member, and a second vote of one seat, are each a BREACH of their own and are not counted.
    Raises ValueError on a vote that is not for, against or abstain.
    """
    counted: dict[str, Vote] = {}
    refused: list[Verdict] = []
    for seat, vote in ballots:
        if seat in counted:
            why = "duplicate"
        elif seat in present:
            counted[seat] = Vote(vote)
            continue
        elif seat in seats:
            why = "absent"
        else:
            why = "non_member" if seat in invited else "unknown"
        refused.append(BALLOT.judge(False, basis, seat=seat, vote=Vote(vote).value, reason=REASONS[why]))
    return Ballots(counted, tuple(refused))


def undecided(*, established: bool, quorum: bool, led: bool, cites: tuple[Citation, ...]) -> Decision:
    """A question before a meeting that cannot decide: no group yet, no quorum, or nobody to preside."""
    return Decision(None, COMPETENT.judge(False, *cites, established=established, quorum=quorum, led=led))


class _Tally(NamedTuple):
    in_favour: int
    against: int
    abstain: int
    present: int
    casting: Vote | None
    threshold: Threshold
    whole: int
    equality_decides: bool

    def adopted(self, choices: Mapping[str, str]) -> tuple[bool, Reading | None]:
        """The answer under the choices, and the reading it turned on."""
        reached = self.in_favour >= max(people(self.threshold, self.whole, choices), 1)
        if self.in_favour != self.against or not self.equality_decides:
            broken = self.threshold.needed(self.whole).denominator != 1
            return reached, Q1 if broken else None
        equality = V1 if self.in_favour + self.against == self.present else V2
        if equality.chosen(choices) == "threshold":
            return reached, equality
        if self.casting in (Vote.FOR, Vote.AGAINST):
            return self.casting is Vote.FOR, equality
        return reached and V3.chosen(choices) == "threshold", V3


def decide(
    ballots: Iterable[tuple[str, str]],
    present: Collection[str],
    presiding: str,
    members: int,
    threshold: Norm[Threshold],
    casting: Norm[CastingVote],
    *,
    choices: Mapping[str, str] = NO_CHOICES,
) -> Decision:
    """Whether a competent meeting adopts the question. HOLDS either way: a lawful «no» is lawful.

    `ballots` are votes that count (see `count`), `present` the members present, `members` all members.
    """
    votes = {seat: Vote(vote) for seat, vote in ballots}
    values = list(votes.values())
    whole = {"members": members, "present": len(present), "votes": len(values)}[threshold.value.of]
    tally = _Tally(
        values.count(Vote.FOR),
        values.count(Vote.AGAINST),
        values.count(Vote.ABSTAIN),
        len(present),
        votes.get(presiding),
        threshold.value,
        whole,
        casting.value is CastingVote.PRESIDING,
    )

    def told(choices: Mapping[str, str], reading: Applied | None = None) -> Verdict:
        adopted, _ = tally.adopted(choices)
        tie = tally.in_favour == tally.against and tally.equality_decides
        return (CASTING if tie else THRESHOLD).judge(
            True,
            threshold.basis,
            *([casting.basis] if tie and casting.basis != threshold.basis else []),
            reading=reading,
            in_favour=tally.in_favour,
            against=tally.against,
            abstain=tally.abstain,
            silent=len(present) - len(values),
            present=len(present),
            needed=max(people(threshold.value, whole, choices), 1),
            casting=WORDS[tally.casting] if tally.casting else NOT_CAST,
            adopted=adopted,
        )

    adopted, turned_on = tally.adopted(choices)
    if turned_on is None:
        return Decision(adopted, told(choices))
    code = turned_on.code
    applied = turned_on.apply(choices, lambda other: told({**choices, code: other}))
    return Decision(adopted, told(choices, applied))
