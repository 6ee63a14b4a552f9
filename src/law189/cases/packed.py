"""Упаковка (packed): plain JSON values in which nothing that is said twice is written twice.

A value that comes again is written once, among `shared`, and named by its place there: `~3`. Mappings with the same
keys share these, among `keys`: `{"~1": [values]}`. A text or a key that begins with `~` itself has one more.

>>> plain = [{"by": "the department", "on": "2024-01-11"}, {"by": "the department", "to": "parents"}]
>>> packed = pack(plain)
>>> packed.shared, packed.records
(['the department'], [{'by': '~0', 'on': '2024-01-11'}, {'by': '~0', 'to': 'parents'}])
>>> unpack(packed) == plain
True
>>> unpack(Packed([], [], ["~7"]))
Traceback (most recent call last):
    ...
law189.law.text.Law189Error: «~7» names no value that stands before it; the file is not whole
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from law189.files.wording import word
from law189.law import Law189Error

__all__ = ["Packed", "pack", "unpack"]

LEAST = 9
"""By how many signs a file must become shorter for a value to be shared; its name costs as much."""
MORE, ALWAYS, DEEPEST = 512, 20_000, 150
"""How many values may come out of each that is written, how many always may, and how deep they may stand."""


class Packed(NamedTuple):
    """Упакованные записи: the keys of mappings, the shared values, the records that name them."""

    keys: Sequence[Any]
    shared: Sequence[Any]
    records: Sequence[Any]


def pack(records: Sequence[Any]) -> Packed:
    """The records as they are written in a file."""
    packer = _Packer()
    whole = packer.seen(list(records))
    written = packer.written(whole)
    return Packed([list(keys) for keys in packer.keys], packer.shared, written)


def unpack(packed: Packed) -> list[Any]:
    """The records that `pack` wrote; equal values may be one and the same.

    Raises `Law189Error` on a name of nothing, and where much more comes out than such a file can hold.
    """
    opener = _Opener(packed)
    return [opener.opened(record, 0) for record in packed.records]


class _Value:
    """A mapping (with its keys) or a list, once however often it is met: what is in it, how many others have it."""

    __slots__ = ("items", "keys", "name", "uses")

    def __init__(self, keys: tuple[str, ...] | None, items: tuple[Any, ...]) -> None:
        self.keys, self.items = keys, items
        self.uses = 0
        self.name: str | None = None


class _Packer:
    """Every value once, with how often it is used; then what is written of each."""

    def __init__(self) -> None:
        self.values: dict[Any, _Value] = {}
        self.texts: dict[str, int] = {}
        self.shapes: dict[tuple[str, ...], int] = {}
        self.keys: dict[tuple[str, ...], int] = {}
        self.shared: list[Any] = []
        self.said: dict[str, str] = {}

    def seen(self, value: Any) -> _Value:
        """The mapping or list; it and all in it is noted when it is seen for the first time.

        A yes or no is told from a number by its type.
        """
        keys = tuple(value) if type(value) is dict else None
        items = tuple(
            [
                item
                if (kind := type(item)) is str or kind is int or item is None
                else self.seen(item)
                if kind is dict or kind is list
                else (kind, item)
                for item in (value if keys is None else value.values())
            ]
        )
        found = self.values.get((keys, items))
        if found is None:
            found = self.values[keys, items] = _Value(keys, items)
            self._noted(keys, items)
        return found

    def _noted(self, keys: tuple[str, ...] | None, items: tuple[Any, ...]) -> None:
        if keys is not None:
            self.shapes[keys] = self.shapes.get(keys, 0) + 1
        texts = self.texts
        for item in items:
            kind = type(item)
            if kind is _Value:
                item.uses += 1
            elif kind is str:
                texts[item] = texts.get(item, 0) + 1

    def written(self, value: _Value) -> Any:
        """What is written of the mapping or list: itself, or the name of the shared one."""
        if value.name is not None:
            return value.name
        said, found = self.said, []
        for item in value.items:
            kind = type(item)
            if kind is str:
                found.append(said.get(item) or self._text(item))
            elif kind is _Value:
                found.append(self.written(item))
            else:
                found.append(item[1] if kind is tuple else item)
        whole = found if value.keys is None else self._mapping(value.keys, found)
        if value.uses < 2 or not found:
            return whole
        value.name = self._shared(whole)
        return value.name

    def _shared(self, found: Any) -> str:
        self.shared.append(found)
        return f"~{len(self.shared) - 1}"

    def _mapping(self, keys: tuple[str, ...], values: list[Any]) -> dict[str, Any]:
        again = self.shapes[keys] - 1
        if again and (sum(map(len, keys)) + 4 * len(keys) - LEAST) * again > LEAST:
            return {f"~{self.keys.setdefault(keys, len(self.keys))}": values}
        return {_itself(key): item for key, item in zip(keys, values, strict=True)}

    def _text(self, text: str) -> str:
        found = _itself(text)
        if (len(found.encode("utf-8", "surrogatepass")) - 3) * (self.texts[text] - 1) > LEAST:
            found = self._shared(found)
        self.said[text] = found
        return found


def _itself(text: str) -> str:
    """The text as it is written where it means itself and names nothing."""
    return f"~{text}" if text[:1] == "~" else text


_NAME = re.compile(r"~([0-9]{1,9})")


class _Opener:
    """The shared values one after the other, then the records; counts how much comes out, and how deep."""

    def __init__(self, packed: Packed) -> None:
        self.keys = packed.keys
        self.shared: list[tuple[Any, int, int]] = []
        self.size, self.written, self.deep = 0, 0, 0
        for value in packed.shared:
            before, self.deep = self.size, 0
            opened = self.opened(value, 0)
            self.shared.append((opened, self.size - before, self.deep))

    def opened(self, value: Any, depth: int) -> Any:
        """The value with everything in it that it names."""
        self.written += 1
        self._grown(1, depth)
        if isinstance(value, str):
            return self._named(value, depth) if value[:1] == "~" else value
        if isinstance(value, list | tuple):
            return [self.opened(item, depth + 1) for item in value]
        return self._mapping(value, depth + 1) if isinstance(value, Mapping) else value

    def _grown(self, size: int, depth: int) -> None:
        self.size += size
        self.deep = max(self.deep, depth)
        if self.size > ALWAYS + MORE * self.written or depth > DEEPEST:
            raise Law189Error(
                "the file unpacks to more than a history holds; it is not one that law189 wrote"
            )

    def _named(self, text: str, depth: int) -> Any:
        """The shared value that is named; the text itself, where it begins with the sign."""
        if text[1:2] == "~":
            return text[1:]
        found = _NAME.fullmatch(text)
        if found is None or (place := int(found[1])) >= len(self.shared):
            raise _broken(text)
        held, size, deep = self.shared[place]
        self._grown(size, depth + deep)
        return held

    def _mapping(self, value: Mapping[Any, Any], depth: int) -> dict[Any, Any]:
        if len(value) == 1:
            ((name, held),) = value.items()
            if found := _NAME.fullmatch(str(name)):
                return self._shaped(str(name), int(found[1]), held, depth)
        return {
            key[1:] if isinstance(key, str) and key.startswith("~~") else key: self.opened(item, depth)
            for key, item in value.items()
        }

    def _shaped(self, name: str, place: int, held: Any, depth: int) -> dict[str, Any]:
        keys = self.keys[place] if place < len(self.keys) else None
        if (
            not isinstance(keys, list | tuple)
            or not isinstance(held, list | tuple)
            or not all(isinstance(key, str) for key in keys)
            or not len(set(keys)) == len(keys) == len(held)
        ):
            raise _broken(name)
        return {key: self.opened(item, depth) for key, item in zip(keys, held, strict=True)}


def _broken(name: str) -> Law189Error:
    return Law189Error(f"«{word(name)}» names no value that stands before it; the file is not whole")
