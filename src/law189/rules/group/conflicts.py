"""Конфликт интересов (conflicts of interest): that a seat that has one kept out of the vote.

What becomes of a vote that such a seat cast all the same is said by `voting`; of a regulation that is silent, by
`items`. That the seat is there, and counts among those present, no regulation read here takes away.

>>> from law189.law import Citation
>>> item = Citation("x", "p1", Text("п. 1", "item 1"))
>>> told = kept_out(["member-1"], {"member-1", "chair"}, {"chair": "for"}, item)
>>> told.outcome.value, told.text.en
('holds', 'A conflict of interest: member-1; voted: nobody of these; they count among those present.')
>>> kept_out(["member-1"], {"member-1"}, {"member-1": "for"}, item) is None  # the vote is told as not counted
True
"""

from collections.abc import Collection, Iterator, Mapping

from law189.kinds.asked import asked
from law189.law import Citation, Text
from law189.profile.parties import NO_TITLES
from law189.rules.group.sitting import Sitting
from law189.verdict import Rule, Verdict

__all__ = ["conflicts_told", "kept_out"]

KEPT_OUT = Rule(
    "conflicts.kept_out",
    Text(
        "Конфликт интересов: {who}; в голосовании не участвуют{counted:; в числе присутствующих учитываются|}.",
        "A conflict of interest: {who}; voted: nobody of these{counted:; they count among those present|}.",
    ),
    assumed=Text(
        "Положение отстраняет от голосования, а не от заседания: из числа присутствующих такое место не "
        "исключается.",
        "The regulation keeps such a seat out of the vote and not out of the meeting: it counts as present.",
    ),
)


@asked
def kept_out(
    conflicts: Collection[str],
    present: Collection[str],
    votes: Mapping[str, str],
    *cites: Citation,
    names: Mapping[str, Text] = NO_TITLES,
    counted: bool = True,
) -> Verdict | None:
    """That those present who have a conflict of interest did not vote; None where there is none of these.

    `present` are in a poll those who were asked, and `counted` is False of it: only answers are counted there.
    """
    who = tuple(
        names.get(one, one) for one in dict.fromkeys(conflicts) if one in present and one not in votes
    )
    return KEPT_OUT.judge(True, *cites, who=who, counted=counted) if who else None


@asked
def conflicts_told(
    held: Sitting,
    conflicts: Collection[str],
    taking_part: Collection[str],
    votes: Collection[tuple[str, str]],
    *,
    counted: bool = True,
) -> Iterator[Verdict]:
    """That those of `taking_part` who have a conflict of interest did not vote, where the regulation asks it.

    `counted` is whether they count among those present; nobody is present at a poll.
    """
    norm = held.said("conflict_of_interest")
    voteless, names = held.group.voteless, held.group.names
    there = [one for one in taking_part if one not in voteless]
    told = (
        None
        if norm is None
        else kept_out(conflicts, there, dict(votes), norm.basis, names=names, counted=counted)
    )
    yield from () if told is None else (told,)
