"""Шаг среди других дел (beside): what the rules of many cases look at."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from law189.casebook.keys import By, number
from law189.casebook.shelf import Shelf
from law189.cases.history import History
from law189.profile.edition import Edition

__all__ = ["Beside"]


class Beside(NamedTuple):
    """Шаг среди других дел: the shelf, the case before the step, the event as judged, the cases it rests on."""

    shelf: Shelf
    history: History[Any]
    event: Any
    edition: Edition
    cases: Mapping[str, History[Any]]

    @property
    def on(self) -> date:
        """The day of the step."""
        return self.event.on  # type: ignore[no-any-return]  # every event has its day

    def others(self, by: By, written: str | int) -> list[History[Any]]:
        """The other cases with that number."""
        ids = self.shelf.found(number(by, written))
        found = [self.shelf.case(one) for one in ids if one != self.history.id]
        return [case for case in found if case is not None]
