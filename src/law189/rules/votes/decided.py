"""Вопрос решён дважды (decided twice): one question of one kind, adopted and not adopted at the same meeting.

Neither decree says which of the two decisions counts, and no rule chooses one: a person must say.

>>> from law189.profile.loader import load_profile
>>> basis = load_profile("kemerovo").latest.working_group.basis("adoption")
>>> again("План", "plan-measures", False, [("План", "plan-measures", True)], basis).outcome.value
'unknown'
>>> again("План", "plan-measures", True, [("План", "plan-measures", True)], basis) is None
True
"""

from collections.abc import Iterable

from law189.kinds.asked import asked
from law189.law import Citation, Text
from law189.verdict import Rule, Verdict

__all__ = ["again"]

AGAIN = Rule(
    "sitting.decided_twice",
    Text(
        "Вопрос на этом заседании уже решали: {before:принято|не принято}; теперь: {now:принято|не принято}.",
        "The question was decided before at this meeting; adopted then: {before:yes|no}, now: {now:yes|no}.",
    ),
    unknown=Text(
        "Вопрос на этом заседании уже решали: {before:принято|не принято}; теперь: {now:принято|не принято}; какое "
        "решение действует, положение не говорит; нужно: {asks}.",
        "The question was decided before at this meeting; adopted then: {before:yes|no}, now: {now:yes|no}; "
        "which decision counts the regulation does not say; needed: {asks}.",
    ),
)


@asked
def again(
    question: str,
    kind: str | None,
    adopted: bool | None,
    before: Iterable[tuple[str, str | None, bool | None]],
    *cites: Citation,
) -> Verdict | None:
    """That the question was decided otherwise `before`; None where it was not, or one of the two is not known."""
    for other, of_kind, was in before:
        if (
            (other, of_kind) == (question, kind)
            and was is not None
            and adopted is not None
            and was != adopted
        ):
            return AGAIN.judge(None, *cites, before=was, now=adopted)
    return None
