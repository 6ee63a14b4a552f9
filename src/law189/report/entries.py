"""Факты листа (entries): every fact of an edition with its address, told in words, and the order of a decree.

The walk goes over the model: an entry with an address of its own is a fact, whatever stands in it without one is
told with it, and entries below it are facts of their own.

>>> from law189.profile.loader import load_profile
>>> kemerovo = load_profile("kemerovo").latest
>>> quorum = next(one for one in facts_of(kemerovo, Worded(kemerovo, "ru")) if one.title == "кворум")
>>> quorum.address, [part.words for part in quorum.parts]
('п. 5.5 прил. 3', ['1/2', 'членов группы'])
>>> sorted(["app2", "p10", "p2.1", "act", "preamble", "p2", "p2.zh", "p2.e", "reg.1"], key=order_of)
['act', 'preamble', 'p2', 'p2.1', 'p2.e', 'p2.zh', 'p10', 'app2', 'reg.1']
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from law189.law import About, Citation, Entry, Grade, Norm, Text, about
from law189.law.address import letter_of, root_of
from law189.law.fixed import fixed
from law189.lints.linter import Finding
from law189.profile.edition import Edition
from law189.report.values import Part, Worded, address_of, holds_addresses

__all__ = ["Fact", "facts_of", "order_of"]


@fixed
@dataclass(frozen=True, slots=True)
class Fact:
    """One fact: its address, the title of its key and of what it stands within, its main words and the rest.

    `key` finds the same fact in another edition (an entry of a list by its name and its place among its namesakes),
    `called` is the title of the main words, `code` its name in files.
    `lint` is what the linter found, where the fact is that.
    """

    key: tuple[str, ...]
    cite: Citation
    address: str
    title: str
    within: str
    called: str
    words: str
    code: str
    parts: tuple[Part, ...]
    grade: Grade = Grade.FULL_TEXT
    lint: Finding | None = None

    @property
    def list(self) -> tuple[str, ...]:
        """The list of the file that it is an entry of, by its keys; empty where it is in none."""
        return self.key[:-2] if self.key[-1:] and self.key[-1].isdecimal() else ()

    @property
    def told(self) -> dict[str, str]:
        """Every part by its title, the main words first: what one edition is compared with another by."""
        return ({self.called: self.words} if self.words else {}) | {
            part.label: part.words for part in self.parts
        }


PROFILE = Text("профиль", "profile")
NAMED_ONLY = Text("назван здесь, без подробностей", "named here, without details")


def facts_of(edition: Edition, said: Worded) -> Iterator[Fact]:
    """Every fact of the edition, in the order of the file."""
    yield from _below(edition, said, (), "", edition.whole)


def _below(
    entry: Entry,
    said: Worded,
    key: tuple[str, ...],
    within: str,
    cite: Citation,
    field: About | None = None,
) -> Iterator[Fact]:
    """The fact that an entry is, then those below it; `field` is what the field that holds it says of itself."""
    title = said.its_own(PROFILE if field is None else field.title)
    parts = said.norm(entry, field) if isinstance(entry, Norm) else list(said.parts(entry))
    if parts or address_of(entry) is not None:
        yield _fact(entry, parts, said, key, within, cite, title)
    inner = " · ".join(one for one in (within, title if field else "") if one)
    for name in type(entry).model_fields:
        value, seen = getattr(entry, name), Counter[str]()
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Entry) and holds_addresses(one):
                called = _key(one)
                seen[called] += 1
                place = (name, called, str(seen[called])) if isinstance(value, tuple) else (name,)
                own = address_of(one) or cite
                yield from _below(one, said, (*key, *place), inner, own, about(type(entry), name))


_NAMES = ("id", "number", "kind", "slot")
"""Keys by which a file names an entry of a list; what has none of them is found by its address."""


def _key(entry: Entry) -> str:
    """What an entry of a list is found by in another edition: its own name or number, its act or its address."""
    named = (getattr(entry, name) for name in _NAMES if name in type(entry).model_fields)
    for found in (*named, getattr(getattr(entry, "act", None), "id", None)):
        if isinstance(found, str | int):
            return str(found)
    cite = address_of(entry)
    return "" if cite is None else cite.id


def _fact(
    entry: Entry,
    parts: list[Part],
    said: Worded,
    key: tuple[str, ...],
    within: str,
    cite: Citation,
    title: str,
) -> Fact:
    """The fact that an entry is: its first words are its main ones, an id that is a word stands beside them."""
    main = next((one for one in parts if one.text), None)
    code = next(
        (one for one in parts if one.name in ("id", "kind") and one.words == getattr(entry, one.name, None)),
        None,
    )
    rest = tuple(one for one in parts if one is not main and (one is not code or main is None))
    grades = [value for name in type(entry).model_fields if isinstance(value := getattr(entry, name), Grade)]
    grade = next((one for one in grades if one is not Grade.FULL_TEXT), Grade.FULL_TEXT)
    return Fact(
        key,
        cite,
        said.short(cite, said.edition.act),
        title,
        within,
        main.label if main else "",
        main.words if main else "" if parts else NAMED_ONLY[said.lang],
        code.words if code and main else "",
        rest,
        grade,
    )


_WHOLE = {"act": 0, "title": 1, "preamble": 2}
_WITHIN = {"sec": 1, "tab": 2, "row": 2, "note": 4}
_LETTER = 3


def order_of(address: str) -> tuple[Any, ...]:
    """Where an address stands in its act: by numbers as numbers, then sections, tables, letters and notes.

    Annexes stand after the text, and documents of their own after the annexes.
    """
    found = [_step(one) for one in re.findall(r"[0-9]+|[^0-9.]+", address)]
    root = root_of(address)
    kind = (5 if root.startswith("app") else 6) if root else 4 if address.startswith("p") else 3
    return (_WHOLE.get(address, kind), found)


def _step(one: str) -> tuple[int, int, str]:
    """A number, a word or a letter of an address; letters stand as in the alphabet, ё after е."""
    if one.isdecimal():
        return (0, int(one), "")
    letter = letter_of(one)
    told = one if letter is None else letter.replace("ё", "е~")
    return (_WITHIN.get(one, _LETTER), 0, told)
