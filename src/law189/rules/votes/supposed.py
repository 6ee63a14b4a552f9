"""Предположенное (supposed): by which of the norms that a regulation could have the votes of a decision are told.

Where the regulation is silent a question is decided under every value that the norm could have. Where all come to
one decision it is known, and the votes are told by the first of them; that they are is said beside them.

>>> from law189.profile.regulation import CastingVote, Permission
>>> [text.en for text in Supposed(Permission.FORBIDDEN, Permission.COUNTED, True, CastingVote.CHAIR).words][2]
'whoever has a conflict of interest does not vote'
"""

from collections.abc import Sequence
from typing import NamedTuple

from law189.kinds.asked import asked, made_asked, methods_asked
from law189.law import Citation, Text
from law189.profile.regulation import CastingVote, Permission
from law189.rules.voting import Decision
from law189.verdict import Rule

__all__ = ["NO_VOTE", "Supposed", "either_way"]

EITHER_WAY = Rule(
    "voting.either_way",
    Text(
        "Действующей нормы нет, и счёт голосов показан так, как если бы она была: {supposed}; при другой "
        "возможной норме голоса считают иначе, а решение то же.",
        "No norm of it holds, and the votes are told as if one did: {supposed}; by another that there could be "
        "they are counted otherwise, and the decision is the same.",
    ),
    assumed=Text(
        "Там, где положение молчит, решение известно, если при всех возможных нормах оно одно; счёт показан "
        "по одной из них.",
        "Where the regulation is silent a decision is known if every norm there could be comes to the same; the "
        "votes are told by one of them.",
    ),
)
NO_VOTE = Text("при конфликте интересов не голосуют", "whoever has a conflict of interest does not vote")


@made_asked
@methods_asked
class Supposed(NamedTuple):
    """Что предположено: what the norms say, or where one is silent a value that it could have."""

    proxies: Permission
    opinions: Permission
    conflict: bool
    casting: CastingVote

    @property
    def words(self) -> tuple[Text, ...]:
        """What each norm is supposed to say, in the order of its fields."""
        return (
            _named("доверенность", "a proxy", self.proxies.text),
            _named("письменное мнение", "a written opinion", self.opinions.text),
            NO_VOTE,
            _named("решающий голос", "the casting vote", self.casting.text),
        )


def _named(ru: str, en: str, said: Text) -> Text:
    return Text(f"{ru} — {said.ru}", f"{en}: {said.en}")


@asked
def either_way(decision: Decision, supposed: Sequence[Text], *cites: Citation) -> Decision:
    """The decision, which says by which norms its votes are told; itself where every one counts them alike."""
    if not supposed:
        return decision
    said = EITHER_WAY.judge(True, *cites, supposed=tuple(supposed))
    return decision._replace(verdict=decision.verdict.joined(said))
