"""Голосование (voting): which votes count, whether the threshold is reached, whose vote decides a tie.

«Не менее половины присутствующих» counts everybody present, those who abstain or stay silent too. Where for
and against are equal, the presiding officer's vote decides (readings V1-V3). Kemerovo: п. 5.6 прил. 3; the
district: п. 5.9 прил. 4.

>>> from law189.profile.loader import load_profile
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
from typing import NamedTuple

from law189.law import Citation, Norm, Text, Vocabulary
from law189.profile.group import CastingVote, Threshold
from law189.profile.parties import NO_TITLES
from law189.readings import V1, V2, V3
from law189.rules.quorum import NO_CHOICES, reaching
from law189.verdict import Fact, Outcome, Reading, Rule, Verdict

__all__ = ["Ballots", "Decision", "Vote", "count", "decide", "undecided"]


class Vote(Vocabulary):
    """Голос."""

    FOR = "for", "за", "for"
    AGAINST = "against", "против", "against"
    ABSTAIN = "abstain", "воздержался", "abstain"


class _Words(dict[str, Vote]):
    """The votes by their words. Raises ValueError on another word."""

    def __missing__(self, word: str) -> Vote:
        return Vote(word)


FOR, AGAINST, ABSTAIN = Vote
VOTES = _Words({vote.value: vote for vote in Vote})
PRESIDING, HOLDS = CastingVote.PRESIDING, Outcome.HOLDS

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
    Text("Голос «{who}» не засчитан: {reason}.", "The vote of «{who}» is not counted: {reason}."),
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
    ballots: Collection[tuple[str, str]],
    present: Collection[str],
    seats: Collection[str],
    basis: Citation,
    *,
    invited: Collection[str] = (),
    names: Mapping[str, Text] = NO_TITLES,
) -> Ballots:
    """Which votes count: one of each present member, the first one recorded.

    `seats` are all seats of the composition, `invited` roles without a seat, `names` what a sentence calls
    each. A vote of somebody absent, unknown or no member, and a second vote of one seat, are each a BREACH of
    their own and are not counted.
    Raises ValueError on a vote that is not for, against or abstain.
    """
    counted = {seat: VOTES[vote] for seat, vote in ballots}
    if len(counted) == len(ballots) and not counted.keys() - present:
        return Ballots(counted, ())
    counted = {}
    refused: list[Verdict] = []
    for seat, vote in ballots:
        if seat in counted:
            why = "duplicate"
        elif seat in present:
            counted[seat] = VOTES[vote]
            continue
        elif seat in seats:
            why = "absent"
        else:
            why = "non_member" if seat in invited else "unknown"
        who, cast, reason = names.get(seat, seat), VOTES[vote].value, REASONS[why]
        refused.append(BALLOT.judge(False, basis, seat=seat, who=who, vote=cast, reason=reason))
    return Ballots(counted, tuple(refused))


def undecided(
    *, established: bool | None, quorum: bool, led: bool | None, cites: tuple[Citation, ...]
) -> Decision:
    """A question before a meeting that cannot decide: no group yet, no quorum, or nobody to preside.

    None stands for what is not known; where nothing else is against the meeting, the verdict is UNKNOWN.
    """
    holds = False if False in (established, quorum, led) else None
    return Decision(None, COMPETENT.judge(holds, *cites, established=established, quorum=quorum, led=led))


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
    votes = {seat: VOTES[vote] for seat, vote in ballots}
    whole = seats
    if threshold.value.of != "members":
        whole, vacant = len(present) if threshold.value.of == "present" else len(votes), 0
    return _decided(votes, len(present), presiding, whole, vacant, threshold, casting, dict(choices))


def _decided(
    votes: Mapping[str, Vote],
    present: int,
    presiding: str,
    whole: int,
    vacant: int,
    threshold: Norm[Threshold],
    casting: Norm[CastingVote],
    choices: Mapping[str, str],
) -> Decision:
    """The decision by the votes of those `present`, where the threshold is a share of the `whole`."""
    cast, vote = [*votes.values()], votes.get(presiding)
    in_favour, against, abstain = cast.count(FOR), cast.count(AGAINST), cast.count(ABSTAIN)
    needed, reading = reaching(in_favour, threshold.value, whole, vacant, choices)
    adopted = in_favour >= needed
    rule, cites = THRESHOLD, [threshold.basis]
    if in_favour == against and casting.value is PRESIDING:
        adopted, reading = _tie(adopted, vote, V1 if in_favour + against == present else V2, choices)
        rule = CASTING
        if casting.basis != threshold.basis:
            cites.append(casting.basis)
    applied = None
    if reading is not None:
        code = reading.code
        applied = reading.apply(
            choices,
            lambda other: (
                _decided(
                    votes, present, presiding, whole, vacant, threshold, casting, {**choices, code: other}
                ).verdict
            ),
        )
    facts: dict[str, Fact] = {
        "in_favour": in_favour,
        "against": against,
        "abstain": abstain,
        "silent": present - len(cast),
        "present": present,
        "needed": needed,
        "casting": vote.text if vote else NOT_CAST,
        "adopted": adopted,
    }
    return Decision(adopted, Verdict(rule.code, HOLDS, rule.text, facts, tuple(cites), applied))


def _tie(
    reached: bool, casting: Vote | None, equality: Reading, choices: Mapping[str, str]
) -> tuple[bool, Reading]:
    """Whether equal votes adopt, and the reading on which it turns."""
    if equality.chosen(choices) == "threshold":
        return reached, equality
    if casting is FOR or casting is AGAINST:
        return casting is FOR, equality
    return reached and V3.chosen(choices) == "threshold", V3
