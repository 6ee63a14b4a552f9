"""Замечание (finding): one reason against one step, or against a case that rests on what is in force no more.

>>> Finding("1", "order", 3, "approved", date(2024, 1, 9), "identifiers.named", Outcome.VOID, Text("–", "–"),
...         Frozen(), ()).cure.en[:40]
'Check the INN and the kind of provider; '
"""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from law189.cases.history import History, RecordAnnulled
from law189.facts import Fact, Frozen
from law189.law import Citation, Text
from law189.rules import ASSUMED, CURES
from law189.verdict import Outcome, plain

__all__ = ["Finding", "LastLine", "stands_at"]


class Finding(NamedTuple):
    """Замечание: one reason, with the step that it is against, its addresses and the line it follows from.

    `decided_by` is who decided what was unknown, so that the step was taken; the text then asks for nothing. In an
    audit of a book `line` and `cause` are records, which each case counts for itself; then `cause_history` is the
    case of the cause, and None of a file.
    """

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
    decided_by: str | None = None
    cause_history: str | None = None

    @property
    def open(self) -> bool:
        """Whether it is a first cause that somebody has to mend: nobody has decided it."""
        return self.cause is None and self.decided_by is None

    @property
    def assumed(self) -> Text | None:
        """Why this library says so where no provision is named; None where one is."""
        return None if self.cites else ASSUMED.get(self.rule)

    @property
    def cure(self) -> Text | None:
        """What a person can do about it; None where nothing is said, or where its cause is what is to be mended."""
        missed = self.outcome in (Outcome.BREACH, Outcome.VOID)
        return CURES.get(self.rule) if missed and self.cause is None else None

    def as_json(self) -> dict[str, Any]:
        """The finding as plain JSON values.

        `cure` stands there where something can be done, `assumed` where no provision says so, and in an audit of a
        book `cause_history` beside the `cause`.
        """
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
            **({} if self.cause_history is None else {"cause_history": self.cause_history}),
            **{
                name: plain(words)
                for name in ("cure", "assumed")
                if (words := getattr(self, name)) is not None
            },
        }


class LastLine(NamedTuple):
    """Последняя строка дела: its number, the kind of its step and the day; no kind where it is of another case."""

    line: int
    kind: str
    on: date


def stands_at(history: History[Any], made: Mapping[int, int], last: LastLine) -> LastLine:
    """The latest line of the case whose record counts; what was taken back leaves the case where it was.

    `made` are the records that lines of the case made, with the number of each line; `last` is its last line.
    """
    for place in reversed(range(history.version)):
        event: Any = history.records[place].event
        if place + 1 in made and place not in history.annulled and not isinstance(event, RecordAnnulled):
            return LastLine(made[place + 1], event.kind, event.on)
    return last
