"""Равенство голосов (ties): whose vote decides when as many vote for as against, and under which reading.

The presiding officer's vote decides (Kemerovo: п. 5.6 прил. 3; the district: п. 5.9 прил. 4), whether or not
everybody took a side (V1, V2), and where it was not given V3 says what then.

>>> from law189.readings import NO_CHOICES
>>> by_casting(False, Vote.FOR, V1, NO_CHOICES)
True
"""

from collections.abc import Mapping
from typing import Any

from law189.kinds.asked import asked
from law189.law import Text, Vocabulary
from law189.profile.regulation import CastingVote
from law189.readings import V1, V2, V3, Chosen
from law189.verdict import Reading, Rule

__all__ = ["CASTING", "Vote", "by_casting", "deciding", "of_equal", "told_by"]


class Vote(Vocabulary):
    """Голос."""

    FOR = "for", "за", "for"
    AGAINST = "against", "против", "against"
    ABSTAIN = "abstain", "воздержался", "abstain"


FOR, AGAINST, ABSTAIN = Vote

CASTING = Rule(
    "voting.casting",
    Text(
        "Голоса разделились поровну: за — {in_favour}, против — {against} (воздержались — "
        "{abstain}, не голосовали — {silent}, присутствуют — {present}{written:, письменных мнений — …|}); порог: "
        "{needed}; голос "
        "председательствующего: {casting}. {adopted:Решение принято|Решение не принято}.",
        "The votes are equal: {in_favour} for, {against} against (abstain: {abstain}, did not vote: "
        "{silent}, present: {present}{written:, written opinions: …|}); threshold: {needed}; the presiding "
        "officer's vote: {casting}. Adopted: {adopted:yes|no}.",
    ),
)
CASTING_OF = Rule(
    "voting.casting_of",
    Text(
        "Голоса разделились поровну: за — {in_favour}, против — {against} (воздержались — "
        "{abstain}, не голосовали — {silent}, участвуют — {present}{written:, письменных мнений — …|}); порог: "
        "{needed}; решает голос: "
        "{whose}; этот голос: {casting}. {adopted:Решение принято|Решение не принято}.",
        "The votes are equal: {in_favour} for, {against} against (abstain: {abstain}, did not vote: "
        "{silent}, taking part: {present}{written:, written opinions: …|}); threshold: {needed}; the vote "
        "that decides: {whose}; that vote: {casting}. Adopted: {adopted:yes|no}.",
    ),
)
SECRET = Text("тайный", "secret")
"""What is told of a vote that was cast secretly."""
NOT_CAST = Text("не подан", "not cast")
WHOSE = {
    CastingVote.PRESIDING: Text("председатель", "the chair"),
    CastingVote.CHAIR: Text("председатель", "the chair"),
    CastingVote.DEPUTY: Text("заместитель председателя", "the deputy"),
}
"""Whose vote decides where nobody need preside; in a poll nobody does, and the chair's vote decides."""


@asked
def of_equal(tally: Mapping[str, int | None], casting: CastingVote) -> Reading | None:
    """The reading of a tie, by whether everybody took a side; None where no casting vote is asked for.

    `tally` counts those `in_favour` and `against`, those `present`, and the votes `written`; None is no vote.
    """
    many = {what: number or 0 for what, number in tally.items()}
    if many["in_favour"] != many["against"] or casting is CastingVote.NOBODY:
        return None
    return V1 if many["in_favour"] + many["against"] == many["present"] + many["written"] else V2


@asked
def deciding(casting: Vote | None, equality: Reading, choices: Chosen) -> Reading:
    """The reading on which equal votes turn: V3 where the casting vote decides and was not given."""
    decided = equality.chosen(choices) == "threshold" or casting in (FOR, AGAINST)
    return equality if decided else V3


@asked
def by_casting(reached: bool, casting: Vote | None, equality: Reading, choices: Chosen) -> bool:
    """Whether equal votes adopt."""
    if equality.chosen(choices) == "threshold":
        return reached
    if casting in (FOR, AGAINST):
        return casting is FOR
    return reached and V3.chosen(choices) == "threshold"


@asked
def told_by(
    rule: Rule, equality: Reading | None, casting: CastingVote, polled: int | None
) -> tuple[Rule, dict[str, Any]]:
    """The rule that says the decision, and what it says besides the votes."""
    asked = {} if polled is None else {"polled": polled}
    if equality is None:
        return rule, asked
    if casting is CastingVote.PRESIDING and polled is None:
        return CASTING, asked
    return CASTING_OF, {**asked, "whose": WHOSE[casting]}
