"""Вопрос заочного голосования (poll items): which answers count, and what they decide.

>>> from law189.profile.loader import load_profile
>>> poll = Poll(load_profile("kemerovo").latest.working_group, None)
>>> poll_item(poll, "Plan", "plan-measures", [("chair", "for")]).adopted is None
True
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

from law189.kinds.asked import asked
from law189.law import Norm, Text
from law189.profile.regulation import Ballot, CastingVote
from law189.readings import V1, V2
from law189.rules import voting
from law189.rules.group import agenda
from law189.rules.group.competence import refusing, turning
from law189.rules.group.conflicts import conflicts_told
from law189.rules.group.proxies import opinions_told
from law189.rules.group.sitting import NO_PROXIES
from law189.rules.group.subgroups import prepared
from law189.rules.votes.casting import nobody_decides
from law189.rules.votes.items import CASTINGS, ITEM, ballot_told
from law189.rules.votes.polls import Poll, governing
from law189.rules.votes.supposed import NO_VOTE, either_way
from law189.rules.voting import Ballots, Decision, Vote
from law189.verdict import Outcome, Rule, Verdict, bundle

__all__ = ["not_answers", "poll_cast", "poll_item"]

THRESHOLD = Rule(
    "polls.threshold",
    Text(
        "За — {in_favour}, против — {against}, воздержались — {abstain}; ответили: {present}, опрошены: {polled}; "
        "для принятия решения нужно голосов «за»: {needed}. {adopted:Решение принято|Решение не принято}.",
        "For: {in_favour}, against: {against}, abstain: {abstain}; answered: {present}, polled: {polled}; "
        "votes for needed to adopt: {needed}. Adopted: {adopted:yes|no}.",
    ),
)


@asked
def poll_item(
    poll: Poll,
    question: str,
    kind: str | None,
    ballots: Collection[tuple[str, str]],
    *,
    opinions: Mapping[str, str] = NO_PROXIES,
    conflicts: Collection[str] = (),
    ballot: Ballot | None = None,
    kind_at: str = "event.question_kind",
    ballot_at: str = "event.ballot",
) -> Decision:
    """How the poll decides one question; `ballots` are the answer sheets. Written opinions are none of a poll."""
    group, conflict = poll.group, poll.lacking("conflict_of_interest") if conflicts else None
    barring = [conflicts] if conflict is None else [conflicts, ()]
    castings: Sequence[CastingVote] = poll.ways("casting_vote", recorded=True, every=CASTINGS)
    found = [[_decide(poll, ballots, barred, casting, ballot) for casting in castings] for barred in barring]
    decision = _alike(found, conflict, poll.lacking("casting_vote"))
    permission, basis = poll.value("opinions"), group.basis("opinions")
    told = opinions_told(
        opinions, poll.polled, (), poll.members, permission, basis, group.names, secret=poll.secret(ballot)
    )
    beside: list[Verdict] = [
        *told,
        *(() if conflict is None else (conflict,)),
        *conflicts_told(poll, conflicts, poll.polled, ballots, counted=False),
        *ballot_told(poll, ballot, ballot_at),
        *prepared(poll),
    ]
    verdict = bundle(
        ITEM,
        decision.verdict,
        *_counted(poll, ballots, barring[-1], ballot).refused,
        *beside,
        agenda.within(kind, group, asked_at=kind_at),
        question=question,
        adopted=decision.adopted,
    )
    return Decision(decision.adopted, verdict)


@asked
def poll_cast(
    poll: Poll, ballots: Collection[tuple[str, str]], conflicts: Collection[str] = ()
) -> tuple[Mapping[str, Vote], frozenset[str]]:
    """The answers that count by seat, and the seats that answered; a conflict of interest keeps from voting."""
    return _counted(poll, ballots, conflicts).counted, poll.answers(ballots)


@asked
def not_answers(poll: Poll, answered: Iterable[str]) -> tuple[Verdict, ...]:
    """A BREACH for each entry of those who answered that is no seat polled, or stands a second time."""
    return _counted(poll, [(seat, Vote.ABSTAIN) for seat in answered], (), Ballot.SECRET).refused


def _alike(found: list[list[Decision]], conflict: Verdict | None, casting: Verdict | None) -> Decision:
    """What is decided under every norm that there could be, or the norms on which it turns."""
    first = found[0][0]
    across = [[one.adopted for one in row] for row in found]
    if all(adopted is first.adopted for row in across for adopted in row):
        recounted = any(row[0].verdict.facts != first.verdict.facts for row in found)
        return (
            first if conflict is None else either_way(first, (NO_VOTE,) if recounted else (), *conflict.cites)
        )
    silent = [casting] if any(len(set(row)) > 1 for row in across) else []
    silent += [conflict] if any(row != across[0] for row in across) else []
    return turning([verdict for verdict in silent if verdict is not None])


def _counted(
    poll: Poll, ballots: Collection[tuple[str, str]], barred: Collection[str], ballot: Ballot | None = None
) -> Ballots:
    """The answers that count, and a verdict on each one that does not."""
    group = poll.group
    return voting.count(
        ballots,
        poll.polled,
        group.by_id,
        group.basis(governing(group, "adoption")),
        invited=poll.invited,
        voteless=group.voteless,
        conflicts=barred,
        names=group.names,
        absent="unasked",
        bases=refusing(group),
        secret=poll.secret(ballot),
    )


def _against(poll: Poll, *conditions: Verdict | None) -> list[Verdict]:
    """What stands against deciding: that polls are not allowed, else what is void, else all that is not known."""
    found = [one for one in conditions if one is not None and one.outcome is not Outcome.HOLDS]
    if poll.allowed.outcome is not Outcome.HOLDS:
        return [poll.allowed]
    return [one for one in found if one.outcome is Outcome.VOID][:1] or found


def _by_vote(decided: Verdict, choices: Mapping[str, str]) -> bool:
    """Whether the votes are equal, and one of them decides by the reading of the tie and not the threshold."""
    facts = decided.facts
    if "whose" not in facts:
        return False
    sided = sum(one for one in (facts["in_favour"], facts["against"]) if isinstance(one, int))
    return (V1 if sided == facts["present"] else V2).chosen(choices) != "threshold"


def _decide(
    poll: Poll,
    ballots: Collection[tuple[str, str]],
    barred: Collection[str],
    casting: CastingVote,
    ballot: Ballot | None,
) -> Decision:
    """What the answers that count decide; nothing where the poll may not decide."""
    answered, exists, group = poll.answers(ballots), poll.established, poll.group
    held = poll.quorum_of(len(answered))
    norm, parts = poll.own("adoption")
    against = _against(poll, held, exists, poll.unsaid("adoption") if norm is None else None)
    if against or norm is None:
        return Decision(None, against[0]) if len(against) == 1 else turning(against)
    stated = poll.said("casting_vote")
    said = stated or Norm[CastingVote](value=casting, basis=norm.basis)
    decision = voting.decide(
        _counted(poll, ballots, barred).counted.items(),
        answered,
        poll.whose(casting, answered),
        len(group.voting),
        norm,
        said,
        vacant=poll.vacant,
        choices=poll.choices,
        polled=len(poll.polled),
        rule=THRESHOLD,
        voteless=poll.voteless,
        secret=poll.secret(ballot),
        head=group.head,
    )
    silent = nobody_decides(decision.verdict, group, stated, poll.choices)
    if silent is not None:
        return Decision(None, silent)
    if _by_vote(decision.verdict, poll.choices):
        parts = (*parts, *poll.casts(said.value))
    return Decision(decision.adopted, decision.verdict.joined(*parts) if parts else decision.verdict)
