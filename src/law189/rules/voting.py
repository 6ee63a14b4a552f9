"""Голосование (voting): which votes count, whether the threshold is reached, whose vote decides a tie.

«Не менее половины присутствующих» counts everybody present, those who abstain or stay silent too. Where for
and against are equal, the presiding officer's vote decides (readings V1-V3). Kemerovo: п. 5.6 прил. 3; the
district: п. 5.9 прил. 4.

>>> from law189.profile.loader import load_profile
>>> group = load_profile("kemerovo").latest.working_group
>>> ballots = [("chair", "for"), ("deputy", "against"), ("member-1", "for"), ("member-2", "against")]
>>> decide(ballots, {seat for seat, _ in ballots}, "chair", 10, group.adoption, group.casting_vote).adopted
True
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from law189.kinds.asked import asked, made_asked, methods_asked, unasked
from law189.law import Citation, Lang, Law189Error, Norm, Text
from law189.law.signs import shown
from law189.profile.group import LEADER
from law189.profile.parties import NO_TITLES
from law189.profile.regulation import CastingVote
from law189.profile.thresholds import Threshold, Whole
from law189.readings import NO_CHOICES, Chosen, under
from law189.rules.cures import meeting
from law189.rules.quorum import NO_VOTELESS, Voteless, people, reaching, whole_of
from law189.rules.ties import (
    ABSTAIN,
    AGAINST,
    FOR,
    NOT_CAST,
    SECRET,
    Vote,
    by_casting,
    deciding,
    of_equal,
    told_by,
)
from law189.verdict import Outcome, Rule, Verdict

__all__ = ["THRESHOLD", "Ballots", "Decision", "NoVote", "Vote", "count", "decide"]

_reaching, _people = unasked(reaching), unasked(people)
_of_equal, _deciding = unasked(of_equal), unasked(deciding)
_by_casting, _told_by = unasked(by_casting), unasked(told_by)


THRESHOLD = Rule(
    "voting.threshold",
    Text(
        "За — {in_favour}, против — {against}, воздержались — {abstain}, не голосовали — "
        "{silent}; присутствуют: {present}{written:, письменных мнений: …|}; для принятия решения нужно голосов "
        "«за»: {needed}. "
        "{adopted:Решение принято|Решение не принято}.",
        "For: {in_favour}, against: {against}, abstain: {abstain}, did not vote: {silent}; present: "
        "{present}{written:, written opinions: …|}; votes for needed to adopt: {needed}. Adopted: "
        "{adopted:yes|no}.",
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
    cure=meeting.BALLOT,
)
REASONS = {
    "absent": Text("на заседании отсутствует", "the seat is not present at the meeting"),
    "duplicate": Text("голос уже подан", "this seat has voted already"),
    "non_member": Text("не является членом рабочей группы", "this is not a member of the group"),
    "unknown": Text("такого места в составе нет", "the composition has no such seat"),
    "unasked": Text("место не опрошено", "the seat was not polled"),
    "voteless": Text("место не имеет права голоса", "the seat has no vote"),
    "conflict": Text("у него конфликт интересов", "the seat has a conflict of interest"),
}


@made_asked
class Ballots(NamedTuple):
    """The votes that count, by seat, and a verdict on each one that does not."""

    counted: dict[str, Vote]
    refused: tuple[Verdict, ...]


@made_asked
class Decision(NamedTuple):
    """Whether the question is adopted (None where the meeting cannot decide) and why."""

    adopted: bool | None
    verdict: Verdict


@asked
def count(
    ballots: Collection[tuple[str, str]],
    present: Collection[str],
    seats: Collection[str],
    basis: Citation,
    *,
    invited: Collection[str] = (),
    voteless: Collection[str] = (),
    conflicts: Collection[str] = (),
    lent: Collection[str] = (),
    names: Mapping[str, Text] = NO_TITLES,
    absent: str = "absent",
    bases: Mapping[str, Citation] | None = None,
    secret: bool = False,
) -> Ballots:
    """Which votes count: one of each present member, the first one recorded.

    `seats` are all seats of the composition, `voteless` those without a vote, `conflicts` those whose conflict of
    interest keeps them from voting, `lent` those whose allowed proxy does not count: their votes are passed over,
    and that is no BREACH. `invited` are roles without a seat, `names` what a sentence calls each. A vote of
    somebody absent, unknown or no member, and a second vote of one seat, are each a BREACH of their own, not
    counted, and untold if `secret`. `absent` is why a seat has no vote that is not among `present`; `bases` norms
    of single reasons. Raises `NoVote` on a vote that is not for, against or abstain.
    """
    counted: dict[str, Vote] = {}
    refused: list[Verdict] = []
    others = dict.fromkeys(seats, absent) | dict.fromkeys(present, "") | dict.fromkeys(voteless, "voteless")
    barred = set(conflicts) & set(present) - set(voteless)
    for seat, cast in ballots:
        vote = _vote(cast)
        why = others.get(seat, "non_member" if seat in invited else "unknown")
        why = "duplicate" if seat in counted else "conflict" if seat in barred else why
        cite = basis if bases is None else bases.get(why, basis)
        if not why:
            counted[seat] = vote
        elif why != absent or seat not in lent:
            who, reason, told = names.get(seat, seat), REASONS[why], None if secret else vote.value
            refused.append(BALLOT.judge(False, cite, seat=seat, who=who, vote=told, reason=reason))
    return Ballots(counted, tuple(refused))


@methods_asked
class NoVote(Law189Error, ValueError):
    """A vote that is neither for, nor against, nor an abstention."""

    def told(self, lang: Lang) -> str:
        """What was given and which votes there are, in one language."""
        known, said = ", ".join(Vote), shown(str(self.args[0])[:40])
        return f"«{said}» " + (
            f"— не голос; возможны: {known}" if lang == "ru" else f"is no vote; possible: {known}"
        )

    def __str__(self) -> str:
        return self.told("en")


def _vote(cast: str) -> Vote:
    if isinstance(cast, Vote):
        return cast
    if cast not in list(Vote):
        raise NoVote(cast)
    return Vote(cast)


@asked
def decide(
    ballots: Iterable[tuple[str, str]],
    present: Collection[str],
    presiding: str | None,
    seats: int,
    threshold: Norm[Threshold],
    casting: Norm[CastingVote],
    *,
    vacant: int = 0,
    choices: Chosen = NO_CHOICES,
    polled: int | None = None,
    written: int = 0,
    rule: Rule = THRESHOLD,
    voteless: Voteless = NO_VOTELESS,
    secret: bool = False,
    head: Text = LEADER,
) -> Decision:
    """Whether a competent meeting adopts the question. HOLDS either way: a lawful «no» is lawful.

    `ballots` are votes that count (see `count`), `presiding` the seat whose vote decides equal ones, untold if
    `secret`. `seats` counts all voting seats, `vacant` those nobody holds, `voteless` the others (Q4). In a poll
    `present` are those who answered, of the `polled`; `written` counts those written by absent seats; `head` leads.
    """
    vote = (votes := {seat: _vote(cast) for seat, cast in ballots}).get(presiding or "")
    tally = _tally([*votes.values()], len(present), written, casting=_said(vote, secret))
    whole = partial(_whole, (share := threshold.value).of, seats, vacant, tally, polled, voteless)
    rule, told_of = _told_by(rule, equality := _of_equal(tally, casting.value), casting.value, polled, head)

    def told(choices: Mapping[str, str]) -> Verdict:
        needed = _people(share, whole(choices), choices)
        reached = tally["in_favour"] >= needed
        adopted = _by_casting(reached, vote, equality, choices) if equality else reached
        telling, more = (rule, {}) if equality else voteless.told_by(rule, share.of, choices)
        facts = {**tally, **told_of, **more, "needed": needed, "adopted": adopted}
        return telling.judge(True, *_norms(tally, threshold, casting), **facts)

    if equality:
        return _decided(under(choices, told, _deciding(vote, equality, choices), by=None))
    return _decided(_reaching(choices, told, share, whole(choices), vacant, by=_adopted, voteless=voteless))


def _said(vote: Vote | None, secret: bool) -> Text:
    """What is told of the casting vote."""
    return SECRET if secret else NOT_CAST if vote is None else vote.text


def _decided(verdict: Verdict) -> Decision:
    return Decision(_adopted(verdict), verdict)


def _norms(
    tally: Mapping[str, int], threshold: Norm[Threshold], casting: Norm[CastingVote]
) -> tuple[Citation, ...]:
    """Where the norms stand that decide: of equal votes also whose vote decides, or that nobody's does."""
    equal = tally["in_favour"] == tally["against"]
    return tuple(dict.fromkeys((threshold.basis, casting.basis) if equal else (threshold.basis,)))


def _adopted(verdict: Verdict) -> bool:
    return verdict.facts["adopted"] is True


def _tally(cast: Sequence[Vote], present: int, written: int, **more: Any) -> dict[str, Any]:
    """How many voted for and against and abstained, and how many of those present stayed silent."""
    return {
        "in_favour": cast.count(FOR),
        "against": cast.count(AGAINST),
        "abstain": cast.count(ABSTAIN),
        "silent": present - len(cast) + written,
        "present": present,
        "written": written or None,
        **more,
    }


def _whole(
    of: Whole,
    seats: int,
    vacant: int,
    tally: Mapping[str, int],
    polled: int | None,
    voteless: Voteless,
    choices: Mapping[str, str],
) -> int:
    """Of how many people, seats or votes the threshold is a share."""
    match of:
        case Whole.PRESENT | Whole.ANSWERED:
            return int(tally["present"])
        case Whole.POLLED:
            return polled or 0
        case Whole.VOTES:
            return tally["in_favour"] + tally["against"] + tally["abstain"]
        case Whole.FOR_AND_AGAINST:
            return tally["in_favour"] + tally["against"]
    return whole_of(of, seats, vacant, choices, voteless)
