"""Вопрос заседания (items): which votes on one question count, and what they decide.

Where the regulation is silent on a norm that matters, the question is decided under every value that the norm could
have: what they share is the answer, and where they differ it is UNKNOWN.

>>> from law189.profile.loader import load_profile
>>> from law189.rules.group.sitting import Sitting
>>> held = Sitting(load_profile("kemerovo").latest.working_group, ["chair", "deputy", "member-1", "member-2"])
>>> item(held, "Plan", "plan-measures", [("chair", "for")]).adopted is None
True
"""

from collections.abc import Collection, Iterator, Mapping
from itertools import product
from typing import NamedTuple

from law189.kinds.asked import asked, made_asked, unasked
from law189.law import Norm, Text
from law189.profile.regulation import Ballot, CastingVote, Permission
from law189.rules import asking, ties, voting
from law189.rules.cures import meeting
from law189.rules.group import agenda
from law189.rules.group.competence import refusing, turning, undecided, unrecorded
from law189.rules.group.conflicts import conflicts_told
from law189.rules.group.elected import elected_decides
from law189.rules.group.proxies import opinions_told, voiced
from law189.rules.group.sitting import NO_PROXIES, Sitting
from law189.rules.group.subgroups import prepared
from law189.rules.votes.casting import absent_decides, nobody_decides
from law189.rules.votes.supposed import Supposed, either_way
from law189.rules.voting import Ballots, Decision, Vote
from law189.verdict import Outcome, Rule, Verdict, bundle

__all__ = ["CASTINGS", "ITEM", "Question", "Supposed", "ballot_told", "cast", "decided", "item"]

_count_votes, _vote, _prepared = unasked(voting.count), unasked(voting.decide), unasked(prepared)

ITEM = Rule("sitting.item", Text("Вопрос: {question}", "Question: {question}"))
BALLOT = Rule(
    "voting.kind_of_ballot",
    Text(
        "Голосование по положению — {needed}; проведено — {held}.",
        "Under the regulation votes are cast {needed}; they were cast {held}.",
    ),
    missed=Outcome.BREACH,
    unknown=Text(
        "Голосование по положению — {needed}; как оно проведено, не указано; укажите: {asks}.",
        "Under the regulation votes are cast {needed}; how they were cast is not recorded; give: {asks}.",
    ),
    assumed=Text(
        "Положение не лишает силы решение, принятое голосованием другого вида.",
        "The regulation does not take the effect of a decision taken by another kind of ballot.",
    ),
    cure=meeting.KIND_OF_BALLOT,
)


@made_asked
class Question(NamedTuple):
    """Вопрос, как его записали: the votes in order, written opinions, conflicts of interest, how it was voted.

    `ballot_at` and `votes_at` are the paths by which these are asked for where not recorded.
    """

    votes: Collection[tuple[str, str]]
    opinions: Mapping[str, str] = NO_PROXIES
    conflicts: Collection[str] = ()
    ballot: Ballot | None = None
    ballot_at: str = "event.ballot"
    votes_at: str = "event.votes"


DIMENSIONS = ("proxies", "opinions", "conflict_of_interest", "casting_vote")
UNCOUNTED_OR_NOT = (Permission.FORBIDDEN, Permission.COUNTED)
CASTINGS = (CastingVote.NOBODY, CastingVote.PRESIDING, CastingVote.CHAIR, CastingVote.DEPUTY)


@asked
def item(
    held: Sitting,
    question: str,
    kind: str | None,
    ballots: Collection[tuple[str, str]],
    *,
    opinions: Mapping[str, str] = NO_PROXIES,
    conflicts: Collection[str] = (),
    ballot: Ballot | None = None,
    kind_at: str = "event.question_kind",
    votes_at: str = "event.votes",
    ballot_at: str = "event.ballot",
) -> Decision:
    """How the sitting decides one question; `kind` None where it was not recorded.

    The verdict bundles the decision, a part for each vote, opinion or conflict that is amiss, and whether the
    question is the group's. `kind_at`, `votes_at` and `ballot_at` are the paths of what is not recorded.
    """
    asked, group = Question(ballots, opinions, conflicts, ballot, ballot_at, votes_at), held.group
    ways = [(way, held.present | held.proxied(way.proxies)) for way in _ways(held, asked)]
    counts = [_counted(held, asked, way, there) for way, there in ways]
    pairs = zip(ways, counts, strict=True)
    found = [(way, _decide(held, asked, way, there, votes)) for (way, there), votes in pairs]
    decision, (milder, _), counted = decided(found, held), ways[-1], counts[-1]
    verdict = bundle(
        ITEM,
        decision.verdict,
        *counted.refused,
        *_beside(held, asked, ways[0][0].proxies, milder.conflict),
        agenda.within(kind, group, asked_at=kind_at),
        question=question,
        adopted=decision.adopted,
    )
    return Decision(decision.adopted, verdict)


@asked
def cast(held: Sitting, asked: Question) -> tuple[Mapping[str, Vote], frozenset[str]]:
    """The votes that count by seat, written opinions among them, and the seats that take part.

    Where the regulation is silent of proxies or opinions none counts, and a conflict of interest keeps from voting.
    """
    way = next(_ways(held, asked))
    there = held.present | held.proxied(way.proxies)
    voices = {seat: Vote(vote) for seat, vote in _voices(held, asked, way, there).items()}
    voiced_in = {seat: vote for seat, vote in voices.items() if seat not in asked.conflicts}
    return {**_counted(held, asked, way, there).counted, **voiced_in}, there | voiced_in.keys()


def _ways(held: Sitting, asked: Question) -> Iterator[Supposed]:
    """All that the norms could say: one way where they say everything that matters."""
    unsaid = asked.conflicts and held.said("conflict_of_interest") is None
    yield from map(
        Supposed._make,
        product(
            held.proxy_ways,
            held.ways("opinions", asked.opinions, UNCOUNTED_OR_NOT),
            (True, False) if unsaid else (True,),
            held.ways("casting_vote", recorded=True, every=CASTINGS),
        ),
    )


@asked
def decided(found: list[tuple[Supposed, Decision]], held: Sitting) -> Decision:
    """What every way decides alike; where they differ, UNKNOWN with the silent norms on which it turns."""
    supposed, first = found[0]
    if len(found) == 1:
        return first
    if all(_same(decision, first) for _, decision in found):
        told = [words for at, words in enumerate(supposed.words) if _recounted(found, at)]
        return either_way(first, told, held.group.silence)
    silent = [
        held.lacking(name)
        for place, name in enumerate(DIMENSIONS)
        if any(
            not _same(one, other) and _but(place, way) == _but(place, another)
            for way, one in found
            for another, other in found
        )
    ]
    return turning([verdict for verdict in (*silent, held.lacking("adoption")) if verdict is not None])


def _recounted(found: list[tuple[Supposed, Decision]], place: int) -> bool:
    """Whether another value of that norm alone counts the votes of the first way otherwise."""
    way, first = found[0]
    others = [one for other, one in found if _but(place, other) == _but(place, way)]
    return any(one.verdict.facts != first.verdict.facts for one in others)


def _same(one: Decision, other: Decision) -> bool:
    return one.adopted is other.adopted and one.verdict.outcome is other.verdict.outcome


def _but(place: int, way: Supposed) -> tuple[object, ...]:
    return (*way[:place], *way[place + 1 :])


def _counted(held: Sitting, asked: Question, way: Supposed, there: frozenset[str]) -> Ballots:
    """The votes that count of those who are `there`, in person or by proxy, and a verdict on each that does not."""
    group = held.group
    return _count_votes(
        asked.votes,
        there,
        group.by_id,
        group.basis("adoption"),
        invited=held.invited,
        lent=held.lent(way.proxies),
        voteless=group.voteless,
        conflicts=asked.conflicts if way.conflict else (),
        names=group.names,
        bases=refusing(group),
        secret=held.secret(asked.ballot),
    )


def _voices(held: Sitting, asked: Question, way: Supposed, there: frozenset[str]) -> dict[str, str]:
    """The written opinions that are votes, those that a conflict of interest keeps from counting too."""
    return voiced(asked.opinions, there, held.members) if way.opinions is Permission.COUNTED else {}


def _beside(held: Sitting, asked: Question, proxies: Permission, conflict: bool) -> Iterator[Verdict]:
    """What else is to say of the question: its opinions, its conflicts of interest, the kind of its ballot.

    `proxies` and `conflict` are the milder of what the norms say or could say.
    """
    group = held.group
    silent: list[Verdict | None] = []
    if asked.opinions:
        permission, basis = held.value("opinions"), group.basis("opinions")
        barred, secret = asked.conflicts if conflict else (), held.secret(asked.ballot)
        there = (held.present, held.proxied(proxies), held.members)
        told = (permission, basis, group.names)
        yield from opinions_told(asked.opinions, *there, *told, barred=barred, secret=secret)
        silent.append(held.lacking("opinions"))
    if asked.conflicts:
        silent.append(held.lacking("conflict_of_interest"))
        yield from conflicts_told(held, asked.conflicts, held.present | held.proxied(proxies), asked.votes)
    yield from (one for one in silent if one is not None)
    yield from ballot_told(held, asked.ballot, asked.ballot_at)
    yield from _prepared(held)


@asked
def ballot_told(held: Sitting, ballot: Ballot | None, asked_at: str = "event.ballot") -> Iterator[Verdict]:
    """Whether votes were cast openly or secretly as the regulation says; nothing where it does not say.

    UNKNOWN where how they were cast is not recorded; `asked_at` is the path by which it is asked for.
    """
    norm = held.said("ballot")
    if norm is not None:
        holds = None if ballot is None else ballot is norm.value
        told = None if ballot is None else ballot.text
        asks = (asking.ballot(asked_at),)
        yield BALLOT.judge(holds, norm.basis, lacks=asks, needed=norm.value.text, held=told)


def _decide(
    held: Sitting, asked: Question, way: Supposed, there: frozenset[str], counted: Ballots
) -> Decision:
    """What the votes that count decide; nothing where it may not decide, or none is recorded of who may vote."""
    exists, adoption = held.established, held.said("adoption")
    if held.seat is None or not held.reaches(way.proxies) or not (exists is None or _fine(exists)):
        return _incompetent(held, held.quorum_by(way.proxies))
    if adoption is None:
        return Decision(None, held.unsaid("adoption"))
    barred = asked.conflicts if way.conflict else ()
    voices = _voices(held, asked, way, there)
    written = {seat: vote for seat, vote in voices.items() if seat not in barred}
    cast = bool(asked.votes or voices)
    if not counted.counted and not written and (there.difference(barred) or not cast):  # else nobody may vote
        return unrecorded(there, (adoption.basis,), asked.votes_at, uncounted=cast)
    said, votes = held.said("casting_vote"), counted.counted | written
    decision = _vote(
        votes.items(),
        there,
        held.casting_seat(way.casting, votes),
        len(held.group.voting),
        adoption,
        said or Norm[CastingVote](value=way.casting, basis=adoption.basis),
        vacant=held.vacant,
        choices=held.choices,
        written=len(written),
        voteless=held.voteless,
        secret=held.secret(asked.ballot),
        head=held.group.head,
    )
    silent = nobody_decides(decision.verdict, held.group, said, held.choices, presiding=held.seat)
    if silent is not None:
        return Decision(None, silent)
    told = absent_decides(decision.verdict, held, way.casting, votes)
    told = elected_decides(held) if decision.verdict.rule == ties.CASTING.code else told
    return decision if told is None else decision._replace(verdict=decision.verdict.joined(told))


def _incompetent(held: Sitting, quorum: Verdict) -> Decision:
    """That the sitting may not decide the question, and what would have to be given where it is not known."""
    group, led, exists = held.group, held.presiding, held.established
    before = (exists, quorum, led, held.lacking("adoption"))
    against = (
        *(() if exists is None or _fine(exists) else exists.cites),
        *(() if _fine(quorum) else (group.basis("quorum"),)),
        *(() if _fine(led) else (group.basis("presiding"),)),
    )
    return undecided(
        quorum=_known(quorum),
        led=_known(led),
        established=exists is None or _known(exists),
        cites=tuple(dict.fromkeys(against)),
        asks=tuple(dict.fromkeys(ask for verdict in before if verdict is not None for ask in verdict.asks)),
    )


def _fine(verdict: Verdict) -> bool:
    return verdict.outcome is Outcome.HOLDS


def _known(verdict: Verdict) -> bool | None:
    """Yes or no, or None where the verdict itself does not know."""
    return None if verdict.outcome is Outcome.UNKNOWN else verdict.outcome is Outcome.HOLDS
