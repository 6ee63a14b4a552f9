"""Шаг среди других дел (beside): what the rules of many cases look at."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from law189.casebook.keys import By, Key, number
from law189.casebook.shelf import Shelf
from law189.casebook.shelf.apart import Apart, Asked, Question
from law189.cases.history import History
from law189.profile.edition import Edition
from law189.verdict import Verdict

__all__ = ["Beside"]


class Beside(NamedTuple):
    """Шаг среди других дел: the shelf, the case before the step and after it, the cases that it rests on.

    `event` is the step as judged; where a record is annulled, the step that holds again by that, or None. `on` is
    the day of the step or of the annulment.
    """

    shelf: Shelf
    history: History[Any]
    after: History[Any]
    event: Any
    on: date
    edition: Edition
    cases: Mapping[str, History[Any]]

    def others(self, by: By, written: str | int) -> list[History[Any]]:
        """The other cases with that number."""
        return self.found(number(by, written))

    def found(self, key: Key) -> list[History[Any]]:
        """The other cases with that key."""
        ids = self.shelf.found(key)
        return [case for one in ids if one != self.history.id and (case := self.shelf.case(one)) is not None]

    def told(self, of: Asked, judge: Callable[..., Iterator[Verdict]], *facts: Any) -> tuple[Verdict, ...]:
        """What is judged by a sum of all cases; of a part of them, as far as the sums of all parts are known."""
        question = Question(of, judge, facts)
        return self.shelf.told(question) if isinstance(self.shelf, Apart) else question.judged(self.shelf)
