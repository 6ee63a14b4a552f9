"""Дело по строкам (versions): a case of the core as it stood at each line, with what they have in common held once.

>>> versions = CaseVersions("order", "2024")
>>> versions.add((0, 738000, 1), History("order", "2024", "drafted"), ())
>>> versions.before((0, 738000, 1)) is None, versions.history(versions.before((0, 738001, 2))).state
(True, 'drafted')
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterator
from operator import is_
from typing import Any, TypeAlias

from law189.casebook.keys import Key
from law189.cases.history import History, Record

__all__ = ["CaseVersions", "PlaceInTime"]

PlaceInTime: TypeAlias = tuple[int, int, int]
"""The place of a line among all: 0 and the day by which it stands, and its number; 1 for what stands at the end."""


class CaseVersions:
    """Одно дело по строкам: each version from one line to the next, in columns; `begun` is the first of the lines.

    A version mostly has one record more than that before it, and goes on a strand of records; where the last ones
    were taken back, another strand begins.
    """

    def __init__(self, lifecycle: str, history_id: str) -> None:
        self._of = lifecycle, history_id
        self._strands: list[tuple[Record[Any], ...]] = [()]
        self._since = array("q")
        self._made, self._strand = array("q"), array("q")
        self._states: list[str] = []
        self._annulled: list[frozenset[int]] = []
        self._keys: list[tuple[Key, ...]] = []

    def add(self, since: PlaceInTime, history: History[Any], keys: tuple[Key, ...]) -> None:
        """Note the case as it is since that line, and by which numbers it is found."""
        records, strand = history.records, self._strands[-1]
        if len(strand) <= len(records) and all(map(is_, strand, records)):
            self._strands[-1] = records
        else:
            self._strands.append(records)
        self._since.extend(since)
        self._made.append(len(records))
        self._strand.append(len(self._strands) - 1)
        self._states.append(history.state)
        self._annulled.append(history.annulled)
        self._keys.append(self._keys[-1] if self._keys and self._keys[-1] == keys else keys)

    def since(self, version: int) -> PlaceInTime:
        """Since which line the version is."""
        first, day, number = self._since[3 * version : 3 * version + 3]
        return first, day, number

    @property
    def begun(self) -> PlaceInTime:
        """The line by which the case was begun."""
        return self.since(0)

    def before(self, at: PlaceInTime) -> int | None:
        """The place of the version at the line; None where the case was not begun yet."""
        found = bisect_left(range(len(self._states)), at, key=self.since)
        return found - 1 if found else None

    def keys(self, version: int) -> tuple[Key, ...]:
        """By which numbers the version is found."""
        return self._keys[version]

    def history(self, version: int) -> History[Any]:
        """The case as the version has it."""
        records = self._strands[self._strand[version]][: self._made[version]]
        return History(*self._of, self._states[version], records, self._annulled[version])

    def seen(self) -> Iterator[tuple[Any, ...]]:
        """What others see of each version: since when it is, its state, its last event and what is annulled."""
        columns = zip(self._states, self._annulled, self._strand, self._made, strict=True)
        for version, (state, annulled, strand, made) in enumerate(columns):
            event = self._strands[strand][made - 1].event if made else None
            yield self.since(version), *self._of, state, made, sorted(annulled), event
