"""Два ряда замечаний (compared): which findings appear, vanish or change where the same lines are judged anew.

A finding of the one is that of the other where the case, the line and the rule are the same. It has changed where
its outcome, its facts or its addresses differ.

>>> from datetime import date
>>> from law189.law import Text
>>> found = Finding("1", "order", 1, "drafted", date(2024, 1, 9), "roles.acting", Outcome.UNKNOWN,
...                 Text("…", "…"), Frozen(), ())
>>> worse = found._replace(outcome=Outcome.VOID)
>>> [one.change.value for one in compared([found], [worse])], [*compared([found], [found])]
(['changed'], [])
>>> [one.change.value for one in compared([found], []) + compared([], [found])]
['vanished', 'appeared']
"""

from collections import Counter
from collections.abc import Iterable
from typing import Any, NamedTuple

from law189.audit.finding import Finding
from law189.facts import Frozen
from law189.kinds.asked import asked
from law189.law import Vocabulary
from law189.verdict import Outcome

__all__ = ["FindingChange", "FindingDifference", "compared", "counted"]


class FindingChange(Vocabulary):
    """Что стало с замечанием: there was none, it is gone, or it is another."""

    APPEARED = "appeared", "появилось", "appeared"
    VANISHED = "vanished", "исчезло", "vanished"
    CHANGED = "changed", "изменилось", "changed"


class FindingDifference(NamedTuple):
    """Отличие: how a finding has changed; `before` is None where it appeared, `after` where it vanished."""

    change: FindingChange
    before: Finding | None
    after: Finding | None

    @property
    def finding(self) -> Finding:
        """The finding as it is after, or as it was where it has vanished."""
        found = self.after or self.before
        assert found is not None, "one of the two is always there"
        return found

    def as_json(self) -> dict[str, Any]:
        """The difference as plain JSON values; each finding has its own keys."""
        return {
            "change": self.change.value,
            "before": self.before and self.before.as_json(),
            "after": self.after and self.after.as_json(),
        }


@asked
def compared(before: Iterable[Finding], after: Iterable[Finding]) -> list[FindingDifference]:
    """Every difference, by line; where a rule says several things of one line, what stayed is matched first."""
    kept: dict[tuple[str, int, str], list[Finding]] = {}
    for one in before:
        kept.setdefault(_key(one), []).append(one)
    new: list[Finding] = []
    for one in after:
        was = kept.get(_key(one), [])
        same = next((other for other in was if _said(other) == _said(one)), None)
        if same is None:
            new.append(one)
        else:
            was.remove(same)
    found = []
    for one in new:
        was = kept.get(_key(one), [])
        if was:
            found.append(FindingDifference(FindingChange.CHANGED, was.pop(0), one))
        else:
            found.append(FindingDifference(FindingChange.APPEARED, None, one))
    found += [FindingDifference(FindingChange.VANISHED, one, None) for rest in kept.values() for one in rest]
    return sorted(found, key=lambda one: (one.finding.line, one.finding.rule))


@asked
def counted(differences: Iterable[FindingDifference]) -> Frozen[str, int]:
    """How many findings appeared, vanished and changed, zeros included."""
    of = Counter(one.change for one in differences)
    return Frozen({change.value: of[change] for change in FindingChange})


def _key(one: Finding) -> tuple[str, int, str]:
    return one.history, one.line, one.rule


def _said(one: Finding) -> tuple[Outcome, Frozen[str, Any], tuple[Any, ...]]:
    return one.outcome, one.facts, one.cites
