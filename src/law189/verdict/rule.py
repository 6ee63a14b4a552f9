"""Правило (rule): a code, the sentence it says whichever way it goes, and the verdict it gives.

>>> enough = Rule(
...     "example.quorum",
...     Text("Присутствуют: {present}; нужно не менее {needed}.", "Present: {present}; needed {needed}."),
... )
>>> verdict = enough.judge(4 >= 5, present=4, needed=5)
>>> verdict.outcome, verdict.text.en
(<Outcome.VOID: 'void'>, 'Present: 4; needed 5.')
"""

from dataclasses import dataclass

from law189.facts import Fact
from law189.law import Citation, Text
from law189.law.fixed import fixed
from law189.readings import Outcome, worst
from law189.readings.reading import HOLDS, UNKNOWN, Applied
from law189.verdict.ask import DECISION, Ask
from law189.verdict.verdict import Verdict

__all__ = ["Rule", "bundle"]


@fixed
@dataclass(frozen=True, slots=True)
class Rule:
    """Правило: a code, the sentence it says either way, and what missing it means.

    `missed` is BREACH where a missed norm leaves the act standing, VOID where it takes its effect.
    `unknown` is the sentence where a fact is missing; `{asks}` in it lists what to give. `assumed` says why the
    consequence is this library's modelling choice; None where the provision itself states it. `asks` is what to
    give where a fact is missing, unless `judge` is told otherwise. `cure` is what a person can do where the norm is
    missed; whoever tells the verdict says it after the sentence.
    """

    code: str
    text: Text
    missed: Outcome = Outcome.VOID
    unknown: Text | None = None
    assumed: Text | None = None
    asks: tuple[Ask, ...] = ()
    cure: Text | None = None

    def judge(
        self,
        holds: bool | None,
        /,
        *cites: Citation,
        reading: Applied | None = None,
        parts: tuple[Verdict, ...] = (),
        lacks: tuple[Ask, ...] = (),
        **facts: Fact,
    ) -> Verdict:
        """HOLDS on True, the rule's `missed` on False, UNKNOWN on None; at least as bad as its parts.

        `lacks` is what to give on None, instead of what the rule asks for. Where neither asks for anything, nor a
        part does, an office's decision is asked for.
        """
        own = HOLDS if holds else UNKNOWN if holds is None else self.missed
        if parts:
            own = worst((own, *[part.outcome for part in parts]))
        if holds is not None:
            return Verdict(self.code, own, self.text, facts, cites, reading, parts, cure=self.cure)
        given = lacks or self.asks or (() if any(part.asks for part in parts) else (DECISION,))
        return Verdict(self.code, own, self.unknown or self.text, facts, cites, reading, parts, given)


def bundle(rule: Rule, *parts: Verdict, cites: tuple[Citation, ...] = (), **facts: Fact) -> Verdict:
    """One verdict of several: as good as its worst part, citing all that its parts cite."""
    seen = {(cite.act, cite.address): cite for cite in cites}
    for part in parts:
        for cite in part.cites:
            seen.setdefault((cite.act, cite.address), cite)
    outcome = worst([part.outcome for part in parts])
    return Verdict(rule.code, outcome, rule.text, facts, tuple(seen.values()), None, parts)
