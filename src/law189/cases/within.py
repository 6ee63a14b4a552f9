"""Срок шага (within): the term that an act of the municipality sets for a step, and when it begins to run.

>>> from law189.workflows.certificate import lifecycle
>>> lifecycle.clause("formed").within.slot
'certificate.forming_term'
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from law189.cases.history import History
from law189.cases.moment import Moment
from law189.kinds.asked import made_asked
from law189.law import Citation, Text
from law189.law.fixed import fixed
from law189.profile.terms import Term
from law189.verdict import Ask

__all__ = ["OwedAs", "Owing", "RunningTerm", "Within"]


@made_asked
@fixed
@dataclass(frozen=True, slots=True)
class Within:
    """Срок шага: the slot that sets it, and the day from which it is counted, None where it has not begun.

    Where no act sets the term the step is UNKNOWN; where it is not `needed`, nothing is asked then. Where a step
    says itself what it answers, `told` gives the day from its facts. `counted` says in words from which event it is
    counted where the act names none, which is this library's choice.
    """

    slot: str
    since: Callable[[History[Any]], date | None]
    needed: bool = True
    told: Callable[[Any, History[Any]], date | None] | None = None
    counted: Text | None = None

    def begun(self, moment: Moment[Any]) -> date | None:
        """The day from which the term of the step is counted at the moment."""
        if self.told is None or moment.event is None:
            return self.since(moment.history)
        return self.told(moment.event, moment.history)


@made_asked
class Owing(NamedTuple):
    """Одна из нескольких обязанностей шага: which claim, complaint or period, and from which day its term runs.

    `since` is None where nothing sets it a term.
    """

    which: Text
    since: date | None = None


@made_asked
class OwedAs(NamedTuple):
    """Что именно должны: the duty in words, and the provision by which it is owed, where the case decides both."""

    title: Text
    cite: Citation


class RunningTerm(NamedTuple):
    """Срок шага, который течёт: the term, the day from which it is counted (None where nobody has given it).

    `set_on` is the day from which the act holds that sets the term, `cite` where it does. `asks` is what gives the
    day that nobody has given; `told` says that it stands among the facts of the step.
    """

    term: Term
    since: date | None
    set_on: date
    cite: Citation
    asks: tuple[Ask, ...] = ()
    told: bool = False
