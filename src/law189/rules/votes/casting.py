"""Чей голос решает при равенстве (casting): whether anybody can give the vote that decides a tie.

The regulation names whose vote decides; a subgroup or a poll may have nobody of that role with a vote. Such a vote
is not one that was not given (reading V3): nobody can give it, and what decides then the regulation does not say.

>>> from law189.profile.loader import load_profile
>>> group = load_profile("kemerovo").latest.working_group
>>> can_decide(group, CastingVote.CHAIR, None), can_decide(group, CastingVote.PRESIDING, "deputy-9")
(True, False)
"""

from law189.kinds.asked import asked
from law189.law import Norm, Text
from law189.profile.group import WorkingGroup
from law189.profile.parties import headed_as
from law189.profile.regulation import CastingVote
from law189.readings import Chosen
from law189.rules import asking
from law189.rules.group.regulation import title_of
from law189.rules.ties import CASTING, CASTING_OF, WHOSE, of_equal
from law189.verdict import Rule, Verdict

__all__ = ["can_decide", "nobody_decides"]

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
    votes = {key: decided.facts.get(key) for key in ("in_favour", "against", "present", "written")}
    many = {key: value if isinstance(value, int) else 0 for key, value in votes.items()}
    equality = of_equal(many, casting)
    if equality is None or equality.chosen(choices) == "threshold":
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
