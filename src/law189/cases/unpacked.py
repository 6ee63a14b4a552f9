"""Распаковка (unpacked): the records that `pack` wrote, as they were; a file that cannot be such is refused.

>>> unpack(Packed([], [[" к закону", " to the law"]], [{"~": ["~0", "прил. 3", "annex 3"]}]))
[['прил. 3 к закону', 'annex 3 to the law']]
>>> unpack(Packed([["by", "on"]], ["the department"], [{"~0": ["~0", "2024-01-11"]}]))
[{'by': 'the department', 'on': '2024-01-11'}]
>>> unpack(Packed([], [], ["~7"]))
Traceback (most recent call last):
    ...
law189.law.text.Law189Error: «~7» names no value that stands before it; the file is not whole
"""

from collections.abc import Mapping, Sequence
from typing import Any

from law189.cases.packed import ENDED, LONGEST, Packed
from law189.files.wording import word
from law189.law import Law189Error

__all__ = ["opened", "unpack"]

MORE, ALWAYS, DEEPEST = 512, 20_000, 150
"""How many values may come out of each that is written, how many always may, and how deep they may stand."""


def unpack(packed: Packed) -> list[Any]:
    """The records that `pack` wrote; equal values may be one and the same.

    Raises `Law189Error` on a name of nothing, and where much more comes out than such a file can hold.
    """
    records, _ = opened(packed)
    return records


def opened(packed: Packed) -> tuple[list[Any], list[str]]:
    """The same, with every text and every key of the file, for whoever looks at their signs."""
    opener = _Opener(packed)
    return opener.within(packed.records, 0), opener.texts


class _Opener:
    """The shared values one after the other, then the records; counts how much comes out, and how deep."""

    def __init__(self, packed: Packed) -> None:
        self.keys = {f"~{place}": keys for place, keys in enumerate(packed.keys) if _are_keys(keys)}
        self.shared: dict[str, tuple[Any, int, int]] = {}
        self.texts: list[str] = [key for keys in self.keys.values() for key in keys]
        self.size, self.written, self.deep = 0, 0, 0
        for place, value in enumerate(packed.shared):
            before, self.deep = self.size, 0
            (opened,) = self.within((value,), 0)
            self.shared[f"~{place}"] = (opened, self.size - before, self.deep)

    def within(self, items: Sequence[Any], depth: int) -> list[Any]:
        """The values with everything in them that they name."""
        self.written += len(items)
        self._grown(len(items), depth)
        shared, below, found = self.shared, depth + 1, []
        for item in items:
            kind = type(item)
            if kind is str:
                if item[:1] != "~":
                    self.texts.append(item)
                    found.append(item)
                elif (held := shared.get(item)) is None:
                    found.append(self._itself(item))
                else:
                    value, size, deep = held
                    self._grown(size, depth + deep)
                    found.append(value)
            elif kind is list or kind is tuple:
                found.append(self.within(item, below))
            elif kind is dict or isinstance(item, Mapping):
                found.append(self._mapping(item, below))
            else:
                found.append(item)
        return found

    def _grown(self, size: int, depth: int) -> None:
        self.size += size
        if depth > self.deep:  # noqa: PLR1730  # asked of every value: a call costs more
            self.deep = depth
        if self.size > ALWAYS + MORE * self.written or depth > DEEPEST:
            raise Law189Error(
                "the file unpacks to more than a history holds; it is not one that law189 wrote"
            )

    def _itself(self, text: str) -> str:
        """The text, where it begins with the sign and names nothing."""
        if text[1:2] != "~":
            raise _broken(text)
        self.texts.append(text)
        return text[1:]

    def _mapping(self, value: Mapping[Any, Any], depth: int) -> Any:
        """The mapping, whose keys may be named; the labels whose end is."""
        keys: list[Any] = [*value]
        if len(keys) == 1 and type(name := keys[0]) is str and name[:1] == "~" and name[1:2] != "~":
            named, held = self.keys.get(name), value[name]
            if not isinstance(held, list | tuple) or (named is None and name != ENDED):
                raise _broken(name)
            items = self.within(held, depth)
            if named is None:
                return _whole(items)
            if len(named) != len(items):
                raise _broken(name)
            return dict(zip(named, items, strict=True))
        self.texts += [key for key in keys if isinstance(key, str)]
        keys = [key[1:] if isinstance(key, str) and key[:2] == "~~" else key for key in keys]
        return dict(zip(keys, self.within([*value.values()], depth), strict=True))


def _are_keys(keys: Any) -> bool:
    return (
        isinstance(keys, list | tuple)
        and all(isinstance(key, str) for key in keys)
        and len(set(keys)) == len(keys)
    )


def _whole(items: list[Any]) -> list[str]:
    """The labels with their ends. Raises `Law189Error` where these are not such as `pack` writes."""
    ends, *heads = items or [None]
    fits = isinstance(ends, list) and len(ends) == len(heads)
    if not fits or not all(isinstance(one, str) and len(one) <= LONGEST for one in ends):
        raise _broken(ENDED)
    if not all(isinstance(head, str) for head in heads):
        raise _broken(ENDED)
    return [head + end for head, end in zip(heads, ends, strict=True)]


def _broken(name: str) -> Law189Error:
    return Law189Error(f"«{word(name)}» names no value that stands before it; the file is not whole")
