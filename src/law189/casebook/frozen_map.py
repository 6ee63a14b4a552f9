"""Неизменяемое отображение (frozen map): a mapping that a change leaves as it was, and gives anew.

It stands in parts, each a small dictionary. A change copies the part of its key and no other, so that a book of
many cases gives a new book cheaply.

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
PARTS = 256
"""How many parts there are; a part of a book of a million cases then has four thousand."""


class FrozenMap(Generic[K, V]):
    """Отображение, которое не меняется: `put` gives another one."""

    __slots__ = ("_parts", "_size")

    def __init__(self, parts: tuple[dict[K, V], ...] | None = None, size: int = 0) -> None:
        self._parts: tuple[dict[K, V], ...] = ({},) * PARTS if parts is None else parts
        self._size = size

    def get(self, key: K) -> V | None:
        """The value of the key; None where it has none."""
        return self._parts[hash(key) % PARTS].get(key)

    def put(self, more: Mapping[K, V], without: Iterable[K] = ()) -> "FrozenMap[K, V]":
        """The mapping with these values, and without those keys; the same one where neither is given."""
        given = [*((key, None) for key in without), *more.items()]
        if not given:
            return self
        parts = list(self._parts)
        changed: set[int] = set()
        size = self._size
        for key, value in given:
            place = hash(key) % PARTS
            if place not in changed:
                parts[place] = dict(parts[place])
                changed.add(place)
            part = parts[place]
            size -= key in part
            if value is None:
                part.pop(key, None)
            else:
                part[key] = value
                size += 1
        return FrozenMap(tuple(parts), size)

    def items(self) -> Iterator[tuple[K, V]]:
        """Every key with its value, in no order that means anything."""
        for part in self._parts:
            yield from part.items()

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
