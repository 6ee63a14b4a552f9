"""Дело по строкам (versions): a case of the core as it stood at each line, with what they have in common held once.

>>> versions = CaseVersions("order", "2024")
>>> versions.add((0, 738000, 1), History("order", "2024", "drafted"), ())
>>> versions.before((0, 738000, 1)) is None, versions.history(versions.before((0, 738001, 2))).state
(True, 'drafted')
"""

from collections.abc import Iterator
from operator import is_
from typing import Any, NamedTuple, TypeAlias

from law189.casebook.keys import Key
from law189.cases.history import History, Record

__all__ = ["CaseVersions", "PlaceInTime", "Version"]

PlaceInTime: TypeAlias = tuple[int, int, int]
"""The place of a line among all: 0 and the day by which it stands, and its number; 1 for what stands at the end."""


class Version(NamedTuple):
    """Дело ядра с одной строки до следующей: since which line, its state, and under which numbers it is found.

    Its records are the first `made` of the `strand`.
    """

    since: PlaceInTime
    state: str
    annulled: frozenset[int]
    keys: tuple[Key, ...]
    strand: int
    made: int


class CaseVersions:
    """Одно дело по строкам: its versions, with the records that they have in common held once.

    A version mostly has one record more than that before it, and goes on a strand; where the last records were
    taken back, another strand begins.
    """

    def __init__(self, lifecycle: str, history_id: str) -> None:
        self._of = lifecycle, history_id
        self._strands: list[tuple[Record[Any], ...]] = [()]
        self.versions: list[Version] = []

    def add(self, since: PlaceInTime, history: History[Any], keys: tuple[Key, ...]) -> None:
        """Note the case as it is since that line."""
        records, strand = history.records, self._strands[-1]
        if len(strand) <= len(records) and all(map(is_, strand, records)):
            self._strands[-1] = records
        else:
            self._strands.append(records)
        if self.versions and self.versions[-1].keys == keys:
            keys = self.versions[-1].keys
        of = len(self._strands) - 1, len(records)
        self.versions.append(Version(since, history.state, history.annulled, keys, *of))

    def before(self, at: PlaceInTime) -> Version | None:
        """The version at the line; None where the case was not begun yet."""
        return next((one for one in reversed(self.versions) if one.since < at), None)

    def seen(self) -> Iterator[tuple[Any, ...]]:
        """What others see of each version: since when it is, its state, its last event and what is annulled."""
        for version in self.versions:
            since, state, annulled, _, strand, made = version
            event = self._strands[strand][made - 1].event if made else None
            yield since, *self._of, state, made, sorted(annulled), event

    def history(self, version: Version) -> History[Any]:
        """The case as the version has it."""
        records = self._strands[version.strand][: version.made]
        return History(*self._of, version.state, records, version.annulled)
