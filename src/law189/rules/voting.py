"""Голосование (voting): which votes count, whether the threshold is reached, whose vote decides a tie.

«Не менее половины присутствующих» counts everybody present, those who abstain or stay silent too. Where for
and against are equal, the presiding officer's vote decides (readings V1-V3). Kemerovo: п. 5.6 прил. 3; the
district: п. 5.9 прил. 4.

>>> from law189.profile.loader import load_profile
>>> group = load_profile("kemerovo").latest.working_group
>>> ballots = [("chair", "for"), ("deputy", "against"), ("member-1", "for"), ("member-2", "against")]
>>> decision = decide(ballots, {seat for seat, _ in ballots}, "chair", 10, group.adoption, group.casting_vote)
>>> decision.adopted, decision.verdict.reading.code
(True, 'V1')
>>> decide([("chair", "aye")], {"chair"}, "chair", 10, group.adoption, group.casting_vote)
Traceback (most recent call last):
    ...
ValueError: 'aye' is not a valid Vote
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from law189.law import Citation, Norm, Text, Vocabulary
from law189.profile.group import CastingVote, Threshold
from law189.profile.parties import NO_TITLES
from law189.readings import V1, V2, V3, under
from law189.rules import asking
from law189.rules.quorum import NO_CHOICES, members_of, people, reaching
from law189.verdict import Ask, Outcome, Reading, Rule, Verdict

__all__ = ["Ballots", "Decision", "Vote", "count", "decide", "undecided", "unrecorded"]


class Vote(Vocabulary):
    """Голос."""

    FOR = "for", "за", "for"
    AGAINST = "against", "против", "against"
    ABSTAIN = "abstain", "воздержался", "abstain"


FOR, AGAINST, ABSTAIN = Vote

THRESHOLD = Rule(
    "voting.threshold",
    Text(
        "За — {in_favour}, против — {against}, воздержались — {abstain}, не голосовали — "
        "{silent}; присутствуют: {present}; для принятия решения нужно голосов «за»: {needed}. "
        "{adopted:Решение принято|Решение не принято}.",
        "For: {in_favour}, against: {against}, abstain: {abstain}, did not vote: {silent}; "
        "present: {present}; votes for needed to adopt: {needed}. Adopted: {adopted}.",
    ),
)
CASTING = Rule(
    "voting.casting",
    Text(
        "Голоса разделились поровну: за — {in_favour}, против — {against} (воздержались — "
        "{abstain}, не голосовали — {silent}, присутствуют — {present}); порог: {needed}; голос "
        "председательствующего: {casting}. {adopted:Решение принято|Решение не принято}.",
        "The votes are equal: {in_favour} for, {against} against (abstain: {abstain}, did not "
        "vote: {silent}, present: {present}); threshold: {needed}; the presiding officer's vote: "
        "{casting}. Adopted: {adopted}.",
    ),
)
BALLOT = Rule(
    "voting.ballot",
    Text("Голос не засчитан ({who}): {reason}.", "The vote of «{who}» is not counted: {reason}."),
    missed=Outcome.BREACH,
    assumed=Text(
        "Положение не говорит, что делать с лишним голосом; он не считается, решение остаётся в силе.",
        "The regulation does not say what to do with an extra vote; it is not counted, the decision stands.",
    ),
)
COMPETENT = Rule(
    "voting.competent",
    Text(
        "Вопрос решают, когда группа создана, есть кворум и председательствующий; "
        "{established:группа создана|группа не создана|создана ли группа, неизвестно}; "
        "{quorum:кворум имеется|кворума нет|есть ли кворум, неизвестно}; "
        "{led:председательствующий есть|председательствующего нет|есть ли председательствующий, "
        "неизвестно}.",
        "The meeting decides when the group exists, with a quorum and a presiding officer; the "
        "group {established:exists|does not exist|is not known to exist}; {quorum:there is a "
        "quorum|there is no quorum|the quorum is not known}; {led:somebody presides|nobody "
        "presides|who presides is not known}.",
    ),
    unknown=Text(
        "Вправе ли заседание решать вопрос, неизвестно: {established:группа создана|группа не "
        "создана|создана ли группа, неизвестно}; {quorum:кворум имеется|кворума нет|есть ли "
        "кворум, неизвестно}; {led:председательствующий есть|председательствующего нет|есть ли "
        "председательствующий, неизвестно}; нужно: {asks}.",
        "Whether the meeting may decide is not known: the group {established:exists|does not "
        "exist|is not known to exist}; {quorum:there is a quorum|there is no quorum|the quorum "
        "is not known}; {led:somebody presides|nobody presides|who presides is not known}; "
        "needed: {asks}.",
    ),
)
RECORDED = Rule(
    "voting.recorded",
    Text(
        "Голоса по вопросу {recorded:указаны|не указаны}.",
        "The votes on the question are recorded: {recorded}.",
    ),
    unknown=Text(
        "Голоса по вопросу не указаны (присутствуют: {present}); укажите: {asks}.",
        "Not one vote on the question is recorded (present: {present}); give: {asks}.",
    ),
)
NOT_CAST = Text("не подан", "not cast")
REASONS = {
    "absent": Text("на заседании отсутствует", "the seat is not present at the meeting"),
    "duplicate": Text("голос уже подан", "this seat has voted already"),
    "non_member": Text("не является членом рабочей группы", "this is not a member of the group"),
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
    counted: dict[str, Vote] = {}
    refused: list[Verdict] = []
    for seat, cast in ballots:
        vote = _vote(cast)
        if seat in counted:
            why = "duplicate"
        elif seat in present:
            counted[seat] = vote
            continue
        elif seat in seats:
            why = "absent"
        else:
            why = "non_member" if seat in invited else "unknown"
        who, reason = names.get(seat, seat), REASONS[why]
        refused.append(BALLOT.judge(False, basis, seat=seat, who=who, vote=vote.value, reason=reason))
    return Ballots(counted, tuple(refused))


def _vote(cast: str) -> Vote:
    return cast if isinstance(cast, Vote) else Vote(cast)


def undecided(
    *,
    established: bool | None,
    quorum: bool | None,
    led: bool | None,
    cites: tuple[Citation, ...],
    asks: tuple[Ask, ...] = (),
) -> Decision:
    """A question before a meeting that cannot decide: no group yet, no quorum, or nobody to preside.

    None stands for what is not known; where nothing else is against the meeting, the verdict is UNKNOWN, and `asks`
    is what to give.
    """
    holds = False if False in (established, quorum, led) else None
    verdict = COMPETENT.judge(holds, *cites, lacks=asks, established=established, quorum=quorum, led=led)
    return Decision(None, verdict)


def unrecorded(
    present: Collection[str], cites: tuple[Citation, ...], asked_at: str = "event.votes"
) -> Decision:
    """A question on which nobody's vote is recorded: whether it is adopted is UNKNOWN, and votes are asked for."""
    asks = (asking.votes(asked_at),)
    return Decision(None, RECORDED.judge(None, *cites, lacks=asks, recorded=False, present=len(present)))


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

    `ballots` are votes that count (see `count`); `seats` counts all seats, `vacant` those that nobody holds.
    """
    votes = {seat: _vote(cast) for seat, cast in ballots}
    vote, tally = votes.get(presiding), _tally([*votes.values()], len(present))
    whole = partial(_whole, threshold.value, seats, vacant, len(present), len(votes))
    tie = _tie(tally, casting.value)
    rule, bases = (CASTING, (threshold.basis, casting.basis)) if tie else (THRESHOLD, (threshold.basis,))
    cites = tuple(dict.fromkeys(bases))

    def told(choices: Mapping[str, str]) -> Verdict:
        needed = people(threshold.value, whole(choices), choices)
        reached = tally["in_favour"] >= needed
        return rule.judge(
            True,
            *cites,
            **tally,
            needed=needed,
            casting=vote.text if vote else NOT_CAST,
            adopted=_by_casting(reached, vote, tie, choices) if tie else reached,
        )

    if tie:
        verdict = under(choices, told, _deciding(vote, tie, choices), by=None)
    else:
        verdict = reaching(choices, told, threshold.value, whole(choices), vacant, by=_adopted)
    return Decision(_adopted(verdict), verdict)


def _adopted(verdict: Verdict) -> bool:
    return verdict.facts["adopted"] is True


def _tally(cast: Sequence[Vote], present: int) -> dict[str, Any]:
    """How many of those present voted for and against, abstained, and stayed silent."""
    return {
        "in_favour": cast.count(FOR),
        "against": cast.count(AGAINST),
        "abstain": cast.count(ABSTAIN),
        "silent": present - len(cast),
        "present": present,
    }


def _whole(
    threshold: Threshold, seats: int, vacant: int, present: int, cast: int, choices: Mapping[str, str]
) -> int:
    """Of how many people the threshold is a share."""
    if threshold.of == "members":
        return members_of(seats, vacant, choices)
    return present if threshold.of == "present" else cast


def _tie(tally: Mapping[str, int], casting: CastingVote) -> Reading | None:
    """The reading of a tie, by whether everybody took a side; None where no casting vote is asked for."""
    if tally["in_favour"] != tally["against"] or casting is not CastingVote.PRESIDING:
        return None
    return V1 if tally["in_favour"] + tally["against"] == tally["present"] else V2


def _deciding(casting: Vote | None, equality: Reading, choices: Mapping[str, str]) -> Reading:
    """The reading on which equal votes turn: V3 where the casting vote decides and was not given."""
    if equality.chosen(choices) == "threshold" or casting in (FOR, AGAINST):
        return equality
    return V3


def _by_casting(reached: bool, casting: Vote | None, equality: Reading, choices: Mapping[str, str]) -> bool:
    """Whether equal votes adopt."""
    if equality.chosen(choices) == "threshold":
        return reached
    if casting in (FOR, AGAINST):
        return casting is FOR
    return reached and V3.chosen(choices) == "threshold"
