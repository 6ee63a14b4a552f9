"""Чей голос решает при равенстве (casting): whether anybody can give the vote that decides a tie, and from where.

The regulation names whose vote decides; a subgroup or a poll may have nobody of that role with a vote. Such a vote
is not one that was not given (reading V3): nobody can give it, and what decides then the regulation does not say.
Whoever has it may be absent and vote by proxy or in writing: where the regulation counts such a vote, it decides.

>>> from law189.profile.loader import load_profile
>>> group = load_profile("kemerovo").latest.working_group
>>> can_decide(group, CastingVote.CHAIR, None), can_decide(group, CastingVote.PRESIDING, "deputy-9")
(True, False)
"""

from collections.abc import Mapping

from law189.kinds.asked import asked
from law189.law import Norm, Text
from law189.profile.group import WorkingGroup
from law189.profile.parties import headed_as
from law189.profile.regulation import CastingVote
from law189.readings import Chosen
from law189.rules import asking
from law189.rules.group.regulation import title_of
from law189.rules.group.sitting import Sitting
from law189.rules.ties import CASTING, CASTING_OF, WHOSE, Vote, of_equal
from law189.verdict import Rule, Verdict

__all__ = ["absent_decides", "can_decide", "nobody_decides"]

NOBODY = Rule(
    "voting.nobody_decides",
    Text(
        "Голоса разделились поровну: за — {in_favour}, против — {against}; решает голос: {whose}; в составе есть "
        "такое место с правом голоса: {there:да|нет}.",
        "The votes are equal: {in_favour} for, {against} against; the vote that decides: {whose}; the composition "
        "has such a seat with a vote: {there:yes|no}.",
    ),
    unknown=Text(
        "Голоса разделились поровну: за — {in_favour}, против — {against}; решает голос: {whose}, а места с такой "
        "ролью и правом голоса в составе нет; нужно: {asks}.",
        "The votes are equal: {in_favour} for, {against} against; the vote that decides: {whose}, and the "
        "composition has no seat with that role and a vote; needed: {asks}.",
    ),
    assumed=Text(
        "Голос, который некому подать, не решает, и что решает вместо него, положение не говорит.",
        "A vote that nobody can give decides nothing, and what decides instead the regulation does not say.",
    ),
)

ABSENT = Rule(
    "voting.absent_decides",
    Text(
        "При равенстве голосов решает голос отсутствующего ({who}): он засчитан, поэтому принят за поданный.",
        "The vote that decides equal votes is of whoever is absent ({who}): it counts, and is taken as cast.",
    ),
    assumed=Text(
        "О решающем голосе того, кто отсутствует и голосует письменно или по доверенности, положение молчит; "
        "принято, что голос, который оно считает, решает и при равенстве.",
        "Of a casting vote of whoever is absent and votes in writing or by proxy the regulation is silent; it is "
        "taken that a vote which it counts decides equal votes too.",
    ),
)
PRESIDING = Text("председательствующий", "the presiding officer")


@asked
def can_decide(group: WorkingGroup, casting: CastingVote, presiding: str | None) -> bool:
    """Whether a seat with a vote is the one that decides; `presiding` is the seat that leads, None in a poll."""
    if casting is CastingVote.PRESIDING and presiding is not None:
        return presiding in group.voting
    role = "chair" if casting is CastingVote.PRESIDING else casting.value
    return any(seat.role == role and seat.votes for seat in group.seats)


@asked
def nobody_decides(
    decided: Verdict,
    group: WorkingGroup,
    said: Norm[CastingVote] | None,
    choices: Chosen,
    *,
    presiding: str | None = None,
) -> Verdict | None:
    """UNKNOWN where equal votes turn on a vote that nobody can give; None where that is not so, or nothing is said.

    `decided` is what the votes decide. By the reading under which the threshold decides nobody's vote is asked.
    """
    tie = decided.rule in (CASTING.code, CASTING_OF.code)
    if said is None or not tie or can_decide(group, casting := said.value, presiding):
        return None
    many = _many(decided)
    if not _by_vote(many, casting, choices):
        return None
    lacks = (asking.unsaid("working_group.casting_vote", title_of("casting_vote")),)
    named = presiding is None or casting is not CastingVote.PRESIDING
    whose = headed_as(WHOSE[casting], group.head) if named else PRESIDING
    return NOBODY.judge(
        None,
        said.basis,
        lacks=lacks,
        there=False,
        in_favour=many["in_favour"],
        against=many["against"],
        whose=whose,
    )


@asked
def absent_decides(
    decided: Verdict, held: Sitting, casting: CastingVote, votes: Mapping[str, str]
) -> Verdict | None:
    """That the vote that decides equal votes is of an absent seat, an assumption; None where that is not so.

    `votes` are those that count, `decided` is what they decide.
    """
    who = held.casting_seat(casting, votes)
    absent = decided.rule == CASTING_OF.code and who is not None and who not in held.present
    if not absent or votes.get(who or "") not in (Vote.FOR, Vote.AGAINST):
        return None
    if not _by_vote(_many(decided), casting, held.choices):
        return None
    names, basis = held.group.names, held.group.basis("casting_vote")
    return ABSENT.judge(True, basis, seat=who, who=names.get(who or "", who))


def _many(decided: Verdict) -> dict[str, int]:
    """How many voted for and against, were present and wrote, as the decision tells."""
    told = {key: decided.facts.get(key) for key in ("in_favour", "against", "present", "written")}
    return {key: value if isinstance(value, int) else 0 for key, value in told.items()}


def _by_vote(many: Mapping[str, int], casting: CastingVote, choices: Chosen) -> bool:
    """Whether the votes are equal and a vote decides them, not the threshold."""
    equality = of_equal(many, casting)
    return equality is not None and equality.chosen(choices) != "threshold"
