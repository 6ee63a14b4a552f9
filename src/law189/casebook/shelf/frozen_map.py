"""Неизменяемое отображение (frozen map): a mapping that a change leaves as it was, and gives anew.

It stands in parts, each of small dictionaries. A change copies the dictionary of its key and what leads to it, and
no other, so that a book of many cases gives a new book cheaply.

>>> one = FrozenMap[str, int]().put({"a": 1})
>>> other = one.put({"b": 2}, without=["a"])
>>> one.get("a"), other.get("a"), other.get("b"), len(other)
(1, None, 2, 1)
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import Any, Generic, TypeVar

__all__ = ["FrozenMap"]

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
PARTS = 64
"""How many parts there are, and dictionaries in each; one of a book of a million cases then has some 250."""
Part = tuple[dict[K, V], ...]


class FrozenMap(Generic[K, V]):
    """Отображение, которое не меняется: `put` gives another one."""

    __slots__ = ("_parts", "_size")

    def __init__(self, parts: tuple[Part[K, V], ...] | None = None, size: int = 0) -> None:
        self._parts: tuple[Part[K, V], ...] = (({},) * PARTS,) * PARTS if parts is None else parts
        self._size = size

    def get(self, key: K) -> V | None:
        """The value of the key; None where it has none."""
        place = hash(key)
        return self._parts[place % PARTS][place // PARTS % PARTS].get(key)

    def put(self, more: Mapping[K, V], without: Iterable[K] = ()) -> "FrozenMap[K, V]":
        """The mapping with these values, and without those keys; the same one where neither is given."""
        given: list[tuple[K, V | None]] = [*dict.fromkeys(without).items(), *more.items()]
        if not given:
            return self
        parts: list[Part[K, V]] = [*self._parts]
        copied: dict[int, dict[K, V]] = {}
        size = self._size
        for key, value in given:
            place = hash(key) % (PARTS * PARTS)
            held = copied.get(place)
            if held is None:
                within = [*parts[place % PARTS]]
                held = copied[place] = within[place // PARTS] = dict(within[place // PARTS])
                parts[place % PARTS] = tuple(within)
            size -= key in held
            if value is None:
                held.pop(key, None)
            else:
                held[key] = value
                size += 1
        return FrozenMap(tuple(parts), size)

    def items(self) -> Iterator[tuple[K, V]]:
        """Every key with its value, in no order that means anything."""
        for part in self._parts:
            for held in part:
                yield from held.items()

    def values(self) -> Iterator[V]:
        """The value of every key, in no order that means anything."""
        for part in self._parts:
            for held in part:
                yield from held.values()

    def __len__(self) -> int:
        return self._size

    def __eq__(self, other: object) -> bool:
        return isinstance(other, FrozenMap) and dict(self.items()) == dict(other.items())

    def __hash__(self) -> int:
        return hash(self._size)

    def __reduce__(self) -> tuple[Any, ...]:
        """Another process hashes words otherwise, so the parts are made anew there."""
        return _made, (dict(self.items()),)


def _made(items: Mapping[K, V]) -> FrozenMap[K, V]:
    return FrozenMap[K, V]().put(items)
