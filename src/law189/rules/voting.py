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
from law189.readings import V1, V2, V3
from law189.rules.quorum import NO_CHOICES, members_of, people, share_reading
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
        "порог: {needed}; голос ведущего: {casting}. Решение принято: {adopted}.",
        "The votes are equal: {in_favour} for, {against} against (abstain: {abstain}, present: {present}); "
        "threshold: {needed}; the presiding officer's vote: {casting}. Adopted: {adopted}.",
    ),
)
BALLOT = Rule(
    "voting.ballot",
    Text("Голос «{seat}» не засчитан: {reason}.", "The vote of «{seat}» is not counted: {reason}."),
    missed=Outcome.BREACH,
    assumed=Text(
        "Положение не говорит, что делать с лишним голосом; он не считается, решение остаётся в силе.",
        "The regulation does not say what to do with an extra vote; it is not counted, the decision stands.",
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


def undecided(
    *, established: bool | None, quorum: bool, led: bool | None, cites: tuple[Citation, ...]
) -> Decision:
    """A question before a meeting that cannot decide: no group yet, no quorum, or nobody to preside.

    None stands for what is not known; where nothing else is against the meeting, the verdict is UNKNOWN.
    """
    holds = False if False in (established, quorum, led) else None
    return Decision(None, COMPETENT.judge(holds, *cites, established=established, quorum=quorum, led=led))


class _Tally(NamedTuple):
    in_favour: int
    against: int
    abstain: int
    silent: int
    present: int
    casting: Vote | None
    threshold: Threshold
    seats: int
    vacant: int
    equality: bool

    def needed(self, choices: Mapping[str, str]) -> int:
        """How many votes for adopt the question."""
        return max(people(self.threshold, members_of(self.seats, self.vacant, choices), choices), 1)

    def reached(self, choices: Mapping[str, str]) -> bool:
        """Whether there are as many."""
        return self.in_favour >= self.needed(choices)

    def adopted(self, choices: Mapping[str, str]) -> tuple[bool, Reading | None]:
        """The answer under the choices, and the reading it turned on."""
        reached = self.reached(choices)
        if not self.equality:
            return reached, share_reading(self.threshold, self.seats, self.vacant, choices, self.reached)
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
    seats: int,
    threshold: Norm[Threshold],
    casting: Norm[CastingVote],
    *,
    vacant: int = 0,
    choices: Mapping[str, str] = NO_CHOICES,
) -> Decision:
    """Whether a competent meeting adopts the question. HOLDS either way: a lawful «no» is lawful.

    `ballots` are votes that count (see `count`), `present` the members present. `seats` counts all seats of
    the composition, `vacant` those that nobody holds.
    """
    votes = {seat: Vote(vote) for seat, vote in ballots}
    values = list(votes.values())
    in_favour, against = values.count(Vote.FOR), values.count(Vote.AGAINST)
    of_members = threshold.value.of == "members"
    tally = _Tally(
        in_favour,
        against,
        values.count(Vote.ABSTAIN),
        len(present) - len(values),
        len(present),
        votes.get(presiding),
        threshold.value,
        seats if of_members else len(present) if threshold.value.of == "present" else len(values),
        vacant if of_members else 0,
        in_favour == against and casting.value is CastingVote.PRESIDING,
    )

    def told(choices: Mapping[str, str], reading: Applied | None = None) -> Verdict:
        adopted, _ = tally.adopted(choices)
        return (CASTING if tally.equality else THRESHOLD).judge(
            True,
            threshold.basis,
            *([casting.basis] if tally.equality and casting.basis != threshold.basis else []),
            reading=reading,
            in_favour=tally.in_favour,
            against=tally.against,
            abstain=tally.abstain,
            silent=tally.silent,
            present=tally.present,
            needed=tally.needed(choices),
            casting=WORDS[tally.casting] if tally.casting else NOT_CAST,
            adopted=adopted,
        )

    choices = dict(choices)
    adopted, turned_on = tally.adopted(choices)
    if turned_on is None:
        return Decision(adopted, told(choices))
    code = turned_on.code
    applied = turned_on.apply(choices, lambda other: told({**choices, code: other}))
    return Decision(adopted, told(choices, applied))
