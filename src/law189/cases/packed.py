"""Упаковка (packed): plain JSON values in which nothing that is said twice is written twice.

A value that comes again is written once, among `shared`, and named by its place there: `~3`. Mappings with the same
keys share these, among `keys`: `{"~1": [values]}`. Labels of addresses that end in the same words, as the act is
called, share these: `{"~": ["~2", "п. 3.1", "item 3.1"]}`. A text or a key that begins with `~` has one more.

>>> plain = [{"by": "the department", "on": "2024-01-11"}, {"by": "the department", "to": "parents"}]
>>> packed = pack(plain)
>>> packed.shared, packed.records
(['the department'], [{'by': '~0', 'on': '2024-01-11'}, {'by': '~0', 'to': 'parents'}])
>>> cites = [{f"act-1/p{n}": [f"п. {n} закона № 1", f"item {n} of law No 1"]} for n in (3, 4)]
>>> pack(cites).shared, pack(cites).records[0]
([[' закона № 1', ' of law No 1']], {'act-1/p3': {'~': ['~0', 'п. 3', 'item 3']}})
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple

__all__ = ["ENDED", "LONGEST", "Packed", "pack"]

LEAST = 9
"""By how many signs a file must become shorter for a value to be shared; its name costs as much."""
ENDED, LONGEST, TOLD = "~", 300, 16
"""The key of labels without their ends, how many signs an end may have, and how many it costs to name them."""


DIGITS = "0123456789"


class Packed(NamedTuple):
    """Упакованные записи: the keys of mappings, the shared values, the records that name them."""

    keys: Sequence[Any]
    shared: Sequence[Any]
    records: Sequence[Any]


def pack(records: Sequence[Any]) -> Packed:
    """The records as they are written in a file."""
    packer = _Packer()
    whole = packer.seen(list(records))
    return packer.written(whole)


class _Apart(NamedTuple):
    """A value that equals another of the same kind only: a yes is no 1, and 1.0 is written as such."""

    kind: type
    value: Any


class _Packer:
    """Every value once, and how often each is used; then what is written of each, what is in it before it."""

    def __init__(self) -> None:
        self.marks: dict[tuple[Any, ...], object] = {}
        """Each mapping and list once, its keys (None for a list) and its items, with its mark among other items."""
        self.shared: list[Any] = []

    def seen(self, value: Any) -> object:
        """The mark of the mapping or list; it and all in it is noted when it is seen for the first time."""
        held = [None, *value] if type(value) is list else [tuple(value), *value.values()]
        for place, item in enumerate(held):
            kind = type(item)
            if kind is str:
                continue
            if kind is dict or kind is list:
                held[place] = self.seen(item)
            elif kind is bool or kind is float:
                held[place] = _Apart(kind, item)
        return self.marks.setdefault(tuple(held), object())

    def written(self, whole: object) -> Packed:
        """What is written of all: a value stands after all that it names."""
        uses = Counter(chain.from_iterable(self.marks))
        said = self._ended(uses)
        ended = frozenset(said)
        shapes = self._named(uses, said)
        told = said.__getitem__
        found: Any
        for held, mark in self.marks.items():
            keys, found = held[0], said[mark] if mark in ended else [*map(told, held[1:])]
            if keys is not None:
                name = shapes.get(keys)
                found = _mapping(keys, found) if name is None else {name: found}
            said[mark] = self._shared(found) if uses[mark] > 1 and len(held) > 1 else found
        return Packed([*map(list, shapes)], self.shared, said[whole])

    def _named(self, uses: Mapping[Any, int], said: dict[Any, Any]) -> dict[tuple[str, ...], str]:
        """The names of the keys that are shared; what is written of every text and number is put down in `said`."""
        shapes: dict[tuple[str, ...], str] = {}
        for item, count in uses.items():
            kind = type(item)
            if kind is str:
                found = f"~{item}" if item[:1] == "~" else item
                said[item] = self._shared(found) if count > 1 and _pays(_signs(found) - 3, count) else found
            elif kind is tuple:
                if count > 1 and item and _pays(sum(map(len, item)) + 4 * len(item) - LEAST, count):
                    shapes[item] = f"~{len(shapes)}"
            elif kind is not object:
                said[item] = item.value if kind is _Apart else item
        return shapes

    def _shared(self, found: Any) -> str:
        self.shared.append(found)
        return f"~{len(self.shared) - 1}"

    def _ended(self, uses: Mapping[Any, int]) -> dict[Any, Any]:
        """The labels that are written without their ends, by their marks; the ends stand among the shared.

        Those of the body of an act and those of its annexes end in other cases of the same words.
        """
        pairs: dict[object, tuple[str, str]] = {}
        labels: dict[tuple[str, str], dict[object, tuple[str, str]]] = defaultdict(dict)
        for held, mark in self.marks.items():
            keys = held[0]
            if keys is None:
                if len(held) == 3 and type(held[1]) is type(held[2]) is str:
                    pairs[mark] = held[1:]
            elif len(keys) == 1 and "/" in keys[0] and (words := pairs.get(held[1])):
                act, _, address = keys[0].partition("/")
                if uses[words[0]] == uses[words[1]] == 1:
                    labels[act, address.partition(".")[0].rstrip(DIGITS)][held[1]] = words
        found: dict[Any, Any] = {}
        for alike in labels.values():
            if len(alike) > 1:
                found |= self._without_end(alike)
        return found

    def _without_end(self, labels: Mapping[object, tuple[str, str]]) -> dict[Any, Any]:
        """What is written of labels that end alike; nothing where that makes the file no shorter."""
        ends = [_end(said) for said in zip(*labels.values(), strict=True)]
        if not _pays(_signs("".join(ends)) - TOLD, len(labels)):
            return {}
        name, found = self._shared(ends), {}
        for label, words in labels.items():
            heads = [_itself(one.removesuffix(end)) for one, end in zip(words, ends, strict=True)]
            found[label] = {ENDED: [name, *heads]}
        return found


def _mapping(keys: tuple[str, ...], items: list[Any]) -> dict[str, Any]:
    """The mapping with its keys written out."""
    said = map(_itself, keys) if "~" in "".join(keys) else keys
    return dict(zip(said, items, strict=True))


def _pays(signs: int, count: int) -> bool:
    """Whether the file becomes enough shorter where so many signs are written once, and not so many times."""
    return signs * (count - 1) > LEAST


def _signs(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


def _end(said: Sequence[str]) -> str:
    """The words in which all end, with the blank before them; empty where there are none, or too many.

    A text keeps at least its first word, as there is no blank before it.
    """
    words = [one.split(" ")[::-1] for one in said]
    alike, most = 0, min(map(len, words)) - 1
    for one, other in zip(min(words), max(words), strict=False):  # what these have in common all have
        if one != other or alike == most:
            break
        alike += 1
    end = "".join([f" {one}" for one in words[0][:alike][::-1]])
    left = all(one.removesuffix(end).strip() for one in said)
    return end if left and len(end) <= LONGEST else ""


def _itself(text: str) -> str:
    """The text as it is written where it means itself and names nothing."""
    return f"~{text}" if text[:1] == "~" else text
