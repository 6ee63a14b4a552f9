"""Проверка редакции (checked): the values of one edition against its form and against the acts that it knows.

>>> from law189.files.nodes import tree_of
>>> edition, faults = Check("my.yaml", {}).of(tree_of({"profile": "town"}))
>>> edition, faults[0].told("en")
(None, 'my.yaml title: the required key title is missing; add it')
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import Any

from pydantic import TypeAdapter, ValidationError

from law189.errors import Fault
from law189.files.nodes import FAULTS, Loc, Node, check, fault_at, key_of
from law189.files.wording import word
from law189.law import Act, Text
from law189.profile.citing import UNREADABLE, cited_in
from law189.profile.edition import Edition
from law189.profile.entries import REFERRED, ids, listed, misnamed
from law189.profile.federal import load_calendar, load_federal
from law189.profile.naming import named
from law189.profile.references import Gone

__all__ = ["Check", "own_act", "taken", "within"]

_EDITION: TypeAdapter[Edition] = TypeAdapter(Edition)
_ACT: TypeAdapter[Act] = TypeAdapter(Act)


@dataclass(frozen=True)
class Check:
    """Проверка: what an edition of the file is read with, as the acts that amended it and what they took out."""

    file: str
    acts: Mapping[str, Act]
    by: tuple[tuple[date, Act], ...] = ()
    gone: Gone = field(default_factory=dict)

    def of(self, tree: Node) -> tuple[Edition | None, list[Fault]]:
        """The checked edition, or None with all its faults."""
        found: list[Fault] = []
        context = self._context(tree, found)
        tree = named(tree)
        edition: Edition | None = check(tree, _EDITION, self.file, context, found)
        told = {fault.key for fault in found}
        found.extend(islice(misnamed(tree, self.file, told, context["main"]), FAULTS))
        return (None if found else edition), found

    def wrong(self, tree: Node) -> set[str]:
        """The keys at which the values are refused, without the words why."""
        context = self._context(tree, [])
        tree = named(tree)
        try:
            _EDITION.validate_python(tree.plain(), context={**context, "keys": {}})
        except ValidationError as error:
            return {_key(tree, details) for details in error.errors(include_url=False)}
        return set()

    def _context(self, tree: Node, found: list[Fault]) -> dict[str, Any]:
        """What the values are checked with; what is wrong with the acts of the file is added to `found`."""
        main = own_act(tree, self.file) or UNREADABLE
        known = {**self.acts, main.id: main}
        found.extend(_described(tree, known, self.file))
        tree = named(tree)
        federal = load_federal()
        return {
            "cite": cited_in(known, main, self.gone),
            "acts": known,
            "main": main.id,
            "federal": federal,
            "slots": {slot.id: slot for slot in federal.slots},
            "calendar": load_calendar,
            "amended_by": self.by,
            "amending": tuple(act.id for _, act in self.by),
            "gone": self.gone,
            **{what: ids(tree, what) for what in REFERRED},
        }


def _key(tree: Node, details: Any) -> str:
    """The key at which a fault tells that error."""
    path = tree.at((*details["loc"], *details.get("ctx", {}).get("within", ())))[1]
    return key_of((*path, details["loc"][-1]) if details["type"] == "missing" else path)


def own_act(tree: Node, file: str) -> Act | None:
    """The decree itself, or None where it has faults of its own."""
    own: Act | None = check(named(tree).content.get("act", Node(None)), _ACT, file, {}, [])
    return own


def taken(act: Act, acts: Mapping[str, Act], tree: Node, file: str) -> Iterator[Fault]:
    """A fault where another act already has this act's id."""
    if acts.get(act.id, act) != act:
        words = Text(
            f"под именем «{word(act.id)}» есть другой акт; дайте этому акту другое имя",
            f"another act has the name «{word(act.id)}»; give this act another name",
        )
        yield fault_at(tree, file, ("act", "id"), words)


def within(found: list[Fault], loc: Loc) -> Iterator[Fault]:
    """The faults of what stands at that place, each with its key in the whole file."""
    for fault in found:
        key = key_of(loc) + (f".{fault.key}" if fault.key else "")
        yield Fault(fault.file, fault.line, fault.column, key, fault.text)


def _described(tree: Node, known: dict[str, Act], file: str) -> Iterator[Fault]:
    """Make the acts of `acts` and `adopted` known; a fault where one has the id of another act."""
    for loc, node in (*listed(tree, "acts"), *listed(tree, "adopted")):
        told, found = node.at(("act",))
        act: Act | None = check(told, _ACT, file, {}, []) if found else None
        if act is not None:
            yield from within(list(taken(act, known, node, file)), loc)
            known.setdefault(act.id, act)
