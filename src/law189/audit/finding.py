"""Замечание (finding): one reason against one step, or against a case that rests on what is in force no more.

>>> Finding("1", "order", 3, "approved", date(2024, 1, 9), "identifiers.named", Outcome.VOID, Text("–", "–"),
...         Frozen(), ()).cure.en
'Check the INN; where it has a figure less, Excel may have dropped the zero before it.'
"""

from datetime import date
from typing import Any, NamedTuple

from law189.facts import Fact, Frozen
from law189.law import Citation, Text
from law189.rules import CURES
from law189.verdict import Outcome, plain

__all__ = ["Finding", "LastLine"]


class Finding(NamedTuple):
    """Замечание: one reason, with the step that it is against, its addresses and the line it follows from."""

    history: str
    lifecycle: str
    line: int
    kind: str
    on: date
    rule: str
    outcome: Outcome
    text: Text
    facts: Frozen[str, Fact]
    cites: tuple[Citation, ...]
    cause: int | None = None

    @property
    def cure(self) -> Text | None:
        """What a person can do about it; None where nothing is said, or where its cause is what is to be mended."""
        missed = self.outcome in (Outcome.BREACH, Outcome.VOID)
        return CURES.get(self.rule) if missed and self.cause is None else None

    def as_json(self) -> dict[str, Any]:
        """The finding as plain JSON values; `cure` stands there where something can be done."""
        return {
            "history": self.history,
            "lifecycle": self.lifecycle,
            "line": self.line,
            "kind": self.kind,
            "on": self.on.isoformat(),
            "rule": self.rule,
            "outcome": self.outcome.value,
            "text": plain(self.text),
            "facts": plain(self.facts),
            "cites": [plain(cite) for cite in self.cites],
            "cause": self.cause,
            **({} if self.cure is None else {"cure": plain(self.cure)}),
        }


class LastLine(NamedTuple):
    """Последняя строка дела: its number, the kind of its step and the day; no kind where it is of another case.

    `told` says whether anything was found against it.
    """

    line: int
    kind: str
    on: date
    told: bool = False
