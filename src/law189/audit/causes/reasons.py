"""Доводы против (reasons): every reason that is not HOLDS, out of a verdict with its parts.

>>> from law189.rules.step.steps import left_standing
>>> [one.rule for one in against(left_standing(1, (2,)))], [*against(left_standing(1, ()))]
(['lifecycle.left_standing'], [])
"""

from collections.abc import Iterator
from typing import Any

from law189.casebook.made import NAMED
from law189.cases.history import Record
from law189.verdict import OF_CASE, Outcome, Verdict

__all__ = ["against", "beside_others", "handed_in"]

HANDED = "reconciliation.extract_agrees"
"""What is asked of papers that were handed in, and in whose place the book has put its own extracts."""


def handed_in(record: Record[Any]) -> Iterator[Verdict]:
    """Of what a record says, the reasons that nobody can judge anew: an older version kept no papers handed in."""
    if record.given.event is not None:
        return iter(())
    return (one for one in against(record.verdict) if one.rule == HANDED)


def beside_others(verdict: Verdict) -> Iterator[Verdict]:
    """Of what a record says, what was asked of other cases: by a rule of many cases, or of a linked step.

    A case asks a few such rules of itself too.
    """
    return (one for one in verdict.parts if one.rule.startswith(OF_MANY) or OF_CASE in one.facts)


OF_MANY = "reconciliation."
"""How the codes of the rules of many cases begin."""


def against(verdict: Verdict) -> Iterator[Verdict]:
    """Every reason that is not HOLDS, at its root: a verdict that is worse than all its parts is one itself.

    Where it is told why a case that the step names shows nothing, what asks for its extract only says it again.
    """
    told = [*_against(verdict)]
    asked = {ask.path for one in told if one.rule in NAMED for ask in one.asks}
    for one in told:
        paths = {ask.path for ask in one.asks}
        if one.rule in NAMED or one.outcome is not Outcome.UNKNOWN or not paths or not paths <= asked:
            yield one


def _against(verdict: Verdict) -> Iterator[Verdict]:
    if verdict.outcome is Outcome.HOLDS:
        return
    worse = [part for part in verdict.parts if part.outcome is not Outcome.HOLDS]
    if all(part.outcome is not verdict.outcome for part in worse):
        yield verdict
    for part in worse:
        yield from _against(part)
