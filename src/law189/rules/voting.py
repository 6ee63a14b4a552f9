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

from law189.kinds.asked import asked, methods_asked, unasked
from law189.law import Citation, Lang, Law189Error, Norm, Text, Vocabulary
from law189.law.signs import shown
from law189.profile.parties import NO_TITLES
from law189.profile.regulation import CastingVote
from law189.profile.thresholds import Threshold, Whole
from law189.readings import V1, V2, V3, under
from law189.rules.cures import meeting
from law189.rules.quorum import NO_CHOICES, people, reaching, whole_of
from law189.verdict import Outcome, Reading, Rule, Verdict

__all__ = ["THRESHOLD", "Ballots", "Decision", "NoVote", "Vote", "count", "decide"]

_reaching, _people = unasked(reaching), unasked(people)


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
        "{silent}; присутствуют: {present}{written:, письменных мнений: …|}; для принятия решения нужно голосов "
        "«за»: {needed}. "
        "{adopted:Решение принято|Решение не принято}.",
        "For: {in_favour}, against: {against}, abstain: {abstain}, did not vote: {silent}; "
        "present: {present}{written:, written opinions: …|}; votes for needed to adopt: {needed}. Adopted: "
        "{adopted}.",
    ),
)
CASTING = Rule(
    "voting.casting",
    Text(
        "Голоса разделились поровну: за — {in_favour}, против — {against} (воздержались — "
        "{abstain}, не голосовали — {silent}, присутствуют — {present}{written:, письменных мнений — …|}); порог: "
        "{needed}; голос "
        "председательствующего: {casting}. {adopted:Решение принято|Решение не принято}.",
        "The votes are equal: {in_favour} for, {against} against (abstain: {abstain}, did not "
        "vote: {silent}, present: {present}{written:, written opinions: …|}); threshold: {needed}; the presiding "
        "officer's vote: "
        "{casting}. Adopted: {adopted}.",
    ),
)
CASTING_OF = Rule(
    "voting.casting_of",
    Text(
        "Голоса разделились поровну: за — {in_favour}, против — {against} (воздержались — "
        "{abstain}, не голосовали — {silent}, участвуют — {present}{written:, письменных мнений — …|}); порог: "
        "{needed}; решает голос: "
        "{whose}; этот голос: {casting}. {adopted:Решение принято|Решение не принято}.",
        "The votes are equal: {in_favour} for, {against} against (abstain: {abstain}, did not "
        "vote: {silent}, taking part: {present}{written:, written opinions: …|}); threshold: {needed}; the vote "
        "that decides: {whose}; that "
        "vote: {casting}. Adopted: {adopted}.",
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
NOT_CAST = Text("не подан", "not cast")
WHOSE = {
    CastingVote.PRESIDING: Text("председатель", "the chair"),
    CastingVote.CHAIR: Text("председатель", "the chair"),
    CastingVote.DEPUTY: Text("заместитель председателя", "the deputy"),
}
"""Whose vote decides where nobody need preside; in a poll nobody does, and the chair's vote decides."""
REASONS = {
    "absent": Text("на заседании отсутствует", "the seat is not present at the meeting"),
    "duplicate": Text("голос уже подан", "this seat has voted already"),
    "non_member": Text("не является членом рабочей группы", "this is not a member of the group"),
    "unknown": Text("такого места в составе нет", "the composition has no such seat"),
    "unasked": Text("место не опрошено", "the seat was not polled"),
    "voteless": Text("место не имеет права голоса", "the seat has no vote"),
    "conflict": Text("у него конфликт интересов", "the seat has a conflict of interest"),
}


class Ballots(NamedTuple):
    """The votes that count, by seat, and a verdict on each one that does not."""

    counted: dict[str, Vote]
    refused: tuple[Verdict, ...]


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
) -> Ballots:
    """Which votes count: one of each present member, the first one recorded.

    `seats` are all seats of the composition, `voteless` those without a vote, `conflicts` those whose conflict of
    interest keeps them from voting, `lent` those whose allowed proxy does not count: their votes are passed over,
    and that is no BREACH. `invited` are roles without a seat, `names` what a sentence calls each. A vote of
    somebody absent, unknown or no member, and a second vote of one seat, are each a BREACH of their own and are
    not counted. `absent` is why a seat has no vote that is not among `present`; `bases` norms of single reasons.
    Raises `NoVote` on a vote that is not for, against or abstain.
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
            who, reason = names.get(seat, seat), REASONS[why]
            refused.append(BALLOT.judge(False, cite, seat=seat, who=who, vote=vote.value, reason=reason))
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
    choices: Mapping[str, str] = NO_CHOICES,
    polled: int | None = None,
    written: int = 0,
    rule: Rule = THRESHOLD,
) -> Decision:
    """Whether a competent meeting adopts the question. HOLDS either way: a lawful «no» is lawful.

    `ballots` are votes that count (see `count`), `presiding` the seat whose vote decides equal votes, None where it
    does not take part. `seats` counts all voting seats, `vacant` those that nobody holds. In a poll `present` are
    those who answered, `polled` counts those who were asked; `written` counts the votes in writing of absent seats.
    """
    votes = {seat: _vote(cast) for seat, cast in ballots}
    cast = NOT_CAST if (vote := votes.get(presiding or "")) is None else vote.text
    tally = _tally([*votes.values()], len(present), written)
    whole = partial(_whole, threshold.value.of, seats, vacant, tally, polled)
    tie = _tie(tally, casting.value)
    equal = (
        tally["in_favour"] == tally["against"]
    )  # whose vote decides then, or that nobody's does, is a norm
    cites = tuple(dict.fromkeys((threshold.basis, casting.basis) if equal else (threshold.basis,)))
    rule, told_of = _said(rule, tie, casting.value, polled)

    def told(choices: Mapping[str, str]) -> Verdict:
        needed = _people(threshold.value, whole(choices), choices)
        reached = tally["in_favour"] >= needed
        adopted = _by_casting(reached, vote, tie, choices) if tie else reached
        return rule.judge(True, *cites, **tally, **told_of, needed=needed, casting=cast, adopted=adopted)

    if tie:
        verdict = under(choices, told, _deciding(vote, tie, choices), by=None)
    else:
        verdict = _reaching(choices, told, threshold.value, whole(choices), vacant, by=_adopted)
    return Decision(_adopted(verdict), verdict)


def _said(
    rule: Rule, tie: Reading | None, casting: CastingVote, polled: int | None
) -> tuple[Rule, dict[str, Any]]:
    """The rule that says the decision, and what it says besides the votes."""
    asked = {} if polled is None else {"polled": polled}
    if tie is None:
        return rule, asked
    if casting is CastingVote.PRESIDING and polled is None:
        return CASTING, asked
    return CASTING_OF, {**asked, "whose": WHOSE[casting]}


def _adopted(verdict: Verdict) -> bool:
    return verdict.facts["adopted"] is True


def _tally(cast: Sequence[Vote], present: int, written: int) -> dict[str, Any]:
    """How many voted for and against and abstained, and how many of those present stayed silent."""
    return {
        "in_favour": cast.count(FOR),
        "against": cast.count(AGAINST),
        "abstain": cast.count(ABSTAIN),
        "silent": present - len(cast) + written,
        "present": present,
        "written": written or None,
    }


def _whole(
    of: Whole,
    seats: int,
    vacant: int,
    tally: Mapping[str, int],
    polled: int | None,
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
    return whole_of(of, seats, vacant, choices)


def _tie(tally: Mapping[str, int], casting: CastingVote) -> Reading | None:
    """The reading of a tie, by whether everybody took a side; None where no casting vote is asked for."""
    if tally["in_favour"] != tally["against"] or casting is CastingVote.NOBODY:
        return None
    everybody = tally["present"] + (tally["written"] or 0)
    return V1 if tally["in_favour"] + tally["against"] == everybody else V2


def _deciding(casting: Vote | None, equality: Reading, choices: Mapping[str, str]) -> Reading:
    """The reading on which equal votes turn: V3 where the casting vote decides and was not given."""
    decided = equality.chosen(choices) == "threshold" or casting in (FOR, AGAINST)
    return equality if decided else V3


def _by_casting(reached: bool, casting: Vote | None, equality: Reading, choices: Mapping[str, str]) -> bool:
    """Whether equal votes adopt."""
    if equality.chosen(choices) == "threshold":
        return reached
    if casting in (FOR, AGAINST):
        return casting is FOR
    return reached and V3.chosen(choices) == "threshold"
